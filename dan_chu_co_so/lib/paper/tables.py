"""Rows of a table brought into a grid in which every place is taken exactly once."""

# More Word cannot open.
MAX_COLUMNS = 63


def empty_cell():
    return {"lines": []}


def fit(sections):
    """`(sections, columns)`: spans are cut where they would leave their section or meet another
    cell, short rows are filled with empty cells, and what stands right of the last column that
    can be joins the cell there. No text is lost.
    """
    placed = [_place(rows) for rows in sections]
    columns = max((max(taken) + 1 for rows in placed for _row, taken in rows if taken), default=0)
    return [
        [
            row + [empty_cell() for place in range(columns) if place not in taken]
            for row, taken in rows
        ]
        for rows in placed
    ], columns


def width_of(rows):
    """How many columns the rows ask for, before anything is cut."""
    return max((sum(cell.get("colspan", 1) for cell in row) for row in rows), default=0)


def _place(rows):
    """Each row's cells with their spans cut, and the columns taken in that row."""
    placed, from_above = [], {}
    last = None
    for index, row in enumerate(rows):
        taken, kept, column = dict(from_above), [], 0
        for cell in row:
            while column in taken:
                column += 1
            if column >= MAX_COLUMNS and last is not None:
                last["lines"] = [*last["lines"], *cell["lines"]]
                continue
            width = 1
            while width < min(cell.get("colspan", 1), MAX_COLUMNS - column) and (
                column + width not in taken
            ):
                width += 1
            last = _with_spans(cell, width, min(cell.get("rowspan", 1), len(rows) - index))
            kept.append(last)
            taken |= dict.fromkeys(range(column, column + width), last.get("rowspan", 1))
            column += width
        placed.append((kept, taken))
        from_above = {place: left - 1 for place, left in taken.items() if left > 1}
    return placed


def _with_spans(cell, colspan, rowspan):
    if (cell.get("colspan", 1), cell.get("rowspan", 1)) == (colspan, rowspan):
        return dict(cell)
    bare = {key: part for key, part in cell.items() if key not in ("colspan", "rowspan")}
    return bare | {
        name: span for name, span in (("colspan", colspan), ("rowspan", rowspan)) if span > 1
    }

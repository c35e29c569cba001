"""How wide the columns of a table are."""

_PAGE = 75  # letters a line of the page holds, about


def shares_of(table):
    """The shares as given, or what the texts ask for; one a column, [] without a cell."""
    rows = [*table["head"], *table["rows"]]
    columns = max((sum(cell.get("colspan") or 1 for cell in row) for row in rows), default=0)
    given = table["widths"] or _by_content(rows, columns)
    average = sum(given) / len(given) if given else 1
    return [*given, *[average] * (columns - len(given))][:columns]


def _by_content(rows, columns):
    """As browsers do: every column its longest word, the rest by what the lines would take."""
    least, wished = [3] * columns, [3] * columns
    for row in rows:
        for column, cell in enumerate(row):
            for line in cell["lines"]:
                text = "".join(piece.get("text", " ") for piece in line)
                wished[column] = max(wished[column], len(text))
                least[column] = max(least[column], *map(len, text.split()), 0)
    stretch = max(0, _PAGE - sum(least)) / max(1, sum(wished) - sum(least))
    return [low + min(1, stretch) * (high - low) for low, high in zip(least, wished, strict=True)]

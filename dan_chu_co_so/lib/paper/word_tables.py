"""Tables of the text, built as elements: python-docx would take minutes for 5,000 rows."""

from .word_styles import GRID
from .word_xml import paragraph, runs, w

_ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def table(block, text_width):
    """The <w:tbl> of a block, or None when it has no cell."""
    head, rows = block["head"], block["rows"]
    columns = max((sum(map(_columns_of, row)) for row in [*head, *rows]), default=0)
    if not columns:
        return None
    shares = block["widths"] or _shares_by_content([*head, *rows], columns)
    shares = [*shares, *[sum(shares) / len(shares)] * (columns - len(shares))][:columns]
    widths = [round(text_width * share / sum(shares)) for share in shares]
    grid = _Grid(widths)
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=GRID) if block["border"] else None,
            w("tblW", w=sum(widths), type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        *(grid.row(row, head=True) for row in head),
        *(grid.row(row, head=False) for row in rows),
    )


class _Grid:
    """Gives every row a cell for each column, those under a taller cell above included."""

    def __init__(self, widths):
        self.widths = widths
        self.below = {}  # column: [columns of the taller cell above, its rows to come]

    def row(self, cells, head):
        row = w("tr", w("trPr", w("cantSplit"), w("tblHeader") if head else None))
        cells = iter(cells)
        column = 0
        while column < len(self.widths):
            if column in self.below:
                columns = self._go_on(column)
                row.append(self._cell(column, columns, w("vMerge"), [w("p")]))
            else:
                cell = next(cells, {"lines": []})
                columns = self._room(column, _columns_of(cell))
                row.append(self._first(column, columns, cell))
            column += columns
        return row

    def _first(self, column, columns, cell):
        rows = cell.get("rowspan") or 1
        if rows > 1:
            self.below[column] = [columns, rows - 1]
        merge = w("vMerge", val="restart") if rows > 1 else None
        return self._cell(column, columns, merge, _paragraphs(cell), cell.get("header"))

    def _go_on(self, column):
        columns, rows = self.below.pop(column)
        if rows > 1:
            self.below[column] = [columns, rows - 1]
        return columns

    def _room(self, column, columns):
        taken = [other for other in self.below if other > column]
        return min([column + columns, len(self.widths), *taken]) - column

    def _cell(self, column, columns, merge, paragraphs, header=False):
        return w(
            "tc",
            w(
                "tcPr",
                w("tcW", w=sum(self.widths[column : column + columns]), type="dxa"),
                w("gridSpan", val=columns) if columns > 1 else None,
                merge,
                w("vAlign", val="center") if header else None,
            ),
            *paragraphs,
        )


def _paragraphs(cell):
    style = "DCDauBang" if cell.get("header") else "DCOBang"
    align = _ALIGN.get(cell.get("align"))
    lines = cell["lines"] or [[]]
    return [paragraph(style, *runs(line), align=align) for line in lines]


def _columns_of(cell):
    return cell.get("colspan") or 1


def _shares_by_content(rows, columns):
    """As browsers do: every column its longest word, the rest by what the lines would take."""
    least, wished = [3] * columns, [3] * columns
    for row in rows:
        for column, cell in enumerate(row[:columns]):
            for line in cell["lines"]:
                text = "".join(piece.get("text", " ") for piece in line)
                wished[column] = max(wished[column], len(text))
                least[column] = max(least[column], *map(len, text.split()), 0)
    room = 75 - sum(least)
    stretch = max(0, room) / max(1, sum(wished) - sum(least))
    return [low + min(1, stretch) * (high - low) for low, high in zip(least, wished, strict=True)]

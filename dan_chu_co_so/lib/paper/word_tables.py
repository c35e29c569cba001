"""Tables of the text, built as elements: python-docx would take minutes for 5,000 rows."""

from .columns import shares_of
from .word_measure import width_of
from .word_styles import CELL_MARGIN, GRID
from .word_xml import paragraph, runs, w

_ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def table(block, text_width, size):
    """The <w:tbl> of a block, or None when it has no cell."""
    shares = shares_of(block)
    if not shares:
        return None
    widths = _roomy([round(text_width * share / sum(shares)) for share in shares], block, size)
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
        *(grid.row(row, head=True) for row in block["head"]),
        *(grid.row(row, head=False) for row in block["rows"]),
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
                row.append(self._first(column, columns, cell, head or cell.get("header")))
            column += columns
        return row

    def _first(self, column, columns, cell, header):
        rows = cell.get("rowspan") or 1
        if rows > 1:
            self.below[column] = [columns, rows - 1]
        merge = w("vMerge", val="restart") if rows > 1 else None
        return self._cell(column, columns, merge, _paragraphs(cell, header), header)

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


def _paragraphs(cell, header):
    style = "DCDauBang" if header else "DCOBang"
    align = _ALIGN.get(cell.get("align"))
    lines = cell["lines"] or [[]]
    return [paragraph(style, *runs(line), align=align) for line in lines]


def _columns_of(cell):
    return cell.get("colspan") or 1


def _roomy(widths, block, size):
    """No title of a column is torn within a word: columns with room to spare give some."""
    least = [0] * len(widths)
    for row in block["head"]:
        if len(row) == len(widths):
            least = [
                max(low, _longest_word(cell, size)) for low, cell in zip(least, row, strict=True)
            ]
    missing = sum(max(0, low - width) for low, width in zip(least, widths, strict=True))
    spare = sum(max(0, width - low) for low, width in zip(least, widths, strict=True))
    if not missing or missing > spare:
        return widths
    return [
        max(low, width - max(0, width - low) * missing // spare)
        for low, width in zip(least, widths, strict=True)
    ]


def _longest_word(cell, size):
    lines = ("".join(piece.get("text", " ") for piece in line) for line in cell["lines"])
    words = (word for line in lines for word in line.split())
    return (
        max((width_of(word, size, bold=True) for word in words), default=0) + 2 * CELL_MARGIN + 20
    )

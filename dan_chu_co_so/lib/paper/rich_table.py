"""A table of the web editor or of Word, gathered cell by cell into an even grid."""

import re

from .markup import styles
from .tables import MAX_COLUMNS, fit

_SIZE = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)\s*(%|px|pt|cm|mm|in)?")
_MAX_ROWSPAN = 65534
_WIDEST = 100_000


class Table:
    """Tables inside its cells, and lists there, become lines of the cell."""

    def __init__(self, node):
        css = (node.get("class") or "").split()
        self.border = not {"plain", "table-borderless"} & set(css)
        self.given = node.get("data-widths")
        self.depth = 0
        self.head, self.rows = [], []
        self.in_head = False
        self.row = None
        self.cell = None
        self.lists_outside = []
        self.in_caption = False
        self.captions = []
        self.columns = []
        self.aligns = {}

    def start(self, node, walk):
        if self.depth > 1:
            return
        if node.tag == "thead":
            self.in_head = not self.rows
        elif node.tag == "tr":
            self._new_row()
        elif node.tag in ("td", "th"):
            self._new_cell(node)
            self.lists_outside.append(walk.lists)
            walk.lists = []
        elif node.tag == "caption":
            self.in_caption = not self.head and not self.rows
        elif node.tag == "col":
            self.columns += [_size(node)] * _span(node, "span", MAX_COLUMNS)

    def end(self, node, walk):
        if self.depth > 1:
            return
        if node.tag in ("td", "th"):
            self.cell = None
            walk.lists = self.lists_outside.pop()
        elif node.tag == "tr":
            self.row = None
        elif node.tag in ("thead", "caption"):
            self.in_head = self.in_caption = False

    def line(self, runs, look):
        """A line of the open cell; loose text gets a cell of its own."""
        if self.in_caption and self.row is None:
            self.captions.append(runs)
            return
        cell = self.cell if self.cell is not None else self._add({"lines": []})
        cell["lines"].append(runs)
        self.aligns.setdefault(id(cell), set()).add(look.align)

    def _new_row(self):
        self.row = []
        (self.head if self.in_head else self.rows).append(self.row)

    def _new_cell(self, node):
        cell = {
            "lines": [],
            "colspan": _span(node, "colspan", MAX_COLUMNS),
            "rowspan": _span(node, "rowspan", _MAX_ROWSPAN),
            "size": _size(node),
        }
        if node.tag == "th":
            cell["header"] = True
        self.cell = self._add(cell)

    def _add(self, cell):
        if self.row is None:
            self._new_row()
        self.row.append(cell)
        return cell

    def put_into(self, output):
        for caption in self.captions:
            output.paragraph(caption, "centered")
        head, rows = self.head, self.rows
        if not head and len(rows) > 1 and rows[0] and all(cell.get("header") for cell in rows[0]):
            head, rows = rows[:1], rows[1:]
        for row in [*head, *rows]:
            for cell in row:
                self._align(cell)
        sizes = self._sizes(head + rows)
        (head, rows), columns = fit([head, rows])
        if columns:
            widths = sizes if sizes and len(sizes) == columns else None
            output.table(head, rows, border=self.border, widths=widths)

    def _align(self, cell):
        aligns = self.aligns.get(id(cell), set())
        if len(aligns) == 1 and (align := next(iter(aligns))):
            cell["align"] = align

    def _sizes(self, rows):
        """Shares as our own attribute, the columns or the first row give them."""
        if self.given is not None:
            sizes = [_share(given) for given in self.given.split()]
        else:
            cells = rows[0] if rows and all(cell.get("colspan", 1) == 1 for cell in rows[0]) else []
            sizes = self.columns or [cell.get("size") for cell in cells]
        if not sizes or None in sizes or len({unit for _size, unit in sizes}) > 1:
            return None
        return [share for share, _unit in sizes]


def _span(node, name, most):
    given = node.get(name) or ""
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 9 else 1
    return min(max(number, 1), most)


def _size(node):
    given = styles(node.get("style")).get("width") or node.get("width") or ""
    return _share(given.strip())


def _share(given):
    """`("33.3", "%")` of a width above zero."""
    found = _SIZE.fullmatch(given)
    if not found or not 0.01 <= float(found[1]) <= _WIDEST:
        return None
    return f"{float(found[1]):.2f}".rstrip("0").rstrip("."), found[2] or "px"

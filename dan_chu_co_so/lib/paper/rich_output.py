"""Paragraphs, list items and tables, one after the other, written as HTML of the vocabulary."""

from dataclasses import dataclass, field

from lxml import etree

from .blocks import MAX_LIST_DEPTH, STYLES

_TAGS = (("bold", "b"), ("italic", "i"), ("underline", "u"), ("sup", "sup"), ("sub", "sub"))


@dataclass(eq=False)
class Level:
    """A list as it is open at some place of what is read."""

    kind: str  # "ul" or a type of <ol>
    number: int = 1
    fresh: bool = True  # the next text begins a new item
    shown: object = None  # the list written for it: it may be another, or be closed by now


@dataclass(eq=False)
class _List:
    element: object
    level: Level
    item: object = None


@dataclass
class Output:
    root: object = field(default_factory=lambda: etree.Element("div"))
    open: list = field(default_factory=list)

    def html(self):
        return "".join(
            etree.tostring(node, encoding="unicode", method="html") for node in self.root
        )

    def paragraph(self, runs, style):
        self.open = []
        node = etree.SubElement(self.root, "p")
        if style in STYLES and style != "body":
            node.set("class", style)
        write_runs(node, runs)

    def heading(self, level, number, runs):
        """Always with data-number: that is how a heading tells it is of the vocabulary."""
        self.open = []
        node = etree.SubElement(self.root, f"h{level}", {"data-number": number})
        write_runs(node, runs)

    def page_break(self):
        self.open = []
        etree.SubElement(self.root, "hr", {"class": "page-break"})

    def table(self, head, rows, *, border, widths):
        self.open = []
        table = etree.SubElement(self.root, "table", {"class": "grid" if border else "plain"})
        if widths:
            table.set("data-widths", " ".join(widths))
        for name, part in (("thead", head), ("tbody", rows)):
            if part:
                section = etree.SubElement(table, name)
                for row in part:
                    self._row(etree.SubElement(section, "tr"), row)

    def _row(self, node, row):
        for cell in row:
            inner = etree.SubElement(node, "th" if cell.get("header") else "td")
            for span in ("colspan", "rowspan"):
                if cell.get(span, 1) > 1:
                    inner.set(span, str(cell[span]))
            if cell.get("align"):
                inner.set("style", f"text-align: {cell['align']}")
            for runs in cell["lines"]:
                several = len(cell["lines"]) > 1
                write_runs(etree.SubElement(inner, "p") if several else inner, runs)

    def holds(self, level):
        """Whether there is an item to go on, or to begin: something between may have closed it."""
        return level.fresh or level.shown in self.open

    def item(self, path, runs):
        """A new item of the last list of `path`, or more of its item.

        Lists around it that have no item yet are left out: a dash with nothing beside it says
        nothing. Below the deepest level that has room, items go on at that level.
        """
        level = path[-1]
        shown = [other.shown for other in path]
        while self.open and self.open[-1] not in shown:
            self.open.pop()
        if not level.fresh:
            self._more(level, runs)
            return
        level.fresh = False
        if not self.open or (self.open[-1] is not level.shown and len(self.open) < MAX_LIST_DEPTH):
            self._begin(level)
        level.shown = current = self.open[-1]
        current.level.number += 1
        current.item = etree.SubElement(current.element, "li")
        write_runs(current.item, runs)

    def _begin(self, level):
        parent = self.open[-1].item if self.open else self.root
        if level.kind == "ul":
            node = etree.SubElement(parent, "ul")
        else:
            node = etree.SubElement(parent, "ol", {"type": level.kind})
            if level.number != 1:
                node.set("start", str(level.number))
        self.open.append(_List(node, level))

    def _more(self, level, runs):
        while self.open[-1] is not level.shown:
            self.open.pop()
        write_runs(etree.SubElement(self.open[-1].item, "p"), runs)


def write_runs(node, runs):
    last = None
    for run in runs:
        if run.get("break"):
            last = etree.SubElement(node, "br")
            continue
        outer = inner = None
        for mark, tag in _TAGS:
            if run.get(mark):
                inner = etree.Element(tag) if inner is None else etree.SubElement(inner, tag)
                outer = inner if outer is None else outer
        if inner is not None:
            inner.text = run["text"]
            node.append(outer)
            last = outer
        elif last is None:
            node.text = (node.text or "") + run["text"]
        else:
            last.tail = (last.tail or "") + run["text"]

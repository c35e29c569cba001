"""What people type in the web editor or paste from Word → the vocabulary of the bodies.

All text is kept; looks that official papers do not have are not. Pictures, films and forms cannot
be printed and are refused by name. `reduce(reduce(x)) == reduce(x)`, and `read_body` takes all
that comes out.
"""

import re
from urllib.parse import unquote

from lxml import etree

from .blocks import PaperError
from .markup import parse, styles
from .rich_marks import BLOCKS, DROPPED, UNPRINTABLE, Look, article_of, number_of
from .rich_output import Level, Output
from .rich_table import Table
from .runs import BREAK, tidy
from .vocabulary import LABELS, MAX_START
from .words import one_line

_LISTS = ("ul", "ol", "menu", "dir")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CSS_KINDS = {
    "lower-alpha": "a",
    "upper-alpha": "a",
    "lower-latin": "a",
    "upper-latin": "a",
    "lower-roman": "i",
    "upper-roman": "I",
    "decimal": "1",
}
_BLANK = " \u00a0"
_ADDRESS = re.compile(r"(?:https?|ftp)://|mailto:|tel:", re.IGNORECASE)
_BULLETS = re.compile(r"[^\w\s().]|[o§]")


class Unprintable(PaperError):
    """Something that no official paper holds; its words are the piece and the text before it."""

    def __init__(self, piece, before=""):
        super().__init__("unprintable", f"“…{before}” {piece}" if before else piece, piece=piece)


def reduce(html):
    """The same text in the vocabulary."""
    try:
        root = parse(html or "")
    except PaperError as error:
        raise Unprintable("<div><div><div><div>…") from error
    return _Walk().over(root)


class _Walk:
    """Goes once through the tree, without recursion: what is pasted may be nested to any depth."""

    def __init__(self):
        self.output = Output()
        self.looks = [Look()]
        self.pieces = []
        self.label = []  # the mark that Word wrote before an item
        self.lists = []
        self.table = None
        self.said = ""

    def over(self, root):
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, node in walk:
            if event == "end":
                self._end(node)
                self._text(node.tail)
                continue
            if node.tag in UNPRINTABLE:
                raise Unprintable(f"<{node.tag}>", self.said)
            if node.tag in DROPPED:
                walk.skip_subtree()
                self.looks.append(self.looks[-1])
                continue
            self._start(node)
            self._text(node.text)
        self._flush()
        return self.output.html()

    def _text(self, text):
        if not text:
            return
        look = self.looks[-1]
        if text.strip():
            self.said = (one_line(self.said + " " + text) or self.said)[-40:].lstrip()
        if look.label:
            self.label.append(text)
            return
        lines = text.split("\n") if look.preformatted else [text]
        for place, line in enumerate(lines):
            if place:
                self._flush()
            self.pieces.append((line, look.marks))

    def _start(self, node):
        tag = node.tag
        if tag == "br":
            self.pieces.append((BREAK, frozenset()))
        elif tag in BLOCKS:
            self._flush()
        if _breaks_page(node) and self.table is None:
            self._flush()
            self.output.page_break()
        self.looks.append(self.looks[-1].inside(node))
        if tag in _LISTS:
            self.lists.append(_level(node))
        elif tag == "li":
            self._start_item(node)
        elif tag == "table":
            self._start_table(node)
        elif self.table is not None:
            self.table.start(node, self)

    def _end(self, node):
        tag = node.tag
        look = self.looks[-1]
        if tag in BLOCKS:
            self._flush()
        if tag in _HEADINGS and look.heading.number:
            self._number_alone(look.heading)
        if tag == "a":
            self._address(node)
        elif look.label and not self.looks[-2].label:
            self._end_label()
        elif tag in _LISTS:
            self.lists.pop()
        elif tag == "li" and self.lists:
            self.lists[-1].fresh = True
        elif tag == "table":
            self._end_table()
        elif self.table is not None:
            self.table.end(node, self)
        self.looks.pop()

    def _start_item(self, node):
        if not self.lists:
            return
        self.lists[-1].fresh = True
        parent = node.getparent()
        if parent is not None and "o_checklist" in (parent.get("class") or ""):
            ticked = "o_checked" in (node.get("class") or "")
            self.pieces.append(("[x] " if ticked else "[ ] ", frozenset()))

    def _start_table(self, node):
        if self.table is None:
            self.table = Table(node)
        self.table.depth += 1

    def _end_table(self):
        table = self.table
        table.depth -= 1
        if not table.depth:
            self.table = None
            table.put_into(self.output)

    def _end_label(self):
        """A bullet of Word's sign fonts is a dash on paper; a number stays as it is."""
        label = one_line("".join(self.label).replace("\u00a0", " "))
        label = "-" if _BULLETS.fullmatch(label) else label
        self.label = []
        if label:
            self.pieces.append((f"{label} ", self.looks[-2].marks))

    def _address(self, node):
        """Where a link goes is print too, unless its text says it."""
        address = one_line(node.get("href") or "")
        if not _ADDRESS.match(address):
            return
        bare = re.sub(r"(?i)^(mailto|tel):", "", address)
        text = "".join(node.itertext())
        if not text.strip():
            self.pieces.append((bare, self.looks[-2].marks))
        elif _compared(text) not in (_compared(bare), _compared(unquote(bare))):
            self.pieces.append((f" ({bare})", self.looks[-2].marks))

    def _flush(self):
        """What was gathered becomes a paragraph, an item, a heading or a line of a cell."""
        if not self.pieces:
            return
        runs = tidy(self.pieces, _BLANK)
        self.pieces = []
        if runs:
            self._write(runs, self.looks[-1])

    def _write(self, runs, look):
        if self.table is not None:
            self.table.line(self._labelled(runs, look), look)
        elif look.heading:
            self._write_heading(runs, look.heading)
        elif self.lists and self.output.holds(self.lists[-1]):
            self.output.item(self.lists, runs)
        elif (article := article_of(runs)) and _style(look) == "body":
            level, number, rest = article
            self.output.heading(level, one_line(number), rest)
        else:
            self.output.paragraph(runs, _style(look))

    def _write_heading(self, runs, heading):
        level, number = heading.level, heading.number
        if number is None:
            level, number, runs = number_of(runs, level)
        heading.number = ""
        self.output.heading(level, one_line(number), runs)

    def _number_alone(self, heading):
        number = one_line(heading.number)
        if number and self.table is not None:
            self.table.line([{"text": number}], self.looks[-1])
        elif number:
            self.output.heading(heading.level, number, [])
        heading.number = ""

    def _labelled(self, runs, look):
        """Cells have no lists: the label of an item stands in its text."""
        label = ""
        if look.heading and look.heading.number:
            label, look.heading.number = one_line(look.heading.number), ""
        elif self.lists and self.lists[-1].fresh:
            level = self.lists[-1]
            label = "-" if level.kind == "ul" else LABELS[level.kind](level.number)
            level.fresh = False
            level.number += 1
        return tidy([(f"{label} ", frozenset()), *_pieces(runs)], _BLANK) if label else runs


def _pieces(runs):
    return [
        (BREAK if run.get("break") else run["text"], frozenset(run.keys() - {"text", "break"}))
        for run in runs
    ]


def _style(look):
    return look.style or {"center": "centered", "right": "right"}.get(look.align, "body")


def _compared(address):
    bare = re.sub(r"(?i)^(https?|ftp)://", "", one_line(address))
    return bare.rstrip("/").casefold()


def _breaks_page(node):
    if node.tag == "hr":
        return node.get("class") == "page-break"
    declared = styles(node.get("style"))
    place = declared.get("page-break-before") or declared.get("break-before")
    return place in ("always", "page")


def _level(node):
    if node.tag != "ol":
        return Level("ul")
    kind = node.get("type") or _CSS_KINDS.get(styles(node.get("style")).get("list-style-type"), "1")
    kind = "a" if kind == "A" else kind
    first = next(iter(node), None)
    given = node.get("start") or (first.get("value") if first is not None else None) or ""
    starts = given.isascii() and given.isdigit() and len(given) < 7
    start = min(int(given), MAX_START // 2) if starts else 1
    return Level(kind if kind in LABELS else "1", start)

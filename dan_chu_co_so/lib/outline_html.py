"""HTML as a browser hands it over from Word, a web page or a mail → lines of an outline."""

import re

from lxml import etree

from .outline_lines import RULE, Line, visible
from .outline_marks import listed_mark, mark_of, split_mark
from .paper.markup import parse, styles
from .paper.rich_marks import BLOCKS, DROPPED, Look
from .paper.words import point, roman

_LISTS = ("ol", "ul", "menu", "dir")
_HEADING = re.compile(r"h([1-6])")
_CSS_TYPES = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_WORD_LIST = re.compile(r"(l\d+)\s+level(\d)")
_HIGHEST = 100_000


def lines_of(html):
    """The lines. What is nested too deep to be read raises PaperError."""
    return _Walk().over(parse(html or ""))


class _Walk:
    """Goes once through the tree, without recursion: what is pasted may be nested to any depth."""

    def __init__(self):
        self.lines = []
        self.pieces = []  # (text, is bold) of the line that is being read
        self.label = []  # what Word wrote before an item
        self.looks = [Look()]
        self.lists = []
        self.cells = []  # of each table row that is open: whether it has several
        self.heading = 0
        self.item = None
        self.mark = None
        self.has_gap = True

    def over(self, root):
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, node in walk:
            if event == "end":
                self._end(node)
                self._text(node.tail)
            elif node.tag in DROPPED:
                walk.skip_subtree()
                self.looks.append(self.looks[-1])
            else:
                self._start(node)
                self._text(node.text)
        self._flush()
        return self.lines

    def _text(self, text):
        look = self.looks[-1]
        if not text:
            return
        if look.label:
            self.label.append(text)
            return
        for place, line in enumerate(text.split("\n") if look.preformatted else [text]):
            if place:
                self._flush(has_gap=False)
            self.pieces.append((line, "bold" in look.marks))

    def _start(self, node):
        tag = node.tag
        if tag == "br":
            self._break()
        elif tag in BLOCKS:
            self._block(tag)
        self.looks.append(self.looks[-1].inside(node))
        if tag == "tr":
            self.cells.append(sum(cell.tag in ("td", "th") for cell in node) > 1)
        elif tag in _LISTS:
            self.lists.append(_List(node, self.lists[0].root if self.lists else node))
        elif tag == "li" and self.lists:
            self.mark = self.lists[-1].next_mark(node)
            self.item = (self.lists[-1].root, len(self.lists))
        elif found := _HEADING.fullmatch(tag):
            self.heading = int(found[1])
        elif found := _WORD_LIST.search(styles(node.get("style")).get("mso-list", "")):
            self.item = (found[1], int(found[2]))

    def _end(self, node):
        tag = node.tag
        was_label = self.looks.pop().label
        if tag in BLOCKS:
            self._block(tag)
        if was_label and not self.looks[-1].label:
            label = " ".join(visible("".join(self.label)).split())
            self.label = []
            if label:
                self.mark = mark_of(label)
        elif tag == "tr":
            self.cells.pop()
        elif tag in _LISTS:
            self.lists.pop()
        if tag == "li" or (tag == "p" and not self.lists):
            self.item = self.mark = None
        elif _HEADING.fullmatch(tag):
            self.heading = 0

    def _block(self, tag):
        """Rows of a table are lines, unless they have but one cell: mails are laid out so."""
        if tag in ("td", "th") and any(self.cells):
            self.pieces.append(("\t", False))
        elif any(self.cells) and tag != "tr":
            self.pieces.append((" ", False))
        else:
            self._flush(has_gap=tag != "div")

    def _break(self):
        if any(self.cells):
            self.pieces.append((" ", False))
        else:
            is_blank_line = not any(text.strip() for text, _bold in self.pieces)
            self._flush(has_gap=is_blank_line)

    def _flush(self, has_gap=True):
        text = visible("".join(text for text, _bold in self.pieces))
        told = [bold for text, bold in self.pieces if any(char.isalnum() for char in text)]
        self.pieces = []
        mark, words = split_mark("" if RULE.fullmatch(text) else text)
        words = " ".join(words.split())
        if self.mark and not (mark and (mark.is_number or not self.mark.is_number)):
            mark, words = self.mark, " ".join(text.split())
        if words or (mark and not self.mark):
            self.lines.append(
                Line(
                    words,
                    mark,
                    bool(told) and all(told),
                    self.heading,
                    self.has_gap,
                    self.item if mark else None,
                    len(text.strip()),
                )
            )
            self.mark = None
            self.has_gap = False
        self.has_gap = self.has_gap or has_gap


class _List:
    def __init__(self, node, root):
        self.root = root
        self.is_ordered = node.tag == "ol"
        css = styles(node.get("style"))
        kind = css.get("list-style-type") or css.get("list-style", "")
        self.kind = _CSS_TYPES.get(kind, node.get("type") or "1")
        self.place = _whole(node.get("start"), 1) - 1

    def next_mark(self, node):
        if not self.is_ordered:
            return mark_of("-")
        self.place = _whole(node.get("value"), self.place + 1)
        return listed_mark(f"{self._number()}.", self.kind)

    def _number(self):
        if self.kind in ("i", "I"):
            numeral = roman(self.place)
            return numeral if self.kind == "I" else numeral.lower()
        if self.kind in ("a", "A"):
            letters = point(self.place)
            return letters if self.kind == "a" else letters.upper()
        return str(self.place)


def _whole(text, default):
    text = (text or "").strip()
    is_whole = text.isascii() and text.isdecimal() and len(text) < 7
    return min(int(text), _HIGHEST) if is_whole else default

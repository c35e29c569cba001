"""What tags, classes and styles of the web editor and of Word say about a text."""

import re
from dataclasses import dataclass, field, replace

from .blocks import STYLES
from .markup import styles


def _tags(words):
    return frozenset(words.split())


UNPRINTABLE = _tags("""
    applet area audio button canvas embed form frame frameset iframe image img input map math meter
    object optgroup option picture progress select source svg textarea track video
""")
DROPPED = _tags("base head link meta noembed noframes script style template title xml")
BLOCKS = _tags("""
    address article aside blockquote body caption center col colgroup dd details dialog dir div dl
    dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html legend li listing main
    menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp
""")
INLINE_MARKS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "cite": "italic",
    "dfn": "italic",
    "var": "italic",
    "u": "underline",
    "ins": "underline",
    "sup": "sup",
    "sub": "sub",
}
_ALIGNED = {
    "center": "center",
    "-webkit-center": "center",
    "middle": "center",
    "right": "right",
    "end": "right",
    "-webkit-right": "right",
    "left": "left",
    "start": "left",
    "-webkit-left": "left",
    "justify": "justify",
}
# The editor's headings are those of a text with I., 1., a).
_EDITOR_LEVELS = {"h1": 3, "h2": 4, "h3": 5, "h4": 5, "h5": 5, "h6": 5}
_TELLING = {*INLINE_MARKS, *_EDITOR_LEVELS, "pre", "listing", "xmp", "center"}
_NUMBER_LEVELS = (
    (1, r"(?:Phần|Chương)\s+(?:[IVXLC]+|\d{1,3}|thứ \w+)[.:]?(?=\s|$)"),
    (2, r"(?:Mục|Tiểu mục)\s+(?:\d{1,3}|[IVXLC]+)[.:]?(?=\s|$)"),
    (6, r"Điều\s+\d{1,3}[a-zđ]?[.:]"),
)
_NUMBER = re.compile(
    r"(?:(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|[A-ZĐ]|[a-zđ])[.)/]{1,2}|\d{1,2}(?:\.\d{1,2})+)(?=\s|$)"
)
_ARTICLE = re.compile(_NUMBER_LEVELS[2][1])
_LINE_NUMBERS = [(level, re.compile(sign)) for level, sign in _NUMBER_LEVELS]


@dataclass
class Heading:
    level: int
    number: str | None  # None: it may still stand in the text


@dataclass(frozen=True)
class Look:
    """How text looks at some place. Inherited by what stands inside."""

    marks: frozenset = frozenset()
    align: str | None = None
    style: str | None = None
    heading: Heading | None = field(default=None, compare=False)
    preformatted: bool = False
    label: bool = False

    def inside(self, node):
        if not node.attrib and node.tag not in _TELLING:
            return self
        look = self._marked(INLINE_MARKS.get(node.tag))
        if node.tag in ("pre", "listing", "xmp"):
            look = replace(look, preformatted=True)
        if node.tag == "p" and node.get("class") in STYLES:
            look = replace(look, style=node.get("class"))
        if node.tag in _EDITOR_LEVELS:
            look = replace(look, heading=_heading(node))
        align = (
            "center" if node.tag == "center" else _ALIGNED.get((node.get("align") or "").lower())
        )
        declared = styles(node.get("style"))
        align = _ALIGNED.get(declared.get("text-align"), align)
        look = replace(look, align=align) if align else look
        if node.tag == "span" and "ignore" in declared.get("mso-list", ""):
            look = replace(look, label=True)
        return look._declared(declared) if declared else look

    def _marked(self, mark, present=True):
        if not mark:
            return self
        marks = self.marks - ({"sup", "sub"} if mark in ("sup", "sub") else {mark})
        return replace(self, marks=marks | {mark} if present else marks)

    def _declared(self, declared):
        look = self
        weight = declared.get("font-weight", "")
        if weight in ("bold", "bolder") or weight.isdecimal():
            look = look._marked("bold", not weight.isdecimal() or int(weight[:4]) >= 600)
        elif weight in ("normal", "lighter"):
            look = look._marked("bold", present=False)
        slant = declared.get("font-style", "")
        if slant:
            look = look._marked("italic", slant.startswith(("italic", "oblique")))
        line = declared.get("text-decoration-line") or declared.get("text-decoration", "")
        if "underline" in line:
            look = look._marked("underline")
        if declared.get("vertical-align") in ("super", "sub"):
            look = look._marked("sup" if declared["vertical-align"] == "super" else "sub")
        return look


def _heading(node):
    """A heading with data-number is one of ours already, its level stays."""
    number = node.get("data-number")
    level = int(node.tag[1]) if number is not None else _EDITOR_LEVELS[node.tag]
    return Heading(level, number)


def number_of(runs, level):
    """`(level, number, runs without it)` of a heading whose number is typed in its text."""
    text = "".join(run.get("text", "\n") for run in runs)
    for own_level, sign in _LINE_NUMBERS:
        if found := sign.match(text):
            return own_level, found[0], _without(runs, len(found[0]))
    if found := _NUMBER.match(text):
        return level, found[0], _without(runs, len(found[0]))
    return level, "", runs


def article_of(runs):
    """The same for a paragraph that is all bold and begins with "Điều 1.", or None."""
    text = "".join(run.get("text", "\n") for run in runs)
    found = _ARTICLE.match(text)
    if not found or not all(run.get("bold") or run.get("break") for run in runs):
        return None
    plain = [{key: part for key, part in run.items() if key != "bold"} for run in runs]
    return 6, found[0], _without(plain, len(found[0]))


def _without(runs, length):
    """Runs without their first characters and the white space and breaks after them."""
    left = []
    for run in runs:
        if left:
            left.append(run)
        elif run.get("break"):
            length = max(0, length - 1)
        else:
            rest = run["text"][length:].lstrip() if length < len(run["text"]) else ""
            length = max(0, length - len(run["text"]))
            if rest:
                left.append(run | {"text": rest})
    return left

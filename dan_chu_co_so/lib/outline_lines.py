"""Lines as they are pasted → paragraphs: what a page or a margin cut in two is joined again."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from .outline_marks import Mark
from .paper.words import clean

# No paper is typed in longer lines; what is longer was not cut at the margin.
_WIDEST = 130
_FULL = 0.8
# Shorter, it is a heading, and a text that begins in lower case is below it.
_SHORTEST_CUT = 25
RULE = re.compile(r"[\s\-_=*~–—]{3,}")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060]")
ENDED = re.compile(r"[.;:!?…]\W*$")
_BROKEN_NUMBER = re.compile(r"\w-$")
_GOES_ON = re.compile(
    r"(?:,|\s-|\b(?:và|của|với|về|các|những|theo|tại|là|trong|cho|để|do|từ|đến|số|ngày|tháng|năm))$"
)


@dataclass
class Line:
    """`heading`: 1 to 6 where the text says so (#, <h2>), else 0. `has_gap`: a blank line, or a
    new paragraph, is before it. `item`: (list, depth) of an item of a list in HTML."""

    text: str
    mark: Mark | None = None
    is_bold: bool = False
    heading: int = 0
    has_gap: bool = False
    item: tuple | None = None
    length: int = 0
    pieces: list = field(default_factory=list)


def visible(text):
    return _INVISIBLE.sub("", clean(text))


def joined(lines):
    """The paragraphs, each as one line."""
    cut = _Cut(lines)
    paragraphs = []
    for line in lines:
        before = paragraphs[-1] if paragraphs else None
        if before and cut.goes_on(before, line):
            _append(before, line)
        else:
            line.pieces = [line.text]
            paragraphs.append(line)
        cut.last = line
    return [paragraph for paragraph in paragraphs if _finish(paragraph)]


def _finish(paragraph):
    """Whether there are words in it. A number without a text is one."""
    paragraph.text = "".join(paragraph.pieces)
    if not paragraph.text and paragraph.mark:
        paragraph.text, paragraph.mark = paragraph.mark.typed, None
        return any(char.isalnum() for char in paragraph.text)
    return bool(paragraph.text)


def _append(before, line):
    text = f"{line.mark.typed} {line.text}" if line.mark else line.text
    is_broken = _BROKEN_NUMBER.search(before.pieces[-1][-2:])
    blank = " " if before.pieces[-1] and text and not is_broken else ""
    before.pieces.append(blank + text)
    before.is_bold = before.is_bold and line.is_bold if before.text else line.is_bold
    before.text = before.text or line.text


class _Cut:
    """How this text was cut into lines."""

    def __init__(self, lines):
        longest = max((line.length for line in lines), default=0)
        pairs = [
            (before, line)
            for before, line in pairwise(lines)
            if not (line.has_gap or line.mark) and before.length >= _FULL * longest
        ]
        lower = sum(_begins_lower(line.text) for _before, line in pairs)
        is_cut = longest <= _WIDEST and lower and 2 * lower >= len(pairs)
        self.full = _FULL * longest if is_cut else None
        marked = [line for line in lines if line.mark]
        spaced = sum(line.has_gap for line in marked)
        self.has_gaps = bool(marked) and 2 * spaced >= len(marked)
        self.places = {}
        self.last = None

    def goes_on(self, before, line):
        """Whether `line` belongs to the paragraph `before`."""
        if line.item or line.heading:
            return False
        is_full = self.full is not None and self.last.length >= self.full and not line.has_gap
        said = before.pieces[-1]
        if line.mark:
            return self._is_no_mark(said, line, is_full)
        if not any(before.pieces):
            return True
        if ENDED.search(said[-20:]):
            return is_full and self.has_gaps and not said.endswith(("./.", ":"))
        if is_capitals(before.text) != is_capitals(line.text):
            return is_full and (not is_capitals(before.text) or _begins_lower(line.text))
        if line.has_gap and before.is_bold != line.is_bold:
            return False
        return is_full or self._is_cut_phrase(before, line)

    def _is_cut_phrase(self, before, line):
        if is_capitals(line.text):
            return bool(before.mark) and not line.has_gap
        if _BROKEN_NUMBER.search(before.pieces[-1][-2:]):
            return True
        is_long = len(before.text) >= _SHORTEST_CUT or len(before.pieces) > 1
        if not is_long:
            return False
        return _begins_lower(line.text) or bool(_GOES_ON.search(before.pieces[-1][-20:]))

    def _is_no_mark(self, said, line, is_full):
        """A line of a paragraph may begin with "2. " or "- 11/2026" by chance."""
        mark = line.mark
        is_next = mark.place in (None, 1, self.places.get(mark.kind, 0) + 1)
        by_chance = is_full and not ENDED.search(said[-20:])
        if by_chance and line.text and (not line.text[0].isupper() or not is_next):
            return True
        if mark.place:
            self.places[mark.kind] = mark.place
        return False


def _begins_lower(text):
    letter = next((char for char in text if char.isalnum()), "")
    return letter.islower() or text[:1] in ",;.)”"


def is_capitals(text):
    return len(text) > 3 and text.isupper()

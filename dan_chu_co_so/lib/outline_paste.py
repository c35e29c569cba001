"""An outline pasted from Word, Excel, a PDF or a mail → rows.

No word is lost: what cannot be told is a paragraph. Numbers stay as they were typed.
"""

import re

from .outline_html import lines_of
from .outline_lines import RULE, Line, joined, visible
from .outline_marks import split_mark
from .outline_place import placed

_QUOTED_MAIL = re.compile(r"\A\s*(?:>\s?)+")
_HASHES = re.compile(r"\s*(#{1,6})\s+")
_STARS = re.compile(r"(?<!\()\*{2,3}(?!\))")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+)(?<=\S)\*(?![\w*])")


def from_text(text):
    """Rows of plain text, also of one with remains of Markdown."""
    lines = []
    has_gap = True
    # Word ends the cells of a table with a bell.
    for raw in _unquoted((text or "").replace("\x07", "\t").splitlines()):
        line = None if RULE.fullmatch(raw) else _line(raw, has_gap)
        if line:
            lines.append(line)
        has_gap = not line
    return placed(joined(lines))


def from_html(html):
    """Rows of what a browser hands over: headings, lists, and Word's paragraphs with a number."""
    return placed(joined(lines_of(html)))


def _unquoted(lines):
    """Without the signs of a quoted mail; a single "> 95%" is no quotation."""
    said = [line for line in lines if line.strip()]
    if all(_QUOTED_MAIL.match(line) for line in said):
        return [_QUOTED_MAIL.sub("", line, count=1) for line in lines]
    return lines


def _line(raw, has_gap):
    text = visible(raw)
    hashes = _HASHES.match(text)
    if hashes:
        text = text[hashes.end() :].rstrip("# ")
    stars = _STARS.findall(text)
    begins, ends = _STARS.match(text.strip()), text.rstrip(" .:;").endswith("**")
    is_bold = bool(stars) and bool((begins and ends) or (len(stars) == 1 and (begins or ends)))
    mark, words = split_mark(_ITALIC.sub(r"\1", _STARS.sub("", text)))
    words = " ".join(words.split())
    if not words and not mark:
        return None
    heading = len(hashes[1]) if hashes else 0
    return Line(words, mark, is_bold, heading, has_gap, length=len(raw.rstrip()))

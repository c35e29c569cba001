"""Numbers and bullets before a line, as people write them: "I/.", "1-", "1.1.", "a)", "+"."""

import re
from dataclasses import dataclass

from .paper.words import POINTS, roman

_QUOTES = "“\"'‘«("
_HYPHENS = "-–—−‐‑"
_GLUED = f"{_HYPHENS}+•●○◦▪■□▫·∙⁃➢➤►✓✔"
# Bullets of Word's symbol fonts as they arrive in plain text, with "*", "§" and "Ø" among them.
_APART = "*§Ø\uf02d\uf076\uf0a7\uf0b7\uf0d8\uf0e8\uf0fc"
_WORDS = "một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười|nhất|nhì"
_PART = re.compile(
    rf"(phần|bước|chương|mục|điều)\s+(?:thứ\s+)?(?:[ivx]+|\d{{1,3}}|{_WORDS})(?!\w)\s*([.:]?)",
    re.IGNORECASE,
)
_FORMS = (
    # A single letter may be a Roman number: I, V and X are.
    ("roman", re.compile(r"(X{0,3}(?:IX|IV|V?I{0,3}))(?<=\w)(?!\w)")),
    ("capital", re.compile(r"([A-HJ-UWYZĐ])(?!\w)")),
    ("dotted", re.compile(r"((?:\d{1,3}|[IVX]+)(?:\.\d{1,2})+)(?!\w)")),
    ("number", re.compile(r"(\d{1,3})(?!\w)")),
    ("point", re.compile(r"([a-zđ])(?!\w)")),
)
_CLOSING = re.compile(r"\s?(?:\./|/\.|\.-|[./)]|[-–](?=\s*[^\W\d_]))")
_IN_BRACKETS = re.compile(r"\((\d{1,2}|[a-zđ])\)(?=\s)")
POINT = 20
_RANKS = {
    "phần": 0,
    "bước": 0,
    "chương": 1,
    "mục": 2,
    "capital": 3,
    "roman": 4,
    "điều": 5,
    "listed": 6,
    "number": 7,
    "number)": 8,
    "dotted": 9,
    "point": POINT,
    "brackets": POINT + 1,
}


@dataclass(frozen=True)
class Mark:
    """`rank`: a mark never stands under one of a higher rank; None for bullets."""

    typed: str
    kind: str
    rank: int | None = None
    place: int | None = None

    @property
    def is_number(self):
        return self.rank is not None

    @property
    def is_grand(self):
        """Of a section, never of an item: "I.", "A.", "Chương II"."""
        return self.is_number and self.rank < _RANKS["listed"]


def split_mark(line):
    """(mark or None, the words behind it)."""
    line = line.strip()
    for find in (_bullet, _part, _number):
        if found := find(line):
            mark, length = found
            return mark, line[length:].strip()
    return None, line


def mark_of(label):
    """The mark that stands by itself, as in Word's own lists: what is no number is a bullet."""
    mark, rest = split_mark(label)
    if mark and not rest:
        return mark
    return Mark(" ".join(label.split()), "-")


def listed_mark(typed, kind):
    """The mark a browser puts before an item of <ol>: `kind` is its attribute type."""
    form = {"1": "number", "I": "listed"}.get(kind, "point")
    return Mark(typed, form, _RANKS[form])


def _bullet(line):
    sign, rest = line[:1], line[1:]
    if not sign or sign not in _GLUED + _APART + "o":
        return None
    if sign == "o":
        is_bullet = rest[:1] in ("\t", "\xa0") or rest[:2] == "  "
    elif rest[:1].isspace() or not rest:
        is_bullet = True
    elif sign == "*":
        is_bullet = rest[0].isalpha() and "*" not in rest
    else:
        is_bullet = sign in _GLUED and (rest[0].isalpha() or rest[0] in _QUOTES)
    return (Mark(sign, "-" if sign in _HYPHENS else sign), 1) if is_bullet else None


def _part(line):
    found = _PART.match(line)
    if not found:
        return None
    rest = line[found.end() :].strip()
    kind = found[1].lower()
    # "Mục 2 Điều 5 quy định …" speaks of an article, "MỤC 2 NHIỆM VỤ" is a heading.
    if rest and not found[2] and (kind == "điều" or not rest.isupper()):
        return None
    return Mark(found[0].strip(), kind, _RANKS[kind]), found.end()


def _number(line):
    if found := _IN_BRACKETS.match(line):
        return Mark(found[0], "brackets", _RANKS["brackets"]), found.end()
    for kind, form in _FORMS:
        found = form.match(line)
        if not found:
            continue
        closing = _CLOSING.match(line, found.end())
        end = closing.end() if closing else found.end()
        sign = closing[0].strip() if closing else ""
        if _opens(line[end:], sign, kind):
            depth = found[1].count(".") if kind == "dotted" else 0
            own = "number)" if kind == "number" and sign == ")" else kind
            rank = _RANKS[own] + depth
            return Mark(line[:end].strip(), f"{own}{depth or ''}", rank, _place(found[1])), end
    return None


def _opens(rest, closing, kind):
    """Whether what follows can be the text of a numbered line: no "1.500", "246/KH" or "V.I."."""
    if not closing:
        # From a table of Excel, or "1.1 Nội dung".
        begins = rest.lstrip()[:1]
        is_cell = rest[:1] == "\t" and bool(begins) and kind != "dotted"
        return is_cell or (
            kind == "dotted" and rest[:1].isspace() and (begins.isupper() or begins in _QUOTES)
        )
    if closing in ("-", "–"):
        return rest.lstrip()[:1].isupper()
    if not rest or rest[0].isspace():
        return True
    is_glued = rest[0] in _QUOTES or (rest[:2].isalpha() and len(rest) > 1)
    return is_glued and closing in (".", ")", "./", "/.") and kind not in ("point", "capital")


def _place(number):
    """Which one it is among its brothers, None where that is not told by the number."""
    last = number.rpartition(".")[2]
    if last.isdecimal():
        return int(last)
    if last in POINTS:
        return POINTS.index(last) + 1
    return next((place for place in range(1, 40) if roman(place) == last), None)

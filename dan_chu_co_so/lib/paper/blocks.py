"""What a paper is made of, and the check that a tree is one. The PDF and Word writers take
nothing else, so a paper that passes here prints.
"""

import math

from .runs import MARKS
from .tables import fit
from .words import is_clean

FORMAT = 1
STYLES = (
    "body",
    "flush",
    "base",
    "addressee",
    "authority",
    "order",
    "centered",
    "right",
    "note",
)
LEVELS = range(1, 7)
ALIGNMENTS = ("left", "center", "right", "justify")
URGENCIES = ("HỎA TỐC", "THƯỢNG KHẨN", "KHẨN")
CIRCULATIONS = ("LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI")
FORMS = ("signature", "minutes")
# Deeper a list has no room left on the line.
MAX_LIST_DEPTH = 6
MAX_FILL_LINES = 200
SIZES = (
    "country",
    "motto",
    "superior",
    "issuer",
    "number",
    "place_and_date",
    "title",
    "subject",
    "letter_subject",
    "bases",
    "body",
    "headings",
    "signatory_title",
    "signatory_name",
    "addressee",
    "recipients_word",
    "recipients",
    "annex_word",
    "annex_title",
    "annex_reference",
    "urgency",
    "circulation",
    "page_number",
    "drafter",
    "address",
)


class PaperError(ValueError):
    """A paper that cannot be printed. `code` says why, `details` names the piece and its value."""

    def __init__(self, code, message="", **details):
        told = ", ".join(f"{name}: {value}" for name, value in details.items())
        super().__init__(message or f"{code} ({told})")
        self.code = code
        self.details = details


def check(paper):
    """The paper itself, or PaperError at its first fault."""
    _shaped(paper, PAPER, "paper")
    return paper


def _wrong(path, value, expected):
    shown = repr(value)
    shown = shown if len(shown) <= 80 else f"{shown[:77]}…"
    return PaperError(
        "wrong_value", f"{path} is {shown}: expected {expected}", path=path, value=shown
    )


def _shaped(value, shape, path):
    """Shapes: a dict of required keys, a list of one shape, or a function of value and path."""
    if callable(shape):
        shape(value, path)
    elif isinstance(shape, list):
        if not isinstance(value, list):
            raise _wrong(path, value, "a list")
        for place, part in enumerate(value):
            _shaped(part, shape[0], f"{path}[{place}]")
    else:
        _keys(value, shape, (), path)
        for key, part in shape.items():
            _shaped(value[key], part, f"{path}.{key}")


def _keys(value, required, optional, path):
    if not isinstance(value, dict):
        raise _wrong(path, value, f"an object with {', '.join(required)}")
    for key in required:
        if key not in value:
            raise PaperError("missing", f"{path} has no {key!r}", path=path, key=key)
    for key in value:
        if key not in required and key not in optional:
            raise PaperError("unknown", f"{path} knows no {key!r}", path=path, key=key)


def _text(value, path):
    if not isinstance(value, str):
        raise _wrong(path, value, "a text")
    if not is_clean(value):
        raise PaperError(
            "unclean_text",
            f"{path}: {value[:60]!r} holds control characters or letters apart from their tones",
            path=path,
            value=value[:60],
        )


def _flag(value, path):
    if not isinstance(value, bool):
        raise _wrong(path, value, "true or false")


def _number(value, path):
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
        raise _wrong(path, value, "a number that is not negative")


def _positive(value, path):
    _number(value, path)
    if not value:
        raise _wrong(path, value, "a number above zero")


def _whole(low, high):
    def whole(value, path):
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise _wrong(path, value, f"a whole number from {low} to {high}")

    return whole


def _one_of(*choices):
    def one_of(value, path):
        if value not in choices or isinstance(value, bool):
            raise _wrong(path, value, " or ".join(map(str, choices)))

    return one_of


def _or_none(shape):
    return lambda value, path: None if value is None else _shaped(value, shape, path)


def _run(value, path):
    if value == {"break": True}:
        return
    _keys(value, ("text",), MARKS, path)
    _text(value["text"], f"{path}.text")
    for mark in value.keys() & set(MARKS):
        _flag(value[mark], f"{path}.{mark}")


def _cell(value, path):
    _keys(value, ("lines",), CELL_OPTIONS, path)
    _shaped(value["lines"], [[_run]], f"{path}.lines")
    for key in value.keys() & CELL_OPTIONS.keys():
        _shaped(value[key], CELL_OPTIONS[key], f"{path}.{key}")


def _page(value, path):
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise _wrong(path, value, "width and height")
    for side in value:
        _positive(side, path)


def _block(value, path):
    _block_of(value, path, SHAPES)
    if value["type"] == "table":
        _check_grid(value, path)


def _block_of(value, path, shapes):
    if not isinstance(value, dict) or value.get("type") not in shapes:
        raise _wrong(path, value, f"a block of type {', '.join(shapes)}")
    _shaped(value, {"type": _one_of(value["type"])} | shapes[value["type"]], path)


def _items(depth):
    def items(value, path):
        if depth > MAX_LIST_DEPTH:
            raise PaperError(
                "too_deep",
                f"{path}: a list may stand in at most {MAX_LIST_DEPTH - 1} others",
                path=path,
            )
        inside = {"paragraph": SHAPES["paragraph"], "list": {"items": _items(depth + 1)}}
        item = {
            "label": _text,
            "blocks": [lambda block, where: _block_of(block, where, inside)],
        }
        _shaped(value, [item], path)

    return items


def _check_grid(table, path):
    sections, columns = fit([table["head"], table["rows"]])
    if not columns:
        raise PaperError("empty_table", f"{path}: a table without a cell", path=path)
    if sections != [table["head"], table["rows"]]:
        raise PaperError(
            "uneven_table", f"{path}: cells do not fill the rows of {columns} columns", path=path
        )
    if table["widths"] is not None and len(table["widths"]) != columns:
        raise PaperError(
            "widths",
            f"{path}: {len(table['widths'])} widths for {columns} columns",
            path=path,
            columns=columns,
        )


SIGNATURE = {"lines": [_text], "note": _or_none(_text), "name": _or_none(_text)}
CELL_OPTIONS = {
    "align": _or_none(_one_of(*ALIGNMENTS)),
    "colspan": _whole(1, 1000),
    "rowspan": _whole(1, 100_000),
    "header": _flag,
}
SHAPES = {
    "paragraph": {"style": _one_of(*STYLES), "runs": [_run]},
    "addressees": {"label": _text, "names": [_text]},
    "heading": {"level": _one_of(*LEVELS), "number": _or_none(_text), "runs": [_run]},
    "list": {"items": _items(1)},
    "table": {
        "border": _flag,
        "widths": _or_none([_positive]),
        "head": [[_cell]],
        "rows": [[_cell]],
    },
    "signatures": {"columns": [SIGNATURE]},
    "fill": {"lines": _whole(1, MAX_FILL_LINES)},
    "page_break": {},
}
PAPER = {
    "format": _one_of(FORMAT),
    "draft": _flag,
    "day": _or_none(_text),
    "name": _text,
    "layout": {
        "page": _page,
        "margins": dict.fromkeys(("top", "bottom", "left", "right"), _number),
        "sizes": dict.fromkeys(SIZES, _positive),
        "paragraph_gap": _number,
        "line_spacing": _positive,
        "first_line_indent": _number,
        "letter_subject_gap": _number,
        "rule": _number,
    },
    "head": {
        "superior": [_text],
        "issuer": [_text],
        "country": _text,
        "motto": _text,
        "number": _or_none(_text),
        "place_date": _or_none(_text),
        "letter_subject": _or_none(_text),
        "urgency": _or_none(_one_of(*URGENCIES)),
        "circulation": _or_none(_one_of(*CIRCULATIONS)),
        "title": _or_none(_text),
        "subject": [_text],
        "address": _or_none(_text),
    },
    "blocks": [_block],
    "foot": {
        "recipients": [_text],
        "signatures": [SIGNATURE],
        "form": _one_of(*FORMS),
    },
    "annexes": [
        {
            "label": _or_none(_text),
            "title": _or_none(_text),
            "reference": _or_none(_text),
            "landscape": _flag,
            "blocks": [_block],
        }
    ],
}

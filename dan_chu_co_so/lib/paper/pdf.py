"""A paper as PDF/A, laid out by Nghị định 30/2020/NĐ-CP, and its pages for the screen."""

import calendar
import datetime
import json
import os
import re
import sys
import unicodedata
from dataclasses import replace

from .blocks import PaperError
from .columns import shares_of
from .typesetter import Job, LayoutError, OutOfBounds, apart, forget_fonts, load_fonts

FONTS = ("Times New Roman", "Liberation Serif")
# Signs that Times New Roman lacks: boxes to tick, check marks.
FONTS_FOR_SIGNS = ("DejaVu Serif", "DejaVu Sans", "Segoe UI Symbol", "Noto Sans Symbols2")
UNPRINTABLE = "□"
# Longer papers, in letters of JSON, are set in a process of their own.
BIG = 200_000
SECONDS = 100
DAY_WITHOUT_DATE = "2000-01-01"
LETTERS_A_LINE = 75
LETTERS_A_WIDE_LINE = 112
LONGEST_WORD = 45
MAY_BREAK = "\ufdd0"  # no letter of Unicode; the layout knows it

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]+")
_MISSING = re.compile(r'the text `(".*?")` could not be displayed', re.DOTALL)
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}")


def write_pdf(paper, font_folders=None):
    """The paper as PDF/A-2a, tagged; the same paper gives the same bytes.

    Raises PaperError: `font_missing`, `too_big` (over time or memory), `not_printable`.
    """
    return _typeset(_job(paper, font_folders), "pdf")


def write_layout(layout, content, font_folders=None):
    """Something that is no paper, in a layout of its own among those of the reports.

    Raises what `write_pdf` raises.
    """
    folders = tuple(map(str, font_folders or _folders_of_environment()))
    job = Job(
        paper=json.dumps(_cleaned(content, sys.maxsize), ensure_ascii=False),
        fonts=json.dumps(_families(folders)),
        font_folders=folders,
        timestamp=calendar.timegm(datetime.date.fromisoformat(DAY_WITHOUT_DATE).timetuple()),
        layout=layout,
    )
    return _typeset(job, "pdf")


def preview_pages(paper, first=0, count=20, font_folders=None):
    """`count` pages from `first` on as SVG, and the number of all pages."""
    return _typeset(_job(paper, font_folders, first=first, count=count), "pages")


def _typeset(job, task):
    while True:
        try:
            return _run(job, task)
        except LayoutError as error:  # noqa: PERF203
            # PDF/A wants a glyph for every letter: emoji that no font has are replaced.
            printable = _without_missing(job.paper, str(error))
            if printable == job.paper:
                raise PaperError("not_printable", str(error)) from error
            job = replace(job, paper=printable)


def _run(job, task):
    if len(job.paper) <= BIG:
        return getattr(job, task)()
    try:
        return apart(job, task, SECONDS)
    except OutOfBounds as error:
        raise PaperError("too_big", str(error), letters=len(job.paper)) from error


def _without_missing(text, message):
    table = {}
    for quoted in _MISSING.findall(message):
        letters = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), quoted[1:-1])
        marks = [letter for letter in letters if unicodedata.category(letter)[0] in "MC"]
        table |= dict.fromkeys(map(ord, marks or letters), "" if marks else UNPRINTABLE)
    # A space that bears a foreign mark is named as well: it is the mark that cannot be printed.
    return text.translate({code: sign for code, sign in table.items() if code > ord("~")})


def _job(paper, font_folders, **wanted):
    folders = tuple(map(str, font_folders or _folders_of_environment()))
    day = datetime.date.fromisoformat(paper["day"] or DAY_WITHOUT_DATE)
    return Job(
        paper=json.dumps(_printable(paper), ensure_ascii=False),
        fonts=json.dumps(_families(folders)),
        font_folders=folders,
        timestamp=calendar.timegm(day.timetuple()),
        **wanted,
    )


def _folders_of_environment():
    """Further folders with fonts, in the variable that Typst's own program reads."""
    return filter(None, os.environ.get("TYPST_FONT_PATHS", "").split(os.pathsep))


def _families(folders):
    """The font of the text and those that help out with signs."""
    families = load_fonts(folders).families()
    of_text = [family for family in FONTS if family in families]
    if not of_text:
        forget_fonts()  # one that is installed by then is found next time
        raise PaperError(
            "font_missing",
            f"Papers are printed in {' or '.join(FONTS)}, and this machine has neither: install "
            "Debian's package fonts-liberation2, or name a folder with one of them in "
            "TYPST_FONT_PATHS.",
            fonts=FONTS,
            package="fonts-liberation2",
        )
    return [*of_text, *(family for family in FONTS_FOR_SIGNS if family in families)]


def _printable(paper):
    """The paper in NFC, every table with its widths, every word short enough for its line."""
    rest = _cleaned({**paper, "blocks": [], "annexes": []})
    return {
        **rest,
        "name": _cleaned(paper["name"] or paper["head"]["title"] or "", sys.maxsize),
        "blocks": _blocks(paper["blocks"], LETTERS_A_LINE),
        "annexes": [
            {
                **_cleaned({**annex, "blocks": []}),
                "blocks": _blocks(
                    annex["blocks"], LETTERS_A_WIDE_LINE if annex["landscape"] else LETTERS_A_LINE
                ),
            }
            for annex in paper["annexes"]
        ],
    }


def _blocks(blocks, letters):
    return [
        _table(block, letters) if block["type"] == "table" else _cleaned(block) for block in blocks
    ]


def _table(table, letters):
    shares = shares_of(table)
    rooms = [max(3, int(letters * share / sum(shares))) for share in shares]
    return {
        **table,
        "widths": shares,
        "head": [_row(row, rooms) for row in table["head"]],
        "rows": [_row(row, rooms) for row in table["rows"]],
    }


def _row(row, rooms):
    return [
        {**cell, "lines": _cleaned(cell["lines"], rooms[min(place, len(rooms) - 1)])}
        for place, cell in enumerate(row)
    ]


def _cleaned(node, longest=LONGEST_WORD):
    if isinstance(node, str):
        text = unicodedata.normalize("NFC", _CONTROLS.sub(" ", node))
        if len(text) <= longest:
            return text
        return " ".join(
            word if len(word) <= longest else MAY_BREAK.join(word) for word in text.split(" ")
        )
    if isinstance(node, dict):
        return {key: _cleaned(value, longest) for key, value in node.items()}
    if isinstance(node, (list, tuple)):
        return [_cleaned(value, longest) for value in node]
    return node

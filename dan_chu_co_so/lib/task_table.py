"""Tasks from a table pasted from Excel, Word or a page: cells parted by tabs, or HTML.

Columns are known by their headings, in any order; without headings they stand as in the annex
of a plan: STT, task, who, when, product, note.
"""

import re

from .pasted_cells import rows_of
from .task_parties import parties_of
from .task_phrase import NoSuchTime
from .task_time import read
from .text import fold

_HOUSE = r"(?:(?:ten|don vi|co quan|bo phan|nguoi|ca nhan)[ ,/]*)*"
_HEADINGS = [
    (column, re.compile(pattern))
    for column, pattern in (
        ("order", r"(?:stt|tt|so tt|so thu tu)\b"),
        ("who", rf"{_HOUSE}chu tri\b.*\bphoi hop\b"),
        ("partners", rf"{_HOUSE}phoi hop\b"),
        ("time", r"(?:thoi (?:gian|han|diem)|tien do|han|(?:ngay )?hoan thanh)\b"),
        ("product", r"(?:du kien )?(?:ket qua|san pham|dau ra)\b"),
        ("note", r"ghi chu\b"),
        ("name", r"(?:ten )?(?:cac )?(?:nhiem vu|noi dung|cong viec|phan viec|hoat dong|viec)\b"),
        ("who", r"(?:don vi|co quan|bo phan|nguoi|ca nhan|chu tri|phu trach|phan cong)\b"),
        ("who", r"(?:trach nhiem|(?:to chuc )?thuc hien)\b"),
    )
]
_AS_IN_AN_ANNEX = ("order", "name", "who", "time", "product", "note")
_LONGEST_HEADING = 60
_HEADING_WITHIN = 10
_ORDER = re.compile(r"\(?(?:[0-9]{1,4}(?:\.[0-9]{1,3})*|[ivxlc]+|[a-z])?[.)]?")
_COLUMN_NUMBER = re.compile(r"\(?[0-9]{1,2}\)?")
_PART = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[.)/]*")
_PART_BEFORE = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[.)/]+\s")


def read_table(text, year, school_year=None):
    """(rows, errors): rows are dicts of what the table says, errors (line, code, piece).

    `line` is the row as pasted, the first being 1. A row has one error at most and is then not
    among the rows. Codes: no_name (there is no task), bad_time (there is no such day),
    extra_cell (a cell beyond the columns: a tab too many). For years see `task_time.read`.
    """
    lines = [(line, cells) for line, cells in enumerate(rows_of(text or ""), start=1) if any(cells)]
    columns, labels, lines = _columns(lines)
    rows, errors = [], []
    section = ""
    for line, cells in lines:
        if _repeats(cells, labels):
            continue
        part = _part(cells, columns)
        if part:
            section = part
            continue
        found = _by_column(cells, columns, labels)
        if not any(value for column, value in found.items() if column != "order"):
            continue  # a row that has its number and nothing yet
        try:
            rows.append({"line": line, **_row(found, year, school_year), "section": section})
        except _WrongRow as wrong:
            errors.append((line, *wrong.args))
    return rows, errors


class _WrongRow(Exception):
    """With the code and the piece of an error."""


def _row(found, year, school_year):
    if found.get("extra"):
        raise _WrongRow("extra_cell", found["extra"])
    name = _on_one_line(found.get("name"))
    if not name:
        rest = (value for column, value in found.items() if column != "order" and value)
        raise _WrongRow("no_name", _on_one_line(next(rest)))
    try:
        time = read(found.get("time"), year, school_year)
    except NoSuchTime as error:
        raise _WrongRow("bad_time", error.piece) from None
    lead, partners = parties_of(found.get("who", ""), found.get("partners"))
    return {
        "name": name,
        "lead": lead,
        "partners": partners,
        "time_text": time.text,
        "time": time,
        "product": _on_one_line(found.get("product")),
        "note": _on_one_line(found.get("note")),
    }


def _by_column(cells, columns, labels):
    """{column: text}; a column of another kind goes to the note under its own name."""
    found = {}
    for place, cell in enumerate(cells):
        if not cell:
            continue
        column = columns[place] if place < len(columns) else "extra"
        if column:
            found[column] = cell
        else:
            words = f"{labels[place]}: {cell}" if labels[place] else cell
            found["note"] = "; ".join(filter(None, (found.get("note"), words)))
    if found and "partners" in columns:
        # An empty cell too says that the partners have a column of their own.
        found.setdefault("partners", "")
    return found


def _columns(lines):
    """(kinds of the columns, their headings, the rows below the headings)"""
    for place, (_line, cells) in enumerate(lines[:_HEADING_WITHIN]):
        if _is_heading(cells) and "name" in map(_column, cells):
            return _with_second_line(lines, place)
    columns = _AS_IN_AN_ANNEX
    numbered = sum(bool(_ORDER.fullmatch(fold(cells[0]))) for _line, cells in lines)
    if not lines or numbered * 2 <= len(lines):
        columns = columns[1:]
    return columns, [""] * len(columns), lines


def _with_second_line(lines, place):
    """ "Đơn vị thực hiện" may stand above "Chủ trì" and "Phối hợp"."""
    labels = list(lines[place][1])
    place += 1
    while place < len(lines) and _is_heading(lines[place][1]):
        below = lines[place][1]
        labels += [""] * (len(below) - len(labels))
        labels = [
            below[column] if column < len(below) and below[column] else label
            for column, label in enumerate(labels)
        ]
        place += 1
    columns = []
    for label in labels:
        column = _column(label)
        columns.append(None if column in columns else column)
    return columns, [_on_one_line(label) for label in labels], lines[place:]


def _is_heading(cells):
    found = [_column(cell) for cell in cells if cell]
    return len(set(filter(None, found))) > 1 and found.count(None) <= len(found) // 2


def _column(label):
    if not label or len(label) > _LONGEST_HEADING:
        return None
    words = fold(label).lstrip("(*- ")
    return next((column for column, pattern in _HEADINGS if pattern.match(words)), None)


def _repeats(cells, labels):
    """The headings again on a new page, or the numbers of the columns below them."""
    said = [_on_one_line(cell) for cell in cells if cell]
    if len(said) > 1 and said == [label for label in labels if label]:
        return True
    numbers = [_COLUMN_NUMBER.fullmatch(cell) for cell in said]
    return len(numbers) > 2 and all(numbers)


def _part(cells, columns):
    """ "I. TUYÊN TRUYỀN" across the table: what the tasks below belong to."""
    if len(columns) < 3 or "order" not in columns:
        return ""
    place = columns.index("order")
    order = cells[place] if place < len(cells) else ""
    rest = [cell for other, cell in enumerate(cells) if cell and other != place]
    if order and not rest:
        # A cell across all columns stands in the first.
        return "" if _ORDER.fullmatch(fold(order)) else _on_one_line(order)
    if len(rest) == 1 and (_PART.fullmatch(order) or (not order and _PART_BEFORE.match(rest[0]))):
        return _on_one_line(f"{order} {rest[0]}")
    return ""


def _on_one_line(text):
    return " ".join((text or "").split())

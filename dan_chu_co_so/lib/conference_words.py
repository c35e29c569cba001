"""Words in which papers of a conference are written."""

import re

from .plan_text import running

METHODS = {
    "hands": "biểu quyết bằng giơ tay",
    "paper": "bỏ phiếu kín",
    "named": "biểu quyết điện tử có ghi tên",
    "secret": "bỏ phiếu kín điện tử",
}
OUTCOMES = {"passed": "thông qua", "not_passed": "không thông qua", "unknown": "chưa xác định"}
ELECTED = {"yes": "Trúng cử", "no": "Không trúng cử", "tie": "Bằng phiếu"}
_RESERVE = re.compile(r"\s*\(nếu có\)$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def year_words(work_year):
    """ "năm 2027", or "năm học 2026 - 2027"."""
    first, _dash, last = "".join((work_year or "").split()).partition("-")
    if not first:
        return ""
    return f"năm học {first} - {last}" if last else f"năm {first}"


def named_conference(name, work_year):
    """The printed name with its year, unless the name says the year itself."""
    name = " ".join((name or "").split())
    return name if _YEAR.search(name) else f"{name} {year_words(work_year)}".strip()


def matter_words(name):
    """What happened is told without the reserve of the agenda: "… (nếu có)"."""
    return _RESERVE.sub("", " ".join((name or "").split()))


def percent(part, whole):
    """ "94,83%": to two places, halves upwards, but never 100% of what is not all of it."""
    if not whole:
        return ""
    hundredths = (part * 20_000 + whole) // (2 * whole)
    if part < whole:
        hundredths = min(hundredths, 9_999)
    units, rest = divmod(hundredths, 100)
    return f"{units}%" if not rest else f"{units},{rest:02d}".rstrip("0") + "%"


def named_person(name, position=""):
    """ "Nguyễn Văn An, Tổ trưởng Tổ Toán" """
    return ", ".join(filter(None, ((name or "").strip(), (position or "").strip())))


def same_reasons(rows):
    """[(reason, names)] out of (name, reason), reasons in the order they first appear."""
    groups = {}
    for name, reason in rows:
        groups.setdefault(running(reason or "").rstrip(". "), []).append(name)
    return list(groups.items())


def reasons_in_words(rows):
    """ "nghỉ thai sản: Trần Thị Bình; đi học: Lê Văn Cường, Đỗ Ân" """
    return "; ".join(
        f"{reason}: {', '.join(names)}" if reason else ", ".join(names)
        for reason, names in same_reasons(rows)
    )

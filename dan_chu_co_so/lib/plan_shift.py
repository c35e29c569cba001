"""A plan of one year made into that of a later one: its days, phrases and years moved."""

import re
from dataclasses import replace

from .task_time import read, write

_DATE = r"ngày\s+[0-9]{1,2}\s*(?:/|\s+tháng\s+)\s*[0-9]{1,2}\s*(?:/|\s+năm\s+)\s*[0-9]{4}"
# What keeps its year: a paper that is named with its number, a term of office.
_NAMED = (
    rf"[0-9]+[a-z]?\s*/\s*(?:[0-9]{{4}}\s*/\s*)?[^\W\d_][^\s,;:]*(?:,?\s+{_DATE})?"
    r"|(?:giai đoạn|nhiệm kỳ|khóa|khoá)\s+[0-9]{4}\s*[-–]\s*[0-9]{4}"
)
_YEAR = re.compile(
    rf"{_NAMED}|(?P<before>so với\s+(?:cùng kỳ\s+)?năm\s+|)(?<![0-9])(?P<year>[0-9]{{4}})(?![0-9])",
    re.IGNORECASE,
)


def later_day(day, years):
    """The same day, `years` later; the 29th of February becomes the 28th."""
    if not day:
        return day
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def later_text(text, plan_years, years):
    """The plan's own years moved; papers it names and years of other times keep theirs."""

    def moved(match):
        if not match["year"]:
            return match[0]
        year = int(match["year"])
        is_compared = bool(match["before"]) and year + 1 in plan_years
        if year not in plan_years and not is_compared:
            return match[0]
        return f"{match['before']}{year + years}"

    return _YEAR.sub(moved, text or "")


def later_time(time, first, last, years):
    """A time of a plan that lasts from `first` to `last`: the phrase and its days moved.

    Days that were not read from the phrase but typed are moved as days.
    """
    span = (first, last) if first.year != last.year else None
    later_span = tuple(later_day(day, years) for day in span) if span else None
    text = later_text(time.text, {first.year, last.year}, years)
    start, deadline = later_day(time.start, years), later_day(time.deadline, years)
    try:
        again = read(text, first.year + years, later_span)
    except ValueError:
        return replace(time, text=_phrase(time, start, deadline), start=start, deadline=deadline)
    if _is_as_read(time, first.year, span):
        return again
    return replace(time, text=text, start=start, deadline=deadline)


def _is_as_read(time, year, span):
    try:
        found = read(time.text, year, span)
    except ValueError:
        return False
    return (found.start, found.deadline) == (time.start, time.deadline)


def _phrase(time, start, deadline):
    """A day that the other year does not have: the 29th of February."""
    kind = time.kind if time.kind in ("before", "at_latest") else "window"
    return write(kind, start or deadline, deadline)

"""When something is due, as people write it: read into dates, written on paper.

A deadline is the last day on which the thing is still in time: "trước ngày 15/3" is due on the
14th. A phrase without dates keeps its words.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from .task_calendar import (
    ONE_DAY,
    RECURRENCES,
    is_late,
    occurrences,
    part_of,
    school_year_span,
    span,
)
from .task_phrase import ROMAN, NoSuchTime, days_of, stretches
from .task_recurrence import recurrences_in
from .text import fold

__all__ = [
    "KINDS",
    "RECURRENCES",
    "NoSuchTime",
    "Time",
    "is_late",
    "occurrences",
    "read",
    "span",
    "write",
]

KINDS = (
    "before",
    "at_latest",
    "window",
    "month",
    "quarter",
    "half_year",
    "year",
    "recurring",
    "event",
    "standing",
)
_BOUNDS = ("before", "at_latest")
_ROOM = r"\s*:?\s*@?\s*$"
_COUNTED_FROM = re.compile(rf"[0-9]+\s+ngay(?:\s+lam\s+viec)?\s+truoc{_ROOM}")
_BEFORE = re.compile(r"\btruoc(?:\s+het)?\s*:?\s*(?P<hour>@?)\s*$")
_AT_LATEST = re.compile(
    r"\b(?:(?:cham|muon|tre)\s+nhat|han(?:\s+(?:chot|cuoi))?|khong\s+qua|den|toi|het"
    rf"|khong\s+(?:cham|muon|tre)\s+hon)(?:\s+(?:la|den|vao|trong|het|cuoi))*{_ROOM}"
)
_FROM = re.compile(rf"\btu{_ROOM}")
_BEGINS_WITH_EVENT = re.compile(r"(?:ngay )?sau\b(?! thang (?:dau|cuoi))")
_RELATIVE = re.compile(
    r"\b(?:(?:sau|truoc) khi|ke tu (?:khi|ngay (?![0-9]))|trong thoi han|khi co|hoc ky"
    r"|[0-9]+ ngay(?: lam viec)? (?:truoc|sau|ke tu)|(?:dau|giua|cuoi) nam hoc)\b"
)
_WHOLE_YEAR = re.compile(r"(?:trong|ca|suot) nam(?P<school> hoc)?(?: nay| ke hoach)?")
_FULL_DATE = r"[0-9]{1,2}\s*(?:/|thang)\s*[0-9]{1,2}\s*(?:/|nam)\s*[0-9]{4}"
_NOT_MEANT = re.compile(
    # Days of the week; documents with their dates; terms of office and the like.
    r"(?<!tuan )\b(?:thu (?:hai|ba|tu|nam(?! [0-9])|sau|bay|[2-7])|chu nhat)\b,?"
    r"|\bso [0-9]+/[0-9]{4}(?![0-9])"
    r"|(?:\bso )?\b[0-9]+ ?/ ?(?:[0-9]{4} ?/ ?)?(?!thang|nam|quy|tuan|lan)[a-z]{2}[a-z0-9-]*"
    rf"(?:,? ngay {_FULL_DATE})?"
    r"|\b(?:giai doan|nhiem ky|khoa) [0-9]{4} ?- ?[0-9]{4}"
)
_ANNIVERSARY = re.compile(
    r"[0-9]{1,2}/[0-9]{1,2}/([0-9]{4})\s*-\s*[0-9]{1,2}/[0-9]{1,2}/([0-9]{4})"
)
_HOUR = re.compile(r"\b[0-9]{1,2} ?(?:gio|h|g)(?: ?[0-9]{1,2}(?: ?(?:phut|p))?)?\b(?!/)")
_ANNIVERSARY_AGE = 5
_NEAR = 60
_RECURRING = {
    "weekly": "Hằng tuần",
    "monthly": "Hằng tháng",
    "quarterly": "Hằng quý",
    "half_yearly": "Định kỳ 6 tháng",
    "yearly": "Hằng năm",
}


@dataclass(frozen=True)
class Time:
    """For what recurs, `start` and `deadline` are the bounds within which it does."""

    kind: str
    text: str = ""
    start: date | None = None
    deadline: date | None = None
    recurrence: str | None = None


def read(text, year, school_year=None):
    """The time a phrase tells; `NoSuchTime`, a ValueError, when it tells one that cannot be.

    A missing year is `year`, or the one in which the day lies within `school_year`
    (first day, last day). Several times in one phrase are all kept in: "Tháng 7; giám sát
    trong quý III" lasts from July to the end of September.
    """
    tidy = unicodedata.normalize("NFC", " ".join((text or "").split()))
    folded = re.sub("[–—−‐‑]", "-", fold(tidy))
    reading = _Reading(tidy if len(tidy) == len(folded) else folded, year, school_year)
    found = []
    begin = 0
    for piece in folded.split(";"):
        found.append(reading.time_of(piece, begin))
        begin += len(piece) + 1
    return replace(_all_of(found), text=tidy)


def write(kind, start=None, deadline=None, recurrence=None):
    """The phrase for a time; `read` gives the time back. What has no dates is told in words."""
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of time: {', '.join(KINDS)}")
    if start and deadline and deadline < start:
        raise NoSuchTime(f"{_day(start)} - {_day(deadline)}", "it ends before it begins")
    if kind == "recurring":
        if recurrence not in RECURRENCES:
            raise ValueError(f"{recurrence!r} is no recurrence: {', '.join(RECURRENCES)}")
        bounds = _bounds(start, deadline)
        return _RECURRING[recurrence] + (f", {bounds}" if bounds else "")
    if kind == "event":
        return "Ngay sau khi …"
    if kind == "standing":
        return "Thường xuyên"
    if not (deadline or (kind == "window" and start)) or not (start or kind in _BOUNDS):
        raise ValueError(f"a time of the kind {kind!r} needs its days: give its first and last")
    if kind == "before":
        return f"Trước ngày {_day(deadline + ONE_DAY)}"
    if kind == "at_latest":
        return f"Chậm nhất ngày {_day(deadline)}"
    if kind == "window":
        phrase = f"ngày {_day(start)}" if start == deadline else _bounds(start, deadline)
    else:
        phrase = _calendar_phrase(kind, start, deadline)
    return phrase[0].upper() + phrase[1:]


@dataclass(frozen=True)
class _Reading:
    printed: str
    year: int
    school_year: tuple[date, date] | None

    def time_of(self, piece, begin):
        """The time of a piece of the folded text that begins at `begin`."""
        whole_year = _WHOLE_YEAR.fullmatch(piece.strip(" .,"))
        if whole_year and (self.school_year or not whole_year["school"]):
            return Time("year", "", *(self.school_year or span("year", self.year)))
        recurrences, rest = recurrences_in(piece)
        dated = _together(self._dated(piece, _without_what_is_no_time(rest), begin))
        if recurrences:
            return _recurring(recurrences[0], dated)
        return dated or Time("event" if _is_relative(piece) else "standing")

    def _dated(self, piece, rest, begin):
        is_relative = _is_relative(piece)
        end = 0
        for stretch in stretches(rest):
            before_it = rest[max(end, stretch.begin - _NEAR) : stretch.begin]
            end = stretch.end
            mark = _mark(before_it, stretch)
            # "Ngay sau khi có Kế hoạch năm 2026": the date is that of the event.
            of_the_event = is_relative and mark not in _BOUNDS and not stretch.is_range
            if of_the_event or mark == "counted" or (stretch.is_bare and not self.school_year):
                continue
            piece_as_printed = self.printed[begin + stretch.begin : begin + stretch.end]
            days = days_of(stretch, self.year, self.school_year, piece_as_printed)
            yield _marked(mark, stretch, *days)


def _is_relative(piece):
    return bool(_BEGINS_WITH_EVENT.match(piece.strip()) or _RELATIVE.search(piece))


def _without_what_is_no_time(piece):
    """Blanked, so that all that stays keeps its place; an hour leaves its mark."""
    piece = _NOT_MEANT.sub(lambda match: " " * len(match[0]), piece)
    piece = _ANNIVERSARY.sub(
        lambda match: (
            " " * len(match[0]) if int(match[2]) - int(match[1]) >= _ANNIVERSARY_AGE else match[0]
        ),
        piece,
    )
    return _HOUR.sub(lambda match: "@".ljust(len(match[0])), piece)


def _mark(before_it, stretch):
    if _COUNTED_FROM.search(before_it):
        return "counted"
    before = _BEFORE.search(before_it)
    if before:
        # Before an hour of a day is still that day.
        return "at_latest" if before["hour"] else "before"
    if _AT_LATEST.search(before_it):
        return "at_latest"
    return "from" if _FROM.search(before_it) and not stretch.is_range else ""


def _marked(mark, stretch, first, last):
    if mark == "before":
        return Time("before", deadline=(last if stretch.is_range else first) - ONE_DAY)
    if mark == "at_latest":
        return Time("at_latest", deadline=last)
    if mark == "from":
        return Time("window", start=first)
    return Time(stretch.kind, start=first, deadline=last)


def _together(times):
    """The times of one piece: what bounds them wins, else they last from the first to the last."""
    times = list(times)
    bounds = [time for time in times if time.kind in _BOUNDS]
    if not bounds:
        return _from_first_to_last(times)
    last = max(bounds, key=lambda time: time.deadline)
    begins = [time.start for time in times if time.deadline is None]
    if not begins:
        return last
    if last.deadline < begins[0]:
        raise NoSuchTime(_bounds(begins[0], last.deadline), "it ends before it begins")
    return Time("window", start=begins[0], deadline=last.deadline)


def _from_first_to_last(times):
    ended = [time for time in times if time.deadline]
    if len(times) < 2 or not ended:
        return times[0] if times else None
    last = max(ended, key=lambda time: time.deadline)
    if not all(time.start for time in times):
        return last
    return Time("window", start=min(time.start for time in times), deadline=last.deadline)


def _all_of(times):
    """What the pieces between semicolons say together."""
    recurring = [time for time in times if time.recurrence]
    if recurring:
        return min(recurring, key=lambda time: RECURRENCES.index(time.recurrence))
    dated = _from_first_to_last([time for time in times if time.start or time.deadline])
    return dated or min(times, key=lambda time: KINDS.index(time.kind))


def _recurring(recurrence, dated):
    """Within the dates named beside it; "hằng tháng, tổng kết tháng 12" is not only December."""
    is_bound = dated and (
        dated.kind in (*_BOUNDS, "window")
        or recurrence == "yearly"
        or len(occurrences(recurrence, dated.start, dated.deadline)) > 1
    )
    start, deadline = (dated.start, dated.deadline) if is_bound else (None, None)
    return Time("recurring", start=start, deadline=deadline, recurrence=recurrence)


def _bounds(start, deadline):
    if not start:
        return f"chậm nhất ngày {_day(deadline)}" if deadline else ""
    if not deadline:
        return f"từ ngày {_day(start)}"
    first = _day(start) if start.year != deadline.year else _day(start).rpartition("/")[0]
    return f"từ ngày {first} đến ngày {_day(deadline)}"


def _calendar_phrase(kind, start, deadline):
    if kind == "year" and (start, deadline) == school_year_span(start.year):
        return f"năm học {start.year}-{deadline.year}"
    first, last = part_of(kind, start), part_of(kind, deadline)
    whole = span(kind, start.year, first)[0], span(kind, deadline.year, last)[1]
    is_one = (start.year, first) == (deadline.year, last)
    if whole != (start, deadline) or (kind == "half_year" and not is_one):
        raise NoSuchTime(
            f"{_day(start)} - {_day(deadline)}", f"not a whole {kind.replace('_', '-')}"
        )
    if kind == "half_year":
        return f"6 tháng {'đầu' if first == 1 else 'cuối'} năm {start.year}"
    if kind == "year":
        return f"năm {start.year}" if is_one else f"năm {start.year} - {deadline.year}"
    word, label = ("tháng", _month) if kind == "month" else ("quý", ROMAN.get)
    if is_one:
        return f"{word} {label(first)}/{start.year}"
    year = "" if start.year == deadline.year else f"/{start.year}"
    return f"{word} {label(first)}{year} - {label(last)}/{deadline.year}"


def _month(number):
    return f"{number:02d}" if number < 3 else str(number)


def _day(day):
    """As long dates: a zero before days under 10 and before months 1 and 2."""
    return f"{day.day:02d}/{_month(day.month)}/{day.year}"

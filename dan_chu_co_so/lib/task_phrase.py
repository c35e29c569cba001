"""The days, months, quarters … named in a phrase, on text folded to bare lower-case letters."""

import re
from dataclasses import dataclass, replace
from datetime import date

from .task_calendar import ONE_DAY, school_year_span, span, third_of_month, week_of_month

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Four digits outside these are a slip of the keyboard."""

LONGEST_TURN = 300
"""Days a span without its years may have when it runs into the next year."""

_NUMBER = r"([0-9]{1,2})(?![0-9])"
_YEAR = r"(?:(?:\s*[/-]\s*|,?\s+(?:nam\s+)?)([0-9]{4})(?![0-9]))?"
_YEAR_OF_DAY = r"(?:(?:\s*/\s*|,?\s+nam\s+)([0-9]{4}|[0-9]{2})(?![0-9]))?"
_WEEKS = {"dau": 1, "nhat": 1, "hai": 2, "ba": 3, "tu": 4, "cuoi": 0}
_THIRDS = {"dau": 0, "thuong": 0, "giua": 1, "trung": 1, "cuoi": 2, "ha": 2}
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
ROMAN = {number: roman.upper() for roman, number in _ROMANS.items()}

_POINTS = {
    "half_year": r"\b(?:0?6|sau)\s+thang\s+(dau|cuoi)(?:\s+nam\b(?!\s+hoc))?"
    r"(?:\s*/?\s*([0-9]{4}))?",
    "school_year": r"\bnam\s+hoc\b(?:\s+([0-9]{4})\s*-\s*[0-9]{4})?",
    "week": rf"\btuan\s+(?:le\s+)?(?:thu\s+)?([1-5]|{'|'.join(_WEEKS)})(?:\s*/\s*|(?:\s+cua)?,?"
    rf"\s+thang\s+){_NUMBER}{_YEAR}",
    "third": rf"\b(?:(dau|giua|cuoi)|(thuong|trung|ha)\s+tuan)(?:\s+cua)?\s+thang\s+"
    rf"{_NUMBER}{_YEAR}",
    "dotted": r"(?:\bngay\s+)?(?<![0-9/])([0-9]{1,2})(?:\.([0-9]{1,2})\.|-([0-9]{1,2})-)"
    r"([0-9]{4})(?![0-9])",
    "day": rf"(?:\bngay\s*)?(?<![0-9/]){_NUMBER}(?:\s*/\s*|\s*/?\s*thang\s+){_NUMBER}"
    rf"{_YEAR_OF_DAY}",
    "month": rf"\b(?<![0-9]\s)thang\s*{_NUMBER}{_YEAR}",
    "short_month": r"(?:\bt\.?\s?)?(?<![0-9/a-su-z])([0-9]{1,2})\s*/\s*([0-9]{4})(?![0-9/])",
    # Scanned, the Roman I comes as l or 1. Money of a fund ("quỹ 3 triệu") is no quarter.
    "quarter": rf"\bq(?:u[yi])?\.?\s*([ivl1]{{1,3}}|[0-9])(?![0-9a-z])"
    rf"(?!\s+(?:trieu|ty|dong)){_YEAR}",
    "roman": rf"(?<![0-9a-z])(iv|i{{1,3}})(?![0-9a-z]){_YEAR}",
    "year": r"(?:\bnam\s+|^(?=[0-9]{4}$))([0-9]{4})(?![0-9])",
    "bare_year": r"(?<![0-9/])([0-9]{4})(?![0-9/])",
    "number": r"(?:\bngay\s*|\bt)?(?<![0-9/])([0-9]{1,2})(?=\s*(?:$|[,;.)&+-]|va\b|den\b|toi\b))",
}
_EACH = {unit: re.compile(pattern) for unit, pattern in _POINTS.items()}
_ANY = re.compile("|".join(f"(?P<{unit}>{pattern})" for unit, pattern in _POINTS.items()))
_LINK = re.compile(
    r"\s*(?:[-,&+]|va|,?\s*(?:cho\s+)?(?:den|toi)(?P<before>\s+truoc)?(?:\s+(?:het|cuoi))?)"
    r"\s*(?P<hour>@?)\s*"
)
_INCOMPLETE = {"number": ("day", "month", "quarter"), "roman": ("quarter",), "bare_year": ("year",)}


class NoSuchTime(ValueError):
    """A time that cannot be: the 31st of February, an end before its beginning."""

    def __init__(self, piece, reason):
        super().__init__(f"{piece!r} is no time: {reason}")
        self.piece = piece


@dataclass(frozen=True)
class Point:
    """A day, month, … as named: its numbers, its year if it has one, where it stands."""

    unit: str
    numbers: tuple[int, ...]
    year: int | None
    begin: int
    end: int

    def days(self, year):
        """(first day, last day), in `year` where the point has none."""
        year = year if self.year is None else self.year
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(f"the year {year} is not between {FIRST_YEAR} and {LAST_YEAR}")
        return _DAYS[self.unit](year, *self.numbers)


@dataclass(frozen=True)
class Stretch:
    """One point, or all from the first to the last of several joined ones."""

    points: tuple[Point, ...]
    ends_before: bool = False

    @property
    def begin(self):
        return self.points[0].begin

    @property
    def end(self):
        return self.points[-1].end

    @property
    def is_range(self):
        return len(self.points) > 1

    @property
    def is_bare(self):
        """ "Năm học" alone does not say which."""
        return any(point.unit == "school_year" and point.year is None for point in self.points)

    @property
    def kind(self):
        if self.ends_before:
            return "window"
        units = {point.unit for point in self.points}
        unit = units.pop() if len(units) == 1 else ""
        if unit in ("month", "quarter", "year"):
            return unit
        if unit in ("half_year", "school_year") and not self.is_range:
            return "year" if unit == "school_year" else unit
        return "window"


def stretches(folded):
    """All the stretches of time named in a text, in its order."""
    points = filter(_is_meant, map(_point, _ANY.finditer(folded)))
    chain, ends_before = [], False
    for point in points:
        link = chain and _LINK.fullmatch(folded, chain[-1].end, point.begin)
        if not link:
            yield from _completed(chain, ends_before)
            chain, ends_before = [], False
        # Before an hour of a day is still that day.
        ends_before = bool(link and link["before"] and not link["hour"])
        chain.append(point)
    yield from _completed(chain, ends_before)


def days_of(stretch, home_year, school_year, piece):
    """(first day, last day) of a stretch; a missing year is that of its other end or the plan's."""
    first, last = stretch.points[0], stretch.points[-1]
    try:
        if first.year is None and last.year is not None:
            end = last.days(home_year)
            start = first.days(last.year)
            if start[0] > end[1]:
                start = first.days(last.year - 1)
        else:
            start = _at_home(first, home_year, school_year)
            if last.year is None and first.year is not None:
                end = last.days(first.year)
            else:
                end = _at_home(last, home_year, school_year)
            if last.year is None and end[1] < start[0]:
                end = last.days(start[0].year + 1)
        end = (end[0], end[0] - ONE_DAY) if stretch.ends_before else end
        turned = stretch.is_range and None in (first.year, last.year)
        is_far = start[0].year != end[1].year and (end[1] - start[0]).days > LONGEST_TURN
        if end[1] < start[0] or (turned and is_far):
            raise ValueError("it ends before it begins")
    except ValueError as error:
        raise NoSuchTime(piece, error) from None
    return start[0], end[1]


def _at_home(point, home_year, school_year):
    """In the plan's year; in a school year, the year where most of its days lie within."""
    if point.year is not None or not school_year:
        return point.days(home_year)
    found = []
    for year in range(school_year[0].year, school_year[1].year + 1):
        try:
            first, last = point.days(year)
        except ValueError:
            continue  # the 29th of February of the other year
        within = (min(last, school_year[1]) - max(first, school_year[0])).days + 1
        found.append((within, first, last))
    best = max(found, key=lambda found: found[0], default=(0,))
    return best[1:] if best[0] > 0 else point.days(home_year)


def _point(match):
    unit = match.lastgroup
    groups = _EACH[unit].match(match.string, match.start()).groups()
    unit, numbers, year = _READ[unit](*groups)
    return Point(unit, numbers, year, *match.span())


def _is_meant(point):
    """A "quý 9" without a year is some other word: "nội quy 9 điểm"."""
    return point.unit != "quarter" or point.year is not None or point.numbers[0] in ROMAN


def _completed(chain, ends_before):
    """The stretch of a chain, its bare numbers made days, months or quarters as their neighbour."""
    whole = [point for point in chain if point.unit not in _INCOMPLETE]
    if not whole:
        return
    points = []
    for point in chain:
        if point.unit in _INCOMPLETE:
            following = [other for other in whole if other.begin > point.begin]
            like = following[0] if following else whole[-1]
            if like.unit not in _INCOMPLETE[point.unit]:
                continue
            point = replace(  # noqa: PLW2901
                point, unit=like.unit, numbers=point.numbers + like.numbers[1:]
            )
        points.append(point)
    yield Stretch(tuple(points), ends_before)


def _year(text):
    return int(text if len(text) == 4 else f"20{text}") if text else None


def _quarter(text):
    """OCR reads I as l or 1: "lll" is III."""
    roman = text.replace("l", "i")
    return (
        int(text) if text.isdigit() and len(text) == 1 else _ROMANS.get(roman.replace("1", "i"), 0)
    )


_READ = {
    "half_year": lambda part, year: ("half_year", (1 + (part == "cuoi"),), _year(year)),
    "school_year": lambda year: ("school_year", (), _year(year)),
    "week": lambda week, month, year: (
        "week",
        (_WEEKS[week] if week in _WEEKS else int(week), int(month)),
        _year(year),
    ),
    "third": lambda third, tens, month, year: (
        "third",
        (_THIRDS[third or tens], int(month)),
        _year(year),
    ),
    "dotted": lambda day, month, other, year: ("day", (int(day), int(month or other)), _year(year)),
    "day": lambda day, month, year: ("day", (int(day), int(month)), _year(year)),
    "month": lambda month, year: ("month", (int(month),), _year(year)),
    "short_month": lambda month, year: ("month", (int(month),), _year(year)),
    "quarter": lambda text, year: ("quarter", (_quarter(text),), _year(year)),
    "roman": lambda text, year: ("roman", (_ROMANS[text],), _year(year)),
    "year": lambda year: ("year", (), _year(year)),
    "bare_year": lambda year: ("bare_year", (), _year(year)),
    "number": lambda number: ("number", (int(number),), None),
}
_DAYS = {
    "half_year": lambda year, part: span("half_year", year, part),
    "school_year": school_year_span,
    "week": lambda year, week, month: week_of_month(year, month, week),
    "third": lambda year, third, month: third_of_month(year, month, third),
    "day": lambda year, day, month: (date(year, month, day),) * 2,
    "month": lambda year, month: span("month", year, month),
    "quarter": lambda year, quarter: span("quarter", year, quarter),
    "year": lambda year: span("year", year),
}

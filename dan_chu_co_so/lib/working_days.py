"""Terms of days as Vietnamese law counts them: days, working days, months, years.

Which day a term begins with, and what happens when it ends on a day off, is not decided
here: it comes in as a `Counting`, because it is law, and law is data.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

import holidays
from dateutil.relativedelta import relativedelta
from holidays.countries.vietnam import VietnamStaticHolidays

ONE_DAY = timedelta(days=1)
TERM_UNITS = ("days", "working_days", "months", "years")

LAST_PUBLISHED_YEAR = max(VietnamStaticHolidays.special_public_holidays)
"""The last year whose swapped days the package knows; later ones are announced year by year."""

_FIRST_YEAR, _LAST_YEAR = holidays.VN.start_year, holidays.VN.end_year

# A leave that holds both hours takes the whole day; half a day off leaves a working day.
_MORNING, _AFTERNOON = time(9), time(16)


@dataclass(frozen=True)
class Counting:
    """How a term is counted (Bộ luật Dân sự, Điều 147 and 148)."""

    first_day_counts: bool
    last_day_off_moves_on: bool


@dataclass(frozen=True)
class WorkingCalendar:
    """The working days of the State, with an institution's own exceptions.

    Monday to Friday without the public holidays and the days swapped for them, with the
    Saturdays worked in exchange. A day the institution works wins over a day it is closed.
    """

    days_off: frozenset[date] = frozenset()
    days_worked: frozenset[date] = frozenset()

    def is_worked(self, day):
        if day in self.days_worked:
            return True
        return day not in self.days_off and _is_worked_by_the_state(day)

    def is_estimate(self, day):
        """Whether the State may still swap days that change the answer for this one."""
        return day.year > LAST_PUBLISHED_YEAR

    def next_worked(self, day):
        """The day itself if it is worked, else the first one after it that is."""
        while not self.is_worked(day):
            day += ONE_DAY
        return day

    def count(self, first, last):
        """How many days are worked from `first` to `last`, both included."""
        length = (last - first).days + 1
        return sum(self.is_worked(first + timedelta(days=n)) for n in range(length))


@dataclass(frozen=True)
class Term:
    """A length of time as a rule states it: 5 working days, 20 days, 3 months."""

    length: int
    unit: str

    def __post_init__(self):
        if self.unit not in TERM_UNITS:
            raise ValueError(f"a term is counted in {', '.join(TERM_UNITS)}, not in {self.unit!r}")
        if self.length < 1:
            raise ValueError(f"a term has at least one day, not {self.length}")

    def end(self, start, calendar, counting):
        """The last day of the term that begins with what happened on `start`."""
        if self.unit == "working_days":
            return _nth_worked(start, self.length, ONE_DAY, calendar, counting)
        last = start + relativedelta(**{self.unit: self.length})
        if counting.first_day_counts:
            last -= ONE_DAY
        return calendar.next_worked(last) if counting.last_day_off_moves_on else last

    def latest_before(self, event, calendar, counting):
        """The last day on which something can still be done this long before `event`.

        A day off at that end does not move: moving on would shorten the notice.
        """
        if self.unit == "working_days":
            return _nth_worked(event, self.length, -ONE_DAY, calendar, counting)
        latest = event - relativedelta(**{self.unit: self.length})
        return latest + ONE_DAY if counting.first_day_counts else latest


def whole_days(start, end):
    """The days a leave takes whole, `start` and `end` being the hours of the place."""
    span = range((end.date() - start.date()).days + 1)
    days = (start.date() + timedelta(days=n) for n in span)
    return {
        day
        for day in days
        if start <= datetime.combine(day, _MORNING, start.tzinfo)
        and end >= datetime.combine(day, _AFTERNOON, end.tzinfo)
    }


def _nth_worked(day, count, step, calendar, counting):
    if not counting.first_day_counts:
        day += step
    while True:
        count -= calendar.is_worked(day)
        if not count:
            return day
        day += step


def _is_worked_by_the_state(day):
    closed, saturdays_worked = _exceptions(day.year)
    return day in saturdays_worked if day.weekday() >= 5 else day not in closed


@cache
def _exceptions(year):
    """(weekdays off, weekend days worked) of a year."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(
            f"the public holidays of {year} are not known: the lunar calendar at hand runs "
            f"from {_FIRST_YEAR} to {_LAST_YEAR}"
        )
    known = holidays.country_holidays("VN", years=year, expand=False)
    return (
        frozenset(day for day in known if day.year == year and day.weekday() < 5),
        frozenset(day for day in known.weekend_workdays if day.year == year),
    )

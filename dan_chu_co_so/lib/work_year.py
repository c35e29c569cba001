"""The year an institution works by: that of the calendar, or from September for a school."""

from calendar import isleap
from datetime import date, timedelta

from .task_calendar import ONE_DAY, occurrences

_A_YEAR = timedelta(days=366)


def work_year(month, day):
    """(first day, last day) of the work year that begins in `month` and holds `day`."""
    first = date(day.year if day.month >= month else day.year - 1, month, 1)
    return first, date(first.year + 1, month, 1) - ONE_DAY


def is_date(month, day):
    """Whether some year has it: 29/2 is one, 31/4 is not."""
    try:
        return bool(date(2000, month, day))
    except ValueError:
        return False


def day_in(first, month, day):
    """The day of that date in the work year beginning on `first`; 29/2 is the last of February."""
    year = first.year if month >= first.month else first.year + 1
    if (month, day) == (2, 29) and not isleap(year):
        day = 28
    return date(year, month, day)


def periods_ending(recurrence, first, last):
    """The calendar's months, quarters or half-years that end between two days.

    A quarter is one of the calendar, wherever the work year begins: the one in which a school
    year ends belongs whole to the next school year, so that it is reported once.
    """
    return [times for times in occurrences(recurrence, first, last + _A_YEAR) if times[1] <= last]

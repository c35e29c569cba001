"""Months, quarters, half-years and years as days, and how they come round."""

from datetime import date, timedelta

RECURRENCES = ("weekly", "monthly", "quarterly", "half_yearly", "yearly")
"""From the most frequent to the rarest."""

ONE_DAY = timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_EVERY = dict(zip(RECURRENCES[1:], _MONTHS.values(), strict=True))
_SCHOOL_YEAR_MONTH = 9


def span(kind, year, part=1):
    """(first day, last day) of the month, quarter, half-year or year."""
    months = _MONTHS[kind]
    if not 1 <= part <= 12 // months:
        raise ValueError(f"a year has {12 // months} of the kind {kind!r}, not {part}")
    first = date(year, (part - 1) * months + 1, 1)
    return first, _months_after(first, months) - ONE_DAY


def part_of(kind, day):
    """Which month, quarter or half-year of its year a day lies in."""
    return (day.month - 1) // _MONTHS[kind] + 1


def school_year_span(year):
    """From the first of September of `year` to the end of the August after it."""
    first = date(year, _SCHOOL_YEAR_MONTH, 1)
    return first, _months_after(first, 12) - ONE_DAY


def week_of_month(year, month, week):
    """Days 1–7, 8–14, 15–21, 22–28 and the rest; week 0 is the last seven days."""
    first, last = span("month", year, month)
    if week == 0:
        return last - timedelta(days=6), last
    start = first + timedelta(weeks=week - 1)
    if start > last:
        raise ValueError(f"month {month}/{year} has no week {week}")
    return start, min(start + timedelta(days=6), last)


def third_of_month(year, month, third):
    """The first ten days, the second ten, the rest."""
    first, last = span("month", year, month)
    start = first + timedelta(days=10 * third)
    return start, last if third == 2 else start + timedelta(days=9)


def occurrences(recurrence, first, last):
    """The calendar's weeks (from Monday), months, … that lie in first–last, clipped to it."""
    if recurrence not in RECURRENCES:
        raise ValueError(f"{recurrence!r} is no recurrence: {', '.join(RECURRENCES)}")
    found = []
    start = first
    while start <= last:
        end = min(_end_of_period(recurrence, start), last)
        found.append((start, end))
        start = end + ONE_DAY
    return found


def is_late(deadline, done_on, today, is_closed):
    """Whether something is still owed past its day.

    What is reported done waits for acceptance and is late only if it was done late; what is
    closed (accepted, cancelled) is owed no longer.
    """
    return bool(deadline) and not is_closed and (done_on or today) > deadline


def _end_of_period(recurrence, day):
    if recurrence == "weekly":
        return day + timedelta(days=6 - day.weekday())
    months = _EVERY[recurrence]
    first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
    return _months_after(first, months) - ONE_DAY


def _months_after(first, months):
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)

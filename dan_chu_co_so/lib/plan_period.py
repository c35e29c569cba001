"""The time a plan is for."""

from datetime import date, timedelta

# Of schools in Viet Nam, from the first of September to the end of August.
_SCHOOL_YEAR_MONTH = 9


def period(kind, year):
    """(first day, last day); a free period begins as the year."""
    month = _SCHOOL_YEAR_MONTH if kind == "school_year" else 1
    return date(year, month, 1), date(year + 1, month, 1) - timedelta(days=1)

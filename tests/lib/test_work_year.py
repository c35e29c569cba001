from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.work_year import day_in, is_date, periods_ending, work_year

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
MONTHS = st.integers(1, 12)


@given(MONTHS, DAYS)
def test_every_day_is_in_one_work_year(month, day):
    first, last = work_year(month, day)
    assert first <= day <= last
    assert (first.day, first.month) == (1, month)
    assert work_year(month, last + timedelta(days=1))[0] == last + timedelta(days=1)


def test_a_school_year_goes_over_the_new_year():
    assert work_year(9, date(2026, 8, 31)) == (date(2025, 9, 1), date(2026, 8, 31))
    assert work_year(9, date(2026, 9, 1)) == (date(2026, 9, 1), date(2027, 8, 31))
    assert work_year(1, date(2026, 12, 31)) == (date(2026, 1, 1), date(2026, 12, 31))


@given(MONTHS, DAYS, DAYS)
def test_a_date_is_once_in_a_work_year(month, day, other):
    first, last = work_year(month, day)
    found = day_in(first, other.month, other.day)
    assert first <= found <= last
    assert found.month == other.month


def test_days_of_the_calendar():
    assert is_date(2, 29)
    assert not is_date(4, 31)
    assert not is_date(0, 1)
    assert day_in(date(2025, 9, 1), 2, 29) == date(2026, 2, 28)
    assert day_in(date(2027, 9, 1), 2, 29) == date(2028, 2, 29)


@given(MONTHS, DAYS, st.sampled_from(("monthly", "quarterly", "half_yearly")))
def test_each_period_of_the_calendar_is_in_one_work_year(month, day, recurrence):
    first, last = work_year(month, day)
    following = work_year(month, last + timedelta(days=1))
    ends = [end for _, end in periods_ending(recurrence, first, last)]
    after = [end for _, end in periods_ending(recurrence, *following)]
    assert len(ends) == {"monthly": 12, "quarterly": 4, "half_yearly": 2}[recurrence]
    assert len({*ends, *after}) == 2 * len(ends)
    assert all(first <= end <= last for end in ends)

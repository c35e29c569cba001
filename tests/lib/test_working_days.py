from datetime import date, datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.working_days import (
    LAST_PUBLISHED_YEAR,
    Counting,
    Term,
    WorkingCalendar,
    whole_days,
)

CIVIL = Counting(first_day_counts=False, last_day_off_moves_on=True)
PLAIN = WorkingCalendar()

days = st.dates(date(2022, 1, 1), date(2027, 12, 31))
countings = st.builds(Counting, st.booleans(), st.booleans())


@st.composite
def calendars(draw):
    around = st.dates(date(2022, 1, 1), date(2028, 3, 1))
    return WorkingCalendar(
        frozenset(draw(st.lists(around, max_size=40))),
        frozenset(draw(st.lists(around, max_size=10))),
    )


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2024, 2, 8), False),  # 29 Tết, the year before ends on a Friday
        (date(2024, 2, 15), True),
        (date(2024, 4, 18), False),  # Giỗ Tổ Hùng Vương, the tenth of the third lunar month
        (date(2024, 4, 29), False),  # swapped for Saturday the 4th of May
        (date(2024, 5, 4), True),
        (date(2024, 5, 11), False),
        (date(2019, 1, 5), True),  # worked for the last day of the year before
        (date(2018, 12, 31), False),
        (date(2025, 4, 26), True),
        (date(2025, 5, 2), False),
        (date(2022, 5, 3), False),  # the 1st of May was a Sunday, the 2nd taken by the 30th
        (date(2026, 8, 31), False),
        (date(2026, 8, 22), True),
    ],
)
def test_the_days_of_the_state_are_known(day, worked):
    assert PLAIN.is_worked(day) is worked


def test_own_exceptions_win_over_the_days_of_the_state():
    storm, make_up = date(2024, 9, 9), date(2024, 9, 14)
    calendar = WorkingCalendar(frozenset({storm}), frozenset({make_up}))
    assert not calendar.is_worked(storm)
    assert calendar.is_worked(make_up)


def test_years_without_published_swaps_are_an_estimate():
    assert not PLAIN.is_estimate(date(LAST_PUBLISHED_YEAR, 12, 31))
    assert PLAIN.is_estimate(date(LAST_PUBLISHED_YEAR + 1, 1, 1))


def test_a_year_without_lunar_calendar_is_refused():
    with pytest.raises(ValueError, match="2101"):
        PLAIN.is_worked(date(2101, 1, 3))


def test_five_working_days_over_tet():
    assert Term(5, "working_days").end(date(2024, 2, 6), PLAIN, CIVIL) == date(2024, 2, 20)


def test_fifteen_days_that_end_on_a_saturday_move_on_to_monday():
    assert Term(15, "days").end(date(2024, 3, 1), PLAIN, CIVIL) == date(2024, 3, 18)
    staying = Counting(first_day_counts=False, last_day_off_moves_on=False)
    assert Term(15, "days").end(date(2024, 3, 1), PLAIN, staying) == date(2024, 3, 16)


def test_three_months_from_the_first_day_of_a_work_year_end_with_the_third_month():
    counting = Counting(first_day_counts=True, last_day_off_moves_on=False)
    for month, last in ((1, date(2023, 3, 31)), (9, date(2023, 11, 30)), (3, date(2023, 5, 31))):
        assert Term(3, "months").end(date(2023, month, 1), PLAIN, counting) == last


def test_notice_is_given_five_working_days_before():
    assert Term(5, "working_days").latest_before(date(2024, 5, 6), PLAIN, CIVIL) == date(
        2024, 4, 25
    )


@pytest.mark.parametrize(("length", "unit"), [(0, "days"), (-1, "months"), (5, "weeks")])
def test_an_impossible_term_is_refused(length, unit):
    with pytest.raises(ValueError, match="a term"):
        Term(length, unit)


@given(days, st.integers(1, 40), calendars(), countings)
def test_a_term_of_working_days_holds_exactly_that_many(start, length, calendar, counting):
    end = Term(length, "working_days").end(start, calendar, counting)
    first = start if counting.first_day_counts else start + timedelta(days=1)
    listed = [first + timedelta(days=n) for n in range((end - first).days + 1)]
    assert calendar.is_worked(end)
    assert sum(calendar.is_worked(day) for day in listed) == length
    assert calendar.count(first, end) == length


@given(days, st.integers(1, 40), calendars(), countings)
def test_notice_looks_back_as_a_term_looks_forward(event, length, calendar, counting):
    latest = Term(length, "working_days").latest_before(event, calendar, counting)
    last = event if counting.first_day_counts else event - timedelta(days=1)
    assert calendar.is_worked(latest)
    assert calendar.count(latest, last) == length


@given(days, st.integers(1, 60), calendars(), countings)
def test_a_term_of_days_is_counted_on_the_fingers(start, length, calendar, counting):
    day, counted = start, int(counting.first_day_counts)
    while counted < length:
        day += timedelta(days=1)
        counted += 1
    while counting.last_day_off_moves_on and not calendar.is_worked(day):
        day += timedelta(days=1)
    assert Term(length, "days").end(start, calendar, counting) == day


@given(days, st.integers(1, 36))
def test_months_end_on_the_same_day_or_the_last_of_a_shorter_month(start, length):
    staying = Counting(first_day_counts=False, last_day_off_moves_on=False)
    end = Term(length, "months").end(start, PLAIN, staying)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == length
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


@given(days, st.sampled_from(["days", "months", "years"]), st.integers(1, 12), st.booleans())
def test_notice_in_calendar_days_never_moves(event, unit, length, first_day_counts):
    counting = Counting(first_day_counts, last_day_off_moves_on=True)
    latest = Term(length, unit).latest_before(event, PLAIN, counting)
    last_counted = latest - timedelta(days=int(first_day_counts))
    assert last_counted == event - relativedelta(**{unit: length})


@given(days, st.integers(0, 60), calendars())
def test_counting_is_listing(first, length, calendar):
    last = first + timedelta(days=length)
    listed = [first + timedelta(days=n) for n in range(length + 1)]
    assert calendar.count(first, last) == len([day for day in listed if calendar.is_worked(day)])


def test_nothing_is_worked_in_a_span_that_ends_before_it_begins():
    assert PLAIN.count(date(2024, 3, 5), date(2024, 3, 4)) == 0


@pytest.mark.parametrize(
    ("start", "end", "taken"),
    [
        ("2024-09-09 00:00", "2024-09-09 23:59", ["2024-09-09"]),
        ("2024-09-09 08:00", "2024-09-09 17:00", ["2024-09-09"]),
        ("2024-09-09 08:00", "2024-09-09 12:00", []),
        ("2024-09-09 13:00", "2024-09-11 12:00", ["2024-09-10"]),
        ("2024-09-09 00:00", "2024-09-11 23:59", ["2024-09-09", "2024-09-10", "2024-09-11"]),
    ],
)
def test_half_a_day_off_leaves_a_working_day(start, end, taken):
    expected = {date.fromisoformat(day) for day in taken}
    assert whole_days(datetime.fromisoformat(start), datetime.fromisoformat(end)) == expected

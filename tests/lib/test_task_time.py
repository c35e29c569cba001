from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.task_calendar import (
    RECURRENCES,
    is_late,
    occurrences,
    school_year_span,
    span,
)
from odoo.addons.dan_chu_co_so.lib.task_phrase import NoSuchTime
from odoo.addons.dan_chu_co_so.lib.task_time import KINDS, Time, read, write
from odoo.addons.dan_chu_co_so.lib.text import fold

SCHOOL_YEAR = (date(2025, 9, 1), date(2026, 8, 31))

days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
some_days = st.tuples(days, st.integers(0, 800)).map(
    lambda chosen: (chosen[0], chosen[0] + timedelta(chosen[1]))
)


@st.composite
def calendar_times(draw):
    kind, parts = draw(st.sampled_from([("month", 12), ("quarter", 4), ("year", 1)]))
    first = draw(st.tuples(st.integers(2000, 2100), st.integers(1, parts)))
    last = draw(st.tuples(st.integers(2000, 2100), st.integers(1, parts)))
    first, last = sorted((first, last))
    return Time(kind, "", span(kind, *first)[0], span(kind, *last)[1])


times = st.one_of(
    st.builds(Time, st.sampled_from(["before", "at_latest"]), st.just(""), st.none(), days),
    some_days.map(lambda chosen: Time("window", "", *chosen)),
    st.builds(Time, st.just("window"), st.just(""), days, st.none()),
    calendar_times(),
    st.builds(
        lambda year, part: Time("half_year", "", *span("half_year", year, part)),
        st.integers(2000, 2100),
        st.integers(1, 2),
    ),
    st.integers(2000, 2100).map(lambda year: Time("year", "", *school_year_span(year))),
    st.builds(
        lambda recurrence, bounds, has_start, has_end: Time(
            "recurring",
            "",
            bounds[0] if has_start else None,
            bounds[1] if has_end else None,
            recurrence,
        ),
        st.sampled_from(RECURRENCES),
        some_days,
        st.booleans(),
        st.booleans(),
    ),
    st.sampled_from([Time("event"), Time("standing")]),
)
VOCABULARY = (
    "trước ngày chậm nhất là từ đến hết tháng quý năm học 6 06 sáu đầu cuối hằng định kỳ tuần lần "
    "/ - – , ; và 1 12 15 29 31 2 02 2026 2025 0000 9999 I II III IV lll 15/3 31/2 15/3/2026 "
    "10/2026 17h00 17 giờ 00 phút sau khi kế hoạch số 5/KH-UBND thứ hai trở đi kể T3/2026 "
    "15.3.2026 giai đoạn trong hạn @ : ( ) . nửa một ba"
)
words = st.sampled_from(VOCABULARY.split())
texts = st.one_of(st.text(), st.lists(words, max_size=12).map(" ".join))


def _typed(time):
    return time.kind, time.start, time.deadline, time.recurrence


@given(times)
def test_what_is_written_reads_back(time):
    phrase = write(time.kind, time.start, time.deadline, time.recurrence)
    assert read(phrase, 1999) == Time(time.kind, phrase, time.start, time.deadline, time.recurrence)


@given(times)
def test_what_is_written_is_read_without_diacritics_too(time):
    phrase = write(time.kind, time.start, time.deadline, time.recurrence)
    assert _typed(read(fold(phrase), 1999)) == _typed(time)


@given(texts, st.integers(2000, 2100), st.sampled_from([None, SCHOOL_YEAR]))
def test_any_text_is_a_time_or_one_that_cannot_be(text, year, school_year):
    try:
        time = read(text, year, school_year)
    except NoSuchTime:
        return
    assert time.kind in KINDS
    assert (time.kind == "recurring") == (time.recurrence is not None)
    assert not (time.start and time.deadline) or time.start <= time.deadline
    assert time.text.split() == time.text.split(" ") or not time.text
    has_no_days = time.kind in ("event", "standing")
    assert not has_no_days or (time.start, time.deadline) == (None, None)


@pytest.mark.parametrize(
    ("phrase", "kind", "start", "deadline"),
    [
        ("Quý III/2026", "quarter", "2026-07-01", "2026-09-30"),
        ("quy lll/2026", "quarter", "2026-07-01", "2026-09-30"),
        ("Quí 2 năm 2026", "quarter", "2026-04-01", "2026-06-30"),
        ("Quý I, II", "quarter", "2026-01-01", "2026-06-30"),
        ("Từ quý I đến quý III năm 2026", "quarter", "2026-01-01", "2026-09-30"),
        ("Tháng 10 - 11/2026", "month", "2026-10-01", "2026-11-30"),
        ("Tháng 9, 10, 11", "month", "2026-09-01", "2026-11-30"),
        ("trong tháng 7/2026", "month", "2026-07-01", "2026-07-31"),
        ("T10-T12/2026", "month", "2026-10-01", "2026-12-31"),
        ("Tháng 1+2/2026", "month", "2026-01-01", "2026-02-28"),
        ("Q3/2026", "quarter", "2026-07-01", "2026-09-30"),
        ("tuần 1/10", "window", "2026-10-01", "2026-10-07"),
        ("7/2026", "month", "2026-07-01", "2026-07-31"),
        ("từ tháng 12/2025 đến tháng 01", "month", "2025-12-01", "2026-01-31"),
        ("tháng 12 - 01/2026", "month", "2025-12-01", "2026-01-31"),
        ("6 tháng đầu năm 2026", "half_year", "2026-01-01", "2026-06-30"),
        ("06 tháng cuối năm", "half_year", "2026-07-01", "2026-12-31"),
        ("Trong năm 2026", "year", "2026-01-01", "2026-12-31"),
        ("Cả năm", "year", "2026-01-01", "2026-12-31"),
        ("Năm học 2025-2026", "year", "2025-09-01", "2026-08-31"),
        ("trước ngày 15/3", "before", None, "2026-03-14"),
        ("trước ngày 20 tháng 12 năm 2025", "before", None, "2025-12-19"),
        ("Trước quý III/2026", "before", None, "2026-06-30"),
        ("báo cáo trước ngày 15/6 và 15/12", "before", None, "2026-12-14"),
        ("trước 17 giờ 00 ngày 15/3", "at_latest", None, "2026-03-15"),
        ("chậm nhất ngày 05/6", "at_latest", None, "2026-06-05"),
        ("chậm nhất là 16h30 thứ Sáu, ngày 05/6/2026", "at_latest", None, "2026-06-05"),
        ("đến hết tháng 6/2026", "at_latest", None, "2026-06-30"),
        ("Từ nay đến 30/6", "at_latest", None, "2026-06-30"),
        ("dự kiến ngày 10/3, chậm nhất ngày 20/3", "at_latest", None, "2026-03-20"),
        ("từ ngày 01/3 đến ngày 15/4/2026", "window", "2026-03-01", "2026-04-15"),
        ("từ ngày 01/3 đến trước ngày 15/4", "window", "2026-03-01", "2026-04-14"),
        ("từ ngày 15 đến ngày 20 tháng 3", "window", "2026-03-15", "2026-03-20"),
        ("15 - 20/3/2026", "window", "2026-03-15", "2026-03-20"),
        ("từ tháng 3 đến ngày 15/4", "window", "2026-03-01", "2026-04-15"),
        ("từ 15/12 đến 15/01", "window", "2026-12-15", "2027-01-15"),
        ("Từ ngày 01/3, xong trước ngày 15/4", "window", "2026-03-01", "2026-04-14"),
        ("Từ ngày 01/3/2026 trở đi", "window", "2026-03-01", None),
        ("dự kiến ngày 15.3.2026", "window", "2026-03-15", "2026-03-15"),
        ("tuần 2 tháng 3", "window", "2026-03-08", "2026-03-14"),
        ("tuần cuối tháng 3", "window", "2026-03-25", "2026-03-31"),
        ("cuối tháng 12", "window", "2026-12-21", "2026-12-31"),
        (
            "Tháng 7/2026; giám sát chuyên đề trong Quý III/2026",
            "window",
            "2026-07-01",
            "2026-09-30",
        ),
        ("Thường xuyên, báo cáo tháng 12/2026", "month", "2026-12-01", "2026-12-31"),
        ("sau khi kết thúc, chậm nhất ngày 15/3", "at_latest", None, "2026-03-15"),
        ("ngay sau khi có kết quả", "event", None, None),
        ("Ngay sau khi có Kế hoạch số 5/KH-UBND ngày 15/3/2026", "event", None, None),
        ("chậm nhất 05 ngày làm việc trước ngày 15/3", "event", None, None),
        ("trong thời hạn 05 ngày kể từ ngày nhận được", "event", None, None),
        ("Học kỳ I năm học 2025-2026", "event", None, None),
        ("Thường xuyên", "standing", None, None),
        ("đột xuất, theo yêu cầu, theo quy định", "standing", None, None),
        ("cuối năm", "standing", None, None),
        ("quỹ 5 triệu", "standing", None, None),
        ("theo Nghị quyết số 179/NQ-HĐND ngày 08/12/2023", "standing", None, None),
        ("kỷ niệm 90 năm (15/10/1930 - 15/10/2020)", "standing", None, None),
        ("nhiệm kỳ 2026 - 2031", "standing", None, None),
        ("", "standing", None, None),
    ],
)
def test_phrases_of_real_papers(phrase, kind, start, deadline):
    time = read(phrase, 2026)
    found = [day and day.isoformat() for day in (time.start, time.deadline)]
    assert (time.kind, *found) == (kind, start, deadline)


@pytest.mark.parametrize(
    ("phrase", "recurrence", "start", "deadline"),
    [
        ("hằng tuần", "weekly", None, None),
        ("Hàng tháng", "monthly", None, None),
        ("ngày 15 hằng tháng", "monthly", None, None),
        ("Họp giao ban định kỳ, hàng tháng, hàng quý và 6 tháng", "monthly", None, None),
        ("hằng quý, trước ngày 15 của tháng cuối quý", "quarterly", None, None),
        ("mỗi quý 01 lần", "quarterly", None, None),
        ("định kỳ 6 tháng", "half_yearly", None, None),
        ("06 tháng một lần", "half_yearly", None, None),
        ("02 lần/năm", "half_yearly", None, None),
        ("Định kỳ 6 tháng, một năm và theo yêu cầu", "half_yearly", None, None),
        ("6 tháng, năm", "half_yearly", None, None),
        ("Hằng năm", "yearly", None, None),
        ("Hằng năm, trước ngày 15/12", "yearly", None, date(2026, 12, 14)),
        ("Tháng 3 hằng năm", "yearly", date(2026, 3, 1), date(2026, 3, 31)),
        (
            "Hằng tháng, từ tháng 3 đến tháng 12",
            "monthly",
            date(2026, 3, 1),
            date(2026, 12, 31),
        ),
        ("Hằng tháng, tổng kết tháng 12", "monthly", None, None),
    ],
)
def test_what_comes_again_is_bound_by_the_days_beside_it(phrase, recurrence, start, deadline):
    assert read(phrase, 2026) == Time("recurring", phrase, start, deadline, recurrence)


@pytest.mark.parametrize(
    ("phrase", "start", "deadline"),
    [
        ("tháng 10", "2025-10-01", "2025-10-31"),
        ("tháng 3", "2026-03-01", "2026-03-31"),
        ("tháng 9, 10", "2025-09-01", "2025-10-31"),
        ("Quý IV", "2025-10-01", "2025-12-31"),
        ("Quý III", "2026-07-01", "2026-09-30"),
        ("6 tháng cuối năm", "2025-07-01", "2025-12-31"),
        ("từ tháng 10 đến tháng 3", "2025-10-01", "2026-03-31"),
        ("từ 15/12 đến 15/01", "2025-12-15", "2026-01-15"),
        ("từ tháng 9 đến tháng 5", "2025-09-01", "2026-05-31"),
        ("năm học", "2025-09-01", "2026-08-31"),
        ("trong năm học", "2025-09-01", "2026-08-31"),
        ("tháng 10/2026", "2026-10-01", "2026-10-31"),
    ],
)
def test_in_a_school_year_a_missing_year_is_the_one_the_day_lies_in(phrase, start, deadline):
    time = read(phrase, 2026, SCHOOL_YEAR)
    assert (time.start, time.deadline) == (date.fromisoformat(start), date.fromisoformat(deadline))


@given(st.dates(*SCHOOL_YEAR))
def test_every_day_of_a_school_year_is_found_without_its_year(day):
    time = read(f"ngày {day.day}/{day.month}", 2025, SCHOOL_YEAR)
    assert (time.start, time.deadline) == (day, day)


@pytest.mark.parametrize(
    ("phrase", "piece"),
    [
        ("trước ngày 31/2", "ngày 31/2"),
        ("ngày 31 tháng 4 năm 2026", "ngày 31 tháng 4 năm 2026"),
        ("Hoàn thành tháng 13/2026", "tháng 13/2026"),
        ("Quý V/2026", "Quý V/2026"),
        ("ngày 29/2", "ngày 29/2"),
        ("trước ngày 01/01/0001", "ngày 01/01/0001"),
        ("Tháng 3; từ ngày 15/4 đến ngày 01/3/2026", "ngày 15/4 đến ngày 01/3/2026"),
        ("từ ngày 20/3 đến ngày 15/3", "ngày 20/3 đến ngày 15/3"),
        ("từ ngày 15/4, chậm nhất 01/3", "từ ngày 15/4 đến ngày 01/3/2026"),
    ],
)
def test_a_time_that_cannot_be_is_named(phrase, piece):
    with pytest.raises(NoSuchTime) as error:
        read(phrase, 2026)
    assert error.value.piece == piece


def test_the_words_are_kept_as_typed():
    typed = "  Tha\u0301ng 3,\u00a0nếu kịp \n"
    assert read(typed, 2026).text == "Tháng 3, nếu kịp"


@pytest.mark.parametrize(
    ("kind", "start", "deadline", "recurrence"),
    [
        ("someday", None, None, None),
        ("before", None, None, None),
        ("window", None, None, None),
        ("month", date(2026, 3, 2), date(2026, 3, 31), None),
        ("half_year", date(2026, 1, 1), date(2026, 12, 31), None),
        ("window", date(2026, 3, 2), date(2026, 3, 1), None),
        ("recurring", None, None, "daily"),
    ],
)
def test_what_cannot_be_written_is_refused(kind, start, deadline, recurrence):
    with pytest.raises(ValueError, match=r"\S"):
        write(kind, start, deadline, recurrence)


@pytest.mark.parametrize(
    ("time", "phrase"),
    [
        (Time("before", "", None, date(2026, 3, 14)), "Trước ngày 15/3/2026"),
        (Time("at_latest", "", None, date(2026, 2, 5)), "Chậm nhất ngày 05/02/2026"),
        (
            Time("window", "", date(2026, 3, 1), date(2026, 4, 15)),
            "Từ ngày 01/3 đến ngày 15/4/2026",
        ),
        (Time("window", "", date(2026, 3, 1), date(2026, 3, 1)), "Ngày 01/3/2026"),
        (Time("month", "", date(2026, 10, 1), date(2026, 11, 30)), "Tháng 10 - 11/2026"),
        (Time("quarter", "", date(2025, 10, 1), date(2026, 3, 31)), "Quý IV/2025 - I/2026"),
        (Time("year", "", date(2025, 9, 1), date(2026, 8, 31)), "Năm học 2025-2026"),
        (Time("recurring", recurrence="half_yearly"), "Định kỳ 6 tháng"),
    ],
)
def test_phrases_are_those_of_the_papers(time, phrase):
    assert write(time.kind, time.start, time.deadline, time.recurrence) == phrase


@given(st.sampled_from(RECURRENCES), some_days)
def test_occurrences_tile_the_period(recurrence, period):
    first, last = period
    found = occurrences(recurrence, first, last)
    covered = [start + timedelta(n) for start, end in found for n in range((end - start).days + 1)]
    assert covered == [first + timedelta(n) for n in range((last - first).days + 1)]


@given(st.sampled_from(RECURRENCES[1:]), some_days)
def test_occurrences_begin_with_the_calendar(recurrence, period):
    months = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}[recurrence]
    for start, _end in occurrences(recurrence, *period)[1:]:
        assert start.day == 1
        assert (start.month - 1) % months == 0


def test_weeks_begin_on_monday_and_are_clipped():
    assert occurrences("weekly", date(2026, 1, 1), date(2026, 1, 12)) == [
        (date(2026, 1, 1), date(2026, 1, 4)),
        (date(2026, 1, 5), date(2026, 1, 11)),
        (date(2026, 1, 12), date(2026, 1, 12)),
    ]


def test_a_period_that_ends_before_it_begins_has_none():
    assert occurrences("monthly", date(2026, 2, 1), date(2026, 1, 1)) == []


def test_an_unknown_recurrence_is_refused():
    with pytest.raises(ValueError, match="daily"):
        occurrences("daily", date(2026, 1, 1), date(2026, 1, 2))


@pytest.mark.parametrize(
    ("deadline", "done_on", "is_closed", "late"),
    [
        (None, None, False, False),
        (date(2026, 3, 14), None, False, True),
        (date(2026, 3, 15), None, False, False),
        (date(2026, 3, 14), date(2026, 3, 14), False, False),
        (date(2026, 3, 13), date(2026, 3, 14), False, True),
        (date(2026, 3, 1), None, True, False),
    ],
)
def test_late_is_what_is_owed_past_its_day(deadline, done_on, is_closed, late):
    assert is_late(deadline, done_on, date(2026, 3, 15), is_closed) is late

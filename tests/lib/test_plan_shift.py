from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.plan_shift import later_day, later_text, later_time
from odoo.addons.dan_chu_co_so.lib.task_time import read, write

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
SCHOOL_YEAR = (date(2026, 9, 1), date(2027, 8, 31))


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Thực hiện dân chủ ở cơ sở năm 2026", "Thực hiện dân chủ ở cơ sở năm 2027"),
        ("Tháng 7/2026; giám sát trong Quý III/2026", "Tháng 7/2027; giám sát trong Quý III/2027"),
        ("tăng 5% so với năm 2025", "tăng 5% so với năm 2026"),
        ("trước ngày 20/12/2026", "trước ngày 20/12/2027"),
        ("trước ngày 20 tháng 12 năm 2026", "trước ngày 20 tháng 12 năm 2027"),
    ],
)
def test_the_plans_own_years_move(text, moved):
    assert later_text(text, {2026}, 1) == moved


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 25/KH-UBND ngày 02/02/2026 của UBND tỉnh",
        "Kế hoạch số 25/KH-UBND ngày 02 tháng 02 năm 2026 của UBND tỉnh",
        "Thông tư số 12/2026/TT-BNV",
        "giai đoạn 2026 - 2030",
        "nhiệm kỳ 2026-2031",
        "Luật Thực hiện dân chủ ở cơ sở năm 2022",
        "năm 2025 còn hạn chế",
        "gồm 12026 phiếu",
        "",
    ],
)
def test_papers_and_other_times_keep_their_years(text):
    assert later_text(text, {2026}, 1) == text


def test_a_school_year_moves_with_both_its_years():
    moved = later_text("Công tác năm học 2026 - 2027", {2026, 2027}, 1)
    assert moved == "Công tác năm học 2027 - 2028"


@pytest.mark.parametrize(
    ("text", "start", "deadline"),
    [
        ("Trước ngày 15/3", None, date(2027, 3, 14)),
        ("Chậm nhất ngày 31/3/2026", None, date(2027, 3, 31)),
        ("Quý III/2026", date(2027, 7, 1), date(2027, 9, 30)),
        ("Tháng 10 - 11/2026", date(2027, 10, 1), date(2027, 11, 30)),
        ("từ ngày 01/3 đến ngày 15/4/2026", date(2027, 3, 1), date(2027, 4, 15)),
        ("6 tháng đầu năm 2026", date(2027, 1, 1), date(2027, 6, 30)),
        ("Hằng tháng", None, None),
        ("Thường xuyên", None, None),
    ],
)
def test_times_move_by_a_year(text, start, deadline):
    time = later_time(read(text, 2026), *YEAR, 1)
    assert (time.start, time.deadline) == (start, deadline)
    assert time.text == text.replace("2026", "2027")
    assert time.kind == read(text, 2026).kind


def test_the_29th_of_february_becomes_the_28th():
    assert later_day(date(2028, 2, 29), 1) == date(2029, 2, 28)
    year = (date(2028, 1, 1), date(2028, 12, 31))
    time = later_time(read("Chậm nhất ngày 29/02/2028", 2028), *year, 1)
    assert (time.text, time.deadline) == ("Chậm nhất ngày 28/02/2029", date(2029, 2, 28))
    assert later_time(read("Tháng 2/2028", 2028), *year, 1).deadline == date(2029, 2, 28)
    assert later_time(read("Tháng 2/2028", 2028), *year, 4).deadline == date(2032, 2, 29)


def test_in_a_school_year_spring_stays_in_its_second_half():
    time = later_time(read("Tháng 3", 2026, SCHOOL_YEAR), *SCHOOL_YEAR, 1)
    assert (time.start, time.deadline) == (date(2028, 3, 1), date(2028, 3, 31))


def test_days_that_were_typed_and_not_read_move_as_days():
    time = read("Theo kế hoạch của cấp trên", 2026)
    typed = type(time)("at_latest", time.text, None, date(2026, 5, 5), None)
    moved = later_time(typed, *YEAR, 1)
    assert (moved.kind, moved.text, moved.deadline) == (
        "at_latest",
        time.text,
        date(2027, 5, 5),
    )


@given(st.dates(*YEAR), st.integers(1, 30))
def test_a_written_day_and_its_phrase_move_together(day, years):
    time = read(write("at_latest", deadline=day), 2026)
    moved = later_time(time, *YEAR, years)
    assert moved.deadline == later_day(day, years)
    assert read(moved.text, 2026 + years).deadline == moved.deadline


@given(st.text(max_size=60), st.integers(1, 3))
def test_any_phrase_may_be_moved(text, years):
    try:
        time = read(text, 2026)
    except ValueError:
        return
    assert later_time(time, *YEAR, years).kind in {time.kind, "window"}

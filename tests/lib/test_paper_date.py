import unicodedata
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.paper_date import hour_and_date, place_and_date

TODAY = date(2026, 11, 21)
ROOM = "\u00a0" * 6


def test_place_and_date_stand_on_one_line():
    printed = place_and_date("Gò Vấp", date(2022, 2, 24), TODAY)
    assert printed == "Gò Vấp, ngày 24 tháng 02 năm 2022"


def test_a_day_left_open_has_room_before_this_month():
    assert place_and_date("Gò Vấp", None, TODAY) == f"Gò Vấp, ngày{ROOM}tháng 11 năm 2026"
    assert place_and_date("", None, date(2026, 1, 9)) == f"ngày{ROOM}tháng 01 năm 2026"


def test_without_a_place_the_date_stands_alone():
    assert place_and_date(None, date(2022, 3, 5), TODAY) == "ngày 05 tháng 3 năm 2022"
    assert place_and_date("  ", date(2022, 3, 5), TODAY) == "ngày 05 tháng 3 năm 2022"


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_a_known_day_hides_today(day, today):
    printed = place_and_date(unicodedata.normalize("NFD", "Gò  Vấp"), day, today)
    assert printed == place_and_date("Gò Vấp", day, TODAY)
    assert printed.endswith(f" năm {day.year}")


def test_a_moment_is_told_by_the_clocks_of_viet_nam():
    for stored, told in (
        ("2027-01-05 01:00", "8 giờ 00 phút, ngày 05 tháng 01 năm 2027"),
        ("2026-12-31 17:05", "0 giờ 05 phút, ngày 01 tháng 01 năm 2027"),
    ):
        assert hour_and_date(datetime.fromisoformat(stored)) == told


@given(st.datetimes(datetime.fromisoformat("1980-01-01")))
def test_hours_have_no_zero_in_front_and_minutes_have_two_figures(moment):
    told = hour_and_date(moment)
    hour, _word, minute, *_rest = told.split()
    assert hour == str((moment.hour + 7) % 24)
    assert minute == f"{moment.minute:02d}"

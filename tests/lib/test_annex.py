from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.annex import annex_label, annex_reference

DAY = date(2027, 1, 5)
TODAY = date(2026, 11, 21)
ROOM = "\u00a0" * 6


def test_it_names_the_paper_it_comes_with():
    printed = annex_reference("Kế hoạch", "63", "KH-TnS", DAY, TODAY, "Trường THCS Tây Sơn")
    assert printed == (
        "(Kèm theo Kế hoạch số 63/KH-TnS ngày 05 tháng 01 năm 2027 của Trường THCS Tây Sơn)"
    )


def test_what_comes_later_has_room():
    printed = annex_reference("Kế hoạch", "", "KH-TnS", None, TODAY, "Trường THCS Tây Sơn")
    assert printed == (
        f"(Kèm theo Kế hoạch số {ROOM}/KH-TnS ngày{ROOM}tháng 11 năm 2026 của Trường THCS Tây Sơn)"
    )


def test_one_annex_alone_bears_no_number():
    assert annex_label(1, 1) == "Phụ lục"


@given(st.integers(2, 60))
def test_several_are_told_apart(count):
    labels = [annex_label(place, count) for place in range(1, count + 1)]
    assert labels[:2] == ["Phụ lục I", "Phụ lục II"]
    assert len(set(labels)) == count

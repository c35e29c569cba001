from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.conference_words import (
    named_conference,
    named_person,
    percent,
    reasons_in_words,
    year_words,
)


def test_a_share_is_written_as_vietnamese_write_it():
    assert percent(55, 58) == "94,83%"
    assert percent(1, 2) == "50%"
    assert percent(1, 8) == "12,5%"
    assert percent(0, 7) == "0%"
    assert percent(7, 7) == "100%"
    assert percent(3, 0) == ""


def test_all_but_one_is_not_all():
    assert percent(99_999, 100_000) == "99,99%"


@given(st.integers(1, 10_000).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base))))
def test_no_share_is_off_by_more_than_half_a_hundredth(pair):
    part, base = pair
    shown = Fraction(percent(part, base).removesuffix("%").replace(",", "."))
    exact = Fraction(100 * part, base)
    assert abs(shown - exact) <= Fraction(1, 200) or (part < base and shown == Fraction("99.99"))
    assert (shown == 100) == (part == base)


def test_the_year_is_said_once():
    assert year_words("2026-2027") == "năm học 2026 - 2027"
    assert year_words("2027") == "năm 2027"
    assert named_conference("Hội nghị viên chức", "2026-2027") == (
        "Hội nghị viên chức năm học 2026 - 2027"
    )
    assert named_conference("Hội nghị năm học 2025 - 2026", "2026-2027") == (
        "Hội nghị năm học 2025 - 2026"
    )
    assert named_conference("Hội nghị", "") == "Hội nghị"


def test_those_with_one_reason_stand_together():
    rows = [("An", "đi học."), ("Bình", None), ("Châu", " đi  học"), ("Dung", "ốm")]
    assert reasons_in_words(rows) == "đi học: An, Châu; Bình; ốm: Dung"


def test_a_person_without_a_position_is_a_name():
    assert named_person("Lê An", "") == "Lê An"
    assert named_person("Lê An", "Tổ Toán") == "Lê An, Tổ Toán"

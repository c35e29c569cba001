import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.numbering import (
    NumberError,
    clean_number,
    number_key,
    printed_number,
    reference,
    symbol,
)

NUMBERS = st.integers(1, 9_999_999)
LETTERS = st.text("abcdđeghik", max_size=3)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5", "05"),
        (" 63 ", "63"),
        ("9", "09"),
        ("10", "10"),
        ("0005", "05"),
        ("07a", "07a"),
        ("7 a", "07a"),
        ("12bis", "12bis"),
        ("Số: 12", "12"),
        ("số 12", "12"),
        ("SỐ:12", "12"),
        ("Số:", ""),
        ("  ", ""),
        ("", ""),
        (None, ""),
        (False, ""),
    ],
)
def test_a_number_is_stored_as_it_is_printed(typed, number):
    assert clean_number(typed, 10) == number


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("63/KH-TnS", "with_symbol"),
        ("Số: 63/KH-TnS", "with_symbol"),
        ("/KH-UBND", "with_symbol"),
        ("63-KH", "not_a_number"),
        ("mười hai", "not_a_number"),
        ("12 13", "not_a_number"),
        ("-5", "not_a_number"),
        ("٣", "not_a_number"),
        ("0", "zero"),
        ("00a", "zero"),
        ("12345678", "too_long"),
        ("9" * 5000, "too_long"),
    ],
)
def test_what_is_no_number_is_refused_and_why(typed, code):
    with pytest.raises(NumberError) as refused:
        clean_number(typed, 10)
    assert (refused.value.code, refused.value.text) == (code, typed)


@given(NUMBERS, LETTERS, st.integers(0, 100))
def test_cleaning_twice_changes_nothing_and_keeps_the_number(number, letters, zero_below):
    cleaned = clean_number(f"{number}{letters}", zero_below)
    assert clean_number(cleaned, zero_below) == cleaned
    assert number_key(cleaned) == number
    assert cleaned.endswith(letters)
    assert cleaned.startswith("0") == (number < zero_below)


@given(st.text())
def test_whatever_is_typed_is_cleaned_or_refused(text):
    with contextlib.suppress(NumberError):
        cleaned = clean_number(text, 10)
        assert not cleaned or number_key(cleaned) > 0


@given(st.text())
def test_every_text_can_be_sorted(text):
    assert 0 <= number_key(text) < 2**31


@pytest.mark.parametrize(
    ("text", "key"),
    [("05", 5), ("07a", 7), ("950-", 950), ("a7", 0), ("", 0), (None, 0), ("9" * 9999, 2**31 - 1)],
)
def test_numbers_are_sorted_by_the_digits_they_begin_with(text, key):
    assert number_key(text) == key


@pytest.mark.parametrize(
    ("form", "codes", "expected"),
    [
        ("kind_first", ("KH", "TnS", "VP"), "KH-TnS"),
        ("issuer_first", ("CV", "BNV", "VP"), "BNV-VP"),
        ("issuer_first", ("CV", "TnS", ""), "TnS"),
        ("kind_first", ("KH", None), "KH"),
        ("kind_first", ("", " TnS"), "TnS"),
        ("kind_first", ("KH-", "/TnS"), "KH-TnS"),
        ("issuer_first", ("CV", "", None), ""),
    ],
)
def test_a_symbol_has_no_stray_dash(form, codes, expected):
    assert symbol(form, *codes) == expected


def test_an_unknown_form_of_a_symbol_is_named():
    with pytest.raises(ValueError, match="'letter' is no form of a symbol"):
        symbol("letter", "KH", "TnS")


def test_a_paper_is_referred_to_once_it_has_a_number():
    assert reference("63", "KH-TnS") == "63/KH-TnS"
    assert reference("63", "") == "63"
    assert reference("", "KH-TnS") == ""


def test_without_a_number_there_is_room_that_no_layout_closes_up():
    assert printed_number("05", "BNV-VP") == "Số: 05/BNV-VP"
    room = "\u00a0" * 6
    assert printed_number("", "KH-TnS") == f"Số:{room}/KH-TnS"
    assert printed_number("", "") == f"Số:{room}"

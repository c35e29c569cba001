import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.paper.words import (
    clean,
    cleaned,
    is_clean,
    one_line,
    parseable,
    point,
    roman,
)


def test_points_follow_the_vietnamese_alphabet():
    assert "".join(map(point, range(1, 24))) == "abcdđeghiklmnopqrstuvxy"
    assert [point(24), point(25), point(24 * 23 + 1)] == ["aa", "ab", "aaa"]


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (44, "XLIV"), (1999, "MCMXCIX")]
)
def test_roman_numerals(number, numeral):
    assert roman(number) == numeral


def test_what_romans_could_not_write_stays_a_number():
    assert (roman(0), roman(4000)) == ("0", "4000")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Vie\u0323\u0302t", "Việt"),
        ("Viê\u0323t", "Việt"),  # Windows-1258: the circumflex with the letter, the tone apart
        ("\x93trích\x94 \x96 \x85", "“trích” – …"),
        ("một\x00\x07 hai\x81", "một hai"),
        ("a\ud800b\ufffec\ufeff", "abc"),
        ("10\u00a0000 đồng", "10\u00a0000 đồng"),
        ("giấy\u202e mời\u202c", "giấy mời"),
        ("🙂 👨\u200d👩\u200d👧", "🙂 👨\u200d👩\u200d👧"),
    ],
)
def test_stray_characters_are_put_right(typed, printed):
    assert clean(typed) == printed


@given(st.text())
def test_one_line_is_clean_and_stays_as_it_is(text):
    line = one_line(text)
    assert is_clean(line)
    assert one_line(line) == line


def test_a_tab_or_line_end_within_is_not_clean():
    assert not is_clean("a\tb")
    assert not is_clean("a\u2028b")
    assert not is_clean(unicodedata.normalize("NFD", "ệ"))


def test_what_is_parsed_is_not_composed_since_a_tag_could_join_its_text():
    assert parseable("<b>\u0338\x00x") == "<b>\u0338x"


def test_every_text_of_a_tree_becomes_one_clean_line():
    tree = {"title": "Hô\u0323i\n nghi\u0323\x07", "lines": ["a\t b", None, True, 3]}
    assert cleaned(tree) == {"title": "Hội nghị", "lines": ["a b", None, True, 3]}

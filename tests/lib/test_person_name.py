import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.person_name import sort_key

# Each vowel with its six tones, in the order of Vietnamese dictionaries: a second way of writing
# down what the code finds by taking letters apart.
ROWS = (
    *("aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "f", "g", "h"),
    *("iìỉĩíị", "j", "k", "l", "m", "n", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s", "t"),
    *("uùủũúụ", "ưừửữứự", "v", "w", "x", "yỳỷỹýỵ", "z"),
)
PLACES = {
    letter: (row, tone) for row, letters in enumerate(ROWS) for tone, letter in enumerate(letters)
}
CONSONANTS = "bcdđghklmnpqrstvx"
SYLLABLES = st.builds(
    lambda head, vowel, tail: head + vowel + tail,
    st.text(CONSONANTS, max_size=2),
    st.sampled_from([letter for row in ROWS for letter in row if len(row) > 1]),
    st.text("cgmnptihu", max_size=2),
)
NAMES = st.lists(SYLLABLES, min_size=1, max_size=4).map(" ".join)


def plainly(name):
    """The order by words: the given name first, letters of a word before its tone."""
    words = name.split()
    return [
        (
            [PLACES[letter][0] for letter in word],
            max(PLACES[letter][1] for letter in word),
        )
        for word in [words[-1], *words[:-1]]
    ]


@given(NAMES, NAMES)
def test_the_order_is_that_of_the_alphabet_and_its_tones(one, other):
    by_key = (sort_key(one) > sort_key(other)) - (sort_key(one) < sort_key(other))
    by_hand = (plainly(one) > plainly(other)) - (plainly(one) < plainly(other))
    assert by_key == by_hand


@given(NAMES)
def test_case_spaces_and_the_form_of_unicode_make_no_difference(name):
    key = sort_key(name)
    assert sort_key(name.upper()) == key
    assert sort_key(f"  {name.replace(' ', '   ')} ") == key
    assert sort_key(unicodedata.normalize("NFD", name)) == key


@given(st.text(max_size=30))
def test_whatever_is_typed_has_a_key_of_digits(name):
    key = sort_key(name)
    assert key == "" or (key.isascii() and key.isdigit())
    assert bool(key) == bool(name.split())


@pytest.mark.parametrize("empty", ["", "  ", None, False])
def test_no_name_stands_first(empty):
    assert sort_key(empty) == "" < sort_key("An")


def test_a_list_as_offices_write_it():
    listed = [
        "Nguyễn Văn An",
        "Trần Thị An",
        "Nguyễn Văn Ân",
        "Lê Bình",
        "Phạm Văn Bình",
        "Bùi Thị Bính",
        "Nguyễn Thị Dung",
        "Đỗ Văn Dũng",
        "Lê Thành Đạt",
        "Hoàng Thị Hà",
        "Đặng Thu Hạ",
        "Cao Văn Hải",
        "Vũ Hải Yến",
    ]
    sorted_by_letters = sorted(listed)
    assert sorted(sorted_by_letters, key=sort_key) == listed


def test_of_one_given_name_the_family_name_decides_and_a_shorter_name_is_first():
    assert sorted(["Trần An", "An", "Lê Thị An", "Lê An"], key=sort_key) == [
        "An",
        "Lê An",
        "Lê Thị An",
        "Trần An",
    ]


def test_both_ways_of_placing_the_tone_are_one_name():
    assert sort_key("Lê Thị Hòa") == sort_key("Lê Thị Hoà") != sort_key("Lê Thị Hoa")

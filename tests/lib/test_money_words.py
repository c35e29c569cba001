import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.money_words import grouped, money_words, number_words

_ONES = {
    word: digit
    for digit, words in enumerate(
        ("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín")
    )
    for word in words.split()
}
_SCALES = {"nghìn": 10**3, "triệu": 10**6}


def _read(words):
    """The number again, by a way of its own."""
    whole = part = group = 0
    for word in words.split():
        if word in _ONES:
            group += _ONES[word]
        elif word == "trăm":
            group *= 100
        elif word == "mươi":
            group += group % 10 * 9
        elif word == "mười":
            group += 10
        elif word in _SCALES:
            part, group = part + group * _SCALES[word], 0
        elif word == "tỷ":
            whole, part, group = (whole + part + group) * 10**9, 0, 0
        else:
            assert word == "linh", word
    return whole + part + group


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (5, "Năm đồng"),
        (10, "Mười đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (105, "Một trăm linh năm đồng"),
        (110, "Một trăm mười đồng"),
        (155, "Một trăm năm mươi lăm đồng"),
        (1_000, "Một nghìn đồng"),
        (1_001, "Một nghìn không trăm linh một đồng"),
        (759_000, "Bảy trăm năm mươi chín nghìn đồng"),
        (2_530_000, "Hai triệu năm trăm ba mươi nghìn đồng"),
        (1_005_021, "Một triệu không trăm linh năm nghìn không trăm hai mươi mốt đồng"),
        (1_000_000_000, "Một tỷ đồng"),
        (1_000_000_000_000, "Một nghìn tỷ đồng"),
        (3_000_000_004, "Ba tỷ không trăm linh bốn đồng"),
    ],
)
def test_as_papers_write_it(amount, words):
    assert money_words(amount) == words


@given(st.integers(min_value=0, max_value=10**18 - 1))
def test_the_words_say_the_number(amount):
    assert _read(number_words(amount)) == amount


@given(st.integers(min_value=0, max_value=10**15))
def test_figures_are_grouped_by_dots(amount):
    text = grouped(amount)
    assert int(text.replace(".", "")) == amount
    assert all(len(part) == 3 for part in text.split(".")[1:])


def test_nothing_below_zero_is_a_sum():
    with pytest.raises(ValueError, match="no sum"):
        money_words(-1)

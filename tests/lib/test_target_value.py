from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.target_value import COMPARATORS, KINDS, met, number, show

figures = st.one_of(
    st.integers(-(10**9), 10**9),
    st.decimals(-(10**6), 10**6, places=2),
    st.floats(allow_nan=False, allow_infinity=False),
)
typed = st.one_of(
    st.none(),
    st.booleans(),
    figures,
    st.floats(),
    st.text(),
    st.sampled_from(
        ["Tốt", "xếp loại Khá", "95%", "178/185", "1/0", "Hoàn thành tốt nhiệm vụ", "có", "chưa"]
    ),
)
ratings = st.sampled_from(["Yếu", "Trung bình", "Khá", "Tốt", "Xuất sắc"])
done = st.sampled_from(
    ["Không hoàn thành", "Hoàn thành", "Hoàn thành tốt nhiệm vụ", "HOÀN THÀNH XUẤT SẮC NHIỆM VỤ"]
)


@given(
    st.sampled_from(["number", "ratio", "relative"]),
    st.sampled_from(COMPARATORS),
    figures,
    figures,
    figures,
    figures,
)
def test_more_never_unmeets_at_least_nor_meets_at_most(
    kind, comparator, value, one, other, baseline
):
    low, high = sorted((one, other), key=number)
    before = met(kind, comparator, value, low, baseline)
    after = met(kind, comparator, value, high, baseline)
    if comparator in ("at_least", "more_than"):
        assert after or not before
    elif comparator in ("at_most", "less_than"):
        assert before or not after
    else:
        assert not (before and after) or number(low) == number(high)


@given(st.sampled_from(["number", "ratio", "rating"]), figures, figures, ratings, ratings)
def test_each_comparator_has_its_opposite(kind, value, result, wanted, got):
    if kind == "rating":
        value, result = wanted, got
    assert met(kind, "at_least", value, result) is not met(kind, "less_than", value, result)
    assert met(kind, "at_most", value, result) is not met(kind, "more_than", value, result)
    both = met(kind, "at_least", value, result) and met(kind, "at_most", value, result)
    assert met(kind, "exactly", value, result) is both


@given(st.sampled_from([ratings, done]).flatmap(lambda scale: st.tuples(scale, scale, scale)))
def test_a_better_rating_never_unmeets_at_least(chosen):
    wanted, one, other = chosen
    if met("rating", "at_least", one, other):
        assert not met("rating", "at_least", wanted, one) or met(
            "rating", "at_least", wanted, other
        )


@given(st.sampled_from(KINDS), st.sampled_from(COMPARATORS), typed, typed, typed, st.text())
def test_whatever_is_typed_is_met_or_not_or_not_known(
    kind, comparator, value, result, baseline, unit
):
    assert met(kind, comparator, value, result, baseline) in (True, False, None)
    assert show(kind, comparator, value, unit, baseline).strip() or not value


@given(st.sampled_from(["number", "ratio", "relative"]), st.sampled_from(COMPARATORS), figures)
def test_no_result_is_not_known_yet(kind, comparator, value):
    assert met(kind, comparator, value, None, 1) is None


@pytest.mark.parametrize(
    ("kind", "comparator", "value", "result", "baseline", "answer"),
    [
        ("number", "at_least", "10 cuộc", "06 cuộc", None, False),
        ("number", "at_least", 1000, "1.200", None, True),
        ("number", "exactly", "0,3", Decimal("0.30"), None, True),
        ("number", "exactly", 0.1 + 0.2, 0.3, None, False),
        ("number", "at_least", 30, "khoảng 30", None, None),
        ("number", "at_least", 30, "38/38", None, None),
        ("number", "at_least", 30, float("nan"), None, None),
        ("ratio", "at_least", "95%", "96,2%", None, True),
        ("ratio", "at_least", 95, "178/185", None, True),
        ("ratio", "at_least", "2/3", "33/50", None, False),
        ("ratio", "at_least", "2/3", "34/50", None, True),
        ("ratio", "exactly", "100 %", "38/38", None, True),
        ("ratio", "exactly", "100%", "0/0", None, None),
        ("yes_no", None, True, "Đã hoàn thành", None, True),
        ("yes_no", None, None, False, None, False),
        ("yes_no", None, "không", False, None, True),
        ("yes_no", None, True, "sắp xong", None, None),
        ("rating", "at_least", "Tốt", "xếp loại Xuất sắc", None, True),
        ("rating", "at_least", "Tốt", "Khá", None, False),
        ("rating", "at_least", "TOT", "Tốt", None, True),
        (
            "rating",
            "at_least",
            "Hoàn thành tốt nhiệm vụ",
            "Hoàn thành xuất sắc nhiệm vụ",
            None,
            True,
        ),
        ("rating", "at_least", "Hoàn thành tốt", "Tốt", None, None),
        ("rating", "at_least", "Vững mạnh", "Vững mạnh", None, True),
        ("rating", "more_than", "Vững mạnh", "Vững mạnh", None, False),
        ("rating", "at_least", "Vững mạnh", "Tốt", None, None),
        ("rating", "at_least", "Tốt", None, None, None),
        ("relative", "at_least", 5, 105, 100, True),
        ("relative", "at_least", "5%", "104,99", "100", False),
        ("relative", "at_most", -10, 45, 50, True),
        ("relative", "at_least", 5, 105, None, None),
    ],
)
def test_results_are_weighed_exactly(kind, comparator, value, result, baseline, answer):
    assert met(kind, comparator, value, result, baseline) is answer


@pytest.mark.parametrize(
    ("kind", "comparator", "value", "unit", "baseline", "shown"),
    [
        ("ratio", "at_least", 95, "%", None, "≥ 95%"),
        ("ratio", "at_least", 95.0, "", None, "≥ 95%"),
        ("ratio", "at_least", "95%", "", None, "≥ 95%"),
        ("ratio", "exactly", 100, "hồ sơ", None, "100% hồ sơ"),
        ("ratio", "more_than", "2/3", "", None, "> 2/3"),
        ("number", "at_least", 2, "buổi", None, "≥ 2 buổi"),
        ("number", "at_most", Decimal("1200.50"), "", None, "≤ 1.200,5"),
        ("number", "exactly", Fraction(1, 3), "", None, "1/3"),
        ("number", "less_than", -1.25, "điểm", None, "< -1,25 điểm"),
        ("yes_no", None, True, "", None, "Có"),
        ("yes_no", "at_least", "không", "", None, "Không"),
        ("rating", "at_least", "Tốt", "", None, "xếp loại Tốt trở lên"),
        ("rating", "exactly", "Xếp loại Tốt", "", None, "xếp loại Tốt"),
        ("relative", "at_least", 5, "%", "năm 2025", "tăng ít nhất 5% so với năm 2025"),
        ("relative", "at_most", -5, "", "năm 2025", "giảm ít nhất 5% so với năm 2025"),
        ("relative", "at_least", 0, "", 1200, "không giảm so với 1.200"),
        ("relative", "exactly", 5.5, "", None, "tăng 5,5%"),
    ],
)
def test_targets_are_shown_in_vietnamese(kind, comparator, value, unit, baseline, shown):
    assert show(kind, comparator, value, unit, baseline) == shown


@given(figures)
def test_a_number_shown_is_read_as_the_same(value):
    shown = show("number", "exactly", value)
    assume("/" not in shown)
    assert number(shown) == number(value)


@pytest.mark.parametrize(("kind", "comparator"), [("colour", "at_least"), ("number", "roughly")])
def test_what_compares_nothing_is_refused(kind, comparator):
    with pytest.raises(ValueError, match=r"colour|roughly"):
        met(kind, comparator, 1, 1)
    with pytest.raises(ValueError, match=r"colour|roughly"):
        show(kind, comparator, 1)

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.rule_value import Range, RuleAnswer, parse, show, store
from odoo.addons.dan_chu_co_so.lib.working_days import TERM_UNITS, Term

numbers = st.integers(0, 10**6)
values = st.one_of(
    st.tuples(st.just("integer"), numbers),
    st.tuples(st.just("fraction"), st.fractions(0, 50, max_denominator=500)),
    st.tuples(
        st.sampled_from(["decimal", "percent"]),
        st.builds(lambda n, digits: Fraction(n, 10**digits), numbers, st.integers(0, 4)),
    ),
    st.tuples(
        st.just("range"), st.builds(lambda a, b: Range(min(a, b), max(a, b)), numbers, numbers)
    ),
    st.sampled_from(TERM_UNITS).flatmap(
        lambda unit: st.tuples(st.just(unit), st.builds(Term, st.integers(1, 999), st.just(unit)))
    ),
    st.tuples(st.just("yes_no"), st.booleans()),
)


def _answer(kind, text, comparison=None, measure="", citation=""):
    return RuleAnswer(
        rule_id=1,
        code="quorum",
        kind=kind,
        value=parse(kind, text),
        comparison=comparison,
        measure=measure,
        citation=citation,
        confidence="confirmed",
        strength="warn",
        date_from=date(2023, 7, 1),
        date_to=None,
    )


@given(values)
def test_what_is_stored_reads_back_as_the_same_value(kind_and_value):
    kind, value = kind_and_value
    text = store(kind, value)
    assert parse(kind, text) == value
    assert store(kind, parse(kind, text)) == text


@pytest.mark.parametrize(
    ("kind", "typed", "comparison", "measure", "shown"),
    [
        ("fraction", " 2 / 3 ", "at_least", "", "≥ 2/3"),
        ("percent", "50 %", "more_than", "", "> 50%"),
        ("percent", "12,5", None, "", "12,5%"),
        ("working_days", "5", None, "", "05 ngày làm việc"),
        ("days", "20", "at_least", "liên tục", "≥ 20 ngày liên tục"),
        ("months", "3", "at_most", "", "≤ 03 tháng"),
        ("years", "2", None, "", "02 năm"),
        ("decimal", "0.3", None, "lần mức lương cơ sở", "0,3 lần mức lương cơ sở"),
        ("decimal", "1,0", None, "", "1"),
        ("range", "13 – 14", None, "pt", "13–14 pt"),
        ("integer", "7", "at_most", "người", "≤ 7 người"),
        ("yes_no", "Có", None, "", "Có"),
        ("yes_no", "no", None, "", "Không"),
        ("text", "quý,  06 tháng", None, "", "quý, 06 tháng"),
    ],
)
def test_values_are_typed_freely_and_shown_in_vietnamese(kind, typed, comparison, measure, shown):
    assert show(kind, parse(kind, typed), comparison, measure) == shown


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("integer", "2.5"),
        ("integer", "-1"),
        ("integer", ""),
        ("fraction", "0.66"),
        ("fraction", "1/0"),
        ("percent", "half"),
        ("decimal", "1e3"),
        ("range", "9-3"),
        ("range", "9"),
        ("days", "0"),
        ("working_days", "five"),
        ("yes_no", "perhaps"),
        ("text", "  "),
        ("weeks", "1"),
    ],
)
def test_what_is_no_value_of_the_kind_is_refused(kind, typed):
    with pytest.raises(ValueError, match=r"\S"):
        parse(kind, typed)


@given(st.integers(0, 300), st.integers(1, 300))
def test_two_thirds_are_reached_when_three_times_the_present_is_twice_the_whole(present, whole):
    quorum = _answer("fraction", "2/3", "at_least")
    assert quorum.is_met(present, whole) == (3 * present >= 2 * whole)


@given(st.integers(0, 300), st.integers(1, 300))
def test_more_than_half_is_not_half(votes, present):
    majority = _answer("percent", "50", "more_than")
    assert majority.is_met(votes, present) == (votes > present - votes)


def test_of_nobody_nothing_is_met():
    assert not _answer("fraction", "2/3", "at_least").is_met(0, 0)


@pytest.mark.parametrize(("staff", "optional"), [(7, True), (8, False)])
def test_a_count_is_compared_as_it_stands(staff, optional):
    assert _answer("integer", "7", "at_most").is_met(staff) is optional


@pytest.mark.parametrize(("members", "lawful"), [(2, False), (3, True), (9, True), (10, False)])
def test_a_range_holds_both_its_ends(members, lawful):
    assert _answer("range", "3-9").is_met(members) is lawful


@pytest.mark.parametrize(
    ("kind", "text"), [("text", "quý"), ("working_days", "5"), ("integer", "7")]
)
def test_a_rule_without_a_sign_compares_nothing(kind, text):
    with pytest.raises(ValueError, match="quorum"):
        _answer(kind, text).is_met(5)


def test_an_answer_says_why():
    quorum = _answer("fraction", "2/3", "at_least", citation="Điều 51 khoản 2 điểm c Luật X")
    assert quorum.explanation == "≥ 2/3 (Điều 51 khoản 2 điểm c Luật X)"
    assert _answer("fraction", "2/3", "at_least").explanation == "≥ 2/3"

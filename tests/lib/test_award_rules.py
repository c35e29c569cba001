from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.award_rules import (
    KINDS,
    RATINGS,
    Condition,
    Nominee,
    bonus,
    check,
    is_multiplier,
    is_salary,
    most,
    worst_rating,
    years_running,
)
from odoo.addons.dan_chu_co_so.lib.rule_value import RuleAnswer, parse

WORKER, FIGHTER = 1, 2


def _rule(kind, text, comparison=None):
    return RuleAnswer(
        rule_id=1,
        code="award.some.what",
        kind=kind,
        value=parse(kind, text),
        comparison=comparison,
        measure="",
        citation="Điều 1",
        confidence="secondary",
        strength="warn",
        date_from=date(2024, 1, 1),
        date_to=None,
    )


def _codes(nominee, *conditions):
    return [finding.code for finding in check(nominee, conditions)]


GOOD = Condition("rating", _rule("text", "hoàn thành tốt nhiệm vụ trở lên"))


@pytest.mark.parametrize(
    ("rating", "found"),
    [
        ("excellent", []),
        ("good", []),
        ("fair", ["rating"]),
        ("poor", ["rating"]),
        ("", ["rating_unknown"]),
    ],
)
def test_the_rating_of_the_year(rating, found):
    assert _codes(Nominee(year=2026, rating=rating), GOOD) == found


def test_a_rating_the_program_does_not_read_is_not_asked():
    odd = Condition("rating", _rule("text", "được tập thể suy tôn"))
    assert _codes(Nominee(year=2026), odd) == []
    assert [worst_rating(_rule("text", words)) for words in RATINGS.values()] == list(RATINGS)


def test_three_years_running_up_to_this_one_or_the_last():
    asked = Condition("earlier", _rule("integer", "3"), frozenset({FIGHTER}), is_consecutive=True)
    running = {(FIGHTER, year) for year in (2023, 2024, 2025)}
    assert _codes(Nominee(year=2026, given=frozenset(running)), asked) == []
    with_this_year = {(FIGHTER, year) for year in (2024, 2025, 2026)}
    assert _codes(Nominee(year=2026, given=frozenset(with_this_year)), asked) == []
    gap = {(FIGHTER, year) for year in (2022, 2023, 2025)}
    assert _codes(Nominee(year=2026, given=frozenset(gap)), asked) == ["earlier_running"]
    other = {(WORKER, year) for _award, year in running}
    assert _codes(Nominee(year=2026, given=frozenset(other)), asked) == ["earlier_running"]


def test_so_many_times_within_so_many_years():
    twice, within = _rule("integer", "2"), _rule("integer", "5")
    asked = Condition("earlier", twice, frozenset({FIGHTER}), within)
    near = frozenset({(FIGHTER, 2022), (FIGHTER, 2024)})
    far = frozenset({(FIGHTER, 2021), (FIGHTER, 2024)})
    assert _codes(Nominee(year=2026, given=near), asked) == []
    assert _codes(Nominee(year=2026, given=far), asked) == ["earlier"]
    assert _codes(Nominee(year=2026, given=far), Condition("earlier", twice, frozenset({2}))) == []


def test_two_papers_of_one_year_are_one_time():
    asked = Condition("earlier", _rule("integer", "2"), frozenset({WORKER, FIGHTER}))
    both = frozenset({(WORKER, 2025), (FIGHTER, 2025)})
    assert _codes(Nominee(year=2026, given=both), asked) == ["earlier"]


def test_what_is_given_with_another_award_of_the_year():
    asked = Condition("same_year", _rule("yes_no", "yes"), frozenset({WORKER}))
    no_more = Condition("same_year", _rule("yes_no", "no"), frozenset({WORKER}))
    assert _codes(Nominee(year=2026), asked) == ["same_year"]
    assert _codes(Nominee(year=2026), no_more) == []
    assert _codes(Nominee(year=2026, now=frozenset({WORKER})), asked) == []


@pytest.mark.parametrize(
    ("kind", "value", "comparison", "have", "found"),
    [
        ("percent", "70", "at_least", 7, []),
        ("percent", "70", "at_least", 6, ["members"]),
        ("percent", "50", "more_than", 5, ["members"]),
        ("percent", "50", "more_than", 6, []),
        ("integer", "1", "at_least", 1, []),
        ("integer", "1", "at_least", 0, ["members"]),
    ],
)
def test_share_of_titles_among_ten(kind, value, comparison, have, found):
    asked = Condition("members", _rule(kind, value, comparison), frozenset({WORKER}))
    nominee = Nominee(year=2026, people=10, holders={WORKER: frozenset(range(have))})
    assert _codes(nominee, asked) == found


def test_who_holds_two_titles_is_counted_once():
    asked = Condition("members", _rule("integer", "2", "at_least"), frozenset({WORKER, FIGHTER}))
    nominee = Nominee(year=2026, people=10, holders={WORKER: {7}, FIGHTER: {7}})
    assert _codes(nominee, asked) == ["members"]
    assert _codes(Nominee(year=2026), asked) == ["members_unknown"]


def test_a_recognised_initiative():
    asked = Condition("initiative", _rule("integer", "1"))
    assert _codes(Nominee(year=2026), asked) == ["initiative"]
    assert _codes(Nominee(year=2026, initiatives=1), asked) == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_rule_on_the_day_asks_nothing(kind):
    assert _codes(Nominee(year=2026), Condition(kind, None)) == []


@pytest.mark.parametrize("kind", set(KINDS) - {"by_people"})
def test_a_rule_of_another_sort_asks_nothing(kind):
    assert _codes(Nominee(year=2026), Condition(kind, _rule("range", "1-2"))) == []


@given(st.sets(st.integers(2000, 2030)), st.integers(2000, 2030))
def test_years_running_have_no_gap(years, year):
    count = years_running(years, year)
    last = year if year in years else year - 1
    assert all(last - back in years for back in range(count))
    assert last - count not in years


@given(st.integers(0, 100_000), st.integers(0, 1000))
def test_a_limit_is_rounded_as_the_rule_says(base, permille):
    share = Fraction(permille, 1000)
    limit = _rule("fraction", f"{permille}/1000")
    down, up, nearest = (
        most(limit, base, _rule("text", words))
        for words in ("Làm tròn xuống", "làm tròn lên", "làm tròn đến số gần nhất")
    )
    assert down <= share * base < down + 1
    assert up - 1 < share * base <= up
    assert abs(nearest - share * base) <= Fraction(1, 2)
    # Where no way is said, no more than the share itself.
    assert most(limit, base) == most(limit, base, _rule("text", "theo thực tế")) == down


def test_a_limit_is_a_count_too_or_not_known():
    assert most(_rule("integer", "5"), 1) == 5
    assert most(None, 100) is None
    assert most(_rule("text", "theo hướng dẫn"), 100) is None


@given(st.integers(1, 200), st.integers(1, 10**8), st.sampled_from([None, 1, 1000, 10_000]))
def test_a_bonus_is_whole_and_no_less_than_the_sum(tenths, salary, step):
    multiplier = _rule("decimal", f"{tenths // 10}.{tenths % 10}")
    paid = bonus(
        multiplier, _rule("integer", str(salary)), step and _rule("integer", str(step), None)
    )
    assert isinstance(paid, int)
    assert paid % (step or 1) == 0
    assert 0 <= paid - Fraction(tenths, 10) * salary < (step or 1)


def test_bonus_of_an_advanced_worker():
    multiplier, salary = _rule("decimal", "0.3"), _rule("integer", "2530000")
    assert bonus(multiplier, salary) == 759_000
    assert bonus(multiplier, salary, _rule("integer", "10000")) == 760_000


def test_what_is_no_sum_gives_none():
    assert not is_multiplier(None)
    assert not is_multiplier(_rule("text", "theo quy chế"))
    assert not is_salary(None)
    assert not is_salary(_rule("integer", "0"))

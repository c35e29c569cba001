from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.board_rules import (
    KINDS,
    OFFICES,
    BoardFacts,
    Person,
    check,
    readable,
    unfit,
)
from odoo.addons.dan_chu_co_so.lib.rule_value import RuleAnswer, parse

TODAY = date(2026, 10, 15)


def _rules(**texts):
    return {
        code: RuleAnswer(
            rule_id=n,
            code=f"inspectorate.{code}",
            kind=KINDS[code],
            value=parse(KINDS[code], text),
            comparison=None,
            measure="",
            citation=f"Điều {n}",
            confidence="confirmed",
            strength="warn",
            date_from=date(2023, 7, 1),
            date_to=None,
        )
        for n, (code, text) in enumerate(texts.items(), start=1)
    }


HOUSE = _rules(
    size="3-9",
    special_size="thống nhất với người đứng đầu",
    none_staff="7",
    none_special="công đoàn cấp trên",
    head_excluded="yes",
    deputy_excluded="yes",
    chief_accountant_excluded="yes",
    works_here="yes",
    two_deputies_from="9",
    deputies_max="2",
    leaders="Trưởng ban, Phó Trưởng ban",
    first_meeting="Ban Chấp hành Công đoàn",
    replacement="hội nghị",
    term="2",
    recognition="5",
)
COMMUNE = _rules(
    size_min="5",
    per_village="yes",
    few_villages="5",
    few_villages_size="5",
    term_of_villages="theo Trưởng thôn",
    replacement="thôn đã bầu",
    by_election="6",
    leaders="Trưởng ban, Phó Trưởng ban",
    deputies_max="2",
    officials_excluded="yes",
    first_meeting="Mặt trận",
)
FIVE = (Person("An", "head"), Person("Bình", "deputy"), *map(Person, ("Cúc", "Dung", "Em")))
GOOD = BoardFacts(
    today=TODAY,
    people=FIVE,
    seats=5,
    staff=40,
    is_at_work=True,
    elected_on=date(2026, 9, 20),
    recognised_on=date(2026, 9, 24),
    recognition_due=date(2026, 9, 25),
    term_end=date(2028, 9, 20),
    date_to=date(2028, 9, 20),
)

persons = st.builds(
    Person,
    name=st.sampled_from(["An", "Bình", "Cúc"]),
    role=st.sampled_from(["head", "deputy", "secretary", "member"]),
    office=st.sampled_from(["", *OFFICES]),
    is_gone=st.booleans(),
)
days = st.none() | st.dates(date(2020, 1, 1), date(2035, 12, 31))
facts = st.builds(
    BoardFacts,
    today=st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    people=st.lists(persons, max_size=14).map(tuple),
    seats=st.integers(0, 14),
    staff=st.integers(0, 200),
    villages=st.integers(0, 30),
    is_special=st.booleans(),
    is_explained=st.booleans(),
    is_substitute=st.booleans(),
    is_decided=st.booleans(),
    is_at_work=st.booleans(),
    elected_on=days,
    recognised_on=days,
    recognition_due=days,
    term_end=days,
    date_to=days,
)


def _codes(facts, rules=HOUSE):
    return [finding.code for finding in check(facts, rules)]


def _members(count, deputies=1):
    """One head, so many deputies, and the rest."""
    roles = ["head"] + ["deputy"] * deputies + ["member"] * count
    return tuple(Person(f"Người {n}", role) for n, role in enumerate(roles[:count]))


def test_a_board_as_the_law_wants_it_gives_no_word():
    assert _codes(GOOD) == []


@given(facts, st.sampled_from([HOUSE, COMMUNE]))
def test_whatever_the_facts_each_finding_names_a_rule_that_was_given(board, rules):
    for finding in check(board, rules):
        assert finding.rule in rules.values()


@given(facts)
def test_where_the_law_says_nothing_nothing_is_found(board):
    assert check(board, {}) == []


@given(facts)
def test_a_rule_of_another_sort_or_a_no_is_not_read(board):
    switched = {**HOUSE, **_rules(head_excluded="no", works_here="no")}
    other_sort = replace(HOUSE["size"], kind="text", value="vài người")
    codes = _codes(board, {**switched, "size": other_sort})
    assert not {"is_head", "is_gone", "too_few", "too_many", "special_unexplained"} & set(codes)


@given(st.integers(1, 30), st.booleans(), st.booleans())
def test_of_the_size_at_most_one_thing_is_said(count, is_special, is_explained):
    board = replace(
        GOOD,
        people=_members(count),
        seats=count,
        is_special=is_special,
        is_explained=is_explained,
    )
    said = [
        code for code in _codes(board) if code in ("too_few", "too_many", "special_unexplained")
    ]
    if count < 3:
        assert said == ["too_few"]
    elif count <= 9 or (is_special and is_explained):
        assert said == []
    else:
        assert said == ["special_unexplained" if is_special else "too_many"]


@pytest.mark.parametrize(("staff", "found"), [(0, False), (1, True), (7, True), (8, False)])
def test_none_is_set_up_where_few_work(staff, found):
    assert ("no_board_here" in _codes(replace(GOOD, staff=staff))) is found


def test_where_the_representative_does_the_work_size_is_not_asked():
    alone = replace(GOOD, staff=5, people=FIVE[:1], seats=1, is_substitute=True)
    assert _codes(alone) == []
    assert _codes(replace(alone, staff=8)) == ["substitute_undecided"]
    assert _codes(replace(alone, staff=8, is_decided=True)) == []


@given(st.integers(3, 14), st.integers(0, 5))
def test_deputies_are_bound_from_nine_members_on(count, deputies):
    board = replace(
        GOOD,
        people=_members(count, min(deputies, count - 1)),
        seats=count,
        is_special=True,
        is_explained=True,
    )
    bound = count >= 9 and min(deputies, count - 1) > 2
    assert ("too_many_deputies" in _codes(board)) is bound


@given(persons)
def test_a_person_is_unfit_for_one_reason_the_office_first(person):
    why = unfit(person, readable(HOUSE))
    if person.office in ("head", "deputy", "chief_accountant"):
        assert why == f"is_{person.office}"
    else:
        assert why == ("is_gone" if person.is_gone else None)


def test_the_persons_are_named():
    people = (*FIVE[:4], Person("Gấm", "member", "chief_accountant"))
    (finding,) = check(replace(GOOD, people=people), HOUSE)
    assert (finding.code, finding.values["name"]) == ("is_chief_accountant", "Gấm")
    assert finding.rule is HOUSE["chief_accountant_excluded"]


def test_an_empty_seat_counts_once_at_work():
    assert _codes(replace(GOOD, people=FIVE[:4])) == ["vacancy"]
    assert _codes(replace(GOOD, people=FIVE[:4], is_at_work=False)) == []


def test_without_a_head_the_first_meeting_is_waited_for():
    people = (Person("An"), *FIVE[1:])
    assert _codes(replace(GOOD, people=people)) == ["no_head"]
    assert _codes(replace(GOOD, people=people, is_at_work=False)) == []
    assert _codes(replace(GOOD, people=(*FIVE, Person("Gấm", "head")))) == ["several_heads"]


@given(st.integers(-400, 400))
def test_the_term_ends_with_its_last_day(late):
    end = TODAY + timedelta(days=late)
    board = replace(GOOD, date_to=end, term_end=end)
    assert _codes(board) == (["awaits_election"] if end < TODAY else [])
    assert _codes(replace(board, date_to=end + timedelta(days=1)))[:1] == ["term_too_long"]


def test_recognition_is_in_time_up_to_its_last_day():
    due = GOOD.recognition_due
    assert _codes(replace(GOOD, recognised_on=due)) == []
    assert _codes(replace(GOOD, recognised_on=due + timedelta(days=1))) == ["recognised_late"]
    waiting = replace(GOOD, recognised_on=None, is_at_work=False)
    assert _codes(replace(waiting, today=due)) == []
    assert _codes(replace(waiting, today=due + timedelta(days=1))) == ["not_recognised"]


@pytest.mark.parametrize(
    ("villages", "count", "found"),
    [
        (0, 5, ["villages_unknown"]),
        (12, 12, []),
        (12, 11, ["not_as_villages"]),
        (5, 5, []),
        (4, 5, []),
        (4, 4, ["too_few"]),
        (4, 6, ["too_many_for_villages"]),
    ],
)
def test_the_commune_has_a_member_for_each_village(villages, count, found):
    board = replace(GOOD, people=_members(count), seats=count, villages=villages)
    assert _codes(board, COMMUNE) == found


def test_a_seat_of_the_commune_stays_empty_in_the_last_half_year():
    board = replace(GOOD, people=_members(11), seats=12, villages=11)
    assert _codes(replace(board, date_to=date(2027, 4, 15)), COMMUNE) == ["vacancy"]
    assert _codes(replace(board, date_to=date(2027, 4, 14)), COMMUNE) == []


def test_the_commune_takes_its_term_from_the_villages():
    board = replace(GOOD, villages=5, date_to=None)
    assert _codes(board, COMMUNE) == ["term_open"]
    official = (*FIVE[:4], Person("Gấm", "member", "official"))
    (finding,) = check(replace(GOOD, villages=5, people=official), COMMUNE)
    assert finding.rule is COMMUNE["officials_excluded"]

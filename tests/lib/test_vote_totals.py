from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.vote_totals import Totals, is_counted, misfits

HANDS = Totals(is_hands=True, entitled=60, votes_for=58)
SLIPS = Totals(
    is_hands=False,
    entitled=60,
    issued=60,
    collected=59,
    valid=57,
    invalid=2,
    votes_for=50,
    votes_against=5,
    votes_blank=2,
)
ELECTION = replace(
    SLIPS,
    votes_for=0,
    votes_against=0,
    votes_blank=0,
    seats=2,
    candidates=(("An", 57), ("Bình", 40), ("Châu", 17)),
)


def codes(totals, **changed):
    return [misfit.code for misfit in misfits(replace(totals, **changed))]


@pytest.mark.parametrize("totals", [HANDS, SLIPS, ELECTION])
def test_what_can_have_happened_is_not_complained_of(totals):
    assert misfits(totals) == []
    assert is_counted(totals)


@pytest.mark.parametrize(
    ("totals", "changed", "expected"),
    [
        (HANDS, {"votes_against": 3}, ["hands_over"]),
        (HANDS, {"votes_for": 0, "candidates": (("An", 61),)}, ["hands_for_one_over"]),
        (SLIPS, {"issued": 61}, ["issued_over"]),
        (SLIPS, {"issued": 58}, ["collected_over"]),
        (SLIPS, {"invalid": 1}, ["not_all_sorted"]),
        (SLIPS, {"votes_for": 51}, ["not_all_said"]),
        (SLIPS, {"votes_for": 49}, ["not_all_said"]),
        (ELECTION, {"candidates": (("An", 58),)}, ["one_over"]),
        (ELECTION, {"seats": 1}, ["names_over"]),
        (
            ELECTION,
            {"issued": 61, "collected": 62},
            ["issued_over", "collected_over", "not_all_sorted"],
        ),
    ],
)
def test_each_sum_is_checked(totals, changed, expected):
    assert codes(totals, **changed) == expected


def test_nobody_has_counted_yet():
    assert not is_counted(replace(HANDS, votes_for=0))
    assert not is_counted(replace(HANDS, votes_for=0, candidates=(("An", 0),)))
    assert is_counted(replace(HANDS, votes_for=0, candidates=(("An", 1),)))
    assert not is_counted(Totals(is_hands=False, entitled=60, issued=60))


@st.composite
def ballots(draw):
    """Slips as they come out of a box, sorted by a plain loop."""
    people = draw(st.integers(1, 80))
    took = draw(st.integers(0, people))
    names = draw(st.lists(st.sampled_from("ABCDEF"), unique=True, max_size=6))
    seats = draw(st.integers(1, 4))
    said = st.sampled_from(["for", "against", "blank", "spoilt"])
    if names:
        mark = st.one_of(
            st.just("spoilt"), st.sets(st.sampled_from(names), max_size=seats).map(frozenset)
        )
    else:
        mark = said
    return people, took, names, seats, draw(st.lists(mark, max_size=took))


@given(ballots())
def test_what_comes_out_of_a_box_adds_up(box):
    people, took, names, seats, slips = box
    good = [slip for slip in slips if slip != "spoilt"]
    totals = Totals(
        is_hands=False,
        entitled=people,
        issued=took,
        collected=len(slips),
        valid=len(good),
        invalid=len(slips) - len(good),
        seats=seats,
        candidates=tuple((name, sum(name in slip for slip in good)) for name in names)
        if names
        else None,
        **(
            {}
            if names
            else {f"votes_{word}": good.count(word) for word in ("for", "against", "blank")}
        ),
    )
    assert misfits(totals) == []
    more = replace(totals, collected=totals.collected + 1)
    assert misfits(more) != []

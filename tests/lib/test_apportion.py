from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.apportion import shares

SIZES = st.lists(st.integers(0, 200), max_size=25)
SEATS = st.integers(0, 400)


@given(SIZES, SEATS)
def test_all_seats_are_given_and_nobody_has_more_than_people(sizes, seats):
    given_seats = shares(sizes, seats)
    assert sum(given_seats) == min(seats, sum(sizes))
    assert all(0 <= seat <= size for seat, size in zip(given_seats, sizes, strict=True))


@given(SIZES, SEATS)
def test_every_group_with_people_sends_somebody_if_the_seats_suffice(sizes, seats):
    inhabited = [place for place, size in enumerate(sizes) if size]
    if seats >= len(inhabited):
        assert all(shares(sizes, seats)[place] for place in inhabited)


@given(SIZES, SEATS)
def test_a_larger_group_never_sends_fewer(sizes, seats):
    found = sorted(zip(sizes, shares(sizes, seats), strict=True))
    for (size, seat), (larger, more) in pairwise(found):
        assert size == larger or seat <= more


@given(st.lists(st.integers(20, 200), min_size=1, max_size=10), st.integers(40, 100))
def test_where_nobody_needs_a_seat_given_the_quota_is_kept(sizes, seats):
    """Each within one seat of the exact share, unless a small group was given its first one."""
    total = sum(sizes)
    if seats >= total or any(Fraction(size * seats, total) < 1 for size in sizes):
        return
    for size, seat in zip(sizes, shares(sizes, seats), strict=True):
        assert abs(seat - Fraction(size * seats, total)) < 1


@pytest.mark.parametrize(
    ("sizes", "seats", "expected"),
    [
        ([], 5, []),
        ([50, 30, 20], 10, [5, 3, 2]),
        ([50, 30, 20, 3, 1, 0], 10, [4, 2, 2, 1, 1, 0]),
        ([1, 1, 1], 2, [1, 1, 0]),
        ([5, 0], 9, [5, 0]),
    ],
)
def test_examples(sizes, seats, expected):
    assert shares(sizes, seats) == expected

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.board_vote import is_majority, still_needed


@pytest.mark.parametrize(
    ("agreeing", "members", "passes"),
    [(0, 0, False), (1, 1, True), (1, 2, False), (2, 3, True), (2, 4, False), (5, 9, True)],
)
def test_more_than_half_of_all_members(agreeing, members, passes):
    assert is_majority(agreeing, members) is passes


@given(st.integers(0, 200), st.data())
def test_what_is_still_needed_is_enough_and_one_less_is_not(members, data):
    agreeing = data.draw(st.integers(0, members))
    needed = still_needed(agreeing, members)
    if members:
        assert is_majority(agreeing + needed, members)
    if needed and agreeing + needed <= members:
        assert not is_majority(agreeing + needed - 1, members)


@given(st.integers(0, 200), st.data())
def test_no_two_opposite_conclusions_both_pass(members, data):
    agreeing = data.draw(st.integers(0, members))
    assert not (is_majority(agreeing, members) and is_majority(members - agreeing, members))


@pytest.mark.parametrize(("agreeing", "members"), [(-1, 3), (4, 3)])
def test_more_than_there_are_cannot_agree(agreeing, members):
    with pytest.raises(ValueError, match="cannot agree"):
        is_majority(agreeing, members)

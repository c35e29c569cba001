import timeit
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.outline import (
    DEEPEST,
    ROLES,
    Row,
    block,
    demote,
    move,
    numbers,
    parents,
    promote,
    settled,
)

any_rows = st.lists(
    st.builds(Row, st.integers(1, DEEPEST), st.sampled_from(ROLES), st.text("abc", min_size=1)),
    min_size=1,
    max_size=25,
)


@st.composite
def rows_and_index(draw, rows=any_rows):
    drawn = draw(rows)
    return drawn, draw(st.integers(0, len(drawn) - 1))


def outline(sketch):
    """Rows of a sketch: two blanks a level, then h, i, d, p or l for the role."""
    roles = {role[0]: role for role in ROLES}
    return [
        Row((len(line) - len(line.lstrip())) // 2 + 1, roles[line.strip()[0]], line.strip())
        for line in sketch.split("\n")
    ]


def with_levels(rows, levels):
    return [replace(row, level=level) for row, level in zip(rows, levels, strict=True)]


def with_block(rows, index, levels):
    changed = dict(zip(block(rows, index), levels, strict=True))
    return [replace(row, level=changed.get(place, row.level)) for place, row in enumerate(rows)]


def test_each_level_has_its_own_mark_and_counting_begins_anew_under_each_parent():
    rows = outline("h\n  h\n    i\n    i\n      i\n        i\n  h\n    i\nh\n  i")
    assert numbers(rows) == ["I.", "1.", "a)", "b)", "-", "+", "2.", "a)", "II.", "1."]


def test_paragraphs_have_no_number_and_disturb_no_counting():
    rows = outline("p\nh\n  p\n  i\n  p\n  h\n  l\n    d\n  i\np\nh")
    assert numbers(rows) == ["", "I.", "", "1.", "", "2.", "", "-", "3.", "", "II."]


def test_points_are_counted_in_the_vietnamese_alphabet():
    rows = [Row(1, "heading", "x"), Row(2, "heading", "x"), *[Row(3, "item", "x")] * 10]
    assert numbers(rows)[2:] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)"]


def test_a_dash_under_a_dash_is_a_plus():
    assert numbers(outline("d\n  d\n  d\nd\n  p\n    d")) == ["-", "+", "+", "-", "", "-"]


def test_a_lead_in_that_was_written_with_a_number_is_counted():
    rows = [
        Row(1, "item", "Các tổ chuyên môn thực hiện.", "1."),
        Row(1, "lead_in", "Giao bộ phận văn phòng:", "2."),
        Row(2, "dash", "tổng hợp", "-"),
        Row(1, "lead_in", "Ngoài ra:"),
        Row(1, "item", "Kế toán lập dự toán."),
    ]
    assert numbers(rows) == ["I.", "II.", "-", "", "III."]


@given(any_rows)
def test_brothers_that_are_counted_have_numbers_that_follow_each_other(rows):
    families = {}
    for row, parent, number in zip(rows, parents(rows), numbers(rows), strict=True):
        if row.is_counted:
            families.setdefault((parent, row.level), []).append(number)
    assert all(
        family == numbers([Row(level, "item", "x")] * len(family))
        for (_parent, level), family in families.items()
    )


@given(any_rows)
def test_blocks_are_what_has_the_row_among_its_ancestors(rows):
    found = parents(rows)
    for index in range(len(rows)):
        inside = {index}
        for place in range(index + 1, len(rows)):
            if found[place] in inside:
                inside.add(place)
        assert sorted(inside) == list(block(rows, index))


@given(rows_and_index(), st.data())
def test_a_move_keeps_every_row_and_the_block_together(drawn, data):
    rows, index = drawn
    whole = block(rows, index)
    target = data.draw(
        st.sampled_from([*range(whole.start + 1), *range(whole.stop, len(rows) + 1)])
    )
    order = move(rows, index, target)
    assert sorted(order) == list(range(len(rows)))
    first = order.index(index)
    assert order[first : first + len(whole)] == list(whole)
    assert [place for place in order if place not in whole] == [
        place for place in range(len(rows)) if place not in whole
    ]
    follower = order[first + len(whole) :][:1]
    expected = whole.stop if target == index else target
    assert follower == ([expected] if expected < len(rows) else [])


def test_a_block_cannot_be_moved_into_itself():
    rows = outline("h\n  i\n  i\nh")
    assert move(rows, 0, 0) == move(rows, 0, 3) == [0, 1, 2, 3]
    for target in (1, 2):
        with pytest.raises(ValueError, match="cannot stand within itself"):
            move(rows, 0, target)


@pytest.mark.parametrize(("index", "target"), [(-1, 0), (4, 0), (0, -1), (0, 5)])
def test_rows_and_places_that_are_not_there(index, target):
    with pytest.raises(ValueError, match="there is no"):
        move(outline("h\n  i\n  i\nh"), index, target)


@given(rows_and_index())
def test_promoting_takes_back_what_demoting_did(drawn):
    rows, index = drawn
    demoted = with_block(rows, index, demote(rows, index))
    if demoted != rows:
        assert block(demoted, index) == block(rows, index)
        assert with_block(demoted, index, promote(demoted, index)) == rows


@given(rows_and_index())
def test_a_level_changes_by_one_for_the_whole_block_or_not_at_all(drawn):
    rows, index = drawn
    levels = [rows[place].level for place in block(rows, index)]
    assert promote(rows, index) == [level - (levels[0] > 1) for level in levels]
    assert demote(rows, index) in (levels, [level + 1 for level in levels])


@given(rows_and_index())
def test_settled_rows_stay_settled_when_one_is_demoted(drawn):
    rows, index = drawn
    rows = with_levels(rows, settled(rows))
    demoted = with_block(rows, index, demote(rows, index))
    assert settled(demoted) == [row.level for row in demoted]


def test_what_stands_first_or_deepest_is_not_demoted():
    rows = outline("h\n  i\n    d\nh")
    assert demote(rows, 0) == [1, 2, 3]
    assert demote(rows, 1) == [2, 3]
    assert demote(rows, 3) == [2]
    deep = [Row(level, "item", "x") for level in (8, 8, DEEPEST)]
    assert demote(deep, 1) == [8, DEEPEST]


@given(any_rows)
def test_settling_closes_gaps_and_changes_no_parent(rows):
    levels = settled(rows)
    closed = with_levels(rows, levels)
    assert parents(closed) == parents(rows)
    assert settled(closed) == levels
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))


def test_a_long_plan_is_numbered_in_no_time():
    rows = outline("h\n  h\n    i\n      d\n        d") * 30
    assert min(timeit.repeat(lambda: numbers(rows), number=20, repeat=5)) / 20 < 0.005

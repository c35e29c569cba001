import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.paper.canonical import (
    ABSENT,
    NotCanonical,
    canonical,
    differences,
    sha256,
)

TEXTS = st.text(st.characters(codec="utf-8"), max_size=5)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(TEXTS, inside, max_size=4),
    max_leaves=15,
)


def try_canonical(value):
    try:
        return canonical(value)
    except NotCanonical:
        return None


@given(VALUES)
def test_what_is_read_back_is_spelled_the_same(value):
    spelled = try_canonical(value)
    if spelled is not None:
        assert canonical(json.loads(spelled)) == spelled


def test_the_order_of_keys_and_the_way_letters_are_composed_make_no_difference():
    assert canonical({"b": "Việt", "a": [1, None]}) == '{"a":[1,null],"b":"Việt"}'
    assert canonical({"a": (1, None), "b": "Vie\u0323\u0302t"}) == '{"a":[1,null],"b":"Việt"}'


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"a": [float("nan")]}, "a/0: nan"),
        (float("inf"), "inf"),
        ({"a": {1: 2}}, "a: the key 1"),
        ({"ệ": 1, "e\u0323\u0302": 2}, "stands twice"),
        ([{1, 2}], "0: set"),
        (["\ud800"], "half a character"),
    ],
)
def test_what_has_no_one_spelling_is_named(value, said):
    with pytest.raises(NotCanonical, match=said):
        canonical(value)


def test_the_hash_is_that_of_the_text_in_utf_8():
    assert sha256("Việt") == sha256("Việt".encode())
    assert sha256("").startswith("e3b0c44298fc1c149afb")


@given(VALUES, VALUES)
def test_there_is_a_difference_exactly_when_the_spelling_differs(old, new):
    spelled = [try_canonical(value) for value in (old, new)]
    if None not in spelled and canonical([old, new]) == json.dumps(
        [old, new], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ):
        assert bool(differences(old, new)) == (spelled[0] != spelled[1])


def test_differences_say_where_and_what():
    old = {"title": "Kế hoạch", "rows": [{"n": 1}, {"n": 2}, {"n": 3}], "gone": 0}
    new = {"title": "Báo cáo", "rows": [{"n": 1}, {"n": 5}, {"n": 3}], "come": True}
    assert differences(old, new) == [
        (("title",), "Kế hoạch", "Báo cáo"),
        (("rows", 1, "n"), 2, 5),
        (("gone",), 0, ABSENT),
        (("come",), ABSENT, True),
    ]


def test_a_row_put_in_does_not_make_all_later_rows_differ():
    assert differences(["a", "c", "d"], ["a", "b", "c", "d"]) == [((1,), ABSENT, "b")]


def test_true_is_not_one():
    assert differences({"a": 1}, {"a": True}) == [(("a",), 1, True)]

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.outline import ROLES
from odoo.addons.dan_chu_co_so.lib.plan_body import dashes, paragraphs, pieces

TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=30)
SECTIONS = st.lists(
    st.tuples(
        st.sampled_from(ROLES),
        st.integers(1, 9),
        st.sampled_from(["", "I.", "1.", "a)", "-"]),
        TEXTS,
    ),
    max_size=12,
)


@pytest.mark.parametrize(
    ("section", "printed"),
    [
        (("heading", 1, "I.", "Mục đích"), [("h3", "I.", "Mục đích")]),
        (("heading", 2, "1.", "Yêu cầu\nchung"), [("h4", "1.", "Yêu cầu chung")]),
        (("heading", 3, "a)", "Đối với trường"), [("h5", "a)", "Đối với trường")]),
        (("heading", 5, "", "Sâu"), [("h5", None, "Sâu")]),
        (("item", 2, "1.", "Các tổ."), [("p", None, "1. Các tổ.")]),
        (("dash", 3, "-", "Rà soát;"), [("p", None, "- Rà soát;")]),
        (
            ("paragraph", 2, "", "Dòng một.\n\n Dòng  hai."),
            [("p", None, "Dòng một."), ("p", None, "Dòng hai.")],
        ),
        (("paragraph", 2, "", " \n "), []),
    ],
)
def test_a_section_by_its_role_and_level(section, printed):
    assert pieces([section]) == printed


def test_targets_follow_the_text_of_their_section_and_stand_before_what_is_below_it():
    sections = [
        ("heading", 1, "I.", "Nội dung"),
        ("paragraph", 2, "", "Phấn đấu:"),
        ("dash", 3, "-", "chữ thường"),
        ("heading", 2, "1.", "Tuyên truyền"),
        ("heading", 1, "II.", "Tổ chức"),
    ]
    texts = [text for _tag, _number, text in pieces(sections, {0: ["Một: ≥ 5;", "Hai"], 4: ["Ba"]})]
    assert texts == [
        "Nội dung",
        "Phấn đấu:",
        "- chữ thường",
        "- Một: ≥ 5;",
        "- Hai.",
        "Tuyên truyền",
        "Tổ chức",
        "- Ba.",
    ]


def test_targets_of_a_paragraph_and_of_its_heading_are_both_printed():
    sections = [("heading", 1, "I.", "Nội dung"), ("paragraph", 2, "", "Phấn đấu:")]
    texts = [text for *_rest, text in pieces(sections, {0: ["Một"], 1: ["Hai"]})]
    assert sorted(texts[2:]) == ["- Hai.", "- Một."] or texts[2:] == ["- Một;", "- Hai."]


def test_an_empty_list_of_dashes_is_nothing():
    assert dashes([]) == []


@given(SECTIONS, st.dictionaries(st.integers(0, 11), st.lists(st.just("chỉ tiêu"), max_size=2)))
def test_no_word_is_lost_and_their_order_is_kept(sections, targets):
    targets = {place: lines for place, lines in targets.items() if place < len(sections)}
    printed = pieces(sections, targets)
    words = [word for *_rest, text in printed for word in text.split()]
    wanted = [word for _role, _level, _number, text in sections for word in text.split()]
    left = iter(words)
    assert all(word in left for word in wanted)
    told = sum(len(re.findall(r"^- chỉ tiêu[.;]$", text)) for *_rest, text in printed)
    assert told == sum(map(len, targets.values()))
    assert not any("\n" in text for *_rest, text in printed)


@given(TEXTS)
def test_paragraphs_keep_every_word(text):
    assert [word for line in paragraphs(text) for word in line.split()] == text.split()

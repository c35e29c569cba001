import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.plan_text import Difference, closing, differences, opening

SCHOOL = "Trường Tiểu học Hoa Ban"
SUBJECT = "Thực hiện dân chủ ở cơ sở năm 2026"
PLAN = "xây dựng Kế hoạch thực hiện dân chủ ở cơ sở năm 2026"
UPPER = "Kế hoạch số 12/KH-SGDĐT ngày 05/01/2026"
LETTER = "Công văn số 40/UBND-VX"


@pytest.mark.parametrize(
    ("bases", "begins"),
    [
        ([("Thực hiện", UPPER)], f"Thực hiện {UPPER}, "),
        (
            [("Thực hiện", UPPER), ("Thực hiện", LETTER)],
            f"Thực hiện {UPPER} và {LETTER}, ",
        ),
        (
            [("Căn cứ", "Luật A"), ("Căn cứ", "Luật B"), ("Căn cứ", "Luật C")],
            "Căn cứ Luật A; Luật B và Luật C, ",
        ),
        (
            [("Căn cứ", "Luật A"), ("Thực hiện", UPPER), ("Theo đề nghị", "của Công đoàn")],
            f"Căn cứ Luật A; thực hiện {UPPER}; theo đề nghị của Công đoàn, ",
        ),
        ([("Căn cứ", " căn cứ  Luật A; "), ("Căn cứ", "")], "Căn cứ Luật A, "),
    ],
)
def test_the_bases_open_the_sentence(bases, begins):
    sentence = opening(bases, SCHOOL, "Kế hoạch", SUBJECT, in_one_sentence=True)
    assert sentence == f"{begins}{SCHOOL} {PLAN}, cụ thể như sau:"


@pytest.mark.parametrize(
    ("bases", "in_one_sentence"),
    [([("Căn cứ", "Luật A")], False), ([], True), ([("Căn cứ", " ;")], True)],
)
def test_without_bases_in_it_the_sentence_begins_with_the_issuer(bases, in_one_sentence):
    sentence = opening(bases, SCHOOL, "KẾ HOẠCH", SUBJECT, in_one_sentence)
    assert sentence == f"{SCHOOL} {PLAN} như sau:"


def test_what_is_not_known_yet_leaves_no_gap():
    assert opening([], "", "Kế hoạch", "", True) == "Xây dựng Kế hoạch như sau:"
    assert "Kế hoạch, " in closing("Kế hoạch", None, "", False)


def test_an_abbreviation_keeps_its_capitals_in_the_sentence():
    assert "Kế hoạch CCHC năm" in opening([], SCHOOL, "Kế hoạch", "CCHC năm 2026", True)


def test_the_closing_names_the_plan_and_who_carries_it_out():
    own = closing("Kế hoạch", SUBJECT, SCHOOL, has_units_below=False)
    below = closing("Kế hoạch", SUBJECT, SCHOOL, has_units_below=True)
    named = f"Trên đây là Kế hoạch thực hiện dân chủ ở cơ sở năm 2026 của {SCHOOL}, "
    assert own.startswith(named)
    assert below.startswith(named)
    assert "các đơn vị trực thuộc" in below
    assert "các đơn vị trực thuộc" not in own


OLD = [
    ("I.", "MỤC ĐÍCH"),
    ("", "Giữ vững nền nếp dân chủ trong nhà trường."),
    ("II.", "NỘI DUNG"),
    ("1.", "Tuyên truyền"),
    ("-", "Đọc sách báo trong giờ chào cờ mỗi tháng một lần."),
    ("2.", "Kiểm tra"),
    ("a)", "Kiểm tra bếp ăn mỗi quý."),
]


def test_lines_that_are_new_gone_or_changed():
    new = [
        *OLD[:4],
        ("-", "Đọc sách báo trong giờ chào cờ mỗi tháng hai lần."),
        ("2.", "Đối thoại với phụ huynh"),
        ("3.", "Kiểm tra"),
    ]
    assert differences(OLD, new) == [
        Difference("changed", "II.1", OLD[4][1], new[4][1]),
        Difference("added", "II.2", "", "Đối thoại với phụ huynh"),
        Difference("removed", "II.2.a", "Kiểm tra bếp ăn mỗi quý.", ""),
    ]


def test_another_number_place_or_spacing_is_no_change():
    new = [("A.", "NỘI DUNG"), ("1)", " Kiểm  tra "), ("2)", OLD[6][1]), *OLD[:2], *OLD[3:5]]
    assert differences(OLD, new) == []


def test_a_place_that_is_no_number_is_named_as_it_is():
    found = differences([("3.", "a")], [("3.", "a"), ("Nhiệm vụ 1", "b"), ("-", "c")])
    assert [each.place for each in found] == ["Nhiệm vụ 1", "Nhiệm vụ 1"]


numbered = st.lists(
    st.tuples(
        st.sampled_from(["I.", "1.", "a)", "-", ""]),
        st.lists(st.sampled_from("abcd"), min_size=1, max_size=4).map(" ".join),
    ),
    max_size=12,
)


@given(numbered)
def test_a_plan_does_not_differ_from_itself(lines):
    assert differences(lines, lines) == []


@given(numbered, numbered)
def test_the_old_lines_with_the_differences_are_the_new_lines(old, new):
    found = differences(old, new)
    texts = Counter(text for _number, text in old)
    texts.subtract(each.before for each in found if each.before)
    texts.update(each.after for each in found if each.after)
    assert +texts == Counter(text for _number, text in new)
    assert all(each.before != each.after for each in found)


def test_two_long_plans_with_nothing_in_common_are_compared_soon():
    old = [(f"{place}.", f"cũ {place} " + f"việc{place} " * 40) for place in range(3000)]
    new = [(f"{place}.", f"mới {place} " + f"chuyện{place} " * 40) for place in range(3000)]
    started = time.process_time()
    assert len(differences(old[:190], new[:190])) == 380
    assert len(differences(old, new)) == 6000
    assert len(differences(old, [(number, f"{text} thêm") for number, text in old])) == 3000
    assert time.process_time() - started < 3

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.citation import (
    KIND_NAMES,
    LegalText,
    cite,
    listed_bases,
    long_date,
)

LAW = LegalText(
    "law", "Luật", "10/2022/QH15", date(2022, 11, 10), "Quốc hội", "Thực hiện dân chủ ở cơ sở"
)
DECREE = LegalText(
    "decree",
    "Nghị định",
    "59/2023/NĐ-CP",
    date(2023, 8, 14),
    "Chính phủ",
    "quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở",
)


def test_a_law_is_a_basis_without_number_and_issuer():
    assert LAW.basis == "Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022"


def test_any_other_text_is_a_basis_in_full():
    assert DECREE.basis == (
        "Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ "
        "quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở"
    )


def test_mentioned_again_a_law_goes_by_its_name_and_others_by_their_number():
    assert LAW.name == "Luật Thực hiện dân chủ ở cơ sở"
    assert DECREE.name == "Nghị định số 59/2023/NĐ-CP"


def test_a_short_name_is_for_citing_never_for_the_basis():
    amending = LegalText("law", "Luật", subject="sửa đổi", short_name="Luật số 97/2025/QH15")
    assert cite("Điều 4", amending.name) == "Điều 4 Luật số 97/2025/QH15"
    assert amending.basis == "Luật sửa đổi"


@pytest.mark.parametrize("kind", ["constitution", "code", "law", "ordinance"])
def test_laws_of_every_kind_hide_their_number(kind):
    text = LegalText(kind, KIND_NAMES[kind], "1/2020", date(2020, 3, 1), "Quốc hội", "X")
    assert "1/2020" not in text.basis + text.name
    assert "Quốc hội" not in text.basis


def test_what_is_not_known_is_left_out_without_a_gap():
    letter = LegalText("official_letter", "Công văn", number="8378/BNV-CTTN&BĐG")
    assert letter.basis == letter.name == "Công văn số 8378/BNV-CTTN&BĐG"
    assert LegalText("plan", "Kế hoạch", subject="công tác năm").name == "Kế hoạch công tác năm"


def test_each_basis_ends_with_a_semicolon_and_the_last_with_a_full_stop():
    assert listed_bases([]) == []
    assert listed_bases(["Căn cứ A."]) == ["Căn cứ A."]
    assert listed_bases(["Căn cứ A,", "Căn cứ B; ", "Căn cứ C;"]) == [
        "Căn cứ A;",
        "Căn cứ B;",
        "Căn cứ C.",
    ]
    assert listed_bases(["Căn cứ A", "", " ; "]) == ["Căn cứ A."]


@given(st.lists(st.text("ABđ ;.,")))
def test_bases_keep_their_words_and_order_and_are_not_closed_twice(texts):
    listed = listed_bases(texts)
    assert listed_bases(listed) == listed
    bare = [text.rstrip(" ;.,") for text in texts]
    assert [text[:-1] for text in listed] == [text for text in bare if text]


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2022, 1, 5), "05 tháng 01 năm 2022"),
        (date(2022, 2, 10), "10 tháng 02 năm 2022"),
        (date(2022, 3, 9), "09 tháng 3 năm 2022"),
        (date(2022, 12, 31), "31 tháng 12 năm 2022"),
    ],
)
def test_small_days_and_the_first_two_months_are_written_with_a_zero(day, written):
    assert long_date(day) == written


def test_an_article_is_cited_before_the_text():
    assert cite("Điều 51 khoản 2 điểm c", LAW.name) == (
        "Điều 51 khoản 2 điểm c Luật Thực hiện dân chủ ở cơ sở"
    )
    assert cite("", LAW.name) == LAW.name

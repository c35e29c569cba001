import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.signing import FORMS, authority, title_lines


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (("own", "Hiệu trưởng"), ["HIỆU TRƯỞNG"]),
        (
            ("kt", "Phó Hiệu trưởng", "Hiệu trưởng"),
            ["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"],
        ),
        (
            ("kt", "Phó Chủ tịch", "Chủ tịch", "Ủy ban nhân dân"),
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
        (("tl", "Chánh Văn phòng", "Giám đốc"), ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]),
        (("tuq", "Trưởng phòng", "Giám đốc"), ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"]),
        (("q", "Hiệu trưởng"), ["Q. HIỆU TRƯỞNG"]),
        (("q", "Chủ tịch", "", "Ủy ban nhân dân"), ["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"]),
        (
            ("own", "Trưởng ban", "", "Ban Thanh tra nhân dân"),
            ["TM. BAN THANH TRA NHÂN DÂN", "TRƯỞNG BAN"],
        ),
    ],
)
def test_the_lines_say_in_whose_name_it_is_signed(arguments, lines):
    assert title_lines(*arguments) == lines


def test_a_title_that_is_not_known_leaves_its_mark():
    assert title_lines("kt", "Phó Giám đốc", "") == ["KT.", "PHÓ GIÁM ĐỐC"]
    assert title_lines("q", None) == ["Q."]
    assert title_lines("own", "", None, " ") == []


def test_letters_typed_in_pieces_come_out_whole():
    decomposed = unicodedata.normalize("NFD", "Hiệu  trưởng")
    assert title_lines("own", decomposed) == ["HIỆU TRƯỞNG"]


def test_an_unknown_form_is_named():
    with pytest.raises(ValueError, match="'pp' is no form of signing: own, kt, tl, tuq, q"):
        title_lines("pp", "Giám đốc")


@pytest.mark.parametrize(
    ("arguments", "printed"),
    [
        (("Trường THPT Hoa Sen", "Hiệu trưởng"), "HIỆU TRƯỞNG TRƯỜNG THPT HOA SEN"),
        (("Trường THPT Hoa Sen",), "TRƯỜNG THPT HOA SEN"),
        (("Phường Tân Hòa", "", "Ủy ban nhân dân"), "ỦY BAN NHÂN DÂN PHƯỜNG TÂN HÒA"),
        (("UBND phường Tân Hòa", "", "Ủy ban nhân dân"), "ỦY BAN NHÂN DÂN PHƯỜNG TÂN HÒA"),
        (("Uỷ ban nhân dân phường Tân Hòa", "", "UBND"), "UBND PHƯỜNG TÂN HÒA"),
        (
            ("UBND phường Tân Hòa", "Chủ tịch", "Ủy ban nhân dân phường Tân Hòa"),
            "ỦY BAN NHÂN DÂN PHƯỜNG TÂN HÒA",
        ),
        (
            ("Trường THPT Hoa Sen", "Hiệu trưởng", "Hội đồng thi đua"),
            "HỘI ĐỒNG THI ĐUA TRƯỜNG THPT HOA SEN",
        ),
    ],
)
def test_who_decides_is_named_once(arguments, printed):
    assert authority(*arguments) == printed


@given(st.sampled_from(sorted(FORMS)), st.text(), st.text(), st.text())
def test_every_line_is_one_line_of_capitals(form, own, principal, body):
    for line in title_lines(form, own, principal, body):
        assert line
        assert line == " ".join(line.split())
        assert line == unicodedata.normalize("NFC", line)
    assert len(title_lines(form, own, principal, body)) <= 3

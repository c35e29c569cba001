from datetime import date, datetime

import pytest

from odoo.addons.dan_chu_co_so.lib.board_words import (
    DONE,
    count_of,
    dated,
    directing_lines,
    directing_name,
    lines_of,
    minute,
    named_matter,
    short,
    span,
)

SCHOOL = "Trường THPT Hoa Sen"


@pytest.mark.parametrize(
    ("body", "lines", "name"),
    [
        (
            "Ban Chấp hành Công đoàn",
            ["Công đoàn", SCHOOL],
            f"Ban Chấp hành Công đoàn {SCHOOL}",
        ),
        ("BCH Công đoàn", ["Công đoàn", SCHOOL], f"BCH Công đoàn {SCHOOL}"),
        (f"Công đoàn {SCHOOL}", [f"Công đoàn {SCHOOL}"], f"Công đoàn {SCHOOL}"),
        ("Công đoàn phường Tân Hòa", ["Công đoàn phường Tân Hòa"], "Công đoàn phường Tân Hòa"),
        ("Đại diện người lao động", ["Đại diện người lao động", SCHOOL], None),
        (
            "Ban đại diện viên chức nhà trường",
            ["Ban đại diện viên chức nhà trường"],
            "Ban đại diện viên chức nhà trường",
        ),
        ("", [], ""),
        (None, [], ""),
    ],
)
def test_the_directing_body(body, lines, name):
    assert directing_lines(body, SCHOOL) == lines
    if name is not None:
        assert directing_name(body, SCHOOL) == name


def test_a_short_name_stands_on_one_line():
    assert directing_lines("Công đoàn", "Trường TH Sen") == ["Công đoàn Trường TH Sen"]


def test_the_front_of_a_commune_has_its_own_name():
    front = "Ủy ban MTTQ Việt Nam phường Tân Hòa"
    assert directing_lines(front, "UBND phường Tân Hòa", is_of_residents=True) == [front]
    assert directing_name(front, "UBND phường Tân Hòa", is_of_residents=True) == front


def test_a_matter_says_once_what_is_done():
    assert named_matter("supervise", "việc thu, chi") == "Giám sát việc thu, chi"
    assert named_matter("supervise", "Giám sát việc thu, chi") == "Giám sát việc thu, chi"
    assert named_matter("check", "UBND phường") == "Kiểm tra UBND phường"
    assert all(named_matter(kind, "Việc này").endswith(" việc này") for kind in DONE)


def test_days():
    assert short(date(2026, 9, 5)) == "05/9/2026"
    assert short(date(2026, 2, 5)) == "05/02/2026"
    assert short(date(2026, 12, 25)) == "25/12/2026"
    assert span(date(2026, 9, 1), date(2026, 9, 30)) == "từ ngày 01/9/2026 đến ngày 30/9/2026"
    assert span(date(2026, 9, 1), date(2026, 9, 1)) == "ngày 01/9/2026"
    assert span(date(2026, 9, 1), None) == "từ ngày 01/9/2026"
    assert span(None, None) == ""


def test_a_decision_is_named_with_its_day_once():
    assert dated("Quyết định số 45/QĐ", date(2026, 5, 31)) == "Quyết định số 45/QĐ ngày 31/5/2026"
    assert dated("Quyết định ngày 31/5/2026", date(2026, 5, 31)) == "Quyết định ngày 31/5/2026"
    assert dated("Quyết định số 45/QĐ", None) == "Quyết định số 45/QĐ"
    assert dated(False, date(2026, 5, 31)) == ""


def test_to_the_minute():
    moment = datetime.fromisoformat("2026-10-05T01:05:00")
    assert minute(moment) == "8 giờ 05 phút, ngày 05 tháng 10 năm 2026"
    assert minute(None, moment.date()) == "…… giờ …… phút, ngày 05 tháng 10 năm 2026"
    assert "……" in minute(None)


def test_lines_are_sentences_without_dashes():
    assert lines_of("- Một\n\n+ Hai;\nBa.") == ["Một.", "Hai;", "Ba."]
    assert lines_of(None) == []
    assert count_of(6) == "06"
    assert count_of(12) == "12"

import random
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.task_parties import parties_of
from odoo.addons.dan_chu_co_so.lib.task_table import read_table
from odoo.addons.dan_chu_co_so.lib.task_time import Time

HEADING = "STT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian\tKết quả\tGhi chú"
COLUMNS = HEADING.split("\t")

names = st.text(st.characters(categories=["L"], max_codepoint=0x1EF9), min_size=3, max_size=12).map(
    lambda word: unicodedata.normalize("NFC", f"Việc {word}")
)
times = st.sampled_from(["", "Tháng 3", "Quý I/2026", "trước ngày 15/3", "Thường xuyên"])
tasks = st.lists(st.tuples(names, names, times, names), min_size=1, max_size=8)
tabled = st.sampled_from(
    ["\t", "\n", "\r\n", '"', '""', "STT", "Nhiệm vụ", "Thời gian", "31/2", "1", "I.", "-"]
)
tags = st.sampled_from(
    ["<table>", "<tr>", "<td>", "<td colspan=9999>", "<td rowspan='99'>", "</table>", "\ud800"]
)


def _row(**known):
    empty = {"lead": "", "partners": [], "product": "", "note": "", "section": ""}
    return {**empty, "time": Time("standing"), "time_text": "", **known}


def _quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set('\t\n"') else cell


@given(tasks, st.permutations(COLUMNS), st.booleans())
def test_columns_are_known_by_their_headings_in_any_order(tasks, order, as_html):
    table = [order]
    for place, (name, lead, time, product) in enumerate(tasks, start=1):
        cells = {"STT": str(place), "Nhiệm vụ": name, "Chủ trì": lead, "Thời gian": time}
        cells |= {"Kết quả": product, "Phối hợp": "Công đoàn, Đoàn Thanh niên", "Ghi chú": ""}
        table.append([cells[column] for column in order])
    if as_html:
        lines = ("".join(f"<td><p>{cell}</p></td>" for cell in row) for row in table)
        text = f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"
    else:
        text = "\n".join("\t".join(row) for row in table)
    rows, errors = read_table(text, 2026)
    assert not errors
    assert [row["line"] for row in rows] == list(range(2, len(tasks) + 2))
    assert [(row["name"], row["lead"], row["time_text"], row["product"]) for row in rows] == tasks
    assert all(row["partners"] == ["Công đoàn", "Đoàn Thanh niên"] for row in rows)


@given(st.one_of(st.text(), st.lists(st.one_of(tabled, tags, st.text(max_size=5))).map("".join)))
def test_any_text_gives_rows_and_errors(text):
    rows, errors = read_table(text, 2026)
    lines = [row["line"] for row in rows] + [line for line, _code, _piece in errors]
    assert len(lines) == len(set(lines))
    assert all(row["name"] for row in rows)
    assert {code for _line, code, _piece in errors} <= {"no_name", "bad_time", "extra_cell"}


@given(st.text(st.characters(blacklist_characters="\0", blacklist_categories=["Cs"]), min_size=1))
def test_a_quoted_cell_keeps_all_its_words(words):
    rows, errors = read_table(f"{HEADING}\n1\tViệc\t\t\t\t{_quoted('x' + words)}\ty", 2026)
    if not set(words) & set("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"):
        assert not errors
        assert rows[0]["note"] == "y"


def test_ten_wrong_rows_of_ten_thousand_give_ten_errors():
    wrong = sorted(random.Random(4).sample(range(2, 10_002), 10))
    lines = [HEADING]
    for line in range(2, 10_002):
        day = "31/2" if line in wrong[:5] else f"{line % 28 + 1:02d}/{line % 12 + 1}"
        name = "" if line in wrong[5:] else f"Việc thứ {line}"
        lines.append(f"{line - 1}\t{name}\tTổ {line}\tCông đoàn\ttrước ngày {day}\tBáo cáo\t")
    rows, errors = read_table("\n".join(lines), 2026)
    assert len(rows) == 9_990
    assert errors == [
        *((line, "bad_time", "ngày 31/2") for line in wrong[:5]),
        *((line, "no_name", f"Tổ {line}") for line in wrong[5:]),
    ]


def test_without_headings_columns_stand_as_in_an_annex():
    text = "1\tTập huấn\tPhòng A chủ trì, phối hợp Phòng B\tQuý III/2026\tLớp học\r\n"
    rows, errors = read_table(text, 2026)
    time = Time("quarter", "Quý III/2026", date(2026, 7, 1), date(2026, 9, 30))
    assert not errors
    assert rows == [
        _row(
            line=1,
            name="Tập huấn",
            lead="Phòng A",
            partners=["Phòng B"],
            time=time,
            time_text="Quý III/2026",
            product="Lớp học",
        )
    ]


def test_without_headings_or_numbers_the_task_comes_first():
    rows, _errors = read_table("Tập huấn\tPhòng A\nSơ kết\tPhòng B", 2026)
    assert [(row["name"], row["lead"]) for row in rows] == [
        ("Tập huấn", "Phòng A"),
        ("Sơ kết", "Phòng B"),
    ]


def test_a_list_of_tasks_is_a_table_of_one_column():
    rows, _errors = read_table("Tập huấn\n\nSơ kết\n", 2026)
    assert [(row["line"], row["name"]) for row in rows] == [(1, "Tập huấn"), (3, "Sơ kết")]


def test_a_line_break_within_a_cell_of_excel_is_no_new_row():
    text = f'{HEADING}\n1\t"Tập huấn\n""Dân vận khéo"""\tPhòng A\n2\tSơ kết\tPhòng B'
    rows, errors = read_table(text, 2026)
    assert not errors
    assert [(row["line"], row["name"]) for row in rows] == [
        (2, 'Tập huấn "Dân vận khéo"'),
        (3, "Sơ kết"),
    ]


def test_a_quote_left_open_swallows_nothing():
    text = f'{HEADING}\n1\t"Dân vận khéo\tPhòng A\n2\t"Chính quyền" thân thiện\tPhòng B'
    rows, _errors = read_table(text, 2026)
    assert [row["name"] for row in rows] == ['"Dân vận khéo', '"Chính quyền" thân thiện']


def test_headings_of_two_lines_titles_parts_and_page_breaks():
    lines = (
        "PHỤ LỤC",
        "TT\tNội dung công việc\tĐơn vị thực hiện\t\tThời gian hoàn thành\tKinh phí",
        "\t\tChủ trì\tPhối hợp\t\t",
        "(1)\t(2)\t(3)\t(4)\t(5)\t(6)",
        "I\tTUYÊN TRUYỀN\t\t\t\t",
        "1\tTập huấn\tPhòng A, B\tCông đoàn\tTháng 3\t5 triệu",
        "2\t\t\t\t\t",
        "TT\tNội dung công việc\tChủ trì\tPhối hợp\tThời gian hoàn thành\tKinh phí",
        "II. KIỂM TRA",
        "1\tTự kiểm tra\t-\t–\tHằng quý\t",
    )
    rows, errors = read_table("\n".join(lines), 2026)
    assert not errors
    month = Time("month", "Tháng 3", date(2026, 3, 1), date(2026, 3, 31))
    quarterly = Time("recurring", "Hằng quý", recurrence="quarterly")
    assert rows == [
        _row(
            line=6,
            name="Tập huấn",
            lead="Phòng A, B",
            partners=["Công đoàn"],
            time=month,
            time_text="Tháng 3",
            note="Kinh phí: 5 triệu",
            section="I TUYÊN TRUYỀN",
        ),
        _row(
            line=10,
            name="Tự kiểm tra",
            time=quarterly,
            time_text="Hằng quý",
            section="II. KIỂM TRA",
        ),
    ]


def test_cells_of_word_that_span_rows_and_columns():
    rows, errors = read_table(
        """<html><body><table>
        <tr><th rowspan=2>STT</th><th rowspan=2>Nhiệm vụ</th><th colspan=2>Thực hiện</th>
            <th rowspan=2>Thời gian</th></tr>
        <tr><th>Chủ trì</th><th>Phối hợp</th></tr>
        <tr><td colspan=5>A. CHUNG</td></tr>
        <tr><td>1</td><td><p><b>T</b>ập huấn</p><p>cán bộ</p></td><td>Phòng A</td><td>B</td>
            <td rowspan=2>Quý I</td></tr>
        <tr><td>2</td><td>Sơ kết</td><td>Phòng C</td><td><!-- no --></td></tr>
        </table></body></html>""",
        2026,
    )
    assert not errors
    assert [
        (row["line"], row["name"], row["lead"], row["partners"], row["time"].kind, row["section"])
        for row in rows
    ] == [
        (4, "Tập huấn cán bộ", "Phòng A", ["B"], "quarter", "A. CHUNG"),
        (5, "Sơ kết", "Phòng C", [], "quarter", "A. CHUNG"),
    ]


def test_headings_without_diacritics():
    rows, _errors = read_table("Thoi gian\tNHIEM VU\nThang 3\tTap huan", 2026)
    assert (rows[0]["name"], rows[0]["time"].kind) == ("Tap huan", "month")


def test_a_tab_too_many_is_told():
    text = "Nhiệm vụ\tThời gian\nTập huấn\tTháng 3\tthừa"
    assert read_table(text, 2026) == ([], [(2, "extra_cell", "thừa")])


def test_a_missing_year_is_found_in_the_school_year():
    school_year = (date(2025, 9, 1), date(2026, 8, 31))
    rows, _errors = read_table("Nhiệm vụ\tThời gian\nA\tTháng 10\nB\tTháng 3", 2025, school_year)
    assert [row["time"].start.year for row in rows] == [2025, 2026]


@pytest.mark.parametrize(
    ("who", "partners", "found"),
    [
        (
            "Phòng A chủ trì, phối hợp với Phòng B và các trường",
            None,
            "Phòng A|Phòng B và các trường",
        ),
        ("Chủ trì: Phòng A\nPhối hợp: Phòng B, Phòng C", None, "Phòng A|Phòng B|Phòng C"),
        ("Phòng A; Phòng B, Phòng C", None, "Phòng A|Phòng B|Phòng C"),
        ("Phòng A, Phòng B", None, "Phòng A|Phòng B"),
        ("Phòng A, B", "Công đoàn; Đoàn (cơ sở).", "Phòng A, B|Công đoàn|Đoàn (cơ sở)"),
        ("- Phòng A (chủ trì)\n- Phòng B", None, "Phòng A|Phòng B"),
        ("Phong A chu tri, phoi hop voi Phong B", None, "Phong A|Phong B"),
        ("", "Công đoàn", "|Công đoàn"),
        ("", None, ""),
    ],
)
def test_who_leads_and_who_helps(who, partners, found):
    lead, helping = parties_of(who, partners)
    assert "|".join([lead, *helping]) == found


def test_an_empty_column_of_partners_leaves_the_comma_in_the_name_of_the_lead():
    heading = "STT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian\tSản phẩm"
    row = "1\tThực hiện nội quy\tToàn thể viên chức, người lao động\t\tThường xuyên\tBản cam kết"
    (read,), errors = read_table(f"{heading}\n{row}", 2026)
    assert (read["lead"], read["partners"]) == ("Toàn thể viên chức, người lao động", [])
    assert not errors

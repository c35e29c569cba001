"""Past awards out of Excel: what is understood, what is told, and that nothing else happens."""

import datetime
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib import honour_table
from odoo.addons.dan_chu_co_so.lib.honour_match import Book, same_award
from odoo.addons.dan_chu_co_so.lib.honour_years import before, doubt, ends_in, side_by_side

HEADS = list(honour_table.COLUMNS.values())


def file_of(*lines):
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def one(**cells):
    line = [cells.get(name) for name in honour_table.COLUMNS]
    return honour_table.read(file_of(HEADS, line))[0]


def test_a_row_is_read():
    row = one(
        name=" Trần  Thị Mai ",
        target="cá nhân",
        award="Lao động tiên tiến",
        year="2024 – 2025",
        day="31/5/2025",
        bonus="702.000 đ",
    )
    assert row.errors == []
    assert row.number == 2
    assert row.values == {
        "name": "Trần Thị Mai",
        "target": "person",
        "section": "",
        "award": "Lao động tiên tiến",
        "year": ("2024-2025", ""),
        "merit": "",
        "decision": "",
        "day": datetime.date(2025, 5, 31),
        "issuer": "",
        "bonus": 702000,
    }


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (2025, ("2025", "")),
        (2025.0, ("2025", "")),
        ("Năm học 2024-2025", ("2024-2025", "")),
        ("2024-25", ("2024-2025", "")),
        ("2016 - 2020", ("", "giai đoạn 2016 - 2020")),
        ("giai đoạn 2021 - 2026", ("", "giai đoạn 2021 - 2026")),
        (None, ("", "")),
    ],
)
def test_years(typed, read):
    assert one(name="A", award="B", year=typed).values["year"] == read


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("year", "hai nghìn"),
        ("year", "2025-2024"),
        ("day", "31/02/2025"),
        ("day", "2025"),
        ("bonus", "-5"),
        ("bonus", "1.17"),
        ("bonus", 1.5),
        ("bonus", 10**12),
        ("target", "cả hai"),
    ],
)
def test_what_is_wrong_is_told_with_what_was_typed(column, typed):
    row = one(name="A", award="B", **{column: typed})
    assert row.errors == [(column, str(typed))]


def test_titles_are_found_below_a_letterhead_and_under_other_names():
    content = file_of(
        ["UBND PHƯỜNG"],
        [],
        ["STT", "Họ tên", "Danh hiệu thi đua", "Năm học"],
        [1, "Trần Thị Mai", "Lao động tiên tiến", "2024-2025"],
        [None, None, None, None],
        [2, "Lê Văn An", None, "2024-2025"],
    )
    rows = honour_table.read(content)
    assert [(row.number, row.values["name"]) for row in rows] == [
        (4, "Trần Thị Mai"),
        (6, "Lê Văn An"),
    ]
    assert rows[1].errors == [("no_award", "")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not_excel"),
        (b"PK\x03\x04 cut short", "not_excel"),
        (b"%PDF-1.7", "not_excel"),
        (file_of(["Họ tên", "Ghi chú"], ["A", "B"]), "no_heads"),
        (file_of(HEADS), "empty"),
        (file_of(HEADS, *([["A", "", "", "B"]] * (honour_table.MOST + 1))), "too_many"),
    ],
)
def test_files_that_cannot_be_read_say_why(content, reason):
    with pytest.raises(honour_table.Unreadable) as told:
        honour_table.read(content)
    assert told.value.reason == reason


CELLS = st.one_of(
    st.none(),
    st.integers(-(10**15), 10**15),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(datetime.date(1900, 3, 1)),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=30),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=10, max_size=10), min_size=1, max_size=5))
def test_whatever_is_typed_a_row_is_right_or_told(lines):
    rows = honour_table.read(file_of(HEADS, ["A", "", "", "B"], *lines))
    named = [line for line in lines if isinstance(line[0], str) and line[0].split()]
    assert len(rows) > len(named)
    for row in rows:
        told = {code for code, _piece in row.errors}
        assert bool(row.values["name"]) != ("no_name" in told)
        for name in ("year", "day", "bonus", "target"):
            assert (row.values[name] is None) or name not in told


def test_people_of_one_name_are_told_apart_by_their_section():
    book = Book(
        [(1, "Trần Thị Mai", ["Tổ Toán"]), (2, "Trần Thị Mai", ["Tổ Văn"]), (3, "Trần Thị Mái", [])]
    )
    assert book.find("Trần Thị Mai") == [1, 2]
    assert book.find("trần thị mai", "Tổ văn") == [2]
    assert book.find("Tran Thi Mai") == [1, 2, 3]
    assert book.find("Lê Văn An") == []


def test_the_same_award_is_known_however_it_was_typed():
    first = same_award(("person", 1), "Lao động tiên tiến", "2025", "", "Số 45/QĐ")
    assert first == same_award(("person", 1), "lao động  tiên tiến", " 2025", "", "số 45/qđ")
    assert first != same_award(("person", 2), "Lao động tiên tiến", "2025", "", "Số 45/QĐ")


def test_years_stand_side_by_side():
    titles, lines = side_by_side(
        [
            (1, "Mai", "2023-2024", "LĐTT"),
            (1, "Mai", "2024-2025", "LĐTT"),
            (1, "Mai", "2024-2025", "Giấy khen"),
            (2, "An", "2024-2025", "LĐTT"),
            (2, "An", "2010", "LĐTT"),
            (3, "Bình", "", "LĐTT"),
        ],
        2025,
        3,
    )
    assert titles == ["2023", "2023-2024", "2024-2025"]
    assert side_by_side([], 2025, 2, is_school=True)[0] == ["2023-2024", "2024-2025"]
    assert lines == [("Mai", ("", "LĐTT", "LĐTT\nGiấy khen")), ("An", ("", "", "LĐTT"))]
    assert ends_in("giai đoạn 2016 - 2020") == 2020


@pytest.mark.parametrize(
    ("year", "begins", "running", "months_in", "code"),
    [
        ("2025-2026", 9, "2025-2026", 8, None),
        ("2026-2027", 9, "2026-2027", 1, "begun"),
        ("2025-2026", 9, "2026-2027", 1, None),
        ("2024-2025", 9, "2026-2027", 1, "past"),
        ("2027-2028", 9, "2026-2027", 10, "ahead"),
        ("2026", 1, "2026", 11, None),
        ("2027", 1, "2027", 0, "begun"),
        ("2026", 1, "2027", 0, None),
        ("2026", 9, "2026-2027", 1, None),
        ("", 9, "2026-2027", 1, None),
        ("học kỳ I", 9, "2026-2027", 1, None),
    ],
)
def test_a_year_that_does_not_go_with_the_day_is_doubted(year, begins, running, months_in, code):
    assert doubt(year, begins, running, months_in) == code


def test_the_year_before():
    assert [before("2026-2027"), before("2026")] == ["2025-2026", "2025"]


def test_a_name_that_was_meant_is_found():
    book = Book([(1, "Lao động tiên tiến", []), (2, "Giấy khen", [])])
    assert book.nearest("Lao đông tiên tến") == "Lao động tiên tiến"
    assert book.nearest("Bông sen vàng") == ""

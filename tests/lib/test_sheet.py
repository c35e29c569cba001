import io

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.sheet import Column, Line, Share, Sheet, Table, blocks, shown
from odoo.addons.dan_chu_co_so.lib.sheet_excel import write_excel
from odoo.addons.dan_chu_co_so.lib.sheet_figures import FIGURES, lines

COLUMNS = (Column("Đơn vị", 5), Column("Số", 2, "center"), Column("Tỷ lệ", 2, "center"))


def sheet(*rows, name="Bảng 1"):
    return Sheet("Tiến độ", ("Kế hoạch",), (Table(name, COLUMNS, tuple(rows)),))


def read(data):
    return openpyxl.load_workbook(io.BytesIO(data)).active


def test_a_share_has_one_decimal_and_a_comma():
    assert str(Share(2, 3)) == "66,7%"
    assert str(Share(1, 16)) == "6,3%"
    assert str(Share(0, 4)) == "0,0%"
    assert str(Share(0, 0)) == "–"


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_is_the_nearest_tenth(part, whole):
    percent = Share(part, whole).percent
    assert abs(percent - 100 * part / whole) <= 0.05 + 1e-9
    assert shown(Share(part, whole)) == f"{percent:.1f}%".replace(".", ",")


def test_the_sum_is_of_counts_and_its_share_by_weight():
    first, second, total = lines([("A", (2, 1, 0, 2, 1)), ("B", (1, 1, 0, 8, 8))])
    assert first.cells == ("A", 2, 1, 0, Share(1, 2))
    assert total.cells == ("Cộng", 3, 2, 0, Share(9, 10))
    assert total.look == "strong"
    assert second.look == ""
    assert len(lines([("A", (2, 1, 0, 2, 1))])) == 1
    assert len(FIGURES) == 4


def test_numbers_are_numbers_in_excel_and_shares_per_cent():
    page = read(write_excel(sheet(Line(("Trường A", 12, Share(2, 3))))))
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert ["Trường A", 12, 0.667] in rows
    share = next(cell for row in page.iter_rows() for cell in row if cell.value == 0.667)
    assert share.number_format == "0.0%"


def test_what_users_type_is_never_a_formula_a_link_or_a_number():
    hostile = ["=1+1", "@SUM(A1)", "+84", "-5", "http://x.example", "007", "=cmd|' /C calc'!A0"]
    data = write_excel(sheet(*(Line((text, 1, Share(1, 1))) for text in hostile), name="=1+1"))
    page = read(data)
    cells = {cell.value: cell for row in page.iter_rows() for cell in row if cell.value}
    for text in hostile:
        assert cells[text].data_type == "s", text
        assert cells[text].hyperlink is None


def test_a_heading_is_one_cell_as_wide_as_the_table():
    table = blocks(sheet(Line(("Kế hoạch 1",), "heading"), Line(("A", 1, Share(1, 1)))))[-1]
    assert table["rows"][0][0]["colspan"] == 3
    assert len(table["rows"][1]) == 3
    page = read(write_excel(sheet(Line(("Kế hoạch 1",), "heading"))))
    assert any(page[str(area)][0][0].value == "Kế hoạch 1" for area in page.merged_cells.ranges)


@given(st.lists(st.text(max_size=12), min_size=3, max_size=3))
def test_any_text_can_be_printed(texts):
    first, second, third = texts
    found = Sheet(first, (second,), (Table(third, COLUMNS, (Line((first, second, third)),)),))
    assert read(write_excel(found)) is not None
    assert blocks(found)[-1]["type"] == "table"

"""The Word file is one a clerk can work with: styles, fields, sections, tables."""

import io
import itertools
import time
import zipfile

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from odoo.addons.dan_chu_co_so.lib.paper.pdf import write_pdf
from odoo.addons.dan_chu_co_so.lib.paper.word import write_word
from odoo.addons.dan_chu_co_so.lib.paper.word_measure import balanced, width_of, wrapped

from tests.reports import papers, pieces
from tests.reports.paper.measuring import length, sheets
from tests.reports.paper.reading import paragraphs, word

every_kind = pytest.mark.parametrize("build", papers.KINDS.values(), ids=papers.KINDS)
MM = 1440 / 25.4
# The order the schema asks for, as far as the writer uses it; Word refuses other files.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore pBdr tabs spacing ind jc outlineLvl sectPr",
    "rPr": "rFonts b i color sz szCs u vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar",
    "tcPr": "tcW gridSpan vMerge vAlign",
    "trPr": "cantSplit tblHeader",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType titlePg",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
}


def _styled(document, style):
    return [line for line in paragraphs(document) if line.style.name == style]


@every_kind
def test_the_same_paper_gives_the_same_bytes_whatever_the_clock_says(build):
    data = write_word(build())
    time.sleep(2.1 if build is papers.letter else 0)
    assert write_word(build()) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


@every_kind
def test_elements_stand_in_the_order_word_demands(build):
    document = word(write_word(build() | {"draft": True}))
    parts = [document.element, document.styles.element]
    parts += [section.header._element for section in document.sections]
    for part in parts:
        for parent, names in ORDER.items():
            order = [qn(f"w:{name}") for name in names.split()]
            for element in part.iter(qn(f"w:{parent}")):
                places = [order.index(child.tag) for child in element]
                assert places == sorted(places), parent


@every_kind
def test_every_paragraph_has_a_style_of_ours_and_one_font(build):
    document = word(write_word(build()))
    names = {style.name for style in document.styles}
    assert {name for name in names if name.startswith("Heading")} == {
        f"Heading {level}" for level in range(1, 7)
    }
    assert {line.style.name for line in paragraphs(document) if line.text} <= names - {"Normal"}
    (fonts,) = document.styles.element.iter(qn("w:rFonts"))
    assert set(fonts.attrib.values()) == {"Times New Roman"}
    assert not list(document.element.iter(qn("w:rFonts"), qn("w:sz")))
    (language,) = document.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "vi-VN"


def test_sizes_and_spacing_are_those_of_the_unit():
    paper = papers.plan()
    paper["layout"] |= {"paragraph_gap": 8, "line_spacing": 1.5, "first_line_indent": 10}
    paper["layout"]["sizes"] |= {"body": 13, "issuer": 13, "recipients": 10}
    styles = word(write_word(paper)).styles
    body = styles["DC Nội dung"]
    assert body.font.size.pt == 13
    assert body.paragraph_format.space_after.pt == 8
    assert body.paragraph_format.line_spacing == 1.5
    assert body.paragraph_format.first_line_indent.mm == pytest.approx(10, abs=0.02)
    assert styles["DC Cơ quan ban hành"].font.size.pt == 13
    assert styles["DC Nơi nhận, từng dòng"].font.size.pt == 10


def test_headings_are_those_of_the_navigation_pane():
    document = word(write_word(papers.regulation_annex()))
    found = [
        (line.style.name, line.text)
        for line in paragraphs(document)
        if line.style.name.startswith("Heading")
    ]
    assert found[:2] == [
        ("Heading 1", "Chương I\nQUY ĐỊNH CHUNG"),
        ("Heading 6", "Điều 1. Phạm vi điều chỉnh"),
    ]
    outline = [
        style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val"))
        for style in document.styles
        if style.name.startswith("Heading")
    ]
    assert outline == ["0", "1", "2", "3", "4", "5"]


def test_every_annex_is_a_section_with_page_numbers_of_its_own():
    paper = papers.wide_annex(3)
    paper["layout"]["margins"] = {"top": 25, "bottom": 22, "left": 35, "right": 20}
    sections = word(write_word(paper)).sections
    assert [(section.page_width.mm > 250) for section in sections] == [False, True, False]
    for section in sections:
        assert section.different_first_page_header_footer
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        (field,) = section.header._element.iter(qn("w:instrText"))
        assert field.text.strip() == "PAGE"
        assert section.first_page_header.is_linked_to_previous
        assert abs(section.top_margin - Mm(25)) < 700
        assert abs(section.left_margin - Mm(35)) < 700
        assert abs(section.right_margin - Mm(20)) < 700


def test_the_address_is_on_the_first_page_alone():
    paper = papers.wide_annex(3)
    paper["head"]["address"] = "Số 12 đường Hòa Bình"
    document = word(write_word(paper))
    footers = [section.first_page_footer for section in document.sections]
    assert [footer.paragraphs[0].text for footer in footers] == ["Số 12 đường Hòa Bình", "", ""]
    assert all(section.footer.is_linked_to_previous for section in document.sections)


def test_head_rows_repeat_and_no_row_is_torn():
    document = word(write_word(papers.wide_annex(60)))
    table = max(document.tables, key=lambda each: len(each.rows))
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert heads == [True] + [False] * 60
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert sum(column.width for column in table.columns) == pytest.approx(Mm(252), abs=Mm(0.2))


def test_merged_cells_keep_their_places():
    merged = {
        "type": "table",
        "border": True,
        "widths": [1, 1, 1],
        "head": [
            [pieces.cell("A", rowspan=2), pieces.cell("B", colspan=2)],
            [pieces.cell("C"), pieces.cell("D")],
        ],
        "rows": [
            [pieces.cell("1", rowspan=2, colspan=2), pieces.cell("2")],
            [pieces.cell("3")],
        ],
    }
    document = word(write_word(pieces.paper([merged], head={"title": "THÔNG BÁO"})))
    texts = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert texts == [["A", "B", "B"], ["A", "C", "D"], ["1", "1", "2"], ["1", "1", "3"]]


def test_no_title_of_a_column_is_torn_within_a_word():
    blocks = [pieces.table(["STT", "Nội dung thực hiện"], [["1", "x"]], [1, 60])]
    document = word(write_word(pieces.paper(blocks, head={"title": "THÔNG BÁO"})))
    column = document.tables[1].columns[0].width.pt
    assert column - 8 >= width_of("STT", 14, bold=True) / 20


@every_kind
def test_the_signature_is_never_alone_on_a_page(build):
    document = word(write_word(build()))
    body = list(document.element.body)
    name = document.styles["DC Chức vụ người ký"].style_id
    foot = next(
        place
        for place, element in enumerate(body)
        if element.tag == qn("w:tbl")
        and name in [style.get(qn("w:val")) for style in element.iter(qn("w:pStyle"))]
    )
    for element in body[foot - 2 : foot]:
        assert element.pPr.find(qn("w:keepNext")) is not None
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in body[foot].tr_lst)


def test_tables_never_touch_and_a_page_break_goes_to_what_follows():
    one = pieces.table(["A"], [["1"]], [1])
    blocks = [one, one, {"type": "page_break"}, one, {"type": "page_break"}, pieces.p("Hết.")]
    document = word(write_word(pieces.paper(blocks, head={"title": "THÔNG BÁO"})))
    tags = [element.tag for element in document.element.body]
    assert (qn("w:tbl"), qn("w:tbl")) not in itertools.pairwise(tags)
    broken = [line.text for line in paragraphs(document) if line.paragraph_format.page_break_before]
    assert broken == ["A", "Hết."]


@every_kind
def test_rules_are_as_long_as_the_decree_says(build):
    paper = build()
    head = paper["head"]
    document = word(write_word(paper))
    rules = [
        line
        for line in _styled(document, "DC Đường kẻ")
        if line._p.pPr.find(qn("w:pBdr")) is not None
    ]
    cells = document.tables[0].rows[0].cells
    columns = [cells[0].width.pt, cells[1].width.pt, 165 / 25.4 * 72]
    sides = [rule.paragraph_format.left_indent.pt for rule in rules]
    lengths = [column - 2 * side for column, side in zip(columns, sides, strict=False)]
    issuer = max(width_of(line, 12, bold=True) for line in head["issuer"]) / 20
    assert lengths[0] == pytest.approx(0.4 * issuer, abs=1)
    assert lengths[1] == pytest.approx(width_of(head["motto"], 13, bold=True) / 20, abs=1)
    assert len(rules) == (3 if head["title"] else 2)
    if head["title"]:
        subject = max(width_of(line, 14, bold=True) for line in head["subject"]) / 20
        assert 1 / 3 - 0.01 <= lengths[2] / min(subject, 165 / 25.4 * 72) <= 0.5


def test_texts_are_as_wide_as_in_the_pdf():
    paper = papers.plan()
    sheet = sheets(write_pdf(paper))[0]
    head = paper["head"]
    for text, size, bold in (
        (head["superior"][0], 12, False),
        (head["issuer"][0], 12, True),
        (head["country"], 12, True),
        (head["motto"], 13, True),
        (head["subject"][0], 14, True),
    ):
        assert width_of(text, size, bold) / MM == pytest.approx(
            length(sheet.line(text)), abs=1
        )  # the PDF kerns


def test_a_long_subject_is_wrapped_in_lines_of_one_length():
    text = papers.long_title()["head"]["subject"][0]
    room = round(140 * MM)
    lines = wrapped(text, balanced([text], room, 14, bold=True), 14, bold=True)
    assert len(lines) == len(wrapped(text, room, 14, bold=True))
    assert min(lines) > 0.7 * max(lines)


def test_names_of_signers_are_on_one_line():
    document = word(write_word(papers.resolution()))
    before = [
        name.paragraph_format.space_before.pt for name in _styled(document, "DC Họ tên người ký")
    ]
    assert before[0] == pytest.approx(25 / 25.4 * 72, abs=0.2)
    # CÔNG ĐOÀN and CHỦ TỊCH stand below the first line.
    assert before[1] - before[0] == pytest.approx(2 * 1.149 * 14, abs=0.2)


def test_number_and_date_are_on_one_line():
    paper = papers.plan()
    paper["head"] |= {"superior": ["UBND TỈNH BÌNH SƠN"] * 2}
    document = word(write_word(paper))
    number, date = (
        _styled(document, style)[0].paragraph_format.space_before.pt
        for style in ("DC Số, ký hiệu", "DC Địa danh, ngày tháng")
    )
    left, right = 1.149 * (12 + 12 + 12), 1.149 * (12 + 13)
    assert left + number == pytest.approx(right + date, abs=0.2)
    assert min(number, date) > 0


def test_a_table_of_five_thousand_rows_is_no_matter_of_minutes():
    started = time.monotonic()
    data = write_word(papers.wide_annex(5000))
    assert time.monotonic() - started < 30
    assert data.count(b"word/document.xml") == 2

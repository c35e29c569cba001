"""Boxes above the text, measured: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I."""

import pytest

from odoo.addons.dan_chu_co_so.lib.paper.pdf import write_pdf

from tests.reports.paper.measuring import centre, length, sheets
from tests.reports.papers import letter, minutes, paper, plan, submission

near = pytest.approx


def first_page(content):
    return sheets(write_pdf(content))[0]


def test_the_page_is_a4_and_the_text_keeps_its_margins():
    for page in sheets(write_pdf(plan())):
        assert (page.width, page.height) == near((210, 297), abs=0.1)
        text = [line for line in page.lines if line.top > 19]
        assert min(line.left for line in text) >= 29.9
        assert max(line.right for line in text) <= 195.1
        assert min(line.top for line in text) >= 20
        assert max(line.base for line in text) <= 277
    body = [line for line in page.lines if line.text.startswith("Trên đây")]
    assert body[0].left == near(42.7, abs=0.1)


def test_other_margins_are_kept_too():
    content = plan()
    content["layout"]["margins"] = {"top": 25, "bottom": 25, "left": 35, "right": 20}
    text = [line for page in sheets(write_pdf(content)) for line in page.lines if line.top > 24]
    assert min(line.left for line in text) == near(35, abs=0.3)
    assert max(line.right for line in text) == near(190, abs=0.3)
    assert max(line.base for line in text) <= 272


@pytest.mark.parametrize(
    ("start", "size", "bold", "italic"),
    [
        ("CỘNG HÒA", 12, True, False),
        ("Độc lập", 13, True, False),
        ("UBND TỈNH", 12, False, False),
        ("SỞ GIÁO DỤC", 12, True, False),
        ("Số:", 13, False, False),
        ("Bình Sơn, ngày", 13, False, True),
        ("KẾ HOẠCH", 14, True, False),
        ("Thực hiện công tác", 14, True, False),
        ("Căn cứ Luật", 14, False, True),
        ("I. MỤC ĐÍCH", 14, True, False),
        ("1. Mục đích", 14, True, False),
        ("Tiếp tục nâng cao", 14, False, False),
    ],
)
def test_every_box_has_its_size_and_style(start, size, bold, italic):
    line = first_page(plan()).line(start)
    assert (line.size, line.bold, line.italic) == (size, bold, italic)


def test_sizes_come_from_the_layout():
    content = plan()
    content["layout"]["sizes"] = dict.fromkeys(content["layout"]["sizes"], 13)
    assert {line.size for line in first_page(content).lines} == {13}


def test_the_rule_below_the_motto_is_as_long_as_its_text():
    page = first_page(plan())
    motto = page.line("Độc lập")
    rule = page.rule_below(motto)
    assert (rule.left, rule.right) == near((motto.left, motto.right), abs=0.1)


@pytest.mark.parametrize("share", [1 / 3, 0.4, 0.5])
@pytest.mark.parametrize("start", ["SỞ GIÁO DỤC", "và dân chủ"])
def test_the_rules_below_issuer_and_subject_are_a_share_of_it_and_centred(start, share):
    content = plan()
    content["layout"]["rule"] = share
    page = first_page(content)
    line = page.line(start)
    widest = page.line("Thực hiện công tác") if start == "và dân chủ" else line
    rule = page.rule_below(line)
    assert length(rule) == near(length(widest) * share, abs=0.2)
    assert centre(rule) == near(centre(line), abs=0.2)


def test_number_and_date_share_a_base_line_also_in_two_sizes():
    for sizes in ((13, 13), (13, 14)):
        content = plan()
        content["layout"]["sizes"] |= dict(zip(("number", "place_and_date"), sizes, strict=True))
        page = first_page(content)
        assert page.line("Số:").base == near(page.line("Bình Sơn, ngày").base, abs=0.05)


def test_the_columns_are_centred_and_the_country_stands_on_one_line():
    content = plan()
    content["head"]["issuer"] = ["TRƯỜNG TRUNG HỌC CƠ SỞ VÀ TRUNG HỌC PHỔ THÔNG HOA SEN TRẮNG"]
    content["head"]["place_date"] = "Thành phố Hồ Chí Minh, ngày 24 tháng 12 năm 2026"
    page = first_page(content)
    country, motto = page.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), page.line("Độc lập")
    date, number = page.line("Thành phố"), page.line("Số:")
    assert centre(country) == near(centre(motto), abs=0.2) == near(centre(date), abs=0.2)
    assert centre(number) == near(centre(page.line("UBND TỈNH")), abs=0.2)
    assert date.right <= 195.1
    assert max(line.right for line in page.lines if line.top < 45 and line.left < 60) < date.left


def test_the_subject_of_a_letter_stands_below_its_number():
    page = first_page(letter())
    number, subject = page.line("Số:"), page.line("V/v")
    assert subject.size == 12
    assert not subject.bold
    assert centre(subject) == near(centre(number), abs=0.3)
    # 6 pt between the lines of type, 12 pt and 13 pt high
    assert subject.base - number.base == near((0.222 * 13 + 6 + 0.891 * 12) / 72 * 25.4, abs=0.5)


@pytest.mark.parametrize(("word", "width"), [("HỎA TỐC", 30), ("THƯỢNG KHẨN", 40), ("KHẨN", 20)])
def test_the_mark_of_urgency_has_the_decrees_box(word, width):
    content = letter()
    content["head"]["urgency"] = word
    page = first_page(content)
    (box,) = page.boxes
    assert length(box) == near(width, abs=0.1)
    mark = page.line(word)
    assert centre(box) == near(centre(mark), abs=0.3) == near(centre(page.line("Số:")), abs=0.3)
    assert (mark.size, mark.bold) == (13, True)


def test_the_circulation_is_boxed_and_the_address_ends_the_first_page():
    page = first_page(submission())
    assert page.line("LƯU HÀNH").bold
    assert len(page.boxes) == 1
    page = first_page(letter())
    address = page.line("Số 12 đường")
    assert address.size == 11
    rule = max(page.rules, key=lambda rule: rule.top)
    assert (rule.left, rule.right) == near((30, 195), abs=0.1)
    assert 0 < address.top - rule.top < 3
    assert 270 < page.line("vanthu").base <= 277


def test_minutes_have_no_place_and_no_date():
    page = first_page(minutes())
    assert page.line("Số: 01/BB").size == 13
    assert not [line for line in page.lines if line.italic and line.base < 50]


def test_a_draft_says_so_on_every_page():
    content = plan() | {"draft": True}
    first, second, *_ = sheets(write_pdf(content))
    mark = first.line("DỰ THẢO")
    assert mark.bold
    assert centre(mark) == near(centre(first.line("Số:")), abs=0.3)
    mark = second.line("DỰ THẢO")
    assert mark.right == near(195, abs=0.2)
    assert mark.base < 20
    assert not [line for line in first_page(plan()).lines if line.text == "DỰ THẢO"]


def test_a_subject_that_takes_two_lines_has_no_last_line_of_one_word():
    content = paper(
        [],
        head={
            "title": "QUYẾT ĐỊNH",
            "subject": ["Về việc khen thưởng tập thể, cá nhân " * 2 + "x"],
        },
    )
    page = first_page(content)
    first, last = [line for line in page.lines if line.bold and 45 < line.base < 70][1:]
    assert length(last) > length(first) / 2

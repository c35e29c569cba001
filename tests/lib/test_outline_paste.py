import re
import time
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.outline import DEEPEST, Row, numbers, settled
from odoo.addons.dan_chu_co_so.lib.outline_lines import visible
from odoo.addons.dan_chu_co_so.lib.outline_paste import from_html, from_text
from odoo.addons.dan_chu_co_so.lib.paper.blocks import PaperError

TAGS = ("p", "div", "li", "ul", "ol", "h2", "b", "span", "table", "tr", "td", "br", "pre")


def sketch(rows):
    """ "..heading 1. Mục đích": two dots a level."""
    return [
        " ".join(filter(None, (".." * (row.level - 1) + row.role, row.typed, row.text)))
        for row in rows
    ]


def unwrapped(text):
    """The lines, a line that begins with blanks belongs to the one above."""
    return text.strip().replace("\n    ", " ").split("\n")


SCHOOL = """
TRƯỜNG TIỂU HỌC HOA BAN
Số: 08/KH-HB

KẾ HOẠCH
Giữ nền nếp dân chủ trong nhà trường và nâng cao
chất lượng các cuộc họp năm 2026

Trường Tiểu học Hoa Ban xây dựng kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU:

1. Mỗi người đều biết việc chung của nhà trường, được bàn trước khi quyết
định và được xem lại sau khi việc đã làm xong; không ai phải hỏi hai lần.
Việc nào chậm thì nói rõ vì sao chậm theo Quyết định số 15/2026/QĐ-
UBND của xã.

2. Các cuộc họp gọn, có biên bản, có người theo dõi việc đã giao từ tháng
10 - 11/2026 đến hết năm.

II. NỘI DUNG:

1. Đổi mới cách họp tổ chuyên môn và cách lấy ý kiến về kế hoạch dạy học,
kế hoạch mua sắm

- Gửi tài liệu trước ba ngày cho mọi người trong tổ, kể cả người dạy ở
điểm lẻ.
 - Ghi lại ý kiến khác nhau.

2. Công khai thu chi

Kế toán dán bảng thu chi ở phòng chờ mỗi tháng.

III. TỔ CHỨC THỰC HIỆN:

1. Hiệu trưởng đọc kế hoạch trước toàn trường.

2. Giao bộ phận văn phòng và tổ trưởng các tổ:
- Nhắc việc;
- Báo việc chậm.

Trên đây là Kế hoạch của Trường Tiểu học Hoa Ban./.

Nơi nhận:
- Các tổ;
- Lưu: VT.
"""
SCHOOL_ROWS = """
paragraph TRƯỜNG TIỂU HỌC HOA BAN
paragraph Số: 08/KH-HB
paragraph KẾ HOẠCH
paragraph Giữ nền nếp dân chủ trong nhà trường và nâng cao chất lượng các cuộc họp
    năm 2026
lead_in Trường Tiểu học Hoa Ban xây dựng kế hoạch như sau:
heading I. MỤC ĐÍCH, YÊU CẦU:
..item 1. Mỗi người đều biết việc chung của nhà trường, được bàn trước khi quyết định
    và được xem lại sau khi việc đã làm xong; không ai phải hỏi hai lần. Việc nào chậm thì
    nói rõ vì sao chậm theo Quyết định số 15/2026/QĐ-UBND của xã.
..item 2. Các cuộc họp gọn, có biên bản, có người theo dõi việc đã giao từ tháng
    10 - 11/2026 đến hết năm.
heading II. NỘI DUNG:
..heading 1. Đổi mới cách họp tổ chuyên môn và cách lấy ý kiến về kế hoạch dạy học,
    kế hoạch mua sắm
....dash - Gửi tài liệu trước ba ngày cho mọi người trong tổ, kể cả người dạy ở điểm lẻ.
....dash - Ghi lại ý kiến khác nhau.
..heading 2. Công khai thu chi
....paragraph Kế toán dán bảng thu chi ở phòng chờ mỗi tháng.
heading III. TỔ CHỨC THỰC HIỆN:
..item 1. Hiệu trưởng đọc kế hoạch trước toàn trường.
..lead_in 2. Giao bộ phận văn phòng và tổ trưởng các tổ:
....dash - Nhắc việc;
....dash - Báo việc chậm.
paragraph Trên đây là Kế hoạch của Trường Tiểu học Hoa Ban./.
lead_in Nơi nhận:
..dash - Các tổ;
..dash - Lưu: VT.
"""


def test_a_plan_of_a_school_out_of_a_pdf():
    assert sketch(from_text(SCHOOL)) == unwrapped(SCHOOL_ROWS)


DEPARTMENT = """
## KẾ HOẠCH Triển khai đối thoại ở các trường năm 2026

### I. MỤC ĐÍCH, YÊU CẦU

#### 1. Mục đích

Người học và người dạy được nghe, được trả lời.

#### 2. Yêu cầu
Không hình thức.

## **II. NỘI DUNG**

### **1. Tăng số buổi đối thoại của người đứng đầu với viên chức, người lao động**

**và cha mẹ học sinh; trả lời bằng văn bản mọi câu hỏi**

*Người đứng đầu mỗi đơn vị tự mình làm các việc sau đây trong năm:*

- **Lập** lịch đối thoại (**).

Phòng Tổ chức theo dõi lịch của các đơn vị, gồm cả những đơn vị ở xa và

những đơn vị mới sáp nhập.

**2.** Các trường tự đánh giá vào cuối học kỳ.
***
"""
DEPARTMENT_ROWS = """
paragraph KẾ HOẠCH Triển khai đối thoại ở các trường năm 2026
heading I. MỤC ĐÍCH, YÊU CẦU
..heading 1. Mục đích
....paragraph Người học và người dạy được nghe, được trả lời.
..heading 2. Yêu cầu
....paragraph Không hình thức.
heading II. NỘI DUNG
..heading 1. Tăng số buổi đối thoại của người đứng đầu với viên chức, người lao động
    và cha mẹ học sinh; trả lời bằng văn bản mọi câu hỏi
....lead_in Người đứng đầu mỗi đơn vị tự mình làm các việc sau đây trong năm:
......dash - Lập lịch đối thoại (**).
....paragraph Phòng Tổ chức theo dõi lịch của các đơn vị, gồm cả những đơn vị ở xa và
    những đơn vị mới sáp nhập.
..item 2. Các trường tự đánh giá vào cuối học kỳ.
"""


def test_a_plan_of_a_department_with_remains_of_markdown():
    assert sketch(from_text(DEPARTMENT)) == unwrapped(DEPARTMENT_ROWS)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("I/. Một|1- Hai;|2- Ba;", "heading I/. Một|..item 1- Hai;|..item 2- Ba;"),
        (
            "A. Một|I. Hai|1. Ba|1.1. Bốn|1.1.1 Năm|* Sáu|- Bảy|1.2. Tám|B. Chín",
            (
                "heading A. Một|..heading I. Hai|....heading 1. Ba|......heading 1.1. Bốn"
                "|........heading 1.1.1 Năm|..........dash * Sáu|............dash - Bảy"
                "|......heading 1.2. Tám|heading B. Chín"
            ),
        ),
        ("I. Một|A. Hai|II. Ba", "heading I. Một|..heading A. Hai|heading II. Ba"),
        (
            "1. Một|a) Hai|- Ba|+ Bốn|- Năm|đ) Sáu",
            (
                "heading 1. Một|..item a) Hai|....dash - Ba|......dash + Bốn|....dash - Năm"
                "|..item đ) Sáu"
            ),
        ),
        ("1. Một|- Hai|2. Ba|- Bốn", "heading 1. Một|..dash - Hai|heading 2. Ba|..dash - Bốn"),
        (
            "I. Một|II. Hai|II. Ba|V. Tư",
            "heading I. Một|heading II. Hai|heading II. Ba|heading V. Tư",
        ),
        ("Chương II|VIỆC CHUNG|Điều 1. Họp", "heading Chương II VIỆC CHUNG|..heading Điều 1. Họp"),
        ("Mục 2 Điều 5 nói khác.", "paragraph Mục 2 Điều 5 nói khác."),
        ("•\tMột|o\tHai|•\tBa", "dash • Một|..dash o Hai|dash • Ba"),
        ("-Một|–\u00a0Hai|\uf0b7 Ba", "dash - Một|dash – Hai|..dash \uf0b7 Ba"),
        ("1\tHọp\tTháng 3|2\tHọp lại", "item 1 Họp Tháng 3|item 2 Họp lại"),
        ("1.|Họp tổ;||2.|Họp trường;", "item 1. Họp tổ;|item 2. Họp trường;"),
        ("- Họp|3.", "dash - Họp|paragraph 3."),
        ("- Theo Nghị định 15/2026/NĐ-|CP;", "dash - Theo Nghị định 15/2026/NĐ-CP;"),
        ("> 1. Một|>> 2. Hai", "item 1. Một|item 2. Hai"),
        ("1. Đạt|> 95%", "heading 1. Đạt|..paragraph > 95%"),
        ("1.Một|1.500 người|246/KH", "heading 1. Một|..paragraph 1.500 người|..paragraph 246/KH"),
        ("V.I. Lênin viết", "paragraph V.I. Lênin viết"),
        ("Mỗi tháng:|- Họp|Hết.", "lead_in Mỗi tháng:|..dash - Họp|paragraph Hết."),
        ("a\u0300 Ho\u0323p\u200b", "paragraph à Họp"),
        ("Tổ\x07Việc", "paragraph Tổ Việc"),
        ("-----|- |***|", ""),
        ("", ""),
    ],
)
def test_marks(text, rows):
    assert sketch(from_text(text.replace("|", "\n"))) == (rows.split("|") if rows else [])


def test_nothing_is_nothing():
    assert from_text(None) == from_html(None) == []


def test_headings_are_told_from_items_by_what_they_say_and_what_is_under_them():
    sentence = "Mỗi tổ gửi lịch họp cho văn phòng trước ngày 05 hằng tháng."
    rows = from_text(
        f"I. Một\n1. Mục đích:\n- Hai\n2. Yêu cầu\nII. Họp\n1. {sentence}\n{sentence}\n"
        f"2. {sentence}\nIII. Hai\n1. Kiểm tra.\n- Ba\n2. Công khai\n3. Đối thoại\n- Bốn\n"
        f"IV. {sentence}"
    )
    assert [(row.role, row.typed) for row in rows if row.role != "dash"] == [
        ("heading", "I."),
        ("heading", "1."),
        ("heading", "2."),
        ("heading", "II."),
        ("item", "1."),
        ("paragraph", None),
        ("item", "2."),
        ("heading", "III."),
        ("heading", "1."),
        ("heading", "2."),
        ("heading", "3."),
        ("item", "IV."),
    ]


def word_item(label, text, level=1, number=0):
    return (
        f"<p class=MsoListParagraph style='mso-list:l{number} level{level} lfo1'>"
        "<![if !supportLists]><span style='mso-list:Ignore'>"
        f"{label}<span>&nbsp;&nbsp; </span></span><![endif]>{text}<o:p></o:p></p>"
    )


def test_what_word_puts_on_the_clipboard():
    html = (
        "<html><head><style>p.MsoNormal {margin:0}</style></head><body><!--StartFragment-->"
        "<p class=MsoNormal align=center><b>KẾ HOẠCH<o:p></o:p></b></p>"
        "<p class=MsoNormal><b>I. MỤC ĐÍCH,\nYÊU CẦU</b></p>"
        + word_item("1.", "Họp tổ mỗi\ntháng.")
        + word_item("2.", "Công khai thu chi.")
        + word_item("·", "Ở bảng tin", number=1)
        + word_item("o", "Tầng một", level=2, number=1)
        + "<p class=MsoNormal><b>II. NỘI DUNG</b></p>"
        "<p class=MsoNormal>- Phát tờ rơi;</p><p class=MsoNormal>&nbsp;</p>"
        "<p class=MsoNormal>Mỗi tổ một người.</p><!--EndFragment--></body></html>"
    )
    assert sketch(from_html(html)) == [
        "paragraph KẾ HOẠCH",
        "heading I. MỤC ĐÍCH, YÊU CẦU",
        "..item 1. Họp tổ mỗi tháng.",
        "..item 2. Công khai thu chi.",
        "....dash · Ở bảng tin",
        "......dash o Tầng một",
        "heading II. NỘI DUNG",
        "..dash - Phát tờ rơi;",
        "..paragraph Mỗi tổ một người.",
    ]


def test_headings_and_lists_of_a_web_page():
    html = (
        "<h1>Việc chung</h1><p>Lời dẫn.</p><h2>Họp</h2>"
        "<ul><li><p>Tổ<ul><li>Toán</li></ul></li><li>Trường</ul>"
        "<h1>Việc riêng</h1><ol start=3><li>Dạy;<ol type=a><li>Sáng;<li>Chiều;</ol>"
        "<li value=7>Học;</ol><ol style='list-style-type: upper-roman'><li>Chơi"
    )
    assert sketch(from_html(html)) == [
        "heading Việc chung",
        "..paragraph Lời dẫn.",
        "..heading Họp",
        "....dash - Tổ",
        "......dash - Toán",
        "....dash - Trường",
        "heading Việc riêng",
        "..item 3. Dạy;",
        "....item a. Sáng;",
        "....item b. Chiều;",
        "..item 7. Học;",
        "..item I. Chơi",
    ]


def test_bold_lines_are_headings_where_nothing_is_numbered():
    html = (
        "<p><b>MỤC ĐÍCH</b></p><p>Một.</p><p><span style='font-weight:700'>Họp tổ</span></p>"
        "<p>Hai <b>ba</b>.</p><p><b>NỘI DUNG</b></p><p><b>Bốn năm.</b></p>"
    )
    assert sketch(from_html(html)) == [
        "heading MỤC ĐÍCH",
        "..paragraph Một.",
        "..heading Họp tổ",
        "....paragraph Hai ba.",
        "heading NỘI DUNG",
        "..paragraph Bốn năm.",
    ]


def test_a_row_of_a_table_is_one_row_and_a_mail_laid_out_as_a_table_is_not_a_table():
    table = "<table><tr><td>1</td><td><p>Họp</p><p>tổ</p></td><td>Quý<br>I</td></tr></table>"
    assert sketch(from_html(table)) == ["item 1 Họp tổ Quý I"]
    mail = "<table><tr><td><div>Chào các tổ.</div><div>1. Họp;</div><p>2. Dạy;</p></table>"
    assert sketch(from_html(mail)) == ["paragraph Chào các tổ.", "item 1. Họp;", "item 2. Dạy;"]


def test_lines_of_a_mail_are_joined_up_to_an_empty_one():
    lines = SCHOOL.split("\n")
    html = "".join(f"<div>{escape(line) or '<br>'}</div>" for line in lines)
    assert from_html(html) == from_text(SCHOOL)
    assert from_html("<br>".join(map(escape, lines))) == from_text(SCHOOL)


MARKS = ["I.", "1.", "1-", "1.1.", "a)", "(1)", "-", "+", "*", "**", "#", ">", "o\t", "•", "------"]
WORDS = ["10", "11/2026", "Các", "đơn vị", "TTg", "CHUNG", "Điều 5.", "Chương II", "Trên đây là"]
SIGNS = [":", ".", "./.", ";", "\t", "\u00a0", "\n", "\n", "\n\n", " ", " "]
pieces = st.sampled_from(MARKS + WORDS + SIGNS) | st.text(max_size=6)
pasted = st.lists(pieces, max_size=30).map("".join)


def letters(text):
    return "".join(char for char in visible(text) if char.isalnum())


def letters_of(rows):
    return "".join(letters((row.typed or "") + row.text) for row in rows)


@given(pasted)
def test_no_letter_is_lost_and_none_changes_its_place(text):
    assert letters_of(from_text(text)) == letters(text)


@given(pasted.map(lambda text: text.replace("*", "")))
def test_no_two_words_become_one(text):
    lines = "\n".join(map(visible, text.replace("\x07", "\t").splitlines()))
    told = " ".join(f"{row.typed or ''} {row.text}" for row in from_text(text))
    assert re.findall(r"[^\W_]+", told) == re.findall(r"[^\W_]+", lines)


@given(pasted)
def test_what_comes_out_is_an_outline(text):
    rows = from_text(text)
    assert all(row.text == " ".join(row.text.split()) != "" for row in rows)
    assert all(row.level <= DEEPEST for row in rows)
    assert settled(rows) == [row.level for row in rows]
    assert len(numbers(rows)) == len(rows)


@st.composite
def pages(draw):
    """(html, its words)"""
    html, words = [], []
    for place in range(draw(st.integers(0, 12))):
        tag = draw(st.sampled_from(TAGS))
        word = draw(st.sampled_from(["I. Họp", "- tổ", "việc:", "1. Dạy", "xong.", "TOÁN", ""]))
        closing = draw(st.sampled_from([f"</{tag}>", "", "</div>", "</ul></p>"]))
        html.append(f"<{tag}>{word} w{place} {closing}")
        words.append(f"w{place}")
    return "".join(html), words


@given(pages())
def test_no_word_of_a_page_is_lost(page):
    html, words = page
    told = " ".join(row.text for row in from_html(html))
    assert sorted(re.findall(r"\bw\d+\b", told)) == sorted(words)


@given(st.text())
def test_any_text_can_stand_in_a_page(text):
    assert letters_of(from_html(f"<p>{escape(text)}</p>")).endswith(letters(text))


@given(st.text(alphabet="<>/pulioltbrdh1&#; ='a-"))
def test_broken_html_is_read_all_the_same(html):
    assert all(isinstance(row, Row) for row in from_html(html))


def test_a_page_nested_too_deep_is_refused_with_a_way_out():
    with pytest.raises(PaperError, match="plain text"):
        from_html("<div>" * 3000 + "x")


@pytest.mark.parametrize(
    "text",
    [
        "*" * 30_000,
        "*a " * 10_000,
        "> " * 15_000,
        "1." * 15_000,
        "và " * 10_000,
        "# " * 15_000,
        "a\n" * 15_000,
        "một dòng chưa hết của một đoạn văn\n" * 5_000,
        "- x\n+ y\n" * 5_000,
        "Chương " + "\t" * 30_000,
        "." * 30_000 + "a",
    ],
)
def test_hostile_texts_are_read_soon(text):
    started = time.process_time()
    assert letters_of(from_text(text)) == letters(text)
    assert time.process_time() - started < 2

"""What stands where when a paper has several pages, annexes, tables and signers."""

from itertools import cycle, islice

import pytest

from odoo.addons.dan_chu_co_so.lib.paper.pdf import write_pdf

from tests.reports.paper.measuring import centre, sheets
from tests.reports.papers import decision, letter, minutes, plan, resolution, wide_annex
from tests.reports.pieces import cell, dashes, h, p, paper, signature, table

near = pytest.approx
HEAD = {"number": "Số: 01/KH-SGDĐT", "title": "KẾ HOẠCH", "subject": ["Thử"]}
SENTENCE = "Thực hiện dân chủ ở cơ sở là trách nhiệm của mọi cán bộ, công chức, viên chức"


def words(count):
    return " ".join(islice(cycle(SENTENCE.split()), count))


def in_margin(page):
    return [line for line in page.lines if line.base < 20]


def test_pages_are_numbered_from_the_second_in_the_middle_of_the_upper_margin():
    first, *others = sheets(write_pdf(plan()))
    assert in_margin(first) == []
    for expected, page in enumerate(others, 2):
        (number,) = in_margin(page)
        assert (number.text, number.size, number.bold) == (str(expected), 13, False)
        assert centre(number) == near((30 + 195) / 2, abs=0.2)


def test_annexes_are_numbered_apart_and_turned_when_asked():
    main, *wide, form = sheets(write_pdf(wide_annex()))
    assert (main.width, form.width) == near((210, 210), abs=0.1)
    assert len(wide) > 2
    assert [page.width for page in wide] == near([297] * len(wide), abs=0.1)
    numbers = [[line.text for line in in_margin(page)] for page in (main, *wide, form)]
    assert numbers == [[], [], *([str(number)] for number in range(2, len(wide) + 1)), []]
    label, title = wide[0].line("Phụ lục I"), wide[0].line("DANH SÁCH")
    reference = wide[0].line("(Kèm theo")
    assert (label.size, label.bold, title.bold) == (14, True, True)
    assert (reference.italic, reference.bold) == (True, False)
    assert centre(label) == near(centre(title), abs=0.2) == near(centre(reference), abs=0.2)
    assert form.line("Phụ lục II").base < 30


def test_the_head_of_a_table_is_repeated_and_no_row_breaks():
    rows = [[f"{place}", words(40), "Văn phòng\nCông đoàn"] for place in range(30)]
    content = paper([table(["STT", "Nội dung", "Chủ trì"], rows, [1, 5, 2])], head=HEAD)
    pages = sheets(write_pdf(content))
    heads = [[line for line in page.lines if line.text == "Nội dung"] for page in pages]
    assert len(pages) > 3
    assert all(len(found) == 1 and found[0].bold for found in heads)
    for page in pages:
        counts = [
            sum(line.text.startswith(word) for line in page.lines) for word in ("Văn", "Công")
        ]
        assert counts[0] == counts[1]


def test_a_row_taller_than_a_page_goes_on_overleaf():
    content = paper([table(["STT", "Nội dung"], [["1", words(3000) + " HẾT"]], [1, 6])], head=HEAD)
    pages = sheets(write_pdf(content))
    assert len(pages) > 3
    assert [line for line in pages[-1].lines if line.text.endswith("HẾT")]
    assert max(line.base for page in pages for line in page.lines) < 278


def test_spans_and_narrow_columns_keep_their_text_inside():
    head = [[cell("STT", rowspan=2), cell("Kết quả", colspan=2)], [cell("Đạt"), cell("Chưa đạt")]]
    block = table(["a"], [["1", "x" * 90, "dài"]], [1, 4, 4], ["left"] * 3) | {"head": head}
    (page,) = sheets(write_pdf(paper([block], head=HEAD)))
    assert max(line.right for line in page.lines) <= 195.1
    assert len([line for line in page.lines if line.text == "STT"]) == 1


def test_recipients_stand_left_and_the_signature_right():
    page = sheets(write_pdf(letter()))[0]
    word, office, name = page.line("Nơi nhận:"), page.line("TL. GIÁM ĐỐC"), page.line("Lê Hoàng")
    assert (word.size, word.bold, word.italic) == (12, True, True)
    assert page.line("- Như trên;").size == 11
    assert word.left == near(30, abs=0.2)
    assert word.top == near(office.top, abs=1)
    assert centre(office) == near(centre(name), abs=0.2) == near((112.5 + 195) / 2, abs=0.5)
    assert (office.size, office.bold, name.size, name.bold) == (14, True, 14, True)
    room = name.top - page.line("CHÁNH VĂN PHÒNG").base
    assert 24 < room < 30


def test_minutes_are_signed_by_secretary_left_and_chair_right():
    page = sheets(write_pdf(minutes()))[0]
    secretary, chair = page.line("THƯ KÝ"), page.line("CHỦ TỌA")
    assert secretary.base == near(chair.base, abs=0.1)
    assert secretary.right < 112 < chair.left
    names = page.line("Phạm Thu Dung"), page.line("Nguyễn Văn An")
    assert names[0].base == near(names[1].base, abs=0.1)
    assert page.line("Nơi nhận:").top > names[0].base
    assert page.line("Nơi nhận:").left == near(30, abs=0.2)


@pytest.mark.parametrize("count", [2, 3, 4, 7])
def test_several_signers_stand_side_by_side_their_names_on_one_line(count):
    content = resolution()
    content["foot"]["signatures"] = [
        signature(*["CHỨC VỤ"] * (place % 2 + 1), name=f"Người {place}") for place in range(count)
    ]
    page = sheets(write_pdf(content))[-1]
    names = [page.line(f"Người {place}") for place in range(min(count, 3))]
    assert len({round(name.base, 1) for name in names}) == 1
    assert [name.left for name in names] == sorted(name.left for name in names)


def test_a_missing_signatory_leaves_an_empty_place():
    for signatures in ([], [signature()], [signature("GIÁM ĐỐC")]):
        content = decision()
        content["foot"]["signatures"] = signatures
        page = sheets(write_pdf(content))[0]
        assert page.line("Nơi nhận:")
        assert not [line for line in page.lines if "None" in line.text]


ENDINGS = {
    "paragraph": lambda count: [p("Đoạn.")] * 10 + [p(words(60)), p(words(count) + " HẾT")],
    "one line": lambda count: [p("Đoạn.")] * 9 + [p(words(count)), p("Trình HẾT")],
    "list": lambda count: [p("Đoạn.")] * 8 + [p(words(count)), dashes("a", words(60) + " HẾT")],
    "heading": lambda count: [p("Đoạn.")] * 8 + [p(words(count)), h(4, "1.", "M"), p("Câu HẾT")],
    "table": lambda count: [
        *[p("Đoạn.")] * 8,
        p(words(count)),
        table(["A", "B"], [[str(row), f"dòng {row}"] for row in range(4)] + [["5", "HẾT"]], [1, 4]),
    ],
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_signature_is_never_alone_and_never_split(ending):
    moved = 0
    for count in range(5, 330, 9):
        content = paper(ENDINGS[ending](count), head=HEAD, recipients=["Một;", "Hai;", "Lưu: VT."])
        *_, last = pages = sheets(write_pdf(content))
        office, name = last.line("GIÁM ĐỐC"), last.line("Nguyễn Văn An")
        assert name.base <= 277.1
        assert last.line("- Lưu: VT.").base <= 277.1
        text = [line for line in last.lines if 20 < line.base < office.base and line.size == 14]
        assert any(line.text.endswith("HẾT") for line in text)
        assert ending == "table" or len(pages) == 1 or len(text) > 1, count
        moved += len(pages) > 1
    assert 3 < moved < 34


def test_recipients_by_the_hundred_go_on_overleaf():
    content = paper([p("Câu.")], head=HEAD, recipients=[f"Đơn vị {n};" for n in range(300)])
    pages = sheets(write_pdf(content))
    assert pages[0].line("Nguyễn Văn An")
    found = [line for page in pages for line in page.lines if line.text.startswith("- Đơn vị")]
    assert len(found) == 300
    assert max(line.base for line in found) < 278

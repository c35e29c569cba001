import pytest

from odoo.addons.dan_chu_co_so.lib.paper.blocks import MAX_LIST_DEPTH, PaperError, check
from odoo.addons.dan_chu_co_so.lib.paper.text import body_text, plain_text

from tests.reports import papers
from tests.reports.pieces import cell, h, item, listed, p, signature, table


@pytest.mark.parametrize("build", [*papers.KINDS.values(), *papers.EXTREMES.values()])
def test_the_samples_are_papers(build):
    paper = build()
    assert check(paper) is paper


def nested(depth):
    block = listed([item("-", "x")])
    for _level in range(depth - 1):
        block = listed([item("-", "x", block)])
    return block


def uneven():
    grid = table(["A", "B"], [["1", "2"]], None)
    grid["rows"][0].pop()
    return grid


@pytest.mark.parametrize(
    ("block", "code", "said"),
    [
        ({"type": "picture"}, "wrong_value", "a block of type paragraph"),
        ("text", "wrong_value", "a block of type"),
        (p("x", "fancy"), "wrong_value", "paper.blocks[0].style is 'fancy'"),
        (p("x") | {"colour": "red"}, "unknown", "knows no 'colour'"),
        ({"type": "paragraph", "style": "body"}, "missing", "has no 'runs'"),
        ({"type": "paragraph", "style": "body", "runs": "x"}, "wrong_value", "expected a list"),
        (p("a\tb"), "unclean_text", "control characters"),
        (p("e\u0323"), "unclean_text", "letters apart from their tones"),
        (h(7, None, "x"), "wrong_value", "1 or 2 or 3"),
        (nested(MAX_LIST_DEPTH + 1), "too_deep", "at most 5 others"),
        (table(["A"], [["1"]], [1, 2], ["left"]), "widths", "2 widths for 1 columns"),
        (table(["A"], [["1"]], [0], ["left"]), "wrong_value", "a number above zero"),
        (uneven(), "uneven_table", "do not fill the rows of 2 columns"),
        (table([], [], None, []) | {"head": []}, "empty_table", "without a cell"),
        (
            {"type": "table", "border": 1, "widths": None, "head": [], "rows": [[cell("x")]]},
            "wrong_value",
            "true or false",
        ),
        ({"type": "fill", "lines": 0}, "wrong_value", "from 1 to 200"),
        ({"type": "signatures", "columns": [{"lines": []}]}, "missing", "has no 'note'"),
        (
            {"type": "paragraph", "style": "body", "runs": [{"text": "x", "bold": 1}]},
            "wrong_value",
            "true or false",
        ),
        (
            {"type": "paragraph", "style": "body", "runs": [{"text": "x", "size": 9}]},
            "unknown",
            "'size'",
        ),
    ],
)
def test_a_wrong_block_is_named(block, code, said):
    with pytest.raises(PaperError) as raised:
        check(papers.empty() | {"blocks": [block]})
    assert raised.value.code == code
    assert said in str(raised.value)
    assert raised.value.details["path"].startswith("paper.blocks[0]")


@pytest.mark.parametrize(
    ("part", "key", "value"),
    [
        ("head", "urgency", "GẤP"),
        ("head", "circulation", "MẬT"),
        ("head", "superior", None),
        ("foot", "form", "letter"),
        ("layout", "page", [210]),
        ("layout", "line_spacing", float("nan")),
        ("layout", "rule", True),
    ],
)
def test_a_wrong_frame_is_named(part, key, value):
    paper = papers.empty()
    paper[part][key] = value
    with pytest.raises(PaperError, match=f"paper.{part}.{key}"):
        check(paper)


def test_a_breaking_line_and_a_cell_of_several_lines_are_fine():
    block = {"type": "paragraph", "style": "body", "runs": [{"text": "a"}, {"break": True}]}
    grid = table(["A"], [["1\n2"]], None, ["right"])
    assert check(papers.empty() | {"blocks": [block, grid]})


def test_an_error_of_a_writer_tells_its_details():
    assert str(PaperError("font_missing", fonts="Times")) == "font_missing (fonts: Times)"


def test_the_words_of_a_body_in_order():
    blocks = [
        {"type": "addressees", "label": "Kính gửi:", "names": ["Sở A", "Sở B"]},
        {"type": "addressees", "label": "Kính gửi:", "names": ["Sở A"]},
        h(1, "Chương I", "Quy định"),
        h(4, "1.", "Mục đích"),
        listed([item("-", "Một", listed([item("+", "Hai")]))]),
        table(["A", "B"], [["1", "2\n3"]], None),
        {"type": "signatures", "columns": [signature("THƯ KÝ", name="An", note="(Ký)")]},
        {"type": "fill", "lines": 2},
        {"type": "page_break"},
        {
            "type": "paragraph",
            "style": "body",
            "runs": [{"text": "a"}, {"break": True}, {"text": "b", "bold": True}],
        },
    ]
    assert body_text(blocks) == [
        *["Kính gửi:", "- Sở A;", "- Sở B.", "Kính gửi: Sở A"],
        *["Chương I", "QUY ĐỊNH", "1. Mục đích", "- Một", "+ Hai"],
        *["A", "B", "1", "2", "3", "THƯ KÝ", "(Ký)", "An", "a b"],
    ]


def test_the_words_of_a_paper_from_letterhead_to_annex():
    paper = papers.regulation_annex()
    words = plain_text(paper)
    assert words[:4] == [
        "UBND TỈNH BÌNH SƠN",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "Số: 08/QĐ-SGDĐT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]
    foot = words.index("Nơi nhận:")
    assert words[foot : foot + 5] == [
        *["Nơi nhận:", "- Như Điều 3;", "- Lưu: VT, VP.", "GIÁM ĐỐC", "Nguyễn Văn An"]
    ]
    assert words[foot + 5] == "QUY CHẾ THỰC HIỆN DÂN CHỦ CỦA CƠ QUAN SỞ"
    assert plain_text(papers.empty()) == []

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.paper.blocks import STYLES, PaperError, check
from odoo.addons.dan_chu_co_so.lib.paper.from_html import UnknownPiece, read_body

from tests.reports.papers import empty
from tests.reports.pieces import h, item, listed, p, signature


def blocks_of(html):
    blocks, _annexes = read_body(html)
    return blocks


@pytest.mark.parametrize("style", STYLES)
def test_a_paragraph_of_each_style(style):
    css = "" if style == "body" else f' class="{style}"'
    assert blocks_of(f"<p{css}>Căn cứ</p>") == [p("Căn cứ", style)]


def test_marks_breaks_and_white_space():
    html = "<p> Một\n <b>hai <i>ba</i></b><em>bốn</em> H<sub>2</sub><sup>o</sup><br/> <u>x</u> </p>"
    assert blocks_of(html) == [
        {
            "type": "paragraph",
            "style": "body",
            "runs": [
                {"text": "Một "},
                {"text": "hai ", "bold": True},
                {"text": "ba", "bold": True, "italic": True},
                {"text": "bốn", "italic": True},
                {"text": " H"},
                {"text": "2", "sub": True},
                {"text": "o", "sup": True},
                {"break": True},
                {"text": "x", "underline": True},
            ],
        }
    ]


def test_a_tone_apart_from_its_letter_is_joined_even_over_a_tag():
    assert blocks_of("<p>Việ<span>t</span></p><p>e<b>\u0323</b></p>") == [p("Việt"), p("ẹ")]


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_of_each_level(level):
    html = f'<h{level} data-number="I.">Mục đích</h{level}><h{level}>Không số</h{level}>'
    assert blocks_of(html) == [h(level, "I.", "Mục đích"), h(level, None, "Không số")]


def test_bare_text_wrappers_and_what_is_empty():
    html = (
        '<section class="body"> A<div><p>B</p><p> &#160;<br/></p>C</div><!-- x --><h3></h3>'
        "<ul><li> </li></ul><table></table></section>D"
    )
    assert blocks_of(html) == [p("A"), p("B"), p("C"), p("D")]
    assert read_body("") == read_body(None) == ([], [])


def test_lists_carry_their_labels():
    html = """
        <ul><li>Một<ul><li>Hai<ul><li>Ba</li></ul></li></ul></li></ul>
        <ol start="9"><li>Chín</li><li><p>Mười</p><p>thêm</p><ul><li>gạch</li></ul></li></ol>
        <ol type="a" start="4"><li>x</li><li>y</li></ol>
        <ol type="i"><li>x</li></ol><ol type="I" start="4"><li>y</li></ol>
    """
    assert blocks_of(html) == [
        listed([item("-", "Một", listed([item("+", "Hai", listed([item("+", "Ba")]))]))]),
        listed(
            [item("9.", "Chín"), item("10.", "Mười", "thêm", listed([item("-", "gạch")]))],
        ),
        listed([item("d)", "x"), item("đ)", "y")]),
        listed([item("i)", "x")]),
        listed([item("IV.", "y")]),
    ]


def test_a_table_with_all_it_may_have():
    html = """
        <table class="plain" data-widths="1 2.5 2"><thead><tr><th>A</th><th colspan="2">B</th></tr>
        </thead><tbody><tr><td rowspan="2" data-align="center">1</td><td>2<br/>3</td><td/></tr>
        <tr><td style="text-align: right"><p>4</p><p><b>5</b></p></td></tr></tbody></table>
    """
    (table,) = blocks_of(html)
    assert table == {
        "type": "table",
        "border": False,
        "widths": [1, 2.5, 2],
        "head": [
            [
                {"lines": [[{"text": "A"}]], "header": True},
                {"lines": [[{"text": "B"}]], "colspan": 2, "header": True},
            ]
        ],
        "rows": [
            [
                {"lines": [[{"text": "1"}]], "align": "center", "rowspan": 2},
                {"lines": [[{"text": "2"}, {"break": True}, {"text": "3"}]]},
                {"lines": []},
            ],
            [
                {"lines": [[{"text": "4"}], [{"text": "5", "bold": True}]], "align": "right"},
                {"lines": []},
            ],
        ],
    }


def test_addressees_signatures_lines_to_fill_and_a_new_page():
    html = """
        <div class="addressees" data-label="Kính gửi:"><p>Sở Nội vụ</p><p> </p>
            <p>UBND phường</p></div>
        <div class="addressees"><p>Sở Nội vụ</p></div>
        <div class="signatures">
            <div class="signature"><p class="office">THƯ KÝ</p><p class="hint">(Ký)</p></div>
            <div class="signature"><p class="office">TM. BAN</p><p class="office">TRƯỞNG BAN</p>
                <p class="name">An</p></div>
        </div>
        <div class="fill" data-lines="3"></div><hr class="page-break"/>
    """
    assert blocks_of(html) == [
        {"type": "addressees", "label": "Kính gửi:", "names": ["Sở Nội vụ", "UBND phường"]},
        {"type": "addressees", "label": "Kính gửi:", "names": ["Sở Nội vụ"]},
        {
            "type": "signatures",
            "columns": [
                signature("THƯ KÝ", note="(Ký)"),
                signature("TM. BAN", "TRƯỞNG BAN", name="An"),
            ],
        },
        {"type": "fill", "lines": 3},
        {"type": "page_break"},
    ]


def test_annexes_are_apart_from_the_body():
    html = """
        <p>Thân</p>
        <section class="annex" data-label="Phụ lục I" data-title="DANH SÁCH" data-reference="(Kèm)"
            data-orientation="landscape"><p>Một</p></section>
        <section class="annex"><p>Hai</p></section>
    """
    blocks, annexes = read_body(html)
    assert blocks == [p("Thân")]
    assert annexes == [
        {
            "label": "Phụ lục I",
            "title": "DANH SÁCH",
            "reference": "(Kèm)",
            "landscape": True,
            "blocks": [p("Một")],
        },
        {
            "label": None,
            "title": None,
            "reference": None,
            "landscape": False,
            "blocks": [p("Hai")],
        },
    ]


def test_marks_of_the_editor_are_no_pieces():
    html = '<p data-oe-id="1" data-oe-model="x" data-last-history-steps="7">A</p>'
    assert blocks_of(html) == [p("A")]


def lists(depth):
    return "<ul><li>x" * depth


@pytest.mark.parametrize(
    ("html", "piece"),
    [
        ("<img src='x'/>", "<img>"),
        ("<p>a <img/></p>", "<img>"),
        ('<p class="red">a</p>', '<p class="red">'),
        ('<p class="flush note">a</p>', '<p class="flush note">'),
        ('<p style="color:red">a</p>', '<p style="color:red">'),
        ('<div id="x">a</div>', '<div id="x">'),
        ('<span class="x">a</span>', '<span class="x">'),
        ('<h3 data-level="2">a</h3>', '<h3 data-level="2">'),
        ("<h3><section>a</section></h3>", "<section>"),
        ("<b><div>a</div></b>", "<div>"),
        ('<ol type="A"><li>a</li></ol>', '<ol type="A">'),
        ('<ol start="-1"><li>a</li></ol>', '<ol start="-1">'),
        ("<ul><p>a</p></ul>", "<p>"),
        ("<ul>lạc<li>a</li></ul>", "“lạc”"),
        ("<ul><li><table><tr><td>a</td></tr></table></li></ul>", "<table>"),
        (lists(7), "<ul>"),
        ("<li>a</li>", "<li>"),
        ("<table>lạc<tr><td>a</td></tr></table>", "“lạc”"),
        ("<table><tfoot><tr><td>a</td></tr></tfoot></table>", "<tfoot>"),
        ("<table><tr><td>a</td></tr><thead><tr><th>b</th></tr></thead></table>", "<thead>"),
        ("<table><tr><p>a</p></tr></table>", "<p>"),
        ("<table><tr><td><ul><li>a</li></ul></td></tr></table>", "<ul>"),
        ('<table><tr><td colspan="x">a</td></tr></table>', '<td colspan="x">'),
        ('<table><tr><td colspan="63">a</td><td>b</td></tr></table>', "<table>"),
        ('<table data-widths="1 2"><tr><td>a</td></tr></table>', 'data-widths="1 2"'),
        ('<table data-widths="nan"><tr><td>a</td></tr></table>', 'data-widths="nan"'),
        ('<table class="wide"><tr><td>a</td></tr></table>', '<table class="wide">'),
        ('<table><tr><td data-align="top">a</td></tr></table>', "text-align: top"),
        ('<table><tr><td style="width:9px">a</td></tr></table>', 'style="width:9px"'),
        ("<hr/>", "<hr>"),
        ('<div class="fill" data-lines="0"></div>', '<div data-lines="0">'),
        ('<div class="fill">a</div>', '<div class="fill">'),
        ('<div class="addressees">lạc<p>a</p></div>', "“lạc”"),
        ('<div class="addressees"><p><b>a</b></p></div>', "<p>"),
        ('<div class="addressees"><p class="note">a</p></div>', '<p class="note">'),
        ('<div class="signature"><p class="name">a</p></div>', '<div class="signature">'),
        ('<div class="signatures"><p>a</p></div>', "<p>"),
        ('<div class="signatures"><div class="signature"><p>a</p></div></div>', "<p>"),
        (
            (
                '<div class="signatures"><div class="signature">'
                '<p class="name">a</p><p class="name">b</p></div></div>'
            ),
            '<p class="name">',
        ),
        (
            '<section class="annex"><section class="annex">a</section></section>',
            '<section class="annex">',
        ),
        (
            '<section class="annex" data-orientation="up">a</section>',
            'data-orientation="up"',
        ),
        ("<html><head><meta/></head><body>a</body></html>", "<meta>"),
        ("<div>" * 100 + "a", "<div>"),
        ("<b>" * 100 + "a", "<b>"),
    ],
)
def test_what_the_vocabulary_does_not_know_is_named(html, piece):
    with pytest.raises(UnknownPiece) as raised:
        read_body(html)
    assert raised.value.code == "unknown_piece"
    assert raised.value.details["piece"] == piece
    assert str(raised.value).startswith(piece)


def test_nesting_beyond_all_measure_is_told():
    with pytest.raises(PaperError) as raised:
        read_body("<div>" * 100_000)
    assert raised.value.code == "too_deep"


@given(st.text())
def test_any_text_is_a_body_or_an_error_that_names_a_piece(html):
    try:
        blocks, annexes = read_body(html)
    except PaperError:
        return
    check(empty() | {"blocks": blocks, "annexes": annexes})


def test_a_long_table_is_read_quickly():
    row = f"<tr>{'<td>Nội dung</td>' * 8}</tr>"
    html = f"<table>{row * 5000}</table>"
    started = time.process_time()
    (table,) = blocks_of(html)
    assert len(table["rows"]) == 5000
    assert time.process_time() - started < 2

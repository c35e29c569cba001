import time

import pytest

from odoo.addons.dan_chu_co_so.lib.paper.from_html import read_body
from odoo.addons.dan_chu_co_so.lib.paper.rich_text import Unprintable, reduce

WORD_PASTE = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Kế hoạch</title>
<style>p.MsoNormal {margin:0}</style><!--[if gte mso 9]><xml><o:x>96</o:x></xml><![endif]--></head>
<body lang=VI><p class=MsoNormal align=center style='text-align:center'><b><span
style='font-size:14.0pt'>K\u1ebe HOẠCH<o:p></o:p></span></b></p>
<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times"'>
&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Mục thứ nhất</p>
<p class=MsoListParagraph><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span>Mục số</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p></body></html>
"""


@pytest.mark.parametrize(
    ("typed", "reduced"),
    [
        ("", ""),
        ("<p><br></p><p>&nbsp;</p>", ""),
        ("chữ trần<div>khối</div>", "<p>chữ trần</p><p>khối</p>"),
        ('<p style="text-align: center">a</p>', '<p class="centered">a</p>'),
        ('<div style="text-align:right"><p>a</p></div>', '<p class="right">a</p>'),
        ('<p style="text-align: justify" class="o_x">a</p>', "<p>a</p>"),
        ('<p class="note">a</p>', '<p class="note">a</p>'),
        ("<strong>a</strong> <em>b</em> <s>c</s>", "<p><b>a</b> <i>b</i> c</p>"),
        ('<span style="font-weight:700">a</span>', "<p><b>a</b></p>"),
        ('<b style="font-weight:normal">a</b>', "<p>a</p>"),
        (
            '<p style="font-style:italic">a<i style="font-style:normal">b</i></p>',
            "<p><i>a</i>b</p>",
        ),
        ('<font style="text-decoration-line: underline">a</font>', "<p><u>a</u></p>"),
        ('m<span style="vertical-align:super">2</span>', "<p>m<sup>2</sup></p>"),
        ("a<br>b<br>", "<p>a<br>b</p>"),
        ("<h1>I. MỤC ĐÍCH</h1>", '<h3 data-number="I.">MỤC ĐÍCH</h3>'),
        ("<h2><b>1.</b> Yêu cầu</h2>", '<h4 data-number="1.">Yêu cầu</h4>'),
        ("<h3>a) Các phòng</h3>", '<h5 data-number="a)">Các phòng</h5>'),
        ("<h6>1.2 Việc khác</h6>", '<h5 data-number="1.2">Việc khác</h5>'),
        ("<h1>Không số</h1>", '<h3 data-number="">Không số</h3>'),
        ("<h1>Chương II<br>QUY ĐỊNH</h1>", '<h1 data-number="Chương II">QUY ĐỊNH</h1>'),
        ("<h2>Mục 1. Công khai</h2>", '<h2 data-number="Mục 1.">Công khai</h2>'),
        ("<h2>Mục đích</h2>", '<h4 data-number="">Mục đích</h4>'),
        ("<h3>Điều 1. Phạm vi</h3>", '<h6 data-number="Điều 1.">Phạm vi</h6>'),
        ("<p>Điều 1. Ban hành</p>", "<p>Điều 1. Ban hành</p>"),
        ("<p><b>Điều 1.</b> Ban hành</p>", "<p><b>Điều 1.</b> Ban hành</p>"),
        ("<p><b>Điều 1. Phạm vi</b></p>", '<h6 data-number="Điều 1.">Phạm vi</h6>'),
        ('<h4 data-number="1.">2. a</h4>', '<h4 data-number="1.">2. a</h4>'),
        (
            "<ul><li>a</li><li class='oe-nested'><ul><li>b</li></ul></li></ul>",
            "<ul><li>a<ul><li>b</li></ul></li></ul>",
        ),
        ("<ul><li><ul><li>a</li></ul></li></ul>", "<ul><li>a</li></ul>"),
        (
            '<ol style="list-style-type: lower-alpha" start="3"><li><p>a</p><p>b</p></li></ol>',
            '<ol type="a" start="3"><li>a<p>b</p></li></ol>',
        ),
        (
            "<ol><li>a<table><tr><td>x</td></tr></table></li><li>b</li></ol>",
            (
                '<ol type="1"><li>a</li></ol>'
                '<table class="grid"><tbody><tr><td>x</td></tr></tbody></table>'
                '<ol type="1" start="2"><li>b</li></ol>'
            ),
        ),
        (
            '<ul class="o_checklist"><li class="o_checked">xong</li><li>chưa</li></ul>',
            "<ul><li>[x] xong</li><li>[ ] chưa</li></ul>",
        ),
        ("<ul><li>" * 8 + "a", "<ul><li>a</li></ul>"),
        ('<a href="https://x.example/a">đây</a>', "<p>đây (https://x.example/a)</p>"),
        ('<a href="https://x.example/">x.example</a>', "<p>x.example</p>"),
        ('<a href="mailto:a@x.example">a@x.example</a>', "<p>a@x.example</p>"),
        ('<a href="https://x.example"></a>', "<p>https://x.example</p>"),
        ('<a href="/web#id=1">hồ sơ</a><a href="javascript:x()">y</a>', "<p>hồ sơy</p>"),
        ("<blockquote>a<p>b</p></blockquote>", "<p>a</p><p>b</p>"),
        ("<pre>a\n  b <code>c</code></pre>", "<p>a</p><p>b c</p>"),
        ("<hr>a", "<p>a</p>"),
        ('a<br style="page-break-before:always">b', '<p>a</p><hr class="page-break"><p>b</p>'),
        ("<style>p{}</style><script>x()</script><!-- y -->a", "<p>a</p>"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<p>a</p><p>b</p>"),
        ("Vie\u0323\u0302t \x93Nam\x94 \u200b🙂", "<p>Việt “Nam” \u200b🙂</p>"),
        (
            WORD_PASTE,
            '<p class="centered"><b>KẾ HOẠCH</b></p><p>- Mục thứ nhất</p><p>1. Mục số</p>',
        ),
    ],
)
def test_what_is_typed_becomes_vocabulary(typed, reduced):
    assert reduce(typed) == reduced
    assert reduce(reduced) == reduced
    read_body(reduced)


def test_a_table_of_the_editor():
    typed = """
        <table class="table table-bordered o_table" style="width:100%"><caption>Bảng 1</caption>
        <colgroup><col style="width: 25%"><col style="width: 75%"></colgroup><tbody>
        <tr><th><p>STT</p></th><th>Việc</th></tr>
        <tr style="height:20px"><td style="text-align:center"><p>1</p></td>
        <td><ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table></td></tr>
        <tr><td rowspan="9">2</td></tr></tbody></table>
    """
    assert reduce(typed) == (
        '<p class="centered">Bảng 1</p><table class="grid" data-widths="25 75">'
        "<thead><tr><th>STT</th><th>Việc</th></tr></thead>"
        '<tbody><tr><td style="text-align: center">1</td>'
        "<td><p>- a</p><p>- b</p><p>c</p><p>d</p></td></tr>"
        "<tr><td>2</td><td></td></tr></tbody></table>"
    )


def test_a_numbered_list_in_a_cell_keeps_its_numbers():
    typed = (
        '<table class="plain"><tr><td width="50"><ol start="4"><li>a<li>b</ol><h2>1. c</h2></table>'
    )
    assert reduce(typed) == (
        '<table class="plain" data-widths="50"><tbody><tr>'
        "<td><p>4. a</p><p>5. b</p><p>1. c</p></td></tr></tbody></table>"
    )


def test_lists_deeper_than_a_line_has_room_go_on_at_the_last_level():
    typed = "".join(f"<ul><li>{place}" for place in range(8)) + "<p>thêm</p>"
    reduced = reduce(typed)
    assert reduced.count("<ul>") == 6
    assert "<li>6</li><li>7<p>thêm</p></li>" in reduced
    assert reduce(reduced) == reduced


@pytest.mark.parametrize("tag", ["img", "video", "iframe", "form", "svg", "input", "object"])
def test_what_cannot_be_printed_is_named_with_the_words_before_it(tag):
    with pytest.raises(Unprintable) as raised:
        reduce(f"<p>Xem hình sau: <{tag}></p>")
    assert raised.value.code == "unprintable"
    assert raised.value.details == {"piece": f"<{tag}>"}
    assert str(raised.value) == f"“…Xem hình sau:” <{tag}>"


def test_depth_is_no_danger_and_beyond_all_measure_it_is_told():
    assert reduce("<div><b>" * 900 + "a") == "<p><b>a</b></p>"
    with pytest.raises(Unprintable):
        reduce("<div>" * 100_000)


def test_a_long_table_and_a_long_text_are_reduced_quickly():
    cell = '<td style="text-align:center"><p>Nội dung</p></td>'
    row = f"<tr>{cell * 8}</tr>"
    long = f"<p>{'một đoạn văn dài ' * 20}<b>đậm</b></p>" * 4000
    started = time.process_time()
    assert reduce(f"<table>{row * 5000}</table>").count("<tr>") == 5000
    assert reduce(long).count("<p>") == 4000
    assert time.process_time() - started < 4

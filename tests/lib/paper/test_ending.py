import pytest

from odoo.addons.dan_chu_co_so.lib.paper.ending import with_end_mark
from odoo.addons.dan_chu_co_so.lib.paper.from_html import read_body


def _words(blocks):
    """The text of the blocks, one line a paragraph."""
    lines = []
    for block in blocks:
        if block["type"] == "list":
            for item in block["items"]:
                lines += _words(item["blocks"])
        elif block["type"] in ("paragraph", "heading"):
            lines.append("".join(run.get("text", "\n") for run in block["runs"]))
    return lines


@pytest.mark.parametrize(
    ("html", "last"),
    [
        ("<p>Một.</p><p>Hai.</p>", "Hai./."),
        ("<p>Một</p>", "Một./."),
        ("<p>Một <b>hai.</b></p>", "Một hai./."),
        ("<p>Một./.</p>", "Một./."),
        ("<p>Một.<br/></p>", "Một./."),
        ("<p>Như sau:</p><ul><li>Một;</li><li>Hai.</li></ul>", "Hai./."),
        ("<ul><li>Một<ul><li>Hai.</li></ul></li></ul>", "Hai./."),
        (
            '<p>Một.</p><h6 data-number="Điều 2.">Thi hành từ ngày ký.</h6>',
            "Thi hành từ ngày ký./.",
        ),
        ("<p>Một.</p><h3>Tổ chức thực hiện</h3>", "Tổ chức thực hiện./."),
        ("<ol><li>Một;</li><li>Hai;<p>Ba.</p></li></ol>", "Ba./."),
        ('<table><tr><td>Một</td></tr></table><p class="note">Hai.</p>', "Hai./."),
        ('<p>Một.</p><hr class="page-break"/>', "Một./."),
    ],
)
def test_the_mark_follows_the_last_words(html, last):
    blocks, _annexes = read_body(html)
    marked = _words(with_end_mark(blocks, "./."))
    assert marked[-1] == last
    assert marked[:-1] == _words(blocks)[:-1]


@pytest.mark.parametrize(
    "html",
    [
        "",
        '<p>Một.</p><h3 data-number="I."></h3>',
        '<hr class="page-break"/>',
        '<div class="signatures"><div class="signature"><p class="office">MỘT</p></div></div>',
        '<p>Một.</p><table class="grid"><tr><td>Hai.</td></tr></table>',
        '<p>Một.</p><div class="fill" data-lines="3"></div>',
    ],
)
def test_what_ends_without_words_has_none(html):
    blocks, _annexes = read_body(html)
    assert with_end_mark(blocks, "./.") == blocks


def test_a_kind_without_a_mark_has_none():
    blocks, _annexes = read_body("<p>Một.</p>")
    for mark in (None, False, ""):
        assert with_end_mark(blocks, mark) == blocks


def test_the_bold_of_the_last_words_is_kept_and_the_blocks_are_not_changed():
    blocks, _annexes = read_body("<p>Một <b>hai.</b></p>")
    (paragraph,) = with_end_mark(blocks, "./.")
    assert paragraph["runs"][-1] == {"text": "hai./.", "bold": True}
    assert blocks[0]["runs"][-1]["text"] == "hai."

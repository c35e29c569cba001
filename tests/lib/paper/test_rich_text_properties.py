"""Whatever is typed or pasted: reduced once is reduced for good, it prints, no letter is lost."""

from html import escape

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from lxml.html import fromstring

from odoo.addons.dan_chu_co_so.lib.paper.blocks import check
from odoo.addons.dan_chu_co_so.lib.paper.from_html import read_body
from odoo.addons.dan_chu_co_so.lib.paper.rich_text import Unprintable, reduce
from odoo.addons.dan_chu_co_so.lib.paper.text import body_text

from tests.reports.papers import empty

TAGS = """
    p div span b i u sup sub h1 h2 h3 h6 ul ol li table caption colgroup col thead tbody tfoot tr td
    th a blockquote pre code br hr section center font o:p details unheard-of
"""
TAGS = TAGS.split()
TEXTS = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "\u00a0",
            "\n",
            "I. ",
            "1.2 ",
            "a) ",
            "Điều 1. ",
            "Chương II",
            "- ",
            "·",
            "a < b & c",
        ]
    ),
    st.text(st.sampled_from("aàáảãạăâđeéệ .,;()1IVX\u00a0"), max_size=8),
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        ' class="centered"',
        ' class="o_checklist"',
        ' class="oe-nested MsoNormal"',
        ' class="page-break"',
        ' class="plain"',
        ' data-number="II."',
        ' data-number=""',
        ' data-widths="1 2.5"',
        ' data-widths="0 x"',
        ' type="a" start="7"',
        ' type="A" start="-1"',
        ' colspan="2"',
        ' colspan="70" rowspan="3"',
        ' rowspan="0"',
        ' style="text-align: right; width: 33.333%"',
        ' style="text-align:center;font-weight:600"',
        ' style="font-weight:²;font-style:normal;text-decoration:underline"',
        ' style="page-break-before:always"',
        ' style="mso-list:Ignore"',
        ' width="120"',
        ' href="https://vanban.example/1"',
        ' align="right"',
    ]
)


def elements(children):
    return st.builds(
        lambda tag, attributes, inside: f"<{tag}{attributes}>{''.join(inside)}</{tag}>",
        st.sampled_from(TAGS),
        ATTRIBUTES,
        st.lists(children, max_size=4),
    )


PAGES = st.recursive(TEXTS.map(escape), elements, max_leaves=25)
SOUP = st.lists(
    st.one_of(
        st.sampled_from([*TAGS, "script", "style", "!--", "![if x]", "?xml", "title"]).flatmap(
            lambda tag: ATTRIBUTES.map(lambda attributes: f"<{tag}{attributes}>")
        ),
        st.sampled_from(TAGS).map("</{}>".format),
        st.text(max_size=6),
    ),
    max_size=25,
).map("".join)


def reduced(html):
    try:
        return reduce(html)
    except Unprintable:
        assume(False)


def check_html(html):
    once = reduced(html)
    assert reduce(once) == once
    blocks, annexes = read_body(once)
    assert not annexes
    check(empty() | {"blocks": blocks})
    return blocks


@settings(max_examples=400)
@given(PAGES)
@example("<ul>I. <h1>I. </h1><b>Điều 1. </b></ul>")
def test_a_well_formed_page(html):
    check_html(html)


@settings(max_examples=400)
@given(SOUP)
def test_a_page_of_loose_ends(html):
    check_html(html)


@given(st.text())
def test_any_text_at_all(html):
    check_html(html)


def is_found_in_order(needle, hay):
    rest = iter(hay)
    return all(letter in rest for letter in needle)


WORDS = st.text(st.sampled_from("abcxyzđôưạẹ ,;()"), max_size=10)
KEEPING = st.recursive(
    WORDS.map(escape),
    lambda children: st.builds(
        lambda tag, inside: f"<{tag}>{''.join(inside)}</{tag}>",
        st.sampled_from([tag for tag in TAGS if tag not in ("br", "hr", "col", "caption")]),
        st.lists(children, max_size=4),
    ),
    max_leaves=25,
)


@settings(max_examples=400)
@given(KEEPING)
def test_every_letter_is_kept_in_its_order(html):
    typed = "".join(fromstring(f"<div>{html}").text_content().split())
    printed = "".join("".join(body_text(read_body(reduce(html))[0])).split())
    assert is_found_in_order(typed.casefold(), printed.casefold())

"""The page for those who edit bodies says what is so: its examples are read and printed."""

import re
from pathlib import Path

import pytest
from lxml.html import fragments_fromstring

from odoo.addons.dan_chu_co_so.lib.paper.blocks import STYLES, check
from odoo.addons.dan_chu_co_so.lib.paper.from_html import SIGNATURE_PARTS, read_body
from odoo.addons.dan_chu_co_so.lib.paper.text import annex_text, body_text
from odoo.addons.dan_chu_co_so.lib.paper.vocabulary import ATTRIBUTES, CLASSES

from tests.reports.papers import empty

PAGE = Path(__file__).parents[3] / "docs" / "tu-vung-van-ban.md"
EXAMPLES = re.findall(r"```html\n(.*?)```\n\n```text\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize(("html", "printed"), EXAMPLES)
def test_an_example_prints_what_the_page_says(html, printed):
    blocks, annexes = read_body(html)
    check(empty() | {"blocks": blocks, "annexes": annexes})
    words = body_text(blocks) + [line for annex in annexes for line in annex_text(annex)]
    assert words == printed.splitlines()


def nodes():
    for html, _printed in EXAMPLES:
        for fragment in fragments_fromstring(html):
            if not isinstance(fragment, str):
                yield from fragment.iter()


def test_every_example_has_its_print():
    assert PAGE.read_text("utf-8").count("```html") == len(EXAMPLES)


def test_every_piece_of_the_vocabulary_has_an_example():
    shown = {(node.tag, node.get("class")) for node in nodes()}
    needs_class = {"hr", "section"}
    known = {(name, None) for name in ATTRIBUTES if "." not in name and name not in needs_class}
    known |= {(tag, css) for tag, classes in CLASSES.items() for css in classes}
    known |= {("p", part) for part in SIGNATURE_PARTS}
    shown |= {("table", None)}  # "grid" is what a table without a class is
    assert known - shown == set()


def test_every_attribute_has_an_example():
    shown = {(node.tag, name) for node in nodes() for name in node.attrib}
    known = {
        (name.partition(".")[0], attribute)
        for name, attributes in ATTRIBUTES.items()
        for attribute in attributes
    }
    cells = {("th", "data-align"), ("td", "colspan"), ("td", "rowspan"), ("th", "style")}
    assert known - shown <= cells


def test_every_style_of_paragraph_is_in_the_table():
    named = re.findall(r"^\| `(\w+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)
    assert set(named) == set(STYLES) - {"body"}

"""What an archive and a screen reader ask of the file."""

import io
import re
import unicodedata
import zlib

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.paper.pdf import preview_pages, write_pdf
from odoo.addons.dan_chu_co_so.lib.paper.text import plain_text

from tests.reports.paper.measuring import output_of
from tests.reports.papers import EXTREMES, KINDS, letter, plan
from tests.reports.pieces import p, paper

VIETNAMESE = "aăâeêioôơuưyđ" + "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"


def letters(text):
    return re.sub(r"\s", "", text)


def letters_of(pdf):
    """In the order of the file's content, what stands in the upper margin left out."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        chars = [char for page in document.pages for char in page.chars if char["top"] > 56]
    return letters("".join(char["text"] for char in chars))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_prints_all_its_words(kind):
    content = KINDS[kind]()
    printed, meant = letters_of(write_pdf(content)), letters("".join(plain_text(content)))
    if kind in ("plan", "wide_annex"):  # heads of tables stand there once a page
        assert set(meant) <= set(printed)
        assert len(printed) >= len(meant)
    elif kind in ("letter", "minutes", "resolution"):  # foot: signatures first, then recipients
        assert sorted(printed) == sorted(meant)
    else:
        assert printed == meant


@settings(max_examples=25, deadline=None)
@given(st.text(VIETNAMESE + VIETNAMESE.upper() + " ,.;", min_size=1, max_size=300))
def test_diacritics_survive(text):
    content = paper([p(unicodedata.normalize("NFD", text))], head={"title": "KẾ HOẠCH"})
    printed = letters_of(write_pdf(content))
    assert letters(unicodedata.normalize("NFC", text)) in printed
    assert unicodedata.is_normalized("NFC", printed)


def test_the_same_content_and_date_give_the_same_bytes_also_in_another_process():
    first = write_pdf(plan())
    assert write_pdf(plan()) == first
    program = (
        "import zlib\n"
        "from odoo.addons.dan_chu_co_so.lib.paper.pdf import write_pdf\n"
        "from tests.reports.papers import plan\n"
        "print(zlib.crc32(write_pdf(plan())))"
    )
    out = output_of(program)
    assert int(out) == zlib.crc32(first)


def test_the_date_of_the_file_is_that_of_the_paper():
    assert write_pdf(plan() | {"day": "2026-02-03"}) != write_pdf(plan())
    for day, expected in (("2026-02-03", "D:20260203"), (None, "D:20000101")):
        with pdfplumber.open(io.BytesIO(write_pdf(plan() | {"day": day}))) as document:
            assert document.metadata["CreationDate"].startswith(expected)


def test_it_is_tagged_pdf_a_2a_in_vietnamese_with_its_title():
    pdf = write_pdf(plan())
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        catalog = document.doc.catalog
        assert catalog["Lang"] in (b"vi", b"vi-VN")
        assert catalog["MarkInfo"]["Marked"]
        assert document.metadata["Title"] == plan()["name"]
        tags = _tags(document.structure_tree)
        fonts = {char["fontname"] for char in document.pages[0].chars}
    assert {"Document", "P", "H1", "H2", "Table", "TH", "TD"} <= tags
    assert all(re.match(r"[A-Z]{6}\+(LiberationSerif|TimesNewRoman)", font) for font in fonts)


def _tags(elements):
    return {tag for part in elements for tag in (part["type"], *_tags(part.get("children", [])))}


def test_the_preview_shows_the_pages_of_the_print():
    with pdfplumber.open(io.BytesIO(write_pdf(plan()))) as document:
        count = len(document.pages)
    pages, total = preview_pages(plan())
    assert len(pages) == total == count
    assert all(page.startswith("<svg") for page in pages)
    assert preview_pages(plan(), first=2, count=1) == ([pages[2]], count)
    assert preview_pages(plan(), first=count) == ([], count)


@pytest.mark.parametrize("builder", [letter, EXTREMES["empty"]])
def test_a_short_paper_is_one_page(builder):
    assert preview_pages(builder())[1] == 1

"""The Word file says what the PDF says: words, order, bold and italic."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.paper.pdf import write_pdf
from odoo.addons.dan_chu_co_so.lib.paper.text import plain_text
from odoo.addons.dan_chu_co_so.lib.paper.word import write_word

from tests.reports import papers, pieces
from tests.reports.paper.reading import looks_of_pdf, looks_of_word, paragraphs, word, words_of

# Overrides of the writing direction turn letters round in the PDF: no reader hands them on.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
SAMPLES = {**papers.KINDS, **papers.EXTREMES, "many_pages": lambda: papers.many_pages(3)}
every_sample = pytest.mark.parametrize("build", SAMPLES.values(), ids=SAMPLES)


@every_sample
def test_the_words_are_those_of_the_paper_in_their_order(build):
    paper = build() | {"draft": False}
    address = paper["head"]["address"]
    document = word(write_word(paper))
    paper["head"]["address"] = None
    assert words_of(document) == " ".join(plain_text(paper)).split()
    footer = document.sections[0].first_page_footer
    assert [line.text for line in footer.paragraphs if line.text] == ([address] if address else [])


@every_sample
def test_every_letter_looks_as_in_the_pdf(build):
    paper = json.loads(TURNING.sub("", json.dumps(build(), ensure_ascii=False)))
    printed = looks_of_pdf(write_pdf(paper), paper["head"]["address"])
    assert looks_of_word(word(write_word(paper))) == printed


@every_sample
def test_a_draft_says_so_in_both_prints(build):
    paper = build() | {"draft": True}
    document = word(write_word(paper))
    assert [line.style.name for line in paragraphs(document) if line.text == "DỰ THẢO"] == [
        "DC Dự thảo"
    ]
    assert all(
        section.header.paragraphs[0].text.endswith("\tDỰ THẢO") for section in document.sections
    )
    assert " ".join(words_of(document)).count("DỰ THẢO") == 1


def test_marks_of_a_run_add_to_those_of_its_style():
    marked = [
        {"text": "đậm ", "bold": True},
        {"text": "nghiêng ", "italic": True},
        {"text": "gạch ", "underline": True},
        {"break": True},
        {"text": "mũ", "sup": True},
        {"text": "chân", "sub": True},
    ]
    paper = pieces.paper(
        [{"type": "paragraph", "style": style, "runs": marked} for style in ("body", "base")],
        head={"title": "THÔNG BÁO"},
    )
    data = write_word(paper)
    assert looks_of_word(word(data)) == looks_of_pdf(write_pdf(paper))
    runs = next(line for line in paragraphs(word(data)) if "đậm" in line.text).runs
    assert [bool(run.underline) for run in runs] == [False, False, True, False, False, False]
    assert [run.font.superscript for run in runs][4:] == [True, False]
    assert [run.font.subscript for run in runs][4:] == [False, True]


@pytest.mark.parametrize(
    ("broken", "written"),
    [
        ("chuông\x07 và\x00 không", "chuông và không"),
        ("nửa \ud83d đôi", "nửa đôi"),
        ("thẻ\tvà\ndòng\u2028mới", "thẻ và dòng mới"),
        ("không phải chữ \ufffe\uffff.", "không phải chữ ."),
        ("to\u0309 chu\u031b\u0301c", "tỏ chức"),
    ],
)
def test_what_xml_cannot_hold_does_not_stop_the_writer(broken, written):
    paper = pieces.paper([pieces.p(broken)], head={"title": broken, "subject": [broken]})
    document = word(write_word(paper))
    lines = [" ".join(line.text.split()) for line in paragraphs(document)]
    assert lines.count(written) == 3
    assert " ".join(document.core_properties.title.split()) == f"{written} {written}"


@given(st.text(st.characters(exclude_categories=[]), max_size=60))
def test_any_text_at_all_opens_again(text):
    paper = pieces.paper([pieces.p(text)], head={"issuer": [text], "title": text})
    paper["annexes"] = [pieces.annex([pieces.table([text], [[text]], [1])], text, label=text)]
    assert word(write_word(paper)).sections[1].start_type == 2

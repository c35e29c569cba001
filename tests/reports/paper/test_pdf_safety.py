"""Papers that are hostile or huge, machines without fonts, workers that live long."""

import io
import re
import threading
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.paper import pdf, typesetter
from odoo.addons.dan_chu_co_so.lib.paper.blocks import PaperError
from odoo.addons.dan_chu_co_so.lib.paper.pdf import preview_pages, write_pdf

from tests.reports.paper.measuring import output_of, sheets
from tests.reports.papers import EXTREMES, decision, many_pages, plan, wide_annex
from tests.reports.pieces import h, p, paper, signature


def text_of(content):
    return " ".join(line.text for page in sheets(write_pdf(content)) for line in page.lines)


def test_hostile_text_is_printed_as_text():
    content = EXTREMES["hostile"]()
    printed = re.sub(r"\s", "", text_of(content))
    for attack in ('#read("/etc/passwd")', "#import", '#panic("x")', "$x^2$", "INCLUDETEXT"):
        assert attack in printed
    assert "root:" not in printed


@settings(max_examples=40, deadline=None)
@example("", "\u0e31")  # a mark of a foreign script, on a space
@example("\ud7fc", "")  # a title of letters that no font has
@given(st.text(max_size=60), st.text(st.characters(codec="utf-8"), max_size=60))
def test_no_text_makes_it_fail(one, other):
    content = paper(
        [p(one), h(3, one, other), p(other, "addressee")],
        head={"issuer": [one], "title": other, "subject": [one, other], "number": one},
        recipients=[other],
        signatures=[signature(one, name=other)],
    )
    assert write_pdf(content).startswith(b"%PDF-")


def test_the_layout_can_read_nothing_outside_its_folder(tmp_path, monkeypatch):
    folder = tmp_path / "reports"
    folder.mkdir()
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    monkeypatch.setattr(typesetter, "LAYOUT", folder)
    for attack in (
        f'#read("{secret}")',
        '#read("../secret.txt")',
        '#read("/../secret.txt")',
        '#import "@preview/none-such:1.0.0": x',
    ):
        (folder / "paper.typ").write_text(attack)
        with pytest.raises(PaperError) as caught:
            write_pdf(plan())
        assert caught.value.code == "not_printable"


def test_the_layout_reads_no_file_and_no_package():
    for file in typesetter.LAYOUT.glob("*.typ"):
        source = file.read_text()
        assert not re.search(r"#?\b(read|eval|plugin|csv|yaml|toml|xml)\(|@preview", source)
        # A picture is one that came with the content, never a file.
        assert not re.search(r"\bimage\((?!\s*bytes\()", source)
        assert set(re.findall(r'#import "([^"]+)"', source)) <= {
            "common.typ",
            "letterhead.typ",
            "blocks.typ",
            "foot.typ",
        }


def test_emoji_and_letters_of_no_font_are_printed_or_replaced():
    printed = text_of(paper([p("Vui 😀 hiếm \U00020bb7 hết \U000e0041.\u0301\u0302")], head={}))
    assert "Vui" in printed
    assert "hiếm □ hết" in printed


def test_control_letters_and_broken_ones_do_no_harm():
    printed = text_of(paper([p("Một\x00hai\tba\ud800bốn\ufffenăm\nsáu\ufdd0bảy")], head={}))
    assert "Một hai ba bốn năm sáu bảy" in printed


def test_a_long_title_and_a_long_word_stay_on_the_page():
    for content in (EXTREMES["long_title"](), paper([p("x" * 500)], head={"title": "Y" * 500})):
        for page in sheets(write_pdf(content)):
            assert max(line.right for line in page.lines) <= 195.2
            assert min(line.left for line in page.lines) >= 29.8


@pytest.mark.parametrize("part", ["blocks", "annexes"])
def test_nothing_filled_in_is_no_error(part):
    empty = {"label": None, "title": None, "reference": None, "landscape": False, "blocks": []}
    blocks = [
        p(""),
        h(3, None, ""),
        h(1, "Phần I", ""),
        {"type": "list", "items": [{"label": "-", "blocks": []}]},
        {"type": "addressees", "label": "Kính gửi:", "names": []},
        {"type": "signatures", "columns": []},
        {"type": "table", "border": True, "widths": None, "head": [], "rows": []},
        {"type": "page_break"},
        {"type": "page_break"},
    ]
    content = EXTREMES["empty"]() | {part: blocks if part == "blocks" else [empty, empty]}
    assert write_pdf(content).startswith(b"%PDF-")


def test_without_a_font_it_says_which_to_install(monkeypatch):
    monkeypatch.setattr(pdf, "FONTS", ("No Such Serif",))
    for task in (write_pdf, preview_pages):
        with pytest.raises(PaperError, match="fonts-liberation2") as caught:
            task(decision())
        assert caught.value.code == "font_missing"
        assert caught.value.details["package"] == "fonts-liberation2"


def test_a_folder_of_fonts_may_be_given(tmp_path, monkeypatch):
    assert write_pdf(decision(), font_folders=[tmp_path]) == write_pdf(decision())
    monkeypatch.setenv("TYPST_FONT_PATHS", str(tmp_path))
    assert write_pdf(decision(), font_folders=[tmp_path]) == write_pdf(decision())


def test_three_hundred_pages():
    content = many_pages()
    with pdfplumber.open(io.BytesIO(write_pdf(content))) as document:
        count = len(document.pages)
        last = document.pages[-1].extract_text()
    assert count > 240
    assert "Nguyễn Văn An" in last
    pages, total = preview_pages(content, first=100, count=2)
    assert (len(pages), total) == (2, count)


def test_an_annex_of_five_thousand_rows_leaves_no_memory_behind():
    write_pdf(plan())
    before = resident()
    with pdfplumber.open(io.BytesIO(write_pdf(wide_annex(5000)))) as document:
        assert len(document.pages) > 500
    assert resident() - before < 150


def test_memory_stays_bounded_over_a_thousand_prints():
    program = (
        "from tests.reports.paper.test_pdf_safety import resident, write_pdf\n"
        "from tests.reports.papers import decision\n"
        "from tests.reports.pieces import p\n"
        "for number in range(1000):\n"
        "    content = decision()\n"
        "    content['blocks'] += [p(f'Điều {number} của {place}') for place in range(30)]\n"
        "    write_pdf(content)\n"
        "    if number == 100: before = resident()\n"
        "print(resident() - before)"
    )
    out = output_of(program)
    assert float(out) < 40


def resident():
    """Megabytes of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def test_what_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(pdf, "SECONDS", 0.05)
    with pytest.raises(PaperError) as caught:
        write_pdf(many_pages())
    assert caught.value.code == "too_big"


def test_in_a_process_of_its_own_it_is_the_same(monkeypatch):
    inside, pages = write_pdf(plan()), preview_pages(plan())
    content = plan()
    content["blocks"].append(p("hiếm \U00020bb7"))
    replaced = write_pdf(content)
    monkeypatch.setattr(pdf, "BIG", 0)
    assert write_pdf(plan()) == inside
    assert preview_pages(plan()) == pages
    assert write_pdf(content) == replaced


def test_threads_print_at_the_same_time():
    expected = [write_pdf(plan()), write_pdf(decision())]
    results = {}

    def work(place):
        results[place] = write_pdf([plan, decision][place % 2]())

    threads = [threading.Thread(target=work, args=(place,)) for place in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [results[place] for place in range(12)] == expected * 6

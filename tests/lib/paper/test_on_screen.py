from odoo.addons.dan_chu_co_so.lib.paper.on_screen import on_screen
from odoo.addons.dan_chu_co_so.lib.paper.rich_text import reduce


def shown(text):
    return on_screen(reduce(text))


def test_numbers_of_articles_and_headings_stand_in_the_text():
    text = shown("<p><b>Điều 1. Thông qua</b></p><h2>2. Kết quả</h2><p>Hết</p>")
    assert "Điều 1. Thông qua" in text
    assert ">2. Kết quả<" in text
    assert "data-number" not in text


def test_a_number_keeps_its_distance_from_what_is_marked():
    assert "1. <i>Kết quả</i>" in shown("<h2>1. <i>Kết quả</i></h2>")


def test_what_is_typed_stays_text():
    text = shown("<p>&lt;script&gt; 1 &lt; 2</p>&lt;b&gt;")
    assert "<script>" not in text
    assert "<b>" not in text
    assert "&lt;script&gt; 1 &lt; 2" in text


def test_nothing_is_nothing_to_see():
    assert shown("") == "<div></div>"


def test_tables_are_those_of_the_web_client():
    cell = "<tr><td>1</td></tr>"
    text = shown(f'<table class="table-bordered">{cell}</table>')
    assert 'class="table ' in text
    assert "grid" not in text

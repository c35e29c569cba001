import pytest

from odoo.addons.dan_chu_co_so.lib.paper.addressed import is_addressed
from odoo.addons.dan_chu_co_so.lib.paper.from_html import read_body


@pytest.mark.parametrize(
    "html",
    [
        '<div class="addressees" data-label="Kính gửi:"><p>Sở Nội vụ</p></div>',
        '<p>Một.</p><div class="addressees"><p>Sở Nội vụ</p><p>Sở Tài chính</p></div>',
        '<p class="addressee">Kính gửi: Ban Chỉ đạo</p><p>Một.</p>',
    ],
)
def test_a_line_that_names_whom_it_is_for(html):
    blocks, _annexes = read_body(html)
    assert is_addressed(blocks)


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Kính gửi: là hai chữ trong đoạn văn.</p><ul><li>Sở Nội vụ</li></ul>",
        '<div class="addressees" data-label="Kính gửi:"></div>',
        '<section class="annex"><p class="addressee">Kính gửi: Ban Chỉ đạo</p></section>',
    ],
)
def test_no_such_line(html):
    blocks, _annexes = read_body(html)
    assert not is_addressed(blocks)

import re

import qrcode
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.qr import svg

_STRETCH = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def drawn(text):
    """The black squares of the drawing, and how wide it is."""
    drawing = svg(text)
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', drawing)[1])
    black = set()
    for left, top, length, back in _STRETCH.findall(drawing):
        assert length == back
        black |= {(int(left) + step, int(top)) for step in range(int(length))}
    return black, size


@given(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=120))
def test_the_drawing_is_the_code(text):
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0, mask_pattern=3)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    black, size = drawn(text)
    assert size == len(matrix)
    assert black == {
        (left, top)
        for top, row in enumerate(matrix)
        for left, is_black in enumerate(row)
        if is_black
    }

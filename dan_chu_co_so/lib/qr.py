"""QR codes as drawings: sharp at every size, and black and white alone."""

import qrcode
from qrcode.constants import ERROR_CORRECT_M

# A phone reads every mask; looking for the prettiest one takes five times as long as the rest.
_MASK = 3


def svg(text):
    """The code of a text as SVG, without the quiet zone around it."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(
        f"M{start} {down}h{length}v1h-{length}z"
        for down, row in enumerate(rows)
        for start, length in _runs(row)
    )
    size = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<path d="{path}"/></svg>'
    )


def _runs(row):
    """(place, length) of the black stretches."""
    start = None
    for place, is_black in enumerate([*row, False]):
        if is_black and start is None:
            start = place
        elif not is_black and start is not None:
            yield start, place - start
            start = None

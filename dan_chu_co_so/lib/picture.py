"""A picture that is printed: as JPEG, no larger than print needs, and an SVG that carries it."""

import base64
from io import BytesIO

from PIL import Image, ImageOps

from . import upload

_TAKEN = ("image/jpeg", "image/png", "image/webp")
# A4 across at 300 dots an inch, A3 at 210.
LONGEST = 3508
_QUALITY = 85


def as_jpeg(content, longest=LONGEST):
    """The picture upright, without what cameras write beside it; `upload.Refused` if it is none."""
    if upload.check(content).mimetype not in _TAKEN:
        raise upload.Refused("not_a_picture")
    try:
        picture = Image.open(BytesIO(content))
        picture.draft("RGB", (longest, longest))
        picture = ImageOps.exif_transpose(picture)
        picture.thumbnail((longest, longest))
        picture = _on_white(picture)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise upload.Refused("damaged") from None
    out = BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def svg_of(jpeg):
    """As text, which is what the layouts take."""
    data = base64.b64encode(jpeg).decode()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'width="297" height="210" viewBox="0 0 297 210">'
        '<image width="297" height="210" preserveAspectRatio="none" '
        f'xlink:href="data:image/jpeg;base64,{data}"/></svg>'
    )


def _on_white(picture):
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    white = Image.new("RGBA", seen.size, "white")
    white.alpha_composite(seen)
    return white.convert("RGB")

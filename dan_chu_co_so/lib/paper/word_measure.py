"""How long texts are in Times New Roman, for the lines drawn below them. All in twips."""

import unicodedata

from reportlab.pdfbase.pdfmetrics import stringWidth

_FONTS = {
    (False, False): "Times-Roman",
    (True, False): "Times-Bold",
    (False, True): "Times-Italic",
    (True, True): "Times-BoldItalic",
}


def width_of(text, size, bold=False, italic=False):
    """Width of one line. Marks do not widen a letter, so the bare letters are measured."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    latin = bare.encode("latin-1", "replace").decode("latin-1")
    return round(20 * stringWidth(latin, _FONTS[bold, italic], size))


def line_height(size):
    """Of a line with single spacing."""
    return round(20 * 1.149 * size)


def wrapped(text, room, size, bold=False):
    """The widths of the lines the text takes where `room` is wide."""
    space = width_of(" ", size, bold)
    widths = []
    for word in text.split():
        width = width_of(word, size, bold)
        if widths and widths[-1] + space + width <= room:
            widths[-1] += space + width
        else:
            widths.append(min(width, room))
    return widths


def balanced(texts, room, size, bold=False):
    """The narrowest room in which the texts take no more lines: no last line of one word."""

    def lines(width):
        return sum(len(wrapped(text, width, size, bold)) for text in texts)

    narrow, wide, wanted = room // 2, room, lines(room)
    while wide - narrow > 20:
        middle = (narrow + wide) // 2
        if lines(middle) > wanted:
            narrow = middle
        else:
            wide = middle
    return wide


def widest(texts, room, size, bold=False):
    """The longest line of the texts, wrapped."""
    return max((line for text in texts for line in wrapped(text, room, size, bold)), default=0)

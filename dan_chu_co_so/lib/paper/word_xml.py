"""Elements of WordprocessingML."""

import re
import unicodedata

from docx.oxml.ns import nsmap
from docx.oxml.parser import oxml_parser

_W = f"{{{nsmap['w']}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PREFIXES = {"w": nsmap["w"]}
# XML 1.0 cannot hold most of these, and no paper means them.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")


def w(tag, *children, **attributes):
    """`w("p", …)` is <w:p>…</w:p>; an attribute that is None is left out."""
    named = {_W + name: str(value) for name, value in attributes.items() if value is not None}
    element = oxml_parser.makeelement(_W + tag, named, _PREFIXES)
    for child in children:
        if child is not None:
            element.append(child)
    return element


def twips(millimetres):
    return round(millimetres * 1440 / 25.4)


def clean(text):
    """The text as XML can hold it, composed and on one line."""
    return unicodedata.normalize("NFC", _CONTROLS.sub(" ", text))


def text_run(text, marks=(), size=None):
    """One run; `marks` are names out of bold, italic, underline, sup, sub."""
    content = w("t")
    content.text = clean(text)
    content.set(_SPACE, "preserve")
    if not marks and not size:
        return w("r", content)
    return w(
        "r",
        w(
            "rPr",
            w("b") if "bold" in marks else None,
            w("i") if "italic" in marks else None,
            *((w("sz", val=2 * size), w("szCs", val=2 * size)) if size else ()),
            w("u", val="single") if "underline" in marks else None,
            w("vertAlign", val="superscript") if "sup" in marks else None,
            w("vertAlign", val="subscript") if "sub" in marks and "sup" not in marks else None,
        ),
        content,
    )


def line_break():
    return w("r", w("br"))


def tab():
    return w("r", w("tab"))


def runs(pieces):
    """The runs of a block as elements."""
    return [
        line_break()
        if piece.get("break")
        else text_run(piece["text"], [mark for mark in piece if piece[mark] is True])
        for piece in pieces
    ]


def paragraph(style, *content, keep=False, align=None, **own):
    """A paragraph of runs and texts; what is given beside the style is this paragraph's own.

    `keep`: on one page with the next. `spacing` and `indent` are attributes in twips, `border`
    a <w:pBdr>, `tabs` are (kind, position in twips, leader).
    """
    tabs = own.get("tabs")
    return w(
        "p",
        w(
            "pPr",
            w("pStyle", val=style),
            w("keepNext") if keep else None,
            own.get("border"),
            w("tabs", *(w("tab", val=kind, pos=at, leader=leader) for kind, at, leader in tabs))
            if tabs
            else None,
            w("spacing", **own["spacing"]) if "spacing" in own else None,
            w("ind", **own["indent"]) if "indent" in own else None,
            w("jc", val=align) if align else None,
        ),
        *(text_run(piece) if isinstance(piece, str) else piece for piece in content),
    )


def field(instruction, shown):
    """A field Word works out itself; `shown` until it does."""
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", _instruction(instruction)),
        w("r", w("fldChar", fldCharType="separate")),
        text_run(shown),
        w("r", w("fldChar", fldCharType="end")),
    ]


def _instruction(instruction):
    element = w("instrText")
    element.text = f" {instruction} "
    return element


def borders(tag, spaces, **line):
    """<w:pBdr> or <w:tblBorders>: a line on each side named, so many points from the text."""
    line = {"val": "single", "sz": 4, "color": "auto"} | line
    return w(tag, *(w(side, space=space, **line) for side, space in spaces.items()))


def plain_table(widths, rows):
    """A table without lines; a row is a list of cells, a cell a list of paragraphs.

    The last cell of a row that is short of cells spans the columns that are left.
    """
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=sum(widths), type="dxa"),
            w("tblInd", w=0, type="dxa"),
            w("tblLayout", type="fixed"),
            cell_margins(0),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        *(_plain_row(widths, row) for row in rows),
    )


def _plain_row(widths, row):
    row_element = w("tr", w("trPr", w("cantSplit")))
    for place, cell in enumerate(row):
        last = place == len(row) - 1
        spanned = widths[place:] if last else widths[place : place + 1]
        span = w("gridSpan", val=len(spanned)) if len(spanned) > 1 else None
        properties = w("tcPr", w("tcW", w=sum(spanned), type="dxa"), span)
        row_element.append(w("tc", properties, *(cell or [w("p")])))
    return row_element


def cell_margins(margin):
    return w("tblCellMar", w("left", w=margin, type="dxa"), w("right", w=margin, type="dxa"))

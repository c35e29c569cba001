"""The vocabulary of the bodies: each tag with its classes and attributes, and what may not be.

Written down for people in docs/tu-vung-van-ban.md.
"""

import math

from .blocks import ALIGNMENTS, STYLES, PaperError
from .markup import is_editor_mark, styles
from .words import one_line, point, roman

INLINE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "sup": "sup",
    "sub": "sub",
    "span": None,
}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LABELS = {
    "1": lambda place: f"{place}.",
    "a": lambda place: f"{point(place)})",
    "i": lambda place: f"{roman(place).lower()})",
    "I": lambda place: f"{roman(place)}.",
}
MAX_START = 1_000_000
# The whole vocabulary: each tag with its classes and the attributes it may carry.
ATTRIBUTES = {
    "p": {"class"},
    "div": {"class"},
    "div.addressees": {"class", "data-label"},
    "div.signatures": {"class"},
    "div.signature": {"class"},
    "div.fill": {"class", "data-lines"},
    **{heading: {"data-number"} for heading in HEADINGS},
    **{tag: set() for tag in INLINE},
    "br": set(),
    "ul": set(),
    "ol": {"type", "start"},
    "li": set(),
    "table": {"class", "data-widths"},
    "thead": set(),
    "tbody": set(),
    "tr": set(),
    "td": {"colspan", "rowspan", "data-align", "style"},
    "th": {"colspan", "rowspan", "data-align", "style"},
    "hr": {"class"},
    "section": {"class"},
    "section.annex": {
        "class",
        "data-label",
        "data-title",
        "data-reference",
        "data-orientation",
    },
}
CLASSES = {
    "p": set(STYLES) - {"body"},
    "div": {"addressees", "signatures", "signature", "fill"},
    "table": {"grid", "plain"},
    "hr": {"page-break"},
    "section": {"body", "annex"},
}


class UnknownPiece(PaperError):
    """A tag, class, attribute or place that the vocabulary does not know."""

    def __init__(self, piece, why):
        super().__init__("unknown_piece", f"{piece}: {why}", piece=piece, why=why)


def known(node):
    """The name of a piece in ATTRIBUTES, its class and attributes checked."""
    tag, css = node.tag, node.get("class") or ""
    if tag not in ATTRIBUTES:
        raise UnknownPiece(f"<{tag}>", "is not in the vocabulary")
    if css and tag in CLASSES and css not in CLASSES[tag]:
        known = ", ".join(sorted(CLASSES[tag]))
        raise UnknownPiece(f'<{tag} class="{css}">', f"the classes of <{tag}> are {known}")
    name = f"{tag}.{css}" if css and f"{tag}.{css}" in ATTRIBUTES else tag
    only_attributes(node, ATTRIBUTES[name])
    return name if name != "section" or css != "body" else "section.body"


def only_attributes(node, allowed):
    for attribute in node.attrib:
        if attribute not in allowed and not is_editor_mark(attribute):
            value = node.get(attribute)
            raise UnknownPiece(
                f'<{node.tag} {attribute}="{value}">', f"<{node.tag}> takes no {attribute}"
            )


def only(node, tags):
    known(node)
    if node.tag not in tags:
        raise UnknownPiece(opening(node), f"cannot stand in <{node.getparent().tag}>")


def no_text_between(node):
    texts = [node.text, *(child.tail for child in node)]
    for text in texts:
        if text and text.strip():
            raise UnknownPiece(f"“{one_line(text)[:40]}”", f"stands loose in <{node.tag}>")


def opening(node):
    css = node.get("class")
    return f'<{node.tag} class="{css}">' if css else f"<{node.tag}>"


def whole(node, name, default, low, high):
    given = node.get(name)
    if given is None:
        return default
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 9 else -1
    if not low <= number <= high:
        raise UnknownPiece(
            f'<{node.tag} {name}="{given}">', f"is a whole number from {low} to {high}"
        )
    return number


def align_of(node):
    declared = styles(node.get("style"))
    align = node.get("data-align") or declared.get("text-align")
    if declared.keys() - {"text-align"}:
        raise UnknownPiece(f'style="{node.get("style")}"', "only text-align is known")
    if align and align not in ALIGNMENTS:
        raise UnknownPiece(f"text-align: {align}", f"is one of {', '.join(ALIGNMENTS)}")
    return align


def widths_of(node, columns):
    given = node.get("data-widths")
    if given is None:
        return None
    try:
        shares = [float(share) for share in given.split()]
    except ValueError:
        shares = []
    if len(shares) != columns or not all(0 < share < math.inf for share in shares):
        raise UnknownPiece(
            f'data-widths="{given}"', f"is one number above zero for each of {columns} columns"
        )
    return [int(share) if share.is_integer() else share for share in shares]

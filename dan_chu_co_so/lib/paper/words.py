"""Letters, numbers and stray characters of Vietnamese papers."""

import re
import unicodedata

# The alphabet by which points are counted: no f, j, w, z, and none of ă â ê ô ơ ư.
POINTS = "abcdđeghiklmnopqrstuvxy"

_ROMAN = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
]
_LARGEST_ROMAN = 3999

# XML cannot hold these, and no paper means them.
_NEVER = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\ufeff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
# Overrides of the writing direction make a paper read other than its text.
_DROPPED = re.compile(_NEVER.pattern[:-1] + "\u202a-\u202e\u2066-\u2069]")
_C1 = re.compile("[\x80-\x9f]")
_SPACE = re.compile("[ \t\n\r\f\v\u2028\u2029]+")


def point(place):
    """The letter of a point: 1 is a, 5 is đ; after y comes aa."""
    letters = ""
    while place > 0:
        place, rest = divmod(place - 1, len(POINTS))
        letters = POINTS[rest] + letters
    return letters or "0"


def roman(number):
    if not 1 <= number <= _LARGEST_ROMAN:
        return str(number)
    numeral = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        numeral += sign * count
    return numeral


def parseable(text):
    """`text` without what no parser takes. Not composed: that could join a tag with its text."""
    return _NEVER.sub("", text)


def clean(text):
    """Text as it is printed: composed (NFC), without control characters.

    Windows-1258 writes letter and tone apart, composing joins them. Its quotes and dashes, read
    as Latin-1, became control characters: they are quotes and dashes again.
    """
    text = _C1.sub(lambda found: _windows(found[0]), _DROPPED.sub("", text))
    return unicodedata.normalize("NFC", text)


def _windows(char):
    return char.encode("latin-1").decode("cp1252", "ignore")


def one_line(text):
    """Clean, with any white space as one space. A no-break space is no white space here."""
    return _SPACE.sub(" ", clean(text)).strip(" ")


def is_clean(text):
    return not _CONTROL.search(text) and unicodedata.is_normalized("NFC", text)


def cleaned(tree):
    """The same lists and dicts with every text on one clean line."""
    if isinstance(tree, str):
        return one_line(tree)
    if isinstance(tree, dict):
        return {key: cleaned(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [cleaned(value) for value in tree]
    return tree

"""Number and symbol of a paper (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3)."""

import re
import unicodedata

from .text import ROOM

_LONGEST = 7
# What fits into a column of whole numbers.
_LAST_KEY = 2**31 - 1
_WORD = re.compile(r"(số|so)\b\s*[:.]?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"0*([0-9]+)\s*([^\W\d_]{0,3})")


class NumberError(ValueError):
    """`code`: with_symbol, not_a_number, zero, too_long."""

    def __init__(self, code, text):
        super().__init__(f"{text!r} is not the number of a paper: {code}")
        self.code = code
        self.text = text


def clean_number(text, zero_below):
    """The number as it is stored and printed: " 5 " becomes "05"; nothing stays nothing.

    `zero_below`: smaller numbers get a zero in front. A letter may follow: "07a".
    """
    typed = " ".join(unicodedata.normalize("NFC", text or "").split())
    bare = _WORD.sub("", typed, count=1) if _WORD.match(typed) else typed
    if not bare:
        return ""
    match = _NUMBER.fullmatch(bare)
    if not match:
        raise NumberError("with_symbol" if "/" in bare else "not_a_number", typed)
    digits, letter = match.groups()
    if len(digits) > _LONGEST:
        raise NumberError("too_long", typed)
    number = int(digits)
    if not number:
        raise NumberError("zero", typed)
    return f"{'0' if number < zero_below else ''}{number}{letter}"


def number_key(text):
    """What numbers are sorted by: the digits it begins with, 0 if there are none."""
    digits = re.match(r"\s*0*([0-9]*)", text or "")[1]
    if len(digits) > len(str(_LAST_KEY)):
        return _LAST_KEY
    return min(int(digits or 0), _LAST_KEY)


def symbol(form, kind_code, issuer_code, drafter_code=""):
    """ "KH-TnS" for a paper with a kind's name, "BNV-VP" for an official letter."""
    if form not in ("kind_first", "issuer_first"):
        raise ValueError(f"{form!r} is no form of a symbol: kind_first, issuer_first")
    first = kind_code if form == "kind_first" else issuer_code
    second = issuer_code if form == "kind_first" else drafter_code
    parts = ((part or "").strip(" -–/") for part in (first, second))
    return unicodedata.normalize("NFC", "-".join(filter(None, parts)))


def reference(number, symbol):
    """ "63/KH-TnS", once there is a number."""
    return "/".join(filter(None, (number, symbol))) if number else ""


def printed_number(number, symbol):
    """ "Số: 63/KH-TnS"; without a number there is room to write it in."""
    if number:
        return f"Số: {reference(number, symbol)}"
    return f"Số:{ROOM}/{symbol}" if symbol else f"Số:{ROOM}"

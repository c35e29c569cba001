"""Vietnamese text as people type it when they look for something."""

import re
import unicodedata

from .typed_name import tidy

# Left on paper for what is filled in by hand; no-break, or layouts would close it up.
ROOM = "\u00a0" * 6
_D_WITH_STROKE = str.maketrans({"đ": "d", "Đ": "d"})


def fold(text):
    """Lower case without diacritics: "Hội nghị" becomes "hoi nghi"."""
    decomposed = unicodedata.normalize("NFD", text or "")
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(bare.translate(_D_WITH_STROKE).casefold().split())


def mentions(text, name):
    """Whether a name stands in a text, whatever signs, spaces and unseen letters are put in it."""
    words = _words(name)
    return bool(words) and f" {words} " in f" {_words(text)} "


def _words(text):
    composed = unicodedata.normalize("NFKC", tidy(text or ""))
    return " ".join(re.findall(r"[^\W_]+", fold(composed)))


def capitals(text):
    """As in letterheads and titles: "Ủy ban  nhân dân" becomes "ỦY BAN NHÂN DÂN"."""
    composed = unicodedata.normalize("NFC", text or "")
    return unicodedata.normalize("NFC", " ".join(composed.upper().split()))


def slug(text):
    """For the name of a file: "Kế hoạch số 5" becomes "ke-hoach-so-5"."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))

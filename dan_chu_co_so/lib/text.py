"""Vietnamese text as people type it when they look for something."""

import re
import unicodedata

# Left on paper for what is filled in by hand; no-break, or layouts would close it up.
ROOM = "\u00a0" * 6
_D_WITH_STROKE = str.maketrans({"đ": "d", "Đ": "d"})


def fold(text):
    """Lower case without diacritics: "Hội nghị" becomes "hoi nghi"."""
    decomposed = unicodedata.normalize("NFD", text or "")
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(bare.translate(_D_WITH_STROKE).casefold().split())


def capitals(text):
    """As in letterheads and titles: "Ủy ban  nhân dân" becomes "ỦY BAN NHÂN DÂN"."""
    composed = unicodedata.normalize("NFC", text or "")
    return unicodedata.normalize("NFC", " ".join(composed.upper().split()))


def slug(text):
    """For the name of a file: "Kế hoạch số 5" becomes "ke-hoach-so-5"."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))

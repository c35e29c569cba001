"""Vietnamese text as people type it when they look for something."""

import unicodedata

_D_WITH_STROKE = str.maketrans({"đ": "d", "Đ": "d"})


def fold(text):
    """Lower case without diacritics: "Hội nghị" becomes "hoi nghi"."""
    decomposed = unicodedata.normalize("NFD", text or "")
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(bare.translate(_D_WITH_STROKE).casefold().split())

"""Names as people type them: one way of writing each letter, and no letter that only looks like
one of another alphabet."""

import unicodedata

# Old converters write Đ with the capital of another letter, which looks the same.
_SAME = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "\u00a0": " ", "\u202f": " "})
# Latin letters that are no other letter with a mark on it.
_OWN_SHAPE = frozenset("đĐøØłŁßæÆœŒƀɃ")
_IN_A_NAME = frozenset(" '’ʼ-‐–.,()/")


def tidy(name):
    """The same name in composed letters, without signs that are not seen, with single spaces."""
    if not name:
        return name
    composed = unicodedata.normalize("NFC", name)
    seen = "".join(char for char in composed if not _is_unseen(char))
    return " ".join(unicodedata.normalize("NFC", seen).translate(_SAME).split())


def strange_letters(name, *, is_person):
    """What stands in a tidy name and in no name of that kind, each once, in its order.

    Letters are Latin. In the name of a person nothing else stands but the signs of names; that of
    a collective has figures and signs too, but none that is taken for a letter.
    """
    refused = (lambda char: not _stands_in_person(char)) if is_person else _is_foreign
    return list(dict.fromkeys(filter(refused, name or "")))


def _is_unseen(char):
    kind = unicodedata.category(char)
    # A mark without a place over or under its letter is a switch of how that is drawn.
    return (kind in ("Cf", "Cc", "Me") and not char.isspace()) or (
        kind == "Mn" and not unicodedata.combining(char)
    )


def _stands_in_person(char):
    return char in _IN_A_NAME or (unicodedata.category(char)[0] in "LM" and not _is_foreign(char))


def _is_foreign(char):
    kind = unicodedata.category(char)
    if kind[0] == "M":
        return not unicodedata.combining(char)
    if kind[0] == "L":
        return char not in _IN_A_NAME and not _is_latin(char)
    # Numerals and rings that are drawn as letters.
    return kind in ("Nl", "So", "Co", "Cn", "Cs")


def _is_latin(char):
    return char in _OWN_SHAPE or unicodedata.normalize("NFD", char)[0].isascii()

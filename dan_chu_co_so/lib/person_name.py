"""Vietnamese personal names: sorted by the given name, which stands last."""

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# Marks over a letter, in the order of the language: none, huyền, hỏi, ngã, sắc, nặng.
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_BREAK = "00"
_OF_THE_LETTER = "\u0302\u0306\u031b"


def sort_key(name):
    """A text that sorts as lists of names do: given name, then the others from the left.

    "Nguyễn Văn An" stands before "Trần Thị Bình", and "Bình" before "Bính".
    """
    words = (name or "").split()
    if not words:
        return ""
    ordered = [words[-1], *words[:-1]]
    # Digits alone: spaces and signs are passed over by the collations of some databases.
    return f"{_BREAK.join(map(_letters, ordered))}{_BREAK}{_BREAK}{''.join(map(_tones, ordered))}"


def _letters(word):
    """Two digits a letter: the place in the Vietnamese alphabet."""
    return "".join(f"{_place(base):02d}" for base, _tone in _parts(word))


def _tones(word):
    return "".join(str(tone) for _base, tone in _parts(word))


def _parts(word):
    """[(letter with its own hook or hat, number of its tone)]."""
    parts = []
    for char in unicodedata.normalize("NFD", word.casefold()):
        if char in _TONES[1:] and parts:
            parts[-1][1] = _TONES.index(char)
        elif char in _OF_THE_LETTER and parts:
            parts[-1][0] = unicodedata.normalize("NFC", parts[-1][0] + char)
        elif not unicodedata.combining(char):
            parts.append([char, 0])
    return parts


def _place(letter):
    found = _LETTERS.find(letter)
    return found + 1 if found >= 0 else 99

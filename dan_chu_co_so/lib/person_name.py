"""Vietnamese personal names: sorted by the given name, which stands last."""

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# Marks over a letter, in the order of the language: none, huyền, hỏi, ngã, sắc, nặng.
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_BREAK = "00"
_OF_THE_LETTER = "\u0302\u0306\u031b"


def sort_key(name):
    """A text that sorts as lists of names do: given name, then the others from the left.

    "Nguyễn Văn An" stands before "Trần Thị Bình", and every "Bình" before any "Bính".
    """
    words = (name or "").split()
    # Digits alone: spaces and signs are passed over by the collations of some databases.
    return "".join(map(_word_key, [*words[-1:], *words[:-1]]))


def _word_key(word):
    """Two digits a letter, its place in the alphabet; then the tone, over whichever letter it is
    written: "Hòa" is "Hoà"."""
    parts = _parts(word)
    tone = next((tone for _letter, tone in parts if tone), 0)
    return f"{''.join(f'{_place(letter):02d}' for letter, _tone in parts)}{_BREAK}{tone}"


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

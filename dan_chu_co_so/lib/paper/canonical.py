"""One spelling of a plain value, its hash, and where two values differ."""

import hashlib
import json
import math
import unicodedata
from itertools import zip_longest


class NotCanonical(ValueError):
    """A value that has no one spelling; says which and where."""


class _Absent:
    def __repr__(self):
        return "ABSENT"

    def __bool__(self):
        return False


ABSENT = _Absent()


def canonical(value):
    """Canonical JSON: sorted keys, no spaces, composed text, as it reads and not escaped."""
    return json.dumps(
        _settled(value, ()), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def sha256(value):
    data = value.encode() if isinstance(value, str) else value
    return hashlib.sha256(data).hexdigest()


def differences(old, new, path=()):
    """`(path, old, new)` of each leaf that differs; ABSENT stands for what one side lacks."""
    if isinstance(old, dict) and isinstance(new, dict):
        keys = [*old, *(key for key in new if key not in old)]
        return [
            found
            for key in keys
            for found in differences(old.get(key, ABSENT), new.get(key, ABSENT), (*path, key))
        ]
    if isinstance(old, list | tuple) and isinstance(new, list | tuple):
        return _differences_of_lists(list(old), list(new), path)
    same = old == new and isinstance(old, bool) == isinstance(new, bool)
    return [] if same else [(path, old, new)]


def _differences_of_lists(old, new, path):
    """What is equal at the end is set aside, so that one row put in does not shift all others."""
    tail = 0
    while tail < min(len(old), len(new)) and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    pairs = zip_longest(old[: len(old) - tail], new[: len(new) - tail], fillvalue=ABSENT)
    return [
        found
        for place, (before, after) in enumerate(pairs)
        for found in differences(before, after, (*path, place))
    ]


def _settled(value, path):
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return _text(value, path)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise NotCanonical(f"{_where(path)}: {value} is no number that JSON can hold")
        return value
    if isinstance(value, list | tuple):
        return [_settled(part, (*path, place)) for place, part in enumerate(value)]
    if isinstance(value, dict):
        return _settled_dict(value, path)
    raise NotCanonical(f"{_where(path)}: {type(value).__name__} is no plain value")


def _settled_dict(value, path):
    settled = {}
    for key, part in value.items():
        if not isinstance(key, str):
            raise NotCanonical(f"{_where(path)}: the key {key!r} is no text")
        composed = _text(key, path)
        if composed in settled:
            raise NotCanonical(f"{_where(path)}: the key {key!r} stands twice")
        settled[composed] = _settled(part, (*path, key))
    return settled


def _text(value, path):
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise NotCanonical(f"{_where(path)}: {value!r} holds half a character")
    return unicodedata.normalize("NFC", value)


def _where(path):
    return "/".join(map(str, path)) or "the value"

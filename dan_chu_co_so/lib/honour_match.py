"""Whom a row of past awards is about: names are compared without diacritics only where the exact
name is nobody's."""

from collections import defaultdict
from difflib import get_close_matches

from .text import fold


class Book:
    """Names, each with a key and the names of the sections it may be told apart by."""

    def __init__(self, entries):
        self._exact, self._folded, self._names = defaultdict(list), defaultdict(list), {}
        for key, name, sections in entries:
            entry = (key, {fold(section) for section in sections if section})
            self._exact[_tidy(name)].append(entry)
            self._folded[fold(name)].append(entry)
            self._names[fold(name)] = name

    def find(self, name, section=""):
        """The keys that fit, of which the section chooses."""
        found = self._exact.get(_tidy(name)) or self._folded.get(fold(name)) or []
        wanted = fold(section)
        if len(found) > 1 and wanted:
            within = [entry for entry in found if any(wanted in each for each in entry[1])]
            found = within or found
        return [key for key, _sections in found]

    def nearest(self, name):
        """The name that was meant, if one is close by: of "Lao động tiên tến" the right one."""
        close = get_close_matches(fold(name), self._names, n=1, cutoff=0.85)
        return self._names[close[0]] if close else ""


def _tidy(name):
    return " ".join((name or "").split()).casefold()


def same_award(subject, award, year, period, decision):
    """By which an award that stands there already is known."""
    return subject, fold(award), (year or "").strip(), fold(period), fold(decision)

"""How often: "hằng tháng", "định kỳ 6 tháng, một năm", "02 lần/năm", on folded text."""

import re

from .task_calendar import RECURRENCES

_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "sau": 6, "nua": 0.5}
_COUNT = rf"(?:[0-9]{{1,2}}|{'|'.join(_NUMBERS)})"
# Without diacritics a quarter is also the first syllable of rules, orders and sizes; a month
# with a number after it is one month.
_PERIOD = (
    rf"(?:\b{_COUNT} ?)?\b(?:tuan|thang|qu[yi](?! (?:dinh|che|trinh|mo|uoc|hoach)\b)|nam)\b"
    r"(?! ?(?:[0-9]{4}|[0-9]{1,2} ?(?:/|nam|$)|[ivx]+\b|(?:dau|cuoi|hoc [0-9])))"
)
_AND = r"(?: ?[,/] ?| va )"
_PERIODS = rf"{_PERIOD}(?:{_AND}(?:hang )?{_PERIOD})*"
_RECURRENCE = re.compile(
    rf"\b(?P<times>{_COUNT}) lan ?(?:/|moi|trong|tren|mot)? ?(?P<each>{_PERIOD})"
    rf"|\b(?:hang|moi|dinh ky) (?P<every>{_PERIODS})(?:,? (?P<often>{_COUNT}) lan\b)?"
    rf"|(?P<once>{_PERIOD}) ?/? ?(?P<again>{_COUNT}) lan\b"
    rf"|(?P<one>{_PERIOD}) ?/ ?lan\b"
)
_ONLY_PERIODS = re.compile(
    rf"(?:bao cao )?(?P<every>(?:0?6|sau) thang|{_PERIOD}(?:{_AND}{_PERIOD})+)"
)
_EACH_PERIOD = re.compile(rf"(?:\b({_COUNT}) ?)?\b(tuan|thang|qu[yi]|nam)\b")
_MONTHS = {"thang": 1, "quy": 3, "qui": 3, "nam": 12}
_BY_MONTHS = {1: "monthly", 3: "quarterly", 6: "half_yearly", 12: "yearly"}


def recurrences_in(folded):
    """(recurrences, the most frequent first; the text with them blanked out)."""
    only = _ONLY_PERIODS.fullmatch(folded.strip(" .,"))
    if only:
        return _by_frequency(_read(only["every"], 1)), ""
    found = []
    for match in _RECURRENCE.finditer(folded):
        periods = match["each"] or match["every"] or match["once"] or match["one"]
        times = match["times"] or match["often"] or match["again"] or "1"
        found += _read(periods, max(_number(times), 1))
    return _by_frequency(found), _RECURRENCE.sub(lambda match: " " * len(match[0]), folded)


def _read(periods, times):
    found = []
    for count, unit in _EACH_PERIOD.findall(periods):
        number = _number(count or "1")
        if unit == "tuan":
            found.append("weekly" if number <= times else None)
        else:
            # "02 lần/tháng" is seen to once a month.
            found.append(_BY_MONTHS.get(max(number * _MONTHS[unit] / times, 1)))
    return found


def _by_frequency(found):
    return sorted(set(filter(None, found)), key=RECURRENCES.index)


def _number(text):
    return _NUMBERS.get(text) or int(text)

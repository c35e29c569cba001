"""The days, months, quarters … named in a phrase, on text folded to bare lower-case letters."""

import re
from dataclasses import dataclass, replace
from datetime import date

from .task_calendar import (
    NoSuchTime,
    school_year_span,
    span,
    third_of_month,
    week_of_month,
)

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Four digits outside these are a slip of the keyboard."""

LONGEST_TURN = 200
"""Days a span without its years may have when it runs into the next year."""

_NUMBER = r"([0-9]{1,2})(?![0-9])"
_YEAR = r"(?:(?:\s*[/-]\s*|,?\s+(?:nam\s+)?)([0-9]{4})(?![0-9]))?"
_YEAR_OF_DAY = r"(?:(?:\s*/\s*|,?\s+nam\s+)([0-9]{4}|[0-9]{2})(?![0-9]))?"
_WEEKS = {"dau": 1, "nhat": 1, "hai": 2, "ba": 3, "tu": 4, "cuoi": 0}
_THIRDS = {"dau": 0, "thuong": 0, "giua": 1, "trung": 1, "cuoi": 2, "ha": 2}
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
ROMAN = {number: roman.upper() for roman, number in _ROMANS.items()}

_POINTS = {
    "half_year": r"\b(?:0?6|sau)\s+thang\s+(dau|cuoi)(?:\s+nam\b(?!\s+hoc))?(?:\s*/?\s*([0-9]{4}))?",
    "school_year": r"\bnam\s+hoc\b(?:\s+([0-9]{4})\s*-\s*[0-9]{4})?",
    "week": rf"\btuan\s+(?:le\s+)?(?:thu\s+)?([1-5]|{'|'.join(_WEEKS)})(?:\s+cua)?,?"
    rf"\s+thang\s+{_NUMBER}{_YEAR}",
    "third": rf"\b(?:(dau|giua|cuoi)|(thuong|trung|ha)\s+tuan)(?:\s+cua)?\s+thang\s+"
    rf"{_NUMBER}{_YEAR}",
    "dotted": r"(?:\bngay\s+)?(?<![0-9/])([0-9]{1,2})([.-])([0-9]{1,2})\2([0-9]{4})(?![0-9])",
    "day": rf"(?:\bngay\s+)?(?<![0-9/]){_NUMBER}(?:\s*/\s*|\s*/?\s*thang\s+){_NUMBER}{_YEAR_OF_DAY}",
    "month": rf"\b(?<![0-9]\s)thang\s+{_NUMBER}{_YEAR}",
    "short_month": r"(?<![0-9/])([0-9]{1,2})\s*/\s*([0-9]{4})(?![0-9/])",
    # Scanned, the Roman I comes as l or 1. Money of a fund ("quỹ 3 triệu") is no quarter.
    "quarter": rf"\bqu[yi]\s+([ivl1]{{1,3}}|[0-9])(?![0-9a-z])(?!\s+(?:trieu|ty|dong)){_YEAR}",
    "roman": rf"(?<![0-9a-z])(iv|i{{1,3}})(?![0-9a-z]){_YEAR}",
    "year": r"(?:\bnam\s+|^(?=[0-9]{4}$))([0-9]{4})(?![0-9])",
    "bare_year": r"(?<![0-9/])([0-9]{4})(?![0-9/])",
    "number": r"(?:\bngay\s+)?(?<![0-9/])([0-9]{1,2})(?=\s*(?:$|[,;.)-]|va\b|den\b|toi\b))",
}
_EACH = {unit: re.compile(pattern) for unit, pattern in _POINTS.items()}
_ANY = re.compile("|".join(f"(?P<{unit}>{each})" for unit, each in _POINTS.items() if unit != "dotted")
    .replace("(?P<day>", f"(?P<dotted>{_POINTS['dotted']})|(?P<day>"))
_LINK = re.compile(
    r"\s*(?:-|,|va|,?\s*(?:cho\s+)?(?:den|toi)(?P<before>\s+truoc)?(?:\s+(?:het|cuoi))?)"
    r"\s*(?P<hour>@?)\s*"
)

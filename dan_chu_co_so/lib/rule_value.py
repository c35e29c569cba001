"""What a legal rule says, as a typed value: read from text, written as text, shown, compared.

Fractions stay fractions: "two thirds of 50" is decided in whole numbers, never by 0.6667.
"""

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from operator import eq, ge, gt, le, lt

from .working_days import TERM_UNITS, Term

_COMPARISONS = {
    "at_least": ("≥", ge),
    "more_than": (">", gt),
    "at_most": ("≤", le),
    "less_than": ("<", lt),
    "exactly": ("=", eq),
}
_TERM_NAMES = {
    "days": "ngày",
    "working_days": "ngày làm việc",
    "months": "tháng",
    "years": "năm",
}
_YES_NO = {
    "có": True,
    "không": False,
    "yes": True,
    "no": False,
    "true": True,
    "false": False,
}


@dataclass(frozen=True)
class Range:
    """From `low` to `high`, both included: a font size of 13 to 14, a board of 3 to 9."""

    low: int
    high: int

    def __post_init__(self):
        if self.high < self.low:
            raise ValueError(f"a range cannot end ({self.high}) below its beginning ({self.low})")

    def __contains__(self, number):
        return self.low <= number <= self.high


@dataclass(frozen=True)
class RuleAnswer:
    """What the law says on a day for a unit, and why."""

    rule_id: int
    code: str
    kind: str
    value: object
    comparison: str | None
    measure: str
    citation: str
    confidence: str
    strength: str
    date_from: date
    date_to: date | None

    @property
    def display(self):
        """The value as people read it: "≥ 2/3", "05 ngày làm việc"."""
        return show(self.kind, self.value, self.comparison, self.measure)

    @property
    def explanation(self):
        """The value with its reason: "≥ 2/3 (Điều 51 khoản 2 điểm c Luật …)"."""
        return f"{self.display} ({self.citation})" if self.citation else self.display

    def is_met(self, part, whole=1):
        """Whether `part`, taken of `whole`, is what the rule asks for; exact.

        33 of 50 present meets "≥ 2/3" only if 33 × 3 ≥ 50 × 2. Of nothing, nothing is met.
        """
        if isinstance(self.value, Range):
            return part in self.value
        if not self.comparison or not isinstance(self.value, (int, Fraction)):
            raise ValueError(f"the rule {self.code} ({self.display}) does not compare numbers")
        asked = Fraction(self.value)
        compare = _COMPARISONS[self.comparison][1]
        return whole > 0 and compare(part * asked.denominator, whole * asked.numerator)


def parse(kind, text):
    """The typed value of a text as people type it; ValueError says what was expected."""
    if kind not in _KINDS:
        raise ValueError(f"{kind!r} is not a kind of value: {', '.join(_KINDS)}")
    return _KINDS[kind][0](" ".join((text or "").split()))


def store(kind, value):
    """The one text a value is stored as; `parse` gives the value back."""
    return _KINDS[kind][1](value)


def show(kind, value, comparison=None, measure=""):
    """The value in Vietnamese, with its sign and what it measures."""
    sign = _COMPARISONS[comparison][0] if comparison else ""
    return " ".join(filter(None, (sign, _KINDS[kind][2](value), measure)))


def _parse_integer(text):
    if not re.fullmatch(r"[0-9]+", text):
        raise ValueError(f"expected a whole number such as 15, not {text!r}")
    return int(text)


def _parse_fraction(text):
    match = re.fullmatch(r"([0-9]+) ?/ ?([0-9]+)", text)
    if not match or not int(match[2]):
        raise ValueError(f"expected a fraction such as 2/3, not {text!r}")
    return Fraction(int(match[1]), int(match[2]))


def _parse_decimal(text):
    if not re.fullmatch(r"[0-9]+([.,][0-9]+)?", text):
        raise ValueError(f"expected a number such as 0.3, not {text!r}")
    return Fraction(text.replace(",", "."))


def _parse_percent(text):
    try:
        return _parse_decimal(text.removesuffix("%").rstrip()) / 100
    except ValueError:
        raise ValueError(f"expected a percentage such as 50%, not {text!r}") from None


def _parse_range(text):
    match = re.fullmatch(r"([0-9]+) ?[-–] ?([0-9]+)", text)
    if not match:
        raise ValueError(f"expected a range such as 3-9, not {text!r}")
    return Range(int(match[1]), int(match[2]))


def _parse_yes_no(text):
    word = text.casefold()
    if word not in _YES_NO:
        raise ValueError(f"expected yes or no, not {text!r}")
    return _YES_NO[word]


def _parse_text(text):
    if not text:
        raise ValueError("expected a text, not nothing")
    return text


def _decimal_text(value):
    """A decimal to its last digit; what is read from decimals always has one."""
    digits = 0
    while (value * 10**digits).denominator > 1:
        digits += 1
    whole = str(int(value * 10**digits)).zfill(digits + 1)
    return f"{whole[:-digits]}.{whole[-digits:]}" if digits else whole


def _term_kind(unit):
    def parse_term(text):
        return Term(_parse_integer(text), unit)

    def show_term(term):
        return f"{term.length:02d} {_TERM_NAMES[unit]}"

    return parse_term, lambda term: str(term.length), show_term


_KINDS = {
    "integer": (_parse_integer, str, str),
    "fraction": (
        _parse_fraction,
        lambda value: f"{value.numerator}/{value.denominator}",
        lambda value: f"{value.numerator}/{value.denominator}",
    ),
    "percent": (
        _parse_percent,
        lambda value: _decimal_text(value * 100),
        lambda value: _decimal_text(value * 100).replace(".", ",") + "%",
    ),
    "decimal": (
        _parse_decimal,
        _decimal_text,
        lambda value: _decimal_text(value).replace(".", ","),
    ),
    "range": (
        _parse_range,
        lambda value: f"{value.low}-{value.high}",
        lambda value: f"{value.low}–{value.high}",
    ),
    **{unit: _term_kind(unit) for unit in TERM_UNITS},
    "yes_no": (
        _parse_yes_no,
        lambda value: "có" if value else "không",
        lambda value: "Có" if value else "Không",
    ),
    "text": (_parse_text, str, str),
}

"""What a plan aims at: whether a result meets it, and how it is put on paper.

Figures are read as people type them ("1.200", "95,5%", "178/185") and stay exact.
"""

import re
from decimal import Decimal
from fractions import Fraction
from operator import eq, ge, gt, le, lt

from .text import fold

KINDS = ("number", "ratio", "yes_no", "rating", "relative")
COMPARATORS = ("at_least", "more_than", "at_most", "less_than", "exactly")
_COMPARE = dict(zip(COMPARATORS, (ge, gt, le, lt, eq), strict=True))
_SIGNS = dict(zip(COMPARATORS, ("≥ ", "> ", "≤ ", "< ", ""), strict=True))
_RATINGS = {
    "at_least": "{} trở lên",
    "more_than": "trên {}",
    "at_most": "{} trở xuống",
    "less_than": "dưới {}",
    "exactly": "{}",
}
_GROWTH = {
    "at_least": "tăng ít nhất {}",
    "more_than": "tăng trên {}",
    "at_most": "tăng không quá {}",
    "less_than": "tăng dưới {}",
    "exactly": "tăng {}",
}
# Less than 95 % of what was is to fall by more than 5 %.
_FALL = {
    "at_least": "giảm không quá {}",
    "more_than": "giảm dưới {}",
    "at_most": "giảm ít nhất {}",
    "less_than": "giảm trên {}",
    "exactly": "giảm {}",
}
_AS_BEFORE = {
    "at_least": "không giảm",
    "more_than": "tăng",
    "at_most": "không tăng",
    "less_than": "giảm",
    "exactly": "giữ nguyên",
}
_SCALES = (
    {"yeu": 0, "kem": 0, "trung binh": 1, "kha": 2, "tot": 3, "gioi": 3, "xuat sac": 4},
    {
        "khong hoan thanh": 0,
        "chua hoan thanh": 0,
        "hoan thanh": 1,
        "hoan thanh tot": 2,
        "hoan thanh xuat sac": 3,
    },
    {"khong dat": 0, "chua dat": 0, "dat": 1},
)
_RATING_FRAME = re.compile(r"^(?:xep )?(?:loai|hang|muc)(?: do)? | nhiem vu$")
_NUMBER = re.compile(
    r"(?P<sign>[-+−]?) ?(?:(?P<grouped>[0-9]{1,3}(?:\.[0-9]{3})+)|(?P<plain>[0-9]+))"
    r"(?:[.,](?P<digits>[0-9]+))? ?(?P<unit>[^0-9]*)"
)
_PART = re.compile(r"([0-9]+) ?/ ?([0-9]+)")
_MOST_DIGITS = 12
_YES_NO = {
    **dict.fromkeys(("co", "dat", "roi", "yes", "true", "1", "hoan thanh", "da hoan thanh"), True),
    **dict.fromkeys(("khong", "chua", "no", "false", "0", "khong dat", "chua dat"), False),
}


def met(kind, comparator, value, result, baseline=None):
    """Whether the result is what was aimed at; None where it cannot be told.

    Ratios are in per cent: 95, "95%" and "19/20" are the same. A relative value is the change
    in per cent of the baseline.
    """
    _check(kind, comparator)
    if kind == "yes_no":
        reached = _yes_no(result)
        return None if reached is None else reached == _wanted(value)
    if kind == "rating":
        return _met_rating(comparator, value, result)
    asked, reached = (number(each, as_ratio=kind == "ratio") for each in (value, result))
    if kind == "relative" and asked is not None:
        base = number(baseline)
        asked = base if base is None else base + abs(base) * asked / 100
    if asked is None or reached is None:
        return None
    return _COMPARE[comparator](reached, asked)


def show(kind, comparator, value, unit="", baseline=None):
    """ "≥ 95%", "xếp loại Tốt trở lên", "tăng ít nhất 5% so với năm 2025"."""
    _check(kind, comparator)
    if kind == "yes_no":
        return "Có" if _wanted(value) else "Không"
    if kind == "rating":
        words = re.sub(r"(?i)^xếp loại ", "", _words(value))
        return f"xếp loại {_RATINGS[comparator].format(words)}"
    if kind == "relative":
        return _show_relative(comparator, value, unit or "%", baseline)
    if kind == "ratio":
        unit = _words(unit)
        if not _PART.fullmatch(_words(value)) and not unit.startswith("%"):
            unit = f"% {unit}".rstrip()
    return f"{_SIGNS[comparator]}{with_unit(value, unit)}"


def number(value, as_ratio=False):
    """The exact number of a figure, or None; a part of a whole only as a ratio, in per cent."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, (int, Fraction)):
        return Fraction(value)
    if isinstance(value, (float, Decimal)):
        # What a float shows is what was typed: 0.1 is one tenth.
        exact = Decimal(str(value))
        return Fraction(exact) if exact.is_finite() else None
    text = " ".join(str(value).split())
    part = as_ratio and _PART.fullmatch(text)
    if part:
        return Fraction(int(part[1]), int(part[2])) * 100 if int(part[2]) else None
    match = _NUMBER.fullmatch(text)
    if not match:
        return None
    whole = match["plain"] or match["grouped"].replace(".", "")
    found = Fraction(f"{whole}.{match['digits'] or 0}")
    return -found if match["sign"] in ("-", "−") else found


def _check(kind, comparator):
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of target: {', '.join(KINDS)}")
    if comparator not in COMPARATORS and kind != "yes_no":
        raise ValueError(f"{comparator!r} compares nothing: {', '.join(COMPARATORS)}")


def _met_rating(comparator, value, result):
    asked, reached = _rating(value), _rating(result)
    if not asked or not reached:
        return None
    for scale in _SCALES:
        if asked in scale and reached in scale:
            return _COMPARE[comparator](scale[reached], scale[asked])
    if asked == reached:
        return comparator in ("at_least", "at_most", "exactly")
    return None


def _rating(value):
    words = fold(value if isinstance(value, str) else "").strip(" .,;:\"'“”")
    return _RATING_FRAME.sub("", words)


def _yes_no(value):
    if isinstance(value, str):
        return _YES_NO.get(fold(value).strip(" ."))
    return value if isinstance(value, bool) else None


def _wanted(value):
    """What is asked with yes or no is a yes, unless a no is said."""
    return _yes_no(value) is not False


def _show_relative(comparator, value, unit, baseline):
    change = number(value)
    than = f" so với {_figure(baseline)}" if _words(baseline) else ""
    if change == 0:
        return f"{_AS_BEFORE[comparator]}{than}"
    if change is None:
        return f"{_GROWTH[comparator].format(with_unit(value, unit))}{than}"
    phrases = _GROWTH if change > 0 else _FALL
    return f"{phrases[comparator].format(with_unit(abs(change), unit))}{than}"


def with_unit(value, unit):
    figure, unit = _figure(value), _words(unit)
    if figure.endswith("%"):
        unit = unit.removeprefix("%").strip()
    return f"{figure}{unit}" if unit.startswith("%") else f"{figure} {unit}".rstrip()


def _figure(value):
    """1200.5 as "1.200,5"; what is typed, and a part of a whole, as it is."""
    exact = None if isinstance(value, str) else number(value)
    if exact is None:
        return _words(value)
    digits = 0
    while (exact * 10**digits).denominator > 1:
        digits += 1
        if digits > _MOST_DIGITS:
            return f"{exact.numerator}/{exact.denominator}"
    whole, rest = divmod(int(abs(exact) * 10**digits), 10**digits)
    sign = "-" if exact < 0 else ""
    grouped = f"{whole:,}".replace(",", ".")
    return f"{sign}{grouped},{rest:0{digits}d}" if digits else f"{sign}{grouped}"


def _words(value):
    return "" if value is None or value is False else " ".join(str(value).split())

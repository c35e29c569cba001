"""What speaks against a nomination: conditions of the award, limits of the round; and the bonus.

What is known of the nominee comes in as facts, what the law says as the answers of the rules. A
condition for which no rule is in force on the day is not asked; nothing is invented in its place.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from .rule_value import RuleAnswer
from .text import fold

# How well the year's work was done, the best first, as the law words it.
RATINGS = {
    "excellent": "hoàn thành xuất sắc nhiệm vụ",
    "good": "hoàn thành tốt nhiệm vụ",
    "fair": "hoàn thành nhiệm vụ",
    "poor": "không hoàn thành nhiệm vụ",
}
_ORDER = {code: place for place, code in enumerate(RATINGS)}
_SHARES = ("fraction", "percent", "decimal")
# What each sort of condition reads, and as what: a rule that somebody has made another sort of
# is not read.
KINDS = {
    "rating": ("text",),
    "earlier": ("integer",),
    "same_year": ("yes_no",),
    "members": ("integer", *_SHARES),
    "initiative": ("integer",),
    # What no data tells is read by people, who see it beside the dossier.
    "by_people": ("text",),
}
_ROUNDINGS = {
    fold("làm tròn xuống"): "down",
    fold("làm tròn lên"): "up",
    fold("làm tròn đến số gần nhất"): "nearest",
}


@dataclass(frozen=True)
class Condition:
    """`within`: of how many years before, if the law says; `awards`: which ones count."""

    kind: str
    rule: RuleAnswer | None
    awards: frozenset = frozenset()
    within: RuleAnswer | None = None
    is_consecutive: bool = False

    @cached_property
    def least_rating(self):
        """Read from words, once for all who are rated."""
        return worst_rating(self.rule)


@dataclass(frozen=True)
class Nominee:
    """`given`: (award, year) of all that was received, `now`: what is received or nominated for
    in the year of the round; `holders`: who of a collective has it in that year, by award."""

    year: int
    rating: str = ""
    given: Set = frozenset()
    now: Set = frozenset()
    people: int = 0
    holders: Mapping = field(default_factory=dict)
    initiatives: int = 0


@dataclass(frozen=True)
class Finding:
    """What is missing, the rule that asks for it, and what the sentence about it names."""

    code: str
    rule: RuleAnswer
    values: Mapping = field(default_factory=dict)


def check(nominee, conditions):
    """Everything that is not met, in the order of the conditions."""
    found = []
    for condition in conditions:
        rule, ask = condition.rule, _CHECKS.get(condition.kind)
        if not ask or not rule or rule.kind not in KINDS[condition.kind]:
            continue
        if finding := ask(nominee, condition):
            found.append(finding)
    return found


def worst_rating(rule):
    """The least rating that a rule in words asks for; None where it says something else."""
    said = fold(rule.value)
    for code, words in RATINGS.items():
        if said in (fold(words), fold(f"{words} trở lên")):
            return code
    return None


def years_running(years, year):
    """How many years without a gap, up to that year or, if it is not decided yet, the one before.

    >>> years_running({2023, 2024, 2025}, 2026)
    3
    """
    last = year if year in years else year - 1
    count = 0
    while last - count in years:
        count += 1
    return count


def most(rule, base=0, rounding=None):
    """The largest number a limit allows: a count, or a share of a base; None where none is said."""
    if not rule:
        return None
    if rule.kind == "integer":
        return rule.value
    if rule.kind not in _SHARES:
        return None
    share = Fraction(rule.value) * base
    how = _ROUNDINGS.get(fold(rounding.value)) if rounding and rounding.kind == "text" else None
    if how == "up":
        return -(-share.numerator // share.denominator)
    if how == "nearest":
        return (2 * share.numerator + share.denominator) // (2 * share.denominator)
    return share.numerator // share.denominator


def bonus(multiplier, base_salary, step=None):
    """A multiple of the base salary in whole đồng, rounded up, to full steps if the law says so."""
    exact = Fraction(multiplier.value) * base_salary.value
    unit = step.value if step and step.kind == "integer" and step.value else 1
    steps = exact / unit
    return -(-steps.numerator // steps.denominator) * unit


def is_multiplier(rule):
    """A rule that somebody has made another sort of gives no bonus."""
    return bool(rule and rule.kind in ("integer", "fraction", "decimal"))


def is_salary(rule):
    return bool(rule and rule.kind == "integer" and rule.value)


def _rating(nominee, condition):
    asked = condition.least_rating
    if not asked:
        return None
    values = {"asked": RATINGS[asked]}
    if not nominee.rating:
        return Finding("rating_unknown", condition.rule, values)
    if _ORDER[nominee.rating] > _ORDER[asked]:
        return Finding("rating", condition.rule, {**values, "said": RATINGS[nominee.rating]})
    return None


def _earlier(nominee, condition):
    years = {year for award, year in nominee.given if award in condition.awards}
    within = condition.within
    if within and within.kind == "integer":
        years = {year for year in years if year > nominee.year - within.value}
    if condition.is_consecutive:
        count = years_running(years, nominee.year)
        code = "earlier_running"
    else:
        count, code = len(years), "earlier"
    asked = condition.rule.value
    if count >= asked:
        return None
    return Finding(code, condition.rule, {"count": count, "asked": asked})


def _same_year(nominee, condition):
    if not condition.rule.value or condition.awards & nominee.now:
        return None
    return Finding("same_year", condition.rule)


def _members(nominee, condition):
    count = len({who for award in condition.awards for who in nominee.holders.get(award, ())})
    rule, values = condition.rule, {"count": count, "people": nominee.people}
    if not nominee.people:
        return Finding("members_unknown", rule, values)
    if rule.kind == "integer":
        is_met = count >= rule.value
    else:
        share = Fraction(rule.value) * nominee.people
        is_met = count > share if rule.comparison == "more_than" else count >= share
    return None if is_met else Finding("members", rule, {**values, "asked": rule.display})


def _initiative(nominee, condition):
    asked = condition.rule.value
    if nominee.initiatives >= asked:
        return None
    values = {"count": nominee.initiatives, "asked": asked}
    return Finding("initiative", condition.rule, values)


_CHECKS = {
    "rating": _rating,
    "earlier": _earlier,
    "same_year": _same_year,
    "members": _members,
    "initiative": _initiative,
}

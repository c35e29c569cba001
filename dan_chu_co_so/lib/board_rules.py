"""Where a board is set up otherwise than the law asks.

What is known of the board comes in as facts, what the law says as the answers of the rules,
by the end of their code ("size" of inspectorate.size). A kind of board for which the law says
nothing is asked nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dateutil.relativedelta import relativedelta

from .rule_value import RuleAnswer

# The office somebody holds in the house, and the rule that keeps its holder out of the board.
OFFICES = {
    "head": "head_excluded",
    "deputy": "deputy_excluded",
    "chief_accountant": "chief_accountant_excluded",
    "official": "officials_excluded",
}
# What the checks read, and as what: a rule that somebody has made another sort of is not read.
KINDS = {
    "size": "range",
    "special_size": "text",
    "none_staff": "integer",
    "none_special": "text",
    "size_min": "integer",
    "per_village": "yes_no",
    "few_villages": "integer",
    "few_villages_size": "integer",
    "by_election": "months",
    "replacement": "text",
    **dict.fromkeys(OFFICES.values(), "yes_no"),
    "works_here": "yes_no",
    "two_deputies_from": "integer",
    "deputies_max": "integer",
    "leaders": "text",
    "first_meeting": "text",
    "term": "years",
    "term_of_villages": "text",
    "recognition": "working_days",
}


@dataclass(frozen=True)
class Person:
    name: str
    role: str = "member"
    office: str = ""
    is_gone: bool = False


@dataclass(frozen=True)
class BoardFacts:
    today: date
    people: tuple[Person, ...] = ()
    seats: int = 0
    staff: int = 0
    villages: int = 0
    is_special: bool = False
    is_explained: bool = False
    is_substitute: bool = False
    is_decided: bool = False
    is_at_work: bool = False
    elected_on: date | None = None
    recognised_on: date | None = None
    recognition_due: date | None = None
    term_end: date | None = None
    date_to: date | None = None


@dataclass(frozen=True)
class Finding:
    """What differs, the rule that asks otherwise, and what the sentence about it names."""

    code: str
    rule: RuleAnswer
    values: Mapping = field(default_factory=dict)


def check(facts, rules):
    """Everything that differs, in the order of the law: size, persons, leaders, term, paper."""
    rules = readable(rules)
    if facts.is_substitute:
        checks = (_substitute, _persons, _term)
    else:
        checks = (_few_staff, _size, _villages, _vacancy, _persons, _leaders, _term, _recognition)
    return [
        Finding(code, rules[rule], values)
        for one in checks
        for code, rule, values in one(facts, rules)
        if rule in rules
    ]


def readable(rules):
    """Those of the expected kind that ask for something: a "no" asks for nothing."""
    return {
        code: rule
        for code, rule in rules.items()
        if rule and rule.kind == KINDS.get(code) and rule.value
    }


def unfit(person, rules):
    """Why a person may not be a member: the code of the finding; None where nothing is wrong."""
    if person.office and OFFICES[person.office] in rules:
        return f"is_{person.office}"
    if person.is_gone and "works_here" in rules:
        return "is_gone"
    return None


def _substitute(facts, rules):
    """Beyond the number, the superior union decides that there is no board."""
    limit = rules.get("none_staff")
    if limit and facts.staff > limit.value and not facts.is_decided:
        yield "substitute_undecided", "none_special", {"staff": facts.staff}


def _few_staff(facts, rules):
    limit = rules.get("none_staff")
    if limit and 0 < facts.staff <= limit.value:
        yield "no_board_here", "none_staff", {"staff": facts.staff, "most": limit.value}


def _size(facts, rules):
    count = len(facts.people)
    if size := rules.get("size"):
        values = {"count": count, "low": size.value.low, "high": size.value.high}
        if count < size.value.low:
            yield "too_few", "size", values
        elif count > size.value.high and not facts.is_special:
            yield "too_many", "size", values
        elif count > size.value.high and not facts.is_explained:
            yield "special_unexplained", "special_size", values
    least = rules.get("size_min")
    if least and count < least.value:
        yield "too_few", "size_min", {"count": count, "low": least.value}


def _villages(facts, rules):
    """One member a village; few villages elect no more than the least there is."""
    if "per_village" not in rules:
        return
    count, villages = len(facts.people), facts.villages
    if not villages:
        yield "villages_unknown", "per_village", {}
        return
    few, most = rules.get("few_villages"), rules.get("few_villages_size")
    if few and villages < few.value:
        if most and count > most.value:
            values = {"count": count, "villages": villages, "high": most.value}
            yield "too_many_for_villages", "few_villages_size", values
    elif count != villages:
        yield "not_as_villages", "per_village", {"count": count, "villages": villages}


def _vacancy(facts, rules):
    count = len(facts.people)
    if not facts.is_at_work or count >= facts.seats:
        return
    values = {"count": count, "seats": facts.seats}
    by_election = rules.get("by_election")
    if by_election and facts.date_to and not _is_left(by_election.value, facts):
        # A seat at commune level stays empty when little of the term is left.
        return
    yield "vacancy", "replacement", values


def _is_left(term, facts):
    left = relativedelta(**{term.unit: term.length})
    return facts.today + left <= facts.date_to


def _persons(facts, rules):
    for person in facts.people:
        if why := unfit(person, rules):
            rule = OFFICES[person.office] if why != "is_gone" else "works_here"
            yield why, rule, {"name": person.name}


def _leaders(facts, rules):
    deputies = sum(person.role == "deputy" for person in facts.people)
    heads = sum(person.role == "head" for person in facts.people)
    most, bound_from = rules.get("deputies_max"), rules.get("two_deputies_from")
    is_bound = not bound_from or len(facts.people) >= bound_from.value
    if most and is_bound and deputies > most.value:
        values = {"count": deputies, "high": most.value}
        yield "too_many_deputies", "deputies_max", values
    if heads > 1:
        yield "several_heads", "leaders", {"count": heads}
    if facts.is_at_work and not heads:
        yield "no_head", "first_meeting", {}


def _term(facts, rules):
    if facts.term_end and facts.date_to and facts.date_to > facts.term_end:
        yield "term_too_long", "term", {"end": facts.term_end}
    if "term_of_villages" in rules and not facts.date_to:
        yield "term_open", "term_of_villages", {}
    if facts.is_at_work and facts.date_to and facts.date_to < facts.today:
        over = "term" if "term" in rules else "term_of_villages"
        yield "awaits_election", over, {"end": facts.date_to}


def _recognition(facts, rules):
    due, done = facts.recognition_due, facts.recognised_on
    if not due:
        return
    if done and done > due:
        yield "recognised_late", "recognition", {"day": done, "due": due}
    elif not done and facts.today > due:
        yield "not_recognised", "recognition", {"due": due}

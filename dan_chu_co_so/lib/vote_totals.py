"""Totals of a vote that cannot be, in the order in which they are counted.

The database refuses them too; here they are told while somebody still types.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Totals:
    """`candidates` is None where it is yes or no; else (name, votes) of each."""

    is_hands: bool
    entitled: int
    issued: int = 0
    collected: int = 0
    valid: int = 0
    invalid: int = 0
    votes_for: int = 0
    votes_against: int = 0
    votes_blank: int = 0
    seats: int = 1
    candidates: tuple[tuple[str, int], ...] | None = None

    @property
    def said(self):
        return self.votes_for + self.votes_against + self.votes_blank


@dataclass(frozen=True)
class Misfit:
    code: str
    values: Mapping = field(default_factory=dict)


def misfits(totals):
    """What does not add up: empty if it could have happened."""
    return [
        Misfit(code, values)
        for check in ((_hands,) if totals.is_hands else (_ballots, _marks))
        for code, values in check(totals)
    ]


def is_counted(totals):
    """Whether anything was entered at all."""
    if not totals.is_hands:
        return totals.collected > 0
    return totals.said > 0 or any(votes for _name, votes in totals.candidates or ())


def _hands(totals):
    room = totals.entitled
    if totals.said > room:
        yield "hands_over", {"sum": totals.said, "entitled": room}
    for name, votes in totals.candidates or ():
        if votes > room:
            yield "hands_for_one_over", {"name": name, "votes": votes, "entitled": room}


def _ballots(totals):
    if totals.issued > totals.entitled:
        yield "issued_over", {"issued": totals.issued, "entitled": totals.entitled}
    if totals.collected > totals.issued:
        yield "collected_over", {"collected": totals.collected, "issued": totals.issued}
    if totals.valid + totals.invalid != totals.collected:
        yield (
            "not_all_sorted",
            {
                "valid": totals.valid,
                "invalid": totals.invalid,
                "sum": totals.valid + totals.invalid,
                "collected": totals.collected,
            },
        )


def _marks(totals):
    if totals.candidates is None:
        if totals.said != totals.valid:
            yield "not_all_said", {"sum": totals.said, "valid": totals.valid}
        return
    for name, votes in totals.candidates:
        if votes > totals.valid:
            yield "one_over", {"name": name, "votes": votes, "valid": totals.valid}
    given, most = sum(votes for _name, votes in totals.candidates), totals.seats * totals.valid
    if given > most:
        values = {"sum": given, "most": most, "seats": totals.seats, "valid": totals.valid}
        yield "names_over", values

"""Whether enough came, whether it is passed, who is elected: in whole numbers, with the sum.

The law gives the share and says of what (Điều 51 khoản 2 điểm c). Without a rule nothing is
decided: the outcome is not known until somebody who may has made one.
"""

from dataclasses import dataclass
from fractions import Fraction

ATTENDED = "người dự hội nghị"
UNKNOWN = "chưa xác định"


@dataclass(frozen=True)
class Result:
    """`state`: met, not_met or unknown; `words`: the sum, as minutes print it."""

    state: str
    words: str


@dataclass(frozen=True)
class Election(Result):
    """`marks`: yes, no or tie, in the order of the candidates; none while nothing is known."""

    marks: tuple[str, ...] = ()
    open_seats: int = 0


def quorum_met(present, base, rule, of="người", listed=0):
    """Whether so many of all who were to come make it a conference.

    `listed`: how many of those are known by name; a base below it proves nothing.
    """
    _whole(present, base, listed)
    sum_ = f"{present}/{base} {of} có mặt"
    if not base:
        return Result("unknown", f"{present} {of} có mặt, chưa biết tổng số: {UNKNOWN}")
    if not is_share(rule):
        return Result("unknown", f"{sum_}, chưa có quy định về tỷ lệ: {UNKNOWN}")
    if present > base:
        return Result("unknown", f"{sum_}, nhiều hơn tổng số, cần kiểm tra lại: {UNKNOWN}")
    is_met = rule.is_met(present, base)
    if is_met and listed > base:
        return Result(
            "unknown", f"{sum_}, danh sách có {listed} {of}, cần kiểm tra lại tổng số: {UNKNOWN}"
        )
    words = f"{sum_}, {_asked(base, rule)}: {'hợp lệ' if is_met else 'chưa đủ'}"
    return Result("met" if is_met else "not_met", words)


def passed(votes_for, base, rule, of=ATTENDED):
    """Whether it is decided."""
    _whole(votes_for, base)
    if votes_for > base:
        raise ValueError(f"{votes_for} of {base} cannot be for it")
    sum_ = f"{votes_for}/{base} {of} tán thành"
    if not base or not is_share(rule):
        return Result("unknown", f"{sum_}, {_why_unknown(base)}: {UNKNOWN}")
    is_met = rule.is_met(votes_for, base)
    words = f"{sum_}, {_asked(base, rule)}: {'thông qua' if is_met else 'không thông qua'}"
    return Result("met" if is_met else "not_met", words)


def elect(votes, seats, base, rule, of=ATTENDED):
    """Who has what the rule asks for, most votes first, up to the number of seats.

    Those with the same number for fewer seats than they are stand again.
    """
    votes = tuple(votes)
    _whole(seats, base, *votes)
    if any(number > base for number in votes):
        raise ValueError(f"{max(votes)} of {base} cannot be for one candidate")
    if not base or not is_share(rule):
        words = f"Bầu {seats} người, {base} {of}, {_why_unknown(base)}: {UNKNOWN}"
        return Election("unknown", words, (), seats)
    marks = _marks(votes, seats, base, rule)
    elected, tied = marks.count("yes"), marks.count("tie")
    missing = seats - elected
    words = f"Trúng cử {elected}/{seats} người, mỗi người {_asked(base, rule, f'/{base} {of}')}"
    if tied:
        number = votes[marks.index("tie")]
        words += f"; {tied} người bằng phiếu ({number}) ở {missing} vị trí còn lại"
    end = f"còn {missing} người, bầu tiếp" if missing else "bầu đủ"
    return Election("not_met" if missing else "met", f"{words}: {end}", marks, missing)


def least(base, rule):
    """The smallest whole number that meets the rule."""
    share = Fraction(rule.value) * base
    floor = share.numerator // share.denominator
    return floor if rule.comparison == "at_least" and share == floor else floor + 1


def is_share(rule):
    """A rule that somebody has made another sort of decides nothing."""
    return bool(
        rule
        and rule.comparison in ("at_least", "more_than")
        and rule.kind in ("fraction", "percent", "decimal")
    )


def _marks(votes, seats, base, rule):
    marks = ["no"] * len(votes)
    left = seats
    for number in sorted(set(votes), reverse=True):
        level = [place for place, own in enumerate(votes) if own == number]
        if not left or not rule.is_met(number, base):
            break
        fits = len(level) <= left
        for place in level:
            marks[place] = "yes" if fits else "tie"
        left = left - len(level) if fits else 0
    return tuple(marks)


def _asked(base, rule, whole=""):
    share = Fraction(rule.value) * base
    above = rule.comparison == "more_than"
    is_whole = share.denominator == 1
    needed = f"trên {share}" if above and is_whole else f"ít nhất {least(base, rule)}"
    size = rule.display.lstrip("≥> ")
    reason = ", ".join(filter(None, (f"hơn {size}" if above else f"từ {size}", rule.citation)))
    return f"cần {needed}{whole} ({reason})"


def _why_unknown(base):
    return "chưa có quy định về tỷ lệ" if base else "chưa biết tổng số"


def _whole(*numbers):
    for number in numbers:
        if number < 0:
            raise ValueError(f"{number} is no number of people or ballots")

"""How a board decides: by the majority of its members, in whole numbers.

NĐ 59/2023, Điều 20 khoản 3. The decree names no other base, so it is all who are members, also
those who have said nothing.
"""


def is_majority(agreeing, members):
    _check(agreeing, members)
    return 2 * agreeing > members


def still_needed(agreeing, members):
    """How many more have to agree."""
    _check(agreeing, members)
    return max(0, members // 2 + 1 - agreeing)


def _check(agreeing, members):
    if not 0 <= agreeing <= members:
        raise ValueError(f"{agreeing} of {members} members cannot agree")

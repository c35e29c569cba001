from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.rule_value import RuleAnswer, parse
from odoo.addons.dan_chu_co_so.lib.voting import elect, is_share, least, passed, quorum_met


def rule(kind, text, comparison="more_than", citation="Điều 51 khoản 2 điểm c"):
    return RuleAnswer(
        rule_id=1,
        code="conference.majority",
        kind=kind,
        value=parse(kind, text),
        comparison=comparison,
        measure="",
        citation=citation,
        confidence="confirmed",
        strength="warn",
        date_from=date(2023, 7, 1),
        date_to=None,
    )


MAJORITY = rule("percent", "50")
QUORUM = rule("fraction", "2/3", "at_least")
WORDLESS = rule("percent", "50", citation="")


@st.composite
def shares(draw):
    """Rules of every kind that is a share of something, up to the whole."""
    comparison = draw(st.sampled_from(["at_least", "more_than"]))
    if draw(st.booleans()):
        under = draw(st.integers(1, 30))
        return rule("fraction", f"{draw(st.integers(0, under))}/{under}", comparison)
    if draw(st.booleans()):
        return rule("percent", f"{draw(st.integers(0, 1000)) / 10}", comparison)
    return rule("decimal", f"0.{draw(st.integers(0, 999)):03d}", comparison)


def plainly(part, base, asked):
    """The same question as a child would ask it: are so many slips more than that many?"""
    numerator, denominator = asked.value.as_integer_ratio()
    mine, wanted = part * denominator, base * numerator
    return mine >= wanted if asked.comparison == "at_least" else mine > wanted


def plainly_elected(votes, seats, base, asked):
    """Somebody is elected if fewer than `seats` have as many or more, the person apart;
    stands again if it is the equals alone that are too many for what is left."""
    marks = []
    for place, own in enumerate(votes):
        better = sum(other > own for other in votes)
        equal = sum(other == own for at, other in enumerate(votes) if at != place)
        if not plainly(own, base, asked) or better >= seats:
            marks.append("no")
        else:
            marks.append("yes" if better + equal < seats else "tie")
    return tuple(marks)


@given(st.integers(1, 5000), shares(), st.data())
def test_a_majority_is_what_the_plain_count_says(base, asked, data):
    votes_for = data.draw(st.integers(0, base))
    expected = "met" if plainly(votes_for, base, asked) else "not_met"
    assert passed(votes_for, base, asked).state == expected
    assert quorum_met(votes_for, base, asked).state == expected


@given(st.integers(1, 5000), shares())
def test_the_least_that_is_needed_is_enough_and_one_less_is_not(base, asked):
    needed = least(base, asked)
    assert plainly(needed, base, asked)
    assert needed == 0 or not plainly(needed - 1, base, asked)


@given(st.integers(1, 200), shares(), st.integers(1, 9), st.data())
def test_an_election_is_what_the_plain_count_says(base, asked, seats, data):
    votes = data.draw(st.lists(st.integers(0, base), max_size=12))
    found = elect(votes, seats, base, asked)
    assert found.marks == plainly_elected(votes, seats, base, asked)
    elected = found.marks.count("yes")
    assert elected <= seats
    assert found.open_seats == seats - elected
    assert found.state == ("met" if elected == seats else "not_met")


@given(st.integers(1, 100), st.integers(1, 5), st.data())
def test_who_is_elected_does_not_hang_on_the_order_of_the_list(base, seats, data):
    votes = data.draw(st.lists(st.integers(0, base), min_size=1, max_size=9))
    order = data.draw(st.permutations(range(len(votes))))
    straight = elect(votes, seats, base, MAJORITY).marks
    turned = elect([votes[place] for place in order], seats, base, MAJORITY).marks
    assert turned == tuple(straight[place] for place in order)


@given(st.integers(1, 1000), st.data())
def test_a_matter_and_its_contrary_never_both_pass(base, data):
    votes_for = data.draw(st.integers(0, base))
    states = {passed(votes, base, MAJORITY).state for votes in (votes_for, base - votes_for)}
    assert states != {"met"}


@pytest.mark.parametrize(
    ("present", "base", "words"),
    [
        (39, 60, "39/60 người có mặt, cần ít nhất 40 (từ 2/3, Điều 51 khoản 2 điểm c): chưa đủ"),
        (40, 60, "40/60 người có mặt, cần ít nhất 40 (từ 2/3, Điều 51 khoản 2 điểm c): hợp lệ"),
        (33, 50, "33/50 người có mặt, cần ít nhất 34 (từ 2/3, Điều 51 khoản 2 điểm c): chưa đủ"),
        (5, 0, "5 người có mặt, chưa biết tổng số: chưa xác định"),
        (61, 60, "61/60 người có mặt, nhiều hơn tổng số, cần kiểm tra lại: chưa xác định"),
    ],
)
def test_the_quorum_in_words(present, base, words):
    assert quorum_met(present, base, QUORUM).words == words


def test_a_total_below_the_list_proves_no_quorum():
    assert quorum_met(40, 58, QUORUM, listed=58).state == "met"
    assert quorum_met(40, 58, QUORUM, listed=60).words == (
        "40/58 người có mặt, danh sách có 60 người, cần kiểm tra lại tổng số: chưa xác định"
    )
    assert quorum_met(30, 58, QUORUM, listed=60).state == "not_met"


@pytest.mark.parametrize(
    ("votes_for", "base", "words"),
    [
        (41, 60, "41/60 người dự hội nghị tán thành, cần trên 30 (hơn 50%): thông qua"),
        (30, 60, "30/60 người dự hội nghị tán thành, cần trên 30 (hơn 50%): không thông qua"),
        # Half of 61 is no number of people.
        (31, 61, "31/61 người dự hội nghị tán thành, cần ít nhất 31 (hơn 50%): thông qua"),
        (3, 0, None),
    ],
)
def test_a_majority_in_words(votes_for, base, words):
    if words is None:
        with pytest.raises(ValueError, match="3 of 0"):
            passed(votes_for, base, WORDLESS)
    else:
        assert passed(votes_for, base, WORDLESS).words == words


def test_an_election_in_words():
    full = elect([50, 45, 20], 2, 60, WORDLESS)
    assert full.words == (
        "Trúng cử 2/2 người, mỗi người cần trên 30/60 người dự hội nghị (hơn 50%): bầu đủ"
    )
    tied = elect([50, 41, 41, 41, 10], 3, 60, WORDLESS)
    assert tied.marks == ("yes", "tie", "tie", "tie", "no")
    assert tied.words.endswith(
        "; 3 người bằng phiếu (41) ở 2 vị trí còn lại: còn 2 người, bầu tiếp"
    )
    short = elect([50, 30], 2, 60, WORDLESS)
    assert short.marks == ("yes", "no")
    assert short.words.endswith("(hơn 50%): còn 1 người, bầu tiếp")


@pytest.mark.parametrize(
    "useless",
    [
        None,
        rule("percent", "50", "at_most"),
        rule("percent", "50", None),
        rule("integer", "30"),
        rule("text", "quá nửa"),
    ],
)
def test_without_a_share_nothing_is_decided(useless):
    assert not is_share(useless)
    assert quorum_met(60, 60, useless).state == "unknown"
    assert passed(60, 60, useless).state == "unknown"
    found = elect([60, 50], 1, 60, useless)
    assert (found.state, found.marks, found.open_seats) == ("unknown", (), 1)
    assert "chưa xác định" in found.words


def test_of_nothing_nothing_is_known():
    assert passed(0, 0, MAJORITY).state == "unknown"
    assert elect([0, 0], 1, 0, MAJORITY).state == "unknown"


@pytest.mark.parametrize(
    "count",
    [
        lambda: passed(61, 60, MAJORITY),
        lambda: passed(-1, 60, MAJORITY),
        lambda: elect([61], 1, 60, MAJORITY),
        lambda: elect([-1], 1, 60, MAJORITY),
        lambda: quorum_met(-1, 60, QUORUM),
    ],
)
def test_impossible_numbers_are_refused(count):
    with pytest.raises(ValueError, match=r"cannot|no number"):
        count()


def test_no_float_comes_near():
    """0.1 + 0.2 is not 0.3 in floats: 30 % of ten people are three people."""
    tenth = rule("decimal", "0.3", "at_least")
    assert tenth.value == Fraction(Decimal("0.3"))
    assert passed(3, 10, tenth).state == "met"

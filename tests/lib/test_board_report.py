from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.board_report import (
    ANSWERS,
    FINDING_KINDS,
    INSPECTION_KINDS,
    INSPECTION_STATES,
    RECOMMENDATION_STATES,
    days_taken,
    finding_figures,
    is_late,
    period,
    petition_figures,
    recommendation_figures,
    report,
)

DAY = date(2026, 11, 20)
SPAN = date(2026, 10, 1), date(2026, 12, 31)
days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def recommendation(**values):
    return {
        "id": 1,
        "inspection_id": 1,
        "inspection": "Kiểm tra quỹ",
        "text": "Công khai quỹ",
        "addressee_kind": "head",
        "addressee_text": None,
        "sent_on": date(2026, 10, 1),
        "received_on": date(2026, 10, 2),
        "date_due": date(2026, 10, 17),
        "answered_on": None,
        "answer_state": "none",
        "state": "received",
        "outcome": "",
        **values,
    }


def inspection(**values):
    return {
        "id": 1,
        "name": "Kiểm tra quỹ",
        "kind": "check",
        "state": "concluded",
        "subject": "Tổ Văn phòng",
        "date_from": date(2026, 10, 5),
        "date_to": date(2026, 10, 9),
        **values,
    }


@st.composite
def recommendations(draw):
    received = draw(st.none() | days)
    answered = received and draw(st.none() | st.integers(0, 60).map(lambda n: timedelta(days=n)))
    answered = received + answered if answered is not None and received else None
    states = ["sent"] if not received else ["received"]
    if answered:
        states = ["answered", "settled", "not_settled", "handed_on"]
    return recommendation(
        sent_on=draw(days),
        received_on=received,
        date_due=received and received + timedelta(days=15),
        answered_on=answered,
        answer_state=draw(st.sampled_from(sorted(ANSWERS))) if answered else "none",
        state=draw(st.sampled_from(states)),
        addressee_kind=draw(st.sampled_from(["head", "authority", "directing"])),
    )


@pytest.mark.parametrize(
    ("kind", "day", "first", "last"),
    [
        ("quarter", date(2026, 11, 20), date(2026, 10, 1), date(2026, 12, 31)),
        ("quarter", date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 31)),
        ("half_year", date(2026, 6, 30), date(2026, 1, 1), date(2026, 6, 30)),
        ("half_year", date(2026, 7, 1), date(2026, 7, 1), date(2026, 12, 31)),
        ("year", date(2024, 2, 29), date(2024, 1, 1), date(2024, 12, 31)),
        ("conference", date(2026, 5, 5), date(2026, 1, 1), date(2026, 12, 31)),
        ("on_demand", date(2026, 5, 5), date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_period(kind, day, first, last):
    assert period(kind, day) == (first, last)


def test_the_period_of_a_term_is_the_term_of_the_board():
    term = date(2026, 9, 25), date(2028, 9, 25)
    assert period("term", DAY, term) == term
    assert period("term", DAY, (date(2026, 9, 25), None)) == period("year", DAY)


@given(st.sampled_from(["quarter", "half_year", "year"]), st.dates())
def test_a_period_holds_its_day_and_meets_the_next(kind, day):
    first, last = period(kind, day)
    assert first <= day <= last
    if last < date.max:
        assert period(kind, last + timedelta(days=1))[0] == last + timedelta(days=1)


@pytest.mark.parametrize(
    ("values", "late"),
    [
        ({"answered_on": date(2026, 10, 17), "state": "answered"}, False),
        ({"answered_on": date(2026, 10, 18), "state": "answered"}, True),
        ({"answered_on": date(2026, 10, 18), "state": "settled"}, True),
        ({}, True),
        ({"date_due": DAY}, False),
        ({"date_due": DAY - timedelta(days=1)}, True),
        ({"date_due": None}, False),
        ({"state": "handed_on"}, False),
    ],
)
def test_late(values, late):
    assert is_late(recommendation(**values), DAY) is late


def test_days_are_counted_from_receipt():
    answered = recommendation(answered_on=date(2026, 10, 12))
    assert days_taken(answered) == 10
    assert days_taken(recommendation(answered_on=date(2026, 10, 2))) == 0
    assert days_taken(recommendation()) is None
    assert days_taken(recommendation(received_on=None, answered_on=DAY)) is None


@given(st.lists(recommendations(), max_size=30), days)
def test_each_recommendation_is_counted_once_in_each_division(rows, day):
    figures = recommendation_figures(rows, day)
    assert figures["sent"] == len(rows)
    assert figures["answered"] == figures["answered_in_time"] + figures["answered_late"]
    assert len(rows) == figures["answered"] + figures["overdue"] + figures["waiting"]
    assert figures["answered"] == sum(figures[answer] for answer in ANSWERS)
    assert len(rows) == figures["open"] + figures["settled"] + figures["handed_on"]
    assert sum(number for _code, _name, number in figures["by_addressee"]) == len(rows)
    if figures["answered"]:
        assert 0 <= figures["days_average"] <= figures["days_longest"]
    else:
        assert figures["days_average"] is None
        assert figures["days_longest"] is None


def test_average_and_longest():
    rows = [
        recommendation(answered_on=date(2026, 10, 2 + days), state="answered")
        for days in (3, 4, 20)
    ]
    figures = recommendation_figures(rows, DAY)
    assert (figures["days_average"], figures["days_longest"]) == (9.0, 20)
    assert (figures["answered_in_time"], figures["answered_late"]) == (2, 1)


def test_findings_of_what_is_not_reported_do_not_count():
    findings = {(1, "strength"): 2, (1, "violation"): 1, (9, "shortcoming"): 5}
    assert finding_figures(findings, {1, 2}) == {
        "total": 3,
        "strength": 2,
        "shortcoming": 0,
        "violation": 1,
    }


def test_petitions():
    def row(state, number, kind="petition", is_confidential=False, is_carried=False):
        return {
            "kind": kind,
            "state": state,
            "is_confidential": is_confidential,
            "is_carried": is_carried,
            "number": number,
        }

    rows = [
        row("new", 1),
        row("in_inspection", 2, is_confidential=True),
        row("answered", 3, is_confidential=True),
        row("refused", 4),
        row("answered", 5, is_confidential=True, is_carried=True),
        row("forwarded", 6, kind="denunciation"),
    ]
    assert petition_figures(rows) == {
        "received": 10,
        "confidential": 5,
        "carried": 5,
        "settled": 8,
        "refused": 4,
        "open": 3,
        "denunciations": 6,
    }
    assert not any(petition_figures([]).values())


def test_report():
    inspections = [
        inspection(),
        inspection(id=2, kind="verify", state="under_way"),
        inspection(id=3, kind="check", state="cancelled"),
    ]
    recommendations = [
        recommendation(id=1, answered_on=date(2026, 10, 20), answer_state="part", state="answered"),
        recommendation(id=2, sent_on=date(2026, 9, 1), inspection_id=None),
        recommendation(id=3, inspection_id=2, addressee_text="Hiệu trưởng", date_due=None),
    ]
    told = report(inspections, {(1, "shortcoming"): 2}, recommendations, [], SPAN, DAY)
    assert told["inspections"]["total"] == 2
    assert told["inspections"]["done"] == 1
    assert told["inspections"]["by_kind"] == [("check", "Kiểm tra", 1), ("verify", "Xác minh", 1)]
    assert [code for code, _name, _number in told["inspections"]["by_state"]] == [
        "under_way",
        "concluded",
    ]
    first, second = told["inspection_rows"]
    assert (first["shortcoming"], first["violation"], first["recommendations"]) == (2, 0, 1)
    assert (first["kind_text"], first["state_text"]) == ("Kiểm tra", "Đã kết luận")
    assert second["recommendations"] == 1
    assert told["recommendations"]["sent"] == 2
    assert told["recommendations"]["carried"]["sent"] == 1
    carried, late, in_words = told["recommendation_rows"]
    assert (carried["id"], late["id"], in_words["id"]) == (2, 1, 3)
    assert carried["addressee_text"] == "Người đứng đầu"
    assert in_words["addressee_text"] == "Hiệu trưởng"
    assert (late["days"], late["is_late"], late["late_by"]) == (18, True, 3)
    assert (late["answer_text"], late["state_text"]) == (
        "Tiếp thu một phần",
        "Đã trả lời, đang theo dõi",
    )
    assert (carried["days"], carried["late_by"]) == (None, (DAY - date(2026, 10, 17)).days)
    assert (in_words["is_late"], in_words["late_by"], in_words["answer_text"]) == (False, 0, "")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(INSPECTION_KINDS)), st.sampled_from(sorted(INSPECTION_STATES))
        )
    ),
    st.lists(recommendations(), max_size=10),
    st.dictionaries(
        st.tuples(st.integers(0, 5), st.sampled_from(sorted(FINDING_KINDS))), st.integers(0, 9)
    ),
)
def test_whatever_there_is_can_be_told(kinds, asked, findings):
    rows = [
        inspection(id=number, kind=kind, state=state) for number, (kind, state) in enumerate(kinds)
    ]
    told = report(rows, findings, asked, [], SPAN, DAY)
    assert told["inspections"]["total"] == len(told["inspection_rows"])
    assert told["findings"]["total"] == sum(
        row[kind] for row in told["inspection_rows"] for kind in FINDING_KINDS
    )
    for row in told["recommendation_rows"]:
        assert row["state_text"] == RECOMMENDATION_STATES[row["state"]]
        assert row["is_late"] == (row["late_by"] > 0)

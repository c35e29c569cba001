from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.conference_form import lawful_form
from odoo.addons.dan_chu_co_so.lib.rule_value import RuleAnswer


def _rule(code, value, comparison):
    return RuleAnswer(
        rule_id=1,
        code=f"conference.{code}",
        kind="integer",
        value=value,
        comparison=comparison,
        measure="người",
        citation="Điều 51 khoản 2",
        confidence="confirmed",
        strength="warn",
        date_from=date(2023, 7, 1),
        date_to=None,
    )


OPTIONAL = _rule("optional_staff", 7, "at_most")
FULL = _rule("full_below", 100, "less_than")
DELEGATES = _rule("delegates_from", 100, "at_least")
LAW = (OPTIONAL, FULL, DELEGATES)


@pytest.mark.parametrize(
    ("staff", "is_dispersed", "form"),
    [
        (1, False, "optional"),
        (7, False, "optional"),
        (7, True, "optional"),
        (8, False, "full"),
        (8, True, "either"),
        (99, False, "full"),
        (99, True, "either"),
        (100, False, "either"),
        (2000, False, "either"),
    ],
)
def test_the_head_count_decides_who_attends(staff, is_dispersed, form):
    assert lawful_form(staff, is_dispersed, *LAW)[0] == form


def test_the_rule_it_rests_on_is_told():
    assert lawful_form(7, False, *LAW)[1] is OPTIONAL
    assert lawful_form(60, False, *LAW)[1] is FULL
    assert lawful_form(60, True, *LAW)[1] is DELEGATES
    assert lawful_form(120, False, *LAW)[1] is DELEGATES


def test_without_rules_nothing_is_decided():
    assert lawful_form(60, False, None, None, None) == (None, None)
    assert lawful_form(60, True, None, FULL, None) == ("full", FULL)
    assert lawful_form(120, False, OPTIONAL, FULL, None) == (None, None)


@given(staff=st.integers(1, 10_000), is_dispersed=st.booleans())
def test_of_so_many_staff_the_law_leaves_something_open(staff, is_dispersed):
    form, rule = lawful_form(staff, is_dispersed, *LAW)
    assert form in ("optional", "full", "either")
    assert (form == "full") == (7 < staff < 100 and not is_dispersed)
    assert rule in LAW

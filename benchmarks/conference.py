"""A conference of two thousand: its list, its form, its minutes."""

from contextlib import contextmanager
from functools import partial

from odoo.tests import Form
from odoo.tools import SQL

from . import assembly, measure
from .table import Section

SIZES = (50, 2_000)
HOUSES = ("D1W1S7", "D2")
TURNS = 5
PAGE = 80
BY_HAND = "INSERT by hand"


def run(env):
    return measured(env, HOUSES, SIZES)


def measured(env, codes, sizes):
    section = Section(
        title="A conference of two thousand",
        measured=MEASURED,
        peers=(BY_HAND,),
        reading=READING,
    )
    made = {}
    for code, size in zip(codes, sizes, strict=True):
        unit = assembly.house(env, code, size)
        officer = assembly.user(env, f"{code} conference", unit, "officer", "staff")
        made[size] = _list(section, env(user=officer.id), unit, size)
    _forms(section, made)
    for size, conference in made.items():
        _minutes(section, conference, size)
    return section


def _list(section, env, unit, size):
    """The list in one click; by hand the same rows, in a table where they are new."""
    conference = assembly.conference(env, unit)
    rows = conference.attendee_ids.sudo()
    if len(rows) != size:
        raise AssertionError(f"{len(rows)} are on the list of {size}")
    again = {
        "ours": partial(_ours, conference),
        BY_HAND: partial(_by_hand, conference),
    }
    costs = {
        name: [measure.once(env, call, partial(_emptied, conference)) for _turn in range(TURNS)]
        for name, call in again.items()
    }
    best = {name: min(listed, key=lambda cost: cost.whole) for name, listed in costs.items()}
    section.add(
        "make the list",
        f"{size:,} people",
        best["ours"].whole,
        (best[BY_HAND].whole,),
        best["ours"].queries,
    )
    with _emptied(conference):
        conference.action_make_list()
    return conference


@contextmanager
def _emptied(conference):
    """Without its list, as it was begun."""
    conference.env.flush_all()
    conference.env.cr.execute(
        SQL("DELETE FROM dan_chu_conference_attendee WHERE conference_id = %s", conference.id)
    )
    conference.env.invalidate_all()
    yield


def _ours(conference):
    conference.action_make_list()
    conference.env.flush_all()


def _by_hand(conference):
    conference.env.cr.execute(
        SQL(
            """
            INSERT INTO dan_chu_conference_attendee
                        (conference_id, unit_id, employee_id, name, section_id, section,
                         section_sequence, sort_name, status, token, sequence)
            SELECT %s, %s, person.id, person.name, part.id, part.name, part.sequence,
                   md5(person.name), 'expected', md5(random()::text), 10
              FROM hr_employee person
              JOIN dan_chu_unit part ON part.id = person.dan_chu_unit_id
             WHERE part.institution_id = %s AND person.active
            """,
            conference.id,
            conference.unit_id.id,
            conference.unit_id.id,
        )
    )


def _forms(section, made):
    """What the web client asks for when the officer opens the form."""
    costs = {}
    for size, conference in made.items():
        specification = Form(conference)._view["fields_spec"]
        # As the web client does: the first page of the list.
        specification["attendee_ids"]["limit"] = PAGE
        call = partial(_read, conference, specification)
        costs |= measure.take_turns(conference.env, {size: call}, 9)
    small = min(costs)
    for size, cost in costs.items():
        if cost.queries != costs[small].queries:
            raise AssertionError(
                f"the form asks {cost.queries} queries for {size}, not {costs[small].queries}"
            )
        section.add("open the form", f"{size:,} people", cost.whole, (None,), cost.queries)


def _read(conference, specification):
    conference.web_read(specification)


def _minutes(section, conference, size):
    assembly.in_session(conference, size * 9 // 10)
    paper = conference.env["dan_chu.conference.paper"].browse(
        conference.action_new_paper("minutes")["res_id"]
    )
    cost = measure.once(conference.env, paper._compose)
    section.add("compose the minutes", f"{size:,} people", cost.whole, (None,), cost.queries)
    cost = measure.once(conference.env, paper._pdf_to_print)
    section.add("their PDF file", f"{size:,} people", cost.whole, (None,), cost.queries)


MEASURED = """\
A school of fifty and an institution of two thousand hold their conference. The list of all the
staff in one click: *INSERT by hand* is one statement that writes the same columns, on the same
indexes, out of the staff. The form as the web client reads it (`web_read` with the fields of the
form). The minutes, nine of ten being present: composed from agenda, attendance and votes, and as a
PDF file. Seconds of the whole call."""

READING = """\
The form asks for as many things at fifty as at two thousand, or this run would have ended with an
error. `base_assembly`, a module for the assemblies of associations, allows itself 60 s for a list
of 500 in its own tests, and users of OpenSlides report screens that freeze above 1,000 people. Ours
names no staff member who has left, sorts by section and given name, and gives each invitation a
code of its own."""

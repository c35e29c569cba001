"""What a user may reach: asked thousands of times a minute, changed a few times a year."""

import tracemalloc

from odoo.fields import Domain

from odoo.addons.dan_chu_co_so.lib.clock import today

from . import m2m_way, people, world
from .measure import each, take_turns
from .table import Section

CALLS = 20_000
FEW_CALLS = 200
# Four models that a user has rules on, in the three modes that ask for them.
RULES = 12

MEASURED = """\
Seconds of the whole call, not of the database alone. *Warm* is a process that has answered this
user since the last change of roles or tree; *asked each time* is the same answer without the
cache; *m2m* reads the user's many2many as the first statement of a request does. *Cold* is the
first request after a change, when all that the registry caches is gone: groups, access rights and
rules are read anew on both sides. Memory is what twelve cached rules of one user hold, by
`tracemalloc`."""

READING = """\
A right that was asked once costs no query until roles or the tree change, or the day does. The
set of units is kept once a user and role, and every rule that names it shares it; a many2many
gives each rule a list of its own. What the m2m way pays for a wide user after a change is the
ORM's reading of thousands of records to get their ids. For a user of one school both ways pay the
same then: groups and rules, not reach.

The rows that say who reaches what are written by people in our way, one a role. Of the m2m way's
rows there are as many as units reached, and each must be kept right when a unit is added, moved
or closed; `operating_unit` leaves that to its administrators."""


def run(env):
    section = Section("Rights of a user", MEASURED, ("asked each time", "m2m"), READING)
    supervisor = world.add_user(env, "supervisor")
    world.give(env, supervisor, "supervisor", world.unit(env, "D1"))
    env.registry.clear_cache()
    for person in (people.OFFICER, people.WIDE):
        user = person.of(env)
        twin = person.twin(env)
        _warm(section, env, person.what, user, twin, "officer")
        _cold(section, env, person.what, user, twin)
    _warm(section, env, "supervisor of a department", supervisor, None, "supervisor")
    _memory(section, env, people.WIDE)
    _rows(section, env)
    return section


def _warm(section, env, what, user, twin, role):
    def ours():
        return user._dan_chu_reach(role)

    def uncached():
        return type(user)._dan_chu_reach_on.__cache__.method(user, role, today())

    size = f"{len(ours()):,} units"
    queries = take_turns(env, {"ours": ours}, turns=1)["ours"].queries
    m2m = twin and each(lambda: _read_anew(twin), FEW_CALLS)
    peers = (each(uncached, FEW_CALLS), m2m)
    section.add(f"reach, warm: {what}", size, each(ours, CALLS), peers, queries)
    units = env["dan_chu.unit"].browse(list(ours())[:80])
    section.add(
        f"role held in {len(units)} units, warm: {what}",
        size,
        each(lambda: user._dan_chu_has_role(role, units), CALLS),
        (None, None),
        take_turns(env, {"ours": lambda: user._dan_chu_has_role(role, units)}, 1)["ours"].queries,
    )


def _cold(section, env, what, user, twin):
    def first_rule(someone):
        env.registry.clear_cache()
        env(user=someone.id)["ir.rule"]._compute_domain("dan_chu.directive", "read")

    costs = take_turns(env, {"ours": lambda: first_rule(user), "m2m": lambda: first_rule(twin)})
    section.add(
        f"rule of the texts, cold: {what}",
        f"{len(user._dan_chu_reach('officer')):,} units",
        costs["ours"].whole,
        (None, costs["m2m"].whole),
        costs["ours"].queries,
    )


def _memory(section, env, person):
    user = person.of(env)
    twin = person.twin(env)
    texts = env["dan_chu.directive"]
    reach = user._dan_chu_reach("officer")

    def rules(ids):
        return [Domain("unit_id", "in", ids()).optimize(texts) for _ in range(RULES)]

    section.add(
        f"{RULES} cached rules: {person.what}",
        f"{len(reach):,} units",
        _held(lambda: rules(lambda: user._dan_chu_reach("officer"))),
        (None, _held(lambda: rules(lambda: twin[m2m_way.FIELD].ids))),
        unit="bytes",
    )
    section.add(
        "the reach they share",
        f"{len(reach):,} units",
        _held(lambda: type(user)._dan_chu_reach_on.__cache__.method(user, "officer", today())),
        (None, None),
        unit="bytes",
    )


def _rows(section, env):
    """Of all users but the supervisor, whose reach is another."""
    env.cr.execute(
        """
        SELECT count(DISTINCT held.id), count(DISTINCT (held.user_id, part.id)),
               count(DISTINCT held.user_id)
          FROM dan_chu_assignment held
          JOIN dan_chu_unit home ON home.id = held.unit_id
          JOIN dan_chu_unit part ON part.institution_id = home.institution_id
         WHERE held.role <> 'supervisor'
        """
    )
    roles, reached, users = env.cr.fetchone()
    size = f"{users:,} users"
    section.add("rows that say who reaches what", size, roles, (None, reached), unit="rows")


def _held(make):
    make()
    tracemalloc.start()
    try:
        before, _peak = tracemalloc.get_traced_memory()
        kept = make()
        after, _peak = tracemalloc.get_traced_memory()
        del kept
    finally:
        tracemalloc.stop()
    return after - before


def _read_anew(twin):
    twin.invalidate_recordset([m2m_way.FIELD])
    return twin[m2m_way.FIELD].ids

"""A subtree of a thousand units goes elsewhere, or gets a head and seal of its own."""

from contextlib import contextmanager

from odoo.tools import SQL

from . import people, world
from .first_page import page, page_by_hand
from .measure import best, take_turns
from .table import Section

MEASURED = """\
The whole of a change to the tree, written to the database: access checks, paths, institutions,
constraints and the forgetting of what was cached. *By hand* is one UPDATE of path and institution
of the same rows, without any check. The last rows are the first list a user asks for after it,
with nothing cached of anybody's rights, against the same page by hand."""

READING = """\
Ours does more than the statement by hand: it checks access, constraints and that the tree has no
circle, keeps who changed what, and forgets everybody's rights. The paths change in one statement.
Units below are found level by level, and institutions written a hundred rows at a time (Odoo's
batch): queries grow with the depth of the tree and the hundreds of rows, never row by row. Where
the institution stays the same nothing is written for it.

The first page after a change pays for groups, access rights, rules and reach being read anew,
once a user and process, because Odoo forgets all it has cached of a database at once. The
statement by hand knows its units already."""
TURNS = 7


def run(env):
    section = Section("Moving a subtree", MEASURED, ("by hand",), READING)
    env = env(user=env.ref("base.user_admin").id)
    first, second = (world.unit(env, code).id for code in ("D1", "D2"))
    for what, code, values in (
        ("a ward goes to another department", "D1W1", {"parent_id": second}),
        ("a campus becomes part of another institution", "D2C1", {"parent_id": first}),
        ("a campus gets its own head and seal", "D2C1", {"is_institution": True}),
    ):
        unit = world.unit(env, code)
        size = env["dan_chu.unit"].search_count([("id", "child_of", unit.id)])
        candidates = {
            "ours": lambda unit=unit, values=values: _move(unit, values),
            "by hand": lambda unit=unit, values=values: _move_by_hand(unit, values),
        }
        _must_do_the_same(env, candidates)
        costs = take_turns(env, candidates, TURNS, around=lambda: _undone(env))
        ours = costs["ours"]
        section.add(
            what,
            f"{size:,} units",
            ours.database,
            (costs["by hand"].database,),
            ours.queries,
            ours.whole,
        )
    for person in (people.OFFICER, people.WIDE):
        user = person.of(env)
        reach = user._dan_chu_reach("officer")
        costs = take_turns(
            env,
            {
                "ours": lambda user=user: _first_request(user),
                **page_by_hand(env, person, user, sorted(reach)),
            },
        )
        ours = costs["ours"]
        section.add(
            f"first page after it, {person.what}",
            f"{len(reach):,} units",
            ours.database,
            (best(costs, "by hand").database,),
            ours.queries,
            ours.whole,
        )
    return section


def _move(unit, values):
    unit.write(values)
    unit.env.flush_all()


def _move_by_hand(unit, values):
    """The path above a unit changes for all below it; the institution, for its inside."""
    env = unit.env
    if "parent_id" in values:
        env.cr.execute(
            SQL(
                "UPDATE dan_chu_unit SET parent_id = %s WHERE id = %s", values["parent_id"], unit.id
            )
        )
    else:
        env.cr.execute(SQL("UPDATE dan_chu_unit SET is_institution = true WHERE id = %s", unit.id))
    env.cr.execute(
        SQL(
            """
            UPDATE dan_chu_unit part
               SET parent_path = coalesce(above.parent_path, '')
                                 || substr(part.parent_path, length(top.parent_path)
                                           - length(top.id::text)),
                   institution_id = CASE
                       WHEN part.institution_id <> top.institution_id THEN part.institution_id
                       WHEN top.is_institution THEN top.id
                       ELSE above.institution_id END
              FROM dan_chu_unit top LEFT JOIN dan_chu_unit above ON above.id = top.parent_id
             WHERE top.id = %s AND part.parent_path LIKE top.parent_path || '%%'
            """,
            unit.id,
        )
    )


def _must_do_the_same(env, candidates):
    ends = {}
    for name, change in candidates.items():
        with _undone(env):
            change()
            env.cr.execute("SELECT id, parent_path, institution_id FROM dan_chu_unit ORDER BY id")
            ends[name] = env.cr.fetchall()
    if ends["ours"] != ends["by hand"]:
        raise AssertionError("The move by hand ends in another tree than ours.")


@contextmanager
def _undone(env):
    env.cr.execute("SAVEPOINT before_the_move")
    try:
        yield
    finally:
        env.invalidate_all(flush=False)
        env.cr.execute("ROLLBACK TO SAVEPOINT before_the_move")


def _first_request(user):
    user.env.registry.clear_cache()
    return page(user.env(user=user.id)["dan_chu.directive"])

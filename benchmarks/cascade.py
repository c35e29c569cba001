"""A plan with 30 sections and 12 tasks goes down to a thousand units."""

from graphlib import TopologicalSorter

from odoo.tools import SQL

from . import measure, plans, world
from .table import Section

TURNS = 3


def run(env):
    units = plans.below(env)
    plan = plans.issued(env, plans.draft(env, world.unit(env, "D2"), for_addressees=True))
    before = _last_ids(env)
    ours = measure.once(env, lambda: plans.send(plan, units))
    made = {
        table: before.get(table, 0)
        for table, last in _last_ids(env).items()
        if last > before.get(table, 0)
    }
    rows = _taken_away(env, made)
    by_hand = min((_by_hand(env, rows) for _ in range(TURNS)), key=lambda cost: cost.database)
    count = len(units)
    section = Section(
        title="Passing a plan down",
        measured=MEASURED.format(units=f"{count:,}", rows=f"{sum(rows.values()):,}"),
        peers=("INSERT by hand",),
        reading=READING.format(queries=f"{ours.queries / count:.1f}"),
    )
    section.add(
        "all units",
        f"{count:,} units",
        ours.database,
        (by_hand.database,),
        ours.queries,
        ours.whole,
    )
    section.add(
        "a unit",
        f"{sum(rows.values()) / count:.0f} rows",
        ours.database / count,
        (by_hand.database / count,),
        None,
        ours.whole / count,
    )
    return section


def _last_ids(env):
    tables = env.execute_query(
        SQL(
            """
            SELECT column_.table_name FROM information_schema.columns AS column_
              JOIN information_schema.tables AS table_ USING (table_schema, table_name)
             WHERE table_schema = 'public' AND column_name = 'id' AND table_type = 'BASE TABLE'
            """
        )
    )
    return {
        table: env.execute_query(
            SQL("SELECT coalesce(max(id), 0)::int FROM %s", SQL.identifier(table))
        )[0][0]
        for (table,) in tables
    }


def _taken_away(env, made):
    """{table: rows} in an order in which they can be written, kept in temporary tables."""
    rows = {}
    for table in _in_order(env, made):
        env.cr.execute(
            SQL(
                "CREATE TEMP TABLE %s AS SELECT * FROM %s WHERE id > %s",
                SQL.identifier(f"kept_{table}"),
                SQL.identifier(table),
                made[table],
            )
        )
        rows[table] = env.cr.rowcount
    env.cr.execute("UPDATE dan_chu_plan_addressee SET lower_plan_id = NULL")
    for table in reversed(rows):
        env.cr.execute(SQL("DELETE FROM %s WHERE id > %s", SQL.identifier(table), made[table]))
    return rows


def _in_order(env, made):
    """What is pointed at stands before what points at it."""
    links = env.execute_query(
        SQL(
            """
            SELECT conrelid::regclass::text, confrelid::regclass::text
              FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid
            """
        )
    )
    order = TopologicalSorter(dict.fromkeys(made, ()))
    for table, target in links:
        if table in made and target in made:
            order.add(table, target)
    return order.static_order()


def _by_hand(env, rows):
    def insert():
        for table in rows:
            env.cr.execute(
                SQL(
                    "INSERT INTO %s SELECT * FROM %s",
                    SQL.identifier(table),
                    SQL.identifier(f"kept_{table}"),
                )
            )

    savepoint = env.cr.savepoint(flush=False)
    cost = measure.once(env, insert)
    savepoint.close(rollback=True)
    return cost


MEASURED = """\
A plan with 30 sections and 12 tasks for every unit below is sent to {units} schools, each with an
officer of its own, in the steps of the background work: to each the paper, twelve tasks with their
book of steps, a draft with sections, upper plan, basis and signatory, and word to its officer.
*INSERT by hand* writes the very same {rows} rows again, one INSERT … SELECT a table with its
indexes, foreign keys and triggers, out of temporary tables. Time in the database; the last column
is the whole call."""

READING = """\
{queries} queries a unit. Odoo writes a hundred rows an INSERT and sends each row's values as
constants, where by hand a table is one statement that reads rows ready-made; tasks, steps and
sections cost no query of their own. About five of the queries are Odoo's, which makes an officer
a follower of the draft with the activity on it. Before this benchmark there were 8.7, and each
section was written twice: its unit is now known when it is inserted, and the units of a step are
read at once. The rest of the whole call is the ORM's own work in Python. Ours is run once, by hand
three times, of which the best is taken."""

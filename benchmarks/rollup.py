"""How far a plan is, over a thousand plans below it."""

from functools import partial

from odoo.tools import SQL

from odoo.addons.dan_chu_co_so.lib.clock import today

from . import measure, plans, world
from .table import Section

TASKS = 12
FIGURES = ("task_total", "task_done", "task_late", "tree_total", "tree_done", "tree_progress")


def run(env):
    units = plans.below(env)
    plan = plans.issued(env, plans.draft(env, world.unit(env, "D2")))
    _answered(env, plan, units)
    section = Section(
        title="Progress of a thousand plans below",
        measured=MEASURED,
        peers=("one statement",),
        reading=READING,
    )
    for what, ours, by_hand in (
        ("the plan with all below", partial(_figures, plan), partial(_figures_by_hand, plan)),
        ("unit by unit", partial(_by_unit, plan), partial(_by_unit_by_hand, plan)),
    ):
        whole = measure.take_turns(env, {"ours": ours, "by hand": by_hand}, 7)
        costs = measure.take_turns(
            env, {"ours": measure.statements_of(env, ours), "by hand": by_hand}
        )
        section.add(
            what,
            f"{len(units):,} plans, {len(units) * TASKS:,} tasks",
            costs["ours"].database,
            (costs["by hand"].database,),
            whole["ours"].queries,
            whole["ours"].whole,
        )
    return section


def _answered(env, plan, units):
    """An issued plan in each unit, with tasks in all states, written by SQL."""
    lower = plans.draft(env, units[0], tasks=0)
    env.flush_all()
    env.cr.execute(
        SQL(
            """
            INSERT INTO dan_chu_plan (document_id, period_kind, period_year, date_from, date_to)
            SELECT %s, 'year', %s, %s, %s FROM generate_series(1, %s)
            """,
            lower.document_id.id,
            lower.period_year,
            lower.date_from,
            lower.date_to,
            len(units),
        )
    )
    env.cr.execute(
        SQL(
            """
            INSERT INTO dan_chu_plan_addressee
                (plan_id, sender_unit_id, unit_id, must_plan, sent_on, lower_plan_id, state)
            SELECT %s, %s, unit.id, true, now(), made.id, 'issued'
              FROM unnest(%s) WITH ORDINALITY AS unit(id, place)
              JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place
                      FROM dan_chu_plan WHERE id > %s) AS made USING (place)
            """,
            plan.id,
            plan.unit_id.id,
            units.ids,
            lower.id,
        )
    )
    env.cr.execute(
        SQL(
            """
            INSERT INTO dan_chu_task (name, search_text, plan_id, unit_id, addressee_unit_id,
                row_kind, part, who_kind, state, weight, is_counted, given_on, date_deadline)
            SELECT 'Việc số ' || n, 'viec so ' || n, below.lower_plan_id, below.unit_id,
                   below.unit_id, 'main', 'lead', 'unit',
                   (ARRAY['todo', 'doing', 'done', 'accepted', 'cancelled'])
                       [1 + (n + below.id) %% 5],
                   1 + n %% 3, true, now(), %s::date - 60 + 10 * n
              FROM dan_chu_plan_addressee below CROSS JOIN generate_series(1, %s) AS n
             WHERE below.plan_id = %s
            """,
            today(),
            TASKS,
            plan.id,
        )
    )
    env.cr.execute("ANALYZE dan_chu_plan, dan_chu_plan_addressee, dan_chu_task")
    env.invalidate_all()


def _figures(plan):
    row = plan.read(FIGURES)[0]
    return [row[name] for name in FIGURES[3:5]]


def _figures_by_hand(plan):
    """All that ours gives, of which two figures are compared."""
    figures = SQL(
        """
        count(*)::int AS total,
        (count(*) FILTER (WHERE state IN ('done', 'accepted')))::int AS done,
        count(*) FILTER (WHERE state IN ('todo', 'doing') AND given_on IS NOT NULL
                           AND date_deadline < %s) AS late,
        sum(weight) AS weight, sum(weight) FILTER (WHERE state IN ('done', 'accepted')) AS reached
        """,
        today(),
    )
    rows = plan.env.execute_query(
        SQL(
            """
            SELECT plan_id = %(plan)s, %(figures)s FROM dan_chu_task
             WHERE is_counted AND state <> 'cancelled' AND (
                plan_id = %(plan)s OR plan_id IN (
                    SELECT lower_plan_id FROM dan_chu_plan_addressee
                     WHERE plan_id = %(plan)s AND state = 'issued'))
             GROUP BY 1
            """,
            plan=plan.id,
            figures=figures,
        )
    )
    return [sum(row[1] for row in rows), sum(row[2] for row in rows)]


def _by_unit(plan):
    return sorted((unit.id, *numbers[:2]) for unit, numbers in plan._progress_by_unit())


def _by_unit_by_hand(plan):
    return plan.env.execute_query(
        SQL(
            """
            SELECT unit.institution_id, count(*),
                   count(*) FILTER (WHERE state IN ('done', 'accepted'))
              FROM dan_chu_task task JOIN dan_chu_unit unit ON unit.id = task.addressee_unit_id
             WHERE is_counted AND state <> 'cancelled' AND (
                plan_id = %(plan)s OR plan_id IN (
                    SELECT lower_plan_id FROM dan_chu_plan_addressee
                     WHERE plan_id = %(plan)s AND state = 'issued'))
             GROUP BY 1 ORDER BY 1
            """,
            plan=plan.id,
        )
    )


MEASURED = """\
A plan that went to a thousand units, each of which issued its own with twelve tasks in all states.
The plan with all below is what its form reads: tasks and late ones, done by weight, of its own and
of the whole tree. *One statement* gives the same figures and is written for this one level of
units; unit by unit it gives total and done only. Time in the database; the last column is the
whole call."""

READING = """\
Nothing is stored of it: the figures are right the moment a task is closed, and no job at night
makes them so. Ours walks the tree to any depth (WITH RECURSIVE). Unit by unit it gives five
figures instead of two, and reads the units as well, for their names and order: the second query."""

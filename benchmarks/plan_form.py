"""The form of a plan with twenty tasks, and with two hundred."""

from odoo.tests import Form

from . import measure, plans, world
from .table import Section

SIZES = (20, 200)


def run(env):
    unit = world.unit(env, "D1W1S2")
    env = env(user=env["res.users"].search([("login", "=", "officer")]).id)
    made = {size: plans.draft(env, env["dan_chu.unit"].browse(unit.id), size) for size in SIZES}
    env.flush_all()
    specification = Form(made[SIZES[0]])._view["fields_spec"]
    costs = measure.take_turns(
        env,
        {size: lambda plan=plan: _read(plan, specification) for size, plan in made.items()},
        9,
    )
    section = Section(
        title="Form of a plan", measured=MEASURED, peers=("20 tasks",), reading=READING
    )
    small = costs[SIZES[0]]
    for size, cost in costs.items():
        if cost.queries != small.queries:
            raise AssertionError(f"{cost.queries} queries with {size} tasks, not {small.queries}")
        section.add(
            "read by the web client",
            f"{size} tasks",
            cost.database,
            (small.database,),
            cost.queries,
            cost.whole,
        )
    return section


def _read(plan, specification):
    plan.web_read(specification)


MEASURED = """\
What the web client asks for when an officer opens a plan (`web_read` with the fields of the form):
text of 30 sections, tasks, progress, units below. Time in the database; the last column is the
whole call."""

READING = """\
The number of queries is the same, or this run would have ended with an error. Most of the time is
reading the fields of the form, whatever the number of tasks."""

"""A plan with thirty sections and twelve tasks, for the benchmarks of plans."""

from odoo.fields import Command
from odoo.tools import SQL

from odoo.addons.dan_chu_co_so.lib.clock import today

from . import office, world

UNITS = 1_000
SECTIONS = 30
TASKS = 12


def below(env, count=UNITS):
    """Schools straight below the second department, each with an officer of its own."""
    world._level(env, world._only("D2"), "P", "Trường tiểu học số", "primary_school", count)
    login = SQL("SELECT 'officer of ' || code AS login FROM (%s) AS unit", world._coded("DP"))
    world._insert_users(env, login)
    env.cr.execute(
        SQL(
            """
            INSERT INTO dan_chu_assignment (user_id, role, unit_id, date_from)
            SELECT person.id, 'officer', unit.id, %s
              FROM (%s) AS unit JOIN res_users person ON person.login = 'officer of ' || unit.code
            """,
            world.FIRST_DAY,
            world._coded("DP"),
        )
    )
    world._follow_groups(env)
    env.cr.execute("ANALYZE dan_chu_unit, dan_chu_assignment, res_users")
    env.invalidate_all()
    env.registry.clear_cache()
    return env["dan_chu.unit"].search([("code", "=like", "D2P%")])


def draft(env, unit, tasks=TASKS, **task):
    """Of the unit, with every section for those below."""
    plan = env["dan_chu.plan"].create(
        {
            "unit_id": unit.id,
            "title": "Thực hiện dân chủ ở cơ sở",
            "date_from": f"{today().year}-01-01",
            "date_to": f"{today().year}-12-31",
            "signatory_ids": [
                Command.clear(),
                Command.create({"own_title": "GIÁM ĐỐC", "name": "Nguyễn Văn An"}),
            ],
            "section_ids": [
                Command.create(
                    {
                        "sequence": place,
                        "level": 1 + place % 3,
                        "role": "item",
                        "text": office.SENTENCES[place % 4],
                        "goes_down": True,
                    }
                )
                for place in range(SECTIONS)
            ],
        }
    )
    env["dan_chu.task"].create(
        [
            {
                "name": office.SENTENCES[place % 4],
                "plan_id": plan.id,
                "date_deadline": f"{today().year}-12-{1 + place % 28:02d}",
                **task,
            }
            for place in range(tasks)
        ]
    )
    return plan


def issued(env, plan):
    """Its head signed it by hand."""
    plan.action_record_paper_issue({"date": today()})
    env.flush_all()
    return plan


def send(plan, units):
    """To all of them, in the steps of the background work."""
    from odoo.addons.dan_chu_co_so.models.plan_cascade import SLICE

    plan.addressee_ids = [Command.create({"unit_id": unit.id}) for unit in units]
    plan.env.flush_all()
    while waiting := plan._waiting(SLICE):
        plan._send_to(waiting)
        plan.env.flush_all()
        # Each step is a transaction of its own.
        plan.env.invalidate_all()

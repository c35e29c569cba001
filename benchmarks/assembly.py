"""A house of many people and its conferences, for the benchmarks of conferences."""

from datetime import datetime, time

from odoo import fields

from odoo.addons.dan_chu_co_so.lib.clock import today

from . import world

NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Minh Châu", "Phạm Ngọc Dung", "Đỗ Hữu Đạt")


def house(env, code, total):
    """An institution with so many people in its inner parts; nobody else works there."""
    unit = world.unit(env, code)
    parts = unit._inside() - unit
    quiet = env(context={"tracking_disable": True, "mail_create_nosubscribe": True})
    quiet["hr.employee"].create(
        [
            {"name": f"{NAMES[n % len(NAMES)]} {n}", "dan_chu_unit_id": parts[n % len(parts)].id}
            for n in range(total)
        ]
    )
    env.flush_all()
    env.invalidate_all()
    return unit


def user(env, login, unit, *roles):
    made = world.add_user(env, login)
    for role in roles:
        world.give(env, made, role, unit)
    env.registry.clear_cache()
    return made


def conference(env, unit, name="Hội nghị viên chức, người lao động"):
    """Today's, made by the user of the environment, with its list."""
    day = today()
    begin = datetime.combine(day, time(1))
    made = env["dan_chu.conference"].create(
        {
            "unit_id": unit.id,
            "name": name,
            "date": day,
            "starts_at": begin,
            "ends_at": datetime.combine(day, time(4)),
            "location": "Hội trường",
        }
    )
    made.action_make_list()
    return made


def in_session(made, present):
    """With the first so many there; past the buttons, which are no matter here."""
    made._put({"state": "called"})
    rows = made.attendee_ids[:present]
    rows._enter({"status": "present", "arrived_on": fields.Datetime.now()}, "list")
    made._put({"state": "open", "is_valid": True, "opened_on": fields.Datetime.now()})
    made.env.flush_all()
    return rows

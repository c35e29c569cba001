"""What the law says, for a unit on a day."""

from odoo.tools import SQL

from odoo.addons.dan_chu_co_so.lib.clock import today

from . import world
from .measure import each, take_turns
from .table import Section

CODE = "conference.quorum"
CALLS = 20_000
FEW_CALLS = 500

MEASURED = """\
Seconds of the whole call. The answer carries value, citation and degree of confidence; *by hand*
is one statement that finds the row for the unit, its institution, their kinds or all, and gives
value and article only."""

READING = """\
The whole book of rules is read once and kept, with the scopes of each unit asked for, until a
rule, a legal text or the tree changes: an answer is then found without a query. Every screen that
says why ("≥ 2/3, Điều 51 …") asks for several of them."""


def run(env):
    section = Section("Lookup of a legal rule", MEASURED, ("by hand",), READING)
    rule = env["dan_chu.rule"]
    env.cr.execute("SELECT count(*) FROM dan_chu_rule")
    (count,) = env.cr.fetchone()
    for what, unit in (
        ("for a school", world.unit(env, "D1W1S1")),
        ("for a group of a school", world.unit(env, "D1W1S1G1")),
    ):

        def ours(unit=unit):
            return rule._value(CODE, unit, today())

        def by_hand(unit=unit):
            return _by_hand(env, CODE, unit, today())

        cost = take_turns(env, {"ours": lambda ours=ours: ours().rule_id, "by hand": by_hand}, 3)
        section.add(
            f"warm, {what}",
            f"{count} rules",
            each(ours, CALLS),
            (each(by_hand, FEW_CALLS),),
            cost["ours"].queries,
        )

    def cold():
        env.registry.clear_cache()
        return rule._value(CODE, world.unit(env, "D1W1S1"), today())

    cost = take_turns(env, {"ours": lambda: cold().rule_id}, 5)["ours"]
    section.add("cold, the whole book", f"{count} rules", cost.whole, (None,), cost.queries)
    return section


def _by_hand(env, code, unit, day):
    env.cr.execute(
        SQL(
            """
            SELECT rule.id, rule.value, rule.article
              FROM dan_chu_unit part
              JOIN dan_chu_unit top ON top.id = part.institution_id
              JOIN dan_chu_rule rule
                ON rule.unit_id IS NULL AND rule.unit_kind_id IS NULL
                OR rule.unit_id IN (part.id, top.id)
                OR rule.unit_kind_id IN (part.kind_id, top.kind_id)
             WHERE part.id = %(unit)s AND rule.code = %(code)s
               AND rule.date_from <= %(day)s AND (rule.date_to IS NULL OR rule.date_to >= %(day)s)
             ORDER BY rule.unit_id = part.id DESC NULLS LAST,
                      rule.unit_id = top.id DESC NULLS LAST,
                      rule.unit_kind_id = part.kind_id DESC NULLS LAST,
                      rule.unit_kind_id = top.kind_id DESC NULLS LAST
             LIMIT 1
            """,
            unit=unit.id,
            code=code,
            day=day,
        )
    )
    return env.cr.fetchone()[0]

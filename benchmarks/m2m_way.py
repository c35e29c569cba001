"""The way of OCA's operating_unit, on our data: who may see which unit is a many2many.

Its rules, from version 11 to 17, have one form: `['|', (unit, '=', False), (unit, 'in', ids)]` with
the ids of the user's many2many. Every unit a user reaches is a row, written when the user, the unit
or the tree changes. Here the same reach is copied into such rows, for users of a group of its own.
"""

from odoo.fields import Command
from odoo.tools import SQL

TABLE = "x_user_unit_rel"
FIELD = "x_unit_ids"
_RULE = f"'|', ('unit_id', '=', False), ('unit_id', 'in', user.{FIELD}.ids)"
_DOMAINS = {
    "staff": f"['&', ('state', '=', 'published'), {_RULE}]",
    "officer": f"[{_RULE}]",
}


def install(env):
    """The many2many, and a group a role with a rule through it."""
    env["ir.model.fields"].create(
        {
            "model_id": env["ir.model"]._get_id("res.users"),
            "name": FIELD,
            "ttype": "many2many",
            "relation": "dan_chu.unit",
            "relation_table": TABLE,
            "column1": "user_id",
            "column2": "unit_id",
        }
    )
    for role, domain in _DOMAINS.items():
        env["res.groups"].create(
            {
                "name": _group_name(role),
                "implied_ids": [Command.link(env.ref("base.group_user").id)],
                "model_access": [
                    Command.create(
                        {
                            "name": model,
                            "model_id": env["ir.model"]._get_id(model),
                            "perm_read": True,
                        }
                    )
                    for model in ("dan_chu.unit", "dan_chu.directive")
                ],
                "rule_groups": [
                    Command.create(
                        {
                            "name": role,
                            "model_id": env["ir.model"]._get_id("dan_chu.directive"),
                            "domain_force": domain,
                        }
                    )
                ],
            }
        )


def mirror(env, user, twin, roles):
    """Give the twin the same reach as rows, and a rule for each of the roles."""
    groups = env["res.groups"].search([("name", "in", [_group_name(role) for role in roles])])
    twin.write({"group_ids": [Command.link(group.id) for group in groups]})
    units = set().union(*(user._dan_chu_reach(role) for role in roles))
    env.cr.execute(
        SQL(
            "INSERT INTO %s (user_id, unit_id) SELECT %s, unnest(%s)",
            SQL.identifier(TABLE),
            twin.id,
            sorted(units),
        )
    )
    env.invalidate_all()


def _group_name(role):
    return f"operating unit: {role}"

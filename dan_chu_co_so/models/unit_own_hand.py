from odoo import models
from odoo.exceptions import AccessError

from .assignment import GROUPS, SELF_GRANTED


class Unit(models.Model):
    """A manager who is head of a unit does not become head of others by moving them under it."""

    _inherit = "dan_chu.unit"

    def write(self, vals):
        if self.env.su or not vals.keys() & {"parent_id", "is_institution", "kind_id"}:
            return super().write(vals)
        user = self.env.user
        given = [
            role
            for role, group in GROUPS.items()
            if role not in SELF_GRANTED and user.has_group(group)
        ]
        before = set().union(*map(user._dan_chu_reach, given))
        res = super().write(vals)
        gained = set().union(*map(user._dan_chu_reach, given)) - before
        if gained:
            raise AccessError(
                self.env._(
                    "This would put %(units)s under a role that you hold yourself and nobody "
                    "gives to oneself. Ask another manager to make the change.",
                    units=", ".join(self.browse(sorted(gained)[:5]).mapped("name")),
                )
            )
        return res

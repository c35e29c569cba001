from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .owner_unit import OwnerUnit


class UnitOwned(models.AbstractModel):
    """A row of business that belongs to one unit, which decides who reaches it."""

    _name = "dan_chu.unit.owned"
    _description = "Row of a unit"
    _inherit = ["dan_chu.guarded.name"]

    unit_id = OwnerUnit(
        "dan_chu.unit", string="Unit", required=True, index=True, ondelete="restrict"
    )
    may_handle = fields.Boolean(compute="_compute_may_handle")
    may_sign = fields.Boolean(compute="_compute_may_handle")

    @api.depends("unit_id")
    @api.depends_context("uid")
    def _compute_may_handle(self):
        """Officer or head there: whoever is one elsewhere is not shown their buttons."""
        user = self.env.user
        for row in self:
            row.may_handle = any(
                row.unit_id.id in user._dan_chu_reach(role) for role in ("officer", "head")
            )
            row.may_sign = row.unit_id.id in user._dan_chu_reach("head")

    def write(self, vals):
        self._check_owners_follow(vals)
        res = super().write(vals)
        if "unit_id" in vals:
            # The rule was asked about the unit the row came from, not about where it goes.
            self.check_access("write")
        return res

    def _check_owners_follow(self, vals):
        """A unit that is that of another row is in the database for the rules; a value that is
        sent would take its place there."""
        for name in () if self.env.su else vals.keys() & self._fields.keys():
            field = self._fields[name]
            if isinstance(field, OwnerUnit) and field.related:
                raise UserError(
                    self.env._(
                        "“%s” follows from what the row belongs to: it is not written.",
                        field._description_string(self.env),
                    )
                )

    def _require_role(self, *roles):
        """Refuse unless the user holds one of the roles in the unit of every row."""
        if self.env.su:
            return
        names = dict(
            self.env["dan_chu.assignment"]._fields["role"]._description_selection(self.env)
        )
        for unit in self.unit_id:
            if not any(self.env.user._dan_chu_has_role(role, unit) for role in roles):
                raise AccessError(
                    self.env._(
                        "This asks for the role %(roles)s in %(unit)s, "
                        "which you do not hold today.",
                        roles=" / ".join(names[role] for role in roles),
                        unit=unit.display_name,
                    )
                )

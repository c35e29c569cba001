from odoo import api, fields, models
from odoo.fields import Domain

from ..lib.clock import today


class Initiative(models.Model):
    """What a new model begins with: three things are asked for, the rest is there or may follow."""

    _inherit = "dan_chu.initiative"

    movement_id = fields.Many2one(default=lambda self: self._default_movement())
    registrant = fields.Char(default=lambda self: self._default_unit().sudo().name)

    @api.model
    def _default_movement(self):
        """The latest that runs, for the unit and what stands above it."""
        movements = self.env["dan_chu.movement"]
        user = self.env.user
        houses = [*user._dan_chu_reach("staff"), *user._dan_chu_reach("above")]
        running = Domain("date_to", "=", False) | Domain("date_to", ">=", today())
        begun = Domain("date_from", "<=", today())
        return movements.search(running & begun & Domain("unit_id", "in", houses), limit=1)

    @api.onchange("movement_id")
    def _onchange_movement_id(self):
        taken = self.movement_id.sudo()._kinds() if self.movement_id else ()
        if taken and self.kind not in taken:
            self.kind = next(
                kind for kind in self._fields["kind"].get_values(self.env) if kind in taken
            )

    @api.onchange("unit_id", "kind", "employee_id")
    def _onchange_registrant(self):
        """Named by hand it stays; else it is the person, or the unit."""
        names = {self.employee_id.sudo().name, *self._named_before()}
        if self.registrant and self.registrant not in names:
            return
        person = self.employee_id.sudo() if self.kind == "person" else self.env["hr.employee"]
        self.registrant = person.name or self.unit_id.sudo().name or self.registrant

    def _named_before(self):
        before = self._origin.sudo()
        units = before.unit_id | self._default_unit().sudo()
        return {*units.mapped("name"), before.employee_id.name}


class InitiativeResult(models.Model):
    _inherit = "dan_chu.initiative.result"

    period = fields.Char(default=lambda self: self._quarter())

    @api.model
    def _quarter(self):
        day = today()
        return f"Quý {('I', 'II', 'III', 'IV')[(day.month - 1) // 3]}/{day.year}"

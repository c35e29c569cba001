from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..lib.clock import today


class DutyOff(models.Model):
    """An institution for which a duty is switched off, and why.

    The row is the switch: making it cancels what is still open, taking it away brings it back.
    """

    _name = "dan_chu.duty.off"
    _description = "Duty switched off"
    _inherit = ["dan_chu.unit.owned"]
    _order = "unit_id, duty_id"
    _rec_name = "duty_id"

    duty_id = fields.Many2one("dan_chu.duty", required=True, index=True, ondelete="restrict")
    reason = fields.Char(required=True)
    since = fields.Date(readonly=True, required=True, default=lambda self: today())

    _once = models.Constraint(
        "UNIQUE(unit_id, duty_id)", "This duty is already switched off for this institution."
    )

    @api.constrains("unit_id")
    def _check_institution(self):
        for row in self:
            if not row.unit_id.is_institution:
                raise ValidationError(
                    self.env._(
                        "%(unit)s is a part of %(institution)s, which owes the duties of the law: "
                        "switch the duty off there.",
                        unit=row.unit_id.name,
                        institution=row.unit_id.institution_id.name,
                    )
                )

    @api.constrains("reason")
    def _check_reason(self):
        for row in self:
            if not row.reason.strip():
                raise ValidationError(
                    self.env._("“%s”: say why the duty is switched off.", row.duty_id.name)
                )

    @api.model_create_multi
    def create(self, vals_list):
        rows = super().create([{**vals, "since": today()} for vals in vals_list])
        for row in rows:
            row._tasks()._switch_off(row.reason)
        return rows

    def write(self, vals):
        if vals.keys() & {"unit_id", "duty_id", "since"}:
            raise UserError(
                self.env._("Only the reason changes. Switch this duty on, and the other one off.")
            )
        return super().write(vals)

    def unlink(self):
        switched = [(row.unit_id, row._tasks(), row.since) for row in self]
        units = self.unit_id
        res = super().unlink()
        years = units.sudo()._work_years()
        for unit, tasks, since in switched:
            first = years[unit.id][0]
            tasks.filtered(lambda task, year=first.year: task.duty_year == year)._switch_on(
                since, today()
            )
        self.env["dan_chu.duty"]._make_for(units)
        return res

    def _tasks(self):
        """Asked and moved with the rights of the system: who may write the switch may do it."""
        self.ensure_one()
        tasks = self.env["dan_chu.task"].sudo()
        return tasks._of_duties(self.duty_id, [("unit_id", "=", self.unit_id.id)])

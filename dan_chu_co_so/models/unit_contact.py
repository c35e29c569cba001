from odoo import api, fields, models
from odoo.exceptions import ValidationError


class UnitContact(models.Model):
    """Who leads democracy work in a unit, who is its contact point; from, to, by which paper."""

    _name = "dan_chu.unit.contact"
    _description = "Leader or contact point of democracy work"
    _inherit = ["dan_chu.unit.owned"]
    _order = "unit_id, part, date_from desc"

    part = fields.Selection(
        [("leader", "Leader in charge"), ("contact", "Contact point")], required=True
    )
    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, index=True, ondelete="restrict"
    )
    date_from = fields.Date(string="From", required=True, default=fields.Date.context_today)
    date_to = fields.Date(string="To")
    paper = fields.Char(help="The paper that says so, as printed: Quyết định số 12/QĐ-TnS …")

    _ends_after_start = models.Constraint(
        "CHECK(date_to >= date_from)", "A charge cannot end before it begins."
    )

    @api.constrains("unit_id", "part", "employee_id", "date_from", "date_to")
    def _check_named_once(self):
        for contact in self:
            others = self.search(
                [
                    ("id", "!=", contact.id),
                    ("unit_id", "=", contact.unit_id.id),
                    ("part", "=", contact.part),
                    ("employee_id", "=", contact.employee_id.id),
                    ("date_to", "=", False),
                ]
            )
            if others and not contact.date_to:
                raise ValidationError(
                    self.env._(
                        "%(person)s already holds this charge in %(unit)s. End that line first.",
                        person=contact.employee_id.name,
                        unit=contact.unit_id.name,
                    )
                )


class Unit(models.Model):
    _inherit = "dan_chu.unit"

    contact_ids = fields.One2many(
        "dan_chu.unit.contact",
        "unit_id",
        string="Democracy work: leader and contact point",
        groups="dan_chu_co_so.group_user",
    )

from itertools import pairwise

from odoo import api, fields, models
from odoo.exceptions import ValidationError


class UnitSuperior(models.Model):
    """How the superior body is printed above a unit's name (cơ quan chủ quản), and when.

    Bodies are renamed and merged: a paper of 2024 keeps the name of 2024.
    """

    _name = "dan_chu.unit.superior"
    _description = "Printed name of the superior body"
    _inherit = ["dan_chu.unit.owned"]
    _order = "unit_id, date_from desc"

    name = fields.Char(string="Printed name", required=True)
    date_from = fields.Date(string="From")
    date_to = fields.Date(string="To")

    _ends_after_start = models.Constraint(
        "CHECK(date_to >= date_from)", "A name cannot end before it begins."
    )

    @api.constrains("unit_id", "date_from", "date_to")
    def _check_one_name_a_day(self):
        for unit, names in (
            self.search([("unit_id", "in", self.unit_id.ids)]).grouped("unit_id").items()
        ):
            ordered = names.sorted(lambda name: name.date_from or fields.Date.to_date("0001-01-01"))
            for name, following in pairwise(ordered):
                if (
                    not name.date_to
                    or not following.date_from
                    or (name.date_to >= following.date_from)
                ):
                    raise ValidationError(
                        self.env._(
                            "%(unit)s: the names “%(first)s” and “%(second)s” of its superior "
                            "body share days. End the first one before the second begins.",
                            unit=unit.name,
                            first=name.name,
                            second=following.name,
                        )
                    )


class Unit(models.Model):
    _inherit = "dan_chu.unit"

    superior_ids = fields.One2many(
        "dan_chu.unit.superior",
        "unit_id",
        string="Superior body as printed",
        groups="dan_chu_co_so.group_user",
    )

    def _superior_name(self, day):
        """The superior body's name as printed on that day; without a dated one, the parent's."""
        self.ensure_one()
        dated = self.superior_ids.filtered(
            lambda name: (
                (not name.date_from or name.date_from <= day)
                and (not name.date_to or name.date_to >= day)
            )
        )
        return dated[:1].name or self.institution_id.parent_id.institution_id.name or ""

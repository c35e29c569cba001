from odoo import models
from odoo.exceptions import UserError


class CommendationRound(models.Model):
    """Who is asked for nominations: inner parts of the house, institutions below it."""

    _inherit = "dan_chu.commendation.round"

    def action_ask_inner(self):
        """The inner parts in which people work, and the house itself for those in none."""
        for row in self:
            row._require_asks()
            unit = row.unit_id.sudo()
            inside = unit._inside().filtered(lambda part: not part.is_organisation)
            row._ask(inside.filtered("direct_employee_count") | unit)
        return True

    def action_ask_below(self):
        """The institutions that stand right below this one."""
        for row in self:
            row._require_asks()
            row._ask(row._institutions_below())
        return True

    def _require_asks(self):
        self.ensure_one()
        self._require_role("officer")
        self._require_state("draft", "open")

    def _institutions_below(self, limit=None):
        return (
            self.env["dan_chu.unit"]
            .sudo()
            .search(
                [
                    ("is_institution", "=", True),
                    ("kind_id.is_organisation", "=", False),
                    ("parent_id.institution_id", "=", self.unit_id.id),
                ],
                limit=limit,
            )
        )

    def _ask(self, units):
        """One row each, all at once; who is asked already stays as it is."""
        self.ensure_one()
        rows = self.env["dan_chu.commendation.participant"].sudo()
        asked = self.sudo().participant_ids
        last = max(asked.mapped("sequence"), default=0)
        rows.create(
            [
                {"round_id": self.id, "unit_id": unit.id, "sequence": last + place}
                for place, unit in enumerate(units - asked.unit_id, 1)
            ]
        )

    def _check_may_ask(self, unit):
        self.ensure_one()
        house, asked = self.sudo().unit_id, unit.sudo()
        if not asked.parent_path.startswith(house.parent_path):
            raise UserError(
                self.env._(
                    "%(unit)s is not a part of %(house)s and does not stand below it.",
                    unit=asked.display_name,
                    house=house.name,
                )
            )

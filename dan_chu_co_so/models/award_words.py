from odoo import api, fields, models
from odoo.fields import Domain

from ..lib.clock import today


class Award(models.Model):
    """What the law says today of an award, each with its text and how sure that is."""

    _inherit = "dan_chu.award"

    rule_ids = fields.Many2many(
        "dan_chu.rule", string="What the law says today", compute="_compute_rule_ids"
    )
    rule_count = fields.Integer(string="Rules today", compute="_compute_rule_ids")

    @api.depends("code", "category")
    def _compute_rule_ids(self):
        """The own ones, and those of all awards where they count for this one."""
        day, rules = today(), self.env["dan_chu.rule"]
        in_force = Domain("date_from", "<=", day)
        in_force &= Domain("date_to", "=", False) | Domain("date_to", ">=", day)
        for award in self:
            own = Domain("code", "=like", f"award.{award.code}.%") if award.code else Domain.FALSE
            shared = ["commendation.no_discipline"]
            if not award._says("majority"):
                shared.append("council.majority")
            if award._says("bonus") or award._says("bonus_collective"):
                shared += ["base_salary", "bonus.round_to"]
            award.rule_ids = rules.search(in_force & (own | Domain("code", "in", shared)))
            award.rule_count = len(award.rule_ids.filtered_domain(own))

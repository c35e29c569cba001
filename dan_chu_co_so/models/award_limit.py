from odoo import api, fields, models

from ..lib.award_rules import bonus, is_multiplier, is_salary, most
from ..lib.clock import today
from ..lib.money_words import grouped
from ..lib.voting import UNKNOWN


class Award(models.Model):
    """How many may get it, and what comes with it: rules of the law by the code of the award."""

    _inherit = "dan_chu.award"

    limit_of = fields.Selection(
        [
            ("staff", "The staff of the units asked"),
            ("award", "Those nominated for another award"),
        ],
        string="A share is taken of",
        default="staff",
        required=True,
    )
    limit_award_id = fields.Many2one(
        "dan_chu.award", string="Of those nominated for", ondelete="restrict"
    )
    limit_per = fields.Selection(
        [("round", "The whole round"), ("house", "Each house that nominates")],
        string="Limit for",
        default="round",
        required=True,
    )
    bonus_says = fields.Char(string="Bonus today", compute="_compute_says")
    limit_says = fields.Char(string="Limit today", compute="_compute_says")
    majority_says = fields.Char(string="Majority of the council today", compute="_compute_says")

    _of_another = models.Constraint(
        "CHECK(limit_award_id <> id)", "A share is taken of another award, not of the same one."
    )

    @api.depends("code", "category", "target_kind")
    def _compute_says(self):
        for award in self:
            limit = award._says("limit")
            council = award.env["dan_chu.rule"]._find("council.majority")
            award.limit_says = limit and limit.explanation
            answer = award._says("majority") or council
            award.majority_says = answer.explanation if answer else UNKNOWN
            award.bonus_says = award._bonus_in_words()

    def _says(self, what, unit=None, day=None):
        return self._law(what, unit, day or today()) if self.code else None

    def _bonus_in_words(self):
        """The multiples, and what they are today."""
        if self.category == "praise":
            return False
        salary = self._base_salary(None, today())
        step = self.env["dan_chu.rule"]._find("bonus.round_to")
        said = []
        for end in ("bonus", "bonus_collective"):
            multiplier = self._says(end)
            if not is_multiplier(multiplier):
                continue
            words = multiplier.display
            if is_salary(salary):
                words += f" = {grouped(bonus(multiplier, salary, step))} đồng"
            said.append(f"{words} ({multiplier.citation})" if multiplier.citation else words)
        return "; ".join(said) or UNKNOWN

    @api.model
    def _base_salary(self, unit, day):
        return self.env["dan_chu.rule"]._find("base_salary", unit, day)

    def _multiplier(self, target, unit, day):
        """Of a collective its own multiple, if the law has one; None where nothing is known."""
        own = target == "collective" and self._law("bonus_collective", unit, day)
        answer = own or self._law("bonus", unit, day)
        return answer if is_multiplier(answer) else None

    def _most(self, unit, day, base):
        """(the largest number that may get it, the rule); (None, None) without a limit."""
        limit = self._law("limit", unit, day)
        number = most(limit, base, self._law("limit_rounding", unit, day))
        return (None, None) if number is None else (number, limit)

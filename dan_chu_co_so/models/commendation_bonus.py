from odoo import models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..lib.award_rules import bonus, is_salary
from ..lib.money_words import grouped, money_words
from ..lib.voting import UNKNOWN


class Commendation(models.Model):
    """What comes with an award: the multiple of the day of the round, the base salary of the day
    of the decision."""

    _inherit = "dan_chu.commendation"

    def _bonuses(self, day):
        """{nomination: (sum in đồng, how it was reckoned)}, if decided on that day.

        The sum is None where the law on record names no bonus for the award: not nothing, but
        unknown. Praise has none. Of several titles in one round the highest is paid, if a rule
        says so.
        """
        found = {}
        for row in self:
            found[row] = row._bonus_of(day)
        for row, higher in self._below_another(found, day).items():
            words = f"đã có mức thưởng của “{higher.award_id.name}”"
            found[row] = (0, words)
        return found

    def _bonus_of(self, day):
        row = self.sudo()
        award, unit = row.award_id, row.addressee_unit_id
        if award.category == "praise":
            return 0, "biểu dương không kèm tiền thưởng"
        multiplier = award._multiplier(row.target, unit, row.round_id.date_from)
        if not multiplier:
            return None, UNKNOWN
        salary = award._base_salary(unit, day)
        if not is_salary(salary):
            raise UserError(
                self.env._(
                    "The law on record names no base salary on %(day)s, so that the bonus of "
                    "“%(award)s” cannot be reckoned. Have the administrator add the rule "
                    "“base_salary”, or correct its dates.",
                    day=format_date(self.env, day),
                    award=award.name,
                )
            )
        step = self.env["dan_chu.rule"]._find("bonus.round_to", unit, day)
        amount = bonus(multiplier, salary, step)
        return amount, f"{multiplier.display} × {grouped(salary.value)} đồng"

    def _below_another(self, found, day):
        """{title: the higher one of the same person or collective in the same round}."""
        best, lower = {}, {}
        for row in self.sudo():
            whose = row.employee_id or row.subject_unit_id
            rule = self.env["dan_chu.rule"]._find("bonus.highest_only", row.addressee_unit_id, day)
            asks = rule and rule.kind == "yes_no" and rule.value
            if not (whose and asks and row.award_id.category == "title" and found[row][0]):
                continue
            key = (row.round_id, whose)
            other = best.setdefault(key, row)
            if other != row:
                high, low = sorted((other, row), key=lambda each: found[each][0], reverse=True)
                best[key], lower[low] = high, high
        return {row: best[row.round_id, row.employee_id or row.subject_unit_id] for row in lower}

    def _bonus_total(self):
        """(sum, in figures, in words) of the bonuses frozen in the rows."""
        total = sum(self.mapped("bonus"))
        return total, grouped(total), money_words(total)

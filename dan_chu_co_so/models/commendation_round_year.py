from odoo import api, fields, models

from ..lib.clock import today
from ..lib.honour_years import before, doubt
from ..lib.work_year import work_year
from .commendation_round import YEARS


class CommendationRound(models.Model):
    """For which year a round is: suggested by its day, which a late round is no help for."""

    _inherit = "dan_chu.commendation.round"

    year_warning = fields.Char(compute="_compute_year_warning")

    @api.depends("unit_id", "work_year", "date_from", "occasion", "state")
    def _compute_year_warning(self):
        for row in self:
            row.year_warning = row._year_doubted()

    def _year_doubted(self):
        """Conditions, history and certificates go by the year: a wrong one is told in time."""
        self.ensure_one()
        if self.occasion != "year" or self.state not in ("draft", "open", "council"):
            return False
        month = int(self.unit_id.sudo().work_year_month or "1")
        day = self.date_from or today()
        if day.year not in YEARS:
            return False
        first, last = work_year(month, day)
        running = str(first.year) if month == 1 else f"{first.year}-{last.year}"
        months_in = (day.year - first.year) * 12 + day.month - first.month
        code = doubt(self.work_year or "", month, running, months_in)
        return (
            bool(code)
            and {
                "begun": self.env._(
                    "The work year %(year)s has only begun. If the round judges the year before, "
                    "write %(before)s.",
                    year=self.work_year,
                    before=before(running),
                ),
                "ahead": self.env._(
                    "The work year %(year)s has not begun on the day of the round: it is still "
                    "%(running)s.",
                    year=self.work_year,
                    running=running,
                ),
                "past": self.env._(
                    "The work year %(year)s was over more than a year before the day of the round, "
                    "which is in %(running)s.",
                    year=self.work_year,
                    running=running,
                ),
            }[code]
        )

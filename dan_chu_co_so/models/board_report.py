from odoo import api, fields, models
from odoo.fields import Domain

from ..lib import board_report
from ..lib.clock import today

# States of a recommendation in which somebody other than its author knows of it.
_SENT = ("sent", "received", "answered", "settled", "not_settled", "handed_on")


class Board(models.Model):
    """What a board tells of its work: to the body that directs it, and to the conference
    (Nghị định 59/2023/NĐ-CP, Điều 22 khoản 3)."""

    _inherit = "dan_chu.board"

    def _report_period(self, kind, day=None):
        """(first day, last day) of the quarter, half_year, year, term … that holds `day`."""
        self.ensure_one()
        term = (self.date_from, self.ended_on or self.date_to)
        return board_report.period(kind, fields.Date.to_date(day) or today(), term)

    def _report_data(self, date_from, date_to):
        """The period in figures and rows, as the user may read them; plain values throughout.

        - `date_from`, `date_to`
        - `inspections`: `total`, `done` (concluded), `by_kind` and `by_state`, each a list of
          (code, Vietnamese name, number) without the empty ones
        - `findings`: `total`, `strength`, `shortcoming`, `violation`
        - `recommendations` sent in the period: `sent`, `answered`, `answered_in_time`,
          `answered_late`, `overdue` (no answer, past the day), `waiting` (no answer, not due),
          `accept`, `part`, `refuse`, `settled`, `not_settled`, `handed_on`, `open`,
          `days_average`, `days_longest` (None without an answer), `by_addressee` as `by_kind`;
          `carried`: the same of those sent before and not over when the period began
        - `petitions`: `received`, `confidential`, `carried`, and of these together `settled`,
          `refused`, `open`; `denunciations` guided or forwarded in the period
        - `inspection_rows`: `id`, `name`, `kind`, `kind_text`, `state`, `state_text`, `subject`,
          `date_from`, `date_to`, `strength`, `shortcoming`, `violation`, `recommendations`
        - `recommendation_rows`, carried ones first: `id`, `inspection_id`, `inspection`, `text`,
          `addressee_kind`, `addressee_text`, `sent_on`, `received_on`, `date_due`,
          `answered_on`, `answer_state`, `answer_text`, `state`, `state_text`, `days` (None
          without an answer), `is_late`, `late_by` (days), `outcome`
        """
        self.ensure_one()
        span = fields.Date.to_date(date_from), fields.Date.to_date(date_to)
        inspections = self._reported_inspections(*span)
        recommendations = self._reported_recommendations(*span)
        return board_report.report(
            [self._inspection_row(row) for row in inspections],
            self._reported_findings(inspections),
            [self._recommendation_row(row) for row in recommendations],
            self._reported_petitions(*span),
            span,
            today(),
        )

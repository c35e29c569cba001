from odoo import fields, models
from odoo.fields import Domain

from ..lib import board_report
from ..lib.clock import today
from .petition import OPEN
from .recommendation import ENDED

_OF_RECOMMENDATION = (
    "text",
    "addressee_kind",
    "addressee_text",
    "sent_on",
    "received_on",
    "date_due",
    "answered_on",
    "answer_state",
    "state",
)
# Whoever was dealt with is named to the board alone, and in no report.
_OUTCOME = ("outcome_act", "outcome_form", "outcome_authority", "outcome_paper")


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

    def _reported_inspections(self, date_from, date_to):
        begun = self._by_the_first_of(("date_from", "period_from", "started_on"), "<=", date_to)
        still = Domain("concluded_on", "=", False) & Domain(
            "state", "in", ("announced", "under_way")
        )
        lasts = (
            self._by_the_first_of(("date_to", "period_to"), ">=", date_from)
            | Domain("concluded_on", ">=", date_from)
            | still
        )
        return self.env["dan_chu.inspection"].search_fetch(
            Domain("board_id", "in", self._with_those_before().ids)
            & Domain("state", "!=", "cancelled")
            & begun
            & lasts,
            ["name", "kind", "state", "subject_text", "subject_unit_id", "date_from", "date_to"],
            order="date_from, id",
        )

    def _reported_findings(self, inspections):
        """{(inspection id, kind): number}; what was corrected or added to counts as last said."""
        groups = self.env["dan_chu.finding"]._read_group(
            [("inspection_id", "in", inspections.ids), ("correction_ids", "=", False)],
            ["inspection_id", "finding_kind"],
            ["__count"],
        )
        return {(inspection.id, kind): number for inspection, kind, number in groups}

    def _reported_recommendations(self, date_from, date_to):
        """Sent in the period, or before and not over when it began."""
        was_open = Domain("state", "not in", ENDED) | Domain("verified_on", ">=", date_from)
        return self.env["dan_chu.recommendation"].search_fetch(
            Domain("board_id", "in", self._with_those_before().ids)
            & Domain("sent_on", "<=", date_to)
            & (Domain("sent_on", ">=", date_from) | was_open),
            [*_OF_RECOMMENDATION, *_OUTCOME, "inspection_id"],
            order="sent_on, id",
        )

    def _reported_petitions(self, date_from, date_to):
        own = Domain("board_id", "in", self._with_those_before().ids)
        came = own & Domain("received_on", ">=", date_from) & Domain("received_on", "<=", date_to)
        was_open = Domain("state", "in", OPEN) | Domain("answered_on", ">=", date_from)
        before = own & Domain("received_on", "<", date_from) & was_open
        return [
            {
                "kind": kind,
                "state": state,
                "is_confidential": is_confidential,
                "is_carried": is_carried,
                "number": number,
            }
            for is_carried, domain in ((False, came), (True, before))
            for kind, state, is_confidential, number in self.env["dan_chu.petition"]._read_group(
                domain, ["kind", "state", "is_confidential"], ["__count"]
            )
        ]

    def _inspection_row(self, row):
        return {
            "id": row.id,
            "name": row.name,
            "kind": row.kind,
            "state": row.state,
            "subject": row.subject_text or row.subject_unit_id.sudo().name or "",
            "date_from": row.date_from or None,
            "date_to": row.date_to or None,
        }

    def _recommendation_row(self, row):
        return {
            "id": row.id,
            "inspection_id": row.inspection_id.id,
            "inspection": row.inspection_id.name or "",
            "outcome": ", ".join(row[name] for name in _OUTCOME if row[name]),
            **{name: row[name] or None for name in _OF_RECOMMENDATION},
        }

    def _by_the_first_of(self, names, operator, day):
        """The comparison with the first of these days that is known."""
        name, *others = names
        domain = Domain(name, operator, day)
        if not others:
            return domain
        return domain | (Domain(name, "=", False) & self._by_the_first_of(others, operator, day))

from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Command

from .board_paper import OF_INSPECTION

_OF_BOARD = ("member_list", "first_meeting", "periodic_report")
_PERIOD = {"report_period", "period_from", "period_to"}


class Inspection(models.Model):
    _inherit = "dan_chu.inspection"

    def action_new_paper(self, form=None):
        """A paper of that form, written from the inspection; the draft there is, if there is."""
        self.ensure_one()
        form = form or self.env.context.get("paper_form")
        self._require_role("officer", "head")
        papers = self.env["dan_chu.board.paper"]
        if form == "recommendation_letter":
            return self.recommendation_ids.action_new_letter()
        if form not in OF_INSPECTION:
            raise UserError(self.env._("This is not a paper of an inspection."))
        return papers._begin_or_open(form=form, board_id=self.board_id.id, inspection_id=self.id)


class Board(models.Model):
    _inherit = "dan_chu.board"

    def action_new_paper(self, form=None, values=None):
        """A paper of the board itself: its list of members, first minutes, periodic report."""
        self.ensure_one()
        form = form or self.env.context.get("paper_form")
        if self.is_sealed:
            self._require_member()
        else:
            self._require_role("officer", "head")
        if form not in _OF_BOARD:
            raise UserError(self.env._("This is not a paper of a board itself."))
        values = dict(values or {})
        if form == "periodic_report":
            values = self._usual_report_period(values) | values
        kept = {name: values[name] for name in values.keys() & _PERIOD}
        papers = self.env["dan_chu.board.paper"]
        return papers._begin_or_open(form=form, board_id=self.id, inspection_id=False, **kept)

    def _usual_report_period(self, values):
        kind = values.get("report_period") or "quarter"
        first, last = self._report_period(kind)
        return {"report_period": kind, "period_from": first, "period_to": last}


class Recommendation(models.Model):
    _inherit = "dan_chu.recommendation"

    def action_new_letter(self):
        """Letters of recommendation: one for each addressee."""
        if not self:
            raise UserError(self.env._("There is no recommendation to write a letter about yet."))
        self._require_role("officer", "head")
        papers = self.env["dan_chu.board.paper"]
        made = papers.browse()
        groups = {}
        for row in self:
            key = row.board_id, row.inspection_id, row.addressee_kind, row._printed_addressee()
            groups[key] = groups.get(key, self.browse()) | row
        for (board, inspection, *_addressee), rows in groups.items():
            made |= papers._draft_letter(rows) or papers.create(
                {
                    "form": "recommendation_letter",
                    "board_id": board.id,
                    "inspection_id": inspection.id,
                    "unit_id": rows[:1].unit_id.id,
                    "recommendation_ids": [Command.set(rows.ids)],
                }
            )
        return made._opened()

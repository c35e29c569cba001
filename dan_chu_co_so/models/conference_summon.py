from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.clock import today
from .conference import PREPARED


class Conference(models.Model):
    """From what is being prepared to what people are summoned to."""

    _inherit = "dan_chu.conference"

    called_on = fields.Date(string="Summoned on", readonly=True, copy=False)
    cancel_reason = fields.Char(string="Why it is not held", readonly=True, copy=False)

    @api.model
    def _button_fields(self):
        return super()._button_fields() | {"called_on", "cancel_reason"}

    def action_call(self):
        """What the law asks warns; without a day and a list nobody can be summoned."""
        self._require_role("officer", "head")
        self._require_state("draft")
        summoned = self._called_counts()
        for conference in self:
            if not conference.date:
                raise UserError(
                    self.env._("Name the day to which “%s” is summoned.", conference.name)
                )
            if not summoned.get(conference.id):
                raise UserError(
                    self.env._(
                        "Nobody is on the list of “%s”: make the list on the page People.",
                        conference.name,
                    )
                )
        self.sudo()._put({"state": "called", "called_on": today()})
        return True

    def action_cancel(self, reason=None):
        """It stays on record, with the reason."""
        self._require_role("officer", "head")
        self._require_state(*PREPARED)
        if not (reason or "").strip():
            self.ensure_one()
            return {
                "type": "ir.actions.act_window",
                "name": self.env._("Not held"),
                "res_model": "dan_chu.conference.cancel",
                "view_mode": "form",
                "target": "new",
                "context": {"default_conference_id": self.id},
            }
        self.sudo()._put({"state": "cancelled", "cancel_reason": reason.strip()})
        return True

    def _called_counts(self):
        """{conference id: how many are summoned}, in one query."""
        rows = self.env["dan_chu.conference.attendee"].sudo()
        return {
            conference.id: count
            for conference, count in rows._read_group(
                [
                    ("conference_id", "in", self.ids),
                    ("is_guest", "=", False),
                    ("is_off", "=", False),
                ],
                ["conference_id"],
                ["__count"],
            )
        }

from odoo import fields, models
from odoo.exceptions import UserError

_DONE_BY = {"decline": "action_decline", "again": "action_council_again"}


class CommendationReason(models.TransientModel):
    """Also why the head does not give what the council passed, or has a refused line voted on
    again."""

    _inherit = "dan_chu.commendation.reason"

    what = fields.Selection(
        selection_add=[("decline", "Not given"), ("again", "Vote on it again")],
        ondelete={"decline": "cascade", "again": "cascade"},
    )

    def action_confirm(self):
        if self.what not in _DONE_BY:
            return super().action_confirm()
        self.ensure_one()
        self.check_access("write")
        if not (self.reason or "").strip():
            raise UserError(self.env._("Give the reason."))
        getattr(self.commendation_ids, _DONE_BY[self.what])(self.reason)
        return {"type": "ir.actions.act_window_close"}

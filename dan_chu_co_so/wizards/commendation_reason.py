from odoo import fields, models
from odoo.exceptions import UserError


class CommendationReason(models.TransientModel):
    """Why nominations are sent back, or a round is cancelled."""

    _name = "dan_chu.commendation.reason"
    _description = "Reason in a round of commendations"
    _inherit = ["dan_chu.readable.links"]

    what = fields.Selection(
        [("return", "Send back"), ("cancel", "Cancel the round")],
        required=True,
        readonly=True,
        default="return",
    )
    round_id = fields.Many2one("dan_chu.commendation.round", readonly=True)
    commendation_ids = fields.Many2many(
        "dan_chu.commendation",
        "dan_chu_commendation_reason_rel",
        string="Nominations",
        readonly=True,
    )
    reason = fields.Char(required=True)

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        if not (self.reason or "").strip():
            raise UserError(self.env._("Give the reason."))
        if self.what == "cancel":
            self.round_id.action_cancel(self.reason)
        else:
            self.commendation_ids.action_return(self.reason)
        return {"type": "ir.actions.act_window_close"}

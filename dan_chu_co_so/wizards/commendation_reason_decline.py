from odoo import fields, models


class CommendationReason(models.TransientModel):
    """Also why the head does not give what the council passed."""

    _inherit = "dan_chu.commendation.reason"

    what = fields.Selection(
        selection_add=[("decline", "Not given")], ondelete={"decline": "cascade"}
    )

    def action_confirm(self):
        if self.what != "decline":
            return super().action_confirm()
        self.ensure_one()
        self.check_access("write")
        self.commendation_ids.action_decline(self.reason)
        return {"type": "ir.actions.act_window_close"}

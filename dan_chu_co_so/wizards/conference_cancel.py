from odoo import fields, models


class ConferenceCancel(models.TransientModel):
    """Why a conference is not held."""

    _name = "dan_chu.conference.cancel"
    _description = "Not holding a conference"
    _inherit = ["dan_chu.readable.links"]

    conference_id = fields.Many2one("dan_chu.conference", required=True, readonly=True)
    reason = fields.Char(required=True)

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        self.conference_id.action_cancel(self.reason)
        return {"type": "ir.actions.act_window_close"}

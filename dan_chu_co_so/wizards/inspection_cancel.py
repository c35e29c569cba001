from odoo import fields, models


class InspectionCancel(models.TransientModel):
    """Why an inspection is not made."""

    _name = "dan_chu.inspection.cancel"
    _description = "Cancel an inspection"
    _inherit = ["dan_chu.readable.links"]

    inspection_id = fields.Many2one("dan_chu.inspection", required=True, readonly=True)
    reason = fields.Char(required=True)

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        self.inspection_id.action_cancel(self.reason)
        return {"type": "ir.actions.act_window_close"}

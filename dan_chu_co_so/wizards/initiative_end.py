from odoo import fields, models


class InitiativeEnd(models.TransientModel):
    """Why a model ends."""

    _name = "dan_chu.initiative.end"
    _description = "Ending a model"
    _inherit = ["dan_chu.readable.links"]

    initiative_id = fields.Many2one("dan_chu.initiative", required=True, readonly=True)
    reason = fields.Char(required=True)

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        self.initiative_id.action_end(self.reason)
        return {"type": "ir.actions.act_window_close"}

from odoo import fields, models

from ..lib.clock import today


class InitiativeRecognise(models.TransientModel):
    """At which level a model was recognised, by which paper."""

    _name = "dan_chu.initiative.recognise"
    _description = "Recognising a model"
    _inherit = ["dan_chu.readable.links"]

    initiative_id = fields.Many2one("dan_chu.initiative", required=True, readonly=True)
    level_id = fields.Many2one("dan_chu.initiative.level", required=True)
    date = fields.Date(string="Recognised On", required=True, default=lambda self: today())
    paper = fields.Char(string="By the paper", required=True)

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        self.initiative_id.action_recognise(self.level_id.id, self.paper, self.date)
        return {"type": "ir.actions.act_window_close"}

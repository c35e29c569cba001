from odoo import api, fields, models
from odoo.exceptions import UserError


class ResolutionPaste(models.TransientModel):
    """Commitments pasted as lines, all of them or none."""

    _name = "dan_chu.resolution.paste"
    _description = "Paste commitments"
    _inherit = ["dan_chu.readable.links"]

    resolution_id = fields.Many2one("dan_chu.resolution", required=True, readonly=True)
    pasted = fields.Text(string="Lines")
    read_as = fields.Text(string="Read as", compute="_compute_read_as")

    @api.depends("pasted", "resolution_id")
    def _compute_read_as(self):
        for wizard in self:
            paper = wizard.resolution_id
            wizard.read_as = paper._lines_in_words(
                wizard.pasted, paper.unit_id, paper.conference_id.date
            )

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        if not (self.pasted or "").strip():
            raise UserError(self.env._("Paste at least one line."))
        self.resolution_id.action_paste(self.pasted)
        return {"type": "ir.actions.act_window_close"}

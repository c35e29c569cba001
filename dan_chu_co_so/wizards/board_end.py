from odoo import fields, models

from ..lib.clock import today


class BoardEnd(models.TransientModel):
    """A board is dissolved, or its work was given to another."""

    _name = "dan_chu.board.end"
    _description = "End a board"
    _inherit = ["dan_chu.readable.links"]

    board_id = fields.Many2one("dan_chu.board", required=True)
    date = fields.Date(string="Last day", required=True, default=lambda self: today())
    reason = fields.Char(required=True)

    def action_end(self):
        self.ensure_one()
        self.board_id.action_end(self.date, self.reason)
        return {"type": "ir.actions.act_window_close"}

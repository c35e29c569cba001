from odoo import api, fields, models

from ..lib.clock import today


class BoardRecognise(models.TransientModel):
    """The result of the election is recognised: when, and by which paper."""

    _name = "dan_chu.board.recognise"
    _description = "Recognise the members of a board"
    _inherit = ["dan_chu.readable.links"]

    board_id = fields.Many2one("dan_chu.board", required=True)
    is_sealed = fields.Boolean(related="board_id.is_sealed", related_sudo=False)
    member_ids = fields.Many2many(
        "dan_chu.board.member", string="Members to be recognised", compute="_compute_member_ids"
    )
    date = fields.Date(required=True, default=lambda self: today())
    paper = fields.Char(help="As printed: Quyết định số 09/QĐ-CĐ ngày 22/9/2026 …")

    @api.depends("board_id")
    def _compute_member_ids(self):
        for wizard in self:
            wizard.member_ids = wizard.board_id._to_recognise()

    def action_recognise(self):
        self.ensure_one()
        self.board_id.action_recognise(self.date, self.paper)
        return {"type": "ir.actions.act_window_close"}

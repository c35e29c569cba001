from odoo import fields, models

from ..models.board_member import ROLES


class BoardMeetingLine(models.TransientModel):
    _name = "dan_chu.board.meeting.line"
    _description = "What the first meeting chose a member for"
    _inherit = ["dan_chu.readable.links"]

    meeting_id = fields.Many2one("dan_chu.board.meeting", required=True, ondelete="cascade")
    member_id = fields.Many2one("dan_chu.board.member", required=True)
    role = fields.Selection(ROLES, required=True)
    tasks = fields.Char(string="In charge of")

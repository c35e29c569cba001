from odoo import api, fields, models

from ..lib.clock import today


class BoardMeeting(models.TransientModel):
    """The first meeting, convened by the representative: it chooses the head and the deputies
    and divides the work (Điều 63 khoản 2 điểm a)."""

    _name = "dan_chu.board.meeting"
    _description = "First meeting of a board"
    _inherit = ["dan_chu.readable.links"]

    board_id = fields.Many2one("dan_chu.board", required=True)
    date = fields.Date(
        string="Held on",
        required=True,
        compute="_compute_date",
        store=True,
        readonly=False,
        precompute=True,
    )
    line_ids = fields.One2many(
        "dan_chu.board.meeting.line",
        "meeting_id",
        compute="_compute_line_ids",
        store=True,
        readonly=False,
    )

    @api.depends("board_id")
    def _compute_date(self):
        """Entered again, it is corrected: the day stays."""
        for meeting in self:
            meeting.date = meeting.board_id.first_met_on or today()

    @api.depends("board_id")
    def _compute_line_ids(self):
        for meeting in self:
            members = meeting.board_id.member_ids.filtered(lambda member: not member.date_to)
            meeting.line_ids = [
                fields.Command.clear(),
                *(
                    fields.Command.create(
                        {"member_id": member.id, "role": member.role, "tasks": member.tasks}
                    )
                    for member in members
                ),
            ]

    def action_hold(self):
        self.ensure_one()
        own = self.line_ids.filtered(
            lambda line: line.member_id.board_id == self.board_id and not line.member_id.date_to
        )
        self.board_id._hold_first_meeting(
            self.date, {line.member_id: (line.role, line.tasks) for line in own}
        )
        return {"type": "ir.actions.act_window_close"}

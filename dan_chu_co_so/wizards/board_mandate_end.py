from odoo import api, fields, models

from ..lib.clock import today
from ..models.board_member import ENDS, ROLES


class BoardMandateEnd(models.TransientModel):
    """A mandate ends before the term; who was elected instead waits to be recognised."""

    _name = "dan_chu.board.mandate.end"
    _description = "End a mandate"
    _inherit = ["dan_chu.readable.links"]

    member_id = fields.Many2one("dan_chu.board.member", required=True)
    institution_id = fields.Many2one("dan_chu.unit", compute="_compute_from_board")
    is_of_residents = fields.Boolean(compute="_compute_from_board")
    date = fields.Date(string="Last day", required=True, default=lambda self: today())
    reason = fields.Selection(ENDS[1:], string="Why it ended", required=True, default="released")
    note = fields.Char(
        string="In words", help="The decision of the conference, as printed, or what happened."
    )
    is_replaced = fields.Boolean(string="Somebody else was elected")
    employee_id = fields.Many2one("hr.employee", string="Person")
    name = fields.Char()
    role = fields.Selection(ROLES, default="member", required=True)
    tasks = fields.Char(string="In charge of")

    @api.depends("member_id")
    def _compute_from_board(self):
        for wizard in self:
            board = wizard.member_id.board_id
            wizard.institution_id = board.unit_id
            wizard.is_of_residents = board.is_of_residents

    def action_end(self):
        self.ensure_one()
        member = self.member_id
        member._end_mandate(self.date, self.reason, self.note)
        if self.is_replaced:
            successor = {
                "board_id": member.board_id.id,
                "replaces_id": member.id,
                "role": self.role,
                "tasks": self.tasks or member.tasks,
                "sequence": member.sequence,
                "date_from": fields.Date.add(self.date, days=1),
            }
            who = {"employee_id": self.employee_id.id} if self.employee_id else {"name": self.name}
            self.env["dan_chu.board.member"].create({**successor, **who})
        return {"type": "ir.actions.act_window_close"}

from odoo import api, fields, models
from odoo.fields import Domain

from ..lib.clock import today

INSPECTOR = "dan_chu_co_so.group_inspector"
_WAITING = Domain("state", "in", ("sent", "received", "not_settled"))
# What waits, by the field that counts it.
_WORK = {
    "new_petition_count": ("dan_chu.petition", lambda: Domain("state", "=", "new")),
    "open_petition_count": (
        "dan_chu.petition",
        lambda: Domain("state", "in", ("accepted", "in_inspection")),
    ),
    "open_inspection_count": (
        "dan_chu.inspection",
        lambda: Domain("state", "not in", ("closed", "cancelled")),
    ),
    "waiting_count": ("dan_chu.recommendation", lambda: _WAITING),
    "late_count": (
        "dan_chu.recommendation",
        lambda: _WAITING & Domain("waits_until", "<", today()),
    ),
    "to_verify_count": ("dan_chu.recommendation", lambda: Domain("state", "=", "answered")),
}


class Board(models.Model):
    """What waits for the members of a board, in numbers; one query a kind for all boards."""

    _inherit = "dan_chu.board"

    is_mine = fields.Boolean(
        string="I am a member", compute="_compute_is_mine", search="_search_is_mine"
    )
    new_petition_count = fields.Integer(
        string="New petitions", compute="_compute_work", groups=INSPECTOR
    )
    open_petition_count = fields.Integer(
        string="Petitions to answer", compute="_compute_work", groups=INSPECTOR
    )
    open_inspection_count = fields.Integer(
        string="Open inspections", compute="_compute_work", groups=INSPECTOR
    )
    waiting_count = fields.Integer(
        string="Recommendations that wait for an answer", compute="_compute_work", groups=INSPECTOR
    )
    late_count = fields.Integer(string="Late answers", compute="_compute_work", groups=INSPECTOR)
    to_verify_count = fields.Integer(
        string="Answers to verify", compute="_compute_work", groups=INSPECTOR
    )

    @api.depends_context("uid")
    def _compute_is_mine(self):
        own = self.env.user._dan_chu_boards()
        for board in self:
            board.is_mine = board.id in own

    @api.model
    def _search_is_mine(self, operator, value):
        if operator != "in":
            return NotImplemented
        mine = Domain("id", "in", list(self.env.user._dan_chu_boards()))
        wanted = set(value)
        if wanted == {True, False}:
            return Domain.TRUE
        return mine if wanted == {True} else ~mine

    @api.depends_context("uid")
    def _compute_work(self):
        files = {board: board._with_those_before() for board in self}
        every = Domain("board_id", "in", self.union(*files.values()).ids)
        for name, (model, domain) in _WORK.items():
            rows = self.env[model]._read_group(every & domain(), ["board_id"], ["__count"])
            counts = {board.id: number for board, number in rows}
            for board in self:
                board[name] = sum(counts.get(each.id, 0) for each in files[board])

    def _with_those_before(self):
        """The board, and those whose files it took over."""
        boards = self.sudo()
        while before := boards.predecessor_id - boards:
            boards |= before
        return boards.sudo(False)

from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import format_date

from ..lib.clock import today
from .owner_unit import OwnerUnit

STATES = [
    ("new", "New"),
    ("accepted", "Taken up"),
    ("in_inspection", "Being verified"),
    ("answered", "Answered"),
    ("refused", "Not taken up"),
    ("forwarded", "Guided or forwarded"),
]
# Something is still owed to whoever handed it in.
OPEN = ("new", "accepted", "in_inspection")
# What a denunciation would be known by, and is not kept of it (Điều 9 khoản 2).
BARE = {
    "name": False,
    "text": False,
    "answer": False,
    "answered_on": False,
    "inspection_id": False,
    "is_confidential": False,
}
_FORWARDING = ("guidance", "receiving_body", "forwarded_on")
_OF_PAPER = {"name", "text", "is_confidential", "received_on", "informant_ids", "file_ids"}


class Petition(models.Model):
    """What the staff put to the board (phản ánh, kiến nghị): read by its members alone.

    Whoever handed it in stands in `dan_chu.informant` and nowhere else: the row is made by the
    system, has no discussion and no followers. A denunciation (đơn tố cáo) is not handled here:
    that it was guided or forwarded is all there is of it.
    """

    _name = "dan_chu.petition"
    _description = "Petition of the staff"
    _inherit = [
        "dan_chu.sealed",
        "dan_chu.stated",
        "dan_chu.folded.search",
        "dan_chu.readable.links",
    ]
    _order = "received_on desc, id desc"
    _folded_fields = ("name", "text")

    kind = fields.Selection(
        [("petition", "Petition"), ("denunciation", "Denunciation")],
        default="petition",
        required=True,
        index=True,
    )
    board_id = fields.Many2one(
        "dan_chu.board",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: next(iter(self.env.user._dan_chu_boards()), False),
    )
    unit_id = OwnerUnit(related="board_id.unit_id", store=True, index=True, precompute=True)
    name = fields.Char(string="About", copy=False)
    text = fields.Text(string="In words", copy=False)
    is_confidential = fields.Boolean(
        string="Confidential", help="The board names the person to nobody, whatever it asks for."
    )
    received_on = fields.Date(
        string="Received on", required=True, default=lambda self: today(), index=True, copy=False
    )
    door = fields.Selection(
        [("system", "In the system"), ("paper", "On paper, recorded")],
        default="paper",
        required=True,
        readonly=True,
        copy=False,
    )
    state = fields.Selection(
        STATES, default="new", required=True, readonly=True, copy=False, index=True
    )
    inspection_id = fields.Many2one(
        "dan_chu.inspection",
        string="Verified in",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        groups="dan_chu_co_so.group_inspector",
    )
    answer = fields.Text(readonly=True, copy=False)
    answered_on = fields.Date(string="Answered on", readonly=True, copy=False)
    handled_by_id = fields.Many2one(
        "res.users",
        string="Last dealt with by",
        readonly=True,
        copy=False,
        ondelete="restrict",
        groups="dan_chu_co_so.group_inspector",
    )
    guidance = fields.Selection(
        [("guided", "Guided to"), ("forwarded", "Forwarded to")], string="What was done", copy=False
    )
    receiving_body = fields.Char(
        string="Body that deals with it", copy=False, help="As named by the law on denunciations."
    )
    forwarded_on = fields.Date(string="Guided or forwarded on", copy=False)
    informant_ids = fields.One2many(
        "dan_chu.informant",
        "petition_id",
        string="Handed in by",
        groups="dan_chu_co_so.group_inspector",
    )
    file_ids = fields.One2many(
        "dan_chu.petition.file",
        "petition_id",
        string="Files",
        groups="dan_chu_co_so.group_inspector",
    )
    is_mine = fields.Boolean(compute="_compute_is_mine", search="_search_is_mine")

    _says_something = models.Constraint(
        "CHECK(kind = 'denunciation' OR (name IS NOT NULL AND text IS NOT NULL))",
        "Say what the petition is about.",
    )
    _denunciation_is_bare = models.Constraint(
        "CHECK(kind = 'petition' OR (name IS NULL AND text IS NULL AND answer IS NULL"
        " AND inspection_id IS NULL AND is_confidential IS NOT TRUE"
        " AND coalesce(search_text, '') = ''))",
        "A denunciation is not handled here: no content of it and no name is kept "
        "(Luật 10/2022/QH15, Điều 9 khoản 2, Điều 58 khoản 2, Điều 61 khoản 7).",
    )
    _denunciation_is_passed_on = models.Constraint(
        "CHECK((kind = 'denunciation') = (state = 'forwarded'))",
        "A denunciation is guided or forwarded, and nothing else is.",
    )
    _denunciation_names_the_body = models.Constraint(
        "CHECK(kind = 'petition' OR (guidance IS NOT NULL AND receiving_body IS NOT NULL"
        " AND forwarded_on IS NOT NULL))",
        "Of a denunciation are recorded: guided or forwarded, on which day, to which body.",
    )

    def _name_for_readers(self):
        for row in self:
            day = format_date(self.env, row.received_on)
            row.display_name = (
                self.env._("Denunciation of %s", day)
                if row.kind == "denunciation"
                else row.name or self.env._("New petition")
            )

    @api.depends_context("uid")
    def _compute_is_mine(self):
        mine = self._mine()
        for row in self:
            row.is_mine = row in mine

    @api.model
    def _search_is_mine(self, operator, value):
        """Of whoever asks, never of others: nobody is looked up by it."""
        if operator != "in":
            return NotImplemented
        mine = Domain("id", "in", self._mine().ids)
        wanted = set(value)
        if wanted == {True, False}:
            return Domain.TRUE
        return mine if wanted == {True} else ~mine

    @api.model
    def _mine(self):
        rows = self.env["dan_chu.informant"].sudo().search([("user_id", "=", self.env.uid)])
        return self.browse(rows.petition_id.ids)

    @api.onchange("kind")
    def _onchange_kind(self):
        """What was typed before it turned out to be a denunciation is not sent."""
        if self.kind == "denunciation":
            self.update({**BARE, "informant_ids": False, "file_ids": False})
            self.forwarded_on = self.forwarded_on or today()

    @api.constrains("forwarded_on", "received_on")
    def _check_days(self):
        day = today()
        for row in self:
            if row.received_on > day or (row.forwarded_on and row.forwarded_on > day):
                raise ValidationError(
                    self.env._("What is recorded here has happened: not after today.")
                )

    @api.model_create_multi
    def create(self, vals_list):
        """By a member: what came on paper. The staff hand in by `hand_in`."""
        return super().create([self._recorded(vals) for vals in vals_list])

    def write(self, vals):
        for row in self:
            open_fields = set(_FORWARDING) if row.kind == "denunciation" else _OF_PAPER
            is_settled = row.kind == "petition" and (row.door != "paper" or row.state != "new")
            if is_settled or vals.keys() - open_fields:
                raise UserError(
                    self.env._(
                        "“%s”: what was handed in stays as it was said, and is taken up, "
                        "answered and passed on by its buttons.",
                        row.display_name,
                    )
                )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_mistaken(self):
        for row in self:
            if row.door != "paper" or row.state not in ("new", "forwarded"):
                raise UserError(
                    self.env._(
                        "“%s” is on record: refuse it with the reason, or answer it.",
                        row.display_name,
                    )
                )

    @api.model
    def _recorded(self, vals):
        """What a member may say of a petition that came on paper."""
        board = self._board_at_work(vals.get("board_id", self._default("board_id")))
        given = {"door": "paper", "board_id": board.id, "sealed_board_id": board.id}
        if vals.get("kind", self._default("kind")) == "petition":
            said = {name: value for name, value in vals.items() if name in _OF_PAPER}
            return {**said, **given, "kind": "petition", "state": "new"}
        self._refuse_content(vals)
        names = ("received_on", *_FORWARDING)
        return {
            **{name: vals[name] for name in names if name in vals},
            **given,
            **BARE,
            "kind": "denunciation",
            "state": "forwarded",
        }

    @api.model
    def _board_at_work(self, board_id):
        board = self.env["dan_chu.board"].browse(board_id or ()).sudo()
        if not board or not board.is_sealed or board.state != "active":
            raise UserError(self.env._("Choose a people's inspectorate that is at work."))
        return board

    @api.model
    def _refuse_content(self, vals):
        if any(vals.get(name) for name in (*BARE, "informant_ids", "file_ids")):
            raise UserError(
                self.env._(
                    "A denunciation is not handled by the board: only that it was guided or "
                    "forwarded is recorded, the day and the body. No content and no name "
                    "(Luật 10/2022/QH15, Điều 9 khoản 2, Điều 58 khoản 2, Điều 61 khoản 7)."
                )
            )

    @api.model
    def _default(self, name):
        return self.default_get([name]).get(name)

    @api.model
    def _make(self, vals_list):
        return super().create(vals_list)

    def _put(self, vals):
        """What the buttons settle. Whoever handed it in reads the row, and not who deals with it;
        written at once, or whoever came next would be named as its writer."""
        system = self.with_user(SUPERUSER_ID)
        super(Petition, system).write({**vals, "handled_by_id": self.env.uid})
        system.flush_recordset()
        return True

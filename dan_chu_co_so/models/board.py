from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ..lib.clock import today
from .owner_unit import OwnerUnit

# What a recognised board is known by: another unit or another kind is another board.
_KNOWN_BY = {"unit_id", "kind_id"}
_BEHIND_BUTTONS = {
    "state",
    "recognised_on",
    "recognition_paper",
    "ended_on",
    "end_reason",
    "predecessor_id",
    "term_told_for",
    "vacancy_told_for",
    "unfit_told_for",
}


class Board(models.Model):
    """A board, council or group (ban, hội đồng, tổ) of an institution, for a term."""

    _name = "dan_chu.board"
    _description = "Board"
    _inherit = ["dan_chu.unit.owned", "dan_chu.thread"]
    _order = "date_from desc, id desc"

    unit_id = OwnerUnit(default=lambda self: self._default_unit())
    kind_id = fields.Many2one("dan_chu.board.kind", required=True, index=True, ondelete="restrict")
    kind_code = fields.Char(related="kind_id.code")
    is_sealed = fields.Boolean(related="kind_id.is_sealed")
    is_of_residents = fields.Boolean(related="kind_id.is_of_residents")
    name = fields.Char(
        required=True,
        compute="_compute_from_kind",
        store=True,
        readonly=False,
        precompute=True,
        help="As printed in the letterhead.",
    )
    symbol = fields.Char(
        compute="_compute_from_kind",
        store=True,
        readonly=False,
        precompute=True,
        help="Of its own papers: TTND in 03/BC-TTND.",
    )
    elected_on = fields.Date(
        string="Elected or set up on", help="The day the conference ended, or of the decision."
    )
    date_from = fields.Date(string="Term from", required=True, default=lambda self: today())
    date_to = fields.Date(
        string="Term to",
        compute="_compute_date_to",
        store=True,
        readonly=False,
        precompute=True,
        help="Empty: until another decision.",
    )
    term = fields.Char(help="As printed: 2026 - 2028.")
    decision_paper = fields.Char(
        string="Decided by", help="As printed: Nghị quyết số 05/NQ-HN ngày 20/9/2026 …"
    )
    directing_body = fields.Char(
        string="Directed by",
        compute="_compute_directing_body",
        store=True,
        readonly=False,
        precompute=True,
        help="The union's committee, or the body that stands for the staff; the Front for a "
        "board at commune level.",
    )
    is_special = fields.Boolean(
        string="Special or dispersed",
        help="More members than usual, agreed with the head and decided by the conference.",
    )
    special_reason = fields.Char(string="Why more members, agreed how")
    is_substitute = fields.Boolean(
        string="The representative does its work",
        help="Where the law sets up no board (few staff, special cases).",
    )
    village_count = fields.Integer(string="Villages", help="One member each, at commune level.")
    staff_count = fields.Integer(
        string="Head-count at the election", help="Empty: the head-count of today."
    )
    first_met_on = fields.Date(
        string="First meeting", help="Where it chose its head and divided the work."
    )
    member_ids = fields.One2many("dan_chu.board.member", "board_id", string="Members")
    state = fields.Selection(
        [("draft", "Being set up"), ("active", "At work"), ("ended", "Ended")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
    )
    recognised_on = fields.Date(readonly=True, copy=False)
    recognition_paper = fields.Char(string="Recognised by", readonly=True, copy=False)
    ended_on = fields.Date(readonly=True, copy=False)
    end_reason = fields.Char(readonly=True, copy=False)
    is_awaiting_election = fields.Boolean(
        string="Waiting for the election",
        compute="_compute_is_awaiting_election",
        search="_search_is_awaiting_election",
        help="The term is over; the board goes on until the next one is elected.",
    )
    member_count = fields.Integer(compute="_compute_members")
    head_id = fields.Many2one("dan_chu.board.member", compute="_compute_members")

    _ends_after_start = models.Constraint(
        "CHECK(date_to >= date_from)", "A term cannot end before it begins."
    )

    @api.depends("kind_id")
    def _compute_from_kind(self):
        for board in self:
            board.name = board.kind_id.name
            board.symbol = board.kind_id.symbol

    @api.depends("kind_id", "date_from", "unit_id")
    def _compute_date_to(self):
        for board in self:
            rule = board.kind_id and board.date_from and board._law("term", board.date_from)
            is_read = rule and rule.kind in ("days", "months", "years")
            term = is_read and relativedelta(**{rule.value.unit: rule.value.length})
            board.date_to = term and board.date_from + term

    @api.depends("unit_id", "kind_id")
    def _compute_directing_body(self):
        """Boards set up by a decision have none but the head who decided."""
        for board in self:
            unit = board.unit_id
            named = board.kind_id and board._law("directed_by")
            union = "Ban Chấp hành Công đoàn" if unit.has_union else False
            body = (named and named.value) or union or unit.representative_body
            board.directing_body = board.kind_id.is_sealed and body

    @api.depends("unit_id")
    @api.depends_context("uid")
    def _compute_may_handle(self):
        """The representative keeps boards beside the officers; the head looks on."""
        super()._compute_may_handle()
        user = self.env.user
        for board in self:
            board.may_handle = any(
                board.unit_id.id in user._dan_chu_reach(role)
                for role in ("officer", "representative")
            )

    @api.depends("state", "date_to")
    def _compute_is_awaiting_election(self):
        day = today()
        for board in self:
            over = board.date_to and board.date_to < day
            board.is_awaiting_election = bool(board.state == "active" and over)

    @api.model
    def _search_is_awaiting_election(self, operator, value):
        if operator != "in":
            return NotImplemented
        over = Domain("state", "=", "active") & Domain("date_to", "<", today())
        wanted = set(value)
        if wanted == {True, False}:
            return Domain.TRUE
        return over if wanted == {True} else ~over

    @api.depends(
        "state",
        "member_ids.date_to",
        "member_ids.date_from",
        "member_ids.recognised_on",
        "member_ids.role",
    )
    def _compute_members(self):
        for board in self:
            now = board._seated()
            board.member_count = len(now)
            board.head_id = now.filtered(lambda member: member.role == "head")[:1]

    @api.constrains("unit_id")
    def _check_institution(self):
        for board in self:
            if not board.unit_id.is_institution:
                raise ValidationError(
                    self.env._(
                        "%(unit)s is an inner part of %(top)s: boards are those of an institution.",
                        unit=board.unit_id.name,
                        top=board.unit_id.institution_id.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        begun = {**dict.fromkeys(_BEHIND_BUTTONS, False), "state": "draft"}
        boards = super().create([{**vals, **begun} for vals in vals_list])
        boards._require_role("officer", "representative")
        return boards

    def write(self, vals):
        if vals.keys() & _BEHIND_BUTTONS:
            raise UserError(
                self.env._("A board is recognised and ended by its buttons, not by hand.")
            )
        if set(vals) - self.env["dan_chu.thread"]._fields.keys():
            self._require_role("officer", "representative")
        for board in self:
            if board.state != "draft" and vals.keys() & _KNOWN_BY:
                raise UserError(
                    self.env._(
                        "“%s” is recognised: its unit and its kind do not change.",
                        board.display_name,
                    )
                )
            if board.state == "ended" and vals.keys() - self.env["dan_chu.thread"]._fields.keys():
                raise UserError(self.env._("“%s” has ended and rests.", board.display_name))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_recognised(self):
        for board in self.sudo().filtered(lambda board: board.state != "draft"):
            raise UserError(
                self.env._("“%s” was recognised and stays on record: end it.", board.display_name)
            )

    @api.model
    def _default_unit(self):
        """The house the user keeps, if there is one alone."""
        units = self.env["dan_chu.unit"]
        for role in ("officer", "representative"):
            units |= units.browse(self.env.user._dan_chu_reach(role))
        houses = units.sudo().institution_id & units
        return houses if len(houses) == 1 else units.browse()

    def _put(self, vals):
        """What the buttons settle."""
        return super().write(vals)

    def _law(self, code, day=None):
        """What the law says for boards of this kind; None where it says nothing."""
        return self.env["dan_chu.rule"]._find(
            f"{self.kind_id.code}.{code}", self.unit_id, day or self.elected_on or today()
        )

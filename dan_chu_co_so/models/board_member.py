from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import format_date

from ..lib.clock import today
from .owner_unit import OwnerUnit

ROLES = [
    ("head", "Head of the board"),
    ("deputy", "Deputy"),
    ("secretary", "Secretary"),
    ("member", "Member"),
]
LEADING = ("head", "deputy")
_BY_THE_SYSTEM = {"recognised_on", "recognition_paper"}
_AT_THE_END = {"date_to", "end_reason", "end_note"}
# Another person, or another beginning, is another mandate.
_KNOWN_BY = {"employee_id", "name", "date_from", "replaces_id"}
ENDS = [
    ("term", "The board ended"),
    ("resigned", "Asked to be released"),
    ("released", "Released by the conference"),
    ("moved", "Left the unit"),
    ("not_eligible", "May no longer be a member"),
    ("other", "Other"),
]


class BoardMember(models.Model):
    """A person's mandate in a board, from a day to a day (thành viên)."""

    _name = "dan_chu.board.member"
    _description = "Member of a board"
    _inherit = ["dan_chu.guarded.name"]
    _order = "board_id, sequence, id"

    board_id = fields.Many2one("dan_chu.board", required=True, index=True, ondelete="cascade")
    unit_id = OwnerUnit(related="board_id.unit_id", store=True, index=True, precompute=True)
    sequence = fields.Integer(default=10)
    employee_id = fields.Many2one(
        "hr.employee", string="Person", index="btree_not_null", ondelete="restrict"
    )
    name = fields.Char(
        required=True,
        compute="_compute_from_employee",
        store=True,
        readonly=False,
        precompute=True,
        index=True,
    )
    position = fields.Char(
        string="Office held",
        compute="_compute_from_employee",
        store=True,
        readonly=False,
        precompute=True,
        help="As printed: giáo viên, tổ trưởng tổ Toán.",
    )
    role = fields.Selection(ROLES, default="member", required=True)
    tasks = fields.Char(string="In charge of")
    date_from = fields.Date(
        string="From",
        required=True,
        compute="_compute_date_from",
        store=True,
        readonly=False,
        precompute=True,
    )
    date_to = fields.Date(string="To", copy=False)
    end_reason = fields.Selection(ENDS, string="Why it ended", copy=False)
    end_note = fields.Char(string="In words", copy=False)
    replaces_id = fields.Many2one(
        "dan_chu.board.member",
        string="In place of",
        index="btree_not_null",
        ondelete="restrict",
        copy=False,
    )
    recognised_on = fields.Date(readonly=True, copy=False)
    recognition_paper = fields.Char(string="Recognised by", readonly=True, copy=False)
    is_current = fields.Boolean(string="Today", compute="_compute_is_current")

    _ends_after_start = models.Constraint(
        "CHECK(date_to >= date_from)", "A mandate cannot end before it begins."
    )

    @api.depends("employee_id")
    def _compute_from_employee(self):
        for member in self:
            person = member.employee_id
            public = self.env["hr.employee.public"].browse(person.id)
            member.name = person.name if person else member.name
            member.position = public.sudo().job_title if person else member.position

    @api.depends("board_id")
    def _compute_date_from(self):
        for member in self:
            member.date_from = member.date_from or member.board_id.date_from or today()

    @api.depends("date_from", "date_to")
    def _compute_is_current(self):
        now = self._now()
        for member in self:
            member.is_current = member in now

    @api.constrains("board_id", "employee_id", "date_from", "date_to")
    def _check_once(self):
        for member in self.filtered("employee_id"):
            twin = (member.board_id.member_ids - member).filtered(
                lambda other, member=member: (
                    other.employee_id == member.employee_id
                    and (not other.date_to or other.date_to >= member.date_from)
                    and (not member.date_to or member.date_to >= other.date_from)
                )
            )
            if twin:
                raise ValidationError(
                    self.env._("%s is already a member of this board.", member.employee_id.name)
                )

    @api.constrains("role", "board_id")
    def _check_has_secretary(self):
        for member in self.filtered(lambda member: member.role == "secretary"):
            if not member.board_id.kind_id.has_secretary:
                raise ValidationError(
                    self.env._("“%s” has no secretary.", member.board_id.display_name)
                )

    @api.constrains("replaces_id", "board_id")
    def _check_replaces_one_of_the_same_board(self):
        for member in self.filtered("replaces_id"):
            if member.replaces_id.board_id != member.board_id or member.replaces_id == member:
                raise ValidationError(
                    self.env._(
                        "%(new)s takes the place of a member of the same board, which "
                        "%(old)s was not.",
                        new=member.name,
                        old=member.replaces_id.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        begun = dict.fromkeys((*_BY_THE_SYSTEM, *_AT_THE_END), False)
        members = super().create([{**vals, **begun} for vals in vals_list])
        members._require_keeper()
        return members

    def write(self, vals):
        self._require_keeper()
        if vals.keys() & _BY_THE_SYSTEM or "board_id" in vals:
            raise UserError(self.env._("Members are recognised together, by the button."))
        if vals.keys() & _AT_THE_END:
            raise UserError(self.env._("A mandate is ended by its button, not by hand."))
        for member in self.filtered("recognised_on"):
            if vals.keys() & _KNOWN_BY:
                raise UserError(
                    self.env._(
                        "%s is recognised as a member: end the mandate and add another person.",
                        member.name,
                    )
                )
            if member.date_to and member.date_to < today():
                raise UserError(self.env._("The mandate of %s has ended and rests.", member.name))
            if "role" in vals and vals["role"] != member.role:
                member._check_may_choose(vals["role"])
        res = super().write(vals)
        if "role" in vals:
            self.board_id._sync_inspectors()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_recognised(self):
        self._require_unended()
        for member in self.sudo().filtered("recognised_on"):
            raise UserError(
                self.env._("%s was a member and stays on record: end the mandate.", member.name)
            )

    def action_open_end(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("End the mandate of %s", self.name),
            "res_model": "dan_chu.board.mandate.end",
            "view_mode": "form",
            "target": "new",
            "context": {"default_member_id": self.id},
        }

    def _end_mandate(self, day, reason, note=None):
        """Released by the conference at the proposal of the representative, or gone."""
        self.ensure_one()
        board = self.board_id
        if board.is_sealed:
            board._require_direction()
        else:
            self._require_keeper()
        if board.state != "active" or not self.recognised_on:
            raise UserError(
                self.env._("%s has no mandate yet: take the line away instead.", self.name)
            )
        if self.date_to and self.date_to < today():
            raise UserError(self.env._("The mandate of %s has ended and rests.", self.name))
        if day < self.date_from:
            raise UserError(
                self.env._(
                    "The mandate of %(name)s began on %(start)s and cannot have ended on %(day)s.",
                    name=self.name,
                    start=format_date(self.env, self.date_from),
                    day=format_date(self.env, day),
                )
            )
        self.sudo()._put({"date_to": day, "end_reason": reason, "end_note": note})
        board.sudo()._sync_inspectors()

    def _check_may_choose(self, role):
        """Who leads a board that works by itself is chosen in its own meeting."""
        if not self.board_id.is_sealed:
            return
        self.board_id._require_direction()
        self._check_not_own_role(role)

    def _check_not_own_role(self, role):
        mine = self.sudo().employee_id.user_id == self.env.user
        if mine and role in LEADING and role != self.role and not self.env.su:
            raise AccessError(
                self.env._("You are that member: somebody else records that you lead the board.")
            )

    def _require_keeper(self):
        self.board_id._require_role("officer", "representative")
        self._require_unended()

    def _require_unended(self):
        for board in self.sudo().board_id.filtered(lambda board: board.state == "ended"):
            raise UserError(self.env._("“%s” has ended and rests.", board.display_name))

    def _put(self, vals):
        return super().write(vals)

    def _now(self, day=None):
        day = day or today()
        return self.filtered(
            lambda member: (
                member.date_from
                and member.date_from <= day
                and (not member.date_to or member.date_to >= day)
            )
        )

    def _title(self):
        """Trưởng ban, Phó Trưởng ban, Ủy viên: as boards of this kind say it."""
        self.ensure_one()
        kind = self.board_id.kind_id
        return {
            "head": kind.head_title,
            "deputy": kind.deputy_title,
            "secretary": "Thư ký",
        }.get(self.role, kind.member_title)

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..lib.clock import today
from .owner_unit import OwnerUnit

ROLES = [
    ("head", "Head of the board"),
    ("deputy", "Deputy"),
    ("secretary", "Secretary"),
    ("member", "Member"),
]
LEADING = ("head", "deputy")
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

    @api.model_create_multi
    def create(self, vals_list):
        members = super().create(
            [{**vals, "recognised_on": False, "end_reason": vals.get("end_reason")} for vals in vals_list]
        )
        members._require_keeper()
        return members

    def write(self, vals):
        self._require_keeper()
        if "recognised_on" in vals or vals.keys() & {"board_id"}:
            raise UserError(self.env._("Members are recognised together, by the button."))
        for member in self.filtered("recognised_on"):
            if vals.keys() & {"employee_id", "name", "date_from"}:
                raise UserError(
                    self.env._(
                        "%s is recognised as a member: end the mandate and add another person.",
                        member.name,
                    )
                )
            if member.date_to and member.date_to < today():
                raise UserError(self.env._("The mandate of %s has ended and rests.", member.name))
        res = super().write(vals)
        if vals.keys() & {"date_to", "role"}:
            self.board_id._sync_inspectors()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_recognised(self):
        self._require_keeper()
        for member in self.filtered("recognised_on"):
            raise UserError(
                self.env._("%s was a member and stays on record: end the mandate.", member.name)
            )

    def _require_keeper(self):
        for board in self.board_id:
            board._require_role("officer", "representative")
            if board.state == "ended":
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

from odoo import api, fields, models
from odoo.exceptions import ValidationError

ROLES = [("lead", "Head of the team"), ("member", "Member"), ("secretary", "Secretary")]
SIDES = [("team", "The team"), ("subject", "The inspected party")]


class InspectionTeam(models.Model):
    """Who inspects, and who stood for the inspected party (thành phần)."""

    _name = "dan_chu.inspection.team"
    _description = "Person of an inspection"
    _inherit = ["dan_chu.inspection.part", "dan_chu.frozen"]
    _order = "side desc, sequence, id"
    _frozen_how = "inspection"
    # Who logs in as that person may change; who took part does not.
    _frozen_free = ("write_uid", "write_date", "user_id")

    side = fields.Selection(SIDES, required=True, default="team")
    role = fields.Selection(ROLES, required=True, default="member")
    board_member_id = fields.Many2one(
        "dan_chu.board.member", string="Member", index="btree_not_null", ondelete="restrict"
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        compute="_compute_person",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    name = fields.Char(
        required=True, compute="_compute_person", store=True, readonly=False, precompute=True
    )
    position = fields.Char(
        string="Office held",
        compute="_compute_person",
        store=True,
        readonly=False,
        precompute=True,
        help="As printed: giáo viên, tổ trưởng tổ Toán.",
    )
    tasks = fields.Char(string="In charge of")
    user_id = fields.Many2one(
        "res.users",
        compute="_compute_user_id",
        compute_sudo=True,
        store=True,
        index="btree_not_null",
    )

    @api.depends("board_member_id", "employee_id")
    def _compute_person(self):
        for row in self:
            member = row.board_member_id
            person = member.employee_id or row.employee_id
            row.employee_id = person
            row.name = member.name or person.sudo().name or row.name
            public = self.env["hr.employee.public"].browse(person.id)
            row.position = member.position or row.position or public.sudo().job_title

    @api.depends("employee_id.user_id")
    def _compute_user_id(self):
        for row in self:
            row.user_id = row.employee_id.user_id

    @api.constrains("board_member_id", "employee_id", "side", "inspection_id")
    def _check_person(self):
        for row in self.filtered("board_member_id"):
            inspection = row.inspection_id
            if row.board_member_id.board_id != inspection.board_id:
                raise ValidationError(
                    self.env._(
                        "%(person)s is not a member of the board that makes “%(name)s”.",
                        person=row.board_member_id.name,
                        name=inspection.name,
                    )
                )
        self.inspection_id._check_team()

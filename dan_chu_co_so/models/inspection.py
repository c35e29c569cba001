from odoo import api, fields, models
from odoo.fields import Domain

from ..lib.clock import today
from .owner_unit import OwnerUnit

KINDS = [
    ("check", "Check"),
    ("supervise", "Supervision"),
    ("verify", "Verification by request"),
    ("standing", "Day-to-day supervision"),
    ("self_check", "Self-check of the head"),
    ("steering_check", "Check of the steering board"),
    ("superior_check", "Check of the unit above"),
    ("survey", "Survey"),
    ("duty_check", "Check of duties"),
]
# Those of a board that works by itself; the others are of heads, superiors and other boards.
SEALED_KINDS = ("check", "supervise", "verify", "standing")
# Reported and notified in time (NĐ 59/2023, Điều 22 khoản 1 điểm b).
NOTIFIED_KINDS = ("check", "supervise")
STATES = [
    ("planned", "Planned"),
    ("announced", "Announced"),
    ("under_way", "Under way"),
    ("concluded", "Concluded"),
    ("followed_up", "Being followed up"),
    ("closed", "Closed"),
    ("cancelled", "Cancelled"),
]
# Of a recommendation: nothing more is asked of anybody.
SETTLED = ("settled", "handed_on")
BEFORE_CONCLUSION = ("planned", "announced", "under_way")


class Inspection(models.Model):
    """A check, supervision or verification (cuộc kiểm tra, giám sát, xác minh).

    Of the people's inspectorate, worked on by its members alone; of the head, another board or a
    unit above, worked on by officers and heads of the unit that makes it.
    """

    _name = "dan_chu.inspection"
    _description = "Inspection"
    _inherit = [
        "dan_chu.sealed",
        "dan_chu.stated",
        "dan_chu.thread",
        "dan_chu.folded.search",
        "dan_chu.readable.links",
    ]
    _order = "date_from desc, id desc"
    _folded_fields = ("name", "subject_text", "scope")

    name = fields.Char(string="Inspection", required=True)
    unit_id = OwnerUnit(string="Made by", default=lambda self: self._default_unit())
    board_id = fields.Many2one(
        "dan_chu.board",
        index="btree_not_null",
        ondelete="restrict",
        default=lambda self: self._default_board(),
    )
    author = fields.Selection(
        [("board", "A board"), ("head", "The head"), ("superior", "The unit above")],
        compute="_compute_author",
        store=True,
        precompute=True,
    )
    kind = fields.Selection(
        KINDS, required=True, index=True, default=lambda self: self._default_kind()
    )
    is_of_inspectorate = fields.Boolean(compute="_compute_is_of_inspectorate")
    subject_unit_id = fields.Many2one(
        "dan_chu.unit", string="Inspected unit", index="btree_not_null", ondelete="restrict"
    )
    subject_employee_id = fields.Many2one(
        "hr.employee", string="Inspected person", index="btree_not_null", ondelete="restrict"
    )
    subject_text = fields.Char(
        string="Inspected, in words", help="The person or the matter, as it is printed."
    )
    scope = fields.Text(string="What is looked at")
    period_from = fields.Date(string="Period looked at, from")
    period_to = fields.Date(string="Period looked at, to")
    date_from = fields.Date(string="First day", help="Of the window in which it is made.")
    date_to = fields.Date(string="Last day")
    place = fields.Char(string="Venue")
    method = fields.Char(help="Trực tiếp, qua hồ sơ, phối hợp …")
    product = fields.Char(string="Result expected", help="Biên bản, báo cáo …")
    programme_line_id = fields.Many2one(
        "dan_chu.programme.line",
        string="Line of the programme",
        index="btree_not_null",
        ondelete="restrict",
        copy=False,
    )
    plan_id = fields.Many2one(
        "dan_chu.plan",
        string="Programme",
        compute="_compute_plan_id",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    template_id = fields.Many2one(
        "dan_chu.inspection.template", string="Checklist", ondelete="restrict"
    )
    item_ids = fields.One2many(
        "dan_chu.inspection.item", "inspection_id", string="Checklist items", copy=True
    )
    team_ids = fields.One2many("dan_chu.inspection.team", "inspection_id", copy=True)
    request_ids = fields.One2many(
        "dan_chu.inspection.request", "inspection_id", string="Requests for information"
    )
    opinion_ids = fields.One2many(
        "dan_chu.inspection.opinion", "inspection_id", string="Opinions of the members"
    )
    file_ids = fields.One2many("dan_chu.inspection.file", "inspection_id", string="Files")
    finding_ids = fields.One2many("dan_chu.finding", "inspection_id", string="Findings")
    recommendation_ids = fields.One2many(
        "dan_chu.recommendation", "inspection_id", string="Recommendations"
    )
    petition_ids = fields.One2many(
        "dan_chu.petition",
        "inspection_id",
        string="Petitions",
        groups="dan_chu_co_so.group_inspector",
    )
    paper_ids = fields.One2many("dan_chu.board.paper", "inspection_id", string="Papers")
    conclusion = fields.Text(copy=False)
    strengths = fields.Text(copy=False)
    shortcomings = fields.Text(copy=False)
    reported_on = fields.Date(
        string="Plan reported on", copy=False, help="To the body that directs the board."
    )
    notified_on = fields.Date(string="Notified on", copy=False, help="To the inspected party.")
    notice_short_reason = fields.Char(string="Why so short a notice", readonly=True, copy=False)
    notice_latest_on = fields.Date(
        string="To be notified by", compute="_compute_notice", help="So many working days before."
    )
    notice_warning = fields.Char(compute="_compute_notice")
    announced_on = fields.Date(string="Announced on", readonly=True, copy=False)
    started_on = fields.Date(string="Begun on", readonly=True, copy=False)
    concluded_on = fields.Date(string="Concluded on", readonly=True, copy=False, index=True)
    followed_up_on = fields.Date(string="Followed up since", readonly=True, copy=False)
    closed_on = fields.Date(string="Closed on", readonly=True, copy=False)
    cancel_reason = fields.Char(string="Why cancelled", readonly=True, copy=False)
    door = fields.Selection(
        [("system", "In the system"), ("paper", "On paper, recorded")],
        default="system",
        required=True,
        readonly=True,
        copy=False,
    )
    paper_yes_count = fields.Integer(
        string="Members who agreed, by the minutes", readonly=True, copy=False
    )
    state = fields.Selection(
        STATES,
        default="planned",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        group_expand=True,
    )
    is_late = fields.Boolean(string="Late", compute="_compute_is_late", search="_search_is_late")
    warning = fields.Text(compute="_compute_warning")

    _window_in_order = models.Constraint(
        "CHECK(date_to >= date_from)", "An inspection cannot end before it begins."
    )
    _period_in_order = models.Constraint(
        "CHECK(period_to >= period_from)", "The period looked at cannot end before it begins."
    )
    _kind_of_its_author = models.Constraint(
        "CHECK((kind IN ('check', 'supervise', 'verify', 'standing'))"
        " = (sealed_board_id IS NOT NULL))",
        "Check, supervision, verification and day-to-day supervision are those of a people's "
        "inspectorate; others are made by heads, other boards and units above.",
    )
    _one_standing_a_quarter = models.UniqueIndex(
        "(board_id, period_from) WHERE kind = 'standing' AND state <> 'cancelled'",
        "This quarter already has its day-to-day supervision: write into that one.",
    )
    _of_unit = models.Index("(unit_id, date_from DESC, id DESC)")

    @api.model
    def _default_unit(self):
        return self.env["dan_chu.document"]._default_unit()

    @api.model
    def _default_board(self):
        """A member works for the board, unless it is said otherwise."""
        return next(iter(self.env.user._dan_chu_boards()), False)

    @api.model
    def _default_kind(self):
        return "check" if self.env.user._dan_chu_boards() else "self_check"

    @api.depends("board_id", "unit_id", "subject_unit_id")
    def _compute_author(self):
        for inspection in self:
            subject = inspection.subject_unit_id.sudo().institution_id
            goes_down = subject and subject != inspection.unit_id.sudo().institution_id
            inspection.author = (
                "board" if inspection.board_id else "superior" if goes_down else "head"
            )

    @api.depends("kind")
    def _compute_is_of_inspectorate(self):
        for inspection in self:
            inspection.is_of_inspectorate = inspection.kind in SEALED_KINDS

    @api.depends("programme_line_id")
    def _compute_plan_id(self):
        for inspection in self:
            inspection.plan_id = inspection.programme_line_id.plan_id or inspection.plan_id

    @api.depends("state", "date_to")
    def _compute_is_late(self):
        day = today()
        for inspection in self:
            is_open = inspection.state in BEFORE_CONCLUSION
            inspection.is_late = bool(is_open and inspection.date_to and inspection.date_to < day)

    @api.model
    def _search_is_late(self, operator, value):
        if operator != "in":
            return NotImplemented
        late = Domain("state", "in", BEFORE_CONCLUSION) & Domain("date_to", "<", today())
        wanted = set(value)
        if wanted == {True, False}:
            return Domain.TRUE
        return late if wanted == {True} else ~late

    @api.onchange("template_id")
    def _onchange_template_id(self):
        """The items of the checklist, where none were written yet."""
        if self.template_id and not self.item_ids:
            self.item_ids = [
                fields.Command.create(values) for values in self.template_id._item_values()
            ]

    @api.onchange("subject_unit_id", "subject_employee_id")
    def _onchange_subject(self):
        if not self.subject_text:
            named = self.subject_employee_id.sudo().name, self.subject_unit_id.name
            self.subject_text = ", ".join(filter(None, named))

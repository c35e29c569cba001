from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools import format_date

from ..lib.task_time import NoSuchTime, read
from .owner_unit import OwnerUnit

STATES = [
    ("todo", "To do"),
    ("doing", "Doing"),
    ("done", "Done"),
    ("accepted", "Accepted"),
    ("cancelled", "Cancelled"),
]
OPEN = ("todo", "doing")
CLOSED = ("done", "accepted", "cancelled")
PARTS = [("lead", "Chủ trì"), ("cooperate", "Phối hợp"), ("carry_out", "Thực hiện")]
WHO = [
    ("unit", "Unit"),
    ("employee", "One person"),
    ("position", "Position"),
    ("all_staff", "All staff"),
    ("outside", "Outside body"),
]
TIME_KINDS = [
    ("before", "Before a day"),
    ("at_latest", "At the latest"),
    ("window", "From … to"),
    ("month", "Month"),
    ("quarter", "Quarter"),
    ("half_year", "Half-year"),
    ("year", "Year"),
    ("recurring", "Again and again"),
    ("event", "After an event"),
    ("standing", "At all times"),
]
RECURRENCES = [
    ("weekly", "Every week"),
    ("monthly", "Every month"),
    ("quarterly", "Every quarter"),
    ("half_yearly", "Every half-year"),
    ("yearly", "Every year"),
]


class Task(models.Model):
    """A promise with an owner and a deadline (nhiệm vụ), wherever it was made.

    It has two sides: `unit_id` gave it, `addressee_unit_id` owes it. Until it is given only the
    first sees it. What is done with it is in its steps.
    """

    _name = "dan_chu.task"
    _description = "Task"
    _inherit = [
        "dan_chu.unit.owned",
        "dan_chu.stated",
        "dan_chu.thread",
        "dan_chu.folded.search",
        "dan_chu.readable.links",
    ]
    _order = "date_deadline, id"
    _folded_fields = ("name", "product", "lead_position", "lead_outside")

    name = fields.Char(string="Task", required=True, tracking=True)
    sequence = fields.Integer(default=10)
    plan_id = fields.Many2one("dan_chu.plan", index="btree_not_null", ondelete="cascade")
    section_id = fields.Many2one(
        "dan_chu.plan.section", index="btree_not_null", ondelete="set null"
    )
    source_model = fields.Char(readonly=True)
    source_id = fields.Many2oneReference(model_field="source_model", readonly=True)
    source_text = fields.Char(
        string="Comes from", readonly=True, help="The paper or the article it comes from."
    )
    parent_id = fields.Many2one(
        "dan_chu.task", readonly=True, index="btree_not_null", ondelete="cascade"
    )
    child_ids = fields.One2many("dan_chu.task", "parent_id", string="Parts of it")
    row_kind = fields.Selection(
        [
            ("main", "Itself"),
            ("partner", "Of a partner"),
            ("occurrence", "One time of several"),
            ("addressee", "Of a unit below"),
        ],
        string="This row is",
        default="main",
        required=True,
        readonly=True,
    )
    is_counted = fields.Boolean(
        string="Counted",
        default=True,
        readonly=True,
        help="A task done several times, or by many units, is counted by its parts.",
    )
    unit_id = OwnerUnit(string="Given by", default=lambda self: self._default_unit())
    addressee_unit_id = OwnerUnit(
        "dan_chu.unit", string="Owed by", required=True, index=True, ondelete="restrict"
    )
    for_addressees = fields.Boolean(
        string="For every unit below", help="Each unit the plan goes to owes it for itself."
    )
    part = fields.Selection(PARTS, string="Takes part as", default="lead", required=True)
    who_kind = fields.Selection(WHO, string="Assigned to", default="unit", required=True)
    lead_employee_id = fields.Many2one(
        "hr.employee", string="Person in charge", index="btree_not_null", ondelete="restrict"
    )
    lead_user_id = fields.Many2one(
        "res.users",
        compute="_compute_lead_user_id",
        compute_sudo=True,
        store=True,
        index="btree_not_null",
    )
    lead_position = fields.Char(string="Position", help="Kế toán, tổ trưởng …")
    lead_outside = fields.Char(string="Body outside")
    who_text = fields.Char(string="Who does it", compute="_compute_who_text")
    partner_ids = fields.One2many("dan_chu.task.partner", "task_id", string="Partners", copy=True)
    product = fields.Char(string="Result expected")
    note = fields.Text()
    needs_evidence = fields.Boolean(string="Evidence required")
    weight = fields.Integer(default=1, aggregator=False)
    time_kind = fields.Selection(TIME_KINDS, string="Sort of time", default="at_latest")
    time_text = fields.Char(
        string="Time", help="As it is printed: Quý III/2026, trước ngày 15/3, hằng tháng …"
    )
    date_start = fields.Date(string="Begins")
    date_deadline = fields.Date(
        string="Deadline", help="The last day on which it is in time.", tracking=True
    )
    recurrence = fields.Selection(RECURRENCES, string="How often")
    given_on = fields.Datetime(string="Given on", readonly=True, copy=False)
    state = fields.Selection(
        STATES, default="todo", required=True, copy=False, tracking=True, group_expand=True
    )
    result = fields.Text(copy=False)
    done_on = fields.Date(string="Done on", readonly=True, copy=False)
    done_by_id = fields.Many2one(
        "res.users", string="Reported by", readonly=True, copy=False, ondelete="restrict"
    )
    date_asked = fields.Date(string="New date asked for", readonly=True, copy=False)
    has_difficulty = fields.Boolean(string="Difficulty unanswered", readonly=True, copy=False)
    evidence_ids = fields.One2many("dan_chu.task.evidence", "task_id")
    evidence_count = fields.Integer(compute="_compute_evidence_count")
    step_ids = fields.One2many("dan_chu.task.step", "task_id", string="Who did what")
    is_late = fields.Boolean(string="Late", compute="_compute_is_late", search="_search_is_late")
    child_total = fields.Integer(compute="_compute_children")
    child_done = fields.Integer(compute="_compute_children")

    _ends_after_start = models.Constraint(
        "CHECK(date_deadline >= date_start)", "A task cannot end before it begins."
    )
    _weight_positive = models.Constraint("CHECK(weight > 0)", "The weight of a task is 1 or more.")
    _of_giver = models.Index("(unit_id, date_deadline, id)")
    _of_addressee = models.Index("(addressee_unit_id, date_deadline, id)")
    _open_of_addressee = models.Index(
        "(addressee_unit_id, date_deadline) WHERE state IN ('todo', 'doing')"
    )
    # Who sees most tasks gets a page of them in order, without sorting them all.
    _by_deadline = models.Index("(date_deadline, id)")
    _open_by_deadline = models.Index("(date_deadline, id) WHERE state IN ('todo', 'doing')")
    _of_source = models.Index("(source_model, source_id) WHERE source_model IS NOT NULL")

    @api.depends("lead_employee_id.user_id", "who_kind")
    def _compute_lead_user_id(self):
        for task in self:
            task.lead_user_id = task.who_kind == "employee" and task.lead_employee_id.user_id

    @api.depends(
        "who_kind",
        "addressee_unit_id.name",
        "lead_employee_id.name",
        "lead_position",
        "lead_outside",
    )
    def _compute_who_text(self):
        for task in self:
            task.who_text = task._lead_text()

    @api.depends("evidence_ids")
    def _compute_evidence_count(self):
        counts = dict(
            self.env["dan_chu.task.evidence"]._read_group(
                [("task_id", "in", self.ids)], ["task_id"], ["__count"]
            )
        )
        for task in self:
            task.evidence_count = counts.get(task, 0)

    @api.depends("state", "date_deadline", "given_on", "is_counted")
    @api.depends_context("tz", "uid")
    def _compute_is_late(self):
        """Nobody owes what was not given, and what is done by its parts is late in its parts."""
        day = fields.Date.context_today(self)
        for task in self:
            is_owed = task.given_on and task.is_counted and task.state in OPEN
            task.is_late = bool(is_owed and task.date_deadline and day > task.date_deadline)

    @api.model
    def _search_is_late(self, operator, value):
        if operator != "in":
            return NotImplemented
        late = (
            Domain("state", "in", OPEN)
            & Domain("date_deadline", "<", fields.Date.context_today(self))
            & Domain("given_on", "!=", False)
            & Domain("is_counted", "=", True)
        )
        wanted = set(value)
        if wanted == {True, False}:
            return Domain.TRUE
        return late if wanted == {True} else ~late

    @api.depends("child_ids.state")
    def _compute_children(self):
        rows = self._read_group(
            [("parent_id", "in", self.ids), ("state", "!=", "cancelled")],
            ["parent_id", "state"],
            ["__count"],
        )
        total, done = {}, {}
        for parent, state, count in rows:
            total[parent.id] = total.get(parent.id, 0) + count
            if state in CLOSED:
                done[parent.id] = done.get(parent.id, 0) + count
        for task in self:
            task.child_total = total.get(task.id, 0)
            task.child_done = done.get(task.id, 0)

    @api.onchange("time_text")
    def _onchange_time_text(self):
        """What was typed as it will be printed, read into dates."""
        if not self.time_text:
            return None
        try:
            read_ = self._read_time(self.time_text)
        except NoSuchTime as error:
            return {
                "warning": {
                    "title": self.env._("No such day"),
                    "message": self.env._("“%s” is not a day of the calendar.", error.piece),
                }
            }
        self.time_kind, self.recurrence = read_.kind, read_.recurrence
        self.date_start, self.date_deadline = read_.start, read_.deadline
        return None

    @api.onchange("unit_id", "for_addressees")
    def _onchange_unit_id(self):
        if not self.addressee_unit_id or self.for_addressees:
            self.addressee_unit_id = self.unit_id

    @api.constrains("date_start", "date_deadline", "plan_id")
    def _check_after_plan_start(self):
        for task in self:
            start = task.plan_id.date_from
            if start and task.date_deadline and task.date_deadline < start:
                raise ValidationError(
                    self.env._(
                        "“%(task)s” is due on %(due)s, before its plan begins on %(start)s.",
                        task=task.name,
                        due=format_date(self.env, task.date_deadline),
                        start=format_date(self.env, start),
                    )
                )

    @api.constrains("section_id", "plan_id")
    def _check_section_of_plan(self):
        for task in self:
            if task.section_id and task.section_id.plan_id != task.plan_id:
                raise ValidationError(
                    self.env._("“%s”: the section is one of another plan.", task.name)
                )

    @api.constrains("who_kind", "lead_employee_id", "addressee_unit_id")
    def _check_person_is_of_unit(self):
        for task in self.filtered(lambda task: task.who_kind == "employee"):
            person = task.lead_employee_id.sudo()
            top = task.addressee_unit_id.sudo().institution_id
            if person and person.dan_chu_unit_id.institution_id != top:
                raise ValidationError(
                    self.env._(
                        "%(person)s is not on the staff of %(unit)s, which owes “%(task)s”.",
                        person=person.name,
                        unit=top.name,
                        task=task.name,
                    )
                )

    def _default_unit(self):
        return self.env["dan_chu.document"]._default_unit()

    def _read_time(self, text):
        plan = self.plan_id
        of_school = plan.period_kind == "school_year"
        span = (plan.date_from, plan.date_to) if of_school and plan.date_from else None
        year = plan.period_year or fields.Date.context_today(self).year
        return read(text, year, span)

    def _lead_text(self):
        self.ensure_one()
        if self.who_kind == "employee":
            return self.lead_employee_id.sudo().name or ""
        if self.who_kind == "position":
            return self.lead_position or ""
        if self.who_kind == "all_staff":
            return "Toàn thể cán bộ, công chức, viên chức, người lao động"
        if self.who_kind == "outside":
            return self.lead_outside or ""
        if self.for_addressees:
            return "Các đơn vị trực thuộc"
        return self.addressee_unit_id.sudo().name or ""

    def _with_partners_text(self):
        """As in the column “Chủ trì, phối hợp” of the printed table."""
        self.ensure_one()
        words = dict(PARTS)
        lead = self._lead_text()
        texts = [f"{lead} ({words[self.part].lower()})" if lead and self.partner_ids else lead]
        for part, rows in self.partner_ids.grouped("part").items():
            texts.append(f"{', '.join(rows.mapped('text'))} ({words[part].lower()})")
        return "; ".join(filter(None, texts))

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import format_date

from ..lib.clock import today
from ..lib.plan_period import period

PERIODS = [("year", "Year"), ("school_year", "School year"), ("free", "Other period")]
# What goes on after issue: the work itself, and the passing down. The text rests.
_ALIVE = {"task_ids", "addressee_ids", "target_ids", "is_sending_stopped"}


class Plan(models.Model):
    """A plan or programme (kế hoạch, chương trình): sections, targets, tasks.

    Tasks and addressees live on after the plan is issued; what was printed of them is in its
    revision.
    """

    _name = "dan_chu.plan"
    _description = "Plan"
    _inherit = ["dan_chu.paper"]
    _order = "date_from desc, id desc"
    _rec_name = "title"
    _frozen_free = ("write_uid", "write_date", "is_sending_stopped")

    purpose_ids = fields.Many2many("dan_chu.plan.purpose", string="Purposes", ondelete="restrict")
    period_kind = fields.Selection(PERIODS, string="Period", default="year", required=True)
    period_year = fields.Integer(
        string="Year of the plan",
        default=lambda self: today().year,
        required=True,
        aggregator=False,
        help="2026; of a school year, the year in which it begins.",
    )
    date_from = fields.Date(string="From", required=True)
    date_to = fields.Date(string="To", required=True)
    period_name = fields.Char(compute="_compute_period_name")
    upper_ids = fields.One2many("dan_chu.plan.upper", "plan_id", string="Upper plans", copy=True)
    upper_plan_ids = fields.Many2many(
        "dan_chu.plan", compute="_compute_upper_plan_ids", string="Plans it follows"
    )
    lower_plan_ids = fields.Many2many(
        "dan_chu.plan", compute="_compute_lower_plan_ids", string="Followed by"
    )
    is_one_sentence = fields.Boolean(
        string="Bases in the opening sentence",
        default=True,
        help="“Thực hiện A và B, trường … xây dựng Kế hoạch …, cụ thể như sau:” "
        "Off: each basis stands on a line of its own.",
    )
    opening = fields.Text(help="Empty: composed from the bases.")
    opening_usual = fields.Text(compute="_compute_usual_texts")
    closing = fields.Text(help="Trên đây là … Empty: as is usual.")
    closing_usual = fields.Text(compute="_compute_usual_texts")
    is_numbered = fields.Boolean(
        string="Number the sections", default=True, help="Off: each number as it was typed."
    )
    has_task_annex = fields.Boolean(string="Print the tasks as an annex", default=True)
    section_ids = fields.One2many("dan_chu.plan.section", "plan_id", string="Sections", copy=True)
    target_ids = fields.One2many("dan_chu.target", "plan_id", string="Targets")
    task_ids = fields.One2many(
        "dan_chu.task", "plan_id", string="Tasks", domain=[("parent_id", "=", False)]
    )
    addressee_ids = fields.One2many("dan_chu.plan.addressee", "plan_id", string="Goes to")
    twin_warning = fields.Char(compute="_compute_twin_warning")

    _ends_after_start = models.Constraint(
        "CHECK(date_to >= date_from)", "A plan cannot end before it begins."
    )

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        if "kind_id" in fields_list and not values.get("kind_id"):
            values["kind_id"] = self.env.ref("dan_chu_co_so.document_kind_kh").id
        if {"date_from", "date_to"} & set(fields_list):
            kind, year = values.get("period_kind", "year"), values.get("period_year")
            first, last = period(kind, year or today().year)
            values = {"date_from": first, "date_to": last, **values}
        return {name: value for name, value in values.items() if name in fields_list}

    @api.depends("period_kind", "period_year", "date_from", "date_to")
    def _compute_period_name(self):
        for plan in self:
            if plan.period_kind == "year":
                plan.period_name = f"năm {plan.period_year}"
            elif plan.period_kind == "school_year":
                plan.period_name = f"năm học {plan.period_year} - {plan.period_year + 1}"
            elif plan.date_from and plan.date_to:
                plan.period_name = (
                    f"từ ngày {plan.date_from:%d/%m/%Y} đến ngày {plan.date_to:%d/%m/%Y}"
                )
            else:
                plan.period_name = False

    @api.depends("upper_ids.upper_plan_id")
    @api.depends_context("uid")
    def _compute_upper_plan_ids(self):
        """Those one may read: a house below reads what was issued, not the working paper."""
        for plan in self:
            plan.upper_plan_ids = plan.upper_ids.upper_plan_id._filtered_access("read")

    def _compute_lower_plan_ids(self):
        """Those one may read: of institutions below, only what they issue is shown, elsewhere."""
        rows = self.env["dan_chu.plan.upper"].search([("upper_plan_id", "in", self.ids)])
        following = rows.grouped("upper_plan_id")
        for plan in self:
            plan.lower_plan_ids = following.get(plan, rows.browse()).plan_id

    @api.depends("basis_ids.text", "kind_id", "title", "unit_id", "board_name", "is_one_sentence")
    def _compute_usual_texts(self):
        for plan in self:
            plan.opening_usual = plan._usual_opening()
            plan.closing_usual = plan._usual_closing()

    @api.depends("purpose_ids", "date_from", "date_to", "unit_id", "state")
    def _compute_twin_warning(self):
        """Two plans of one purpose for one time: seldom meant, and never forbidden."""
        for plan in self:
            twin = plan._twins()[:1] if plan.state == "draft" else self.browse()
            plan.twin_warning = bool(twin) and self.env._(
                "“%(name)s” of %(unit)s is already a plan of this purpose for this time.",
                name=twin.display_name,
                unit=twin.unit_id.name,
            )

    @api.onchange("period_kind", "period_year")
    def _onchange_period(self):
        if self.period_kind != "free" and self.period_year:
            self.date_from, self.date_to = period(self.period_kind, self.period_year)

    @api.constrains("document_id", "kind_id")
    def _check_is_a_plan(self):
        for plan in self:
            if not plan.kind_id.is_plan:
                raise ValidationError(
                    self.env._(
                        "“%s” is not a kind of plan: choose a plan (KH) or a programme (CTr).",
                        plan.kind_id.name,
                    )
                )

    @api.constrains("date_from", "date_to")
    def _check_tasks_within(self):
        self.task_ids._check_after_plan_start()

    def _twins(self):
        self.ensure_one()
        if not (self.purpose_ids and self.date_from and self.date_to and self.unit_id):
            return self.browse()
        return self.search(
            [
                ("id", "!=", self._origin.id),
                ("unit_id", "=", self.unit_id.id),
                ("purpose_ids", "in", self.purpose_ids.ids),
                ("date_from", "<=", self.date_to),
                ("date_to", ">=", self.date_from),
                ("state", "in", ("draft", "submitted", "issued")),
                ("document_id", "!=", self.follows_id.id),
            ]
        )

    def _open_after_issue(self):
        return super()._open_after_issue() | _ALIVE

    def _missing(self):
        """A plan that was written elsewhere is its scan; any other has a text."""
        missing = super()._missing()
        if not (self.section_ids or self.task_ids or self.file_ids.filtered("is_scan")):
            missing.append(self.env._("its text: sections, or the scan of the paper"))
        return missing

    def _starts_on(self):
        return format_date(self.env, self.date_from)

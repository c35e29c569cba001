from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command, Domain

from ..lib.clock import today
from ..lib.plan_period import period
from ..models.owner_unit import OwnerUnit

# In November the plan of the next year is written; from June on, that of the next school year.
_NEXT_YEAR_FROM, _SCHOOL_YEAR_FROM = 11, 6
_CHOICES = {"template": "template_id", "plan": "plan_id", "upper": "revision_id"}


class PlanBegin(models.TransientModel):
    """A new plan from a template, from an earlier plan, or from the plan of a unit above."""

    _name = "dan_chu.plan.begin"
    _description = "Begin a plan"
    _inherit = ["dan_chu.readable.links"]

    unit_id = OwnerUnit("dan_chu.unit", required=True, default=lambda self: self._default_unit())
    allowed_unit_ids = fields.Many2many("dan_chu.unit", compute="_compute_allowed_unit_ids")
    board_id = fields.Many2one(
        "dan_chu.board",
        default=lambda self: self._default_board(),
        help="Whose programme it is: that of a board which works by itself is begun by its "
        "members.",
    )
    allowed_board_ids = fields.Many2many("dan_chu.board", compute="_compute_choices")
    begin_from = fields.Selection(
        [
            ("template", "A template"),
            ("plan", "An earlier plan"),
            ("upper", "The plan of a unit above"),
        ],
        string="Begin from",
        required=True,
        default="template",
    )
    template_id = fields.Many2one("dan_chu.plan.template")
    allowed_template_ids = fields.Many2many("dan_chu.plan.template", compute="_compute_choices")
    plan_id = fields.Many2one("dan_chu.plan", string="Earlier plan")
    revision_id = fields.Many2one("dan_chu.revision", string="Upper plan")
    allowed_revision_ids = fields.Many2many("dan_chu.revision", compute="_compute_choices")
    year = fields.Integer(
        string="Year of the plan",
        compute="_compute_year",
        store=True,
        readonly=False,
        help="2026; of a school year, the year in which it begins.",
    )
    period_name = fields.Char(string="Period", compute="_compute_preview")
    title = fields.Char(string="Subject", compute="_compute_preview")
    section_count = fields.Integer(string="Number of sections", compute="_compute_preview")
    task_count = fields.Integer(string="Number of tasks", compute="_compute_preview")

    def _default_unit(self):
        return self._own_boards()[:1].unit_id if self._is_for_board() else self._usual_unit()

    def _default_board(self):
        return self._is_for_board() and self._own_boards()[:1]

    def _usual_unit(self):
        return self.env["dan_chu.document"]._default_unit()

    def _own_boards(self):
        return self.env["dan_chu.board"].browse(self.env.user._dan_chu_boards())

    def _is_for_board(self):
        """A member who is no officer can begin nothing else."""
        if not self._own_boards():
            return False
        asked = self.env.context.get("of_own_board")
        return bool(asked) or not self.env.user._dan_chu_reach("officer")

    def _compute_allowed_unit_ids(self):
        reach = self.env.user._dan_chu_reach("officer")
        self.allowed_unit_ids = self.env["dan_chu.unit"].browse(reach) | self._own_boards().unit_id

    @api.depends("unit_id", "board_id")
    def _compute_choices(self):
        templates = self.env["dan_chu.plan.template"].search([("active", "=", True)])
        boards = self.env["dan_chu.board"]._workable()
        programmes = templates.filtered(
            lambda template: "inspectorate" in template.purpose_ids.mapped("code")
        )
        for wizard in self:
            unit = wizard.unit_id._origin
            of_board = wizard.board_id.is_sealed and programmes
            wizard.allowed_board_ids = boards.filtered(
                lambda board, unit=unit: board.unit_id == unit
            )
            wizard.allowed_template_ids = of_board or templates._suits(unit.institution_id)
            wizard.allowed_revision_ids = unit and self.env["dan_chu.revision"].search(
                wizard._upper_domain(unit.institution_id)
            )

    @api.depends("begin_from", "template_id", "plan_id")
    def _compute_year(self):
        """Of the plan it is made from, the next; of a template, the one people now plan for."""
        for wizard in self:
            day = today()
            if wizard.begin_from == "plan" and wizard.plan_id:
                wizard.year = wizard.plan_id.period_year + 1
            elif wizard.template_id.period_kind == "school_year":
                wizard.year = day.year if day.month >= _SCHOOL_YEAR_FROM else day.year - 1
            else:
                wizard.year = day.year + (day.month >= _NEXT_YEAR_FROM)

    @api.depends("begin_from", "template_id", "plan_id", "revision_id", "year", "unit_id")
    def _compute_preview(self):
        for wizard in self:
            wizard.update(wizard._preview())

    @api.onchange("unit_id", "board_id")
    def _onchange_unit_id(self):
        if self.board_id.unit_id != self.unit_id:
            self.board_id = False
        if self.template_id not in self.allowed_template_ids:
            self.template_id = self.allowed_template_ids[:1]
        if self.revision_id not in self.allowed_revision_ids:
            self.revision_id = False

    def _upper_domain(self, institution):
        """Plans in force of units above that have come to the unit, or that all below may read."""
        above = institution.parent_path.strip("/").split("/")[:-1] if institution else []
        superior = institution.professional_superior_id.ids
        return (
            Domain("res_model", "=", "dan_chu.plan")
            & Domain("is_latest", "=", True)
            & Domain("state", "=", "issued")
            & Domain("unit_id.institution_id", "in", [*map(int, above), *superior])
        )

    def _preview(self):
        preview = {"period_name": False, "title": False, "section_count": 0, "task_count": 0}
        if self.begin_from == "template" and self.template_id:
            template = self.template_id
            plan = self.env["dan_chu.plan"].new(self._period_values(template.period_kind))
            return {
                "period_name": plan.period_name,
                "title": template._titled(self.unit_id, plan),
                "section_count": template.section_count,
                "task_count": template.task_count,
            }
        if self.begin_from == "plan" and self.plan_id:
            plan = self.plan_id
            values = plan._values_of_year(self.year or plan.period_year)
            later = plan.new({"period_kind": plan.period_kind, **values})
            return {
                "period_name": later.period_name,
                "title": later.title,
                "section_count": len(plan.section_ids),
                "task_count": len(plan.task_ids.filtered(lambda task: task.state != "cancelled")),
            }
        if self.begin_from == "upper" and self.revision_id:
            return {**preview, "title": self.revision_id.title}
        return preview

    def _period_values(self, kind):
        kind = "year" if kind == "free" else kind
        first, last = period(kind, self.year or today().year)
        return {
            "period_kind": kind,
            "period_year": self.year or today().year,
            "date_from": first,
            "date_to": last,
        }

    def action_begin(self):
        """The draft, opened."""
        self.ensure_one()
        self.check_access("write")
        if self.board_id.is_sealed:
            self.board_id._require_member()
        elif not self.env.user._dan_chu_has_role("officer", self.unit_id):
            raise UserError(
                self.env._("A plan of %s is begun by its officers.", self.unit_id.display_name)
            )
        if not self[_CHOICES[self.begin_from]]:
            choices = dict(self._fields["begin_from"]._description_selection(self.env))
            raise UserError(
                self.env._("Choose what the plan begins from: %s.", choices[self.begin_from])
            )
        return getattr(self, f"_begin_from_{self.begin_from}")()

    def _begin_from_template(self):
        self._require_year()
        values = self._period_values(self.template_id.period_kind)
        values |= {"board_id": self.board_id.id}
        return self.template_id._begin(self.unit_id, values)._opened()

    def _begin_from_plan(self):
        self._require_year()
        self.plan_id.check_access("read")
        return self.plan_id._copy_to_year(self.unit_id, self.year)._opened()

    def _begin_from_upper(self):
        """Of a plan that was sent to the unit, what the sender prepared; else its name only."""
        self.revision_id.check_access("read")
        revision = self.revision_id
        row = self.env["dan_chu.plan.addressee"].search(
            [("revision_id", "=", revision.id), ("unit_id", "=", self.unit_id.id)], limit=1
        )
        if row and not self.board_id:
            return row.action_begin()
        upper = self.env["dan_chu.plan"].sudo().browse(revision.res_id)
        plan = self.env["dan_chu.plan"].create(
            {
                "unit_id": self.unit_id.id,
                "board_id": self.board_id.id,
                "kind_id": upper.kind_id.id,
                "title": revision.title,
                "purpose_ids": [Command.set(upper.purpose_ids.ids)],
                "period_kind": upper.period_kind,
                "period_year": upper.period_year,
                "date_from": upper.date_from,
                "date_to": upper.date_to,
                "upper_ids": [Command.create({"revision_id": revision.id})],
                "basis_ids": [Command.create({"verb": "carrying_out", "revision_id": revision.id})],
            }
        )
        return plan._opened()

    def _require_year(self):
        if not 2000 <= self.year <= 2100:
            raise UserError(self.env._("“%s” is not a year: type four digits.", self.year))

import re
from datetime import date

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Command

from ..lib.clock import today
from ..lib.outline_paste import from_text
from ..lib.task_table import read_table
from .plan import PERIODS

PLACES = ("period", "year", "unit", "head", "representative")
_PLACE = re.compile(r"\{(\w*)\}")


class PlanTemplate(models.Model):
    """A plan to begin from (mẫu kế hoạch): its outline and its tasks as text.

    {period}, {year}, {unit}, {head} and {representative} are filled in when a plan is begun.
    """

    _name = "dan_chu.plan.template"
    _description = "Template of a plan"
    _inherit = ["dan_chu.folded.search"]
    _order = "sequence, id"
    _folded_fields = ("name", "title")

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    kind_id = fields.Many2one(
        "dan_chu.document.kind",
        required=True,
        ondelete="restrict",
        domain=[("is_plan", "=", True)],
        default=lambda self: self.env.ref("dan_chu_co_so.document_kind_kh"),
    )
    purpose_ids = fields.Many2many("dan_chu.plan.purpose", string="Purposes")
    unit_kind_ids = fields.Many2many(
        "dan_chu.unit.kind", string="Kinds of units", help="Empty: for every unit."
    )
    period_kind = fields.Selection(PERIODS, string="Period", default="year", required=True)
    title = fields.Char(
        string="Subject",
        required=True,
        help="{period} becomes “năm 2026”, {unit} the name of the unit.",
    )
    board_name = fields.Char(string="Board that issues it")
    board_code = fields.Char(string="Symbol of the board")
    legal_document_ids = fields.Many2many(
        "dan_chu.legal.document",
        string="Legal bases",
        help="Those in force on the day the plan is begun become its first bases.",
    )
    is_one_sentence = fields.Boolean(string="Bases in the opening sentence", default=True)
    outline = fields.Text(
        string="Text",
        help="As it is typed: I. / 1. / a) / - at the beginning of a line, a paragraph on one "
        "line.",
    )
    tasks = fields.Text(
        help="A table with a heading, its columns set apart by tabs: Nhiệm vụ, Chủ trì, "
        "Phối hợp, Thời gian, Sản phẩm, Ghi chú.",
    )
    section_count = fields.Integer(string="Number of sections", compute="_compute_counts")
    task_count = fields.Integer(string="Number of tasks", compute="_compute_counts")

    @api.depends("outline", "tasks")
    def _compute_counts(self):
        for template in self:
            template.section_count = len(from_text(template.outline or ""))
            template.task_count = len(read_table(template.tasks or "", today().year)[0])

    @api.constrains("kind_id")
    def _check_kind(self):
        for template in self:
            if not template.kind_id.is_plan:
                raise ValidationError(
                    self.env._(
                        "“%s” is not a kind of plan: choose a plan (KH) or a programme (CTr).",
                        template.kind_id.name,
                    )
                )

    @api.constrains("title", "outline", "tasks")
    def _check_places(self):
        """A misspelt place would end up on paper."""
        for template in self:
            for text in (template.title, template.outline, template.tasks):
                unknown = set(_PLACE.findall(text or "")) - set(PLACES)
                if unknown:
                    raise ValidationError(
                        self.env._(
                            "“%(name)s”: {%(place)s} is not known. What is filled in is %(known)s.",
                            name=template.name,
                            place=unknown.pop(),
                            known=", ".join(f"{{{place}}}" for place in PLACES),
                        )
                    )

    @api.constrains("tasks", "period_kind")
    def _check_tasks(self):
        plans = self.env["dan_chu.plan"]
        for template in self:
            rows, errors = read_table(template.tasks, today().year)
            if errors:
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: the table of tasks cannot be read. %(errors)s",
                        name=template.name,
                        errors=plans._table_errors_text(errors),
                    )
                )
            if template.tasks and not rows:
                raise ValidationError(
                    self.env._("“%s”: no row was found in the table of tasks.", template.name)
                )

    def _filled(self, text, places):
        return _PLACE.sub(lambda match: str(places.get(match[1], match[0])), text or "")

    def _suits(self, unit):
        """Those meant for units of this kind, and those meant for all."""
        return self.filtered(
            lambda template: not template.unit_kind_ids or unit.kind_id in template.unit_kind_ids
        )

    def _places(self, unit, plan):
        top = unit.institution_id
        union = "Công đoàn" if top.has_union else "Đại diện người lao động"
        return {
            "period": plan.period_name,
            "year": plan.period_year,
            "unit": unit.name,
            "head": unit.head_title or top.head_title or "Người đứng đầu",
            "representative": top.representative_body or union,
        }

    def _laws(self):
        """In the order of their force, the older ones first."""
        kinds = dict(self.legal_document_ids._fields["kind"].selection)
        ranks = {kind: rank for rank, kind in enumerate(kinds)}
        laws = self.legal_document_ids.filtered(lambda law: law._is_in_force(today()))
        return laws.sorted(lambda law: (ranks[law.kind], law.date or date.min, law.id))

    def _titled(self, unit, plan):
        return self._filled(self.title, self._places(unit, plan))

    def _begin(self, unit, values):
        """A draft of the unit: its sections and tasks, for the period in `values`."""
        self.ensure_one()
        plans = self.env["dan_chu.plan"]
        places = self._places(unit, plans.new(values))
        laws = self._laws()
        sections = plans._section_values(from_text(self._filled(self.outline, places)))
        named = () if values.get("board_id") else ("board_name", "board_code")
        board = {name: self[name] for name in named if self[name]}
        plan = plans.create(
            {
                "unit_id": unit.id,
                "kind_id": self.kind_id.id,
                "title": self._filled(self.title, places),
                "purpose_ids": [Command.set(self.purpose_ids.ids)],
                "is_one_sentence": self.is_one_sentence,
                "basis_ids": [
                    Command.create({"legal_document_id": law.id, "sequence": place})
                    for place, law in enumerate(laws, start=1)
                ],
                "section_ids": [Command.create(row) for row in sections],
                **board,
                **values,
            }
        )
        rows, _errors = plan._read_tasks(self._filled(self.tasks, places))
        plan._take_in(rows)
        return plan

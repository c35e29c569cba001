from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command

from ..lib.plan_body import paragraphs
from ..lib.task_time import NoSuchTime
from .inspection import KINDS

_ENDED = ("closed", "cancelled")


class ProgrammeLine(models.Model):
    """What a board means to inspect, and when (dòng của chương trình, kế hoạch kiểm tra)."""

    _name = "dan_chu.programme.line"
    _description = "Line of a programme of inspections"
    _inherit = ["dan_chu.plan.part"]

    name = fields.Char(string="Matter", required=True)
    kind = fields.Selection(
        KINDS,
        string="Kind of inspection",
        help="Empty: a meeting, a report, other work of the board.",
    )
    time_text = fields.Char(string="Time", help="As it is printed: Quý III/2026, tháng 10 …")
    date_from = fields.Date(string="From")
    date_to = fields.Date(string="To")
    subject_unit_id = fields.Many2one(
        "dan_chu.unit", string="Inspected unit", index="btree_not_null", ondelete="restrict"
    )
    subject_text = fields.Char(string="Inspected, in words")
    method = fields.Char(help="Trực tiếp, qua hồ sơ, phối hợp …")
    member_ids = fields.Many2many(
        "dan_chu.board.member", string="Members in charge", ondelete="restrict"
    )
    member_text = fields.Char(string="In charge, in words", help="Empty: the members named.")
    product = fields.Char(string="Result expected")
    template_id = fields.Many2one(
        "dan_chu.inspection.template", string="Checklist", ondelete="restrict"
    )
    allowed_kinds = fields.Json(compute="_compute_allowed_kinds")
    inspection_ids = fields.One2many("dan_chu.inspection", "programme_line_id")
    inspection_state = fields.Char(string="State", compute="_compute_inspection_state")

    _window_in_order = models.Constraint(
        "CHECK(date_to >= date_from)", "A line of the programme cannot end before it begins."
    )
    _kind_of_its_author = models.Constraint(
        "CHECK(kind IS NULL OR (kind IN ('check', 'supervise', 'verify', 'standing'))"
        " = (sealed_board_id IS NOT NULL))",
        "Check, supervision, verification and day-to-day supervision are those of a people's "
        "inspectorate; others are made by heads, other boards and units above.",
    )

    @api.depends("plan_id.board_id")
    def _compute_allowed_kinds(self):
        for line in self:
            line.allowed_kinds = self.env["dan_chu.inspection"]._kinds_of(line.plan_id.board_id)

    @api.depends("inspection_ids.state")
    def _compute_inspection_state(self):
        states = self.env["dan_chu.inspection"]._state_names()
        for line in self:
            alive = line.inspection_ids.filtered(lambda row: row.state != "cancelled")
            line.inspection_state = ", ".join(
                states[state] for state in dict.fromkeys(alive.mapped("state"))
            )

    @api.onchange("time_text")
    def _onchange_time_text(self):
        """What was typed as it will be printed, read into dates."""
        if not self.time_text:
            return None
        tasks = self.env["dan_chu.task"]
        try:
            time = tasks.new({"plan_id": self.plan_id.id})._read_time(self.time_text)
        except NoSuchTime as error:
            return {
                "warning": {
                    "title": self.env._("No such day"),
                    "message": self.env._("“%s” is not a day of the calendar.", error.piece),
                }
            }
        self.date_from, self.date_to = time.start, time.deadline
        return None

    @api.onchange("subject_unit_id")
    def _onchange_subject_unit_id(self):
        self.subject_text = self.subject_text or self.subject_unit_id.name

    @api.constrains("member_ids", "plan_id")
    def _check_members_of_board(self):
        for line in self:
            others = line.member_ids.filtered(
                lambda member, line=line: member.board_id != line.plan_id.board_id
            )
            if others:
                raise ValidationError(
                    self.env._(
                        "%(person)s is not a member of the board whose programme this is.",
                        person=others[0].name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_links(vals_list)
        return super().create(vals_list)

    def write(self, vals):
        self._check_links([vals])
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_inspected(self):
        for line in self.filtered("inspection_ids"):
            raise UserError(
                self.env._("“%s” has its inspection already and stays in the plan.", line.name)
            )

    def action_make_inspection(self):
        """The inspection of this line, prefilled; while one is open, that one."""
        self.ensure_one()
        self.plan_id._require_role("officer", "head")
        still_open = self.inspection_ids.filtered(lambda row: row.state not in _ENDED)
        if still_open:
            return still_open[0]._opened()
        if not self.kind:
            raise UserError(
                self.env._(
                    "“%s” is no inspection: say in the programme which kind it is.", self.name
                )
            )
        return self.env["dan_chu.inspection"].create(self._inspection_values())._opened()

    def _inspection_values(self):
        self.ensure_one()
        members = self.member_ids._now().filtered("recognised_on")
        # The inspectorate looks at its own house, unless a part of it is named.
        subject = self.subject_unit_id or (self.sealed_board_id and self.unit_id)
        items = self.template_id._item_values() if self.template_id else []
        return {
            "name": self.name,
            "kind": self.kind,
            "unit_id": self.unit_id.id,
            "board_id": self.plan_id.board_id.id,
            "programme_line_id": self.id,
            "plan_id": self.plan_id.id,
            "subject_unit_id": subject and subject.id,
            "subject_text": self._printed_subject(),
            "date_from": self.date_from or self.date_to,
            "date_to": self.date_to,
            "period_from": self.kind == "standing" and self.date_from,
            "period_to": self.kind == "standing" and self.date_to,
            "method": self.method,
            "product": self.product,
            "template_id": self.template_id.id,
            "item_ids": [Command.create(values) for values in items],
            "team_ids": [
                Command.create(
                    {"board_member_id": member.id, "role": "member" if place else "lead"}
                )
                for place, member in enumerate(members)
            ],
        }

    def _printed_subject(self):
        self.ensure_one()
        return self.subject_text or self.subject_unit_id.name

    def _printed(self):
        """The columns of the printed table, each a list of lines."""
        self.ensure_one()
        members = [f"{member._title()} {member.name}" for member in self.member_ids]
        return {
            "time": paragraphs(self.time_text or self._printed_dates()),
            "name": paragraphs(self.name),
            "subject": paragraphs(self._printed_subject()),
            "method": paragraphs(self.method),
            "who": paragraphs(self.member_text) or members,
            "product": paragraphs(self.product),
        }

    def _printed_dates(self):
        days = [f"{day:%d/%m/%Y}" for day in (self.date_from, self.date_to) if day]
        return " - ".join(dict.fromkeys(days))

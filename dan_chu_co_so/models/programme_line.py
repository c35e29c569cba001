from odoo import api, fields, models

from ..lib.task_time import NoSuchTime
from .inspection import KINDS


class ProgrammeLine(models.Model):
    """What a board means to inspect, and when (dòng của chương trình, kế hoạch kiểm tra)."""

    _name = "dan_chu.programme.line"
    _description = "Line of a programme of inspections"
    _inherit = ["dan_chu.plan.part"]

    name = fields.Char(string="Matter", required=True)
    kind = fields.Selection(KINDS, default=lambda self: self._default_kind(), required=True)
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
    inspection_ids = fields.One2many("dan_chu.inspection", "programme_line_id")
    inspection_state = fields.Char(string="State", compute="_compute_inspection_state")

    _window_in_order = models.Constraint(
        "CHECK(date_to >= date_from)", "A line of the programme cannot end before it begins."
    )

    @api.model
    def _default_kind(self):
        return self.env["dan_chu.inspection"]._default_kind()

    @api.depends("inspection_ids.state")
    def _compute_inspection_state(self):
        states = dict(
            self.env["dan_chu.inspection"]._fields["state"]._description_selection(self.env)
        )
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


class Plan(models.Model):
    _inherit = "dan_chu.plan"

    programme_line_ids = fields.One2many(
        "dan_chu.programme.line", "plan_id", string="Inspections meant to be made", copy=True
    )

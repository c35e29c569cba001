from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..models.task import OPEN
from ..models.task_screen import BOTH


class TaskReassign(models.TransientModel):
    """Many tasks given to somebody else of the same house: a person, a position, a unit inside."""

    _name = "dan_chu.task.reassign"
    _description = "Give tasks to somebody else"
    _inherit = ["dan_chu.readable.links"]

    task_ids = fields.Many2many("dan_chu.task", string="Tasks", required=True)
    who_kind = fields.Selection(
        [("employee", "One person"), ("position", "Position"), ("unit", "Unit")],
        string="Assigned to",
        required=True,
        default="employee",
    )
    institution_ids = fields.Many2many("dan_chu.unit", compute="_compute_institution_ids")
    employee_id = fields.Many2one("hr.employee", string="Person")
    position = fields.Char(help="Kế toán, tổ trưởng …")
    unit_id = fields.Many2one("dan_chu.unit")
    reason = fields.Char()
    refused_text = fields.Text(string="These stay as they are", compute="_compute_refused_text")

    @api.depends("task_ids")
    def _compute_institution_ids(self):
        for wizard in self:
            wizard.institution_ids = wizard.task_ids.addressee_unit_id.sudo().institution_id

    @api.depends("task_ids", "who_kind", "employee_id", "unit_id")
    def _compute_refused_text(self):
        for wizard in self:
            wizard.refused_text = "\n".join(
                f"{task.name}: {why}" for task, why in wizard._refused().items()
            )

    @api.constrains("who_kind", "employee_id", "position", "unit_id")
    def _check_is_somebody(self):
        for wizard in self:
            if not wizard._values():
                raise ValidationError(self.env._("Say to whom the tasks are given."))

    def action_reassign(self):
        self.ensure_one()
        refused = self._refused()
        tasks = self.task_ids.filtered(lambda task: task not in refused)
        if not tasks:
            raise UserError(self.refused_text)
        tasks._reassign(self._values(), self.reason)
        return {"type": "ir.actions.act_window_close"}

    def _values(self):
        """What is written in each task, or nothing while nobody is named."""
        who = {
            "who_kind": self.who_kind,
            "lead_employee_id": False,
            "lead_position": False,
            "lead_outside": False,
        }
        if self.who_kind == "employee" and self.employee_id:
            return {**who, "lead_employee_id": self.employee_id.id}
        if self.who_kind == "position" and self.position:
            unit = {"addressee_unit_id": self.unit_id.id} if self.unit_id else {}
            return {**who, "lead_position": self.position, **unit}
        if self.who_kind == "unit" and self.unit_id:
            return {**who, "addressee_unit_id": self.unit_id.id}
        return {}

    def _refused(self):
        """{task: why} of those that stay as they are, whatever is chosen."""
        goes_to = self.unit_id if self.who_kind != "employee" else self.env["dan_chu.unit"]
        if self.who_kind == "employee":
            goes_to = self.employee_id.sudo().dan_chu_unit_id
        refused = {}
        for task in self.task_ids._origin:
            house = task.addressee_unit_id.sudo().institution_id
            if task.state not in OPEN:
                refused[task] = self.env._("it is “%s”", task._state_name())
            elif not task._may_pass_on():
                refused[task] = self.env._("it is for the officers and the head of %s", house.name)
            elif goes_to and goes_to.sudo().institution_id != house:
                refused[task] = self.env._("%s owes it, and nobody else", house.name)
            elif goes_to and not self._is_mine_to_charge(goes_to):
                refused[task] = self.env._("%s is not yours to charge", goes_to.sudo().name)
        return refused

    def _is_mine_to_charge(self, unit):
        return any(unit.id in self.env.user._dan_chu_reach(role) for role in BOTH)

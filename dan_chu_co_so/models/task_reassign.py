from odoo import api, fields, models

from .task import OPEN


class Task(models.Model):
    """Passing tasks on inside the house that owes them."""

    _inherit = "dan_chu.task"

    may_pass_on = fields.Boolean(compute="_compute_may_pass_on")

    @api.depends("given_on", "unit_id", "addressee_unit_id", "state")
    @api.depends_context("uid")
    def _compute_may_pass_on(self):
        for task in self:
            task.may_pass_on = task.state in OPEN and task._may_pass_on()

    def action_open_reassign(self):
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Give to somebody else"),
            "res_model": "dan_chu.task.reassign",
            "view_mode": "form",
            "target": "new",
            "context": {"default_task_ids": self.ids},
        }

    def _may_pass_on(self):
        """From above one says which house owes a task, not who in it does it."""
        self.ensure_one()
        user = self.env.user
        if not self.given_on:
            return self._gives(user) and self.may_arrange
        is_inside = self.unit_id.institution_id == self.addressee_unit_id.sudo().institution_id
        return self._owes(user) or (is_inside and self._gives(user))

    def _reassign(self, values, reason=None):
        """Who it goes to may be a part of the house, which `write` leaves to who gave it."""
        before = {task: task._lead_text() for task in self}
        self._put(values)
        for task in self.filtered("given_on"):
            change = f"{before[task]} → {task._lead_text()}"
            text = f"{change}: {reason}" if reason else change
            self.env["dan_chu.task.step"]._book(task, "reassigned", text)
        self._tell_new_lead()

    def _tell_new_lead(self):
        """One word a person, on the first of the tasks: not one a task."""
        for user, tasks in self.filtered("given_on").grouped("lead_user_id").items():
            if user:
                names = "\n".join(f"- {task.name}" for task in tasks)
                tasks[0]._tell(user, self.env._("Tasks given to you"), names)

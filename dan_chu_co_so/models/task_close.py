from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Command

from .task import OPEN


class Task(models.Model):
    """Closing for others: the officer reports for those who have no login."""

    _inherit = "dan_chu.task"

    def action_open_close(self):
        self.check_access("read")
        tasks = self.filtered(
            lambda task: task.state in OPEN and task.may_do and not task.has_parts
        )
        if not tasks:
            raise UserError(
                self.env._("None of the tasks chosen is one you may still report as done.")
            )
        dialog = self.env["dan_chu.task.close"].create(
            {
                "line_ids": [
                    Command.create({"task_id": task.id, "result": task.result}) for task in tasks
                ]
            }
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Report as done"),
            "res_model": dialog._name,
            "res_id": dialog.id,
            "view_mode": "form",
            "target": "new",
            "context": {"dialog_size": "extra-large"},
        }

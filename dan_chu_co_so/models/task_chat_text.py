from odoo import fields, models
from odoo.exceptions import UserError

from ..lib.reminder_text import Item, reminder
from .task import OPEN


class Task(models.Model):
    """Sao chép tin nhắc: what is late, as a text for the chat group of the office."""

    _inherit = "dan_chu.task"

    def action_copy_reminder(self):
        self.check_access("read")
        owed = self.filtered(lambda task: task.given_on and task.state in OPEN and task.is_counted)
        if not owed:
            raise UserError(
                self.env._("None of the tasks chosen is still to be done: nobody to remind.")
            )
        items = [Item(task.name, task._reminded_name(), task.date_deadline) for task in owed]
        path = "dan-chu-my-tasks" if all(owed.mapped("lead_user_id")) else "dan-chu-our-tasks"
        if len(owed) == 1:
            path = f"{path}/{owed.id}"
        return self._show_reminder(items, path)

    def _reminded_name(self):
        """Another house is reminded by its own name; inside, who does it."""
        self.ensure_one()
        house = self.addressee_unit_id.sudo().institution_id
        if house.id not in self.env.user._dan_chu_reach("staff"):
            return house.name
        return self._lead_text()

    def _show_reminder(self, items, path):
        site = self.browse().get_base_url()
        return {
            "type": "ir.actions.client",
            "tag": "dan_chu_reminder",
            "name": self.env._("Copy a reminder"),
            "target": "new",
            "params": {
                "site": site,
                "text": reminder(items, fields.Date.context_today(self), f"{site}/odoo/{path}"),
            },
        }

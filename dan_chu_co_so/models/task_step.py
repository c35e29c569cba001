from odoo import api, fields, models

from .owner_unit import OwnerUnit


class TaskStep(models.Model):
    """Who did what with a task, and when. Rows of their own: a caller can switch tracking off."""

    _name = "dan_chu.task.step"
    _description = "Step of a task"
    _inherit = ["dan_chu.append.only"]
    _order = "id"
    _rec_name = "action"

    task_id = fields.Many2one("dan_chu.task", required=True, index=True, ondelete="cascade")
    unit_id = OwnerUnit("dan_chu.unit", required=True, index=True, ondelete="restrict")
    addressee_unit_id = OwnerUnit("dan_chu.unit", required=True, index=True, ondelete="restrict")
    action = fields.Selection(
        [
            ("given", "Given"),
            ("started", "Begun"),
            ("done", "Reported as done"),
            ("reopened", "Taken up again"),
            ("accepted", "Accepted"),
            ("sent_back", "Sent back"),
            ("difficulty", "Difficulty reported"),
            ("answer", "Difficulty answered"),
            ("date_asked", "New date asked for"),
            ("date_granted", "New date granted"),
            ("date_refused", "New date refused"),
            ("reassigned", "Given to somebody else"),
            ("cancelled", "Cancelled"),
        ],
        string="What",
        required=True,
    )
    user_id = fields.Many2one("res.users", string="Who", required=True, ondelete="restrict")
    done_on = fields.Datetime(string="When", required=True)
    text = fields.Text(string="Words")
    date = fields.Date(string="Date asked for or granted")

    @api.model
    def _book(self, tasks, action, text=None, date=None):
        now = fields.Datetime.now()
        return self._add(
            [
                {
                    "task_id": task.id,
                    "unit_id": task.unit_id.id,
                    "addressee_unit_id": task.addressee_unit_id.id,
                    "action": action,
                    "user_id": self.env.uid,
                    "done_on": now,
                    "text": text,
                    "date": date,
                }
                for task in tasks
            ]
        )

from datetime import timedelta

from odoo import api, fields, models

from ..lib.clock import today

# What is said, and by which action of the task.
_ACTIONS = {
    "difficulty": "action_report_difficulty",
    "answer": "action_answer_difficulty",
    "sent_back": "action_send_back",
    "date_refused": "action_refuse_date",
    "cancelled": "action_cancel",
}


class TaskSay(models.TransientModel):
    """The words that go with what is done with a task: a difficulty, an answer, a reason."""

    _name = "dan_chu.task.say"
    _description = "Words about a task"
    _inherit = ["dan_chu.readable.links"]

    task_id = fields.Many2one("dan_chu.task", required=True, readonly=True, ondelete="cascade")
    what = fields.Selection(
        [
            ("difficulty", "Report a difficulty"),
            ("answer", "Answer the difficulty"),
            ("sent_back", "Send back"),
            ("date_asked", "Ask for a new date"),
            ("date_refused", "Refuse the new date"),
            ("cancelled", "Cancel the task"),
        ],
        required=True,
        readonly=True,
    )
    text = fields.Text(string="In words", required=True)
    date = fields.Date(
        string="New date", compute="_compute_date", store=True, readonly=False, precompute=True
    )

    @api.depends("task_id", "what")
    def _compute_date(self):
        """A week more than there is: an earlier one would be refused."""
        for say in self:
            due = say.task_id.date_deadline or today()
            is_asked = say.what == "date_asked"
            say.date = is_asked and max(due, today()) + timedelta(days=7)

    def action_say(self):
        self.ensure_one()
        if self.what == "date_asked":
            self.task_id.action_ask_date(self.date, self.text)
        else:
            getattr(self.task_id, _ACTIONS[self.what])(self.text)
        return {"type": "ir.actions.act_window_close"}

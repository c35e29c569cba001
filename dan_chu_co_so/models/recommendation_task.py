from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..lib.task_time import write as phrase
from .recommendation import ENDED
from .task import OPEN
from .task_guard import DEFINITION

RECOMMENDATION = "dan_chu.recommendation"


class Recommendation(models.Model):
    """What was accepted is a task of the house, and the board sees it through."""

    _inherit = "dan_chu.recommendation"

    task_state = fields.Selection(related="task_id.state", string="State of the task")
    task_deadline = fields.Date(related="task_id.date_deadline", string="Deadline of the task")
    task_result = fields.Text(related="task_id.result", string="Result of the task")

    def _make_task(self):
        """Given at once, within the house, to whom the head named."""
        for row in self.filtered("measure_employee_id"):
            unit, person = row.addressee_unit_id, row.measure_employee_id
            row._put(
                {
                    "task_id": self.env["dan_chu.task"]
                    ._make_parts(
                        [
                            {
                                "name": row.measures.strip().partition("\n")[0],
                                "note": row.measures,
                                "unit_id": unit.id,
                                "addressee_unit_id": (person.dan_chu_unit_id or unit).id,
                                "who_kind": "employee",
                                "lead_employee_id": person.id,
                                "time_kind": "at_latest",
                                "time_text": phrase("at_latest", deadline=row.measure_date),
                                "date_deadline": row.measure_date,
                                "source_model": row._name,
                                "source_id": row.id,
                                "source_text": row._source_name(),
                                "watching_board_id": row.sealed_board_id.id,
                            }
                        ],
                        fields.Datetime.now(),
                    )
                    .id
                }
            )
            row.task_id._tell_new_lead()

    def _accept_task(self):
        """Settled is what was done, and what the board took for done."""
        self.ensure_one()
        task = self.sudo().task_id
        if task.state in OPEN:
            raise UserError(
                self.env._(
                    "“%(task)s” is not reported as done: %(person)s has it until %(day)s. The "
                    "recommendation is settled when it is done and you accept it.",
                    task=task.name,
                    person=task.who_text,
                    day=format_date(self.env, task.date_deadline),
                )
            )
        if task.state == "done":
            task._move_to("accepted", "accepted")

    def _send_task_back(self, reason):
        task = self.sudo().task_id.filtered(lambda task: task.state == "done")
        if task:
            task._move_to("doing", "sent_back", text=reason, done_on=False, done_by_id=False)
            task._tell_who_owes(self.env._("Sent back"), reason)

    def _cancel_task(self):
        """Another answer, another measure."""
        task = self.task_id.filtered(lambda task: task.state in (*OPEN, "done"))
        if task:
            reason = self.env._("The recommendation was answered anew.")
            task._move_to("cancelled", "cancelled", text=reason)


class Task(models.Model):
    """The measure the head answered with: what it is stays as it was answered, and whether it is
    done is for the board to say."""

    _inherit = "dan_chu.task"

    watching_board_id = fields.Many2one(
        "dan_chu.board",
        string="Seen through by",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )

    is_seen_through = fields.Boolean(compute="_compute_is_seen_through")

    @api.depends("source_model", "source_id")
    def _compute_is_seen_through(self):
        """Until the board has found it settled, or has handed it on."""
        asked = self.filtered(lambda task: task.source_model == RECOMMENDATION)
        rows = self.env[RECOMMENDATION].sudo().browse(set(asked.mapped("source_id"))).exists()
        open_ids = {row.id for row in rows if row.state not in ENDED}
        for task in self:
            task.is_seen_through = task in asked and task.source_id in open_ids

    def action_accept(self):
        self._refuse_for_recommendations()
        return super().action_accept()

    def action_cancel(self, reason=None):
        self._refuse_for_recommendations()
        return super().action_cancel(reason)

    def _writable(self):
        names = super()._writable()
        if self.source_model == RECOMMENDATION and not self.env.su:
            names -= DEFINITION
        return names

    def _refuse_for_recommendations(self):
        if any(self.mapped("is_seen_through")):
            raise UserError(
                self.env._(
                    "This is a measure with which a recommendation was answered: whether it is "
                    "done is for the board that made the recommendation to say."
                )
            )

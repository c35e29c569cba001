from odoo import fields, models
from odoo.fields import Domain

from ..lib.work_year import periods_ending
from .task import OPEN
from .task_give import QUIET

DUTY = "dan_chu.duty"


class Task(models.Model):
    """Tasks that the law gives."""

    _inherit = "dan_chu.task"

    duty_year = fields.Integer(
        string="Work year of the duty",
        readonly=True,
        copy=False,
        aggregator=False,
        help="The year in which the work year begins.",
    )
    is_switched_off = fields.Boolean(
        readonly=True, copy=False, help="Cancelled because the institution switched the duty off."
    )

    _duty_once = models.UniqueIndex(
        "(unit_id, source_id, duty_year) WHERE source_model = 'dan_chu.duty' AND parent_id IS NULL",
        "This duty already has its task in that work year.",
    )

    def _of_duties(self, duties, domain=Domain.TRUE, limit=None):
        """The tasks of the duties, without their times."""
        return self.search(
            Domain("source_model", "=", DUTY)
            & Domain("source_id", "in", duties.ids)
            & Domain("parent_id", "=", False)
            & Domain(domain),
            limit=limit,
        )

    def _make_of_duties(self, vals_list):
        """Given at once: the law does not wait for anybody."""
        now = fields.Datetime.now()
        tasks = self._make_parts(vals_list, now)
        tasks._make_parts([values for task in tasks for values in task._values_of_times()], now)

    def _times(self):
        if self.source_model != DUTY or not self.recurrence:
            return super()._times()
        return periods_ending(self.recurrence, self.date_start, self.date_deadline)

    def _switch_off(self, reason):
        tasks = self | self.child_ids
        still_open = tasks.filtered(lambda task: task.state in OPEN).with_context(**QUIET)
        still_open._move_to("cancelled", "cancelled", text=reason, is_switched_off=True)

    def _switch_on(self, since, day):
        """Taken up again, without the times that passed while the duty was switched off."""
        tasks = (self | self.child_ids).filtered(
            lambda task: (
                task.is_switched_off
                and not (task.row_kind == "occurrence" and since <= task.date_deadline < day)
            )
        )
        tasks.with_context(**QUIET)._move_to("todo", "reopened", is_switched_off=False)

from odoo import fields, models

from ..lib.task_time import write as phrase
from ..lib.work_year import work_year
from .task import OPEN

_DUTY = "dan_chu_co_so.duty_conference_review"
_NAME = "Kiểm tra, đánh giá việc thực hiện nghị quyết và thông báo kết quả đến toàn thể"


class ResolutionCheck(models.Model):
    """Its duty is the one of the legal calendar where that stands open, so that nobody is
    reminded of one thing twice."""

    _inherit = "dan_chu.resolution.check"

    def _duty_task(self, answer):
        self.ensure_one()
        task = self._calendar_task()
        if task:
            time = {
                "time_kind": "at_latest",
                "time_text": phrase("at_latest", deadline=self.due_on),
            }
            if task.date_deadline != self.due_on:
                start = min(task.date_start or self.due_on, self.due_on)
                task._note(
                    "date_granted",
                    answer.explanation,
                    self.due_on,
                    date_start=start,
                    date_deadline=self.due_on,
                    **time,
                )
            return task
        return self.env["dan_chu.task"]._make_parts(
            [
                {
                    "name": _NAME,
                    "source_model": self._name,
                    "source_id": self.id,
                    "source_text": self.paper,
                    "unit_id": self.unit_id.id,
                    "addressee_unit_id": self.unit_id.id,
                    "who_kind": "position",
                    "lead_position": "Người đứng đầu",
                    "product": "Thông báo kết quả kiểm tra, đánh giá",
                    "note": answer.explanation,
                    "time_kind": "at_latest",
                    "time_text": phrase("at_latest", deadline=self.due_on),
                    "date_deadline": self.due_on,
                }
            ],
            fields.Datetime.now(),
        )

    def _calendar_task(self):
        """Of the first check: the duty of the work year in which the conference was held."""
        tasks = self.env["dan_chu.task"].sudo()
        duty = self.env.ref(_DUTY, raise_if_not_found=False)
        if not duty or self.number != 1:
            return tasks
        first = self.unit_id._work_year_of(self.resolution_id.date)
        found = tasks._of_duties(
            duty,
            [("unit_id", "=", self.unit_id.id), ("state", "in", OPEN), ("duty_year", "=", first)],
            limit=1,
        )
        taken = self.search_count([("task_id", "=", found.id)], limit=1) if found else 0
        return tasks if taken else found


class Unit(models.Model):
    _inherit = "dan_chu.unit"

    def _work_year_of(self, day):
        """The year in which the work year of that day begins."""
        return work_year(int(self.sudo().work_year_month or "1"), day)[0].year

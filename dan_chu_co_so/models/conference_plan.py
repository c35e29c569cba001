import re
from datetime import timedelta

from odoo import api, fields, models

from ..lib.clock import today
from ..lib.task_time import write as phrase
from .conference import PREPARED

_SORTS = {"delegates": "đại biểu ", "extraordinary": "bất thường "}
_OFFICIALS = "cán bộ, công chức, "
# What was named by itself, and is named again when kind or year change.
_USUAL = re.compile(
    rf"Hội nghị (đại biểu |bất thường )?({_OFFICIALS})?viên chức, người lao động"
    r"( năm( học)?( \d{4})?( - \d{4})?)?"
)
_FROM_THE_DAY = re.compile(r"(?:Trước|(?P<after>Sau)) hội nghị (?P<days>\d+) ngày")
# The last of what is done for it comes after it: minutes, resolution, report.
_AFTER_IT = timedelta(days=5)


class Conference(models.Model):
    """The plan to hold it, made with the representative (Điều 52 khoản 1); the contact point
    (khoản 2); the name it has on paper."""

    _inherit = "dan_chu.conference"

    name = fields.Char(compute="_compute_name", store=True, readonly=False, precompute=True)
    contact_id = fields.Many2one(
        compute="_compute_contact_id", store=True, readonly=False, precompute=True
    )

    @api.depends("unit_id", "work_year", "kind")
    def _compute_name(self):
        """As such conferences are called; never over a name that was typed."""
        for conference in self:
            is_own = conference.name and not _USUAL.fullmatch(conference.name)
            usual = conference.unit_id and conference._usual_name()
            conference.name = conference.name if is_own else usual

    @api.depends("unit_id")
    def _compute_contact_id(self):
        """Who is the unit's contact point for democracy work, unless another is named."""
        day = today()
        for conference in self:
            lines = conference.unit_id.sudo().contact_ids.filtered(
                lambda line: (
                    line.part == "contact"
                    and line.date_from <= day
                    and (not line.date_to or line.date_to >= day)
                )
            )
            found = lines.sorted("date_from", reverse=True)[:1].employee_id
            conference.contact_id = found.sudo(False) or conference.contact_id

    def action_begin_plan(self):
        """A draft of the plan to hold it, which is then worked on as every plan."""
        self.ensure_one()
        self._require_role("officer")
        self._require_state(*PREPARED)
        if not self.plan_id:
            self.plan_id = self._make_plan()
        return self.plan_id._opened()

    def _make_plan(self):
        day = max(self.date or self.latest_on or today(), today())
        values = {
            "title": f"Tổ chức {self.name}",
            "period_kind": "free",
            "period_year": day.year,
            "date_from": today(),
            "date_to": day + _AFTER_IT,
        }
        template = self.env.ref("dan_chu_co_so.plan_template_conference", raise_if_not_found=False)
        if template:
            plan = template._begin(self.unit_id, values)
            self._date_tasks(plan)
            return plan
        return self.env["dan_chu.plan"].create({"unit_id": self.unit_id.id, **values})

    def _date_tasks(self, plan):
        """“Trước hội nghị 15 ngày” is a date, as soon as the conference has one."""
        for task in plan.task_ids if self.date else ():
            found = _FROM_THE_DAY.fullmatch(task.time_text or "")
            if found:
                days = int(found["days"]) * (1 if found["after"] else -1)
                due = max(self.date + timedelta(days=days), today())
                task.write(
                    {
                        "time_kind": "at_latest",
                        "time_text": phrase("at_latest", deadline=due),
                        "date_deadline": due,
                    }
                )

    def _usual_name(self):
        """“Hội nghị viên chức, người lao động năm học 2026 - 2027”."""
        unit = self.unit_id.sudo()
        public_unit = self.env.ref("dan_chu_co_so.unit_kind_public_unit", raise_if_not_found=False)
        has_officials = not unit.kind_id.is_school and unit.kind_id != public_unit
        who = f"{_OFFICIALS if has_officials else ''}viên chức, người lao động"
        sort = _SORTS.get(self.kind, "")
        first, _dash, last = (self.work_year or "").partition("-")
        span = f"năm học {first.strip()} - {last.strip()}" if last else f"năm {first.strip()}"
        return f"Hội nghị {sort}{who} {span}".strip()

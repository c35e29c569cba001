from odoo import models
from odoo.fields import Command

from ..lib.plan_shift import later_day, later_text, later_time
from ..lib.task_time import Time
from .task_give import QUIET

_TIMES = ("time_kind", "time_text", "date_start", "date_deadline", "recurrence")
_RESULTS = ("result", "is_result_yes", "result_rating", "result_on", "result_note")


class Plan(models.Model):
    """A plan made again: a copy, or the plan of the next period."""

    _inherit = "dan_chu.plan"

    def copy(self, default=None):
        """Sections, targets and tasks, each under its section again; nothing given, no results."""
        copies = super().copy(default)
        for plan, new in zip(self, copies, strict=True):
            plan._copy_rows_to(new, lambda values: values, lambda values: values)
        return copies

    def action_copy_next_period(self):
        """A draft for the time after this plan: its days a year later, its bases kept.

        The upper plans are those of that year, and are named anew.
        """
        self.ensure_one()
        self._require_role("officer")
        return self._copy_to_year(self.unit_id, self.period_year + 1)._opened()

    def _copy_to_year(self, unit, year):
        """The same plan, of the unit, for another year."""
        self.ensure_one()
        self.check_access("read")
        values = self._values_of_year(year)
        years, moved = year - self.period_year, self._moved_to(year)
        new = super().copy(
            {
                **self._values_of_unit(unit),
                **values,
                "opening": moved(self.opening),
                "closing": moved(self.closing),
                "upper_ids": [],
            }
        )
        for section in new.section_ids:
            text = moved(section.text)
            if text != section.text:
                section.text = text

        def compared(text):
            """“năm 2025” of a plan of 2026."""
            before = self.date_from.year - 1
            return text and later_text(text, {before, *self._years()}, years)

        def target(row):
            return {
                **row,
                "name": moved(row["name"]),
                "baseline_name": compared(row["baseline_name"]),
                "date_due": later_day(row["date_due"], years),
            }

        def task(row):
            time = Time(*(row[name] or None for name in _TIMES))
            time = later_time(time, self.date_from, self.date_to, years)
            times = (time.kind, time.text, time.start, time.deadline, time.recurrence)
            return {
                **row,
                **dict(zip(_TIMES, times, strict=True)),
                "name": moved(row["name"]),
                "product": moved(row["product"]),
            }

        self._copy_rows_to(new, target, task)
        return new

    def _values_of_year(self, year):
        years = year - self.period_year
        return {
            "title": self._moved_to(year)(self.title),
            "period_year": year,
            "date_from": later_day(self.date_from, years),
            "date_to": later_day(self.date_to, years),
        }

    def _moved_to(self, year):
        """How texts of the plan read in that year."""
        years = year - self.period_year
        return lambda text: text and later_text(text, self._years(), years)

    def _years(self):
        return {self.date_from.year, self.date_to.year}

    def _values_of_unit(self, unit):
        """What a paper of another unit takes over from it, and not from this plan."""
        if unit == self.unit_id:
            return {}
        papers = self.env["dan_chu.document"]
        values = {"unit_id": unit.id, **papers._unit_values(unit, self.board_name)}
        values["symbol"] = papers._usual_symbol(
            papers.new({**values, "kind_id": self.kind_id.id, "board_code": self.board_code})
        )
        return values

    def _copy_rows_to(self, new, target, task):
        """Targets and tasks, changed on the way by the functions given."""
        self.ensure_one()
        sections = dict(
            zip(self.section_ids._in_order().ids, new.section_ids._in_order().ids, strict=False)
        )

        def placed(values):
            return {**values, "plan_id": new.id, "section_id": sections.get(values["section_id"])}

        targets = self.env["dan_chu.target"]
        none = dict.fromkeys(_RESULTS, False)
        targets.create([placed(target({**row.copy_data()[0], **none})) for row in self.target_ids])
        tasks = self.env["dan_chu.task"].with_context(**QUIET)
        tasks.create(
            [
                placed(task({**row.copy_data()[0], **row._who_is_there(new.unit_id)}))
                for row in self.task_ids.filtered(lambda row: row.state != "cancelled")
            ]
        )

    def _opened(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }


class Task(models.Model):
    _inherit = "dan_chu.task"

    def _who_is_there(self, unit):
        """Changes to who does it, in a copy for the unit: nobody who is not there any more."""
        self.ensure_one()
        top = unit.institution_id
        values = {}
        if top != self.unit_id.institution_id:
            values["partner_ids"] = [
                Command.create({"part": row.part, "who_kind": "outside", "words": row.text})
                for row in self.partner_ids
            ]
            values["addressee_unit_id"] = unit.id
        elif not self.addressee_unit_id.active:
            values["addressee_unit_id"] = unit.id
        person = self.lead_employee_id.sudo()
        has_left = not person.active or person.dan_chu_unit_id.institution_id != top
        if self.who_kind == "employee" and has_left:
            values |= {"who_kind": "unit", "lead_employee_id": False}
        return values

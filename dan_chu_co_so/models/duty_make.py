from psycopg2.errors import UniqueViolation

from odoo import api, models
from odoo.fields import Domain
from odoo.tools import split_every

# Institutions whose year is made in one go and, in the background, committed.
SLICE = 50


class Duty(models.Model):
    """Making the tasks of a work year: once for each institution, however often it is asked."""

    _inherit = "dan_chu.duty"

    @api.model
    def _cron_make(self):
        cron = self.env["ir.cron"]
        units = self.env["dan_chu.unit"].search(self._owing_units())
        remaining = len(units)
        cron._commit_progress(remaining=remaining)
        for ids in split_every(SLICE, units.ids):
            self._make_for(units.browse(ids))
            remaining -= len(ids)
            if not cron._commit_progress(len(ids), remaining=remaining):
                break

    @api.model
    def _owing_units(self):
        return [("is_institution", "=", True), ("kind_id.is_organisation", "=", False)]

    @api.model
    def _make_for(self, units):
        """What is still missing of the current work year of the institutions; how many tasks."""
        owing = units.sudo().filtered_domain([("active", "=", True), *self._owing_units()])
        return sum(
            self.sudo()._make_slice(owing.browse(ids)) for ids in split_every(SLICE, owing.ids)
        )

    def _make_slice(self, units):
        """Two at once: the index of the database lets one of them through, and the other has
        nothing left to do."""
        missing = self._missing(units)
        if not missing:
            return 0
        try:
            with self.env.cr.savepoint():
                self.env["dan_chu.task"]._make_of_duties(missing)
        except UniqueViolation as error:
            if "duty_once" not in (error.diag.constraint_name or ""):
                raise
            if len(units) > 1:
                return sum(self._make_slice(unit) for unit in units)
            return 0
        return len(missing)

    def _missing(self, units):
        """Values of the tasks that are owed and not there, in the same number of queries
        whatever the number of units."""
        years = units._work_years()
        duties = self.search(Domain.TRUE)
        settled = self._switched_off(units) | self._made(units, years)
        todo = {
            unit: [duty for duty in duties if (unit.id, duty.id) not in settled] for unit in units
        }
        waiting = units.filtered(lambda unit: todo[unit])
        if not waiting:
            return []
        waiting.mapped("employee_count")
        calendars = waiting._working_calendars()
        found = (
            duty._task_values(unit, *years[unit.id], calendars[unit.id])
            for unit in waiting
            for duty in todo[unit]
        )
        return [values for values in found if values]

    def _switched_off(self, units):
        rows = self.env["dan_chu.duty.off"].search_fetch(
            [("unit_id", "in", units.ids)], ["unit_id", "duty_id"]
        )
        return {(row.unit_id.id, row.duty_id.id) for row in rows}

    def _made(self, units, years):
        tasks = self.env["dan_chu.task"].search_fetch(
            [
                ("source_model", "=", self._name),
                ("parent_id", "=", False),
                ("unit_id", "in", units.ids),
                ("duty_year", "in", list({first.year for first, _last in years.values()})),
            ],
            ["unit_id", "source_id", "duty_year"],
        )
        return {
            (task.unit_id.id, task.source_id)
            for task in tasks
            if task.duty_year == years[task.unit_id.id][0].year
        }

    def _task_values(self, unit, first, last, calendar):
        answer = self._answer(unit, first)
        if not answer or self._exempt(unit):
            return None
        time = self._time_values(unit, first, last, calendar, answer)
        return time and {
            "name": self.name,
            "sequence": self.sequence,
            "source_model": self._name,
            "source_id": self.id,
            "source_text": answer.citation,
            "duty_year": first.year,
            "unit_id": unit.id,
            "addressee_unit_id": unit.id,
            "who_kind": "position" if self.position else "unit",
            "lead_position": self.position,
            "product": self.product,
            "note": self.note,
            "needs_evidence": self.needs_evidence,
            **time,
        }

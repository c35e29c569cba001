from odoo import fields, models

from ..lib.work_year import periods_ending

# A thousand units times a dozen tasks: nobody follows or logs each of them.
QUIET = {"mail_create_nolog": True, "mail_create_nosubscribe": True, "mail_notrack": True}
# Of the task itself, for each of its parts.
_SAME = (
    "name",
    "sequence",
    "plan_id",
    "section_id",
    "source_model",
    "source_id",
    "source_text",
    "unit_id",
    "product",
    "note",
    "needs_evidence",
    "weight",
    "time_kind",
    "time_text",
    "date_start",
    "date_deadline",
)
_WHO = ("addressee_unit_id", "who_kind", "lead_employee_id", "lead_position", "lead_outside")


class Task(models.Model):
    """Giving a task: from then on its other side sees it, and it is broken into its parts."""

    _inherit = "dan_chu.task"

    def _give(self):
        """Rows of partners and of each time of a recurring task; those of units below come with
        the passing down of the plan."""
        tasks = self.filtered(lambda task: not task.given_on)
        now = fields.Datetime.now()
        for task in tasks:
            task._put(
                {
                    "given_on": now,
                    "source_text": task._source_name(),
                    "is_counted": not (task.for_addressees or task._times()),
                }
            )
        self.env["dan_chu.task.step"]._book(tasks, "given")
        parts = [
            values
            for task in tasks
            if not task.for_addressees
            for values in (*task._values_of_partners(), *task._values_of_times())
        ]
        tasks._make_parts(parts, now)

    def _give_to_units(self, units):
        """For each of the units a row of its own under each of the tasks, and its times."""
        now = fields.Datetime.now()
        rows = self._make_parts(
            [
                task._values_of_part(
                    "addressee",
                    addressee_unit_id=unit.id,
                    who_kind="unit",
                    is_counted=not task._times(),
                    recurrence=task.recurrence,
                )
                for task in self
                for unit in units
            ],
            now,
        )
        rows._make_parts([values for row in rows for values in row._values_of_times()], now)
        return rows

    def _make_parts(self, vals_list, now):
        """Past the guards: rows of the system, of a task that its officers have given."""
        tasks = self.env["dan_chu.task"].sudo().with_context(**QUIET)
        made = tasks._create_parts([{"given_on": now, **vals} for vals in vals_list])
        self.env["dan_chu.task.step"]._book(made, "given")
        return made.sudo(self.env.su)

    def _values_of_part(self, row_kind, **values):
        same = {name: self._fields[name].convert_to_write(self[name], self) for name in _SAME}
        return {
            **same,
            "parent_id": self.id,
            "row_kind": row_kind,
            "is_counted": True,
            "for_addressees": False,
            **values,
        }

    def _values_of_partners(self):
        """A partner that is a unit or a person has a row of its own, among what it owes."""
        for row in self.partner_ids:
            unit = row.partner_unit_id or row.employee_id.sudo().dan_chu_unit_id
            if row.who_kind in ("unit", "employee") and unit:
                yield self._values_of_part(
                    "partner",
                    part=row.part,
                    who_kind=row.who_kind,
                    addressee_unit_id=unit.id,
                    lead_employee_id=row.employee_id.id,
                )

    def _values_of_times(self):
        who = {name: self._fields[name].convert_to_write(self[name], self) for name in _WHO}
        for start, deadline in self._times():
            yield self._values_of_part(
                "occurrence",
                **who,
                part=self.part,
                time_kind="window",
                date_start=start,
                date_deadline=deadline,
            )

    def _times(self):
        """Of a recurring task, within the plan's period (or its own dates): those that were not
        over when the plan was issued."""
        if self.time_kind != "recurring" or not self.recurrence:
            return []
        first = self.date_start or self.plan_id.date_from
        last = self.date_deadline or self.plan_id.date_to
        if not (first and last):
            return []
        issued = self.plan_id.date or first
        times = periods_ending(self.recurrence, first, last)
        return [(start, end) for start, end in times if end >= issued]

    def _source_name(self):
        if self.plan_id:
            return self.plan_id.document_id._named_with_kind()
        return self.source_text

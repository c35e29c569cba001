from datetime import timezone

from odoo import api, fields, models
from odoo.fields import Domain

from ..lib.clock import VIET_NAM
from ..lib.working_days import Counting, WorkingCalendar, whole_days


class Unit(models.Model):
    """When a unit works, and when its terms end."""

    _inherit = "dan_chu.unit"

    resource_calendar_id = fields.Many2one(
        "resource.calendar",
        string="Working calendar",
        compute="_compute_resource_calendar_id",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
        ondelete="set null",
        help="Of an institution: its days off, and days worked in exchange, are added to those "
        "of the State when terms are counted.",
    )

    @api.depends("company_id")
    def _compute_resource_calendar_id(self):
        for unit in self:
            company = unit.company_id or self.env.company
            unit.resource_calendar_id = company.resource_calendar_id

    def _working_calendar(self):
        self.ensure_one()
        return self._working_calendars()[self.id]

    def _working_calendars(self):
        """{unit id: its institution's calendar}, in one look at the leaves for all of them."""
        calendar_of = {unit.id: unit.institution_id.resource_calendar_id for unit in self.sudo()}
        calendars = self.sudo().institution_id.resource_calendar_id
        leaves = calendars.env["resource.calendar.leaves"].search_fetch(
            Domain("resource_id", "=", False)
            & (
                Domain("calendar_id", "in", calendars.ids)
                | Domain("calendar_id", "=", False)
                & Domain("company_id", "in", calendars.company_id.ids)
            ),
            ["calendar_id", "company_id", "date_from", "date_to", "dan_chu_is_worked"],
        )
        working = {}
        for calendar in calendars:
            own = leaves.filtered(
                lambda leave, calendar=calendar: (
                    leave.calendar_id == calendar
                    or (not leave.calendar_id and leave.company_id == calendar.company_id)
                )
            )
            worked = own.filtered("dan_chu_is_worked")
            working[calendar] = WorkingCalendar(_days(own - worked), _days(worked))
        plain = WorkingCalendar()
        return {unit: working.get(calendar, plain) for unit, calendar in calendar_of.items()}

    def _counting(self, on):
        """How a term that begins on that day is counted."""
        rule = self.env["dan_chu.rule"]
        return Counting(
            first_day_counts=rule._value("counting.first_day_counts", self, on).value,
            last_day_off_moves_on=rule._value("counting.last_day_off_moves_on", self, on).value,
        )

    def _due_date(self, code, start):
        """(last day, answer) of the term the law gives under this code from `start`."""
        self.ensure_one()
        answer = self.env["dan_chu.rule"]._value(code, self, start)
        counting = self._counting(start)
        return answer.value.end(start, self._working_calendar(), counting), answer

    def _latest_date_before(self, code, event):
        """(last day, answer) on which what the law wants done before `event` is in time."""
        self.ensure_one()
        answer = self.env["dan_chu.rule"]._value(code, self, event)
        counting = self._counting(event)
        return answer.value.latest_before(event, self._working_calendar(), counting), answer


def _days(leaves):
    spans = (whole_days(_local(leave.date_from), _local(leave.date_to)) for leave in leaves)
    return frozenset().union(*spans)


def _local(moment):
    return moment.replace(tzinfo=timezone.utc).astimezone(VIET_NAM)

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tools import SQL

from ..lib.clock import today
from .owner_unit import OwnerUnit
from .task import STATES


class DutyLine(models.Model):
    """The legal calendar: each institution with each duty, in the work year it is in."""

    _name = "dan_chu.duty.line"
    _description = "Duty of an institution"
    _inherit = ["dan_chu.unit.owned"]
    _auto = False
    _order = "unit_id, sequence, id"
    _rec_name = "duty_id"
    _depends = {
        "dan_chu.unit": ["active", "is_institution", "kind_id", "work_year_month"],
        "dan_chu.unit.kind": ["is_organisation"],
        "dan_chu.duty": ["active", "sequence"],
        "dan_chu.duty.off": ["unit_id", "duty_id", "reason", "since"],
        "dan_chu.task": [
            "unit_id",
            "source_model",
            "source_id",
            "parent_id",
            "duty_year",
            "date_deadline",
            "state",
        ],
    }

    unit_id = OwnerUnit("dan_chu.unit", string="Institution", readonly=True)
    duty_id = fields.Many2one("dan_chu.duty", readonly=True)
    sequence = fields.Integer(readonly=True)
    work_year = fields.Integer(string="Work year", readonly=True, aggregator=False)
    off_id = fields.Many2one("dan_chu.duty.off", readonly=True)
    is_off = fields.Boolean(string="Switched off", readonly=True)
    reason = fields.Char(string="Switched off because", readonly=True)
    since = fields.Date(readonly=True)
    task_id = fields.Many2one("dan_chu.task", readonly=True)
    date_deadline = fields.Date(
        string="Deadline", readonly=True, help="Of what recurs, that of the next time."
    )
    task_state = fields.Selection(STATES, string="State of the task", readonly=True)
    citation = fields.Char(compute="_compute_status")
    why = fields.Char(string="Reason", compute="_compute_status")
    status = fields.Selection(
        [
            ("on", "Applies"),
            ("off", "Switched off"),
            ("waiting", "Not made yet"),
            ("not_owed", "Not owed here"),
        ],
        compute="_compute_status",
    )

    @property
    def _table_query(self):
        """A line keeps its id, so that a button always means the line it stands on."""
        return SQL(
            """
            SELECT unit.id::bigint * 100000 + duty.id AS id,
                   unit.id AS unit_id, duty.id AS duty_id, duty.sequence,
                   unit.first_year AS work_year,
                   off.id AS off_id, off.id IS NOT NULL AS is_off, off.reason, off.since,
                   task.id AS task_id, task.state AS task_state,
                   coalesce((
                       SELECT min(part.date_deadline) FROM dan_chu_task part
                        WHERE part.parent_id = task.id AND part.state IN ('todo', 'doing')
                   ), task.date_deadline) AS date_deadline
              FROM (
                    SELECT unit.id,
                           extract(year FROM day)::int - (
                               extract(month FROM day) < unit.work_year_month::int)::int
                           AS first_year
                      FROM dan_chu_unit unit
                      JOIN dan_chu_unit_kind kind ON kind.id = unit.kind_id
                     CROSS JOIN (SELECT %s AS day) today
                     WHERE unit.active AND unit.is_institution AND kind.is_organisation IS NOT TRUE
                   ) unit
             CROSS JOIN dan_chu_duty duty
              LEFT JOIN dan_chu_duty_off off ON off.unit_id = unit.id AND off.duty_id = duty.id
              LEFT JOIN dan_chu_task task
                ON task.source_model = 'dan_chu.duty' AND task.parent_id IS NULL
               AND task.unit_id = unit.id AND task.source_id = duty.id
               AND task.duty_year = unit.first_year
             WHERE duty.active
            """,
            today(),
        )

    @api.depends("unit_id", "duty_id", "off_id", "task_id")
    def _compute_status(self):
        units = self.unit_id.sudo()
        units.mapped("employee_count")
        years = units._work_years()
        for line in self:
            unit = line.unit_id.sudo()
            answer = line.duty_id._answer(unit, years[unit.id][0])
            line.citation = answer.citation if answer else False
            line.status, line.why = line._status(unit, answer)

    def _status(self, unit, answer):
        """(on, off, …; why it is not on)."""
        if self.off_id:
            return "off", self.reason
        if self.task_id:
            return "on", False
        if not answer:
            return "not_owed", self.env._("The law on record asks it of other units.")
        exempt = self.duty_id._exempt(unit)
        if not exempt:
            return "waiting", False
        return "not_owed", self.env._(
            "%(count)s people on record: %(rule)s",
            count=unit.employee_count,
            rule=exempt.explanation,
        )

    def action_make(self):
        """Of the lines chosen, or of all institutions one works for."""
        self._require_role("officer", "head")
        units = self.unit_id or self._own_institutions()
        if not units:
            raise AccessError(
                self.env._("You are officer or head of no institution: nothing is made for you.")
            )
        made = self.env["dan_chu.duty"]._make_for(units)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("%s tasks made.", made)
                if made
                else self.env._("All tasks of this work year are there."),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def action_switch_off(self):
        self.ensure_one()
        self._require_role("officer", "head")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Switch off"),
            "res_model": "dan_chu.duty.off",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_unit_id": self.unit_id.id,
                "default_duty_id": self.duty_id.id,
            },
        }

    def action_switch_on(self):
        self._require_role("officer", "head")
        self.off_id.unlink()

    def action_open_task(self):
        self.ensure_one()
        self._require_role("officer", "head")
        return {
            "type": "ir.actions.act_window",
            "res_model": "dan_chu.task",
            "res_id": self.task_id.id,
            "view_mode": "form",
        }

    @api.model
    def _own_institutions(self):
        user = self.env.user
        mine = Domain.OR(
            Domain("id", "in", user._dan_chu_reach(role)) for role in ("officer", "head")
        )
        return self.env["dan_chu.unit"].search(
            mine & Domain(self.env["dan_chu.duty"]._owing_units())
        )

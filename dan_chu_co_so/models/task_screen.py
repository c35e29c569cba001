from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tools import format_date

from ..lib.task_time import write as phrase
from .task import OPEN
from .task_guard import ARRANGEMENT, DEFINITION

BOTH = ("officer", "head")


class Task(models.Model):
    """What the screens ask of a task: whose it is for the user, and what he may change in it."""

    _inherit = "dan_chu.task"

    giving_house_id = fields.Many2one(related="unit_id.institution_id", string="House that gave it")
    owing_house_id = fields.Many2one(
        related="addressee_unit_id.institution_id", string="House that owes it"
    )
    is_mine = fields.Boolean(string="Mine", compute="_compute_is_mine", search="_search_is_mine")
    is_owed = fields.Boolean(
        string="Owed by my unit", compute="_compute_is_owed", search="_search_is_owed"
    )
    is_given_by_us = fields.Boolean(
        string="Given by my unit", compute="_compute_is_owed", search="_search_is_given_by_us"
    )
    may_report = fields.Boolean(compute="_compute_may_change")
    may_arrange = fields.Boolean(compute="_compute_may_change")
    may_define = fields.Boolean(compute="_compute_may_change")
    has_parts = fields.Boolean(compute="_compute_has_parts")
    open_question = fields.Text(string="Waiting for an answer", compute="_compute_open_question")

    @api.depends("lead_user_id", "who_kind", "addressee_unit_id", "given_on")
    @api.depends_context("uid")
    def _compute_is_mine(self):
        house = self.env.user._dan_chu_reach("staff")
        for task in self:
            is_of_all = task.who_kind == "all_staff" and task.addressee_unit_id.id in house
            is_led = task.lead_user_id == self.env.user
            task.is_mine = bool(task.given_on and (is_led or is_of_all))

    @api.model
    def _search_is_mine(self, operator, value):
        house = self.env.user._dan_chu_reach("staff")
        of_all = Domain("who_kind", "=", "all_staff") & Domain("addressee_unit_id", "in", house)
        mine = Domain("lead_user_id", "=", self.env.uid) | of_all
        return self._asked(operator, value, mine & Domain("given_on", "!=", False))

    @api.depends("unit_id", "addressee_unit_id", "given_on")
    @api.depends_context("uid")
    def _compute_is_owed(self):
        user = self.env.user
        for task in self:
            task.is_owed = bool(task.given_on and task._owes(user))
            task.is_given_by_us = task._gives(user)

    @api.model
    def _search_is_owed(self, operator, value):
        owed = self._within_reach("addressee_unit_id") & Domain("given_on", "!=", False)
        return self._asked(operator, value, owed)

    @api.model
    def _search_is_given_by_us(self, operator, value):
        return self._asked(operator, value, self._within_reach("unit_id"))

    @api.depends(
        "state",
        "given_on",
        "is_counted",
        "plan_id",
        "unit_id",
        "addressee_unit_id",
        "lead_user_id",
    )
    @api.depends_context("uid")
    def _compute_may_change(self):
        """The guards decide; this only spares people fields that would be refused."""
        for task in self:
            names = set()
            if not task.given_on:
                plan = task.sudo().plan_id
                if not plan or plan.state in ("draft", "submitted"):
                    names = DEFINITION | ARRANGEMENT
            elif task.state in OPEN:
                names = task._writable()
            elif task.state == "done":
                names = task._writable() & {"result"}
            task.may_report = bool(task.given_on and task.is_counted and "result" in names)
            task.may_arrange = "who_kind" in names
            task.may_define = "name" in names

    @api.depends("is_counted", "given_on")
    def _compute_has_parts(self):
        """Done by its parts, one by one: it has nothing to report itself."""
        for task in self:
            task.has_parts = bool(task.given_on) and not task.is_counted

    @api.depends("has_difficulty", "date_asked", "state", "step_ids")
    def _compute_open_question(self):
        """What waits for who gave the task, and what they said last to who owes it."""
        labels = dict(self.step_ids._fields["action"]._description_selection(self.env))
        for task in self:
            waiting = {"difficulty": task.has_difficulty, "date_asked": bool(task.date_asked)}
            last = {step.action: step for step in task.step_ids.sorted("id")}
            lines = []
            for action in (action for action, is_open in waiting.items() if is_open):
                step = last.get(action, task.step_ids.browse())
                day = f" {format_date(self.env, step.date)}" if step.date else ""
                lines.append(f"{labels[action]}{day}: {step.text or ''}")
            step = task.step_ids.sorted("id")[-1:]
            if task.state in OPEN and step.action in ("sent_back", "answer", "date_refused"):
                lines.append(f"{labels[step.action]}: {step.text or ''}")
            task.open_question = "\n".join(lines)

    @api.onchange("time_kind", "date_start", "date_deadline", "recurrence")
    def _onchange_dates(self):
        """Days that were chosen, in the words in which they will be printed."""
        if self.time_kind in (False, "event", "standing"):
            return
        days = (self.date_start, self.date_deadline)
        try:
            if self.time_text:
                read_ = self._read_time(self.time_text)
                if (read_.start, read_.deadline) == days and read_.kind == self.time_kind:
                    return
            self.time_text = phrase(self.time_kind, *days, self.recurrence)
        except ValueError:
            # Half of it is not chosen yet, or the words are being typed.
            return

    def action_open_source(self):
        """The paper it comes from: the plan itself in its own house, elsewhere as issued."""
        self.ensure_one()
        self.check_access("read")
        source = self.env["dan_chu.plan"]
        if self.source_model in self.env:
            source = self.env[self.source_model].browse(self.source_id).exists()
        if not (source and source.has_access("read")):
            revisions = self.sudo().plan_id.revision_ids.sorted("sequence")
            source = revisions[-1:].sudo(False)
        if not (source and source.has_access("read")):
            raise AccessError(
                self.env._(
                    "“%s” comes from a working paper of another unit, which is not yours to read.",
                    self.display_name,
                )
            )
        return {
            "type": "ir.actions.act_window",
            "res_model": source._name,
            "res_id": source.id,
            "view_mode": "form",
        }

    @api.model
    def _within_reach(self, field_name):
        user = self.env.user
        return Domain.OR(Domain(field_name, "in", user._dan_chu_reach(role)) for role in BOTH)

    @api.model
    def _asked(self, operator, value, domain):
        if operator != "in":
            return NotImplemented
        wanted = set(value)
        if wanted == {True, False}:
            return Domain.TRUE
        return domain if wanted == {True} else ~domain

from odoo import api, models
from odoo.exceptions import AccessError, UserError

# What a task is. It is settled when the task is given; of a plan's task, when the plan is issued.
DEFINITION = {
    "name",
    "sequence",
    "section_id",
    "for_addressees",
    "part",
    "product",
    "needs_evidence",
    "time_kind",
    "time_text",
    "date_start",
    "date_deadline",
    "recurrence",
    "addressee_unit_id",
    "weight",
    "note",
}
# Who of those who owe it does it: their own affair.
ARRANGEMENT = {"who_kind", "lead_employee_id", "lead_position", "lead_outside", "partner_ids"}
RESULT = {"result", "evidence_ids"}
# Set by what is done with the task, never by hand.
BEHIND_BUTTONS = {
    "state",
    "given_on",
    "done_on",
    "done_by_id",
    "date_asked",
    "has_difficulty",
    "parent_id",
    "row_kind",
    "is_counted",
    "source_model",
    "source_id",
    "source_text",
    "plan_id",
    "unit_id",
    "duty_year",
    "is_switched_off",
    "watching_board_id",
    "commitment_id",
    "lead_user_id",
    "reminded_for",
    "due_reminded_for",
    "escalated_for",
}


class Task(models.Model):
    """Which side of a task may write what, and when."""

    _inherit = "dan_chu.task"

    @api.model_create_multi
    def create(self, vals_list):
        tasks = super().create([self._begun(vals) for vals in vals_list])
        self.env.add_to_compute(self._fields["lead_user_id"], tasks)
        tasks._check_begins_rightly()
        return tasks

    def write(self, vals):
        if vals.keys() & BEHIND_BUTTONS:
            raise UserError(
                self.env._(
                    "A task is given, reported, accepted and cancelled by its buttons, "
                    "and stays in its plan."
                )
            )
        self._check_may_write(vals.keys())
        res = super().write(vals)
        if "addressee_unit_id" in vals:
            self._check_reaches_addressee()
        return res

    def _create_parts(self, vals_list):
        """Rows the system makes: they are what they are said to be."""
        return super().create(vals_list)

    def _put(self, values):
        """Past the guard above, for what is done by buttons; the access rules still hold."""
        return super().write(values)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_given(self):
        for task in self:
            if task.given_on:
                raise UserError(
                    self.env._(
                        "“%s” has been given and is not deleted: cancel it, with the reason.",
                        task.display_name,
                    )
                )
        self._check_plans_open()

    def copy_data(self, default=None):
        """A copy is a task of its own that nobody has been given yet."""
        default = {**(default or {}), "parent_id": False, "row_kind": "main", "is_counted": True}
        return super().copy_data(default)

    def _begun(self, vals):
        """What a new task is, whatever was asked for: one that nobody has been given."""
        default = self.env.context.get("default_plan_id")
        plan = self.env["dan_chu.plan"].browse(vals.get("plan_id") or default or ())
        begun = {**vals, **dict.fromkeys(BEHIND_BUTTONS - {"plan_id", "unit_id"}, False)}
        begun |= {"state": "todo", "row_kind": "main", "is_counted": True, "plan_id": plan.id}
        if plan:
            plan.check_access("write")
            begun |= {
                "unit_id": plan.unit_id.id,
                "source_model": plan._name,
                "source_id": plan.id,
            }
        unit = begun.get("unit_id") or self._default_unit().id
        begun["unit_id"] = unit
        if not begun.get("addressee_unit_id"):
            begun["addressee_unit_id"] = unit
        return begun

    def _check_begins_rightly(self):
        self._check_plans_open()
        self._check_reaches_addressee()

    def _check_plans_open(self):
        self.plan_id.document_id._check_open()

    def _check_reaches_addressee(self):
        self._check_reaches(lambda task: task.addressee_unit_id)

    def _check_reaches_partners(self):
        """A partner has a row of its own; those of the house that owes the task work with it."""
        self._check_reaches(
            lambda task: task.partner_ids._units().filtered(
                lambda unit: unit.institution_id != task.addressee_unit_id.institution_id
            )
        )

    def _check_reaches(self, owing):
        """Tasks go down the tree, or stay in the house: nobody orders those beside or above."""
        for top, tasks in self.grouped(lambda task: task.unit_id.institution_id).items():
            outside = [
                (task, unit) for task in tasks for unit in owing(task) if unit.institution_id != top
            ]
            below = outside and self.env["dan_chu.plan.addressee"]._units_it_may_go_to(top)
            reached = set(below and below.ids)
            for task, unit in outside:
                if unit.id in reached:
                    continue
                raise UserError(
                    self.env._(
                        "%(owes)s does not stand below %(top)s: “%(task)s” cannot be given to it. "
                        "Name it as a body outside, in words.",
                        owes=unit.name,
                        top=top.name,
                        task=task.name,
                    )
                )

    def _check_may_write(self, names):
        """Refuse what the user's side of the task may not change, or what no longer changes."""
        names = set(names) - self.env["dan_chu.thread"]._fields.keys()
        if not names:
            return
        for task in self:
            task._check_side(names)

    def _check_side(self, names):
        self.ensure_one()
        if not self.given_on:
            self._check_plans_open()
            return
        if self.state in ("accepted", "cancelled") or (self.state == "done" and names - RESULT):
            raise UserError(
                self.env._(
                    "“%(task)s” is “%(state)s” and does not change any more.",
                    task=self.display_name,
                    state=self._state_name(),
                )
            )
        refused = names - self._writable()
        if refused:
            labels = (
                self._fields[name].get_description(self.env)["string"]
                for name in sorted(refused & self._fields.keys())
            )
            raise AccessError(
                self.env._(
                    "“%(task)s” has been given: %(fields)s does not change by hand. Who gave it "
                    "may cancel it or grant another date; who owes it reports the result.",
                    task=self.display_name,
                    fields=", ".join(labels),
                )
            )

    def _writable(self):
        """Names of the fields the user's side of a given task may change."""
        if self.env.su:
            return DEFINITION | ARRANGEMENT | RESULT
        names = set()
        user = self.env.user
        if self._owes(user):
            names |= ARRANGEMENT | RESULT
        if self.lead_user_id == user:
            names |= RESULT
        if self._gives(user):
            if self.unit_id.institution_id == self.addressee_unit_id.institution_id:
                names |= ARRANGEMENT
            if not self.plan_id:
                # Evidence and discussion are of the house that owes it: they go to no other.
                names |= DEFINITION - {"addressee_unit_id"}
        return names

    def _gives(self, user):
        return any(self.unit_id.id in user._dan_chu_reach(role) for role in ("officer", "head"))

    def _owes(self, user):
        unit = self.addressee_unit_id.id
        return any(unit in user._dan_chu_reach(role) for role in ("officer", "head"))

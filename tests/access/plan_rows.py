"""Plans and tasks the access matrix is tried on."""

from odoo.fields import Command

from tests.access.plan_variants import PERSONAL, PHOTO


class PlanRows:
    """Part of `Rows`: each is made once, with the rights of the system."""

    def __init__(self):
        self.plan = self.once(self._plan)
        self.unit_below = self.once(self._unit_below)
        self._task_of = self.once(self._make_task)

    def task(self, unit, variant, user):
        return self._task_of(unit, variant, user if variant in PERSONAL else None)

    def _plan(self, unit, state, below=None, follows=False):
        values = {}
        if below:
            values["addressee_ids"] = [Command.create({"unit_id": below.id, "must_plan": False})]
        if follows:
            upper = {"directive_id": self.directive(unit, True).id}
            values["upper_ids"] = [Command.create(upper)]
        return self.case.make_plan(unit, state, **values).with_env(self.env)

    def _unit_below(self, unit, purpose=""):
        top = unit.institution_id
        return self.case.make_unit(f"Cơ sở {purpose} của {unit.name}", "public_unit", top)

    def looked_after(self, unit):
        """The institution, which a body with no place in this tree may now give tasks to."""
        top = unit.institution_id.with_env(self.env)
        if top.professional_superior_id != self.case.elsewhere:
            top.professional_superior_id = self.case.elsewhere
        return top

    def _make_task(self, unit, variant, user):
        """With a row of each sort, in the state that its name says."""
        if variant in ("draft", "house", "accepted"):
            task = self.case.make_task(unit)
        elif variant == "given":
            task = self.case.make_task(unit, self.unit_below(unit))
        elif variant == "planned":
            planned = {"name": "Công khai tài chính"}
            values = {"task_ids": [Command.create(planned)]}
            task = self.case.make_plan(unit, "issued", **values).task_ids
        else:
            task = self._owed_task(unit, variant, user)
        task = task.with_env(self.env)
        if variant != "planned":
            self._give(task, variant)
        return task

    def _give(self, task, variant):
        self.env["dan_chu.task.partner"].create(
            {"task_id": task.id, "who_kind": "position", "words": "Kế toán"}
        )
        self.env["dan_chu.task.evidence"].create(
            {"task_id": task.id, "name": "anh.png", "data": PHOTO}
        )
        if not variant.endswith("draft"):
            task._give()
        if variant == "accepted":
            task._move_to("accepted", "accepted")

    def _owed_task(self, unit, variant, user):
        """Passed on inside the house, as is done there, also to an inner part of it."""
        task = self.case.make_task(self.case.elsewhere, self.looked_after(unit))
        who = {"addressee_unit_id": unit.id}
        if variant == "all_staff":
            who["who_kind"] = "all_staff"
        if variant in ("theirs", *PERSONAL):
            person = self.employee_of(user or self.colleague)
            home = person.dan_chu_unit_id
            # Whoever has left the staff since it was given to them has no right to it any more.
            person.dan_chu_unit_id = unit
            task._put({**who, "who_kind": "employee", "lead_employee_id": person.id})
            person.dan_chu_unit_id = home
            self.env.flush_all()
        else:
            task._put(who)
        return task

"""What the attacks on plans share: a plan that was sent down, the draft below, another draft."""

from odoo.fields import Command

from tests.access.doors import DoorsCase, Refused

PLAN = "dan_chu.plan"
SECTION = "dan_chu.plan.section"
TARGET = "dan_chu.target"
UPPER = "dan_chu.plan.upper"
ADDRESSEE = "dan_chu.plan.addressee"
SECRET = "Nội dung mật của dự thảo"


class PlanAttacks(DoorsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.upper_head = cls.make_user("upper_head", ("head", cls.department))
        cls.part_officer = cls.make_user("part_officer", ("officer", cls.group))
        cls.sibling_officer = cls.make_user("sibling_officer", ("officer", cls.sibling))
        cls.upper = cls.make_plan(
            cls.department,
            "issued",
            section_ids=[Command.create({"text": "NỘI DUNG", "goes_down": True})],
            addressee_ids=[Command.create({"unit_id": cls.school.id})],
            task_ids=[Command.create({"name": "Công khai", "for_addressees": True})],
        )
        cls.row = cls.upper.addressee_ids
        cls.lower = cls.row.sudo().lower_plan_id
        cls.lower.title = SECRET
        cls.lower.section_ids.text = SECRET
        cls.lower.message_post(body=SECRET)
        cls.lower.target_ids = [Command.create({"name": SECRET})]
        cls.lower.task_ids = [
            Command.create({"name": SECRET, "addressee_unit_id": cls.school.id}) for _n in range(3)
        ]
        cls.next_year = cls.make_plan(
            cls.department,
            title=SECRET,
            section_ids=[Command.create({"text": SECRET})],
            target_ids=[Command.create({"name": SECRET})],
            addressee_ids=[Command.create({"unit_id": cls.sibling.id})],
        )
        cls.own = cls.make_plan(cls.school)

    def _said(self, user, model, method, ids=None, **arguments):
        try:
            answer = str(self.by_session(user, model, method, ids, **arguments))
        except Refused as refused:
            answer = str(refused)
        self.env.invalidate_all()
        return answer

    def _assert_untold(self, user, model, method, ids=None, **arguments):
        with self.subTest(user=user.login, call=f"{model}.{method}", arguments=arguments):
            self.assertNotIn(SECRET, self._said(user, model, method, ids, **arguments))

    def _from_above(self):
        return (self.upper_officer, self.upper_head, self.upper_supervisor)

    def _from_below(self):
        return (self.officer, self.head, self.staff)

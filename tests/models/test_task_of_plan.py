from datetime import timedelta

from odoo.exceptions import AccessError, UserError

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.plans import PlanCase


class TestTaskOfPlan(PlanCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.upper = cls.plan(
            below=cls.school | cls.sibling,
            tasks=[{"name": "Tổ chức hội nghị", "for_addressees": True}, {"name": "Tổng hợp"}],
        )
        cls.upper.addressee_ids.date_due = today() + timedelta(days=3)

    def of_school(self):
        return self.env["dan_chu.task"].search(
            [("plan_id", "=", self.upper.id), ("addressee_unit_id", "=", self.school.id)]
        )

    def test_given_with_the_plan_and_not_by_hand(self):
        task = self.as_user(self.upper.task_ids[0], self.upper_officer)
        self.assertEqual((task.may_define, task.may_pass_on), (True, True))
        with self.assertRaisesRegex(UserError, "when its plan .* is issued"):
            task.action_give()
        self.issue(self.upper)
        task.invalidate_recordset()
        self.assertEqual((task.may_define, task.has_parts), (False, True))
        self.assertFalse(task.may_report)
        with self.assertRaisesRegex(UserError, "is done by its parts"):
            task.action_done("Xong cả.")

    def test_its_source_is_the_plan_in_the_house_and_the_issued_paper_below(self):
        self.issue(self.upper)
        task = self.of_school()
        above = self.as_user(task, self.upper_officer).action_open_source()
        self.assertEqual((above["res_model"], above["res_id"]), ("dan_chu.plan", self.upper.id))
        below = self.as_user(task, self.officer).action_open_source()
        self.assertEqual(below["res_model"], "dan_chu.revision")
        self.assertEqual(below["res_id"], self.upper.revision_ids.id)

    def test_the_whole_and_its_parts_are_told_apart(self):
        self.issue(self.upper)
        main = self.upper.task_ids.filtered("for_addressees")
        self.assertEqual((main.child_total, main.child_done), (2, 0))
        self.as_user(self.of_school(), self.officer).action_done("Đã họp ngày 12/9.")
        self.env.invalidate_all()
        self.assertEqual((main.child_total, main.child_done), (2, 1))
        dialog = self.as_user(main, self.upper_officer)
        with self.assertRaisesRegex(UserError, "None of the tasks chosen"):
            dialog.action_open_close()

    def test_reminder_names_the_units_that_owe_a_plan(self):
        self.issue(self.upper)
        rows = self.as_user(self.upper.addressee_ids, self.upper_officer)
        text = rows.action_copy_reminder()["params"]["text"]
        self.assertIn("Trường THPT Hoa Sen", text)
        self.assertIn("Trường THPT Sao Mai", text)
        self.assertEqual(text.count("Ban hành kế hoạch"), 1)
        own = self.as_user(self.row(self.upper, self.school), self.officer)
        self.issue(own.lower_plan_id.with_user(self.officer))
        self.env.invalidate_all()
        text = rows.action_copy_reminder()["params"]["text"]
        self.assertNotIn("Trường THPT Hoa Sen", text)
        with self.assertRaisesRegex(UserError, "still owes a plan"):
            self.row(self.upper, self.school).sudo(False).with_user(
                self.upper_officer
            ).action_copy_reminder()
        with self.assertRaises(AccessError):
            self.as_user(self.upper.addressee_ids, self.staff).action_copy_reminder()

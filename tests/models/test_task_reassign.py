from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command

from tests.common import DanChuCase
from tests.tasks import Tasks


class TestReassign(Tasks, DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.teacher = cls.make_user("teacher", ("staff", cls.group))

    def dialog(self, tasks, user=None, **values):
        action = self.as_user(tasks, user or self.officer).action_open_reassign()
        return (
            self.env[action["res_model"]]
            .with_user(user or self.officer)
            .with_context(**action["context"])
            .create(values)
        )

    def test_many_to_one_person_who_is_told_once(self):
        tasks = self.task() | self.task_from_above()
        self.dialog(
            tasks, employee_id=self.teacher.employee_id.id, reason="Cô A nghỉ."
        ).action_reassign()
        self.assertEqual(tasks.lead_user_id, self.teacher)
        self.assertEqual(set(tasks.mapped("who_kind")), {"employee"})
        for task in tasks:
            step = task.step_ids.sorted("id")[-1]
            self.assertEqual((step.action, step.user_id), ("reassigned", self.officer))
            self.assertIn("→ teacher: Cô A nghỉ.", step.text)
        told = tasks.activity_ids.filtered(lambda row: row.user_id == self.teacher)
        self.assertEqual(len(told), 1)
        self.assertEqual(str(told.note).count("Niêm yết"), 2)
        self.assertFalse(
            self.env["dan_chu.task"].with_user(self.staff).search([("id", "in", tasks.ids)])
        )

    def test_to_a_position_and_to_a_unit_inside(self):
        task = self.task_from_above()
        self.dialog(task, who_kind="position", position="Kế toán").action_reassign()
        self.assertEqual((task.who_text, task.lead_user_id.id), ("Kế toán", False))
        self.dialog(task, who_kind="unit", unit_id=self.group.id).action_reassign()
        self.assertEqual((task.addressee_unit_id, task.who_kind), (self.group, "unit"))
        self.assertFalse(task.lead_position)
        inner = self.make_user("group_officer", ("officer", self.group))
        self.assertTrue(self.as_user(task, inner).may_do)

    def test_the_rest_stays_and_is_named(self):
        open_task, done = self.task(), self.task(name="Đã xong từ trước")
        self.as_user(done, self.staff).action_done("Xong.")
        dialog = self.dialog(open_task | done, employee_id=self.teacher.employee_id.id)
        self.assertIn("Đã xong từ trước: it is “Done”", dialog.refused_text)
        self.assertNotIn(open_task.name, dialog.refused_text)
        dialog.action_reassign()
        self.assertEqual(open_task.lead_user_id, self.teacher)
        self.assertEqual(done.lead_user_id, self.staff)
        with self.assertRaisesRegex(UserError, "Đã xong từ trước"):
            self.dialog(done, employee_id=self.teacher.employee_id.id).action_reassign()

    def test_from_above_one_does_not_say_who_in_the_school_does_it(self):
        task = self.task_from_above(name="Báo cáo của trường")
        dialog = self.dialog(
            task, self.upper_officer, employee_id=self.upper_officer.employee_id.id
        )
        with self.assertRaisesRegex(UserError, "Báo cáo của trường: .*Trường THPT Hoa Sen"):
            dialog.action_reassign()

    def test_not_into_another_house(self):
        stranger = self.make_user("stranger", ("staff", self.sibling))
        task = self.task(name="Việc của trường")
        dialog = self.dialog(task, employee_id=stranger.employee_id.id)
        with self.assertRaisesRegex(UserError, "Việc của trường: .*owes it, and nobody else"):
            dialog.action_reassign()
        dialog = self.dialog(task, who_kind="unit", unit_id=self.sibling.id)
        with self.assertRaises(UserError):
            dialog.action_reassign()
        self.assertEqual(task.addressee_unit_id, self.school)

    def test_an_officer_of_a_part_charges_only_that_part(self):
        inner = self.make_user("group_officer", ("officer", self.group))
        task = self.task_from_above(name="Việc của tổ")
        self.dialog(task, who_kind="unit", unit_id=self.group.id).action_reassign()
        dialog = self.dialog(task, inner, who_kind="unit", unit_id=self.other_group.id)
        with self.assertRaisesRegex(UserError, "Việc của tổ: .*not yours to charge"):
            dialog.action_reassign()
        self.dialog(task, inner, employee_id=self.teacher.employee_id.id).action_reassign()
        self.assertEqual(task.lead_user_id, self.teacher)

    def test_to_nobody_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "Say to whom"):
            self.dialog(self.task(), who_kind="position")

    def test_staff_has_no_such_dialog(self):
        with self.assertRaises(AccessError):
            self.dialog(self.task(), self.staff, employee_id=self.teacher.employee_id.id)


class TestClose(Tasks, DanChuCase):
    def test_the_officer_reports_for_those_without_a_login(self):
        cook = self.make_employee("Bùi Thị Bếp", self.school)
        kitchen = self.task(name="Công khai thực đơn", lead_employee_id=cook.id)
        signed = self.task(name="Ký cam kết", lead_employee_id=cook.id, needs_evidence=True)
        gone = self.task(name="Đã xong")
        self.as_user(gone, self.staff).action_done("Xong.")
        action = self.as_user(kitchen | signed | gone, self.officer).action_open_close()
        dialog = self.env[action["res_model"]].browse(action["res_id"]).with_user(self.officer)
        self.assertEqual(dialog.line_ids.task_id, kitchen | signed)
        dialog.result = "Đã thực hiện."
        dialog.line_ids[0].result = "Đã dán thực đơn."
        with (
            self.assertRaisesRegex(UserError, "“Ký cam kết” asks for evidence"),
            self.env.cr.savepoint(),
        ):
            dialog.action_close()
        self.assertEqual(kitchen.state, "todo")
        dialog.line_ids[1].write({"file": b"JVBERi0xLjQK", "file_name": "cam-ket.pdf"})
        dialog.action_close()
        self.assertEqual((kitchen | signed).mapped("state"), ["done", "done"])
        self.assertEqual(kitchen.result, "Đã dán thực đơn.")
        self.assertEqual(signed.result, "Đã thực hiện.")
        self.assertEqual(signed.evidence_ids.mapped("name"), ["cam-ket.pdf"])
        self.assertEqual(kitchen.done_by_id, self.officer)

    def test_not_those_of_other_sides(self):
        task = self.task_from_above()
        with self.assertRaisesRegex(UserError, "None of the tasks chosen"):
            self.as_user(task, self.upper_officer).action_open_close()
        line = {"task_id": task.id, "result": "Xong."}
        dialog = (
            self.env["dan_chu.task.close"]
            .with_user(self.upper_officer)
            .create({"line_ids": [Command.create(line)]})
        )
        with self.assertRaises(AccessError):
            dialog.action_close()

    def test_a_row_names_no_task_one_may_not_read(self):
        row = Command.create({"task_id": self.task_from_above().id})
        with self.assertRaises(AccessError):
            self.env["dan_chu.task.close"].with_user(self.staff).create({"line_ids": [row]})


class TestReminder(Tasks, DanChuCase):
    def text(self, tasks, user):
        return self.as_user(tasks, user).action_copy_reminder()["params"]["text"]

    def test_who_is_late_with_what_and_a_link(self):
        late, due, done = self.task(days=-3), self.task(days=2, name="Họp tổ"), self.task()
        self.as_user(done, self.staff).action_done("Xong.")
        text = self.text(late | due | done, self.officer)
        self.assertIn("chậm 3 ngày): staff", text)
        self.assertIn("Họp tổ", text)
        self.assertEqual(text.count("Niêm yết"), 1)
        self.assertTrue(text.endswith("/odoo/dan-chu-my-tasks"), text)
        self.assertTrue(self.text(late, self.officer).endswith(f"/dan-chu-my-tasks/{late.id}"))

    def test_another_house_is_named_not_its_people(self):
        task = self.task_from_above(days=-1)
        self.as_user(task, self.officer).write(
            {"who_kind": "employee", "lead_employee_id": self.staff.employee_id.id}
        )
        text = self.text(task, self.upper_officer)
        self.assertIn("Trường THPT Hoa Sen", text)
        self.assertNotIn("staff", text.split("Đề nghị")[0])

    def test_nobody_to_remind(self):
        task = self.task()
        self.as_user(task, self.staff).action_done("Xong.")
        with self.assertRaisesRegex(UserError, "nobody to remind"):
            self.text(task, self.officer)

    def test_only_what_one_may_read(self):
        other = self.make_user("other_teacher", ("staff", self.school))
        with self.assertRaises(AccessError):
            self.text(self.task(), other)

import time
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from tests.earlier_plans import EarlierPlanCase

HEAD = "STT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian\tSản phẩm\n"
TABLE = HEAD + (
    "1\tCông khai tài chính\tTổ Toán – Tin\tKế toán; Tổ Ngữ văn\tQuý III/2026\tThông báo\n"
    "2\tHội nghị viên chức\tHiệu trưởng\t\ttrước ngày 15/10\tNghị quyết\n"
    "3\tHọp giao ban\tđ/c Lê Thị Hạnh\t\thằng tháng\tBiên bản\n"
    "4\tThực hiện nội quy\tToàn thể viên chức\tUBND phường\tThường xuyên\t\n"
)


class TestTaskPaste(EarlierPlanCase):
    def _wizard(self, text, user=None, plan=None, **values):
        wizards = self.env["dan_chu.task.paste"].with_user(user or self.officer)
        plan = plan or self.plan()
        return wizards.create({"plan_id": plan.id, "pasted": text, **values})

    def _pasted(self, text, **values):
        wizard = self._wizard(text, **values)
        before = wizard.plan_id.task_ids
        wizard.action_paste()
        return (wizard.plan_id.task_ids - before).sorted("sequence")

    def test_a_table_becomes_tasks(self):
        open_, meeting, weekly, rules = self._pasted(TABLE)
        self.assertEqual(
            (open_.name, open_.product, open_.time_text),
            ("Công khai tài chính", "Thông báo", "Quý III/2026"),
        )
        self.assertEqual(
            (open_.time_kind, open_.date_start, open_.date_deadline),
            ("quarter", date(2026, 7, 1), date(2026, 9, 30)),
        )
        self.assertEqual((open_.who_kind, open_.addressee_unit_id), ("unit", self.group))
        self.assertEqual(open_.partner_ids.mapped("text"), ["Kế toán", "Tổ Ngữ văn"])
        self.assertEqual(open_.partner_ids[1].partner_unit_id, self.other_group)
        self.assertEqual((meeting.who_kind, meeting.lead_position), ("position", "Hiệu trưởng"))
        self.assertEqual(meeting.date_deadline, date(2026, 10, 14))
        self.assertEqual(
            (weekly.who_kind, weekly.lead_employee_id), ("employee", self.head.employee_id)
        )
        self.assertEqual(weekly.recurrence, "monthly")
        self.assertEqual(rules.who_kind, "all_staff")
        self.assertEqual(
            (rules.partner_ids.who_kind, rules.partner_ids.words), ("outside", "UBND phường")
        )

    def test_they_stand_behind_those_there_are_and_under_the_section_chosen(self):
        plan = self.plan()
        section = plan.section_ids[0]
        tasks = self._pasted(TABLE, plan=plan, section_id=section.id)
        self.assertEqual(tasks.mapped("sequence"), [3, 4, 5, 6])
        self.assertEqual(tasks.section_id, section)

    def test_a_heading_across_the_table_is_the_section_of_that_name(self):
        table = HEAD + "I\tNội dung\t\t\t\t\n1\tMột việc\tKế toán\t\tQuý I\t\n"
        plan = self.plan()
        task = self._pasted(table, plan=plan)
        self.assertEqual((task.name, task.section_id), ("Một việc", plan.section_ids[1]))

    def test_a_table_of_word_comes_as_html(self):
        html = (
            "<table><tr><td>Nhiệm vụ</td><td>Thời gian</td></tr>"
            "<tr><td><p>Công khai</p></td><td>Quý I</td></tr></table>"
        )
        task = self._pasted("Nhiệm vụ\nCông khai", pasted_html=html)
        self.assertEqual((task.name, task.time_text), ("Công khai", "Quý I"))

    def test_the_department_names_schools_and_its_own_offices(self):
        plan = self.plan(self.upper_officer, self.department)
        text = HEAD + ("1\tMột\tTrường THPT Hoa Sen\tVP\tQuý I\t\n2\tHai\tCác trường\t\tQuý II\t\n")
        first, second = self._pasted(text, plan=plan, user=self.upper_officer)
        self.assertEqual(first.addressee_unit_id, self.school)
        self.assertEqual(first.partner_ids.partner_unit_id, self.office)
        self.assertTrue(second.for_addressees)

    def test_a_unit_that_does_not_stand_below_is_words(self):
        task = self._pasted(HEAD + "1\tMột\tTrường THPT Sao Mai\t\tQuý I\t\n")
        self.assertEqual(task.addressee_unit_id, self.school)
        self.assertEqual(task._lead_text(), "Trường THPT Sao Mai")

    def test_while_a_row_is_wrong_nothing_is_written(self):
        text = TABLE + "5\tSai ngày\tKế toán\t\t31/2\t\n6\t\tKế toán\t\tQuý I\t\n"
        wizard = self._wizard(text)
        self.assertEqual((wizard.row_count, wizard.error_count), (4, 2))
        with self.assertRaises(UserError) as refused:
            wizard.action_paste()
        self.assertRegex(str(refused.exception), "Line 6: there is no such day: “31/2”")
        self.assertRegex(str(refused.exception), "Line 7: what is to be done is missing")
        self.assertEqual(len(wizard.plan_id.task_ids), 2)
        wizard.leaves_out_errors = True
        wizard.action_paste()
        self.assertEqual(len(wizard.plan_id.task_ids), 6)

    def test_what_would_be_due_before_the_plan_is_an_error_of_its_line(self):
        wizard = self._wizard(HEAD + "1\tMột\tKế toán\t\ttrước ngày 15/3/2025\t\n")
        self.assertEqual((wizard.row_count, wizard.error_count), (0, 1))
        self.assertIn("Line 2: it would be due before the plan begins", wizard.errors)

    def test_the_form_shows_the_first_rows_with_whom_they_mean(self):
        plan = self.plan()
        wizards = self.env["dan_chu.task.paste"].with_user(self.officer)
        form = Form(wizards.with_context(default_plan_id=plan.id))
        form.pasted = TABLE + "5\t<b>Đậm</b>\tKế toán\t\tQuý I\t\n"
        self.assertEqual(form.row_count, 5)
        preview = str(form.preview)
        self.assertIn("Tổ Toán – Tin (chủ trì); Kế toán, Tổ Ngữ văn (phối hợp)", preview)
        self.assertIn("Lê Thị Hạnh", preview)
        self.assertIn("&lt;b&gt;Đậm&lt;/b&gt;", preview)

    def test_a_name_that_two_have_is_kept_as_words_and_told(self):
        for _twin in range(2):
            self.make_employee("Phạm Văn Sinh", self.school)
        wizard = self._wizard(HEAD + "1\tMột\tPhạm Văn Sinh\tKế toán\tQuý I\t\n")
        self.assertEqual(wizard.doubtful, "Phạm Văn Sinh")
        wizard.action_paste()
        task = wizard.plan_id.task_ids.filtered(lambda task: task.name == "Một")
        self.assertEqual((task.who_kind, task.lead_position), ("position", "Phạm Văn Sinh"))
        self.assertFalse(self._wizard(TABLE).doubtful)

    def test_in_a_school_year_spring_is_that_of_the_second_year(self):
        plan = self.plan(period_kind="school_year", date_from="2025-09-01", date_to="2026-12-31")
        plan.write({"period_year": 2025, "date_to": "2026-08-31"})
        task = self._pasted(HEAD + "1\tMột\tKế toán\t\tTháng 3\t\n", plan=plan)
        self.assertEqual(task.date_deadline, date(2026, 3, 31))

    def test_an_issued_plan_takes_nothing(self):
        wizard = self._wizard(TABLE, plan=self.issue(self.plan()))
        with self.assertRaisesRegex(UserError, "is issued and does not change"):
            wizard.action_paste()

    def test_nothing_pasted_is_said(self):
        with self.assertRaisesRegex(UserError, "No task was found"):
            self._wizard("\n").action_paste()

    def test_others_have_no_business_with_it(self):
        plan = self.plan()
        for user in (self.staff, self.inspector, self.upper_officer, self.manager):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self._wizard(TABLE, user=user, plan=plan)
        mine = self._wizard(TABLE, plan=plan)
        with self.assertRaises(AccessError):
            self.as_user(mine, self.two_roles).action_paste()

    def test_ten_thousand_rows_with_ten_wrong_ones(self):
        whos = ("Tổ Toán – Tin", "Kế toán", "Lê Thị Hạnh", "Toàn thể viên chức", "UBND tỉnh")
        lines = [
            f"{place}\tNhiệm vụ {place}\t{whos[place % 5]}\tTổ Ngữ văn\t"
            + ("ngày 31/2" if place % 1000 == 7 else "trước ngày 15/10")
            for place in range(10_000)
        ]
        wizard = self._wizard(HEAD + "\n".join(lines))
        self.assertEqual((wizard.row_count, wizard.error_count), (9_990, 10))
        with self.assertRaises(UserError) as refused:
            wizard.action_paste()
        self.assertEqual(str(refused.exception).count("there is no such day"), 10)
        self.assertEqual(len(wizard.plan_id.task_ids), 2)
        wizard.leaves_out_errors = True
        begun, queries = time.monotonic(), self.env.cr.sql_log_count
        wizard.action_paste()
        self.env.flush_all()
        self.assertEqual(len(wizard.plan_id.task_ids), 9_992)
        self.assertLess(time.monotonic() - begun, 60)
        self.assertLess(self.env.cr.sql_log_count - queries, 1_500)

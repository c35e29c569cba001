from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import Form

from tests.earlier_plans import EarlierPlanCase


class TestCopy(EarlierPlanCase):
    def _next(self, plan):
        action = plan.with_user(self.officer).action_copy_next_period()
        return self.env["dan_chu.plan"].browse(action["res_id"])

    def test_the_plan_of_the_next_year(self):
        plan = self.plan()
        new = self._next(plan)
        self.assertEqual(new.title, "Thực hiện dân chủ ở cơ sở năm 2027")
        self.assertEqual((new.date_from, new.date_to), (date(2027, 1, 1), date(2027, 12, 31)))
        self.assertEqual((new.period_year, new.state, new.number), (2027, "draft", False))
        self.assertEqual(new.basis_ids.words, "tình hình thực tế của đơn vị")
        self.assertEqual(new.purpose_ids, plan.purpose_ids)
        self.assertEqual(
            new.section_ids[2].text,
            "Theo Kế hoạch 25/KH-UBND ngày 02/02/2026; xong năm 2027.",
        )

    def test_times_of_tasks_move_in_words_and_in_days(self):
        meeting, report = self._next(self.plan()).task_ids.sorted("sequence")
        self.assertEqual((meeting.name, meeting.time_text), ("Hội nghị năm 2027", "Quý III/2027"))
        self.assertEqual(
            (meeting.date_start, meeting.date_deadline), (date(2027, 7, 1), date(2027, 9, 30))
        )
        self.assertEqual(
            (report.time_text, report.date_deadline), ("Trước ngày 15/12", date(2027, 12, 14))
        )
        self.assertEqual(meeting.partner_ids.words, "Kế toán")
        self.assertEqual(report.lead_employee_id, self.staff.employee_id)

    def test_rows_stand_under_the_sections_of_the_new_plan(self):
        new = self._next(self.plan())
        self.assertEqual(new.target_ids.section_id, new.section_ids[1])
        self.assertEqual(new.task_ids.section_id, new.section_ids[1])

    def test_targets_come_without_results(self):
        plan = self.issue(self.plan())
        plan.target_ids.with_user(self.officer).write({"result": 97, "result_on": "2026-12-01"})
        target = self._next(plan).target_ids
        self.assertEqual((target.name, target.value), ("Công khai đúng hạn năm 2027", 100))
        self.assertEqual((target.baseline_name, target.date_due), ("năm 2026", date(2027, 11, 30)))
        self.assertEqual((target.result_on, target.result, target.met), (False, 0, "unknown"))

    def test_what_was_given_and_done_begins_anew(self):
        plan = self.issue(self.plan())
        report = plan.task_ids.filtered(lambda task: task.name == "Báo cáo")
        report.with_user(self.officer).result = "Đã gửi"
        new = self._next(plan)
        self.assertFalse(any(new.task_ids.mapped("given_on")))
        self.assertFalse(any(new.task_ids.mapped("result")))
        self.assertEqual(set(new.task_ids.mapped("state")), {"todo"})
        self.assertEqual(len(new.task_ids), 2)

    def test_cancelled_tasks_are_left_behind(self):
        plan = self.issue(self.plan())
        plan.task_ids[0].with_user(self.officer).action_cancel("Không còn cần")
        self.assertEqual(len(self._next(plan).task_ids), 1)

    def test_the_parts_of_a_task_are_not_tasks_of_the_new_plan(self):
        plan = self.plan()
        self.env["dan_chu.task"].with_user(self.officer).create(
            {
                "plan_id": plan.id,
                "name": "Họp giao ban",
                "time_kind": "recurring",
                "time_text": "Hằng tháng",
                "recurrence": "monthly",
            }
        )
        self.issue(plan)
        self.assertGreater(self.env["dan_chu.task"].search_count([("plan_id", "=", plan.id)]), 3)
        new = self._next(plan)
        tasks = self.env["dan_chu.task"].search([("plan_id", "=", new.id)])
        self.assertEqual(len(tasks), 3)
        self.assertEqual(set(tasks.mapped("row_kind")), {"main"})

    def test_who_has_left_owes_nothing_any_more(self):
        plan = self.plan()
        self.quiet["hr.employee"].browse(self.staff.employee_id.id).dan_chu_unit_id = self.sibling
        report = self._next(plan).task_ids.filtered(lambda task: task.name == "Báo cáo")
        self.assertEqual((report.who_kind, report.lead_employee_id.id), ("unit", False))
        self.assertEqual(report.addressee_unit_id, self.school)

    def test_upper_plans_are_named_anew(self):
        upper = self.issue(
            self.plan(self.upper_officer, self.department),
            self.upper_officer,
            self.make_user("director", ("head", self.department)),
        )
        plan = self.plan(upper_ids=[Command.create({"revision_id": upper.revision_ids.id})])
        self.assertTrue(plan.upper_ids)
        self.assertFalse(self._next(plan).upper_ids)

    def test_a_plan_that_replaces_another_has_all_of_it(self):
        plan = self.issue(self.plan())
        action = plan.with_user(self.officer).action_follow_up("replaces")
        new = self.env["dan_chu.plan"].browse(action["res_id"])
        self.assertEqual(new.follows_id, plan.document_id)
        self.assertEqual(new.section_ids.mapped("text"), plan.section_ids.mapped("text"))
        self.assertEqual(new.target_ids.mapped("name"), plan.target_ids.mapped("name"))
        self.assertEqual(new.task_ids.mapped("name"), plan.task_ids.mapped("name"))
        self.assertEqual(new.task_ids.mapped("time_text"), plan.task_ids.mapped("time_text"))
        self.assertFalse(any(new.task_ids.mapped("given_on")))
        self.assertFalse(new.addressee_ids)
        self.assertEqual(new.task_ids.section_id, new.section_ids[1])

    def test_it_is_the_officers_to_do(self):
        plan = self.plan()
        for user in (self.staff, self.inspector, self.upper_officer):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.as_user(plan, user).action_copy_next_period()


class TestBegin(EarlierPlanCase):
    def _wizard(self, user=None, **values):
        wizards = self.env["dan_chu.plan.begin"].with_user(user or self.officer)
        return wizards.create({"unit_id": self.school.id, **values})

    def _begun(self, wizard):
        return self.env["dan_chu.plan"].browse(wizard.action_begin()["res_id"])

    def test_the_form_shows_what_will_come(self):
        plan = self.plan()
        form = Form(self.env["dan_chu.plan.begin"].with_user(self.officer))
        self.assertEqual(form.unit_id, self.school)
        form.begin_from = "plan"
        form.plan_id = plan
        self.assertEqual(form.year, 2027)
        self.assertEqual(form.title, "Thực hiện dân chủ ở cơ sở năm 2027")
        self.assertEqual((form.section_count, form.task_count), (3, 2))
        form.year = 2028
        self.assertEqual(form.period_name, "năm 2028")
        form.begin_from = "template"
        form.template_id = self.env.ref("dan_chu_co_so.plan_template_skilful")
        self.assertIn("Dân vận khéo", form.title)

    def test_from_an_earlier_plan_of_another_year(self):
        plan = self.plan()
        new = self._begun(self._wizard(begin_from="plan", plan_id=plan.id, year=2029))
        self.assertEqual(new.title, "Thực hiện dân chủ ở cơ sở năm 2029")
        self.assertEqual(new.task_ids.sorted("sequence")[0].date_deadline, date(2029, 9, 30))

    def test_an_officer_of_two_houses_takes_a_plan_to_the_other(self):
        self.assign(self.upper_officer, "officer", self.school)
        self.department.place = "Lam Châu"
        plan = self.plan(self.upper_officer, self.department)
        task = plan.task_ids[0]
        task.partner_ids = [Command.create({"who_kind": "unit", "partner_unit_id": self.office.id})]
        wizard = self._wizard(self.upper_officer, begin_from="plan", plan_id=plan.id, year=2027)
        new = self._begun(wizard)
        self.assertEqual(new.unit_id, self.school)
        self.assertEqual(new.symbol, "KH-HS")
        self.assertEqual(set(new.task_ids.addressee_unit_id), {self.school})
        self.assertFalse(new.task_ids.partner_ids.partner_unit_id)
        self.assertIn("Văn phòng Sở", new.task_ids.partner_ids.mapped("text"))

    def test_from_the_plan_of_a_unit_above_that_was_sent(self):
        plan = self.plan(self.upper_officer, self.department)
        plan.section_ids[1].goes_down = True
        plan.addressee_ids = [Command.create({"unit_id": self.school.id, "must_plan": False})]
        director = self.make_user("director", ("head", self.department))
        self.issue(plan, self.upper_officer, director)
        wizard = self._wizard(begin_from="upper", revision_id=plan.revision_ids.id)
        self.assertIn(plan.revision_ids, wizard.allowed_revision_ids)
        new = self._begun(wizard)
        self.assertEqual(new.unit_id, self.school)
        self.assertEqual(new.upper_ids.revision_id, plan.revision_ids)
        self.assertEqual(new.basis_ids.revision_id, plan.revision_ids)
        self.assertEqual(new.section_ids.mapped("text"), plan.section_ids[1:].mapped("text"))
        self.assertEqual(self._begun(wizard), new, "Beginning again opens what there is.")

    def test_from_the_plan_of_a_unit_above_that_was_not_sent(self):
        plan = self.plan(self.upper_officer, self.department)
        director = self.make_user("director", ("head", self.department))
        self.issue(plan, self.upper_officer, director)
        wizard = self._wizard(begin_from="upper", revision_id=plan.revision_ids.id)
        new = self._begun(wizard)
        self.assertEqual(new.upper_ids.revision_id, plan.revision_ids)
        self.assertEqual((new.title, new.date_to), (plan.title, plan.date_to))
        self.assertFalse(new.section_ids)

    def test_plans_of_neighbours_and_of_units_below_are_not_offered(self):
        other = self.make_user("other", ("officer", self.sibling))
        chief = self.make_user("chief", ("head", self.sibling))
        self.issue(self.plan(other, self.sibling), other, chief)
        wizard = self._wizard()
        self.assertFalse(wizard.allowed_revision_ids)

    def test_nothing_chosen_is_said(self):
        with self.assertRaisesRegex(UserError, "Choose what the plan begins from"):
            self._wizard(begin_from="plan").action_begin()

    def test_a_year_has_four_digits(self):
        template = self.env.ref("dan_chu_co_so.plan_template_skilful")
        with self.assertRaisesRegex(UserError, "“26” is not a year"):
            self._wizard(template_id=template.id, year=26).action_begin()

    def test_a_plan_is_begun_where_one_is_officer(self):
        template = self.env.ref("dan_chu_co_so.plan_template_skilful")
        with self.assertRaises(AccessError):
            self._wizard(self.two_roles, unit_id=self.sibling.id, template_id=template.id)
        wizard = self._wizard(self.two_roles, template_id=template.id)
        wizard.unit_id = self.sibling
        with self.assertRaises(AccessError):
            self.as_user(wizard, self.two_roles).action_begin()

    def test_the_plan_of_another_house_is_not_read_through_the_wizard(self):
        plan = self.plan(self.upper_officer, self.department)
        with self.assertRaises(AccessError):
            wizard = self._wizard(begin_from="plan", plan_id=plan.id, year=2027)
            self.as_user(wizard, self.officer).action_begin()

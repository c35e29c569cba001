from datetime import timedelta

from odoo.fields import Command
from odoo.tests import Form

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.plans import PlanCase

SHARED = {"for_addressees": True, "name": "Tổ chức hội nghị"}


class TestProgress(PlanCase):
    def _done(self, tasks):
        for task in tasks.sudo():
            task.action_done("Xong.")

    def _figures(self, plan):
        self.env.invalidate_all()
        return plan.task_done, plan.task_total, plan.task_late

    def test_done_of_all_right_after_each_step(self):
        # Two days: late is told by the clock of who looks, who may still be a day behind.
        past = today() - timedelta(days=2)
        plan = self.plan(self.school, tasks=[{}, {"date_deadline": past}, {}, {}])
        self.issue(plan)
        self.assertEqual(self._figures(plan), (0, 4, 1))
        late = plan.task_ids.filtered("is_late")
        self._done(late)
        self.assertEqual(self._figures(plan), (1, 4, 0))
        self.assertEqual(plan.progress, 25)
        (plan.task_ids - late)[0].with_user(self.officer).action_cancel("Thôi.")
        self.assertEqual(self._figures(plan), (1, 3, 0))
        self.assertAlmostEqual(plan.progress, 100 / 3, 1)
        late.with_user(self.officer).action_send_back("Thiếu.")
        self.assertEqual(self._figures(plan), (0, 3, 1))

    def test_with_their_weights(self):
        plan = self.issue(self.plan(self.school, tasks=[{"weight": 3}, {"weight": 1}]))
        self._done(plan.task_ids.filtered(lambda task: task.weight == 3))
        self.assertEqual(plan.progress, 75)

    def test_a_partner_works_on_the_same_task_and_the_list_shows_what_is_counted(self):
        partner = {"who_kind": "unit", "partner_unit_id": self.other_group.id}
        plan = self.plan(self.school, tasks=[{"partner_ids": [Command.create(partner)]}, {}])
        self.issue(plan)
        self.assertEqual(self._figures(plan), (0, 2, 0))
        listed = self.env["dan_chu.task"].search(plan.action_open_tasks()["domain"])
        self.assertEqual(listed, plan.task_ids)
        plan.task_ids[1].with_user(self.officer).action_cancel("Thôi.")
        self.assertEqual(self._figures(plan), (0, 1, 0))
        listed = self.env["dan_chu.task"].search(plan.action_open_tasks()["domain"])
        self.assertEqual(listed, plan.task_ids[0])

    def test_no_task_no_progress(self):
        plan = self.issue(self.plan(self.school))
        self.assertEqual((plan.progress, plan.tree_progress), (0, 0))

    def test_a_draft_of_a_unit_below_is_not_counted_until_it_is_issued(self):
        upper = self.issue(self.plan(below=self.school, tasks=[SHARED, {}]))
        lower = self.row(upper, self.school).lower_plan_id.with_user(self.officer)
        self.task(lower, {}, {}, {})
        self.env.invalidate_all()
        self.assertEqual((upper.task_total, upper.tree_total), (2, 2))
        self.issue(lower)
        self._done(lower.task_ids[:2])
        self.env.invalidate_all()
        self.assertEqual((upper.task_total, upper.tree_total), (2, 5))
        self.assertEqual((upper.task_done, upper.tree_done), (0, 2))
        self.assertEqual(upper.tree_progress, 40)
        lower.with_user(self.head).action_withdraw("Ban hành nhầm.")
        self.env.invalidate_all()
        self.assertEqual(upper.tree_total, 2)

    def test_one_that_answers_two_in_a_tree_is_counted_once(self):
        """By two ways from the top to one plan: through each of two plans in between."""
        top = self.issue(self.plan(below=self.school, tasks=[{}]))
        second = self.issue(self.plan(below=self.school, tasks=[{}]))
        own = self.issue(self.plan(self.school, tasks=[{}, {}]))
        for plan in (top, second):
            self.row(plan, self.school).action_link(own.sudo())
        # The second plan is itself an answer to the first: its house is the same department.
        self.env["dan_chu.plan.addressee"].create(
            {"plan_id": top.id, "unit_id": self.sibling.id}
        ).sudo()._put({"lower_plan_id": second.id})
        self.env.invalidate_all()
        self.assertEqual(top.tree_total, 4)
        self.assertEqual(len(top._tree_ids()), 3)

    def test_by_section(self):
        plan = self.plan(self.school)
        first, second = plan.section_ids._in_order()[:2]
        self.task(plan, {"section_id": first.id}, {"section_id": second.id}, {}, {})
        self.issue(plan)
        self._done(plan.task_ids.filtered("section_id")[0])
        rows = plan._progress_by_section()
        self.assertEqual(
            [(section, figures[:2]) for section, figures in rows],
            [(first, [1, 1]), (second, [1, 0]), (first.browse(), [2, 0])],
        )

    def test_by_unit_over_the_whole_tree(self):
        upper = self.issue(self.plan(below=self.schools, tasks=[SHARED, {}]))
        lower = self.row(upper, self.school).lower_plan_id.with_user(self.officer)
        self.task(lower, {"addressee_unit_id": self.group.id})
        self.issue(lower)
        main = upper.task_ids.sudo()[0]
        self._done(main.child_ids.filtered(lambda row: row.addressee_unit_id == self.sibling))
        self.env.invalidate_all()
        figures = {unit: numbers[:2] for unit, numbers in upper._progress_by_unit()}
        self.assertEqual(
            figures,
            {
                self.department: [1, 0],
                self.school: [2, 0],
                self.sibling: [1, 1],
                self.ward_school: [1, 0],
            },
        )

    def test_targets_met(self):
        rows = [{"name": f"Chỉ tiêu {n}", "value": 90} for n in range(3)]
        plan = self.issue(self.plan(self.school, target_ids=[Command.create(row) for row in rows]))
        plan.target_ids[0].write({"result": 91, "result_on": today()})
        plan.target_ids[1].write({"result": 89, "result_on": today()})
        self.assertEqual((plan.target_met, plan.target_total), (1, 3))


class TestGrowth(PlanCase):
    """A plan of three hundred tasks costs as many queries as one of thirty."""

    def _plan(self, count):
        row = {
            "who_kind": "employee",
            "lead_employee_id": self.staff.employee_id.id,
            "date_deadline": today(),
        }
        plan = self.plan(self.school)
        sections = plan.section_ids
        self.task(
            plan, *({**row, "section_id": sections[n % len(sections)].id} for n in range(count))
        )
        plan.target_ids = [
            Command.create({"name": f"Chỉ tiêu {n}", "value": 1}) for n in range(count // 10)
        ]
        return self.issue(plan)

    def _queries(self, call):
        call()
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        call()
        return self.env.cr.sql_log_count - before

    def test_the_form_and_the_progress(self):
        small, large = self._plan(30), self._plan(300)
        specification = Form(small)._view["fields_spec"]
        self.assertEqual(
            *(self._queries(lambda p=plan: p.web_read(specification)) for plan in (small, large))
        )
        for plan in (small, large):
            self.assertEqual(self._queries(plan._figures), 1)
        self.assertEqual(
            *(self._queries(lambda p=p: p._progress_by_section()) for p in (small, large))
        )

    def test_tasks_of_the_upper_plan_cost_no_queries_each_when_they_go_down(self):
        costs = []
        for count in (3, 30):
            plan = self.plan(below=self.schools, tasks=[SHARED] * count)
            plan.action_submit()
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            plan.with_user(self.upper_head).action_issue()
            self.env.flush_all()
            costs.append(self.env.cr.sql_log_count - before)
        # A batch of a hundred rows is one INSERT more.
        self.assertLessEqual(costs[1] - costs[0], 12)

    def test_a_unit_more_costs_few(self):
        below = self.schools
        for n in range(27):
            below |= self.make_unit(f"Trường số {n}", "primary_school", self.department)
        costs = []
        for count in (3, 15, 23):
            plan = self.plan(below=below[:count], tasks=[SHARED] * 3)
            plan.action_submit()
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            plan.with_user(self.upper_head).action_issue()
            self.env.flush_all()
            costs.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual((costs[2] - costs[1]) / 8, 5)

"""Plans over real RPC: the table of units below, and what was issued."""

from odoo.fields import Command

from tests.access.plan_attacks import ADDRESSEE, PLAN, SECRET, TARGET, PlanAttacks


class TestTable(PlanAttacks):
    def test_who_receives_a_plan_writes_nothing_in_its_table(self):
        for vals in (
            {"state": "issued"},
            {"date_due": "2030-01-01"},
            {"must_plan": False},
            {"lower_plan_id": self.own.id},
            {"sender_unit_id": self.school.id},
        ):
            for user in self._from_below():
                self.assert_refused(user, ADDRESSEE, "write", self.row.ids, vals=vals)
        for method in ("unlink", "action_remind"):
            for user in self._from_below():
                self.assert_refused(user, ADDRESSEE, method, self.row.ids)

    def test_nobody_puts_a_unit_into_the_table_of_another(self):
        values = {"plan_id": self.next_year.id, "unit_id": self.school.id}
        for user in (*self._from_below(), self.sibling_officer, self.manager):
            for more in ({}, {"sender_unit_id": self.school.id}):
                self.assert_refused(user, ADDRESSEE, "create", vals_list=[{**values, **more}])
                context = {f"default_{name}": value for name, value in {**values, **more}.items()}
                self.assert_refused(user, ADDRESSEE, "create", vals_list=[{}], context=context)
        below = self.make_unit("Cơ sở 2", "public_unit", self.school)
        own = {"plan_id": self.own.id, "unit_id": below.id}
        row = self.env[ADDRESSEE].create(own)
        for vals in ({"plan_id": self.next_year.id}, {"sender_unit_id": self.department.id}):
            self.assert_refused(self.officer, ADDRESSEE, "write", row.ids, vals=vals)
        for unit in (self.sibling, self.department, self.elsewhere):
            vals = {"unit_id": unit.id}
            self.assert_refused(self.officer, ADDRESSEE, "write", row.ids, vals=vals)
            self.assert_refused(self.officer, ADDRESSEE, "create", vals_list=[{**own, **vals}])

    def test_who_sends_it_types_in_no_answer(self):
        for vals in (
            {"state": "issued"},
            {"issued_on": "2026-01-01"},
            {"lower_plan_id": self.own.id},
            {"sent_on": False},
            {"revision_id": False},
            {"must_plan": False},
            {"unit_id": self.sibling.id},
            {"plan_name": "Khác"},
            {"sender_unit_id": self.school.id},
        ):
            for user in (self.upper_officer, self.upper_head):
                self.assert_refused(user, ADDRESSEE, "write", self.row.ids, vals=vals)
        asked = {
            "state": "issued",
            "issued_on": "2026-01-01",
            "lower_plan_id": self.lower.id,
            "sent_on": "2026-01-01 00:00:00",
            "revision_id": self.upper.revision_ids.id,
            "plan_name": "Khác",
            "reminded_on": "2026-01-01",
        }
        values = {"plan_id": self.next_year.id, "unit_id": self.school.id}
        by_default = {f"default_{name}": value for name, value in asked.items()}
        for vals, context in (({**values, **asked}, {}), (values, by_default)):
            for _door, made in self.by_each_door(
                self.upper_officer, ADDRESSEE, "create", vals_list=[vals], context=context
            ):
                row = self.env[ADDRESSEE].browse(made)
                self.assertEqual(row.state, "not_sent")
                for name in asked.keys() - {"state"}:
                    self.assertFalse(row[name], name)

    def test_a_plan_is_linked_and_begun_by_who_was_asked_for_it(self):
        foreign = self.make_plan(self.sibling, title=SECRET)
        for plan in (foreign, self.next_year, self.upper):
            for user in (self.officer, self.head):
                reason = self.assert_refused(
                    user, ADDRESSEE, "action_link", self.row.ids, plan=plan.id
                )
                self.assertNotIn(SECRET, reason.message)
        for user in (*self._from_above(), self.sibling_officer, self.staff, self.part_officer):
            for method, arguments in (("action_link", {"plan": self.own.id}), ("action_begin", {})):
                self.assert_refused(user, ADDRESSEE, method, self.row.ids, **arguments)
        values = {"addressee_id": self.row.id, "plan_id": foreign.id}
        for user in (self.officer, self.upper_officer, self.sibling_officer):
            self.assert_refused(user, "dan_chu.plan.link", "create", vals_list=[values])

    def test_figures_of_drafts_do_not_go_up(self):
        figures = ["tree_total", "tree_done", "task_total", "target_total", "progress_sheet"]
        before = self.by_session(self.upper_officer, PLAN, "read", self.upper.ids, fields=figures)
        self.env.invalidate_all()
        self.lower.task_ids = [Command.create({"name": SECRET}) for _n in range(7)]
        for context in ({}, {"active_test": False, "su": True}):
            after = self.by_session(
                self.upper_officer,
                PLAN,
                "read",
                self.upper.ids,
                fields=figures,
                context=context,
            )
            self.env.invalidate_all()
            self.assertEqual(after, before)
        action = self.by_session(self.upper_officer, PLAN, "action_open_tasks", self.upper.ids)
        self.env.invalidate_all()
        self.assertNotIn(self.lower.id, action["domain"][0][2])
        found = self.by_session(
            self.upper_officer, "dan_chu.task", "search_read", domain=action["domain"]
        )
        self.env.invalidate_all()
        self.assertNotIn(SECRET, str(found))

    def test_tasks_of_an_issued_lower_plan_are_counted_and_not_read(self):
        self.lower.signatory_ids = [Command.create({"name": "Nguyễn Văn Ký"})]
        self.lower.action_submit()
        self.lower.action_issue()
        self.env.invalidate_all()
        plan = self.upper.with_user(self.upper_officer)
        self.assertEqual(plan.tree_total, plan.task_total + 3)
        action = self.by_session(self.upper_officer, PLAN, "action_open_tasks", self.upper.ids)
        self.env.invalidate_all()
        self.assertIn(self.lower.id, action["domain"][0][2])
        for user in self._from_above():
            for _door, found in self.by_each_door(
                user, "dan_chu.task", "search", domain=[("plan_id", "=", self.lower.id)]
            ):
                self.assertFalse(found)


class TestIssued(PlanAttacks):
    def test_content_moves_into_no_other_plan(self):
        other = self.make_plan(self.school, "issued", number="982")
        for row in (self.own.section_ids, self.own.target_ids):
            for vals in (
                {"plan_id": other.id},
                {"plan_id": self.next_year.id},
                {"document_id": other.document_id.id},
                {"unit_id": self.sibling.id},
            ):
                for user in (self.officer, self.head):
                    self.assert_refused(user, row._name, "write", row.ids, vals=vals)
        for name in ("section_ids", "target_ids"):
            for plan in (other, self.next_year):
                vals = {name: [Command.link(plan[name][:1].id)]}
                self.assert_refused(self.officer, PLAN, "write", self.own.ids, vals=vals)
        upper = {"upper_ids": [Command.create({"upper_plan_id": self.next_year.id})]}
        self.assert_refused(self.officer, PLAN, "write", self.own.ids, vals=upper)

    def test_results_are_written_by_the_house_of_the_plan(self):
        target = self.upper.target_ids
        vals = {"result": 100, "result_on": "2026-06-30"}
        for user in (*self._from_below(), self.sibling_officer, self.upper_supervisor):
            self.assert_refused(user, TARGET, "write", target.ids, vals=vals)
            nested = {"target_ids": [Command.update(target.id, vals)]}
            self.assert_refused(user, PLAN, "write", self.upper.ids, vals=nested)
        for _door, answer in self.by_each_door(
            self.upper_officer, TARGET, "write", target.ids, vals=vals
        ):
            self.assertTrue(answer)

    def test_no_plan_goes_to_or_comes_from_another_house(self):
        for user in (self.officer, self.two_roles):
            for vals in ({"unit_id": self.sibling.id}, {"unit_id": self.department.id}):
                self.assert_refused(user, PLAN, "write", self.own.ids, vals=vals)
                self.assert_refused(user, PLAN, "copy", self.own.ids, default=vals)
                values = {"title": "x", "date_from": "2026-01-01", "date_to": "2026-12-31"}
                self.assert_refused(user, PLAN, "create", vals_list=[{**values, **vals}])
                begin = {**vals, "begin_from": "plan", "plan_id": self.own.id}
                self.assert_refused(user, "dan_chu.plan.begin", "create", vals_list=[begin])
        for model in ("dan_chu.plan.send", "dan_chu.plan.paste", "dan_chu.task.paste"):
            for plan in (self.next_year, self.upper):
                for user in (self.officer, self.head, self.sibling_officer):
                    values = {"plan_id": plan.id}
                    self.assert_refused(user, model, "create", vals_list=[values])

    def test_a_task_is_put_into_no_plan_of_others_or_issued(self):
        issued = self.make_plan(self.school, "issued", number="983")
        for plan in (self.next_year, self.upper, issued):
            values = {"name": "Chen vào", "plan_id": plan.id}
            for user in (self.officer, self.head):
                self.assert_refused(user, "dan_chu.task", "create", vals_list=[values])
                self.assert_refused(
                    user,
                    "dan_chu.task",
                    "create",
                    vals_list=[{"name": "Chen vào"}],
                    context={"default_plan_id": plan.id},
                )
        section = self.next_year.section_ids.id
        task = self.make_task(self.school)
        vals = {"section_id": section}
        reason = self.assert_refused(self.officer, "dan_chu.task", "write", task.ids, vals=vals)
        self.assertNotIn(SECRET, reason.message)

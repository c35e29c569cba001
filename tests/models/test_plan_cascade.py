from datetime import timedelta
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today
from odoo.addons.dan_chu_co_so.models import plan_cascade

from tests.plans import PlanCase

SHARED = {"for_addressees": True, "name": "Tổ chức hội nghị"}


class TestCascade(PlanCase):
    def _sent(self, below=None, **values):
        values.setdefault("tasks", [SHARED])
        return self.issue(self.plan(below=self.schools if below is None else below, **values))

    def _lower(self, plan, unit):
        return self.row(plan, unit).lower_plan_id

    def test_each_gets_a_draft_that_follows_the_upper_plan(self):
        upper = self._sent(purpose_ids=[Command.set(self.democracy.ids)])
        for unit in self.schools:
            draft = self._lower(upper, unit)
            self.assertEqual((draft.state, draft.unit_id), ("draft", unit))
            self.assertEqual(draft.basis_ids[0].revision_id, upper.sudo().revision_ids)
            self.assertEqual(draft.basis_ids[0].verb, "carrying_out")
            self.assertEqual(draft.sudo().upper_plan_ids.ids, upper.ids)
            self.assertEqual((draft.date_from, draft.date_to), (upper.date_from, upper.date_to))
            self.assertEqual(draft.purpose_ids, self.democracy)
        own = self._lower(upper, self.school).with_user(self.officer)
        self.assertIn("Sở Giáo dục và Đào tạo Lam Châu", own.opening_usual)

    def test_sections_go_down_with_all_that_stands_under_them(self):
        draft = self._lower(self._sent(), self.school)
        self.assertEqual(
            [(row.level, row.role, row.text) for row in draft.section_ids._in_order()],
            [
                (1, "heading", "NỘI DUNG"),
                (2, "heading", "Công khai"),
                (3, "dash", "Công khai tài chính."),
                (2, "heading", "Hội nghị"),
                (2, "paragraph", "Các đơn vị báo cáo."),
            ],
        )

    def test_the_whole_text_goes_down_if_no_section_is_ticked(self):
        upper = self.plan(below=self.school)
        upper.section_ids.goes_down = False
        draft = self._lower(self.issue(upper), self.school)
        self.assertEqual(
            draft.section_ids._in_order().mapped("text"),
            upper.section_ids._in_order().mapped("text"),
        )
        self.assertEqual(len(draft.section_ids), 8)

    def test_a_number_that_came_later_is_known_below(self):
        upper = self._sent(below=self.school)
        row = self.row(upper, self.school)
        self.assertEqual(row.plan_name, f"Kế hoạch: {upper.title}")
        upper.action_fill_number("63")
        self.assertEqual(row.plan_name, f"Kế hoạch {upper.reference}: {upper.title}")
        owed = upper.task_ids.child_ids
        self.assertEqual(set(owed.mapped("source_text")), {f"Kế hoạch {upper.reference}"})

    def test_each_owes_the_tasks_for_all_and_reads_the_paper(self):
        upper = self._sent(tasks=[SHARED, {"name": "Việc của Sở"}])
        main = upper.task_ids[0]
        self.assertEqual(main.child_ids.addressee_unit_id, self.schools)
        self.assertEqual(set(main.child_ids.mapped("row_kind")), {"addressee"})
        self.assertFalse(main.is_counted)
        self.assertFalse(upper.task_ids[1].child_ids)
        own = self.env["dan_chu.task"].with_user(self.sibling_officer)
        self.assertEqual(own.search([]).mapped("name"), ["Tổ chức hội nghị"])
        mail = self.env["dan_chu.delivery"].with_user(self.sibling_officer).search([])
        self.assertEqual(mail.revision_id, upper.revision_ids.with_user(self.sibling_officer))

    def test_what_recurs_recurs_in_each_unit(self):
        quarterly = {**SHARED, "time_kind": "recurring", "recurrence": "yearly"}
        main = self._sent(tasks=[quarterly], below=self.school | self.sibling).task_ids
        self.assertEqual(len(main.child_ids), 2)
        self.assertEqual(main.child_ids.child_ids.mapped("row_kind"), ["occurrence"] * 2)
        self.assertFalse(any(main.child_ids.mapped("is_counted")))
        self.assertEqual(main.plan_id.task_total, 2)

    def test_one_that_only_carries_out_makes_no_plan(self):
        upper = self.plan(tasks=[SHARED])
        upper.addressee_ids = [Command.create({"unit_id": self.school.id, "must_plan": False})]
        row = self.row(self.issue(upper), self.school)
        self.assertEqual((row.state, bool(row.lower_plan_id)), ("not_asked", False))
        self.assertEqual(upper.task_ids.child_ids.addressee_unit_id, self.school)

    def test_a_task_that_was_cancelled_goes_to_nobody_more(self):
        upper = self._sent(below=self.school)
        upper.task_ids.with_user(self.upper_officer).action_cancel("Lùi sang năm sau.")
        upper.addressee_ids = [Command.create({"unit_id": self.sibling.id})]
        upper.action_cascade()
        self.assertEqual(upper.task_ids.child_ids.addressee_unit_id, self.school)

    def test_only_to_those_below(self):
        with self.assertRaisesRegex(UserError, "does not stand below"):
            self.plan(below=self.ward)
        with self.assertRaisesRegex(UserError, "does not stand below"):
            self.plan(below=self.division)

    def test_by_whom(self):
        plan = self.plan(below=self.school)
        for user in (self.officer, self.staff, self.upper_supervisor):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.as_user(plan, user).action_cascade()
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.as_user(plan, user).action_stop_sending()

    def test_one_word_a_person(self):
        upper = self._sent(tasks=[SHARED] * 5)
        every = self.env["mail.activity"].search([("res_model", "=", "dan_chu.task")])
        self.assertFalse(every)
        told = self.env["mail.activity"].search([("activity_type_id", "=", self.kind_of_ask.id)])
        people = self.officer | self.two_roles | self.sibling_officer | self.ward_officer
        self.assertEqual(told.user_id, people)
        self.assertEqual(len(told), 4)
        drafts = upper.addressee_ids.sudo().lower_plan_id
        self.assertEqual(set(told.mapped("res_id")), set(drafts.ids))


class TestNothingDouble(PlanCase):
    def _counts(self, plan):
        rows = plan.addressee_ids.sudo()
        return (
            len(rows),
            self.env["dan_chu.plan"].search_count([("upper_ids.upper_plan_id", "=", plan.id)]),
            len(plan.sudo().task_ids.child_ids),
            self.env["dan_chu.delivery"].search_count([("sender_unit_id", "=", plan.unit_id.id)]),
            # The school has two officers.
            self.env["mail.activity"].search_count(
                [
                    ("activity_type_id", "=", self.kind_of_ask.id),
                    ("user_id", "!=", self.two_roles.id),
                ]
            ),
        )

    def _cron(self):
        with self.enter_registry_test_mode():
            self.env.ref("dan_chu_co_so.plan_cron").method_direct_trigger()

    def test_sent_again_and_again(self):
        plan = self.issue(self.plan(below=self.schools, tasks=[SHARED]))
        self.assertEqual(self._counts(plan), (3, 3, 3, 3, 3))
        plan._send_down()
        plan._send_to(plan.addressee_ids)
        self._cron()
        self.assertEqual(self._counts(plan), (3, 3, 3, 3, 3))
        dialog = plan.action_cascade()
        self.assertEqual(dialog["res_model"], "dan_chu.plan.send")

    def test_the_rest_follows_in_the_background_in_steps(self):
        plan = self.plan(below=self.schools, tasks=[SHARED])
        with patch.object(plan_cascade, "SLICE", 1):
            self.issue(plan)
            self.assertEqual((plan.sent_count, plan.addressee_count), (1, 3))
            self.assertEqual(self.states(plan), ["draft", "not_sent", "not_sent"])
            self._cron()
        self.assertEqual(self.states(plan), ["draft"] * 3)
        self.assertEqual(self._counts(plan), (3, 3, 3, 3, 3))

    def test_stopped_and_resumed(self):
        plan = self.plan(below=self.schools, tasks=[SHARED])
        with patch.object(plan_cascade, "SLICE", 1):
            self.issue(plan)
            plan.action_stop_sending()
            self._cron()
            self.assertEqual(self._counts(plan), (3, 1, 1, 1, 1))
            plan.action_cascade()
            self.assertFalse(plan.is_sending_stopped)
            self.assertEqual(plan.sent_count, 2)
            self._cron()
        self.assertEqual(self._counts(plan), (3, 3, 3, 3, 3))

    def test_a_row_that_another_holds_is_left_to_it(self):
        """The background work comes to an end, though it could not serve everybody."""
        plan = self.plan(below=self.schools)
        with patch.object(plan_cascade, "SLICE", 1):
            self.issue(plan)
            with patch.object(type(plan), "_send_to", lambda self, rows: rows.browse()):
                self._cron()
        self.assertEqual(plan.sent_count, 1)

    def test_a_withdrawn_plan_goes_no_further(self):
        plan = self.plan(below=self.schools)
        with patch.object(plan_cascade, "SLICE", 1):
            self.issue(plan)
            plan.with_user(self.upper_head).action_withdraw("Ban hành nhầm.")
            self._cron()
        self.assertEqual(plan.sent_count, 1)
        with self.assertRaisesRegex(UserError, "Withdrawn"):
            plan.action_cascade()

    def test_a_unit_is_on_the_list_once(self):
        with self.assertRaisesRegex(Exception, "already goes to this unit|_once_each"):
            self.plan(below=self.school).addressee_ids = [
                Command.create({"unit_id": self.school.id})
            ]
            self.env.flush_all()


class TestTable(PlanCase):
    """What the upper unit sees of each unit below, right after each step."""

    def _plan(self, **values):
        due = today() + timedelta(days=10)
        plan = self.plan(tasks=[SHARED])
        plan.addressee_ids = [
            Command.create({"unit_id": self.school.id, "date_due": due, **values})
        ]
        return plan

    def _state(self, plan):
        self.env.flush_all()
        self.env.invalidate_all()
        return self.row(plan, self.school).state

    def test_from_not_sent_to_issued_and_withdrawn(self):
        plan = self._plan()
        self.assertEqual(self._state(plan), "not_sent")
        self.issue(plan)
        self.assertEqual(self._state(plan), "draft")
        lower = self.row(plan, self.school).lower_plan_id.with_user(self.officer)
        lower.action_submit()
        self.assertEqual(self._state(plan), "draft")
        lower.with_user(self.head).action_issue()
        self.assertEqual(self._state(plan), "issued")
        self.assertEqual(self.row(plan, self.school).issued_on, today())
        self.assertEqual(plan.issued_below_count, 1)
        lower.with_user(self.head).action_withdraw("Ban hành nhầm.")
        self.assertEqual(self._state(plan), "none")

    def test_a_draft_thrown_away_is_no_plan(self):
        plan = self.issue(self._plan())
        self.row(plan, self.school).lower_plan_id.with_user(self.officer).unlink()
        self.assertEqual(self._state(plan), "none")
        row = self.as_user(self.row(plan, self.school), self.officer).sudo(False)
        action = row.action_begin()
        self.assertEqual(self._state(plan), "draft")
        self.assertEqual(row.action_begin()["res_id"], action["res_id"])

    def test_late_from_the_day_after(self):
        plan = self.issue(self._plan(date_due=today()))
        row = self.row(plan, self.school)
        self.assertFalse(row.is_late)
        row.with_user(self.upper_officer).sudo(False).date_due = today() - timedelta(days=2)
        self.assertTrue(row.is_late)
        rows = self.env["dan_chu.plan.addressee"]
        self.assertEqual(rows.search([("is_late", "=", True)]), row.sudo(False))
        self.env.invalidate_all()
        self.assertEqual(plan.late_below_count, 1)
        self.issue(row.lower_plan_id.with_user(self.officer))
        self.assertFalse(rows.search([("is_late", "=", True)]))

    def test_the_draft_is_not_read_from_above_and_the_paper_is(self):
        plan = self.issue(self._plan())
        row = self.as_user(self.row(plan, self.school), self.upper_officer).sudo(False)
        self.assertEqual(row.state, "draft")
        with self.assertRaises(AccessError):
            row.lower_plan_id.read(["title"])
        self.assertFalse(row.lower_revision_id)
        self.issue(row.lower_plan_id.with_user(self.officer))
        row = self.as_user(row, self.upper_officer)
        self.assertEqual(row.lower_revision_id.title, plan.title)
        with self.assertRaises(AccessError):
            row.lower_plan_id.read(["title"])

    def test_it_is_settled_by_buttons(self):
        plan = self.issue(self._plan())
        row = self.as_user(self.row(plan, self.school), self.upper_officer).sudo(False)
        for values in ({"sent_on": False}, {"lower_plan_id": False}, {"plan_name": "khác"}):
            with self.subTest(values), self.assertRaisesRegex(UserError, "settled by sending"):
                row.write(values)
        with self.assertRaisesRegex(UserError, "already been sent"):
            row.unit_id = self.sibling
        with self.assertRaisesRegex(UserError, "already been sent"):
            row.unlink()

    def test_a_plan_that_replaces_the_lower_one_takes_its_place(self):
        plan = self.issue(self._plan())
        row = self.row(plan, self.school)
        old = self.issue(row.lower_plan_id.with_user(self.officer))
        new = old.browse(old.action_follow_up("replaces")["res_id"])
        self.assertEqual(row.lower_plan_id.ids, old.ids)
        self.issue(new)
        self.assertEqual((row.lower_plan_id.ids, self._state(plan)), (new.ids, "issued"))

    def test_a_reminder_is_for_those_who_owe_one(self):
        plan = self.issue(self._plan())
        row = self.as_user(self.row(plan, self.school), self.upper_officer).sudo(False)
        row.action_remind()
        self.assertEqual(row.reminded_on, today())
        with self.assertRaises(AccessError):
            self.as_user(row, self.officer).action_remind()
        self.issue(row.lower_plan_id.with_user(self.officer))
        with self.assertRaisesRegex(UserError, "Nobody on this list"):
            self.as_user(row, self.upper_officer).action_remind()


class TestLink(PlanCase):
    def _rows(self, *plans):
        return [
            self.as_user(self.row(plan, self.school), self.officer).sudo(False) for plan in plans
        ]

    def test_a_plan_there_already_answers_the_upper_one(self):
        upper, own = self.issue(self.plan(below=self.school)), self.plan(self.school)
        (row,) = self._rows(upper)
        row.action_link(own)
        self.assertEqual((row.lower_plan_id, row.state), (own, "draft"))
        self.assertEqual(own.upper_ids.revision_id.ids, upper.sudo().revision_ids.ids)
        row.action_link(own.id)
        self.assertEqual(len(own.upper_ids), 1)

    def test_the_draft_it_was_sent_goes_unless_somebody_wrote_in_it(self):
        for is_touched in (False, True):
            upper, own = self.issue(self.plan(below=self.school)), self.plan(self.school)
            (row,) = self._rows(upper)
            draft = row.lower_plan_id
            if is_touched:
                self.env.flush_all()
                self.env.cr.execute(
                    "UPDATE dan_chu_plan_section SET write_date = now() + interval '1 hour'"
                    " WHERE plan_id = %s",
                    [draft.id],
                )
                self.env.invalidate_all()
            row.action_link(own)
            with self.subTest(is_touched=is_touched):
                self.assertEqual(bool(draft.sudo().exists()), is_touched)

    def test_one_answers_two(self):
        first, second = (self.issue(self.plan(below=self.school)) for _ in range(2))
        own = self.issue(self.plan(self.school, tasks=[{}]))
        for row in self._rows(first, second):
            row.action_link(own)
            self.assertEqual(row.state, "issued")
        self.assertEqual((first.tree_total, second.tree_total), (1, 1))

    def test_the_upper_plan_may_have_got_its_number_since(self):
        upper = self.issue(self.plan(below=self.school))
        own = self.plan(
            self.school, upper_ids=[Command.create({"revision_id": upper.sudo().revision_ids.id})]
        )
        upper.action_fill_number("17")
        (row,) = self._rows(upper)
        row.sudo()._put({"revision_id": upper.sudo().revision_ids.sorted("sequence")[-1].id})
        row.action_link(own)
        self.assertEqual(len(own.upper_ids), 1)

    def test_only_ones_own(self):
        upper = self.issue(self.plan(below=self.schools))
        (row,) = self._rows(upper)
        foreign = self.plan(self.sibling, user=self.sibling_officer)
        with self.assertRaises(AccessError):
            row.action_link(foreign.id)
        with self.assertRaisesRegex(UserError, "is not a plan of"):
            row.sudo().action_link(foreign.sudo())
        with self.assertRaises(AccessError):
            self.as_user(row, self.upper_officer).action_link(upper.id)


class TestChange(PlanCase):
    def test_a_plan_that_replaces_it_is_told_below_and_overwrites_nothing(self):
        upper = self.issue(self.plan(below=self.school))
        lower = self.row(upper, self.school).lower_plan_id
        before = lower.section_ids.mapped("text")
        new = upper.browse(upper.action_follow_up("replaces")["res_id"])
        new.section_ids._in_order()[4].text = "Công khai tài chính hằng quý."
        self.issue(new)
        body = lower.message_ids.sorted("id")[-1].body
        self.assertIn("hằng quý", body)
        self.assertEqual(lower.section_ids.mapped("text"), before)
        summaries = lower.activity_ids.mapped("summary")
        self.assertIn("The upper plan has changed", summaries)

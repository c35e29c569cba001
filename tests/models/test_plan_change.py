from unittest.mock import patch

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.models import plan_cascade, plan_tell

from tests.plans import PlanCase

SHARED = {"for_addressees": True}


class ChangeCase(PlanCase):
    def mails(self, before=()):
        return self.env["mail.mail"].sudo().search([]) - self.env["mail.mail"].union(*before)

    def by_person(self, mails):
        """{login: the mails to that person}"""
        users = self.env["res.users"].search([])
        return {
            user.login: found
            for user in users.filtered("email")
            if (
                found := mails.filtered(
                    lambda mail, user=user: mail.email_to == user.email_formatted
                )
            )
        }

    def follow_up(self, plan, how="replaces"):
        action = self.as_user(plan, self.upper_officer).action_follow_up(how)
        return self.env["dan_chu.plan"].with_user(self.upper_officer).browse(action["res_id"])

    def asked(self, plan, user):
        return plan.sudo().activity_ids.filtered(
            lambda row: (
                row.user_id == user and row.activity_type_id == self.env.ref(plan_tell.ASKED)
            )
        )


class TestTold(ChangeCase):
    def test_one_mail_a_person_for_a_plan(self):
        self.assign(self.sibling_officer, "officer", self.ward_school)
        before = self.mails()
        plan = self.issue(self.plan(below=self.schools, tasks=[SHARED] * 3))
        mails = self.by_person(self.mails([before]))
        self.assertEqual(
            {login: len(found) for login, found in mails.items()},
            dict.fromkeys(("officer", "two_roles", "sibling_officer", "ward_officer"), 1),
        )
        mail = mails["sibling_officer"]
        self.assertEqual(mail.subject, f"Plan from above: {plan.document_id._named_with_kind()}")
        for words in (self.sibling.name, self.ward_school.name, "/odoo/dan-chu-our-tasks"):
            self.assertIn(words, mail.body_html)
        self.assertNotIn(self.school.name, mail.body_html)

    def test_one_mail_also_when_it_goes_out_in_steps(self):
        for unit in self.school | self.ward_school:
            self.assign(self.sibling_officer, "officer", unit)
        before = self.mails()
        with patch.object(plan_cascade, "SLICE", 1):
            plan = self.issue(self.plan(below=self.schools))
            while waiting := plan._waiting(1):
                plan._send_to(waiting)
        mails = self.by_person(self.mails([before]))
        self.assertEqual(len(mails["sibling_officer"]), 1)
        self.assertIn(self.ward_school.name, mails["sibling_officer"].body_html)

    def test_a_unit_that_makes_no_plan_is_told_too(self):
        before = self.mails()
        self.issue(
            self.plan(
                addressee_ids=[Command.create({"unit_id": self.sibling.id, "must_plan": False})]
            )
        )
        self.assertEqual(list(self.by_person(self.mails([before]))), ["sibling_officer"])

    def test_without_an_officer_its_head(self):
        self.sibling_officer.dan_chu_assignment_ids.action_end_today()
        head = self.make_user("sibling_head", ("head", self.sibling))
        before = self.mails()
        plan = self.issue(self.plan(below=self.sibling))
        self.assertEqual(list(self.by_person(self.mails([before]))), [head.login])
        self.assertTrue(self.asked(self.row(plan, self.sibling).lower_plan_id, head))

    def test_a_reminder_is_one_mail_and_one_entry(self):
        plan = self.issue(self.plan(below=self.schools))
        before = self.mails()
        rows = self.as_user(plan, self.upper_officer).addressee_ids
        rows.action_remind()
        mails = self.by_person(self.mails([before]))
        self.assertEqual({len(found) for found in mails.values()}, {1})
        self.assertIn("is awaited", mails["officer"].subject)
        lower = self.row(plan, self.school).lower_plan_id
        self.assertEqual(len(self.asked(lower, self.officer)), 1)

    def test_two_upper_plans_ask_each_for_itself(self):
        first = self.issue(self.plan(below=self.school, title="Kế hoạch thứ nhất"))
        second = self.issue(self.plan(below=self.school, title="Kế hoạch thứ hai"))
        lower = self.row(first, self.school).lower_plan_id
        row = self.row(second, self.school).with_user(self.officer).sudo(False)
        row.action_link(lower.id)
        self.as_user(second, self.upper_officer).addressee_ids.action_remind()
        self.assertEqual(len(self.asked(lower, self.officer)), 2)

    def test_once_it_is_made_nobody_is_asked(self):
        plan = self.issue(self.plan(below=self.school))
        lower = self.row(plan, self.school).lower_plan_id
        self.assertTrue(self.asked(lower, self.officer))
        self.issue(lower.with_user(self.officer))
        self.assertFalse(self.asked(lower, self.officer))


class TestChange(ChangeCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.upper = cls.issue(
            cls.plan(
                below=cls.school | cls.sibling,
                tasks=[
                    {**SHARED, "name": "Công khai tài chính", "time_text": "Quý II"},
                    {**SHARED, "name": "Tổ chức hội nghị", "time_text": "Quý III"},
                ],
            )
        )
        cls.lower = cls.row(cls.upper, cls.school).lower_plan_id
        cls.drafted = cls.row(cls.upper, cls.sibling).lower_plan_id
        cls.issue(cls.lower.with_user(cls.officer))

    def content(self, plan):
        plan = plan.sudo()
        return (plan.title, plan.opening, plan.section_ids._in_order().mapped("text"), plan.state)

    def changed(self, how="replaces"):
        new = self.follow_up(self.upper, how)
        new.section_ids._in_order()[4].text = "Công khai tài chính hằng quý."
        new.task_ids.filtered(lambda task: task.name == "Tổ chức hội nghị").time_text = "Quý IV"
        return new

    def test_the_draft_goes_to_whom_the_older_one_went(self):
        new = self.follow_up(self.upper)
        rows = new.addressee_ids
        self.assertEqual(rows.unit_id, self.school | self.sibling)
        self.assertEqual(set(rows.mapped("state")), {"not_sent"})
        self.assertFalse(rows.lower_plan_id)
        self.assertEqual(len(self.upper.addressee_ids.filtered("sent_on")), 2)

    def test_what_is_open_of_a_replaced_plan_is_owed_by_nobody(self):
        tasks = self.env["dan_chu.task"].search(
            [("plan_id", "=", self.upper.id), ("addressee_unit_id", "=", self.school.id)]
        )
        tasks[0].with_user(self.officer).action_done("Đã niêm yết.")
        new = self.follow_up(self.upper)
        self.issue(new)
        self.env.invalidate_all()
        self.assertEqual(tasks.mapped("state"), ["done", "cancelled"])
        self.assertEqual(tasks[1].sudo().step_ids[-1:].action, "cancelled")

    def test_what_is_open_of_an_amended_plan_stays(self):
        self.issue(self.follow_up(self.upper, "amends"))
        self.assertEqual(set(self.upper.sudo().task_ids.mapped("state")), {"todo"})

    def test_a_unit_that_no_longer_stands_below_is_not_offered(self):
        self.sibling.with_env(self.env).parent_id = self.ward
        self.assertEqual(self.follow_up(self.upper).addressee_ids.unit_id, self.school)

    def test_the_officer_may_leave_one_out_and_it_is_told_all_the_same(self):
        new = self.changed()
        self.row(new, self.sibling).with_user(self.upper_officer).sudo(False).unlink()
        before = self.mails()
        self.issue(new)
        self.assertIn("hằng quý", self.drafted.message_ids.sorted("id")[-1].body)
        mails = self.by_person(self.mails([before]))
        self.assertEqual({len(found) for found in mails.values()}, {1})
        self.assertIn("hằng quý", mails["sibling_officer"].body_html)
        self.assertNotIn(self.drafted, new.sudo().addressee_ids.lower_plan_id)

    def test_lower_plans_follow_the_new_one_and_stay_as_they_are(self):
        before = [self.content(plan) for plan in (self.lower, self.drafted)]
        new = self.issue(self.changed())
        self.assertEqual([self.content(plan) for plan in (self.lower, self.drafted)], before)
        rows = new.sudo().addressee_ids
        self.assertEqual(rows.lower_plan_id, self.lower | self.drafted)
        self.assertEqual(self.row(new, self.school).state, "issued")
        self.assertEqual(self.row(new, self.sibling).state, "draft")
        self.assertEqual(self.drafted.upper_plan_ids.ids, [self.upper.id, new.id])
        self.assertEqual(self.lower.upper_plan_ids.ids, [self.upper.id])
        old = self.upper.sudo().addressee_ids
        self.assertEqual(old.lower_plan_id, self.lower | self.drafted)
        self.assertEqual(self.upper.state, "superseded")

    def test_what_differs_is_told_once_to_each(self):
        new, before = self.changed(), self.mails()
        self.issue(new)
        for plan in (self.lower, self.drafted):
            body = plan.message_ids.sorted("id")[-1].body
            self.assertIn("(changed): Công khai tài chính. → Công khai tài chính hằng quý.", body)
            self.assertIn(
                "Nhiệm vụ (changed): Tổ chức hội nghị – Quý III → Tổ chức hội nghị – Quý IV", body
            )
            self.assertNotIn("MỤC ĐÍCH", body)
        mails = self.by_person(self.mails([before]))
        self.assertEqual(
            {login: len(found) for login, found in mails.items()},
            dict.fromkeys(("officer", "two_roles", "sibling_officer"), 1),
        )
        self.assertIn("Quý IV", mails["officer"].body_html)
        self.assertEqual(self.asked(self.lower, self.officer).summary, "The upper plan has changed")

    def test_one_that_amends_is_told_too_and_both_are_in_force(self):
        new = self.issue(self.changed("amends"))
        self.assertIn("hằng quý", self.lower.message_ids.sorted("id")[-1].body)
        self.assertEqual(self.upper.state, "issued")
        self.assertEqual(self.row(new, self.school).lower_plan_id, self.lower)

    def test_another_plan_changes_nothing(self):
        count = len(self.lower.message_ids)
        self.issue(self.plan(below=self.school))
        self.assertEqual(len(self.lower.message_ids), count)

    def test_the_same_text_says_so(self):
        self.issue(self.follow_up(self.upper))
        self.assertIn("the text is the same", self.lower.message_ids.sorted("id")[-1].body)

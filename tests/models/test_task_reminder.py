from datetime import timedelta
from unittest.mock import patch

from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.base.models.ir_cron import IrCron
from odoo.addons.dan_chu_co_so.lib.clock import today, vietnamese
from odoo.addons.dan_chu_co_so.models import task_reminder

from tests.common import DanChuCase
from tests.tasks import Tasks


class ReminderCase(Tasks, DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kind = cls.env.ref(task_reminder.REMINDER)
        # Nothing is committed within a test.
        patcher = patch.object(IrCron, "_commit_progress", lambda *_args, **_values: 1.0)
        patcher.start()
        cls.addClassCleanup(patcher.stop)

    def remind(self, day=None):
        """The daily round, at half past seven of the day in Viet Nam."""
        if day is None:
            return self.env["dan_chu.task"]._cron_remind()
        with freeze_time(f"{day} 00:30:00"):
            return self.env["dan_chu.task"]._cron_remind()

    def reminders(self, task):
        return task.activity_ids.filtered(lambda row: row.activity_type_id == self.kind)

    def told(self, task):
        return [(row.user_id.login, row.summary) for row in self.reminders(task)]

    def own_rule(self, code, days, kind="integer"):
        return self.env["dan_chu.rule"].create(
            {
                "code": code,
                "name": code,
                "value_kind": kind,
                "value": str(days),
                "unit_id": self.school.id,
                "date_from": "2020-01-01",
                "confidence": "practice",
            }
        )


class TestWhen(ReminderCase):
    def test_before_on_the_day_and_to_the_head_each_once(self):
        task = self.task(days=10)
        due = task.date_deadline
        expected = {
            -4: [],
            -3: [("staff", f"To be done by {due:%d/%m/%Y}")],
            -2: [("staff", f"To be done by {due:%d/%m/%Y}")],
            0: [("staff", "To be done today")],
            4: [("staff", "To be done today")],
            5: [
                ("staff", "To be done today"),
                ("head", f"Late since {due:%d/%m/%Y}: please see to it"),
            ],
            6: [
                ("staff", "To be done today"),
                ("head", f"Late since {due:%d/%m/%Y}: please see to it"),
            ],
        }
        for after, told in expected.items():
            with self.subTest(after=after):
                day = due + timedelta(days=after)
                self.remind(day)
                self.remind(day)
                self.assertCountEqual(self.told(task), told)
        self.assertEqual(set(self.reminders(task).mapped("date_deadline")), {due})

    def test_ticked_off_it_does_not_come_back(self):
        task = self.task(days=2)
        self.remind()
        self.reminders(task).action_feedback()
        self.remind()
        self.assertFalse(self.reminders(task))

    def test_a_new_date_is_a_new_beginning(self):
        task = self.task(days=2)
        due = task.date_deadline
        self.remind()
        self.as_user(task, self.staff).action_ask_date(due + timedelta(days=20), "Chờ hội nghị.")
        self.as_user(task, self.officer).action_grant_date()
        self.assertFalse(self.reminders(task))
        self.remind(due)
        self.assertFalse(self.reminders(task))
        self.remind(due + timedelta(days=20))
        self.assertEqual(self.told(task), [("staff", "To be done today")])

    def test_a_round_that_did_not_run_is_caught_up(self):
        task = self.task(days=2)
        due = task.date_deadline
        self.remind(due + timedelta(days=1))
        self.assertEqual(self.told(task), [("staff", f"Was to be done by {due:%d/%m/%Y}")])

    def test_the_day_is_that_of_viet_nam(self):
        due = today() + timedelta(days=30)
        task = self.task(days=30)
        with freeze_time(f"{due - timedelta(days=4)} 16:59:00"):
            self.env["dan_chu.task"]._cron_remind()
            self.assertFalse(self.told(task))
        with freeze_time(f"{due - timedelta(days=4)} 17:01:00"):
            self.env["dan_chu.task"]._cron_remind()
            self.assertEqual(len(self.told(task)), 1)
        with freeze_time(f"{due - timedelta(days=1)} 17:01:00"):
            self.env["dan_chu.task"]._cron_remind()
            self.assertEqual(self.told(task), [("staff", "To be done today")])

    def test_a_unit_sets_its_own_days(self):
        self.own_rule("task.remind_before", 7)
        self.own_rule("task.escalate_after", 1, kind="days")
        own = self.task(days=7)
        other = self.task(
            unit=self.sibling,
            days=7,
            addressee_unit_id=self.sibling.id,
            lead_employee_id=self.two_roles.employee_id.id,
            who_kind="unit",
        )
        self.assign(self.two_roles, "officer", self.sibling)
        self.remind()
        self.assertEqual((len(self.told(own)), len(self.told(other))), (1, 0))
        self.remind(own.date_deadline + timedelta(days=1))
        self.assertIn("head", dict(self.told(own)))
        self.assertNotIn("head", dict(self.told(other)))

    def test_no_day_before_is_no_word_before(self):
        self.own_rule("task.remind_before", 0)
        task = self.task(days=1)
        self.remind()
        self.assertFalse(self.told(task))
        self.remind(task.date_deadline)
        self.assertEqual(self.told(task), [("staff", "To be done today")])

    def test_only_what_is_owed(self):
        draft = self.task(given=False, days=1)
        done, cancelled = self.task(days=1), self.task(days=1)
        standing = self.task(date_deadline=False, time_kind="standing")
        weekly = self.task(
            time_kind="recurring",
            recurrence="weekly",
            date_start=today() - timedelta(days=1),
            days=2,
        )
        self.assertFalse(weekly.is_counted)
        self.as_user(done, self.staff).action_done("Xong.")
        self.as_user(cancelled, self.officer).action_cancel("Sở đã hoãn.")
        for day in (today(), today() + timedelta(days=1), today() + timedelta(days=20)):
            self.remind(day)
        self.assertFalse(self.reminders(draft | done | cancelled | standing | weekly))
        self.assertTrue(self.reminders(weekly.child_ids))


class TestWhom(ReminderCase):
    def test_of_a_person_without_a_login_the_officers_are_asked(self):
        teacher = self.make_employee("Nguyễn Thị Mơ", self.school)
        task = self.task(days=1, lead_employee_id=teacher.id)
        self.remind()
        self.assertCountEqual(
            dict(self.told(task)), (self.officer | self.two_roles).mapped("login")
        )

    def test_of_a_unit_its_own_officers_or_those_of_the_house(self):
        leader = self.make_user("group_officer", ("officer", self.group))
        of_group = self.task(days=1, who_kind="unit", addressee_unit_id=self.group.id)
        other = self.task(days=1, who_kind="unit", addressee_unit_id=self.other_group.id)
        self.remind()
        self.assertEqual(list(dict(self.told(of_group))), [leader.login])
        self.assertIn(self.officer.login, dict(self.told(other)))

    def test_without_an_officer_the_head(self):
        nobody = self.task(
            unit=self.sibling, days=1, who_kind="unit", addressee_unit_id=self.sibling.id
        )
        late = self.task(
            unit=self.ward_school, days=1, who_kind="unit", addressee_unit_id=self.ward_school.id
        )
        head = self.make_user("ward_head", ("head", self.ward_school))
        self.remind()
        self.assertEqual(list(dict(self.told(late))), [head.login])
        self.assertFalse(self.reminders(nobody))

    def test_who_left_is_not_asked(self):
        task = self.task(days=1)
        self.staff.active = False
        self.remind()
        self.assertNotIn("staff", dict(self.told(task)))
        self.assertIn("officer", dict(self.told(task)))

    def test_each_in_their_language(self):
        self.env["res.lang"]._activate_lang("vi_VN").date_format = "%d.%m.%Y"
        self.staff.lang = "vi_VN"
        due = self.task(days=1)
        self.remind()
        self.assertIn(f"{due.date_deadline:%d.%m.%Y}", self.reminders(due).summary)


class TestGone(ReminderCase):
    def test_what_is_reported_accepted_or_cancelled_asks_nobody(self):
        for button, user in (("done", self.staff), ("cancel", self.officer)):
            with self.subTest(button):
                task = self.task(days=1)
                self.remind()
                task._tell(self.staff, "Sent back", "Thiếu ảnh.")
                planned = task.activity_schedule(
                    "mail.mail_activity_data_todo", user_id=self.staff.id, automated=False
                )
                self.assertEqual(len(task.activity_ids), 3)
                getattr(self.as_user(task, user), f"action_{button}")("Vì đã xong.")
                self.assertEqual(task.activity_ids, planned)

    def test_given_to_somebody_else_it_leaves_the_first(self):
        other = self.make_user("other_teacher", ("staff", self.school))
        task = self.task(days=1)
        self.remind()
        task._tell(self.officer, "New date asked for", "")
        task._tell(self.staff, "Tasks given to you", "")
        self.as_user(task, self.officer)._reassign({"lead_employee_id": other.employee_id.id})
        self.assertEqual(task.activity_ids.user_id, self.officer | other)
        self.remind(task.date_deadline)
        self.assertEqual(self.told(task), [(other.login, "To be done today")])

    def test_no_one_marks_it_reminded_by_hand(self):
        task = self.task(days=1)
        with self.assertRaisesRegex(UserError, "by its buttons"):
            task.with_user(self.officer).reminded_for = task.date_deadline
        made = self.task(days=1, given=False, reminded_for=today() + timedelta(days=1))
        self.assertFalse(made.reminded_for)
        self.remind()
        self.assertFalse(task.copy().reminded_for)


@tagged("-at_install", "post_install")
class TestMany(ReminderCase):
    def many(self, count):
        return self.quiet["dan_chu.task"]._create_parts(
            [
                {
                    "name": f"Nhiệm vụ {number}",
                    "unit_id": self.school.id,
                    "addressee_unit_id": self.school.id,
                    "who_kind": "employee",
                    "lead_employee_id": self.staff.employee_id.id,
                    "given_on": "2026-01-01 00:00:00",
                    "date_deadline": today() + timedelta(days=1),
                }
                for number in range(count)
            ]
        )

    def queries_for(self, count):
        tasks = self.many(count)
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        self.remind()
        self.env.flush_all()
        queries = self.cr.sql_log_count - before
        self.assertEqual(len(self.reminders(tasks)), count)
        return queries

    def test_no_query_a_task(self):
        self.queries_for(3)
        few, many = self.queries_for(5), self.queries_for(105)
        self.assertLessEqual(many, few + 5)

    def test_one_query_a_person_at_most(self):
        def queries_for(officers):
            for number in range(officers):
                self.make_user(f"officer_{officers}_{number}", ("officer", self.school))
            task = self.task(days=1, who_kind="unit", lead_employee_id=False)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self.remind()
            self.env.flush_all()
            queries = self.cr.sql_log_count - before
            self.assertGreaterEqual(len(self.reminders(task)), officers)
            self.assertFalse(task.message_partner_ids & self.reminders(task).user_id.partner_id)
            return queries

        queries_for(1)
        few, many = queries_for(2), queries_for(12)
        # Odoo looks each of them up, before it is told that they need not follow.
        self.assertLessEqual(many, few + 12 + 2)

    def test_the_daily_and_the_weekly_round(self):
        """At half past seven each day, and on Monday at a quarter past, in Viet Nam."""
        daily = self.env.ref("dan_chu_co_so.task_reminder_cron")
        weekly = self.env.ref("dan_chu_co_so.weekly_mail_cron")
        self.assertEqual(f"{vietnamese(daily.nextcall):%H:%M}", "07:30")
        self.assertEqual(f"{vietnamese(weekly.nextcall):%u %H:%M}", "1 07:15")
        task = self.task(days=-1)
        mails = self.env["mail.mail"].search_count([])
        with self.enter_registry_test_mode():
            daily.method_direct_trigger()
            weekly.method_direct_trigger()
        self.assertTrue(self.told(task))
        self.assertGreater(self.env["mail.mail"].search_count([]), mails)

    def test_cut_short_it_goes_on_without_doubles(self):
        tasks = self.many(7)
        steps = []

        def cut_short(_cron, processed=0, **_values):
            steps.append(processed)
            return 0 if processed else 1

        with (
            patch.object(task_reminder, "SLICE", 3),
            patch.object(IrCron, "_commit_progress", cut_short),
        ):
            for _round in range(4):
                self.remind()
        self.assertEqual([step for step in steps if step], [3, 3, 1])
        self.assertEqual([len(self.reminders(task)) for task in tasks], [1] * 7)

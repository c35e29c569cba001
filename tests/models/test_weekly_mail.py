from datetime import timedelta
from unittest.mock import patch

from odoo.fields import Command

from odoo.addons.base.models.ir_cron import IrCron
from odoo.addons.dan_chu_co_so.lib.clock import today
from odoo.addons.dan_chu_co_so.models import weekly_mail

from tests.common import DanChuCase
from tests.tasks import Tasks


class TestWeeklyMail(Tasks, DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Nothing is committed within a test.
        patcher = patch.object(IrCron, "_commit_progress", lambda *_args, **_values: 1.0)
        patcher.start()
        cls.addClassCleanup(patcher.stop)
        cls.env["dan_chu.assignment"].search([("role", "=", "officer")]).filtered(
            lambda row: row.user_id not in cls.officer | cls.two_roles | cls.upper_officer
        ).action_end_today()

    def send(self, again=False):
        """{login: the mail of this round}"""
        if again:
            self.env["res.users"].search([]).dan_chu_week_mailed = False
        before = self.env["mail.mail"].search([])
        self.env["dan_chu.weekly.mail"]._cron_mail()
        mails = self.env["mail.mail"].search([]) - before
        users = self.env["res.users"].search([("email", "!=", False)])
        found = {
            user.login: mail
            for user in users
            for mail in mails
            if mail.email_to == user.email_formatted
        }
        self.assertEqual(len(found), len(mails))
        return found

    def test_nothing_is_sent_when_there_is_nothing(self):
        self.task(days=40)
        self.assertFalse(self.send())

    def test_what_is_late_and_what_waits(self):
        self.task(days=-3, name="Việc quá hạn")
        self.task(days=0, name="Việc trong tuần")
        self.task(days=40, name="Việc còn xa")
        self.as_user(self.task(days=9, name="Việc chờ duyệt"), self.staff).action_done("Xong.")
        stuck = self.task(days=9, name="Việc vướng")
        self.as_user(stuck, self.staff).action_report_difficulty("Thiếu kinh phí.")
        above = self.task_from_above(days=-1, name="Việc của Sở giao")
        mails = self.send()
        self.assertEqual(set(mails), {"officer", "two_roles"})
        body = mails["officer"].body_html
        self.assertIn(self.school.name, mails["officer"].subject)
        for title in ("Late: 2", "Due this week: 1", "waiting to be accepted: 1", "answer: 1"):
            self.assertIn(title, body)
        for name in ("Việc quá hạn", "Việc trong tuần", "Việc chờ duyệt", "Việc vướng"):
            self.assertIn(name, body)
        self.assertNotIn("Việc còn xa", body)
        self.assertIn(f"/odoo/dan-chu-our-tasks/{above.id}", body)
        self.assertIn(f"/odoo/dan-chu-given-tasks/{stuck.id}", body)

    def test_each_hears_of_their_own_units_only(self):
        self.task(days=-3, name="Việc của trường")
        self.assign(self.upper_officer, "officer", self.sibling)
        self.task(
            unit=self.sibling,
            days=-3,
            name="Việc của Sao Mai",
            addressee_unit_id=self.sibling.id,
            who_kind="unit",
        )
        mails = self.send()
        self.assertIn("Việc của trường", mails["officer"].body_html)
        self.assertNotIn("Sao Mai", mails["officer"].body_html)
        self.assertNotIn("Việc của trường", mails["upper_officer"].body_html)
        self.assertIn("Việc của Sao Mai", mails["upper_officer"].body_html)

    def test_the_officer_of_a_part_hears_of_the_part(self):
        leader = self.make_user("leader", ("officer", self.group))
        self.task(days=-1, name="Của tổ", who_kind="unit", addressee_unit_id=self.subgroup.id)
        self.task(days=-1, name="Của trường")
        body = self.send()[leader.login].body_html
        self.assertIn("Của tổ", body)
        self.assertNotIn("Của trường", body)

    def test_plans_below_that_are_late(self):
        plan = self.env["dan_chu.plan"].create(
            {
                "unit_id": self.department.id,
                "title": "Dân vận khéo",
                "date_from": "2020-01-01",
                "date_to": "2020-12-31",
                "addressee_ids": [
                    Command.create(
                        {"unit_id": self.sibling.id, "date_due": today() - timedelta(days=1)}
                    )
                ],
            }
        )
        self.assertFalse(self.send())
        plan.addressee_ids._put({"sent_on": "2020-02-01 00:00:00", "plan_name": "KH 12"})
        body = self.send(again=True)["upper_officer"].body_html
        self.assertIn("plan is late: 1", body)
        self.assertIn(self.sibling.name, body)
        self.assertIn('/odoo/dan-chu-plans-below"', body)

    def test_lists_of_nominations_that_are_owed(self):
        held = self.env["dan_chu.commendation.round"].create(
            {
                "unit_id": self.department.id,
                "name": "Xét thi đua cuối năm",
                "deadline": today() + timedelta(days=3),
                "participant_ids": [Command.create({"unit_id": self.school.id})],
            }
        )
        self.assertFalse(self.send())
        held._put({"state": "open"})
        body = self.send(again=True)["officer"].body_html
        self.assertIn("Lists of nominations to be handed in: 1", body)
        self.assertIn("Xét thi đua cuối năm", body)
        self.assertIn(f"/odoo/dan-chu-commendation-rounds/{held.id}", body)
        held.participant_ids._put({"handed_in_on": "2026-01-05 01:00:00"})
        self.assertFalse(self.send(again=True))

    def test_ten_are_named_and_all_are_counted(self):
        for number in range(13):
            self.task(days=-20 + number, name=f"Việc số {number:02d}.")
        body = self.send()["officer"].body_html
        self.assertIn("Late: 13", body)
        named = [n for n in range(13) if f"Việc số {n:02d}." in body]
        self.assertEqual(named, list(range(10)))
        self.assertIn('/odoo/dan-chu-our-tasks"', body)

    def test_once_a_week_also_when_cut_short(self):
        self.task(days=-3)

        def cut_short(_cron, processed=0, **_values):
            return 0 if processed else 1

        with (
            patch.object(weekly_mail, "SLICE", 1),
            patch.object(IrCron, "_commit_progress", cut_short),
        ):
            rounds = [self.send() for _round in range(5)]
        self.assertEqual(
            sorted(login for mails in rounds for login in mails), ["officer", "two_roles"]
        )
        self.assertFalse(self.send())

    def test_what_people_typed_is_text(self):
        self.task(days=-3, name="<script>alert(1)</script> & <b>việc</b>")
        body = self.send()["officer"].body_html
        self.assertNotIn("<script>", body)
        self.assertIn("&lt;b&gt;việc", body)

    def test_no_query_a_task_or_a_person(self):
        def queries():
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self.assertTrue(self.send(again=True))
            return self.cr.sql_log_count - before

        self.task(days=-3)
        queries()
        few = queries()
        for number in range(8):
            self.make_user(f"more_{number}", ("officer", self.school))
            self.task(days=-number)
        many = queries()
        # The mails themselves are rows of Odoo's queue.
        self.assertLessEqual(many - few, 8 * 2)

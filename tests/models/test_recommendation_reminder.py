"""The daily round over answers that are due or late."""

from datetime import timedelta
from unittest.mock import patch

from freezegun import freeze_time

from odoo.addons.base.models.ir_cron import IrCron

from tests.boards import BoardCase
from tests.recommendations import REC, Recommendations


class TestReminder(Recommendations, BoardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Nothing is committed within a test.
        patcher = patch.object(IrCron, "_commit_progress", lambda *_args, **_values: 1.0)
        patcher.start()
        cls.addClassCleanup(patcher.stop)
        cls.row = cls.make_recommendation("received", days_ago=5)
        cls.due = cls.row.waits_until
        cls.sheet = cls.row.reply_ids
        cls.row._drop_reminders()

    def remind(self, days):
        """The round at half past seven, so many days from the last day in time."""
        with freeze_time(f"{self.due + timedelta(days=days)} 00:30:00"):
            self.env[REC]._cron_remind()

    def told(self, sheet):
        return sheet.activity_ids.mapped("user_id.login")

    def test_before_the_term_ends_the_head_once(self):
        self.remind(-4)
        self.assertFalse(self.told(self.sheet))
        self.remind(-3)
        self.remind(-2)
        self.assertEqual(self.told(self.sheet), ["head"])
        self.assertFalse(self.told(self.row))

    def test_when_it_is_over_the_head_the_board_and_the_representative_once(self):
        self.representative.email = "congdoan@example.com"
        self.remind(0)
        self.sheet.activity_ids.unlink()
        mails = self.env["mail.mail"].search([])
        for days in (1, 2):
            self.remind(days)
        self.assertEqual(self.told(self.sheet), ["head"])
        self.assertEqual(self.told(self.row), ["leader"])
        mail = self.env["mail.mail"].search([]) - mails
        self.assertEqual(len(mail), 1)
        self.assertIn("congdoan@example.com", mail.email_to)

    def test_nobody_once_it_is_answered(self):
        self.row.with_user(self.head).action_answer(self.acceptance())
        self.row.activity_ids.unlink()
        self.remind(5)
        self.assertFalse(self.told(self.sheet) + self.told(self.row))

    def test_the_days_are_the_institutions_own(self):
        self.env["dan_chu.rule"].create(
            {
                "code": "inspectorate.answer_remind_before",
                "name": "Nhắc trước",
                "value_kind": "integer",
                "value": "7",
                "unit_id": self.school.id,
                "date_from": "2020-01-01",
                "confidence": "practice",
            }
        )
        self.remind(-7)
        self.assertEqual(self.told(self.sheet), ["head"])

    def test_those_not_due_yet_are_left_alone(self):
        other = self.make_recommendation("received", days_ago=5)
        other._put({"waits_until": self.due + timedelta(days=1)})
        other._drop_reminders()
        self.remind(-3)
        self.assertFalse(self.told(other.reply_ids))

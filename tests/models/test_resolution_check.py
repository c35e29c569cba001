"""The half-yearly check: due by itself, each side writes its part, all the staff are told."""

from datetime import timedelta
from unittest.mock import patch

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase

from odoo.addons.base.models.ir_cron import IrCron
from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.resolutions import Resolutions


class CheckCase(Resolutions, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        patcher = patch.object(IrCron, "_commit_progress", lambda *_args, **_values: 1.0)
        patcher.start()
        cls.addClassCleanup(patcher.stop)
        cls.paper = cls.make_resolution(state="issued")
        cls.check = cls.paper.check_ids

    def spoken(self, check=None):
        check = check or self.check
        check.with_user(self.head).write({"head_words": "Thực hiện tốt"})
        check.with_user(self.speaker).write({"staff_words": "Cần làm nhanh hơn"})
        return check


class TestComingDue(CheckCase):
    def test_six_months_after_issue_with_the_article(self):
        due = self.school._due_date("conference.review_every", self.paper.date)[0]
        self.assertEqual((self.check.due_on, self.check.number), (due, 1))
        self.assertIn("Điều 52", self.check.basis)
        self.assertEqual(self.check.line_ids.commitment_id, self.paper.commitment_ids)

    def test_it_is_a_task_with_its_reminders(self):
        task = self.check.task_id
        self.assertEqual((task.date_deadline, task.state), (self.check.due_on, "todo"))
        with freeze_time(self.check.due_on):
            self.env["dan_chu.task"]._cron_remind()
        self.assertEqual(task.activity_ids.user_id, self.officer | self.two_roles)

    def test_the_duty_of_the_legal_calendar_is_the_task_of_the_first(self):
        self.env["dan_chu.duty"]._make_for(self.sibling)
        head = self.make_user("sibling_head", ("head", self.sibling))
        self.sibling.head_id = head.employee_id
        self.make_staff(self.sibling, 12)
        officer = self.make_user("sibling_officer", ("officer", self.sibling))
        conference = self.held(unit=self.sibling)
        paper = self.env["dan_chu.resolution"].with_user(officer)
        paper = paper.create({"conference_id": conference.id})
        paper.signatory_ids[0].name = "Chủ tịch Công đoàn"
        self.recorded_by(paper, officer)
        duty = self.env.ref("dan_chu_co_so.duty_conference_review")
        task = paper.sudo().check_ids.task_id
        self.assertEqual((task.source_model, task.source_id), (duty._name, duty.id))
        self.assertEqual(task.date_deadline, paper.sudo().check_ids.due_on)

    def recorded_by(self, paper, user):
        paper.with_user(user).action_record_paper_issue({"date": today()})

    def test_the_next_comes_due_when_this_one_is_over_and_only_once(self):
        checks = self.env["dan_chu.resolution.check"]
        checks._cron_make()
        self.assertEqual(len(self.paper.check_ids), 1)
        with freeze_time(self.check.due_on + timedelta(days=1)):
            checks._cron_make()
            checks._cron_make()
        numbers = sorted(self.paper.check_ids.mapped("number"))
        self.assertEqual(numbers, [1, 2])

    def test_none_where_the_rule_has_ended(self):
        self.env.ref("dan_chu_co_so.rule_conference_review_every").date_to = "2024-01-01"
        paper = self.make_resolution(state="issued")
        self.assertFalse(paper.check_ids)

    def test_a_newer_resolution_relieves_the_former(self):
        former = self.paper
        with freeze_time(today() + timedelta(days=30)):
            newer = self.make_resolution(self.held(date=today()), state="issued")
            self.assertEqual(former.check_ids.state, "cancelled")
            self.assertEqual(former.check_ids.task_id.state, "cancelled")
            self.assertEqual(newer.check_ids.state, "open")


class TestWords(CheckCase):
    def test_each_side_writes_its_own_part(self):
        with self.assertRaisesRegex(AccessError, "another side"):
            self.check.with_user(self.head).write({"staff_words": "x"})
        with self.assertRaisesRegex(AccessError, "another side"):
            self.check.with_user(self.speaker).write({"head_words": "x"})
        with self.assertRaisesRegex(AccessError, "another side"):
            self.check.with_user(self.officer).write({"head_words": "x"})
        with self.assertRaises(AccessError):
            self.check.with_user(self.staff).write({"head_words": "x"})
        check = self.spoken()
        self.assertEqual((check.head_by_id, check.staff_by_id), (self.head, self.speaker))

    def test_from_a_signed_paper_the_officer_types_both(self):
        words = {"is_on_paper": True, "head_words": "Tốt", "staff_words": "Tốt"}
        self.check.with_user(self.officer).write(words)
        self.assertEqual(self.check.head_by_id, self.officer)

    def test_nobody_types_over_what_a_side_has_written_itself(self):
        check = self.spoken().with_user(self.officer)
        check.is_on_paper = True
        for words in ({"staff_words": "Rất tốt"}, {"head_words": "Rất tốt"}):
            with self.assertRaisesRegex(AccessError, "another side"):
                check.write(words)
        self.assertEqual(check.staff_words, "Cần làm nhanh hơn")

    def test_who_wrote_and_how_it_ended_is_not_written_by_hand(self):
        for values in ({"state": "done"}, {"head_by_id": self.head.id}, {"due_on": today()}):
            with self.assertRaises(UserError):
                self.check.with_user(self.officer).write(values)
        with self.assertRaises(AccessError):
            self.check.with_user(self.officer).create({"resolution_id": self.paper.id})

    def test_not_settled_before_both_have_spoken(self):
        self.check.with_user(self.head).write({"head_words": "Tốt"})
        with self.assertRaisesRegex(UserError, "by the representative"):
            self.check.with_user(self.officer).action_done()

    def test_without_a_representative_the_head_speaks_alone(self):
        held = self.speaker.sudo().dan_chu_assignment_ids
        held.filtered(lambda row: row.role == "representative").action_end_today()
        self.check.with_user(self.head).write({"head_words": "Tốt"})
        self.check.with_user(self.officer).action_done()
        self.assertEqual(self.check.state, "done")


class TestSettled(CheckCase):
    def test_states_are_kept_as_they_were_and_the_notice_tells_them(self):
        task = self.paper.task_ids[0]
        task.with_user(self.officer).action_done("Đã sửa xong ngày 20/3")
        action = self.spoken().with_user(self.officer).action_done()
        line = self.check.line_ids.filtered(lambda row: row.commitment_id == task.commitment_id)
        self.assertEqual((line.state, line.found), ("done", "Đã sửa xong ngày 20/3"))
        self.assertEqual(self.check.task_id.state, "done")
        notice = self.env[action["res_model"]].browse(action["res_id"])
        self.assertEqual(notice.form, "check_notice")
        for words in ("Đã sửa xong ngày 20/3", "Thực hiện tốt", "Cần làm nhanh hơn", "01/02"):
            self.assertIn(words, notice.content)
        self.assertIn("(định kỳ 06 tháng, Điều 52 khoản 3", notice.content)
        task.with_user(self.officer).action_reopen()
        self.assertEqual(line.state, "done", "as it was told")
        row = task.commitment_id.with_user(self.staff)
        self.assertEqual((row.found, row.task_state), ("Đã sửa xong ngày 20/3", "doing"))

    def test_what_was_found_stands_for_a_task_nobody_reported_on(self):
        self.check.line_ids.with_user(self.officer).write({"found": "Đã xong, chờ nghiệm thu"})
        rows = self.check._printed()["rows"]
        self.assertEqual({row["state"] for row in rows}, {"Đã xong, chờ nghiệm thu"})

    def test_settled_once_and_rests(self):
        self.spoken().with_user(self.officer).action_done()
        with self.assertRaisesRegex(UserError, "settled already"):
            self.check.with_user(self.officer).action_done()
        with self.assertRaisesRegex(UserError, "does not change any more"):
            self.check.with_user(self.head).write({"head_words": "Khác"})
        with self.assertRaisesRegex(UserError, "does not change any more"):
            self.check.line_ids[0].with_user(self.officer).write({"found": "Khác"})

    def test_settled_before_its_day_the_next_counts_from_that_day(self):
        self.spoken().with_user(self.officer).action_done()
        following = self.paper.check_ids - self.check
        due = self.school._due_date("conference.review_every", self.check.due_on)[0]
        self.assertEqual((following.number, following.due_on), (2, due))
        self.assertNotEqual(following.task_id, self.check.task_id)

    def test_the_head_settles_it_too_and_nobody_else(self):
        self.spoken()
        for user in (self.speaker, self.staff, self.upper_officer):
            with self.assertRaises(AccessError):
                self.check.with_user(user).action_done()
        self.check.with_user(self.head).action_done()
        self.assertEqual(self.check.state, "done")

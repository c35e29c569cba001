from datetime import date, timedelta

import psycopg2

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form
from odoo.tools import SQL, mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.inspections import PDF, InspectionCase


class TestAnnounce(InspectionCase):
    def test_in_time_it_is_announced_today(self):
        inspection = self.inspect()
        self.assertIs(inspection.action_announce(), True)
        self.assertEqual(inspection.state, "announced")
        self.assertEqual(inspection.reported_on, today())
        self.assertEqual(inspection.notified_on, today())
        self.assertFalse(inspection.warning)

    def test_the_last_day_in_time_is_counted_in_working_days(self):
        # The week before: Monday, Tuesday, Wednesday, Thursday, Friday.
        inspection = self.inspect(date_from="2031-03-17", date_to="2031-03-18")
        self.assertEqual(inspection.notice_latest_on, date(2031, 3, 10))

    def test_a_shorter_notice_asks_the_reason_and_keeps_it(self):
        inspection = self.inspect(date_from=today() + timedelta(days=1), date_to=False)
        asked = inspection.action_announce()
        self.assertEqual(asked["res_model"], "dan_chu.inspection.announce")
        self.assertEqual(inspection.state, "planned")
        self.assertIn("Điều 22 khoản 1 điểm b", inspection.warning)
        inspection.action_announce({"reason": "Theo yêu cầu của Công đoàn"})
        self.assertEqual(inspection.state, "announced")
        self.assertEqual(inspection.notice_short_reason, "Theo yêu cầu của Công đoàn")
        self.assertIn("Theo yêu cầu của Công đoàn", inspection.warning)

    def test_the_later_of_the_two_days_counts(self):
        inspection = self.inspect()
        first = inspection.date_from
        told = {"reported_on": today() - timedelta(days=3), "notified_on": today()}
        inspection.action_announce(told)
        self.assertEqual(inspection.announced_on, today())
        inspection.action_announce({"date_from": today() + timedelta(days=1), "reason": "Gấp"})
        self.assertLess(inspection.date_from, first)
        self.assertEqual(inspection.notice_short_reason, "Gấp")

    def test_what_was_announced_moves_only_by_announcing_it_again(self):
        inspection = self.inspect()
        inspection.action_announce()
        with self.assertRaisesRegex(UserError, "announce it again"):
            inspection.date_from = today()
        with self.assertRaisesRegex(UserError, "announce it again"):
            inspection.kind = "verify"

    def test_nothing_is_announced_on_a_day_to_come(self):
        with self.assertRaisesRegex(UserError, "still to come"):
            self.inspect().action_announce({"notified_on": today() + timedelta(days=1)})

    def test_a_first_day_is_wanted(self):
        with self.assertRaisesRegex(UserError, "first day"):
            self.inspect(date_from=False, date_to=False).action_announce()

    def test_a_verification_is_bound_by_no_term(self):
        inspection = self.inspect(kind="verify", date_from=today())
        self.assertFalse(inspection.notice_latest_on)
        inspection.action_announce()
        self.assertEqual(inspection.state, "announced")

    def test_the_dialog_says_the_law_and_wants_the_reason(self):
        inspection = self.inspect(date_from=today() + timedelta(days=1), date_to=False)
        dialogs = self.env["dan_chu.inspection.announce"].with_user(self.member)
        with Form(dialogs.with_context(default_inspection_id=inspection.id)) as form:
            self.assertTrue(form.is_short)
            self.assertIn("Điều 22", form.law)
            form.reason = "Việc đột xuất"
        form.save().action_announce()
        self.assertEqual(inspection.state, "announced")

    def test_nobody_else_announces(self):
        inspection = self.inspect()
        for user in (self.officer, self.head, self.sibling_leader, self.representative):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.as_user(inspection, user).action_announce()


class TestStart(InspectionCase):
    def test_check_and_supervision_are_announced_first(self):
        for kind in ("check", "supervise"):
            with self.subTest(kind=kind), self.assertRaisesRegex(UserError, "announce it"):
                self.inspect(kind=kind).action_start()

    def test_not_before_the_day_it_was_announced_for(self):
        inspection = self.inspect()
        inspection.action_announce()
        with self.assertRaisesRegex(UserError, "announce it again"):
            inspection.action_start()

    def test_begun_it_takes_findings(self):
        inspection = self.inspect(date_from=today())
        inspection.action_announce({"reason": "Gấp"})
        inspection.action_start()
        self.assertEqual((inspection.state, inspection.started_on), ("under_way", today()))

    def test_an_ended_mandate_does_not_act(self):
        inspection = self.inspect(
            kind="verify",
            date_from=self.month_ago,
            date_to=today(),
            team_ids=[Command.create({"board_member_id": self.third_mandate.id})],
        )
        self.third_mandate._put({"date_to": today() - timedelta(days=1), "end_reason": "moved"})
        self.assertIn("ended", inspection.warning)
        with self.assertRaisesRegex(ValidationError, "neither acts nor signs"):
            inspection.action_start()


class TestConclude(InspectionCase):
    def test_without_minutes_it_is_refused(self):
        inspection = self.under_way()
        for user in (self.member, self.leader):
            inspection.with_user(user).action_agree()
        with self.assertRaisesRegex(UserError, "no minutes"):
            inspection.action_conclude()

    def test_another_file_is_no_minutes(self):
        inspection = self.under_way()
        self.add_minutes(inspection, what="other")
        with self.assertRaisesRegex(UserError, "no minutes"):
            inspection.action_conclude()

    def test_one_of_three_is_no_majority(self):
        inspection = self.under_way()
        self.add_minutes(inspection)
        inspection.action_agree()
        with self.assertRaisesRegex(UserError, "1 of 3.*Điều 20 khoản 3"):
            inspection.action_conclude()

    def test_two_of_three_are_one(self):
        inspection = self.concluded()
        self.assertEqual((inspection.state, inspection.concluded_on), ("concluded", today()))
        self.assertEqual(inspection.opinion_summary, "2 / 3")

    def test_another_view_does_not_count_as_agreement(self):
        inspection = self.under_way()
        self.add_minutes(inspection)
        inspection.action_agree()
        inspection.with_user(self.leader).opinion_ids = [
            Command.create(
                {
                    "board_member_id": self.leader_mandate.id,
                    "answer": "other",
                    "text": "Cần xác minh thêm",
                }
            )
        ]
        with self.assertRaisesRegex(UserError, "1 of 3"):
            inspection.action_conclude()

    def test_an_ended_mandate_does_not_count(self):
        inspection = self.under_way()
        self.add_minutes(inspection)
        for user in (self.member, self.leader):
            inspection.with_user(user).action_agree()
        self.member_mandate._put({"date_to": today() - timedelta(days=1), "end_reason": "moved"})
        self.board._sync_inspectors()
        with self.assertRaisesRegex(UserError, "1 of 2"):
            self.as_user(inspection, self.leader).action_conclude()

    def test_concluded_it_rests(self):
        inspection = self.concluded(item_ids=[Command.create({"name": "Sổ quỹ"})])
        for write in (
            lambda: inspection.write({"conclusion": "Khác"}),
            lambda: inspection.write({"date_to": today()}),
            lambda: inspection.item_ids.write({"result": "ok"}),
            lambda: inspection.write({"team_ids": [Command.create({"name": "Người mới"})]}),
            lambda: inspection.opinion_ids[0].write({"answer": "no"}),
            inspection.item_ids.unlink,
        ):
            with self.assertRaisesRegex(UserError, "does not change"):
                write()

    def test_the_database_keeps_it_too(self):
        inspection = self.concluded(
            item_ids=[Command.create({"name": "Sổ quỹ"})],
            team_ids=[Command.create({"name": "Người được mời"})],
        )
        rows = inspection.item_ids, inspection.team_ids, inspection.opinion_ids
        self.env.flush_all()
        for row in rows:
            with (
                self.subTest(model=row._name),
                mute_logger("odoo.sql_db"),
                self.assertRaises(psycopg2.errors.RestrictViolation),
                self.env.cr.savepoint(),
            ):
                self.env.cr.execute(
                    SQL("DELETE FROM %s WHERE id = %s", SQL.identifier(row._table), row[0].id)
                )

    def test_the_minutes_it_was_concluded_on_stay(self):
        inspection = self.concluded()
        self.add_minutes(inspection, what="other")
        for change in (
            inspection.file_ids[0].unlink,
            lambda: inspection.file_ids[0].write({"what": "other"}),
        ):
            with self.assertRaisesRegex(UserError, "does not change"):
                change()

    def test_one_of_the_head_needs_minutes_and_no_vote(self):
        inspection = self.inspect_for_head(date_from=today())
        inspection.action_start()
        with self.assertRaisesRegex(UserError, "no minutes"):
            inspection.action_conclude()
        self.add_minutes(inspection)
        inspection.action_conclude()
        self.assertEqual(inspection.state, "concluded")

    def test_nobody_else_concludes(self):
        inspection = self.under_way()
        for user in (self.officer, self.head, self.sibling_leader):
            for action in ("action_conclude", "action_close", "action_agree", "action_cancel"):
                with self.subTest(user=user.login, action=action), self.assertRaises(AccessError):
                    getattr(self.as_user(inspection, user), action)()


class TestOpinion(InspectionCase):
    def _say(self, inspection, user, member, answer="yes", **values):
        return (
            self.env["dan_chu.inspection.opinion"]
            .with_user(user)
            .create(
                {
                    "inspection_id": inspection.id,
                    "board_member_id": member.id,
                    "answer": answer,
                    **values,
                }
            )
        )

    def test_each_member_writes_the_own_one(self):
        inspection = self.under_way()
        with self.assertRaises(AccessError) as refused:
            self._say(inspection, self.member, self.leader_mandate)
        self.assertIn("own opinion", str(refused.exception))
        opinion = self._say(inspection, self.leader, self.leader_mandate, "no")
        for write in (lambda row: row.write({"answer": "yes"}), lambda row: row.unlink()):
            with self.assertRaisesRegex(AccessError, "own opinion"):
                write(self.as_user(opinion, self.member))
        self.as_user(opinion, self.leader).answer = "yes"
        self.assertEqual(opinion.recorded_by_id, self.leader)

    def test_for_a_member_without_an_account_it_is_recorded_by_another(self):
        opinion = self._say(self.under_way(), self.member, self.third_mandate)
        self.assertEqual(opinion.recorded_by_id, self.member)

    def test_a_member_speaks_once(self):
        inspection = self.under_way()
        self._say(inspection, self.member, self.member_mandate)
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.UniqueViolation),
            self.env.cr.savepoint(),
        ):
            self._say(inspection, self.member, self.member_mandate, "no")

    def test_another_view_is_told_in_words(self):
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.CheckViolation),
            self.env.cr.savepoint(),
        ):
            self._say(self.under_way(), self.member, self.member_mandate, "other")

    def test_an_ended_mandate_does_not_sign(self):
        inspection = self.under_way()
        self.third_mandate._put({"date_to": today() - timedelta(days=1), "end_reason": "moved"})
        with self.assertRaisesRegex(UserError, "neither acts nor signs"):
            self._say(inspection, self.member, self.third_mandate)

    def test_who_was_a_member_reaches_nothing_any_more(self):
        inspection = self.under_way()
        self.member_mandate._put({"date_to": today() - timedelta(days=1), "end_reason": "moved"})
        self.board._sync_inspectors()
        gone = self.as_user(inspection, self.member)
        self.assertFalse(gone.has_access("read"))
        with self.assertRaises(AccessError):
            gone.action_agree()

    def test_agreeing_twice_is_agreeing_once(self):
        inspection = self.under_way()
        inspection.action_agree()
        inspection.action_agree()
        self.assertEqual(inspection.opinion_ids.mapped("answer"), ["yes"])
        self.assertEqual(inspection.my_answer, "yes")

    def test_only_while_it_is_under_way(self):
        with self.assertRaisesRegex(UserError, "does not change"):
            self.inspect().action_agree()


class TestEnd(InspectionCase):
    def _recommendation(self, inspection):
        return (
            self.env["dan_chu.recommendation"]
            .with_user(self.member)
            .create(
                {
                    "inspection_id": inspection.id,
                    "addressee_kind": "head",
                    "text": "Niêm yết các khoản thu",
                }
            )
        )

    def test_closing_needs_every_recommendation_settled_or_handed_on(self):
        inspection = self.concluded()
        recommendation = self._recommendation(inspection)
        inspection.action_follow_up()
        for state in ("draft", "sent", "answered", "not_settled"):
            recommendation.sudo()._put({"state": state})
            with self.subTest(state=state), self.assertRaisesRegex(UserError, "settled"):
                inspection.action_close()
        recommendation.sudo()._put({"state": "settled"})
        inspection.action_close()
        self.assertEqual((inspection.state, inspection.closed_on), ("closed", today()))

    def test_without_recommendations_it_is_closed_at_once(self):
        inspection = self.concluded()
        inspection.action_close()
        self.assertEqual(inspection.state, "closed")

    def test_cancelling_asks_the_reason(self):
        inspection = self.inspect()
        self.assertEqual(inspection.action_cancel()["res_model"], "dan_chu.inspection.cancel")
        inspection.action_cancel("Trùng với cuộc kiểm tra của cấp trên")
        self.assertEqual(inspection.state, "cancelled")
        with self.assertRaises(UserError):
            inspection.action_start()

    def test_what_was_concluded_is_not_cancelled(self):
        with self.assertRaises(UserError):
            self.concluded().action_cancel("Không cần nữa")

    def test_what_was_asked_for_may_still_be_given_after_the_conclusion(self):
        inspection = self.concluded(request_ids=[Command.create({"name": "Sổ quỹ"})])
        inspection.request_ids.given_on = today()
        for change in (
            inspection.request_ids.unlink,
            lambda: inspection.request_ids.write({"name": "Sổ khác"}),
        ):
            with self.assertRaisesRegex(UserError, "does not change"):
                change()
        inspection.action_close()
        with self.assertRaisesRegex(UserError, "does not change"):
            inspection.request_ids.note = "Đã trả"


class TestPaper(InspectionCase):
    def _values(self, **values):
        day = today() - timedelta(days=10)
        return {
            "reported_on": day - timedelta(days=14),
            "notified_on": day - timedelta(days=14),
            "started_on": day,
            "concluded_on": day + timedelta(days=1),
            "yes_count": 3,
            "conclusion": "Thực hiện đúng quy định",
            "minutes": {"name": "bien-ban.pdf", "data": PDF},
            **values,
        }

    def _inspection(self):
        return self.inspect(date_from=False, date_to=False)

    def test_its_true_dates_and_its_scan_are_kept(self):
        inspection = self._inspection()
        inspection.action_record_paper(self._values())
        self.assertEqual((inspection.state, inspection.door), ("concluded", "paper"))
        self.assertEqual(inspection.started_on, today() - timedelta(days=10))
        self.assertEqual(inspection.date_from, inspection.started_on)
        self.assertEqual(inspection.conclusion, "Thực hiện đúng quy định")
        self.assertEqual(len(inspection.file_ids.sha256), 64)
        self.assertFalse(inspection.warning)

    def test_without_the_scan_it_is_refused(self):
        with self.assertRaisesRegex(UserError, "no minutes"):
            self._inspection().action_record_paper(self._values(minutes=None))

    def test_what_was_not_lawful_is_kept_and_marked(self):
        inspection = self._inspection()
        started = today() - timedelta(days=10)
        inspection.action_record_paper(
            self._values(notified_on=started - timedelta(days=1), yes_count=1)
        )
        self.assertIn("Điều 22 khoản 1 điểm b", inspection.warning)
        self.assertIn("1 of 3", inspection.warning)

    def test_days_that_cannot_be_are_refused(self):
        day = today()
        for values in (
            {"started_on": False},
            {"started_on": day, "concluded_on": day - timedelta(days=1)},
            {"notified_on": day},
            {"concluded_on": day + timedelta(days=1)},
        ):
            with self.subTest(**values), self.assertRaises(UserError):
                self._inspection().action_record_paper(self._values(**values))

    def test_by_the_dialog(self):
        inspection = self._inspection()
        asked = inspection.action_record_paper()
        dialogs = self.env[asked["res_model"]].with_user(self.member)
        with Form(dialogs.with_context(**asked["context"])) as form:
            for name, value in self._values(minutes=PDF).items():
                setattr(form, name, value)
        form.save().action_confirm()
        self.assertEqual((inspection.state, inspection.paper_yes_count), ("concluded", 3))

"""A session of the council: who is there, what is voted on and by whom, and what comes of it."""

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import mute_logger

from tests.commendations import CommendationCase


class TestCouncil(CommendationCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.make_law(
            "council.quorum", "2/3", "fraction", comparison="at_least", unit_id=cls.school.id
        )
        cls.make_law(
            "council.majority", "50", "percent", comparison="more_than", unit_id=cls.school.id
        )
        cls.held = cls.make_round("council")
        cls.good = cls.make_nomination(cls.held, cls.people[0], "checked")
        cls.weak = cls.make_nomination(cls.held, cls.people[1], "checked")
        cls.own = cls.make_nomination(cls.held, cls.teacher, "checked")

    def session(self, method="paper", *, is_open=True, **values):
        session = (
            self.env["dan_chu.council.session"]
            .with_user(self.officer)
            .create({"round_id": self.held.id, "method": method, **values})
        )
        session.action_take_in()
        if is_open:
            session.action_open()
        return session

    def line(self, session, row):
        return session.line_ids.filtered(lambda line: line.commendation_id == row)

    def typed(self, session, row, votes_for, against=0, blank=0, **more):
        self.line(session, row).write(
            {"votes_for": votes_for, "votes_against": against, "votes_blank": blank, **more}
        )

    def test_the_list_is_that_of_the_council_and_all_complete_dossiers_are_taken_in(self):
        self.make_nomination(self.held, self.people[2], "submitted")
        session = self.session(is_open=False)
        self.assertEqual(session.board_id, self.council)
        self.assertEqual(
            session.attendance_ids.member_id.employee_id,
            (self.head | self.secretary | self.councillor | self.teacher).employee_id,
        )
        self.assertEqual(session.chair_id.employee_id, self.head.employee_id)
        self.assertEqual(session.secretary_id.employee_id, self.secretary.employee_id)
        self.assertEqual(session.line_ids.commendation_id, self.good | self.weak | self.own)
        session.action_take_in()
        self.assertEqual(session.line_count, 3)

    def test_the_button_of_the_round_makes_one_session_however_often_it_is_pressed(self):
        held = self.as_user(self.held, self.officer)
        first, again = held.action_council(), held.action_council()
        self.assertEqual(first["res_id"], again["res_id"])
        chosen = self.as_user(self.good, self.officer).action_council()
        self.assertEqual(chosen["res_id"], first["res_id"])

    def test_some_of_the_round_are_put_before_it_alone(self):
        action = self.as_user(self.good, self.officer).action_council()
        session = self.env["dan_chu.council.session"].browse(action["res_id"])
        self.assertEqual(session.line_ids.commendation_id, self.good)
        with self.assertRaises(UserError):
            self.as_user(
                self.make_nomination(self.held, self.people[2], "submitted"), self.officer
            ).action_council()

    def test_too_few_hold_no_session(self):
        session = self.session(is_open=False)
        absent = session.attendance_ids.filtered(
            lambda row: row.employee_id in (self.councillor | self.teacher).employee_id
        )
        absent.write({"is_present": False, "absence_reason": "Đi công tác"})
        with self.assertRaisesRegex(UserError, "2/4 thành viên Hội đồng có mặt"):
            session.action_open()
        absent[0].is_present = True
        session.action_open()
        self.assertEqual(
            (session.quorum, session.present_count, session.member_count), ("met", 3, 4)
        )

    def test_chair_and_secretary_are_there(self):
        session = self.session(is_open=False)
        session.attendance_ids.filtered(lambda row: row.member_id == session.chair_id).write(
            {"is_present": False}
        )
        with self.assertRaisesRegex(UserError, "in the chair"):
            session.action_open()

    def test_who_is_on_the_line_is_in_no_sum(self):
        session = self.session()
        good, own = self.line(session, self.good), self.line(session, self.own)
        self.assertEqual((good.voters, good.base_count, good.kept_out), (4, 4, False))
        self.assertEqual((own.voters, own.base_count), (3, 3))
        self.assertEqual(own.kept_out, self.teacher.employee_id.name)

    def test_the_head_of_a_collective_does_not_vote_on_it(self):
        self.group.head_id = self.councillor.employee_id
        row = self.make_nomination(self.held, self.group, "checked")
        session = self.session()
        self.assertEqual(self.line(session, row).voters, 3)

    def test_the_base_may_be_those_present(self):
        session = self.session(base_kind="present", is_open=False)
        session.attendance_ids.filtered(
            lambda row: row.employee_id == self.councillor.employee_id
        ).is_present = False
        session.action_open()
        self.assertEqual(self.line(session, self.good).base_count, 3)

    def test_passed_and_refused_by_the_totals(self):
        session = self.session()
        self.typed(session, self.good, 3, 1)
        self.typed(session, self.weak, 2, 2, remark="Sáng kiến chưa được công nhận")
        self.typed(session, self.own, 3)
        session.action_close()
        self.assertEqual(
            (self.good | self.weak | self.own).mapped("state"), ["passed", "refused", "passed"]
        )
        self.assertIn("3/4 thành viên Hội đồng tán thành", self.good.council_words)
        self.assertEqual(self.weak.refusal_reason, "Sáng kiến chưa được công nhận")
        self.assertEqual(
            (self.good.council_for, self.good.council_against, self.good.council_base), (3, 1, 4)
        )
        self.assertEqual((session.passed_count, session.refused_count), (2, 1))

    def test_an_award_has_a_majority_of_its_own(self):
        self.make_law(
            f"award.{self.title.code}.majority",
            "80",
            "percent",
            comparison="at_least",
            unit_id=self.school.id,
        )
        session = self.session()
        self.typed(session, self.good, 3, 1)
        self.typed(session, self.weak, 4)
        self.typed(session, self.own, 3)
        session.action_close()
        self.assertEqual((self.good | self.weak).mapped("state"), ["refused", "passed"])

    def test_without_a_majority_on_record_nothing_is_decided(self):
        self.env["dan_chu.rule"].search([("code", "=", "council.majority")]).unlink()
        session = self.session()
        for row in (self.good, self.weak, self.own):
            self.typed(session, row, 3)
        session.action_close()
        self.assertEqual(set(session.line_ids.mapped("outcome")), {"unknown"})
        self.assertEqual(self.good.state, "checked")
        with self.assertRaisesRegex(UserError, "council.majority"):
            session.action_settle()
        self.make_law(
            "council.majority", "50", "percent", comparison="more_than", unit_id=self.school.id
        )
        session.action_settle()
        self.assertEqual(self.good.state, "passed")

    def test_more_votes_than_members_are_refused(self):
        session = self.session()
        with self.assertRaisesRegex(ValidationError, "5 votes, but 4 members"):
            self.typed(session, self.good, 3, 2)

    def test_all_for_leaves_what_was_typed_and_the_own_line(self):
        session = self.as_user(self.session(), self.teacher)
        with self.assertRaises(AccessError):
            session.action_all_for()
        session = self.as_user(session, self.secretary)
        self.typed(session, self.weak, 1, 3)
        session.action_all_for()
        self.assertEqual(self.line(session, self.weak).votes_for, 1)
        self.assertEqual(self.line(session, self.good).votes_for, 4)
        self.assertEqual(self.line(session, self.own).votes_for, 3)

    def test_nobody_types_the_votes_on_the_own_line(self):
        mine = self.make_nomination(self.held, self.secretary, "checked")
        session = self.as_user(self.session(), self.secretary)
        with self.assertRaises(AccessError):
            self.typed(session, mine, 3)
        session.action_all_for()
        self.assertEqual(self.line(session, mine).votes_for, 0)
        with self.assertRaisesRegex(UserError, "no votes yet"):
            session.action_close()
        self.typed(self.as_user(session, self.officer), mine, 3)
        session.action_close()
        self.assertEqual(mine.state, "passed")

    def test_what_was_sent_back_meanwhile_is_not_decided(self):
        session = self.session()
        self.as_user(self.weak, self.officer).action_return("Thiếu biên bản")
        self.typed(session, self.good, 4)
        self.typed(session, self.own, 3)
        session.action_close()
        self.assertEqual(self.weak.state, "returned")
        self.assertFalse(self.line(session, self.weak).outcome)

    def test_a_line_is_taken_off_before_it_is_voted_on(self):
        session = self.session()
        self.line(session, self.weak).action_take_off()
        self.assertEqual(session.line_count, 2)
        self.typed(session, self.good, 4)
        with self.assertRaises(UserError):
            self.line(session, self.good).action_take_off()

    def test_opened_too_early_it_is_taken_back_until_somebody_voted(self):
        session = self.session()
        session.action_take_back()
        self.assertEqual((session.state, session.member_count), ("draft", 0))
        session.action_open()
        self.typed(session, self.good, 4)
        with self.assertRaises(UserError):
            session.action_take_back()

    def test_accounts_of_who_ran_it_come_and_go_later(self):
        session = self.session()
        session.action_all_for()
        session.action_close()
        self.assertEqual(session.secretary_user_id, self.secretary)
        self.secretary.employee_id.user_id = False
        self.env.flush_all()
        self.assertFalse(session.secretary_user_id)

    def test_closed_it_rests_in_the_database_too(self):
        session = self.session()
        session.action_all_for()
        session.action_close()
        line = self.line(session, self.good)
        with self.assertRaises(UserError):
            line.write({"votes_for": 1})
        with self.assertRaises(UserError):
            session.write({"notes": "<p>Khác</p>"})
        for row, column in ((line, "votes_for"), (session.attendance_ids[0], "sequence")):
            with (
                self.assertRaises(IntegrityError),
                self.env.cr.savepoint(),
                mute_logger("odoo.sql_db"),
            ):
                self.env.cr.execute(
                    f"UPDATE {row._table} SET {column} = 1 WHERE id = %s", (row.id,)
                )

    def test_by_name_each_votes_once_and_nobody_on_the_own_line(self):
        session = self.session("named")
        mine = self.as_user(session, self.teacher)
        good, weak = self.line(session, self.good), self.line(session, self.weak)
        mine.cast({str(good.id): "for", str(weak.id): "against"})
        mine.cast({str(good.id): "for"})
        with self.assertRaisesRegex(UserError, "does not change"):
            mine.cast({str(good.id): "against"})
        with self.assertRaisesRegex(AccessError, "your own line"):
            mine.cast({str(self.line(session, self.own).id): "for"})
        with self.assertRaises(AccessError):
            self.as_user(session, self.clever).cast({str(good.id): "for"})
        with self.assertRaises(UserError):
            mine.cast({str(good.id): "maybe"})
        for user in self.head | self.secretary | self.councillor:
            self.as_user(session, user).cast(
                {
                    str(good.id): "for",
                    str(weak.id): "blank",
                    str(self.line(session, self.own).id): "for",
                }
            )
        with self.assertRaises(UserError):
            good.write({"votes_for": 0})
        session.action_close()
        self.assertEqual((good.votes_for, weak.votes_for, weak.votes_blank), (4, 0, 3))
        self.assertEqual(
            (self.good | self.weak | self.own).mapped("state"), ["passed", "refused", "passed"]
        )
        with self.assertRaises(UserError):
            mine.cast({str(good.id): "for"})

    def test_why_a_line_was_refused_by_name_is_told_once_after_the_vote(self):
        session = self.session("named")
        good, weak = self.line(session, self.good), self.line(session, self.weak)
        self.assertTrue(weak.are_votes_hidden)
        for user in self.head | self.secretary | self.councillor | self.teacher:
            self.as_user(session, user).cast({good.id: "for", weak.id: "against"})
        self.line(session, self.own).action_take_off()
        session.action_close()
        self.assertFalse(weak.are_votes_hidden)
        self.assertEqual((good.may_remark, weak.may_remark), (False, True))
        self.assertTrue(session.lacks_reasons)
        with self.assertRaises(UserError):
            good.write({"remark": "Khác"})
        with self.assertRaises(AccessError):
            self.as_user(weak, self.teacher).write({"remark": "Khác"})
        self.as_user(weak, self.secretary).write({"remark": "Chưa có minh chứng"})
        self.assertEqual(self.weak.refusal_reason, "Chưa có minh chứng")
        with self.assertRaises(UserError):
            weak.write({"remark": "Khác"})
        self.env.flush_all()
        for line in good | weak:
            with (
                self.assertRaises(IntegrityError),
                self.env.cr.savepoint(),
                mute_logger("odoo.sql_db"),
            ):
                self.env.cr.execute(
                    "UPDATE dan_chu_council_line SET remark = 'Khác' WHERE id = %s", (line.id,)
                )

    def test_the_screen_of_a_member_shows_dossiers_and_the_own_votes(self):
        session = self.session("named")
        self.good.sudo()._put({"achievements": "<p>Dạy giỏi cấp tỉnh</p>"})
        mine = self.env["dan_chu.council.session"].with_user(self.teacher)
        (seen,) = mine.my_council()["sessions"]
        lines = {line["id"]: line for line in seen["lines"]}
        self.assertTrue(seen["may_vote"])
        self.assertFalse(seen["may_run"])
        self.assertTrue(lines[self.line(session, self.own).id]["is_own"])
        self.assertEqual(
            lines[self.line(session, self.good).id]["achievements"], "Dạy giỏi cấp tỉnh"
        )
        answer = mine.browse(session.id).cast({self.line(session, self.good).id: "for"})
        chosen = {line["id"]: line["choice"] for line in answer["lines"]}
        self.assertEqual(chosen[self.line(session, self.good).id], "for")
        nothing = {"sessions": [], "to_sign": []}
        self.assertEqual(mine.with_user(self.clever).my_council(), nothing)

    def test_votes_by_name_are_read_once_it_is_closed_and_never_change(self):
        session = self.session("named")
        for user in self.head | self.secretary | self.councillor | self.teacher:
            own = self.as_user(session, user)
            own.cast(
                {
                    line.id: "for"
                    for line in session.sudo().line_ids
                    if not self.as_user(line, user).sudo().is_own_line
                }
            )
        ballots = self.env["dan_chu.commendation.ballot"]
        self.assertFalse(ballots.with_user(self.officer).search_count([]))
        self.assertEqual(ballots.with_user(self.teacher).search_count([]), 2)
        session.action_close()
        self.assertEqual(ballots.with_user(self.officer).search_count([]), 11)
        ballot = ballots.sudo().search([], limit=1)
        with self.assertRaises(UserError):
            ballot.write({"choice": "against"})
        with self.assertRaises(UserError):
            ballots.sudo().create({"line_id": ballot.line_id.id, "choice": "for"})

    def test_nobody_else_runs_it(self):
        session = self.session()
        for user in (self.teacher, self.clever, self.nominator, self.upper_officer):
            with self.subTest(user.name), self.assertRaises(AccessError):
                self.as_user(session, user).action_close()
        with self.assertRaises(UserError):
            self.as_user(session, self.officer).write({"state": "closed"})

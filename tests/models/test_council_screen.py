"""What members and the secretary see while a session runs; a refused line voted on again."""

from odoo.exceptions import AccessError, UserError

from tests.commendation_papers import CommendationPaperCase


class CouncilScreenCase(CommendationPaperCase):
    @classmethod
    def session(cls, method="named", **values):
        sessions = cls.env["dan_chu.council.session"].with_user(cls.officer)
        session = sessions.create({"round_id": cls.held.id, "method": method, **values})
        session.action_take_in()
        session.action_open()
        return session

    def line(self, session, row):
        return session.line_ids.filtered(lambda line: line.commendation_id == row)

    def seen_by(self, user):
        return self.env["dan_chu.council.session"].with_user(user).my_council()

    def cast_all(self, session, user, choice="for"):
        mine = self.as_user(session, user)
        lines = self.as_user(session.sudo().line_ids, user).sudo()
        mine.cast({line.id: choice for line in lines if not line.is_own_line})


class TestCouncilScreen(CouncilScreenCase):
    def test_who_has_still_to_vote_is_told_and_how_many_votes_came(self):
        session = self.session()
        everybody = (self.head | self.secretary | self.councillor | self.teacher).employee_id
        self.assertEqual(session.still_to_vote, ", ".join(session.attendance_ids.mapped("name")))
        self.assertEqual(session.attendance_ids.employee_id, everybody)
        for user in (self.head, self.teacher):
            self.cast_all(session, user)
        self.as_user(session, self.councillor).cast({self.line(session, self.good).id: "for"})
        session.invalidate_recordset()
        numbers = {
            row.employee_id.user_id: row.ballot_count for row in session.attendance_ids.sudo()
        }
        # All but the own lines: the teacher's is one, the head's own is another.
        self.assertEqual(numbers[self.head], len(session.line_ids) - 1)
        self.assertEqual(numbers[self.teacher], len(session.line_ids) - 1)
        self.assertEqual((numbers[self.councillor], numbers[self.secretary]), (1, 0))
        waiting = session.sudo().attendance_ids.filtered(
            lambda row: row.employee_id.user_id in self.secretary | self.councillor
        )
        self.assertEqual(session.still_to_vote, ", ".join(waiting.mapped("name")))

    def test_nobody_is_waited_for_where_hands_are_counted_or_all_is_over(self):
        session = self.session("hands")
        self.assertFalse(session.still_to_vote)
        session.action_all_for()
        session.sudo().line_ids.filtered(lambda line: not line.is_counted)._put({"votes_for": 1})
        session.action_close()
        self.assertFalse(session.still_to_vote)

    def test_members_see_what_speaks_against_a_line_and_what_was_given_before(self):
        self.make_honour(self.school, self.people[1], award_name="Chiến sĩ thi đua cơ sở")
        self.people[0].sudo().dan_chu_unit_id = self.sibling
        session = self.session()
        (seen,) = self.seen_by(self.councillor)["sessions"]
        lines = {line["id"]: line for line in seen["lines"]}
        self.assertIn("Chiến sĩ thi đua cơ sở", lines[self.line(session, self.good).id]["earlier"])
        self.assertFalse(lines[self.line(session, self.good).id]["against"])
        self.assertTrue(lines[self.line(session, self.weak).id]["against"])

    def test_what_waits_for_the_own_vote_stands_first(self):
        other = self.make_round("council")
        self.make_nomination(other, self.people[3], "checked")
        prepared = self.env["dan_chu.council.session"].with_user(self.officer)
        prepared = prepared.create({"round_id": other.id, "method": "named"})
        prepared.action_take_in()
        session = self.session()
        seen = self.seen_by(self.councillor)["sessions"]
        self.assertEqual([row["id"] for row in seen], [session.id, prepared.id])

    def test_minutes_are_shown_to_those_who_sign_them_until_they_have(self):
        session = self.vote()
        paper = self.paper("council_minutes", session_id=session.id)
        mine = session.with_user(self.secretary)
        self.assertEqual(self.seen_by(self.secretary)["to_sign"], [])
        paper.action_submit()
        (told,) = self.seen_by(self.secretary)["to_sign"]
        self.assertEqual(told["id"], paper.id)
        self.assertIn(paper.title, told["name"])
        self.assertTrue(mine.my_signature_waits)
        self.assertEqual(self.seen_by(self.councillor)["to_sign"], [])
        self.assertFalse(self.as_user(session, self.officer).my_signature_waits)
        paper.with_user(self.secretary).action_consent()
        mine.invalidate_recordset()
        self.assertEqual(self.seen_by(self.secretary)["to_sign"], [])
        self.assertFalse(mine.my_signature_waits)
        self.assertEqual(len(self.seen_by(self.head)["to_sign"]), 1)


class TestCouncilAgain(CouncilScreenCase):
    def again(self, row, user=None):
        action = self.as_user(row, user or self.head).action_council_again()
        wizards = self.env[action["res_model"]].with_user(user or self.head)
        wizard = wizards.with_context(action["context"]).create({"reason": "Bổ sung minh chứng"})
        wizard.action_confirm()

    def test_a_refused_line_is_voted_on_again_and_the_first_vote_stays(self):
        first = self.vote()
        self.assertEqual(self.weak.state, "refused")
        self.again(self.weak)
        self.assertEqual(
            (self.weak.state, self.weak.council_words, self.weak.refusal_reason),
            ("checked", False, False),
        )
        action = self.as_user(self.held, self.officer).action_council()
        second = self.env["dan_chu.council.session"].browse(action["res_id"])
        self.assertNotEqual(second, first)
        self.assertEqual(second.line_ids.commendation_id, self.weak)
        self.assertEqual(second.line_ids.again_words, "Bổ sung minh chứng")
        second.with_user(self.officer).action_open()
        second.with_user(self.officer).action_all_for()
        second.with_user(self.officer).action_close()
        self.assertEqual((self.weak.state, self.weak.council_for), ("passed", 4))
        old = self.line(first, self.weak)
        self.assertEqual((old.outcome, old.votes_for, old.again_words), ("not_passed", 1, False))
        self.assertEqual(self.weak.council_line_ids, old | second.line_ids)

    def test_the_minutes_say_that_it_was_voted_on_again_why_and_both_results(self):
        first = self.vote()
        self.again(self.weak)
        action = self.as_user(self.held, self.officer).action_council()
        second = self.env["dan_chu.council.session"].browse(action["res_id"])
        second.with_user(self.officer).action_open()
        second.with_user(self.officer).action_all_for()
        second.with_user(self.officer).action_close()
        was, now = self.line(first, self.weak), second.line_ids
        told = (
            f"Nguyễn Văn An (Lao động thử), lý do: bổ sung minh chứng. Lần 1 (ngày "
            f"{first.day:%d/%m/%Y}): {was.outcome_words}. Lần này: {now.outcome_words}."
        )
        for form in ("council_minutes", "counting_minutes"):
            with self.subTest(form):
                self.assertIn(told, self.text(self.paper(form, session_id=second.id)))
                # What came later is in no minutes of the first vote.
                earlier = self.text(self.paper(form, session_id=first.id))
                self.assertNotIn("Biểu quyết lại", earlier)

    def test_the_head_alone_orders_it_and_not_for_the_own_line(self):
        self.vote()
        with self.assertRaises(AccessError):
            self.as_user(self.weak, self.officer).action_council_again("Bổ sung minh chứng")
        own = self.make_nomination(self.held, self.head, "refused", award=self.certificate)
        with self.assertRaises(AccessError):
            self.as_user(own, self.head).action_council_again("Bổ sung minh chứng")
        with self.assertRaises(UserError):
            self.as_user(self.good, self.head).action_council_again("Bổ sung minh chứng")

    def test_not_once_the_round_is_decided(self):
        self.vote()
        self.held._put({"state": "decided"})
        with self.assertRaises(UserError):
            self.as_user(self.weak, self.head).action_council_again("Bổ sung minh chứng")

    def test_no_words_are_no_reason(self):
        self.vote()
        action = self.as_user(self.weak, self.head).action_council_again()
        wizard = (
            self.env[action["res_model"]]
            .with_user(self.head)
            .with_context(action["context"])
            .create({"reason": "  "})
        )
        with self.assertRaises(UserError):
            wizard.action_confirm()
        self.assertEqual(self.weak.state, "refused")


class TestCouncilQueries(CouncilScreenCase):
    def counted(self, size):
        """Statements of: opening, the screen of a member, all votes of a member, a typed line,
        closing, of a session with that many lines."""
        held = self.make_round("council")
        self.quiet["hr.employee"].create(
            [{"name": f"Người {n}", "dan_chu_unit_id": self.group.id} for n in range(size)]
        )
        people = self.env["hr.employee"].search([("name", "=like", "Người %")], limit=size)
        for person in people:
            self.make_nomination(held, person, "checked", achievements="<p>Dạy giỏi</p>")
        sessions = self.env["dan_chu.council.session"].with_user(self.officer)
        counted = {}

        def count(what, call):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            answer = call()
            self.env.flush_all()
            counted[what] = self.env.cr.sql_log_count - before
            return answer

        named = sessions.create({"round_id": held.id, "method": "named"})
        count("taken in", named.action_take_in)
        self.assertEqual(named.line_count, size)
        count("opened", named.action_open)
        mine = self.as_user(named, self.councillor)
        seen = count("screen", lambda: self.seen_by(self.councillor))["sessions"][0]
        choices = {line["id"]: "for" for line in seen["lines"]}
        count("cast", lambda: mine.cast(choices))
        count("waited for", lambda: named.still_to_vote)
        # Every second line is refused.
        mixed = {line: ("for", "against")[place % 2] for place, line in enumerate(choices)}
        for user in (self.head, self.secretary, self.teacher):
            self.as_user(named, user).cast(mixed)
        count("closed", named.action_close)
        self.assertEqual((named.passed_count, named.refused_count), (size - size // 2, size // 2))
        return counted

    def test_sixty_lines_ask_for_as_much_as_ten(self):
        self.counted(3)
        few, many = self.counted(10), self.counted(60)
        for what in few:
            with self.subTest(what):
                self.assertLessEqual(many[what], few[what] + 2, (few, many))

    def test_a_typed_line_is_written_by_a_few_statements_whatever_the_number(self):
        counted = []
        for size in (10, 60):
            held = self.make_round("council")
            for number in range(size):
                person = self.quiet["hr.employee"].create(
                    {"name": f"Giáo viên {size} {number}", "dan_chu_unit_id": self.group.id}
                )
                self.make_nomination(held, person.with_env(self.env), "checked")
            sessions = self.env["dan_chu.council.session"].with_user(self.officer)
            session = sessions.create({"round_id": held.id, "method": "paper"})
            session.action_take_in()
            session.action_open()
            line = session.line_ids[size // 2]
            line.web_save({"votes_for": 4}, {"votes_for": {}, "name": {}, "is_own_line": {}})
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            line = session.line_ids[size // 2 + 1]
            line.web_save({"votes_for": 4}, {"votes_for": {}, "name": {}, "is_own_line": {}})
            self.env.flush_all()
            counted.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counted[1], counted[0] + 1, counted)
        self.assertLessEqual(counted[1], 30, counted)

import psycopg2

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.conferences import ConferenceCase


class ElectionTest(ConferenceCase):
    """A board of three is elected by the 27 who are there."""

    present = 27

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.conference = cls.make_conference("open", present=cls.present)
        cls.give_duties(cls.conference)
        accounts = cls.env["hr.employee"].search([("user_id", "!=", False)])
        cls.people = cls.people_of(cls.school) - accounts

    def election(self, method="paper", *, count=5, seats=3, **values):
        vote = self.make_vote(
            self.conference,
            method,
            candidates=self.people[:count],
            seats=seats,
            name="Bầu Ban Thanh tra nhân dân",
            **values,
        )
        return vote.with_env(self.env)

    def hold(self, vote, votes, valid=27):
        vote.action_open()
        slips = {"issued": 27, "collected": valid, "valid": valid, "invalid": 0}
        told = vote.enter_totals(
            {} if vote.method == "hands" else slips,
            {str(row.id): number for row, number in zip(vote.option_ids, votes, strict=True)},
        )
        self.assertEqual(told, "")
        vote.action_close()
        return vote.option_ids.mapped("elected")

    def browse(self, action, model="dan_chu.vote"):
        self.assertEqual(action["res_model"], model)
        return self.env[model].browse(action["res_id"])


class TestElection(ElectionTest):
    def test_more_than_half_of_those_who_came_and_most_votes_first(self):
        vote = self.election()
        marks = self.hold(vote, [20, 13, 18, 14, 10])
        self.assertEqual(marks, ["yes", "no", "yes", "yes", "no"])
        self.assertEqual((vote.outcome, vote.open_seats), ("passed", 0))
        self.assertIn("Trúng cử 3/3 người", vote.outcome_words)
        self.assertIn("Điều 51 khoản 2 điểm c", vote.outcome_words)

    def test_the_base_is_those_who_came_and_not_the_valid_ballots(self):
        vote = self.election(seats=1)
        # Thirteen of twenty valid ballots, but not of twenty-seven people.
        self.assertEqual(self.hold(vote, [13, 2, 2, 1, 0], valid=20), ["no"] * 5)
        self.assertEqual((vote.outcome, vote.open_seats), ("not_passed", 1))

    def test_more_names_than_a_ballot_may_bear(self):
        vote = self.election(seats=1)
        vote.action_open()
        slips = {"issued": 27, "collected": 27, "valid": 27}
        told = vote.enter_totals(
            slips, {str(vote.option_ids[0].id): 20, str(vote.option_ids[1].id): 9}
        )
        self.assertIn("29 votes in all", told)
        with self.assertRaisesRegex(UserError, "give 27 at most"):
            vote.action_close()

    def test_by_show_of_hands(self):
        vote = self.election("hands")
        marks = self.hold(vote, [27, 25, 26, 3, 0])
        self.assertEqual(marks, ["yes", "yes", "yes", "no", "no"])

    def test_a_candidate_of_no_other_vote(self):
        vote, other = self.election(), self.election()
        vote.action_open()
        with self.assertRaisesRegex(UserError, "no such candidate"):
            vote.enter_totals({}, {str(other.option_ids[0].id): 1})


class TestRounds(ElectionTest):
    def test_a_tie_goes_to_another_round_of_those_who_tied(self):
        vote = self.election()
        marks = self.hold(vote, [25, 16, 16, 16, 2])
        self.assertEqual(marks, ["yes", "tie", "tie", "tie", "no"])
        self.assertEqual(vote.open_seats, 2)
        again = self.browse(vote.with_user(self.counter).action_next_round())
        self.assertEqual((again.seats, again.round_number, again.state), (2, 2, "draft"))
        self.assertEqual(again.option_ids.employee_id, self.people[1:4])
        self.assertFalse(again.reopen_reason)
        self.assertEqual(self.hold(again, [10, 20, 15]), ["no", "yes", "yes"])
        self.assertEqual(again._rounds(), vote | again)
        elected = again._elected().employee_id
        self.assertEqual(list(elected), list(self.people[0] | self.people[2] | self.people[3]))
        self.assertFalse(vote.is_replaced)

    def test_empty_seats_go_to_another_round_of_who_was_not_elected(self):
        vote = self.election()
        self.hold(vote, [25, 20, 10, 9, 2])
        again = self.browse(vote.action_next_round())
        self.assertEqual((again.seats, again.option_ids.employee_id), (1, self.people[2:5]))

    def test_a_round_that_is_voted_again_counts_in_place_of_the_first(self):
        vote = self.election()
        self.hold(vote, [25, 16, 16, 16, 2])
        second = self.browse(vote.action_next_round())
        self.hold(second, [20, 15, 10])
        third = self.browse(
            second.with_user(self.chair).action_reopen("Hòm phiếu không niêm phong")
        )
        self.hold(third, [10, 20, 15])
        self.assertEqual(third._rounds(), vote | third)
        self.assertEqual(third._elected().employee_id, self.people[0] | self.people[2:4])

    def test_no_round_for_nothing(self):
        full = self.election()
        self.hold(full, [25, 20, 18, 9, 2])
        with self.assertRaisesRegex(UserError, "left no seat open"):
            full.action_next_round()
        short = self.election()
        self.hold(short, [25, 20, 10, 9, 2])
        short.action_next_round()
        with self.assertRaisesRegex(UserError, "followed by round 2"):
            short.action_next_round()
        yes_or_no = self.make_vote(self.conference)
        yes_or_no.action_open()
        yes_or_no.enter_totals({"votes_for": 3})
        yes_or_no.action_close()
        with self.assertRaises(UserError):
            yes_or_no.action_next_round()


class TestCandidates(ElectionTest):
    def test_who_may_not_be_a_member_is_told_with_the_article(self):
        self.school.chief_accountant_id = self.people[0]
        self.school.head_id = self.people[1]
        vote = self.election()
        self.assertIn("is the chief accountant", vote.warnings)
        self.assertIn("is the head", vote.warnings)
        self.assertIn("Điều 60 khoản 2", vote.option_ids[0].warning)
        self.assertFalse(vote.option_ids[2].warning)

    def test_where_the_rule_refuses_the_election_does_not_open(self):
        self.school.chief_accountant_id = self.people[0]
        rule = self.env["dan_chu.rule"].search(
            [("code", "=", "inspectorate.chief_accountant_excluded")]
        )
        rule.strength = "refuse"
        vote = self.election()
        with self.assertRaisesRegex(UserError, "chief accountant"):
            vote.action_open()

    def test_how_many_are_elected(self):
        self.assertIn("at least 3", self.election(seats=2).warnings)
        self.assertIn("more than 9", self.election(seats=10).warnings)
        self.assertIn("5 people stand for 9 seats", self.election(seats=9).warnings)
        self.assertNotIn("seats", self.election(seats=3).warnings)

    def test_who_counts_does_not_stand(self):
        vote = self.election()
        vote.option_ids[0].employee_id = self.counter.employee_id
        self.assertIn("counting committee", vote.warnings)

    def test_the_representative_proposes(self):
        vote = self.election(count=1)
        own = vote.with_user(self.representative)
        self.assertTrue(own.may_nominate)
        own.action_nominate(self.people[1:3].ids)
        self.assertEqual(vote.option_ids.employee_id, self.people[:3])
        self.assertEqual(set(vote.option_ids.mapped("nominated")), {"representative"})
        own.action_nominate(self.people[1:3].ids)
        self.assertEqual(len(vote.option_ids), 3)
        wizard = self.env["dan_chu.vote.nominate"].with_user(self.representative)
        chosen = [Command.set(self.people[4].ids)]
        wizard.create({"vote_id": vote.id, "person_ids": chosen}).action_confirm()
        self.assertIn(self.people[4], vote.option_ids.employee_id)
        with self.assertRaises(AccessError):
            own.option_ids.create({"vote_id": vote.id, "name": "Người lạ"})

    def test_from_the_floor_only_if_the_rules_allow(self):
        vote = self.election(count=1)
        own = vote.with_user(self.secretary)
        with self.assertRaises(AccessError):
            own.action_nominate(self.people[1].ids, "floor")
        vote.floor_nominations = True
        own.action_nominate(self.people[1].ids, "floor")
        self.assertEqual(vote.option_ids[1].nominated, "floor")
        with self.assertRaises(AccessError):
            own.action_nominate(self.people[2].ids, "representative")
        with self.assertRaises(AccessError):
            vote.with_user(self.staff).action_nominate(self.people[2].ids, "floor")

    def test_only_people_of_the_house_are_nominated(self):
        stranger = self.make_employee("Người nơi khác", self.sibling)
        with self.assertRaisesRegex(UserError, "not of the staff"):
            self.election().action_nominate(stranger.ids)

    def test_the_name_on_the_ballot_is_that_of_the_person(self):
        vote = self.election()
        first, other = vote.option_ids[0], self.people[9]
        for change in (
            lambda: first.with_user(self.officer).write({"name": other.name}),
            lambda: vote.option_ids.create(
                {"vote_id": vote.id, "employee_id": other.id, "name": "Người khác"}
            ),
        ):
            with self.assertRaisesRegex(ValidationError, "has to name"):
                change()
        first.name = f"Ông {first.employee_id.name}"
        self.assertTrue(first.name.startswith("Ông"))

    def test_nobody_stands_twice(self):
        vote = self.election()
        with (
            self.assertRaises(psycopg2.errors.UniqueViolation),
            mute_logger("odoo.sql_db"),
            self.cr.savepoint(),
        ):
            vote.option_ids.create({"vote_id": vote.id, "employee_id": self.people[0].id})

    def test_that_the_list_was_not_put_to_the_vote_is_told_before_it_is_opened(self):
        vote = self.election()
        self.assertIn("has not voted on this list", vote.warnings)
        vote.action_fix_list()
        self.assertFalse(vote.warnings)
        self.assertFalse(self.election(count=0).warnings)

    def test_the_list_is_put_to_the_vote(self):
        vote = self.election()
        asked = self.browse(vote.with_user(self.counter).action_fix_list())
        self.assertEqual(vote.list_vote_id, asked)
        self.assertEqual((asked.method, asked.matter), ("hands", "procedure"))
        with self.assertRaisesRegex(UserError, "not been passed yet"):
            vote.action_open()
        asked.action_open()
        with self.assertRaisesRegex(UserError, "is fixed"):
            vote.option_ids[0].unlink()
        asked.enter_totals({"votes_for": 25})
        asked.action_close()
        for change in (
            lambda: vote.option_ids[0].write({"name": "Người khác"}),
            lambda: vote.write({"option_ids": [Command.create({"name": "Người khác"})]}),
            lambda: vote.action_nominate(self.people[9].ids),
        ):
            with self.assertRaisesRegex(UserError, "is fixed"):
                change()
        vote.action_open()
        self.assertEqual(vote.state, "open")

    def test_a_list_that_was_not_passed_is_changed_and_asked_again(self):
        vote = self.election()
        asked = self.browse(vote.action_fix_list())
        asked.action_open()
        asked.enter_totals({"votes_for": 5})
        asked.action_close()
        vote.option_ids[4].unlink()
        another = self.browse(vote.action_fix_list())
        self.assertNotEqual(another, asked)
        self.assertIn("4 người", another.name)

    def test_a_list_that_is_voted_again_is_open_until_it_passes_again(self):
        vote = self.election()
        listed = self.browse(vote.action_fix_list())
        listed.action_open()
        listed.write({"votes_for": listed.entitled})
        listed.action_close()
        listed.action_reopen("Thiếu một người")
        again = self.browse(vote.action_fix_list())
        self.assertEqual(again.previous_id, listed)
        with self.assertRaisesRegex(UserError, "has not been passed yet"):
            vote.action_open()
        vote.option_ids[:1].unlink()
        again.action_open()
        with self.assertRaisesRegex(UserError, "is fixed"):
            vote.option_ids[:1].unlink()

    def test_nobody_stands(self):
        vote = self.election()
        vote.option_ids.unlink()
        with self.assertRaisesRegex(UserError, "nobody stands"):
            vote.action_open()

    def test_who_is_elected_is_not_written(self):
        vote = self.election()
        with self.assertRaises(UserError):
            vote.option_ids[0].write({"elected": "yes"})
        with self.assertRaises(UserError):
            vote.option_ids[0].write({"votes": 5})
        made = vote.option_ids.create(
            {"vote_id": vote.id, "name": "Khác", "elected": "yes", "votes": 9}
        )
        self.assertEqual((made.elected, made.votes), (False, 0))


class TestBoard(ElectionTest):
    def test_the_elected_of_all_rounds_become_the_members(self):
        vote = self.election()
        self.hold(vote, [25, 16, 16, 16, 2])
        again = self.browse(vote.action_next_round())
        self.hold(again, [10, 20, 15])
        board = self.browse(
            again.with_user(self.representative).action_make_board(), "dan_chu.board"
        )
        self.assertEqual(board.kind_code, "inspectorate")
        self.assertEqual((board.state, board.elected_on), ("draft", today()))
        self.assertEqual(board.unit_id, self.school)
        self.assertEqual(
            list(board.member_ids.employee_id),
            list(self.people[0] | self.people[2] | self.people[3]),
        )
        self.assertEqual(set((vote | again).mapped("carried_out_on")), {today()})
        with self.assertRaises(UserError):
            again.with_user(self.representative).action_make_board()
        with self.assertRaisesRegex(UserError, "carried out"):
            again.with_user(self.chair).action_reopen("Đếm lại")
        board.with_user(self.representative).action_recognise()
        self.assertEqual(board.state, "active")

    def test_who_makes_the_board(self):
        vote = self.election()
        self.hold(vote, [25, 20, 18, 9, 2])
        for user in (self.head, self.counter, self.staff, self.upper_officer):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                vote.with_user(user).action_make_board()
        # The conference has long been closed when the papers are done.
        self.bring_to(self.conference, "closed")
        self.assertTrue(vote.with_user(self.officer).action_make_board())
        self.env.flush_all()

    def test_from_the_last_round_alone(self):
        vote = self.election()
        self.hold(vote, [25, 16, 16, 16, 2])
        vote.action_next_round()
        with self.assertRaisesRegex(UserError, "followed by round 2"):
            vote.action_make_board()

    def make_board_at_work(self):
        vote = self.election()
        self.hold(vote, [25, 20, 18, 9, 2])
        board = self.browse(vote.action_make_board(), "dan_chu.board")
        board.with_user(self.representative).action_recognise()
        return board

    def test_a_member_is_released_and_another_elected(self):
        board = self.make_board_at_work()
        member = board.member_ids[0]
        vote = self.make_vote(
            self.conference,
            matter="release",
            name=f"Cho thôi làm thành viên: {member.name}",
            member_id=member.id,
        )
        vote.action_open()
        vote.enter_totals({"votes_for": 20})
        vote.action_close()
        with self.assertRaises(AccessError):
            vote.with_user(self.officer).action_release()
        vote.with_user(self.representative).action_release()
        self.assertEqual((member.date_to, member.end_reason), (today(), "released"))
        self.assertIn("20/27", member.end_note)
        with self.assertRaises(UserError):
            vote.with_user(self.representative).action_release()

        chosen = self.make_vote(
            self.conference,
            "paper",
            candidates=self.people[5:7],
            seats=1,
            board_id=board.id,
            name="Bầu bổ sung Ban Thanh tra nhân dân",
        )
        self.assertNotIn("seats", chosen.warnings)
        self.hold(chosen, [20, 6])
        same = self.browse(chosen.action_make_board(), "dan_chu.board")
        self.assertEqual(same, board)
        new = board.member_ids.filtered(lambda row: row.employee_id == self.people[5])
        self.assertEqual(new.replaces_id, member)
        self.assertFalse(new.recognised_on)

    def test_who_was_not_released_stays(self):
        board = self.make_board_at_work()
        vote = self.make_vote(self.conference, matter="release", member_id=board.member_ids[0].id)
        vote.action_open()
        vote.enter_totals({"votes_for": 13})
        vote.action_close()
        with self.assertRaisesRegex(UserError, "was not passed"):
            vote.with_user(self.representative).action_release()


class TestBallotPapers(ElectionTest):
    def test_a_ballot_for_each_who_may_vote(self):
        vote = self.election()
        paper = vote._ballot_paper()
        self.assertEqual(paper["count"], 27)
        self.assertEqual(len(paper["people"]), 5)
        self.assertIn("không quá 03 người", paper["hints"][0])
        self.assertTrue(vote._pdf_to_print().startswith(b"%PDF"))

    def test_before_anybody_is_there_one_for_each_who_is_summoned(self):
        early = self.make_conference("called")
        vote = self.make_vote(early, "paper", candidates=self.people[:3], seats=2)
        self.assertEqual(vote._ballot_paper()["count"], len(self.summoned(early)))

    def test_yes_or_no(self):
        paper = self.make_vote(self.conference, "paper")._ballot_paper()
        self.assertEqual(paper["choices"], ("Tán thành", "Không tán thành", "Không có ý kiến"))
        self.assertEqual(paper["people"], [])

    def test_ballots_are_for_who_runs_the_vote(self):
        vote = self.election()
        with self.assertRaises(AccessError):
            vote.with_user(self.representative)._pdf_to_print()
        with self.assertRaisesRegex(UserError, "not voted on paper"):
            self.make_vote(self.conference).action_print_ballots()
        self.hold(vote, [25, 20, 18, 9, 2])
        with self.assertRaises(UserError):
            vote.action_print_ballots()

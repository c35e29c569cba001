from contextlib import contextmanager

import psycopg2

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form
from odoo.tools import SQL, mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.conferences import ConferenceCase


class VoteTest(ConferenceCase):
    """A conference in session, with 27 of its 30 people in the room unless it is said otherwise."""

    present = 27

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.conference = cls.make_conference("open", guests=2, present=cls.present)
        cls.give_duties(cls.conference)
        cls.total = len(cls.summoned(cls.conference))

    @contextmanager
    def refusing(self, constraint, table="dan_chu_vote"):
        """The database says no, and by which constraint."""
        with (
            self.assertRaises(psycopg2.errors.CheckViolation) as caught,
            mute_logger("odoo.sql_db"),
            self.cr.savepoint(),
        ):
            yield
        self.assertEqual(caught.exception.diag.constraint_name, f"{table}_{constraint}")

    def open_vote(self, method="hands", **values):
        vote = self.make_vote(self.conference, method, **values)
        vote.action_open()
        return vote

    def decided(self, method="hands", totals=None, **values):
        vote = self.open_vote(method, **values)
        vote.enter_totals(totals)
        vote.action_close()
        return vote

    def paper(self, said, collected=26, invalid=0, issued=27):
        for_, against, blank = said
        return {
            "issued": issued,
            "collected": collected,
            "valid": collected - invalid,
            "invalid": invalid,
            "votes_for": for_,
            "votes_against": against,
            "votes_blank": blank,
        }


class TestHands(VoteTest):
    def test_more_than_half_of_all_who_attend(self):
        vote = self.decided(totals={"votes_for": 14})
        self.assertEqual((vote.state, vote.outcome), ("closed", "passed"))
        self.assertEqual(vote.base_count, 27)
        self.assertIn("14/27 người dự hội nghị tán thành, cần ít nhất 14", vote.outcome_words)
        self.assertIn("Điều 51 khoản 2 điểm c", vote.outcome_words)
        self.assertTrue(vote.outcome_words.endswith(": thông qua"))

    def test_half_is_not_enough(self):
        vote = self.decided(totals={"votes_for": 13, "votes_against": 4})
        self.assertEqual(vote.outcome, "not_passed")

    def test_guests_neither_count_nor_vote(self):
        guest = self.conference.attendee_ids.filtered("is_guest")[0]
        guest._enter({"status": "present", "arrived_on": fields.Datetime.now()}, "list")
        vote = self.open_vote()
        self.assertEqual((vote.base_count, vote.entitled), (27, 27))
        self.assertNotIn(guest, vote._voters())

    def test_who_left_early_counts_and_does_not_vote(self):
        here = self.summoned(self.conference).filtered(lambda row: row.status == "present")
        for row in here[:3]:
            row._enter({"left_on": fields.Datetime.now()}, "list")
        vote = self.open_vote()
        self.assertEqual((vote.base_count, vote.entitled, len(vote._voters())), (27, 24, 24))
        with self.refusing("hands_in_the_room"):
            vote.enter_totals({"votes_for": 25})

    def test_the_base_is_frozen_when_it_opens(self):
        vote = self.open_vote()
        late = self.summoned(self.conference).filtered(lambda row: row.status != "present")
        late._enter({"status": "present", "arrived_on": fields.Datetime.now()}, "list")
        vote.enter_totals({"votes_for": 14})
        vote.action_close()
        self.assertEqual((vote.base_count, vote.outcome), (27, "passed"))
        self.assertEqual(self.open_vote().base_count, self.total)

    def test_an_opening_is_taken_back_as_long_as_nothing_is_counted(self):
        vote = self.open_vote()
        vote.action_take_back()
        self.env.flush_all()
        self.assertEqual((vote.state, vote.base_count, vote.entitled), ("draft", 0, 0))
        vote.action_open()
        vote.enter_totals({"votes_for": 1})
        with self.assertRaisesRegex(UserError, "voting has begun"):
            vote.action_take_back()

    def test_nothing_counted_is_not_closed(self):
        vote = self.open_vote()
        with self.assertRaisesRegex(UserError, "enter what was counted first"):
            vote.action_close()
        self.assertEqual(vote.state, "open")

    def test_it_is_closed_once(self):
        vote = self.decided(totals={"votes_for": 14})
        with self.assertRaisesRegex(UserError, "is “Closed”"):
            vote.action_close()

    def test_people_vote_once_the_conference_is_in_session(self):
        early = self.make_conference("called", present=20)
        vote = self.make_vote(early)
        with self.assertRaisesRegex(UserError, "once it is in session"):
            vote.action_open()

    def test_nobody_there(self):
        empty = self.make_conference("open", present=0)
        with self.assertRaisesRegex(UserError, "checked in"):
            self.make_vote(empty).action_open()


class TestPaper(VoteTest):
    def test_blank_and_invalid_ballots_are_not_for_it(self):
        vote = self.decided("paper", self.paper((14, 8, 2), invalid=2))
        self.assertEqual(vote.outcome, "passed")
        self.assertIn("14/27", vote.outcome_words)

    def test_the_same_votes_would_do_of_the_valid_ones_but_not_of_all_who_came(self):
        values = {"name": "Chọn nơi tham quan", "matter": "other"}
        totals = self.paper((13, 9, 2), invalid=2)
        vote = self.decided("paper", totals, base_kind="valid", **values)
        self.assertEqual((vote.base_count, vote.outcome), (24, "passed"))
        self.assertIn("13/24 phiếu hợp lệ tán thành", vote.outcome_words)
        of_all = self.decided("paper", totals, base_kind="attended", **values)
        self.assertEqual((of_all.base_count, of_all.outcome), (27, "not_passed"))
        collected = self.decided("paper", totals, base_kind="collected", **values)
        self.assertEqual((collected.base_count, collected.outcome), (26, "not_passed"))

    def test_matters_of_the_law_have_the_base_of_the_law(self):
        for matter in ("resolution", "contributions", "self_management"):
            with (
                self.subTest(matter=matter),
                self.refusing("base_of_the_law"),
            ):
                vote = self.make_vote(self.conference, matter=matter, base_kind="valid")
                vote.flush_recordset()

    def test_what_does_not_add_up_is_told_and_not_closed(self):
        vote = self.open_vote("paper")
        told = vote.enter_totals(self.paper((10, 5, 2), collected=20))
        self.assertEqual(told, "For, against and no opinion are 17, but 20 ballots are valid.")
        self.assertEqual(vote.misfits, told)
        with self.assertRaisesRegex(UserError, "are 17, but 20"):
            vote.action_close()

    def test_the_form_tells_while_somebody_types(self):
        vote = self.open_vote("paper").with_user(self.officer)
        with Form(vote) as form:
            form.issued = 27
            form.collected = 26
            form.valid = 20
            form.invalid = 5
            self.assertIn("20 valid and 5 invalid are 25 ballots, but 26", form.misfits)
            form.valid = 21
            form.votes_for = 21
            self.assertFalse(form.misfits)

    def test_typing_is_checked_without_being_kept(self):
        vote = self.open_vote("paper")
        told = vote.with_user(self.counter).check_totals(self.paper((26, 0, 0), issued=99))
        self.assertIn("99 ballots issued, but only 27", told)
        self.assertEqual(vote.issued, 0)

    def test_totals_are_whole_numbers_of_fields_that_there_are(self):
        vote = self.open_vote("paper")
        for wrong in (
            {"votes_for": -1},
            {"votes_for": 1.5},
            {"votes_for": True},
            {"votes_for": "12"},
            {"base_count": 1},
            {"state": 1},
            ["votes_for"],
        ):
            with self.subTest(wrong=wrong), self.assertRaises(UserError):
                vote.enter_totals(wrong)
        with self.assertRaisesRegex(UserError, "Ballots issued"):
            vote.enter_totals({"issued": -1})


class TestImpossible(VoteTest):
    """What gets past the models is refused by the database."""

    def refused(self, vote, constraint, **values):
        columns = SQL(", ").join(
            SQL("%s = %s", SQL.identifier(name), value) for name, value in values.items()
        )
        self.env.flush_all()
        with self.refusing(constraint, vote._table):
            self.cr.execute(
                SQL("UPDATE %s SET %s WHERE id = %s", SQL.identifier(vote._table), columns, vote.id)
            )

    def test_more_hands_than_people(self):
        vote = self.open_vote()
        self.refused(vote, "hands_in_the_room", votes_for=20, votes_against=5, votes_blank=3)
        self.refused(vote, "not_negative", votes_for=-1)
        self.refused(vote, "hands_are_no_ballots", issued=1)
        election = self.open_vote(candidates=self.people_of(self.school)[:1])
        self.refused(election, "election_has_candidates", votes_for=1)

    def test_ballots_that_cannot_be(self):
        vote = self.open_vote("paper")
        self.refused(vote, "ballots_issued", issued=28)
        self.refused(vote, "ballots_collected", issued=10, collected=11)
        slips = {"issued": 27, "collected": 26}
        self.refused(vote, "ballots_sorted", **slips, valid=25, invalid=2)
        self.refused(vote, "ballots_sorted", **slips, valid=25, votes_for=25, state="closed")
        good = {**slips, "valid": 24, "invalid": 2}
        self.refused(vote, "ballots_read", **good, votes_for=20, votes_against=4, votes_blank=1)
        self.refused(vote, "ballots_read", **good, votes_for=20, state="closed")

    def test_another_base_than_that_of_the_law(self):
        vote = self.make_vote(self.conference)
        self.refused(vote, "base_of_the_law", base_kind="valid")
        other = self.make_vote(self.conference, matter="other")
        self.refused(other, "all_staff_in_a_ballot", base_kind="all_staff")
        self.refused(other, "hands_decide_among_people", base_kind="valid")

    def test_more_for_one_than_there_are_ballots(self):
        people = self.people_of(self.school)[:3]
        vote = self.open_vote("paper", candidates=people, seats=2)
        slips = {"issued": 27, "collected": 26, "valid": 25, "invalid": 1}
        vote.enter_totals(slips, {str(vote.option_ids[0].id): 25})
        self.refused(vote.option_ids[0], "within_the_ballots", votes=26)
        self.refused(vote.option_ids[1], "not_negative", votes=-1)
        with self.refusing("within_the_ballots", "dan_chu_vote_option"):
            vote.write({"valid": 24})
            self.env.flush_all()


class TestAgain(VoteTest):
    def test_the_chair_has_it_voted_again_and_both_results_stay(self):
        first = self.decided(totals={"votes_for": 13})
        action = first.with_user(self.chair).action_reopen("Đếm sót tổ Ngữ văn")
        again = self.env["dan_chu.vote"].browse(action["res_id"])
        self.assertEqual((again.state, again.round_number), ("draft", 2))
        self.assertEqual(again.reopen_reason, "Đếm sót tổ Ngữ văn")
        again.action_open()
        again.enter_totals({"votes_for": 15})
        again.action_close()
        self.assertEqual((first.outcome, again.outcome), ("not_passed", "passed"))
        self.assertTrue(first.is_replaced)
        self.assertEqual(again._rounds(), again)
        log = self.conference.message_ids.filtered(lambda row: "Đếm sót" in (row.body or ""))
        self.assertEqual(log.author_id, self.chair.partner_id)

    def test_nobody_else_and_not_without_a_reason(self):
        vote = self.decided(totals={"votes_for": 13})
        for user in (self.officer, self.counter, self.secretary, self.staff, self.representative):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                vote.with_user(user).action_reopen("Đếm lại")
        with self.assertRaisesRegex(UserError, "Say why"):
            vote.with_user(self.chair).action_reopen("  ")

    def test_one_round_after_another(self):
        vote = self.decided(totals={"votes_for": 13})
        vote.action_reopen("Đếm lại")
        with self.assertRaisesRegex(UserError, "followed by round 2"):
            vote.action_reopen("Đếm lại")

    def test_a_reason_is_asked_for(self):
        vote = self.decided(totals={"votes_for": 13})
        wizard = self.env["dan_chu.vote.reopen"].with_user(self.chair)
        wizard.create({"vote_id": vote.id, "reason": "Đếm lại"}).action_confirm()
        self.assertEqual(vote.next_ids.reopen_reason, "Đếm lại")

    def test_not_after_the_conference(self):
        vote = self.decided(totals={"votes_for": 13})
        self.bring_to(self.conference, "closed")
        with self.assertRaises(UserError):
            vote.with_user(self.chair).action_reopen("Đếm lại")


class TestByHand(VoteTest):
    def test_what_stands_behind_buttons_is_not_written(self):
        vote = self.make_vote(self.conference).with_user(self.officer)
        for values in (
            {"state": "closed"},
            {"outcome": "passed"},
            {"base_count": 1},
            {"entitled": 99},
            {"is_ballot": True},
            {"open_seats": 1},
            {"votes_for": 1},
        ):
            with self.subTest(values=values), self.assertRaises(UserError):
                vote.write(values)
        made = self.make_vote(
            self.conference, state="closed", outcome="passed", votes_for=5, base_count=9
        )
        self.assertEqual((made.state, made.outcome, made.votes_for), ("draft", False, 0))
        self.assertEqual(made.base_count, 0)

    def test_what_is_voted_on_rests_once_it_is_open(self):
        vote = self.open_vote().with_user(self.officer)
        for values in ({"name": "Việc khác"}, {"method": "paper"}, {"matter": "other"}):
            with self.subTest(values=values), self.assertRaises(UserError):
                vote.write(values)
        vote.write({"votes_for": 20})
        vote.action_close()
        with self.assertRaises(UserError):
            vote.write({"votes_for": 2})
        with self.assertRaisesRegex(UserError, "stays on record"):
            vote.unlink()

    def test_who_runs_a_vote(self):
        for user in (self.officer, self.head, self.counter):
            with self.subTest(user=user.login):
                vote = self.make_vote(self.conference)
                own = vote.with_user(user)
                own.action_open()
                own.enter_totals({"votes_for": 20})
                own.action_close()
                self.assertEqual(vote.outcome, "passed")
        vote = self.make_vote(self.conference)
        for user in (self.secretary, self.clerk, self.staff, self.upper_officer, self.no_role):
            with self.subTest(user=user.login):
                own = vote.with_user(user)
                for call in (
                    own.action_open,
                    own.action_close,
                    own.action_take_back,
                    own.action_settle,
                    own.action_fix_list,
                    own.action_next_round,
                    own.action_print_ballots,
                    own.action_split_by_body,
                    own.action_make_board,
                    own.action_count,
                    lambda own=own: own.enter_totals({"votes_for": 1}),
                    lambda own=own: own.check_totals({"votes_for": 1}),
                    lambda own=own: own.action_nominate([1]),
                    lambda own=own: own.action_reopen("Đếm lại"),
                ):
                    with self.assertRaises(AccessError):
                        call()

    def test_the_screen_of_who_counts(self):
        vote = self.open_vote("paper")
        screen = self.env["dan_chu.vote"].with_user(self.counter).counting_screen()
        self.assertEqual(screen["vote"]["id"], vote.id)
        self.assertEqual(screen["vote"]["entitled"], 27)
        nothing = self.env["dan_chu.vote"].with_user(self.secretary).counting_screen(vote.id)
        self.assertEqual(nothing, {"votes": [], "vote": False})

    def test_it_opens_from_the_vote(self):
        vote = self.open_vote("paper")
        action = vote.with_user(self.counter).action_count()
        self.assertEqual(action["type"], "ir.actions.client")


class TestJoint(ConferenceCase):
    def test_each_body_votes_apart(self):
        joint = self.make_conference("called")
        ours, theirs = self.env["dan_chu.conference.body"].create(
            [
                {"conference_id": joint.id, "name": name, "staff_count": 15}
                for name in ("Trường THPT Hoa Sen", "Trung tâm Hoa Sen")
            ]
        )
        rows = self.summoned(joint)
        rows[:12]._put({"body_id": ours.id})
        rows[12:]._put({"body_id": theirs.id})
        rows._enter({"status": "present", "arrived_on": fields.Datetime.now()}, "list")
        self.bring_to(joint, "open")
        vote = self.make_vote(joint)
        with self.assertRaisesRegex(UserError, "each body votes apart"):
            vote.action_open()
        vote.with_user(self.officer).action_split_by_body()
        votes = joint.vote_ids
        self.assertEqual(votes.body_id, ours | theirs)
        votes.action_open()
        self.assertEqual(sorted(votes.mapped("base_count")), [12, len(rows) - 12])


class TestBallotToAll(ConferenceCase):
    """Điều 50 khoản 2: on matters of Điều 49 alone; the law names no majority for it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ballot = cls.make_conference("ballot", present=0)
        cls.total = cls.ballot.staff_count

    def returned(self, votes_for, **values):
        vote = self.make_vote(self.ballot, "paper", **values)
        vote.action_open()
        back = self.total - 2
        vote.enter_totals(
            {
                "issued": self.total,
                "collected": back,
                "valid": back,
                "votes_for": votes_for,
                "votes_against": back - votes_for,
            }
        )
        vote.action_close()
        return vote

    def make_rule(self, **values):
        return self.env["dan_chu.rule"].create(
            {
                "code": "decision.ballot_majority",
                "name": "Tỷ lệ phiếu tán thành khi lấy phiếu toàn thể",
                "value_kind": "percent",
                "value": "50",
                "comparison": "more_than",
                "date_from": today(),
                "article": "Điều 12 Quy chế thực hiện dân chủ",
                "unit_id": self.school.id,
                "confidence": "practice",
                **values,
            }
        )

    def test_not_known_until_the_unit_says_by_what_majority(self):
        vote = self.returned(self.total - 5)
        self.assertEqual((vote.base_kind, vote.base_count), ("all_staff", self.total))
        self.assertEqual(vote.outcome, "unknown")
        self.assertIn("chưa xác định", vote.outcome_words)
        with self.assertRaisesRegex(UserError, "decision.ballot_majority"):
            vote.action_settle()
        self.bring_to(self.ballot, "closed")
        self.ballot.with_user(self.officer).action_new_paper("minutes")
        minutes = self.ballot.paper_ids
        self.assertIn("chưa xác định", minutes.content)
        self.make_rule()
        vote.action_settle()
        self.assertNotIn("chưa xác định", minutes.content)
        self.env.flush_all()
        self.assertEqual(vote.outcome, "passed")
        self.assertIn("Điều 12 Quy chế", vote.outcome_words)
        with self.assertRaisesRegex(UserError, "does not wait"):
            vote.action_settle()

    def test_with_a_rule_it_is_decided_at_once(self):
        self.make_rule()
        self.assertEqual(self.returned(self.total - 5).outcome, "passed")
        self.assertEqual(self.returned(self.total // 2).outcome, "not_passed")

    def test_an_election_waits_as_well(self):
        people = self.people_of(self.school)[:3]
        vote = self.make_vote(self.ballot, "paper", candidates=people, seats=1)
        vote.action_open()
        slips = {"issued": self.total, "collected": self.total, "valid": self.total}
        first = vote.option_ids[0]
        vote.enter_totals(slips, {str(first.id): self.total})
        vote.action_close()
        self.assertEqual((vote.outcome, first.elected), ("unknown", False))
        self.make_rule()
        vote.action_settle()
        self.env.flush_all()
        self.assertEqual((vote.outcome, first.elected), ("passed", "yes"))

    def test_other_matters_and_hands_are_refused(self):
        for values, words in (
            ({"matter": "procedure", "method": "paper"}, "no matter|not a matter of Điều 49"),
            ({"method": "hands"}, "no room in which to show hands"),
        ):
            with self.subTest(values=values), self.assertRaisesRegex(UserError, words):
                self.make_vote(self.ballot, **values).action_open()

    def test_sheets_speak_of_no_conference_that_was_held(self):
        sheet = self.make_vote(self.ballot, "paper", matter="contributions")._ballot_paper()
        self.assertEqual(sheet["heading"], "PHIẾU LẤY Ý KIẾN")
        self.assertIn("thay cho", sheet["occasion"])

    def test_who_was_not_summoned_is_asked_as_well(self):
        row = self.summoned(self.ballot)[0]
        row._put({"is_off": True, "off_reason": "Nghỉ thai sản"})
        vote = self.make_vote(self.ballot, "paper")
        vote.action_open()
        self.assertIn(row, vote._voters())
        self.assertEqual(vote.entitled, self.total)

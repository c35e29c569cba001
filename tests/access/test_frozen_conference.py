"""A closed conference changes for nobody, nor does what is voted on once the vote is open."""

from odoo import fields
from odoo.fields import Command

from tests.access.frozen_case import CONTEXTS, FrozenCase
from tests.conferences import ConferenceWorld

RECEIPT = "0123456789abcdef" * 2


class TestFrozenConference(ConferenceWorld, FrozenCase):
    staff_total = 12

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        people = cls.people_of(cls.school)[:6]
        cls.conference, cls.running = (
            cls.make_conference("open", people=people, guests=1) for _each in range(2)
        )
        for conference in (cls.conference, cls.running):
            conference._put({"state": "called"})
            cls.quiet["dan_chu.conference.body"].create(
                {"conference_id": conference.id, "name": "Trường chính"}
            )
            conference._put({"state": "open"})
        cls.add_items(cls.conference, "Thảo luận")
        cls.held = cls._make_held(cls.conference, people)
        cls.open_vote = cls.make_vote(cls.running, "named", candidates=people[:3], seats=2)
        cls.open_vote._put({"state": "open", "base_count": 6, "entitled": 6})
        cls.conference._put({"state": "closed", "closed_on": fields.Datetime.now()})
        cls.env.flush_all()

    @classmethod
    def _make_held(cls, conference, people):
        vote = cls.make_vote(conference, "named", candidates=people[:3], seats=2)
        vote._put({"state": "open", "base_count": 6, "entitled": 6})
        voter = conference.attendee_ids[:1]
        row = {"vote_id": vote.id, "attendee_id": voter.id, "name": voter.name}
        vote.env["dan_chu.vote.ballot"]._add([{**row, "receipt": RECEIPT, "choice": "x"}])
        vote.env["dan_chu.vote.voter"]._add([row])
        vote._put({"state": "closing"})
        vote._put({"issued": 6, "collected": 6, "valid": 6})
        vote.flush_recordset()
        for option, votes in zip(vote.option_ids, (5, 4, 2), strict=True):
            option._put({"votes": votes, "elected": "yes" if votes > 3 else "no"})
        vote._put({"state": "closed", "outcome": "passed", "outcome_words": "5/6"})
        return vote

    def setUp(self):
        super().setUp()
        self.ballot = self.env["dan_chu.vote.ballot"].search([("vote_id", "=", self.held.id)])
        self.voter = self.env["dan_chu.vote.voter"].search([("vote_id", "=", self.held.id)])

    def test_what_is_closed_holds_what_was_entered_before(self):
        self.env.invalidate_all()
        self.assertEqual(self.held.option_ids.mapped("votes"), [5, 4, 2])
        self.assertEqual(self.held.option_ids.mapped("elected"), ["yes", "yes", "no"])
        self.assertEqual((self.held.outcome, self.held.valid), ("passed", 6))

    def test_nobody_changes_a_closed_conference(self):
        self._assert_each_refused(
            lambda env: {
                **self._writes(
                    env,
                    self.conference,
                    {"state": "open"},
                    {"is_valid": False},
                    {"staff_count": 3},
                    {"date": "2026-01-01"},
                    {"door": "paper"},
                    {"call_number": 2},
                    {"unit_id": self.sibling.id},
                    {"closed_on": False},
                    {"attendee_ids": [Command.create({"name": "Ai đó", "is_guest": True})]},
                    {"vote_ids": [Command.delete(self.held.id)]},
                ),
                "unlink": self.conference.with_env(env).unlink,
            },
            CONTEXTS,
        )

    def test_nobody_changes_its_rows(self):
        rows = {
            self.conference.attendee_ids[:1]: (
                {"status": "absent"},
                {"reason": "Ốm"},
                {"is_off": True, "off_reason": "Nghỉ"},
                {"duty": "chair"},
                {"name": "Khác"},
                {"is_guest": True},
                {"conference_id": self.running.id},
            ),
            self.conference.item_ids: ({"name": "Khác"}, {"conference_id": self.running.id}),
            self.conference.body_ids: ({"name": "Khác"}, {"staff_count": 99}),
            self.held: (
                {"votes_for": 5},
                {"valid": 5},
                {"state": "open"},
                {"outcome": "not_passed"},
                {"base_count": 1},
                {"seats": 3},
                {"name": "Khác"},
                {"option_ids": [Command.clear()]},
            ),
            self.held.option_ids[:1]: ({"votes": 6}, {"elected": "no"}, {"name": "Khác"}),
            self.ballot: ({"choice": "y"}, {"receipt": "0" * 32}),
            self.voter: ({"name": "Khác"},),
        }
        self._assert_each_refused(lambda env: self._changes_and_ends(env, rows))

    def test_nobody_adds_to_it(self):
        named = {"conference_id": self.conference.id, "name": "Khác"}
        voted = {"vote_id": self.held.id, "name": "Khác"}
        other = self.conference.attendee_ids[1:2]
        self._assert_each_refused(
            lambda env: {
                f"{model} {vals}": lambda model=model, vals=vals: env[model].create(vals)
                for model, vals in (
                    ("dan_chu.conference.attendee", {**named, "is_guest": True}),
                    ("dan_chu.conference.item", named),
                    ("dan_chu.conference.body", named),
                    ("dan_chu.vote", named),
                    ("dan_chu.vote.option", voted),
                    ("dan_chu.vote.ballot", {**voted, "receipt": "1" * 32}),
                    ("dan_chu.vote.voter", {**voted, "attendee_id": other.id}),
                )
            },
            CONTEXTS[:1] + CONTEXTS[4:5],
        )

    def test_the_database_refuses_what_got_past_the_models(self):
        attendee, option = self.conference.attendee_ids[:1], self.held.option_ids[:1]
        for row, changes in (
            (
                self.conference,
                ("state = 'open'", "is_valid = false", "staff_count = 3", "date = '2026-01-01'"),
            ),
            (
                attendee,
                ("status = 'absent'", "is_guest = true", f"conference_id = {self.running.id}"),
            ),
            (self.conference.item_ids, ("name = 'x'",)),
            (self.conference.body_ids, ("staff_count = 99",)),
            (
                self.held,
                (
                    "state = 'open'",
                    "state = 'draft'",
                    "outcome = 'not_passed'",
                    "valid = 5",
                    "base_count = 1",
                    f"conference_id = {self.running.id}",
                ),
            ),
            (option, ("votes = 6", "elected = 'no'", f"vote_id = {self.open_vote.id}")),
            (self.ballot, ("choice = 'y'", f"vote_id = {self.open_vote.id}")),
            (self.voter, ("name = 'x'",)),
        ):
            for change in changes:
                self._assert_sql_refused(f"UPDATE {row._table} SET {change}", row)
            self._assert_sql_refused(f"DELETE FROM {row._table}", row)

    def test_nothing_is_moved_or_copied_into_it_past_the_models(self):
        attendee, option = self.running.attendee_ids[:1], self.open_vote.option_ids[:1]
        self._assert_sql_refused(
            f"UPDATE {attendee._table} SET conference_id = {self.conference.id}", attendee
        )
        self._assert_sql_refused(
            f"UPDATE {self.open_vote._table} SET conference_id = {self.conference.id}",
            self.open_vote,
        )
        self._assert_sql_refused(f"UPDATE {option._table} SET vote_id = {self.held.id}", option)
        self._assert_sql_refused(
            "INSERT INTO dan_chu_conference_attendee (conference_id, unit_id, name, status, "
            f"is_guest) SELECT {self.conference.id}, unit_id, 'x', 'expected', true "
            "FROM dan_chu_conference_attendee",
            attendee,
        )
        self._assert_sql_refused(
            "INSERT INTO dan_chu_vote_ballot (vote_id, unit_id, receipt) "
            f"SELECT vote_id, unit_id, '{'1' * 32}' FROM dan_chu_vote_ballot",
            self.ballot,
        )

    def test_what_is_voted_on_is_settled_when_it_opens(self):
        vote, option = self.open_vote, self.open_vote.option_ids[:1]
        for change in (
            "name = 'x'",
            "matter = 'other'",
            "method = 'hands'",
            "seats = 3",
            "base_kind = 'valid'",
            "base_count = 1",
            "entitled = 99",
            "state = 'draft'",
        ):
            self._assert_sql_refused(f"UPDATE {vote._table} SET {change}", vote)
        self._assert_sql_refused(f"DELETE FROM {vote._table}", vote)
        other = self.people_of(self.school)[8]
        for change in ("name = 'x'", f"employee_id = {other.id}"):
            self._assert_sql_refused(f"UPDATE {option._table} SET {change}", option)
        self._assert_sql_refused(f"DELETE FROM {option._table}", option)
        self._assert_sql_refused(
            f"INSERT INTO {option._table} (vote_id, unit_id, name) "
            f"SELECT vote_id, unit_id, 'x' FROM {option._table}",
            option,
        )

    def test_a_vote_is_counted_and_closed_all_the_same(self):
        self.open_vote._put({"issued": 6, "collected": 6, "valid": 5, "invalid": 1})
        self.open_vote.flush_recordset()
        self.open_vote.option_ids[:1]._put({"votes": 5, "elected": "yes"})
        self.open_vote._put({"state": "closed", "outcome": "passed"})
        self.env.flush_all()
        self.running._put({"state": "closed"})
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertEqual(self.open_vote.option_ids[0].elected, "yes")
        self.assertEqual(self.running.state, "closed")

    def test_another_round_leaves_the_first_as_it_was(self):
        again = self.make_vote(self.running, "named", seats=2)
        again._put({"previous_id": self.open_vote.id, "round_number": 2})
        self.env.flush_all()
        self.assertEqual(self.open_vote.state, "open")
        self._assert_sql_refused(
            f"UPDATE {self.open_vote._table} SET round_number = 2", self.open_vote
        )

    def test_it_is_talked_about_after_it_was_closed(self):
        self.conference.with_user(self.officer).message_post(body="Đã niêm yết")
        self.env.flush_all()
        self.assertIn("Đã niêm yết", self.conference.message_ids[0].body)

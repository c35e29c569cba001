from odoo import fields

from tests.conferences import ConferenceHttpCase
from tests.secret_votes import BASIS


class TestMyConference(ConferenceHttpCase):
    browser_size = "390x844"
    touch_enabled = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.school.secret_vote_basis = BASIS
        cls.conference = cls.make_conference("open", present=0, self_check_in=True)
        cls.give_duties(cls.conference)
        # Of the staff, and for the day also of the counting committee.
        cls.me = cls.row_of(cls.conference, cls.counter)
        others = cls.summoned(cls.conference) - cls.me
        others._enter({"status": "present", "arrived_on": fields.Datetime.now()}, "list")

    def setUp(self):
        super().setUp()
        votes = type(self.env["dan_chu.vote"])
        close = votes._close_box

        def close_at_once(vote):
            # What follows the commit does not happen in the one transaction of a test.
            close(vote)
            vote._finish_closing()

        self.patch(votes, "_close_box", close_at_once)

    def test_here_i_am_my_ballot_and_what_became_of_it(self):
        vote = self.make_vote(
            self.conference,
            "secret",
            name="Lấy phiếu tín nhiệm",
            matter="other",
            base_kind="valid",
        )
        address = "/odoo/dan-chu-my-conference"
        self.start_tour(address, "dan_chu_my_conference_on_a_phone", login="counter", timeout=180)
        self.env.invalidate_all()
        self.assertEqual((self.me.status, self.me.checked_by_id), ("present", self.counter))
        self.assertEqual((vote.state, vote.outcome), ("closed", "passed"))
        self.assertEqual((vote.votes_for, vote.votes_against, vote.valid), (2, 1, 3))
        self.assertEqual(len(set(vote.ballot_ids.mapped("receipt"))), 3)
        self.assertFalse(vote.ballot_ids.attendee_id)
        self.assertFalse(any(vote.ballot_ids.mapped("choice")))
        self.assertEqual(len(vote.voter_ids), 3)
        self.assertIn(self.me, vote.voter_ids.attendee_id)
        self.env.cr.execute("SELECT to_regclass(%s)", (f"dan_chu_vote_box_{vote.id}",))
        self.assertEqual(self.env.cr.fetchone(), (None,))

from odoo.tools import mute_logger

from tests.conferences import ConferenceHttpCase


class TestVoteAtTheDesk(ConferenceHttpCase):
    browser_size = "1366x768"

    def test_an_officer_opens_counts_and_closes_a_show_of_hands(self):
        conference = self.make_conference("open")
        address = f"/odoo/dan_chu.conference/{conference.id}"
        with mute_logger("odoo.sql_db"):
            self.start_tour(address, "dan_chu_vote_by_hands", login="officer", timeout=120)
        self.env.invalidate_all()
        vote = conference.vote_ids
        self.assertEqual(vote.name, "Thông qua quy chế chi tiêu nội bộ")
        self.assertEqual((vote.method, vote.state, vote.outcome), ("hands", "closed", "passed"))
        self.assertEqual((vote.votes_for, vote.votes_against, vote.votes_blank), (20, 3, 0))
        self.assertEqual((vote.entitled, vote.base_count), (30, 30))


class TestElectionOnAPhone(ConferenceHttpCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_the_counting_committee_meets_a_tie_and_goes_to_another_round(self):
        conference = self.make_conference("open")
        self.give_duties(conference)
        people = self.people_of(self.school).filtered(lambda person: not person.user_id)[:3]
        self.make_vote(
            conference,
            "paper",
            candidates=people,
            name="Bầu Ban Thanh tra nhân dân",
            seats=2,
        )
        address = "/odoo/action-dan_chu_co_so.counting_action"
        self.start_tour(address, "dan_chu_election_with_a_tie", login="counter", timeout=120)
        self.env.invalidate_all()
        first, second = conference.vote_ids.sorted("round_number")
        self.assertEqual((first.state, first.base_count, first.open_seats), ("closed", 30, 1))
        self.assertEqual(
            (first.issued, first.collected, first.valid, first.invalid), (30, 29, 28, 1)
        )
        self.assertEqual(
            [(row.employee_id, row.votes, row.elected) for row in first.option_ids],
            [(people[0], 20, "yes"), (people[1], 17, "tie"), (people[2], 17, "tie")],
        )
        self.assertEqual((second.previous_id, second.seats, second.open_seats), (first, 1, 0))
        self.assertEqual(
            [(row.employee_id, row.votes, row.elected) for row in second.option_ids],
            [(people[1], 18, "yes"), (people[2], 12, "no")],
        )

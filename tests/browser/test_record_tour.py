from datetime import timedelta

from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.conferences import ConferenceHttpCase


class TestHeldOnPaper(ConferenceHttpCase):
    browser_size = "1366x768"

    def test_an_officer_enters_it_in_one_screen_up_to_its_end(self):
        address = "/odoo/action-dan_chu_co_so.conference_record_action"
        with mute_logger("odoo.sql_db"):
            self.start_tour(
                address,
                "dan_chu_record_a_conference_held_on_paper",
                login="officer",
                timeout=180,
            )
        self.env.invalidate_all()
        conference = self.env["dan_chu.conference"].search([("unit_id", "=", self.school.id)])
        self.assertEqual((conference.state, conference.door), ("closed", "paper"))
        self.assertEqual(conference.date, today() - timedelta(days=7))
        self.assertEqual(
            (conference.staff_count, conference.present_count, conference.is_valid),
            (30, 28, True),
        )
        rows = conference.attendee_ids.grouped("name")
        self.assertEqual(
            (rows["Nguyễn Văn An"].status, rows["Nguyễn Văn An"].reason), ("excused", "Đi học")
        )
        self.assertEqual(rows["Nguyễn Thị An"].off_reason, "Nghỉ thai sản")
        self.assertEqual(self.row_of(conference, self.head).duty, "chair")
        self.assertEqual(self.row_of(conference, self.secretary).duty, "secretary")
        vote = conference.vote_ids
        self.assertEqual((vote.votes_for, vote.base_count, vote.outcome), (26, 28, "passed"))
        commitments = self.env["dan_chu.resolution.commitment"].search([])
        self.assertEqual(commitments.mapped("name"), ["Sửa nhà xe"])
        self.assertEqual(commitments.resolution_id.conference_id, conference)

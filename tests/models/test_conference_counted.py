"""What was counted stays what it was: the base of a vote, the list a quorum is counted of."""

from datetime import timedelta
from unittest.mock import patch

from odoo import fields
from odoo.exceptions import UserError, ValidationError

from tests.conferences import ConferenceCase


class TestCountedByAVote(ConferenceCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.conference = cls.make_conference("open", guests=1)
        cls.give_duties(cls.conference)
        cls.first, cls.last = cls.summoned(cls.conference)[:2]
        cls.vote = cls.make_vote(cls.conference)

    def enter(self, row, stage):
        return self.as_user(self.conference, self.clerk).check_in(row.id, {"stage": stage})

    def test_before_any_vote_a_slip_of_the_desk_is_put_right(self):
        self.enter(self.first, "expected")
        self.assertEqual(self.first.status, "expected")

    def test_who_is_in_the_base_of_a_vote_was_there(self):
        self.vote.action_open()
        for stage in ("expected", "absent", "excused"):
            with self.subTest(stage=stage), self.assertRaisesRegex(UserError, "left early"):
                self.enter(self.first, stage)
        for vals in (
            {"status": "absent"},
            {"arrived_on": self.vote.opened_on + timedelta(seconds=1)},
            {"arrived_on": False},
        ):
            with self.subTest(vals=vals), self.assertRaisesRegex(UserError, "left early"):
                self.as_user(self.first, self.officer).write(vals)
        self.enter(self.first, "left")
        self.assertEqual(self.conference.present_count, self.vote.base_count)

    def test_who_came_after_it_is_not_in_it(self):
        self.enter(self.last, "absent")
        before = fields.Datetime.now() - timedelta(minutes=1)
        with patch.object(fields.Datetime, "now", lambda: before):
            self.vote.action_open()
        self.enter(self.last, "present")
        self.enter(self.last, "absent")
        self.assertEqual(self.conference.present_count, self.vote.base_count)

    def test_guests_and_an_opening_taken_back_are_in_no_base(self):
        guest = self.conference.attendee_ids.filtered("is_guest")
        self.enter(guest, "present")
        self.vote.action_open()
        self.enter(guest, "absent")
        self.vote.action_take_back()
        self.enter(self.first, "absent")
        self.assertEqual((guest.status, self.first.status), ("absent", "absent"))

    def test_who_has_left_is_brought_back_by_the_desk_alone(self):
        self.conference._put({"self_check_in": True})
        row = self.row_of(self.conference, self.staff)
        self.enter(row, "left")
        with self.assertRaisesRegex(UserError, "tells the desk"):
            self.as_user(self.conference, self.staff).check_in_self()
        self.assertTrue(row.left_on)
        self.enter(row, "present")
        self.assertFalse(row.left_on)


class TestCountedOfTheList(ConferenceCase):
    def test_a_total_below_the_list_is_no_total(self):
        conference = self.make_conference("called", present=5)
        self.summoned(conference)[-1].write({"off_reason": "Nghỉ thai sản"})
        conference.with_user(self.officer).write({"staff_count": 6})
        self.assertEqual(conference.quorum_state, "unknown")
        self.assertIn(f"danh sách có {self.staff_total} người", conference.quorum_words)
        with self.assertRaisesRegex(UserError, "Enter the total staff"):
            conference.with_user(self.officer).action_open()
        conference.write({"staff_count": self.staff_total})
        self.assertEqual(conference.quorum_state, "not_met")

    def test_who_has_left_the_house_is_in_no_total(self):
        conference = self.make_conference("called", present=25)
        gone = self.summoned(conference)[-1]
        gone.employee_id.dan_chu_unit_id = self.sibling
        conference.with_user(self.officer).action_make_list()
        self.assertEqual(conference.staff_count, self.staff_total - 1)
        self.assertIn(gone, conference.attendee_ids)
        self.assertEqual(conference.quorum_state, "met")

    def test_of_delegates_who_were_summoned_nobody_vanishes(self):
        conference = self.make_conference("called", present=5, kind="delegates")
        row = self.summoned(conference)[-1].with_user(self.officer)
        for attempt in (row.unlink, lambda: row.write({"is_guest": True})):
            with self.assertRaisesRegex(UserError, "with a reason"):
                attempt()
        row.write({"off_reason": "Thay bằng đại biểu dự khuyết"})
        self.assertEqual(conference._attendance_printed()["off_count"], 1)

    def test_while_it_is_prepared_a_delegate_may_be_chosen_anew(self):
        conference = self.make_conference(kind="delegates")
        conference._put({"state": "draft"})
        rows = self.summoned(conference)[:2].with_user(self.officer)
        rows[0].write({"is_guest": True})
        rows[1].unlink()
        self.assertEqual(conference.summoned_count, self.staff_total - 2)

    def test_a_ballot_finds_the_attendance_as_the_conference_left_it(self):
        conference = self.make_conference("ballot", present=5)
        row = self.summoned(conference)[-1]
        with self.assertRaisesRegex(UserError, "Ballot to all staff"):
            row.with_user(self.officer).write({"status": "present"})
        self.assertEqual(conference.present_count, 5)

    def test_who_has_left_the_house_is_not_asked_in_a_ballot(self):
        conference = self.make_conference("ballot", present=5)
        gone = self.summoned(conference)[-1]
        gone.employee_id.dan_chu_unit_id = self.sibling
        vote = self.make_vote(conference, "named")
        self.assertNotIn(gone, vote._voters())
        self.assertEqual(len(vote._voters()), self.staff_total - 1)

    def test_a_vote_is_on_an_item_of_its_own_conference(self):
        """On that of another one it would stand in the minutes of neither."""
        conference, other = self.make_conference("open"), self.make_conference("open")
        foreign = self.add_items(other, "Thảo luận")
        with self.assertRaisesRegex(ValidationError, "agenda of another"):
            self.make_vote(conference, item_id=foreign.id)
        body = self.env["dan_chu.conference.body"]._add([{"conference_id": other.id, "name": "x"}])
        with self.assertRaisesRegex(ValidationError, "body of another"):
            self.make_vote(conference, body_id=body.id)
        vote = self.make_vote(conference, item_id=self.add_items(conference).id)
        with self.assertRaisesRegex(ValidationError, "agenda of another"):
            vote.item_id = foreign

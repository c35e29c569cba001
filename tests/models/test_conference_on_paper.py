"""The second door: a conference held on paper, entered in one screen."""

from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import Form, TransactionCase

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.resolutions import SCAN, Resolutions

LAST_WEEK = timedelta(days=7)


class OnPaperCase(Resolutions, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = cls.people_of(cls.school)

    def record(self, away=(), **values):
        """As the officer fills it in; the votes are those of `votes` and `elections`."""
        rows = [
            Command.create({"employee_id": person.id, "how": how, "reason": reason})
            for person, how, reason in away
        ]
        passing = {"name": "Thông qua nghị quyết hội nghị", "matter": "resolution", "votes_for": 20}
        return (
            self.env["dan_chu.conference.record"]
            .with_user(self.officer)
            .create(
                {
                    "unit_id": self.school.id,
                    "date": today() - LAST_WEEK,
                    "location": "Hội trường",
                    "away_ids": rows,
                    "vote_ids": [Command.create(passing)],
                    **values,
                }
            )
        )

    def entered(self, *args, **values):
        action = self.record(*args, **values).action_record()
        return self.env["dan_chu.conference"].browse(action["res_id"])


class TestEntering(OnPaperCase):
    def test_all_came_but_these(self):
        away = [
            (self.people[0], "excused", "Đi học"),
            (self.people[1], "absent", False),
            (self.people[2], "off", "Nghỉ thai sản"),
        ]
        conference = self.entered(away, guests=3)
        self.assertEqual((conference.state, conference.door), ("closed", "paper"))
        self.assertEqual(conference.staff_count, len(self.people))
        self.assertEqual(conference.present_count, len(self.people) - 3)
        self.assertEqual(conference.guests_on_paper, 3)
        by_person = conference.attendee_ids.grouped("employee_id")
        self.assertEqual(by_person[self.people[0]].reason, "Đi học")
        self.assertEqual(by_person[self.people[1]].status, "absent")
        self.assertEqual(by_person[self.people[2]].off_reason, "Nghỉ thai sản")
        self.assertTrue(conference.is_valid)
        self.assertEqual(str(conference.starts_at), f"{today() - LAST_WEEK} 00:30:00")

    def test_who_was_not_of_the_staff_that_day_is_not_on_the_list(self):
        conference = self.entered(
            [(self.people[0], "gone", False)], staff_count=len(self.people) - 1
        )
        self.assertNotIn(self.people[0], conference.attendee_ids.employee_id)
        self.assertEqual(conference.present_count, conference.staff_count)

    def test_without_quorum_it_is_kept_and_marked_as_not_valid(self):
        away = [(person, "absent", False) for person in self.people[:11]]
        conference = self.entered(away, vote_ids=[])
        self.assertEqual((conference.state, conference.is_valid), ("closed", False))
        self.assertEqual(conference.quorum_state, "not_met")

    def test_exactly_two_thirds_is_enough(self):
        total = len(self.people)
        self.assertEqual(total % 3, 0, "the test wants a number that is divided by three")
        away = [(person, "absent", False) for person in self.people[: total // 3]]
        self.assertTrue(self.entered(away, vote_ids=[]).is_valid)

    def test_delegates_are_counted_of_those_summoned(self):
        delegates = self.people[:12]
        conference = self.entered(
            [(delegates[0], "excused", False)],
            kind="delegates",
            delegate_ids=[Command.set(delegates.ids)],
            vote_ids=[],
        )
        self.assertEqual((conference.present_count, conference.quorum_base), (11, 12))
        self.assertTrue(conference.is_valid)
        with self.assertRaisesRegex(UserError, "Name the delegates"):
            self.entered(kind="delegates")

    def test_votes_are_decided_by_their_totals(self):
        present = len(self.people)
        conference = self.entered(
            vote_ids=[
                Command.create({"name": "A", "matter": "contributions", "votes_for": present}),
                Command.create(
                    {"name": "B", "matter": "self_management", "votes_for": present // 2}
                ),
                Command.create(
                    {
                        "name": "C",
                        "matter": "other",
                        "method": "paper",
                        "votes_for": 20,
                        "votes_against": 3,
                        "invalid": 1,
                    }
                ),
            ]
        )
        first, second, third = conference.vote_ids.sorted("id")
        self.assertEqual(first.outcome, "passed")
        self.assertEqual(second.outcome, "not_passed", "half is not more than half")
        self.assertEqual((third.valid, third.collected, third.issued), (23, 24, 24))
        self.assertEqual(set(conference.vote_ids.mapped("base_count")), {present})

    def test_who_is_elected_is_found_by_the_votes(self):
        one, two, three = self.people[5:8]
        conference = self.entered(
            election_ids=[
                Command.create(
                    {
                        "name": "Bầu Ban Thanh tra nhân dân",
                        "matter": "election",
                        "method": "paper",
                        "seats": 2,
                        "collected": 30,
                        "people": f"1. {one.name}: 28\n2. {two.name}: 25\n3. {three.name} 3",
                    }
                )
            ]
        )
        election = conference.vote_ids.filtered("is_election")
        elected = election.option_ids.filtered(lambda row: row.elected == "yes")
        self.assertEqual(elected.employee_id, one | two)

    def test_impossible_totals_take_nothing_in(self):
        before = self.env["dan_chu.conference"].search_count([])
        for votes in (
            {"votes_for": len(self.people) + 1},
            {"votes_for": 20, "votes_against": 20},
            {"method": "paper", "votes_for": 20, "collected": 30, "invalid": 0},
        ):
            row = {"name": "A", "matter": "other", **votes}
            with self.assertRaises(Exception), self.env.cr.savepoint():  # noqa: B017
                self.entered(vote_ids=[Command.create(row)])
        self.assertEqual(self.env["dan_chu.conference"].search_count([]), before)

    def test_what_does_not_add_up_is_told_by_its_name(self):
        row = {"name": "Bầu", "seats": 1, "collected": 5, "people": f"{self.people[5].name}: 6"}
        with self.assertRaisesRegex(UserError, f"“Bầu”.*{self.people[5].name}"):
            self.entered(election_ids=[Command.create({**row, "matter": "election"})])

    def test_the_resolution_is_passed_at_the_end(self):
        rows = [
            {"name": "Nghị quyết", "matter": "resolution", "votes_for": 20},
            {"name": "Quỹ phúc lợi", "matter": "contributions", "votes_for": 20},
        ]
        conference = self.entered(vote_ids=[Command.create(row) for row in rows])
        self.assertEqual(conference.vote_ids.mapped("name"), ["Quỹ phúc lợi", "Nghị quyết"])

    def test_who_was_away_is_not_offered_again(self):
        person = self.people[4]
        self.assertEqual(self.record([(person, "excused", "")]).away_people_ids.ids, person.ids)

    def test_nothing_typed_is_no_result(self):
        self.assertFalse(self.record(vote_ids=[Command.create({"name": "A"})]).vote_ids.sum_words)

    def test_a_line_that_names_no_person_with_votes_is_told(self):
        row = {"name": "Bầu", "matter": "election", "people": "Trúng cử cả"}
        with self.assertRaisesRegex(UserError, "Trúng cử cả"):
            self.entered(election_ids=[Command.create(row)])

    def test_pressed_twice_it_is_one_conference(self):
        record = self.record()
        first = record.action_record()
        self.assertEqual(record.action_record()["res_id"], first["res_id"])

    def test_not_one_that_is_still_to_come(self):
        with self.assertRaisesRegex(UserError, "has not come yet"):
            self.entered(date=today() + timedelta(days=1))

    def test_by_the_officer_of_the_house(self):
        for user in (self.head, self.speaker, self.staff):
            with self.assertRaises(AccessError):
                self.env["dan_chu.conference.record"].with_user(user).create(
                    {"date": today(), "unit_id": self.school.id}
                )
        elsewhere = self.env["dan_chu.conference.record"].with_user(self.upper_officer)
        with self.assertRaises(AccessError):
            elsewhere.create({"date": today(), "unit_id": self.school.id}).action_record()

    def test_the_sum_is_seen_while_it_is_typed(self):
        with Form(self.env["dan_chu.conference.record"].with_user(self.officer)) as form:
            form.unit_id = self.school
            form.date = today() - LAST_WEEK
            self.assertEqual(form.quorum_state, "met")
            form.staff_count = 2 * len(self.people)
            self.assertEqual(form.quorum_state, "not_met")
            self.assertIn(f"{len(self.people)}/{2 * len(self.people)}", form.quorum_words)
            form.staff_count = len(self.people)


class TestPapers(OnPaperCase):
    def test_commitments_wait_in_a_draft_of_the_resolution(self):
        conference = self.entered(commitments="Sửa nhà vệ sinh | Hiệu trưởng | Quý I/2099")
        paper = conference.resolution_ids
        self.assertEqual(paper.state, "draft")
        self.assertEqual(paper.commitment_ids.who_text, "Hiệu trưởng")
        self.assertIn("20/30 người dự hội nghị tán thành", paper.content)

    def test_the_signed_resolution_is_recorded_with_its_scan_and_its_tasks(self):
        conference = self.entered(
            commitments="Sửa nhà vệ sinh | Hiệu trưởng | Quý I/2099",
            resolution_scan=SCAN["data"],
            resolution_scan_name=SCAN["name"],
            resolution_number="07",
            signed_for_staff="Trần Văn Phú",
        )
        paper = conference.resolution_ids
        self.assertEqual((paper.state, paper.issue_door), ("issued", "paper"))
        self.assertEqual((paper.number, paper.date), ("07", today() - LAST_WEEK))
        self.assertTrue(paper.file_ids.is_scan)
        self.assertEqual(paper.task_ids.mapped("name"), ["Sửa nhà vệ sinh"])
        self.assertEqual(paper.check_ids.number, 1)

    def test_the_signed_minutes_are_recorded(self):
        conference = self.entered(
            chair_id=self.head.employee_id.id,
            secretary_id=self.secretary.employee_id.id,
            minutes_scan=SCAN["data"],
            minutes_scan_name="bien-ban.pdf",
        )
        minutes = conference.paper_ids
        self.assertEqual((minutes.form, minutes.state), ("minutes", "issued"))
        self.assertEqual(
            minutes.signatory_ids.employee_id, self.secretary.employee_id | self.head.employee_id
        )
        with self.assertRaisesRegex(UserError, "who chaired"):
            self.entered(minutes_scan=SCAN["data"], minutes_scan_name="bien-ban.pdf")

    def test_not_valid_is_said_on_the_resolution(self):
        away = [(person, "absent", False) for person in self.people[:11]]
        conference = self.entered(
            away,
            vote_ids=[
                Command.create({"name": "Thông qua", "matter": "resolution", "votes_for": 19})
            ],
            commitments="Sửa nhà vệ sinh | Hiệu trưởng",
        )
        paper = conference.resolution_ids
        self.assertIn("not valid", paper.doubts)
        self.assertIn("19/30 người của đơn vị", paper.content)

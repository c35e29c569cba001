"""How many came, of how many, and what is allowed then (Điều 51 khoản 2 điểm c)."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.conferences import ConferenceCase


class TestConferenceQuorum(ConferenceCase):
    def figures(self, conference):
        conference.invalidate_recordset()
        return (
            conference.present_count,
            conference.quorum_base,
            conference.quorum_needed,
            conference.quorum_state,
        )

    def one_more(self, conference):
        awaited = self.summoned(conference).filtered(lambda row: row.status == "expected")
        awaited[0]._enter({"status": "present"}, "list")

    def test_of_a_full_conference_it_is_the_total_staff(self):
        conference = self.make_conference("called", guests=4, present=19)
        self.assertEqual(conference.staff_count, 30)
        self.assertEqual(self.figures(conference), (19, 30, 20, "not_met"))
        self.assertIn("Điều 51 khoản 2 điểm c", conference.quorum_words)
        self.one_more(conference)
        self.assertEqual(self.figures(conference), (20, 30, 20, "met"))

    def test_who_is_off_the_list_stays_in_the_total(self):
        conference = self.make_conference("called")
        self.summoned(conference)[25:].write({"off_reason": "Nghỉ thai sản"})
        self.bring(conference, 20)
        self.assertEqual(self.figures(conference), (20, 30, 20, "met"))
        self.assertEqual(conference.summoned_count, 25)

    def test_of_delegates_it_is_those_summoned(self):
        people = self.people_of(self.school)[:10]
        conference = self.make_conference("called", kind="delegates", people=people, present=6)
        self.assertEqual(self.figures(conference), (6, 10, 7, "not_met"))
        self.one_more(conference)
        self.assertEqual(self.figures(conference), (7, 10, 7, "met"))

    def test_guests_never_count(self):
        conference = self.make_conference("called", guests=40)
        guests = conference.attendee_ids.filtered("is_guest")
        guests._enter({"status": "present"}, "list")
        self.assertEqual(self.figures(conference), (0, 30, 20, "not_met"))
        self.assertFalse(conference._attended())

    def test_leaving_early_lowers_nothing(self):
        conference = self.make_conference("called", present=20)
        self.summoned(conference)[:5]._enter({"left_on": fields.Datetime.now()}, "list")
        self.assertEqual(self.figures(conference), (20, 30, 20, "met"))
        self.assertEqual(len(conference._attended()), 20)

    def test_without_a_total_nothing_is_known(self):
        conference = self.make_conference("called", present=3, staff_count=0)
        self.assertEqual(self.figures(conference), (3, 0, 0, "unknown"))
        with self.assertRaisesRegex(UserError, "not known"):
            conference.with_user(self.officer).action_open()

    def test_at_a_joint_conference_each_body_has_to_be_there(self):
        people = self.people_of(self.school)
        conference = self.make_conference("draft", people=people[:0])
        bodies = self.env["dan_chu.conference.body"].create(
            [
                {"conference_id": conference.id, "name": name, "staff_count": count}
                for name, count in (("Trường", 20), ("Trung tâm", 10))
            ]
        )
        conference._put({"state": "draft"})
        for body, some in zip(bodies, (people[:20], people[20:30]), strict=True):
            self.list_people(conference, some, body_id=body.id)
        conference._put({"state": "called"})
        rows = self.summoned(conference)
        rows.filtered(lambda row: row.body_id == bodies[0])._enter({"status": "present"}, "list")
        self.assertEqual(self.figures(conference)[3], "not_met")
        self.assertEqual(conference.present_count, 20)
        self.assertIn("Trung tâm: 0/10", conference.quorum_words)
        second = rows.filtered(lambda row: row.body_id == bodies[1])
        second[:7]._enter({"status": "present"}, "list")
        self.assertEqual(self.figures(conference)[3], "met")
        self.assertEqual(len(conference._attended(bodies[1])), 7)

    def test_many_conferences_are_one_query_more_or_less(self):
        conferences = self.env["dan_chu.conference"]
        for number in range(6):
            conferences |= self.make_conference("called", present=number)
        self.env.flush_all()
        counts = []
        for some in (conferences[:2], conferences):
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            some.mapped("quorum_words")
            counts.append(self.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0])

    # ---------------------------------------------------------------- opening and closing

    def test_too_few_are_told_the_lawful_way_out(self):
        conference = self.make_conference("called", present=19)
        with self.assertRaisesRegex(UserError, r"19/30(.|\n)*summoned again(.|\n)*Điều 50 khoản 2"):
            conference.with_user(self.officer).action_open()
        self.assertEqual(conference.state, "called")

    def test_enough_open_it_and_it_is_valid(self):
        conference = self.make_conference("called", present=20)
        self.assertFalse(conference.is_valid)
        conference.with_user(self.chair).action_open()
        self.assertEqual((conference.state, conference.is_valid), ("open", True))
        told = conference.with_user(self.officer).action_open()
        self.assertIn("already", told["params"]["message"])

    def test_who_was_awaited_until_the_end_was_absent(self):
        conference = self.make_conference("open", present=21)
        conference.with_user(self.chair).action_close()
        statuses = self.summoned(conference).mapped("status")
        self.assertEqual((statuses.count("present"), statuses.count("absent")), (21, 9))
        told = conference.with_user(self.officer).action_close()
        self.assertIn("already", told["params"]["message"])

    def test_an_open_vote_keeps_it_open(self):
        conference = self.make_conference("open")
        vote = self.make_vote(conference)
        vote._put({"state": "open"})
        with self.assertRaisesRegex(UserError, "Thông qua nghị quyết"):
            conference.with_user(self.chair).action_close()
        vote._put({"state": "closing"})
        with self.assertRaisesRegex(UserError, "Thông qua nghị quyết"):
            conference.with_user(self.chair).action_close()
        self.assertEqual(conference.state, "open")

    def test_who_chairs_and_the_secretary_lead_it_and_nobody_else(self):
        conference = self.make_conference("called", present=30)
        conference._put({"state": "called"})
        for user in (self.staff, self.clerk, self.representative, self.upper_officer):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                conference.with_user(user).action_open()
        self.give_duties(conference)
        for user in (self.clerk, self.counter):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                conference.with_user(user).action_open()
        conference.with_user(self.secretary).action_open()
        self.assertEqual(conference.state, "open")

    # ---------------------------------------------------------------- too few, and again

    def failed(self, **values):
        begun = fields.Datetime.now() - timedelta(hours=1)
        conference = self.make_conference("called", present=5, starts_at=begun, **values)
        conference.with_user(self.officer).action_fail()
        return conference

    def test_it_fails_only_for_too_few_and_not_before_it_begins(self):
        conference = self.make_conference(
            "called",
            present=20,
            starts_at=fields.Datetime.now() + timedelta(hours=1),
            ends_at=False,
        )
        with self.assertRaisesRegex(UserError, "begins on"):
            conference.with_user(self.officer).action_fail()
        conference._put({"starts_at": fields.Datetime.now() - timedelta(minutes=5)})
        with self.assertRaisesRegex(UserError, "Enough came"):
            conference.with_user(self.officer).action_fail()

    def test_summoned_again_it_brings_its_list_agenda_and_votes(self):
        conference = self.make_conference(
            "draft", starts_at=fields.Datetime.now() - timedelta(hours=1), guests=2
        )
        conference._put({"state": "called"})
        self.give_duties(conference)
        item = self.add_items(conference, "Bầu Ban Thanh tra nhân dân", kind="election")
        people = self.people_of(self.school)[:3]
        self.make_vote(conference, "paper", candidates=people, item_id=item.id, seats=2)
        file = {"name": "bao-cao.pdf", "data": "JVBERi0xLjQgYmFvIGNhbw=="}
        conference.file_ids = [Command.create({**file, "item_id": item.id}), Command.create(file)]
        self.bring(conference, 5)
        conference.with_user(self.officer).action_fail()
        self.assertEqual(conference.state, "failed")
        opened = conference.with_user(self.officer).action_call_again()
        again = self.env["dan_chu.conference"].browse(opened["res_id"])
        self.assertEqual((again.previous_id, again.call_number), (conference, 2))
        self.assertEqual((again.state, again.date, again.is_valid), ("draft", False, False))
        self.assertEqual(len(again.attendee_ids), 32)
        self.assertEqual(set(again.attendee_ids.mapped("status")), {"expected"})
        self.assertFalse(any(again.attendee_ids.mapped("arrived_on")))
        self.assertEqual(self.row_of(again, self.clerk).duty, "clerk")
        self.assertFalse(
            set(again.attendee_ids.mapped("token")) & set(conference.attendee_ids.mapped("token"))
        )
        self.assertEqual(again.item_ids.mapped("name"), ["Bầu Ban Thanh tra nhân dân"])
        self.assertEqual(again.vote_ids.item_id, again.item_ids)
        self.assertEqual(again.file_ids.mapped("item_id"), again.item_ids)
        self.assertEqual(
            set(again.file_ids.mapped("sha256")), set(conference.file_ids.mapped("sha256"))
        )
        self.assertEqual(len(again.file_ids), 2)
        self.assertEqual(again.vote_ids.option_ids.employee_id, people)
        twice = conference.with_user(self.officer).action_call_again()
        self.assertEqual(twice["res_id"], again.id)

    def test_the_head_and_the_staff_do_not_summon(self):
        conference = self.failed()
        for user in (self.staff, self.head, self.representative, self.upper_officer):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                conference.with_user(user).action_call_again()

    # ---------------------------------------------------------------- a ballot to all staff

    def test_after_the_first_call_there_is_no_ballot(self):
        conference = self.failed()
        with self.assertRaisesRegex(UserError, "Điều 50 khoản 2"):
            conference.with_user(self.head).action_propose_ballot("Không đủ người")
        self.assertFalse(conference.ballot_reason)

    def twice_failed(self, **values):
        conference = self.failed(**values)
        conference._put({"call_number": 2})
        return conference

    def test_after_the_second_the_representative_agrees_and_the_head_decides(self):
        conference = self.twice_failed()
        conference._put({"state": "called"})
        raised = self.make_vote(conference)
        secret = self.make_vote(conference, "secret")
        order = self.make_vote(conference, matter="procedure")
        conference._put({"state": "failed"})
        conference.with_user(self.officer).action_propose_ballot("Hai lần không đủ người")
        with self.assertRaisesRegex(UserError, "agreement"):
            conference.with_user(self.head).action_begin_ballot()
        for user in (self.head, self.staff):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                conference.with_user(user).action_agree_ballot("Đã thống nhất")
        conference.with_user(self.representative).action_agree_ballot()
        self.assertEqual(conference.ballot_agreed_by_id, self.representative)
        for user in (self.representative, self.staff):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                conference.with_user(user).action_begin_ballot()
        conference.with_user(self.head).action_begin_ballot()
        self.assertEqual((conference.state, conference.is_valid), ("ballot", True))
        self.assertEqual(
            (raised | secret | order).mapped("method"),
            ["paper", "secret", "hands"],
            "what was to be decided by hands in the room goes on paper",
        )
        told = conference.with_user(self.head).action_begin_ballot()
        self.assertIn("already", told["params"]["message"])
        raised.with_user(self.officer).action_open()
        raised.with_user(self.officer).enter_totals(
            {"issued": 30, "collected": 20, "valid": 20, "votes_for": 20}
        )
        raised.with_user(self.officer).action_close()
        secret.unlink()
        conference.with_user(self.head).action_close()
        self.assertEqual(conference.state, "closed")
        papers = self.env["dan_chu.conference.paper"].with_user(self.officer)
        for form, words in (
            ("minutes", "Hội nghị đã được triệu tập"),
            ("report", "Hai lần không đủ người"),
        ):
            content = papers.create({"conference_id": conference.id, "form": form}).content
            self.assertIn(words, content)
            self.assertIn("Điều 50 khoản 2", content)
            self.assertNotIn("Vắng mặt", content, "there was no conference to be absent from")
        resolution = self.env["dan_chu.resolution"].with_user(self.officer)
        content = resolution.create({"conference_id": conference.id}).content
        self.assertIn("Việc lấy phiếu của toàn thể", content)
        self.assertNotIn(" họp ngày ", content)

    def test_another_reason_is_agreed_to_anew(self):
        conference = self.twice_failed()
        conference.with_user(self.officer).action_propose_ballot("Hai lần không đủ người")
        conference.with_user(self.representative).action_agree_ballot()
        conference.with_user(self.officer).action_propose_ballot("Lý do khác")
        self.assertFalse(conference.ballot_agreed_on)

    def test_what_was_said_on_paper_names_who_said_it(self):
        conference = self.twice_failed()
        officer = conference.with_user(self.officer)
        officer.action_propose_ballot("Hai lần không đủ người")
        asked = officer.action_agree_ballot()
        self.assertEqual(asked["res_model"], "dan_chu.conference.all.staff")
        self.assertFalse(conference.ballot_agreed_on)
        dialog = (
            self.env["dan_chu.conference.all.staff"]
            .with_user(self.officer)
            .with_context(asked["context"])
            .create({"text": "Nghị quyết Ban Chấp hành Công đoàn số 05/NQ-CĐCS"})
        )
        dialog.action_say()
        self.assertEqual(
            conference.ballot_agreed_who, "Nghị quyết Ban Chấp hành Công đoàn số 05/NQ-CĐCS"
        )
        officer.action_begin_ballot()
        self.assertEqual(conference.state, "failed")
        officer.action_begin_ballot("Quyết định số 45/QĐ-THPT")
        self.assertEqual(
            (conference.state, conference.ballot_decision), ("ballot", "Quyết định số 45/QĐ-THPT")
        )

    def test_for_force_majeure_at_once_and_all_staff_are_asked(self):
        people = self.people_of(self.school)[:10]
        conference = self.make_conference("called", kind="delegates", people=people)
        conference.with_user(self.head).action_propose_ballot("Bão số 9", True)
        conference.with_user(self.representative).action_agree_ballot()
        conference.with_user(self.head).action_begin_ballot()
        self.assertEqual(conference.state, "ballot")
        self.assertEqual(conference.attendee_ids.employee_id, self.people_of(self.school))
        self.assertEqual(conference.summoned_count, 10)

    def test_what_stands_behind_buttons_is_not_written(self):
        conference = self.twice_failed()
        for name, value in (
            ("is_force_majeure", True),
            ("ballot_agreed_who", "Ai đó"),
            ("ballot_agreed_on", today()),
            ("ballot_decision", "Quyết định"),
            ("state", "ballot"),
            ("is_valid", True),
        ):
            with self.subTest(name=name), self.assertRaises(UserError):
                conference.with_user(self.officer).write({name: value})
        made = (
            self.env["dan_chu.conference"]
            .with_user(self.officer)
            .create(
                {
                    "unit_id": self.school.id,
                    "name": "Hội nghị",
                    "is_force_majeure": True,
                    "is_valid": True,
                    "attendee_ids": [Command.create({"name": "Khách", "is_guest": True})],
                }
            )
        )
        self.assertFalse(made.is_force_majeure or made.is_valid)

from datetime import date, timedelta

import psycopg2

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.conferences import ConferenceCase

AUTUMN = date(2026, 10, 2)


class TestTheWordOfTheRepresentative(ConferenceCase):
    def setUp(self):
        super().setUp()
        self.conference = self.make_conference(date=AUTUMN)

    def state_of(self, code):
        self.conference.invalidate_recordset()
        points = {point.code: point for point in self.conference._checklist()}
        return points[code].state if code in points else None

    def test_the_representative_speaks_by_the_own_hand(self):
        mine = self.as_user(self.conference, self.representative)
        self.assertTrue(mine.may_speak)
        mine.action_consult("Nhất trí ngày họp", who="Người khác")
        self.assertEqual(self.conference.date_opinion, "Nhất trí ngày họp")
        self.assertEqual(self.conference.date_consulted_on, today())
        self.assertEqual(self.conference.date_consulted_by_id, self.representative)
        self.assertFalse(self.conference.date_consulted_who)
        self.assertNotIn("on paper", self.conference.date_consulted_words)

    def test_an_officer_records_whose_word_it_was(self):
        mine = self.as_user(self.conference, self.officer)
        with self.assertRaisesRegex(UserError, "Name who said so"):
            mine.action_consult("Nhất trí")
        mine.action_consult("Nhất trí", "2026-09-20", "Chủ tịch Công đoàn, văn bản số 05/CĐ")
        self.assertEqual(self.conference.date_consulted_on, date(2026, 9, 20))
        self.assertIn(
            "số 05/CĐ, on paper, recorded by officer", self.conference.date_consulted_words
        )

    def test_nobody_else_speaks_for_the_staff(self):
        for user in (self.staff, self.inspector, self.upper_officer, self.upper_supervisor):
            mine = self.as_user(self.conference, user)
            with self.subTest(user=user.login):
                with self.assertRaises(AccessError):
                    mine.action_consult("Nhất trí", who="Công đoàn")
                with self.assertRaises(AccessError):
                    mine.action_agree_form(True, who="Công đoàn")
        self.assertFalse(self.conference.date_consulted_on or self.conference.form_agreed_on)

    def test_not_before_it_was_said(self):
        mine = self.as_user(self.conference, self.officer)
        with self.assertRaisesRegex(UserError, "still to come"):
            mine.action_consult("Nhất trí", today() + timedelta(days=1), "Công đoàn")

    def test_an_opinion_on_another_day_is_none_on_this(self):
        self.assertEqual(self.state_of("consulted"), "missing")
        self.as_user(self.conference, self.representative).action_consult("Nhất trí")
        self.assertEqual(self.state_of("consulted"), "done")
        self.conference.date = date(2026, 10, 9)
        self.assertEqual(self.state_of("consulted"), "missing")

    def test_agreement_is_asked_where_the_form_is_open(self):
        self.assertIsNone(self.state_of("form"))
        self.conference.write({"staff_count": 120, "kind": "delegates"})
        self.assertEqual(self.state_of("form"), "missing")
        mine = self.as_user(self.conference, self.representative)
        mine.action_agree_form(True)
        self.assertEqual(self.conference.form_agreed_about, "delegates")
        self.assertEqual(self.state_of("form"), "done")
        self.conference.kind = "full"
        self.assertEqual(self.state_of("form"), "missing")

    def test_no_agreement_takes_back_the_one_there_was(self):
        mine = self.as_user(self.conference, self.representative)
        mine.action_agree_form(True)
        with self.assertRaisesRegex(UserError, "wants instead"):
            mine.action_agree_form(False, "  ")
        self.assertTrue(self.conference.form_agreed_on)
        mine.action_agree_form(False, "Họp toàn thể")
        self.assertFalse(self.conference.form_agreed_on or self.conference.form_agreed_about)
        self.assertEqual(self.conference.form_opinion, "Họp toàn thể")

    def test_after_it_was_held_nothing_is_said_any_more(self):
        self.bring_to(self.conference, "open")
        with self.assertRaisesRegex(UserError, "In session"):
            self.as_user(self.conference, self.representative).action_consult("Nhất trí")

    def test_by_the_dialog(self):
        for user, who in ((self.representative, False), (self.officer, "Công đoàn, số 05/CĐ")):
            with self.subTest(user=user.login):
                mine = self.as_user(self.conference, user)
                action = mine.action_agree_form()
                dialog = (
                    self.env["dan_chu.conference.said"]
                    .with_user(user)
                    .with_context(**action["context"])
                    .create({"is_agreed": "yes", "who": who})
                )
                self.assertEqual(dialog.may_speak, not who)
                dialog.action_confirm()
                self.assertEqual(self.conference.form_agreed_by_id, user)
                self.assertEqual(self.conference.form_agreed_who, who)

    def test_the_representative_is_asked_by_mail(self):
        self.representative.email = "dai.dien@example.com"
        self.conference.write({"staff_count": 120})
        self.as_user(self.conference, self.officer).action_ask_representative()
        mail = self.env["mail.mail"].search([("email_to", "ilike", "dai.dien@example.com")])
        self.assertEqual(len(mail), 1)
        self.assertIn(self.conference.name, mail.body_html)
        self.assertIn("Điều 51 khoản 2 điểm b", mail.body_html)
        self.assertIn(f"/odoo/dan-chu-conferences/{self.conference.id}", mail.body_html)
        self.assertTrue(self.conference.representative_asked_on)
        for user in (self.representative, self.staff, self.upper_officer):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.as_user(self.conference, user).action_ask_representative()

    def test_where_nobody_represents_the_staff_it_is_said_so(self):
        self.representative.dan_chu_assignment_ids.action_end_today()
        self.representative.email = False
        with self.assertRaisesRegex(UserError, "Ask on paper"):
            self.as_user(self.conference, self.officer).action_ask_representative()

    def test_the_dialog_of_another_house_is_refused(self):
        values = {"conference_id": self.conference.id, "what": "date", "opinion": "Nhất trí"}
        for user in (self.upper_officer, self.staff):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.env["dan_chu.conference.said"].with_user(user).create(values).action_confirm()


class TestRequests(ConferenceCase):
    def setUp(self):
        super().setUp()
        self.conference = self.make_conference(kind="extraordinary", asked_by="staff", date=today())
        self.people = self.people_of(self.school)

    def ask(self, count, user=None):
        self.conference.with_user(user or self.officer).request_ids = [
            Command.create({"employee_id": person.id}) for person in self.people[:count]
        ]
        self.conference.invalidate_recordset()

    def test_a_third_of_all_staff_is_counted_exactly(self):
        self.assertEqual(self.conference.request_needed, 10)
        self.ask(9)
        self.assertEqual(self.conference.request_state, "not_met")
        self.assertIn("9 of 30 have asked, 10 are needed", self.conference.request_words)
        self.assertIn("Điều 50 khoản 1", self.conference.request_words)
        self.conference.request_ids = [Command.create({"employee_id": self.people[9].id})]
        self.assertEqual(self.conference.request_state, "met")
        self.conference.staff_count = 31
        self.assertEqual(self.conference.request_state, "not_met")
        self.conference.staff_count = 0
        self.assertEqual(self.conference.request_state, "unknown")

    def test_each_of_the_own_staff_once(self):
        self.ask(1)
        with (
            self.assertRaises(psycopg2.errors.UniqueViolation),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.ask(1)
        other = self.make_employee("Người trường khác", self.sibling)
        with self.assertRaisesRegex(ValidationError, "not of the staff"):
            self.conference.request_ids = [Command.create({"employee_id": other.id})]

    def test_none_from_the_future(self):
        with self.assertRaisesRegex(ValidationError, "future"):
            self.conference.request_ids = [
                Command.create(
                    {"employee_id": self.people[0].id, "date": today() + timedelta(days=1)}
                )
            ]

    def test_officers_keep_them_and_staff_reads_none(self):
        self.ask(2)
        self.bring_to(self.conference, "called")
        row = self.conference.request_ids[0]
        for user in (self.head, self.representative):
            self.assertTrue(self.as_user(row, user).has_access("read"))
            self.assertFalse(self.as_user(row, user).has_access("write"))
        for user in (self.staff, self.upper_officer, self.upper_supervisor):
            self.assertFalse(self.as_user(row, user).has_access("read"))
        with self.assertRaises(AccessError):
            self.ask(1, self.representative)

    def test_they_rest_once_it_is_in_session(self):
        self.ask(1)
        self.bring_to(self.conference, "open")
        for act in (
            lambda: self.ask(2),
            lambda: self.conference.request_ids.write({"note": "Sửa"}),
            self.conference.request_ids.unlink,
        ):
            with self.assertRaisesRegex(UserError, "does not change any more"):
                act()

    def test_who_proposed_it_is_on_the_checklist(self):
        def state():
            self.conference.invalidate_recordset()
            return next(p for p in self.conference._checklist() if p.code == "asked").state

        self.assertEqual(state(), "missing")
        self.conference.asked_by = "head"
        self.assertEqual(state(), "done")
        self.conference.asked_by = "staff"
        self.ask(10)
        self.assertEqual(state(), "done")

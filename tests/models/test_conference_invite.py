"""Invitations by mail, printed and for calendars; the sheets of those who come."""

import io
from datetime import timedelta

import openpyxl

from odoo import fields
from odoo.exceptions import AccessError, UserError

from tests.conference_people import PeopleCase
from tests.conferences import ConferenceHttpCase

PLAIN = ("signatures", "attendance", "opinions")


class TestInvitation(PeopleCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.conference = cls.make_conference("called", guests=1).with_user(cls.officer)
        cls.conference.attendee_ids.filtered("is_guest").email = "khach@example.com"
        cls.with_address = cls.conference.attendee_ids._reached_at()

    def _sent(self):
        return self.env["mail.mail"].search([("subject", "ilike", self.conference.name)])

    def test_one_mail_for_each_who_has_an_address_with_the_calendar_file(self):
        action = self.conference.action_invite()
        mails = self._sent()
        self.assertEqual(len(mails), len(self.with_address))
        self.assertIn("khach@example.com", " ".join(mails.mapped("email_to")))
        self.assertEqual(len(mails.attachment_ids), 1)
        self.assertIn(b"BEGIN:VEVENT", mails.attachment_ids.raw)
        rest = len(self.conference.attendee_ids) - len(mails)
        self.assertIn(f"{rest} people have no e-mail", action["params"]["message"])

    def test_each_mail_has_the_own_code_and_nobody_elses(self):
        self.conference.action_invite()
        rows = self.conference.sudo().attendee_ids
        mine = self.row_of(self.conference, self.staff).sudo()
        mail = self._sent().filtered(lambda mail: mail.email_to.startswith('"staff" <'))
        self.assertIn(mine.token, mail.body_html)
        self.assertFalse([row for row in rows - mine if row.token in mail.body_html])

    def test_sent_again_it_goes_to_who_has_none_yet(self):
        self.conference.action_invite()
        count = len(self._sent())
        self.conference.action_invite()
        self.assertEqual(len(self._sent()), count)
        self.conference.attendee_ids.create(
            {
                "conference_id": self.conference.id,
                "name": "Bà Khách",
                "is_guest": True,
                "email": "ba.khach@example.com",
            }
        )
        self.conference.action_invite()
        self.assertEqual(len(self._sent()), count + 1)

    def test_told_again_everybody_hears_and_calendars_take_the_newer_one(self):
        self.conference.action_invite()
        self.conference.action_invite_again()
        mails = self._sent()
        self.assertEqual(len(mails), 2 * len(self.with_address))
        self.assertEqual(
            len(mails.filtered(lambda mail: "Changed" in mail.subject)) * 2, len(mails)
        )
        versions = {file.raw.split(b"SEQUENCE:")[1][:1] for file in mails.attachment_ids}
        self.assertEqual(versions, {b"0", b"1"})
        uids = {file.raw.split(b"UID:")[1].split(b"\r\n")[0] for file in mails.attachment_ids}
        self.assertEqual(len(uids), 1)

    def test_who_is_off_the_list_is_not_invited(self):
        row = self.row_of(self.conference, self.staff)
        row.off_reason = "Đi học"
        self.conference.action_invite()
        self.assertFalse(row.invited_on)
        self.assertFalse(self._sent().filtered(lambda mail: mail.email_to.startswith('"staff" <')))

    def test_nobody_is_invited_before_it_is_summoned_or_by_another(self):
        draft = self.listed()
        with self.assertRaises(UserError):
            draft.action_invite()
        for user in (self.head, self.staff, self.upper_officer):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.as_user(self.conference, user).action_invite()

    def test_that_somebody_was_invited_is_not_said_by_hand(self):
        with self.assertRaises(UserError):
            self.conference.attendee_ids[0].invited_on = fields.Datetime.now()

    def test_statements_do_not_follow_the_number_of_letters(self):
        """Reading who has an address and writing who was reached, apart from Odoo's own mails."""
        rows = self.conference.attendee_ids

        def count(some):
            self.env.flush_all()
            self.env.invalidate_all()
            # What a list holds is forgotten with the cache, and with it what belongs together.
            some = some.browse(some.ids)
            before = self.env.cr.sql_log_count
            reached = some._reached_at()
            some.browse(row.id for row in reached)._put({"invited_on": fields.Datetime.now()})
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        count(rows[:1])
        self.assertLessEqual(count(rows), count(rows[:2]) + 1)


class TestSheets(PeopleCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.conference = cls.make_conference("called", guests=2).with_user(cls.officer)

    def _lines(self, name):
        return [
            line.cells
            for table in self.conference._sheet_named(name).tables
            for line in table.lines
        ]

    def test_by_section_and_then_by_given_name_numbered_through(self):
        rows = self.summoned(self.conference)
        staff = self.conference._sheet_named("signatures").tables[0].lines
        people = [line.cells for line in staff if not line.look]
        self.assertEqual([cells[0] for cells in people], list(range(1, len(rows) + 1)))
        ordered = rows.sorted(
            lambda row: (row.section_sequence, row.section, row.sort_name, row.id)
        )
        self.assertEqual([cells[1] for cells in people], ordered.mapped("name"))
        headings = [line.cells[0] for line in staff if line.look == "heading"]
        self.assertEqual(len(headings), len(rows.section_id))
        self.assertIn(f"({len(self.people_of(self.group))} người)", " ".join(headings))

    def test_guests_and_who_was_taken_off_stand_apart(self):
        self.conference.attendee_ids[0].off_reason = "Nghỉ thai sản"
        tables = {table.name: table for table in self.conference._sheet_named("signatures").tables}
        self.assertEqual(set(tables), {"Người tham dự", "Khách mời", "Không triệu tập"})
        self.assertEqual(len(tables["Khách mời"].lines), 2)
        self.assertEqual(tables["Không triệu tập"].lines[0].cells[-1], "Nghỉ thai sản")

    def test_filled_it_says_who_came_and_when(self):
        came, late, excused, *_rest = self.summoned(self.conference)
        yesterday = fields.Datetime.now() - timedelta(days=1)
        noon = yesterday.replace(hour=1, minute=5, second=0, microsecond=0)
        came._enter({"status": "present", "arrived_on": noon}, "list")
        late._enter({"status": "present", "arrived_on": noon, "is_late": True}, "list")
        excused._enter({"status": "excused", "reason": "Ốm"}, "list")
        lines = {cells[1]: cells for cells in self._lines("attendance") if len(cells) > 1}
        self.assertEqual(lines[came.name][3:5], ("Có mặt", "08:05"))
        self.assertEqual(lines[late.name][-1], "Đến muộn")
        self.assertEqual(lines[excused.name][3:], ("Vắng có phép", "", "", "Ốm"))
        subjects = " ".join(self.conference._sheet_named("attendance").subjects)
        self.assertIn("có mặt: 2; vắng có phép: 1; vắng không phép: 0", subjects)

    def test_a_joint_conference_has_a_table_for_each_body(self):
        body = self.env["dan_chu.conference.body"].create(
            {"conference_id": self.conference.id, "name": "Ủy ban nhân dân"}
        )
        self.summoned(self.conference)[:5].body_id = body
        names = [table.name for table in self.conference._sheet_named("signatures").tables]
        self.assertIn("Người tham dự của Ủy ban nhân dân", names)

    def test_the_list_is_for_those_who_prepare_lead_or_run_it(self):
        self.give_duties(self.conference.sudo())
        for user in (self.officer, self.head, self.representative, self.clerk, self.secretary):
            with self.subTest(user=user.login):
                self.assertTrue(self.as_user(self.conference, user)._sheet_named("signatures"))
        for user in (self.staff, self.upper_officer, self.no_role):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.as_user(self.conference, user)._sheet_named("signatures")

    def test_codes_are_for_the_desk(self):
        self.give_duties(self.conference.sudo())
        for user in (self.officer, self.clerk, self.secretary):
            with self.subTest(user=user.login):
                pdf = self.as_user(self.conference, user)._codes_pdf("cards")
                self.assertEqual(pdf[:5], b"%PDF-")
        for user in (self.staff, self.head, self.upper_officer):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.as_user(self.conference, user)._codes_pdf("invitations")

    def test_codes_of_those_who_were_chosen(self):
        one = self.conference.attendee_ids[0]
        action = one.action_print_invitations()
        self.assertTrue(action["url"].endswith(f"/invitations.pdf?rows={one.id}"))
        single = self.conference._codes_pdf("invitations", {one.id})
        self.assertLess(len(single), len(self.conference._codes_pdf("invitations")))


class TestFiles(ConferenceHttpCase):
    def test_the_files_open_for_the_officer_and_for_no_outsider(self):
        conference = self.make_conference("called")
        self.env["dan_chu.conference.opinion"].create(
            {"conference_id": conference.id, "text": "Cần thêm máy tính", "section": "Tổ Toán"}
        )
        self.env.flush_all()
        base = f"/dan_chu/conference/{conference.id}"
        self.authenticate("officer", "officer")
        for name in PLAIN:
            with self.subTest(name=name):
                pdf = self.url_open(f"{base}/{name}.pdf")
                self.assertEqual((pdf.status_code, pdf.content[:5]), (200, b"%PDF-"))
                book = openpyxl.load_workbook(
                    io.BytesIO(self.url_open(f"{base}/{name}.xlsx").content)
                )
                self.assertTrue(book.active["A1"].value)
        for name in ("cards.pdf", "invitations.pdf"):
            self.assertEqual(self.url_open(f"{base}/{name}").content[:5], b"%PDF-")
        self.assertIn(b"BEGIN:VCALENDAR", self.url_open(f"{base}/calendar").content)
        self.authenticate("staff", "staff")
        self.assertIn(b"BEGIN:VCALENDAR", self.url_open(f"{base}/calendar").content)
        for name in ("signatures.pdf", "attendance.xlsx", "opinions.pdf", "cards.pdf"):
            with self.subTest(refused=name):
                self.assertEqual(self.url_open(f"{base}/{name}").status_code, 403)
        self.authenticate("no_role", "no_role")
        self.assertEqual(self.url_open(f"{base}/calendar").status_code, 403)

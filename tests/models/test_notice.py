from datetime import timedelta

import psycopg2

from odoo import Command
from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.papers import PaperCase


class TestNotice(PaperCase):
    def test_plans_and_decisions_have_screens_of_their_own(self):
        with self.assertRaisesRegex(ValidationError, "Kế hoạch.* has a screen of its own"):
            self.paper("KH")

    def test_an_invitation_says_to_whom_when_and_where(self):
        invitation = self.paper("GM", content=False)
        self.assertTrue(invitation.is_meeting)
        with self.assertRaisesRegex(UserError, "Invited, Begins, Place of the meeting"):
            invitation.with_user(self.officer).action_submit()
        invitation.with_user(self.officer).write(self.meeting())
        invitation.with_user(self.officer).action_submit()
        self.assertFalse(self.paper().is_meeting)

    def test_a_meeting_does_not_end_before_it_begins(self):
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.CheckViolation),
            self.env.cr.savepoint(),
        ):
            self.paper("GM", **self.meeting(), ends_at="2026-10-04 01:00:00")

    def test_what_cannot_be_printed_is_refused_and_named(self):
        with self.assertRaisesRegex(ValidationError, "Text.*not printed.*img"):
            self.paper(content='<p>Ảnh: <img src="/web/image/1"/></p>')

    def test_discussion_goes_on_over_an_issued_paper(self):
        notice = self.issued().with_user(self.officer)
        notice.message_post(body="Đã gửi các tổ.")
        notice.activity_schedule("mail.mail_activity_data_todo", user_id=self.officer.id)

    def test_one_table_knows_every_paper_and_opens_it(self):
        notice = self.paper()
        action = notice.document_id.with_user(self.officer).action_open()
        self.assertEqual((action["res_model"], action["res_id"]), ("dan_chu.notice", notice.id))


class TestBasis(PaperCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.law = cls.env["dan_chu.legal.document"].create(
            {
                "kind": "decree",
                "number": "88/2019/NĐ-CP",
                "date": "2019-11-15",
                "issuer": "Chính phủ",
                "subject": "quy định về việc thử",
                "date_from": "2020-01-01",
                "date_to": "2021-12-31",
            }
        )

    def _basis(self, **values):
        return self.paper(basis_ids=[Command.create(values)]).basis_ids

    def test_a_legal_text_is_named_in_full(self):
        self.assertEqual(
            self._basis(legal_document_id=self.law.id).text,
            "Căn cứ Nghị định số 88/2019/NĐ-CP ngày 15 tháng 11 năm 2019 của Chính phủ "
            "quy định về việc thử",
        )

    def test_an_issued_paper_and_one_from_elsewhere_are_bases_too(self):
        revision = self.recorded(values={"number": "5", "date": "2026-01-05"}).revision_ids
        self.assertEqual(
            self._basis(revision_id=revision.id, verb="carrying_out").text,
            f"Thực hiện {revision.basis_text}",
        )
        directive = self.make_directive(self.school, date="2026-02-24")
        text = self._basis(directive_id=directive.id).text
        self.assertIn("25/KH-UBND ngày 24 tháng 02 năm 2026 của UBND tỉnh Lam Châu", text)

    def test_words_stand_alone_or_in_place_of_the_name(self):
        basis = self._basis(words="Tổ trưởng tổ Toán – Tin", verb="proposed_by")
        self.assertEqual(basis.text, "Theo đề nghị Tổ trưởng tổ Toán – Tin")
        basis = self._basis(legal_document_id=self.law.id, words="Nghị định số 88")
        self.assertEqual(basis.text, "Căn cứ Nghị định số 88")

    def test_an_empty_one_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "is empty: choose a text"):
            self._basis(verb="based_on")

    def test_it_is_one_text(self):
        directive = self.make_directive(self.school)
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.CheckViolation),
            self.env.cr.savepoint(),
        ):
            self._basis(legal_document_id=self.law.id, directive_id=directive.id)

    def test_a_text_out_of_force_on_the_day_is_told_and_not_refused(self):
        notice = self.paper(basis_ids=[Command.create({"legal_document_id": self.law.id})])
        self.assertIn("went out of force", notice.basis_ids.expired_text)
        notice.with_user(self.officer).date = "2021-06-01"
        self.assertFalse(notice.basis_ids.expired_text)
        notice.with_user(self.officer).date = today() - timedelta(days=1)
        self.issued(notice)
        self.assertEqual(notice.state, "issued")

    def test_at_issue_its_words_are_kept(self):
        notice = self.issued(basis_ids=[Command.create({"legal_document_id": self.law.id})])
        before = notice.basis_ids.text
        self.law.subject = "đã đổi tên"
        self.assertEqual(notice.basis_ids.text, before)
        self.assertFalse(notice.revision_ids._verify())


class TestRecipient(PaperCase):
    def test_choosing_a_unit_fills_in_its_name(self):
        notice = self.paper(
            recipient_ids=[
                Command.create({"recipient_unit_id": self.department.id, "purpose": "report"}),
                Command.create({"name": "Các tổ", "purpose": "carry_out"}),
            ]
        )
        self.assertEqual(
            notice.document_id._recipient_lines(False),
            ["Sở Giáo dục và Đào tạo Lam Châu (để b/c);", "Các tổ (để th/h);", "Lưu: VT."],
        )

    def test_an_inner_part_elsewhere_is_reached_through_its_institution(self):
        with self.assertRaisesRegex(ValidationError, "address the paper to Sở Giáo dục"):
            self.paper(recipient_ids=[Command.create({"recipient_unit_id": self.office.id})])
        self.paper(recipient_ids=[Command.create({"recipient_unit_id": self.group.id})])

    def test_in_the_form_the_signatory_follows_the_person(self):
        form = Form(self.paper())
        with form.signatory_ids.edit(0) as row:
            row.employee_id = self.deputy.employee_id
            self.assertEqual((row.form, row.name), ("kt", "Trần Văn Phú"))
        self.assertEqual(form.save().signatory_ids.lines, "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG")


class TestGrowth(PaperCase):
    """A list of a hundred costs as many queries as one of ten."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.named = {
            "unit_id": {"fields": {"display_name": {}}},
            "kind_id": {"fields": {"display_name": {}}},
            "display_name": {},
            "title": {},
            "reference": {},
            "state": {},
            "date": {},
        }

    def _queries(self, model, specification, count):
        records = self.env[model].with_user(self.officer)
        records.web_search_read([], specification, limit=1)
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        found = records.web_search_read([], specification, limit=count)["records"]
        self.assertEqual(len(found), count)
        return self.env.cr.sql_log_count - before

    def test_notices(self):
        self.paper().copy()
        for _ in range(99):
            self.paper()
        specification = {**self.named, "is_meeting": {}, "may_handle": {}, "may_sign": {}}
        ten, hundred = (
            self._queries("dan_chu.notice", specification, count) for count in (10, 100)
        )
        self.assertEqual(hundred, ten)

    def test_revisions(self):
        for _ in range(30):
            self.recorded()
        specification = {**self.named, "is_latest": {}, "basis_text": {}, "signers": {}}
        few, many = (self._queries("dan_chu.revision", specification, count) for count in (3, 30))
        self.assertEqual(many, few)

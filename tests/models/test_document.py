from datetime import timedelta
from unittest.mock import patch

import psycopg2

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.papers import PaperCase


class TestLife(PaperCase):
    def test_from_draft_to_issued_by_officer_and_head(self):
        notice = self.paper(number="7")
        self.assertEqual(notice.state, "draft")
        notice.with_user(self.officer).action_submit()
        self.assertEqual(notice.state, "submitted")
        notice.with_user(self.head).action_issue()
        self.assertEqual(
            (notice.state, notice.issue_door, notice.approved_by_id, notice.reference),
            ("issued", "system", self.head, "07/TB-HS"),
        )
        self.assertEqual((notice.date, notice.year), (today(), self.year))
        self.assertEqual(notice.institution_id, self.school)

    def test_who_did_what_is_booked(self):
        notice = self.paper()
        notice.with_user(self.officer).action_submit()
        notice.with_user(self.head).action_return("Sửa lại phần kinh phí.")
        self.assertEqual(notice.state, "draft")
        self.issued(notice)
        self.assertEqual(
            notice.step_ids.mapped(lambda step: (step.action, step.user_id, step.reason)),
            [
                ("submitted", self.officer, False),
                ("returned", self.head, "Sửa lại phần kinh phí."),
                ("submitted", self.officer, False),
                ("issued", self.head, False),
            ],
        )

    def test_from_the_form_a_return_asks_for_its_reason(self):
        notice = self.paper()
        notice.with_user(self.officer).action_submit()
        action = notice.with_user(self.head).action_return()
        wizard = (
            self.env[action["res_model"]]
            .with_user(self.head)
            .with_context(**action["context"])
            .create({"reason": "Thiếu kinh phí."})
        )
        wizard.action_confirm()
        self.assertEqual(notice.state, "draft")
        self.assertEqual(notice.step_ids[-1:].reason, "Thiếu kinh phí.")

    def test_an_officer_does_not_issue_nor_withdraw(self):
        notice = self.paper()
        notice.with_user(self.officer).action_submit()
        with self.assertRaisesRegex(AccessError, "role"):
            notice.with_user(self.officer).action_issue()
        notice.with_user(self.head).action_issue()
        with self.assertRaisesRegex(AccessError, "role"):
            notice.with_user(self.officer).action_withdraw("Nhầm.")

    def test_each_step_asks_for_the_state_before_it(self):
        notice = self.paper().with_user(self.head)
        for step in (
            notice.action_issue,
            lambda: notice.action_return("Sửa."),
            lambda: notice.action_withdraw("Nhầm."),
            lambda: notice.action_fill_number("5"),
            lambda: notice.with_user(self.officer).action_follow_up("replaces"),
        ):
            with self.assertRaisesRegex(UserError, "is “Draft”"):
                step()

    def test_it_is_born_a_draft_whatever_the_caller_says(self):
        notice = self.paper(state="issued", approved_by_id=1, issue_door="system", year=2020)
        self.assertEqual(
            (notice.state, notice.approved_by_id.id, notice.issue_door, notice.year),
            ("draft", False, False, 0),
        )

    def test_a_submitted_paper_rests(self):
        notice = self.paper(recipient_ids=[Command.create({"name": "Các tổ"})])
        notice.with_user(self.officer).action_submit()
        own = notice.with_user(self.officer)
        for change in (
            lambda: own.write({"title": "Khác"}),
            lambda: own.write({"content": "<p>Khác</p>"}),
            lambda: own.recipient_ids.write({"name": "Khác"}),
            own.recipient_ids.unlink,
            lambda: own.write({"recipient_ids": [Command.create({"name": "Khác"})]}),
        ):
            with self.assertRaisesRegex(UserError, "submitted for signature"):
                change()

    def test_title_text_and_signatory_missing_are_told_in_words(self):
        notice = self.paper(signatory_ids=[Command.clear()], content="<p><br/></p>")
        with self.assertRaisesRegex(UserError, "who signs it.*Text"):
            notice.with_user(self.officer).action_submit()
        with self.assertRaisesRegex(UserError, "who signs it"):
            notice.with_user(self.officer).action_record_paper_issue({"date": today()})

    def test_an_issued_paper_is_not_deleted_and_says_so(self):
        notice = self.issued()
        for record in (notice, notice.document_id):
            with self.assertRaisesRegex(UserError, "stays in the books"):
                record.with_user(self.officer).unlink()

    def test_a_deleted_draft_leaves_nothing(self):
        notice = self.paper(
            basis_ids=[Command.create({"words": "Công văn"})],
            recipient_ids=[Command.create({"name": "Các tổ"})],
            annex_ids=[Command.create({"name": "Danh sách", "content": "<p>A</p>"})],
            file_ids=[Command.create(self.scan())],
        )
        notice.with_user(self.officer).message_post(body="Xem giúp", attachments=[("a.txt", b"a")])
        document = notice.document_id
        parts = [
            document[name]
            for name in (
                "basis_ids",
                "recipient_ids",
                "signatory_ids",
                "annex_ids",
                "file_ids",
            )
        ]
        files = self.files_of(document.file_ids) | self.files_of(notice)
        self.assertEqual(len(files), 2)
        self.assertTrue(all(parts))
        notice.with_user(self.officer).unlink()
        for left in (notice, document, files, *parts):
            self.assertFalse(left.exists(), left)

    def test_deleted_through_the_common_list_it_leaves_nothing_either(self):
        notice = self.paper(file_ids=[Command.create(self.scan())])
        document, files = notice.document_id, self.files_of(notice.file_ids)
        document.with_user(self.officer).unlink()
        self.assertFalse(notice.exists() or document.exists() or files.exists())

    def test_a_returned_draft_with_its_steps_may_be_deleted(self):
        notice = self.paper()
        notice.with_user(self.officer).action_submit()
        notice.with_user(self.head).action_return("Bỏ.")
        document = notice.document_id
        notice.with_user(self.officer).unlink()
        self.assertFalse(document.exists())


class TestDoors(PaperCase):
    def test_a_head_who_is_not_the_signatory_is_refused_and_told_who_is(self):
        notice = self.paper()
        notice.with_user(self.officer).action_submit()
        with self.assertRaisesRegex(AccessError, "signed by head"):
            notice.with_user(self.deputy).action_issue()

    def test_a_deputy_approves_what_the_deputy_signs(self):
        notice = self.paper()
        notice.signatory_ids.unlink()
        usual = self.env["dan_chu.document.signatory"]._usual_of(
            self.school, self.deputy.employee_id
        )
        notice.signatory_ids = [Command.create(usual)]
        notice.with_user(self.officer).action_submit()
        notice.with_user(self.deputy).action_issue()
        self.assertEqual(notice.approved_by_id, self.deputy)

    def test_recorded_on_paper_it_is_approved_by_nobody_here(self):
        day = today() - timedelta(days=3)
        notice = self.recorded(
            values={
                "date": day,
                "number": "5",
                "signatories": [
                    {
                        "name": "Trần Văn Phú",
                        "form": "kt",
                        "principal_title": "Hiệu trưởng",
                        "own_title": "Phó Hiệu trưởng",
                    }
                ],
                "scan": self.scan(),
            }
        )
        self.assertEqual(
            (notice.state, notice.issue_door, notice.approved_by_id.id, notice.date),
            ("issued", "paper", False, day),
        )
        self.assertEqual(notice.reference, "05/TB-HS")
        self.assertEqual(notice.signatory_ids.name, "Trần Văn Phú")
        self.assertEqual(notice.signatory_ids.lines, "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG")
        self.assertFalse(notice.signatory_ids.employee_id, "still the person who was to sign")
        self.assertEqual(notice.step_ids.mapped("action"), ["recorded"])
        revision = notice.revision_ids
        self.assertEqual((revision.issue_door, revision.signers), ("paper", "Trần Văn Phú"))
        self.assertEqual(notice.file_ids.mapped("is_scan"), [True])
        self.assertEqual(revision.file_ids.raw, b"%PDF-1.7 scan")

    def test_a_submitted_paper_may_be_signed_by_hand_after_all(self):
        notice = self.paper()
        notice.with_user(self.officer).action_submit()
        self.recorded(notice, {"scan": self.scan()})
        self.assertEqual(notice.step_ids.mapped("action"), ["submitted", "recorded"])
        self.assertEqual(len(notice.revision_ids.file_ids), 1)

    def test_the_wizard_starts_from_what_the_paper_says(self):
        notice = self.paper(number="8")
        action = notice.with_user(self.officer).action_record_paper_issue()
        wizards = self.env[action["res_model"]].with_user(self.officer)
        form = Form(wizards.with_context(**action["context"]))
        self.assertEqual(
            (form.name, form.number, form.date), (notice.signatory_ids.name, "08", today())
        )
        wizard = form.save()
        wizard.write({"scan": self.scan()["data"], "scan_name": "tb08.pdf", "name": "Lê Thị Hạnh"})
        wizard.action_confirm()
        self.assertEqual((notice.issue_door, notice.file_ids.name), ("paper", "tb08.pdf"))

    def test_staff_record_nothing(self):
        notice = self.paper()
        for user in (self.staff, self.representative, self.upper_officer, self.supervisor):
            with self.assertRaises(AccessError):
                self.as_user(notice, user).action_record_paper_issue({"date": today()})

    def test_a_day_to_come_is_refused_through_both_doors(self):
        tomorrow = today() + timedelta(days=1)
        notice = self.paper(date=tomorrow)
        notice.with_user(self.officer).action_submit()
        with self.assertRaisesRegex(UserError, "still to come"):
            notice.with_user(self.head).action_issue()
        with self.assertRaisesRegex(UserError, "still to come"):
            notice.with_user(self.officer).action_record_paper_issue({"date": tomorrow})

    def test_on_paper_the_date_is_asked_for(self):
        with self.assertRaisesRegex(UserError, "Type the date"):
            self.paper().with_user(self.officer).action_record_paper_issue({"number": "5"})


class TestNumber(PaperCase):
    def test_what_is_typed_is_brought_into_the_decree_s_form(self):
        for typed, kept in (("5", "05"), (" 63 ", "63"), ("Số: 7a", "07a"), ("", False)):
            with self.subTest(typed):
                self.assertEqual(self.paper(number=typed).number or False, kept)

    def test_what_is_no_number_is_refused_in_words(self):
        for typed in ("63/KH-TnS", "một", "0"):
            with self.subTest(typed), self.assertRaisesRegex(UserError, "is not a number"):
                self.paper(number=typed)

    def test_the_symbol_is_the_decree_s(self):
        self.assertEqual(self.paper().symbol, "TB-HS")
        self.assertEqual(self.paper("TTr").symbol, "TTr-HS")
        self.assertEqual(self.paper("CV", unit_id=self.group.id).symbol, "HS-TT")
        self.assertEqual(self.paper(board_code="TTND").symbol, "TB-TTND")

    def test_a_number_used_twice_is_refused_and_the_other_paper_named(self):
        self.issued(number="5")
        notice = self.paper(number="05")
        notice.with_user(self.officer).action_submit()
        with self.assertRaisesRegex(UserError, r"05/TB-HS.*already.*Hoa Sen"):
            notice.with_user(self.head).action_issue()

    def test_the_same_number_is_free_for_another_kind_symbol_unit_or_year(self):
        self.issued(number="5")
        self.issued(kind="TTr", number="5")
        self.recorded(
            board_code="TTND",
            board_name="BAN THANH TRA NHÂN DÂN",
            values={"number": "5", "signatories": [{"name": "Đỗ Thị Mai"}]},
        )
        self.recorded(number="5", values={"date": f"{self.year - 1}-06-01", "number": "5"})
        self.assertEqual(
            self.env["dan_chu.document"].search_count(
                [("number", "=", "05"), ("institution_id", "=", self.school.id)]
            ),
            4,
        )

    def test_the_database_refuses_it_too(self):
        self.issued(number="5")
        second = self.paper(number="5")
        second.with_user(self.officer).action_submit()
        model = self.env.registry["dan_chu.document"]
        with (
            patch.object(model, "_check_number_is_free", lambda *args: None),
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.UniqueViolation),
            self.env.cr.savepoint(),
        ):
            second.with_user(self.head).action_issue()
            self.env.flush_all()

    def test_a_number_comes_later_once(self):
        notice = self.issued(recipient_ids=[Command.create({"recipient_unit_id": self.sibling.id})])
        self.assertFalse(notice.reference)
        notice.with_user(self.officer).action_fill_number("9")
        self.assertEqual((notice.number, notice.reference), ("09", "09/TB-HS"))
        rows = notice.revision_ids.sorted("sequence")
        self.assertEqual(
            rows.mapped(lambda row: (row.sequence, row.event, row.reference)),
            [(1, "issued", False), (2, "numbered", "09/TB-HS")],
        )
        self.assertNotEqual(rows[0].pdf_attachment_id.raw, rows[1].pdf_attachment_id.raw)
        with self.assertRaisesRegex(UserError, "already has the number 09"):
            notice.with_user(self.officer).action_fill_number("10")

    def test_a_number_filled_in_later_is_not_used_twice(self):
        self.issued(number="9")
        notice = self.issued()
        with self.assertRaisesRegex(UserError, "09/TB-HS.*already"):
            notice.with_user(self.officer).action_fill_number("9")
        self.assertEqual(len(notice.revision_ids), 1)

    def test_the_wizard_fills_the_number(self):
        notice = self.issued()
        action = notice.with_user(self.officer).action_fill_number()
        wizards = self.env[action["res_model"]].with_user(self.officer)
        wizards.with_context(**action["context"]).create({"number": "11"}).action_confirm()
        self.assertEqual(notice.reference, "11/TB-HS")

    def test_a_number_typed_into_a_draft_is_seen_as_it_is_kept(self):
        notice = self.paper()
        notice.with_user(self.officer).number = "5"
        self.assertEqual((notice.number, notice.reference), ("05", "05/TB-HS"))


class TestUsual(PaperCase):
    def test_place_archive_symbol_and_signatory_come_from_the_unit(self):
        notice = self.paper()
        self.assertEqual((notice.place, notice.archive, notice.symbol), ("Lam Châu", "VT", "TB-HS"))
        self.assertEqual(notice.signatory_ids.name, "Lê Thị Hạnh")
        self.assertEqual(notice.signatory_ids.lines, "HIỆU TRƯỞNG")

    def test_an_inner_part_writes_for_its_institution_and_is_named_as_drafter(self):
        notice = self.paper(unit_id=self.group.id)
        self.assertEqual((notice.place, notice.archive), ("Lam Châu", "VT, TT"))
        self.assertEqual((notice.drafter_code, notice.signatory_ids.lines), ("TT", "HIỆU TRƯỞNG"))

    def test_the_form_fills_the_same(self):
        form = Form(self.env["dan_chu.notice"].with_user(self.officer))
        form.kind_id = self.kind("TB")
        form.title = "Về nề nếp"
        form.content = "<p>Như sau.</p>"
        notice = form.save()
        self.assertEqual(
            (notice.unit_id, notice.place, notice.archive, notice.symbol),
            (self.school, "Lam Châu", "VT", "TB-HS"),
        )
        self.assertEqual(notice.signatory_ids.mapped("lines"), ["HIỆU TRƯỞNG"])

    def test_a_deputy_signs_for_the_head(self):
        values = self.env["dan_chu.document.signatory"]._usual_of(
            self.school, self.deputy.employee_id
        )
        row = self.env["dan_chu.document.signatory"].new(values)
        self.assertEqual(row.lines, "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG")

    def test_where_a_body_decides_it_is_signed_on_its_behalf(self):
        self.school.signing_body = "Ủy ban nhân dân"
        self.assertEqual(self.paper().signatory_ids.lines, "TM. ỦY BAN NHÂN DÂN\nHIỆU TRƯỞNG")

    def test_a_board_signs_for_itself(self):
        notice = self.paper(board_name="Ban Thanh tra nhân dân", board_code="TTND")
        self.assertEqual(notice.signatory_ids.lines, "TM. BAN THANH TRA NHÂN DÂN\nTRƯỞNG BAN")
        head = notice.document_id._paper()["head"]
        self.assertEqual(head["issuer"], ["BAN THANH TRA NHÂN DÂN"])
        self.assertEqual(head["superior"], ["TRƯỜNG THPT HOA SEN"])

    def test_a_copy_is_a_draft_with_its_parts_and_without_number_and_past(self):
        notice = self.issued(
            number="5",
            basis_ids=[Command.create({"words": "Công văn số 12"})],
            recipient_ids=[Command.create({"name": "Các tổ"})],
            annex_ids=[Command.create({"name": "Danh sách", "content": "<p>A</p>"})],
        )
        copy = notice.with_user(self.officer).copy()
        self.assertNotEqual(copy.document_id, notice.document_id)
        self.assertEqual(
            (copy.state, copy.number, copy.reference, copy.date, copy.issue_door),
            ("draft", False, False, False, False),
        )
        self.assertEqual(copy.title, notice.title)
        for name in ("basis_ids", "recipient_ids", "signatory_ids", "annex_ids"):
            self.assertEqual(len(copy[name]), 1, name)
        self.assertFalse(copy.revision_ids or copy.step_ids)
        self.issued(copy)

import json

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from odoo.addons.dan_chu_co_so.lib.paper.canonical import sha256

from tests.papers import PaperCase


class TestChain(PaperCase):
    def test_issuing_freezes_content_prints_and_files(self):
        notice = self.issued(number="5", file_ids=[Command.create(self.scan("bang.pdf"))])
        row = notice.revision_ids
        self.assertEqual(
            (row.sequence, row.event, row.state, row.previous_sha256, row.issued_by_id),
            (1, "issued", "issued", False, self.head),
        )
        self.assertEqual((row.res_model, row.res_id), ("dan_chu.notice", notice.id))
        self.assertEqual(row.content_sha256, sha256(row.content))
        self.assertTrue(row.pdf_attachment_id.raw.startswith(b"%PDF"))
        self.assertTrue(row.docx_attachment_id.raw.startswith(b"PK"))
        self.assertEqual(row.file_ids.mapped("name"), ["bang.pdf"])
        content = json.loads(row.content)
        self.assertEqual(content["record"]["title"], notice.title)
        self.assertIn("thông báo như sau", content["record"]["content"])
        self.assertEqual(
            [file["sha256"] for file in content["files"]],
            [
                sha256(file.raw)
                for file in (row.pdf_attachment_id, row.docx_attachment_id, row.file_ids)
            ],
        )

    def test_each_row_holds_the_hash_of_the_one_before(self):
        notice = self.issued()
        notice.with_user(self.officer).action_fill_number("9")
        notice.with_user(self.head).action_withdraw("Sai thẩm quyền.")
        rows = notice.revision_ids.sorted("sequence")
        self.assertEqual(rows.mapped("event"), ["issued", "numbered", "withdrawn"])
        self.assertEqual(rows.mapped("sequence"), [1, 2, 3])
        self.assertEqual(
            rows.mapped("previous_sha256"), [False, *rows[:2].mapped("content_sha256")]
        )
        self.assertEqual(rows[2].reason, "Sai thẩm quyền.")
        self.assertEqual(rows[2].pdf_attachment_id, rows[1].pdf_attachment_id)

    def test_the_latest_row_is_found(self):
        notice = self.issued()
        notice.with_user(self.officer).action_fill_number("9")
        other = self.issued(number="10")
        rows = notice.revision_ids.sorted("sequence")
        self.assertEqual(rows.mapped("is_latest"), [False, True])
        own = [("document_id", "in", (notice | other).document_id.ids)]
        revisions = self.env["dan_chu.revision"]
        self.assertEqual(
            revisions.search([*own, ("is_latest", "=", True)]), rows[1] | other.revision_ids
        )
        self.assertEqual(revisions.search([*own, ("is_latest", "=", False)]), rows[0])
        self.assertEqual(revisions.search([*own, ("is_latest", "!=", True)]), rows[0])

    def test_what_was_issued_changes_for_nobody(self):
        row = self.issued().revision_ids
        for user in (self.officer, self.head, self.manager, self.env.user):
            for change in (
                lambda own: own.write({"title": "Khác"}),
                lambda own: own.unlink(),
                lambda own: own.create({"title": "Khác"}),
                lambda own: own.pdf_attachment_id.write({"raw": b"khac"}),
                lambda own: own.pdf_attachment_id.unlink(),
            ):
                with self.assertRaises(UserError):
                    change(row.with_user(user))

    def test_as_a_basis_it_is_named_in_full(self):
        row = self.recorded(values={"number": "5", "date": "2026-01-05"}).revision_ids
        self.assertEqual(
            row.basis_text,
            "Thông báo số 05/TB-HS ngày 05 tháng 01 năm 2026 của Trường THPT Hoa Sen "
            "tổ chức Hội nghị viên chức và người lao động",
        )

    def test_those_below_read_it_unless_it_stays_within(self):
        upper = self.make_user("upper_head", ("head", self.department))
        self.department.write({"head_id": upper.employee_id.id, "head_title": "Giám đốc"})
        papers = self.env["dan_chu.notice"]
        for values in ({}, {"circulation": "internal"}):
            notice = self.paper(user=self.upper_officer, unit_id=self.department.id, **values)
            notice.action_submit()
            notice.with_user(upper).action_issue()
            papers |= notice
        wide, within = papers
        revisions = self.env["dan_chu.revision"].with_user(self.staff)
        self.assertEqual(
            revisions.search([("unit_id", "=", self.department.id)]), wide.revision_ids
        )
        self.assertTrue(within.revision_ids.with_user(upper).has_access("read"))


class TestFollowUp(PaperCase):
    def _follow(self, notice, how):
        action = notice.with_user(self.officer).action_follow_up(how)
        return self.env[action["res_model"]].browse(action["res_id"])

    def test_what_replaces_or_amends_is_a_paper_of_the_same_form(self):
        notice = self.issued(number="5", recipient_ids=[Command.create({"name": "Các tổ"})])
        for how in ("replaces", "amends"):
            new = self._follow(notice, how)
            self.assertEqual(
                (new.kind_id, new.state, new.number, new.follows_id, new.follows_how),
                (notice.kind_id, "draft", False, notice.document_id, how),
            )
            self.assertEqual(new.recipient_ids.mapped("name"), ["Các tổ"])

    def test_what_corrects_or_withdraws_is_a_letter(self):
        notice = self.issued(number="5", recipient_ids=[Command.create({"name": "Các tổ"})])
        for how, verb in (("corrects", "đính chính"), ("withdraws", "thu hồi")):
            new = self._follow(notice, how)
            self.assertEqual((new.kind_id, new.follows_how), (self.kind("CV"), how))
            self.assertEqual(new.title, f"{verb} Thông báo 05/TB-HS")
            self.assertEqual(new.recipient_ids.mapped("name"), ["Các tổ"])
            self.assertEqual(new.signatory_ids.name, "Lê Thị Hạnh")

    def test_its_effect_comes_with_its_issue_on_the_paper_and_its_chain(self):
        for how, state, event in (
            ("replaces", "superseded", "superseded"),
            ("withdraws", "withdrawn", "withdrawn"),
            ("amends", "issued", "amended"),
            ("corrects", "issued", "corrected"),
        ):
            with self.subTest(how):
                notice = self.issued()
                new = self._follow(notice, how)
                new.write({"content": "<p>Nay sửa.</p>"})
                self.assertEqual(notice.state, "issued")
                self.issued(new)
                self.assertEqual(notice.state, state)
                rows = notice.revision_ids.sorted("sequence")
                self.assertEqual(rows.mapped("event"), ["issued", event])
                self.assertEqual(rows[1].previous_sha256, rows[0].content_sha256)
                self.assertEqual(rows[1].reason, f"{new.kind_id.name} {new.title}")
                self.assertEqual(notice.step_ids[-1:].action, event)
                self.assertFalse(rows._verify())

    def test_a_replaced_paper_may_still_be_withdrawn_and_not_the_other_way_round(self):
        notice = self.issued()
        new = self._follow(notice, "replaces")
        notice.with_user(self.head).action_withdraw("Sai.")
        self.issued(new)
        self.assertEqual(notice.state, "withdrawn")

    def test_only_what_is_issued_is_followed_and_by_an_officer_of_the_institution(self):
        with self.assertRaisesRegex(UserError, "is “Draft”"):
            self.paper().with_user(self.officer).action_follow_up("replaces")
        notice = self.issued()
        for user in (self.head, self.upper_officer):
            with self.assertRaisesRegex(AccessError, "role"):
                notice.with_user(user).action_follow_up("replaces")

    def test_a_way_nobody_knows_is_refused(self):
        notice = self.issued()
        for how in (None, "burns"):
            with self.assertRaisesRegex(UserError, "Say what the new paper does"):
                notice.with_user(self.officer).action_follow_up(how)


class TestVerify(PaperCase):
    def setUp(self):
        super().setUp()
        self.notice = self.issued(
            number="5",
            recipient_ids=[Command.create({"name": "Các tổ"})],
            file_ids=[Command.create(self.scan("bang.pdf"))],
        )
        self.rows = self.notice.revision_ids

    def _told(self):
        self.env.invalidate_all()
        return self.notice.with_user(self.officer).action_verify()["params"]["message"]

    def _tamper(self, table, query, *values):
        """As whoever owns the database could."""
        self.env.flush_all()
        table = SQL.identifier(table)
        self.env.cr.execute(SQL("ALTER TABLE %s DISABLE TRIGGER USER", table))
        self.env.cr.execute(SQL(query, *values))
        self.env.cr.execute(SQL("ALTER TABLE %s ENABLE TRIGGER USER", table))

    def test_untouched_it_says_so(self):
        self.notice.with_user(self.head).action_withdraw("Sai.")
        action = self.notice.with_user(self.staff).revision_ids.action_verify()
        self.assertEqual(action["params"]["type"], "success")
        self.assertIn("2 rows", action["params"]["message"])

    def test_the_trigger_stands_before_whoever_writes_sql(self):
        with (
            self.assertRaisesRegex(Exception, "issued or closed and does not change"),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute("UPDATE dan_chu_revision SET title = 'Khác'")
        with (
            self.assertRaisesRegex(Exception, "issued or closed and does not change"),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute("UPDATE dan_chu_document SET title = 'Khác'")

    def test_a_changed_content_no_longer_has_its_hash(self):
        self._tamper(
            "dan_chu_revision",
            "UPDATE dan_chu_revision SET content = replace(content, %s, %s) WHERE id = %s",
            "thông báo như sau",
            "thông báo khác",
            self.rows.id,
        )
        self.assertRegex(self._told(), "05/TB-HS, row 1 .*no longer has its hash")

    def test_a_changed_column_is_named_with_both_values(self):
        self._tamper(
            "dan_chu_revision",
            "UPDATE dan_chu_revision SET title = %s WHERE id = %s",
            "Khác",
            self.rows.id,
        )
        told = self._told()
        self.assertIn("Subject was “Tổ chức Hội nghị viên chức và người lao động”", told)
        self.assertIn("is now “Khác”", told)

    def test_a_content_rewritten_with_its_hash_breaks_the_chain_behind_it(self):
        self.notice.with_user(self.head).action_withdraw("Sai.")
        content = json.loads(self.rows.content)
        content["record"]["title"] = "Khác"
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        self._tamper(
            "dan_chu_revision",
            "UPDATE dan_chu_revision SET content = %s, content_sha256 = %s WHERE id = %s",
            text,
            sha256(text),
            self.rows.id,
        )
        self.assertRegex(self._told(), "row 2 .*the row before it was changed")

    def test_a_row_taken_away_leaves_a_gap(self):
        self.notice.with_user(self.head).action_withdraw("Sai.")
        self.notice.with_user(self.officer).action_verify()
        self._tamper(
            "dan_chu_revision",
            "UPDATE dan_chu_revision SET sequence = 3 WHERE document_id = %s AND sequence = 2",
            self.notice.document_id.id,
        )
        self.assertRegex(self._told(), "row 3 .*(was changed|is now)")

    def test_a_changed_file_is_named(self):
        pdf = self.rows.pdf_attachment_id
        name = pdf.name
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE ir_attachment SET db_datas = %s, store_fname = NULL WHERE id = %s",
            [b"%PDF-khac", pdf.id],
        )
        self.assertIn(f"the file “{name}” was changed or lost", self._told())

    def test_a_lost_attached_file_is_named(self):
        self.env.flush_all()
        self.env.cr.execute("DELETE FROM ir_attachment WHERE id = %s", [self.rows.file_ids.id])
        self.assertIn("the file “bang.pdf” was changed or lost", self._told())

    def test_a_changed_field_of_the_paper_is_named(self):
        self._tamper(
            "dan_chu_document",
            "UPDATE dan_chu_document SET place = %s WHERE id = %s",
            "Hà Khê",
            self.notice.document_id.id,
        )
        told = self._told()
        self.assertIn("Place was issued as “Lam Châu”, and is now “Hà Khê”", told)

    def test_a_changed_part_of_the_paper_is_named(self):
        self._tamper(
            "dan_chu_document_recipient",
            "UPDATE dan_chu_document_recipient SET name = %s WHERE id = %s",
            "Các phòng",
            self.notice.recipient_ids.id,
        )
        self.assertRegex(self._told(), "1 As printed was issued as “Các tổ”.*“Các phòng”")

    def test_a_changed_text_of_the_kind_is_named(self):
        self._tamper(
            "dan_chu_notice",
            "UPDATE dan_chu_notice SET content = %s WHERE id = %s",
            "<p>Khác</p>",
            self.notice.id,
        )
        self.assertIn("Text was issued as", self._told())

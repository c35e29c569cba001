"""Over real RPC: nobody but the members reads what a board works on, however it is asked."""

from odoo.fields import Command

from tests.access.board_attacks import SECRET, WORDS, BoardAttacks
from tests.access.leak_hunt import LeakHunt


class TestNothingIsRead(LeakHunt, BoardAttacks):
    def test_every_field_of_every_row_one_may_read(self):
        self.hunt_fields(self.outsiders())

    def test_every_way_of_asking_for_a_row(self):
        self.hunt_ways(self.closest())

    def test_no_search_through_what_points_at_it(self):
        self.hunt_paths(self.closest(), SECRET)

    def test_a_member_reads_it_all(self):
        """That the attempts above are answered by nothing means something."""
        for model, row in self.rows.items():
            for user in (self.member, self.leader):
                with self.subTest(model=model, user=user.login):
                    found = self.as_user(self.env[model], user).search([("id", "in", row.ids)])
                    self.assertEqual(found.ids, row.ids)
                    self.assertTrue(found.read())


class TestNothingIsNamed(LeakHunt, BoardAttacks):
    def test_a_name_is_not_learned_by_pointing_at_it(self):
        users = (self.officer, self.head, self.sibling_leader, self.upper_head, self.staff)
        self.hunt_pointers(users)

    def test_what_one_may_write_takes_nothing_of_it_along(self):
        """A row that is created or written names it, and is read again."""
        own = self.make_plan(self.school)
        revision = self.letter.revision_ids.id
        line = {"name": "x", "kind": "self_check"}
        for field, values in (
            ("basis_ids", {"revision_id": revision}),
            ("upper_ids", {"revision_id": revision}),
            ("programme_line_ids", {**line, "inspection_ids": [Command.link(self.inspection.id)]}),
            ("programme_line_ids", {**line, "member_ids": [Command.create({"name": "x"})]}),
        ):
            vals = {field: [Command.create(values)]}
            for user in (self.officer, self.head):
                with self.subTest(vals=vals):
                    self.assert_refused(user, "dan_chu.plan", "write", [own.id], vals=vals)
        for field in ("section_ids", "target_ids", "programme_line_ids", "basis_ids"):
            row = self.programme[field]
            for command in (Command.link, Command.delete, Command.unlink):
                vals = {field: [command(row.id)]}
                for user in (self.officer, self.head):
                    with self.subTest(vals=vals, user=user.login):
                        self.authenticate(user.login, user.login)
                        self.said("dan_chu.plan", "write", own.ids, vals=vals)
                        self.assertEqual(self.programme[field], row)
                        self.assertNotIn(row, own[field])

    def test_messages_files_and_activities(self):
        messages = self.env["mail.message"].search([("body", "ilike", SECRET)])
        activities = self.env["mail.activity"].search([("summary", "=", SECRET)])
        files = self.env["ir.attachment"].search(
            [("name", "ilike", SECRET), "|", ("res_field", "=", False), ("res_field", "!=", False)]
        ) | self.env["ir.attachment"].search(
            [
                ("res_model", "in", list(self.rows)),
                ("res_field", "=", "data"),
                ("res_id", "in", [row.id for found in self.rows.values() for row in found]),
            ]
        )
        self.assertGreaterEqual(len(messages), 5)
        self.assertGreaterEqual(len(activities), 5)
        self.assertGreaterEqual(len(files), 8)
        revision = self.letter.revision_ids
        files |= revision.pdf_attachment_id | revision.docx_attachment_id
        for user in self.outsiders():
            self.authenticate(user.login, user.login)
            for rows in (messages, activities, files):
                for row in rows:
                    with self.subTest(user=user.login, row=row):
                        for method in ("read", "export_data"):
                            arguments = (
                                {"fields_to_export": ["id"]} if method == "export_data" else {}
                            )
                            answer = self.said(row._name, method, row.ids, **arguments)
                            self.assertIsInstance(answer, str)
                            self.assert_untold(answer)
            for file in files:
                for address in (f"/web/content/{file.id}", f"/web/image/{file.id}"):
                    with self.subTest(user=user.login, address=address):
                        content = self.url_open(address).content
                        self.assertNotIn(b"Dieu mat", content)
                        self.assertFalse(content.startswith((b"%PDF", b"PK\x03\x04")))

    def test_prints_and_previews(self):
        document, revision = self.programme.document_id, self.letter.revision_ids
        addresses = (
            f"/dan_chu/word/{document.id}",
            f"/dan_chu/word/{self.letter.document_id.id}",
            f"/dan_chu/progress/{self.programme.id}",
            f"/report/pdf/dan_chu_co_so.paper_plan/{self.programme.id}",
            f"/report/html/dan_chu_co_so.paper_plan/{self.programme.id}",
            f"/web/content/dan_chu.finding.evidence/{self.finding.evidence_ids.id}/data",
            f"/web/image/dan_chu.finding.evidence/{self.finding.evidence_ids.id}/data",
            f"/web/content/dan_chu.petition.file/{self.petition.file_ids.id}/data",
            f"/web/content/dan_chu.inspection.file/{self.inspection.file_ids.id}/data",
            f"/mail/message/{self.inspection.message_ids[:1].id}",
            f"/odoo/action-dan_chu_co_so.inspection_action/{self.inspection.id}",
        )
        reports = self.env["ir.actions.report"].search([("model", "in", list(self.rows))])
        self.assertTrue(reports)
        addresses += tuple(
            f"/report/{kind}/{report.report_name}/{self.rows[report.model].ids[0]}"
            for report in reports
            for kind in ("pdf", "html")
        )
        for user in self.outsiders():
            self.authenticate(user.login, user.login)
            for address in addresses:
                with self.subTest(user=user.login, address=address):
                    content = self.url_open(address).content
                    for sign in (b"%PDF", b"PK\x03\x04", *(words.encode() for words in WORDS)):
                        self.assertNotIn(sign, content)
            for model, row in (
                ("dan_chu.plan", self.programme),
                ("dan_chu.board.paper", self.paper),
            ):
                with self.subTest(user=user.login, preview=model):
                    answer = self.said(model, "preview_pages", res_id=row.id)
                    self.assertIsInstance(answer, str, "pages are shown")
            for name in ("action_open_pdf", "action_open_docx", "action_verify"):
                answer = self.said(revision._name, name, revision.ids)
                self.assertIsInstance(answer, str, name)

"""Official papers over real RPC and real addresses: whose they are not gets nothing of them."""

from odoo.fields import Command

from tests.access.doors import DoorsCase, Refused

NOTICE = "dan_chu.notice"
PAPER = "dan_chu.document"
BASIS = "dan_chu.document.basis"
SECRET = "Tên mật của dự thảo"
WIZARDS = {
    "dan_chu.document.reason": {"reason": "Sai", "action": "return"},
    "dan_chu.document.number": {"number": "99"},
    "dan_chu.document.paper.issue": {"date": "2024-01-05", "name": "Ai đó", "form": "own"},
}


class TestOfficialPaperAttacks(DoorsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draft = cls.make_notice(cls.school, title=SECRET)
        cls.submitted = cls.make_notice(cls.school, "submitted", title=SECRET)
        cls.issued = cls.make_notice(cls.school, "issued", circulation="internal", title=SECRET)
        cls.foreign = cls.make_notice(cls.sibling, title=SECRET)
        cls.foreign_issued = cls.make_notice(
            cls.sibling, "issued", circulation="internal", title=SECRET
        )
        cls.part_head = cls.make_user("part_head", ("head", cls.group), ("officer", cls.group))
        cls.sibling_officer = cls.make_user("sibling_officer", ("officer", cls.sibling))
        cls.sibling_head = cls.make_user("sibling_head", ("head", cls.sibling))

    def _outsiders(self):
        """Who holds no role by which one works on the papers of the school."""
        return (
            self.staff,
            self.representative,
            self.upper_supervisor,
            self.upper_officer,
            self.sibling_officer,
            self.sibling_head,
            self.part_head,
            self.manager,
            self.no_role,
        )

    def test_no_outsider_does_anything_with_a_paper(self):
        for paper, calls in (
            (self.draft, {"action_submit": {}, "action_record_paper_issue": {"values": {}}}),
            (
                self.submitted,
                {
                    "action_issue": {},
                    "action_return": {"reason": "Sai"},
                    "action_record_paper_issue": {"values": {"date": "2024-01-05"}},
                },
            ),
            (
                self.issued,
                {
                    "action_withdraw": {"reason": "Sai"},
                    "action_fill_number": {"number": "9"},
                    "action_follow_up": {"how": "withdraws"},
                    "action_print_pdf": {},
                    "action_verify": {},
                },
            ),
        ):
            for user in self._outsiders():
                for method, arguments in calls.items():
                    reason = self.assert_refused(user, NOTICE, method, [paper.id], **arguments)
                    self.assertNotIn(SECRET, reason.message)
                    if method != "action_follow_up":
                        ids = paper.document_id.ids
                        self.assert_refused(user, PAPER, method, ids, **arguments)

    def test_an_officer_neither_issues_nor_withdraws(self):
        self.assert_refused(self.officer, NOTICE, "action_issue", [self.submitted.id])
        self.assert_refused(self.officer, NOTICE, "action_withdraw", [self.issued.id], reason="Sai")

    def test_nobody_signs_for_another_in_the_system(self):
        person = self.sibling_head.employee_id
        signed = Command.create({"employee_id": person.id, "name": person.name})
        notice = self.make_notice(self.school, "submitted", signatory_ids=[signed])
        self.assert_refused(self.head, NOTICE, "action_issue", [notice.id])

    def test_steps_are_done_in_their_order(self):
        for method, paper in (
            ("action_issue", self.draft),
            ("action_issue", self.issued),
            ("action_submit", self.issued),
            ("action_return", self.issued),
            ("action_return", self.draft),
            ("action_withdraw", self.draft),
            ("action_fill_number", self.submitted),
        ):
            self.assert_refused(self.head, NOTICE, method, [paper.id])

    def test_prints_of_a_paper_are_not_fetched_by_their_address(self):
        papers = [self.draft, self.submitted, self.issued]
        addresses = [f"/dan_chu/word/{self.foreign.document_id.id},{self.draft.document_id.id}"]
        for paper in papers:
            addresses += [
                f"/dan_chu/word/{paper.document_id.id}",
                f"/report/pdf/dan_chu_co_so.paper/{paper.document_id.id}",
                f"/report/pdf/dan_chu_co_so.paper_notice/{paper.id}",
                f"/report/html/dan_chu_co_so.paper/{paper.document_id.id}",
                f"/report/text/dan_chu_co_so.paper/{paper.document_id.id}",
            ]
        for user in self._outsiders():
            self.authenticate(user.login, user.login)
            for address in addresses:
                with self.subTest(user=user.login, address=address):
                    self._assert_no_bytes(self.url_open(address))

    def test_files_of_an_internal_paper_are_not_fetched_by_their_address(self):
        revision = self.issued.revision_ids
        files = revision.pdf_attachment_id | revision.docx_attachment_id | revision.file_ids
        addresses = [f"/web/content/{file.id}" for file in files]
        addresses += [
            f"/web/content/dan_chu.document.file/{self.issued.file_ids.id}/data",
            f"/report/pdf/dan_chu_co_so.paper_revision/{revision.id}",
        ]
        for user in (self.upper_officer, self.upper_supervisor, self.sibling_head, self.no_role):
            self.authenticate(user.login, user.login)
            for address in addresses:
                with self.subTest(user=user.login, address=address):
                    self._assert_no_bytes(self.url_open(address))
        self.authenticate(self.staff.login, self.staff.login)
        self.assertTrue(self.url_open(addresses[0]).content.startswith(b"%PDF"))

    def _assert_no_bytes(self, answer):
        self.assertIn(answer.status_code, (400, 403, 404, 500))
        for sign in (b"%PDF", b"PK\x03\x04", SECRET.encode(), b"noi dung"):
            self.assertNotIn(sign, answer.content)

    def test_a_wizard_is_made_for_no_paper_of_others(self):
        for model, values in WIZARDS.items():
            for user in self._outsiders():
                self.assert_refused(
                    user,
                    model,
                    "create",
                    vals_list=[{**values, "document_id": self.draft.document_id.id}],
                )

    def test_a_form_that_is_being_filled_in_tells_nothing_of_a_paper(self):
        foreign, revision = self.foreign.document_id, self.foreign_issued.revision_ids
        for model, values, shown in (
            ("dan_chu.document.number", {"document_id": foreign.id}, ["symbol"]),
            (
                "dan_chu.register.line",
                {"document_id": foreign.id},
                ["title", "reference", "signers", "recipients"],
            ),
            ("dan_chu.delivery", {"document_id": foreign.id}, ["paper_reference"]),
            ("dan_chu.document.step", {"document_id": foreign.id}, ["document_id"]),
            (BASIS, {"revision_id": revision.id, "verb": "based_on"}, ["text"]),
            (NOTICE, {"document_id": foreign.id}, ["title", "content"]),
            (NOTICE, {"follows_id": foreign.id}, ["follows_id"]),
        ):
            fields = self.env[model]._fields
            named = {"fields": {"display_name": {}}}
            spec = {name: named if fields[name].relational else {} for name in (*values, *shown)}
            for user in (self.officer, self.head):
                with self.subTest(model=model, values=values, user=user.login):
                    self._assert_untold(
                        user, model, values=values, field_names=list(values), fields_spec=spec
                    )

        told = self.by_session(
            self.sibling_officer,
            "dan_chu.document.number",
            "onchange",
            [],
            values={"document_id": foreign.id},
            field_names=["document_id"],
            fields_spec={"document_id": {}, "symbol": {}},
        )
        self.assertEqual(told["value"]["symbol"], foreign.symbol)

    def _assert_untold(self, user, model, **arguments):
        try:
            answer = str(self.by_session(user, model, "onchange", [], **arguments))
        except Refused as refused:
            answer = str(refused)
        self.env.invalidate_all()
        for secret in (SECRET, self.foreign.symbol, self.foreign_issued.reference):
            self.assertNotIn(secret, answer)

    def test_a_basis_is_no_paper_that_its_writer_may_not_read(self):
        theirs = self.foreign_issued.revision_ids
        directive = self.make_directive(self.sibling, name=SECRET)
        for vals in ({"revision_id": theirs.id}, {"directive_id": directive.id}):
            values = {**vals, "document_id": self.draft.document_id.id}
            reason = self.assert_refused(self.officer, BASIS, "create", vals_list=[values])
            self.assertNotIn(SECRET, reason.message)
            row = self.draft.basis_ids.id
            self.assert_refused(self.officer, BASIS, "write", [row], vals=vals)
            rows = {"basis_ids": [Command.create(vals)]}
            self.assert_refused(self.officer, NOTICE, "write", [self.draft.id], vals=rows)

    def test_a_paper_follows_none_that_its_writer_may_not_read(self):
        for followed in (self.foreign, self.foreign_issued):
            vals = {"follows_id": followed.document_id.id, "follows_how": "withdraws"}
            reason = self.assert_refused(self.officer, NOTICE, "write", [self.draft.id], vals=vals)
            self.assertNotIn(SECRET, reason.message)

    def test_an_inner_part_withdraws_no_paper_of_the_institution(self):
        follower = self.make_notice(
            self.group,
            follows_id=self.issued.document_id.id,
            follows_how="withdraws",
        )
        follower.action_submit()
        self.assert_refused(self.part_head, NOTICE, "action_issue", [follower.id])

    def test_what_is_recorded_as_signed_reaches_no_other_paper(self):
        moved = {"document_id": self.foreign.document_id.id, "name": "Ai đó"}
        values = {
            "date": "2024-01-05",
            "number": "77",
            "signatories": [moved],
            "scan": {**self.file_values(data="bm9p"), "document_id": self.foreign.document_id.id},
        }
        for _door, _answer in self.by_each_door(
            self.officer, NOTICE, "action_record_paper_issue", [self.draft.id], values=values
        ):
            self.env.invalidate_all()
            self.assertEqual(self.draft.signatory_ids.name, "Ai đó")
            self.assertEqual(len(self.draft.file_ids), 2)
            self.assertEqual(len(self.foreign.file_ids), 1)
            self.assertEqual(len(self.foreign.signatory_ids), 1)

    def test_no_key_of_the_context_deletes(self):
        """By this key Odoo knows that a module is being uninstalled."""
        forced = {"_force_unlink": True}
        directive = self.make_directive(self.school, published=True)
        for record in (self.issued, self.issued.document_id, self.issued.basis_ids, directive):
            self.assert_refused(self.officer, record._name, "unlink", record.ids, context=forced)
        for file in self.issued.revision_ids.file_ids:
            for user in (self.officer, self.head, self.env.ref("base.user_admin")):
                if user.login == "admin":
                    user.sudo().password = "admin"
                self.assert_refused(user, "ir.attachment", "unlink", [file.id], context=forced)

    def test_no_paper_is_written_into_another_institution(self):
        kind = self.draft.kind_id.id
        values = {"unit_id": self.sibling.id, "kind_id": kind, "title": "Đặt vào trường khác"}
        moved = {"unit_id": self.sibling.id}
        row = {"document_id": self.foreign.document_id.id}
        for user in (self.officer, self.head, self.two_roles):
            self.assert_refused(user, NOTICE, "create", vals_list=[values])
            self.assert_refused(user, NOTICE, "write", [self.draft.id], vals=moved)
            self.assert_refused(user, PAPER, "write", self.draft.document_id.ids, vals=moved)
            self.assert_refused(user, BASIS, "create", vals_list=[{**row, "words": "x"}])
            self.assert_refused(user, BASIS, "write", self.draft.basis_ids.ids, vals=row)

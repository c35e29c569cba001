"""Over real RPC: nobody but the members reads what a board works on, by whatever way it is asked.

The ways are not chosen by hand: every model that may be read, every field of it, every path of two
fields that leads to what is secret.
"""

from odoo.fields import Command

from tests.access.board_attacks import SECRET, WORDS, BoardAttacks

# Models of Odoo in which something of a paper is kept.
OF_ODOO = (
    "mail.message",
    "mail.activity",
    "mail.followers",
    "mail.notification",
    "mail.tracking.value",
    "ir.attachment",
    "res.users",
    "hr.employee.public",
)
_FOUND = ("char", "text", "html")
_MARKED = ("binary", "serialized", "properties", "properties_definition")


class TestNothingIsRead(BoardAttacks):
    def _models(self):
        ours = [
            name
            for name, model in self.registry.items()
            if model._original_module == "dan_chu_co_so" and not model._abstract
        ]
        return (*ours, *OF_ODOO)

    def test_every_field_of_every_row_one_may_read(self):
        for user in self.outsiders():
            self.authenticate(user.login, user.login)
            for model in self._models():
                names = self.by_same_session(model, "fields_get", [], attributes=["type"])
                self.env.invalidate_all()
                kept = [name for name, field in names.items() if field["type"] not in _MARKED]
                with self.subTest(user=user.login, model=model):
                    answer = self.said(model, "search_read", domain=[], fields=kept)
                    self.assert_untold(answer)
                    self.assertFalse(self._named(model, answer), "a row is read")

    def _named(self, model, answer):
        secret = set(self.rows[model].ids) if model in self.rows else set()
        found = {row["id"] for row in answer} if isinstance(answer, list) else set()
        return found & secret

    def test_every_way_of_asking_for_a_row(self):
        group = self.env.ref("base.group_allow_export")
        for user in self.closest():
            user.group_ids = [Command.link(group.id)]
            self.env.flush_all()
            self.authenticate(user.login, user.login)
            for model, row in self.rows.items():
                this = [("id", "in", row.ids)]
                spec = {"display_name": {}, "create_uid": {"fields": {"display_name": {}}}}
                for method, ids, arguments in (
                    ("read", row.ids, {}),
                    ("web_read", row.ids, {"specification": spec}),
                    ("export_data", row.ids, {"fields_to_export": ["id", "display_name"]}),
                    ("get_metadata", row.ids, {}),
                    ("copy_data", row.ids, {}),
                    ("copy", row.ids, {}),
                    ("search", None, {"domain": this}),
                    ("search_count", None, {"domain": this}),
                    ("web_search_read", None, {"domain": this, "specification": spec}),
                    ("name_search", None, {"name": "", "domain": this}),
                    ("web_name_search", None, {"name": "", "specification": spec, "domain": this}),
                    ("formatted_read_group", None, self._grouped(this)),
                    ("web_read_group", None, {"domain": this, "groupby": ["create_uid"]}),
                ):
                    with self.subTest(user=user.login, call=f"{model}.{method}"):
                        answer = self.said(model, method, ids, **arguments)
                        self.assert_untold(answer)
                        self.assertIn(self._size(answer), (0, None), answer)

    def _grouped(self, domain):
        return {"domain": domain, "groupby": ["create_uid"], "aggregates": ["__count"]}

    def _size(self, answer):
        """Of what was found; of a refusal, nothing."""
        if isinstance(answer, str) and answer.startswith(("odoo.exceptions.", "builtins.")):
            return None
        if isinstance(answer, dict):
            answer = answer.get("records", answer.get("groups", answer.get("datas", answer)))
        return answer if isinstance(answer, int) else len(answer)

    def test_no_search_through_what_points_at_it(self):
        """Whether such a row exists would be told by what is found."""
        for user in self.closest():
            self.authenticate(user.login, user.login)
            for model, path in self._paths():
                domain = [(path, "ilike", SECRET)]
                with self.subTest(user=user.login, model=model, path=path):
                    answer = self.said(model, "search_count", domain=domain)
                    self.assertIn(self._size(answer), (0, None))

    def _paths(self):
        """(model, path) of every text of a secret model that another model leads to."""
        for name in self._models():
            for field in self.env[name]._fields.values():
                if field.comodel_name not in self.rows or not field._description_searchable:
                    continue
                for text in self.env[field.comodel_name]._fields.values():
                    if text.type in _FOUND and text.store:
                        yield name, f"{field.name}.{text.name}"

    def test_a_member_reads_it_all(self):
        """That the attempts above are answered by nothing means something."""
        for model, row in self.rows.items():
            for user in (self.member, self.leader):
                with self.subTest(model=model, user=user.login):
                    found = self.as_user(self.env[model], user).search([("id", "in", row.ids)])
                    self.assertEqual(found.ids, row.ids)
                    self.assertTrue(found.read())


class TestNothingIsNamed(BoardAttacks):
    def test_a_name_is_not_learned_by_pointing_at_it(self):
        """Of every form: a chosen id, a default, and the same in a row of a list."""
        for user in (self.officer, self.head, self.sibling_leader, self.upper_head, self.staff):
            self.authenticate(user.login, user.login)
            for model, name in self._pointers():
                row = self.rows[self.env[model]._fields[name].comodel_name]
                spec = {name: {"fields": {"display_name": {}}}}
                spec |= {other: {} for other in self._plain_names(model)}
                for arguments in (
                    {"values": {name: row[:1].id}, "field_names": [name]},
                    {"values": {}, "field_names": [], "context": {f"default_{name}": row[:1].id}},
                ):
                    with self.subTest(user=user.login, model=model, name=name):
                        answer = self.said(model, "onchange", [], fields_spec=spec, **arguments)
                        self.assert_untold(answer)

    def _pointers(self):
        for name, model in self.registry.items():
            if model._original_module == "dan_chu_co_so" and not model._abstract:
                for field in self.env[name]._fields.values():
                    if field.type == "many2one" and field.comodel_name in self.rows:
                        yield name, field.name

    def _plain_names(self, model):
        fields = self.env[model]._fields.values()
        return [field.name for field in fields if field.type in _FOUND and not field.groups]

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

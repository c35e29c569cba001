"""Once issued, a paper changes for nobody: not through the ORM, an import, or plain SQL."""

import base64

import psycopg2

from odoo import SUPERUSER_ID
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tools import mute_logger

from tests.common import DanChuCase

NEW = base64.b64encode(b"khac")
PARTS = {
    "dan_chu.document.basis": ("basis_ids", {"words": "Khác"}),
    "dan_chu.document.recipient": ("recipient_ids", {"name": "Khác"}),
    "dan_chu.document.signatory": ("signatory_ids", {"name": "Khác"}),
    "dan_chu.document.annex": ("annex_ids", {"name": "Khác"}),
    "dan_chu.document.file": ("file_ids", {"name": "khac.txt", "data": NEW}),
}
# What a caller may send along; none of it is a key.
CONTEXTS = (
    {},
    {"tracking_disable": True, "mail_notrack": True, "mail_create_nolog": True},
    {"install_mode": True, "install_module": "dan_chu_co_so", "module": "dan_chu_co_so"},
    {"import_file": True, "import_compat": True, "noupdate": True, "_force_unlink": True},
    {"force": True, "force_write": True, "bypass": True, "su": True, "uid": SUPERUSER_ID},
    {"active_test": False, "prefetch_fields": False, "recompute": False},
)


class TestFrozen(DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draft = cls.make_notice(cls.school)
        cls.notice = cls.make_notice(cls.school, "issued")
        cls.paper = cls.notice.document_id
        cls.revision = cls.paper.revision_ids
        cls.administrator = cls.env.ref("base.user_admin")
        cls.assign(cls.upper_officer, "head", cls.school)

    def _hands(self):
        """Everybody who may write here, the administrator before and after a role, the system."""
        yield from (self.officer, self.head, self.upper_officer, self.administrator)
        self.assign(self.administrator, "officer", self.school)
        self.assign(self.administrator, "head", self.school)
        yield from (self.administrator, self.env.ref("base.user_root"))

    def _envs(self):
        for user in self._hands():
            for is_sudo in (False, True):
                yield user, self.env(user=user, su=is_sudo or user.id == SUPERUSER_ID)

    @mute_logger("odoo.sql_db", "odoo.models.unlink")
    def _assert_refused(self, operation, errors=(UserError, psycopg2.IntegrityError)):
        try:
            with self.env.cr.savepoint():
                operation()
                self.env.flush_all()
        except errors:
            self.env.invalidate_all()
        else:
            self.fail("This was not refused.")

    def _assert_each_refused(self, operations, contexts=CONTEXTS[:1]):
        """`operations` of an environment gives {name: what is tried}."""
        for user, env in self._envs():
            for context in contexts:
                tried = operations(env(context={**env.context, **context}))
                for name, operation in tried.items():
                    with self.subTest(name, user=user.login, su=env.su, context=context):
                        self._assert_refused(operation)

    def _writes(self, env, record, *changes):
        mine = record.with_env(env)
        return {f"{record._name} {vals}": lambda vals=vals: mine.write(vals) for vals in changes}

    def test_no_context_opens_an_issued_paper(self):
        self._assert_each_refused(
            lambda env: {
                "notice": lambda: self.notice.with_env(env).write({"title": "Khác"}),
                "paper": lambda: self.paper.with_env(env).write({"title": "Khác"}),
                "state": lambda: self.paper.with_env(env).write({"state": "draft"}),
                "revision": lambda: self.revision.with_env(env).write({"title": "Khác"}),
                "part": lambda: self.paper.basis_ids.with_env(env).write({"words": "Khác"}),
                "unlink": lambda: self.notice.with_env(env).unlink(),
            },
            CONTEXTS,
        )

    def test_the_fields_of_an_issued_paper_rest(self):
        changes = (
            {"title": "Khác"},
            {"number": "99"},
            {"number": False},
            {"symbol": "TB-X"},
            {"reference": "99/TB"},
            {"date": "2020-01-01"},
            {"unit_id": self.group.id},
            {"kind_id": self.env.ref("dan_chu_co_so.document_kind_cv").id},
            {"place": "Khác"},
            {"copies": 7},
            {"follows_id": self.draft.document_id.id, "follows_how": "amends"},
        )
        own = ({"content": "<p>Khác</p>"}, {"location": "Khác"}, {"invited": "Khác"})
        linked = ({"document_id": self.draft.document_id.id},)
        self._assert_each_refused(
            lambda env: (
                self._writes(env, self.paper, *changes)
                | self._writes(env, self.notice, *changes, *own, *linked)
            )
        )

    def test_what_only_buttons_change_is_written_in_no_state(self):
        changes = (
            {"state": "draft"},
            {"state": "issued"},
            {"issue_door": "paper"},
            {"approved_by_id": self.head.id},
            {"issued_on": "2024-01-01 00:00:00"},
            {"institution_id": self.sibling.id},
            {"year": 2020},
            {"body_model": "res.partner"},
        )
        self._assert_each_refused(
            lambda env: (
                self._writes(env, self.paper, *changes)
                | self._writes(env, self.notice, *changes)
                | self._writes(env, self.draft, *changes)
            )
        )

    def test_a_paper_is_created_as_a_draft_whatever_is_sent(self):
        asked = {
            "state": "issued",
            "issue_door": "system",
            "approved_by_id": self.head.id,
            "issued_on": "2024-01-01 00:00:00",
            "institution_id": self.school.id,
            "year": 2024,
            "reference": "01/TB-X",
        }
        values = {
            "unit_id": self.school.id,
            "kind_id": self.env.ref("dan_chu_co_so.document_kind_tb").id,
            "title": "Đã ban hành ngay",
        }
        by_default = {f"default_{name}": value for name, value in asked.items()}
        for vals, context in (({**values, **asked}, {}), (values, by_default)):
            for user in (self.officer, self.env.ref("base.user_root")):
                with self.subTest(context=context, user=user.login):
                    made = self.env(user=user)["dan_chu.notice"].with_context(context).create(vals)
                    paper = made.document_id
                    self.assertEqual(paper.state, "draft")
                    self.assertFalse(paper.approved_by_id or paper.issued_on or paper.issue_door)
                    self.assertFalse(paper.institution_id or paper.year)
                    self.assertFalse(paper.revision_ids or paper.step_ids)

    def test_a_paper_has_one_body_and_its_kind_makes_it(self):
        values = {
            "unit_id": self.school.id,
            "kind_id": self.paper.kind_id.id,
            "title": "Khác",
        }
        paper = self.paper.id
        self._assert_each_refused(
            lambda env: {
                "bare": lambda: env["dan_chu.document"].create(values),
                "bare with its name": lambda: env["dan_chu.document"].create(
                    {**values, "body_model": "dan_chu.notice"}
                ),
                "bare by default": lambda: (
                    env["dan_chu.document"]
                    .with_context(default_body_model="dan_chu.notice")
                    .create(values)
                ),
                "second body": lambda: env["dan_chu.notice"].create({"document_id": paper}),
                "second body by default": lambda: (
                    env["dan_chu.notice"].with_context(default_document_id=paper).create(values)
                ),
                "copy": lambda: self.paper.with_env(env).copy(),
            }
        )

    def test_the_rows_of_an_issued_paper_neither_come_nor_go_nor_change(self):
        paper, draft = self.paper.id, self.draft.document_id.id

        def tried(env):
            ways = {}
            for model, (field, vals) in PARTS.items():
                old, loose = self.paper[field].with_env(env), self.draft[field].with_env(env)
                rows = env[model]
                ways |= {
                    f"create {model}": lambda r=rows, v=vals: r.create({"document_id": paper, **v}),
                    f"default {model}": lambda r=rows, v=vals: r.with_context(
                        default_document_id=paper
                    ).create(v),
                    f"write {model}": lambda r=old, v=vals: r.write(v),
                    f"unlink {model}": old.unlink,
                    f"out {model}": lambda r=old: r.write({"document_id": draft}),
                    f"in {model}": lambda r=loose: r.write({"document_id": paper}),
                    f"copy {model}": old.copy,
                }
            return ways

        self._assert_each_refused(tried)

    def test_commands_reach_no_row_of_an_issued_paper(self):
        def tried(env):
            ways = {}
            for field, vals in PARTS.values():
                old, loose = self.paper[field], self.draft[field]
                commands = {
                    "create": Command.create(vals),
                    "update": Command.update(old.id, vals),
                    "delete": Command.delete(old.id),
                    "unlink": Command.unlink(old.id),
                    "link": Command.link(loose.id),
                    "clear": Command.clear(),
                    "set": Command.set(loose.ids),
                }
                for name, command in commands.items():
                    for record in (self.notice, self.paper):
                        ways[f"{record._name}.{field} {name}"] = (
                            lambda r=record, v={field: [command]}: r.with_env(env).write(v)
                        )
                # From the other paper: its list would take the row along.
                taken = {field: [Command.link(old.id)]}
                ways[f"{field} taken"] = lambda v=taken: self.draft.with_env(env).write(v)
            return ways

        self._assert_each_refused(tried)

    def test_relations_written_from_their_other_side_change_nothing(self):
        paper = self.paper.id
        self._assert_each_refused(
            lambda env: {
                "followed": lambda: self.draft.with_env(env).write(
                    {"followed_by_ids": [Command.link(paper)]}
                ),
                "step": lambda: self.paper.with_env(env).write(
                    {"step_ids": [Command.create({"action": "returned"})]}
                ),
                "revision": lambda: self.paper.with_env(env).write(
                    {"revision_ids": [Command.delete(self.revision.id)]}
                ),
                "line": lambda: (
                    self._line()
                    .register_id.with_env(env)
                    .write({"line_ids": [Command.delete(self._line().id)]})
                ),
            }
        )

    def test_a_revision_a_step_and_a_line_are_written_by_nobody(self):
        def tried(env):
            ways = {}
            for row in (self.revision, self.paper.step_ids[0], self._line()):
                mine = row.with_env(env)
                kept = row.with_env(self.env).copy_data()[0]
                ways |= {
                    f"create {row._name}": lambda r=mine, v=kept: r.create(v),
                    f"write {row._name}": lambda r=mine: r.write({"document_id": 1}),
                    f"unlink {row._name}": mine.unlink,
                    f"copy {row._name}": mine.copy,
                }
            for vals in (
                {"content": "{}"},
                {"content_sha256": "0"},
                {"search_text": "khac"},
                {"is_internal": True},
                {"pdf_attachment_id": self.revision.docx_attachment_id.id},
            ):
                ways[f"revision {vals}"] = lambda v=vals: self.revision.with_env(env).write(v)
            return ways

        self._assert_each_refused(tried)

    def test_the_files_of_a_revision_neither_come_nor_go_nor_change(self):
        mine = self.env["ir.attachment"].create({"name": "a.pdf", "raw": b"a"})
        hung = {"res_model": "dan_chu.revision", "res_id": self.revision.id}
        stored = self.revision.pdf_attachment_id | self.revision.docx_attachment_id
        stored |= self.revision.file_ids

        def tried(env):
            files = env["ir.attachment"]
            ways = {
                "create": lambda: files.create({"name": "b.pdf", "raw": b"b", **hung}),
                "create by default": lambda: files.with_context(
                    **{f"default_{name}": value for name, value in hung.items()}
                ).create({"name": "b.pdf", "raw": b"b"}),
                "hang on": lambda: mine.with_env(env).write(hung),
            }
            for file in stored:
                ways |= self._writes(
                    env, file, {"raw": b"khac"}, {"datas": NEW}, {"name": "x"}, {"res_id": 0}
                )
                ways[f"unlink {file.name}"] = file.with_env(env).unlink
                ways[f"copy {file.name}"] = file.with_env(env).copy
                ways[f"public {file.name}"] = file.with_env(env).generate_access_token
                if env.uid != SUPERUSER_ID:
                    # By this key Odoo knows that a module is being uninstalled.
                    forced = file.with_env(env).with_context(_force_unlink=True)
                    ways[f"force {file.name}"] = forced.unlink
            return ways

        self.assertGreater(len(stored), 2)
        self._assert_each_refused(tried)

    def test_the_bytes_of_a_file_are_not_reached_by_its_attachment(self):
        row, loose = self.paper.file_ids, self.draft.file_ids
        attachments = self.env["ir.attachment"]
        named = [("res_model", "=", row._name), ("res_field", "=", "data")]
        file = attachments.search([*named, ("res_id", "=", row.id)])
        other = attachments.search([*named, ("res_id", "=", loose.id)])
        self.assertTrue(file and other)
        hung = {"res_model": row._name, "res_id": row.id, "res_field": "data"}
        self._assert_each_refused(
            lambda env: {
                **self._writes(env, file, {"raw": b"khac"}, {"datas": NEW}, {"res_id": loose.id}),
                "unlink": file.with_env(env).unlink,
                "swap": lambda: other.with_env(env).write({"res_id": row.id}),
                "second": lambda: env["ir.attachment"].create({"name": "a", "raw": b"a", **hung}),
            }
        )

    def test_an_import_changes_no_issued_paper(self):
        for user, env in self._envs():
            for record, names, cells in (
                (self.notice, ["title"], ["Khác"]),
                (self.paper, ["title"], ["Khác"]),
                (self.paper, ["state"], ["draft"]),
                (self.revision, ["title"], ["Khác"]),
                (self.paper.basis_ids, ["words"], ["Khác"]),
            ):
                with self.subTest(user=user.login, model=record._name, su=env.su):
                    try:
                        rows = [[str(record.id), *cells]]
                        answer = env[record._name].load([".id", *names], rows)
                    except AccessError:
                        continue
                    self.assertFalse(answer["ids"])
                    self.assertTrue(answer["messages"])
                    self.assertNotEqual(record.read(names)[0][names[0]], cells[0])

    def test_who_signed_is_still_told_after_the_person_is_gone(self):
        person = self.make_employee("Lý Thị Ký", self.school)
        signed = {"employee_id": person.id, "name": person.name, "own_title": "HIỆU TRƯỞNG"}
        notice = self.make_notice(self.school, "issued", signatory_ids=[Command.create(signed)])
        with mute_logger("odoo.sql_db"):
            self._assert_refused(person.unlink)
        person.name = "Tên mới"
        person.action_archive()
        self.assertEqual(notice.signatory_ids.name, "Lý Thị Ký")
        self.assertEqual(notice.revision_ids.signers, "Lý Thị Ký")

    def test_names_of_later_days_do_not_reach_an_issued_paper(self):
        before = self.revision.content
        self.school.name = "Trường THPT Tên Mới"
        self.paper.kind_id.name = "Thông báo mới"
        self.env.flush_all()
        self.assertEqual(self.revision.content, before)
        self.assertNotIn("Mới", self.revision.unit_name)
        self.assertEqual(self.revision.action_verify()["params"]["type"], "success")

    def test_the_number_that_is_filled_in_later_comes_once(self):
        notice = self.make_notice(self.school, "issued", number=False)
        self._assert_refused(lambda: notice.with_user(self.officer).write({"number": "901"}))
        notice.with_user(self.officer).action_fill_number("901")
        self.assertEqual(notice.number, "901")
        events = notice.revision_ids.sorted("sequence").mapped("event")
        self.assertEqual(events, ["issued", "numbered"])
        for user in (self.officer, self.head, self.env.ref("base.user_root")):
            with self.subTest(user=user.login):
                self._assert_refused(lambda u=user: notice.with_user(u).action_fill_number("902"))
        self._assert_sql_refused("UPDATE dan_chu_document SET number = '902'", notice.document_id)

    def test_the_database_refuses_what_got_past_the_models(self):
        part, draft = self.paper.basis_ids, self.draft.document_id
        for row, changes in (
            (self.revision, ("title = 'x'", "content = '{}'", "state = 'draft'")),
            (
                self.paper,
                ("title = 'x'", "state = 'draft'", "number = '9'", "number = NULL", "year = 1"),
            ),
            (self.notice, ("content = 'x'", f"document_id = {draft.id}")),
            (part, ("words = 'x'", "sequence = 7", f"document_id = {draft.id}")),
            (self.paper.signatory_ids, ("name = 'x'", "own_title = NULL")),
            (self.paper.file_ids, ("name = 'x'",)),
            (self.paper.step_ids[0], ("reason = 'x'", "user_id = NULL")),
            (self._line(), ("number = 9",)),
        ):
            for change in changes:
                self._assert_sql_refused(f"UPDATE {row._table} SET {change}", row)
            self._assert_sql_refused(f"DELETE FROM {row._table}", row)
        self._assert_sql_refused(
            f"UPDATE dan_chu_document_basis SET document_id = {self.paper.id}",
            self.draft.basis_ids,
        )
        self._assert_sql_refused(
            "INSERT INTO dan_chu_document_basis (document_id, unit_id, verb, words)"
            " SELECT document_id, unit_id, verb, 'x' FROM dan_chu_document_basis",
            part,
        )

    def _assert_sql_refused(self, statement, row):
        self.env.flush_all()
        with self.subTest(statement):
            self._assert_refused(
                lambda: self.env.cr.execute(f"{statement} WHERE id = %s", [row.id]),
                psycopg2.errors.RestrictViolation,
            )

    def _line(self):
        return self.env["dan_chu.register.line"].search([("document_id", "=", self.paper.id)])

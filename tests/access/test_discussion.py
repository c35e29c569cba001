"""What hangs on a paper: its discussion, the files of it, exports. The matrix says who may."""

from itertools import product

from odoo.exceptions import AccessError
from odoo.fields import Command

from tests.access.matrix import PLACES, read_matrix
from tests.access.rows import Rows
from tests.access.variants import VARIANTS
from tests.common import DanChuCase

_ACTORS, EXPECTED = read_matrix()
UNITS = dict(zip(PLACES, ("school", "group", "union", "sibling", "department"), strict=True))
ROLES_OF_THE_SCHOOL = {
    "staff": "staff",
    "officer": "officer",
    "head": "head",
    "repr": "representative",
    "insp": "inspector",
    "manager": "manager",
    "two": "two_roles",
}


class TestDiscussion(DanChuCase):
    def setUp(self):
        super().setUp()
        self.rows = Rows(self)

    def _cells(self, model):
        """(paper, user, letters) of every cell of the table; nothing for who holds no role."""
        for place, variant in product(PLACES, VARIANTS[model]):
            letters = EXPECTED[model].get((place, variant), {})
            paper = self.rows.row(model, variant, getattr(self, UNITS[place]), self.officer)
            for column, attribute in ROLES_OF_THE_SCHOOL.items():
                yield paper, getattr(self, attribute), letters.get(column, "")
            for user in (self.ended, self.no_role, self.upper_supervisor):
                yield paper, user, ""

    def _papers_with_discussion(self):
        return self.env["dan_chu.thread"]._thread_models()

    def _may(self, operation):
        try:
            return bool(operation())
        except AccessError:
            return False

    def test_directing_texts_have_a_discussion(self):
        self.assertIn("dan_chu.directive", self._papers_with_discussion())

    def test_every_model_with_a_discussion_keeps_it_among_those_who_work_on_the_paper(self):
        threads = {
            name
            for name, model in self.registry.items()
            if model._original_module == "dan_chu_co_so" and "message_ids" in model._fields
            if not model._abstract
        }
        self.assertEqual(threads, set(self._papers_with_discussion()))

    def test_messages_are_for_those_who_may_write_the_paper(self):
        for model in self._papers_with_discussion():
            for paper, user, letters in self._cells(model):
                message = self._posted(paper)
                with self.subTest(paper=paper.display_name, state=paper.state, user=user.login):
                    may = "w" in letters.lower()
                    mine = self.as_user(message, user)
                    found = self._may(lambda row=mine: row.search([("id", "=", row.id)]))
                    read = self._may(lambda row=mine: row.read(["body"]))
                    self.assertEqual((found, read), (may, may))
                    if "r" in letters:
                        seen = self.as_user(paper, user).read(["message_ids"])[0]["message_ids"]
                        self.assertEqual(message.id in seen, may)

    def test_files_of_the_discussion_are_for_those_who_may_write_the_paper(self):
        for model in self._papers_with_discussion():
            for paper, user, letters in self._cells(model):
                file = self._posted(paper).attachment_ids
                with self.subTest(paper=paper.display_name, state=paper.state, user=user.login):
                    self._assert_file(file, user, "w" in letters.lower())

    def test_a_file_of_a_text_is_for_those_who_may_read_its_row(self):
        for row, user, letters in self._cells("dan_chu.directive.file"):
            file = self.env["ir.attachment"].search(
                [("res_model", "=", row._name), ("res_id", "=", row.id), ("res_field", "=", "data")]
            )
            self.assertTrue(file)
            with self.subTest(of=row.directive_id.name, state=row.state, user=user.login):
                self._assert_file(file, user, "r" in letters)

    def test_an_export_holds_what_one_may_read_and_nothing_else(self):
        self._let_export(*(user for _paper, user, _letters in self._cells("dan_chu.directive")))
        for paper, user, letters in self._cells("dan_chu.directive"):
            with self.subTest(paper=paper.display_name, state=paper.state, user=user.login):
                mine = self.as_user(paper, user)
                exported = self._may(lambda row=mine: row.export_data(["name"])["datas"])
                self.assertEqual(exported, "r" in letters)

    def test_an_export_of_a_readable_paper_takes_no_discussion_along(self):
        paper = self.make_directive(self.school, published=True)
        self._posted(paper)
        self._let_export(self.staff)
        exported = self.as_user(paper, self.staff).export_data(["name", "message_ids/body"])
        self.assertNotIn("Trao đổi nội bộ", str(exported))

    def _let_export(self, *users):
        """Odoo asks for this group before it asks for the rows."""
        group = self.env.ref("base.group_allow_export")
        self.env["res.users"].union(*users).group_ids = [Command.link(group.id)]

    def _posted(self, paper):
        message = self.env["mail.message"].search(
            [("model", "=", paper._name), ("res_id", "=", paper.id), ("body", "like", "nội bộ")]
        )
        return message or paper.with_env(self.env).message_post(
            body="Trao đổi nội bộ", attachments=[("to-trinh.txt", b"chua ban hanh")]
        )

    def _assert_file(self, file, user, may):
        mine = self.as_user(file, user)
        named = [("res_model", "=", file.res_model), ("res_id", "=", file.res_id)]
        by_name = [*named, ("res_field", "=", file.res_field)]
        self.assertEqual(self._may(lambda: mine.read(["raw"])), may)
        self.assertEqual(self._may(lambda: mine.search([("id", "=", file.id)])), may)
        self.assertEqual(self._may(lambda: file.id in mine.search(by_name).ids), may)

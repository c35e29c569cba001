"""What hangs on a paper: its discussion, the files of it, exports. The matrix says who may."""

from itertools import product

from odoo.exceptions import AccessError
from odoo.fields import Command

from tests.access.matrix import PLACES, read_matrix
from tests.access.rows import Rows
from tests.access.variants import VARIANTS
from tests.boards import BoardCase

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
    "lead": "leader",
}

# Here it is the guard of what a task is that refuses the change, not access to the task.
_SETTLED = {("dan_chu.task", "planned"), ("dan_chu.task", "owed_text")}


class TestDiscussion(BoardCase):
    def setUp(self):
        super().setUp()
        self.rows = Rows(self)

    def _cells(self, model):
        """(paper, user, letters) of every cell of the table; nothing for who holds no role. Who
        may write some part of a paper may write it."""
        cells = {}
        for place, variant in product(PLACES, VARIANTS[model]):
            if (model, variant) in _SETTLED:
                continue
            letters = EXPECTED[model].get((place, variant), {})
            may = {
                getattr(self, attribute): letters.get(column, "")
                for column, attribute in ROLES_OF_THE_SCHOOL.items()
            }
            for user in (*may, self.ended, self.no_role, self.upper_supervisor):
                paper = self.rows.row(model, variant, getattr(self, UNITS[place]), user)
                cells[paper, user] = cells.get((paper, user), "") + may.get(user, "")
        return [(paper, user, letters) for (paper, user), letters in cells.items()]

    def _papers_with_discussion(self):
        return self.env["dan_chu.thread"]._thread_models()

    def _may(self, operation):
        try:
            return bool(operation())
        except AccessError:
            return False

    def test_papers_and_tasks_have_a_discussion(self):
        having = {"dan_chu.directive", "dan_chu.notice", "dan_chu.plan", "dan_chu.task"}
        self.assertLessEqual(having, set(self._papers_with_discussion()))

    def test_that_of_a_task_is_shared_by_both_sides_and_who_is_in_charge(self):
        task = self.make_task(self.department, self.school, given=True)
        task._put({"who_kind": "employee", "lead_employee_id": self.staff.employee_id.id})
        colleague = self.make_user("colleague_of_staff", ("staff", self.school))
        officer_beside = self.make_user("officer_beside", ("officer", self.sibling))
        self._assert_shared(
            task,
            (self.upper_officer, self.officer, self.head, self.staff),
            (colleague, self.representative, self.upper_supervisor, officer_beside),
        )

    def test_that_of_a_task_of_all_staff_is_not_for_all_staff(self):
        task = self.make_task(self.school, given=True, who_kind="all_staff")
        self._assert_shared(task, (self.officer, self.head), (self.staff, self.representative))

    def test_that_of_a_task_not_yet_given_stays_with_who_will_give_it(self):
        task = self.make_task(self.department, self.school)
        self._assert_shared(task, (self.upper_officer,), (self.officer, self.head, self.staff))

    def test_that_of_a_plan_stays_in_its_institution(self):
        below = {"unit_id": self.school.id}
        upper = self.make_plan(self.department, "issued", addressee_ids=[Command.create(below)])
        lower = upper.addressee_ids.sudo().lower_plan_id
        above, here = (self.upper_officer, self.upper_supervisor), (self.officer, self.head)
        self._assert_shared(upper, above[:1], (*here, self.staff))
        self._assert_shared(lower, here, (*above, self.staff))

    def _assert_shared(self, record, sharing, others):
        for user in sharing:
            self.as_user(record, user).message_post(body=f"Trao đổi nội bộ của {user.login}")
        message = self._posted(record)
        for user in (*sharing, *others):
            with self.subTest(of=record._name, user=user.login):
                mine = self.as_user(message, user)
                self.assertEqual(self._may(lambda row=mine: row.read(["body"])), user in sharing)
                if user in others:
                    with self.assertRaises(AccessError):
                        self.as_user(record, user).message_post(body="Tôi đây")

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
                with self.subTest(paper=paper.display_name, row=paper, user=user.login):
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
                with self.subTest(paper=paper.display_name, row=paper, user=user.login):
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
            with self.subTest(paper=paper.display_name, row=paper, user=user.login):
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
            [("model", "=", paper._name), ("res_id", "=", paper.id), ("body", "like", "nội bộ")],
            limit=1,
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

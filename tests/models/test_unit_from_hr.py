from odoo.tests import Form

from tests.common import QUIET, DanChuCase


class TestUnitFromHr(DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        env = cls.env(context={**cls.env.context, **QUIET})
        cls.company = env["res.company"].create({"name": "Trường THCS Nguyễn Thượng Hiền"})
        department = env["hr.department"].with_company(cls.company)
        cls.board = department.create({"name": "Ban giám hiệu", "company_id": cls.company.id})
        cls.maths = department.create(
            {"name": "Tổ Toán", "company_id": cls.company.id, "parent_id": cls.board.id}
        )
        cls.teacher = env["hr.employee"].create(
            {
                "name": "Phan Thị Dạy",
                "company_id": cls.company.id,
                "department_id": cls.maths.id,
            }
        )
        cls.caretaker = env["hr.employee"].create(
            {"name": "Võ Văn Giữ", "company_id": cls.company.id}
        )
        cls.manager.write({"company_ids": [(4, cls.company.id)]})

    def _wizard(self, **values):
        wizard = self.env["dan_chu.unit.from.hr"].with_user(self.manager)
        return wizard.create({"company_ids": [(6, 0, self.company.ids)], **values})

    def _lines(self, wizard):
        return {line.name: line for line in wizard.line_ids if line.name in self._names()}

    def _names(self):
        return {self.company.name, self.board.name, self.maths.name}

    def _units(self):
        return self.env["dan_chu.unit"].search([("name", "in", list(self._names()))])

    def test_it_says_first_what_it_will_do_and_does_nothing_yet(self):
        lines = self._lines(self._wizard())
        self.assertEqual({line.action for line in lines.values()}, {"create"})
        self.assertEqual(
            {name: line.kind_id.name for name, line in lines.items()},
            {
                self.company.name: "Lower secondary school",
                self.board.name: "Office or section",
                self.maths.name: "Professional group",
            },
        )
        self.assertFalse(self._units())

    def test_it_makes_the_tree_of_the_departments_under_the_company(self):
        self._wizard(parent_id=self.ward.id).action_apply()
        maths, board, school = (
            self.env["dan_chu.unit"].search([("name", "=", name)])
            for name in (self.maths.name, self.board.name, self.company.name)
        )
        self.assertEqual(maths.parent_id, board)
        self.assertEqual(board.parent_id, school)
        self.assertEqual(school.parent_id, self.ward)
        self.assertEqual(maths.institution_id, school)
        self.assertEqual(maths.department_id, self.maths)

    def test_staff_come_into_the_unit_of_their_department_or_company(self):
        self._wizard().action_apply()
        self.assertEqual(self.teacher.dan_chu_unit_id.department_id, self.maths)
        self.assertEqual(self.caretaker.dan_chu_unit_id.company_id, self.company)

    def test_a_second_run_finds_what_the_first_one_made(self):
        self._wizard().action_apply()
        made = self._units()
        second = self._wizard()
        self.assertEqual({line.action for line in self._lines(second).values()}, {"keep"})
        second.action_apply()
        self.assertEqual(self._units(), made)

    def test_a_second_run_adds_what_hr_has_got_since(self):
        self._wizard().action_apply()
        self.env["hr.department"].create(
            {"name": "Tổ Ngoại ngữ", "company_id": self.company.id, "parent_id": self.board.id}
        )
        self._wizard().action_apply()
        added = self.env["dan_chu.unit"].search([("name", "=", "Tổ Ngoại ngữ")])
        self.assertEqual(added.parent_id.department_id, self.board)

    def test_a_unit_of_the_same_name_is_linked_rather_than_made_again(self):
        there = self.make_unit(self.company.name, "lower_secondary_school", self.ward)
        wizard = self._wizard()
        line = self._lines(wizard)[self.company.name]
        self.assertEqual((line.action, line.unit_id), ("link", there))
        wizard.action_apply()
        self.assertEqual(there.company_id, self.company)
        self.assertEqual(len(self.env["dan_chu.unit"].search([("name", "=", there.name)])), 1)

    def test_what_is_left_out_leaves_its_parts_to_the_unit_above(self):
        wizard = self._wizard()
        self._lines(wizard)[self.board.name].action = "skip"
        wizard.action_apply()
        maths = self.env["dan_chu.unit"].search([("name", "=", self.maths.name)])
        self.assertEqual(maths.parent_id.name, self.company.name)

    def test_names_and_kinds_may_be_corrected_before(self):
        form = Form(self.env["dan_chu.unit.from.hr"].with_user(self.manager))
        form.company_ids.clear()
        form.company_ids.add(self.company)
        wizard = form.save()
        line = self._lines(wizard)[self.maths.name]
        line.name = "Tổ Toán – Tin học"
        wizard.action_apply()
        self.assertTrue(self.env["dan_chu.unit"].search([("name", "=", "Tổ Toán – Tin học")]))

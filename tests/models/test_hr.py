from odoo.exceptions import AccessError
from odoo.tools import mute_logger

from tests.common import DanChuCase


class TestStaffOfUnits(DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.department_of_maths = cls.quiet["hr.department"].create({"name": "Tổ Toán – Tin"})
        cls.group.department_id = cls.department_of_maths

    def _employee(self, **values):
        return self.make_employee("Lâm Thị Hạnh", **values)

    def test_a_person_belongs_to_the_unit_of_the_department(self):
        employee = self.quiet["hr.employee"].create(
            {"name": "Lâm Thị Hạnh", "department_id": self.department_of_maths.id}
        )
        self.assertEqual(employee.dan_chu_unit_id, self.group)

    def test_or_to_the_nearest_department_above_that_has_one(self):
        below = self.quiet["hr.department"].create(
            {"name": "Nhóm Tin", "parent_id": self.department_of_maths.id}
        )
        employee = self.quiet["hr.employee"].create(
            {"name": "Lâm Thị Hạnh", "department_id": below.id}
        )
        self.assertEqual(employee.dan_chu_unit_id, self.group)

    def test_what_was_set_by_hand_stays_until_the_department_changes(self):
        employee = self.quiet["hr.employee"].create(
            {"name": "Lâm Thị Hạnh", "department_id": self.department_of_maths.id}
        )
        employee.dan_chu_unit_id = self.other_group
        employee.job_title = "Giáo viên"
        self.assertEqual(employee.dan_chu_unit_id, self.other_group)
        elsewhere = self.quiet["hr.department"].create({"name": "Tổ Ngữ văn"})
        self.office.department_id = elsewhere
        employee.department_id = elsewhere
        self.assertEqual(employee.dan_chu_unit_id, self.office)

    def test_a_department_that_gets_a_unit_brings_those_who_had_none(self):
        department = self.quiet["hr.department"].create({"name": "Tổ Ngữ văn"})
        employee = self.quiet["hr.employee"].create(
            {"name": "Lâm Thị Hạnh", "department_id": department.id}
        )
        settled = self.quiet["hr.employee"].create(
            {
                "name": "Mai Văn Nơi",
                "department_id": department.id,
                "dan_chu_unit_id": self.group.id,
            }
        )
        self.assertFalse(employee.dan_chu_unit_id)
        self.other_group.department_id = department
        self.assertEqual(employee.dan_chu_unit_id, self.other_group)
        self.assertEqual(settled.dan_chu_unit_id, self.group)

    def test_the_head_count_is_of_the_inside_and_not_of_the_institutions_below(self):
        units = self.department | self.office | self.school | self.group | self.subgroup
        before = {unit: unit.employee_count for unit in units}
        for unit in (self.subgroup, self.group, self.office):
            self._employee(unit=unit)
        self.env.invalidate_all()
        grown = {unit: unit.employee_count - before[unit] for unit in units}
        self.assertEqual(
            grown,
            {
                self.department: 1,
                self.office: 1,
                self.school: 2,
                self.group: 2,
                self.subgroup: 1,
            },
        )
        self.assertEqual(self.group.direct_employee_count, 1)

    def test_those_who_left_are_not_counted(self):
        employee = self._employee(unit=self.group)
        count = self.as_user(self.school, self.staff).employee_count
        employee.active = False
        self.assertEqual(self.as_user(self.school, self.staff).employee_count, count - 1)

    def test_without_hr_rights_one_reads_names_and_titles(self):
        head = self._employee(unit=self.school, job_title="Hiệu trưởng")
        self.school.write({"head_id": head.id, "deputy_ids": [(4, head.id)]})
        school = self.as_user(self.school, self.staff)
        specification = {
            "head_id": {"fields": {"display_name": {}}},
            "deputy_ids": {"fields": {"display_name": {}}},
            "employee_ids": {"fields": {"display_name": {}, "job_title": {}}},
        }
        (row,) = school.web_read(specification)
        self.assertEqual(row["head_id"]["display_name"], "Lâm Thị Hạnh")
        self.assertEqual(row["deputy_ids"][0]["display_name"], "Lâm Thị Hạnh")
        self.assertIn("Hiệu trưởng", [person["job_title"] for person in row["employee_ids"]])

    def test_a_head_from_another_company_is_named_all_the_same(self):
        company = self.env["res.company"].create({"name": "UBND phường Bến Ngự"})
        self.school.head_id = self._employee(unit=self.school, company_id=company.id)
        (row,) = self.as_user(self.school, self.staff).web_read(
            {"head_id": {"fields": {"display_name": {}}}}
        )
        self.assertEqual(row["head_id"]["display_name"], "Lâm Thị Hạnh")

    @mute_logger("odoo.addons.base.models.ir_rule", "odoo.models")
    def test_no_private_field_of_hr_becomes_readable_through_a_unit(self):
        self.school.head_id = self._employee(unit=self.school, private_email="rieng@example.com")
        school = self.as_user(self.school, self.staff)
        units = self.env["dan_chu.unit"].with_user(self.staff)
        ways = {
            "nested read": lambda: school.web_read({"head_id": {"fields": {"private_email": {}}}}),
            "staff list": lambda: school.web_read(
                {"employee_ids": {"fields": {"private_email": {}}}}
            ),
            "search": lambda: units.search([("head_id.private_email", "like", "rieng")]),
            "search in staff": lambda: units.search(
                [("employee_ids.private_email", "like", "rieng")]
            ),
            "grouping": lambda: units._read_group([], ["head_id.private_email"]),
            "plain read": lambda: school.head_id.private_email,
        }
        for way, read in ways.items():
            with self.subTest(way), self.assertRaises(AccessError):
                read()

    def test_a_manager_without_hr_rights_names_head_deputies_and_accountant(self):
        person = self._employee(unit=self.school)
        self.as_user(self.school, self.manager).write(
            {
                "head_id": person.id,
                "deputy_ids": [(6, 0, person.ids)],
                "chief_accountant_id": person.id,
            }
        )
        self.assertEqual(self.school.deputy_ids, person)

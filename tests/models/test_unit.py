import unicodedata
from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form
from odoo.tools import mute_logger

from tests.common import DanChuCase


class TestTree(DanChuCase):
    def test_an_inner_part_belongs_to_the_nearest_institution(self):
        self.assertEqual(self.subgroup.institution_id, self.school)
        self.assertEqual(self.office.institution_id, self.department)
        self.assertEqual(self.school.institution_id, self.school)

    def test_kind_says_whether_a_unit_is_an_institution_until_somebody_says_otherwise(self):
        campus = self.make_unit("Phân hiệu 2", "section", self.school)
        self.assertFalse(campus.is_institution)
        campus.is_institution = True
        self.assertEqual(campus.institution_id, campus)

    def test_a_new_unit_takes_work_year_and_title_of_the_head_from_its_kind(self):
        form = Form(self.env["dan_chu.unit"].with_user(self.manager))
        form.name = "Trường Tiểu học Lê Lai"
        form.kind_id = self.env.ref("dan_chu_co_so.unit_kind_primary_school")
        self.assertEqual((form.work_year_month, form.head_title), ("9", "Hiệu trưởng"))
        self.assertTrue(form.save().is_institution)

    def test_a_subtree_that_moves_takes_institution_and_rights_along_at_once(self):
        officer = self.make_user("moving", ("officer", self.sibling))
        self.assertNotIn(self.subgroup.id, officer._dan_chu_reach("officer"))
        self.group.parent_id = self.sibling
        self.assertEqual((self.group | self.subgroup).institution_id, self.sibling)
        self.assertLessEqual(
            set((self.group | self.subgroup).ids), set(officer._dan_chu_reach("officer"))
        )
        self.assertNotIn(self.subgroup.id, self.officer._dan_chu_reach("officer"))

    def test_a_part_that_gets_its_own_seal_leaves_the_reach_of_the_institution(self):
        self.assertIn(self.subgroup.id, self.officer._dan_chu_reach("officer"))
        self.group.is_institution = True
        self.assertEqual(self.subgroup.institution_id, self.group)
        self.assertNotIn(self.subgroup.id, self.officer._dan_chu_reach("officer"))

    def test_a_head_count_moves_with_the_people(self):
        self.make_employee("Trần Văn Dời", self.subgroup)
        before = self.sibling.employee_count
        self.group.parent_id = self.sibling
        self.env.invalidate_all()
        self.assertEqual(self.sibling.employee_count, before + 1)

    def test_no_unit_stands_under_itself(self):
        for parent in (self.school, self.group, self.subgroup):
            with self.assertRaisesRegex(UserError, "cannot stand under"):
                self.school.parent_id = parent

    def test_no_unit_is_its_own_superior_for_the_profession(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            self.school.professional_superior_id = self.school
            self.env.flush_all()

    def test_an_organisation_is_never_an_inner_part(self):
        self.assertEqual(self.union.institution_id, self.union)
        self.assertNotIn(self.union.id, self.staff._dan_chu_reach("staff"))
        with self.assertRaisesRegex(ValidationError, "never an inner part"):
            self.union.is_institution = False

    def test_a_unit_is_archived_after_those_below_it(self):
        with self.assertRaisesRegex(ValidationError, "still has"):
            self.group.active = False
        (self.subgroup | self.group).active = False
        with self.assertRaisesRegex(ValidationError, "is archived"):
            self.subgroup.active = True

    def test_an_archived_unit_keeps_its_papers_within_reach(self):
        self.make_directive(self.subgroup)
        self.subgroup.active = False
        found = self.as_user(self.env["dan_chu.directive"], self.officer).search(
            [("unit_id", "=", self.subgroup.id)]
        )
        self.assertTrue(found)

    def test_a_unit_with_records_is_not_deleted_and_says_what_holds_it(self):
        self.make_directive(self.other_group)
        with self.assertRaisesRegex(UserError, "Directing text: 1"):
            self.other_group.unlink()
        self.env["dan_chu.directive"].search([("unit_id", "=", self.other_group.id)]).unlink()
        self.other_group.unlink()

    def test_one_department_of_hr_stands_for_one_unit(self):
        department = self.env["hr.department"].create({"name": "Tổ Toán"})
        self.group.department_id = department
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            self.other_group.department_id = department
            self.env.flush_all()

    def test_the_superior_body_is_printed_by_the_name_of_the_day(self):
        self.school.superior_ids = [
            (0, 0, {"name": "SỞ GIÁO DỤC LAM CHÂU", "date_to": "2025-06-30"}),
            (0, 0, {"name": "SỞ GDĐT TỈNH LAM HÀ", "date_from": "2025-07-01"}),
        ]
        self.assertEqual(self.school._superior_name(date(2024, 9, 5)), "SỞ GIÁO DỤC LAM CHÂU")
        self.assertEqual(self.school._superior_name(date(2025, 7, 1)), "SỞ GDĐT TỈNH LAM HÀ")

    def test_without_a_dated_name_the_institution_above_is_printed(self):
        self.assertEqual(self.group._superior_name(date(2026, 1, 1)), self.department.name)
        self.assertEqual(self.province._superior_name(date(2026, 1, 1)), "")

    def test_two_names_of_the_superior_body_share_no_day(self):
        with self.assertRaisesRegex(ValidationError, "share days"):
            self.school.superior_ids = [
                (0, 0, {"name": "SỞ GIÁO DỤC", "date_to": "2025-07-01"}),
                (0, 0, {"name": "SỞ GDĐT", "date_from": "2025-07-01"}),
            ]


class TestSearch(DanChuCase):
    def _found(self, text, **options):
        units = self.env["dan_chu.unit"].with_user(self.staff)
        return units.browse(unit_id for unit_id, _name in units.name_search(text, **options))

    def test_diacritics_case_order_and_composition_make_no_difference(self):
        for typed in (
            "hoa sen",
            "HOA SEN THPT",
            "sen truong hoa",
            "Trường THPT Hoa Sen",
            unicodedata.normalize("NFD", "Trường THPT Hoa Sen"),
        ):
            with self.subTest(typed):
                self.assertIn(self.school, self._found(typed))
        self.assertNotIn(self.sibling, self._found("hoa sen"))

    def test_the_letter_d_with_a_stroke_is_a_d(self):
        self.assertIn(self.ward_school, self._found("dong xanh"))

    def test_a_code_is_found_without_diacritics(self):
        self.assertIn(self.ward_school, self._found("dx"))

    def test_it_does_not_need_the_extension_of_the_database(self):
        self.patch(self.registry, "unaccent", lambda text: text)
        self.assertIn(self.school, self._found("truong thpt hoa sen"))

    def test_an_inner_part_is_shown_and_found_with_its_institution(self):
        shown = self.group.display_name
        self.assertEqual(shown, "Tổ Toán – Tin – Trường THPT Hoa Sen")
        self.assertEqual(self._found(shown, operator="="), self.group)


class TestImport(DanChuCase):
    def _load(self, fields, rows):
        units = self.env["dan_chu.unit"].with_user(self.manager)
        return units.with_context(import_file=True).load(fields, rows)

    def test_a_thousand_units_come_in_with_their_parents_in_the_same_file(self):
        kinds = ("Ward or commune office", "Lower secondary school", "Professional group")
        rows = []
        for ward in range(10):
            rows.append([f"UBND phường Số {ward}", f"P{ward}", kinds[0], ""])
            for school in range(9):
                name = f"Trường THCS Số {ward}.{school}"
                rows.append([name, f"S{ward}.{school}", kinds[1], f"UBND phường Số {ward}"])
                rows += [[f"Tổ {group} ({name})", "", kinds[2], name] for group in range(10)]
        self.assertEqual(len(rows), 1000)
        result = self._load(["name", "code", "kind_id", "parent_id"], rows)
        self.assertEqual((len(result["ids"] or ()), result["messages"]), (1000, []))
        units = self.env["dan_chu.unit"].browse(result["ids"])
        self.assertEqual(
            len(units.filtered(lambda unit: unit.institution_id == unit)), 100, "institutions"
        )
        last = units[-1]
        self.assertEqual(last.parent_id.parent_id.name, "UBND phường Số 9")

    def test_parents_are_named_by_code_or_by_external_id_as_well(self):
        result = self._load(
            ["id", "name", "code", "kind_id", "parent_id/id"],
            [
                ["ward_x", "UBND xã Tân Lập", "TLp", "Ward or commune office", ""],
                ["school_x", "Trường THCS Tân Lập", "", "Lower secondary school", "ward_x"],
            ],
        )
        self.assertEqual(result["messages"], [])
        ward, school = self.env["dan_chu.unit"].browse(result["ids"])
        self.assertEqual(school.parent_id, ward)
        result = self._load(
            ["name", "kind_id", "parent_id"], [["Tổ Sử – Địa", "Professional group", "TLp"]]
        )
        self.assertEqual(self.env["dan_chu.unit"].browse(result["ids"]).parent_id, ward)

    def test_a_wrong_row_is_named_and_nothing_is_half_written(self):
        before = self.env["dan_chu.unit"].search_count([])
        result = self._load(
            ["name", "kind_id", "parent_id"],
            [["Tổ Lý", "Professional group", "HS"], ["Tổ Hóa", "Professional group", "Không có"]],
        )
        self.assertFalse(result["ids"])
        self.assertEqual(result["messages"][0]["rows"], {"from": 1, "to": 1})
        self.assertEqual(self.env["dan_chu.unit"].search_count([]), before)

"""What people and collectives were given: seen by whom, typed in, imported, year by year."""

import base64
from io import BytesIO

import openpyxl

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form
from odoo.tools.safe_eval import safe_eval

from odoo.addons.dan_chu_co_so.lib.honour_table import COLUMNS
from odoo.addons.dan_chu_co_so.lib.sheet import shown

from tests.commendations import CommendationCase

HEADS = list(COLUMNS.values())


def excel(*rows):
    book = openpyxl.Workbook()
    book.active.append(HEADS)
    for row in rows:
        book.active.append([row.get(name) for name in COLUMNS])
    out = BytesIO()
    book.save(out)
    return base64.b64encode(out.getvalue())


class TestHonour(CommendationCase):
    def test_everybody_reads_the_own_ones(self):
        own = self.make_honour(self.school, self.teacher.employee_id)
        other = self.make_honour(self.school, self.clever.employee_id)
        found = self.env["dan_chu.honour"].with_user(self.teacher).search([])
        self.assertIn(own, found)
        self.assertNotIn(other, found)
        action = self.env.ref("dan_chu_co_so.my_honours_action")
        self.assertEqual(action.domain, "[('employee_id.user_id', '=', uid)]")
        mine = self.env["dan_chu.honour"].with_user(self.teacher)
        self.assertEqual(mine.search([("employee_id.user_id", "=", self.teacher.id)]), own)

    def test_an_officer_types_in_what_was_before(self):
        with Form(self.env["dan_chu.honour"].with_user(self.officer)) as form:
            form.unit_id = self.school
            form.employee_id = self.teacher.employee_id
            form.award_id = self.title
            form.work_year = "2023-2024"
        honour = form.record
        self.assertEqual(honour.name, self.teacher.employee_id.name)
        self.assertEqual(honour.award_name, self.title.name)
        self.assertTrue(honour.is_imported)

    def test_the_head_enters_what_the_only_officer_was_given(self):
        honours = self.env["dan_chu.honour"]
        with Form(honours.with_user(self.head)) as form:
            self.assertEqual(form.unit_id, self.school)
            form.employee_id = self.officer.employee_id
            form.award_id = self.title
            form.work_year = "2023-2024"
        honour = form.record
        self.assertTrue(honour.is_imported)
        honour.merit = "Sáng kiến"
        own = {"unit_id": self.school.id, "award_name": "Huân chương"}
        own |= {"employee_id": self.head.employee_id.id, "name": self.head.employee_id.name}
        for vals in (own, {**own, "unit_id": self.group.id}):
            with self.assertRaises(AccessError):
                honours.with_user(self.head).create(vals)
        with self.assertRaises(AccessError):
            honour.employee_id = self.head.employee_id
        with self.assertRaises(AccessError):
            honours.with_user(self.upper_head).create({**own, "employee_id": False})
        honour.unlink()

    def test_nobody_is_honoured_by_another_house(self):
        values = {"unit_id": self.sibling.id, "name": "Mai", "award_name": "Giấy khen"}
        honours = self.env["dan_chu.honour"].with_user(self.sibling_officer)
        honours.create(values)
        with self.assertRaisesRegex(ValidationError, "their own house"):
            honours.create({**values, "employee_id": self.teacher.employee_id.id})
        with self.assertRaisesRegex(ValidationError, "their own house"):
            honours.create({**values, "subject_unit_id": self.group.id})

    def test_the_years_stand_side_by_side(self):
        person = self.people[0]
        self.make_honour(self.school, person, work_year="2024-2025")
        self.make_honour(self.school, person, work_year="2023-2024", award_name="Giấy khen")
        self.make_honour(self.school, person, work_year="2023-2024", is_cancelled=True)
        wizard = (
            self.env["dan_chu.honour.sheet"]
            .with_user(self.officer)
            .create({"unit_id": self.school.id, "year_to": 2025, "year_count": 2})
        )
        (table,) = wizard._sheet().tables
        self.assertEqual([column.name for column in table.columns[2:]], ["2023-2024", "2024-2025"])
        cells = {line.cells[1]: [shown(cell) for cell in line.cells[2:]] for line in table.lines}
        self.assertEqual(cells[person.name], ["Giấy khen", "Lao động tiên tiến"])
        self.assertIn("2023-2024", wizard.shown)
        self.assertIn(".pdf", wizard.action_pdf()["url"])
        wizard.unit_id = self.group
        self.assertTrue(wizard._sheet().tables)

    def test_people_stand_in_the_sheet_by_given_name(self):
        for person, name in zip(
            self.people, ("Ông Thị Loan", "Đỗ Thị Vân", "Trần Anh"), strict=False
        ):
            self.make_honour(self.school, person, name=name, work_year="2024-2025")
        sheets = self.env["dan_chu.honour.sheet"].with_user(self.officer)
        (table,) = sheets.create({"unit_id": self.school.id, "year_to": 2025})._sheet().tables
        listed = [line.cells[1] for line in table.lines]
        self.assertEqual(listed, ["Trần Anh", "Ông Thị Loan", "Đỗ Thị Vân"])

    def test_the_sheet_is_for_officers_and_head(self):
        sheets = self.env["dan_chu.honour.sheet"]
        with self.assertRaises(AccessError):
            sheets.with_user(self.teacher).create({"unit_id": self.school.id})
        with self.assertRaises(AccessError):
            sheets.with_user(self.sibling_officer).create({"unit_id": self.school.id}).action_pdf()

    def test_the_history_of_a_person_in_constant_queries(self):
        few, many = self.people[0], self.people[1]
        self.make_honour(self.school, few)
        for year in range(30):
            self.make_honour(self.school, many, work_year=str(1990 + year))
        action = self.env.ref("dan_chu_co_so.honour_of_person_action")
        self.assertIn("active_id", action.domain)

        def queries(person):
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            honours = self.env["dan_chu.honour"].with_user(self.officer)
            found = honours.search([("employee_id", "=", person.id)])
            found.read(["award_name", "work_year", "decision_words", "unit_id", "award_id"])
            return self.env.cr.sql_log_count - before

        queries(few)
        self.assertEqual(queries(many), queries(few))

    def test_my_awards_on_the_phone_in_constant_queries(self):
        few, many = self.teacher, self.clever
        action = self.env.ref("dan_chu_co_so.my_honours_action")
        arch = self.env.ref("dan_chu_co_so.honour_view_kanban").arch
        asked = {name: {} for name in self.env["dan_chu.honour"]._fields if f'"{name}"' in arch}
        self.assertIn("has_paper", asked)
        for year in range(30):
            if not year:
                self.make_honour(self.school, few.employee_id)
            self.make_honour(self.school, many.employee_id, work_year=str(1990 + year))

        def queries(user, count):
            self.env.invalidate_all()
            honours = self.env["dan_chu.honour"].with_user(user)
            domain = safe_eval(action.domain, {"uid": user.id})
            before = self.env.cr.sql_log_count
            self.assertEqual(honours.web_search_read(domain, asked, limit=40)["length"], count)
            return self.env.cr.sql_log_count - before

        for user, count in ((few, 1), (many, 30)):
            queries(user, count)
        self.assertEqual(queries(many, 30), queries(few, 1))


class TestHonourImport(CommendationCase):
    def wizard(self, *rows, user=None, **values):
        return (
            self.env["dan_chu.honour.import"]
            .with_user(user or self.officer)
            .create({"unit_id": self.school.id, "file": excel(*rows), **values})
        )

    def honours(self):
        return self.env["dan_chu.honour"].search([("unit_id", "=", self.school.id)])

    def test_right_rows_are_entered_wrong_ones_told_and_given_back(self):
        person = self.people[0]
        wizard = self.wizard(
            {
                "name": person.name,
                "award": "lao động thử",
                "year": "2023-2024",
                "day": "31/05/2024",
                "bonus": "702.000",
            },
            {"name": self.group.name, "award": "Giấy khen thử", "year": "2024"},
            {"name": "Người Không Có", "award": "Giấy khen"},
            {"name": person.name, "award": "Giấy khen", "year": "năm ngoái"},
        )
        self.assertEqual((wizard.right_count, wizard.wrong_count), (2, 2))
        self.assertIn("Người Không Có", wizard.errors)
        self.assertIn("năm ngoái", wizard.errors)
        before = self.honours()
        wizard.action_import()
        entered = self.honours() - before
        self.assertEqual(wizard.entered_count, 2)
        of_person = entered.filtered("employee_id")
        self.assertEqual(of_person.employee_id, person)
        self.assertEqual(of_person.award_id, self.title)
        self.assertEqual(of_person.award_name, self.title.name)
        self.assertEqual(of_person.bonus, 702000)
        self.assertEqual(entered.subject_unit_id, self.group)
        self.assertEqual(entered.mapped("is_imported"), [True, True])
        wizard.action_wrong_rows()
        sheet = openpyxl.load_workbook(BytesIO(base64.b64decode(wizard.data))).active
        cells = [str(cell or "") for line in sheet.iter_rows(values_only=True) for cell in line]
        self.assertIn("Người Không Có", cells)
        self.assertIn("năm ngoái", cells)
        self.assertNotIn(self.group.name, cells)

    def test_an_award_the_catalogue_does_not_name_is_told_with_the_one_that_was_meant(self):
        row = {"name": self.people[0].name, "award": "Lao đông thửa", "year": "2024"}
        wizard = self.wizard(row, {**row, "award": "Bông sen vàng"})
        self.assertEqual((wizard.right_count, wizard.wrong_count), (0, 2))
        self.assertIn("Lao động thử”", wizard.errors)
        wizard.keeps_awards = True
        self.assertEqual((wizard.right_count, wizard.wrong_count), (2, 0))
        wizard.action_import()
        kept = self.honours().filtered(lambda row: row.award_name == "Bông sen vàng")
        self.assertEqual(len(kept), 1)
        self.assertFalse(kept.award_id)

    def test_a_row_that_stands_in_the_file_twice_is_told(self):
        row = {"name": self.people[0].name, "award": "Giấy khen", "year": "2024"}
        wizard = self.wizard(row, row)
        self.assertEqual((wizard.right_count, wizard.wrong_count), (1, 1))
        wizard.action_import()
        self.assertEqual(len(self.honours().filtered(lambda row: row.award_name == "Giấy khen")), 1)
        wizard.invalidate_recordset()
        self.assertEqual((wizard.known_count, wizard.wrong_count), (2, 0))

    def test_nothing_is_entered_twice(self):
        row = {"name": self.people[0].name, "award": "Giấy khen", "year": "2024"}
        self.wizard(row).action_import()
        again = self.wizard(row, {**row, "year": "2025"})
        self.assertEqual((again.right_count, again.known_count), (1, 1))
        again.action_import()
        again.action_import()
        self.assertEqual(len(self.honours().filtered(lambda row: row.award_name == "Giấy khen")), 2)

    def test_what_goes_back_can_be_imported_when_corrected(self):
        wizard = self.wizard({"name": "Người Không Có", "award": "Giấy khen", "year": "2024"})
        wizard.action_wrong_rows()
        again = self.wizard(keeps_unknown=True)
        again.file = wizard.data
        self.assertEqual((again.right_count, again.wrong_count), (1, 0))
        again.action_import()
        kept = self.honours().filtered(lambda row: row.name == "Người Không Có")
        self.assertEqual(len(kept), 1)
        self.assertFalse(kept.employee_id)

    def test_the_template_can_be_filled_in(self):
        wizard = self.wizard()
        wizard.action_template()
        wizard.write({"file": wizard.data, "keeps_unknown": True})
        self.assertEqual((wizard.right_count, wizard.wrong_count), (2, 0))

    def test_who_has_left_is_found_too(self):
        person = self.people[0]
        person.active = False
        wizard = self.wizard({"name": person.name, "award": "Giấy khen"})
        self.assertEqual(wizard.right_count, 1)

    def test_of_two_of_one_name_the_section_chooses(self):
        first, second = self.people[0], self.people[1]
        self.assertNotEqual(first.dan_chu_unit_id, second.dan_chu_unit_id)
        second.name = first.name
        row = {"name": first.name, "award": "Giấy khen"}
        self.assertEqual(self.wizard(row).wrong_count, 1)
        wizard = self.wizard({**row, "section": second.dan_chu_unit_id.name})
        wizard.action_import()
        made = self.honours().filtered(lambda row: row.award_name == "Giấy khen")
        self.assertEqual(made.employee_id, second)

    def test_a_file_that_is_none_is_told(self):
        wizard = self.wizard()
        self.assertIn("nothing", wizard.errors)
        wizard.file = base64.b64encode(b"%PDF-1.7")
        self.assertIn(".xlsx", wizard.errors)
        with self.assertRaisesRegex(UserError, ".xlsx"):
            wizard.action_import()

    def test_other_houses_are_closed(self):
        with self.assertRaises(AccessError):
            self.wizard(user=self.teacher)
        with self.assertRaises(AccessError):
            self.wizard(user=self.sibling_officer)
        house = self.sibling.id
        own = self.wizard(
            {"name": self.people[0].name, "award": "X"}, user=self.sibling_officer, unit_id=house
        )
        self.assertEqual((own.right_count, own.wrong_count), (0, 1))
        with self.assertRaises(AccessError):
            own.unit_id = self.school
            own.action_import()

    def test_a_thousand_rows(self):
        rows = [
            {
                "name": self.people[n % 10].name,
                "award": f"Giấy khen {n}",
                "year": str(2000 + n % 20),
            }
            for n in range(1000)
        ]
        wizard = self.wizard(*rows, keeps_awards=True)
        before = self.env.cr.sql_log_count
        wizard.action_import()
        self.assertEqual(wizard.entered_count, 1000)
        self.assertLess(self.env.cr.sql_log_count - before, 60)

from odoo.exceptions import AccessError, ValidationError

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.papers import PaperCase


class TestPlanTemplate(PaperCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.templates = cls.env["dan_chu.plan.template"]

    def _template(self, name):
        return self.env.ref(f"dan_chu_co_so.plan_template_{name}")

    def _begun(self, template, user=None, unit=None, year=2026, **values):
        wizard = (
            self.env["dan_chu.plan.begin"]
            .with_user(user or self.officer)
            .create(
                {
                    "unit_id": (unit or self.school).id,
                    "template_id": template.id,
                    "year": year,
                    **values,
                }
            )
        )
        return self.env["dan_chu.plan"].browse(wizard.action_begin()["res_id"])

    def test_the_shipped_ones_are_whole(self):
        for name, sections, tasks in (
            ("department", range(25, 41), range(10, 15)),
            ("school", range(25, 41), range(10, 15)),
            ("ward", range(25, 41), range(10, 15)),
            ("people_inspectorate", range(20, 41), range(10, 15)),
            ("skilful", range(20, 41), range(10, 15)),
        ):
            with self.subTest(template=name):
                template = self._template(name)
                self.assertIn(template.section_count, sections)
                self.assertIn(template.task_count, tasks)

    def test_every_shipped_one_becomes_a_plan_without_a_gap(self):
        for template in self.templates.search([]):
            with self.subTest(template=template.name):
                plan = self._begun(template)
                self.assertEqual(len(plan.section_ids), template.section_count)
                self.assertEqual(len(plan.task_ids), template.task_count)
                for text in (
                    plan.title,
                    *plan.section_ids.mapped("text"),
                    *plan.task_ids.mapped("name"),
                ):
                    self.assertNotIn("{", text)
                for task in plan.task_ids:
                    self.assertTrue(task.product, task.name)
                    self.assertTrue(
                        task.date_deadline
                        or task.recurrence
                        or task.time_kind in ("standing", "event"),
                        task.time_text,
                    )
                self.assertTrue(plan.with_user(self.officer).document_id._pdf())

    def test_the_programme_of_the_board_has_the_seven_parts_of_the_decree(self):
        plan = self._begun(self._template("people_inspectorate"))
        parts = plan.section_ids.filtered(lambda row: row.level == 1).mapped("text")
        self.assertEqual(
            [part.capitalize() for part in parts],
            [
                "Mục đích",
                "Yêu cầu",
                "Nội dung",
                "Thời gian",
                "Kinh phí",
                "Tổ chức thực hiện",
                "Các điều kiện bảo đảm",
            ],
        )
        self.assertEqual((plan.kind_id.code, plan.symbol), ("CTr", "CTr-TTND"))
        self.assertEqual(plan.period_name, "năm học 2026 - 2027")

    def test_names_in_its_table_become_units_people_and_positions(self):
        self.office.name = "Văn phòng Sở"
        self.office.short_name = "Văn phòng"
        plan = self._begun(self._template("department"), self.upper_officer, self.department)
        tasks = plan.task_ids.sorted("sequence")
        self.assertEqual(tasks[0].addressee_unit_id, self.office)
        self.assertEqual(tasks[1].who_kind, "position")
        self.assertEqual(tasks[1].lead_position, "Phòng Tổ chức cán bộ")
        self.assertEqual(tasks[1].addressee_unit_id, self.department)
        self.assertEqual(tasks[1].partner_ids.partner_unit_id, self.office)
        self.assertTrue(tasks[12].for_addressees)
        self.assertEqual(str(tasks[0].date_deadline), "2026-02-14")
        self.assertEqual(tasks[6].recurrence, "monthly")

    def test_the_law_comes_before_its_decree(self):
        plan = self._begun(self._template("school"))
        texts = plan.basis_ids.sorted("sequence").mapped("text")
        self.assertTrue(texts[0].startswith("Căn cứ Luật Thực hiện dân chủ ở cơ sở"), texts)
        self.assertIn("59/2023/NĐ-CP", texts[1])

    def test_what_is_filled_in(self):
        template = self.templates.create(
            {
                "name": "Thử",
                "title": "Kế hoạch {period} của {unit}",
                "outline": "I. NỘI DUNG\n\n{head} chịu trách nhiệm trong {year}; {representative}.",
                "tasks": "Nhiệm vụ\tThời gian\nLàm {period}\tQuý I",
            }
        )
        self.school.write({"has_union": True, "representative_body": False})
        plan = self._begun(template, year=2031)
        self.assertEqual(plan.title, "Kế hoạch năm 2031 của Trường THPT Hoa Sen")
        self.assertEqual(
            plan.section_ids[1].text, "Hiệu trưởng chịu trách nhiệm trong 2031; Công đoàn."
        )
        self.assertEqual(plan.task_ids.name, "Làm năm 2031")
        self.assertEqual(str(plan.task_ids.date_deadline), "2031-03-31")

    def test_a_misspelt_place_is_refused(self):
        with self.assertRaisesRegex(ValidationError, r"\{perod\} is not known.*\{period\}"):
            self.templates.create({"name": "Thử", "title": "Kế hoạch {perod}"})

    def test_a_table_that_cannot_be_read_is_refused_with_its_line(self):
        with self.assertRaisesRegex(ValidationError, "Line 3: there is no such day: “ngày 31/2"):
            self.templates.create(
                {
                    "name": "Thử",
                    "title": "Thử",
                    "tasks": "Nhiệm vụ\tThời gian\nMột\tQuý I\nHai\tngày 31/2",
                }
            )

    def test_it_is_of_a_kind_of_plan(self):
        with self.assertRaisesRegex(ValidationError, "is not a kind of plan"):
            self.templates.create({"name": "Thử", "title": "Thử", "kind_id": self.kind("TB").id})

    def test_only_those_that_suit_the_unit_are_offered(self):
        wizard = self.env["dan_chu.plan.begin"].with_user(self.officer)
        offered = wizard.new({"unit_id": self.school.id}).allowed_template_ids._origin
        self.assertIn(self._template("school"), offered)
        self.assertIn(self._template("skilful"), offered)
        self.assertNotIn(self._template("department"), offered)

    def test_staff_read_them_and_managers_write_them(self):
        template = self._template("school")
        self.assertTrue(template.with_user(self.staff).outline)
        with self.assertRaises(AccessError):
            template.with_user(self.officer).name = "Khác"
        template.with_user(self.manager).name = "Khác"

    def test_the_period_is_that_of_the_template(self):
        plan = self._begun(self._template("school"), year=today().year)
        self.assertEqual((plan.date_from.month, plan.date_to.month), (9, 8))

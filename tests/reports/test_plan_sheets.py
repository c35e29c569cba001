import base64
import io

import openpyxl
from lxml import html

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tools.pdf import PdfFileReader

from odoo.addons.dan_chu_co_so.lib.paper.text import plain_text
from odoo.addons.dan_chu_co_so.models import sheet as sheets

from tests.common import DanChuHttpCase
from tests.reports.plans import HOSTILE, PlanPrintCase


class SheetCase(PlanPrintCase):
    def setUp(self):
        super().setUp()
        self.papers = []
        write = sheets.write_pdf

        def write_pdf(paper):
            self.papers.append(paper)
            return write(paper)

        self.patch(sheets, "write_pdf", write_pdf)

    def on_screen(self, text):
        """Each row of each table, its cells as one text."""
        rows = html.fromstring(text).xpath("//tr")
        return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]

    def in_pdf(self):
        """The same of the last PDF: what the writer was given, which is all it can print."""
        tables = [block for block in self.papers[-1]["blocks"] if block["type"] == "table"]
        return [
            [
                " ".join("".join(run["text"] for run in line) for line in cell["lines"])
                for cell in row
            ]
            for table in tables
            for row in [*table["head"], *table["rows"]]
        ]

    def in_excel(self, data):
        """The rows below the title, as a person sees them."""
        page = openpyxl.load_workbook(io.BytesIO(data)).active
        rows = []
        for row in page.iter_rows():
            cells = [self._seen(cell) for cell in row if cell.border.left.style]
            merged = row[0].coordinate in {str(area).split(":")[0] for area in page.merged_cells}
            if cells:
                rows.append(cells[:1] if merged else cells)
        return rows

    def _seen(self, cell):
        if cell.value is None:
            return ""
        if cell.number_format == "0.0%":
            return f"{100 * cell.value:.1f}%".replace(".", ",")
        return " ".join(str(cell.value).split())


class TestProgressSheet(SheetCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.upper = cls.upper_plan()
        rows = cls.upper.addressee_ids
        cls.lower = rows.filtered(lambda row: row.unit_id == cls.school).lower_plan_id
        cls.lower = cls.lower.with_user(cls.officer)

    def issued_lower(self):
        self.lower.with_user(self.officer).write(
            {
                "title": HOSTILE,
                "section_ids": [Command.create({"level": 1, "role": "heading", "text": HOSTILE})],
                "signatory_ids": [Command.clear(), Command.create({"name": "Lê Thị Hạnh"})],
            }
        )
        self.with_tasks_of_school(self.lower)
        return self.issue(self.lower)

    def with_tasks_of_school(self, plan):
        plan.with_user(self.officer).task_ids = [
            Command.create({"name": "Một", "section_id": plan.section_ids[:1].id, "weight": 3}),
            Command.create({"name": "Hai", "date_deadline": "2026-02-01"}),
        ]

    def figures(self, rows, name):
        (found,) = {tuple(row[1:]) for row in rows if row[0] == name}
        return found

    def test_the_screen_the_pdf_and_the_excel_file_say_the_same(self):
        lower = self.issued_lower()
        lower.task_ids[0].with_user(self.officer).action_done("Xong.")
        lower.target_ids = False
        self.env.flush_all()
        for plan, user in ((self.upper, self.upper_officer), (lower, self.officer)):
            seen = self.as_user(plan, user)
            screen = self.on_screen(seen.progress_sheet)
            seen._sheet_pdf_to_print()
            excel = self.env["dan_chu.sheet"]._excel_of(seen._progress_sheet())
            self.assertGreater(len(screen), 6)
            self.assertEqual(screen, [[" ".join(c.split()) for c in row] for row in self.in_pdf()])
            self.assertEqual(screen, self.in_excel(excel))

    def test_the_figures_are_those_of_the_tree(self):
        lower = self.issued_lower()
        done = lower.task_ids.filtered(lambda task: task.weight == 3)
        done.with_user(self.officer).action_done("Xong.")
        rows = self.on_screen(self.as_user(lower, self.officer).progress_sheet)
        self.assertEqual(self.figures(rows, "Nhiệm vụ của kế hoạch này"), ("2", "1", "1", "75,0%"))
        self.assertEqual(self.figures(rows, "Nhiệm vụ khác"), ("1", "0", "1", "0,0%"))
        rows = self.on_screen(self.as_user(self.upper, self.upper_officer).progress_sheet)
        whole = self.figures(rows, "Cùng kế hoạch của các đơn vị bên dưới")
        upper = self.as_user(self.upper, self.upper_officer)
        self.assertEqual(whole[:2], (str(upper.tree_total), str(upper.tree_done)))
        self.assertEqual(whole[3], f"{upper.tree_progress:.1f}%".replace(".", ","))
        # Of the upper plan: the report and the model; of its own: two.
        self.assertEqual(self.figures(rows, self.school.name)[:2], ("4", "1"))
        by_unit = [row for row in rows if row[0] in (self.school.name, self.sibling.name)]
        self.assertEqual(sum(int(row[1]) for row in by_unit), upper.tree_total)

    def test_targets_say_what_was_reached(self):
        plan = self.plan()
        plan.target_ids = [
            Command.create({"name": "Đúng hạn", "value": 95}),
            Command.create({"name": "Xếp loại", "target_kind": "rating", "rating": "Tốt"}),
            Command.create({"name": "Có quy chế", "target_kind": "yes_no", "value": 1}),
        ]
        self.issue(plan)
        known = {"result_on": "2026-11-01"}
        first, second, _third = plan.target_ids.with_user(self.officer)
        first.write({"result": 97.5, **known})
        second.write({"result_rating": "Khá", **known})
        rows = self.on_screen(self.as_user(plan, self.officer).progress_sheet)
        self.assertEqual(self.figures(rows, "Đúng hạn"), ("≥ 95%", "97,5%", "Đạt"))
        self.assertEqual(self.figures(rows, "Xếp loại")[1:], ("Khá", "Chưa đạt"))
        self.assertEqual(self.figures(rows, "Có quy chế")[1:], ("", "Chưa có số liệu"))

    def test_it_is_printed_without_a_number_and_one_sheet_a_plan(self):
        lower = self.issued_lower()
        report = self.env.ref("dan_chu_co_so.plan_progress_report_pdf").with_user(self.officer)
        report = report.with_context(force_report_rendering=True)
        content, kind = report._render_qweb_pdf("dan_chu_co_so.plan_progress", lower.ids)
        self.assertEqual(kind, "pdf")
        self.assertEqual(len(PdfFileReader(io.BytesIO(content)).pages), 1)
        text = " ".join(plain_text(self.papers[-1]))
        self.assertNotIn("Số:", text)
        self.assertIn("TIẾN ĐỘ THỰC HIỆN", text)
        self.assertIn('#read("/etc/passwd")', text)
        with self.assertRaises(AccessError):
            report.with_user(self.upper_officer)._render_qweb_pdf(
                "dan_chu_co_so.plan_progress", lower.ids
            )

    def test_sections_are_left_out_where_no_task_stands_under_one(self):
        plan = self.with_tasks(self.plan())
        titles = html.fromstring(plan.progress_sheet).xpath("//h4/text()")
        self.assertEqual(
            titles, ["1. Kết quả chung", "2. Theo nội dung kế hoạch", "3. Theo đơn vị thực hiện"]
        )
        plan.task_ids.section_id = False
        titles = html.fromstring(plan.progress_sheet).xpath("//h4/text()")
        self.assertEqual(titles, ["1. Kết quả chung", "2. Theo đơn vị thực hiện"])

    def test_a_plan_without_tasks_and_targets_has_no_sheet(self):
        self.assertFalse(self.plan().progress_sheet)

    def test_others_do_not_get_it(self):
        for user in (self.upper_officer, self.staff, self.manager, self.no_role):
            plan = self.as_user(self.lower, user)
            for name in (
                "action_progress_pdf",
                "action_progress_excel",
                "action_draft_assignments",
            ):
                with self.subTest(user=user.login, name=name), self.assertRaises(AccessError):
                    getattr(plan, name)()


class TestTaskSheet(SheetCase):
    def wizard(self, user=None, **values):
        wizards = self.as_user(self.env["dan_chu.task.sheet"], user or self.officer)
        return wizards.create({"unit_id": self.school.id, **values})

    def issued_plan(self):
        return self.issue(self.with_tasks(self.plan(number="7")))

    def names(self, wizard):
        return [row[1] for row in self.on_screen(wizard.shown) if row[0].isdigit()]

    def test_the_screen_the_pdf_and_the_excel_file_say_the_same(self):
        plan = self.with_tasks(self.plan(number="7"))
        plan.task_ids[0].product = plan.task_ids[0].name = HOSTILE
        self.issue(plan)
        plan.task_ids.filtered("section_id").with_user(self.officer).action_done(HOSTILE)
        wizard = self.wizard()
        screen = self.on_screen(wizard.shown)
        self.assertIn(["Kế hoạch 07/KH-HS"], screen)
        wizard.action_pdf()
        self.assertTrue(base64.b64decode(wizard.data).startswith(b"%PDF"))
        self.assertEqual(screen, self.in_pdf())
        wizard.action_excel()
        self.assertEqual(screen, self.in_excel(base64.b64decode(wizard.data)))
        page = openpyxl.load_workbook(io.BytesIO(base64.b64decode(wizard.data))).active
        self.assertNotIn("f", {cell.data_type for row in page.iter_rows() for cell in row})

    def test_it_says_what_is_late_and_how_many_are_done(self):
        plan = self.issued_plan()
        plan.task_ids.filtered("section_id").with_user(self.officer).action_done("Xong.")
        rows = self.on_screen(self.wizard().shown)
        self.assertIn(["Kế hoạch 07/KH-HS", "2", "1", "1", "50,0%"], rows)
        states = {row[1]: row[4:] for row in rows if len(row) == 7}
        self.assertEqual(states["Phổ biến Luật"], ["30/06/2026", "Đã hoàn thành", "Xong."])
        self.assertEqual(states["Rà soát quy chế"], ["15/03/2026", "Chưa thực hiện (quá hạn)", ""])

    def test_the_tasks_chosen_in_the_list(self):
        plan = self.issued_plan()
        chosen = plan.task_ids[0]
        wizards = self.as_user(self.env["dan_chu.task.sheet"], self.officer).with_context(
            active_model="dan_chu.task", active_ids=chosen.ids
        )
        self.assertEqual(self.names(wizards.create({"unit_id": self.school.id})), [chosen.name])

    def test_what_is_given_to_one_unit_and_what_is_still_to_be_done(self):
        upper = self.upper_plan()
        given = {"user": self.upper_officer, "unit_id": self.department.id, "side": "given"}
        every = self.wizard(**given)
        self.assertEqual(len(self.names(every)), 4)
        of_school = self.wizard(**given, owed_by_id=self.school.id)
        self.assertCountEqual(self.names(of_school), ["Báo cáo sáu tháng", "Làm điểm mô hình"])
        task = upper.task_ids.filtered(lambda row: row.addressee_unit_id == self.school)
        task.with_user(self.officer).action_done("Xong.")
        self.assertEqual(
            self.names(self.wizard(**given, owed_by_id=self.school.id, is_open_only=True)),
            ["Báo cáo sáu tháng"],
        )

    def test_tasks_one_may_not_read_are_not_drawn_in(self):
        upper = self.upper_plan()
        foreign = upper.task_ids.filtered(lambda row: row.addressee_unit_id == self.sibling)
        values = {"unit_id": self.school.id, "task_ids": [Command.set(foreign.ids)]}
        wizards = self.as_user(self.env["dan_chu.task.sheet"], self.officer)
        with self.assertRaises(AccessError):
            wizards.create(values)
        self.assertEqual(self.names(wizards.new(values)), [])

    def test_the_letterhead_of_another_unit_is_refused(self):
        wizard = self.wizard(unit_id=self.department.id)
        self.assertFalse(wizard.shown)
        for name in ("action_pdf", "action_excel"):
            with self.assertRaisesRegex(AccessError, "officers and the head"):
                getattr(wizard, name)()

    def test_the_sheet_of_another_is_not_read(self):
        wizard = self.wizard()
        wizard.action_excel()
        other = self.make_user("other_officer", ("officer", self.school))
        with self.assertRaises(AccessError):
            self.as_user(wizard, other).read(["data"])


class TestAssignments(SheetCase):
    def draft(self, plan):
        action = plan.with_user(self.officer).action_draft_assignments()
        self.assertEqual((action["res_model"], action["view_mode"]), ("dan_chu.notice", "form"))
        return self.env["dan_chu.notice"].browse(action["res_id"])

    def tables(self, notice):
        """{who: rows} as they are printed."""
        found, name = {}, None
        for block in notice.document_id._paper()["blocks"]:
            if block["type"] == "heading":
                name = "".join(run["text"] for run in block["runs"])
            elif block["type"] == "table":
                found[name] = [
                    [" ".join("".join(r["text"] for r in line) for line in c["lines"]) for c in row]
                    for row in block["rows"]
                ]
        return found

    def test_everybody_named_has_a_table(self):
        plan = self.with_tasks(self.plan())
        self.staff.employee_id.sudo().job_title = "Giáo viên"
        notice = self.draft(plan)
        person = f"{self.staff.employee_id.name}, Giáo viên"
        self.assertEqual(
            self.tables(notice),
            {
                person: [["1", "Phổ biến Luật", "Chủ trì", "Quý II/2026", "Biên bản"]],
                "Công đoàn": [["1", "Phổ biến Luật", "Phối hợp", "Quý II/2026", "Biên bản"]],
                "Kế toán": [["1", "Rà soát quy chế", "Chủ trì", "Chậm nhất ngày 15/3/2026", ""]],
            },
        )
        self.assertCountEqual(notice.recipient_ids.mapped("name"), [person, "Công đoàn", "Kế toán"])
        self.assertEqual(notice.kind_id.code, "TB")
        self.assertEqual(notice.state, "draft")
        self.assertEqual(
            notice.title, "Phân công nhiệm vụ thực hiện Kế hoạch thực hiện dân chủ ở cơ sở năm 2026"
        )

    def test_it_rests_on_the_plan_and_on_its_issued_paper_once_there_is_one(self):
        plan = self.with_tasks(self.plan(number="7"))
        self.assertFalse(self.draft(plan).basis_ids.revision_id)
        self.assertIn("Kế hoạch thực hiện dân chủ", self.draft(plan).basis_ids.text)
        self.issue(plan)
        notice = self.draft(plan)
        self.assertEqual(notice.basis_ids.revision_id, plan.revision_ids)
        self.assertIn("07/KH-HS", notice.basis_ids.text)

    def test_tasks_received_from_above_are_assigned_too(self):
        upper = self.upper_plan()
        task = upper.task_ids.filtered(lambda row: row.addressee_unit_id == self.school)
        task.with_user(self.officer).write(
            {"who_kind": "employee", "lead_employee_id": self.staff.employee_id.id}
        )
        lower = upper.addressee_ids.filtered(lambda row: row.unit_id == self.school).lower_plan_id
        tables = self.tables(self.draft(lower))
        (own,) = [rows for name, rows in tables.items() if name.startswith("staff")]
        self.assertEqual(own[0][1], "Làm điểm mô hình")

    def test_two_of_one_name_are_two(self):
        plan = self.plan()
        people = [self.make_employee("Trần Văn An", self.school) for _each in range(2)]
        plan.task_ids = [
            Command.create({"name": name, "who_kind": "employee", "lead_employee_id": person.id})
            for name, person in zip(("Một", "Hai"), people, strict=True)
        ]
        notice = self.draft(plan)
        self.assertEqual(len(notice.recipient_ids), 2)

    def test_what_a_user_types_is_text(self):
        plan = self.with_tasks(self.plan())
        plan.task_ids[0].name = HOSTILE
        notice = self.draft(plan)
        printed = [row[1] for rows in self.tables(notice).values() for row in rows]
        self.assertIn(HOSTILE, printed)
        self.issue(notice)
        self.assertEqual(notice.state, "issued")

    def test_without_tasks_there_is_nothing_to_assign(self):
        with self.assertRaisesRegex(UserError, "has no tasks"):
            self.draft(self.plan())


class TestProgressDownload(DanChuHttpCase):
    def test_the_excel_file_is_for_those_who_may_read_the_plan(self):
        plan = self.env["dan_chu.plan"].create(
            {
                "unit_id": self.school.id,
                "title": "Dân chủ ở cơ sở",
                "date_from": "2026-01-01",
                "date_to": "2026-12-31",
                "task_ids": [Command.create({"name": "Một"})],
            }
        )
        self.authenticate("officer", "officer")
        url = plan.with_user(self.officer).action_progress_excel()["url"]
        answer = self.url_open(url)
        self.assertEqual(answer.status_code, 200)
        self.assertRegex(answer.headers["Content-Disposition"], r"tien-do.*\.xlsx")
        page = openpyxl.load_workbook(io.BytesIO(answer.content)).active
        self.assertIn("Tiến độ thực hiện", [row[0].value for row in page.iter_rows()])
        self.authenticate("upper_officer", "upper_officer")
        self.assertEqual(self.url_open(url).status_code, 403)

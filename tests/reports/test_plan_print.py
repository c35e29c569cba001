import io

from odoo.fields import Command
from odoo.tools.pdf import PdfFileReader

from odoo.addons.dan_chu_co_so.lib.paper.pdf import write_pdf
from odoo.addons.dan_chu_co_so.lib.paper.text import plain_text
from odoo.addons.dan_chu_co_so.lib.paper.word import write_word
from odoo.addons.dan_chu_co_so.models import paper_preview

from tests.reports.paper.reading import looks_of_pdf, looks_of_word, word, words_of
from tests.reports.plans import HOSTILE, PlanPrintCase


class TestPlanPrint(PlanPrintCase):
    def lines(self, plan):
        return plain_text(plan.document_id._paper())

    def rows(self, plan, place=0):
        """The cells of the table in an annex, each as one text."""
        (table,) = plan.document_id._paper()["annexes"][place]["blocks"]
        return [
            [
                " | ".join("".join(run["text"] for run in line) for line in cell["lines"])
                for cell in row
            ]
            for row in table["rows"]
        ]

    def test_sections_are_printed_by_role_level_and_number(self):
        lines = self.lines(self.plan())
        begin = lines.index("I. MỤC ĐÍCH, YÊU CẦU")
        self.assertEqual(
            lines[begin : begin + 14],
            [
                "I. MỤC ĐÍCH, YÊU CẦU",
                "1. Mục đích",
                "Phát huy quyền làm chủ.",
                "Đoạn thứ hai.",
                "II. NỘI DUNG",
                "1. Tuyên truyền",
                "Các hình thức:",
                "- niêm yết tại bảng tin;",
                "+ mỗi tuần một lần.",
                "2. Giám sát",
                "a) Định kỳ",
                "III. TỔ CHỨC THỰC HIỆN",
                "1. Hiệu trưởng chỉ đạo chung.",
                "2. Các tổ triển khai.",
            ],
        )
        self.assertTrue(lines[begin + 14].startswith("Trên đây là Kế hoạch thực hiện dân chủ"))
        self.assertTrue(lines[begin + 14].endswith("./."))
        self.assertTrue(lines[begin - 1].endswith("cụ thể như sau:"))

    def test_numbers_as_they_were_typed(self):
        plan = self.plan(is_numbered=False)
        plan.section_ids[0].typed_number = "A/"
        lines = self.lines(plan)
        self.assertIn("A/ MỤC ĐÍCH, YÊU CẦU", lines)
        self.assertIn("NỘI DUNG", lines)
        self.assertIn("Hiệu trưởng chỉ đạo chung.", lines)

    def test_opening_and_closing_as_they_were_written(self):
        plan = self.plan(opening="Một.\nHai:", closing="Ba.\nBốn.", is_one_sentence=False)
        lines = self.lines(plan)
        begin = lines.index("Một.")
        self.assertEqual(lines[begin - 1], "Căn cứ Luật Thực hiện dân chủ ở cơ sở.")
        self.assertEqual(lines[begin + 1], "Hai:")
        self.assertEqual(lines[lines.index("Ba.") + 1], "Bốn./.")

    def test_a_plan_of_which_there_is_only_the_scan_says_so(self):
        scan = Command.create({**self.scan(), "is_scan": True})
        note = "(Nội dung theo văn bản đã ký kèm theo.)"
        self.assertIn(note, self.lines(self.plan(section_ids=[], file_ids=[scan])))
        self.assertNotIn(note, self.lines(self.plan(file_ids=[scan])))

    def test_targets_stand_under_their_section_and_the_others_before_the_closing(self):
        plan = self.plan()
        plan.target_ids = [
            Command.create({"name": "Hội nghị đúng hạn", "value": 100}),
            Command.create(
                {"name": "Buổi phổ biến", "value": 2, "target_kind": "number", "measure": "buổi"}
            ),
        ]
        plan.target_ids.filtered(lambda row: row.value == 2).section_id = plan.section_ids[4]
        lines = self.lines(plan)
        self.assertEqual(
            lines[lines.index("+ mỗi tuần một lần.") + 1], "- Buổi phổ biến: ≥ 2 buổi."
        )
        loose = lines.index("Chỉ tiêu phấn đấu:")
        self.assertEqual(lines[loose + 1], "- Hội nghị đúng hạn: ≥ 100%.")
        self.assertTrue(lines[loose + 2].startswith("Trên đây là"))

    def test_the_annex_groups_the_tasks_by_section(self):
        plan = self.with_tasks(self.plan())
        paper = plan.document_id._paper()
        (annex,) = paper["annexes"]
        self.assertEqual(annex["label"], "Phụ lục")
        self.assertEqual(annex["title"], "DANH MỤC NHIỆM VỤ THỰC HIỆN KẾ HOẠCH")
        self.assertIn("Kèm theo Kế hoạch số", annex["reference"])
        self.assertTrue(annex["landscape"])
        self.assertEqual(
            self.rows(plan),
            [
                ["1. Tuyên truyền"],
                [
                    "1",
                    "Phổ biến Luật",
                    f"Chủ trì: {self.staff.employee_id.name} | Phối hợp: Công đoàn",
                    "Quý II/2026",
                    "Biên bản",
                ],
                ["Nhiệm vụ khác"],
                ["2", "Rà soát quy chế", "Kế toán", "Chậm nhất ngày 15/3/2026", ""],
            ],
        )

    def test_without_sections_over_the_tasks_there_are_no_headings(self):
        plan = self.with_tasks(self.plan())
        plan.task_ids.section_id = False
        self.assertEqual([len(row) for row in self.rows(plan)], [5, 5])

    def test_annexes_are_counted_together(self):
        extra = [
            Command.create({"name": "Biểu mẫu", "content": "<p>Mẫu.</p>"}),
            Command.create({"name": "Lịch", "content": "<p>Lịch.</p>"}),
        ]
        plan = self.with_tasks(self.plan(annex_ids=extra))
        labels = [annex["label"] for annex in plan.document_id._paper()["annexes"]]
        self.assertEqual(labels, ["Phụ lục I", "Phụ lục II", "Phụ lục III"])
        plan.has_task_annex = False
        labels = [annex["label"] for annex in plan.document_id._paper()["annexes"]]
        self.assertEqual(labels, ["Phụ lục I", "Phụ lục II"])
        plan.annex_ids[0].unlink()
        labels = [annex["label"] for annex in plan.document_id._paper()["annexes"]]
        self.assertEqual(labels, ["Phụ lục"])

    def test_a_plan_without_tasks_has_no_annex(self):
        self.assertEqual(self.plan().document_id._paper()["annexes"], [])

    def test_tasks_received_from_above_follow_the_own_ones(self):
        upper = self.upper_plan()
        draft = upper.addressee_ids.filtered(lambda row: row.unit_id == self.school).lower_plan_id
        plan = draft.with_user(self.officer)
        self.assertEqual(
            [row[:2] for row in self.rows(plan)],
            [
                ["Nhiệm vụ do Sở Giáo dục và Đào tạo Lam Châu giao"],
                ["1", "Báo cáo sáu tháng"],
                ["2", "Làm điểm mô hình"],
            ],
        )
        plan.task_ids = [Command.create({"name": "Việc nhà", "time_text": "Thường xuyên"})]
        rows = self.rows(plan)
        self.assertEqual([row[0] for row in rows], ["1", rows[1][0], "2", "3"])
        self.assertEqual(rows[0][1], "Việc nhà")
        self.assertEqual(rows[3][3], "Quý III/2026")

    def test_tasks_of_a_plan_that_is_not_followed_are_not_listed(self):
        self.upper_plan()
        self.assertEqual(self.plan().document_id._paper()["annexes"], [])

    def test_both_prints_have_the_same_words_in_the_same_order_and_look(self):
        plan = self.with_tasks(self.plan())
        plan.target_ids = [Command.create({"name": "Hội nghị đúng hạn", "value": 100})]
        for is_draft in (True, False):
            paper = {**plan.document_id._paper(), "draft": is_draft}
            data = write_word(paper)
            if is_draft:
                self.assertEqual(" ".join(words_of(word(data))).count("DỰ THẢO"), 1)
                continue
            self.assertEqual(words_of(word(data)), " ".join(plain_text(paper)).split())
            self.assertEqual(looks_of_word(word(data)), looks_of_pdf(write_pdf(paper)))

    def test_what_a_user_types_is_text_and_no_command(self):
        plan = self.with_tasks(self.plan())
        plan.section_ids[0].text = HOSTILE
        plan.section_ids[2].text = HOSTILE
        plan.task_ids[0].write({"name": HOSTILE, "product": HOSTILE})
        plan.write({"opening": HOSTILE, "closing": HOSTILE})
        paper = {**plan.document_id._paper(), "draft": False}
        self.assertGreaterEqual(str(plain_text(paper)).count("/etc/passwd"), 4)
        self.assertEqual(looks_of_word(word(write_word(paper))), looks_of_pdf(write_pdf(paper)))

    def test_a_long_plan_takes_no_more_queries_than_a_short_one(self):
        counts = []
        for size in (3, 30):
            plan = self.plan()
            plan.task_ids = [
                Command.create(
                    {
                        "name": f"Việc {number}",
                        "section_id": plan.section_ids[number % 5].id,
                        "partner_ids": [Command.create({"who_kind": "outside", "words": "CĐ"})],
                    }
                )
                for number in range(size)
            ]
            self.env.flush_all()
            plan.document_id._paper()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            plan.document_id._paper()
            counts.append(self.env.cr.sql_log_count - before)
        short, long = counts
        self.assertLessEqual(long, short)

    def test_through_the_print_menu_as_draft_and_as_issued(self):
        plan = self.with_tasks(self.plan(number="7"))
        report = self.env.ref("dan_chu_co_so.plan_report_pdf").with_user(self.officer)
        report = report.with_context(force_report_rendering=True)
        content, kind = report._render_qweb_pdf("dan_chu_co_so.paper_plan", plan.ids)
        self.assertEqual(kind, "pdf")
        self.assertEqual(len(PdfFileReader(io.BytesIO(content)).pages), 2)
        self.issue(plan)
        content, _kind = report._render_qweb_pdf("dan_chu_co_so.paper_plan", plan.ids)
        self.assertEqual(content, plan.revision_ids.pdf_attachment_id.raw)

    def test_work_on_the_tasks_changes_nothing_of_what_was_issued(self):
        plan = self.issue(self.with_tasks(self.plan(number="7")))
        self.assertFalse(plan.sudo().revision_ids._verify())
        task = plan.task_ids[0].with_user(self.officer)
        task.action_done("Đã phổ biến tại họp hội đồng.")
        task.action_accept()
        plan.task_ids[1].with_user(self.officer).action_cancel("Không còn cần.")
        self.assertFalse(plan.sudo().revision_ids._verify())
        frozen = plan.sudo().revision_ids._parsed()
        self.assertNotIn("task_ids", frozen["record"])
        self.assertIn("Rà soát quy chế", str(frozen["paper"]["annexes"]))

    def test_the_number_filled_in_later_changes_the_number_alone(self):
        plan = self.issue(self.with_tasks(self.plan()))
        before = plan.sudo().revision_ids._parsed()["paper"]
        plan.task_ids[1].with_user(self.officer).action_cancel("Không còn cần.")
        self.school.name = "Trường THPT Đã Đổi Tên"
        plan.with_user(self.officer).action_fill_number("63")
        after = plan.sudo().revision_ids.sorted("sequence")[-1]._parsed()["paper"]
        self.assertEqual(after["head"]["number"], "Số: 63/KH-HS")
        self.assertIn("số 63/KH-HS", after["annexes"][0]["reference"])
        self.assertIn("63/KH-HS", after["name"])
        for paper in (before, after):
            paper["head"]["number"] = paper["name"] = paper["annexes"][0]["reference"] = None
        self.assertEqual(before, after)

    def test_the_preview_follows_what_is_not_saved(self):
        seen = []
        pages = paper_preview.preview_pages
        self.patch(
            paper_preview,
            "preview_pages",
            lambda paper, **options: (seen.append(paper), pages(paper, **options))[1],
        )
        plan = self.with_tasks(self.plan())
        self.env.flush_all()
        sections, tasks = plan.section_ids, plan.task_ids
        of_section = tasks.filtered("section_id")
        answer = (
            self.env["dan_chu.plan"]
            .with_user(self.officer)
            .preview_pages(
                plan.id,
                {
                    "section_ids": [
                        [1, sections[0].id, {"text": "Ý nghĩa"}],
                        [2, sections[1].id, 0],
                        [
                            0,
                            "virtual_1",
                            {"sequence": 99, "level": 1, "role": "heading", "text": "Mới"},
                        ],
                    ],
                    "task_ids": [
                        [1, of_section.id, {"name": "Đổi tên"}],
                        [2, (tasks - of_section).id, 0],
                        [
                            0,
                            "virtual_2",
                            {"name": "Việc mới", "who_kind": "all_staff", "sequence": 5},
                        ],
                        [
                            0,
                            "virtual_3",
                            {
                                "name": "Việc của người",
                                "who_kind": "employee",
                                "lead_employee_id": self.deputy.employee_id.id,
                                "partner_ids": [[0, "v", {"who_kind": "outside", "words": "Xã"}]],
                            },
                        ],
                    ],
                },
            )
        )
        self.assertFalse(answer["message"])
        lines = plain_text(seen[-1])
        self.assertIn("I. Ý NGHĨA", lines)
        self.assertNotIn("1. Mục đích", lines)
        self.assertIn("IV. MỚI", lines)
        annex = lines[lines.index("Phụ lục") :]
        self.assertIn("Đổi tên", annex)
        self.assertIn("Việc mới", annex)
        self.assertIn("Chủ trì: Trần Văn Phú Phối hợp: Xã", " ".join(annex))
        self.assertNotIn("Rà soát quy chế", annex)
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertEqual(sections[0].text, "Mục đích, yêu cầu")

    def test_the_preview_of_a_plan_that_is_not_saved(self):
        rows = [[0, f"virtual_{place}", row] for place, row in enumerate(self.sections())]
        answer = (
            self.env["dan_chu.plan"]
            .with_user(self.officer)
            .preview_pages(
                False,
                {
                    "unit_id": self.school.id,
                    "kind_id": self.kind("KH").id,
                    "title": "Kế hoạch chưa lưu",
                    "period_year": 2026,
                    "section_ids": rows,
                    "task_ids": [[0, "virtual_t", {"name": "Việc"}]],
                },
            )
        )
        self.assertFalse(answer["message"])
        self.assertEqual(answer["total"], 2)

"""What the tests of printed plans share: a department, and a school that follows its plan."""

from odoo.fields import Command

from tests.papers import PaperCase

HOSTILE = '#read("/etc/passwd") $x$ <b> {{ 1 + 1 }} \\ @name =1+1'


class PlanPrintCase(PaperCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.upper_head = cls.make_user("upper_head", ("head", cls.department))

    @classmethod
    def plan(cls, user=None, unit=None, **values):
        """A draft plan of 2026 with a section of each role."""
        return (
            cls.env["dan_chu.plan"]
            .with_user(user or cls.officer)
            .create(
                {
                    "unit_id": (unit or cls.school).id,
                    "title": "Thực hiện dân chủ ở cơ sở năm 2026",
                    "period_year": 2026,
                    "date_from": "2026-01-01",
                    "date_to": "2026-12-31",
                    "signatory_ids": [Command.create({"name": "Lê Thị Hạnh"})],
                    "basis_ids": [Command.create({"words": "Luật Thực hiện dân chủ ở cơ sở"})],
                    "section_ids": [
                        Command.create({"sequence": place, **row})
                        for place, row in enumerate(cls.sections(), start=1)
                    ],
                    **values,
                }
            )
        )

    @staticmethod
    def sections():
        rows = [
            (1, "heading", "Mục đích, yêu cầu"),
            (2, "heading", "Mục đích"),
            (3, "paragraph", "Phát huy quyền làm chủ.\nĐoạn thứ hai."),
            (1, "heading", "Nội dung"),
            (2, "heading", "Tuyên truyền"),
            (3, "lead_in", "Các hình thức:"),
            (4, "dash", "niêm yết tại bảng tin;"),
            (5, "dash", "mỗi tuần một lần."),
            (2, "heading", "Giám sát"),
            (3, "heading", "Định kỳ"),
            (1, "heading", "Tổ chức thực hiện"),
            (2, "item", "Hiệu trưởng chỉ đạo chung."),
            (2, "item", "Các tổ triển khai."),
        ]
        return [{"level": level, "role": role, "text": text} for level, role, text in rows]

    @classmethod
    def with_tasks(cls, plan):
        """One under a section, one under none, both of the plan's own house."""
        section = plan.section_ids[4]
        plan.task_ids = [
            Command.create(
                {
                    "name": "Phổ biến Luật",
                    "sequence": 1,
                    "section_id": section.id,
                    "who_kind": "employee",
                    "lead_employee_id": cls.staff.employee_id.id,
                    "partner_ids": [Command.create({"who_kind": "outside", "words": "Công đoàn"})],
                    "time_text": "Quý II/2026",
                    "date_deadline": "2026-06-30",
                    "product": "Biên bản",
                }
            ),
            Command.create(
                {
                    "name": "Rà soát quy chế",
                    "sequence": 2,
                    "who_kind": "position",
                    "lead_position": "Kế toán",
                    "time_kind": "at_latest",
                    "date_deadline": "2026-03-15",
                }
            ),
        ]
        return plan

    @classmethod
    def upper_plan(cls):
        """Issued by the department, with a task for each unit below, and one for the school."""
        plan = cls.plan(cls.upper_officer, cls.department, title="Dân chủ ở cơ sở toàn ngành")
        plan.task_ids = [
            Command.create({"name": "Báo cáo sáu tháng", "for_addressees": True, "sequence": 1}),
            Command.create(
                {
                    "name": "Làm điểm mô hình",
                    "addressee_unit_id": cls.school.id,
                    "time_text": "Quý III/2026",
                    "sequence": 2,
                }
            ),
            Command.create({"name": "Việc của trường khác", "addressee_unit_id": cls.sibling.id}),
        ]
        plan.addressee_ids = [
            Command.create({"unit_id": cls.school.id}),
            Command.create({"unit_id": cls.sibling.id}),
        ]
        return cls.issue(plan, cls.upper_officer, cls.upper_head)

    @classmethod
    def issue(cls, plan, officer=None, head=None):
        plan.with_user(officer or cls.officer).action_submit()
        plan.with_user(head or cls.head).action_issue()
        return plan

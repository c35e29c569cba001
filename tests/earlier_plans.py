"""What the tests of beginning and pasting share: a plan of 2026 with a row of each sort."""

from odoo.fields import Command

from tests.papers import PaperCase


class EarlierPlanCase(PaperCase):
    @classmethod
    def plan(cls, user=None, unit=None, **values):
        """A plan of 2026 with two headed sections, a target and two tasks."""
        plan = (
            cls.env["dan_chu.plan"]
            .with_user(user or cls.officer)
            .create(
                {
                    "unit_id": (unit or cls.school).id,
                    "title": "Thực hiện dân chủ ở cơ sở năm 2026",
                    "period_year": 2026,
                    "date_from": "2026-01-01",
                    "date_to": "2026-12-31",
                    "purpose_ids": [
                        Command.set(cls.env.ref("dan_chu_co_so.plan_purpose_democracy").ids)
                    ],
                    "signatory_ids": [Command.create({"name": "Lê Thị Hạnh"})],
                    "basis_ids": [Command.create({"words": "tình hình thực tế của đơn vị"})],
                    "section_ids": [
                        Command.create(
                            {"sequence": 1, "level": 1, "role": "heading", "text": "MỤC ĐÍCH"}
                        ),
                        Command.create(
                            {"sequence": 2, "level": 1, "role": "heading", "text": "NỘI DUNG"}
                        ),
                        Command.create(
                            {
                                "sequence": 3,
                                "level": 2,
                                "role": "dash",
                                "text": "Theo Kế hoạch 25/KH-UBND ngày 02/02/2026; xong năm 2026.",
                            }
                        ),
                    ],
                    **values,
                }
            )
        )
        content, person = plan.section_ids[1], user or cls.staff
        plan.target_ids = [
            Command.create(
                {
                    "name": "Công khai đúng hạn năm 2026",
                    "section_id": content.id,
                    "value": 100,
                    "baseline_name": "năm 2025",
                    "date_due": "2026-11-30",
                }
            )
        ]
        cls.env["dan_chu.task"].with_user(user or cls.officer).create(
            [
                {
                    "plan_id": plan.id,
                    "sequence": 1,
                    "name": "Hội nghị năm 2026",
                    "section_id": content.id,
                    "time_kind": "quarter",
                    "time_text": "Quý III/2026",
                    "date_start": "2026-07-01",
                    "date_deadline": "2026-09-30",
                    "partner_ids": [Command.create({"who_kind": "position", "words": "Kế toán"})],
                },
                {
                    "plan_id": plan.id,
                    "sequence": 2,
                    "name": "Báo cáo",
                    "time_kind": "before",
                    "time_text": "Trước ngày 15/12",
                    "date_deadline": "2026-12-14",
                    "who_kind": "employee",
                    "lead_employee_id": person.employee_id.id,
                },
            ]
        )
        return plan

    @classmethod
    def issue(cls, plan, officer=None, head=None):
        plan.with_user(officer or cls.officer).action_submit()
        plan.with_user(head or cls.head).action_issue()
        return plan

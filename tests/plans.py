"""What the tests of plans share: a department that sends its plan to two schools and a third.

The sibling stands below the department as the school does; the school of the ward is only looked
after by it for the profession.
"""

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.papers import PaperCase


class PlanCase(PaperCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.upper_head = cls.make_user("upper_head", ("head", cls.department))
        cls.department.write(
            {
                "head_id": cls.upper_head.employee_id.id,
                "head_title": "Giám đốc",
                "place": "Lam Châu",
            }
        )
        cls.sibling_officer = cls.make_user("sibling_officer", ("officer", cls.sibling))
        cls.ward_officer = cls.make_user("ward_officer", ("officer", cls.ward_school))
        cls.democracy = cls.env.ref("dan_chu_co_so.plan_purpose_democracy")
        cls.kind_of_ask = cls.env.ref("dan_chu_co_so.activity_own_plan")
        cls.schools = cls.school | cls.sibling | cls.ward_school

    @classmethod
    def plan(cls, unit=None, *, user=None, tasks=(), below=(), **values):
        """A draft for this year of the department, by its officer, unless said otherwise."""
        unit = unit or cls.department
        owner = cls.officer if unit == cls.school else cls.upper_officer
        plans = cls.env["dan_chu.plan"].with_user(user or owner)
        year = values.get("period_year", cls.year)
        plan = plans.with_context(mail_create_nolog=True).create(
            {
                "unit_id": unit.id,
                "title": "Thực hiện dân chủ ở cơ sở",
                "period_year": year,
                "date_from": f"{year}-01-01",
                "date_to": f"{year}-12-31",
                "section_ids": [
                    Command.create({"sequence": place, **row})
                    for place, row in enumerate(OUTLINE, start=1)
                ],
                "addressee_ids": [Command.create({"unit_id": other.id}) for other in below],
                **values,
            }
        )
        cls.task(plan, *tasks)
        return plan

    @classmethod
    def task(cls, plan, *rows):
        """Tasks of the plan, one a dict of values."""
        return (
            cls.env["dan_chu.task"]
            .with_user(plan.env.user)
            .create(
                [
                    {"name": f"Việc số {n}", "plan_id": plan.id, **row}
                    for n, row in enumerate(rows, 1)
                ]
            )
        )

    @classmethod
    def issue(cls, plan):
        """By the buttons, in the system."""
        head = cls.head if plan.unit_id == cls.school else cls.upper_head
        plan.action_submit()
        plan.with_user(head).action_issue()
        return plan

    @classmethod
    def on_paper(cls, plan, **values):
        plan.action_record_paper_issue({"date": today(), **values})
        return plan

    @classmethod
    def row(cls, plan, unit):
        """Of the table of the units below."""
        return plan.addressee_ids.sudo().filtered(lambda row: row.unit_id == unit)

    def states(self, plan):
        self.env.invalidate_all()
        return [self.row(plan, unit).state for unit in self.schools]


OUTLINE = (
    {"level": 1, "role": "heading", "text": "MỤC ĐÍCH"},
    {"level": 2, "role": "dash", "text": "Phát huy quyền làm chủ."},
    {"level": 1, "role": "heading", "text": "NỘI DUNG", "goes_down": True},
    {"level": 2, "role": "heading", "text": "Công khai"},
    {"level": 3, "role": "dash", "text": "Công khai tài chính."},
    {"level": 2, "role": "heading", "text": "Hội nghị"},
    {"level": 1, "role": "heading", "text": "TỔ CHỨC THỰC HIỆN"},
    {"level": 2, "role": "paragraph", "text": "Các đơn vị báo cáo.", "goes_down": True},
)

import json
from random import Random

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.outline import ROLES, Row, block, demote, numbers, promote

from tests.common import DanChuHttpCase

COMPARE = """
const { numbers, blockEnd, shifted } = odoo.loader.modules.get("@dan_chu_co_so/sections/outline");
const same = (left, right, what) => {
    if (JSON.stringify(left) !== JSON.stringify(right)) {
        throw new Error(`${what}: ${JSON.stringify(left)} is not ${JSON.stringify(right)}`);
    }
};
for (const { rows, printed, ends, demoted, promoted } of %s) {
    same(numbers(rows), printed, "numbers of " + JSON.stringify(rows));
    rows.forEach((row, index) => {
        same(blockEnd(rows, index), ends[index], "end of a block");
        same(shifted(rows, index, 1), demoted[index], "levels demoted");
        same(shifted(rows, index, -1), promoted[index], "levels promoted");
    });
}
console.log("test successful");
"""


class TestPlanTours(DanChuHttpCase):
    browser_size = "1366x768"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.upper_head = cls.make_user("upper_head", ("head", cls.department))
        for unit, head in ((cls.department, cls.upper_head), (cls.school, cls.head)):
            unit.write(
                {"head_id": head.employee_id.id, "head_title": "Thủ trưởng", "place": "Lam Châu"}
            )

    def upper_plan(self, **values):
        plan = (
            self.env["dan_chu.plan"]
            .with_user(self.upper_officer)
            .create(
                {
                    "unit_id": self.department.id,
                    "title": "Thực hiện dân chủ ở cơ sở năm 2026",
                    "section_ids": [
                        Command.create(
                            {"sequence": place, "level": level, "role": "heading", **row}
                        )
                        for place, (level, row) in enumerate(
                            [
                                (1, {"text": "NHIỆM VỤ", "goes_down": True}),
                                (2, {"text": "Công khai"}),
                                (1, {"text": "KINH PHÍ"}),
                            ]
                        )
                    ],
                    "addressee_ids": [Command.create({"unit_id": self.school.id, **values})],
                }
            )
        )
        plan.action_submit()
        plan.with_user(self.upper_head).action_issue()
        return plan.with_env(self.env)

    def test_an_officer_writes_a_plan_for_the_units_below(self):
        self.start_tour("/odoo/dan-chu-plans", "dan_chu_write_a_plan", login="upper_officer")
        plan = self.env["dan_chu.plan"].search([("unit_id", "=", self.department.id)])
        self.assertEqual((plan.state, plan.symbol), ("submitted", "KH-SGDĐT"))
        self.assertEqual(plan.purpose_ids.mapped("code"), ["democracy"])
        self.assertEqual(
            [
                (row.number, row.level, row.text)
                for row in plan.section_ids.sorted(lambda row: row.sequence)
            ],
            [
                ("I.", 1, "TỔ CHỨC THỰC HIỆN"),
                ("II.", 1, "MỤC ĐÍCH, YÊU CẦU"),
                ("1.", 2, "Mục đích"),
                ("a)", 3, "Yêu cầu"),
            ],
        )
        self.assertEqual(
            plan.task_ids.mapped("date_deadline"),
            [self.env["dan_chu.task"]._fields["date_deadline"].to_date("2026-06-05")],
        )
        self.assertEqual(plan.addressee_ids.unit_id, self.school | self.sibling | self.ward_school)
        self.start_tour("/odoo/dan-chu-plans", "dan_chu_issue_a_plan", login="upper_head")
        self.assertEqual((plan.state, plan.approved_by_id), ("issued", self.upper_head))
        self.assertEqual(set(plan.addressee_ids.mapped("state")), {"draft"})

    def test_a_school_begins_its_own_plan(self):
        upper = self.upper_plan(must_plan=False)
        asked = upper.addressee_ids
        self.assertFalse(asked.lower_plan_id)
        self.start_tour("/odoo/dan-chu-plans-asked", "dan_chu_begin_own_plan", login="officer")
        own = asked.lower_plan_id
        self.assertEqual((own.unit_id, own.state), (self.school, "submitted"))
        self.assertEqual(
            own.section_ids.sorted(lambda row: row.sequence).mapped("text"),
            ["NHIỆM VỤ", "Công khai trên bảng tin của trường", "Đối thoại với phụ huynh"],
        )
        self.assertEqual(own.upper_plan_ids, upper)
        self.assertEqual(asked.state, "draft")
        self.start_tour("/odoo/dan-chu-plans", "dan_chu_issue_a_plan", login="head")
        self.assertEqual((own.state, asked.state), ("issued", "issued"))
        opened = self.as_user(asked, self.upper_officer).action_open_lower_pdf()
        self.assertEqual(opened, own.revision_ids.action_open_pdf())

    def test_a_task_is_for_somebody_of_the_house(self):
        within = self.make_employee("Hoàng Mốc Trong", self.group)
        self.make_employee("Hoàng Mốc Ngoài", self.sibling)
        plan = self.make_plan(self.school)
        plan.task_ids = [Command.create({"name": "Trồng cây", "who_kind": "employee"})]
        plan.task_ids[1:].unlink()
        self.start_tour(
            f"/odoo/dan-chu-plans/{plan.id}", "dan_chu_who_may_be_asked", login="officer"
        )
        self.assertEqual(plan.task_ids.lead_employee_id, within)

    def test_the_screen_numbers_and_moves_as_the_print(self):
        random = Random(7)
        cases = []
        for _ in range(150):
            rows = [
                Row(random.randint(1, 6), random.choice(ROLES), "", random.choice([None, "1."]))
                for _ in range(random.randint(1, 40))
            ]
            levels = [[rows[place].level for place in block(rows, i)] for i in range(len(rows))]
            moved = [
                [move(rows, i) if move(rows, i) != levels[i] else [] for i in range(len(rows))]
                for move in (demote, promote)
            ]
            cases.append(
                {
                    "rows": [
                        {"level": row.level, "role": row.role, "typed": row.typed} for row in rows
                    ],
                    "printed": numbers(rows),
                    "ends": [block(rows, i).stop for i in range(len(rows))],
                    "demoted": moved[0],
                    "promoted": moved[1],
                }
            )
        self.browser_js(
            "/odoo", COMPARE % json.dumps(cases), "odoo.isReady === true", login="officer"
        )

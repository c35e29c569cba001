import psycopg2

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tools import mute_logger

from tests.plans import PlanCase


class TestPlanSection(PlanCase):
    def _numbers(self, plan):
        self.env.invalidate_all()
        return plan.section_ids._in_order().mapped("number")

    def test_numbers_are_kept_by_the_system(self):
        plan = self.plan()
        self.assertEqual(self._numbers(plan), ["I.", "-", "II.", "1.", "-", "2.", "III.", ""])

    def test_a_row_that_moves_is_numbered_where_it_stands(self):
        plan = self.plan()
        sections = plan.section_ids._in_order()
        # “Hội nghị” before “Công khai”.
        sections[5].sequence, sections[3].sequence, sections[4].sequence = 4, 5, 6
        texts = plan.section_ids._in_order().mapped("text")
        self.assertEqual(texts[3:5], ["Hội nghị", "Công khai"])
        self.assertEqual(self._numbers(plan), ["I.", "-", "II.", "1.", "2.", "-", "III.", ""])

    def test_a_row_that_goes_is_counted_no_more(self):
        plan = self.plan()
        plan.section_ids._in_order()[0].unlink()
        plan.section_ids._settle()
        self.assertEqual(self._numbers(plan)[1], "I.")

    def test_as_typed(self):
        plan = self.plan(is_numbered=False)
        plan.section_ids._in_order()[0].typed_number = "A/"
        self.assertEqual(self._numbers(plan), ["A/", *[""] * 7])
        plan.is_numbered = True
        self.assertEqual(self._numbers(plan)[0], "I.")

    def test_no_row_stands_two_levels_below_the_one_above(self):
        plan = self.plan()
        plan.section_ids._in_order()[1].level = 5
        plan.section_ids._settle()
        self.assertEqual(plan.section_ids._in_order()[1].level, 2)
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.CheckViolation),
            self.env.cr.savepoint(),
        ):
            plan.section_ids[0].level = 10

    def test_a_hundred_and_fifty_are_numbered_at_once(self):
        few, many = self.plan(), self.plan()
        many.section_ids = [
            Command.create(
                {"sequence": 10 + n, "level": 1 + n % 3, "role": "item", "text": f"Mục {n}"}
            )
            for n in range(150)
        ]
        costs = []
        for plan in (few, few, many):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            plan.section_ids.mapped("number")
            costs.append(self.env.cr.sql_log_count - before)
        self.assertEqual(costs[2], costs[1])

    def test_issued_they_rest(self):
        plan = self.issue(self.plan())
        sections = plan.section_ids
        for values in ({"text": "khác"}, {"level": 2}, {"sequence": 99}, {"goes_down": True}):
            with self.subTest(values), self.assertRaisesRegex(UserError, "is issued and does not"):
                sections[1].write(values)
        with self.assertRaisesRegex(UserError, "is issued and does not"):
            sections[0].unlink()
        with self.assertRaisesRegex(UserError, "is issued and does not"):
            sections.create({"plan_id": plan.id, "text": "Mục thêm"})
        with self.assertRaisesRegex(UserError, "is issued and does not"):
            plan.section_ids = [Command.create({"text": "Mục thêm"})]
        with self.assertRaisesRegex(UserError, "stays in its plan"):
            self.plan().section_ids[0].plan_id = plan
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaisesRegex(psycopg2.errors.RestrictViolation, "dan_chu_plan_section"),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute(
                "UPDATE dan_chu_plan_section SET text = 'khác' WHERE id = %s", [sections[0].id]
            )

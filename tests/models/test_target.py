import psycopg2

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import Form
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.plans import PlanCase

RATIO = {"name": "Viên chức dự hội nghị", "value": 95, "measure": "%"}


class TestTarget(PlanCase):
    def _issued(self, *rows):
        plan = self.plan(self.school, target_ids=[Command.create(row) for row in rows])
        return self.issue(plan).target_ids

    def test_what_is_wanted_in_words(self):
        rows = (
            RATIO,
            {"name": "Xếp loại", "target_kind": "rating", "rating": "Tốt"},
            {
                "name": "Số ý kiến",
                "target_kind": "relative",
                "value": 5,
                "measure": "%",
                "baseline": 100,
                "baseline_name": "năm 2025",
            },
        )
        plan = self.plan(target_ids=[Command.create(row) for row in rows])
        shown = plan.target_ids.mapped("shown")
        self.assertIn("95", shown[0])
        self.assertIn("Tốt", shown[1])
        self.assertIn("năm 2025", shown[2])

    def test_unknown_until_its_day_is_written(self):
        target = self._issued(RATIO)
        self.assertEqual(target.met, "unknown")
        target.write({"result": 96, "result_on": today()})
        self.assertEqual(target.met, "yes")
        target.write({"result": 94.9})
        self.assertEqual(target.met, "no")
        target.write({"result_on": False})
        self.assertEqual(target.met, "unknown")

    def test_a_result_that_is_typed_is_known_today(self):
        target = self._issued(RATIO)
        with Form(target) as form:
            self.assertFalse(form.result_on)
            form.result = 96
        self.assertEqual((target.result_on, target.met), (today(), "yes"))

    def test_each_kind_has_a_result_of_its_own(self):
        rating, asked, grown = self._issued(
            {"name": "Xếp loại", "target_kind": "rating", "rating": "Tốt"},
            {"name": "Có quy chế", "target_kind": "yes_no"},
            {"name": "Ý kiến", "target_kind": "relative", "value": 5, "baseline": 100},
        )
        rating.write({"result_rating": "Xuất sắc", "result_on": today()})
        asked.write({"is_result_yes": True, "result_on": today()})
        grown.write({"result": 104, "result_on": today()})
        self.assertEqual((rating.met, asked.met, grown.met), ("yes", "yes", "no"))

    def test_issued_the_wish_rests_and_the_result_comes(self):
        target = self._issued(RATIO)
        for values in ({"value": 50}, {"name": "khác"}, {"result": 99, "value": 50}):
            with self.subTest(values), self.assertRaisesRegex(UserError, "is issued and does not"):
                target.write(values)
        with self.assertRaisesRegex(UserError, "is issued and does not"):
            target.unlink()
        target.write({"result": 97, "result_on": today(), "result_note": "biên bản"})
        self.assertEqual((target.value, target.result), (95, 97))
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaisesRegex(psycopg2.errors.RestrictViolation, "dan_chu_target"),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute("UPDATE dan_chu_target SET value = 1 WHERE id = %s", [target.id])

    def test_through_the_form_of_the_plan_too(self):
        target = self._issued(RATIO)
        target.plan_id.target_ids = [
            Command.update(target.id, {"result": 95, "result_on": today()})
        ]
        self.assertEqual(target.met, "yes")
        self.assertEqual((target.plan_id.target_met, target.plan_id.target_total), (1, 1))

    def test_the_print_knows_nothing_of_results(self):
        target = self._issued(RATIO)
        target.write({"result": 97, "result_on": today()})
        self.assertFalse(target.plan_id.revision_ids._verify())

    def test_not_by_staff_and_not_from_above(self):
        target = self._issued(RATIO)
        for user in (self.staff, self.upper_officer, self.sibling_officer):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.as_user(target, user).write({"result": 99, "result_on": today()})

    def test_of_a_plan_out_of_force_nothing_comes(self):
        target = self._issued(RATIO)
        target.plan_id.with_user(self.head).action_withdraw("Ban hành nhầm.")
        with self.assertRaisesRegex(UserError, "no longer in force"):
            self.as_user(target, self.officer).write({"result": 99, "result_on": today()})

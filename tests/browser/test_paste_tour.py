from tests.common import DanChuHttpCase


class TestPasteTour(DanChuHttpCase):
    browser_size = "1366x768"

    def test_an_officer_begins_from_a_template_and_pastes_from_word_and_excel(self):
        self.start_tour(
            "/odoo/action-dan_chu_co_so.plan_action",
            "dan_chu_paste_into_a_plan",
            login=self.officer.login,
        )
        plan = self.env["dan_chu.plan"].search([("unit_id", "=", self.school.id)])
        pasted = plan.section_ids.filtered(lambda row: row.text == "Báo cáo năm")
        self.assertEqual(pasted.typed_number, "1.")
        self.assertIn("Họp tổng kết", plan.task_ids.mapped("name"))
        self.assertNotIn("Việc sai ngày", plan.task_ids.mapped("name"))

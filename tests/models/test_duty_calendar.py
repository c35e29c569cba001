from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import freeze_time

from tests.duties import DutyCase


class TestDutyCalendar(DutyCase):
    def _off(self, user, unit, code, reason="Không tổ chức Ban Thanh tra nhân dân"):
        return (
            self.env["dan_chu.duty.off"]
            .with_user(user)
            .create({"unit_id": unit.id, "duty_id": self._duty(code).id, "reason": reason})
        )

    def _line(self, user, unit, code):
        self.env.invalidate_all()
        return (
            self.env["dan_chu.duty.line"]
            .with_user(user)
            .search([("unit_id", "=", unit.id), ("duty_id", "=", self._duty(code).id)])
        )

    def test_switched_off_is_cancelled_with_the_reason(self):
        self._make(self.school)
        quarters = self._made(self.school, "inspectorate.report_quarter")
        done = quarters.child_ids.sorted("date_deadline")[0].with_user(self.officer)
        done.action_done("Đã báo cáo")
        self._off(self.officer, self.school, "inspectorate.report_quarter", "Gộp báo cáo 06 tháng")
        self.assertEqual(quarters.state, "cancelled")
        self.assertEqual(
            quarters.child_ids.sorted("date_deadline").mapped("state"),
            ["done", "cancelled", "cancelled", "cancelled"],
        )
        self.assertEqual(quarters.step_ids[-1].text, "Gộp báo cáo 06 tháng")
        self.assertEqual(quarters.step_ids[-1].user_id, self.officer)
        self.assertEqual(self._make(self.school), 0)

    def test_switched_on_again_they_come_back_once(self):
        self._make(self.school)
        reception = self._made(self.school, "citizen_reception")
        off = self._off(self.head, self.school, "citizen_reception")
        with freeze_time("2026-11-15 03:00:00"):
            off.unlink()
        self.assertEqual(self._made(self.school, "citizen_reception"), reception)
        self.assertEqual(reception.state, "todo")
        states = reception.child_ids.sorted("date_deadline").mapped("state")
        self.assertEqual(states, ["cancelled"] * 2 + ["todo"] * 10)

    def test_what_was_late_before_is_late_again(self):
        self._make(self.school)
        reception = self._made(self.school, "citizen_reception").child_ids
        with freeze_time("2026-10-05 03:00:00"):
            self._off(self.officer, self.school, "citizen_reception").unlink()
        self.assertEqual(set(reception.mapped("state")), {"todo"})

    def test_switched_off_before_the_year_begins(self):
        off = self._off(self.officer, self.school, "inspectorate.programme")
        self.assertEqual(self._make(self.school), 9)
        off.unlink()
        self.assertEqual(len(self._made(self.school, "inspectorate.programme")), 1)

    def test_who_switches(self):
        for user in (self.staff, self.representative, self.upper_officer, self.supervisor):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self._off(user, self.school, "conference")
        off = self._off(self.head, self.school, "conference")
        self.assertFalse(off.with_user(self.staff).has_access("read"))
        with self.assertRaises(AccessError), self.env.cr.savepoint():
            off.with_user(self.upper_officer).unlink()
        with self.assertRaises(AccessError), self.env.cr.savepoint():
            self._off(self.two_roles, self.sibling, "conference")

    def test_a_switch_is_of_an_institution_has_a_reason_and_stays_where_it_is(self):
        with self.assertRaisesRegex(ValidationError, "Hoa Sen"), self.env.cr.savepoint():
            self._off(self.officer, self.group, "conference")
        with self.assertRaisesRegex(ValidationError, "why"), self.env.cr.savepoint():
            self._off(self.officer, self.school, "conference", " ")
        off = self._off(self.officer, self.school, "conference")
        with self.assertRaises(UserError), self.env.cr.savepoint():
            off.duty_id = self._duty("regulation")
        with self.assertRaises(UserError), self.env.cr.savepoint():
            off.since = "2020-01-01"
        off.reason = "Đã sáp nhập"

    def test_the_calendar_shows_what_is_on_and_off(self):
        line = self._line(self.officer, self.school, "conference")
        self.assertEqual(line.status, "waiting")
        line.action_make()
        line = self._line(self.officer, self.school, "conference")
        self.assertEqual((line.status, line.work_year), ("on", 2026))
        self.assertEqual(line.date_deadline, date(2026, 11, 30))
        context = line.action_switch_off()["context"]
        self.env["dan_chu.duty.off"].with_user(self.officer).with_context(context).create(
            {"reason": "Không áp dụng"}
        )
        line = self._line(self.officer, self.school, "conference")
        self.assertEqual((line.status, line.reason, line.is_off), ("off", "Không áp dụng", True))
        line.action_switch_on()
        self.assertEqual(self._line(self.officer, self.school, "conference").status, "on")
        reception = self._line(self.upper_officer, self.department, "citizen_reception")
        self.assertEqual(reception.status, "not_owed")

    def test_the_calendar_shows_the_next_time_of_what_recurs(self):
        self._make(self.school)
        quarters = self._made(self.school, "inspectorate.report_quarter").child_ids
        line = self._line(self.officer, self.school, "inspectorate.report_quarter")
        self.assertEqual(line.date_deadline, date(2026, 9, 30))
        first = quarters.sorted("date_deadline")[0].with_user(self.officer)
        first.action_done("Đã báo cáo")
        line = self._line(self.officer, self.school, "inspectorate.report_quarter")
        self.assertEqual(line.date_deadline, date(2026, 12, 31))

    def test_the_calendar_says_why_something_is_not_owed(self):
        for number in range(7):
            self.make_employee(f"Nhân viên {number}", self.ward)
        officer = self.make_user("ward_officer")
        self.assign(officer, "officer", self.ward)
        line = self._line(officer, self.ward, "inspectorate.programme")
        self.assertEqual(line.status, "not_owed")
        self.assertRegex(line.why, "^7 people on record: ≤ 7 người .Điều 60 khoản 1")
        line = self._line(officer, self.ward, "citizen_reception")
        self.assertEqual((line.status, line.citation), ("not_owed", False))
        self.assertIn("other units", line.why)

    def test_the_calendar_is_that_of_the_own_institutions(self):
        lines = self.env["dan_chu.duty.line"]
        self.assertEqual(lines.with_user(self.officer).search([]).unit_id, self.school)
        self.assertEqual(lines.with_user(self.two_roles).search([]).unit_id, self.school)
        for user in (self.staff, self.no_role, self.manager):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                lines.with_user(user).search([])

    def test_the_button_makes_those_of_the_own_institutions(self):
        lines = self.env["dan_chu.duty.line"]
        lines.with_user(self.officer).action_make()
        self.assertTrue(self._made(self.school))
        self.assertFalse(self._made(self.sibling) | self._made(self.department))
        for user in (self.staff, self.no_role):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                lines.with_user(user).action_make()
        sibling = self._line(self.upper_officer, self.department, "conference").sudo()
        with self.assertRaises(AccessError), self.env.cr.savepoint():
            sibling.with_user(self.officer).action_make()

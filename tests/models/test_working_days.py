from datetime import date

from odoo.exceptions import UserError

from tests.common import DanChuCase


class TestWorkingDays(DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.calendar = cls.env["resource.calendar"].create({"name": "Lịch Trường Hoa Sen"})
        cls.school.resource_calendar_id = cls.calendar

    def _leave(self, start, end, **values):
        return self.env["resource.calendar.leaves"].create(
            {
                "name": "Bão",
                "calendar_id": self.calendar.id,
                "date_from": start,
                "date_to": end,
                **values,
            }
        )

    def test_a_day_off_is_that_of_viet_nam(self):
        self._leave("2024-09-09 01:00:00", "2024-09-09 10:00:00")
        self._leave("2024-09-11 17:00:00", "2024-09-12 05:00:00")
        calendar = self.school._working_calendar()
        self.assertEqual(calendar.days_off, {date(2024, 9, 9)})
        self.assertFalse(calendar.is_worked(date(2024, 9, 9)))
        self.assertTrue(calendar.is_worked(date(2024, 9, 10)))

    def test_a_saturday_worked_in_exchange(self):
        self._leave("2024-09-13 17:00:00", "2024-09-14 16:59:59", dan_chu_is_worked=True)
        self.assertTrue(self.school._working_calendar().is_worked(date(2024, 9, 14)))
        self.assertFalse(self.sibling._working_calendar().is_worked(date(2024, 9, 14)))

    def test_the_leave_of_one_person_closes_no_school(self):
        resource = self.env["resource.resource"].create({"name": "Một người"})
        self._leave("2024-09-08 17:00:00", "2024-09-09 16:59:59", resource_id=resource.id)
        self.assertFalse(self.school._working_calendar().days_off)

    def test_inner_parts_follow_the_calendar_of_their_institution(self):
        self._leave("2024-09-08 17:00:00", "2024-09-09 16:59:59")
        self.assertEqual(self.subgroup._working_calendar().days_off, {date(2024, 9, 9)})

    def test_a_unit_starts_with_the_calendar_of_its_company(self):
        company = self.env["res.company"].create({"name": "Công ty thử"})
        unit = self.make_unit("Trường thử", "primary_school", company_id=company.id)
        self.assertEqual(unit.resource_calendar_id, company.resource_calendar_id)
        leave = self._leave("2024-09-08 17:00:00", "2024-09-09 16:59:59", calendar_id=False)
        leave.company_id = company
        self.assertEqual(unit._working_calendar().days_off, {date(2024, 9, 9)})
        self.assertFalse(self.school._working_calendar().days_off)

    def test_a_term_of_the_law_ends_on_a_working_day_of_the_unit(self):
        self._leave("2024-09-08 17:00:00", "2024-09-09 16:59:59")
        due, answer = self.department._due_date("disclosure.deadline", date(2024, 9, 4))
        self.assertEqual((due, answer.display), (date(2024, 9, 11), "05 ngày làm việc"))
        due, answer = self.school._due_date("disclosure.deadline", date(2024, 9, 4))
        self.assertEqual((due, answer.display), (date(2024, 9, 10), "03 ngày làm việc"))

    def test_notice_of_an_inspection(self):
        latest, answer = self.school._latest_date_before("inspectorate.notice", date(2024, 5, 6))
        self.assertEqual(latest, date(2024, 4, 25))
        self.assertEqual(answer.citation, "Điều 22 khoản 1 điểm b Nghị định số 59/2023/NĐ-CP")

    def test_the_way_of_counting_is_data(self):
        start = date(2024, 3, 1)
        self.assertEqual(self.school._due_date("inspectorate.reply", start)[0], date(2024, 3, 18))
        self.env.ref("dan_chu_co_so.rule_counting_last_day_off_moves_on").value = "no"
        self.assertEqual(self.school._due_date("inspectorate.reply", start)[0], date(2024, 3, 16))
        self.env.ref("dan_chu_co_so.rule_counting_first_day_counts").value = "yes"
        self.assertEqual(self.school._due_date("inspectorate.reply", start)[0], date(2024, 3, 15))
        self.env.ref("dan_chu_co_so.rule_counting_first_day_counts").unlink()
        with self.assertRaisesRegex(UserError, "counting.first_day_counts"):
            self.school._due_date("inspectorate.reply", start)

    def test_calendars_of_many_units_cost_the_same(self):
        counts = []
        for size in (5, 60):
            units = self.env["dan_chu.unit"].create(
                [
                    {
                        "name": f"Trường {size}.{n}",
                        "kind_id": self.school.kind_id.id,
                        "resource_calendar_id": self.env["resource.calendar"]
                        .create({"name": f"Lịch {n}"})
                        .id,
                    }
                    for n in range(size)
                ]
            )
            self._leave("2024-09-08 17:00:00", "2024-09-09 16:59:59")
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.assertEqual(len(units._working_calendars()), size)
            counts.append(self.env.cr.sql_log_count - before)
        self.assertEqual(*counts)

    def test_staff_learn_the_days_without_reading_leaves(self):
        self._leave("2024-09-08 17:00:00", "2024-09-09 16:59:59")
        unit = self.as_user(self.school, self.no_role)
        self.assertEqual(unit._working_calendar().days_off, {date(2024, 9, 9)})

    def test_a_manager_keeps_the_days_of_the_institution(self):
        leaves = self.env["resource.calendar.leaves"].with_user(self.manager)
        leave = leaves.create(
            {
                "name": "Học bù",
                "calendar_id": self.calendar.id,
                "date_from": "2024-09-13 17:00:00",
                "date_to": "2024-09-14 16:59:59",
                "dan_chu_is_worked": True,
            }
        )
        self.assertEqual(self.school._working_calendar().days_worked, {date(2024, 9, 14)})
        leave.unlink()
        self.assertFalse(self.school._working_calendar().days_worked)

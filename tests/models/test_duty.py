from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import freeze_time
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.models import duty_make

from tests.duties import DutyCase

BOARD = "inspectorate"


class TestDuty(DutyCase):
    def test_the_days_of_a_school_year(self):
        self._make(self.school)
        due = {task.source_id: task.date_deadline for task in self._made(self.school)}
        # The third month ends on Monday the 30th of November 2026; six months later is a Sunday.
        expected = {
            "conference": date(2026, 11, 30),
            "conference.review": date(2027, 5, 31),
            "opinion.plan": date(2026, 11, 30),
            "regulation": date(2026, 11, 30),
            "inspectorate.programme": date(2026, 11, 30),
            "inspectorate.report_conference": date(2026, 11, 30),
            "inspectorate.report_quarter": date(2027, 8, 31),
            "inspectorate.report_half_year": date(2027, 8, 31),
            "inspectorate.report_year": date(2027, 8, 31),
            "citizen_reception": date(2027, 8, 31),
        }
        self.assertEqual(due, {self._duty(code).id: day for code, day in expected.items()})

    def test_the_days_of_a_calendar_year(self):
        self._make(self.department)
        conference = self._made(self.department, "conference")
        review = self._made(self.department, "conference.review")
        self.assertEqual(conference.date_deadline, date(2026, 3, 31))
        self.assertEqual(review.date_deadline, date(2026, 9, 30))
        self.assertEqual(conference.duty_year, 2026)

    def test_the_article_is_the_source_and_the_task_is_given(self):
        self._make(self.school)
        task = self._made(self.school, "conference")
        self.assertEqual(
            task.source_text, "Điều 51 khoản 1 Luật Thực hiện dân chủ ở cơ sở", task.source_text
        )
        self.assertEqual(task.addressee_unit_id, self.school)
        self.assertTrue(task.given_on)
        self.assertEqual(task.step_ids.mapped("action"), ["given"])
        self.assertEqual(task.who_text, "Người đứng đầu")
        self.assertEqual(task.time_text, "Chậm nhất ngày 30/11/2026")
        self.assertIn(task, self.tasks.with_user(self.officer).search([]).sudo())
        self.assertNotIn(task, self.tasks.with_user(self.staff).search([]).sudo())

    def test_what_recurs_is_split_into_the_periods_that_end_in_the_work_year(self):
        self._make(self.school)
        quarters = self._made(self.school, "inspectorate.report_quarter")
        self.assertEqual(
            quarters.child_ids.sorted("date_deadline").mapped("date_deadline"),
            [date(2026, 9, 30), date(2026, 12, 31), date(2027, 3, 31), date(2027, 6, 30)],
        )
        self.assertFalse(quarters.is_counted)
        reception = self._made(self.school, "citizen_reception").child_ids
        self.assertEqual(len(reception), 12)
        self.assertEqual(set(reception.mapped("row_kind")), {"occurrence"})
        self.assertEqual(set(reception.mapped("unit_id")), {self.school})
        self.assertTrue(all(reception.mapped("given_on")))

    def test_months_that_had_passed_are_not_made_up(self):
        self._make(self.department)
        half_years = self._made(self.department, "inspectorate.report_half_year").child_ids
        self.assertEqual(half_years.mapped("date_deadline"), [date(2026, 12, 31)])

    def test_the_law_says_to_whom(self):
        """The citizens' day is a rule for schools and public units."""
        self._make(self.school | self.department | self.elsewhere)
        self.assertTrue(self._made(self.school, "citizen_reception"))
        self.assertFalse(self._made(self.department, "citizen_reception"))
        reception = self._made(self.elsewhere, "citizen_reception")
        self.assertEqual(min(reception.child_ids.mapped("date_start")), date(2026, 9, 1))

    def test_a_rule_of_the_unit_itself_moves_the_day(self):
        self.env["dan_chu.rule"].create(
            {
                "code": "conference.latest",
                "name": "Hội nghị sớm hơn",
                "value_kind": "months",
                "value": "2",
                "date_from": "2026-01-01",
                "unit_id": self.school.id,
                "confidence": "confirmed",
            }
        )
        self._make(self.school | self.sibling)
        due = self._made(self.school, "conference").date_deadline
        # The 31st of October 2026 is a Saturday.
        self.assertEqual(due, date(2026, 11, 2))
        self.assertEqual(self._made(self.sibling, "conference").date_deadline, date(2026, 11, 30))

    def test_too_few_people_for_a_board(self):
        """Seven or fewer: no board, and a conference only if they want one; none on record: who
        they are has not been written down yet."""
        for number in range(7):
            self.make_employee(f"Nhân viên {number}", self.ward_school)
        self._make(self.ward_school | self.elsewhere)
        codes = self.duties.browse(self._made(self.ward_school).mapped("source_id")).mapped("code")
        self.assertFalse([code for code in codes if code.startswith((BOARD, "conference"))])
        self.assertIn("opinion.plan", codes)
        self.assertFalse(self.elsewhere.employee_count)
        self.assertTrue(self._made(self.elsewhere, "inspectorate.programme"))
        self.make_employee("Người thứ tám", self.ward_school)
        self.env.invalidate_all()
        self._make(self.ward_school)
        self.assertTrue(self._made(self.ward_school, "inspectorate.programme"))

    def test_only_institutions_owe(self):
        self.assertEqual(self._make(self.group | self.union), 0)
        archived = self.make_unit("Trường cũ", "primary_school", active=False)
        self.assertEqual(self._make(archived), 0)

    def test_a_second_run_makes_nothing(self):
        self.assertEqual(self._make(self.school), 10)
        count = self.tasks.search_count([])
        self.assertEqual(self._make(self.school), 0)
        self.assertEqual(self.tasks.search_count([]), count)

    def test_what_was_cancelled_by_hand_stays_so(self):
        self._make(self.school)
        task = self._made(self.school, "conference")
        task.with_user(self.officer).action_cancel("Đã họp từ tháng 8")
        self.assertEqual(self._make(self.school), 0)
        self.assertEqual(task.state, "cancelled")

    def test_the_next_work_year_has_its_own(self):
        self._make(self.school)
        with freeze_time("2027-08-31 16:59:00"):
            self.assertEqual(self._make(self.school), 0)
        with freeze_time("2027-08-31 17:01:00"):
            self.assertEqual(self._make(self.school), 10)
        days = self._made(self.school, "conference").mapped("date_deadline")
        self.assertEqual(days, [date(2026, 11, 30), date(2027, 11, 30)])

    @mute_logger("odoo.sql_db")
    def test_two_at_once_make_nothing_double(self):
        """The other one has committed what this one cannot see yet."""
        duties = type(self.duties)
        self._make(self.school)
        self.patch(duties, "_made", lambda self, units, years: set())
        self.assertEqual(self._make(self.school | self.sibling), 10)
        self.assertEqual(len(self._made(self.school, "conference")), 1)
        self.assertEqual(len(self._made(self.sibling, "conference")), 1)

    def test_no_more_queries_for_more_units(self):
        def queries(units):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self._make(units)
            return self.env.cr.sql_log_count - before

        def schools(number):
            values = {"kind_id": self.school.kind_id.id, "parent_id": self.department.id}
            made = self.quiet["dan_chu.unit"].create(
                [{**values, "name": f"Trường {index}"} for index in range(number)]
            )
            return made.with_env(self.env)

        self.patch(duty_make, "SLICE", 40)
        few, many = schools(5), schools(40)
        queries(schools(2))
        # What is written goes to the database a hundred or a thousand rows at a time.
        self.assertLessEqual(queries(many) - queries(few), 35)
        again = queries(few)
        self.assertEqual(queries(many), again)

    def test_the_cron_makes_them_for_every_institution(self):
        with self.enter_registry_test_mode():
            self.env.ref("dan_chu_co_so.duty_cron").method_direct_trigger()
        for unit in (self.school, self.department, self.ward, self.ward_school):
            self.assertTrue(self._made(unit, "regulation"), unit.name)
        self.assertFalse(self._made(self.union))

    def test_nobody_writes_a_task_of_the_law_by_hand(self):
        made = self.tasks.with_user(self.officer).create(
            {
                "name": "Giả",
                "unit_id": self.school.id,
                "source_model": "dan_chu.duty",
                "source_id": self._duty("conference").id,
                "duty_year": 2026,
            }
        )
        self.assertFalse(made.source_model or made.source_id or made.duty_year)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            made.duty_year = 2026
        with self.assertRaises(UserError), self.env.cr.savepoint():
            made.is_switched_off = True

    def _new(self, **values):
        return self.duties.create(
            {"name": "Thử", "code": "test", "rule_code": "conference.latest", **values}
        )

    def test_a_duty_rests_on_a_rule_that_fits(self):
        with self.assertRaisesRegex(ValidationError, "no.such"), self.env.cr.savepoint():
            self._new(rule_code="no.such")
        with self.assertRaisesRegex(ValidationError, "another kind"), self.env.cr.savepoint():
            self._new(rule_code="conference.quorum")
        with self.assertRaisesRegex(ValidationError, "another kind"), self.env.cr.savepoint():
            self._new(skip_rule_code="conference.latest")
        with self.assertRaisesRegex(ValidationError, "31/4"), self.env.cr.savepoint():
            self._new(day_kind="fixed", fixed_day=31, fixed_month="4")
        first = self._new()
        second = self._new(code="test2", day_kind="same", after_duty_id=first.id)
        with self.assertRaisesRegex(ValidationError, "wait for itself"), self.env.cr.savepoint():
            first.write({"day_kind": "same", "after_duty_id": second.id})

    def test_a_fixed_day_of_the_year(self):
        self._new(day_kind="fixed", fixed_day=15, fixed_month="6")
        self._make(self.school | self.department)
        of_new = self.tasks._of_duties(self.duties.search([("code", "=", "test")]))
        days = {task.unit_id: task.date_deadline for task in of_new}
        self.assertEqual(days, {self.school: date(2027, 6, 15), self.department: date(2026, 6, 15)})

    def test_a_duty_with_tasks_is_archived_not_deleted(self):
        duty = self._new()
        self._make(self.school)
        with self.assertRaisesRegex(UserError, "Archive"), self.env.cr.savepoint():
            duty.unlink()
        duty.active = False
        self._new(code="unused").unlink()

    def test_the_catalogue_tells_its_article(self):
        conference = self._duty("conference").with_user(self.staff)
        self.assertEqual(conference.confidence, "confirmed")
        self.assertIn("Điều 51 khoản 1", conference.citation)
        reception = self._duty("citizen_reception").with_user(self.staff)
        self.assertIn("Điều 10 khoản 2", reception.citation)
        with self.assertRaises(AccessError), self.env.cr.savepoint():
            conference.note = "x"

import base64
from datetime import date, timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command, Datetime
from odoo.tests import Form

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.conferences import ConferenceCase

AUTUMN = date(2026, 10, 2)
PDF = base64.b64encode(b"%PDF-1.4 bao cao")
moment = Datetime.to_datetime


class TestConference(ConferenceCase):
    def prepare(self, **values):
        return (
            self.env["dan_chu.conference"]
            .with_user(self.officer)
            .create({"unit_id": self.school.id, "date": AUTUMN, **values})
        )

    def test_an_officer_begins_one_with_three_clicks(self):
        with Form(self.env["dan_chu.conference"].with_user(self.officer)) as form:
            form.date = AUTUMN
        conference = form.save()
        self.assertEqual(conference.unit_id, self.school)
        self.assertEqual(conference.state, "draft")
        self.assertEqual(conference.staff_count, self.staff_total)
        self.assertEqual(conference.work_year, "2026-2027")

    def test_it_is_called_as_such_conferences_are(self):
        conference = self.prepare()
        self.assertEqual(conference.name, "Hội nghị viên chức, người lao động năm học 2026 - 2027")
        conference.kind = "delegates"
        self.assertEqual(
            conference.name, "Hội nghị đại biểu viên chức, người lao động năm học 2026 - 2027"
        )
        of_department = self.env["dan_chu.conference"].create(
            {"unit_id": self.department.id, "date": "2027-01-20"}
        )
        self.assertEqual(
            of_department.name,
            "Hội nghị cán bộ, công chức, viên chức, người lao động năm 2027",
        )

    def test_a_name_that_was_typed_stays(self):
        conference = self.prepare(name="Hội nghị viên chức Trường THPT Hoa Sen")
        conference.write({"kind": "delegates", "date": "2027-10-02"})
        self.assertEqual(conference.work_year, "2027-2028")
        self.assertEqual(conference.name, "Hội nghị viên chức Trường THPT Hoa Sen")

    def test_an_inner_part_holds_none(self):
        with self.assertRaisesRegex(ValidationError, "inner part of Trường THPT Hoa Sen"):
            self.make_conference(unit=self.group, people=self.env["hr.employee"])

    def test_the_unit_s_contact_point_is_that_of_the_conference(self):
        self.env["dan_chu.unit.contact"].create(
            [
                {
                    "unit_id": self.school.id,
                    "part": part,
                    "employee_id": user.employee_id.id,
                    "date_from": today() - timedelta(days=since),
                    "date_to": until and today() - timedelta(days=until),
                }
                for part, user, since, until in (
                    ("leader", self.head, 9, False),
                    ("contact", self.clerk, 99, 10),
                    ("contact", self.secretary, 9, False),
                )
            ]
        )
        self.assertEqual(self.prepare().contact_id, self.secretary.employee_id)

    def test_the_head_count_proposes_the_form_with_its_article(self):
        conference = self.prepare()
        for staff, is_dispersed, form, article in (
            (7, False, "optional", "Điều 51 khoản 2 điểm đ"),
            (30, False, "full", "Điều 51 khoản 2 điểm a"),
            (30, True, "either", "Điều 51 khoản 2 điểm b"),
            (120, False, "either", "Điều 51 khoản 2 điểm b"),
        ):
            with self.subTest(staff=staff, is_dispersed=is_dispersed):
                conference.write({"staff_count": staff, "is_dispersed": is_dispersed})
                self.assertEqual(conference.proposed_kind, form)
                self.assertIn(article, conference.proposed_why)
        conference.write({"staff_count": 0, "is_dispersed": False})
        self.assertFalse(conference.proposed_kind)
        self.assertIn("not known", conference.proposed_why)

    def test_delegates_where_all_attend_are_warned_of_and_not_refused(self):
        conference = self.prepare(kind="delegates")
        self.assertTrue(conference.is_of_delegates)
        self.assertIn("Attended by delegates, although", conference.warning)
        self.assertIn("điểm a", conference.warning)
        conference.staff_count = 120
        self.assertNotIn("delegates", conference.warning or "")

    def test_the_latest_day_is_told_with_its_article(self):
        conference = self.prepare()
        self.assertEqual(conference.latest_on, date(2026, 11, 30))
        self.assertIn("Điều 51 khoản 1", conference.latest_why)
        self.assertNotIn("later than", conference.warning or "")
        conference.date = "2026-12-05"
        self.assertIn("later than", conference.warning)
        self.assertIn("Điều 51 khoản 1", conference.warning)
        conference.kind = "extraordinary"
        self.assertFalse(conference.latest_on)
        self.assertNotIn("later than", conference.warning or "")

    def test_the_work_year_may_be_another_than_that_of_the_day(self):
        conference = self.prepare(date="2026-08-25", work_year="2026-2027")
        self.assertEqual(conference.latest_on, date(2026, 11, 30))
        self.assertIn("before the work year 2026-2027", conference.warning)

    def test_a_second_one_in_the_work_year_is_warned_of(self):
        first = self.prepare(name="Hội nghị đã có")
        self.assertNotIn("already", first.warning or "")
        second = self.prepare(date="2026-11-06")
        self.assertIn("“Hội nghị đã có” of", second.warning)
        second.kind = "extraordinary"
        self.assertNotIn("already", second.warning or "")
        second.kind = "full"
        first.action_cancel("Hoãn")
        second.invalidate_recordset(["warning"])
        self.assertNotIn("already", second.warning or "")
        self.assertNotIn("already", self.prepare(date="2027-10-02").warning or "")

    def test_the_hours_move_with_the_day(self):
        with Form(self.env["dan_chu.conference"].with_user(self.officer)) as form:
            # 23:30 of the day before in UTC.
            form.starts_at = moment("2026-10-01 23:30:00")
            form.ends_at = moment("2026-10-02 04:30:00")
            self.assertEqual(form.date, AUTUMN)
            form.date = date(2026, 10, 9)
            self.assertEqual(form.starts_at, moment("2026-10-08 23:30:00"))
            self.assertEqual(form.ends_at, moment("2026-10-09 04:30:00"))

    def test_a_begin_on_another_day_is_warned_of(self):
        conference = self.prepare(starts_at="2026-10-05 01:00:00")
        self.assertIn("begins on another day", conference.warning)

    def test_staff_that_came_since_is_counted_on_demand(self):
        conference = self.prepare()
        self.make_employee("Người mới đến", self.group)
        self.school.invalidate_recordset(["employee_count"])
        conference.invalidate_recordset(["staff_count_now", "warning"])
        self.assertEqual(conference.staff_count, self.staff_total)
        self.assertIn("today there are 31", conference.warning)
        conference.action_count_staff()
        self.assertEqual(conference.staff_count, self.staff_total + 1)
        with self.assertRaises(AccessError):
            self.as_user(conference, self.representative).action_count_staff()

    def test_summoned_with_a_day_and_a_list_only(self):
        conference = self.prepare(date=False)
        with self.assertRaisesRegex(UserError, "Name the day"):
            conference.action_call()
        conference.date = AUTUMN
        with self.assertRaisesRegex(UserError, "Nobody is on the list"):
            conference.action_call()
        guests = self.list_people(conference, self.env["hr.employee"], guests=2)
        with self.assertRaisesRegex(UserError, "Nobody is on the list"):
            conference.action_call()
        self.assertEqual(len(guests), 2)
        self.list_people(conference, self.people_of(self.school))
        conference.action_call()
        self.assertEqual((conference.state, conference.called_on), ("called", today()))
        with self.assertRaisesRegex(UserError, "Summoned"):
            conference.action_call()

    def test_staff_reads_it_once_summoned(self):
        conference = self.make_conference(
            file_ids=[Command.create({"name": "bao-cao.pdf", "data": PDF})]
        )
        self.add_items(conference, "Báo cáo")
        rows = (conference, conference.item_ids, conference.file_ids)
        for row in rows:
            self.assertFalse(self.as_user(row, self.staff).has_access("read"))
        conference.action_call()
        for row in rows:
            self.assertTrue(self.as_user(row, self.staff).has_access("read"))
            self.assertFalse(self.as_user(row, self.staff).has_access("write"))

    def test_what_rests_on_the_preparation_is_not_told_to_plain_staff(self):
        conference = self.make_conference("called")
        mine = self.as_user(conference, self.staff)
        self.assertFalse(mine.may_handle or mine.may_speak)
        with self.assertRaises(AccessError):
            mine.read(["checklist"])
        with self.assertRaises(AccessError):
            mine.read(["request_words"])
        # Officer of the school and plain staff of its sibling.
        there = self.make_conference("called", unit=self.sibling)
        self.assertFalse(self.as_user(there, self.two_roles).checklist)
        self.assertTrue(self.as_user(conference, self.two_roles).checklist)

    def test_cancelled_with_a_reason_that_stays(self):
        conference = self.make_conference("called")
        mine = self.as_user(conference, self.head)
        dialog = mine.action_cancel()
        self.assertEqual(dialog["res_model"], "dan_chu.conference.cancel")
        self.env["dan_chu.conference.cancel"].with_user(self.head).create(
            {"conference_id": conference.id, "reason": "Bão số 9"}
        ).action_confirm()
        self.assertEqual((conference.state, conference.cancel_reason), ("cancelled", "Bão số 9"))
        with self.assertRaises(UserError):
            mine.action_cancel("Lần nữa")
        with self.assertRaisesRegex(UserError, "stays on record"):
            self.as_user(conference, self.officer).unlink()

    def test_others_neither_summon_nor_cancel(self):
        conference = self.make_conference()
        for user in (self.representative, self.staff, self.upper_officer, self.upper_supervisor):
            for act in ("action_call", "action_cancel", "action_use_template", "action_begin_plan"):
                with self.subTest(user=user.login, act=act), self.assertRaises(AccessError):
                    getattr(self.as_user(conference, user), act)()
        self.assertEqual(conference.state, "draft")

    def test_what_buttons_settle_is_set_by_no_hand(self):
        conference = self.prepare(
            called_on=today(), date_opinion="Nhất trí", form_agreed_about="full"
        )
        self.assertFalse(conference.called_on or conference.date_opinion)
        self.assertFalse(conference.form_agreed_about)
        for values in (
            {"called_on": today()},
            {"cancel_reason": "Không họp"},
            {"date_opinion": "Nhất trí"},
            {"date_consulted_who": "Ai đó"},
            {"form_agreed_about": "full"},
        ):
            with self.subTest(values=values), self.assertRaisesRegex(UserError, "by its buttons"):
                conference.write(values)

    def test_the_plan_to_hold_it_is_begun_from_the_template_and_linked(self):
        conference = self.prepare(date=today() + timedelta(days=60))
        opened = conference.action_begin_plan()
        plan = conference.plan_id
        self.assertEqual(opened["res_id"], plan.id)
        self.assertEqual(plan.state, "draft")
        self.assertEqual(plan.unit_id, self.school)
        self.assertEqual(plan.title, f"Tổ chức {conference.name}")
        self.assertGreater(len(plan.section_ids), 10)
        self.assertGreater(len(plan.task_ids), 5)
        self.assertIn("Hiệu trưởng", plan.section_ids.mapped("text")[-3])
        days = sorted((task.date_deadline - conference.date).days for task in plan.task_ids)
        self.assertEqual(days, [-30, -15, -15, -15, -7, -5, -1, 5])
        conference.action_begin_plan()
        self.assertEqual(conference.plan_id, plan)

    def test_everybody_who_may_opens_the_form(self):
        conference = self.make_conference("called", guests=2)
        self.add_items(conference, "Báo cáo", "Thảo luận")
        for user in (self.officer, self.head, self.representative, self.staff):
            with self.subTest(user=user.login):
                view = conference.with_user(user).get_view(view_type="form")
                self.assertEqual("checklist" in view["arch"], user != self.staff)
                with Form(self.as_user(conference, user)) as form:
                    self.assertEqual(form.staff_count, self.staff_total)

from datetime import date, timedelta

import psycopg2

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.plans import PlanCase


class TestPeriod(PlanCase):
    def test_choosing_it_gives_its_days(self):
        plan = self.plan(self.school)
        with Form(plan) as form:
            form.period_kind = "school_year"
            form.period_year = 2026
            self.assertEqual(form.date_from.year, 2026)
            self.assertEqual(form.date_to.year, 2027)
            form.period_kind = "year"
            self.assertEqual((str(form.date_from), str(form.date_to)), ("2026-01-01", "2026-12-31"))
        self.assertEqual(plan.period_name, "năm 2026")
        plan.period_kind = "school_year"
        self.assertEqual(plan.period_name, "năm học 2026 - 2027")

    def test_a_free_one_is_named_by_its_days(self):
        plan = self.plan(period_kind="free", date_from="2026-03-01", date_to="2026-05-31")
        self.assertEqual(plan.period_name, "từ ngày 01/03/2026 đến ngày 31/05/2026")

    def test_it_does_not_end_before_it_begins(self):
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.CheckViolation),
            self.env.cr.savepoint(),
        ):
            self.plan(date_to=f"{self.year - 1}-12-31")

    def test_no_task_is_due_before_it_begins(self):
        plan = self.plan()
        with self.assertRaisesRegex(ValidationError, "Việc số 1.*before its plan begins"):
            self.task(plan, {"date_deadline": f"{self.year - 1}-12-31"})
        self.task(plan, {"date_deadline": f"{self.year}-02-01"})
        with self.assertRaisesRegex(ValidationError, "before its plan begins"):
            plan.date_from = f"{self.year}-03-01"

    def test_the_kind_is_a_plan_or_a_programme(self):
        with self.assertRaisesRegex(ValidationError, "is not a kind of plan"):
            self.plan(kind_id=self.kind("TB").id)
        self.assertEqual(self.plan(kind_id=self.kind("CTr").id).kind_id.code, "CTr")


class TestTwins(PlanCase):
    def _one(self, **values):
        return self.plan(self.school, purpose_ids=[Command.set(self.democracy.ids)], **values)

    def test_two_of_one_purpose_and_time_are_told_and_not_refused(self):
        first = self.issue(self._one())
        second = self._one()
        self.assertIn(first.title, second.twin_warning)
        self.assertFalse(first.twin_warning)
        self.assertEqual(self.issue(second).state, "issued")

    def test_other_time_other_purpose_other_unit_are_no_twins(self):
        self._one()
        mass_work = self.env.ref("dan_chu_co_so.plan_purpose_mass_work")
        self.assertFalse(self._one(period_year=self.year + 1).twin_warning)
        self.assertFalse(
            self.plan(self.school, purpose_ids=[Command.set(mass_work.ids)]).twin_warning
        )
        self.assertFalse(self.plan(purpose_ids=[Command.set(self.democracy.ids)]).twin_warning)

    def test_the_one_that_replaces_it_is_no_twin(self):
        first = self.issue(self._one())
        action = first.action_follow_up("replaces")
        self.assertFalse(first.browse(action["res_id"]).twin_warning)


class TestUpper(PlanCase):
    def test_a_plan_follows_those_above_and_papers_from_elsewhere(self):
        upper = self.issue(self.plan()).revision_ids
        directive = self.make_directive(self.school, date=today())
        plan = self.plan(
            self.school,
            upper_ids=[
                Command.create({"revision_id": upper.id}),
                Command.create({"directive_id": directive.id}),
            ],
        )
        self.assertEqual(plan.sudo().upper_plan_ids.ids, [upper.res_id])
        self.assertFalse(plan.upper_plan_ids)
        self.assertIn("25/KH-UBND", plan.upper_ids[1].text)
        followed = self.env["dan_chu.plan"].browse(upper.res_id)
        self.assertEqual(followed.sudo().lower_plan_ids, plan.sudo())

    def test_not_those_below(self):
        lower = self.issue(self.plan(self.school)).revision_ids
        with self.assertRaisesRegex(ValidationError, "stands below"):
            self.plan(upper_ids=[Command.create({"revision_id": lower.id})], user=self.env.user)

    def test_not_one_it_may_not_read(self):
        other = self.plan(self.elsewhere, user=self.env.user)
        other.signatory_ids = [Command.create({"own_title": "GIÁM ĐỐC", "name": "Lý Văn Xa"})]
        revision = self.on_paper(other).revision_ids
        with self.assertRaises(AccessError):
            self.plan(self.school, upper_ids=[Command.create({"revision_id": revision.id})])

    def test_not_another_kind_of_paper_and_not_two_at_once(self):
        notice = self.issued().revision_ids
        with self.assertRaisesRegex(ValidationError, "is not a plan"):
            self.plan(self.school, upper_ids=[Command.create({"revision_id": notice.id})])
        directive = self.make_directive(self.school)
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.CheckViolation),
            self.env.cr.savepoint(),
        ):
            self.plan(
                self.school,
                upper_ids=[
                    Command.create({"revision_id": notice.id, "directive_id": directive.id})
                ],
            )


class TestFrozen(PlanCase):
    def test_issued_the_text_rests(self):
        plan = self.issue(self.plan(self.school))
        for values in (
            {"title": "khác"},
            {"date_to": today()},
            {"opening": "khác"},
            {"purpose_ids": [Command.set(self.democracy.ids)]},
            {"upper_ids": [Command.create({"directive_id": 1})]},
            {"is_numbered": False},
        ):
            with self.subTest(values), self.assertRaisesRegex(UserError, "is issued and does not"):
                plan.write(values)
        with self.assertRaisesRegex(UserError, "is issued and stays"):
            plan.unlink()

    def test_the_database_keeps_it_as_well(self):
        plan = self.issue(self.plan(self.school))
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.RestrictViolation),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute("UPDATE dan_chu_plan SET opening = 'x' WHERE id = %s", [plan.id])

    def test_no_task_is_added_and_none_is_taken_away(self):
        plan = self.issue(self.plan(self.school, tasks=[{}]))
        with self.assertRaisesRegex(UserError, "is issued and does not"):
            self.task(plan, {})
        with self.assertRaisesRegex(UserError, "is issued and does not"):
            plan.task_ids = [Command.create({"name": "Việc thêm"})]
        with self.assertRaisesRegex(UserError, "has been given and is not deleted"):
            plan.task_ids = [Command.clear()]

    def test_what_nobody_could_sign(self):
        plan = self.plan(self.school, section_ids=[])
        with self.assertRaisesRegex(UserError, "its text"):
            plan.action_submit()


class TestOnPaper(PlanCase):
    """The second door: a plan that exists on paper is a few fields and its scan."""

    def _values(self, **values):
        return {"date": date(self.year, 1, 15), "number": "12", "scan": self.scan(), **values}

    def test_sections_may_stay_empty(self):
        plan = self.plan(self.school, section_ids=[], purpose_ids=[Command.set(self.democracy.ids)])
        plan.action_record_paper_issue(self._values())
        self.assertEqual((plan.state, plan.issue_door), ("issued", "paper"))
        self.assertEqual((plan.number, plan.date), ("12", date(self.year, 1, 15)))
        self.assertTrue(plan.file_ids.is_scan)
        self.assertFalse(plan.revision_ids._verify())

    def test_its_tasks_are_given(self):
        plan = self.plan(self.school, section_ids=[], tasks=[{}, {}])
        self.assertFalse(any(plan.task_ids.mapped("given_on")))
        plan.action_record_paper_issue(self._values())
        self.assertTrue(all(plan.task_ids.mapped("given_on")))
        self.assertEqual(set(plan.task_ids.step_ids.mapped("action")), {"given"})
        self.assertIn(plan.kind_id.name, plan.task_ids[0].source_text)

    def test_it_goes_down_as_any_other(self):
        plan = self.plan(below=self.school, section_ids=[])
        plan.action_record_paper_issue(self._values())
        self.assertEqual(self.row(plan, self.school).state, "draft")


class TestGiving(PlanCase):
    def test_partners_that_are_somebody_here_have_a_row_of_their_own(self):
        plan = self.plan(
            self.school,
            tasks=[
                {
                    "partner_ids": [
                        Command.create({"who_kind": "unit", "partner_unit_id": self.group.id}),
                        Command.create(
                            {
                                "who_kind": "employee",
                                "part": "carry_out",
                                "employee_id": self.staff.employee_id.id,
                            }
                        ),
                        Command.create({"who_kind": "position", "words": "Kế toán"}),
                        Command.create({"who_kind": "outside", "words": "Công an phường"}),
                    ]
                }
            ],
        )
        task = self.issue(plan).task_ids
        parts = task.child_ids.sorted("id")
        self.assertEqual(parts.mapped("row_kind"), ["partner", "partner"])
        self.assertEqual(parts.mapped("part"), ["cooperate", "carry_out"])
        self.assertEqual(parts[0].addressee_unit_id, self.group)
        self.assertEqual(parts[1].lead_user_id, self.staff)
        self.assertEqual(plan.task_ids, task)
        own = self.env["dan_chu.task"].with_user(self.staff).search([("is_mine", "=", True)])
        self.assertEqual(own.ids, parts[1].ids)

    def test_what_recurs_is_split_into_its_times(self):
        """Times that were over when the plan was signed are owed by nobody."""
        year = self.year - 1
        monthly = {"time_kind": "recurring", "recurrence": "monthly"}
        plan = self.plan(self.school, period_year=year, tasks=[monthly])
        task = self.on_paper(plan, date=date(year, 3, 15)).task_ids
        times = task.child_ids.sorted("date_deadline")
        self.assertEqual(len(times), 10)
        self.assertEqual(
            (times[0].date_start, times[0].date_deadline), (date(year, 3, 1), date(year, 3, 31))
        )
        self.assertEqual(times[-1].date_deadline, date(year, 12, 31))
        self.assertEqual((task.is_counted, set(times.mapped("is_counted"))), (False, {True}))
        self.assertEqual(plan.task_total, 10)

    def test_within_its_own_days_if_it_has_some(self):
        year = self.year - 1
        weekly = {
            "time_kind": "recurring",
            "recurrence": "quarterly",
            "date_start": date(year, 4, 1),
            "date_deadline": date(year, 9, 30),
        }
        plan = self.plan(self.school, period_year=year, tasks=[weekly])
        self.on_paper(plan, date=date(year, 1, 2))
        self.assertEqual(
            plan.task_ids.child_ids.sorted("id").mapped("date_deadline"),
            [date(year, 6, 30), date(year, 9, 30)],
        )

    def test_it_is_given_once(self):
        task = self.issue(self.plan(self.school, tasks=[{}])).task_ids
        given = task.given_on
        task._give()
        self.assertEqual((task.given_on, len(task.step_ids)), (given, 1))

    def test_nobody_owes_it_before_the_plan_is_issued(self):
        values = {"addressee_unit_id": self.sibling.id, "date_deadline": today() + timedelta(9)}
        plan = self.plan(tasks=[values])
        seen = self.env["dan_chu.task"].with_user(self.sibling_officer)
        self.assertFalse(seen.search([("plan_id", "=", plan.id)]))
        self.issue(plan)
        self.assertEqual(seen.search([("plan_id", "=", plan.id)]).ids, plan.task_ids.ids)

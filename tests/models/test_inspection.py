from datetime import timedelta

import psycopg2

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.inspections import PDF, InspectionCase


class TestInspection(InspectionCase):
    def test_that_of_a_sealed_board_is_sealed_by_it_whatever_is_asked(self):
        inspection = self.inspect(unit_id=self.sibling.id, sealed_board_id=False, state="closed")
        self.assertEqual(inspection.sealed_board_id, self.board)
        self.assertEqual(inspection.unit_id, self.school)
        self.assertEqual((inspection.state, inspection.author), ("planned", "board"))

    def test_a_member_works_for_the_own_board_without_naming_it(self):
        with Form(self.env["dan_chu.inspection"].with_user(self.member)) as form:
            form.name = "Kiểm tra quỹ phúc lợi"
        inspection = form.save()
        self.assertEqual((inspection.board_id, inspection.kind), (self.board, "check"))

    def test_boards_to_choose_from_are_those_one_works_for(self):
        for user, boards in (
            (self.member, self.board),
            (self.officer, self.steering),
            (self.upper_officer, self.board.browse()),
        ):
            with self.subTest(user=user.login):
                new = self.env["dan_chu.inspection"].with_user(user).new({})
                self.assertEqual(new.allowed_board_ids._origin, boards)

    def test_kinds_to_choose_from_are_those_of_the_board(self):
        inspection = self.inspect()
        self.assertEqual(inspection.allowed_kinds, ["check", "supervise", "verify", "standing"])
        other = self.inspect_for_head()
        self.assertNotIn("check", other.allowed_kinds)
        self.assertIn("superior_check", other.allowed_kinds)

    def test_members_alone_reach_it_and_its_rows(self):
        inspection = self.inspect(
            item_ids=[Command.create({"name": "Sổ quỹ"})],
            team_ids=[Command.create({"name": "Người được mời"})],
            request_ids=[Command.create({"name": "Sổ quỹ tháng 10"})],
            file_ids=[Command.create({"name": "a.pdf", "data": PDF})],
        )
        rows = (
            inspection,
            inspection.item_ids,
            inspection.team_ids,
            inspection.request_ids,
            inspection.file_ids,
        )
        for user in (
            self.officer,
            self.head,
            self.representative,
            self.staff,
            self.sibling_leader,
            self.upper_officer,
            self.upper_leader,
            self.upper_supervisor,
        ):
            for row in rows:
                with self.subTest(user=user.login, model=row._name):
                    self.assertFalse(self.as_user(row, user).has_access("read"))
                    self.assertFalse(self.as_user(row, user).has_access("write"))
        for row in rows:
            self.assertTrue(self.as_user(row, self.leader).has_access("write"))

    def test_nobody_else_begins_one_for_the_board(self):
        for user in (self.officer, self.head, self.sibling_leader, self.representative):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.inspect(user)

    def test_one_of_the_head_is_for_officers_and_not_for_the_board(self):
        inspection = self.inspect_for_head()
        self.assertEqual((inspection.sealed_board_id.id, inspection.author), (False, "head"))
        self.assertTrue(self.as_user(inspection, self.head).has_access("write"))
        self.assertFalse(self.as_user(inspection, self.member).has_access("read"))

    def test_one_of_the_steering_board_is_worked_on_by_officers(self):
        inspection = self.inspect(
            self.officer, kind="steering_check", board_id=self.steering.id, name="Kiểm tra QCDC"
        )
        self.assertEqual((inspection.sealed_board_id.id, inspection.author), (False, "board"))

    def test_the_lower_unit_does_not_see_that_of_its_superior(self):
        inspection = self.inspect(
            self.upper_officer,
            kind="superior_check",
            board_id=False,
            unit_id=self.department.id,
        )
        self.assertEqual(inspection.author, "superior")
        for user in (self.officer, self.head, self.member):
            self.assertFalse(self.as_user(inspection, user).has_access("read"))

    def test_the_kind_is_one_of_its_author(self):
        for values in ({"kind": "self_check"}, {"kind": "survey"}):
            with (
                self.subTest(**values),
                mute_logger("odoo.sql_db"),
                self.assertRaises(psycopg2.errors.CheckViolation),
                self.env.cr.savepoint(),
            ):
                self.inspect(**values)
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.CheckViolation),
            self.env.cr.savepoint(),
        ):
            self.inspect(self.officer, board_id=False, unit_id=self.school.id, kind="check")

    def test_a_board_never_reaches_a_lower_unit(self):
        with self.assertRaisesRegex(ValidationError, "Điều 61"):
            self.inspect(self.upper_leader, board_id=self.upper_board.id)

    def test_nobody_inspects_those_beside_or_above(self):
        for subject in (self.sibling, self.department):
            with self.subTest(subject.name), self.assertRaises(ValidationError):
                self.inspect_for_head(subject_unit_id=subject.id)

    def test_the_inspected_person_is_not_of_the_team(self):
        row = {"board_member_id": self.member_mandate.id}
        with self.assertRaisesRegex(ValidationError, "is inspected"):
            self.inspect(
                subject_employee_id=self.member.employee_id.id, team_ids=[Command.create(row)]
            )
        inspection = self.inspect(team_ids=[Command.create(row)])
        with self.assertRaisesRegex(ValidationError, "is inspected"):
            inspection.subject_employee_id = self.member.employee_id

    def test_nor_is_who_stood_for_the_inspected_party(self):
        inspection = self.inspect(
            team_ids=[Command.create({"board_member_id": self.member_mandate.id})]
        )
        row = {"employee_id": self.member.employee_id.id, "side": "subject"}
        with self.assertRaisesRegex(ValidationError, "is inspected"):
            inspection.team_ids = [Command.create(row)]

    def test_nor_is_who_leads_the_inspected_part(self):
        self.group.head_id = self.member.employee_id
        row = {"board_member_id": self.member_mandate.id}
        with self.assertRaisesRegex(ValidationError, "is inspected"):
            self.inspect(subject_unit_id=self.group.id, team_ids=[Command.create(row)])

    def test_who_works_in_the_inspected_part_is_warned_of(self):
        self.member.employee_id.dan_chu_unit_id = self.group
        inspection = self.inspect(
            subject_unit_id=self.group.id,
            team_ids=[Command.create({"board_member_id": self.member_mandate.id, "role": "lead"})],
        )
        self.assertIn("Tổ Toán", inspection.warning)

    def test_members_of_another_board_are_not_of_the_team(self):
        row = {"board_member_id": self.sibling_board.member_ids.id}
        with self.assertRaises(AccessError):
            self.inspect(team_ids=[Command.create(row)])

    def test_all_members_but_the_inspected_one_come_into_the_team(self):
        inspection = self.inspect(subject_employee_id=self.third.id)
        inspection.action_add_members()
        self.assertEqual(
            inspection.team_ids.board_member_id, self.leader_mandate | self.member_mandate
        )
        lead = inspection.team_ids.filtered(lambda row: row.role == "lead")
        self.assertEqual(lead.board_member_id, self.leader_mandate)
        inspection.action_add_members()
        self.assertEqual(len(inspection.team_ids), 2)

    def test_what_stands_behind_buttons_is_not_written(self):
        inspection = self.inspect()
        for values in (
            {"state": "closed"},
            {"concluded_on": today()},
            {"door": "paper"},
            {"notified_on": today()},
            {"sealed_board_id": False},
            {"board_id": False},
            {"unit_id": self.sibling.id},
        ):
            with self.subTest(**values), self.assertRaises(UserError):
                inspection.write(values)

    def test_a_row_stays_with_its_inspection(self):
        inspection, other = self.inspect(), self.inspect()
        inspection.item_ids = [Command.create({"name": "Sổ quỹ"})]
        with self.assertRaises(UserError):
            inspection.item_ids.inspection_id = other

    def test_a_row_is_not_put_into_what_one_does_not_reach(self):
        inspection = self.inspect()
        for user in (self.officer, self.sibling_leader):
            for model, values in (
                ("item", {"name": "Sổ quỹ"}),
                ("team", {"name": "Người lạ"}),
                ("request", {"name": "Sổ quỹ"}),
                ("opinion", {"board_member_id": self.third_mandate.id, "answer": "yes"}),
                ("file", {"name": "a.pdf", "data": PDF}),
            ):
                rows = self.env[f"dan_chu.inspection.{model}"].with_user(user)
                with self.subTest(user=user.login, model=model), self.assertRaises(AccessError):
                    rows.create({"inspection_id": inspection.id, **values})

    def test_the_programme_is_one_of_the_own_board(self):
        plan = self.make_plan(self.sibling, board_id=self.sibling_board.id)
        with self.assertRaises(AccessError):
            self.inspect(plan_id=plan.id)

    def test_only_one_that_was_not_announced_is_deleted(self):
        inspection = self.inspect()
        inspection.action_announce()
        with self.assertRaisesRegex(UserError, "cancel it"):
            inspection.unlink()
        self.inspect().unlink()

    def test_a_checklist_fills_the_items_once(self):
        template = self.env.ref("dan_chu_co_so.inspection_template_disclosure")
        inspection = self.inspect(template_id=template.id)
        inspection.action_load_template()
        inspection.action_load_template()
        self.assertEqual(inspection.item_ids.mapped("name"), template.line_ids.mapped("name"))
        self.assertIn("Điều 46", inspection.item_ids[0].legal_note)

    def test_what_is_shipped_has_checklists_for_schools_and_wards(self):
        templates = self.env["dan_chu.inspection.template"].search([])
        ward = self.env.ref("dan_chu_co_so.unit_kind_ward_office")
        self.assertEqual(len(templates.filtered(lambda row: row.unit_kind_ids == ward)), 5)
        self.assertEqual(len(templates), 12)
        self.assertTrue(all(len(template.line_ids) >= 5 for template in templates))

    def test_late_and_of_this_quarter(self):
        past = today() - timedelta(days=3)
        late = self.inspect(date_from=past, date_to=past)
        far = self.inspect(date_from="2031-01-05", date_to="2031-01-06")
        found = self.env["dan_chu.inspection"].with_user(self.member)
        self.assertEqual(found.search([("is_late", "=", True)]), late)
        self.assertNotIn(late, found.search([("is_late", "=", False)]))
        self.assertNotIn(far, found.search([("is_of_quarter", "=", True)]))
        self.assertIn(far, found.search([("is_of_quarter", "=", False)]))
        self.assertFalse(far.is_of_quarter)

    def test_a_program_is_not_taken_as_minutes(self):
        inspection = self.inspect()
        with self.assertRaises(UserError):
            inspection.file_ids = [Command.create({"name": "bien-ban.jpg", "data": "TVqQAAM="})]


class TestStanding(InspectionCase):
    def _open(self, user):
        action = self.env["dan_chu.inspection"].with_user(user).action_open_standing()
        return self.env["dan_chu.inspection"].browse(action["res_id"])

    def test_one_a_quarter_is_opened_by_whoever_comes_first(self):
        standing = self._open(self.member)
        self.assertEqual((standing.kind, standing.state), ("standing", "under_way"))
        self.assertEqual(standing.period_from.day, 1)
        self.assertLessEqual(standing.period_from, today())
        self.assertGreaterEqual(standing.period_to, today())
        self.assertEqual(self._open(self.leader), standing)

    def test_a_second_one_of_the_quarter_is_refused(self):
        standing = self._open(self.member)
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.UniqueViolation),
            self.env.cr.savepoint(),
        ):
            self.inspect(kind="standing", period_from=standing.period_from)

    def test_it_begins_with_a_quarter(self):
        with self.assertRaisesRegex(ValidationError, "quarter"):
            self.inspect(kind="standing", period_from="2026-02-01")

    def test_it_is_not_announced_and_needs_no_minutes(self):
        standing = self._open(self.member).with_user(self.member)
        with self.assertRaises(UserError):
            standing.action_announce()
        standing.action_conclude()
        self.assertEqual(standing.state, "concluded")

    def test_who_is_no_member_opens_none(self):
        for user in (self.officer, self.head, self.staff):
            with self.subTest(user=user.login), self.assertRaises(UserError):
                self._open(user)

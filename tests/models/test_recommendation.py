"""What a recommendation is, who stands on which side of it, and what of it rests."""

from datetime import timedelta

import psycopg2

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.boards import BoardCase
from tests.recommendations import REC, Recommendations


class TestMaking(Recommendations, BoardCase):
    def test_it_is_begun_on_the_screen_of_its_inspection(self):
        rows = (
            self.env[REC]
            .with_user(self.leader)
            .with_context(default_inspection_id=self.make_inspection().id)
        )
        with Form(rows) as form:
            self.assertTrue(form.is_author)
            form.text = "Niêm yết quyết định nâng lương"
        row = form.record
        self.assertEqual(row.addressee_unit_id, self.board.unit_id)
        row.action_send()
        self.assertEqual(row.state, "sent")

    def test_it_is_of_the_board_of_its_inspection(self):
        inspection = self.make_inspection()
        row = (
            self.env[REC]
            .with_user(self.member)
            .create(
                {
                    "inspection_id": inspection.id,
                    "text": "Công khai dự toán",
                    "sealed_board_id": self.sibling_board.id,
                    "unit_id": self.sibling.id,
                    "state": "settled",
                    "sent_on": "2026-01-01",
                    "answer_state": "accept",
                    "is_public": True,
                }
            )
        )
        self.assertEqual((row.sealed_board_id, row.board_id), (self.board, self.board))
        self.assertEqual((row.unit_id, row.addressee_unit_id), (self.school, self.school))
        self.assertEqual((row.state, row.answer_state), ("draft", "none"))
        self.assertFalse(row.sent_on or row.is_public)
        self.assertEqual(row.subject_unit_id, self.school)

    def test_a_board_that_is_not_sealed_works_through_officers(self):
        row = self.make_recommendation(inspection=self.make_inspection(self.steering))
        self.assertFalse(row.sealed_board_id)
        row.with_user(self.officer).text = "Niêm yết công khai"
        with self.assertRaises(AccessError):
            row.with_user(self.leader).text = "Khác"

    def test_who_inspects_a_unit_below_asks_its_head(self):
        inspection = self.env["dan_chu.inspection"].create(
            {
                "unit_id": self.department.id,
                "board_id": False,
                "kind": "superior_check",
                "name": "Kiểm tra của Sở",
                "subject_unit_id": self.school.id,
            }
        )
        inspection._put({"state": "concluded", "concluded_on": today()})
        row = self.make_recommendation("received", inspection, days_ago=0)
        self.assertEqual((row.unit_id, row.addressee_unit_id), (self.department, self.school))
        self.assertEqual(row.with_user(self.head).author_name, self.department.name)
        self.assertFalse(row.date_due, "The law gives a term for people's inspectorates alone.")
        row.with_user(self.head).action_answer(self.acceptance())
        self.assertEqual(row.task_id.unit_id, self.school)
        row.task_id.with_user(self.staff).action_done("Đã niêm yết")
        row.with_user(self.upper_officer).action_verify("settled")
        self.assertEqual((row.state, row.task_id.state), ("settled", "accepted"))

    def test_the_addressee_follows_its_kind(self):
        self.school.head_title = "Hiệu trưởng"
        self.board.directing_body = "Ban Chấp hành Công đoàn Trường"
        row = self.make_recommendation()
        self.assertEqual(row.addressee_text, "Hiệu trưởng")
        row.addressee_kind = "directing"
        self.assertFalse(row.addressee_unit_id)
        self.assertEqual(row.addressee_text, "Ban Chấp hành Công đoàn Trường")

    def test_nobody_in_another_house_is_asked_by_a_board(self):
        with self.assertRaisesRegex(UserError, "is not of"):
            self.make_recommendation(addressee_unit_id=self.sibling.id)

    def test_none_is_added_to_a_closed_inspection(self):
        with self.assertRaisesRegex(UserError, "is closed"):
            self.make_recommendation(inspection=self.make_inspection(state="closed"))

    def test_it_is_called_by_what_it_asks(self):
        row = self.make_recommendation(text="Công khai " * 30)
        self.assertTrue(row.display_name.endswith(" …"))
        self.assertLessEqual(len(row.display_name), 80)


class TestWhoSees(Recommendations, BoardCase):
    def readers(self, row):
        users = {
            "leader": self.leader,
            "member": self.member,
            "sibling_leader": self.sibling_leader,
            "upper_leader": self.upper_leader,
            "head": self.head,
            "officer": self.officer,
            "representative": self.representative,
            "staff": self.staff,
            "inspector": self.inspector,
            "supervisor": self.upper_supervisor,
            "manager": self.manager,
        }
        return {name for name, user in users.items() if self.sees(user, row)}

    def sees(self, user, row):
        return bool(row.with_user(user).search([("id", "=", row.id)]))

    def test_a_draft_is_the_boards_alone(self):
        self.assertEqual(self.readers(self.make_recommendation()), {"leader", "member"})

    def test_once_sent_the_head_his_office_and_the_representative_see_it(self):
        row = self.make_recommendation("sent")
        both = {"leader", "member", "head", "officer", "representative"}
        self.assertEqual(self.readers(row), both)
        self.assertFalse(row.step_ids.with_user(self.staff).has_access("read"))
        self.assertTrue(row.step_ids.with_user(self.representative).has_access("read"))

    def test_what_goes_to_a_competent_body_is_not_shown_to_the_head(self):
        row = self.make_recommendation(
            "sent", addressee_kind="authority", addressee_text="Công an phường"
        )
        self.assertEqual(self.readers(row), {"leader", "member", "representative"})

    def test_the_staff_see_what_the_board_opened(self):
        row = self.make_recommendation("answered")
        self.assertFalse(self.sees(self.staff, row))
        row.with_user(self.member).action_open()
        self.assertTrue(self.sees(self.staff, row))
        self.assertFalse(self.sees(self.sibling_leader, row))
        row.with_user(self.member).action_close_to_staff()
        self.assertFalse(self.sees(self.staff, row))

    def test_nothing_is_opened_before_it_is_answered(self):
        with self.assertRaisesRegex(UserError, "Has been received"):
            self.make_recommendation("received").action_open()

    def test_who_was_dealt_with_is_known_to_the_board_alone(self):
        row = self.make_recommendation("answered")
        row.with_user(self.member).write(
            {
                "outcome_act": "Thu vượt mức",
                "outcome_person_ids": [(0, 0, {"name": "Người được nêu tên"})],
            }
        )
        row.action_open()
        person = row.outcome_person_ids
        for user in (self.head, self.officer, self.representative, self.staff):
            self.assertEqual(row.with_user(user).outcome_act, "Thu vượt mức")
            self.assertFalse(person.with_user(user).has_access("read"), user.login)
        self.assertTrue(person.with_user(self.leader).has_access("read"))
        self.assertFalse(person.with_user(self.sibling_leader).has_access("read"))

    def test_an_answer_in_preparation_is_the_offices_alone(self):
        row = self.make_recommendation("received")
        reply = row.reply_ids
        reply.with_user(self.officer).answer = "Đang xem xét"
        for user in (self.leader, self.representative, self.staff, self.inspector):
            self.assertFalse(reply.with_user(user).has_access("read"), user.login)
        self.assertFalse(row.with_user(self.leader).answer)


class TestWhatRests(Recommendations, BoardCase):
    def test_nothing_asked_changes_once_it_is_sent(self):
        row = self.make_recommendation("sent")
        for values in (
            {"text": "Khác"},
            {"legal_basis": "Khác"},
            {"addressee_kind": "authority"},
            {"addressee_text": "Khác"},
            {"subject_unit_id": self.group.id},
        ):
            with self.assertRaisesRegex(UserError, "does not change"):
                row.with_user(self.leader).write(values)
        with self.assertRaisesRegex(UserError, "stays on record"):
            row.with_user(self.leader).unlink()

    def test_nothing_behind_the_buttons_is_written(self):
        row = self.make_recommendation()
        for values in ({"state": "sent"}, {"is_public": True}, {"answer": "Có"}, {"task_id": 1}):
            with self.assertRaisesRegex(UserError, "by its buttons"):
                row.with_user(self.leader).write(values)

    def test_the_database_keeps_what_the_models_let_past(self):
        row = self.make_recommendation("sent")
        row.flush_recordset()
        for change in ("text = 'Khác'", "sent_on = '2026-01-01'", "sealed_board_id = NULL"):
            with (
                self.subTest(change=change),
                mute_logger("odoo.sql_db"),
                self.assertRaises(psycopg2.errors.RestrictViolation),
                self.cr.savepoint(),
            ):
                self.cr.execute(f"UPDATE dan_chu_recommendation SET {change} WHERE id = {row.id}")

    def test_a_step_is_neither_written_nor_deleted(self):
        step = self.make_recommendation("sent").step_ids
        for call in (
            lambda: step.write({"text": "Khác"}),
            step.unlink,
            lambda: step.create({"recommendation_id": step.recommendation_id.id}),
        ):
            with self.assertRaisesRegex(UserError, "not written by hand"):
                call()

    def test_the_outcome_is_written_after_the_answer(self):
        row = self.make_recommendation("received")
        with self.assertRaisesRegex(UserError, "does not change"):
            row.with_user(self.leader).outcome_act = "Thu vượt mức"
        row.with_user(self.head).action_answer(self.acceptance())
        row.with_user(self.leader).outcome_act = "Thu vượt mức"
        self.assertEqual(row.step_ids[-1].action, "outcome")


class TestAge(Recommendations, BoardCase):
    def test_bands_are_grouped_by_the_database_as_they_are_computed(self):
        inspection = self.make_inspection()
        old = today() - timedelta(days=400)
        inspection._put({"concluded_on": old})
        expected = {}
        for days in (0, 15, 16, 30, 31, 90, 91, 180, 181, 399):
            row = self.make_recommendation("sent", inspection, days_ago=days)
            expected[row.age_band] = expected.get(row.age_band, 0) + 1
        self.make_recommendation(inspection=inspection)
        expected[False] = 1
        rows = self.env[REC].search([("inspection_id", "=", inspection.id)])
        domain = [("id", "in", rows.ids)]
        self.assertEqual(dict(rows._read_group(domain, ["age_band"], ["__count"])), expected)
        self.assertEqual(
            list(expected),
            ["1_new", "2_month", "3_quarter", "4_half_year", "5_old", False],
        )
        for band, count in expected.items():
            found = rows.search([*domain, ("age_band", "=", band)])
            self.assertEqual((len(found), set(found.mapped("age_band"))), (count, {band}))

    def test_late_answers_stand_first(self):
        inspection = self.make_inspection()
        inspection._put({"concluded_on": today() - timedelta(days=60)})
        settled = self.make_recommendation("answered", inspection, days_ago=2)
        fresh = self.make_recommendation("received", inspection, days_ago=2)
        late = self.make_recommendation("received", inspection, days_ago=20)
        later = self.make_recommendation("received", inspection, days_ago=40)
        for row, days in ((later, 25), (late, 5)):
            row._put({"waits_until": today() - timedelta(days=days)})
        rows = later | late | fresh | settled
        for user in (self.leader, self.head, self.representative):
            found = rows.with_user(user).search([("id", "in", rows.ids)])
            self.assertEqual(found.ids, rows.ids, user.login)
        self.assertEqual(rows.filtered("is_late"), later | late)
        self.assertEqual(
            rows.search([("is_late", "=", True), ("id", "in", rows.ids)]), later | late
        )
        self.assertEqual(rows.mapped("days_late"), [25, 5, 0, 0])

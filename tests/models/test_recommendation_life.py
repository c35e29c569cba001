"""Sent, received, answered, verified: who does what, when, and what is booked."""

from datetime import timedelta

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError

from odoo.addons.dan_chu_co_so.lib.clock import today
from odoo.addons.dan_chu_co_so.models.recommendation_tell import ACTIVITY

from tests.boards import BoardCase
from tests.recommendations import PDF, Recommendations


class LifeCase(Recommendations, BoardCase):
    def steps(self, row):
        return row.step_ids.mapped("action")


class TestSending(LifeCase):
    def test_only_when_the_inspection_is_concluded(self):
        row = self.make_recommendation(inspection=self.make_inspection(state="under_way"))
        with self.assertRaisesRegex(UserError, "is not concluded"):
            row.with_user(self.leader).action_send()
        row.inspection_id._put({"state": "concluded", "concluded_on": today()})
        row.with_user(self.member).action_send()
        self.assertEqual((row.state, row.sent_on), ("sent", today()))
        self.assertEqual(row.inspection_name, row.inspection_id.name)
        self.assertEqual(row.step_ids.user_id, self.member)

    def test_neither_before_the_conclusion_nor_tomorrow(self):
        row = self.make_recommendation()
        with self.assertRaisesRegex(UserError, "is before that day"):
            row.action_send(row.inspection_id.concluded_on - timedelta(days=1))
        with self.assertRaisesRegex(UserError, "has not come yet"):
            row.action_send(today() + timedelta(days=1))

    def test_a_body_outside_is_named(self):
        row = self.make_recommendation(addressee_kind="authority")
        with self.assertRaisesRegex(UserError, "to whom"):
            row.action_send()

    def test_the_head_is_told_on_the_sheet_of_his_answer(self):
        row = self.make_recommendation("sent")
        told = row.reply_ids.activity_ids
        self.assertEqual((told.user_id, told.activity_type_id), (self.head, self.env.ref(ACTIVITY)))
        self.assertFalse(row.activity_ids)
        self.assertFalse(row.reply_ids.message_ids)
        self.assertFalse(row.reply_ids.message_follower_ids)


class TestReceiving(LifeCase):
    def test_fifteen_days_from_the_day_of_receipt_with_the_article(self):
        row = self.make_recommendation("sent", days_ago=2)
        day = today() - timedelta(days=1)
        row.with_user(self.officer).action_receive(day)
        due = self.school._due_date("inspectorate.reply", day)[0]
        self.assertEqual((row.received_on, row.date_due, row.waits_until), (day, due, due))
        # A term that ends on a day off ends on the next working day.
        self.assertIn((due - day).days, range(15, 30))
        self.assertIn("Điều 63", row.due_basis)
        told = row.reply_ids.activity_ids
        self.assertEqual((told.user_id, told.date_deadline), (self.head, due))

    def test_by_either_side_and_by_nobody_else(self):
        for user in (self.head, self.officer, self.leader, self.member):
            row = self.make_recommendation("sent")
            row.with_user(user).action_receive(today())
            self.assertEqual(row.state, "received")
        row = self.make_recommendation("sent")
        for user in (self.representative, self.staff, self.sibling_leader, self.upper_officer):
            with self.assertRaises(AccessError):
                row.with_user(user).action_receive(today())

    def test_a_wrong_day_is_corrected_by_the_board(self):
        row = self.make_recommendation("received", days_ago=3)
        with self.assertRaises(AccessError):
            row.with_user(self.head).action_receive(today())
        row.with_user(self.leader).action_receive(today() - timedelta(days=1))
        self.assertEqual(row.received_on, today() - timedelta(days=1))
        self.assertEqual(self.steps(row), ["sent", "received", "corrected"])

    def test_not_before_it_was_sent_nor_tomorrow(self):
        row = self.make_recommendation("sent", days_ago=2)
        for days in (-3, 1):
            with self.assertRaises(UserError):
                row.with_user(self.officer).action_receive(today() + timedelta(days=days))

    def test_the_law_sets_no_term_for_the_others(self):
        row = self.make_recommendation(
            "received", addressee_kind="authority", addressee_text="Công an phường"
        )
        self.assertFalse(row.date_due or row.waits_until or row.is_late)


class TestAnswering(LifeCase):
    def test_no_answer_before_receipt(self):
        row = self.make_recommendation("sent")
        with self.assertRaisesRegex(UserError, "note the day of receipt first"):
            row.with_user(self.head).action_answer(self.acceptance())

    def test_the_head_answers_and_nobody_else(self):
        row = self.make_recommendation("received")
        for user in (self.officer, self.staff, self.representative, self.sibling_leader):
            with self.assertRaises(AccessError):
                row.with_user(user).action_answer(self.acceptance())
        row.with_user(self.head).action_answer(self.acceptance())
        self.assertEqual((row.state, row.answer_state), ("answered", "accept"))
        self.assertEqual((row.answered_by_id, row.answered_on), (self.head, today()))
        self.assertFalse(row.waits_until)

    def test_the_officer_prepares_and_the_head_gives(self):
        row = self.make_recommendation("received")
        reply = row.reply_ids.with_user(self.officer)
        reply.write(self.acceptance())
        reply.file_ids.create({"reply_id": reply.id, "name": "traloi.pdf", "data": PDF})
        with self.assertRaises(AccessError):
            reply.action_give()
        reply.with_user(self.head).action_give()
        self.assertEqual((row.state, row.answer_door), ("answered", "system"))
        self.assertEqual(row.with_user(self.leader).answer_file_ids.name, "traloi.pdf")
        for values in ({"answer": "Khác"}, {"file_ids": [(5,)]}):
            with self.assertRaisesRegex(UserError, "does not change"):
                reply.with_user(self.head).write(values)
        with self.assertRaisesRegex(UserError, "does not change"):
            reply.file_ids.with_user(self.officer).unlink()

    def test_a_refusal_has_its_reason(self):
        row = self.make_recommendation("received").with_user(self.head)
        for answer in ("refuse", "part"):
            with self.assertRaisesRegex(UserError, "with the reason"):
                row.action_answer(self.acceptance(answer_state=answer, answer=""))
        row.action_answer(self.acceptance(answer_state="refuse"))
        self.assertFalse(row.sudo().task_id or row.measures or row.measure_date)

    def test_what_is_accepted_is_done_by_somebody_until_a_day(self):
        row = self.make_recommendation("received").with_user(self.head)
        for name in ("measures", "measure_employee_id", "measure_date"):
            for answer in ("accept", "part"):
                with self.assertRaisesRegex(UserError, "is missing"):
                    row.action_answer(self.acceptance(answer_state=answer, **{name: False}))
        foreign = self.sibling_leader.employee_id.id
        with self.assertRaisesRegex(UserError, "is not on the staff"):
            row.action_answer(self.acceptance(measure_employee_id=foreign))

    def test_on_paper_it_is_written_down_by_the_board_with_the_scan(self):
        row = self.make_recommendation("received", days_ago=5).with_user(self.member)
        paper = self.acceptance(answered_on=today() - timedelta(days=1))
        with self.assertRaisesRegex(UserError, "add the scan"):
            row.action_answer(paper)
        prepared = row.sudo().reply_ids.with_user(self.officer)
        prepared.file_ids.create({"reply_id": prepared.id, "name": "nhap.pdf", "data": PDF})
        row.action_answer({**paper, "files": [("traloi.pdf", PDF)]})
        self.assertEqual((row.answer_door, row.answered_on), ("paper", paper["answered_on"]))
        self.assertEqual(row.answer_file_ids.mapped("name"), ["traloi.pdf"])
        self.assertEqual(row.answered_by_id, self.member)

    def test_not_with_a_day_before_the_receipt(self):
        row = self.make_recommendation("received", days_ago=1)
        paper = self.acceptance(
            answered_on=today() - timedelta(days=2), files=[("traloi.pdf", PDF)]
        )
        with self.assertRaisesRegex(UserError, "is before that day"):
            row.with_user(self.leader).action_answer(paper)

    def test_the_head_does_not_choose_the_day(self):
        row = self.make_recommendation("received", days_ago=10)
        row.with_user(self.head).action_answer(
            self.acceptance(answered_on=today() - timedelta(days=9))
        )
        self.assertEqual(row.answered_on, today())

    def test_the_directing_body_answers_through_the_representative(self):
        row = self.make_recommendation(
            "received", addressee_kind="directing", addressee_text="Ban Chấp hành Công đoàn"
        )
        with self.assertRaises(AccessError):
            row.with_user(self.head).action_answer({"answer_state": "accept", "answer": "Đồng ý"})
        row.with_user(self.representative).action_answer(
            {"answer_state": "accept", "answer": "Đồng ý"}
        )
        self.assertEqual((row.state, row.answer_door), ("answered", "system"))
        self.assertFalse(row.task_id)

    def test_the_head_of_the_board_is_told(self):
        row = self.make_recommendation("answered")
        self.assertEqual(row.activity_ids.user_id, self.leader)
        self.assertFalse(row.reply_ids.activity_ids)


class TestTask(LifeCase):
    def test_an_accepted_measure_is_a_task_of_the_house(self):
        row = self.make_recommendation("answered")
        task = row.task_id
        self.assertEqual((task.unit_id, task.addressee_unit_id), (self.school, self.school))
        self.assertEqual((task.lead_user_id, task.date_deadline), (self.staff, row.measure_date))
        self.assertEqual((task.source_model, task.source_id), (row._name, row.id))
        self.assertIn("Ban Thanh tra nhân dân", task.source_text)
        self.assertTrue(task.with_user(self.staff).has_access("write"))
        self.assertTrue(task.with_user(self.leader).has_access("read"))
        self.assertFalse(task.with_user(self.leader).has_access("write"))
        self.assertFalse(task.with_user(self.sibling_leader).has_access("read"))

    def test_it_settles_once_the_board_has_accepted_the_task(self):
        row = self.make_recommendation("answered")
        with self.assertRaisesRegex(UserError, "is not reported as done"):
            row.with_user(self.leader).action_verify("settled")
        row.task_id.with_user(self.staff).action_done("Đã niêm yết")
        row.with_user(self.leader).action_verify("settled", "Đã xem tại bảng tin")
        self.assertEqual((row.state, row.task_id.state), ("settled", "accepted"))
        self.assertEqual(row.verified_on, today())
        self.assertEqual(row.task_id.step_ids[-1].user_id, self.leader)

    def test_the_house_neither_accepts_nor_cancels_nor_changes_it(self):
        row = self.make_recommendation("answered")
        task = row.task_id
        for user in (self.officer, self.head):
            with self.assertRaisesRegex(UserError, "for the board"):
                task.with_user(user).action_cancel("Không cần")
            for values in ({"name": "Khác"}, {"date_deadline": today()}, {"note": "Khác"}):
                with self.assertRaises(AccessError):
                    task.with_user(user).write(values)
        task.with_user(self.staff).action_done("Đã niêm yết")
        with self.assertRaisesRegex(UserError, "for the board"):
            task.with_user(self.head).action_accept()

    def test_the_house_is_free_again_once_it_is_handed_on(self):
        row = self.make_recommendation("answered")
        row.action_hand_on("Sở Giáo dục và Đào tạo", "Quá hạn")
        row.task_id.with_user(self.head).action_cancel("Không cần")
        self.assertEqual(row.task_id.state, "cancelled")

    def test_not_settled_it_goes_back_to_who_did_it(self):
        row = self.make_recommendation("answered")
        row.task_id.with_user(self.staff).action_done("Đã niêm yết")
        row.with_user(self.leader).action_verify("not_settled", "Mới niêm yết một nửa")
        self.assertEqual((row.state, row.task_id.state), ("not_settled", "doing"))

    def test_another_answer_another_task(self):
        row = self.make_recommendation("answered")
        first = row.task_id
        row.action_verify("not_settled", "Chưa đủ")
        row.with_user(self.head).action_answer(self.acceptance(measures="Niêm yết đầy đủ"))
        self.assertEqual((first.state, row.task_id.name), ("cancelled", "Niêm yết đầy đủ"))
        self.assertEqual(len(row.reply_ids.filtered("is_given")), 2)


class TestVerifying(LifeCase):
    def test_by_the_members_of_the_board_alone(self):
        row = self.make_recommendation("answered")
        for user in (self.head, self.officer, self.representative, self.sibling_leader):
            with self.assertRaises(AccessError):
                row.with_user(user).action_verify("not_settled", "Chưa")

    def test_a_mandate_that_ended_verifies_nothing(self):
        row = self.make_recommendation("answered")
        self.member_mandate._put({"date_to": today() - timedelta(days=1), "end_reason": "resigned"})
        self.board._sync_inspectors()
        with self.assertRaises(AccessError):
            row.with_user(self.member).action_verify("not_settled", "Chưa")

    def test_what_is_not_settled_is_said(self):
        row = self.make_recommendation("answered")
        with self.assertRaisesRegex(UserError, "Say why"):
            row.action_verify("not_settled")

    def test_the_answer_does_not_change_until_it_is_found_not_settled(self):
        row = self.make_recommendation("answered")
        with self.assertRaisesRegex(UserError, "Answered"):
            row.with_user(self.head).action_answer(self.acceptance(answer="Khác"))
        row.action_verify("not_settled", "Chưa đủ")
        row.with_user(self.head).action_answer(self.acceptance(answer="Bổ sung"))
        self.assertEqual(row.answer, "Bổ sung")
        self.assertEqual(
            self.steps(row), ["sent", "received", "answered", "not_settled", "answered"]
        )
        self.assertIn("Nhà trường tiếp thu", row.step_ids[2].text)

    def test_it_is_handed_on_also_where_no_answer_came(self):
        row = self.make_recommendation("received")
        row.with_user(self.leader).action_hand_on("Ban Chấp hành Công đoàn", "Không trả lời")
        self.assertEqual((row.state, row.waits_until), ("handed_on", False))
        with self.assertRaises(UserError):
            row.with_user(self.head).action_answer(self.acceptance())

    def test_settled_rests(self):
        row = self.make_recommendation("received")
        row.with_user(self.head).action_answer(
            {"answer_state": "refuse", "answer": "Trái quy định"}
        )
        row.action_verify("settled")
        for call in (
            lambda: row.action_verify("not_settled", "Chưa"),
            lambda: row.action_hand_on("Cấp trên", "Chưa"),
            lambda: row.action_receive(today()),
        ):
            with self.assertRaises(UserError):
                call()


class TestWizards(LifeCase):
    def test_each_button_without_words_asks_for_them(self):
        row = self.make_recommendation("sent")
        for name in ("action_receive", "action_verify", "action_hand_on"):
            action = getattr(row.with_user(self.leader), name)()
            self.assertEqual(action["res_model"], "dan_chu.recommendation.say")
        context = row.with_user(self.officer).action_receive()["context"]
        say = self.env["dan_chu.recommendation.say"].with_user(self.officer)
        say.with_context(**context).create({}).action_say()
        self.assertEqual((row.state, row.received_on), ("received", today()))

    def test_the_office_opens_its_sheet_and_the_board_the_paper(self):
        row = self.make_recommendation("received")
        for user in (self.head, self.officer):
            action = row.with_user(user).action_answer()
            self.assertEqual(action["res_id"], row.reply_ids.id)
        action = row.with_user(self.leader).action_answer()
        paper = self.env[action["res_model"]].with_user(self.leader)
        made = paper.with_context(**action["context"]).create(
            {
                "answer_state": "refuse",
                "answer": "Đã công khai từ tháng trước",
                "file": PDF,
                "file_name": "traloi.pdf",
            }
        )
        self.assertTrue(made.is_paper)
        made.action_answer()
        self.assertEqual((row.answer_state, row.answer_door), ("refuse", "paper"))


class TestUrging(LifeCase):
    def test_the_representative_urges_once_a_press_and_it_is_on_record(self):
        row = self.make_recommendation("received")
        self.head.email = "hieutruong@example.com"
        sheet = row.reply_ids
        before = sheet.activity_ids
        mails = self.env["mail.mail"].search([])
        row.with_user(self.representative).action_urge("Đã gần hết hạn")
        told = sheet.activity_ids - before
        self.assertEqual(told.mapped("user_id"), self.head)
        mail = self.env["mail.mail"].search([]) - mails
        self.assertEqual(len(mail), 1)
        self.assertIn(row.text, mail.body_html)
        last = row.step_ids[-1]
        self.assertEqual((last.action, last.user_id), ("urged", self.representative))

    def test_nobody_else_while_there_is_one(self):
        row = self.make_recommendation("received")
        for user in (self.staff, self.head, self.officer, self.leader, self.sibling_leader):
            with self.assertRaises(AccessError):
                row.with_user(user).action_urge()
        self.env["dan_chu.assignment"].search(
            [("role", "=", "representative"), ("unit_id", "=", self.school.id)]
        ).action_end_today()
        with freeze_time(today() + timedelta(days=1)):
            row.with_user(self.leader).action_urge()
        self.assertEqual(row.step_ids[-1].user_id, self.leader)

    def test_not_once_it_is_answered(self):
        with self.assertRaises(UserError):
            self.make_recommendation("answered").with_user(self.representative).action_urge()

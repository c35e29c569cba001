"""Recommendations over real RPC: what each side, and those of neither, must not do."""

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.doors import DoorsCase, Refused
from tests.access.task_attacks import CONTEXTS
from tests.boards import BoardWorld
from tests.recommendations import PDF, REC, REPLY, Recommendations

STEP = "dan_chu.recommendation.step"
PERSON = "dan_chu.recommendation.person"
FILE = "dan_chu.recommendation.file"
SAY = "dan_chu.recommendation.say"
PAPER = "dan_chu.recommendation.answer"
TASK = "dan_chu.task"
DRAFT = "Kiến nghị mật còn trong dự thảo"
PREPARED = "Trả lời mật đang soạn"
DEALT_WITH = "Người bị xử lý được giữ kín"


class RecommendationAttacks(Recommendations, BoardWorld, DoorsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.inspection = cls.make_inspection()
        cls.draft = cls.make_recommendation(inspection=cls.inspection, text=DRAFT)
        cls.sent = cls.make_recommendation("sent", cls.inspection)
        cls.received = cls.make_recommendation("received", cls.inspection)
        cls.received.reply_ids.with_user(cls.officer).answer = PREPARED
        cls.prepared_file = cls.env[FILE].create(
            {"reply_id": cls.received.reply_ids.id, "name": "nhap.pdf", "data": PDF}
        )
        cls.answered = cls.make_recommendation("answered", cls.inspection)
        cls.answered.write({"outcome_person_ids": [Command.create({"name": DEALT_WITH})]})
        cls.public = cls.make_recommendation("answered", cls.inspection)
        cls.public.action_open()
        cls.public.write({"outcome_person_ids": [Command.create({"name": DEALT_WITH})]})
        cls.to_police = cls.make_recommendation(
            "received", cls.inspection, addressee_kind="authority", addressee_text="Công an phường"
        )
        cls.sibling_head = cls.make_user("sibling_head", ("head", cls.sibling))
        cls.upper_head = cls.make_user("upper_head", ("head", cls.department))
        # Of another board, and of none: what a member may, they may not.
        cls.outsiders = (
            cls.sibling_leader,
            cls.upper_leader,
            cls.inspector,
            cls.sibling_head,
            cls.upper_head,
            cls.upper_officer,
            cls.upper_supervisor,
            cls.manager,
            cls.no_role,
        )
        cls.house = (cls.head, cls.officer, cls.representative, cls.staff)


class TestReading(RecommendationAttacks):
    def found(self, user, model, domain=()):
        """Ids by search and by count; none where there is no right to the model at all."""
        try:
            ids = self.by_session(user, model, "search", domain=list(domain))
        except Refused as refused:
            self.assertEqual(refused.name, "odoo.exceptions.AccessError")
            return set()
        counted = self.by_same_session(model, "search_count", domain=list(domain))
        self.assertEqual(counted, len(ids))
        return set(ids)

    def test_a_draft_is_found_by_nobody_but_the_board(self):
        for user in (*self.house, *self.outsiders):
            with self.subTest(user=user.login):
                self.assertNotIn(self.draft.id, self.found(user, REC))
                self.assert_refused(user, REC, "read", [self.draft.id], fields=["text"])
                by_name = [("display_name", "ilike", DRAFT)]
                self.assertFalse(self.found(user, REC, by_name))
        self.assertIn(self.draft.id, self.found(self.member, REC))

    def test_what_is_sent_is_read_by_its_two_sides_alone(self):
        for user in (*self.outsiders, self.staff):
            with self.subTest(user=user.login):
                self.assertFalse(
                    self.found(user, REC) & {self.sent.id, self.received.id, self.answered.id}
                )
                self.assert_refused(user, REC, "read", [self.sent.id], fields=["text"])
                self.assert_refused(
                    user, REC, "export_data", [self.sent.id], fields_to_export=["text"]
                )

    def test_the_head_does_not_read_what_goes_to_the_competent_body(self):
        for user in (self.head, self.officer, self.staff):
            self.assertNotIn(self.to_police.id, self.found(user, REC))
            self.assert_refused(user, REC, "read", [self.to_police.id], fields=["text"])

    def test_the_staff_read_only_what_was_opened(self):
        self.assertEqual(self.found(self.staff, REC), {self.public.id})
        for model in (STEP, PERSON, REPLY, FILE):
            self.assert_refused(self.staff, model, "search_read", domain=[])

    def test_the_person_dealt_with_is_told_to_nobody_else(self):
        persons = self.public.outcome_person_ids | self.answered.outcome_person_ids
        for user in (*self.house, *self.outsiders):
            with self.subTest(user=user.login):
                self.assert_refused(user, PERSON, "read", persons.ids, fields=["name"])
                self.assertFalse(self.found(user, PERSON))
        for user in (self.head, self.officer):
            by_name = [("outcome_person_ids.name", "ilike", DEALT_WITH)]
            self.assertFalse(self.found(user, REC, by_name))
        by_name = [("outcome_person_ids.name", "ilike", DEALT_WITH)]
        self.assertEqual(len(self.found(self.leader, REC, by_name)), 2)

    def test_a_prepared_answer_is_the_offices_alone(self):
        reply = self.received.reply_ids
        for user in (self.leader, self.representative, self.sibling_head, self.upper_officer):
            with self.subTest(user=user.login):
                self.assert_refused(user, REPLY, "read", [reply.id], fields=["answer"])
                self.assert_refused(user, FILE, "read", self.prepared_file.ids, fields=["data"])
                by_reply = [("reply_ids.answer", "ilike", PREPARED)]
                self.assertFalse(self.found(user, REC, by_reply))
        by_file = [("res_model", "=", FILE), ("res_field", "=", "data")]
        files = self.env["ir.attachment"].search(by_file)
        self.assertTrue(files)
        for user in (self.leader, self.representative, self.staff):
            self.assert_refused(user, "ir.attachment", "read", files.ids, fields=["raw"])

    def test_the_discussion_of_the_board_stays_there(self):
        self.answered.with_user(self.leader).message_post(body="Ý kiến riêng của Ban")
        self.received.reply_ids.with_user(self.officer).message_post(body="Ý kiến riêng của phòng")
        both = [("model", "in", [REC, REPLY]), ("body", "ilike", "Ý kiến riêng")]
        for user, count in ((self.head, 1), (self.leader, 1), (self.representative, 0)):
            said = self.by_session(user, "mail.message", "search_count", domain=both)
            self.assertEqual(said, count, user.login)
        for user in (self.head, self.representative):
            self.assert_refused(user, REC, "message_post", [self.answered.id], body="Chen vào")


class TestWriting(RecommendationAttacks):
    def test_only_members_make_one(self):
        for user in (*self.house, *self.outsiders):
            for values in (
                {"inspection_id": self.inspection.id},
                {"board_id": self.board.id},
                {"board_id": self.board.id, "sealed_board_id": False, "unit_id": self.school.id},
            ):
                self.assert_refused(user, REC, "create", vals_list=[{"text": "Chen vào", **values}])

    def test_a_draft_is_written_by_members_alone(self):
        for user in (*self.house, *self.outsiders):
            self.assert_refused(user, REC, "write", [self.draft.id], vals={"text": "Sửa"})
            self.assert_refused(user, REC, "unlink", [self.draft.id])
            self.assert_refused(user, REC, "action_send", [self.draft.id])
            self.assert_refused(user, REC, "copy", [self.draft.id])

    def test_nothing_that_was_sent_is_written_by_anybody(self):
        values = (
            {"text": "Sửa"},
            {"addressee_kind": "authority"},
            {"state": "settled"},
            {"answer": "Đã trả lời"},
            {"received_on": "2026-01-01"},
            {"date_due": "2030-01-01"},
            {"waits_until": False},
            {"is_public": True},
            {"unit_id": self.sibling.id},
            {"sealed_board_id": False},
            {"step_ids": [Command.clear()]},
            {"reply_ids": [Command.clear()]},
        )
        for vals in values:
            for user in (self.leader, self.head):
                self.assert_refused(user, REC, "write", [self.received.id], vals=vals)
        for user in (self.leader, self.head, self.officer):
            self.assert_refused(user, REC, "unlink", [self.received.id])

    def test_no_context_opens_anything(self):
        for context in CONTEXTS:
            self.assert_refused(
                self.leader, REC, "write", [self.sent.id], vals={"text": "Sửa"}, context=context
            )
            self.assert_refused(
                self.head, REC, "write", [self.sent.id], vals={"state": "answered"}, context=context
            )

    def test_the_log_is_nobodys_to_write(self):
        step = self.received.step_ids[:1]
        for user in (self.leader, self.head, self.officer, self.representative, self.manager):
            self.assert_refused(user, STEP, "write", [step.id], vals={"text": "Sửa"})
            self.assert_refused(user, STEP, "unlink", [step.id])
            self.assert_refused(
                user, STEP, "create", vals_list=[{"recommendation_id": self.received.id}]
            )

    def test_an_answer_that_was_given_does_not_change(self):
        reply = self.answered.reply_ids
        for user in (self.head, self.officer, self.leader):
            self.assert_refused(user, REPLY, "write", [reply.id], vals={"answer": "Sửa"})
            self.assert_refused(
                user, FILE, "create", vals_list=[{"reply_id": reply.id, "name": "a.pdf"}]
            )
            self.assert_refused(user, REPLY, "unlink", [reply.id])

    def test_sheets_and_files_are_not_made_or_moved_by_hand(self):
        reply, other = self.received.reply_ids, self.sent.reply_ids
        for user in (self.head, self.officer):
            self.assert_refused(
                user, REPLY, "create", vals_list=[{"recommendation_id": self.draft.id}]
            )
            for vals in (
                {"recommendation_id": self.sent.id},
                {"unit_id": self.sibling.id},
                {"is_given": True},
                {"sealed_board_id": False},
            ):
                self.assert_refused(user, REPLY, "write", [reply.id], vals=vals)
            for vals in ({"reply_id": other.id}, {"is_given": True}, {"data": PDF}):
                self.assert_refused(user, FILE, "write", self.prepared_file.ids, vals=vals)
        for user in (self.leader, self.representative, self.staff, self.sibling_head):
            file = {"reply_id": reply.id, "name": "a.pdf", "data": PDF}
            self.assert_refused(user, FILE, "create", vals_list=[file])

    def test_the_person_dealt_with_is_written_by_members_alone(self):
        person = self.answered.outcome_person_ids
        for user in (*self.house, *self.outsiders):
            self.assert_refused(user, PERSON, "write", [person.id], vals={"name": "Khác"})
            row = {"recommendation_id": self.answered.id, "name": "Khác"}
            self.assert_refused(user, PERSON, "create", vals_list=[row])
        # Nor is one put under what is not answered.
        row = {"recommendation_id": self.received.id, "name": "Khác"}
        self.assert_refused(self.leader, PERSON, "create", vals_list=[row])
        moved = {"recommendation_id": self.received.id}
        self.assert_refused(self.leader, PERSON, "write", [person.id], vals=moved)


class TestActing(RecommendationAttacks):
    def test_only_members_send_verify_hand_on_and_open(self):
        calls = (
            (self.answered, "action_verify", {"result": "not_settled", "text": "Chưa"}),
            (self.answered, "action_verify", {"result": "handed_on", "handed_to": "Sở"}),
            (self.answered, "action_hand_on", {"handed_to": "Sở", "reason": "Chưa"}),
            (self.answered, "action_open", {}),
            (self.public, "action_close_to_staff", {}),
        )
        for user in (*self.house, *self.outsiders):
            for row, method, arguments in calls:
                self.assert_refused(user, REC, method, [row.id], **arguments)

    def test_only_the_head_answers_in_the_system(self):
        values = self.rpc_acceptance()
        for user in (self.officer, self.representative, self.staff, *self.outsiders):
            self.assert_refused(user, REC, "action_answer", [self.received.id], values=values)
            self.assert_refused(user, REPLY, "action_give", self.received.reply_ids.ids)

    def test_a_member_writes_no_answer_without_the_paper(self):
        values = self.rpc_acceptance()
        self.assert_refused(self.leader, REC, "action_answer", [self.received.id], values=values)
        program = {**values, "files": [["traloi.pdf", "TVqQAAMAAAA="]]}
        self.assert_refused(self.leader, REC, "action_answer", [self.received.id], values=program)

    def test_nobody_answers_before_receipt(self):
        values = self.rpc_acceptance()
        for user in (self.head, self.leader):
            said = self.assert_refused(user, REC, "action_answer", [self.sent.id], values=values)
            self.assertIn("note the day of receipt first", said.message)

    def test_only_the_two_sides_note_the_receipt(self):
        for user in (self.representative, self.staff, *self.outsiders):
            self.assert_refused(
                user, REC, "action_receive", [self.sent.id], received_on=str(today())
            )

    def test_only_the_representative_urges(self):
        for user in (self.head, self.officer, self.staff, self.leader, *self.outsiders):
            self.assert_refused(user, REC, "action_urge", [self.received.id])

    def test_a_dialog_opens_nothing(self):
        for user in (self.staff, self.sibling_leader, self.upper_officer):
            say = {"recommendation_id": self.answered.id, "what": "verify", "result": "settled"}
            self.assert_refused(user, SAY, "create", vals_list=[say])
            paper = {"recommendation_id": self.received.id, "answer_state": "refuse"}
            self.assert_refused(user, PAPER, "create", vals_list=[paper])

    def test_the_task_is_the_boards_to_accept(self):
        task = self.answered.task_id
        task.with_user(self.staff).action_done("Đã niêm yết")
        for user in (self.head, self.officer):
            self.assert_refused(user, TASK, "action_accept", [task.id])
            self.assert_refused(user, TASK, "action_cancel", [task.id], reason="Thôi")
            self.assert_refused(
                user, TASK, "write", [task.id], vals={"watching_board_id": self.sibling_board.id}
            )
        for user in (self.leader, self.member):
            for method in ("action_accept", "action_done", "action_send_back", "action_start"):
                self.assert_refused(user, TASK, method, [task.id])
            self.assert_refused(user, TASK, "write", [task.id], vals={"result": "Xong"})
        for user in (self.sibling_leader, self.upper_leader, self.inspector):
            self.assert_refused(user, TASK, "read", [task.id], fields=["name"])

    def test_nobody_gives_a_task_a_board_to_watch_it(self):
        values = {"name": "Tự giao", "watching_board_id": self.board.id}
        for _door, made in self.by_each_door(self.officer, TASK, "create", vals_list=[values]):
            self.assertFalse(self.env[TASK].browse(made).watching_board_id)

    def test_private_methods_are_not_called(self):
        for method in ("_put", "_move_to", "_make_task", "_accept_task", "_begun", "_tell"):
            self.assert_refused(self.leader, REC, method, [self.sent.id])
        for method in ("_put", "_begin"):
            self.assert_refused(self.head, REPLY, method, self.received.reply_ids.ids)

    def rpc_acceptance(self):
        values = self.acceptance()
        return {**values, "measure_date": str(values["measure_date"])}

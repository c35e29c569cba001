from datetime import timedelta

from odoo import SUPERUSER_ID
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, TransactionCase

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.petitions import PETITION, PHOTO, PROGRAM, SAID, PetitionWorld


class TestHandingIn(PetitionWorld, TransactionCase):
    def test_what_is_handed_in_reaches_the_board(self):
        petition = self.hand_in(files=[{"name": "anh.jpg", "data": PHOTO}], contact="0900 000 000")
        self.assertEqual((petition.name, petition.text), (SAID["name"], SAID["text"]))
        self.assertEqual(petition.board_id, self.board)
        self.assertEqual(petition.sealed_board_id, self.board)
        self.assertEqual(petition.unit_id, self.school)
        self.assertEqual((petition.state, petition.door), ("new", "system"))
        self.assertEqual(petition.received_on, today())
        self.assertTrue(petition.is_confidential)
        informant = petition.informant_ids
        self.assertEqual(informant.user_id.id, self.teacher.id)
        self.assertEqual(informant.sudo().employee_id, self.teacher.employee_id)
        self.assertEqual((informant.name, informant.contact), (self.teacher.name, "0900 000 000"))
        self.assertEqual(petition.file_ids.name, "anh.jpg")
        self.assertEqual(petition.file_ids.data, PHOTO.encode())

    def test_no_row_tells_who_made_it(self):
        petition = self.hand_in(files=[{"name": "anh.jpg", "data": PHOTO}]).sudo()
        attachment = self.env["ir.attachment"].search(
            [("res_model", "=", "dan_chu.petition.file"), ("res_field", "!=", False)]
        )
        self.assertTrue(attachment)
        for row in (petition, petition.file_ids, attachment):
            self.assertEqual(row.create_uid.id, SUPERUSER_ID)
            self.assertEqual(row.write_uid.id, SUPERUSER_ID)
        self.assertEqual(petition.file_ids.added_by_id.id, SUPERUSER_ID)
        self.assertNotIn("create_uid", petition.informant_ids._fields)
        self.assertNotIn("message_ids", petition._fields)
        self.assertNotIn("activity_ids", petition._fields)

    def test_a_default_of_the_caller_changes_nothing(self):
        caller = self.env[PETITION].with_user(self.teacher)
        number = caller.with_context(
            default_state="answered",
            default_create_uid=self.teacher.id,
            default_sealed_board_id=self.sibling_board.id,
            default_answer="Đã giải quyết",
        ).hand_in(SAID)
        petition = self.env[PETITION].browse(number)
        self.assertEqual(petition.state, "new")
        self.assertEqual(petition.create_uid.id, SUPERUSER_ID)
        self.assertEqual(petition.sealed_board_id, self.board)
        self.assertFalse(petition.answer)

    def test_one_says_what_it_is_and_how(self):
        for values in (
            {"name": " "},
            {"text": None},
            {"is_confidential": None},
            {"is_confidential": "yes"},
        ):
            with self.subTest(values), self.assertRaises(UserError):
                self.hand_in(**values)

    def test_files_are_looked_at(self):
        with self.assertRaisesRegex(UserError, "program"):
            self.hand_in(files=[{"name": "anh.jpg", "data": PROGRAM}])
        with self.assertRaisesRegex(UserError, "11 files"):
            self.hand_in(files=[{"name": "anh.jpg", "data": PHOTO}] * 11)

    def test_it_goes_to_the_own_board_alone(self):
        with self.assertRaises(AccessError):
            self.hand_in(board_id=self.sibling_board.id)
        with self.assertRaises(UserError):
            self.hand_in(self.upper_supervisor, board_id=self.board.id)
        self.assertFalse(self.env[PETITION].search([]))

    def test_who_is_on_the_staff_of_two_houses_chooses(self):
        with self.assertRaisesRegex(UserError, "Choose the board"):
            self.hand_in(self.two_roles)
        petition = self.env[PETITION].browse(
            self.env[PETITION]
            .with_user(self.two_roles)
            .hand_in({**SAID, "board_id": self.sibling_board.id})
        )
        self.assertEqual(petition.unit_id, self.sibling)

    def test_where_there_is_no_board_one_is_told_whom_to_turn_to(self):
        self.ward_school.representative_body = "Ban đại diện viên chức"
        self.ward_school.has_union = False
        user = self.make_user("far_teacher", ("staff", self.ward_school))
        with self.assertRaisesRegex(UserError, "Ban đại diện viên chức.*Điều 63 khoản 2 điểm e"):
            self.hand_in(user)
        self.ward_school.has_union = True
        with self.assertRaisesRegex(UserError, "Ban Chấp hành Công đoàn"):
            self.hand_in(user)
        with self.assertRaisesRegex(UserError, "on the staff of no unit"):
            self.hand_in(self.no_role)

    def test_the_members_are_mailed_that_something_came_and_nothing_of_it(self):
        self.hand_in()
        mails = self.env["mail.mail"].search([("subject", "=", "Something has come to your board")])
        self.assertEqual(
            set(mails.mapped("email_to")),
            {self.leader.email_formatted, self.member.email_formatted},
        )
        for mail in mails:
            self.assertEqual(mail.create_uid.id, SUPERUSER_ID)
            self.assertNotIn(self.teacher.partner_id, mail.author_id)
            for word in (SAID["name"], "Tháng 10", self.teacher.name):
                self.assertNotIn(word, f"{mail.body_html} {mail.subject}")

    def test_by_the_form_nothing_of_which_stays(self):
        form = Form(self.env["dan_chu.petition.hand.in"].with_user(self.teacher))
        self.assertEqual(form.board_id.id, self.board.id)
        self.assertIn(self.third.name, form.readers)
        form.how = "confidential"
        form.name = SAID["name"]
        form.text = SAID["text"]
        with form.file_ids.new() as file:
            file.data = PHOTO
            file.name = "anh.jpg"
        wizard = form.save()
        files = wizard.file_ids
        wizard.action_hand_in()
        self.assertFalse(wizard.exists())
        self.assertFalse(files.exists())
        petition = self.as_user(self.env[PETITION].search([]), self.member)
        self.assertTrue(petition.is_confidential)
        self.assertEqual(petition.file_ids.data, PHOTO.encode())
        self.assertFalse(self.env["ir.attachment"].search([("create_uid", "=", self.teacher.id)]))

    def test_the_form_of_another_is_not_read_and_not_handed_in(self):
        wizard = self.env["dan_chu.petition.hand.in"].with_user(self.teacher)
        wizard = wizard.create({"name": "Việc riêng", "text": "Nội dung", "how": "named"})
        for user in (self.staff, self.officer, self.head, self.manager, self.leader):
            with self.subTest(user=user.login):
                other = self.as_user(wizard, user)
                self.assertFalse(other.search([]))
                with self.assertRaises(AccessError):
                    other.read(["name"])
                with self.assertRaises(AccessError):
                    other.action_hand_in()
        with self.assertRaisesRegex(UserError, "form of your own"):
            wizard.with_user(SUPERUSER_ID).action_hand_in()

    def test_the_form_says_where_there_is_no_board(self):
        user = self.make_user("far_teacher", ("staff", self.ward_school))
        form = self.env["dan_chu.petition.hand.in"].with_user(user).new({})
        self.assertIn("Điều 63", form.no_board_text)
        self.assertFalse(form.board_id)


class TestLife(PetitionWorld, TransactionCase):
    def test_taken_up_verified_and_answered(self):
        petition = self.hand_in()
        petition.action_accept()
        self.assertEqual(petition.state, "accepted")
        petition.action_take_into(kind="verify")
        self.assertEqual(petition.state, "in_inspection")
        inspection = petition.inspection_id
        self.assertEqual((inspection.kind, inspection.state), ("verify", "planned"))
        self.assertEqual(inspection.sealed_board_id, self.board)
        petition.action_answer(" Đã thanh toán ngày 20/11. ")
        self.assertEqual(petition.state, "answered")
        self.assertEqual(petition.answer, "Đã thanh toán ngày 20/11.")
        self.assertEqual(petition.answered_on, today())

    def test_what_was_said_in_confidence_is_not_copied_into_what_others_are_told(self):
        petition = self.hand_in()
        petition.action_take_into(kind="verify")
        said = petition.inspection_id.read()[0]
        for words in (SAID["name"], SAID["text"], self.teacher.name):
            self.assertNotIn(words, str(said))
        named = self.hand_in(is_confidential=False)
        named.action_take_into(kind="verify")
        self.assertIn(SAID["name"], named.inspection_id.name)
        self.assertNotIn(SAID["text"], str(named.inspection_id.read()[0]))

    def test_into_the_supervision_of_the_quarter_which_is_one(self):
        first, second = self.hand_in(), self.hand_in()
        first.action_take_into(kind="standing")
        second.action_take_into(kind="standing")
        self.assertEqual(first.inspection_id.kind, "standing")
        self.assertEqual(first.inspection_id, second.inspection_id)

    def test_into_an_inspection_that_there_is(self):
        petition = self.hand_in()
        inspection = (
            self.env["dan_chu.inspection"]
            .with_user(self.member)
            .create({"name": "Kiểm tra quỹ", "kind": "check", "board_id": self.board.id})
        )
        petition.action_take_into(inspection.id)
        self.assertEqual(petition.inspection_id, inspection)

    def test_into_none_of_another_board_and_of_no_other_kind(self):
        petition = self.hand_in()
        other = (
            self.env["dan_chu.inspection"]
            .with_user(self.sibling_leader)
            .create({"name": "Của trường khác", "kind": "check", "board_id": self.sibling_board.id})
        )
        with self.assertRaises(AccessError):
            petition.action_take_into(other.id)
        with self.assertRaises(UserError):
            petition.action_take_into(kind="check")
        self.assertEqual(petition.state, "new")

    def test_refused_with_the_reason(self):
        petition = self.hand_in()
        self.assertEqual(petition.action_refuse()["res_model"], "dan_chu.petition.say")
        self.assertEqual(petition.action_refuse("  ")["res_model"], "dan_chu.petition.say")
        self.assertEqual(petition.state, "new")
        petition.action_refuse("Không thuộc phạm vi kiểm tra, giám sát của Ban.")
        self.assertEqual(petition.state, "refused")
        for act in ("action_accept", "action_answer", "action_forward", "action_take_into"):
            with self.subTest(act), self.assertRaises(UserError):
                getattr(petition, act)()

    def test_by_the_dialog(self):
        for step, values, state in (
            ("answer", {"text": "Đã xem xét."}, "answered"),
            ("refuse", {"text": "Ngoài phạm vi."}, "refused"),
            ("take", {"where": "verify"}, "in_inspection"),
            ("take", {"where": "standing"}, "in_inspection"),
            ("forward", {"receiving_body": "Công an phường"}, "forwarded"),
        ):
            with self.subTest(step=step, values=values):
                petition = self.hand_in()
                dialogs = self.env["dan_chu.petition.say"].with_user(self.member)
                dialog = dialogs.create({"petition_id": petition.id, "step": step, **values})
                dialog.action_confirm()
                self.assertEqual(petition.state, state)

    def test_a_dialog_without_words_does_nothing(self):
        petition = self.hand_in()
        for step in ("answer", "refuse", "forward"):
            dialog = self.env["dan_chu.petition.say"].with_user(self.member)
            dialog = dialog.create({"petition_id": petition.id, "step": step, "text": " "})
            with self.subTest(step), self.assertRaises(UserError):
                dialog.action_confirm()
        dialog = self.env["dan_chu.petition.say"].with_user(self.member)
        dialog = dialog.create({"petition_id": petition.id, "step": "take", "where": "there_is"})
        with self.assertRaisesRegex(UserError, "Choose the inspection"):
            dialog.action_confirm()
        self.assertEqual(petition.state, "new")

    def test_nobody_but_its_members_moves_it(self):
        petition = self.hand_in()
        for user in (
            self.teacher,
            self.staff,
            self.officer,
            self.head,
            self.representative,
            self.inspector,
            self.sibling_leader,
            self.upper_leader,
            self.manager,
        ):
            mine = self.as_user(petition, user)
            for act, arguments in (
                ("action_accept", []),
                ("action_refuse", ["x"]),
                ("action_answer", ["x"]),
                ("action_take_into", [None, "verify"]),
                ("action_forward", ["guided", "x"]),
                ("write", [{"answer": "x"}]),
                ("unlink", []),
            ):
                with (
                    self.subTest(user=user.login, act=act),
                    self.assertRaises(UserError),
                ):
                    getattr(mine, act)(*arguments)
        self.assertEqual(self.as_user(petition, self.member).state, "new")

    def test_a_member_whose_mandate_ended_reads_nothing_more(self):
        petition = self.hand_in()
        self.assertTrue(petition.has_access("read"))
        self.member_mandate._end_mandate(today() - timedelta(days=1), "resigned")
        self.assertFalse(self.as_user(petition, self.member).has_access("read"))

    def test_what_was_handed_in_is_changed_by_nobody(self):
        petition = self.hand_in(files=[{"name": "anh.jpg", "data": PHOTO}])
        for vals in (
            {"text": "Khác"},
            {"state": "answered"},
            {"is_confidential": False},
            {"sealed_board_id": self.sibling_board.id},
            {"board_id": self.sibling_board.id},
            {"answer": "Xong"},
            {"file_ids": [(5, 0, 0)]},
            {"informant_ids": [(5, 0, 0)]},
        ):
            with self.subTest(vals), self.assertRaises(UserError):
                petition.write(vals)
        for row, vals in (
            (petition.informant_ids, {"name": "Người khác"}),
            (petition.file_ids, {"name": "khac.jpg"}),
        ):
            with self.subTest(row), self.assertRaises(UserError):
                row.write(vals)
            with self.subTest(row), self.assertRaises(UserError):
                row.unlink()
        with self.assertRaises(UserError):
            petition.unlink()
        with self.assertRaises(UserError):
            self.env["dan_chu.informant"].with_user(self.member).create(
                {"petition_id": petition.id, "name": "Người khác"}
            )

    def test_the_informant_sees_state_and_answer_and_nothing_else(self):
        petition = self.hand_in(files=[{"name": "anh.jpg", "data": PHOTO}])
        petition.action_take_into(kind="verify")
        petition.action_answer("Đã xem xét.")
        own = self.as_user(petition, self.teacher)
        self.assertEqual(own.search([("is_mine", "=", True)]), own)
        self.assertEqual(own.read(["text", "state", "answer"])[0]["answer"], "Đã xem xét.")
        for name in ("inspection_id", "informant_ids", "file_ids"):
            with self.subTest(name), self.assertRaises(AccessError):
                own.read([name])
            with self.subTest(name), self.assertRaises(AccessError):
                own.search([(name, "!=", False)])
        self.assertNotIn("informant_ids", own.read()[0])
        self.assertEqual(own.search_count([]), 1)

    def test_the_next_board_goes_on_with_what_is_open(self):
        petition = self.hand_in()
        elected = self.make_board(self.school, (self.third, "head"), recognised=False)
        newcomer = self.make_user("newcomer", ("staff", self.school))
        elected.member_ids.create({"board_id": elected.id, "employee_id": newcomer.employee_id.id})
        elected.action_recognise(today(), "Quyết định số 12/QĐ-CĐ")
        self.assertFalse(self.as_user(petition, self.member).has_access("read"))
        taken_over = self.as_user(petition, newcomer)
        taken_over.action_answer("Ban mới đã xem xét.")
        self.assertEqual(taken_over.state, "answered")
        self.assertEqual(self.record(newcomer).board_id, elected)

    def test_mine_is_asked_of_oneself_alone(self):
        petition = self.hand_in()
        self.assertFalse(petition.is_mine)
        self.assertFalse(petition.search([("is_mine", "=", True)]))
        self.assertEqual(petition.search([("is_mine", "=", False)]), petition)
        self.assertEqual(petition.search([("is_mine", "in", [True, False])]), petition)

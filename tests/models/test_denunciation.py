from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, TransactionCase
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.petitions import PHOTO, SAID, PetitionWorld


class TestOnPaper(PetitionWorld, TransactionCase):
    def test_a_member_records_what_came_on_paper(self):
        petition = self.record(
            received_on=self.month_ago,
            informant_ids=[(0, 0, {"name": "Bà Phạm Thị Lụa", "contact": "Tổ Văn phòng"})],
            file_ids=[(0, 0, {"name": "don.jpg", "data": PHOTO})],
        )
        self.assertEqual(petition.door, "paper")
        self.assertEqual(petition.board_id, self.board)
        self.assertEqual(petition.informant_ids.name, "Bà Phạm Thị Lụa")
        self.assertFalse(petition.informant_ids.user_id)
        petition.text = "Viết lại cho rõ."
        petition.action_accept()
        with self.assertRaises(UserError):
            petition.text = "Sửa sau khi tiếp nhận."

    def test_what_stands_behind_buttons_is_not_given_at_the_beginning(self):
        petition = self.record(
            state="answered",
            answer="Xong",
            door="system",
            sealed_board_id=self.sibling_board.id,
            unit_id=self.sibling.id,
        )
        self.assertEqual((petition.state, petition.door), ("new", "paper"))
        self.assertFalse(petition.answer)
        self.assertEqual(petition.sealed_board_id, self.board)
        self.assertEqual(petition.unit_id, self.school)

    def test_only_for_the_own_board_and_not_tomorrow(self):
        for board in (self.sibling_board, self.steering):
            with self.subTest(board.name), self.assertRaises(UserError):
                self.record(board_id=board.id)
        with self.assertRaises(ValidationError):
            self.record(received_on="2099-01-01")
        for user in (self.staff, self.officer, self.head, self.inspector):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.record(user, board_id=self.board.id)

    def test_recorded_by_mistake_it_goes(self):
        petition = self.record(file_ids=[(0, 0, {"name": "don.jpg", "data": PHOTO})])
        petition.unlink()
        self.assertFalse(petition.exists())


class TestDenunciation(PetitionWorld, TransactionCase):
    def test_that_it_was_passed_on_is_all_there_is_of_it(self):
        row = self.denounce()
        self.assertEqual((row.kind, row.state), ("denunciation", "forwarded"))
        self.assertEqual(row.receiving_body, "Thanh tra tỉnh")
        self.assertFalse(row.text or row.name or row.answer or row.informant_ids or row.file_ids)
        self.assertIn("Denunciation", row.display_name)

    def test_no_content_and_no_name(self):
        for vals in (
            {"text": "Ông A nhận tiền"},
            {"name": "Tố cáo ông A"},
            {"informant_ids": [(0, 0, {"name": "Bà B"})]},
            {"file_ids": [(0, 0, {"name": "don.jpg", "data": PHOTO})]},
        ):
            with self.subTest(vals), self.assertRaisesRegex(UserError, "Điều 58 khoản 2"):
                self.denounce(**vals)
        row = self.denounce()
        for vals in ({"text": "Ông A"}, {"name": "Ông A"}, {"kind": "petition"}):
            with self.subTest(vals), self.assertRaises(UserError):
                row.write(vals)
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"), self.cr.savepoint():
            self.env["dan_chu.informant"].create({"petition_id": row.id, "name": "Bà B"})
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"), self.cr.savepoint():
            self.env["dan_chu.petition.file"].create(
                {"petition_id": row.id, "name": "don.jpg", "data": PHOTO}
            )

    def test_the_database_refuses_what_gets_past_the_model(self):
        row, petition = self.denounce(), self.hand_in()
        self.env.flush_all()
        for number, change in (
            (row.id, "text = 'Ông A nhận tiền'"),
            (row.id, "name = 'Ông A'"),
            (row.id, "answer = 'x'"),
            (row.id, "search_text = 'ong a'"),
            (row.id, "is_confidential = true"),
            (row.id, "receiving_body = NULL"),
            (row.id, "forwarded_on = NULL"),
            (row.id, "guidance = NULL"),
            (row.id, "state = 'new'"),
            (petition.id, "kind = 'denunciation', state = 'forwarded'"),
            (petition.id, "state = 'forwarded'"),
            (petition.id, "text = NULL"),
        ):
            with (
                self.subTest(change),
                self.assertRaises(IntegrityError),
                mute_logger("odoo.sql_db"),
                self.cr.savepoint(),
            ):
                self.cr.execute(f"UPDATE dan_chu_petition SET {change} WHERE id = %s", [number])

    def test_what_was_typed_before_one_saw_what_it_is_is_not_sent(self):
        form = Form(self.env["dan_chu.petition"].with_user(self.member))
        form.name = "Ông A"
        form.text = "Ông A nhận tiền"
        with form.informant_ids.new() as row:
            row.name = "Bà B"
        form.kind = "denunciation"
        form.guidance = "guided"
        form.receiving_body = "Thanh tra tỉnh"
        row = form.save()
        self.assertEqual((row.kind, row.forwarded_on), ("denunciation", today()))
        self.assertFalse(row.informant_ids or row.name or row.text)

    def test_the_day_and_the_body_are_asked(self):
        for name in ("receiving_body", "forwarded_on", "guidance"):
            with (
                self.subTest(name),
                self.assertRaises(IntegrityError),
                mute_logger("odoo.sql_db"),
                self.cr.savepoint(),
            ):
                self.denounce(**{name: False})

    def test_a_petition_that_turns_out_to_be_one_leaves_nothing(self):
        petition = self.hand_in(files=[{"name": "anh.jpg", "data": PHOTO}])
        informant, file = petition.informant_ids, petition.file_ids
        petition.action_forward("guided", "Công an phường Bến Ngự", today())
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertEqual((petition.kind, petition.state), ("denunciation", "forwarded"))
        self.assertFalse(informant.exists() or file.exists())
        self.assertFalse(
            self.env["ir.attachment"].search([("res_model", "=", "dan_chu.petition.file")])
        )
        self.cr.execute("SELECT * FROM dan_chu_petition WHERE id = %s", [petition.id])
        kept = str(self.cr.dictfetchall())
        for words in (SAID["name"], "Tháng 10", "thang 10", self.teacher.name):
            self.assertNotIn(words, kept)
        self.assertFalse(self.as_user(petition, self.teacher).search([]))

    def test_it_asks_first_to_which_body(self):
        petition = self.hand_in()
        self.assertEqual(petition.action_forward()["res_model"], "dan_chu.petition.say")
        self.assertEqual(
            petition.action_forward("guided", " ")["res_model"], "dan_chu.petition.say"
        )
        self.assertEqual(petition.kind, "petition")

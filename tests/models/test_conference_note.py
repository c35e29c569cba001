from uuid import uuid4

import psycopg2

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import SQL, mute_logger

from tests.conference_papers import ConferencePaperCase


class TestConferenceNote(ConferencePaperCase):
    def take(self, user=None, **values):
        return self.held.with_user(user or self.secretary).take_note(
            {
                "client_key": str(uuid4()),
                "item_id": self.discussion.id,
                "note_kind": "speech",
                "text": "Nhất trí",
                **values,
            }
        )

    def test_a_secretary_without_a_role_notes_and_sees_the_minutes_grow(self):
        held = self.held.with_user(self.secretary)
        self.assertTrue(held.may_take_notes)
        self.take(text="Cần sửa nhà xe", speaker="Phạm Văn Kế", note_kind="question")
        screen = held.notes_screen(self.held.id)["conference"]
        (note,) = screen["notes"]
        self.assertEqual((note["author"], note["is_mine"]), (self.secretary.name, True))
        self.assertIn("Phạm Văn Kế", held.minutes_preview())
        self.assertFalse(self.held.paper_ids)
        self.assertFalse(self.held.note_ids.with_user(self.secretary).has_access("read"))

    def test_several_note_at_once_and_see_each_other(self):
        self.take(text="Một")
        self.take(self.officer, text="Hai")
        screen = self.held.with_user(self.secretary).notes_screen(self.held.id)["conference"]
        self.assertEqual([note["text"] for note in screen["notes"]], ["Một", "Hai"])
        self.assertEqual([note["is_mine"] for note in screen["notes"]], [True, False])

    def test_sent_twice_it_is_noted_once(self):
        key = str(uuid4())
        first = self.take(client_key=key)
        self.assertEqual(self.take(client_key=key)["id"], first["id"])
        self.assertEqual(len(self.held.note_ids), 1)

    def test_the_server_s_clock_counts(self):
        notes = self.env["dan_chu.conference.note"]
        ago, late = (
            fields.Datetime.now() - notes.browse(self.take(seconds_ago=seconds)["id"]).noted_on
            for seconds in (600, 10**12)
        )
        self.assertAlmostEqual(ago.total_seconds(), 600, delta=60)
        self.assertAlmostEqual(late.total_seconds(), 0, delta=60)

    def test_nobody_writes_over_what_another_has_just_put_right(self):
        note = self.take(text="Sửa nhà se")
        held = self.held.with_user(self.secretary)
        held.change_note(note["id"], {"text": "Sửa nhà xe"}, "Sửa nhà se")
        # Sent a second time, as the answer was lost.
        held.change_note(note["id"], {"text": "Sửa nhà xe"}, "Sửa nhà se")
        with self.assertRaisesRegex(UserError, "Sửa nhà xe"):
            held.change_note(note["id"], {"text": "Xây nhà xe"}, "Sửa nhà se")

    def test_it_is_taken_away_by_who_noted_it_or_the_officer(self):
        note = self.take(self.officer)
        with self.assertRaises(AccessError):
            self.held.with_user(self.secretary).drop_note(note["id"])
        self.held.with_user(self.officer).drop_note(note["id"])
        self.assertFalse(self.held.note_ids)

    def test_nobody_else_notes_or_looks(self):
        note = self.take()
        for user in (self.staff, self.counter, self.clerk, self.representative, self.no_role):
            held = self.held.with_user(user)
            for call in (
                lambda held=held: held.take_note({"text": "x"}),
                lambda held=held: held.change_note(note["id"], {"text": "x"}, "Nhất trí"),
                lambda held=held: held.drop_note(note["id"]),
                lambda held=held: held.notes_screen(self.held.id),
                lambda held=held: held.minutes_preview(),
                lambda held=held: held.find_speakers("a"),
            ):
                with self.assertRaises(AccessError):
                    call()
        self.assertTrue(self.held.with_user(self.chair).notes_screen(self.held.id)["conference"])
        with self.assertRaises(AccessError):
            self.take(self.chair)

    def test_the_duty_is_one_at_this_conference_only(self):
        other = self.make_conference("open")
        note = self.take()
        with self.assertRaises(AccessError):
            other.with_user(self.secretary).take_note({"text": "x"})
        self.give_duties(other)
        held = other.with_user(self.secretary)
        with self.assertRaises(UserError):
            held.change_note(note["id"], {"text": "x"}, "Nhất trí")
        with self.assertRaises(ValidationError):
            held.take_note({"client_key": str(uuid4()), "text": "x", "item_id": self.discussion.id})

    def test_what_cannot_be_read_is_refused_and_told(self):
        held = self.held.with_user(self.secretary)
        for values in (None, [], {"text": "x"}, {"client_key": "1", "text": "x"}):
            with self.assertRaises(UserError):
                held.take_note(values)
        for values in ({"item_id": "x"}, {"answers_id": "1"}, {"note_kind": "shout"}):
            with self.assertRaises(UserError):
                self.take(**values)
        with self.assertRaisesRegex(UserError, "few words"):
            self.take(text="   ")

    def test_names_are_found_without_their_marks(self):
        held = self.held.with_user(self.secretary)
        self.assertIn("Lê Thị Hạnh, Hiệu trưởng", held.find_speakers("Hạnh"))
        self.assertEqual(held.find_speakers("  "), [])

    def test_an_answer_answers_the_last_question_without_one(self):
        first = self.take(note_kind="question", text="Bao giờ sửa nhà xe?")
        second = self.take(note_kind="question", text="Bao giờ tăng lương?")
        answer = self.take(note_kind="answer", text="Tháng 11")
        self.assertEqual(answer["answers_id"], second["id"])
        self.assertEqual(self.take(note_kind="answer", text="Sắp")["answers_id"], first["id"])
        self.assertFalse(self.take(note_kind="answer", text="Nói thêm")["answers_id"])
        told = self.held._asked_printed()
        self.assertEqual([len(row["answers"]) for row in told], [1, 1])

    def test_notes_are_completed_after_the_end_until_the_minutes_are_signed(self):
        self.close()
        self.take(text="Bổ sung")
        paper = self.paper("minutes")
        paper.action_submit()
        with self.assertRaisesRegex(UserError, "submitted for signature"):
            self.take(text="Muộn")
        with self.assertRaisesRegex(UserError, "submitted for signature"):
            self.held.note_ids.with_user(self.officer).write({"text": "Khác"})
        self.env.flush_all()
        for change in ("UPDATE %s SET text = 'Khác'", "DELETE FROM %s"):
            with (
                self.subTest(change=change),
                mute_logger("odoo.sql_db"),
                self.assertRaises(psycopg2.errors.RestrictViolation),
                self.env.cr.savepoint(),
            ):
                self.env.cr.execute(SQL(change, SQL.identifier("dan_chu_conference_note")))
        held = self.held.with_user(self.secretary)
        self.assertFalse(held.notes_screen(self.held.id)["conference"]["is_open"])
        paper.action_return("Thiếu ý kiến")
        self.assertTrue(held.notes_screen(self.held.id)["conference"]["is_open"])
        self.take(text="Được")

    def test_who_noted_is_kept_by_the_system(self):
        note = self.note("speech", "Một", author_id=self.head.id, noted_on="2020-01-01")
        self.assertEqual(note.author_id, self.officer)
        self.assertGreater(note.noted_on.year, 2020)
        with self.assertRaises(UserError):
            note.author_id = self.head

    def test_waiting_for_a_signature_is_shown_where_one_signs(self):
        self.close()
        paper = self.paper("minutes")
        paper.action_submit()
        held = self.held.with_user(self.secretary)
        (row,) = held.notes_screen(self.held.id)["conference"]["to_sign"]
        self.assertEqual(row["id"], paper.id)
        paper.with_user(self.secretary).action_consent()
        self.assertFalse(held.notes_screen(self.held.id)["conference"]["to_sign"])

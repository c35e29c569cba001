from tests.conference_papers import ConferencePaperCase
from tests.conferences import ConferenceHttpCase


class TestNotes(ConferencePaperCase, ConferenceHttpCase):
    browser_size = "1366x768"

    def test_a_secretary_notes_and_the_minutes_say_it(self):
        self.assertEqual(self.secretary.dan_chu_assignment_ids.mapped("role"), ["staff"])
        address = "/odoo/action-dan_chu_co_so.conference_notes_action"
        self.start_tour(address, "dan_chu_take_notes", login="secretary", timeout=120)
        self.env.invalidate_all()
        speech, question, answer = self.held.note_ids.sorted("id")
        self.assertEqual(
            [(note.note_kind, note.text) for note in (speech, question, answer)],
            [
                ("speech", "Thống nhất với báo cáo tổng kết."),
                ("question", "Bao giờ sửa nhà xe?"),
                ("answer", "Trong hè năm nay."),
            ],
        )
        self.assertEqual((speech | question | answer).item_id, self.discussion)
        self.assertEqual((speech | question | answer).author_id, self.secretary)
        self.assertEqual(answer.answers_id, question)
        minutes = self.text(self.paper("minutes"))
        told = [speech.speaker, speech.text, question.text, answer.text]
        places = [minutes.find(words.rstrip(".")) for words in told]
        self.assertNotIn(-1, places)
        self.assertEqual(places, sorted(places))

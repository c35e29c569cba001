from odoo.fields import Command

from tests.boards import BoardHttpCase
from tests.findings import Findings

SCREEN = "/odoo/dan-chu-findings"


class TestFindingsOnAPhone(Findings, BoardHttpCase):
    browser_size = "390x844"
    touch_enabled = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.inspection = cls.make_inspection(
            cls.board, item_ids=[Command.create({"name": "Kho và tài sản"})]
        )

    def tour(self, name, login="member"):
        self.start_tour(SCREEN, name, login=login)
        self.env.invalidate_all()
        return self.inspection.finding_ids.sorted("id")

    def test_a_member_notes_in_a_few_taps(self):
        first, second = self.tour("dan_chu_note_on_a_phone")
        self.assertEqual((first.finding_kind, first.text), ("strength", "Sổ quỹ rõ ràng"))
        self.assertEqual(second.author_id, self.member)
        self.assertEqual((second.present, second.item_id.name), ("Thủ kho", "Kho và tài sản"))
        self.assertEqual(second.evidence_ids.mapped("name"), ["kho.png"])

    def test_a_dropped_connection_neither_loses_nor_doubles(self):
        finding = self.tour("dan_chu_note_without_connection")
        self.assertEqual(finding.mapped("text"), ["Thu ngoài sổ"])
        self.assertEqual(finding.evidence_ids.mapped("name"), ["kho.png"])

    def test_what_is_being_typed_outlives_a_reload(self):
        self.assertFalse(self.tour("dan_chu_reload_while_typing"))

    def test_a_full_browser_says_so_and_sends_all_the_same(self):
        self.assertEqual(self.tour("dan_chu_note_in_a_full_browser").mapped("text"), ["Máy đã đầy"])

    def test_what_is_refused_says_why_and_keeps_the_words(self):
        finding = self.tour("dan_chu_note_what_is_refused")
        self.assertEqual(finding.mapped("text"), ["Có tệp lạ"])
        self.assertFalse(finding.evidence_ids)

from tests.common import DanChuCase


class TestLegalDocumentForm(DanChuCase):
    def test_an_officer_is_shown_as_editable_only_what_is_the_units_own(self):
        texts = self.env["dan_chu.legal.document"]
        common = texts.search([("unit_id", "=", False)], limit=1)
        local = texts.with_user(self.officer).create({"kind": "plan", "number": "25/KH-UBND"})
        self.assertEqual(local.unit_id, self.school)
        self.assertTrue(self.as_user(local, self.officer).may_edit)
        self.assertFalse(self.as_user(common, self.officer).may_edit)
        self.assertFalse(self.as_user(local, self.staff).may_edit)
        self.assertTrue(self.as_user(common, self.manager).may_edit)

    def test_a_new_text_is_open_to_who_may_add_one(self):
        self.assertTrue(self.env["dan_chu.legal.document"].with_user(self.officer).new().may_edit)

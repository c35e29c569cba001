"""The decision that an award came with, opened by whom it was given to; years that seem odd."""

from datetime import date

from odoo.exceptions import AccessError, UserError

from tests.commendation_papers import CommendationPaperCase


class TestDecisionBesideTheAward(CommendationPaperCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.vote()
        cls.decided = cls.issued(cls.decision())
        cls.mine = cls.own.honour_ids.with_user(cls.own.employee_id.user_id)

    def test_who_was_given_it_opens_the_issued_file(self):
        self.assertFalse(self.mine.has_paper, "It names others too, who may not know yet.")
        with self.assertRaisesRegex(UserError, "made known"):
            self.mine.action_open_paper()
        self.assertFalse(self.mine._decision_pdf())
        self.assertTrue(self.mine.with_user(self.officer)._decision_pdf())
        self.held.with_user(self.officer).action_publish()
        self.assertTrue(self.mine.has_paper)
        self.assertIn(f"/dan_chu/honours/{self.mine.id}/", self.mine.action_open_paper()["url"])
        document = self.decided.sudo().document_id
        self.assertEqual(self.mine._decision_pdf(), document._pdf_to_print())

    def test_nobody_else_does_before_it_is_made_known(self):
        theirs = self.mine.with_user(self.clever)
        with self.assertRaises(AccessError):
            theirs.action_open_paper()
        with self.assertRaises(AccessError):
            theirs._decision_pdf()
        self.held.with_user(self.officer).action_publish()
        self.assertTrue(theirs._decision_pdf())
        with self.assertRaises(AccessError):
            theirs.with_user(self.sibling_officer)._decision_pdf()

    def test_what_was_before_the_program_has_words_only(self):
        before = self.make_honour(self.school, self.teacher.employee_id).with_user(self.teacher)
        self.assertFalse(before.has_paper)
        with self.assertRaisesRegex(UserError, "ask the office"):
            before.action_open_paper()

    def test_a_round_for_a_year_that_has_only_begun_is_doubted(self):
        self.school.work_year_month = "9"
        held = self.make_round(date_from=date(2026, 10, 13), deadline=date(2026, 10, 20))
        self.assertEqual(held.work_year, "2026-2027")
        self.assertIn("2025-2026", held.year_warning)
        held.work_year = "2025-2026"
        self.assertFalse(held.year_warning)
        held.work_year = "2022-2023"
        self.assertIn("2022-2023", held.year_warning)
        held.occasion = "sudden"
        self.assertFalse(held.year_warning)

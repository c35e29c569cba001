from tests.papers import PaperCase


class TestTurn(PaperCase):
    """Who has something to do with a paper is told so, and nobody else any more."""

    def to_do(self, notice):
        self.env.invalidate_all()
        return {(row.user_id, row.summary) for row in notice.sudo().activity_ids}

    def test_the_head_is_told_of_a_paper_to_sign_and_the_writer_of_one_to_mend(self):
        notice = self.make_notice(self.school).with_user(self.officer)
        notice.action_submit()
        both = {(self.head, "To be signed"), (self.deputy, "To be signed")}
        self.assertEqual(self.to_do(notice), both)
        notice.with_user(self.head).action_return("Thiếu căn cứ.")
        self.assertEqual(self.to_do(notice), {(self.officer, "To be corrected")})
        self.assertEqual(notice.returned_reason, "Thiếu căn cứ.")
        notice.action_submit()
        self.assertFalse(notice.returned_reason)
        notice.with_user(self.head).action_issue()
        self.assertEqual(self.to_do(notice), set())

    def test_a_reason_is_text_whatever_signs_are_in_it(self):
        notice = self.make_notice(self.school).with_user(self.officer)
        notice.action_submit()
        notice.with_user(self.head).action_return("Số liệu < 5 <b>sai</b>.")
        note = notice.sudo().activity_ids.note
        self.assertIn("Số liệu &lt; 5 &lt;b&gt;sai&lt;/b&gt;.", note)

    def test_only_who_is_named_is_asked_to_sign(self):
        notice = self.make_notice(self.school)
        notice.signatory_ids.employee_id = self.deputy.sudo().employee_id
        notice.with_user(self.officer).action_submit()
        self.assertEqual(self.to_do(notice), {(self.deputy, "To be signed")})

    def test_a_paper_signed_by_hand_waits_for_nobody(self):
        notice = self.make_notice(self.school).with_user(self.officer)
        notice.action_submit()
        notice.action_record_paper_issue({"date": "2026-01-05"})
        self.assertEqual(self.to_do(notice), set())

    def test_an_open_number_is_remembered_for_the_day_it_is_due(self):
        notice = self.make_notice(self.school, number=False).with_user(self.officer)
        notice.action_submit()
        notice.with_user(self.head).action_issue()
        self.assertEqual(self.to_do(notice), {(self.officer, "Number to be filled in")})
        self.assertEqual(notice.sudo().activity_ids.date_deadline, notice.number_due_on)
        notice.action_fill_number("63")
        self.assertEqual(self.to_do(notice), set())

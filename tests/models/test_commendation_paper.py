from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form

from odoo.addons.dan_chu_co_so.lib.clock import today
from odoo.addons.dan_chu_co_so.models.commendation_paper import FORMS

from tests.commendation_papers import CommendationPaperCase


class TestCommendationPaper(CommendationPaperCase):
    def every(self):
        session = self.vote()
        movement, told, _plain = self.models()
        of_round = {"round_id": self.held.id}
        found = {
            form: self.paper(form, **of_round)
            for form in ("proposal", "decision", "bonus_list", "summary")
        }
        for form in ("council_minutes", "counting_minutes"):
            found[form] = self.paper(form, session_id=session.id)
        found["achievement"] = self.paper("achievement", commendation_id=self.good.id)
        found["initiative_form"] = self.paper("initiative_form", initiative_id=told.id)
        for form in ("initiative_list", "recognition_proposal"):
            found[form] = self.paper(form, movement_id=movement.id, unit_id=self.school.id)
        return found

    def test_each_form_is_written_from_the_records(self):
        self.make_honour(self.school, self.people[1], award_name="Chiến sĩ thi đua cơ sở")
        said = {
            "proposal": ["năm học 2026 - 2027", "Danh hiệu “Chiến sĩ thử”: 01 cá nhân"],
            "council_minutes": [
                "có 04 thành viên; có mặt: 04",
                "Chủ trì (chủ tọa): head, Chủ tịch",
                "bỏ phiếu kín",
                "Nguyễn Văn An (Lao động thử): 1/4",
                "Chưa có mô hình được công nhận",
                "(Trần Văn Phúc)",
            ],
            "counting_minutes": ["Kết quả kiểm phiếu", "Nguyễn Văn Anh", "Không ý kiến"],
            "achievement": ["Họ và tên: Nguyễn Văn Anh", "Chiến sĩ thi đua cơ sở"],
            "decision": ["Điều 1.", "Danh hiệu “Lao động thử”: 02 cá nhân", "Điều 3."],
            "bonus_list": ["1.404.000", "Một triệu bốn trăm linh bốn nghìn đồng", "Chưa xác định"],
            "summary": ["không thông qua: 01", "Theo đơn vị", "chưa có quyết định: 05"],
            "initiative_form": ["Chủ trì: Tổ Toán – Tin.", "10. Khả năng duy trì"],
            "initiative_list": ["38/38 lớp tham gia", "Nhân rộng ra khối 11", "Thư viện xanh"],
            "recognition_proposal": ["Kế hoạch số 12/KH-SGDĐT", "công nhận 01 mô hình"],
        }
        self.assertEqual(set(said), {form for form, _name in FORMS})
        for form, paper in self.every().items():
            for words in said[form]:
                self.assertIn(words, self.text(paper), form)
            self.assertNotIn("False", self.text(paper), form)
            self.assertFalse(paper.is_edited, form)
            self.assertTrue(paper.title, form)

    def test_a_decision_lists_what_was_passed_here_but_not_the_line_of_who_signs(self):
        self.vote()
        paper = self.decision()
        self.assertEqual(paper.line_ids, self.good | self.own | self.team)
        printed = str(paper.document_id._paper()["annexes"])
        self.assertIn("702.000", printed)
        self.assertIn("1.404.000", printed)
        self.assertNotIn("Lê Thị Hạnh", printed)

    def test_issued_it_gives_what_stands_in_it(self):
        self.vote()
        paper = self.issued(self.decision())
        for row in self.good | self.own | self.team:
            self.assertEqual(row.state, "awarded")
            self.assertEqual(row.decision_document_id, paper.sudo().document_id)
            self.assertEqual(row.decided_on, today())
            self.assertIn("45/", row.decision_words)
        self.assertEqual((self.good.bonus, self.team.bonus), (702_000, 0))
        self.assertEqual((self.of_head.state, self.above.state), ("passed", "passed"))

    def test_the_print_of_an_issued_decision_says_what_was_given(self):
        self.vote()
        paper = self.decision()
        before = paper._record()
        self.issued(paper)
        self.assertEqual(paper._record()["lines"], before["lines"])

    def test_a_number_that_comes_later_gives_them_then(self):
        self.vote()
        paper = self.decision()
        paper.action_submit()
        paper.with_user(self.head).action_issue()
        self.assertEqual(self.good.state, "passed")
        paper.action_fill_number("46")
        self.assertEqual(self.good.state, "awarded")

    def test_whom_the_council_refused_stands_in_no_decision(self):
        self.vote()
        listed = self.decision(line_ids=self.listed(self.good, self.weak))
        self.assertIn("The council refused “Nguyễn Văn An”", listed.doubts)
        with self.assertRaisesRegex(UserError, "a list without Nguyễn Văn An, refused"):
            listed.action_submit()
        typed = self.decision()
        typed.content = f"{typed.content}<p>Khen ông Nguyễn Văn An.</p>"
        with self.assertRaisesRegex(UserError, "refused by the council"):
            typed.action_submit()

    def test_a_name_within_another_is_not_taken_for_it(self):
        self.vote()
        paper = self.decision()
        paper.content = f"{paper.content}<p>Khen ông Nguyễn Văn Anh.</p>"
        paper.action_submit()
        self.assertEqual(paper.state, "submitted")

    def test_nobody_signs_the_own_line(self):
        self.vote()
        paper = self.decision(line_ids=self.listed(self.good, self.of_head))
        self.assertIn("own line", paper.doubts)
        with self.assertRaisesRegex(UserError, "another signature for Lê Thị Hạnh"):
            paper.action_submit()

    def test_what_is_decided_above_or_not_voted_on_is_not_decided_here(self):
        fresh = self.make_nomination(self.held, self.people[3], "submitted")
        self.vote()
        for row in fresh, self.above:
            paper = self.decision(line_ids=self.listed(self.good, row))
            with self.assertRaisesRegex(UserError, "the council's vote on"):
                paper.action_submit()

    def test_the_list_changes_what_nobody_has_edited(self):
        self.vote()
        paper = self.decision()
        paper.line_ids = self.good
        self.assertIn("Danh hiệu “Lao động thử”: 01 cá nhân", self.text(paper))
        self.assertIn("Passed, and not on the list", paper.doubts)

    def test_a_bonus_without_a_base_salary_is_told(self):
        self.vote()
        self.env["dan_chu.rule"].search([("code", "=", "base_salary")]).unlink()
        with self.assertRaisesRegex(UserError, "base salary"):
            self.paper("bonus_list", round_id=self.held.id)

    def test_lines_of_another_round_are_on_no_list(self):
        other = self.make_nomination(self.make_round("council"), self.people[3], "passed")
        with self.assertRaises(ValidationError):
            self.decision(line_ids=self.listed(other))

    def test_minutes_wait_for_the_end_and_are_approved_by_both(self):
        session = self.vote()
        paper = self.paper("council_minutes", session_id=session.id)
        self.assertEqual(
            paper.signatory_ids.mapped("name"), [session.secretary_id.name, session.chair_id.name]
        )
        self.assertEqual(paper.board_name, self.council.name)
        paper.action_submit()
        with self.assertRaisesRegex(UserError, "approved by secretary"):
            paper.with_user(self.head).action_issue()
        shown = paper.with_user(self.secretary).text_to_sign()
        self.assertIn("Chủ trì", shown)
        # How each was voted on is annexed, and signed with it.
        for words in ("1. Các trường hợp đề nghị", "KẾT QUẢ BIỂU QUYẾT", "Nguyễn Văn Anh"):
            self.assertIn(words, shown)
        with self.assertRaises(AccessError):
            paper.with_user(self.teacher).text_to_sign()
        paper.with_user(self.secretary).action_consent()
        paper.with_user(self.head).action_issue()
        self.assertEqual(paper.state, "issued")

    def test_whoever_is_named_to_count_signs_as_who_counts(self):
        session = self.vote()
        paper = self.paper("counting_minutes", session_id=session.id)
        titles = paper.signatory_ids.mapped("own_title")
        with Form(paper) as form:
            for place, person in enumerate((self.councillor, self.teacher)):
                with form.signatory_ids.edit(place) as row:
                    row.employee_id = person.employee_id
        self.assertEqual(paper.signatory_ids.mapped("own_title"), titles)
        self.assertEqual(paper.signatory_ids.mapped("form"), ["own", "own"])
        self.assertEqual(paper.signatory_ids.mapped("name"), ["Vũ Minh Tâm", "Trần Văn Phúc"])
        with Form(paper) as form, form.signatory_ids.edit(0) as row:
            row.employee_id = self.secretary.employee_id
        self.assertEqual(paper.signatory_ids[:1].own_title, titles[0])
        # Who may not open the session is told on which screen it is signed.
        paper.write({"ballots_out": 4, "ballots_in": 4})
        paper.action_submit()
        told = (
            self.env["mail.activity"]
            .search([("res_id", "=", session.id)])
            .filtered(lambda row: row.res_model == session._name)
        )
        summaries = {row.user_id: row.summary for row in told}
        self.assertNotIn("My council", summaries[self.secretary])
        self.assertIn("My council", summaries[self.teacher])

    def test_buttons_make_one_draft(self):
        self.vote()
        held = self.as_user(self.held, self.officer)
        for form in ("proposal", "decision", "bonus_list", "summary"):
            first = held.action_new_paper(form)["res_id"]
            self.assertEqual(first, held.action_new_paper(form)["res_id"], form)
        with self.assertRaises(UserError):
            held.action_new_paper("achievement")

    def test_a_unit_that_nominates_proposes_its_own_lines_alone(self):
        self.quiet["dan_chu.unit"].browse(self.group.id).head_id = self.people_of(self.group)[1]
        held = self.as_user(self.make_round("open", asked=self.group), self.nominator)
        row = self.make_nomination(held, self.people_of(self.group)[0])
        action = held.action_new_paper("proposal")
        paper = self.env["dan_chu.commendation.paper"].browse(action["res_id"])
        self.assertEqual((paper.unit_id, paper.line_ids), (self.group, row))
        self.assertEqual(paper.board_name, self.group.name)
        self.assertEqual(paper.signatory_ids.employee_id, self.group.head_id)
        self.assertEqual(paper.signatory_ids.form, "own")
        with self.assertRaises(AccessError):
            held.action_new_paper("decision")

    def test_papers_of_the_round_are_for_its_officers_and_head(self):
        self.vote()
        paper = self.decision()
        for user in (self.teacher, self.sibling_officer, self.nominator):
            with self.subTest(user.name), self.assertRaises(AccessError):
                paper.with_user(user).read(["title"])
            with self.subTest(user.name), self.assertRaises(AccessError):
                self.paper("decision", user=user, round_id=self.held.id)

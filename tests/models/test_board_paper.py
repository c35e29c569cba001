from datetime import timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form

from odoo.addons.dan_chu_co_so.lib.clock import today
from odoo.addons.dan_chu_co_so.models.board_paper import FORMS

from tests.board_papers import TELLER, BoardPaperCase

OF_BOARD = ("member_list", "first_meeting", "periodic_report")
SEALED = tuple(form for form, _name in FORMS if form != "team_decision")


class TestBoardPaper(BoardPaperCase):
    def text(self, paper):
        return " ".join(str(paper._printable("content").striptags()).split())

    def test_each_form_is_written_from_the_records(self):
        said = {
            "member_list": ["Vũ Minh Tâm", "Trưởng ban", "2026 - 2028", "03 thành viên"],
            "first_meeting": ["Phân công nhiệm vụ", "Đỗ Thu Hà", "……/03 thành viên"],
            "inspection_plan": [
                "giám sát việc thu, chi đầu năm học",
                "Niêm yết các khoản thu (Điều 46)",
                "Phụ trách chung",
                "ít nhất 05 ngày làm việc",
                "Điều 22",
            ],
            "notice": ["Sổ quỹ tiền mặt", "Phòng họp số 2"],
            "minutes": ["Phạm Văn Kế, Tổ trưởng", "Tồn tại, hạn chế: Không.", "03 phiếu thu"],
            "report": ["Mặt đạt được", "30 ngày", "Thu ngoài danh mục", "Hoàn trả khoản thu sai"],
            "recommendation_letter": ["trong thời hạn 15 ngày", "Điều 63", "Hiệu trưởng"],
            "periodic_report": ["Số cuộc trong kỳ", "Hoàn trả", "KẾT QUẢ HOẠT ĐỘNG"],
        }
        self.assertEqual(set(said), set(SEALED))
        for form, words in said.items():
            paper = self.paper(form)
            text = self.text(paper)
            for each in words if form != "periodic_report" else [words[0], words[2]]:
                self.assertIn(each, text, form)
            self.assertFalse(paper.is_edited, form)
            self.assertEqual(paper.sealed_board_id, self.board, form)

    def test_who_told_the_board_stands_in_no_paper(self):
        for form in SEALED:
            paper = self.paper(form)
            self.assertNotIn(TELLER, str(paper.sudo().document_id._paper()), form)

    def test_a_letter_quotes_the_term_to_the_head_alone(self):
        to_head, to_union = self.inspection.recommendation_ids.sorted("addressee_kind")[::-1]
        self.assertEqual((to_head.addressee_kind, to_union.addressee_kind), ("head", "directing"))
        text = self.text(
            self.paper("recommendation_letter", recommendation_ids=[Command.set(to_union.ids)])
        )
        self.assertNotIn("15 ngày", text)
        self.assertIn("Theo dõi việc trả", text)
        self.assertNotIn("Hoàn trả khoản thu sai", text)

    def test_what_is_not_addressed_yet_is_meant_for_the_own_head(self):
        drafts = self.inspection.recommendation_ids.filtered(
            lambda row: row.addressee_kind == "head" and row.state == "draft"
        ) or self.inspection.recommendation_ids.create(
            {"inspection_id": self.inspection.id, "text": "Niêm yết lại"}
        )
        drafts.write({"addressee_unit_id": False, "addressee_text": False})
        self.assertIn(self.board.unit_id.name, self.text(self.paper("report")))
        self.assertTrue(drafts._printed_addressee().endswith(self.board.unit_id.name))

    def test_a_letter_for_each_addressee(self):
        action = self.inspection.action_new_paper("recommendation_letter")
        letters = self.env["dan_chu.board.paper"].search(action["domain"])
        self.assertEqual(
            sorted(
                letters.recipient_ids.filtered(lambda row: row.place == "addressee").mapped("name")
            ),
            [
                "Ban Chấp hành Công đoàn Trường THPT Hoa Sen",
                "Hiệu trưởng Trường THPT Hoa Sen",
            ],
        )
        self.assertEqual(len(letters), 2)
        again = self.inspection.recommendation_ids.action_new_letter()
        self.assertEqual(self.env["dan_chu.board.paper"].search(again["domain"]), letters)

    def test_photos_are_listed_in_an_annex(self):
        paper = self.paper("report")
        evidence = self.inspection.finding_ids.evidence_ids
        (annex,) = paper.annex_ids
        self.assertIn("anh-1.png", annex.content)
        self.assertIn(evidence.sha256[:16], annex.content)
        self.assertIn("leader", annex.content)
        paper.action_compose()
        self.assertEqual(len(paper.annex_ids), 1)

    def test_a_correction_stands_behind_what_it_corrects(self):
        wrong = self.inspection.finding_ids.filtered(lambda row: row.finding_kind == "shortcoming")
        self.note(self.inspection, "shortcoming", "Thực ra là 02 phiếu", corrects_id=wrong.id)
        self.assertIn(
            "Còn 03 phiếu thu thiếu chữ ký. (Đính chính, bổ sung: Thực ra là 02 phiếu.)",
            self.text(self.paper("report")),
        )

    def test_what_was_edited_is_written_over_only_when_asked(self):
        paper = self.paper("minutes")
        paper.content = paper.content + "<p>Thêm một câu.</p>"
        self.assertTrue(paper.is_edited)
        with self.assertRaisesRegex(UserError, "edited by hand"):
            paper.action_compose()
        paper.starts_at = "2026-10-05 01:05:00"
        self.assertIn("Thêm một câu.", self.text(paper))
        paper.action_compose_again()
        self.assertNotIn("Thêm một câu.", self.text(paper))
        self.assertIn("8 giờ 05 phút, ngày 05 tháng 10 năm 2026", self.text(paper))
        self.assertFalse(paper.is_edited)

    def test_the_text_follows_its_sources_until_it_is_edited(self):
        paper = self.paper("minutes")
        paper.write({"starts_at": "2026-10-05 01:05:00", "location": "Phòng Tin học"})
        self.assertIn("8 giờ 05 phút", self.text(paper))
        self.assertIn("tại Phòng Tin học", self.text(paper))

    def test_opened_again_an_untouched_draft_says_what_the_records_say_now(self):
        action = self.inspection.action_new_paper("report")
        paper = self.env["dan_chu.board.paper"].with_user(self.leader).browse(action["res_id"])
        self.note(self.inspection, "strength", "Sổ quỹ rõ ràng")
        self.inspection.action_new_paper("report")
        self.assertIn("Sổ quỹ rõ ràng", self.text(paper))
        paper.content = "<p>Viết tay.</p>"
        self.inspection.action_new_paper("report")
        self.assertEqual(self.text(paper), "Viết tay.")

    def test_pressed_twice_the_button_makes_one_draft(self):
        first = self.inspection.action_new_paper("notice")
        self.assertEqual(self.inspection.action_new_paper("notice"), first)
        board = self.board.with_user(self.member)
        report = board.action_new_paper("periodic_report")
        self.assertEqual(board.action_new_paper("periodic_report"), report)
        self.assertNotEqual(
            board.action_new_paper("periodic_report", {"report_period": "year"}), report
        )
        with self.assertRaises(UserError):
            self.inspection.action_new_paper("member_list")
        with self.assertRaises(UserError):
            board.action_new_paper("minutes")

    def test_begun_on_the_screen(self):
        form = Form(
            self.env["dan_chu.board.paper"].with_user(self.leader),
            "dan_chu_co_so.board_paper_view_form",
        )
        form.form = "minutes"
        form.inspection_id = self.inspection
        paper = form.save()
        self.assertEqual(paper.title, "Giám sát việc thu, chi đầu năm học")
        self.assertEqual(paper.sealed_board_id, self.board)
        self.assertEqual(paper.symbol, "BB-TTND")
        self.assertEqual(paper.archive, "VT, TTND")
        self.assertEqual(paper.signatory_ids.mapped("name"), ["Phạm Văn Kế", "Vũ Minh Tâm"])
        self.assertIn("Không.", self.text(paper))

    def test_a_deputy_signs_for_the_head_of_the_board(self):
        self.member_mandate._put({"role": "deputy"})
        form = Form(self.paper("report"), "dan_chu_co_so.board_paper_view_form")
        with form.signatory_ids.edit(0) as row:
            row.employee_id = self.member.employee_id
        paper = form.save()
        self.assertEqual(
            paper.signatory_ids._lines(),
            ["TM. BAN THANH TRA NHÂN DÂN", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"],
        )

    def test_a_people_s_inspectorate_decides_on_no_team(self):
        with self.assertRaisesRegex(ValidationError, "Điều 20 khoản 3"):
            self.inspection.action_new_paper("team_decision")
        of_head = (
            self.env["dan_chu.inspection"]
            .with_user(self.officer)
            .create(
                {
                    "kind": "self_check",
                    "unit_id": self.school.id,
                    "board_id": False,
                    "name": "việc quản lý tài sản",
                    "team_ids": [Command.create({"name": "Trần Văn Phú", "role": "lead"})],
                }
            )
        )
        action = of_head.action_new_paper("team_decision")
        paper = self.env["dan_chu.board.paper"].browse(action["res_id"])
        self.assertEqual(paper.title, "thành lập Đoàn tự kiểm tra việc quản lý tài sản")
        self.assertIn("Trần Văn Phú", self.text(paper))
        self.assertFalse(paper.sealed_board_id)
        self.assertEqual(paper.signatory_ids.name, "Lê Thị Hạnh")

    def test_a_paper_is_about_an_inspection_of_its_own_board(self):
        other = (
            self.env["dan_chu.inspection"]
            .with_user(self.sibling_leader)
            .create({"board_id": self.sibling_board.id, "kind": "supervise", "name": "việc khác"})
        )
        paper = self.paper("minutes")
        with self.assertRaises(AccessError):
            paper.inspection_id = other.with_user(self.leader)
        with self.assertRaises(AccessError):
            self.paper("minutes", inspection_id=other.id)
        with self.assertRaises(ValidationError):
            paper.sudo().inspection_id = other
        with self.assertRaises(AccessError):
            self.env["dan_chu.board.paper"].with_user(self.leader).onchange(
                {"form": "minutes", "inspection_id": other.id}, ["inspection_id"], {"title": {}}
            )

    def test_nobody_but_the_members_reads_or_makes_them(self):
        paper = self.paper("report")
        for user in (self.officer, self.head, self.staff, self.sibling_leader, self.upper_leader):
            seen = self.as_user(paper, user)
            with self.assertRaises(AccessError, msg=user.login):
                seen.read(["content"])
            with self.assertRaises(AccessError, msg=user.login):
                seen.action_compose_again()
            with self.assertRaises(AccessError, msg=user.login):
                self.paper("member_list", user=user)
            with self.assertRaises(AccessError, msg=user.login):
                self.as_user(self.inspection, user).action_new_paper("notice")
            with self.assertRaises(AccessError, msg=user.login):
                self.as_user(self.board, user).action_new_paper("member_list")

    def test_minutes_and_letters_are_closed_and_reports_are_for_the_house(self):
        for form, readers in (
            ("minutes", ()),
            ("recommendation_letter", (self.officer, self.head)),
            ("report", (self.staff, self.officer, self.head)),
        ):
            revision = self.issued(self.paper(form)).sudo().revision_ids
            self.assertTrue(self.as_user(revision, self.member).has_access("read"), form)
            for user in (
                self.staff,
                self.officer,
                self.head,
                self.sibling_leader,
                self.upper_supervisor,
            ):
                self.assertEqual(
                    self.as_user(revision, user).has_access("read"),
                    user in readers,
                    (form, user.login),
                )


class TestMandates(BoardPaperCase):
    def end(self, mandate, day=None):
        mandate._put({"date_to": day or today() - timedelta(days=1), "end_reason": "resigned"})
        self.board._sync_inspectors()

    def test_who_lost_the_mandate_neither_submits_nor_signs(self):
        paper = self.paper("report")
        self.end(self.leader_mandate)
        seen = self.as_user(paper, self.leader)
        for door in ("action_submit", "action_issue", "action_record_paper_issue"):
            with self.assertRaisesRegex(AccessError, "Your mandate in", msg=door):
                getattr(seen, door)()
            with self.assertRaisesRegex(AccessError, "Your mandate in", msg=door):
                getattr(self.as_user(paper.sudo().document_id, self.leader), door)()

    def test_others_do_not_have_it_signed_by_them(self):
        paper = self.paper("report")
        self.end(self.leader_mandate)
        seen = self.as_user(paper, self.member)
        with self.assertRaisesRegex(UserError, "had no mandate"):
            seen.action_submit()
        with self.assertRaisesRegex(UserError, "had no mandate"):
            seen.action_record_paper_issue({"date": today()})
        seen.action_record_paper_issue({"date": today() - timedelta(days=2)})
        self.assertEqual(paper.state, "issued")

    def test_strangers_are_told_nothing_of_mandates(self):
        paper = self.paper("report")
        for user in (self.staff, self.officer, self.sibling_leader):
            with self.assertRaises(AccessError) as refusal:
                self.as_user(paper, user).action_submit()
            self.assertNotIn("mandate", str(refusal.exception))


class TestSeries(BoardPaperCase):
    def test_the_board_has_a_series_of_its_own(self):
        plan = self.issued(self.paper("inspection_plan"))
        minutes = self.issued(self.paper("minutes"))
        letter = self.issued(self.paper("recommendation_letter"))
        self.assertEqual(
            [plan.reference, minutes.reference, letter.reference],
            ["01/KH-TTND", "02/BB-TTND", "03/TTND"],
        )
        with self.assertRaisesRegex(UserError, "already holds 3 papers"):
            self.board.with_user(self.leader).action_number_by_hand()

    def test_it_goes_on_in_the_book_that_the_board_keeps(self):
        for user in (self.member, self.officer, self.head):
            with self.assertRaises(AccessError, msg=user.login):
                self.as_user(self.board, user).action_number_by_hand()
        with self.assertRaises(UserError):
            self.board.with_user(self.officer).series = "typed"
        self.as_user(self.board, self.leader).action_number_by_hand()
        paper = self.issued(self.paper("report", number="7"))
        self.assertEqual(paper.reference, "07/BC-TTND")
        with self.assertRaisesRegex(UserError, "already holds 1 papers"):
            self.board.with_user(self.leader).action_number_here()

    def test_chosen_again_before_the_first_paper(self):
        self.env["dan_chu.register"].create(
            {
                "unit_id": self.school.id,
                "year": today().year,
                "board_code": "TTND",
                "sort": "typed",
            }
        )
        self.assertEqual(self.issued(self.paper("notice")).reference, "01/TB-TTND")

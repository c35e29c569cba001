from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form

from odoo.addons.dan_chu_co_so.models.conference_paper import FORMS

from tests.conference_papers import ConferencePaperCase


class TestConferencePaper(ConferencePaperCase):
    def test_minutes_grow_from_agenda_attendance_votes_and_notes(self):
        self.note("question", "Bao giờ sửa nhà xe?", speaker="Phạm Văn Kế")
        self.vote(votes_for=25, votes_against=1, item=self.discussion)
        text = self.text(self.paper("minutes"))
        for each in (
            "Thời gian bắt đầu: 8 giờ 05 phút, ngày 05 tháng 10 năm 2026.",
            "Tổng số cán bộ, công chức, viên chức, người lao động: 30 người",
            "được triệu tập: 29 người; có mặt: 26 người (đạt 86,67% tổng số)",
            "Không triệu tập: 01 người (nghỉ thai sản: ",
            "Vắng mặt có lý do: 01 người (đi học: ",
            "Vắng mặt không có lý do: 02 người (",
            "26/30 người có mặt, cần ít nhất 20",
            "Chủ trì (chủ tọa): Lê Thị Hạnh, Hiệu trưởng.",
            "Thư ký (người ghi biên bản): Đỗ Thu Hà, Giáo viên.",
            "Ban kiểm phiếu: Vũ Minh Tâm, Giáo viên.",
            "Báo cáo tổng kết năm học Trình bày, điều hành: Hiệu trưởng.",
            "Thảo luận Phạm Văn Kế hỏi, kiến nghị: Bao giờ sửa nhà xe?",
            "Tán thành: 25 (96,15%); không tán thành: 01; không có ý kiến: 0.",
            "25/26 người dự hội nghị tán thành",
            "Bầu Ban Thanh tra nhân dân Không ghi nhận ý kiến.",
            "Hội nghị kết thúc vào …… giờ …… phút, ngày",
        ):
            self.assertIn(each, text)

    def test_what_belongs_to_no_item_comes_before_the_closing_part(self):
        end = self.add_items(self.held, "Bế mạc hội nghị", kind="closing")
        end._put({"sequence": 90})
        self.note("speech", "Chúc mừng hội nghị", speaker="Trần Thị Lan", item_id=False)
        text = self.text(self.paper("minutes"))
        self.assertIn("Nội dung khác Trần Thị Lan : Chúc mừng hội nghị. Bế mạc hội nghị", text)
        self.assertNotIn("Nội dung khác", self.text(self.paper("report")))

    def test_a_reply_stands_behind_its_question(self):
        question = self.note("question", "Bao giờ sửa nhà xe?", speaker="Phạm Văn Kế")
        self.note("speech", "Nhất trí với báo cáo", speaker="Trần Thị Lan")
        self.note("answer", "Tháng 11", speaker="Hiệu trưởng", answers_id=question.id)
        text = self.text(self.paper("minutes"))
        self.assertIn("Bao giờ sửa nhà xe? Hiệu trưởng trả lời: Tháng 11. Trần Thị Lan : N", text)

    def test_an_election_is_told_with_its_ballots_and_its_sum(self):
        vote = self.vote("paper", (24, 20, 13, 9), issued=26, collected=26, valid=25, invalid=1)
        for form, values in (("minutes", {}), ("counting_minutes", {"vote_id": vote.id})):
            text = self.text(self.paper(form, **values))
            elected = [row.name for row in vote.option_ids if row.elected == "yes"]
            self.assertEqual(len(elected), 2)
            self.assertIn(f"1 {elected[0]}", text, form)
            self.assertIn("24 92,31% Trúng cử", text, form)
            self.assertIn("13 50% Không trúng cử", text, form)
            self.assertIn(vote.outcome_words, text, form)
        self.assertIn("Số phiếu không hợp lệ: 01.", text)
        self.assertIn("Vũ Minh Tâm, Giáo viên - Trưởng ban.", text)

    def test_a_vote_that_runs_shows_no_result(self):
        vote = self.make_vote(self.held, item_id=self.election.id).with_user(self.officer)
        vote.action_open()
        vote.votes_for = 20
        text = self.text(self.paper("minutes"))
        self.assertIn("Đang biểu quyết, chưa có kết quả.", text)
        self.assertNotIn("Tán thành: 20", text)

    def test_each_form_begins_with_its_kind_and_its_signatures(self):
        vote = self.vote("paper", (20,), issued=26, collected=26, valid=26)
        signs = {
            "invitation": ["Lê Thị Hạnh"],
            "minutes": ["Đỗ Thu Hà", "Lê Thị Hạnh"],
            "counting_minutes": ["Vũ Minh Tâm"],
            "answers": ["Lê Thị Hạnh"],
            "pledge": ["Trần Văn Phúc", "Lê Thị Hạnh"],
            "report": ["Lê Thị Hạnh"],
        }
        self.assertEqual(set(signs), {form for form, _name in FORMS} - {"check_notice"})
        for form, names in signs.items():
            paper = self.paper(form, vote_id=vote.id if form == "counting_minutes" else False)
            self.assertEqual(paper.signatory_ids.mapped("name"), names, form)
            self.assertTrue(paper.content, form)
            self.assertFalse(paper.is_edited, form)
        self.assertEqual(
            self.paper("minutes").signatory_ids.mapped("own_title"), ["THƯ KÝ", "CHỦ TỌA"]
        )

    def test_the_report_goes_to_the_superior(self):
        paper = self.paper("report")
        (row,) = paper.recipient_ids.filtered(lambda row: row.place == "addressee")
        self.assertEqual(row.recipient_unit_id, self.department)
        self.assertIn("Có mặt 26/30 người (86,67%)", self.text(paper))

    def test_minutes_are_signed_when_it_is_over(self):
        paper = self.paper("minutes")
        with self.assertRaisesRegex(UserError, "the end of the conference"):
            paper.action_submit()
        self.close()
        paper.action_submit()
        self.assertEqual(paper.state, "submitted")

    def test_minutes_that_nobody_edited_tell_of_the_end(self):
        paper, other = self.paper("minutes"), self.paper("report")
        other.content = "<p>Đã sửa.</p>"
        self.held.vote_ids.filtered(lambda vote: vote.state != "closed").unlink()
        self.held.action_close()
        self.assertNotIn("kết thúc vào ……", self.text(paper))
        self.assertIn("Đã sửa", other.content)

    def test_secretary_and_chair_both_approve(self):
        self.close()
        paper = self.paper("minutes")
        with self.assertRaisesRegex(UserError, "Submitted"):
            paper.with_user(self.secretary).action_consent()
        paper.action_submit()
        with self.assertRaisesRegex(UserError, "Đỗ Thu Hà"):
            paper.with_user(self.head).action_issue()
        with self.assertRaises(AccessError):
            paper.with_user(self.officer).action_consent()
        self.assertFalse(paper.with_user(self.secretary).has_access("read"))
        self.assertIn("Đỗ Thu Hà", paper.with_user(self.secretary).text_to_sign())
        with self.assertRaises(AccessError):
            paper.with_user(self.counter).text_to_sign()
        paper.with_user(self.secretary).action_consent()
        paper.with_user(self.head).action_issue()
        self.assertEqual(paper.state, "issued")
        rows = paper.sudo().signatory_ids
        self.assertEqual(rows.consented_by_id, self.secretary | self.head)
        self.assertTrue(all(rows.mapped("consented_on")))

    def test_what_comes_back_is_approved_anew(self):
        self.close()
        paper = self.approved(self.paper("minutes"))
        paper.action_return("Sai tên")
        self.assertFalse(any(paper.signatory_ids.mapped("consented_on")))

    def test_nobody_approves_for_another_by_writing(self):
        row = self.paper("minutes").signatory_ids[0]
        with self.assertRaisesRegex(UserError, "in person"):
            row.consented_on = "2026-10-05 00:00:00"
        made = row.create(
            {
                "document_id": row.document_id.id,
                "own_title": "THƯ KÝ",
                "consented_on": "2026-10-05 00:00:00",
                "consented_by_id": self.secretary.id,
            }
        )
        self.assertFalse(made.consented_on or made.consented_by_id)

    def test_signed_by_hand_it_is_recorded(self):
        self.close()
        paper = self.paper("minutes")
        paper.action_record_paper_issue({"date": paper.create_date.date()})
        self.assertEqual((paper.state, paper.issue_door), ("issued", "paper"))

    def test_all_papers_at_once_and_no_doubles(self):
        self.vote("paper", (20,), issued=26, collected=26, valid=26)
        self.note("question", "Bao giờ sửa nhà xe?")
        held = self.held.with_user(self.officer)
        held.action_make_papers()
        forms = ["answers", "counting_minutes", "minutes", "report"]
        self.assertEqual(sorted(held.paper_ids.mapped("form")), forms)
        held.action_make_papers()
        self.assertEqual(sorted(held.paper_ids.mapped("form")), forms)
        minutes = held.paper_ids.filtered(lambda paper: paper.form == "minutes")
        self.note("speech", "Thêm sau")
        held.action_new_paper("minutes")
        self.assertIn("Thêm sau", self.text(minutes))
        minutes.content = "<p>Viết tay.</p>"
        held.action_make_papers()
        self.assertEqual(self.text(minutes), "Viết tay.")

    def test_counting_minutes_are_of_a_closed_vote_of_the_same_conference(self):
        held = self.held.with_user(self.officer)
        with self.assertRaisesRegex(UserError, "No vote by ballot"):
            held.action_new_paper("counting_minutes")
        with self.assertRaisesRegex(UserError, "of which vote"):
            self.paper("counting_minutes")
        other = self.make_conference("open")
        vote = self.make_vote(other, "paper")
        with self.assertRaisesRegex(ValidationError, "same conference"):
            self.paper("counting_minutes", vote_id=vote.id)
        with self.assertRaises(UserError):
            held.action_new_paper("resolution")

    def test_those_present_are_an_annex_if_that_is_wanted(self):
        paper = self.paper("minutes", with_list=True)
        (annex,) = paper.annex_ids
        sections = self.held.attendee_ids.filtered(
            lambda row: row.status == "present" and not row.is_guest
        ).mapped("section")
        self.assertEqual(annex.content.count("<tr>"), 1 + 26 + len(set(sections)))
        paper.with_list = False
        self.assertFalse(paper.annex_ids)

    def test_many_absent_are_an_annex_and_not_a_sentence(self):
        people = self.make_staff(self.sibling, 40)
        other = self.make_conference(
            "open", unit=self.sibling, people=people, present=12, is_valid=False
        )
        officer = self.make_user("sibling_officer", ("officer", self.sibling))
        paper = (
            self.env["dan_chu.conference.paper"]
            .with_user(officer)
            .create({"form": "minutes", "conference_id": other.id})
        )
        (annex,) = paper.annex_ids
        self.assertEqual(annex.content.count("<tr>"), len(people) - 12 + 1)
        self.assertIn("người (danh sách kèm theo)", self.text(paper))
        self.assertIn("chưa đủ", self.text(paper))

    def test_what_was_not_held_is_not_told_as_if_it_had_been(self):
        self.note("speech", "Đề nghị triệu tập lại")
        self.held._put({"state": "failed"})
        text = self.text(self.paper("minutes"))
        self.assertIn("Thảo luận Đề nghị triệu tập lại.", text)
        self.assertIn("hội nghị triệu tập lần thứ 1 không tiến hành", text)
        self.assertNotIn("Báo cáo tổng kết", text)

    def test_recorded_from_paper_the_hours_are_those_typed(self):
        self.close()
        self.held._put({"door": "paper", "ends_at": False})
        text = self.text(self.paper("minutes"))
        self.assertIn("Thời gian bắt đầu: 8 giờ 00 phút, ngày", text)
        self.assertIn("Hội nghị kết thúc vào …… giờ …… phút, ngày", text)

    def test_the_same_number_of_queries_for_few_and_for_many(self):
        conferences = [
            self.make_conference("open", unit=unit, people=self.make_staff(unit, number))
            for unit, number in ((self.sibling, 15), (self.ward_school, 80))
        ]
        counts = []
        # The first round fills what is remembered of the law, whatever the numbers.
        for conference in (*conferences, *conferences):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            conference._printed()
            counts.append(self.cr.sql_log_count - before)
        self.assertEqual(*counts[2:])

    def test_begun_on_the_screen(self):
        form = Form(
            self.env["dan_chu.conference.paper"].with_user(self.officer),
            "dan_chu_co_so.conference_paper_view_form",
        )
        form.form = "minutes"
        form.conference_id = self.held
        paper = form.save()
        self.assertEqual(paper.unit_id, self.school)
        self.assertEqual(paper.archive, "VT, Hồ sơ")
        self.assertEqual(paper.symbol, "BB-HS")
        self.assertIn("Lê Thị Hạnh", self.text(paper))

    def test_a_paper_stays_with_its_conference(self):
        paper = self.paper("minutes")
        with self.assertRaises(UserError):
            paper.conference_id = self.make_conference()
        with self.assertRaises(UserError):
            paper.form = "report"

    def test_a_joint_conference_counts_each_body_apart(self):
        other = self.make_conference("called")
        bodies = self.env["dan_chu.conference.body"].create(
            [
                {"conference_id": other.id, "name": name, "staff_count": 15}
                for name in ("Trường Hoa Sen", "Trạm Y tế")
            ]
        )
        rows = self.summoned(other)
        rows[:15]._put({"body_id": bodies[0].id})
        rows[15:]._put({"body_id": bodies[1].id})
        self.bring(other, 25)
        papers = self.env["dan_chu.conference.paper"].with_user(self.officer)
        text = self.text(papers.create({"form": "minutes", "conference_id": other.id}))
        self.assertIn("Trường Hoa Sen 15 15 10 100%", text)
        self.assertIn("Trạm Y tế 15 10 10 66,67%", text)

    def test_other_houses_and_plain_staff_read_no_draft(self):
        paper = self.paper("minutes")
        for user in (self.staff, self.representative, self.upper_officer, self.supervisor):
            self.assertFalse(paper.with_user(user).has_access("read"), user.login)
        for user in (self.officer, self.head):
            self.assertTrue(paper.with_user(user).has_access("read"), user.login)

    def test_a_new_paper_needs_its_conference(self):
        papers = self.env["dan_chu.conference.paper"].with_user(self.officer)
        with self.assertRaisesRegex(UserError, "of which conference"):
            papers.create({"form": "minutes"})
        with self.assertRaises(AccessError):
            papers.with_user(self.upper_officer).create(
                {"form": "minutes", "conference_id": self.held.id, "basis_ids": [Command.clear()]}
            )

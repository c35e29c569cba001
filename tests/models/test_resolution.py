"""A resolution: written from the votes, signed by two, its commitments are tasks."""

from datetime import date, timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase
from odoo.tools import html2plaintext

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.resolutions import Resolutions

YESTERDAY = timedelta(days=1)


class ResolutionCase(Resolutions, TransactionCase):
    def tasks_of(self, paper):
        return self.env["dan_chu.task"].search([("commitment_id.resolution_id", "=", paper.id)])


class TestBeginning(ResolutionCase):
    def test_it_is_written_from_the_votes(self):
        conference = self.held()
        paper = self.make_resolution(conference)
        present = conference.present_count
        self.assertIn(f"{present - 1}/{present} người dự hội nghị tán thành", paper.content)
        self.assertEqual(paper.kind_id.code, "NQ")
        self.assertEqual(paper.signatory_ids.mapped("name"), ["Trần Văn Phú", "Lê Thị Hạnh"])
        self.assertFalse(paper.doubts)

    def test_pressed_twice_the_button_makes_one(self):
        conference = self.held().with_user(self.officer)
        first = conference.action_new_resolution()
        self.assertEqual(conference.action_new_resolution()["res_id"], first["res_id"])

    def test_only_once_the_conference_is_held(self):
        conference = self.make_conference("called").with_user(self.officer)
        with self.assertRaisesRegex(UserError, "this is done while it is"):
            conference.action_new_resolution()

    def test_by_the_officer_of_the_house(self):
        conference = self.held()
        for user in (self.speaker, self.staff, self.upper_officer):
            with self.assertRaises(AccessError):
                conference.with_user(user).action_new_resolution()

    def test_no_vote_and_no_quorum_are_said_and_refuse_nothing(self):
        conference = self.make_conference("closed")
        conference._put({"is_valid": False})
        paper = self.make_resolution(conference)
        self.assertIn("not valid", paper.doubts)
        self.assertIn("No vote on the resolution", paper.doubts)
        self.assertNotIn("tán thành", paper.content)

    def test_elections_and_decisions_are_in_the_text(self):
        conference = self.make_conference("open")
        people = self.people_of(self.school)[:2]
        vote = self.make_vote(conference, "paper", candidates=people, seats=1, name="Bầu Ban TTND")
        vote.action_open()
        present = conference.present_count
        totals = {"issued": present, "collected": present, "valid": present}
        first, second = vote.option_ids
        vote.enter_totals(totals, {str(first.id): present - 2, str(second.id): 2})
        vote.action_close()
        fund = self.make_vote(conference, name="Mức đóng quỹ", matter="contributions")
        fund.action_open()
        fund.enter_totals({"votes_for": present})
        fund.action_close()
        refused = self.make_vote(conference, name="Mua ô tô", matter="self_management")
        refused.action_open()
        refused.enter_totals({"votes_for": 1})
        refused.action_close()
        content = self.make_resolution(conference).content
        self.assertIn(people[0].name, content)
        self.assertNotIn(people[1].name, content)
        self.assertIn("Mức đóng quỹ", content)
        self.assertNotIn("Mua ô tô", content)

    def test_an_election_held_again_leaves_only_its_later_result(self):
        conference = self.make_conference("open")
        people = self.people_of(self.school)[:2]
        vote = self.make_vote(conference, "paper", candidates=people, seats=1, name="Bầu Ban TTND")
        present = conference.present_count
        totals = {"issued": present, "collected": present, "valid": present}
        vote.action_open()
        first, second = vote.option_ids
        vote.enter_totals(totals, {str(first.id): present, str(second.id): 0})
        vote.action_close()
        vote.action_reopen("Kiểm nhầm phiếu")
        again = vote.next_ids
        again.action_open()
        first, second = again.option_ids
        again.enter_totals(totals, {str(first.id): 0, str(second.id): present})
        again.action_close()
        content = self.make_resolution(conference).content
        self.assertNotIn(people[0].name, content)
        self.assertIn(people[1].name, content)
        self.assertIn("Bầu Ban TTND, lần 2", content)


class TestCommitments(ResolutionCase):
    def test_lines_are_read_with_who_and_when(self):
        paper = self.make_resolution(commitments=[])
        name = self.staff.employee_id.name
        paper.with_user(self.officer).action_paste(
            f"1. Xây nhà để xe | Hiệu trưởng | Quý I/2027\nCông khai quỹ | {name} | 15/3/2027"
        )
        first, second = paper.commitment_ids
        self.assertEqual((first.name, first.who_text), ("Xây nhà để xe", "Hiệu trưởng"))
        self.assertEqual(str(first.date_deadline), "2027-03-31")
        self.assertEqual(second.employee_id, self.staff.employee_id)

    def test_a_time_without_a_year_lies_after_the_conference(self):
        conference = self.held(date=date(2026, 10, 5))
        rows = self.env["dan_chu.resolution.commitment"].create(
            [
                {
                    "resolution_id": self.make_resolution(conference).id,
                    "name": text,
                    "time_text": text,
                }
                for text in ("Quý II", "Quý IV", "Trước ngày 31/12", "Quý II/2026")
            ]
        )
        self.assertEqual(
            [str(row.date_deadline) for row in rows],
            ["2027-06-30", "2026-12-31", "2026-12-30", "2026-06-30"],
        )

    def test_a_line_with_a_day_that_is_none_takes_nothing_in(self):
        paper = self.make_resolution(commitments=[])
        with self.assertRaisesRegex(UserError, "no such day"):
            paper.with_user(self.officer).action_paste("Xây nhà | Hiệu trưởng | 31/02/2027")
        self.assertFalse(paper.commitment_ids)
        with self.assertRaisesRegex(ValidationError, "not a day"):
            self.make_resolution(commitments=[{"name": "Xây nhà", "time_text": "ngày 31/02/2027"}])

    def test_people_are_of_the_house(self):
        other = self.make_employee("Người ngoài", self.sibling)
        with self.assertRaisesRegex(ValidationError, "is not of"):
            self.make_resolution(commitments=[{"name": "Xây nhà", "employee_id": other.id}])

    def test_they_are_printed_from_their_rows(self):
        paper = self.make_resolution()
        annex = paper.document_id._paper()["annexes"][-1]
        self.assertIn("Sửa nhà vệ sinh học sinh", str(annex))
        self.assertIn("Hiệu trưởng", str(annex))


class TestSigning(ResolutionCase):
    def test_head_and_representative_sign(self):
        conference = self.held()
        paper = self.make_resolution(conference, "submitted")
        with self.assertRaisesRegex(UserError, "Trần Văn Phú"):
            paper.with_user(self.head).action_issue()
        shown = self.as_user(conference, self.speaker)
        self.assertTrue(shown.resolution_waits_for_me)
        self.assertIn("Sửa nhà vệ sinh học sinh", shown.resolution_shown)
        # As printed, where the numbers of articles are set in front of them.
        self.assertIn("Điều 1.", html2plaintext(shown.resolution_shown))
        reminded = self.env["mail.activity"].search(
            [("res_model", "=", "dan_chu.conference"), ("user_id", "=", self.speaker.id)]
        )
        self.assertEqual(reminded.res_id, conference.id)
        shown.action_sign_resolution()
        self.assertFalse(reminded.exists())
        paper.with_user(self.head).action_issue()
        self.assertEqual(paper.state, "issued")

    def test_it_is_shown_to_those_who_sign_and_to_nobody_else(self):
        conference = self.held()
        self.make_resolution(conference, "submitted")
        for user in (self.staff, self.officer):
            shown = self.as_user(conference, user)
            self.assertFalse(shown.resolution_shown)
            with self.assertRaises(AccessError):
                shown.action_sign_resolution()

    def test_what_was_corrected_is_signed_anew(self):
        conference = self.held()
        paper = self.make_resolution(conference, "submitted")
        conference.with_user(self.speaker).action_sign_resolution()
        paper.with_user(self.head).action_return("Thêm một việc")
        paper.with_user(self.officer).action_submit()
        self.assertTrue(self.as_user(conference, self.speaker).resolution_waits_for_me)

    def test_nobody_signs_by_writing_fields(self):
        paper = self.make_resolution()
        with self.assertRaises(UserError):
            paper.signatory_ids[0].with_user(self.officer).write({"consented_on": "2026-01-01"})


class TestTasks(ResolutionCase):
    def test_each_commitment_is_a_task_of_the_house_from_issue_on(self):
        paper = self.make_resolution(state="submitted")
        self.assertFalse(self.tasks_of(paper))
        paper.conference_id.with_user(self.speaker).action_sign_resolution()
        paper.with_user(self.head).action_issue()
        repair, visit = self.tasks_of(paper).sorted(lambda task: task.commitment_id.id)
        self.assertEqual((repair.who_kind, repair.lead_position), ("position", "Hiệu trưởng"))
        self.assertEqual(str(repair.date_deadline), "2099-12-31")
        self.assertEqual(visit.lead_user_id, self.staff)
        self.assertTrue(repair.given_on)
        self.assertIn("Nghị quyết", repair.source_text)
        self.assertEqual(paper.task_ids, repair | visit)
        self.assertEqual(visit.with_user(self.staff).name, "Thăm hỏi người ốm")

    def test_the_house_does_not_call_off_what_was_resolved(self):
        paper = self.make_resolution(state="issued")
        task = self.tasks_of(paper)[:1]
        for user in (self.officer, self.head):
            with self.assertRaisesRegex(AccessError, "resolved by the conference"):
                task.with_user(user).action_cancel("Không làm nữa")
            with self.assertRaises(AccessError):
                task.with_user(user).write({"name": "Việc khác"})

    def test_withdrawn_with_the_resolution(self):
        paper = self.make_resolution(state="issued")
        paper.with_user(self.head).action_withdraw("Ban hành nhầm")
        self.assertEqual(set(self.tasks_of(paper).mapped("state")), {"cancelled"})
        self.assertEqual(paper.check_ids.state, "cancelled")
        self.assertFalse(any(paper.commitment_ids.mapped("is_in_force")))

    def test_a_commitment_rests_once_issued(self):
        paper = self.make_resolution(state="issued")
        row = paper.commitment_ids[0].with_user(self.officer)
        with self.assertRaisesRegex(UserError, "issued and does not change"):
            row.name = "Việc khác"
        with self.assertRaisesRegex(UserError, "issued and does not change"):
            row.unlink()
        self.assertFalse(paper.revision_ids._verify())


class TestForTheStaff(ResolutionCase):
    def test_the_staff_reads_what_was_resolved_and_its_state_once_it_is_issued(self):
        conference = self.held()
        paper = self.make_resolution(conference, "submitted")
        rows = self.env["dan_chu.resolution.commitment"].with_user(self.staff)
        self.assertFalse(rows.search([("resolution_id", "=", paper.id)]))
        conference.with_user(self.speaker).action_sign_resolution()
        paper.with_user(self.head).action_issue()
        self.tasks_of(paper)[:1].with_user(self.officer).action_done("Đã sửa xong")
        self.env.invalidate_all()
        found = rows.search([("is_in_force", "=", True)])
        self.assertEqual(len(found), 2)
        self.assertEqual(
            set(found.mapped("task_state")), {"done", "todo"}, "the live state of the task"
        )
        self.assertIn("/web/content/", found[0].action_open_paper()["url"])

    def test_what_is_not_theirs_stays_hidden(self):
        paper = self.make_resolution(state="issued")
        row = paper.commitment_ids[0].with_user(self.staff)
        with self.assertRaises(AccessError):
            row.read(["task_ids"])
        with self.assertRaises(AccessError):
            row.write({"name": "Việc khác"})
        with self.assertRaises(AccessError):
            paper.with_user(self.staff).read(["title"])
        for user in (self.upper_officer, self.upper_supervisor, self.no_role):
            with self.assertRaises(AccessError):
                paper.commitment_ids[0].with_user(user).read(["name"])

    def test_the_next_conference_opens_with_the_last_resolution(self):
        first = self.held(date=today() - timedelta(days=300))
        paper = self.make_resolution(first)
        self.recorded(paper, first.date)
        self.tasks_of(paper)[0].action_done("Đã sửa")
        second = self.make_conference("called")
        shown = self.as_user(second, self.staff)
        self.assertEqual(shown.last_commitment_ids.ids, paper.commitment_ids.ids)
        self.assertIn("1 of 2", shown.last_resolution_words)
        self.assertFalse(self.as_user(first, self.staff).last_commitment_ids)
        first._put({"is_valid": False})
        shown.invalidate_recordset()
        self.assertFalse(shown.last_commitment_ids, "held without enough people")

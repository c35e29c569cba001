"""What a decision gave when it is withdrawn or replaced; what is not told because nobody
recorded it; what is refused before anything is begun."""

from datetime import date, timedelta

from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.citation import long_date
from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.commendation_papers import CommendationPaperCase


class FollowedCase(CommendationPaperCase):
    def follow(self, how, number="52"):
        paper = self.env["dan_chu.commendation.paper"].with_user(self.officer)
        new = paper.browse(self.given.action_follow_up(how)["res_id"])
        new.number = number
        return new

    def issue(self, paper):
        paper.action_submit()
        paper.with_user(self.head).action_issue()


class TestWithdrawn(FollowedCase):
    def setUp(self):
        super().setUp()
        self.vote()
        self.given = self.issued(self.decision())
        self.rows = self.good | self.own | self.team

    def test_a_decision_that_withdraws_it_takes_back_what_it_gave(self):
        new = self.follow("withdraws")
        self.assertEqual(new.form, "decision")
        self.assertFalse(new.line_ids)
        self.assertFalse(new.doubts)
        self.assertIn("Thu hồi, hủy bỏ Quyết định số 45/", self.text(new))
        self.assertIn("02 cá nhân", self.text(new))
        self.issue(new)
        self.assertEqual(self.given.state, "withdrawn")
        for row in self.rows:
            honour = row.sudo().honour_ids
            self.assertTrue(row.is_taken_back, row.name)
            self.assertEqual(honour.cancelled_on, today())
            self.assertIn("52/", honour.cancelled_words)
        self.assertEqual(self.good.state, "awarded")
        self.assertFalse(self.rows._with_certificate())

    def test_a_decision_that_withdraws_gives_nothing(self):
        new = self.follow("withdraws")
        new.line_ids = self.make_nomination(self.held, self.people[3], "passed")
        with self.assertRaisesRegex(UserError, "an empty list"):
            new.action_submit()

    def test_withdrawn_without_another_paper_it_says_the_reason(self):
        self.given.with_user(self.head).action_withdraw("Ghi sai danh sách")
        self.assertEqual(self.good.sudo().honour_ids.cancelled_words, "Ghi sai danh sách")

    def test_refused_the_withdrawal_leaves_everything_as_it_was(self):
        new = self.follow("withdraws", number="45")
        new.action_submit()
        with self.assertRaises(UserError), self.env.cr.savepoint():
            new.with_user(self.head).action_issue()
        self.assertEqual(self.given.state, "issued")
        self.assertFalse(any(row.is_taken_back for row in self.rows))

    def test_replaced_whoever_stands_on_the_new_list_keeps_it(self):
        new = self.follow("replaces")
        self.assertEqual(new.line_ids, self.rows)
        self.assertIn("kể từ ngày ký và thay thế Quyết định số 45/", self.text(new))
        self.assertNotIn("thay thế", self.text(self.given))
        new.line_ids = self.good | self.team
        self.assertNotIn("was not passed", new.doubts)
        self.issue(new)
        self.assertEqual(self.given.state, "superseded")
        self.assertTrue(self.own.is_taken_back)
        self.assertFalse(self.good.is_taken_back or self.team.is_taken_back)
        self.given = new
        withdrawing = self.follow("withdraws", number="60")
        self.issue(withdrawing)
        self.assertTrue(self.good.is_taken_back and self.team.is_taken_back)
        self.assertIn("52/", self.own.sudo().honour_ids.cancelled_words)

    def test_what_is_given_again_stands_by_the_new_decision(self):
        self.own.sudo()._put({"published_on": today()})
        paid = self.good.bonus
        new = self.follow("replaces")
        new.line_ids = self.good | self.team
        self.issue(new)
        for row in (self.good | self.team).sudo():
            honour = row.honour_ids
            self.assertEqual(row.decision_document_id, new.document_id.sudo())
            self.assertEqual(row.decision_words, new.document_id.sudo()._as_decided())
            self.assertEqual(honour.decision_words, row.decision_words)
            self.assertIn("45/", honour.replaced_words)
            self.assertEqual(honour._decision(), new.document_id.sudo())
            self.assertIn("45/", row.message_ids[:1].body)
        self.assertTrue(paid)
        self.assertEqual(self.good.bonus, paid)
        self.assertIn("45/", self.own.decision_words)
        self.given, first = new, new.document_id.sudo()
        again = self.follow("replaces", number="60")
        again.line_ids = self.team
        self.issue(again)
        entry = self.team.sudo().honour_ids
        self.assertIn("60/", entry.decision_words)
        self.assertIn("45/", entry.replaced_words)
        self.assertIn("52/", entry.replaced_words)
        self.assertEqual(self.good.sudo().decision_document_id, first)

    def test_without_its_number_a_new_decision_names_nothing(self):
        new = self.follow("replaces", number=False)
        self.issue(new)
        self.assertIn("45/", self.good.decision_words)
        new.with_user(self.head).action_fill_number("53")
        self.assertIn("53/", self.good.decision_words)
        self.assertIn("53/", self.good.sudo().honour_ids.decision_words)

    def test_what_was_taken_back_is_in_no_sum(self):
        self.given.with_user(self.head).action_withdraw("Ghi sai danh sách")
        summary = self.text(self.paper("summary", round_id=self.held.id))
        self.assertIn("bị thu hồi, hủy bỏ: 03", summary)
        self.assertNotIn("Tổng số tiền thưởng", summary)

    def test_the_button_begins_no_withdrawal_again(self):
        new = self.follow("withdraws")
        late = self.make_nomination(self.held, self.people[3], "passed")
        action = self.as_user(self.held, self.officer).action_new_paper("decision")
        self.assertNotEqual(action["res_id"], new.id)
        begun = new.browse(action["res_id"])
        self.assertEqual(begun.line_ids, late)


class TestFromBelow(FollowedCase):
    def test_a_decision_that_replaces_the_first_is_named_below_as_well(self):
        lower = self.make_round("council", unit=self.sibling, asked=self.sibling)
        sent = self.make_nomination(lower, self.people[1], "passed", unit=self.sibling)
        sent._put({"state": "forwarded", "forwarded_id": self.good.id})
        self.good._put({"origin_id": sent.id})
        self.vote()
        self.given = self.issued(self.decision())
        entry = sent.honour_ids
        self.assertIn("45/", entry.decision_words)
        self.issue(self.follow("replaces"))
        for row in (self.good, sent, entry):
            self.assertIn("52/", row.decision_words)
            self.assertEqual(row.decided_on, today())
        self.assertEqual(entry._decision(), self.good.sudo().decision_document_id)


class TestNothingUnrecorded(CommendationPaperCase):
    def test_of_what_nobody_noted_the_minutes_are_silent(self):
        session = self.vote()
        paper = self.paper("council_minutes", session_id=session.id)
        self.assertNotIn("nhất trí", self.text(paper))
        self.assertNotIn("Ý kiến thảo luận", self.text(paper))
        self.assertIn("Nobody has noted", paper.doubts)

    def test_minutes_typed_in_afterwards_are_of_the_day_and_leave_room_for_the_hour(self):
        session = self.vote()
        yesterday = today() - timedelta(days=1)
        session.sudo()._put({"day": yesterday})
        said = self.text(self.paper("council_minutes", session_id=session.id))
        self.assertIn(f"…… giờ …… phút, ngày {long_date(yesterday)}", said)
        self.assertNotIn(long_date(today()), said)

    def test_who_kept_out_twice_is_named_once(self):
        twice = self.make_nomination(self.held, self.councillor, "checked")
        twice |= self.make_nomination(self.held, self.councillor, "checked", award=self.upper_title)
        session = self.vote()
        out = session.line_ids.filtered(lambda line: line.commendation_id in twice)
        (name,) = set(out.mapped("kept_out"))
        self.assertEqual(len(out), 2)
        named = [each["who"] for each in session._printed()["kept_out"]]
        self.assertEqual(named.count(name), 1)

    def test_what_a_round_gave_is_not_among_what_was_given_before_it(self):
        given = self.make_nomination(self.held, self.people[3], "awarded")
        self.assertTrue(given.sudo().honour_ids)
        earlier = {"decision_words": "Quyết định số 12/QĐ", "decided_on": date(2025, 5, 31)}
        self.make_honour(self.school, self.people[3], **earlier)
        (printed,) = given._earlier_printed()
        self.assertIn("Quyết định số 12/QĐ ngày 31/5/2025", printed["paper"])

    def test_the_report_of_who_heads_a_section_is_confirmed_by_the_house(self):
        self.quiet["dan_chu.unit"].browse(self.group.id).head_id = self.people[1]
        paper = self.paper("achievement", commendation_id=self.good.id)
        signs = paper.signatory_ids.mapped("name")
        self.assertEqual(signs, ["Lê Thị Hạnh", "Nguyễn Văn Anh"])

    def test_who_registers_a_model_signs_for_it_too(self):
        movement, told, _plain = self.models()
        alone = self.make_initiative(movement, "registered", employee_id=self.people[1].id)
        papers = [self.paper("initiative_form", initiative_id=row.id) for row in (alone, told)]
        signs = [
            paper.signatory_ids.mapped(lambda row: (row.own_title, row.name)) for paper in papers
        ]
        self.assertEqual(
            [[name for _title, name in rows] for rows in signs],
            [["Lê Thị Hạnh", "Nguyễn Văn Anh"], ["Lê Thị Hạnh"]],
        )
        self.assertEqual(signs[0][1][0], "NGƯỜI ĐĂNG KÝ")

    def test_a_list_sent_up_tells_how_the_house_below_voted(self):
        self.above.sudo()._put({"council_for": 4, "council_base": 4})
        sent = self.make_nomination(self.held, self.people[4]).sudo()
        sent._put({"origin_id": self.above.id})
        (group,) = sent._listed()
        self.assertEqual(group["rows"][0]["votes"], "4/4 (100%)")

    def test_the_minutes_of_the_counting_say_what_was_typed(self):
        session = self.vote()
        paper = self.paper("counting_minutes", session_id=session.id)
        self.assertNotIn("…", self.text(paper))
        self.assertNotIn("Số phiếu phát ra", self.text(paper))
        with self.assertRaisesRegex(UserError, "Ballots given out"):
            paper.action_submit()
        paper.write({"ballots_out": 4, "ballots_in": 4, "ballots_invalid": 1})
        self.assertIn("thu về: 04; số phiếu hợp lệ: 03", self.text(paper))
        counter = paper.signatory_ids[0]
        counter.employee_id = self.secretary.employee_id
        paper.write({"signatory_ids": [Command.update(counter.id, {"name": "Đỗ Thu Hà"})]})
        self.assertIn("Người kiểm phiếu: Đỗ Thu Hà", self.text(paper))
        for wrong in ({"ballots_out": 5}, {"ballots_in": 5}, {"ballots_invalid": -1}):
            with self.subTest(wrong), self.assertRaises(ValidationError):
                paper.write(wrong)

    def test_a_round_says_what_came_back_from_above(self):
        self.vote()
        self.above.sudo()._put({"state": "forwarded", "forwarded_on": "2026-01-05 01:00:00"})
        self.above.sudo()._told_from_above(True, today(), "Quyết định số 9/QĐ-SGDĐT", 5_000_000)
        summary = self.text(self.paper("summary", round_id=self.held.id))
        self.assertIn("trình cấp trên: 01; được khen thưởng: 01", summary)
        self.assertIn("không được khen thưởng: 0; chưa có kết quả: 0", summary)
        self.assertNotIn("5.000.000", summary)
        self.assertNotIn("Nguyễn Văn An ", summary)
        bonuses = self.paper("bonus_list", round_id=self.held.id)
        self.assertNotIn(self.above, bonuses.line_ids)


class TestNamed(CommendationPaperCase):
    def test_above_a_person_is_of_a_house_and_not_of_a_section(self):
        upper = self.make_round("council", unit=self.department, asked=self.school)
        person = self.make_nomination(upper, self.people[1], unit=self.school)
        part = self.make_nomination(upper, self.group, unit=self.school)
        house = self.make_nomination(upper, self.school, unit=self.school)
        self.assertEqual(
            [row._who_printed() for row in person | part | house],
            [
                f"{person.name}, {person.position}, {self.school.name}",
                f"{part.name}, {self.school.name}",
                house.name,
            ],
        )
        self.assertIn(f"Giáo viên, {self.group.name}", self.own._who_printed())


class TestRefused(CommendationPaperCase):
    def test_a_paper_of_nobody_is_not_begun(self):
        empty = self.as_user(self.make_round("council"), self.officer)
        for form in ("decision", "proposal", "bonus_list", "summary"):
            with self.subTest(form), self.assertRaisesRegex(UserError, "Xét thi đua"):
                empty.action_new_paper(form)

    def test_whom_the_council_refused_stands_on_no_list(self):
        self.vote()
        for form in ("proposal", "bonus_list"):
            paper = self.paper(form, round_id=self.held.id)
            self.assertNotIn(self.weak, paper.line_ids)
            paper.line_ids = self.good | self.weak
            with self.subTest(form), self.assertRaisesRegex(UserError, "refused by the council"):
                paper.action_submit()

    def test_a_decision_without_a_base_salary_stays_a_draft(self):
        self.vote()
        self.env["dan_chu.rule"].search([("code", "=", "base_salary")]).unlink()
        paper = self.decision()
        self.assertIn("base salary", paper.doubts)
        with self.assertRaisesRegex(UserError, "base salary"), self.env.cr.savepoint():
            paper.action_submit()
        self.assertEqual((paper.state, paper.line_ids), ("draft", self.good | self.own | self.team))

    def test_who_was_struck_off_does_not_come_back_by_the_button(self):
        self.vote()
        paper = self.decision()
        paper.line_ids = self.good
        self.as_user(self.held, self.officer).action_new_paper("decision")
        self.assertEqual(paper.line_ids, self.good)

    def test_a_longer_decision_asks_no_more_often(self):
        """A hundred lines cost as many queries as ten."""
        counts = []
        for number in (10, 100):
            held = self.make_round("council", work_year="2026-2027")
            rows = self.env["dan_chu.commendation"].browse()
            for place in range(number):
                person = self.make_employee(f"Người số {place} của {number}", self.group)
                rows |= self.make_nomination(held, person, "passed")
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            paper = self.paper("decision", round_id=held.id)
            paper.document_id._paper()
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
            self.assertEqual(paper.line_ids, rows)
        self.assertLessEqual(counts[1], counts[0] + 5)

"""What the head decides, and what becomes of what was given."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.commendation_papers import CommendationPaperCase
from tests.commendations import CommendationCase

WORDS = "Quyết định số 45/QĐ-HS ngày 05 tháng 6 năm 2026"


class TestDecision(CommendationCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # What the law really says is tried elsewhere: these are the numbers of this house.
        cls.make_law(f"award.{cls.title.code}.bonus", "0.3", "decimal", unit_id=cls.school.id)
        cls.make_law("base_salary", "2340000", "integer", unit_id=cls.school.id)
        cls.make_law("bonus.round_to", "1000", "integer", unit_id=cls.school.id)
        cls.held = cls.make_round("council")
        cls.good = cls.make_nomination(cls.held, cls.teacher, "passed")
        cls.other_nominator = cls.make_user("other_nominator", ("officer", cls.other_group))

    def decide(self, rows, day=None, by=None):
        return self.as_user(rows, by or self.head).action_decide(day or today(), WORDS)

    def test_what_was_passed_is_given_with_its_bonus(self):
        self.decide(self.good)
        self.assertEqual(
            (self.good.state, self.good.decided_on, self.good.decision_words, self.good.bonus),
            ("awarded", today(), WORDS, 702_000),
        )
        self.assertEqual(self.held.state, "decided")

    def test_without_day_and_number_they_are_asked_for(self):
        action = self.as_user(self.good, self.head).action_decide()
        wizard = (
            self.env[action["res_model"]]
            .with_user(self.head)
            .with_context(action["context"])
            .create({"words": WORDS})
        )
        self.assertIn("702.000 đồng", wizard.total)
        wizard.action_confirm()
        self.assertEqual(self.good.state, "awarded")

    def test_the_head_alone_decides(self):
        for user in (self.officer, self.nominator, self.teacher, self.upper_head):
            with self.subTest(user.name), self.assertRaises(AccessError):
                self.decide(self.good, by=user)

    def test_whom_the_council_refused_stands_in_no_decision(self):
        weak = self.make_nomination(self.held, self.people[1], "refused")
        with self.assertRaisesRegex(UserError, "refused by the council"):
            self.decide(self.good | weak)
        self.assertEqual(self.good.state, "passed")
        self.assertEqual(self.held._names_not_passed(f"Tặng cho {weak.name}"), [weak.name])
        self.assertEqual(self.held._names_not_passed(f"Tặng cho {self.good.name}"), [])

    def test_nothing_is_decided_before_the_council_or_above_it(self):
        waiting = self.make_nomination(self.held, self.people[1], "checked")
        with self.assertRaises(UserError):
            self.decide(waiting)
        above = self.make_nomination(self.held, self.people[2], "passed", award=self.upper_title)
        with self.assertRaisesRegex(UserError, "level above"):
            self.decide(above)

    def test_praise_needs_no_council(self):
        praise = self.make_award("thu_bieu_duong", "Biểu dương thử", category="praise")
        self.held.award_ids = [Command.link(praise.id)]
        row = self.make_nomination(self.held, self.people[1], "checked", award=praise)
        self.decide(row)
        self.assertEqual((row.state, row.bonus), ("awarded", 0))

    def test_the_line_of_the_head_is_decided_by_the_level_above(self):
        own = self.make_nomination(self.held, self.head, "passed")
        with self.assertRaises(AccessError):
            self.decide(own | self.good)
        action = self.as_user(self.held, self.head).action_decide()
        self.assertEqual(action["context"]["default_commendation_ids"], self.good.ids)
        self.decide(self.good)
        self.assertEqual((self.good.state, own.state), ("awarded", "passed"))
        self.assertEqual(self.held.state, "council")

    def test_a_bonus_without_a_base_salary_on_record_is_told(self):
        self.env["dan_chu.rule"].search([("code", "=", "base_salary")]).unlink()
        with self.assertRaisesRegex(UserError, "base salary"):
            self.decide(self.good)

    def test_a_decision_of_tomorrow_is_none(self):
        with self.assertRaises(UserError):
            self.decide(self.good, today() + timedelta(days=1))

    def test_declined_with_a_reason(self):
        row = self.as_user(self.good, self.head)
        action = row.action_decline()
        wizard = (
            self.env[action["res_model"]]
            .with_user(self.head)
            .with_context(action["context"])
            .create({"reason": "Có đơn đang xem xét"})
        )
        wizard.action_confirm()
        self.assertEqual((row.state, row.decision_words), ("not_awarded", "Có đơn đang xem xét"))
        self.assertFalse(self.good.honour_ids)

    def test_a_round_with_something_passed_is_not_ended(self):
        held = self.as_user(self.held, self.officer)
        with self.assertRaises(UserError):
            held.action_end_decisions()
        self.decide(self.good)
        with self.assertRaises(UserError):
            held.action_end_decisions()
        held.action_close()
        self.assertEqual(self.held.state, "closed")

    def test_what_was_given_is_in_the_own_history_at_once_and_of_all_once_made_known(self):
        self.decide(self.good)
        honour = self.good.honour_ids
        self.assertEqual(
            (honour.unit_id, honour.employee_id, honour.award_name, honour.bonus),
            (self.school, self.teacher.employee_id, self.title.name, 702_000),
        )
        self.assertEqual(honour.issuer, self.school.name)
        entries = self.env["dan_chu.honour"].search([("id", "=", honour.id)])
        self.assertTrue(entries.with_user(self.teacher).has_access("read"))
        self.assertFalse(entries.with_user(self.clever).has_access("read"))
        self.as_user(self.held, self.officer).action_publish()
        self.assertEqual(self.good.published_on, today())
        self.assertTrue(self.as_user(entries, self.clever).has_access("read"))

    def test_handed_over_at_a_conference(self):
        conference = self.make_conference()
        item = self.env["dan_chu.conference.item"].create(
            {"conference_id": conference.id, "name": "Trao thưởng", "kind": "award"}
        )
        self.decide(self.good)
        row = self.as_user(self.good, self.officer)
        with self.assertRaises(UserError):
            row.action_hand_over(today() - timedelta(days=1))
        row.action_hand_over(today(), item)
        self.assertEqual((row.handed_over_on, self.good.handed_over_item_id), (today(), item))
        with self.assertRaises(UserError):
            self.as_user(self.held, self.officer).action_hand_over()

    def test_a_round_whose_lists_still_come_in_goes_on(self):
        praise = self.make_award("thu_bieu_duong", "Biểu dương thử", category="praise")
        held = self.make_round("open", awards=praise | self.title)
        given = self.make_nomination(held, self.teacher, "checked", award=praise)
        self.make_nomination(held, self.clever, "draft")
        self.decide(given)
        self.assertEqual((given.state, held.state), ("awarded", "open"))
        later = self.make_nomination(held, self.people[2], "checked", award=praise)
        held.participant_ids._put({"handed_in_on": fields.Datetime.now()})
        self.decide(later)
        self.assertEqual(held.state, "decided")

    def test_what_was_sent_back_may_come_again(self):
        back = self.make_nomination(self.held, self.clever, "returned")
        self.decide(self.good)
        self.assertEqual(self.held.state, "council")
        self.as_user(back, self.other_nominator).action_submit()
        self.assertEqual(back.state, "submitted")

    def test_taken_back_it_rests_with_what_took_it_back(self):
        self.decide(self.good)
        row = self.as_user(self.good, self.head)
        row.action_annul("Quyết định số 52/QĐ-HS")
        for call in (
            lambda: row.action_annul("Quyết định số 53/QĐ-HS"),
            lambda: row.action_hand_over(today()),
            row.action_publish,
        ):
            with self.assertRaisesRegex(UserError, "was taken back"):
                call()
        self.assertEqual(self.good.honour_ids.cancelled_words, "Quyết định số 52/QĐ-HS")

    def test_taken_back_it_stays_on_record_and_says_so(self):
        self.decide(self.good)
        with self.assertRaises(AccessError):
            self.as_user(self.good, self.officer).action_annul("Quyết định số 52/QĐ-HS")
        self.as_user(self.good, self.head).action_annul("Quyết định số 52/QĐ-HS, kê khai sai")
        honour = self.good.honour_ids
        self.assertTrue(honour.is_cancelled)
        self.assertEqual(honour.cancelled_words, "Quyết định số 52/QĐ-HS, kê khai sai")
        self.assertEqual(self.good.state, "awarded")

    def test_what_was_given_above_is_entered_once_in_the_own_house(self):
        upper = self.make_round(
            "open", unit=self.department, asked=self.school, awards=self.upper_title
        )
        row = self.make_nomination(self.held, self.people[1], "passed", award=self.upper_title)
        self.as_user(row, self.officer).action_forward(to_round=upper.id)
        above = row.forwarded_id
        above._put({"state": "passed"})
        self.decide(above, by=self.upper_head)
        self.assertEqual((above.state, row.state), ("awarded", "awarded"))
        self.assertFalse(above.honour_ids)
        self.assertEqual(row.honour_ids.unit_id, self.school)
        self.assertEqual(row.honour_ids.issuer, self.department.name)


class TestDecidedByPaper(CommendationPaperCase):
    """The paper of the decision, issued by the head, decides on the lines that stand in it."""

    def setUp(self):
        super().setUp()
        self.vote()

    def test_an_issued_decision_decides_on_its_lines_and_no_others(self):
        paper = self.issued(self.decision(line_ids=self.listed(self.good, self.own)))
        document = paper.document_id
        for row in (self.good, self.own):
            self.assertEqual(
                (row.state, row.decided_on, row.decision_document_id, row.bonus),
                ("awarded", document.date, document, 702_000),
            )
            self.assertIn(document.reference, row.decision_words)
            self.assertEqual(len(row.honour_ids), 1)
        self.assertEqual((self.team.state, self.of_head.state), ("passed", "passed"))
        self.assertEqual(self.held.state, "council")

    def test_decided_twice_by_the_same_paper_it_is_given_once(self):
        paper = self.issued(self.decision(line_ids=self.listed(self.good)))
        self.held._decide_by(paper, self.good)
        self.assertEqual(len(self.good.honour_ids), 1)

    def test_without_a_number_it_decides_on_nothing_yet(self):
        paper = self.decision(line_ids=self.listed(self.good))
        self.held._decide_by(paper, self.good)
        self.assertEqual(self.good.state, "passed")

    def test_who_signs_signs_nothing_for_themselves(self):
        paper = self.decision()
        paper.write({"number": "45", "date": today()})
        with self.assertRaisesRegex(UserError, "own line"):
            self.held._decide_by(paper, self.of_head)
        self.assertEqual(self.of_head.state, "passed")

    def test_whom_the_council_refused_is_not_given_it_by_a_paper(self):
        paper = self.decision()
        paper.write({"number": "45", "date": today()})
        with self.assertRaisesRegex(UserError, "refused by the council"):
            self.held._decide_by(paper, self.weak)


class TestTakenBack(CommendationPaperCase):
    def test_what_was_taken_back_is_not_handed_over_nor_made_known(self):
        self.vote()
        row = self.as_user(self.good, self.head)
        row.action_decide(today(), WORDS)
        held = self.as_user(self.held, self.head)
        self.assertEqual((held.to_hand_over_count, held.to_publish_count), (1, 1))
        row.action_annul("Quyết định số 52/QĐ-HS, kê khai sai")
        held.invalidate_recordset()
        self.assertEqual((held.to_hand_over_count, held.to_publish_count), (0, 0))
        with self.assertRaises(UserError):
            held.action_hand_over()
        with self.assertRaises(UserError):
            held.action_publish()

    def test_a_round_with_a_decision_is_not_cancelled(self):
        self.vote()
        self.as_user(self.good, self.head).action_decide(today(), WORDS)
        with self.assertRaisesRegex(UserError, "has a decision"):
            self.as_user(self.held, self.officer).action_cancel("Nhầm đợt")

    def test_the_own_line_of_the_head_does_not_wait_for_the_head(self):
        self.vote()
        held = self.as_user(self.held, self.head)
        counted = held.to_decide_count
        self.assertEqual(counted, len(self.held._to_decide()) - 1)
        action = held.action_decide()
        wizard = self.env[action["res_model"]].with_user(self.head)
        wizard = wizard.with_context(action["context"]).create({"words": WORDS})
        self.assertEqual(wizard.own, self.of_head.name)

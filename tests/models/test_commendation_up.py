"""Sent up into the round above or on paper, and what the level above decides coming back."""

import base64

from odoo.exceptions import AccessError, UserError

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.commendations import CommendationCase

_PDF = base64.b64encode(b"%PDF-1.4\n%%EOF")


class TestUp(CommendationCase):
    def setUp(self):
        super().setUp()
        self.round = self.make_round("council")
        self.above = self.make_round(
            "open", unit=self.department, asked=self.school, awards=self.upper_title
        )
        self.row = self.make_nomination(
            self.round, self.teacher, "draft", award=self.upper_title, achievements="<p>Dạy tốt</p>"
        )
        self.env["dan_chu.commendation.file"].with_user(self.nominator).create(
            {"name": "bao-cao.pdf", "data": _PDF, "commendation_id": self.row.id}
        )
        self.bring_to_state(self.row, "passed")
        self.row._put({"council_words": "11/11"})

    def send(self):
        self.row.with_user(self.officer).action_forward(self.above.id)
        return self.row.forwarded_id

    def test_into_the_round_above_with_its_dossier(self):
        upper = self.send()
        self.assertEqual((self.row.state, upper.state), ("forwarded", "submitted"))
        self.assertEqual(upper.unit_id, self.school)
        self.assertEqual(upper.addressee_unit_id, self.department)
        self.assertEqual(upper.employee_id, self.teacher.employee_id)
        self.assertIn("Dạy tốt", upper.achievements)
        self.assertEqual(upper.file_ids.sha256, self.row.file_ids.sha256)
        self.assertIn("11/11", upper.origin_words)
        self.assertTrue(self.above.participant_ids.handed_in_on)
        self.assertEqual(self.row.round_id.with_user(self.officer).forwarded_count, 1)
        upper.with_user(self.upper_officer).action_check()
        self.assertEqual(upper.state, "checked")
        # The house above reads what was sent, and not the row it came from.
        with self.assertRaises(AccessError):
            self.row.with_user(self.upper_officer).read(["name"])

    def test_no_person_goes_up_for_what_collectives_get(self):
        flag = self.make_award("thu_co", "Cờ thử", target_kind="collective")
        self.above.award_ids |= flag
        with self.assertRaisesRegex(UserError, "not for nominees of this kind"):
            self.row.with_user(self.officer).action_forward(self.above.id, award=flag.id)
        self.assertEqual(self.row.state, "passed")

    def test_awarded_above_and_entered_below(self):
        upper = self.send()
        upper._put({"state": "passed"})
        self.assertFalse(upper._goes_up())
        upper._put(
            {"state": "awarded", "decided_on": today(), "decision_words": "Quyết định số 9/QĐ-SGD"}
        )
        self.assertEqual(self.row.state, "awarded")
        self.assertEqual(self.row.decision_words, "Quyết định số 9/QĐ-SGD")
        honours = self.env["dan_chu.honour"].search(
            [("employee_id", "=", self.teacher.employee_id.id)]
        )
        self.assertEqual(len(honours), 1)
        self.assertEqual(honours.unit_id, self.school)

    def test_refused_above_comes_back_with_the_decision(self):
        upper = self.send()
        upper._put({"state": "refused", "refusal_reason": "Chưa đủ 3 năm"})
        self.assertEqual(self.row.state, "forwarded")
        self.above._put({"state": "decided", "decided_on": today()})
        self.assertEqual(self.row.state, "not_awarded")
        self.assertIn("Chưa đủ 3 năm", self.row.decision_words)

    def test_a_round_above_that_is_cancelled_gives_it_back(self):
        upper = self.send()
        self.above.with_user(self.upper_officer).action_cancel("Hoãn")
        self.assertEqual((self.row.state, upper.state), ("passed", "withdrawn"))
        again = self.make_round(
            "open", unit=self.department, asked=self.school, awards=self.upper_title
        )
        self.row.with_user(self.officer).action_forward(again.id)
        self.assertEqual(self.row.state, "forwarded")

    def test_sent_back_by_the_level_above_and_handed_in_again(self):
        upper = self.send()
        upper.with_user(self.upper_officer).action_return("Thiếu chữ ký")
        mine = upper.with_user(self.officer)
        mine.summary = "Đã bổ sung"
        mine.action_submit()
        self.assertEqual(upper.state, "submitted")
        upper.with_user(self.upper_officer).action_return("Thôi")
        mine.action_withdraw()
        self.assertEqual(self.row.state, "passed")

    def test_not_into_a_round_that_does_not_ask_us(self):
        other = self.make_round(
            "open", unit=self.department, asked=self.sibling, awards=self.upper_title
        )
        with self.assertRaisesRegex(UserError, "takes no nominations of"):
            self.row.with_user(self.officer).action_forward(other.id)
        own = self.make_round("open", awards=self.upper_title)
        with self.assertRaisesRegex(UserError, "takes no nominations of"):
            self.row.with_user(self.officer).action_forward(own.id)

    def test_for_an_award_of_the_round_above(self):
        self.above.award_ids = self.certificate
        with self.assertRaisesRegex(UserError, "choose for which of them"):
            self.row.with_user(self.officer).action_forward(self.above.id)
        self.row.with_user(self.officer).action_forward(self.above, award=self.certificate)
        self.assertEqual(self.row.forwarded_id.award_id, self.certificate)

    def test_only_the_house_that_holds_the_round_sends_up(self):
        for user in (self.nominator, self.sibling_officer, self.upper_officer):
            with self.assertRaises(AccessError):
                self.row.with_user(user).action_forward(self.above.id)

    def test_on_paper_and_the_decision_typed_in(self):
        seen = self.row.with_user(self.officer)
        asked = seen.action_forward()
        self.assertEqual(asked["res_model"], "dan_chu.commendation.forward")
        seen.action_forward(paper="Tờ trình số 12/TTr-HS")
        self.assertTrue(self.row.is_told_by_hand)
        told = (
            self.env["dan_chu.commendation.told"]
            .with_user(self.officer)
            .create({"commendation_ids": self.row.ids, "words": "Quyết định số 45/QĐ-UBND"})
        )
        told.line_ids.bonus = 1_000_000
        told.action_confirm()
        self.assertEqual((self.row.state, self.row.bonus), ("awarded", 1_000_000))
        self.assertEqual(self.row.decision_words, "Quyết định số 45/QĐ-UBND")

    def test_the_own_decision_is_typed_in_by_another(self):
        own = self.make_nomination(
            self.round, self.officer, "passed", unit=self.group, award=self.upper_title
        )
        own.with_user(self.officer).action_forward(paper="Tờ trình số 13/TTr-HS")
        with self.assertRaisesRegex(AccessError, "own line"):
            own.with_user(self.officer).action_record_decision(True, today(), "Quyết định số 1")

    def test_the_dialog_offers_the_rounds_above(self):
        form = (
            self.env["dan_chu.commendation.forward"]
            .with_user(self.officer)
            .create({"commendation_ids": self.row.ids})
        )
        self.assertEqual((form.how, form.round_id), ("round", self.above))
        form.action_confirm()
        self.assertEqual(self.row.state, "forwarded")

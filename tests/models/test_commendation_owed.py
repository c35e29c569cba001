"""Who is asked is told, and owes a list until all of its lines are in."""

from datetime import timedelta

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import Form

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.commendations import CommendationCase


class TestOwed(CommendationCase):
    def setUp(self):
        super().setUp()
        self.round = self.make_round("draft")
        self.round.with_user(self.officer).action_open()
        self.line = self.round.participant_ids.filtered(lambda row: row.unit_id == self.group)

    def asked(self, user):
        """What the program has put before that user; what people plan is theirs."""
        kind = self.env.ref("dan_chu_co_so.activity_nominate")
        return self.env["mail.activity"].search(
            [("activity_type_id", "=", kind.id), ("user_id", "=", user.id)]
        )

    def test_one_entry_a_person_until_the_list_is_in(self):
        entry = self.asked(self.nominator)
        self.assertEqual((entry.res_model, entry.res_id), (self.round._name, self.round.id))
        self.assertEqual(entry.date_deadline, self.round.deadline)
        self.assertIn(self.group.name, entry.summary)
        # The officer of the school answers for the group that has none of its own.
        self.assertEqual(len(self.asked(self.officer)), 1)
        self.round.with_user(self.officer).deadline = today() + timedelta(days=20)
        self.assertEqual(self.asked(self.nominator), entry)
        self.assertEqual(entry.date_deadline, today() + timedelta(days=20))
        self.line.with_user(self.nominator).action_hand_in()
        self.assertFalse(self.asked(self.nominator))
        self.round.with_user(self.officer).action_close_nominations()
        self.assertFalse(self.asked(self.officer))

    def test_whoever_is_asked_later_is_told_too(self):
        self.round.with_user(self.officer).participant_ids = [
            Command.create({"unit_id": self.school.id})
        ]
        mine = self.asked(self.officer)
        self.assertEqual(len(mine), 1)
        self.assertNotIn(self.other_group.name, mine.summary)
        self.line.with_user(self.officer).unlink()
        self.assertFalse(self.asked(self.nominator))

    def test_lines_that_come_in_one_by_one(self):
        first = self.make_nomination(self.round, self.teacher)
        other = self.people.filtered(lambda person: person.dan_chu_unit_id == self.group)[0]
        second = self.make_nomination(self.round, other)
        mine = self.line.with_user(self.nominator)
        first.with_user(self.nominator).action_submit()
        self.assertFalse(mine.handed_in_on)
        self.assertEqual((mine.handed_count, mine.waiting_count), (1, 1))
        second.with_user(self.nominator).action_strike()
        self.assertTrue(mine.handed_in_on)
        self.assertFalse(self.asked(self.nominator))
        first.with_user(self.officer).action_return("Thiếu báo cáo")
        self.assertFalse(mine.handed_in_on)
        self.assertTrue(self.asked(self.nominator))

    def test_what_was_sent_back_comes_again_after_the_nominations_have_ended(self):
        row = self.make_nomination(self.round, self.teacher, "submitted")
        self.round.with_user(self.officer).action_close_nominations()
        self.assertFalse(self.asked(self.nominator))
        row.with_user(self.officer).action_return("Thiếu báo cáo")
        self.assertTrue(self.asked(self.nominator))
        self.line.with_user(self.nominator).action_hand_in()
        self.assertFalse(self.asked(self.nominator))
        self.assertEqual(row.state, "submitted")
        self.assertTrue(self.line.handed_in_on)
        # But nobody says afterwards that nobody is nominated.
        late = self.round.participant_ids - self.line
        with self.assertRaises(UserError):
            late.with_user(self.officer).action_hand_in()

    def test_the_dialog_knows_the_round_of_its_list(self):
        action = self.line.with_user(self.nominator).action_open_list()
        # What begins with default_ does not reach a button of the list.
        context = {k: v for k, v in action["context"].items() if not k.startswith("default_")}
        wizards = self.env["dan_chu.commendation.nominate"].with_user(self.nominator)
        form = Form(wizards.with_context(**context))
        self.assertEqual((form.round_id, form.unit_id), (self.round, self.group))
        form.award_id = self.title
        self.assertEqual(form.count, self.staff_of(self.group))
        form.save().action_confirm()
        self.assertEqual(len(self.round.commendation_ids), self.staff_of(self.group))

    def test_the_head_sends_up(self):
        row = self.make_nomination(self.round, self.teacher, "passed", award=self.upper_title)
        above = self.make_round(
            "open", unit=self.department, asked=self.school, awards=self.upper_title
        )
        form = (
            self.env["dan_chu.commendation.forward"]
            .with_user(self.head)
            .create({"commendation_ids": row.ids})
        )
        self.assertEqual(form.round_id, above)
        form.action_confirm()
        self.assertEqual((row.state, row.forwarded_id.round_id), ("forwarded", above))
        self.assertTrue(above.participant_ids.handed_in_on)

    def test_without_a_base_salary_no_bonus_is_reckoned(self):
        self.make_law(f"award.{self.title.code}.bonus", "0.3", "decimal")
        self.env["dan_chu.rule"].sudo().search([("code", "=", "base_salary")]).unlink()
        row = self.make_nomination(self.round, self.teacher, "passed")
        with self.assertRaisesRegex(UserError, "names no base salary"):
            row.with_user(self.head).action_decide(today(), "Quyết định số 45/QĐ-HS")
        self.assertEqual(row.state, "passed")

    def test_of_many_those_whose_papers_are_missing_are_left_and_named(self):
        self.title.sudo().paper_ids = [Command.create({"kind": "report", "name": "Báo cáo"})]
        lacking = self.make_nomination(self.round, self.teacher, "submitted")
        full = self.make_nomination(
            self.round, self.clever, "submitted", achievements="<p>Dạy tốt</p>"
        )
        told = (lacking | full).with_user(self.officer).action_check()
        self.assertIn(f"{lacking.name}: Báo cáo", told["params"]["message"])
        self.assertEqual((lacking.state, full.state), ("submitted", "checked"))


class TestNominationsAtSize(CommendationCase):
    def make_lines(self, total):
        """A round open for all the staff of a group of that size."""
        self.make_staff(self.group, total)
        row = self.make_round("open")
        row.with_user(self.nominator).action_nominate_all(self.title, self.group)
        return row

    def read_list(self, row):
        spec = {
            "name": {},
            "unit_id": {"fields": {"display_name": {}}},
            "award_id": {"fields": {"display_name": {}}},
            "allowed_award_ids": {},
            "against": {},
            "missing_words": {},
            "earlier_count": {},
            "may_nominate": {},
            "state": {},
        }
        rows = self.env["dan_chu.commendation"].with_user(self.nominator)
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        found = rows.web_search_read([("round_id", "=", row.id)], spec, limit=500)
        return found["length"], self.env.cr.sql_log_count - before

    def test_the_list_asks_no_more_for_more_lines(self):
        few, asked = self.read_list(self.make_lines(20))
        many, asked_more = self.read_list(self.make_lines(200))
        self.assertEqual((few, many), (20, 200))
        self.assertLessEqual(asked_more, asked + 2)

    def test_the_round_asks_no_more_for_more_units(self):
        spec = {
            "nominated_count": {},
            "owing_count": {},
            "has_below": {},
            "may_handle": {},
            "participant_ids": {
                "fields": {
                    "unit_id": {"fields": {"display_name": {}}},
                    "listed_count": {},
                    "handed_count": {},
                    "waiting_count": {},
                    "is_late": {},
                    "may_nominate": {},
                }
            },
        }
        parts = self.group
        kind = self.group.kind_id
        for place in range(50):
            parts |= (
                self.env["dan_chu.unit"]
                .sudo()
                .create({"name": f"Tổ {place}", "kind_id": kind.id, "parent_id": self.school.id})
            )
        counts = []
        for asked in (parts[:5], parts[:50]):
            row = self.make_round("open", asked=asked.sudo(False))
            seen = row.with_user(self.officer)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            (read,) = seen.web_read(spec)
            counts.append((len(read["participant_ids"]), self.env.cr.sql_log_count - before))
        (few, asked), (many, asked_more) = counts
        self.assertEqual((few, many), (5, 50))
        self.assertLessEqual(asked_more, asked + 2)

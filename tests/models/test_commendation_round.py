"""Rounds and nominations: who is asked, what is taken, the list of a unit, the dossier."""

import base64
from datetime import timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.commendations import CommendationCase

_PDF = base64.b64encode(b"%PDF-1.4\n%%EOF")


class TestRound(CommendationCase):
    def as_user(self, row, user):
        return row.with_user(user)

    def test_it_opens_with_awards_units_and_time(self):
        row = self.make_round().with_user(self.officer)
        row.participant_ids.unlink()
        with self.assertRaisesRegex(UserError, "which units are asked"):
            row.action_open()
        row.action_ask_inner()
        row.deadline = today() + timedelta(days=3)
        row.date_from = today() - timedelta(days=9)
        row.deadline = today() - timedelta(days=1)
        with self.assertRaisesRegex(UserError, "took nominations until"):
            row.action_open()
        row.deadline = today()
        row.action_open()
        self.assertEqual(row.state, "open")
        self.assertTrue(row.opened_on)

    def test_all_inner_sections_in_one_click_and_again(self):
        row = self.make_round(asked=self.group).with_user(self.officer)
        row.action_ask_inner()
        asked = row.participant_ids.unit_id
        self.assertIn(self.school, asked)
        self.assertIn(self.other_group, asked)
        self.assertNotIn(self.sibling, asked)
        row.action_ask_inner()
        self.assertEqual(len(row.participant_ids), len(asked))

    def test_institutions_below_in_one_click(self):
        row = self.make_round(unit=self.department, asked=self.department)
        row.with_user(self.upper_officer).action_ask_below()
        asked = row.participant_ids.unit_id
        self.assertLessEqual(self.school | self.sibling, asked)
        self.assertNotIn(self.group, asked)

    def test_units_of_others_are_not_asked(self):
        row = self.make_round().with_user(self.officer)
        with self.assertRaisesRegex(UserError, "no part|not a part"):
            row.participant_ids = [Command.create({"unit_id": self.sibling.id})]

    def test_who_owes_what(self):
        row = self.make_round("open")
        self.make_nomination(row, self.teacher)
        line = row.participant_ids.filtered(lambda each: each.unit_id == self.group)
        mine = line.with_user(self.nominator)
        self.assertEqual((mine.listed_count, mine.handed_count), (1, 0))
        self.assertEqual(row.with_user(self.officer).owing_count, 2)
        mine.action_hand_in()
        self.assertEqual(row.commendation_ids.state, "submitted")
        line.invalidate_recordset()
        self.assertEqual(mine.handed_count, 1)
        self.assertEqual(row.with_user(self.officer).owing_count, 1)
        with self.assertRaises(AccessError):
            row.participant_ids.filtered(lambda each: each.unit_id == self.other_group).with_user(
                self.nominator
            ).action_hand_in()

    def test_nobody_types_in_that_a_list_was_handed_in(self):
        row = self.make_round("open")
        line = row.participant_ids[0].with_user(self.officer)
        with self.assertRaises(UserError):
            line.handed_in_on = "2026-01-01"

    def test_counters(self):
        row = self.make_round("open")
        states = ("draft", "submitted", "checked", "passed", "refused", "forwarded", "awarded")
        for person, state in zip(self.people, states, strict=False):
            self.make_nomination(row, person, state)
        self.make_nomination(row, self.people[8], "withdrawn")
        seen = row.with_user(self.officer)
        self.assertEqual(seen.nominated_count, 7)
        self.assertEqual(seen.to_check_count, 1)
        self.assertEqual(seen.passed_count, 3)
        self.assertEqual(seen.refused_count, 1)
        self.assertEqual(seen.awarded_count, 1)
        action = seen.action_open_counted("passed_count")
        found = self.env["dan_chu.commendation"].search(action["domain"])
        self.assertEqual(set(found.mapped("state")), {"passed", "forwarded", "awarded"})

    def test_counters_ask_no_more_for_more_rounds(self):
        rounds = self.env["dan_chu.commendation.round"].browse()
        for _n in range(4):
            row = self.make_round("open")
            self.make_nomination(row, self.people[0], "submitted")
            rounds |= row
        counts = []
        seen = rounds.with_user(self.officer)
        for some in (seen[:1], seen):
            some.mapped("nominated_count")
            self.env.flush_all()
            some.invalidate_recordset(["nominated_count"])
            before = self.env.cr.sql_log_count
            some.mapped("nominated_count")
            counts.append(self.env.cr.sql_log_count - before)
        self.assertEqual(counts[0], counts[1])

    def test_cancelled_with_a_reason(self):
        row = self.make_round("open").with_user(self.officer)
        self.assertEqual(row.action_cancel()["res_model"], "dan_chu.commendation.reason")
        row.action_cancel("Xét chung với đợt cuối năm")
        self.assertEqual(row.state, "cancelled")
        with self.assertRaises(UserError):
            row.action_open()

    def test_nominations_taken_again_until_the_council_has_voted(self):
        row = self.make_round("open").with_user(self.officer)
        nomination = self.make_nomination(row, self.teacher, "checked")
        row.action_close_nominations()
        row.action_reopen()
        row.action_close_nominations()
        nomination._put({"state": "refused"})
        with self.assertRaisesRegex(UserError, "voted on 1 nominations"):
            row.action_reopen()

    def test_an_award_with_nominations_stays(self):
        row = self.make_round("open")
        self.make_nomination(row, self.teacher)
        with self.assertRaises(ValidationError):
            row.with_user(self.officer).award_ids = [Command.unlink(self.title.id)]


class TestList(CommendationCase):
    def setUp(self):
        super().setUp()
        self.round = self.make_round("open")
        self.mine = self.round.with_user(self.nominator)

    def test_all_staff_in_one_click_and_one_struck(self):
        staff = self.env["hr.employee"].search([("dan_chu_unit_id", "=", self.group.id)])
        self.assertEqual(self.mine.action_nominate_all(self.title.id, self.group.id), len(staff))
        rows = self.env["dan_chu.commendation"].search([("round_id", "=", self.round.id)])
        self.assertEqual(rows.employee_id, staff)
        self.assertEqual(set(rows.mapped("state")), {"draft"})
        self.assertEqual(self.mine.action_nominate_all(self.title, self.group), 0)
        rows[0].with_user(self.nominator).action_strike()
        self.assertFalse(rows[0].exists())
        self.assertEqual(self.mine.action_nominate_all(self.title, self.group), 1)

    def test_adding_more_people_takes_no_more_queries_each(self):
        counts = []
        for total in (4, 40):
            self.make_staff(self.group, self.staff_of(self.group) + total)
            row = self.make_round("open").with_user(self.nominator)
            self.env.flush_all()
            before = self.env.cr.sql_log_count
            added = row.action_nominate_all(self.title, self.group)
            self.env.flush_all()
            counts.append((self.env.cr.sql_log_count - before, added))
        (few, _some), (many, _more) = counts
        self.assertLess(many - few, 12, counts)

    def test_collectives_in_one_click(self):
        self.certificate.target_kind = "collective"
        row = self.make_round("open", asked=self.school).with_user(self.officer)
        row.action_nominate_all(self.certificate, self.school)
        self.assertIn(self.group, row.commendation_ids.subject_unit_id)

    def test_a_section_that_nominates_by_itself_is_left_to_it(self):
        row = self.make_round("open", asked=self.school | self.group).with_user(self.officer)
        row.action_nominate_all(self.title, self.school)
        units = row.commendation_ids.employee_id.dan_chu_unit_id
        self.assertNotIn(self.group, units)
        self.assertIn(self.other_group, units)

    def test_another_unit_does_not_nominate_for_it(self):
        with self.assertRaises(UserError):
            self.mine.action_nominate_all(self.title, self.other_group)
        with self.assertRaises(AccessError):
            self.round.with_user(self.sibling_officer).action_nominate_all(self.title, self.group)

    def test_after_the_deadline_in_words(self):
        self.round._put({"date_from": today() - timedelta(days=9)})
        self.round._put({"deadline": today() - timedelta(days=1)})
        with self.assertRaisesRegex(UserError, "took nominations until"):
            self.mine.action_nominate_all(self.title, self.group)
        with self.assertRaisesRegex(UserError, "took nominations until"):
            self.nominate(self.teacher.employee_id)
        late = self.make_nomination(self.round, self.people[0], unit=self.group)
        with self.assertRaisesRegex(UserError, "took nominations until"):
            late.with_user(self.nominator).action_submit()

    def nominate(self, person, **values):
        return (
            self.env["dan_chu.commendation"]
            .with_user(self.nominator)
            .create(
                {
                    "round_id": self.round.id,
                    "unit_id": self.group.id,
                    "employee_id": person.id,
                    "award_id": self.title.id,
                    **values,
                }
            )
        )

    def test_somebody_of_elsewhere_or_who_left(self):
        with self.assertRaisesRegex(UserError, "no longer, of the staff"):
            self.nominate(self.clever.employee_id)
        person = self.people.filtered(lambda each: each.dan_chu_unit_id == self.group)[0]
        row = self.nominate(person)
        person.active = False
        with self.assertRaisesRegex(UserError, "no longer, of the staff"):
            row.action_submit()

    def test_twice_for_the_same_award(self):
        twice = "is nominated for “Lao động thử” in “Xét thi đua.*” already"
        self.nominate(self.teacher.employee_id)
        with self.assertRaisesRegex(UserError, twice):
            self.nominate(self.teacher.employee_id)
        other = self.nominate(
            self.people.filtered(lambda each: each.dan_chu_unit_id == self.group)[0]
        )
        with self.assertRaisesRegex(UserError, twice):
            other.employee_id = self.teacher.employee_id

    def test_a_title_of_persons_is_not_for_a_collective(self):
        with self.assertRaisesRegex(UserError, "not for nominees of this kind"):
            self.nominate(
                self.env["hr.employee"], target="collective", subject_unit_id=self.group.id
            )


class TestDossier(CommendationCase):
    def setUp(self):
        super().setUp()
        self.round = self.make_round("open")

    def test_handed_in_checked_and_sent_back(self):
        row = self.make_nomination(self.round, self.teacher)
        row.with_user(self.nominator).action_submit()
        self.assertEqual((row.state, row.submitted_by_id), ("submitted", self.nominator))
        with self.assertRaises(UserError):
            row.with_user(self.nominator).summary = "Khác"
        seen = row.with_user(self.officer)
        self.assertEqual(seen.action_return()["res_model"], "dan_chu.commendation.reason")
        seen.action_return("Thiếu báo cáo")
        self.assertEqual((row.state, row.return_reason), ("returned", "Thiếu báo cáo"))
        row.with_user(self.nominator).summary = "Khác"
        self.round._put({"state": "council"})
        row.with_user(self.nominator).action_submit()
        seen.action_check()
        self.assertEqual((row.state, row.checked_by_id), ("checked", self.officer))

    def test_the_unit_does_not_check(self):
        row = self.make_nomination(self.round, self.teacher, "submitted")
        for action in ("action_check", "action_check_on_paper", "action_return"):
            with self.assertRaises(AccessError):
                getattr(row.with_user(self.nominator), action)()

    def test_the_own_line_is_left_and_the_rest_goes_on(self):
        own = self.make_nomination(self.round, self.officer, "submitted", unit=self.group)
        other = self.make_nomination(self.round, self.teacher, "submitted")
        rows = (own | other).with_user(self.officer)
        told = rows.action_check()
        self.assertIn(own.name, told["params"]["message"])
        self.assertEqual((own.state, other.state), ("submitted", "checked"))
        for action in ("action_check", "action_check_on_paper"):
            with self.assertRaisesRegex(AccessError, "own line"):
                getattr(own.with_user(self.officer), action)()
        with self.assertRaisesRegex(AccessError, "own line"):
            own.with_user(self.officer).action_return("Không")
        own.with_user(self.head).action_check()
        self.assertEqual(own.state, "checked")

    def test_the_line_of_a_collective_is_that_of_who_leads_it(self):
        self.group.head_id = self.teacher.employee_id
        row = self.make_nomination(self.round, self.group)
        self.assertTrue(row._is_own_line(self.teacher))
        self.assertFalse(row._is_own_line(self.clever))

    def test_papers_rest_once_handed_in(self):
        row = self.make_nomination(self.round, self.teacher)
        files = self.env["dan_chu.commendation.file"].with_user(self.nominator)
        values = {"name": "bao-cao.pdf", "data": _PDF, "commendation_id": row.id}
        paper = files.create(values)
        row.with_user(self.nominator).action_submit()
        with self.assertRaisesRegex(UserError, "rest until it is sent back"):
            paper.note = "Khác"
        with self.assertRaises(UserError):
            paper.unlink()
        self.assertEqual(paper.with_user(self.officer).name, paper.name)
        with self.assertRaises(AccessError):
            paper.with_user(self.sibling_officer).read(["name"])

    def test_awards_before_are_shown_to_who_reads_the_nomination(self):
        self.make_honour(self.school, self.teacher.employee_id, award_name="Giấy khen năm trước")
        row = self.make_nomination(self.round, self.teacher, "submitted")
        self.assertIn("Giấy khen năm trước", row.with_user(self.officer).earlier_awards)
        typed = (
            self.env["dan_chu.commendation"]
            .with_user(self.sibling_officer)
            .new({"employee_id": self.teacher.employee_id.id})
        )
        self.assertFalse(typed.earlier_awards)

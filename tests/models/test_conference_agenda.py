from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command, Datetime
from odoo.tests import Form

from tests.conferences import ConferenceCase

AUTUMN = date(2026, 10, 2)
FILE = {"name": "bao-cao.pdf", "data": "JVBERi0xLjQgYmFvIGNhbw=="}
# Of the nine steps of Điều 51 khoản 4, in their order.
STEPS = ("report", "report", "discussion", "answers", "report", "vote", "award", "pledge")


class TestAgenda(ConferenceCase):
    def setUp(self):
        super().setUp()
        self.conference = self.make_conference(
            date=AUTUMN, starts_at="2026-10-02 00:30:00", ends_at="2026-10-02 04:30:00"
        ).with_user(self.officer)

    def points(self):
        self.conference.invalidate_recordset()
        return {point.code: point for point in self.conference._checklist()}

    def test_the_template_is_that_of_the_kind_of_unit_and_conference(self):
        template = self.env.ref("dan_chu_co_so.conference_template_school")
        self.assertEqual(self.conference.template_id, template)
        self.conference.kind = "delegates"
        self.assertEqual(
            self.conference.template_id, self.env.ref("dan_chu_co_so.conference_template_delegates")
        )
        there = self.make_conference(unit=self.department)
        self.assertEqual(there.template_id, self.env.ref("dan_chu_co_so.conference_template_full"))
        self.assertNotIn(template, there.allowed_template_ids)

    def test_each_shipped_template_has_the_steps_of_the_law_in_their_order(self):
        templates = self.env["dan_chu.conference.template"].search([])
        self.assertEqual(len(templates), 6)
        for template in templates:
            with self.subTest(template.name):
                kinds = template.line_ids.mapped("kind")
                self.assertEqual((kinds[0], kinds[-2:]), ("opening", ["resolution", "closing"]))
                if template.conference_kind == "extraordinary":
                    continue
                steps = [
                    line.legal_note.rpartition(" ")[2]
                    for line in template.line_ids
                    if "khoản 4" in (line.legal_note or "")
                ]
                self.assertEqual(steps, ["a", "b", "c", "d", "đ", "e", "g", "h", "i"])
                remaining = iter(kinds)
                self.assertTrue(all(step in remaining for step in STEPS))

    def test_steps_are_taken_over_once_with_speakers_as_they_are_called_there(self):
        self.school.has_union = True
        self.conference.action_use_template()
        items = self.conference.item_ids
        self.assertEqual(len(items), len(self.conference.template_id.line_ids))
        self.assertEqual(items[4].speaker, "Hiệu trưởng")
        self.assertEqual(items[5].speaker, "Chủ tịch Công đoàn")
        self.assertEqual(items.mapped("sequence"), sorted(items.mapped("sequence")))
        items[4].unlink()
        self.conference.action_use_template()
        self.assertEqual(len(self.conference.item_ids), len(items))
        self.assertEqual(self.conference.item_ids[-1].speaker, "Hiệu trưởng")

    def test_where_there_is_no_union_nobody_signs_for_it(self):
        self.school.write({"has_union": False, "representative_body": "Ban đại diện"})
        self.conference.action_use_template()
        speakers = self.conference.item_ids.mapped("speaker")
        self.assertIn("Ban đại diện", speakers)
        self.assertIn("Hiệu trưởng; Ban đại diện", speakers)
        self.assertNotIn("Chủ tịch Công đoàn", speakers)

    def test_without_a_template_nothing_is_taken_over(self):
        self.conference.template_id = False
        with self.assertRaisesRegex(UserError, "Choose the agenda template"):
            self.conference.action_use_template()

    def test_each_item_knows_its_hour(self):
        self.add_items(self.conference, "Khai mạc", "Báo cáo", "Thảo luận")
        first, second, third = self.conference.item_ids
        (first | second).minutes = 25
        self.conference.item_ids.invalidate_recordset(["begins_at"])
        self.assertEqual(self.conference.item_ids.mapped("begins_at"), ["07:30", "07:55", "08:20"])
        third.sequence = 15
        self.conference.item_ids.invalidate_recordset(["begins_at"])
        self.assertEqual((second.begins_at, third.begins_at), ("07:55", "07:55"))
        self.conference.starts_at = False
        self.assertFalse(first.begins_at)

    def test_hours_in_the_form_before_it_is_saved(self):
        with Form(self.conference) as form:
            for name in ("Khai mạc", "Báo cáo"):
                with form.item_ids.new() as line:
                    line.name = name
                    line.minutes = 20
            form.starts_at = Datetime.to_datetime("2026-10-02 01:00:00")
        self.assertEqual(self.conference.item_ids.mapped("begins_at"), ["08:00", "08:20"])

    def test_an_agenda_longer_than_the_conference_is_said(self):
        self.add_items(self.conference, "Báo cáo")
        self.assertFalse(self.conference.agenda_words)
        self.conference.item_ids.minutes = 240
        self.assertEqual(self.conference.agenda_words, "240 of 240 minutes.")
        self.conference.item_ids.minutes = 250
        self.assertIn("10 too many", self.conference.agenda_words)

    def test_the_checklist_names_the_steps_that_are_lacking(self):
        self.assertEqual(self.points()["agenda"].state, "missing")
        self.add_items(self.conference, "Thảo luận")
        lacking = self.points()["steps"]
        self.assertEqual(lacking.state, "missing")
        self.assertIn("Signing of the pledge", lacking.text)
        self.assertNotIn("Discussion", lacking.text)
        self.conference.action_use_template()
        self.assertEqual(self.points()["steps"].state, "done")

    def test_an_item_to_vote_on_wants_its_vote(self):
        self.assertNotIn("votes", self.points())
        item = self.add_items(self.conference, "Thông qua nghị quyết", kind="resolution")
        self.assertIn("Thông qua nghị quyết", self.points()["votes"].text)
        self.make_vote(self.conference, item_id=item.id)
        self.assertEqual(self.points()["votes"].state, "done")

    def test_votes_of_the_agenda_are_made_once(self):
        self.add_items(self.conference, "Bầu Ban Thanh tra nhân dân", kind="election")
        self.add_items(self.conference, "Thông qua nghị quyết", kind="resolution")
        self.add_items(self.conference, "Thảo luận")
        for _again in range(2):
            self.conference.action_make_votes()
            self.assertEqual(
                [(vote.matter, vote.method, vote.state) for vote in self.conference.vote_ids],
                [("election", "paper", "draft"), ("resolution", "hands", "draft")],
            )
        self.assertEqual(self.points()["votes"].state, "done")
        with self.assertRaises(AccessError):
            self.as_user(self.conference, self.head).action_make_votes()

    def test_what_is_missing_is_counted_and_shown(self):
        before = self.conference.missing_count
        self.assertIn("The agenda is empty", self.conference.checklist)
        self.conference.action_use_template()
        self.conference.contact_id = self.clerk.employee_id
        self.conference.invalidate_recordset()
        self.assertEqual(self.conference.missing_count, before - 2)
        self.assertNotIn("The agenda is empty", self.conference.checklist)

    def test_the_number_of_people_costs_no_queries(self):
        names = ["checklist", "missing_count", "warning", "proposed_why", "latest_why"]
        few = self.make_conference(people=self.people_of(self.school)[:3])
        many = self.make_conference(people=self.people_of(self.school))
        counts = []
        for conference in (few, few, many):
            mine = self.as_user(conference, self.officer)
            before = self.env.cr.sql_log_count
            mine.read(names)
            counts.append(self.env.cr.sql_log_count - before)
        self.assertEqual(counts[1], counts[2])

    def test_names_are_text_on_the_checklist(self):
        self.add_items(self.conference, "<img src=x onerror=alert(1)>", kind="vote")
        self.conference.invalidate_recordset()
        self.assertNotIn("<img", self.conference.checklist)
        self.assertIn("&lt;img", self.conference.checklist)

    def test_who_has_a_duty_and_cannot_sign_in_is_named(self):
        self.give_duties(self.conference.sudo())
        self.assertNotIn("accounts", self.points())
        stranger = self.summoned(self.conference.sudo()).filtered(
            lambda row: not row.employee_id.user_id
        )[0]
        stranger.sudo().give_duty("clerk")
        point = self.points()["accounts"]
        self.assertEqual(point.state, "hint")
        self.assertTrue(point.text.startswith(f"{stranger.name}:"), point.text)
        self.assertNotIn("phones", self.points())
        self.make_vote(self.conference, "named")
        without = self.summoned(self.conference.sudo()).filtered(
            lambda row: not row.employee_id.user_id
        )
        self.assertTrue(self.points()["phones"].text.startswith(f"{len(without)} of those"))

    def test_a_second_template_comes_before_the_closing_part(self):
        self.conference.action_use_template()
        self.assertEqual(self.conference.item_ids[-1].kind, "closing")
        self.conference.template_id = self.env.ref("dan_chu_co_so.conference_template_full")
        self.conference.action_use_template()
        items = self.conference.item_ids.sorted(lambda item: (item.sequence, item.id))
        self.assertEqual([item.kind for item in items].count("closing"), 1)
        self.assertEqual(items[-1].kind, "closing")

    def test_an_item_with_a_reserve_is_voted_on_without_it(self):
        item = self.add_items(self.conference, "Quyết định nội dung khác (nếu có)", kind="vote")
        self.conference.action_make_votes()
        self.assertEqual(item.vote_ids.name, "Quyết định nội dung khác")

    def test_a_paper_goes_with_an_item_or_the_whole(self):
        item = self.add_items(self.conference, "Báo cáo")
        self.conference.file_ids = [
            Command.create(FILE),
            Command.create({**FILE, "item_id": item.id}),
        ]
        self.assertEqual(item.file_count, 1)
        self.assertEqual(len(self.conference.file_ids), 2)
        by_item = self.env["dan_chu.conference.item.file"].with_user(self.officer)
        row = by_item.create({**FILE, "item_id": item.id})
        self.assertEqual(row.conference_id, self.conference)
        other = self.add_items(self.make_conference(), "Của hội nghị khác")
        with self.assertRaisesRegex(ValidationError, "another conference"):
            row.item_id = other

    def test_papers_rest_once_it_is_closed(self):
        self.conference.file_ids = [Command.create(FILE)]
        row = self.conference.file_ids
        self.bring_to(self.conference, "closed")
        for act in (
            lambda: row.write({"name": "khac.pdf"}),
            row.unlink,
            lambda: row.create({**FILE, "conference_id": self.conference.id}),
        ):
            with self.assertRaises(UserError):
                act()

    def test_templates_are_kept_by_managers(self):
        template = self.env.ref("dan_chu_co_so.conference_template_full")
        self.as_user(template, self.manager).line_ids[0].minutes = 7
        self.assertEqual(template.line_ids[0].minutes, 7)
        for user in (self.officer, self.head, self.staff):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.as_user(template, user).line_ids[0].minutes = 8

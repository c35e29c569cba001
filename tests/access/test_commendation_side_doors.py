"""What a key of the context or a default of one's own names, and what a search tells letter by
letter, tried over real RPC."""

import base64

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.doors import Refused
from tests.access.test_commendation_attacks import (
    HONOUR,
    INITIATIVE,
    NOMINATION,
    ROUND,
    CommendationAttacks,
)

PAPER = "dan_chu.commendation.paper"
LOOK = "dan_chu.certificate"
LINE = "dan_chu.council.line"
DRAWING = base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>").decode()


class TestNamedByDefault(CommendationAttacks):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        movement = cls.make_movement(cls.department)
        cls.foreign = cls.make_initiative(
            movement, unit=cls.sibling, by=cls.sibling_officer, name="Mô hình còn giữ kín"
        )
        cls.env.flush_all()
        cls.vals = {
            "round_id": cls.round.id,
            "unit_id": cls.group.id,
            "award_id": cls.title.id,
            "employee_id": cls.group_people()[6].id,
        }

    def test_no_key_of_the_context_names_what_is_not_read(self):
        reason = self.assert_refused(
            self.nominator,
            NOMINATION,
            "create",
            vals_list=[self.vals],
            context={"default_initiative_id": self.foreign.id},
        )
        self.assertNotIn(self.foreign.name, reason.message)
        self.assert_refused(
            self.nominator,
            PAPER,
            "create",
            vals_list=[{"form": "proposal", "round_id": self.round.id, "unit_id": self.group.id}],
            context={"default_initiative_ids": [[6, 0, self.foreign.ids]]},
        )

    def test_nor_does_a_default_one_has_set(self):
        """The report of achievements would print its name."""
        self.set_default(self.nominator, NOMINATION, "initiative_id", self.foreign.id)
        with self.assertRaises(Refused):
            self.by_session(self.nominator, NOMINATION, "create", vals_list=[self.vals])
        own = self.make_initiative(self.make_movement(), unit=self.group, by=self.nominator)
        self.env.flush_all()
        vals = {**self.vals, "initiative_id": own.id}
        made = self.by_session(self.nominator, NOMINATION, "create", vals_list=[vals])
        self.assertEqual(self.env[NOMINATION].browse(made).initiative_id, own)

    def set_default(self, user, model, name, value):
        self.by_session(
            user, "ir.default", "set", model, field_name=name, value=value, user_id=True
        )

    def test_nobody_puts_the_whole_staff_on_the_list_as_decided(self):
        forged = {
            "default_state": "awarded",
            "default_bonus": 999,
            "default_decided_on": str(today()),
            "default_decision_words": "Quyết định giả",
        }
        asked = {"award": self.title.id, "unit": self.group.id}
        for name, value in (("state", "passed"), ("council_words", "11/11")):
            self.set_default(self.nominator, NOMINATION, name, value)
        for context in (forged, {}):
            rows = self.env[NOMINATION].search([])
            self.by_session(
                self.nominator,
                ROUND,
                "action_nominate_all",
                self.round.ids,
                context=context,
                **asked,
            )
            made = self.env[NOMINATION].search([]) - rows
            self.env.invalidate_all()
            with self.subTest(context=context):
                self.assertTrue(made)
                self.assertEqual(set(made.mapped("state")), {"draft"})
                self.assertFalse(any(made.mapped("bonus") + made.mapped("council_words")))
            made.unlink()

    def test_nothing_set_by_who_presses_is_counted_as_votes(self):
        for name, value in (("votes_for", 2), ("voters", 9), ("outcome", "passed")):
            self.set_default(self.officer, LINE, name, value)
        held = self.make_round("council")
        line = self.make_nomination(held, self.people[0], "checked")
        self.env.flush_all()
        self.by_session(self.officer, NOMINATION, "action_council", line.ids)
        self.env.invalidate_all()
        taken = line.council_line_ids
        self.assertEqual((taken.votes_for, taken.voters, taken.outcome), (0, 0, False))

    def test_no_judgement_is_begun_as_settled_by_another(self):
        running = self.make_initiative(self.make_movement(), "running", by=self.teacher)
        self.env.flush_all()
        sheets = f"{INITIATIVE}.judgement"
        self.set_default(self.officer, sheets, "settled_on", "2026-01-01 00:00:00")
        self.set_default(self.officer, sheets, "settled_by_id", self.head.id)
        made = self.by_session(
            self.officer,
            sheets,
            "create",
            vals_list=[{"initiative_id": running.id, "by": "unit", "conclusion": "spread"}],
        )
        sheet = self.env[sheets].browse(made)
        self.env.invalidate_all()
        self.assertEqual((sheet.settled_on, sheet.settled_by_id.id), (False, False))

    def test_pictures_come_by_no_other_way(self):
        vals = {
            "unit_id": self.group.id,
            "movement_id": self.make_movement().id,
            "name": "Có ảnh",
            "registrant": "Tổ",
            "content": "Nội dung",
        }
        self.env.flush_all()
        self.assert_refused(
            self.teacher,
            INITIATIVE,
            "create",
            vals_list=[vals],
            context={"default_photo": DRAWING},
        )
        self.assert_refused(
            self.officer,
            LOOK,
            "create",
            vals_list=[{"unit_id": self.school.id}],
            context={"default_background": DRAWING},
        )


class TestClosedDiscussion(CommendationAttacks):
    """A model that all read is discussed by those who keep it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shown = cls.make_initiative(cls.make_movement(), "recognised", by=cls.teacher)
        cls.shown.sudo().message_post(body="Lời bàn riêng trong nhà")
        cls.shown.sudo().activity_schedule(
            "mail.mail_activity_data_todo",
            summary="Việc riêng trong nhà",
            note="Gọi cho bà Hiền",
            user_id=cls.officer.id,
        )
        cls.env.flush_all()

    def found(self, user, *domain):
        return self.by_session(user, INITIATIVE, "search", domain=list(domain))

    def test_no_search_tells_it_letter_by_letter(self):
        searches = [
            ("message_ids.body", "ilike", "Lời bàn"),
            ("message_ids", "any", [("author_id", "!=", False)]),
            ("activity_ids.note", "ilike", "bà Hiền"),
            ("activity_summary", "ilike", "Việc riêng"),
            ("activity_user_id", "=", self.officer.id),
            ("activity_type_id", "!=", False),
            ("activity_date_deadline", "<", "2100-01-01"),
        ]
        for user in (self.sibling_officer, self.staff):
            self.assertEqual(self.found(user, ("id", "=", self.shown.id)), self.shown.ids)
            for search in searches:
                with self.subTest(user=user.login, search=search[0]):
                    self.assertEqual(self.found(user, ("id", "=", self.shown.id), search), [])
        for search in searches:
            with self.subTest(search=search[0]):
                self.assertIn(self.shown.id, self.found(self.officer, search))

    def test_nor_does_a_field_that_repeats_it(self):
        for name in ("activity_summary", "activity_type_id", "activity_type_icon"):
            for user, is_told in ((self.sibling_officer, False), (self.officer, True)):
                with self.subTest(user=user.login, field=name):
                    told = self.by_session(user, INITIATIVE, "read", self.shown.ids, fields=[name])
                    self.assertEqual(bool(told[0][name]), is_told)


class TestHistoryOfASection(CommendationAttacks):
    """Earlier titles are what the next one asks for."""

    def test_its_officer_enters_none_of_another_section(self):
        other = self.clever.employee_id
        for named in ({"employee_id": other.id}, {"subject_unit_id": self.other_group.id}):
            vals = {"unit_id": self.group.id, "name": "x", "award_name": "Huân chương", **named}
            self.assert_refused(self.nominator, HONOUR, "create", vals_list=[vals])
        mine = {
            "unit_id": self.group.id,
            "employee_id": self.teacher.employee_id.id,
            "name": "Cô giáo",
            "award_name": "Giấy khen",
        }
        made = self.by_session(self.nominator, HONOUR, "create", vals_list=[mine])
        self.assert_refused(self.nominator, HONOUR, "write", made, vals={"employee_id": other.id})
        whole = {**mine, "unit_id": self.school.id, "employee_id": other.id}
        self.assertTrue(self.by_session(self.officer, HONOUR, "create", vals_list=[whole]))

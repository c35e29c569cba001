from datetime import date
from fractions import Fraction

import psycopg2

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form
from odoo.tools import mute_logger

from tests.common import DanChuCase


class TestRule(DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rules = cls.env["dan_chu.rule"].with_context(lang="en_US")
        cls.law = cls.env.ref("dan_chu_co_so.legal_document_law_10_2022")
        cls.on = date(2024, 5, 1)

    def _rule(self, value="5", date_from="2020-01-01", date_to=False, **values):
        return self.rules.create(
            {
                "code": "test.term",
                "name": "Thời hạn thử",
                "value_kind": "working_days",
                "value": value,
                "date_from": date_from,
                "date_to": date_to,
                "confidence": "confirmed",
                **values,
            }
        )

    def _says(self, unit=None, on=None):
        return self.rules._value("test.term", unit, on or self.on).value.length

    def test_the_law_says_why(self):
        quorum = self.rules._value("conference.quorum", self.school, self.on)
        self.assertEqual(quorum.value, Fraction(2, 3))
        self.assertEqual(
            quorum.explanation,
            "≥ 2/3 (Điều 51 khoản 2 điểm c Luật Thực hiện dân chủ ở cơ sở)",
        )
        self.assertEqual((quorum.confidence, quorum.strength), ("confirmed", "warn"))

    def test_the_most_particular_value_wins(self):
        scopes = [
            {},
            {"unit_kind_id": self.school.kind_id.id},
            {"unit_kind_id": self.group.kind_id.id},
            {"unit_id": self.school.id},
            {"unit_id": self.group.id},
        ]
        for length, scope in enumerate(scopes, 1):
            self._rule(str(length), **scope)
            self.assertEqual(self._says(self.group), length)
        self.assertEqual(self._says(self.school), 4)
        self.assertEqual(self._says(self.sibling), 2)
        self.assertEqual(self._says(self.department), 1)
        self.assertEqual(self._says(), 1)

    def test_inner_parts_of_a_school_follow_the_rule_of_schools(self):
        for unit in (self.school, self.group, self.subgroup):
            posting = self.rules._value("disclosure.deadline", unit, self.on)
            self.assertEqual(posting.display, "03 ngày làm việc")
            self.assertEqual(posting.confidence, "secondary")
        office = self.rules._value("disclosure.deadline", self.office, self.on)
        self.assertEqual(office.display, "05 ngày làm việc")

    def test_the_value_is_that_of_the_day(self):
        self._rule("5", date_to="2023-12-31")
        self._rule("3", "2024-01-01")
        self.assertEqual(self._says(on=date(2023, 12, 31)), 5)
        self.assertEqual(self._says(on=date(2024, 1, 1)), 3)

    def test_no_rule_on_that_day_is_said_with_name_unit_and_day(self):
        self._rule(date_from="2024-06-01")
        with self.assertRaisesRegex(UserError, r"Thời hạn thử.*test\.term.*Hoa Sen.*2024"):
            self.rules._value("test.term", self.school, self.on)
        with self.assertRaisesRegex(UserError, "no.such"):
            self.rules._value("no.such")

    def test_two_values_of_a_scope_do_not_overlap(self):
        first = self._rule("5", "2024-01-01", "2024-12-31")
        refused = r"05 ngày làm việc.*01/01/2024 until .*31"
        with self.assertRaisesRegex(ValidationError, refused), self.env.cr.savepoint():
            self._rule("3", "2024-12-31")
        second = self._rule("3", "2025-01-01")
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            first.date_to = False
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            second.date_from = "2024-06-01"
        self._rule("7", "2024-01-01", unit_id=self.school.id)
        self._rule("8", "2024-01-01", unit_id=self.sibling.id)
        self._rule("9", "2024-01-01", unit_kind_id=self.school.kind_id.id)

    def test_the_database_refuses_an_overlap_on_its_own(self):
        rule = self._rule("5", "2024-01-01")
        self.env.flush_all()
        copy = """
            INSERT INTO dan_chu_rule
                   (code, name, value_kind, value, date_from, date_to, confidence, strength)
            SELECT code, name, value_kind, value, %s, %s, confidence, strength
              FROM dan_chu_rule WHERE id = %s
        """
        with (
            self.assertRaises(psycopg2.errors.ExclusionViolation) as refused,
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute(copy, ["2030-01-01", None, rule.id])
            self.env.cr.execute("SET CONSTRAINTS ALL IMMEDIATE")
        message = self.rules._sql_error_to_message(refused.exception)
        self.assertIn("already has a value", message)
        self.env.cr.execute(copy, ["2023-01-01", "2023-12-31", rule.id])
        self.env.cr.execute("SET CONSTRAINTS ALL IMMEDIATE")

    def test_values_are_kept_in_one_spelling(self):
        rule = self._rule(" 2 / 3 ", value_kind="fraction", comparison="at_least")
        self.assertEqual((rule.value, rule.display), ("2/3", "≥ 2/3"))
        rule.write({"value_kind": "percent", "value": "50 %"})
        self.assertEqual((rule.value, rule.display), ("50", "≥ 50%"))
        with self.assertRaisesRegex(ValidationError, "half"):
            rule.value = "half"
        with self.assertRaisesRegex(ValidationError, "“50”.*Fraction"):
            rule.value_kind = "fraction"

    def test_the_form_shows_what_the_rule_says(self):
        with Form(self.rules.with_user(self.manager)) as form:
            form.code, form.name = "test.share", "Tỷ lệ thử"
            form.value_kind, form.value, form.comparison = "fraction", "1/3", "at_least"
            self.assertEqual(form.display, "≥ 1/3")
            form.legal_document_id, form.article = self.law, "Điều 50 khoản 1"
            form.date_from, form.confidence = "2023-07-01", "confirmed"
        self.assertEqual(form.record.citation, "Điều 50 khoản 1 Luật Thực hiện dân chủ ở cơ sở")

    @mute_logger("odoo.sql_db")
    def test_a_code_and_a_scope_are_well_formed(self):
        both = {"unit_id": self.school.id, "unit_kind_id": self.school.kind_id.id}
        for wrong in ({"code": "Quorum!"}, both, {"date_to": "2019-12-31"}):
            with (
                self.subTest(wrong),
                self.assertRaises(psycopg2.IntegrityError),
                self.env.cr.savepoint(),
            ):
                self._rule(**wrong)
                self.env.flush_all()

    def test_a_warm_lookup_costs_no_query(self):
        self.rules._value("conference.quorum", self.group, self.on)
        self.env.invalidate_all()
        unit = self.env["dan_chu.unit"].browse(self.group.id)
        with self.assertQueryCount(0):
            for code in ("conference.quorum", "disclosure.deadline", "inspectorate.reply"):
                self.rules._value(code, unit, self.on)

    def test_a_cold_lookup_costs_the_same_whatever_the_number_of_units(self):
        counts = []
        for number in (1, 300):
            for unit in (self.school, self.sibling)[:number]:
                self._rule("4", unit_id=unit.id)
            self.env["dan_chu.unit"].create(
                [{"name": f"T{n}", "kind_id": self.group.kind_id.id} for n in range(number)]
            )
            self.env.flush_all()
            self.env.invalidate_all()
            self.env.registry.clear_cache()
            before = self.env.cr.sql_log_count
            self.rules._value("conference.quorum", self.school, self.on)
            counts.append(self.env.cr.sql_log_count - before)
            self.rules.search([("code", "=", "test.term")]).unlink()
        self.assertEqual(*counts)

    def test_a_change_is_seen_at_once(self):
        rule = self._rule("5")
        self.assertEqual(self._says(), 5)
        rule.value = "6"
        self.assertEqual(self._says(), 6)
        self._rule("7", unit_id=self.school.id)
        self.assertEqual(self._says(self.school), 7)
        rule.legal_document_id = self.law
        self.assertEqual(self._says(), 6)
        self.law.short_name = "Luật Dân chủ"
        self.assertEqual(self.rules._value("test.term", on=self.on).citation, "Luật Dân chủ")
        rule.unlink()
        with self.assertRaises(UserError):
            self._says()

    def test_a_unit_that_becomes_a_school_follows_the_rule_of_schools(self):
        self.assertEqual(
            self.rules._value("disclosure.deadline", self.elsewhere, self.on).value.length, 5
        )
        self.elsewhere.kind_id = self.school.kind_id
        self.assertEqual(
            self.rules._value("disclosure.deadline", self.elsewhere, self.on).value.length, 3
        )

    def test_nobodys_rights_and_language_change_the_answer(self):
        shown = []
        for user in (self.staff, self.no_role, self.manager):
            for lang in ("en_US", "vi_VN"):
                self.env.registry.clear_cache()
                rules = self.as_user(self.rules, user).with_context(lang=lang)
                answer = rules._value("conference.majority", self.school.with_user(user), self.on)
                shown.append(answer.explanation)
        self.assertEqual(len(set(shown)), 1)

    def test_only_managers_write_rules(self):
        rule = self._rule()
        for user in (self.staff, self.officer, self.head, self.supervisor):
            with self.assertRaises(AccessError):
                rule.with_user(user).value = "1"
        rule.with_user(self.manager).value = "1"
        self.assertEqual(rule.value, "1")

    def test_a_rule_is_found_without_diacritics(self):
        found = self.rules.search([("display_name", "ilike", "niem yet")])
        self.assertIn(self.env.ref("dan_chu_co_so.rule_disclosure_board_posting"), found)

    def test_an_expired_text_is_warned_of_when_a_rule_is_based_on_it(self):
        old = self.env.ref("dan_chu_co_so.legal_document_decree_04_2015")
        rule = self.rules.new({"legal_document_id": old.id, "date_from": "2024-01-01"})
        warning = rule._onchange_legal_document_id()["warning"]
        self.assertIn("Luật Thực hiện dân chủ ở cơ sở", warning["message"])
        rule.date_from = "2016-01-01"
        self.assertIsNone(rule._onchange_legal_document_id())


class TestShippedRules(DanChuCase):
    def test_every_shipped_rule_has_a_value_a_text_and_an_honest_mark(self):
        rules = self.env["dan_chu.rule"].search([])
        self.assertGreater(len(rules), 90)
        for rule in rules:
            with self.subTest(rule.code):
                self.assertTrue(rule._answer().display)
                is_practice = rule.confidence == "practice"
                self.assertNotEqual(is_practice, bool(rule.legal_document_id))
                self.assertTrue(rule.note or not is_practice)
                self.assertFalse(rule.confidence == "confirmed" and not rule.article)
                text = rule.legal_document_id
                self.assertGreaterEqual(rule.date_from, text.date_from or rule.date_from)
                self.assertFalse(rule.confidence == "confirmed" != text.confidence)

    def test_what_is_only_recalled_never_refuses(self):
        recalled = self.env["dan_chu.rule"].search([("confidence", "!=", "confirmed")])
        self.assertEqual(set(recalled.mapped("strength")), {"warn"})

    def test_the_numbers_of_the_law(self):
        on = date(2026, 11, 2)
        expected = {
            "disclosure.deadline": "05 ngày làm việc",
            "disclosure.online_posting": "≥ 20 ngày liên tục",
            "decision.proposers": "≥ 1/3",
            "decision.calls_before_ballot": "≥ 2 lần",
            "conference.latest": "≤ 03 tháng",
            "conference.full_below": "< 100 người",
            "conference.quorum": "≥ 2/3",
            "conference.majority": "> 50%",
            "conference.optional_staff": "≤ 7 người",
            "conference.review_every": "06 tháng",
            "inspectorate.size": "3–9 thành viên",
            "inspectorate.none_staff": "≤ 7 người",
            "inspectorate.term": "02 năm",
            "inspectorate.reply": "15 ngày",
            "inspectorate.recognition": "05 ngày làm việc",
            "inspectorate.deputies_max": "≤ 2 người",
            "inspectorate.notice": "≥ 05 ngày làm việc",
            "number.latest": "≤ 01 ngày làm việc",
            "format.margin_left": "30–35 mm",
            "format.size.motto": "13–14 pt",
            "award.lao_dong_tien_tien.bonus": "0,3 lần mức lương cơ sở",
        }
        said = {
            code: self.env["dan_chu.rule"]._value(code, self.department, on).display
            for code in expected
        }
        self.assertEqual(said, expected)

    def test_heads_of_public_units_receive_citizens_once_a_month(self):
        rules = self.env["dan_chu.rule"]
        code = "citizen_reception.days_per_month"
        answer = rules._value(code, self.school, date(2026, 7, 1))
        self.assertEqual(answer.display, "≥ 1 ngày")
        with self.assertRaises(UserError):
            rules._value(code, self.department, date(2026, 7, 1))
        with self.assertRaises(UserError):
            rules._value(code, self.school, date(2026, 6, 30))

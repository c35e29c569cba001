from datetime import date

import psycopg2

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import Form
from odoo.tools import format_date, mute_logger

from tests.common import DanChuCase


class TestLegalDocument(DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "lang": "en_US"})
        cls.texts = cls.env["dan_chu.legal.document"]
        cls.law = cls.env.ref("dan_chu_co_so.legal_document_law_10_2022")
        cls.decree = cls.env.ref("dan_chu_co_so.legal_document_decree_59_2023")
        cls.old = cls.env.ref("dan_chu_co_so.legal_document_decree_04_2015")

    def _text(self, **values):
        return self.texts.create({"kind": "plan", "subject": "công tác dân vận", **values})

    def test_bases_are_printed_as_the_decree_wants(self):
        self.assertEqual(
            self.law.basis_text, "Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022"
        )
        self.assertEqual(
            self.decree.basis_text,
            "Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ quy định chi tiết "
            "một số điều của Luật Thực hiện dân chủ ở cơ sở",
        )
        self.assertEqual(self.law.display_name, "Luật Thực hiện dân chủ ở cơ sở")
        self.assertEqual(self.decree.display_name, "Nghị định số 59/2023/NĐ-CP")

    def test_what_is_still_missing_for_print_is_named(self):
        plan = self._text(number="25/KH-UBND")
        self.assertEqual(plan.missing_text, "Dated, Issuer")
        plan.write({"date": "2024-02-09", "issuer": "UBND tỉnh Lam Châu"})
        self.assertEqual(plan.missing_text, "")
        self.assertEqual(
            plan.basis_text,
            "Kế hoạch số 25/KH-UBND ngày 09 tháng 02 năm 2024 của UBND tỉnh Lam Châu "
            "công tác dân vận",
        )

    def test_a_kind_of_ones_own_is_printed_as_typed(self):
        with Form(self.texts) as form:
            form.kind, form.kind_name, form.number = "other", "Quy ước", "01/QU"
        self.assertEqual(form.record.display_name, "Quy ước số 01/QU")
        form.record.kind = "decision"
        self.assertEqual(form.record.display_name, "Quyết định số 01/QU")

    def test_a_text_is_found_without_diacritics_and_by_number(self):
        for typed in ("thuc hien dan chu o co so", "10/2022", "luat dan chu"):
            self.assertIn(self.law, self.texts.search([("display_name", "ilike", typed)]))
        found = [pk for pk, name in self.texts.name_search("59/2023")]
        self.assertIn(self.decree.id, found)

    def test_force_is_asked_for_a_day(self):
        self.assertFalse(self.law._is_in_force(date(2023, 6, 30)))
        self.assertTrue(self.law._is_in_force(date(2023, 7, 1)))
        self.assertTrue(self.old._is_in_force(date(2023, 6, 30)))
        self.assertFalse(self.old._is_in_force(date(2023, 7, 1)))

    def test_an_expired_text_offers_its_successor(self):
        warning = self.old._expired_warning(date(2024, 1, 15))
        self.assertIn("Nghị định số 04/2015/NĐ-CP", warning)
        self.assertIn(format_date(self.env, date(2023, 6, 30)), warning)
        self.assertIn("Luật Thực hiện dân chủ ở cơ sở", warning)
        self.assertFalse(self.old._expired_warning(date(2022, 1, 15)))
        self.assertEqual(self.old.successor_id, self.law)
        self.assertTrue(self.old.expired_text)
        self.assertFalse(self.law.expired_text)

    def test_the_successor_is_the_one_in_force_on_that_day(self):
        third = self._text(number="3", date_from="2024-01-01")
        second = self._text(
            number="2", date_from="2023-01-01", date_to="2023-12-31", replaced_by_id=third.id
        )
        first = self._text(number="1", date_to="2022-12-31", replaced_by_id=second.id)
        self.assertEqual(first._successor(date(2023, 5, 1)), second)
        self.assertEqual(first._successor(date(2024, 5, 1)), third)

    def test_a_text_not_yet_or_no_longer_in_force_without_successor_is_said_so(self):
        text = self._text(number="9", date_from="2024-01-01", date_to="2024-12-31")
        self.assertIn("comes into force on 01/01/2024", text._expired_warning(date(2023, 1, 1)))
        self.assertIn("No text replacing it", text._expired_warning(date(2025, 1, 1)))

    def test_a_form_that_picks_texts_hands_on_the_warning(self):
        answer = (self.old | self.law)._expired_onchange(date(2024, 1, 15))
        self.assertIn("04/2015", answer["warning"]["message"])
        self.assertIsNone(self.law._expired_onchange(date(2024, 1, 15)))

    def test_texts_cannot_replace_one_another_in_a_circle(self):
        one, two = self._text(number="1"), self._text(number="2")
        one.replaced_by_id = two
        with self.assertRaisesRegex(ValidationError, "số 1"):
            two.replaced_by_id = one

    @mute_logger("odoo.sql_db")
    def test_a_text_is_listed_once(self):
        values = {"number": "25/KH-UBND", "date": "2024-02-09", "issuer": "UBND tỉnh"}
        self._text(**values)
        self._text(**values, unit_id=self.school.id)
        with self.assertRaises(psycopg2.IntegrityError), self.env.cr.savepoint():
            self._text(**values)

    def test_an_officer_keeps_the_texts_of_the_own_unit_only(self):
        texts = self.texts.with_user(self.officer)
        with Form(texts) as form:
            form.kind, form.number = "plan", "25/KH-UBND"
        self.assertEqual(form.record.unit_id, self.school)
        for unit in (False, self.sibling.id):
            with self.assertRaises(AccessError):
                texts.create({"kind": "plan", "number": "26/KH", "unit_id": unit})
            with self.assertRaises(AccessError):
                form.record.unit_id = unit
        with self.assertRaises(AccessError):
            self.law.with_user(self.officer).number = "1"
        self.assertEqual(self.law.with_user(self.staff).number, "10/2022/QH15")

    def test_a_manager_adds_a_text_for_all(self):
        with Form(self.texts.with_user(self.manager)) as form:
            form.kind, form.number = "decree", "1/2030/NĐ-CP"
        self.assertFalse(form.record.unit_id)

    def test_filters_of_today_tell_the_texts_apart(self):
        in_force = ["|", ("date_to", "=", False), ("date_to", ">=", "today")]
        self.assertIn(self.law, self.texts.search(in_force))
        self.assertIn(self.old, self.texts.search([("date_to", "<", "today")]))

    def test_the_list_costs_the_same_for_few_and_for_many(self):
        counts = []
        for size in (10, 200):
            texts = self.texts.create(
                [
                    {
                        "kind": "plan",
                        "number": f"{size}-{n}",
                        "date_to": "2020-12-31",
                        "replaced_by_id": self.law.id,
                    }
                    for n in range(size)
                ]
            )
            self.env.flush_all()
            self.env.invalidate_all()
            self.old.mapped("expired_text")
            self.old.mapped("missing_text")
            before = self.env.cr.sql_log_count
            texts.mapped("expired_text")
            texts.mapped("basis_text")
            counts.append(self.env.cr.sql_log_count - before)
        self.assertEqual(*counts)

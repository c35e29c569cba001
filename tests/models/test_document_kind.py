import psycopg2

from odoo.exceptions import AccessError
from odoo.tests import Form
from odoo.tools import mute_logger

from tests.common import DanChuCase

# Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục I; without the copies, and with the official letter.
DECREE = """NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB
CV"""


class TestDocumentKind(DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kinds = cls.env["dan_chu.document.kind"]

    def _kind(self, code):
        return self.kinds.search([("code", "=", code)])

    def test_every_kind_of_the_decree_is_there_from_the_start(self):
        self.assertEqual(set(self.kinds.search([]).mapped("code")), set(DECREE.split()))

    def test_an_official_letter_has_no_title_and_its_symbol_begins_with_the_issuer(self):
        letter = self.env.ref("dan_chu_co_so.document_kind_cv")
        self.assertFalse(letter.printed_title)
        self.assertEqual(
            (letter.head_form, letter.symbol_form, letter.subject_prefix),
            ("letter", "issuer_first", "V/v"),
        )
        others = self.kinds.search([]) - letter
        self.assertEqual(set(others.mapped("symbol_form")), {"kind_first"})
        for kind in others:
            self.assertEqual(kind.printed_title, kind.name.upper())

    def test_decisions_and_resolutions_name_the_authority_and_order(self):
        ordering = self.kinds.search([("has_authority", "=", True)])
        self.assertEqual(
            {kind.code: kind.order_word for kind in ordering},
            {"NQ": "QUYẾT NGHỊ:", "QĐ": "QUYẾT ĐỊNH:"},
        )

    def test_letters_submissions_and_reports_are_addressed(self):
        addressed = self.kinds.search([("has_addressee", "=", True)])
        self.assertEqual(set(addressed.mapped("code")), {"CV", "TTr", "BC"})

    def test_only_minutes_have_the_head_and_the_foot_of_minutes(self):
        for field in ("head_form", "foot_form"):
            self.assertEqual(self.kinds.search([(field, "=", "minutes")]), self._kind("BB"))

    def test_general_papers_are_of_four_kinds(self):
        general = self.kinds.search([("is_general", "=", True)])
        self.assertEqual(set(general.mapped("code")), {"TB", "GM", "CV", "TTr"})

    def test_a_kind_is_found_without_diacritics_and_by_its_whole_name(self):
        plan = self._kind("KH")
        self.assertEqual(plan.display_name, "Kế hoạch (KH)")
        for typed in ("ke hoach", "hoạch", "kh"):
            self.assertIn(plan.id, [found for found, _name in self.kinds.name_search(typed)])
        self.assertEqual(self.kinds.search([("display_name", "=", "Kế hoạch (KH)")]), plan)
        self.assertEqual(self.kinds.search([("display_name", "=", "Kế hoạch")]), plan)
        self.assertFalse(self.kinds.search([("display_name", "=", "Kế hoạch (BC)")]))

    def test_no_two_kinds_have_one_abbreviation(self):
        self._kind("KH").active = False
        with mute_logger("odoo.sql_db"), self.assertRaises(psycopg2.errors.UniqueViolation):
            self.kinds.create({"name": "Kế hoạch khác", "code": "KH"})

    def test_an_abbreviation_is_one_word(self):
        for code in ("K H", "KH/", "KH-TnS"):
            with (
                mute_logger("odoo.sql_db"),
                self.assertRaises(psycopg2.errors.CheckViolation),
                self.env.cr.savepoint(),
            ):
                self.kinds.create({"name": "Thử", "code": code})

    def test_the_administrator_adds_a_kind_and_an_officer_only_reads(self):
        with Form(self.kinds.with_user(self.manager)) as form:
            form.name = "Bản cam kết"
            form.code = "BCK"
            form.printed_title = "BẢN CAM KẾT"
        kind = form.record
        self.assertEqual((kind.end_mark, kind.is_numbered), ("./.", True))
        as_officer = self.as_user(kind, self.officer)
        self.assertEqual(as_officer.name, "Bản cam kết")
        with self.assertRaises(AccessError):
            as_officer.name = "Khác"

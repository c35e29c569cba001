from datetime import date

from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form

from tests.common import DanChuCase

DAY = date(2026, 11, 21)


class TestLetterhead(DanChuCase):
    def test_without_a_printed_name_the_unit_s_own_stands_there_in_capitals(self):
        self.assertEqual(
            self.school._letterhead(DAY),
            {
                "superior": ["SỞ GIÁO DỤC VÀ ĐÀO TẠO LAM CHÂU"],
                "issuer": ["TRƯỜNG THPT HOA SEN"],
            },
        )

    def test_the_printed_name_has_as_many_lines_as_were_typed(self):
        self.school.letterhead_name = "\n Trường Trung học phổ thông \n\nHoa Sen\n"
        self.assertEqual(
            self.school._letterhead(DAY)["issuer"], ["TRƯỜNG TRUNG HỌC PHỔ THÔNG", "HOA SEN"]
        )

    def test_the_superior_has_its_name_of_the_day(self):
        self.school.superior_ids = [
            (0, 0, {"name": "Sở Giáo dục Lam Hà", "date_to": "2025-06-30"}),
        ]
        self.assertEqual(
            self.school._letterhead(date(2025, 6, 1))["superior"], ["SỞ GIÁO DỤC LAM HÀ"]
        )
        self.assertEqual(
            self.school._letterhead(DAY)["superior"], ["SỞ GIÁO DỤC VÀ ĐÀO TẠO LAM CHÂU"]
        )

    def test_a_unit_at_the_top_or_a_people_s_committee_has_no_superior(self):
        self.assertEqual(self.province._letterhead(DAY)["superior"], [])
        self.assertTrue(self.ward._letterhead(DAY)["superior"])
        self.ward.letterhead_superior = False
        self.assertEqual(
            self.ward._letterhead(DAY), {"superior": [], "issuer": ["UBND PHƯỜNG BẾN NGỰ"]}
        )

    def test_an_inner_part_writes_under_the_letterhead_of_its_institution(self):
        self.assertEqual(self.subgroup._letterhead(DAY), self.school._letterhead(DAY))

    def test_an_inner_part_with_a_printed_name_stands_below_its_institution(self):
        self.group.letterhead_name = "Ban Thanh tra nhân dân"
        self.assertEqual(
            self.group._letterhead(DAY),
            {"superior": ["TRƯỜNG THPT HOA SEN"], "issuer": ["BAN THANH TRA NHÂN DÂN"]},
        )

    def test_staff_may_have_their_papers_printed(self):
        school = self.as_user(self.school, self.staff)
        self.assertEqual(school._letterhead(DAY)["issuer"], ["TRƯỜNG THPT HOA SEN"])
        self.assertEqual(school._layout(DAY)["margins"]["left"], 30)

    def test_the_administrator_fills_it_in_on_the_form_of_the_unit(self):
        with Form(self.school.with_user(self.manager)) as form:
            self.assertEqual((form.archive_mark, form.letterhead_superior), ("VT", True))
            form.letterhead_address = "Số 12 đường Hoa Sen; ĐT: 0263 000 000"
            form.margin_left = 35
        self.assertEqual(self.school.margin_left, 35)


class TestLayout(DanChuCase):
    def test_the_layout_is_the_decree_s_own_table(self):
        layout = self.school._layout(DAY)
        self.assertEqual(
            layout,
            {
                "page": [210, 297],
                "margins": {"top": 20, "bottom": 20, "left": 30, "right": 15},
                "sizes": {
                    "country": 12,
                    "motto": 13,
                    "superior": 12,
                    "issuer": 12,
                    "number": 13,
                    "place_and_date": 13,
                    "title": 14,
                    "subject": 14,
                    "letter_subject": 12,
                    "bases": 14,
                    "body": 14,
                    "headings": 14,
                    "signatory_title": 14,
                    "signatory_name": 14,
                    "addressee": 14,
                    "recipients_word": 12,
                    "recipients": 11,
                    "annex_word": 14,
                    "annex_title": 14,
                    "annex_reference": 14,
                    "urgency": 13,
                    "circulation": 13,
                    "page_number": 14,
                    "drafter": 11,
                    "address": 11,
                },
                "paragraph_gap": 6,
                "line_spacing": 1.15,
                "first_line_indent": 12.7,
                "letter_subject_gap": 6,
                "rule": 0.42,
            },
        )

    def test_every_size_is_one_the_decree_allows(self):
        for name, size in self.school._layout(DAY)["sizes"].items():
            allowed = self.env["dan_chu.rule"]._value(f"format.size.{name}", self.school, DAY)
            self.assertTrue(allowed.is_met(size), f"{name}: {size}, {allowed.explanation}")

    def test_a_rule_of_the_unit_changes_its_papers_and_no_others(self):
        self.env["dan_chu.rule"].create(
            [
                {
                    "code": f"format.{code}",
                    "name": "Riêng của trường",
                    "value_kind": kind,
                    "value": value,
                    "date_from": "2026-01-01",
                    "unit_id": self.school.id,
                    "confidence": "recalled",
                }
                for code, kind, value in [
                    ("size.body.usual", "integer", "13"),
                    ("line_spacing_min", "decimal", "1.2"),
                ]
            ]
        )
        for unit, sizes, spacing in [(self.group, 13, 1.2), (self.sibling, 14, 1.15)]:
            layout = unit._layout(DAY)
            self.assertEqual((layout["sizes"]["body"], layout["line_spacing"]), (sizes, spacing))

    def test_margins_are_the_part_s_own_or_the_institution_s_or_the_least(self):
        self.school.write({"margin_left": 35, "margin_top": 25})
        self.group.margin_top = 22
        self.assertEqual(
            self.subgroup._layout(DAY)["margins"],
            {"top": 25, "bottom": 20, "left": 35, "right": 15},
        )
        self.assertEqual(self.group._layout(DAY)["margins"]["top"], 22)

    def test_a_margin_outside_the_decree_is_refused_with_its_article(self):
        for side, margin in [("top", 19), ("bottom", 26), ("left", 29), ("right", 21), ("top", -1)]:
            said = rf"Hoa Sen.* {margin}, .*Phụ lục I Phần I Mục I khoản 3.*30/2020"
            with self.assertRaisesRegex(ValidationError, said), self.env.cr.savepoint():
                self.school[f"margin_{side}"] = margin
        self.school.write(
            {"margin_top": 20, "margin_bottom": 25, "margin_left": 30, "margin_right": 0}
        )

    def test_a_day_before_the_decree_is_told(self):
        with self.assertRaisesRegex(UserError, "line_spacing_max|line_spacing_min"):
            self.school._layout(date(2019, 1, 1))

    def test_once_the_rules_are_read_a_layout_costs_no_query(self):
        self.school._layout(DAY)
        self.env.flush_all()
        with self.assertQueryCount(0):
            self.school._layout(DAY)

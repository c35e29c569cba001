from datetime import timedelta

from odoo.exceptions import AccessError
from odoo.tests import Form

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.common import DanChuCase


class TestDirectiveForm(DanChuCase):
    def test_the_day_to_study_by_is_said_once_for_all(self):
        text = self.make_directive(self.school).with_user(self.officer)
        day = today() + timedelta(days=7)
        text.study_by = day
        text.action_add_all_staff()
        self.assertEqual(set(text.reader_ids.mapped("date_due")), {day})

    def test_one_reader_may_get_another_day(self):
        text = self.make_directive(self.school).with_user(self.officer)
        text.study_by = today()
        later = today() + timedelta(days=3)
        reader = self.env["dan_chu.directive.reader"].create(
            {
                "directive_id": text.id,
                "employee_id": self.staff.employee_id.id,
                "date_due": later,
            }
        )
        self.assertEqual(reader.date_due, later)

    def test_who_has_read_a_text_says_so_on_it(self):
        text = self.make_directive(self.school)
        people = self.staff.employee_id | self.officer.employee_id
        readers = self.env["dan_chu.directive.reader"].create(
            [{"directive_id": text.id, "employee_id": person.id} for person in people]
        )
        self.assertFalse(self.as_user(text, self.officer).awaits_my_study, "still a draft")
        text.action_publish()
        mine = self.as_user(text, self.staff)
        self.assertTrue(mine.awaits_my_study)
        mine.action_studied_by_me()
        self.assertFalse(mine.awaits_my_study)
        self.assertEqual(readers.mapped(lambda row: bool(row.studied_on)), [True, False])

    def test_a_reader_elsewhere_says_nothing(self):
        text = self.make_directive(self.school, published=True)
        stranger = self.as_user(text, self.two_roles)
        self.assertFalse(stranger.awaits_my_study)
        with self.assertRaises(AccessError):
            self.as_user(text, self.no_role).action_studied_by_me()

    def test_sending_is_offered_only_where_there_are_units_below(self):
        above = self.make_directive(self.department)
        below = self.make_directive(self.sibling)
        self.assertTrue(self.as_user(above, self.upper_officer).has_units_below)
        self.assertFalse(below.has_units_below)

    def test_who_is_an_officer_elsewhere_is_not_shown_the_buttons(self):
        here = self.make_directive(self.school, published=True)
        there = self.make_directive(self.sibling, published=True)
        self.assertTrue(self.as_user(here, self.two_roles).may_handle)
        self.assertFalse(self.as_user(there, self.two_roles).may_handle)
        self.assertTrue(self.as_user(here, self.head).may_handle)
        self.assertFalse(self.as_user(here, self.staff).may_handle)
        sent = self.make_directive(self.department, published=True)._deliver_to(self.school)
        self.assertTrue(self.as_user(sent, self.officer).may_handle)
        self.assertFalse(self.as_user(sent, self.upper_officer).may_handle)

    def test_a_new_text_is_open_to_who_may_enter_one(self):
        with Form(self.env["dan_chu.directive"].with_user(self.officer)) as form:
            self.assertTrue(form.may_handle)
            form.name = "Quy tắc ứng xử"
            form.issuer = "Sở Giáo dục và Đào tạo"


class TestKindSearch(DanChuCase):
    def test_a_kind_is_found_by_its_name_in_the_users_language(self):
        kind = self.env["dan_chu.unit.kind"].create({"name": "Boarding school"})
        kind.with_context(lang="vi_VN").name = "Trường dân tộc nội trú"
        search = self.env["dan_chu.unit.kind"].with_context(lang="vi_VN").name_search
        self.assertEqual([found for found, _ in search("noi tru")], kind.ids)
        self.assertEqual(search("boarding"), [])

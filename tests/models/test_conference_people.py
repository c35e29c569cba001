"""Who is on the list of a conference, and why somebody is not."""

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.person_name import sort_key

from tests.conference_people import PeopleCase


class TestList(PeopleCase):
    def test_the_list_is_the_staff_of_the_inside_and_nobody_else(self):
        self.make_employee("Người trường khác", self.sibling)
        self.make_employee("Người cơ quan trên", self.department)
        conference = self.listed()
        self.assertEqual(conference.attendee_ids.employee_id, self.people_of(self.school))
        self.assertEqual(conference.staff_count, self.staff_total)
        self.assertFalse(conference.attendee_ids.filtered("is_guest"))
        self.assertEqual(set(conference.attendee_ids.mapped("status")), {"expected"})

    def test_a_row_has_name_title_and_section_of_the_person(self):
        person = self.make_employee("Lê Thị Yến", self.subgroup, job_title="Tổ phó")
        conference = self.listed()
        row = self.row_named(conference, "Lê Thị Yến")
        self.assertEqual(row.employee_id, person)
        self.assertEqual((row.position, row.section_id), ("Tổ phó", self.subgroup))
        self.assertEqual(row.section, self.subgroup.name)
        self.assertEqual(row.sort_name, sort_key("Lê Thị Yến"))

    def test_in_a_section_the_given_name_decides(self):
        conference = self.listed()
        rows = conference.attendee_ids.search([("conference_id", "=", conference.id)])
        for people in rows.grouped("section_id").values():
            keys = people.mapped("sort_name")
            self.assertEqual(keys, sorted(keys))
        # Who is in no section stands before those who are.
        self.assertEqual(rows[0].section_id, self.school)

    def test_again_it_adds_who_is_new_tells_who_left_and_doubles_nobody(self):
        conference = self.listed()
        gone = self.people_of(self.group)[-1]
        gone.active = False
        self.make_employee("Trần Văn Mới", self.group)
        message = self.told(conference.action_make_list())
        self.assertIn("Trần Văn Mới", message)
        self.assertIn(gone.name, message)
        rows = conference.attendee_ids
        self.assertEqual(len(rows), self.staff_total + 1)
        self.assertEqual(len(rows.employee_id), len(rows))
        self.assertEqual(conference.staff_count, self.staff_total)
        self.assertEqual(rows.filtered("has_left").employee_id, gone)
        self.assertEqual(conference.left_count, 1)

    def test_again_without_changes_nothing_happens(self):
        conference = self.listed()
        before = conference.attendee_ids
        message = self.told(conference.action_make_list())
        self.assertEqual(conference.attendee_ids, before)
        self.assertIn("Everybody", message)

    def test_who_changed_the_section_follows_it(self):
        conference = self.listed()
        person = self.people_of(self.group)[0]
        person.dan_chu_unit_id = self.other_group
        conference.action_make_list()
        row = conference.attendee_ids.filtered(lambda row: row.employee_id == person)
        self.assertEqual(row.section, self.other_group.name)

    def test_who_went_to_another_school_has_left_and_goes_without_a_reason(self):
        conference = self.listed()
        person = self.people_of(self.group)[0]
        person.dan_chu_unit_id = self.sibling
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertIn(person.name, self.told(conference.action_remove_left()))
        self.assertNotIn(person, conference.attendee_ids.employee_id)
        self.assertEqual(conference.staff_count, self.staff_total - 1)

    def test_the_staff_of_a_full_list_cannot_be_deleted_from_it(self):
        conference = self.listed()
        with self.assertRaisesRegex(UserError, "with a reason"):
            conference.attendee_ids[0].unlink()

    def test_a_person_is_on_the_list_once(self):
        conference = self.listed()
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            conference.attendee_ids.create(
                {
                    "conference_id": conference.id,
                    "employee_id": conference.attendee_ids[0].employee_id.id,
                }
            ).flush_recordset()

    def test_only_the_officer_makes_it_and_only_while_it_is_prepared(self):
        conference = self.begin()
        for user in (self.head, self.representative, self.staff):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.as_user(conference, user).action_make_list()
        self.bring_to(conference.sudo(), "open")
        with self.assertRaises(UserError):
            self.as_user(conference, self.officer).action_make_list()


class TestListSize(PeopleCase):
    """The number of statements, for fifty people and for eleven times as many."""

    staff_total = 50
    more = 500

    def _count(self, work):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        work()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    def _measure(self):
        first, second = self.begin(), self.begin()
        first.action_make_list()
        made = self._count(second.action_make_list)
        again = self._count(second.action_make_list)
        shown = self._count(
            lambda: second.read(["people_words", "left_count", "opinion_count", "may_prepare"])
        )
        rows = second.attendee_ids.browse(second.attendee_ids.ids)
        gone = self._count(lambda: rows.mapped("has_left"))
        return made, again, shown, gone

    def test_statements_do_not_follow_the_number_of_people(self):
        small = self._measure()
        self.make_staff(self.school, self.staff_total + self.more, self.group, self.other_group)
        large = self._measure()
        made, again, shown, gone = (
            after - before for before, after in zip(small, large, strict=True)
        )
        # Odoo inserts a hundred rows with a statement.
        self.assertLessEqual(made, self.more // 100 + 2)
        self.assertLessEqual(again, 1)
        self.assertLessEqual(shown, 0)
        self.assertLessEqual(gone, 1)
        self.assertLess(small[0], 60)


class TestTakenOff(PeopleCase):
    def test_a_reason_takes_a_person_off_and_the_total_stays(self):
        conference = self.listed()
        row = conference.attendee_ids[0]
        row.off_reason = "Nghỉ thai sản"
        self.assertTrue(row.is_off)
        self.assertEqual(conference.staff_count, self.staff_total)
        self.assertEqual(conference.summoned_count, self.staff_total - 1)
        self.assertIn("1 taken off", conference.people_words)

    def test_without_a_reason_nobody_is_taken_off(self):
        conference = self.listed()
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            conference.attendee_ids[0].write({"is_off": True})
            self.env.flush_all()

    def test_put_on_again_the_reason_is_gone(self):
        conference = self.listed()
        row = conference.attendee_ids[0]
        row.off_reason = "Đi học"
        row.action_put_on_again()
        self.assertFalse(row.is_off)
        self.assertFalse(row.off_reason)

    def test_who_was_taken_off_stays_off_when_the_list_is_made_again(self):
        conference = self.listed()
        row = conference.attendee_ids[0]
        row.off_reason = "Đi học"
        conference.action_make_list()
        self.assertTrue(row.is_off)
        self.assertEqual(len(conference.attendee_ids), self.staff_total)

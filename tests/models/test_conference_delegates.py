"""Guests, the bodies of a joint conference, delegates and those with a duty."""

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form

from tests.conference_people import PeopleCase

ATTENDEE = "dan_chu.conference.attendee"


class TestGuests(PeopleCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sibling_head = cls.make_employee("Đỗ Thị Hiệu", cls.sibling)
        cls.sibling_union = cls.make_user("sibling_union", ("representative", cls.sibling))
        cls.sibling.write({"head_id": cls.sibling_head.id, "head_title": "Hiệu trưởng"})
        cls.sibling.has_union = True

    def _invited(self):
        conference = self.begin(user=self.upper_officer, unit_id=self.department.id)
        return conference, self.told(conference.action_add_guests())

    def test_heads_and_unions_of_the_units_directly_below(self):
        conference, message = self._invited()
        guests = conference.attendee_ids
        self.assertEqual(
            guests.employee_id, self.sibling_head | self.sibling_union.employee_id | self._rep()
        )
        self.assertTrue(all(guests.mapped("is_guest")))
        self.assertEqual(
            self.row_named(conference, "Đỗ Thị Hiệu").position, f"Hiệu trưởng {self.sibling.name}"
        )
        # The school has no head on record, and is named instead of passed over.
        self.assertIn(self.school.name, message)
        self.assertNotIn(self.union.name, message)
        self.assertNotIn(self.ward_school.name, message)

    def _rep(self):
        return self.representative.employee_id

    def test_guests_are_never_counted(self):
        conference, _message = self._invited()
        conference.action_make_list()
        staff = self.staff_of(self.department)
        self.assertEqual(conference.staff_count, staff)
        self.assertEqual(conference.summoned_count, staff)

    def test_again_they_are_not_doubled(self):
        conference, _message = self._invited()
        count = len(conference.attendee_ids)
        conference.action_add_guests()
        self.assertEqual(len(conference.attendee_ids), count)

    def test_a_guest_may_be_anybody_and_may_be_deleted(self):
        conference = self.begin()
        guest = conference.attendee_ids.create(
            {"conference_id": conference.id, "name": "Ông Khách", "is_guest": True}
        )
        guest.unlink()
        self.assertFalse(conference.attendee_ids)


class TestBodies(PeopleCase):
    def test_each_body_has_the_list_of_its_units_and_the_rest_is_of_the_house(self):
        conference = self.begin()
        body = self.env["dan_chu.conference.body"].with_user(self.officer)
        maths, house = body.create(
            [
                {
                    "conference_id": conference.id,
                    "name": "Tổ Toán – Tin",
                    "part_ids": [(6, 0, self.group.ids)],
                },
                {"conference_id": conference.id, "name": "Nhà trường"},
            ]
        )
        inner = self.make_employee("Người nhóm Tin", self.subgroup)
        conference.action_make_list()
        rows = conference.attendee_ids
        of_group = self.people_of(self.group)
        self.assertIn(inner, of_group)
        self.assertEqual(rows.filtered(lambda row: row.body_id == maths).employee_id, of_group)
        self.assertEqual(maths.staff_count, len(of_group))
        self.assertEqual(house.staff_count, len(rows) - len(of_group))
        self.assertFalse(rows.filtered(lambda row: not row.body_id))

    def test_another_institution_may_hold_it_together_with_the_house(self):
        conference = self.begin()
        theirs = self.make_employee("Cán bộ công đoàn", self.union)
        self.env["dan_chu.conference.body"].with_user(self.officer).create(
            [
                {"conference_id": conference.id, "name": "Nhà trường"},
                {
                    "conference_id": conference.id,
                    "name": "Công đoàn",
                    "part_ids": [(6, 0, self.union.ids)],
                },
            ]
        )
        conference.action_make_list()
        row = self.row_named(conference, "Cán bộ công đoàn")
        self.assertEqual((row.employee_id, row.body_id.name), (theirs, "Công đoàn"))
        self.assertFalse(row.has_left)

    def test_who_is_of_no_body_is_told(self):
        conference = self.begin()
        self.env["dan_chu.conference.body"].with_user(self.officer).create(
            {
                "conference_id": conference.id,
                "name": "Tổ Toán – Tin",
                "part_ids": [(6, 0, self.group.ids)],
            }
        )
        self.assertIn("no body", self.told(conference.action_make_list()))


class TestDelegates(PeopleCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.conference = cls.begin(kind="delegates", delegates_wanted=12)
        cls.conference.action_make_list()
        cls.of_group = cls.conference.allocation_ids.filtered(
            lambda row: row.section_id == cls.group
        )

    def test_a_line_for_each_section_with_people_and_nobody_on_the_list(self):
        rows = self.conference.allocation_ids
        self.assertEqual(rows.section_id, self.school | self.group | self.other_group)
        self.assertEqual(sum(rows.mapped("people_count")), self.staff_total)
        self.assertFalse(self.conference.attendee_ids)
        self.assertEqual(self.conference.staff_count, self.staff_total)

    def test_again_new_sections_come_and_the_numbers_follow(self):
        self.of_group.number = 5
        self.make_employee("Người nhóm Tin", self.subgroup)
        self.make_employee("Người tổ Toán", self.group)
        before = self.of_group.people_count
        self.conference.action_make_list()
        rows = self.conference.allocation_ids
        self.assertEqual(len(rows), 4)
        self.assertEqual(len(rows.section_id), 4)
        self.assertEqual((self.of_group.people_count, self.of_group.number), (before + 1, 5))

    def test_shared_out_all_delegates_are_given(self):
        self.conference.allocation_ids.create(
            {"conference_id": self.conference.id, "section": "Đại biểu đương nhiên", "number": 2}
        )
        self.conference.action_share_out()
        self.assertEqual(sum(self.conference.allocation_ids.mapped("number")), 12)
        self.assertTrue(all(self.conference.allocation_ids.mapped("number")))

    def test_delegates_stand_on_the_list_with_their_section(self):
        person = self.people_of(self.group)[0]
        delegate = (
            self.env[ATTENDEE]
            .with_user(self.officer)
            .create({"allocation_id": self.of_group.id, "employee_id": person.id})
        )
        self.assertEqual(delegate.conference_id, self.conference)
        self.assertEqual((delegate.name, delegate.section), (person.name, self.group.name))
        self.assertEqual(self.of_group.chosen_count, 1)
        self.assertEqual(self.conference.summoned_count, 1)
        delegate.unlink()
        self.assertEqual(self.of_group.chosen_count, 0)

    def test_who_is_on_a_list_is_not_offered_again(self):
        one, two = self.env["hr.employee"].search(
            [("dan_chu_unit_id", "=", self.of_group.section_id.id)], limit=2
        )
        others = self.conference.allocation_ids - self.of_group
        values = {"conference_id": self.conference.id, "allocation_id": others[0].id}
        self.env[ATTENDEE].create({**values, "employee_id": one.id})
        with Form(self.of_group) as form, form.delegate_ids.new() as row:
            row.employee_id = two
        self.assertEqual(self.of_group.chosen_count, 1)
        self.assertEqual(set(self.of_group.listed_ids.ids), {one.id, two.id})

    def test_a_delegate_of_another_conference_is_refused(self):
        other = self.begin(kind="delegates")
        with self.assertRaises(ValidationError):
            self.env[ATTENDEE].with_user(self.officer).create(
                {
                    "conference_id": other.id,
                    "allocation_id": self.of_group.id,
                    "employee_id": self.people_of(self.group)[0].id,
                }
            )

    def test_the_minutes_of_the_section_are_kept_as_they_came(self):
        minutes = self.env["dan_chu.conference.allocation.file"].with_user(self.officer)
        pdf = self.file_values(name="bien-ban.pdf", data=b"JVBERi0xLjQKJWJpZW4gYmFu")
        row = minutes.create({"allocation_id": self.of_group.id, **pdf})
        self.assertEqual(row.conference_id, self.conference)
        self.assertTrue(row.sha256)
        with self.assertRaises(UserError):
            row.data = self.file_values()["data"]

    def test_the_allocation_rests_once_the_conference_is_open(self):
        self.bring_to(self.conference.sudo(), "open")
        with self.assertRaises(UserError):
            self.of_group.number = 9


class TestDuties(PeopleCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.conference = cls.make_conference("open")
        cls.give_duties(cls.conference)

    def _as(self, user, of=None):
        return self.as_user(self.row_of(self.conference, of or self.staff), user)

    def test_the_counting_committee_may_be_chosen_while_it_is_in_session(self):
        row = self._as(self.officer)
        row.write({"duty": "counter", "duty_title": "Trưởng ban kiểm phiếu"})
        self.assertEqual((row.duty, row.duty_title), ("counter", "Trưởng ban kiểm phiếu"))

    def test_the_list_itself_rests_by_then(self):
        with self.assertRaises(UserError):
            self._as(self.officer).write({"name": "Người khác"})
        with self.assertRaises(UserError):
            self._as(self.officer).write({"duty": "counter", "off_reason": "Đi học"})

    def test_who_chairs_gives_duties_and_nobody_else_at_the_desk(self):
        self._as(self.chair).give_duty("counter")
        self.assertEqual(self.row_of(self.conference, self.staff).duty, "counter")
        for user in (self.secretary, self.counter, self.clerk, self.staff, self.upper_officer):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self._as(user, of=self.clerk).give_duty("chair")

    def test_after_it_is_closed_duties_rest(self):
        self.bring_to(self.conference, "closed")
        with self.assertRaises(UserError):
            self._as(self.officer).write({"duty": "counter"})
        with self.assertRaises(UserError):
            self._as(self.chair).give_duty("counter")

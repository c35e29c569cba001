"""The desk at the door: what is entered, by whom, and what the other desks see of it."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.conferences import ConferenceCase, ConferenceHttpCase


class TestConferenceDoor(ConferenceCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.conference = cls.make_conference("called", guests=1)
        cls.give_duties(cls.conference)
        cls.first, cls.second = cls.summoned(cls.conference)[:2]

    def desk(self, user=None):
        return self.as_user(self.conference, user or self.clerk)

    def enter(self, row, stage, user=None, **values):
        return self.desk(user).check_in(row.id, {"stage": stage, **values})

    def test_a_clerk_checks_in_and_the_time_is_that_of_the_server(self):
        before = fields.Datetime.now() - timedelta(seconds=2)
        answer = self.enter(self.first, "present", arrived_on="2020-01-01 00:00:00")
        self.assertTrue(answer["done"])
        self.assertEqual((answer["present"], answer["base"], answer["needed"]), (1, 30, 20))
        self.assertEqual(self.first.status, "present")
        self.assertGreaterEqual(self.first.arrived_on, before)
        self.assertEqual(self.first.checked_by_id, self.clerk)
        self.assertEqual(self.first.checked_how, "list")
        self.assertFalse(self.first.is_late)

    def test_once_in_session_who_comes_is_late(self):
        self.conference._put({"state": "open"})
        self.enter(self.first, "present", reason="Kẹt xe")
        self.assertEqual((self.first.is_late, self.first.reason), (True, "Kẹt xe"))
        self.enter(self.first, "present", is_late=False)
        self.assertFalse(self.first.is_late)

    def test_leave_early_departure_and_return(self):
        self.enter(self.first, "excused", reason="Con ốm")
        self.assertEqual((self.first.status, self.first.reason), ("excused", "Con ốm"))
        with self.assertRaisesRegex(UserError, "has not come"):
            self.enter(self.first, "left")
        self.enter(self.first, "present")
        self.assertFalse(self.first.reason)
        came = self.first.arrived_on
        self.enter(self.first, "left", reason="Họp ở Sở")
        self.assertTrue(self.first.left_on)
        self.assertEqual(self.desk().check_in(self.first.id, {"stage": "left"})["present"], 1)
        self.enter(self.first, "present")
        self.assertEqual((self.first.left_on, self.first.arrived_on), (False, came))
        self.enter(self.first, "expected")
        self.assertFalse(self.first.arrived_on or self.first.reason)

    def test_what_another_desk_entered_is_shown_and_not_lost(self):
        self.enter(self.first, "excused", user=self.officer, reason="Đi công tác")
        answer = self.enter(self.first, "present", seen="expected")
        self.assertFalse(answer["done"])
        self.assertIn("Absent with leave", answer["message"])
        self.assertIn(self.officer.name, answer["message"])
        self.assertEqual(self.first.status, "excused")
        self.assertTrue(self.enter(self.first, "present", seen="excused")["done"])
        self.assertEqual(self.first.status, "present")

    def test_checked_in_twice_it_is_once_and_the_first_stands(self):
        self.enter(self.first, "present", user=self.officer)
        came = self.first.arrived_on
        answer = self.enter(self.first, "present", seen="expected")
        self.assertTrue(answer["done"])
        self.assertIn(self.officer.name, answer["message"])
        self.assertEqual(self.first.arrived_on, came)
        self.assertEqual(self.first.checked_by_id, self.officer)

    def test_a_guest_on_no_list_is_entered_once_and_never_counted(self):
        self.conference._put({"state": "open"})
        answer = self.desk().check_in_guest("  Nguyễn Văn  Khách ")
        row = self.conference.attendee_ids.browse(answer["row"]["id"])
        self.assertEqual(
            (row.name, row.is_guest, row.status), ("Nguyễn Văn Khách", True, "present")
        )
        self.assertEqual(row.checked_by_id, self.clerk)
        self.assertEqual((answer["present"], answer["base"]), (0, 30))
        again = self.desk(self.officer).check_in_guest("Nguyễn Văn Khách")
        self.assertEqual(again["row"]["id"], row.id)
        for name in ("", "  ", None, 5, "x" * 121):
            with self.subTest(name=name), self.assertRaisesRegex(UserError, "name of the guest"):
                self.desk().check_in_guest(name)
        for user in (self.staff, self.upper_officer, self.representative):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.desk(user).check_in_guest("Người lạ")
        self.conference._put({"state": "closed"})
        with self.assertRaises(UserError):
            self.desk().check_in_guest("Đến sau")

    def test_what_was_sent_again_by_the_same_desk_needs_no_word(self):
        self.enter(self.first, "present", seen="expected")
        self.assertFalse(self.enter(self.first, "present", seen="expected")["message"])

    def test_another_desk_sees_what_has_changed(self):
        screen = self.as_user(self.env["dan_chu.conference"], self.officer).door_screen(
            self.conference.id
        )["conference"]
        self.assertEqual(len(screen["rows"]), 31)
        self.enter(self.first, "present")
        changes = self.desk(self.officer).door_changes(screen["now"])
        self.assertIn(self.first.id, [row["id"] for row in changes["rows"]])
        self.assertEqual(changes["counts"]["present"], 1)
        self.assertTrue(self.desk(self.officer).door_changes("not a moment")["is_whole"])

    def test_all_but_these(self):
        self.enter(self.second, "absent")
        answer = self.desk().check_in_all(
            [{"id": self.first.id, "stage": "excused", "reason": "Ốm"}]
        )
        self.assertEqual(answer["present"], 28)
        self.assertEqual((self.first.status, self.first.reason), ("excused", "Ốm"))
        self.assertEqual(self.second.status, "absent")
        self.assertEqual(self.conference.present_count, 28)
        guest = self.conference.attendee_ids.filtered("is_guest")
        self.assertEqual(guest.status, "expected")

    def test_who_has_left_the_unit_is_not_checked_in(self):
        self.first.employee_id.dan_chu_unit_id = self.sibling
        self.second.employee_id.active = False
        for row in (self.first, self.second):
            with self.subTest(row=row.name), self.assertRaisesRegex(UserError, row.name):
                self.enter(row, "present")
            with self.assertRaisesRegex(UserError, row.name):
                self.as_user(row, self.officer).write({"status": "present"})
        answer = self.desk().check_in_all()
        self.assertEqual(set(answer["gone"]), {self.first.name, self.second.name})
        self.assertEqual(answer["present"], 28)

    def test_who_is_off_the_list_is_not_checked_in(self):
        self.first.write({"off_reason": "Nghỉ hưu"})
        with self.assertRaisesRegex(UserError, "Nghỉ hưu"):
            self.enter(self.first, "present")

    def test_before_the_day_there_is_only_leave(self):
        self.conference._put({"date": today() + timedelta(days=1)})
        with self.assertRaisesRegex(UserError, "Nobody is present yet"):
            self.enter(self.first, "present")
        self.enter(self.first, "excused", reason="Đi học")
        self.assertEqual(self.first.status, "excused")

    def test_a_clock_set_wrong_brings_nobody_from_the_future(self):
        later = fields.Datetime.now() + timedelta(hours=2)
        with self.assertRaisesRegex(ValidationError, "clock of the server"):
            self.as_user(self.first, self.officer).write({"status": "present", "arrived_on": later})

    def test_nothing_is_entered_past_the_end(self):
        for state in ("draft", "ballot", "failed", "cancelled", "closed"):
            self.conference._put({"state": state})
            with self.subTest(state=state), self.assertRaises(UserError):
                self.enter(self.first, "present", user=self.officer)

    def test_who_has_no_desk_enters_and_sees_nothing(self):
        for user in (self.staff, self.counter, self.representative, self.upper_officer):
            with self.subTest(user=user.login):
                desk = self.desk(user)
                for ask in (
                    lambda desk=desk: desk.check_in(self.first.id, {"stage": "present"}),
                    lambda desk=desk: desk.check_in_all([]),
                    lambda desk=desk: desk.door_changes("2020-01-01 00:00:00"),
                    lambda desk=desk: desk.door_screen(self.conference.id),
                    desk.action_check_in,
                ):
                    with self.assertRaises(AccessError):
                        ask()
                self.assertFalse(desk.browse().door_screen()["conferences"])
        self.assertEqual(self.first.status, "expected")

    def test_a_row_of_another_conference_is_not_entered_here(self):
        other = self.make_conference("called")
        with self.assertRaisesRegex(UserError, "not on the list"):
            self.enter(other.attendee_ids[0], "present")

    # ---------------------------------------------------------------- the own phone

    def test_the_own_phone_where_the_conference_allows_it(self):
        own = self.row_of(self.conference, self.staff)
        with self.assertRaisesRegex(UserError, "at the desk"):
            self.desk(self.staff).check_in_self()
        self.conference._put({"self_check_in": True})
        answer = self.desk(self.staff).check_in_self()
        self.assertEqual(answer["stage"], "present")
        self.assertEqual((own.status, own.checked_how), ("present", "self"))
        came = own.arrived_on
        self.desk(self.staff).check_in_self()
        self.assertEqual(own.arrived_on, came)
        with self.assertRaises(AccessError):
            self.desk(self.upper_officer).check_in_self()

    def test_the_large_screen_shows_figures_to_all_who_may_see_the_conference(self):
        self.bring(self.conference, 20)
        figures = self.desk(self.staff).quorum_screen()
        self.assertEqual((figures["present"], figures["quorum"]), (20, "met"))
        self.assertIn("Điều 51 khoản 2 điểm c", figures["article"])
        self.assertNotIn("rows", figures)
        with self.assertRaises(AccessError):
            self.desk(self.upper_officer).quorum_screen()

    # ---------------------------------------------------------------- queries

    def queries(self, conference, ask):
        row = self.summoned(conference)[-1]
        desk = self.as_user(conference, self.clerk)
        desk.check_in(self.summoned(conference)[-2].id, {"stage": "present"})
        desk = self.as_user(conference, self.clerk)
        before = self.cr.sql_log_count
        ask(desk, row.id)
        self.env.flush_all()
        return self.cr.sql_log_count - before

    def test_as_many_queries_with_ten_people_as_with_three_hundred(self):
        self.make_staff(self.school, 300, self.group, self.other_group)
        people = self.people_of(self.school)
        asks = {
            "check in": lambda desk, number: desk.check_in(number, {"stage": "present"}),
            "changes": lambda desk, number: desk.door_changes("2020-01-01 00:00:00"),
            "whole": lambda desk, number: desk.door_screen(desk.id),
            "wall": lambda desk, number: desk.quorum_screen(),
            "all": lambda desk, number: desk.check_in_all([]),
            "close": lambda desk, number: (
                desk.with_user(self.officer).action_open()
                and desk.with_user(self.officer).action_close()
            ),
        }
        counts = {}
        for some in (people[:12], people):
            conference = self.make_conference("called", people=some | self.clerk.employee_id)
            conference._put({"staff_count": len(some)})
            self.row_of(conference, self.clerk)._put({"duty": "clerk"})
            counts[len(some)] = {name: self.queries(conference, ask) for name, ask in asks.items()}
        few, many = counts.values()
        for name, count in many.items():
            # Rows are written a hundred at a time.
            self.assertLessEqual(count, few[name] + len(people) // 100, name)
        self.assertLess(many["check in"], 40)


class TestConferenceCode(ConferenceHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.conference = cls.make_conference("called")
        cls.give_duties(cls.conference)
        cls.own = cls.row_of(cls.conference, cls.staff)
        cls.url = f"/dan_chu/check-in/{cls.own.token}"

    def read(self, user):
        self.authenticate(user.login, user.login)
        return self.url_open(self.url)

    def press(self, user):
        page = self.read(user)
        token = page.text.split('name="csrf_token" value="', 1)[1].split('"', 1)[0]
        answer = self.url_open(self.url, data={"csrf_token": token})
        self.env.invalidate_all()
        return answer

    def test_a_clerk_reads_the_code_and_opening_the_link_alone_enters_nothing(self):
        page = self.read(self.clerk)
        self.assertIn(self.own.name, page.text)
        self.assertIn("data-at-once", page.text)
        self.assertEqual(self.own.status, "expected")
        page = self.press(self.clerk)
        self.assertIn("alert-success", page.text)
        self.assertEqual((self.own.status, self.own.checked_how), ("present", "code"))

    def test_the_person_shows_it_or_enters_where_that_is_allowed(self):
        page = self.read(self.staff)
        self.assertIn("alert-warning", page.text)
        self.assertNotIn("csrf_token", page.text.split("<main>")[1])
        self.conference._put({"self_check_in": True})
        self.assertNotIn("data-at-once", self.read(self.staff).text)
        self.press(self.staff)
        self.assertEqual((self.own.status, self.own.checked_how), ("present", "self"))

    def test_to_others_the_code_says_nothing(self):
        for user in (self.counter, self.upper_officer, self.no_role):
            with self.subTest(user=user.login):
                page = self.read(user)
                self.assertEqual(page.status_code, 404)
                self.assertNotIn(self.own.name, page.text)
        self.authenticate(None, None)
        self.assertNotIn(self.own.name, self.url_open(self.url).text)

    def test_what_is_refused_is_said_on_the_page(self):
        self.own.employee_id.sudo().dan_chu_unit_id = self.sibling
        page = self.press(self.officer)
        self.assertIn("alert-danger", page.text)
        self.assertEqual(self.own.status, "expected")

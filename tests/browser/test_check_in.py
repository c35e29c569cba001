from tests.conferences import ConferenceHttpCase


class CheckIn:
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.make_employee("Đào Thị Ánh", cls.group)
        cls.make_employee("Ngô Văn Quý", cls.group)
        cls.conference = cls.make_conference("called", guests=1)
        cls.give_duties(cls.conference)

    def tour(self, name, login="clerk", screen="/dan-chu-check-in"):
        address = f"/odoo/dan_chu.conference/{self.conference.id}{screen}"
        self.start_tour(address, name, login=login, timeout=120)
        self.env.invalidate_all()

    def row(self, name):
        return self.conference.attendee_ids.filtered(lambda row: row.name == name)


class TestCheckInOnAPhone(CheckIn, ConferenceHttpCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_a_clerk_checks_in_notes_leave_and_who_goes(self):
        self.tour("dan_chu_check_in_on_a_phone")
        came, away = self.row("Đào Thị Ánh"), self.row("Ngô Văn Quý")
        self.assertEqual((came.status, came.checked_by_id), ("present", self.clerk))
        self.assertTrue(came.left_on)
        self.assertEqual((away.status, away.reason), ("excused", "Con ốm"))

    def test_what_another_desk_did_shows_up_and_is_not_written_over(self):
        self.tour("dan_chu_check_in_beside_another_desk")
        self.assertEqual(self.row("Đào Thị Ánh").status, "absent")
        self.assertEqual(self.row("Ngô Văn Quý").status, "excused")

    def test_a_dropped_connection_neither_loses_nor_doubles(self):
        self.tour("dan_chu_check_in_without_connection")
        self.assertEqual(self.row("Đào Thị Ánh").status, "present")
        self.assertEqual(self.conference.present_count, 1)


class TestCheckInAtTheDesk(CheckIn, ConferenceHttpCase):
    browser_size = "1366x768"

    def test_with_keys_and_all_but_some(self):
        self.tour("dan_chu_check_in_all_but_some")
        self.assertEqual(self.row("Ngô Văn Quý").status, "excused")
        self.assertEqual(self.conference.present_count, self.conference.staff_count - 1)

    def test_an_officer_opens_it_once_enough_are_there(self):
        self.tour("dan_chu_open_with_enough_people", login="officer", screen="")
        self.assertEqual((self.conference.state, self.conference.is_valid), ("open", True))

"""What was given: certificates at the desk of the officer, the own history on a phone."""

from tests.commendation_papers import CommendationPaperCase
from tests.commendations import CommendationHttpCase


class TestAwardsOnAPhone(CommendationPaperCase, CommendationHttpCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_the_own_award_and_its_decision(self):
        self.vote()
        self.issued(self.decision())
        self.own.honour_ids._mark({"is_published": True})
        self.start_tour(
            "/odoo/dan-chu-my-honours",
            "dan_chu_my_awards_on_a_phone",
            login=self.own.employee_id.user_id.login,
        )


class TestCertificatesAtTheDesk(CommendationHttpCase):
    browser_size = "1366x768"

    def test_a_button_gives_a_file(self):
        row = self.make_round("council")
        for person in self.people[:3]:
            self.make_nomination(row, person, "awarded", award=self.certificate)
        self.start_tour(
            "/odoo/action-dan_chu_co_so.commendation_round_action",
            "dan_chu_print_certificates",
            login="officer",
        )

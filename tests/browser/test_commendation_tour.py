from tests.commendations import CommendationHttpCase


class TestNominations(CommendationHttpCase):
    browser_size = "1366x768"

    def test_all_nominated_one_struck_handed_in_and_checked(self):
        part = self.make_unit("Tổ Thể dục", "professional_group", self.school)
        leader = self.make_user("leader", ("officer", part))
        self.make_staff(part, 3)
        row = self.make_round("open", asked=part, awards=self.title)
        self.start_tour(
            "/odoo/action-dan_chu_co_so.commendation_participant_action",
            "dan_chu_nominate_all_and_hand_in",
            login=leader.login,
        )
        self.env.invalidate_all()
        self.assertEqual(row.commendation_ids.mapped("state"), ["submitted"] * 2)
        self.assertTrue(row.participant_ids.handed_in_on)
        self.start_tour(
            f"/odoo/action-dan_chu_co_so.commendation_round_action/{row.id}",
            "dan_chu_check_nominations",
            login=self.officer.login,
        )
        self.env.invalidate_all()
        self.assertEqual(row.commendation_ids.mapped("state"), ["checked"] * 2)

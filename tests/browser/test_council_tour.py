from tests.commendations import CommendationHttpCase


class CouncilTourCase(CommendationHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        house = {"unit_id": cls.school.id}
        cls.make_law("council.quorum", "2/3", "fraction", comparison="at_least", **house)
        cls.make_law("council.majority", "50", "percent", comparison="more_than", **house)
        held = cls.make_round("council")
        text = {"achievements": "<p>Bồi dưỡng ba học sinh giỏi cấp tỉnh</p>"}
        cls.good = cls.make_nomination(held, cls.people[0], "checked", sequence=1, **text)
        cls.weak = cls.make_nomination(held, cls.people[1], "checked", sequence=2)
        cls.own = cls.make_nomination(held, cls.teacher, "checked", sequence=3)
        sessions = cls.env["dan_chu.council.session"].with_user(cls.officer)
        cls.council_session = sessions.create({"round_id": held.id, "method": "named"})
        for row in (cls.good, cls.weak, cls.own):
            row.with_user(cls.officer).action_council()
        cls.council_session.action_open()
        cls.lines = [
            cls.council_session.line_ids.filtered(lambda line, row=row: line.commendation_id == row)
            for row in (cls.good, cls.weak, cls.own)
        ]

    def votes_of(self, user):
        ballots = self.env["dan_chu.commendation.ballot"].search([("cast_by_id", "=", user.id)])
        return {ballot.line_id.commendation_id: ballot.choice for ballot in ballots}


class TestCouncilOnAPhone(CouncilTourCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_a_member_votes_on_the_phone(self):
        address = "/odoo/dan-chu-my-council"
        self.start_tour(address, "dan_chu_my_council_on_a_phone", login="teacher", timeout=120)
        self.assertEqual(self.votes_of(self.teacher), {self.good: "for", self.weak: "against"})


class TestCouncilAtTheDesk(CouncilTourCase):
    browser_size = "1366x768"

    def test_the_secretary_closes_the_session(self):
        good, weak, own = (line.id for line in self.lines)
        for user in (self.head, self.secretary, self.councillor):
            self.as_user(self.council_session, user).cast(
                {good: "for", weak: "against", own: "for"}
            )
        address = f"/odoo/dan_chu.council.session/{self.council_session.id}"
        tour = "dan_chu_council_closed_by_its_secretary"
        self.start_tour(address, tour, login="secretary", timeout=120)
        self.env.invalidate_all()
        self.assertEqual(
            (self.good | self.weak | self.own).mapped("state"), ["passed", "refused", "passed"]
        )

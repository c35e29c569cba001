"""What the tables of rounds and nominations keep by themselves."""

from odoo.exceptions import AccessError, UserError

from tests.commendations import CommendationCase


class TestCommendationTables(CommendationCase):
    def test_a_nomination_begins_as_a_draft_whatever_is_sent(self):
        row = self.make_round("open")
        made = (
            self.env["dan_chu.commendation"]
            .with_user(self.nominator)
            .create(
                {
                    "round_id": row.id,
                    "unit_id": self.group.id,
                    "award_id": self.title.id,
                    "employee_id": self.teacher.employee_id.id,
                    "state": "awarded",
                    "bonus": 1_000_000,
                    "council_for": 9,
                }
            )
        )
        self.assertEqual(
            (made.state, made.bonus, made.council_for, made.addressee_unit_id),
            ("draft", 0, 0, self.school),
        )

    def test_what_stands_behind_buttons_is_refused(self):
        nomination = self.make_nomination(self.make_round("open"), self.teacher)
        row = self.as_user(nomination, self.nominator)
        for vals in ({"state": "awarded"}, {"bonus": 5}, {"unit_id": self.other_group.id}):
            with self.subTest(vals), self.assertRaises(UserError):
                row.write(vals)
        row.write({"summary": "Khác"})
        self.assertEqual(row.summary, "Khác")

    def test_who_only_holds_the_round_does_not_write_the_line(self):
        nomination = self.make_nomination(
            self.make_round("open", unit=self.department, asked=self.school),
            self.school,
            "submitted",
        )
        row = self.as_user(nomination, self.upper_officer)
        self.assertEqual(row.state, "submitted")
        with self.assertRaises(AccessError):
            row.write({"summary": "Khác"})

    def test_every_state_of_the_world_is_made(self):
        row = self.make_round("council")
        for person, state in zip(
            self.people,
            [code for code, _name in row.commendation_ids._fields["state"].selection],
            strict=False,
        ):
            nomination = self.make_nomination(row, person, state)
            self.assertEqual(nomination.state, state)
        movement = self.make_movement()
        for state, _name in movement.initiative_ids._fields["state"].selection:
            self.assertEqual(self.make_initiative(movement, state).state, state)
        self.assertTrue(self.make_honour(self.school, self.people[0]).is_imported)

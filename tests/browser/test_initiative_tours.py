"""A model from the phone of a teacher to the gallery and into another school."""

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.commendations import CommendationHttpCase


class TestModelOnAPhone(CommendationHttpCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_registered_and_reported(self):
        movement = self.make_movement(self.department)
        self.start_tour(
            "/odoo/dan-chu-my-models", "dan_chu_register_a_model_on_a_phone", login="teacher"
        )
        self.env.invalidate_all()
        row = movement.initiative_ids
        self.assertEqual((row.state, row.proposer_id), ("registered", self.teacher))
        self.assertEqual((row.unit_id, row.registrant), (self.group, self.group.name))
        self.assertTrue(row.photo)
        self.as_user(row, self.officer).action_launch()
        self.start_tour(
            "/odoo/dan-chu-my-models", "dan_chu_report_a_result_on_a_phone", login="teacher"
        )
        self.env.invalidate_all()
        self.assertEqual(row.state, "running")
        self.assertEqual(row.result_ids.file_ids.mapped("name"), ["anh.png"])


class TestGalleryAtTheDesk(CommendationHttpCase):
    browser_size = "1366x768"

    def test_taken_over_by_another_school(self):
        movement = self.make_movement(self.department)
        row = self.make_initiative(
            movement, "recognised", unit=self.school, name="Giờ học ngoài trời"
        )
        row._put({"level_id": self.env.ref("dan_chu_co_so.initiative_level_province").id})
        self.env["dan_chu.initiative.result"].sudo().create(
            {"initiative_id": row.id, "period": str(today().year), "text": "12/12 lớp khối 10"}
        )
        self.start_tour(
            "/odoo/dan-chu-gallery",
            "dan_chu_take_over_from_the_gallery",
            login="sibling_officer",
        )
        self.env.invalidate_all()
        copy = movement.initiative_ids - row
        self.assertEqual(
            (copy.state, copy.unit_id, copy.origin_id), ("registered", self.sibling, row)
        )
        self.assertEqual((row.spread_count, row.spread_words), (1, self.sibling.name))

"""Conferences whose list is still to be made, as their officer sees them."""

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.conferences import ConferenceCase


class PeopleCase(ConferenceCase):
    @classmethod
    def begin(cls, user=None, **values):
        """A conference whose list is still to be made, as its officer sees it."""
        conferences = cls.env["dan_chu.conference"].with_user(user or cls.officer)
        return conferences.create(
            {"unit_id": cls.school.id, "name": "Hội nghị viên chức", "date": today(), **values}
        )

    @classmethod
    def listed(cls, **values):
        conference = cls.begin(**values)
        conference.action_make_list()
        return conference

    def told(self, action):
        self.assertEqual(action["tag"], "display_notification")
        return action["params"]["message"]

    def row_named(self, conference, name):
        return conference.attendee_ids.filtered(lambda row: row.name == name).ensure_one()

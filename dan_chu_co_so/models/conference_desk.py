from odoo import models
from odoo.exceptions import AccessError

# Chosen at the conference, or for it; they work at it without a role in the unit.
DESK = ("chair", "secretary", "clerk")


class Conference(models.Model):
    """Who works at a conference: its officers, and those who were given a duty at it."""

    _inherit = "dan_chu.conference"

    def _duties(self, user=None):
        """The duties of the user at this conference."""
        self.ensure_one()
        user = user or self.env.user
        rows = self.env["dan_chu.conference.attendee"].sudo()
        own = rows.search_fetch(
            [
                ("conference_id", "=", self.id),
                ("duty", "!=", False),
                ("is_off", "=", False),
                ("employee_id.user_id", "=", user.id),
            ],
            ["duty"],
        )
        return set(own.mapped("duty"))

    def _is_at_desk(self, *duties):
        """An officer of the unit, or one with such a duty (any of the desk, if none is named)."""
        self.ensure_one()
        if self.env.su or self.env.user._dan_chu_has_role("officer", self.sudo().unit_id):
            return True
        return bool(self._duties() & set(duties or DESK))

    def _require_desk(self, *duties):
        for conference in self:
            if not conference._is_at_desk(*duties):
                raise AccessError(
                    self.env._(
                        "This is done by the officer of the unit and by those who have that duty "
                        "at “%s”: chair, secretary, counting committee, clerk.",
                        conference.sudo().display_name,
                    )
                )

    def _require_chair(self):
        """The head of the unit, or whoever chairs."""
        for conference in self:
            if self.env.su or self.env.user._dan_chu_has_role("head", conference.sudo().unit_id):
                continue
            if "chair" not in conference._duties():
                raise AccessError(
                    self.env._("Only who chairs “%s” does this.", conference.sudo().display_name)
                )

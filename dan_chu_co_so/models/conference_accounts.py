from odoo import models
from odoo.fields import Domain

from .conference_desk import DESK
from .vote import RUNNING_IT
from .vote_box import ELECTRONIC


class Conference(models.Model):
    """Who has something to do at the conference in the system, and cannot: said while there is
    time to give an account or another person the duty."""

    _inherit = "dan_chu.conference"

    def _checklist(self):
        yield from super()._checklist()
        rows = self.env["dan_chu.conference.attendee"].sudo()
        summoned = Domain("conference_id", "=", self._origin.id) & self._summoned_domain()
        at_work = Domain("duty", "in", [*DESK, *RUNNING_IT])
        strangers = rows.search(summoned & at_work).filtered(lambda row: not row._may_sign_in())
        if strangers:
            yield self._point(
                "accounts",
                False,
                "",
                self.env._(
                    "%s: with a duty, and no account with a role in this unit.",
                    ", ".join(strangers.mapped("name")),
                ),
                needed=False,
            )
        if any(vote.method in ELECTRONIC for vote in self.vote_ids):
            without = rows.search_count(summoned & Domain("employee_id.user_id", "=", False))
            yield self._point(
                "phones",
                not without,
                self.env._("Each of those summoned can vote on the own phone."),
                self.env._(
                    "%s of those summoned have no account: they vote with a code on a shared "
                    "tablet.",
                    without,
                ),
                needed=False,
            )


class ConferenceAttendee(models.Model):
    _inherit = "dan_chu.conference.attendee"

    def _may_sign_in(self):
        user = self.employee_id.sudo().user_id
        return bool(user.active and user._dan_chu_has_role("staff", self.unit_id))

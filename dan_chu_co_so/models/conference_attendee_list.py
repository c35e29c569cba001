from odoo import api, fields, models

from .conference import PREPARED, RUNNING

_DUTY = {"duty", "duty_title"}
_NAMED_ON_THE_DAY = ("draft", *RUNNING)


class ConferenceAttendee(models.Model):
    """What the list says of a person beside attendance: taken off it, gone, with a duty."""

    _inherit = "dan_chu.conference.attendee"

    is_off = fields.Boolean(compute="_compute_is_off", store=True, readonly=False, precompute=True)
    allocation_id = fields.Many2one(
        "dan_chu.conference.allocation",
        string="Delegate of",
        index="btree_not_null",
        ondelete="restrict",
    )
    duty_title = fields.Char(string="Title of the duty", help="As printed: Trưởng ban kiểm phiếu.")
    email = fields.Char(
        string="E-mail of the guest", help="The staff are written to at the address HR knows."
    )
    has_left = fields.Boolean(
        string="Has left the unit",
        compute="_compute_has_left",
        help="No longer of the staff from which the list was made.",
    )

    @api.depends("off_reason")
    def _compute_is_off(self):
        """Who is off the list is so for a reason, and whoever gives one takes the person off."""
        for row in self:
            row.is_off = bool(row.off_reason)

    @api.depends("employee_id", "is_guest", "conference_id.state")
    def _compute_has_left(self):
        self.has_left = False
        asked = self.filtered(
            lambda row: row.employee_id and not row.is_guest and row.conference_state != "closed"
        )
        for conference, rows in asked.grouped("conference_id").items():
            units = set(conference.sudo()._listed_units().ids)
            people = rows.employee_id.sudo()
            people.fetch(["active", "dan_chu_unit_id"])
            staff = {
                person.id
                for person in people
                if person.active and person.dan_chu_unit_id.id in units
            }
            for row in rows:
                row.has_left = row.employee_id.id not in staff

    @api.onchange("allocation_id")
    def _onchange_allocation_id(self):
        if self.allocation_id:
            self.section_id = self.allocation_id.section_id
            self.body_id = self.allocation_id.body_id

    def write(self, vals):
        """Secretaries and the counting committee are often chosen at the conference itself."""
        named = {name: vals[name] for name in vals if name in _DUTY}
        if named:
            self.conference_id.check_access("write")
            self.check_access("write")
            self.conference_id._require_state(*_NAMED_ON_THE_DAY)
            self._put(named)
        if vals.get("is_guest"):
            # A guest is counted in no quorum: made of one of the staff it is a way off the list.
            summoned = self.filtered(lambda row: row.conference_state != "draft")
            summoned._unlink_with_a_reason()
        rest = {name: vals[name] for name in vals if name not in _DUTY}
        return super().write(rest) if rest else True

    def give_duty(self, duty=False, title=False):
        """By the officer, or by whoever chairs, while the conference runs."""
        for row in self:
            conference = row.sudo().conference_id.sudo(False)
            conference._require_desk("chair")
            conference.sudo()._require_state(*_NAMED_ON_THE_DAY)
        self.sudo()._put({"duty": duty or False, "duty_title": title or False})
        return True

    def action_put_on_again(self):
        """Onto the list again, and the reason for which the person was taken off is gone."""
        self.check_access("write")
        self.write({"off_reason": False, "is_off": False})
        return True

    def _may_leave_the_list(self):
        """Rows that say nothing of anybody whom the minutes would have to name. Of delegates the
        quorum is counted of those who were summoned."""
        self.ensure_one()
        return (
            self.is_guest
            or not self.employee_id
            or (self.conference_id.is_of_delegates and self.conference_state == "draft")
            or (self.has_left and self.conference_state in PREPARED)
        )

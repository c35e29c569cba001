from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..lib.apportion import shares
from .conference import PREPARED


class ConferenceAttendee(models.Model):
    _inherit = "dan_chu.conference.attendee"

    @api.constrains("allocation_id", "conference_id")
    def _check_allocation_of_conference(self):
        for row in self.filtered("allocation_id"):
            if row.allocation_id.conference_id != row.conference_id:
                raise ValidationError(
                    self.env._("%s is a delegate at this conference, not at another one.", row.name)
                )

    @api.model_create_multi
    def create(self, vals_list):
        """A delegate stands on the list of the section that chose the person."""
        rows = self.env["dan_chu.conference.allocation"]
        default = self.env.context.get("default_allocation_id")
        named = []
        for vals in vals_list:
            row = rows.browse(vals.get("allocation_id", default) or ())
            if row:
                row.check_access("read")
                place = {
                    "conference_id": row.conference_id.id,
                    "section_id": row.section_id.id,
                    "section": row.section,
                    "body_id": row.body_id.id,
                }
                named.append({**place, **vals})
            else:
                named.append(vals)
        return super().create(named)


class Conference(models.Model):
    _inherit = "dan_chu.conference"

    allocation_ids = fields.One2many(
        "dan_chu.conference.allocation",
        "conference_id",
        string="Delegates by section",
        groups="dan_chu_co_so.group_officer,dan_chu_co_so.group_head,"
        "dan_chu_co_so.group_representative",
    )
    delegates_wanted = fields.Integer(
        string="Delegates in all", help="As the head and the representative agreed."
    )

    _delegates_wanted_counts = models.Constraint(
        "CHECK(delegates_wanted >= 0)", "Delegates are counted in whole numbers, not below zero."
    )

    def action_share_out(self):
        """A first proposal by the size of the sections, then edited as agreed."""
        self._require_role("officer")
        self._require_state(*PREPARED)
        self.ensure_one()
        rows = self.allocation_ids.filtered("section_id")
        if not rows or not self.delegates_wanted:
            raise UserError(
                self.env._(
                    "Make the list of the sections and say how many delegates there are in all: "
                    "they are shared out by the number of people."
                )
            )
        set_apart = sum((self.allocation_ids - rows).mapped("number"))
        seats = max(self.delegates_wanted - set_apart, 0)
        for row, number in zip(rows, shares(rows.mapped("people_count"), seats), strict=True):
            row.number = number
        return True

    def _make_allocations(self):
        """A line for each section with people in it; those that are there follow the numbers."""
        self._put({"listed_on": fields.Datetime.now()})
        self.flush_recordset(["listed_on"])
        staff = self._staff_to_list()
        counts = {}
        for person in staff.values():
            counts[person["section_id"]] = counts.get(person["section_id"], 0) + 1
        bodies = {person["section_id"]: person["body_id"] for person in staff.values()}
        sections = self.env["dan_chu.unit"].sudo().browse(counts)
        order = {
            section.id: place
            for place, section in enumerate(
                sections.sorted(lambda unit: (not unit.is_institution, unit.sequence, unit.name))
            )
        }
        there = {row.section_id.id: row for row in self.allocation_ids}
        for section, row in there.items():
            if section and row.people_count != counts.get(section, 0):
                row.people_count = counts.get(section, 0)
        self._count_staff(staff)
        return self.env["dan_chu.conference.allocation"].create(
            [
                {
                    "conference_id": self.id,
                    "section_id": section,
                    "people_count": counts[section],
                    "body_id": bodies[section],
                    "sequence": 10 + order[section],
                }
                for section in order
                if section not in there
            ]
        )

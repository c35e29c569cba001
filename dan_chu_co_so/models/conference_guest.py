from odoo import models
from odoo.fields import Domain

from .conference import PREPARED


class Conference(models.Model):
    """Guests (khách mời): listed, never counted, without a vote."""

    _inherit = "dan_chu.conference"

    def action_add_guests(self):
        """Heads and unions of the units below, who may be invited (Điều 51 khoản 2 điểm d)."""
        self._require_role("officer")
        self._require_state(*PREPARED)
        self.ensure_one()
        below = self._units_below()
        found = [*self._heads_of(below), *self._unions_of(below)]
        rows = self.env["dan_chu.conference.attendee"]
        known = rows.search_fetch(
            [("conference_id", "=", self.id), ("employee_id", "!=", False)], ["employee_id"]
        )
        listed = set(known.employee_id.ids)
        new = []
        for vals in found:
            if vals["employee_id"] not in listed:
                listed.add(vals["employee_id"])
                new.append({"conference_id": self.id, "is_guest": True, **vals})
        rows.create(new)
        words = [self._invited_in_words(below, new)]
        nameless = below.filtered(lambda unit: not unit.head_id)
        if nameless:
            words.append(
                self.env._("No head is recorded of: %s.", ", ".join(nameless.mapped("name")))
            )
        return self._tell(" ".join(words), bool(nameless))

    def _units_below(self):
        """Institutions that stand directly below the house; unions and the like stand beside it."""
        return (
            self.env["dan_chu.unit"]
            .sudo()
            .search(
                Domain("parent_id.institution_id", "=", self.unit_id.id)
                & Domain("is_institution", "=", True)
                & Domain("kind_id.is_organisation", "=", False)
            )
        )

    def _heads_of(self, units):
        for unit in units:
            if unit.head_id:
                title = unit.head_title or "Thủ trưởng"
                yield {
                    "employee_id": unit.head_id.id,
                    "name": unit.head_id.name,
                    "position": f"{title} {unit.name}",
                }

    def _unions_of(self, units):
        people = units._people_by_unit("representative")
        for unit in units:
            body = "Công đoàn" if unit.has_union else unit.representative_body
            inside = (
                people[unit]
                .sudo()
                .employee_ids.filtered(
                    lambda person, unit=unit: person.dan_chu_unit_id.institution_id == unit
                )
            )
            for person in inside[:1]:
                yield {
                    "employee_id": person.id,
                    "name": person.name,
                    "position": f"Đại diện {body or 'tập thể người lao động'} {unit.name}",
                }

    def _invited_in_words(self, below, new):
        if not below:
            return self.env._("No units stand below: add guests by name.")
        if not new:
            return self.env._("Those who lead the units below are on the list already.")
        return self.env._("%s guests of the units below were added.", len(new))

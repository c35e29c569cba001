from collections import Counter, defaultdict

from odoo import api, fields, models
from odoo.fields import Domain

from ..lib.voting import is_share, least, quorum_met

# Of the staff, and on no list: counted beside the statuses of the others.
_OFF = "off"
QUORUM_STATES = [("met", "Enough"), ("not_met", "Too few"), ("unknown", "Not known yet")]


class Conference(models.Model):
    """Whether enough came (Điều 51 khoản 2 điểm c): of all staff, or of the delegates summoned."""

    _inherit = "dan_chu.conference"

    summoned_count = fields.Integer(string="Summoned people", compute="_compute_quorum")
    present_count = fields.Integer(
        string="Present",
        compute="_compute_quorum",
        help="Who came, of those summoned; also if they left early. Guests are not counted.",
    )
    quorum_base = fields.Integer(
        string="Counted of",
        compute="_compute_quorum",
        help="The total staff; at a conference of delegates those summoned.",
    )
    quorum_needed = fields.Integer(string="Needed", compute="_compute_quorum")
    quorum_state = fields.Selection(QUORUM_STATES, string="Quorum", compute="_compute_quorum")
    quorum_words = fields.Char(string="Sum of the quorum", compute="_compute_quorum")

    @api.depends(
        "attendee_ids.status",
        "attendee_ids.is_guest",
        "attendee_ids.is_off",
        "attendee_ids.body_id",
        "body_ids.staff_count",
        "body_ids.name",
        "staff_count",
        "is_of_delegates",
        "date",
        "unit_id",
    )
    def _compute_quorum(self):
        counts = self._summoned_counts()
        for conference in self:
            parts = conference._quorum_parts(counts[conference._origin.id])
            conference.summoned_count = sum(part["summoned"] for part in parts)
            conference.present_count = sum(part["present"] for part in parts)
            conference.quorum_base = sum(part["base"] for part in parts)
            conference.quorum_needed = sum(part["needed"] for part in parts)
            conference.quorum_state = self._quorum_of_all(parts)
            conference.quorum_words = "; ".join(
                f"{part['name']}: {part['words']}" if part["name"] else part["words"]
                for part in parts
            )

    def _quorum_parts(self, counts=None):
        """The sum; at a joint conference that of each body, all of which have to be met.

        [{name, summoned, present, base, needed, state, words}]
        """
        self.ensure_one()
        if counts is None:
            counts = self._summoned_counts()[self.id]
        rule = self._law("quorum") if self.unit_id else None
        bodies = self.sudo().body_ids
        if not bodies:
            everybody = sum(counts.values(), Counter())
            return [self._quorum_part("", everybody, self.staff_count, rule)]
        return [
            self._quorum_part(body.name, counts[body._origin.id], body.staff_count, rule, body)
            for body in bodies
        ]

    def _quorum_part(self, name, counted, staff_count, rule, body=None):
        summoned, present = counted.total() - counted[_OFF], counted["present"]
        if self.is_of_delegates:
            base = summoned
            result = quorum_met(present, base, rule, "đại biểu")
        else:
            base, listed = staff_count, counted.total()
            if listed > base:
                listed -= self._left_on_list(body)
            result = quorum_met(present, base, rule, listed=listed)
        return {
            "name": name,
            "summoned": summoned,
            "present": present,
            "base": base,
            "needed": least(base, rule) if base and is_share(rule) else 0,
            "state": result.state,
            "words": result.words,
        }

    def _left_on_list(self, body=None):
        """Who has left the house stays on the list until somebody takes the row off."""
        domain = self.sudo()._left_domain()
        if body:
            domain &= Domain("body_id", "=", body._origin.id)
        return self.env["dan_chu.conference.attendee"].sudo().search_count(domain)

    @api.model
    def _quorum_of_all(self, parts):
        states = {part["state"] for part in parts}
        if "not_met" in states:
            return "not_met"
        return "unknown" if "unknown" in states else "met"

    def _summoned_counts(self):
        """{conference id: {body id: Counter of statuses}}, in one query; who of the staff was
        taken off the list apart from them."""
        rows = self.env["dan_chu.conference.attendee"].sudo()
        counts = defaultdict(lambda: defaultdict(Counter))
        grouped = rows._read_group(
            Domain("conference_id", "in", self._origin.ids) & Domain("is_guest", "=", False),
            ["conference_id", "body_id", "is_off", "status"],
            ["__count"],
        )
        for conference, body, is_off, status, number in grouped:
            counts[conference.id][body.id][_OFF if is_off else status] += number
        return counts

    @api.model
    def _summoned_domain(self):
        return Domain("is_guest", "=", False) & Domain("is_off", "=", False)

    def _attended(self, body=None):
        """Who came and counts, whoever asks; having left early changes nothing."""
        self.ensure_one()
        domain = Domain("conference_id", "=", self.id) & Domain("status", "=", "present")
        if body:
            domain &= Domain("body_id", "=", body.id)
        rows = self.env["dan_chu.conference.attendee"].sudo()
        return rows.search(domain & self._summoned_domain())

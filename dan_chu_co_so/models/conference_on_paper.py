from odoo import fields, models
from odoo.exceptions import UserError

from ..lib.clock import today


class Conference(models.Model):
    """The second door: a conference that was held on paper, entered with its true numbers.

    Nothing is refused for want of a quorum: it is kept as it happened, and whether it is valid
    is found by the same arithmetic as at the door.
    """

    _inherit = "dan_chu.conference"

    guests_on_paper = fields.Integer(
        string="Guests, by number",
        readonly=True,
        copy=False,
        help="Of a conference held on paper, where guests are not listed by name.",
    )

    _guests_on_paper = models.Constraint(
        "CHECK(guests_on_paper >= 0)", "Guests are counted in whole numbers, not below zero."
    )

    def _button_fields(self):
        return super()._button_fields() | {"guests_on_paper"}

    def _begin_on_paper(self, values, guests=0):
        """Summoned, as the paper says; what came of it is entered next."""
        if values["date"] > today():
            raise UserError(
                self.env._(
                    "This is for a conference that has been held: its day has not come yet. One "
                    "that is to come is prepared."
                )
            )
        conference = self.create(values)
        conference._put({"door": "paper", "state": "called", "guests_on_paper": guests})
        return conference

    def _list_on_paper(self, delegates, gone, staff_count):
        """All of the staff but those who were not of it that day, or the delegates named."""
        self.ensure_one()
        wanted = set(delegates.ids) if self.is_of_delegates else None
        listed = [
            row
            for number, row in self._staff_to_list().items()
            if number not in gone and (wanted is None or number in wanted)
        ]
        self.env["dan_chu.conference.attendee"].create(listed)
        self._put({"listed_on": fields.Datetime.now()})
        self.write({"staff_count": staff_count})

    def _enter_on_paper(self, away):
        """All came but these: {employee: (status, reason)}; who was not summoned is off."""
        rows = self.attendee_ids.filtered(lambda row: not row.is_guest)
        by_person = rows.grouped("employee_id")
        came = rows
        for person, (status, reason) in away.items():
            row = by_person.get(person)
            if not row:
                raise UserError(
                    self.env._(
                        "%s is not on the list of this conference: take the person out of those "
                        "who were away.",
                        person.sudo().name,
                    )
                )
            came -= row
            if status == "off":
                row._put({"off_reason": reason, "is_off": True})
            else:
                row._enter({"status": status, "reason": reason}, "list")
        came._enter({"status": "present"}, "list")

    def _vote_on_paper(self, values, totals, candidates):
        """Opened, counted and closed by the totals: outcome and sum are found, never typed."""
        vote = self.env["dan_chu.vote"].create({**values, "conference_id": self.id})
        vote.action_open()
        by_place = zip(vote.option_ids.sorted("sequence"), candidates, strict=True)
        votes = {str(row.id): number for row, number in by_place}
        # Asked first: the database would say no without saying of whom.
        wrong = vote.check_totals(totals, votes) or vote.enter_totals(totals, votes)
        if wrong:
            raise UserError(
                self.env._("“%(vote)s” does not add up: %(why)s", vote=vote.name, why=wrong)
            )
        vote.action_close()
        return vote

    def _open_on_paper(self):
        """In session without being asked for a quorum, which is reckoned at the end."""
        self._put({"state": "open", "opened_on": self.starts_at or fields.Datetime.now()})

    def _close_on_paper(self):
        self.invalidate_recordset(["quorum_state"])
        self._put(
            {
                "state": "closed",
                "closed_on": self.ends_at or fields.Datetime.now(),
                "is_valid": self.quorum_state == "met",
            }
        )

    def _attendance_printed(self):
        printed = super()._attendance_printed()
        return {**printed, "guest_count": printed["guest_count"] or self.guests_on_paper}

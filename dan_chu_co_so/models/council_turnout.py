from odoo import api, fields, models


class CouncilSession(models.Model):
    """Who of those present has still to vote by phone: how many votes somebody has sent is known
    while the session runs, what they are is not."""

    _inherit = "dan_chu.council.session"

    still_to_vote = fields.Char(compute="_compute_still_to_vote")

    @api.depends("state", "method", "attendance_ids.is_present", "line_ids")
    def _compute_still_to_vote(self):
        for session in self:
            # While a form is filled in, nothing is open yet.
            waiting = session._origin.sudo()
            names = waiting._still_to_vote().mapped("name") if waiting else ()
            session.still_to_vote = ", ".join(names) or False

    def _still_to_vote(self):
        self.ensure_one()
        if self.state != "open" or self.method != "named":
            return self.attendance_ids.browse()
        there = self.attendance_ids.filtered("is_present")
        rows = self.line_ids.commendation_id

        def is_waiting(member):
            stands_for = rows._person_stands_for(member.employee_id)
            own = rows.filtered(lambda row: row._is_line_of(*stands_for))
            return member.ballot_count < len(rows) - len(own)

        return there.filtered(is_waiting)


class CouncilAttendance(models.Model):
    _inherit = "dan_chu.council.attendance"

    ballot_count = fields.Integer(string="Votes sent", compute="_compute_ballot_count")

    @api.depends("session_id.state")
    def _compute_ballot_count(self):
        ballots = self.env["dan_chu.commendation.ballot"].sudo()
        sent = ballots._read_group(
            [("attendance_id", "in", self.ids)], ["attendance_id"], ["__count"]
        )
        numbers = {member.id: number for member, number in sent}
        for member in self:
            member.ballot_count = numbers.get(member.id, 0)

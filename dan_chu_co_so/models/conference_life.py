from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..lib.clock import today, vietnamese

_OPEN_VOTES = ("open", "closing")


class Conference(models.Model):
    """The conference is opened, is not held because too few came, and is closed."""

    _inherit = "dan_chu.conference"

    may_lead = fields.Boolean(compute="_compute_may_lead")

    @api.depends("unit_id", "attendee_ids.duty")
    @api.depends_context("uid")
    def _compute_may_lead(self):
        for conference in self:
            conference.may_lead = bool(conference._origin) and conference._origin._is_leader()

    def _is_leader(self):
        """The officer and the head of the unit, who chairs, and the secretary."""
        self.ensure_one()
        unit = self.sudo().unit_id
        return self.env.user._dan_chu_has_role("head", unit) or self._is_at_desk(
            "chair", "secretary"
        )

    def _require_leader(self):
        for conference in self:
            if not conference._is_leader():
                conference._require_desk("chair", "secretary")

    # ---------------------------------------------------------------- opened, closed

    def action_open(self):
        """In session, if enough are present: refused otherwise, with the lawful way out."""
        self.ensure_one()
        self._require_leader()
        conference = self.sudo()
        conference._lock()
        if conference.state == "open":
            return conference._already(conference.opened_on)
        conference._require_state("called")
        conference._check_enough()
        now = fields.Datetime.now()
        conference._put({"state": "open", "opened_on": now, "is_valid": True})
        conference._note_said(self.env._("Opened: %s", conference.quorum_words))
        return True

    def action_close(self):
        """Nothing changes after it. Who was awaited until the end was absent."""
        self.ensure_one()
        self._require_leader()
        conference = self.sudo()
        conference._lock()
        if conference.state == "closed":
            return conference._already(conference.closed_on)
        conference._require_state("open", "ballot")
        conference._check_votes_closed()
        if conference.state == "open":
            conference._end_of_the_door()
        conference._put({"state": "closed", "closed_on": fields.Datetime.now()})
        conference._note_said(self.env._("Closed"))
        return True

    def action_fail(self):
        """Too few came: it is on record that it was not held, and it is summoned again."""
        self.ensure_one()
        self._require_leader()
        conference = self.sudo()
        conference._lock()
        conference._require_state("called")
        conference._check_has_begun()
        if conference.quorum_state == "met":
            raise UserError(
                self.env._("Enough came (%s): open the conference.", conference.quorum_words)
            )
        conference._end_of_the_door()
        conference._put({"state": "failed", "closed_on": fields.Datetime.now()})
        conference._note_said(self.env._("Not held: %s", conference.quorum_words))
        return True

    # ---------------------------------------------------------------- what they ask

    def _check_enough(self):
        if self.quorum_state == "met":
            return
        if self.quorum_state == "unknown":
            raise UserError(
                self.env._(
                    "“%(name)s” cannot be opened, because it is not known how many have to be "
                    "there: %(sum)s. Enter the total staff, and have the list checked.",
                    name=self.display_name,
                    sum=self.quorum_words,
                )
            )
        raise UserError(
            self.env._(
                "“%(name)s” cannot be opened: %(sum)s.\n\nCheck in who is still coming. If too "
                "few come, press “Too few came”: it is then summoned again. %(ballot)s",
                name=self.display_name,
                sum=self.quorum_words,
                ballot=self._ballot_way_out(),
            )
        )

    def _ballot_way_out(self):
        """When a ballot to all staff may take its place, in words (Điều 50 khoản 2)."""
        rule = self._calls_before_ballot()
        if not rule:
            return ""
        return self.env._(
            "Summoned %(number)s times without enough people, or at once for force majeure, the "
            "head may have a ballot to all staff after agreement with the representative "
            "(%(article)s).",
            number=rule.value,
            article=rule.citation,
        )

    def _calls_before_ballot(self):
        code = "decision.calls_before_ballot"
        return self.env["dan_chu.rule"]._find(code, self.unit_id, self.date or today())

    def _check_has_begun(self):
        """Whether too few come is known once it should have begun, by the clock of the server."""
        if self._is_yet_to_begin():
            raise UserError(
                self.env._(
                    "“%(name)s” begins on %(moment)s: whether too few come is known then. A "
                    "conference that is not to be held at all is cancelled.",
                    name=self.display_name,
                    moment=self._when(),
                )
            )

    def _is_yet_to_begin(self):
        if self.starts_at:
            return self.starts_at > fields.Datetime.now()
        return bool(self.date) and self.date > today()

    def _check_votes_closed(self):
        votes = self.vote_ids.filtered(lambda vote: vote.state in _OPEN_VOTES)
        if votes:
            raise UserError(
                self.env._(
                    "“%(name)s” is not closed while people are voting. Close first: %(votes)s.",
                    name=self.display_name,
                    votes=", ".join(f"“{vote.display_name}”" for vote in votes),
                )
            )

    def _end_of_the_door(self):
        """Nobody is awaited any more."""
        expected = self.attendee_ids.filtered(
            lambda row: row.status == "expected" and not row.is_off
        )
        expected._put({"status": "absent"})

    def _already(self, moment):
        """Two pressed the same button: the second is told, and nothing happens twice."""
        words = self.env._(
            "“%(name)s” is already “%(state)s”, since %(moment)s.",
            name=self.display_name,
            state=self._state_name(),
            moment=vietnamese(moment).strftime("%H:%M %d/%m/%Y"),
        )
        reload = {"type": "ir.actions.client", "tag": "soft_reload"}
        params = {"type": "info", "message": words, "next": reload}
        return {"type": "ir.actions.client", "tag": "display_notification", "params": params}

    # ---------------------------------------------------------------- several at once

    def _lock(self):
        """Who opens, closes, fails it or goes on from there comes one after the other, and whoever
        waited begins again on what the other has made of it."""
        self._touch()

    def _hold(self):
        """What is entered while somebody closes it comes before the end, or is refused."""
        self.env.cr.execute(
            SQL("SELECT FROM dan_chu_conference WHERE id = ANY(%s) FOR SHARE", self.ids)
        )

    def _touch(self):
        """A vote that opens: who closes the conference on an older picture begins again."""
        self.env.cr.execute(
            SQL(
                "UPDATE dan_chu_conference SET write_date = write_date WHERE id = ANY(%s)", self.ids
            )
        )

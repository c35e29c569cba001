from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

from ..lib.clock import today
from ..lib.voting import ATTENDED, elect, passed
from .vote import OF_ARTICLE_49, TYPED

OUTCOMES = {"met": "passed", "not_met": "not_passed", "unknown": "unknown"}
WHOLES = {
    "attended": ATTENDED,
    "entitled": "người có quyền biểu quyết",
    "collected": "phiếu thu về",
    "valid": "phiếu hợp lệ",
    "all_staff": "người của cơ quan, đơn vị",
}


class Vote(models.Model):
    """How a vote runs: opened with the base it will be decided by, counted, closed, decided."""

    _inherit = "dan_chu.vote"

    @api.constrains("conference_id", "item_id", "body_id")
    def _check_same_conference(self):
        """A vote on another one's item would stand in the minutes of neither."""
        for vote in self:
            if vote.item_id and vote.item_id.conference_id != vote.conference_id:
                raise ValidationError(
                    self.env._("“%s” is on the agenda of another conference.", vote.item_id.name)
                )
            if vote.body_id and vote.body_id.conference_id != vote.conference_id:
                raise ValidationError(
                    self.env._("“%s” is a body of another conference.", vote.body_id.name)
                )

    def action_open(self):
        for vote in self._for_who_runs_it():
            vote._require_state("draft")
            vote.conference_id._touch()
            vote._check_may_open()
            vote._put(
                {
                    "state": "open",
                    "opened_on": fields.Datetime.now(),
                    **vote._frozen_at_opening(),
                }
            )
            vote._opened()
        return True

    def action_close(self):
        for vote in self._for_who_runs_it():
            vote._require_state("open")
            vote._counted()
            vote._finish()
        return True

    def action_take_back(self):
        """Opened too early: nothing was counted yet, and the base is counted anew next time."""
        for vote in self._for_who_runs_it():
            vote._require_state("open")
            totals = vote._totals()
            counted = (
                totals.said,
                totals.issued,
                totals.collected,
                *vote.option_ids.mapped("votes"),
            )
            if vote.method not in TYPED or any(counted):
                raise UserError(
                    self.env._(
                        "“%s”: voting has begun. Close it; the chair can have it voted again.",
                        vote.display_name,
                    )
                )
            vote._put({"state": "draft", "opened_on": False, "base_count": 0, "entitled": 0})
        return True

    def action_settle(self):
        """Closed without a rule: decided as soon as the unit has made one for itself."""
        for vote in self._for_who_runs_it():
            vote._require_state("closed")
            is_counted = vote.method in TYPED or vote.valid
            if vote.outcome != "unknown" or not vote.is_ballot or not is_counted:
                raise UserError(
                    self.env._("“%s” does not wait for a rule of the unit.", vote.display_name)
                )
            vote._settle()
            if vote.outcome == "unknown":
                raise UserError(
                    self.env._(
                        "The law names no majority for a ballot to all the staff. Once the "
                        "regulation of the unit does, the administrator enters it as the rule "
                        "“decision.ballot_majority” of %s.",
                        vote.unit_id.name,
                    )
                )
            # They were written when nothing was decided yet.
            vote.conference_id._bring_papers_up_to_date()
        return True

    def _for_who_runs_it(self):
        """The votes with the rights of the system, one at a time even if two press at once."""
        self._require_running()
        votes = self.sudo()
        votes.flush_recordset()
        self.env.cr.execute(
            SQL("SELECT FROM dan_chu_vote WHERE id = ANY(%s) ORDER BY id FOR UPDATE", self.ids)
        )
        votes.invalidate_recordset(["state"])
        return votes

    def _frozen_at_opening(self):
        is_ballot = self.conference_id.state == "ballot"
        kind = self.base_kind
        if is_ballot and kind not in ("all_staff", "entitled"):
            kind = "all_staff"
        # Of the rest only those who count the ballots know.
        is_known = kind in ("attended", "entitled", "all_staff")
        self._put({"is_ballot": is_ballot, "base_kind": kind})
        rule = self._rule()
        return {
            "entitled": self._entitled(),
            "base_count": self._base() if is_known else 0,
            "rule_display": rule.explanation if rule else False,
        }

    def _check_may_open(self):
        conference = self.conference_id
        if conference.state not in ("open", "ballot"):
            raise UserError(
                self.env._(
                    "“%(conference)s” is “%(state)s”: people vote once it is in session, which "
                    "it is opened for.",
                    conference=conference.display_name,
                    state=conference._state_name(),
                )
            )
        if conference.state == "ballot":
            self._check_may_go_to_all()
        if conference.body_ids and not self.body_id:
            raise UserError(
                self.env._(
                    "“%s”: at a joint conference each body votes apart. Choose the body, or make "
                    "one vote for each.",
                    self.display_name,
                )
            )
        if not self._base_is_there():
            raise UserError(
                self.env._(
                    "Nobody who may vote is checked in at “%s” yet.", conference.display_name
                )
            )

    def _check_may_go_to_all(self):
        """Điều 50 khoản 2: in place of the conference, on what Điều 49 names and nothing else."""
        if self.matter not in OF_ARTICLE_49:
            raise UserError(
                self.env._(
                    "“%s” is not a matter of Điều 49: sheets go to all the staff on those alone "
                    "(Điều 50 khoản 2).",
                    self.display_name,
                )
            )
        if self.method == "hands":
            raise UserError(
                self.env._(
                    "“%s”: all the staff are asked by ballot, on paper or electronic; there is no "
                    "room in which to show hands.",
                    self.display_name,
                )
            )

    def _base_is_there(self):
        return self._entitled() > 0

    def _listed(self):
        """Rows of the staff who are asked: of that body, guests left out."""
        domain = Domain("conference_id", "=", self.conference_id.id) & Domain(
            "is_guest", "=", False
        )
        return domain & Domain("body_id", "=", self.body_id.id) if self.body_id else domain

    def _attended(self):
        """All who attended count, also who left early: the law says of all who attended."""
        return self._listed() & Domain("status", "=", "present") & Domain("is_off", "=", False)

    def _voters(self):
        """Who may vote: those in the room; in a ballot all who are of the staff, also whom nobody
        summoned."""
        self.ensure_one()
        rows = self.env["dan_chu.conference.attendee"].sudo()
        return rows.search(self._voters_domain())

    def _voters_domain(self):
        if self.conference_id.state == "ballot":
            rows = self.env["dan_chu.conference.attendee"].sudo()
            gone = rows.search(self.conference_id._left_domain())
            return self._listed() & Domain("id", "not in", gone.ids)
        return self._attended() & Domain("left_on", "=", False)

    def _entitled(self):
        rows = self.env["dan_chu.conference.attendee"].sudo()
        count = rows.search_count(self._voters_domain())
        return max(count, self._staff()) if self.conference_id.state == "ballot" else count

    def _base(self):
        """What the majority is taken of, as far as it is known before the ballots are counted."""
        self.ensure_one()
        if self.base_kind == "attended":
            rows = self.env["dan_chu.conference.attendee"].sudo()
            return rows.search_count(self._attended())
        return self._entitled()

    def _has_counted(self, row, came):
        """Whether the base would be another one if that person had come at that time, or never."""
        is_asked = self.body_id in (self.body_id.browse(), row.body_id)
        was_there = not row.arrived_on or row.arrived_on <= self.opened_on
        return is_asked and was_there and (not came or came > self.opened_on)

    def _staff(self):
        return (self.body_id or self.conference_id).staff_count

    def _rule(self):
        """The majority that is asked; None where the law names none and the unit has none yet."""
        conference = self.conference_id
        if not self.is_ballot:
            return conference._law("majority")
        rules = self.env["dan_chu.rule"]
        code, unit = "decision.ballot_majority", self.unit_id
        # The unit may make its rule when the sheets are back: until then nothing is decided.
        return rules._find(code, unit, conference.date or today()) or rules._find(code, unit)

    def _opened(self):
        """What a method needs once the vote is open."""

    def _counted(self):
        """The totals are there: typed, and then they have to add up; or counted by the method."""
        self.filtered(lambda vote: vote.method in TYPED)._check_totals_add_up()

    def _finish(self):
        """Decided by the totals, and closed."""
        for vote in self:
            vote._settle()
            vote._put({"state": "closed", "closed_on": fields.Datetime.now()})

    def _settle(self):
        """The outcome and its sum, from the totals."""
        for vote in self:
            rule = vote._rule()
            base = vote.base_count
            if vote.base_kind in ("collected", "valid"):
                base = vote[vote.base_kind]
            of = WHOLES[vote.base_kind]
            values = {"base_count": base, "rule_display": rule.explanation if rule else False}
            if vote.is_election:
                options = vote.option_ids
                found = elect(options.mapped("votes"), vote.seats, base, rule, of)
                values["open_seats"] = found.open_seats
                for option, mark in zip(options, found.marks, strict=False):
                    option._put({"elected": mark})
            else:
                found = passed(vote.votes_for, base, rule, of)
            vote._put({**values, "outcome": OUTCOMES[found.state], "outcome_words": found.words})

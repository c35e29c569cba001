from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from .council_session import TYPED
from .owner_unit import OwnerUnit

OUTCOMES = [("passed", "Passed"), ("not_passed", "Not passed"), ("unknown", "Not decided")]
VOTES = {"votes_for", "votes_against", "votes_blank"}


class CouncilLine(models.Model):
    """A nomination before a session of the council, and how it was voted on."""

    _name = "dan_chu.council.line"
    _description = "Nomination before the council"
    _inherit = ["dan_chu.unit.owned", "dan_chu.stated", "dan_chu.frozen"]
    _order = "session_id, sequence, id"
    _frozen_how = "of_council"

    session_id = fields.Many2one(
        "dan_chu.council.session", required=True, readonly=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit(
        related="session_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    state = fields.Selection(related="session_id.state", string="State of the session")
    method = fields.Selection(related="session_id.method")
    commendation_id = fields.Many2one(
        "dan_chu.commendation", required=True, readonly=True, index=True, ondelete="restrict"
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(related="commendation_id.name", string="Person or collective")
    position = fields.Char(related="commendation_id.position")
    award_name = fields.Char(related="commendation_id.award_id.name")
    nominator = fields.Char(related="commendation_id.unit_id.name", string="Nominated by")
    summary = fields.Char(related="commendation_id.summary")
    votes_for = fields.Integer(string="For", copy=False)
    votes_against = fields.Integer(string="Against", copy=False)
    votes_blank = fields.Integer(string="No opinion", copy=False)
    remark = fields.Char(help="Of a refused line: why, as it is told to the unit.")
    voters = fields.Integer(
        string="May vote", readonly=True, copy=False, help="Members there, but for the own line."
    )
    base_count = fields.Integer(string="Out of", readonly=True, copy=False)
    kept_out = fields.Char(
        string="Did not vote", readonly=True, copy=False, help="Whose own line it is."
    )
    is_counted = fields.Boolean(compute="_compute_is_counted")
    is_own_line = fields.Boolean(string="Own line", compute="_compute_is_own_line")
    are_votes_hidden = fields.Boolean(compute="_compute_shown")
    may_remark = fields.Boolean(compute="_compute_shown")
    outcome = fields.Selection(
        OUTCOMES, string="Outcome of the vote", readonly=True, copy=False, index=True
    )
    outcome_words = fields.Char(string="Outcome in words", readonly=True, copy=False)

    _once = models.UniqueIndex(
        "(session_id, commendation_id)", "This nomination is before the session already."
    )
    _not_negative = models.Constraint(
        "CHECK(votes_for >= 0 AND votes_against >= 0 AND votes_blank >= 0)",
        "No number of votes is below zero.",
    )
    _within_the_room = models.Constraint(
        "CHECK(votes_for + votes_against + votes_blank <= voters)",
        "More votes were counted than there are members who may vote on this line.",
    )

    @api.constrains("votes_for", "votes_against", "votes_blank", "voters")
    def _check_within_the_room(self):
        for line in self:
            votes = line.votes_for + line.votes_against + line.votes_blank
            if votes > line.voters:
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: %(votes)s votes, but %(voters)s members may vote on it.",
                        name=line.name,
                        votes=votes,
                        voters=line.voters,
                    )
                )

    @api.depends("votes_for", "votes_against", "votes_blank")
    def _compute_is_counted(self):
        for line in self:
            line.is_counted = bool(line.votes_for + line.votes_against + line.votes_blank)

    @api.depends("commendation_id")
    @api.depends_context("uid")
    def _compute_is_own_line(self):
        own = self.sudo().commendation_id._own_lines()
        for line in self:
            line.is_own_line = line.sudo().commendation_id in own

    @api.depends("session_id.state", "session_id.method", "outcome")
    def _compute_shown(self):
        """By name nobody knows the votes, nor who is refused, before the session is closed: the
        reason of a refused line may be told after it."""
        for line in self:
            is_named, is_closed = line.method == "named", line.state == "closed"
            line.are_votes_hidden = line.state == "draft" or (is_named and not is_closed)
            line.may_remark = not is_closed or line._lacks_reason()

    def _lacks_reason(self):
        return self.outcome == "not_passed" and not self.remark

    def _name_for_readers(self):
        for line in self:
            line.display_name = line.sudo().name

    @api.model_create_multi
    def create(self, vals_list):  # pylint: disable=method-required-super
        raise UserError(self.env._("What the council votes on is taken in by the button."))

    def write(self, vals):
        if vals.keys() - VOTES - {"remark", "sequence"}:
            raise UserError(
                self.env._("Of a line before the council, votes and remark are typed, no more.")
            )
        self.session_id._require_running()
        if vals.keys() & VOTES:
            self._check_may_be_counted()
        elif vals.keys() == {"remark"}:
            return self._write_remark(vals)
        else:
            self._require_state("draft", "open")
        return super().write(vals)

    def _write_remark(self, vals):
        late = self.filtered(lambda line: line.state == "closed" and line._lacks_reason())
        (self - late)._require_state("draft", "open")
        for line in late.filtered("is_own_line"):
            raise AccessError(
                self.env._("“%s” is your own line: somebody else tells why.", line.name)
            )
        res = super().write(vals)
        refused = late.sudo().commendation_id.filtered(lambda row: row.state == "refused")
        refused._put({"refusal_reason": vals["remark"]})
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_before_the_vote(self):
        self._require_state("draft", "open")

    def action_take_off(self):
        """Not voted on in this session: the nomination waits for another one."""
        self.session_id._require_running()
        for line in self.sudo():
            line._require_state("draft", "open")
            if line.is_counted or line._ballots():
                raise UserError(
                    self.env._("“%s” is voted on already and stays in the session.", line.name)
                )
            line.unlink()
        return True

    def _check_may_be_counted(self):
        """By hand, while the session is open; nobody counts the own line."""
        self._require_state("open")
        for line in self:
            if line.method not in TYPED:
                raise UserError(self.env._("Members vote on their phones: it counts by itself."))
            if line.is_own_line and not self.env.su:
                raise AccessError(
                    self.env._("“%s” is your own line: somebody else counts it.", line.name)
                )

    def _put(self, vals):
        """What the buttons settle."""
        return super().write(vals)

    @api.model
    def _add(self, vals_list):
        return super().create(vals_list)

    def _ballots(self):
        return self.env["dan_chu.commendation.ballot"].sudo().search([("line_id", "in", self.ids)])

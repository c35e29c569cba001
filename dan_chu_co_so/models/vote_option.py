from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import SQL

from ..lib.text import capitals
from .owner_unit import OwnerUnit
from .vote import TYPED

_BY_THE_SYSTEM = {"elected", "nominated", "ballot_limit"}


class VoteOption(models.Model):
    """A candidate of an election (nhân sự)."""

    _name = "dan_chu.vote.option"
    _description = "Candidate"
    _inherit = ["dan_chu.unit.owned", "dan_chu.frozen"]
    _order = "vote_id, sequence, id"
    _frozen_how = "candidate"

    vote_id = fields.Many2one("dan_chu.vote", required=True, index=True, ondelete="cascade")
    unit_id = OwnerUnit(
        related="vote_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    sequence = fields.Integer(default=10)
    employee_id = fields.Many2one(
        "hr.employee", string="Person", index="btree_not_null", ondelete="restrict"
    )
    name = fields.Char(
        required=True,
        compute="_compute_from_person",
        store=True,
        readonly=False,
        precompute=True,
    )
    position = fields.Char(
        compute="_compute_from_person", store=True, readonly=False, precompute=True
    )
    nominated = fields.Selection(
        [("representative", "By the representative"), ("floor", "From the floor")],
        default="representative",
        readonly=True,
    )
    votes = fields.Integer(string="Number of votes", copy=False)
    ballot_limit = fields.Integer(
        string="Ballots that can name the person",
        compute="_compute_ballot_limit",
        store=True,
        precompute=True,
    )
    elected = fields.Selection(
        [("yes", "Elected"), ("no", "Not elected"), ("tie", "Tie: another round")],
        readonly=True,
        copy=False,
    )

    _once = models.UniqueIndex(
        "(vote_id, employee_id) WHERE employee_id IS NOT NULL",
        "This person already stands in this election.",
    )
    _not_negative = models.Constraint("CHECK(votes >= 0)", "No total is below zero.")
    _within_the_ballots = models.Constraint(
        "CHECK(votes <= ballot_limit)",
        "A candidate cannot have more votes than there are valid ballots (hands: people in the "
        "room).",
    )

    @api.depends("employee_id")
    def _compute_from_person(self):
        people = self.env["hr.employee.public"].sudo().browse(self.employee_id.ids)
        titles = {public.id: public.job_title for public in people}
        for option in self:
            person = option.employee_id
            option.name = person.name or option.name
            option.position = titles.get(person.id) or option.position

    @api.depends("vote_id.method", "vote_id.valid", "vote_id.entitled")
    def _compute_ballot_limit(self):
        for option in self:
            vote = option.vote_id
            option.ballot_limit = vote.entitled if vote.method == "hands" else vote.valid

    @api.constrains("employee_id", "name")
    def _check_name_is_of_person(self):
        """Voted for is who stands on the ballot, and elected is the person behind the name."""
        for option in self.filtered("employee_id"):
            person = option.employee_id.sudo().name
            if capitals(person) not in capitals(option.name):
                raise ValidationError(
                    self.env._(
                        "The candidate “%(name)s” is the person %(person)s: the ballot has to name "
                        "who is elected.",
                        name=option.name,
                        person=person,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        default = self.env.context.get("default_vote_id")
        votes = self.env["dan_chu.vote"].browse(
            {vals.get("vote_id", default) for vals in vals_list} - {None, False}
        )
        votes.check_access("write")
        self._check_list_is_open(votes)
        self._check_links(vals_list)
        dropped = {"unit_id", "votes", *_BY_THE_SYSTEM}
        return super().create(
            [{name: vals[name] for name in vals if name not in dropped} for vals in vals_list]
        )

    def write(self, vals):
        if vals.keys() & {"vote_id", "unit_id", *_BY_THE_SYSTEM}:
            raise UserError(self.env._("Who is elected is found by the votes, not by hand."))
        self._check_links([vals])
        if vals.keys() - {"votes"}:
            self._check_list_is_open(self.vote_id)
        if "votes" in vals:
            self._check_being_counted(self.vote_id)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_draft(self):
        self._check_list_is_open(self.vote_id)

    @api.model
    def _check_list_is_open(self, votes):
        """Until the vote opens, or the list itself was put to the vote. Who opens it in this
        moment waits for the list, or whoever changes the list begins again and is refused."""
        self.env.cr.execute(SQL("SELECT FROM dan_chu_vote WHERE id = ANY(%s) FOR SHARE", votes.ids))
        for vote in votes:
            fixed = vote.list_vote_id._in_force()
            if fixed and fixed.state != "draft" and fixed.outcome != "not_passed":
                raise UserError(
                    self.env._(
                        "“%(vote)s”: its list of candidates was put to the vote (“%(list)s”) and "
                        "is fixed. The chair can have that voted again.",
                        vote=vote.display_name,
                        list=fixed.display_name,
                    )
                )
            if vote.state != "draft":
                raise UserError(
                    self.env._(
                        "“%(vote)s” is “%(state)s”: its candidates do not change now.",
                        vote=vote.display_name,
                        state=vote._state_name(),
                    )
                )

    @api.model
    def _check_being_counted(self, votes):
        for vote in votes:
            if vote.state != "open" or vote.method not in TYPED:
                raise UserError(
                    self.env._(
                        "“%(vote)s” is “%(state)s”: votes are entered while it is open, where "
                        "people count.",
                        vote=vote.display_name,
                        state=vote._state_name(),
                    )
                )

    def _put(self, vals):
        return super().write(vals)

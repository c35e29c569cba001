from odoo import api, fields, models
from odoo.exceptions import UserError

from .owner_unit import OwnerUnit


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
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
    )
    position = fields.Char()
    votes = fields.Integer(copy=False)
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

    @api.depends("employee_id")
    def _compute_name(self):
        for option in self:
            option.name = option.employee_id.name or option.name

    @api.model_create_multi
    def create(self, vals_list):
        default = self.env.context.get("default_vote_id")
        votes = self.env["dan_chu.vote"].browse(
            {vals.get("vote_id", default) for vals in vals_list} - {None, False}
        )
        votes.check_access("write")
        self._check_state(votes, "draft")
        self._check_links(vals_list)
        dropped = {"unit_id", "votes", "elected"}
        return super().create(
            [{name: vals[name] for name in vals if name not in dropped} for vals in vals_list]
        )

    def write(self, vals):
        if vals.keys() & {"vote_id", "unit_id", "elected"}:
            raise UserError(self.env._("Who is elected is found by the votes, not by hand."))
        self._check_links([vals])
        if vals.keys() - {"votes"}:
            self._check_state(self.vote_id, "draft")
        if "votes" in vals:
            self._check_state(self.vote_id, "open")
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_draft(self):
        self._check_state(self.vote_id, "draft")

    @api.model
    def _check_state(self, votes, state):
        for vote in votes:
            if vote.state != state:
                raise UserError(
                    self.env._(
                        "“%(vote)s” is “%(state)s”: its candidates do not change now.",
                        vote=vote.display_name,
                        state=vote._state_name(),
                    )
                )

    def _put(self, vals):
        return super().write(vals)

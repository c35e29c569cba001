from odoo import api, fields, models
from odoo.exceptions import UserError

from .vote_box import ELECTRONIC


class Unit(models.Model):
    """Voting secretly by electronic means is off until the institution names what allows it."""

    _inherit = "dan_chu.unit"

    secret_vote_basis = fields.Char(
        string="Electronic secret voting rests on",
        help="As the minutes print it: Điều 12 Quy chế thực hiện dân chủ của nhà trường. The law "
        "says nothing of it: as long as this is empty, it is off.",
    )
    secret_vote_revision_id = fields.Many2one(
        "dan_chu.revision",
        string="Regulation on electronic voting",
        index="btree_not_null",
        ondelete="restrict",
    )


class Vote(models.Model):
    """What an electronic vote begins with: its basis, its box."""

    _inherit = "dan_chu.vote"

    basis_vote_id = fields.Many2one(
        "dan_chu.vote",
        string="Allowed by the vote",
        index="btree_not_null",
        ondelete="restrict",
        domain="[('conference_id', '=', conference_id), ('state', '=', 'closed'), "
        "('outcome', '=', 'passed'), ('method', '!=', 'secret')]",
        help="By which this conference decided to vote secretly by electronic means, where no "
        "regulation of the unit says so.",
    )
    secret_basis = fields.Char(string="Basis of the secret vote", readonly=True, copy=False)
    is_secret_off = fields.Boolean(compute="_compute_is_secret_off")
    ballot_ids = fields.One2many("dan_chu.vote.ballot", "vote_id", string="Receipts counted")
    voter_ids = fields.One2many("dan_chu.vote.voter", "vote_id", string="Took part")
    turnout_words = fields.Char(string="In the box", compute="_compute_turnout_words")

    @api.depends("method", "basis_vote_id", "unit_id", "state")
    def _compute_is_secret_off(self):
        for vote in self:
            vote.is_secret_off = (
                vote.method == "secret" and vote.state == "draft" and not vote._named_basis()
            )

    @api.depends("state")
    def _compute_turnout_words(self):
        """How many, never who or what."""
        for vote in self:
            is_running = vote.method in ELECTRONIC and vote.state in ("open", "closing")
            vote.turnout_words = is_running and self.env._(
                "%(voted)s ballots of %(entitled)s",
                **dict(zip(("voted", "entitled"), vote._turnout(), strict=True)),
            )

    def _named_basis(self):
        """What the minutes print of it; nothing where nobody has named anything."""
        self.ensure_one()
        allowed = self.basis_vote_id.sudo()._in_force()
        if allowed:
            is_ours = allowed.conference_id == self.conference_id and allowed.method != "secret"
            if not is_ours or allowed.state != "closed" or allowed.outcome != "passed":
                return False
            return f"Biểu quyết của hội nghị: {allowed.name} ({allowed.outcome_words})"
        return self.unit_id.sudo().institution_id.secret_vote_basis

    def _check_may_open(self):
        super()._check_may_open()
        if self.method == "secret":
            self._require_basis()

    def _opened(self):
        res = super()._opened()
        for vote in self.filtered(lambda vote: vote.method in ELECTRONIC):
            if vote.method == "secret":
                vote._put({"secret_basis": vote._named_basis()})
            vote._make_box(vote._voters())
        return res

    def action_name_basis(self):
        """The dialog in which head or officer name the regulation."""
        self.ensure_one()
        self._require_role("head", "officer")
        action = self.env["ir.actions.actions"]._for_xml_id("dan_chu_co_so.secret_basis_action")
        return {**action, "context": {"default_unit_id": self.unit_id.institution_id.id}}

    def _require_basis(self):
        if not self._named_basis():
            raise UserError(
                self.env._(
                    "Voting secretly by electronic means is off in %s: nothing of its own allows "
                    "it. Name the regulation that does, or let this conference decide on it by a "
                    "vote of its own, by hands or on paper; or hold a secret ballot on paper.",
                    self.unit_id.sudo().institution_id.name,
                )
            )

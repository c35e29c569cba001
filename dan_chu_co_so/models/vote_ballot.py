from odoo import api, fields, models

from .owner_unit import OwnerUnit


class VoteBallot(models.Model):
    """A ballot that was counted (phiếu). In a secret vote the receipt is all there is of it:
    the voters find theirs, and can show nobody how they voted."""

    _name = "dan_chu.vote.ballot"
    _description = "Counted ballot"
    _inherit = ["dan_chu.append.only", "dan_chu.unit.owned"]
    _order = "vote_id, receipt"
    _rec_name = "receipt"
    # A person, a day or a place in a queue would join it to a voter.
    _log_access = False
    _frozen_how = "ballot"

    vote_id = fields.Many2one("dan_chu.vote", required=True, index=True, ondelete="restrict")
    unit_id = OwnerUnit(
        related="vote_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    receipt = fields.Char(required=True, readonly=True)
    attendee_id = fields.Many2one(
        "dan_chu.conference.attendee",
        string="Voter",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
        help="In a vote by name only.",
    )
    name = fields.Char(string="Name of the voter", readonly=True)
    choice = fields.Char(
        readonly=True, help="In a vote by name only: a word, or the ids of the candidates."
    )
    choice_words = fields.Char(string="Voted", compute="_compute_choice_words")

    _receipt_once = models.UniqueIndex("(vote_id, receipt)")
    _choice_by_name_only = models.Constraint(
        "CHECK ((attendee_id IS NULL) = (choice IS NULL) AND (name IS NULL) = (choice IS NULL))",
        "A ballot shows its choice in a vote by name only.",
    )

    @api.depends("choice")
    def _compute_choice_words(self):
        answers = {
            "for": self.env._("For"),
            "against": self.env._("Against"),
            "blank": self.env._("No opinion"),
        }
        options = self.vote_id.sudo().option_ids
        names = {str(option.id): option.name for option in options}
        for ballot in self:
            choice = ballot.choice
            chosen = [names[each] for each in (choice or "").split(",") if each in names]
            ballot.choice_words = answers.get(choice) or "; ".join(chosen) or False

    def _is_published(self, vote, receipt):
        return bool(
            self.search_count([("vote_id", "=", vote.id), ("receipt", "=", receipt)], limit=1)
        )

from odoo import fields, models


class VoteReopen(models.TransientModel):
    """Why a closed vote is voted again."""

    _name = "dan_chu.vote.reopen"
    _description = "Vote again"
    _inherit = ["dan_chu.readable.links"]

    vote_id = fields.Many2one("dan_chu.vote", required=True, readonly=True, ondelete="cascade")
    outcome_words = fields.Char(related="vote_id.outcome_words", string="Result so far")
    reason = fields.Text(required=True, help="The minutes show it beside both results.")

    def action_confirm(self):
        self.ensure_one()
        return self.vote_id.action_reopen(self.reason)

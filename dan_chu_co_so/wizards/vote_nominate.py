from odoo import api, fields, models


class VoteNominate(models.TransientModel):
    """People are brought onto the list of candidates."""

    _name = "dan_chu.vote.nominate"
    _description = "Nominate candidates"
    _inherit = ["dan_chu.readable.links"]

    vote_id = fields.Many2one("dan_chu.vote", required=True, readonly=True, ondelete="cascade")
    unit_id = fields.Many2one(related="vote_id.unit_id")
    how = fields.Selection(
        [("representative", "By the representative"), ("floor", "From the floor")],
        string="Nominated",
        required=True,
        compute="_compute_how",
        store=True,
        readonly=False,
        precompute=True,
    )
    has_choice = fields.Boolean(compute="_compute_offered")
    candidate_ids = fields.Many2many("hr.employee.public", compute="_compute_offered")
    # Those without rights in HR choose people as well.
    person_ids = fields.Many2many("hr.employee.public", string="People", required=True)

    @api.depends("vote_id")
    def _compute_how(self):
        for wizard in self:
            ways = wizard.vote_id and wizard.vote_id._nominating_as()
            wizard.how = wizard.how or (ways and ways[0]) or "representative"

    @api.depends("vote_id")
    def _compute_offered(self):
        """Only the ways in which this user may, and only people who do not stand yet."""
        for wizard in self:
            vote = wizard.vote_id
            wizard.has_choice = bool(vote) and len(vote._nominating_as()) > 1
            wizard.candidate_ids = vote.sudo().option_ids.employee_id.ids

    def action_confirm(self):
        self.ensure_one()
        self.vote_id.action_nominate(self.person_ids.ids, self.how)
        return {"type": "ir.actions.act_window_close"}

from odoo import api, fields, models
from odoo.exceptions import UserError


class CommendationForward(models.TransientModel):
    """Where nominations are sent up: into a round above, or on paper."""

    _name = "dan_chu.commendation.forward"
    _description = "Sending nominations up"
    _inherit = ["dan_chu.readable.links"]

    commendation_ids = fields.Many2many(
        "dan_chu.commendation",
        "dan_chu_commendation_forward_rel",
        string="Nominations",
        readonly=True,
    )
    how = fields.Selection(
        [("round", "Into the round of the level above"), ("paper", "On paper")],
        string="How they are sent up",
        compute="_compute_from_rounds",
        store=True,
        readonly=False,
    )
    allowed_round_ids = fields.Many2many(
        "dan_chu.commendation.round",
        "dan_chu_commendation_forward_round_rel",
        string="Rounds above",
        compute="_compute_allowed",
    )
    round_id = fields.Many2one(
        "dan_chu.commendation.round",
        string="Round above",
        compute="_compute_from_rounds",
        store=True,
        readonly=False,
    )
    allowed_award_ids = fields.Many2many("dan_chu.award", compute="_compute_allowed_awards")
    award_id = fields.Many2one(
        "dan_chu.award",
        string="There for the award",
        help="Left empty, each is sent up for the award it is nominated for.",
    )
    paper = fields.Char(string="Sent up with", help="As printed: Tờ trình số 12/TTr-…")

    @api.depends("commendation_ids")
    @api.depends_context("uid")
    def _compute_allowed(self):
        rows = self.env["dan_chu.commendation"]
        for form in self:
            houses = form.commendation_ids.addressee_unit_id
            found = rows._rounds_above(houses) if len(houses) == 1 else form.allowed_round_ids
            form.allowed_round_ids = found.sudo(False)._filtered_access("read")

    @api.depends("commendation_ids")
    def _compute_from_rounds(self):
        for form in self:
            form.round_id = form.allowed_round_ids[:1]
            form.how = "round" if form.allowed_round_ids else "paper"

    @api.depends("round_id")
    def _compute_allowed_awards(self):
        for form in self:
            form.allowed_award_ids = form.round_id.award_ids

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        rows = self.commendation_ids
        if self.how == "round":
            if not self.round_id:
                raise UserError(self.env._("Choose the round above, or send the list on paper."))
            rows.action_forward(self.round_id, self.paper, self.award_id)
        else:
            if not self.paper:
                raise UserError(self.env._("Give the number and day of the paper they go with."))
            rows.action_forward(paper=self.paper)
        return {"type": "ir.actions.client", "tag": "soft_reload"}

from odoo import api, fields, models


class CommendationNominate(models.TransientModel):
    """All the staff of a unit onto the list, for one award."""

    _name = "dan_chu.commendation.nominate"
    _description = "Nominating all of a unit"
    _inherit = ["dan_chu.readable.links"]

    round_id = fields.Many2one("dan_chu.commendation.round", required=True, readonly=True)
    allowed_unit_ids = fields.Many2many("dan_chu.unit", compute="_compute_allowed")
    allowed_award_ids = fields.Many2many("dan_chu.award", compute="_compute_allowed")
    unit_id = fields.Many2one(
        "dan_chu.unit",
        string="Unit that nominates",
        compute="_compute_from_round",
        store=True,
        readonly=False,
    )
    award_id = fields.Many2one(
        "dan_chu.award",
        compute="_compute_from_round",
        store=True,
        readonly=False,
    )
    count = fields.Integer(string="To be added", compute="_compute_count")

    @api.depends("round_id")
    @api.depends_context("uid")
    def _compute_allowed(self):
        reach = self.env.user._dan_chu_reach("officer")
        for form in self:
            asked = form.round_id.sudo().participant_ids.unit_id
            form.allowed_unit_ids = asked.filtered(lambda unit: unit.id in reach)
            form.allowed_award_ids = form.round_id.award_ids

    @api.depends("round_id")
    def _compute_from_round(self):
        for form in self:
            form.unit_id = form.unit_id or form.allowed_unit_ids[:1]
            form.award_id = form.award_id or form.allowed_award_ids[:1]

    @api.depends("round_id", "unit_id", "award_id")
    def _compute_count(self):
        for form in self:
            is_theirs = form.unit_id in form.allowed_unit_ids
            may_count = is_theirs and form.award_id in form.allowed_award_ids
            form.count = (
                len(form.round_id._not_on_list(form.award_id, form.unit_id)) if may_count else 0
            )

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        self.round_id.action_nominate_all(self.award_id, self.unit_id)
        return {
            "type": "ir.actions.client",
            "tag": "soft_reload",
        }

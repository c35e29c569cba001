from odoo import api, fields, models
from odoo.fields import Domain


class CommendationNominate(models.TransientModel):
    """All the staff of a unit onto the list, for one award."""

    _name = "dan_chu.commendation.nominate"
    _description = "Nominating all of a unit"
    _inherit = ["dan_chu.readable.links"]

    round_id = fields.Many2one(
        "dan_chu.commendation.round",
        required=True,
        default=lambda self: self._default_round(),
    )
    is_round_given = fields.Boolean(compute="_compute_is_round_given")
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

    @api.model
    def _default_round(self):
        """That of the list from which it is opened, or the only one that takes nominations."""
        rounds = self.env["dan_chu.commendation.round"]
        given = self.env.context.get("nominate_round_id")
        if given:
            return rounds.browse(given).exists()._filtered_access("read")
        taking = rounds.search([("state", "=", "open")], limit=2)
        return taking if len(taking) == 1 else rounds

    @api.depends_context("nominate_round_id", "default_round_id")
    def _compute_is_round_given(self):
        context = self.env.context
        given = context.get("nominate_round_id") or context.get("default_round_id")
        for form in self:
            form.is_round_given = bool(given)

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
            units, awards = form.allowed_unit_ids._origin, form.allowed_award_ids._origin
            if form.unit_id._origin not in units:
                listed = units.browse(self.env.context.get("nominate_unit_id"))
                form.unit_id = listed & units or units[:1]
            if form.award_id._origin not in awards:
                form.award_id = awards[:1]

    @api.depends("round_id", "unit_id", "award_id")
    def _compute_count(self):
        for form in self:
            held, unit, award = form.round_id._origin, form.unit_id._origin, form.award_id._origin
            may_count = (
                unit in form.allowed_unit_ids._origin and award in form.allowed_award_ids._origin
            )
            form.count = len(held._not_on_list(award, unit)) if may_count else 0

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        self.round_id.action_nominate_all(self.award_id, self.unit_id)
        if self.env.context.get("nominate_round_id") == self.round_id.id:
            return {"type": "ir.actions.client", "tag": "soft_reload"}
        unit = Domain("unit_id", "=", self.unit_id.id)
        return self.round_id._open_nominations(unit, self.unit_id)

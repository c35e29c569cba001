from odoo import api, fields, models
from odoo.exceptions import UserError

from .owner_unit import OwnerUnit


class InitiativeJudgementScore(models.Model):
    """The points for one criterion, which is kept as it was worded then."""

    _name = "dan_chu.initiative.judgement.score"
    _description = "Points for a criterion"
    _inherit = ["dan_chu.unit.owned", "dan_chu.frozen", "dan_chu.readable.links"]
    _frozen_how = "of_judgement"
    _order = "sequence, id"

    judgement_id = fields.Many2one(
        "dan_chu.initiative.judgement", required=True, readonly=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit(
        related="judgement_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    addressee_unit_id = OwnerUnit(
        related="judgement_id.addressee_unit_id",
        store=True,
        index=True,
        precompute=True,
        readonly=True,
    )
    line_id = fields.Many2one(
        "dan_chu.criteria.line", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    sequence = fields.Integer(default=10, readonly=True)
    name = fields.Char(string="Criterion", required=True, readonly=True)
    maximum = fields.Float(string="At most", readonly=True, digits=(6, 2))
    points = fields.Float(digits=(6, 2))
    note = fields.Char(string="Why so many")

    _within = models.Constraint(
        "CHECK(points >= 0 AND points <= maximum)",
        "The points for a criterion lie between zero and what it is worth at most.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise UserError(self.env._("The criteria of a judgement are those of its set."))
        return super().create(vals_list)

    def write(self, vals):
        if vals.keys() - {"points", "note"}:
            raise UserError(self.env._("The criteria of a judgement are those of its set."))
        self.judgement_id._check_may_change()
        return super().write(vals)

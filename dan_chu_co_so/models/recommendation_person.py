from odoo import api, fields, models

from .owner_unit import OwnerUnit


class RecommendationPerson(models.Model):
    """Who was dealt with after a recommendation: known to its board alone."""

    _name = "dan_chu.recommendation.person"
    _description = "Person dealt with after a recommendation"
    _inherit = ["dan_chu.sealed.mark", "dan_chu.readable.links"]

    recommendation_id = fields.Many2one(
        "dan_chu.recommendation", required=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit(
        related="recommendation_id.unit_id", store=True, index=True, precompute=True
    )
    sealed_board_id = fields.Many2one(
        related="recommendation_id.sealed_board_id",
        store=True,
        index="btree_not_null",
        precompute=True,
    )
    name = fields.Char(string="Person", required=True)
    note = fields.Char(string="In words")

    @api.model_create_multi
    def create(self, vals_list):
        rows = super().create(vals_list)
        rows._require_open()
        return rows

    def write(self, vals):
        self._require_open()
        res = super().write(vals)
        if "recommendation_id" in vals:
            self._require_open()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_while_open(self):
        self._require_open()

    def _require_open(self):
        rows = self.recommendation_id
        rows._require_author()
        for row in rows:
            row._check_open({"outcome_person_ids"})

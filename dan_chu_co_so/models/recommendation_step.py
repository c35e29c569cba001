from odoo import api, fields, models

from .owner_unit import OwnerUnit


class RecommendationStep(models.Model):
    """Who did what with a recommendation, and when, from its sending on."""

    _name = "dan_chu.recommendation.step"
    _description = "Step of a recommendation"
    _inherit = ["dan_chu.append.only"]
    _order = "id"
    _rec_name = "action"

    recommendation_id = fields.Many2one(
        "dan_chu.recommendation", required=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit("dan_chu.unit", required=True, index=True, ondelete="restrict")
    sealed_board_id = fields.Many2one("dan_chu.board", index="btree_not_null", ondelete="restrict")
    addressee_unit_id = OwnerUnit("dan_chu.unit", index="btree_not_null", ondelete="restrict")
    action = fields.Selection(
        [
            ("sent", "Has been sent"),
            ("received", "Has been received"),
            ("corrected", "Day of receipt corrected"),
            ("answered", "Answered"),
            ("urged", "Urged"),
            ("settled", "Found settled"),
            ("not_settled", "Found not settled"),
            ("handed_on", "Handed on"),
            ("outcome", "Outcome written down"),
            ("opened", "Opened to the staff"),
            ("closed", "Closed to the staff"),
        ],
        string="What",
        required=True,
    )
    user_id = fields.Many2one("res.users", string="Who", required=True, ondelete="restrict")
    done_on = fields.Datetime(string="When", required=True)
    date = fields.Date(string="Day it names")
    text = fields.Text(string="Words")

    def unlink(self):  # pylint: disable=method-required-super
        self._refuse_by_hand()

    @api.model
    def _book(self, rows, action, text=None, date=None):
        now = fields.Datetime.now()
        return self._add(
            [
                {
                    "recommendation_id": row.id,
                    "unit_id": row.unit_id.id,
                    "sealed_board_id": row.sealed_board_id.id,
                    "addressee_unit_id": row.addressee_unit_id.id,
                    "action": action,
                    "user_id": self.env.uid,
                    "done_on": now,
                    "date": date,
                    "text": text,
                }
                for row in rows
            ]
        )

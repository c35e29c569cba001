from odoo import api, fields, models
from odoo.exceptions import UserError

from .owner_unit import OwnerUnit


class RecommendationFile(models.Model):
    """A file of the answer to a recommendation: seen by who asked once the answer is given."""

    _name = "dan_chu.recommendation.file"
    _description = "File of an answer"
    _inherit = ["dan_chu.evidence", "dan_chu.readable.links"]
    _order = "id"

    reply_id = fields.Many2one(
        "dan_chu.recommendation.reply",
        index="btree_not_null",
        ondelete="cascade",
        help="Empty: it came with the answer, as the scan of a paper does.",
    )
    recommendation_id = fields.Many2one(
        "dan_chu.recommendation", required=True, readonly=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit(
        "dan_chu.unit", required=True, readonly=True, index=True, ondelete="restrict"
    )
    sealed_board_id = fields.Many2one(
        "dan_chu.board", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    addressee_unit_id = OwnerUnit(
        "dan_chu.unit", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    is_given = fields.Boolean(compute="_compute_is_given", store=True, precompute=True)

    @api.depends("reply_id.is_given", "reply_id.answer_door")
    def _compute_is_given(self):
        """What the office had prepared for an answer that then came on paper stays with it."""
        for file in self:
            reply = file.reply_id
            file.is_given = not reply or (reply.is_given and reply.answer_door == "system")

    @api.model_create_multi
    def create(self, vals_list):
        """By those who prepare the answer, for an answer that is not given yet."""
        default = self.env.context.get("default_reply_id")
        replies = self.env["dan_chu.recommendation.reply"]
        rows = []
        for vals in vals_list:
            reply = replies.browse(vals.get("reply_id", default) or ())
            if not reply:
                raise UserError(self.env._("A file is added to an answer that is being prepared."))
            reply.check_access("write")
            reply._require_open()
            sides = self._sides(reply.sudo().recommendation_id)
            rows.append(
                {
                    **sides,
                    "reply_id": reply.id,
                    "name": vals.get("name"),
                    "data": vals.get("data"),
                }
            )
        return super().create(rows)

    def write(self, vals):
        self._require_open()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_while_open(self):
        self._require_open()

    @api.model
    def _add_given(self, row, files):
        """Of an answer that is given at once: [name, base64] pairs."""
        sides = self._sides(row)
        values = [{**sides, "name": name, "data": data} for name, data in files]
        return super(RecommendationFile, self.sudo()).create(values)

    @api.model
    def _sides(self, row):
        return {
            "recommendation_id": row.id,
            "unit_id": row.unit_id.id,
            "sealed_board_id": row.sealed_board_id.id,
            "addressee_unit_id": row.addressee_unit_id.id,
        }

    def _require_open(self):
        if any(not file.reply_id or file.reply_id.is_given for file in self.sudo()):
            raise UserError(self.env._("A file of an answer that was given does not change."))
        self.reply_id._require_open()

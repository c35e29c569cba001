import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import UserError

from .owner_unit import OwnerUnit


class RecommendationFile(models.Model):
    """A file of the answer to a recommendation, with its SHA-256."""

    _name = "dan_chu.recommendation.file"
    _description = "File of an answer"
    _inherit = ["dan_chu.readable.links"]
    _order = "id"

    reply_id = fields.Many2one(
        "dan_chu.recommendation.reply", index="btree_not_null", ondelete="cascade"
    )
    recommendation_id = fields.Many2one(
        "dan_chu.recommendation", required=True, readonly=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit("dan_chu.unit", required=True, readonly=True, index=True)
    sealed_board_id = fields.Many2one("dan_chu.board", readonly=True, index="btree_not_null")
    addressee_unit_id = OwnerUnit("dan_chu.unit", readonly=True, index="btree_not_null")
    name = fields.Char(string="File name", required=True)
    data = fields.Binary(string="File", required=True, attachment=True)
    sha256 = fields.Char(string="SHA-256", readonly=True, copy=False)
    added_by_id = fields.Many2one("res.users", readonly=True, copy=False, ondelete="restrict")
    added_on = fields.Datetime(readonly=True, copy=False)
    is_given = fields.Boolean(readonly=True, copy=False)

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
            row = reply.sudo().recommendation_id
            rows.append(
                {
                    **self._stamped(row, vals.get("name"), vals.get("data")),
                    "reply_id": reply.id,
                    "is_given": False,
                }
            )
        return super().create(rows)

    def write(self, vals):
        self._require_open()
        if vals.keys() - {"name"}:
            raise UserError(
                self.env._("A file of an answer does not change: delete it and add the other one.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_while_open(self):
        self._require_open()

    def _check_files_may_change(self):
        """Asked by `ir.attachment`: the file behind the row is as fixed as the row."""
        self._require_open()

    @api.model
    def _add_given(self, row, files):
        """Of an answer that came on paper: (name, base64) pairs."""
        values = [{**self._stamped(row, *file), "is_given": True} for file in files]
        return super(RecommendationFile, self.sudo()).create(values)

    def _put(self, values):
        return super().write(values)

    @api.model
    def _stamped(self, row, name, data):
        return {
            "recommendation_id": row.id,
            "unit_id": row.unit_id.id,
            "sealed_board_id": row.sealed_board_id.id,
            "addressee_unit_id": row.addressee_unit_id.id,
            "name": name,
            "data": data,
            "sha256": hashlib.sha256(base64.b64decode(data or b"")).hexdigest(),
            "added_by_id": self.env.uid,
            "added_on": fields.Datetime.now(),
        }

    def _require_open(self):
        if any(file.is_given for file in self.sudo()):
            raise UserError(self.env._("A file of an answer that was given does not change."))
        self.reply_id._require_open()

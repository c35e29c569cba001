import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import UserError


class InspectionFile(models.Model):
    """A file of an inspection: its signed minutes, what the head has given."""

    _name = "dan_chu.inspection.file"
    _description = "File of an inspection"
    _inherit = ["dan_chu.inspection.part"]
    _order = "id"
    _open_in = ("planned", "announced", "under_way", "concluded", "followed_up")

    name = fields.Char(string="File name", required=True)
    what = fields.Selection(
        [("minutes", "Signed minutes"), ("given", "Given on request"), ("other", "Other")],
        required=True,
        default="minutes",
    )
    request_id = fields.Many2one(
        "dan_chu.inspection.request", index="btree_not_null", ondelete="cascade"
    )
    data = fields.Binary(string="File", required=True, attachment=True)
    sha256 = fields.Char(string="SHA-256", readonly=True, copy=False)
    added_by_id = fields.Many2one("res.users", readonly=True, copy=False, ondelete="restrict")
    added_on = fields.Datetime(readonly=True, copy=False)

    @api.model_create_multi
    def create(self, vals_list):
        now = fields.Datetime.now()
        return super().create(
            [
                {
                    **vals,
                    "sha256": hashlib.sha256(base64.b64decode(vals.get("data") or b"")).hexdigest(),
                    "added_by_id": self.env.uid,
                    "added_on": now,
                }
                for vals in vals_list
            ]
        )

    def write(self, vals):
        if vals.keys() - {"name", "what", "sequence"}:
            raise UserError(self.env._("A file does not change: delete it and add the other one."))
        return super().write(vals)

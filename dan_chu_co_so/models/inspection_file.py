from odoo import api, fields, models

from .inspection import BEFORE_CONCLUSION


class InspectionFile(models.Model):
    """A file of an inspection: its signed minutes, what the head has given."""

    _name = "dan_chu.inspection.file"
    _description = "File of an inspection"
    _inherit = ["dan_chu.inspection.part", "dan_chu.evidence"]
    _order = "id"
    _open_in = ("planned", "announced", "under_way", "concluded", "followed_up")

    _may_change = frozenset(("name", "what", "sequence"))

    what = fields.Selection(
        [("minutes", "Signed minutes"), ("given", "Given on request"), ("other", "Other")],
        required=True,
        default="minutes",
    )
    request_id = fields.Many2one(
        "dan_chu.inspection.request", index="btree_not_null", ondelete="cascade"
    )

    def write(self, vals):
        self._check_not_concluded()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_concluded(self):
        self._check_not_concluded()

    def _check_not_concluded(self):
        """A file may still come after the conclusion; what was concluded upon stays."""
        self._refuse_outside(self.inspection_id, BEFORE_CONCLUSION)

from odoo import api, fields, models

from ..lib.clock import today
from .inspection import BEFORE_CONCLUSION

# What was asked for may still be given after the conclusion.
_GIVEN = {"given_on", "note", "file_ids"}


class InspectionRequest(models.Model):
    """What the head is asked to give: information, documents (Luật, Điều 61 khoản 3)."""

    _name = "dan_chu.inspection.request"
    _description = "Request for information"
    _inherit = ["dan_chu.inspection.part"]
    _order = "asked_on, id"
    _open_in = ("planned", "announced", "under_way", "concluded", "followed_up")

    name = fields.Char(string="What is asked for", required=True)
    asked_on = fields.Date(string="Asked on", required=True, default=lambda self: today())
    due_on = fields.Date(string="To be given by")
    given_on = fields.Date(string="Given on")
    note = fields.Text()
    file_ids = fields.One2many("dan_chu.inspection.file", "request_id", string="Files")

    _given_after_asked = models.Constraint(
        "CHECK(given_on >= asked_on)", "What was asked for cannot be given before it was asked."
    )
    _due_after_asked = models.Constraint(
        "CHECK(due_on >= asked_on)", "A request cannot be due before it is made."
    )

    def write(self, vals):
        if vals.keys() - _GIVEN:
            self._check_not_concluded()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_concluded(self):
        self._check_not_concluded()

    def _check_not_concluded(self):
        self._refuse_outside(self.inspection_id, BEFORE_CONCLUSION)

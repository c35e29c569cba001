from odoo import api, fields, models

from .owner_unit import OwnerUnit


class DocumentStep(models.Model):
    """Who did what with a paper, and when. Rows of their own: a caller can switch tracking off."""

    _name = "dan_chu.document.step"
    _description = "Step of a paper"
    _inherit = ["dan_chu.append.only"]
    _order = "id"
    _rec_name = "action"

    document_id = fields.Many2one(
        "dan_chu.document", string="Paper", required=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit("dan_chu.unit", required=True, index=True, ondelete="restrict")
    action = fields.Selection(
        [
            ("submitted", "Submitted for signature"),
            ("returned", "Returned for correction"),
            ("issued", "Approved and issued in the system"),
            ("recorded", "Recorded as signed on paper"),
            ("numbered", "Number filled in"),
            ("amended", "Amended by another paper"),
            ("corrected", "Form corrected by another paper"),
            ("superseded", "Superseded"),
            ("withdrawn", "Withdrawn"),
        ],
        string="What",
        required=True,
    )
    user_id = fields.Many2one("res.users", string="Who", required=True, ondelete="restrict")
    done_on = fields.Datetime(string="When", required=True)
    reason = fields.Char(string="Why")

    @api.model
    def _book(self, documents, action, reason=None):
        return self._add(
            [
                {
                    "document_id": document.id,
                    "unit_id": document.unit_id.id,
                    "action": action,
                    "user_id": self.env.uid,
                    "done_on": fields.Datetime.now(),
                    "reason": reason,
                }
                for document in documents
            ]
        )

from odoo import fields, models


class DocumentReason(models.TransientModel):
    """Why a paper is returned for correction, or withdrawn."""

    _name = "dan_chu.document.reason"
    _description = "Reason for returning or withdrawing a paper"

    document_id = fields.Many2one("dan_chu.document", required=True, readonly=True)
    action = fields.Selection(
        [("return", "Return for correction"), ("withdraw", "Withdraw")],
        default="return",
        required=True,
        readonly=True,
    )
    reason = fields.Text(required=True)

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        if self.action == "withdraw":
            return self.document_id.action_withdraw(self.reason) and self._done()
        return self.document_id.action_return(self.reason) and self._done()

    def _done(self):
        return {"type": "ir.actions.act_window_close"}

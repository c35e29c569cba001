from odoo import fields, models


class DocumentNumber(models.TransientModel):
    """The number that the office's clerk gave a paper after it was signed."""

    _name = "dan_chu.document.number"
    _description = "Fill in the number of an issued paper"

    document_id = fields.Many2one("dan_chu.document", required=True, readonly=True)
    number = fields.Char(required=True)
    symbol = fields.Char(related="document_id.symbol", related_sudo=False)

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        self.document_id.action_fill_number(self.number)
        return {"type": "ir.actions.act_window_close"}

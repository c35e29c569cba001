from odoo import fields, models


class DocumentFile(models.Model):
    """A file that belongs to the paper: the scan of what was signed, or something attached."""

    _name = "dan_chu.document.file"
    _description = "File of a paper"
    _inherit = ["dan_chu.document.part"]

    name = fields.Char(required=True)
    data = fields.Binary(string="File", attachment=True, required=True)
    is_scan = fields.Boolean(string="Scan of the signed paper")

    def _check_files_may_change(self):
        """Asked by `ir.attachment` as well, which is a second way to the same bytes."""
        self.document_id._check_open()

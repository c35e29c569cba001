from odoo import api, fields, models

from ..lib.clock import today
from ..models.document_signatory import FORMS


class DocumentPaperIssue(models.TransientModel):
    """A paper was signed by hand: who signed, when, under which number, and the scan."""

    _name = "dan_chu.document.paper.issue"
    _description = "Record a paper signed by hand"

    document_id = fields.Many2one("dan_chu.document", required=True, readonly=True)
    date = fields.Date(string="Date on the paper", required=True)
    number = fields.Char(help="Empty: it is filled in later.")
    symbol = fields.Char(related="document_id.symbol", related_sudo=False)
    name = fields.Char(string="Signed by", required=True)
    form = fields.Selection(FORMS, string="How", required=True)
    principal_title = fields.Char(string="Title of whom they signed for")
    own_title = fields.Char(string="Title of who signs")
    scan = fields.Binary()
    scan_name = fields.Char()

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        document = self.env["dan_chu.document"].browse(values.get("document_id"))
        if document:
            document.check_access("read")
            signer = document.signatory_ids[:1]
            values |= {
                "date": document.date or today(),
                "number": document.number,
                "name": signer.name,
                "form": signer.form or "own",
                "principal_title": signer.principal_title,
                "own_title": signer.own_title,
            }
        return values

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        signed = {
            "name": self.name,
            "form": self.form,
            "principal_title": self.principal_title,
            "own_title": self.own_title,
        }
        scan = {"name": self.scan_name or "scan.pdf", "data": self.scan} if self.scan else None
        self.document_id.action_record_paper_issue(
            {"date": self.date, "number": self.number, "signatories": [signed], "scan": scan}
        )
        return {"type": "ir.actions.act_window_close"}

from odoo import models


class Document(models.Model):
    """Prints: of a draft as it stands, of an issued paper the stored files and nothing else."""

    _inherit = "dan_chu.document"

    def action_print_pdf(self):
        self.check_access("read")
        return self.env.ref("dan_chu_co_so.document_report_pdf").report_action(self, config=False)

    def action_print_docx(self):
        self.check_access("read")
        ids = ",".join(map(str, self.ids))
        return {"type": "ir.actions.act_url", "url": f"/dan_chu/word/{ids}"}

    def _pdf_to_print(self):
        self.ensure_one()
        return self._stored("pdf_attachment_id") or self._pdf()

    def _docx_to_print(self):
        self.ensure_one()
        return self._stored("docx_attachment_id") or self._docx()

    def _stored(self, name):
        last = self.sudo().revision_ids.sorted("sequence")[-1:]
        return last[name].raw


class Revision(models.Model):
    _inherit = "dan_chu.revision"

    def _pdf_to_print(self):
        self.ensure_one()
        return self.sudo().pdf_attachment_id.raw

    def _docx_to_print(self):
        self.ensure_one()
        return self.sudo().docx_attachment_id.raw

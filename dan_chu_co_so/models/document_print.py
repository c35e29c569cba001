from odoo import models


class Document(models.Model):
    _inherit = "dan_chu.document"

    def action_print_pdf(self):
        self.check_access("read")
        return self.env.ref("dan_chu_co_so.document_report_pdf").report_action(self, config=False)

    def action_print_docx(self):
        self.check_access("read")
        ids = ",".join(map(str, self.ids))
        return {"type": "ir.actions.act_url", "url": f"/dan_chu/word/{ids}"}

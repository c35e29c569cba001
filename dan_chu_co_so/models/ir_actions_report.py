import io
from collections import OrderedDict

from odoo import fields, models


class IrActionsReport(models.Model):
    """Official papers through Odoo's own print menu, mails and attachments; no wkhtmltopdf."""

    _inherit = "ir.actions.report"

    is_dan_chu_paper = fields.Boolean(
        string="Official paper", help="Laid out by Nghị định 30/2020, not by wkhtmltopdf."
    )
    is_dan_chu_sheet = fields.Boolean(
        string="Sheet of figures",
        help="Of a paper, its sheet of figures as it stands now, and not the paper.",
    )

    def _get_readable_fields(self):
        return super()._get_readable_fields() | {"is_dan_chu_paper"}

    def report_action(self, docids, data=None, config=True):
        action = super().report_action(docids, data=data, config=config)
        if self.is_dan_chu_paper:
            action["is_dan_chu_paper"] = True
        return action

    def _render_qweb_pdf_prepare_streams(self, report_ref, data, res_ids=None):
        report = self._get_report(report_ref)
        if not report.is_dan_chu_paper:
            return super()._render_qweb_pdf_prepare_streams(report_ref, data, res_ids=res_ids)
        papers = self.env[report.model].browse(res_ids)
        papers.check_access("read")
        return OrderedDict(
            (paper.id, {"stream": io.BytesIO(report._dan_chu_pdf(paper)), "attachment": None})
            for paper in papers
        )

    def _dan_chu_pdf(self, paper):
        return paper._sheet_pdf_to_print() if self.is_dan_chu_sheet else paper._pdf_to_print()

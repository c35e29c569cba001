from odoo import models

from ..lib.clock import today
from ..lib.paper.pdf import write_pdf
from ..lib.paper.words import cleaned
from ..lib.sheet import blocks
from ..lib.sheet_excel import write_excel
from ..lib.text import capitals
from .document_paper import COUNTRY, MOTTO


class Sheet(models.AbstractModel):
    """Lists and figures under a unit's letterhead: printed as papers are, yet no paper.

    They have no number and no signature, and are as true as the moment they are made.
    """

    _name = "dan_chu.sheet"
    _description = "Sheet under a letterhead"

    def _pdf_of(self, unit, sheet, landscape=False):
        paper = self._under_letterhead(unit, sheet.title, sheet.subjects, blocks(sheet), landscape)
        return self.env["dan_chu.document"]._or_told(write_pdf, paper)

    def _excel_of(self, sheet):
        return write_excel(sheet)

    def _under_letterhead(self, unit, title, subjects, content, landscape):
        layout = unit.sudo()._layout(today())
        width, height = layout["page"]
        page = [height, width] if landscape else [width, height]
        return {
            "format": 1,
            "draft": False,
            "day": None,
            "name": cleaned(title),
            "layout": {**layout, "page": page},
            "head": {
                **unit.sudo()._letterhead(today()),
                "country": COUNTRY,
                "motto": MOTTO,
                "number": None,
                "place_date": None,
                "letter_subject": None,
                "urgency": None,
                "circulation": None,
                "title": cleaned(capitals(title)),
                "subject": cleaned(list(subjects)),
                "address": None,
            },
            "blocks": content,
            "foot": {"recipients": [], "signatures": [], "form": "signature"},
            "annexes": [],
        }

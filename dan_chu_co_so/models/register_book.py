from odoo import models

from ..lib.clock import today
from ..lib.paper.pdf import write_pdf
from ..lib.text import capitals, slug

# Nghị định 30/2020/NĐ-CP, Phụ lục IV: the columns of the book and their shares of the page.
_COLUMNS = [
    ("Số, ký hiệu văn bản", 17),
    ("Ngày tháng văn bản", 12),
    ("Tên loại và trích yếu nội dung văn bản", 22),
    ("Người ký", 13),
    ("Nơi nhận văn bản", 16),
    ("Đơn vị, người nhận bản lưu", 10),
    ("Số lượng bản", 9),
    ("Ghi chú", 15),
]


class Register(models.Model):
    """The register as the book that is printed for the year and bound."""

    _inherit = "dan_chu.register"

    def _file_name(self):
        self.ensure_one()
        return slug(f"So dang ky van ban di {self.display_name}")

    def _pdf_to_print(self):
        self.ensure_one()
        return self.env["dan_chu.document"]._or_told(write_pdf, self._book())

    def _book(self):
        unit = self.unit_id.sudo()
        layout = unit._layout(today())
        width, height = layout["page"]
        series = self.board_code or self.kind_id.name
        return {
            "format": 1,
            "draft": False,
            "day": None,
            "name": self.display_name,
            "layout": {**layout, "page": [height, width]},
            "head": {
                **unit._letterhead(today()),
                "country": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "motto": "Độc lập - Tự do - Hạnh phúc",
                "number": None,
                "place_date": None,
                "letter_subject": None,
                "urgency": None,
                "circulation": None,
                "title": capitals("Sổ đăng ký văn bản đi"),
                "subject": [", ".join(filter(None, (f"Năm {self.year}", series)))],
                "address": None,
            },
            "blocks": [
                {
                    "type": "table",
                    "border": True,
                    "widths": [share for _name, share in _COLUMNS],
                    "head": [[_cell(name, header=True) for name, _share in _COLUMNS]],
                    "rows": [[_cell(text) for text in row] for row in self._book_rows()]
                    or [[_cell("") for _column in _COLUMNS]],
                }
            ],
            "foot": {"recipients": [], "signatures": [], "form": "signature"},
            "annexes": [],
        }

    def _book_rows(self):
        """A line a number, in the order of the numbers; a withdrawn one says so."""
        for line in self.line_ids.sorted(lambda line: (line.number, line.id)):
            paper = line.document_id.sudo()
            yield (
                line.reference or "",
                f"{line.date:%d/%m/%Y}",
                f"{paper.kind_id.name} {paper.title}",
                line.signers or "",
                line.recipients or "",
                line.archive or "",
                str(line.copies or ""),
                line.note or "",
            )


def _cell(text, header=False):
    lines = [[{"text": text, **({"bold": True} if header else {})}]] if text else []
    return {"lines": lines, **({"header": True, "align": "center"} if header else {})}

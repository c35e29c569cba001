from odoo import models

from ..lib.paper.pdf import write_pdf
from ..lib.text import slug

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
        series = self.board_code or self.kind_id.name
        table = {
            "type": "table",
            "border": True,
            "widths": [share for _name, share in _COLUMNS],
            "head": [[_cell(name, header=True) for name, _share in _COLUMNS]],
            "rows": [[_cell(text) for text in row] for row in self._book_rows()]
            or [[_cell("") for _column in _COLUMNS]],
        }
        subject = ", ".join(filter(None, (f"Năm {self.year}", series)))
        book = self.env["dan_chu.sheet"]._under_letterhead(
            self.unit_id, "Sổ đăng ký văn bản đi", [subject], [table], landscape=True
        )
        return {**book, "name": self.display_name}

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

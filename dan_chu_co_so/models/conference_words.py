from odoo import models

from ..lib.board_words import directing_name
from ..lib.clock import today
from ..lib.conference_words import named_conference, year_words
from ..lib.text import fold

_UNION = "Ban Chấp hành Công đoàn"


class Conference(models.Model):
    """How a conference, and those who speak for the staff at it, are named in papers."""

    _inherit = "dan_chu.conference"

    def _name_with_year(self):
        """ "Hội nghị viên chức, người lao động năm học 2026 - 2027" """
        self.ensure_one()
        return named_conference(self.name, self.work_year)

    def _pledge_title(self):
        """Named by the year it is for."""
        words = year_words(self.work_year)
        return f"{words[:1].upper()}{words[1:]}" or self._name_with_year()

    def _day_of_papers(self):
        return self.date or today()

    def _speakers_name(self):
        """ "Ban Chấp hành Công đoàn Trường THPT Hoa Sen", or the body that stands for it."""
        self.ensure_one()
        return directing_name(self._speakers_body(), self.unit_id.sudo().name)

    def _speaker_title(self):
        is_union = "cong doan" in fold(self._speakers_body())
        return "Chủ tịch Công đoàn" if is_union else "Người đại diện"

    def _speakers_body(self):
        """As the board of the staff names who directs it; the union where there is none."""
        boards = self.env["dan_chu.board"].sudo()
        board = boards.search(
            [
                ("unit_id", "=", self.unit_id.id),
                ("is_sealed", "=", True),
                ("directing_body", "!=", False),
            ],
            order="date_from desc",
            limit=1,
        )
        return " ".join((board.directing_body or _UNION).split())

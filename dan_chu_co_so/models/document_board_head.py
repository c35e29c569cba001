from odoo import models

from ..lib.board_words import directing_lines, directing_name
from ..lib.text import capitals


class Board(models.Model):
    _inherit = "dan_chu.board"

    def _directing_lines(self):
        """Printed above the board; nothing where nobody directs it."""
        self.ensure_one()
        return directing_lines(self.directing_body, self.unit_id.name, self.is_of_residents)

    def _directing_name(self):
        self.ensure_one()
        return directing_name(self.directing_body, self.unit_id.name, self.is_of_residents)

    def _full_name(self):
        """In running text: "Ban Thanh tra nhân dân Trường THPT Hoa Sen"."""
        self.ensure_one()
        return f"{self.name} {self.unit_id.name}"


class Document(models.Model):
    """A people's inspectorate stands below the body that directs it, not below the house."""

    _inherit = "dan_chu.document"

    def _letterhead(self):
        lines = super()._letterhead()
        board = self.board_id.sudo()
        above = board.is_sealed and self.board_name and board._directing_lines()
        return {**lines, "superior": [capitals(line) for line in above]} if above else lines

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..lib.board_words import short

_STATE_WORDS = {
    "todo": "Chưa thực hiện",
    "doing": "Đang thực hiện",
    "done": "Đã hoàn thành",
    "accepted": "Đã hoàn thành",
    "cancelled": "Không thực hiện",
}


class ConferencePaper(models.Model):
    """The notice that tells all the staff what a check of the resolution has found."""

    _inherit = "dan_chu.conference.paper"

    check_id = fields.Many2one(
        "dan_chu.resolution.check", index="btree_not_null", ondelete="restrict"
    )

    @api.constrains("form", "check_id", "conference_id")
    def _check_is_of_conference(self):
        for paper in self.filtered(lambda paper: paper.form == "check_notice"):
            check = paper.check_id.sudo()
            if not check or check.conference_id != paper.conference_id.sudo():
                raise ValidationError(
                    self.env._("This notice tells of one check of the resolution: begin it there.")
                )

    def _text_values(self):
        values = super()._text_values()
        return values | {"check": self.check_id._printed()} if self.check_id else values


class ResolutionCheck(models.Model):
    _inherit = "dan_chu.resolution.check"

    def _printed(self):
        """Words for the notice."""
        self.ensure_one()
        rows = [line._printed() for line in self.line_ids]
        unit = self.unit_id.sudo()
        return {
            "number": self.number,
            "paper": self.paper,
            "day": self.checked_on or self.done_on,
            "basis": self._term_in_words(),
            "rows": rows,
            "done": sum(row["is_done"] for row in rows),
            "late": sum(row["is_late"] for row in rows),
            "total": len(rows),
            "head": " ".join(filter(None, (unit.head_title or "Người đứng đầu", unit.name))),
            "head_words": self.head_words or "",
            "speakers": self.conference_id._speakers_name(),
            "staff_words": self.staff_words or "",
        }

    def _term_in_words(self):
        """“06 tháng (Điều 52 …)” stands in brackets of its own on the notice."""
        term, _sep, article = (self.basis or "").partition(" (")
        return f"định kỳ {term}" + f", {article.removesuffix(')')}" * bool(article) if term else ""


class ResolutionCheckLine(models.Model):
    _inherit = "dan_chu.resolution.check.line"

    def _printed(self):
        state = _STATE_WORDS.get(self.state, "Chưa giao")
        found = self.found or ""
        if found and self.state in ("todo", "doing", False):
            # Nobody reported on the task; what was found there says more than “not begun”.
            state, found = found, ""
        if self.is_late:
            state = f"{state}; quá hạn"
        return {
            "name": self.name,
            "who": self.who or "",
            "due": short(self.date_deadline) if self.date_deadline else "",
            "state": state,
            "found": found,
            "is_done": self.state in ("done", "accepted"),
            "is_late": self.is_late,
        }

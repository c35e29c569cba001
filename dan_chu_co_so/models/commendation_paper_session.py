from odoo import models
from odoo.tools import is_html_empty

from ..lib.board_words import lines_of, minute
from ..lib.clock import vietnamese
from ..lib.conference_words import named_person, percent
from ..lib.plan_text import running

_METHODS = {
    "hands": "biểu quyết bằng giơ tay",
    "paper": "bỏ phiếu kín",
    "named": "biểu quyết điện tử có ghi tên",
}
_OUTCOMES = {"passed": "Thông qua", "not_passed": "Không thông qua", "unknown": "Chưa xác định"}


class CouncilSession(models.Model):
    _inherit = "dan_chu.council.session"

    def _printable_notes(self):
        """What was said; nothing where the editor left empty tags."""
        return False if is_html_empty(self.notes) else self.notes

    def _printed(self):
        self.ensure_one()
        listed = self.attendance_ids
        present = listed.filtered("is_present")
        kept_out = [line for line in self.line_ids if line.kept_out]
        # Typed in afterwards, its hours are not those of the typing.
        began, ended = (
            moment if moment and vietnamese(moment).date() == self.day else None
            for moment in (self.opened_on, self.closed_on)
        )
        lines = [line._printed() for line in self.line_ids]
        return {
            "council": self.board_id.name,
            "began": minute(began, self.day),
            "ended": minute(ended, self.day),
            "day": self.day,
            "place": self.place or "",
            "members": len(listed),
            "present": [row._named() for row in present],
            "present_count": len(present),
            "absent": [
                named_person(row.name, running(row.absence_reason or ""))
                for row in listed - present
            ],
            "quorum": self.quorum_words or "",
            "chair": named_person(
                self.chair_id.name, self.chair_id._title() if self.chair_id else ""
            ),
            "secretary": self.secretary_id.name or "",
            "method": _METHODS[self.method],
            "notes": self._printable_notes(),
            "lines": lines,
            "again": [line for line in lines if line["again"]],
            "counted": self.line_ids.commendation_id._counted_printed(),
            "passed": len(self.line_ids.filtered(lambda line: line.outcome == "passed")),
            "refused": [line._printed() for line in self.line_ids if line.outcome == "not_passed"],
            "open": [line._printed() for line in self.line_ids if line.outcome == "unknown"],
            "kept_out": [
                {"line": line, "who": who}
                for line, who in dict.fromkeys(
                    (line.commendation_id.name, line.kept_out) for line in kept_out
                )
            ],
        }


class CouncilAttendance(models.Model):
    _inherit = "dan_chu.council.attendance"

    def _named(self):
        self.ensure_one()
        title = self.member_id._title()
        return named_person(self.name, ", ".join(filter(None, (self.position, title))))


class CouncilLine(models.Model):
    _inherit = "dan_chu.council.line"

    def _printed(self):
        self.ensure_one()
        row = self.commendation_id
        return {
            "who": row._who_printed(),
            "name": row.name,
            "award": row.award_id.name,
            "for": self.votes_for,
            "against": self.votes_against,
            "blank": self.votes_blank,
            "base": self.base_count,
            "counted": self.votes_for + self.votes_against + self.votes_blank,
            "voters": self.voters,
            "share": percent(self.votes_for, self.base_count),
            "result": _OUTCOMES.get(self.outcome, ""),
            "words": self.outcome_words or "",
            "remark": " ".join(lines_of(self.remark)),
            "again": self._again_printed(),
        }

from odoo import models
from odoo.fields import Command

from ..lib.clock import today

EVIDENCE_ANNEX = "DANH MỤC HÌNH ẢNH, TÀI LIỆU GHI NHẬN"
_SOURCES = {
    "inspection_id",
    "recommendation_ids",
    "report_period",
    "period_from",
    "period_to",
    "starts_at",
    "ends_at",
    "location",
}

_RANK = {"head": 0, "deputy": 1, "secretary": 2, "member": 3}
_END_WORDS = {
    "term": "hết nhiệm kỳ",
    "resigned": "xin thôi tham gia",
    "released": "hội nghị cho thôi",
    "moved": "chuyển công tác",
    "not_eligible": "không còn đủ điều kiện",
}


class BoardPaper(models.Model):
    """The text of a board's paper, written from the records and then left to its writers."""

    _inherit = "dan_chu.board.paper"
    _composed_of = _SOURCES

    def _compose(self):
        super()._compose()
        for paper in self:
            paper._compose_annex()

    def _text_template(self):
        return f"dan_chu_co_so.board_text_{self.form}"

    def _compose_annex(self):
        """Photos and files of the findings: papers print no pictures, so they are listed."""
        annexes = self.annex_ids.filtered(lambda annex: annex.name == EVIDENCE_ANNEX)
        rows = self.inspection_id._evidence_printed() if self.form == "report" else []
        if not rows:
            annexes.unlink()
            return
        content = self._composed_text("dan_chu_co_so.board_text_evidence", rows=rows)
        if annexes:
            annexes[:1].content = content
        else:
            self.annex_ids = [
                Command.create({"name": EVIDENCE_ANNEX, "content": content, "is_landscape": True})
            ]

    def _text_values(self):
        """What the templates of the texts use; words only, so that they decide nothing."""
        board = self.board_id
        unit = self.unit_id.sudo()
        house = unit.institution_id
        law = self.env.ref("dan_chu_co_so.legal_document_law_10_2022").sudo()
        decree = self.env.ref("dan_chu_co_so.legal_document_decree_59_2023").sudo()
        return self._word_values() | {
            "paper": self,
            "board": board,
            "board_name": board.name or house.name,
            "issuer": board._full_name() if board else house.name,
            "house": house.name,
            "head": " ".join(filter(None, (house.head_title, house.name))),
            "head_title": house.head_title or "Người đứng đầu",
            "directing": board._directing_name() if board else "",
            "law": law.display_name,
            "decree": decree.display_name,
            "inspection": self.inspection_id._printed() if self.inspection_id else {},
            "recommendations": self.recommendation_ids._printed_by_addressee(),
            "members": board.member_ids._printed() if board else [],
            "report": self._report_printed(),
            "notice_days": self._term("notice"),
            "reply": self._term("reply"),
        }

    def _term(self, code):
        """A term of the law with its article, for the text: it stands in no template."""
        board = self.board_id
        answer = board and board._law(code, self.date or today())
        if not answer:
            return {}
        return {"days": answer.value.length, "citation": answer.citation}

    def _report_printed(self):
        if self.form != "periodic_report" or not self.board_id:
            return {}
        return self.board_id._report_data(self.period_from, self.period_to)


class BoardMember(models.Model):
    _inherit = "dan_chu.board.member"

    def _printed(self):
        """Rows of the list of members, in the order of the board."""
        return [
            {
                "name": member.name,
                "position": member.position or "",
                "title": member._title(),
                "role": member.role,
                "tasks": member.tasks or "",
                "from": member.date_from,
                "to": member.date_to,
                "why": member.end_note or _END_WORDS.get(member.end_reason) or "",
                "replaces": member.replaces_id.name or "",
                "is_current": member.is_current,
            }
            for member in self.sorted(
                lambda member: (_RANK[member.role], member.sequence, member.id)
            )
        ]

from odoo import models
from odoo.fields import Command

PRESENT_ANNEX = "DANH SÁCH NGƯỜI CÓ MẶT TẠI HỘI NGHỊ"
AGENDA_ANNEX = "CHƯƠNG TRÌNH HỘI NGHỊ"
AWAY_ANNEX = "DANH SÁCH NGƯỜI VẮNG MẶT, KHÔNG TRIỆU TẬP"


class ConferencePaper(models.Model):
    """The text of a conference's paper, written from the records and then left to its writers."""

    _inherit = "dan_chu.conference.paper"
    _composed_of = ("vote_id", "with_list")

    def _compose(self):
        super()._compose()
        for paper in self:
            if paper.form == "minutes":
                paper._compose_lists()
            elif paper.form == "invitation":
                rows = paper.conference_id._printed()["items"]
                paper._put_annex(AGENDA_ANNEX, "dan_chu_co_so.conference_text_agenda", rows)

    def _text_template(self):
        return f"dan_chu_co_so.conference_text_{self.form}"

    def _compose_lists(self):
        """Who was present, if that is wanted; who was not, where they are too many for a line."""
        conference = self.conference_id
        present = conference._present_rows() if self.with_list else []
        away = conference._away_rows() if conference._attendance_printed()["is_long"] else []
        self._put_annex(AWAY_ANNEX, "dan_chu_co_so.conference_text_away", away)
        self._put_annex(PRESENT_ANNEX, "dan_chu_co_so.conference_text_present", present)

    def _put_annex(self, name, template, rows):
        annexes = self.annex_ids.filtered(lambda annex: annex.name == name)
        if not rows:
            annexes.unlink()
            return
        content = self.env["ir.qweb"]._render(template, {"rows": rows}, raise_if_not_found=True)
        if annexes:
            annexes[:1].content = content
        else:
            self.annex_ids = [Command.create({"name": name, "content": content})]

    def _text_values(self):
        """What the templates of the texts use; words only, so that they decide nothing."""
        conference = self.conference_id.sudo()
        unit = conference.unit_id
        vote = self.vote_id.sudo()
        return self._word_values() | {
            "paper": self,
            "meeting": conference._printed(),
            "vote": vote._printed_vote() if vote else {},
            "questions": conference._asked_printed(),
            "check": {},
            "house": unit.name,
            "head_title": unit.head_title or "Người đứng đầu",
            "head_name": unit.head_id.name or "",
            "speakers": conference._speakers_name(),
            "speaker_title": conference._speaker_title(),
            "speaker_name": unit._people("representative")[:1].employee_id.sudo().name or "",
            "law": self.env.ref("dan_chu_co_so.legal_document_law_10_2022").sudo().display_name,
            "year": conference._pledge_title(),
        }

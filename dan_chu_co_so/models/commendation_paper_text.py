from odoo import models
from odoo.fields import Command

from ..lib.clock import today
from ..lib.money_words import grouped, money_words

_LISTED = "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"
_VOTED = "KẾT QUẢ BIỂU QUYẾT"
_MODELS = "DANH SÁCH MÔ HÌNH, ĐIỂN HÌNH ĐỀ NGHỊ CÔNG NHẬN"
_RATED = {
    "excellent": "Hoàn thành xuất sắc nhiệm vụ",
    "good": "Hoàn thành tốt nhiệm vụ",
    "fair": "Hoàn thành nhiệm vụ",
    "poor": "Không hoàn thành nhiệm vụ",
}


class CommendationPaper(models.Model):
    """The text of such a paper, written from the records and then left to its writers."""

    _inherit = "dan_chu.commendation.paper"

    def _compose(self):
        super()._compose()
        for paper in self:
            if paper.form == "proposal":
                paper._put_annex(_LISTED, "listed")
            elif paper.form == "council_minutes":
                paper._put_annex(_VOTED, "voted")
            elif paper.form == "recognition_proposal":
                paper._put_annex(_MODELS, "models")

    def _put_annex(self, name, text):
        content = self._composed_text(f"dan_chu_co_so.commendation_text_{text}")
        annexes = self.annex_ids.filtered(lambda annex: annex.name == name)
        if annexes:
            annexes[:1].content = content
        else:
            self.annex_ids = [Command.create({"name": name, "content": content})]

    def _text_template(self):
        return f"dan_chu_co_so.commendation_text_{self.form}"

    def _text_values(self):
        """What the templates of the texts use; words only, so that they decide nothing."""
        held, row = self.round_id.sudo(), self.commendation_id.sudo()
        unit, movement = self.unit_id.sudo(), self.movement_id or self.initiative_id.movement_id
        lines, session = self.line_ids.sudo(), self.session_id.sudo()
        models_ = self.initiative_ids
        return self._word_values() | {
            "paper": self,
            "house": unit.name,
            "asked": ", ".join(self.document_id.sudo()._addressees()),
            "head": unit.institution_id.head_title or "Thủ trưởng đơn vị",
            "held": held._printed() if held else {},
            # A unit that nominates speaks for itself, before the council of the house does.
            "council": held._council_as_basis() if held and held.unit_id == unit else "",
            "session": session._printed() if session else {},
            "row": row._dossier_printed() if row else {},
            "counted": lines._counted_printed(),
            "gives": lines._gives_printed(),
            "whom": lines._whom_printed(),
            "is_holder": held.unit_id == unit,
            "counters": [row.name for row in self.signatory_ids if row.name],
            "groups": lines._listed() if self.form == "proposal" else [],
            "paid": self._paid_printed() if self.form == "bonus_list" else {},
            "tells_sums": self._tells_sums(),
            "citations": self._bonus_citations() if self.form == "decision" else [],
            "movement": movement._printed() if movement else {},
            "model": self.initiative_id._printed() if self.initiative_id else {},
            "are_judged": all(each.state in ("judged", "recognised") for each in models_),
            "models": [each._printed() for each in models_],
        }

    def _tells_sums(self):
        """A decision speaks of bonuses where the law on record has some."""
        lines = self.line_ids.sudo()
        return any(
            row.award_id._multiplier(row.target, row.addressee_unit_id, row.round_id.date_from)
            for row in lines
        )

    def _paid_printed(self):
        """The list with its sums, as it is on the day of the paper."""
        lines, sums = self.line_ids.sudo(), self._sums()
        total = sum(amount or 0 for amount in sums.values())
        return {
            "groups": lines._listed(sums),
            "total": grouped(total),
            "total_words": money_words(total),
            "is_open": any(amount is None for amount in sums.values()),
        }

    def _sums(self):
        return self.line_ids.sudo()._sums_on(self.document_id.date or today())

    def _bonus_citations(self):
        """On which articles the bonuses rest."""
        held = self.round_id.sudo()
        rules = [
            award._law("bonus", held.unit_id, held.date_from)
            for award in self.line_ids.sudo().award_id
        ]
        return list(dict.fromkeys(rule.citation for rule in rules if rule and rule.citation))


class Commendation(models.Model):
    _inherit = "dan_chu.commendation"

    def _dossier_printed(self):
        self.ensure_one()
        return {
            "is_person": self.target == "person",
            "name": self.name,
            "position": self.position or "",
            "place": self.employee_id.dan_chu_unit_id.name or self.unit_id.name,
            "award": self.award_id._named(),
            "merit": self.round_id._merit_printed(),
            "rating": _RATED.get(self.rating, ""),
            "summary": self.summary or "",
            "achievements": self.achievements,
            "model": self.initiative_id.name or "",
            "earlier": self._earlier_printed(),
        }

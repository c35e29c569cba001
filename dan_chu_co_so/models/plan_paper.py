from odoo import models

from ..lib.plan_body import dashes, paragraphs, pieces
from ..lib.plan_text import closing, opening
from .document_basis import VERBS


class Plan(models.Model):
    """The plan as a paper: what its printed form asks for, and what is frozen of it."""

    _inherit = "dan_chu.plan"

    def _body_template(self):
        return "dan_chu_co_so.paper_body_plan"

    def _usual_opening(self):
        verbs = dict(VERBS)
        bases = [(verbs[row.verb], row._words()) for row in self.basis_ids if row.verb]
        return opening(
            [basis for basis in bases if basis[1]],
            self.document_id._unit_name() if self.unit_id else "",
            self.kind_id.name or "",
            self.title or "",
            self.is_one_sentence,
        )

    def _usual_closing(self):
        return closing(
            self.kind_id.name or "",
            self.title or "",
            self.document_id._unit_name() if self.unit_id else "",
            bool(self.addressee_ids),
        )

    def _printed_opening(self):
        return paragraphs(self.opening or self._usual_opening())

    def _printed_closing(self):
        return paragraphs(self.closing or self._usual_closing())

    def _printed_bases(self):
        """On lines of their own, if they are not in the sentence."""
        return [] if self.is_one_sentence else self.document_id._bases()

    def _printed_text(self):
        """[(tag, number, text)]: the sections, and the targets where they stand."""
        sections = self.section_ids._in_order()
        place_of = {section._origin.id: place for place, section in enumerate(sections)}
        under, loose = {}, []
        for target in self.target_ids.sorted("sequence"):
            place = place_of.get(target.section_id._origin.id)
            lines = loose if place is None else under.setdefault(place, [])
            lines.append(": ".join(filter(None, (target.name, target.shown))))
        numbers = sections._numbers(self.is_numbered)
        printed = pieces(
            [
                (row.role, row.level, number, row.text or "")
                for row, number in zip(sections, numbers, strict=True)
            ],
            under,
        )
        if not printed and self.file_ids.filtered("is_scan"):
            printed = [("p", None, "(Nội dung theo văn bản đã ký kèm theo.)")]
        if loose:
            printed += [("p", None, "Chỉ tiêu phấn đấu:"), *dashes(loose)]
        return printed

    def _settle(self):
        super()._settle()
        for row in self.upper_ids:
            row._keep({"words": row.text})

    def _record_fields(self):
        return [
            "period_kind",
            "period_year",
            "date_from",
            "date_to",
            "is_one_sentence",
            "opening",
            "closing",
            "is_numbered",
            "has_task_annex",
        ]

    def _record(self):
        """Without the tasks, which live on: what was printed of them is in the frozen print."""
        return {
            **super()._record(),
            "section_ids": [
                {name: self._plain(row[name]) for name in ("level", "role", "typed_number", "text")}
                for row in self.section_ids._in_order()
            ],
            "target_ids": [
                {"name": row.name, "shown": row.shown, "date_due": self._plain(row.date_due)}
                for row in self.target_ids
            ],
            "upper_ids": [self._plain(row.text) for row in self.upper_ids],
        }

    def _follow_up(self, how):
        """A plan is corrected or withdrawn by a letter; replaced and amended by a plan."""
        if how in ("corrects", "withdraws"):
            return self.env["dan_chu.notice"]._letter_about(self.document_id, how)
        return super()._follow_up(how)

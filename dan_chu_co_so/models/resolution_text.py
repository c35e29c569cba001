from itertools import count

from odoo import models

from ..lib.board_words import lines_of
from ..lib.text import capitals


class Resolution(models.Model):
    """The text of a resolution, written from the votes and then left to its writers."""

    _inherit = "dan_chu.resolution"

    def _text_template(self):
        return "dan_chu_co_so.resolution_text"

    def _text_values(self):
        conference = self.conference_id
        unit = conference.unit_id.sudo()
        numbers = count(1)
        checked = conference._law("review_every")
        ballot = conference.sudo()._ballot_printed()
        return {
            "paper": self,
            "conference": conference,
            "name": conference.name,
            "house": unit.name,
            "attended": conference._attended_printed(),
            "ballot": ballot,
            "law": self.env.ref("dan_chu_co_so.legal_document_law_10_2022").sudo().display_name,
            "heard": [
                item.name for item in conference.item_ids if item.kind == "report" and not ballot
            ],
            "decided": conference._decided_printed(),
            "elections": conference._elections_printed(),
            "emulation": lines_of(self.emulation),
            "head": " ".join(filter(None, (unit.head_title or "Người đứng đầu", unit.name))),
            "speakers": conference._speakers_name(),
            "passed": conference._passed_printed(),
            "checked": checked,
            "months": checked.value.length if checked else None,
            "article": lambda: f"Điều {next(numbers)}.",
            **self._word_values(),
        }

    def _authority_line(self):
        """Who resolves, as printed above the bases."""
        conference = self.conference_id
        return capitals(f"{conference._name_with_year()} {conference.unit_id.sudo().name}")

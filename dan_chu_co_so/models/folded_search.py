from odoo import api, fields, models
from odoo.fields import Domain

from ..lib.text import fold


class FoldedSearch(models.AbstractModel):
    """Found without diacritics and in any order of words: "nghi hoi" finds "Hội nghị".

    The folded text is stored, so that the search holds on a database where the
    `unaccent` extension could not be created.
    """

    _name = "dan_chu.folded.search"
    _description = "Search without diacritics"

    _folded_fields = ("name",)

    search_text = fields.Char(compute="_compute_search_text", store=True)

    @api.depends(lambda self: self._folded_fields)
    def _compute_search_text(self):
        for record in self:
            texts = (record[name] for name in self._folded_fields)
            record.search_text = " | ".join(fold(text) for text in texts if text)

    @api.model
    def _search_display_name(self, operator, value):
        if operator == "ilike" and isinstance(value, str):
            return Domain.AND(Domain("search_text", "ilike", word) for word in fold(value).split())
        return super()._search_display_name(operator, value)

import datetime

from odoo import models
from odoo.fields import Date, Datetime

from ..lib.paper.canonical import differences

_FIELDS = (
    "board_name",
    "number",
    "symbol",
    "place",
    "date",
    "title",
    "urgency",
    "circulation",
    "copies",
    "archive",
)
_PARTS = {
    "basis_ids": ("verb", "words"),
    "recipient_ids": ("place", "name", "purpose"),
    "signatory_ids": ("on_behalf", "form", "principal_title", "own_title", "name"),
    "annex_ids": ("name", "content", "is_landscape"),
    "file_ids": ("name", "is_scan"),
}


class Document(models.Model):
    """What a paper holds, as plain values: frozen at issue, compared when it is verified."""

    _inherit = "dan_chu.document"

    def action_verify(self):
        self.check_access("read")
        return self.revision_ids.action_verify()

    def _record(self):
        self.ensure_one()
        record = {name: self._plain(self[name]) for name in _FIELDS}
        record["kind_id"] = self.kind_id.code
        for part, names in _PARTS.items():
            record[part] = [{name: self._plain(row[name]) for name in names} for row in self[part]]
        return record

    def _plain(self, value):
        if isinstance(value, datetime.datetime):
            return Datetime.to_string(value)
        if isinstance(value, datetime.date):
            return Date.to_string(value)
        if value is None or value is False:
            return None
        return value if isinstance(value, (bool, int)) else str(value)

    def _differences(self, frozen, body):
        """[(field in words, as issued, as it stands now)]"""
        if not body:
            return [(self.env._("the paper itself"), self.title, "")]
        return [
            (self._label(body, path), before, after)
            for path, before, after in differences(frozen, body._record())
        ]

    def _label(self, body, path):
        """ "Recipients 2: As printed" for ("recipient_ids", 1, "name")."""
        name, *rest = path
        field = body._fields.get(name)
        words = [field.get_description(self.env)["string"] if field else str(name)]
        for step in rest:
            inner = field and field.comodel_name and self.env[field.comodel_name]._fields.get(step)
            if isinstance(step, int):
                words.append(str(step + 1))
            else:
                words.append(inner.get_description(self.env)["string"] if inner else str(step))
        return " ".join(words)

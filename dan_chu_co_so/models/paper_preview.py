from functools import partial

from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..lib.paper.blocks import PaperError
from ..lib.paper.pdf import preview_pages
from .document import ISSUED

# A person's name is for all colleagues, the rest of their file for HR alone.
_KNOWN_BY = {"hr.employee": "hr.employee.public"}
_NAMES_A_ROW = (Command.UPDATE, Command.DELETE, Command.UNLINK, Command.LINK)


class Paper(models.AbstractModel):
    """The pages as they would be printed, while somebody types; nothing is written."""

    _inherit = "dan_chu.paper"

    @api.model
    @api.readonly
    def preview_pages(self, res_id=None, values=None, first=0):
        """Pages from `first` on as SVG, and how many there are; or a message why not.

        `values` is what is not saved yet, as the web client would save it.
        """
        body = self.browse(res_id or ())
        body.check_access("read" if body else "create")
        try:
            return body._preview(values or {}, first)
        except UserError as error:
            return {"pages": [], "total": 0, "message": str(error)}

    def _preview(self, values, first):
        if self.state in ISSUED:
            document, paper = self.document_id, self._issued_paper()
        else:
            document, paper = self._paper_with(values)
        pages, total = document._or_told(partial(preview_pages, first=first), paper)
        return {"pages": pages, "total": total, "message": False}

    def _issued_paper(self):
        printed = (row._parsed()["paper"] for row in self.sudo().revision_ids.sorted("sequence"))
        return [paper for paper in printed if paper][-1]

    def _paper_with(self, values):
        body = self
        if not self or (values and self.state == "draft"):
            if self:
                self.check_access("write")
            body = self._unsaved(values)
        document = body.document_id
        if not document.kind_id or not document.unit_id:
            raise UserError(self.env._("Choose the kind and the unit: the pages appear here."))
        document._require_role("officer", "head")
        try:
            return document, document._paper(body)
        except PaperError as error:
            raise UserError(document._paper_error(error)) from error

    def _unsaved(self, values):
        """The record as it would be, in memory only."""
        values = self._readable(values)
        inherited = {name for name in values if self._fields[name].inherited}
        own = {name: value for name, value in values.items() if name not in inherited}
        body = self.new(own, origin=self or None)
        document = body.document_id
        of_document = document._cleaned({name: values[name] for name in inherited})
        document._update_cache(of_document, validate=False)
        for record in (body, document):
            for name in values.keys() & record._fields.keys():
                rows = record[name]
                if record._fields[name].type == "one2many" and "sequence" in rows._fields:
                    record._update_cache({name: rows.sorted("sequence")}, validate=False)
        return body

    def _readable(self, values):
        """`values` without what only buttons change, and without what the user may not read."""
        closed = self.env["dan_chu.document"]._behind_buttons() | {"document_id"}
        return {
            name: value
            for name, value in self._readable_row(self, values).items()
            if name not in closed
        }

    def _readable_row(self, row, values):
        """A preview shows names and texts of what is pointed at, so that must be readable."""
        kept = {}
        for name, value in values.items():
            field = row._fields.get(name)
            if not field or field.type in ("many2many", "many2one_reference", "reference"):
                continue
            if field.type == "many2one":
                kept[name] = self._readable_id(field, value)
            elif field.type == "one2many":
                kept[name] = self._readable_commands(row, field, value)
            else:
                kept[name] = value
        return kept

    def _readable_id(self, field, value):
        model = _KNOWN_BY.get(field.comodel_name, field.comodel_name)
        target = self.env[model].browse(value or ())
        return target.id if target.has_access("read") else False

    def _readable_commands(self, row, field, commands):
        """Rows of other papers cannot be named as if they stood in this one."""
        rows = self.env[field.comodel_name]
        own = set(row[field.name].ids)
        kept = []
        for code, number, *rest in commands or ():
            if code == Command.CREATE:
                kept.append((code, number, self._readable_row(rows, rest[0])))
            elif code in _NAMES_A_ROW and number in own:
                line = rows.browse(number)
                values = [self._readable_row(line, rest[0])] if code == Command.UPDATE else [0]
                kept.append((code, number, *values))
        return kept

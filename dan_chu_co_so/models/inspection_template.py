from odoo import fields, models


class InspectionTemplate(models.Model):
    """A checklist to begin from (danh mục kiểm tra mẫu)."""

    _name = "dan_chu.inspection.template"
    _description = "Checklist"
    _inherit = ["dan_chu.folded.search"]
    _order = "sequence, id"
    _folded_fields = ("name",)

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    unit_kind_ids = fields.Many2many(
        "dan_chu.unit.kind", string="Kinds of units", help="Empty: for every unit."
    )
    note = fields.Text()
    line_ids = fields.One2many(
        "dan_chu.inspection.template.line", "template_id", string="What to look at", copy=True
    )

    def _item_values(self):
        """Rows of an inspection's checklist."""
        self.ensure_one()
        return [
            {"name": line.name, "legal_note": line.legal_note, "sequence": line.sequence}
            for line in self.line_ids
        ]

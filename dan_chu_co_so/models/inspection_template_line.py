from odoo import fields, models


class InspectionTemplateLine(models.Model):
    """One thing to look at, in a checklist to begin from."""

    _name = "dan_chu.inspection.template.line"
    _description = "Line of a checklist"
    _order = "sequence, id"

    template_id = fields.Many2one(
        "dan_chu.inspection.template", required=True, index=True, ondelete="cascade"
    )
    name = fields.Char(string="What to look at", required=True)
    legal_note = fields.Char(string="Legal basis")
    sequence = fields.Integer(default=10)

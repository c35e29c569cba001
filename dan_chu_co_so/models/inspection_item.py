from odoo import fields, models


class InspectionItem(models.Model):
    """One thing to look at, and how it was found (mục của danh mục kiểm tra)."""

    _name = "dan_chu.inspection.item"
    _description = "Item of a checklist"
    _inherit = ["dan_chu.inspection.part", "dan_chu.frozen"]
    _frozen_how = "inspection"

    name = fields.Char(string="What to look at", required=True)
    legal_note = fields.Char(string="Legal basis")
    result = fields.Selection(
        [("ok", "In order"), ("not", "Not in order"), ("na", "Does not apply")], copy=False
    )
    note = fields.Text(copy=False)
    finding_ids = fields.One2many("dan_chu.finding", "item_id", string="Findings")

from odoo import fields, models


class DocumentAnnex(models.Model):
    """An annex printed with the paper, on pages numbered apart (phụ lục)."""

    _name = "dan_chu.document.annex"
    _description = "Annex of a paper"
    _inherit = ["dan_chu.document.part", "dan_chu.rich.text"]
    _rich_fields = ("content",)

    name = fields.Char(string="Title", required=True)
    content = fields.Html()
    is_landscape = fields.Boolean(string="Landscape", help="For wide tables.")

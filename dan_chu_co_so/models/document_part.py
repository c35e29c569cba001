from odoo import api, fields, models

from .owner_unit import OwnerUnit


class DocumentPart(models.AbstractModel):
    """A row of a paper (a basis, a recipient, an annex …): it changes with the paper, or not."""

    _name = "dan_chu.document.part"
    _description = "Part of a paper"
    _inherit = ["dan_chu.frozen"]
    _order = "sequence, id"

    document_id = fields.Many2one(
        "dan_chu.document", string="Paper", required=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit(related="document_id.unit_id", store=True, index=True, precompute=True)
    sequence = fields.Integer(default=10)

    @api.model_create_multi
    def create(self, vals_list):
        # First of all: the refusals that follow name the paper, which not everybody may know.
        default = self.env.context.get("default_document_id")
        named = {vals.get("document_id", default) for vals in vals_list} - {None, False}
        documents = self.env["dan_chu.document"].browse(named)
        documents.check_access("write")
        documents._check_open()
        return super().create(vals_list)

    def write(self, vals):
        self.document_id._check_open()
        res = super().write(vals)
        if vals.keys() & {"document_id", "unit_id"}:
            self.document_id._check_open()
            self.check_access("write")
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_issued(self):
        self.document_id._check_open()

    def _keep(self, vals):
        """What issuing itself settles, when nothing else may change any more."""
        return super().write(vals)

from odoo import api, fields, models

from .owner_unit import OwnerUnit


class InitiativeResultFile(models.Model):
    """A photo or file of a result. It may show children: it stays in the house and with who holds
    the movement, also when the model is in the gallery."""

    _name = "dan_chu.initiative.result.file"
    _description = "Evidence of a result"
    _inherit = ["dan_chu.unit.owned", "dan_chu.evidence", "dan_chu.readable.links"]
    _order = "id"

    result_id = fields.Many2one(
        "dan_chu.initiative.result", required=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit(
        related="result_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    addressee_unit_id = OwnerUnit(
        related="result_id.addressee_unit_id",
        store=True,
        index=True,
        precompute=True,
        readonly=True,
    )

    _once = models.Constraint("UNIQUE(result_id, sha256)", "This file is already with the result.")

    @api.model_create_multi
    def create(self, vals_list):
        self._check_links(vals_list)
        kept = [{name: vals[name] for name in vals if name != "unit_id"} for vals in vals_list]
        files = super().create(kept)
        files._check_files_may_change()
        return files

    def write(self, vals):
        self._check_files_may_change()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_while_living(self):
        self._check_files_may_change()

    def _check_files_may_change(self):
        """Asked by `ir.attachment` too, which is a second way to the same bytes."""
        self.result_id.initiative_id._check_may_report()


class InitiativeResult(models.Model):
    _inherit = "dan_chu.initiative.result"

    file_ids = fields.One2many("dan_chu.initiative.result.file", "result_id", string="Evidence")

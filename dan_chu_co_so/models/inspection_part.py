from odoo import api, fields, models
from odoo.exceptions import UserError

from .owner_unit import OwnerUnit


class InspectionPart(models.AbstractModel):
    """A row of an inspection: it is reached with it, and rests when the inspection does."""

    _name = "dan_chu.inspection.part"
    _description = "Part of an inspection"
    _inherit = ["dan_chu.sealed", "dan_chu.readable.links"]
    _order = "sequence, id"
    # Until which states such a row may change.
    _open_in = ("planned", "announced", "under_way")

    inspection_id = fields.Many2one(
        "dan_chu.inspection", required=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit(related="inspection_id.unit_id", store=True, index=True, precompute=True)
    sealed_board_id = fields.Many2one(
        related="inspection_id.sealed_board_id",
        store=True,
        index="btree_not_null",
        precompute=True,
        copy=False,
    )
    sequence = fields.Integer(default=10)

    @api.model_create_multi
    def create(self, vals_list):
        default = self.env.context.get("default_inspection_id")
        named = {vals.get("inspection_id", default) for vals in vals_list} - {None, False}
        inspections = self.env["dan_chu.inspection"].browse(named)
        inspections.check_access("write")
        self._check_open(inspections)
        self._check_links(vals_list)
        return super().create(vals_list)

    def write(self, vals):
        if vals.keys() & {"inspection_id", "unit_id", "sealed_board_id"}:
            raise UserError(self.env._("A row stays with its inspection."))
        self._check_open(self.inspection_id)
        self._check_links([vals])
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_resting(self):
        self._check_open(self.inspection_id)

    @api.model
    def _check_open(self, inspections):
        self._refuse_outside(inspections, self._open_in)

    @api.model
    def _refuse_outside(self, inspections, open_in):
        for inspection in inspections:
            if inspection.state not in open_in:
                raise UserError(
                    self.env._(
                        "“%(name)s” is “%(state)s”: this part of it does not change any more.",
                        name=inspection.display_name,
                        state=inspection._state_name(),
                    )
                )

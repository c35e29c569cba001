from odoo import api, models
from odoo.exceptions import UserError


class AppendOnly(models.AbstractModel):
    """A book: rows are added by what is done with a paper, and never change or go."""

    _name = "dan_chu.append.only"
    _description = "Rows that are only added"
    _inherit = ["dan_chu.frozen"]
    _frozen_how = "always"

    @api.model_create_multi
    def create(self, vals_list):  # pylint: disable=method-required-super
        self._refuse_by_hand()

    def write(self, vals):  # pylint: disable=method-required-super
        self._refuse_by_hand()

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        self._refuse_by_hand()

    @api.model
    def _add(self, vals_list):
        return super(AppendOnly, self.sudo()).create(vals_list)

    def _refuse_by_hand(self):
        raise UserError(
            self.env._(
                "“%s”: a row is added by what is done with the paper. It is not written by hand, "
                "not changed and not deleted, by nobody.",
                self.env["ir.model"]._get(self._name).name,
            )
        )

from odoo import models

from ..lib.clock import today


class IrRule(models.Model):
    _inherit = "ir.rule"

    def _compute_domain_context_values(self):
        """Rights begin and end with the day in Viet Nam, so a cached domain lasts a day."""
        yield from super()._compute_domain_context_values()
        yield today()

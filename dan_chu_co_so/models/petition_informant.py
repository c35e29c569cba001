from odoo import api, fields, models


class Informant(models.Model):
    """Whoever hands in a petition is named with it, and nobody changes who that was."""

    _inherit = "dan_chu.informant"

    petition_kind = fields.Selection(related="petition_id.kind", store=True, precompute=True)

    _none_of_a_denunciation = models.Constraint(
        "CHECK(petition_kind IS NULL OR petition_kind = 'petition')",
        "A denunciation is not handled here: whose it is is not kept "
        "(Luật 10/2022/QH15, Điều 9 khoản 2, Điều 58 khoản 2).",
    )

    @api.model_create_multi
    def create(self, vals_list):
        rows = super().create(vals_list)
        rows.petition_id._check_may_complete()
        return rows

    def write(self, vals):
        self.petition_id._check_may_complete()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_handed_in(self):
        self.petition_id._check_may_complete()

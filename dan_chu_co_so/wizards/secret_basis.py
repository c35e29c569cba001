from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class SecretBasis(models.TransientModel):
    """An institution names what allows it to vote secretly by electronic means."""

    _name = "dan_chu.secret.basis"
    _description = "Basis of electronic secret voting"
    _inherit = ["dan_chu.readable.links"]

    unit_id = fields.Many2one("dan_chu.unit", required=True, ondelete="cascade")
    basis = fields.Char(
        string="As the minutes print it",
        help="Điều 12 Quy chế thực hiện dân chủ của nhà trường. Empty: it is off again.",
    )
    revision_id = fields.Many2one("dan_chu.revision", string="Paper", ondelete="cascade")

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        unit = self.env["dan_chu.unit"].browse(values.get("unit_id")) or self._own_house()
        unit.check_access("read")
        values |= {
            "unit_id": unit.id,
            "basis": unit.secret_vote_basis,
            "revision_id": unit.secret_vote_revision_id.id,
        }
        return {name: values[name] for name in values if name in fields_list}

    @api.model
    def _own_house(self):
        user, units = self.env.user, self.env["dan_chu.unit"]
        led = units.browse([*user._dan_chu_reach("officer"), *user._dan_chu_reach("head")])
        houses = led.institution_id & led
        return houses if len(houses) == 1 else units

    @api.onchange("unit_id")
    def _onchange_unit_id(self):
        self.basis = self.unit_id.secret_vote_basis
        self.revision_id = self.unit_id.secret_vote_revision_id

    def action_confirm(self):
        """The head's and the officer's, who cannot write the unit itself."""
        self.ensure_one()
        self._require_leaders()
        self.unit_id.institution_id.sudo().write(
            {
                "secret_vote_basis": (self.basis or "").strip() or False,
                "secret_vote_revision_id": self.revision_id.id,
            }
        )
        return {"type": "ir.actions.act_window_close"}

    def _require_leaders(self):
        user, unit = self.env.user, self.unit_id.institution_id
        if not any(user._dan_chu_has_role(role, unit) for role in ("head", "officer")):
            raise AccessError(
                self.env._("The head and the officer of %s name it.", unit.sudo().display_name)
            )
        if self.revision_id and self.revision_id.unit_id.institution_id != unit:
            raise UserError(self.env._("Choose a paper of %s itself.", unit.display_name))

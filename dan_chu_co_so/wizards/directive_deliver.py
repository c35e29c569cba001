from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain


class DirectiveDeliver(models.TransientModel):
    """Choose the units below that a published text goes to."""

    _name = "dan_chu.directive.deliver"
    _description = "Send a directing text to units below"

    directive_id = fields.Many2one(
        "dan_chu.directive", string="Directing text", required=True, readonly=True
    )
    scope = fields.Selection(
        [
            ("all", "All institutions below"),
            ("kind", "Those of certain kinds"),
            ("chosen", "Chosen one by one"),
        ],
        string="Send to",
        required=True,
        default="all",
    )
    with_professional = fields.Boolean(
        string="Also those looked after for the profession", default=True
    )
    kind_ids = fields.Many2many("dan_chu.unit.kind", string="Kinds")
    unit_ids = fields.Many2many("dan_chu.unit", string="Units")
    allowed_unit_ids = fields.Many2many("dan_chu.unit", compute="_compute_allowed_unit_ids")
    recipient_ids = fields.Many2many("dan_chu.unit", compute="_compute_recipient_ids")
    recipient_count = fields.Integer(compute="_compute_recipient_ids")
    already_count = fields.Integer(compute="_compute_recipient_ids")

    @api.depends("directive_id")
    def _compute_allowed_unit_ids(self):
        for wizard in self:
            directive = wizard.directive_id
            wizard.allowed_unit_ids = directive and directive._units_it_may_go_to()

    @api.depends("directive_id", "scope", "with_professional", "kind_ids", "unit_ids")
    def _compute_recipient_ids(self):
        for wizard in self:
            units = wizard._chosen_units()
            already = wizard.directive_id.delivery_ids.unit_id
            wizard.recipient_ids = units - already
            wizard.recipient_count = len(units - already)
            wizard.already_count = len(units & already)

    def _chosen_units(self):
        # While the wizard is not saved, units and kinds are shadows of the stored ones.
        units = self.allowed_unit_ids._origin
        top = self.directive_id.unit_id.institution_id
        if self.scope == "chosen":
            return units & self.unit_ids._origin
        if not self.with_professional:
            units = units.filtered_domain(Domain("id", "child_of", top.id))
        if self.scope == "kind":
            return units.filtered(lambda unit: unit.kind_id in self.kind_ids._origin)
        # The union of a school hears from the school.
        return units.filtered(
            lambda unit: not unit.is_organisation or unit.parent_id.institution_id == top
        )

    def action_deliver(self):
        self.ensure_one()
        if not self.recipient_ids:
            raise UserError(
                self.env._(
                    "No unit is left to send it to: choose units, or all of them have it already."
                )
            )
        sent = self.directive_id._deliver_to(self.recipient_ids)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("Sent to %s units.", len(sent)),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }

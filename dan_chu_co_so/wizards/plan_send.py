from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command, Domain


class PlanSend(models.TransientModel):
    """To which units a plan goes, whether each makes its own, and by when."""

    _name = "dan_chu.plan.send"
    _description = "Pass a plan down"
    _inherit = ["dan_chu.readable.links"]

    plan_id = fields.Many2one("dan_chu.plan", required=True, readonly=True, ondelete="cascade")
    plan_state = fields.Selection(related="plan_id.state")
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
    must_plan = fields.Boolean(string="Each makes its own plan", default=True)
    begins_with = fields.Char(string="Their drafts begin with", compute="_compute_begins_with")
    date_due = fields.Date(string="By")
    recipient_count = fields.Integer(compute="_compute_recipient_count")

    @api.depends("plan_id")
    def _compute_allowed_unit_ids(self):
        for wizard in self:
            top = wizard.plan_id.unit_id.institution_id
            allowed = self.env["dan_chu.plan.addressee"]._units_it_may_go_to(top)
            wizard.allowed_unit_ids = allowed - wizard.plan_id.addressee_ids.unit_id

    @api.depends("plan_id")
    def _compute_begins_with(self):
        for wizard in self:
            sections = wizard.plan_id.section_ids
            ticked = sections.filtered("goes_down")
            wizard.begins_with = (
                ", ".join(section.text for section in ticked)
                if ticked
                else bool(sections) and self.env._("the whole text: no section is ticked")
            )

    @api.depends("plan_id", "scope", "with_professional", "kind_ids", "unit_ids")
    def _compute_recipient_count(self):
        for wizard in self:
            wizard.recipient_count = len(wizard._chosen_units())

    def _chosen_units(self):
        # While the wizard is not saved, units and kinds are shadows of the stored ones.
        units = self.allowed_unit_ids._origin
        top = self.plan_id.unit_id.institution_id
        if self.scope == "chosen":
            return units & self.unit_ids._origin
        if not self.with_professional:
            units = units.filtered_domain(Domain("id", "child_of", top.id))
        if self.scope == "kind":
            return units.filtered(lambda unit: unit.kind_id in self.kind_ids._origin)
        return units.filtered(lambda unit: not unit.is_organisation)

    def action_send(self):
        """Into the list of addressees; an issued plan goes out at once."""
        self.ensure_one()
        plan, units = self.plan_id, self._chosen_units()
        if not units:
            raise UserError(
                self.env._("No unit is left to send it to: choose units, or all are on the list.")
            )
        plan.addressee_ids = [
            Command.create(
                {"unit_id": unit.id, "must_plan": self.must_plan, "date_due": self.date_due}
            )
            for unit in units
        ]
        if plan.state == "issued":
            plan.action_cascade()
        return {"type": "ir.actions.act_window_close"}

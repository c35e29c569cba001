from odoo import fields, models


class PlanLink(models.TransientModel):
    """The plan a unit already has, as its answer to one from above."""

    _name = "dan_chu.plan.link"
    _description = "Link a plan to one from above"
    _inherit = ["dan_chu.readable.links"]

    addressee_id = fields.Many2one(
        "dan_chu.plan.addressee", required=True, readonly=True, ondelete="cascade"
    )
    unit_id = fields.Many2one(related="addressee_id.unit_id")
    plan_id = fields.Many2one("dan_chu.plan", string="Plan of the unit", required=True)

    def action_link(self):
        self.ensure_one()
        self.addressee_id.action_link(self.plan_id)
        return {"type": "ir.actions.act_window_close"}

from odoo import api, fields, models
from odoo.exceptions import UserError


class PlanPart(models.AbstractModel):
    """A row of a plan's content (a section, a target, an upper plan): frozen with the plan."""

    _name = "dan_chu.plan.part"
    _description = "Part of a plan"
    _inherit = ["dan_chu.document.part"]

    plan_id = fields.Many2one("dan_chu.plan", required=True, index=True, ondelete="cascade")

    @api.model_create_multi
    def create(self, vals_list):
        default = self.env.context.get("default_plan_id")
        rows = [{**vals, "plan_id": vals.get("plan_id", default)} for vals in vals_list]
        plans = self.env["dan_chu.plan"].browse({row["plan_id"] for row in rows} - {None, False})
        plans.check_access("write")
        document_of = {plan.id: plan.document_id.id for plan in plans}
        return super().create(
            [{**row, "document_id": document_of.get(row["plan_id"])} for row in rows]
        )

    def write(self, vals):
        if vals.keys() & {"plan_id", "document_id"}:
            raise UserError(self.env._("A row stays in its plan: copy it to the other one."))
        return super().write(vals)

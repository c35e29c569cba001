from odoo import fields, models


class PlanPurpose(models.Model):
    """What a plan is for (mục đích sử dụng): real plans combine several."""

    _name = "dan_chu.plan.purpose"
    _description = "Purpose of a plan"
    _inherit = ["dan_chu.folded.search"]
    _order = "sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(string="Short code", required=True, help="By which the program knows it.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)

    _code_once = models.Constraint("UNIQUE(code)", "Another purpose already has this code.")

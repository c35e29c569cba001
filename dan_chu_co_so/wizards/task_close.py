from odoo import fields, models


class TaskClose(models.TransientModel):
    """Several tasks reported as done in one go, for those who have no login."""

    _name = "dan_chu.task.close"
    _description = "Report tasks as done"
    _inherit = ["dan_chu.readable.links"]

    line_ids = fields.One2many("dan_chu.task.close.line", "wizard_id", string="Tasks")
    result = fields.Text(string="The same result for all", help="Where a row says nothing itself.")

    def action_close(self):
        """All of them or none: one that cannot be closed is named."""
        self.ensure_one()
        for line in self.line_ids:
            line._close(self.result)
        return {"type": "ir.actions.act_window_close"}

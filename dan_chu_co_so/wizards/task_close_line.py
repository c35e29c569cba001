from odoo import fields, models
from odoo.fields import Command


class TaskCloseLine(models.TransientModel):
    _name = "dan_chu.task.close.line"
    _description = "Task to report as done"
    _inherit = ["dan_chu.readable.links"]
    _order = "id"

    wizard_id = fields.Many2one("dan_chu.task.close", required=True, ondelete="cascade")
    task_id = fields.Many2one("dan_chu.task", required=True, readonly=True, ondelete="cascade")
    who_text = fields.Char(related="task_id.who_text", related_sudo=False)
    date_deadline = fields.Date(related="task_id.date_deadline", related_sudo=False)
    needs_evidence = fields.Boolean(related="task_id.needs_evidence", related_sudo=False)
    result = fields.Text()
    file = fields.Binary(string="Photo or file", attachment=False)
    file_name = fields.Char()

    def _close(self, same_result):
        self.ensure_one()
        if self.file:
            evidence = {"name": self.file_name or self.task_id.name, "data": self.file}
            self.task_id.evidence_ids = [Command.create(evidence)]
        self.task_id.action_done(self.result or self.task_id.result or same_result)

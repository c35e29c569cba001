from odoo import models


class TaskEvidence(models.Model):
    """A file that shows a task was done (minh chứng)."""

    _name = "dan_chu.task.evidence"
    _description = "Evidence of a task"
    _inherit = ["dan_chu.task.part", "dan_chu.evidence"]
    _order = "id"

    def _check_files_may_change(self):
        """Asked by `ir.attachment`: once the task is accepted, its files rest."""
        self._require_open_task(self.task_id)

    def _require_open_task(self, tasks):
        tasks._check_may_write({"evidence_ids"})

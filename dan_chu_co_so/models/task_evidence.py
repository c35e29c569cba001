import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import UserError


class TaskEvidence(models.Model):
    """A file that shows a task was done (minh chứng), with its SHA-256."""

    _name = "dan_chu.task.evidence"
    _description = "Evidence of a task"
    _inherit = ["dan_chu.task.part"]
    _order = "id"

    name = fields.Char(string="File name", required=True)
    data = fields.Binary(string="File", required=True, attachment=True)
    sha256 = fields.Char(string="SHA-256", readonly=True, copy=False)
    added_by_id = fields.Many2one("res.users", readonly=True, copy=False, ondelete="restrict")
    added_on = fields.Datetime(readonly=True, copy=False)

    @api.model_create_multi
    def create(self, vals_list):
        now = fields.Datetime.now()
        return super().create(
            [
                {
                    **vals,
                    "sha256": self._digest(vals.get("data")),
                    "added_by_id": self.env.uid,
                    "added_on": now,
                }
                for vals in vals_list
            ]
        )

    def write(self, vals):
        if vals.keys() - {"name"}:
            raise UserError(
                self.env._("A piece of evidence does not change: delete it and add the other one.")
            )
        return super().write(vals)

    def _check_files_may_change(self):
        """Asked by `ir.attachment`: once the task is accepted, its files rest."""
        self._require_open_task(self.task_id)

    def _digest(self, data):
        return hashlib.sha256(base64.b64decode(data or b"")).hexdigest()

    def _require_open_task(self, tasks):
        tasks._check_may_write({"evidence_ids"})


class IrAttachment(models.Model):
    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        files = super().create(vals_list)
        if not self.env.su:
            files._refuse_evidence()
        return files

    def write(self, vals):
        """Its SHA-256 was taken when it came: another content is another piece of evidence."""
        names = {"raw", "datas", "db_datas", "store_fname", "res_model", "res_id", "res_field"}
        if vals.keys() & names or not self.env.su:
            self._refuse_evidence()
        res = super().write(vals)
        if vals.keys() & names and not self.env.su:
            self._refuse_evidence()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_evidence_with_its_row(self):
        if not self.env.su:
            self._refuse_evidence()

    def _refuse_evidence(self):
        if any(
            file.res_model == "dan_chu.task.evidence" and file.res_field for file in self.sudo()
        ):
            raise UserError(
                self.env._("A piece of evidence does not change: delete it and add the other one.")
            )

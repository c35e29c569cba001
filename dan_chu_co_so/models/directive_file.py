from odoo import api, fields, models

from .owner_unit import OwnerUnit


class DirectiveFile(models.Model):
    """A file of a directing text. Those it was sent to read it here, not at the sender's paper."""

    _name = "dan_chu.directive.file"
    _description = "File of a directing text"
    _order = "sequence, id"

    directive_id = fields.Many2one(
        "dan_chu.directive",
        string="Directing text",
        required=True,
        index=True,
        ondelete="cascade",
    )
    unit_id = OwnerUnit(related="directive_id.unit_id", store=True, index=True)
    state = fields.Selection(related="directive_id.state", store=True)
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True)
    data = fields.Binary(string="File", attachment=True, required=True)

    @api.model_create_multi
    def create(self, vals_list):
        # First of all: the refusals that follow name the text, which not everybody may know.
        default = self.env.context.get("default_directive_id")
        named = {vals.get("directive_id", default) for vals in vals_list} - {None, False}
        self.env["dan_chu.directive"].browse(named).check_access("write")
        files = super().create(vals_list)
        files._check_files_may_change()
        return files

    def write(self, vals):
        # First of all: the refusals that follow name the text, which not everybody may know.
        self.check_access("write")
        self._check_files_may_change()
        res = super().write(vals)
        if "directive_id" in vals:
            self.check_access("write")
            self._check_files_may_change()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_published(self):
        self._check_files_may_change()

    def _check_files_may_change(self):
        """Asked by `ir.attachment` as well, which is a second way to the same bytes."""
        self.directive_id.sudo()._check_draft()

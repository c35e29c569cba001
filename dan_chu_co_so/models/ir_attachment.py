from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from odoo.addons.base.models.ir_attachment import condition_values


class IrAttachment(models.Model):
    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        files = super().create(vals_list)
        files._dan_chu_check_not_frozen()
        return files

    def write(self, vals):
        self._dan_chu_check_not_frozen()
        res = super().write(vals)
        if vals.keys() & {"res_model", "res_id", "res_field"}:
            self._dan_chu_check_not_frozen()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_frozen(self):
        self._dan_chu_check_not_frozen()

    def _dan_chu_check_not_frozen(self):
        """The file behind a frozen row is as frozen as the row: ask its model."""
        for model, files in self.sudo().filtered("res_field").grouped("res_model").items():
            check = getattr(self.env.get(model), "_check_files_may_change", None)
            if check is not None:
                rows = self.env[model].sudo().browse(set(files.mapped("res_id"))).exists()
                rows._check_files_may_change()
        if any(file.res_model == "dan_chu.revision" for file in self.sudo()):
            raise UserError(self.env._("The files of an issued paper do not change, for nobody."))

    @api.model
    def _dan_chu_frozen(self, files):
        """What was issued, as files: the guards above are for everybody else."""
        return super(IrAttachment, self.sudo()).create(
            [{"name": file["name"], "raw": file["raw"]} for file in files]
        )

    def _dan_chu_hang_on(self, revision):
        super(IrAttachment, self.sudo()).write({"res_model": revision._name, "res_id": revision.id})

    def _check_access(self, operation):
        """Files of a discussion follow the discussion: see `dan_chu.thread`."""
        result = super()._check_access(operation)
        forbidden = result[0] if result else self.browse()
        hidden = (self - forbidden)._dan_chu_in_closed_discussion()
        if not hidden:
            return result
        forbidden |= hidden
        return forbidden, lambda: AccessError(
            self.env._(
                "%(count)s file(s) belong to the discussion of a working paper. "
                "Only those who may write the paper open them.",
                count=len(forbidden),
            )
        )

    def _dan_chu_in_closed_discussion(self):
        """Those posted on a working paper that the user may at most read."""
        if self.env.su:
            return self.browse()
        posted = self.sudo().filtered(lambda file: not file.res_field).sudo(False)
        return self.env["dan_chu.thread"]._of_closed_discussions(posted, "res_model")

    @api.model
    def _search(self, domain, *args, bypass_access=False, **kwargs):
        """A search that names one of our models is answered by the model's read rule."""
        if self.env.su or bypass_access:
            return super()._search(domain, *args, bypass_access=bypass_access, **kwargs)
        domain = Domain(domain)
        asked = condition_values(self, "res_model", domain.optimize(self)) or ()
        closed = [name for name in self.env["dan_chu.thread"]._thread_models() if name in asked]
        if closed and not any(
            cond.field_expr in ("id", "res_field") for cond in domain.iter_conditions()
        ):
            # Odoo adds this by itself to a domain without `res_field`, which ours has below.
            domain &= Domain("res_field", "=", False)
        for name in closed:
            domain &= (
                Domain("res_model", "!=", name)
                | Domain("res_field", "!=", False)
                | Domain("res_id", "in", self._dan_chu_discussed(name))
            )
        return super()._search(domain, *args, bypass_access=bypass_access, **kwargs)

    @api.model
    def _dan_chu_discussed(self, model_name):
        model = self.env[model_name].with_context(active_test=False)
        if not model.has_access("write"):
            return []
        rule = self.env["ir.rule"]._compute_domain(model_name, "write")
        return model.sudo()._search(rule)

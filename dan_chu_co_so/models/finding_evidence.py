from odoo import api, fields, models
from odoo.exceptions import UserError

from .owner_unit import OwnerUnit


class FindingEvidence(models.Model):
    """A photo or file of a finding. It comes with it, and rests with it."""

    _name = "dan_chu.finding.evidence"
    _description = "Evidence of a finding"
    _inherit = ["dan_chu.evidence", "dan_chu.sealed", "dan_chu.frozen"]
    _order = "id"
    _may_change = set()
    _frozen_how = "finding"

    finding_id = fields.Many2one("dan_chu.finding", required=True, index=True, ondelete="cascade")
    unit_id = OwnerUnit(related="finding_id.unit_id", store=True, index=True, precompute=True)
    sealed_board_id = fields.Many2one(
        related="finding_id.sealed_board_id",
        store=True,
        index="btree_not_null",
        precompute=True,
        copy=False,
    )
    taken_on = fields.Datetime(
        string="Taken on", readonly=True, help="By the clock of the phone or of the file."
    )

    _once = models.Constraint(
        "UNIQUE(finding_id, sha256)", "This file is already with the finding."
    )

    @api.model_create_multi
    def create(self, vals_list):
        default = self.env.context.get("default_finding_id")
        named = [vals.get("finding_id", default) for vals in vals_list]
        findings = self.env["dan_chu.finding"].browse(set(named) - {None, False})
        findings.check_access("write")
        findings._check_takes_files()
        now = fields.Datetime.now()
        return super().create(
            [
                {
                    **vals,
                    **self._of_finding(findings.browse(finding_id or ())),
                    "taken_on": self._not_later(vals.get("taken_on"), now),
                }
                for vals, finding_id in zip(vals_list, named, strict=True)
            ]
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_resting(self):
        self.finding_id._check_may_change()

    def _check_files_may_change(self):
        """Asked by `ir.attachment`, which is a second way to the same bytes."""
        self.finding_id._check_takes_files()

    @api.model
    def _of_finding(self, finding):
        return {"unit_id": finding.unit_id.id, "sealed_board_id": finding.sealed_board_id.id}

    @api.model
    def _not_later(self, moment, now):
        return moment and min(fields.Datetime.to_datetime(moment), now)


class Finding(models.Model):
    _inherit = "dan_chu.finding"

    def _check_takes_files(self):
        """A correction after the conclusion is a row of its own, and brings its own files."""
        for finding in self:
            inspection = finding.inspection_id
            inspection._check_takes_findings(is_correction=bool(finding.corrects_id))
            if not self.env.su and finding.author_id != self.env.user:
                raise UserError(
                    self.env._(
                        "This was noted by %s: add your photo to a line of your own.",
                        finding.author_id.sudo().name,
                    )
                )

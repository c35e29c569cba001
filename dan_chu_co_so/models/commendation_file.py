from odoo import api, fields, models
from odoo.exceptions import UserError

from .commendation import WITH_UNIT
from .owner_unit import OwnerUnit


class CommendationFile(models.Model):
    """A paper of a dossier: a report of achievements, a certificate, minutes, a photo."""

    _name = "dan_chu.commendation.file"
    _description = "Paper of a dossier"
    _inherit = ["dan_chu.unit.owned", "dan_chu.evidence", "dan_chu.frozen"]
    _order = "id"
    _may_change = frozenset(("name", "note"))
    _frozen_how = "of_commendation"
    _frozen_free = ("write_uid", "write_date", "search_text")

    commendation_id = fields.Many2one(
        "dan_chu.commendation", required=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit(
        related="commendation_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    addressee_unit_id = OwnerUnit(
        related="commendation_id.addressee_unit_id",
        store=True,
        index=True,
        precompute=True,
        readonly=True,
    )
    note = fields.Char(string="What it shows")

    _once = models.Constraint(
        "UNIQUE(commendation_id, sha256)", "This file is in the dossier already."
    )

    @api.model_create_multi
    def create(self, vals_list):
        default = self.env.context.get("default_commendation_id")
        named = {vals.get("commendation_id", default) for vals in vals_list} - {None, False}
        rows = self.env["dan_chu.commendation"].browse(named)
        rows.check_access("write")
        rows._check_dossier_open()
        self._check_links(vals_list)
        kept = {"unit_id", "addressee_unit_id"}
        return super().create(
            [{name: vals[name] for name in vals if name not in kept} for vals in vals_list]
        )

    def write(self, vals):
        self.commendation_id._check_dossier_open()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_handed_in(self):
        self.commendation_id._check_dossier_open()

    def _check_files_may_change(self):
        """Asked by `ir.attachment`, which is a second way to the same bytes."""
        self.commendation_id._check_dossier_open()


class Commendation(models.Model):
    _inherit = "dan_chu.commendation"

    file_ids = fields.One2many(
        "dan_chu.commendation.file", "commendation_id", string="Papers of the dossier"
    )
    file_count = fields.Integer(string="Papers", compute="_compute_file_count")

    @api.depends("file_ids")
    def _compute_file_count(self):
        counts = dict(
            self.env["dan_chu.commendation.file"]._read_group(
                [("commendation_id", "in", self.ids)], ["commendation_id"], ["__count"]
            )
        )
        for row in self:
            row.file_count = counts.get(row._origin, 0)

    def _check_dossier_open(self):
        for row in self:
            if row.state not in WITH_UNIT:
                raise UserError(
                    self.env._(
                        "The dossier of “%(name)s” is “%(state)s”: its papers rest until it is "
                        "sent back.",
                        name=row.name,
                        state=row._state_name(),
                    )
                )

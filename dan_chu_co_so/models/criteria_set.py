from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from .owner_unit import OwnerUnit


class CriteriaSet(models.Model):
    """By what models are judged, with points (bộ tiêu chí chấm điểm).

    Once somebody has judged by it, it rests: other criteria are a new version.
    """

    _name = "dan_chu.criteria.set"
    _description = "Criteria set"
    _inherit = ["dan_chu.unit.owned", "dan_chu.readable.links"]
    _order = "name, version desc, id desc"

    unit_id = OwnerUnit(default=lambda self: self.env["dan_chu.movement"]._default_unit())
    name = fields.Char(string="Criteria", required=True)
    version = fields.Integer(default=1, readonly=True, copy=False)
    previous_id = fields.Many2one(
        "dan_chu.criteria.set",
        string="Version before",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    paper = fields.Char(string="Laid down by", help="Hướng dẫn số 05-HD/BDV ngày 12/3/2026 …")
    line_ids = fields.One2many("dan_chu.criteria.line", "set_id", string="Lines", copy=True)
    maximum = fields.Float(
        string="Points in all", compute="_compute_maximum", store=True, digits=(6, 2)
    )
    is_used = fields.Boolean(string="Judged by", compute="_compute_is_used")
    active = fields.Boolean(default=True)

    _previous_once = models.UniqueIndex(
        "(previous_id) WHERE previous_id IS NOT NULL", "There is a newer version already."
    )

    @api.depends("name", "version")
    def _compute_display_name(self):
        return super()._compute_display_name()

    def _name_for_readers(self):
        for row in self:
            row.display_name = (
                row.name
                if row.version == 1
                else self.env._("%(name)s, version %(version)s", name=row.name, version=row.version)
            )

    @api.depends("line_ids.points")
    def _compute_maximum(self):
        for row in self:
            row.maximum = sum(row.line_ids.mapped("points"))

    def _compute_is_used(self):
        judgements = self.env["dan_chu.initiative.judgement"].sudo()
        counts = dict(judgements._read_group([("set_id", "in", self.ids)], ["set_id"], ["__count"]))
        for row in self:
            row.is_used = bool(counts.get(row._origin))

    @api.model_create_multi
    def create(self, vals_list):
        self._check_links(vals_list)
        begun = {"version": 1, "previous_id": False}
        said = [{name: vals[name] for name in vals if name != "maximum"} for vals in vals_list]
        sets = super().create([{**vals, **begun} for vals in said])
        sets._require_role("officer")
        return sets

    def write(self, vals):
        self._check_links([vals])
        if vals.keys() & {"version", "previous_id", "maximum"}:
            raise UserError(self.env._("A version is made by its button."))
        self._require_role("officer")
        if vals.keys() - {"active"}:
            self._check_not_used()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        self._check_not_used()

    def action_new_version(self):
        """The same criteria to begin with; the movements of the house are judged by it from now."""
        self.ensure_one()
        self._require_role("officer")
        self.check_access("write")
        lines = [
            Command.create({name: line[name] for name in ("name", "points", "note", "sequence")})
            for line in self.line_ids
        ]
        newer = super(CriteriaSet, self.sudo()).create(
            {
                "name": self.name,
                "unit_id": self.unit_id.id,
                "paper": self.paper,
                "version": self.version + 1,
                "previous_id": self.id,
                "line_ids": lines,
            }
        )
        movements = self.env["dan_chu.movement"].search([("criteria_set_id", "=", self.id)])
        movements._filtered_access("write").criteria_set_id = newer
        super().write({"active": False})
        return newer.sudo(False)._get_records_action()

    def _check_not_used(self):
        for row in self.filtered("is_used"):
            raise UserError(
                self.env._(
                    "Models were judged by “%s”, so it stays as it is: make a new version.",
                    row.display_name,
                )
            )


class CriteriaLine(models.Model):
    _name = "dan_chu.criteria.line"
    _description = "Criterion"
    _inherit = ["dan_chu.unit.owned", "dan_chu.readable.links"]
    _order = "sequence, id"

    set_id = fields.Many2one("dan_chu.criteria.set", required=True, index=True, ondelete="cascade")
    unit_id = OwnerUnit(
        related="set_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(string="Criterion", required=True)
    points = fields.Float(string="Points at most", required=True, digits=(6, 2))
    note = fields.Char(string="How it is judged")

    _some_points = models.Constraint(
        "CHECK(points > 0)", "A criterion is worth more than zero points."
    )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_links(vals_list)
        kept = [{name: vals[name] for name in vals if name != "unit_id"} for vals in vals_list]
        lines = super().create(kept)
        lines._check_may_change()
        return lines

    def write(self, vals):
        if vals.keys() & {"set_id", "unit_id"}:
            raise UserError(self.env._("A criterion stays in its set."))
        self._check_may_change()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        self._check_may_change()

    def _check_may_change(self):
        self.set_id._check_not_used()


class Movement(models.Model):
    _inherit = "dan_chu.movement"

    criteria_set_id = fields.Many2one(
        "dan_chu.criteria.set", string="Judged by", index="btree_not_null", ondelete="restrict"
    )

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

_TARGETS = ("revision_id", "directive_id")


class PlanUpper(models.Model):
    """A plan that a plan follows: of the system, as it was issued, or a paper from elsewhere."""

    _name = "dan_chu.plan.upper"
    _description = "Upper plan"
    _inherit = ["dan_chu.plan.part"]
    _rec_name = "text"

    revision_id = fields.Many2one(
        "dan_chu.revision",
        string="Plan of the system",
        index="btree_not_null",
        ondelete="restrict",
        domain=[("res_model", "=", "dan_chu.plan"), ("is_latest", "=", True)],
    )
    directive_id = fields.Many2one(
        "dan_chu.directive",
        string="Paper from elsewhere",
        index="btree_not_null",
        ondelete="restrict",
    )
    upper_plan_id = fields.Many2one(
        "dan_chu.plan", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    words = fields.Char(readonly=True, copy=False, help="How it was named at issue.")
    text = fields.Char(compute="_compute_text")

    _one_target = models.Constraint(
        "CHECK(num_nonnulls(revision_id, directive_id) = 1)",
        "An upper plan is a plan of the system or a registered paper from elsewhere.",
    )
    _once_each = models.UniqueIndex(
        "(plan_id, upper_plan_id) WHERE upper_plan_id IS NOT NULL",
        "The plan already follows this upper plan.",
    )

    @api.depends("words", "revision_id.basis_text", "directive_id.basis_text")
    def _compute_text(self):
        for row in self:
            revision = row.revision_id
            stands = revision._as_it_stands() if revision else revision
            row.text = row.words or stands.basis_text or row.directive_id.basis_text

    @api.constrains(*_TARGETS)
    def _check_stands_above(self):
        """Plans go down the tree: an upper plan of one that stands below would close a circle."""
        for row in self:
            upper, own = row.revision_id.unit_id, row.plan_id.unit_id.institution_id
            if not row.revision_id:
                continue
            if row.revision_id.res_model != "dan_chu.plan":
                raise ValidationError(
                    self.env._("“%s” is not a plan.", row.revision_id.sudo().display_name)
                )
            top = upper.institution_id
            if top != own and own.id in map(int, top.parent_path.strip("/").split("/")):
                raise ValidationError(
                    self.env._(
                        "“%(plan)s” is a plan of %(unit)s, which stands below %(own)s: "
                        "plans follow those of units above, not below.",
                        plan=row.revision_id.sudo().title,
                        unit=top.name,
                        own=own.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        rows = super().create([self._pointed(vals) for vals in vals_list])
        rows._check_targets_readable()
        return rows

    def write(self, vals):
        if "upper_plan_id" in vals and not vals.keys() & set(_TARGETS):
            raise UserError(self.env._("The plan it follows is named by its paper."))
        res = super().write(self._pointed(vals) if vals.keys() & set(_TARGETS) else vals)
        if vals.keys() & set(_TARGETS):
            self._check_targets_readable()
        return res

    def _pointed(self, vals):
        """The plan itself beside the revision that is read: by it the tree is walked."""
        revision = self.env["dan_chu.revision"].browse(vals.get("revision_id") or ()).sudo()
        is_plan = revision.res_model == "dan_chu.plan"
        return {**vals, "upper_plan_id": revision.res_id if is_plan else False}

    def _check_targets_readable(self):
        for name in _TARGETS:
            self[name].check_access("read")

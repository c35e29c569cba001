from collections import Counter

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from . import reach_cache
from .unit_kind import MONTHS

_INSIDE = " – "


class Unit(models.Model):
    """A unit (đơn vị): who acts, who owes, who may look.

    The tree is the access key. An *institution* (cơ quan, đơn vị) has its own head and seal;
    its *inside* is itself and its parts, down to, and without, the institutions below it.
    """

    _name = "dan_chu.unit"
    _description = "Unit"
    _inherit = ["dan_chu.folded.search", "hr.mixin"]
    _parent_store = True
    _order = "sequence, name, id"
    _rec_names_search = ["name", "short_name", "code"]
    _folded_fields = ("name", "short_name", "code")

    name = fields.Char(required=True, index=True)
    short_name = fields.Char(help="As used in lists and in running text: THCS Tây Sơn.")
    code = fields.Char(
        string="Symbol", help="As in document symbols: TnS in 63/KH-TnS.", index="btree_not_null"
    )
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    kind_id = fields.Many2one("dan_chu.unit.kind", required=True, index=True, ondelete="restrict")
    is_organisation = fields.Boolean(related="kind_id.is_organisation")
    is_institution = fields.Boolean(
        string="Own head and seal",
        compute="_compute_from_kind",
        store=True,
        readonly=False,
        precompute=True,
        help="An institution (cơ quan, đơn vị): its working papers never leave it.",
    )
    institution_id = fields.Many2one(
        "dan_chu.unit",
        compute="_compute_institution_id",
        store=True,
        index=True,
        recursive=True,
        ondelete="restrict",
        help="The nearest institution, itself included.",
    )
    parent_id = fields.Many2one(
        "dan_chu.unit", string="Stands under", index=True, ondelete="restrict"
    )
    parent_path = fields.Char(index=True)
    child_ids = fields.One2many("dan_chu.unit", "parent_id", string="Units below")
    child_count = fields.Integer(compute="_compute_child_count")
    professional_superior_id = fields.Many2one(
        "dan_chu.unit",
        string="Superior for the profession",
        index="btree_not_null",
        ondelete="restrict",
        help="Cơ quan quản lý chuyên môn: sees only what is sent to it.",
    )
    professional_child_ids = fields.One2many(
        "dan_chu.unit", "professional_superior_id", string="Looked after for the profession"
    )
    place = fields.Char(help="Địa danh, as printed before the date.")
    work_year_month = fields.Selection(
        MONTHS,
        string="Work year begins in",
        compute="_compute_from_kind",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        help="For the conference, the boards and emulation. Plans and reports have their own.",
    )
    has_union = fields.Boolean(
        string="Has a trade union",
        help="Most state agencies and fully funded public units have none since 2025.",
    )
    representative_body = fields.Char(
        string="Body that represents the staff",
        help="Where there is no trade union. May stay empty.",
    )
    department_id = fields.Many2one(
        "hr.department", index="btree_not_null", ondelete="set null", string="HR department"
    )
    company_id = fields.Many2one("res.company", index="btree_not_null", ondelete="set null")
    # HR's officers choose units for their people and read nothing else of ours.
    assignment_ids = fields.One2many(
        "dan_chu.assignment", "unit_id", string="Roles", groups="dan_chu_co_so.group_user"
    )
    my_roles = fields.Char(compute="_compute_my_roles", search="_search_my_roles")

    _unique_department = models.Constraint(
        "UNIQUE(department_id)", "Another unit already stands for this HR department."
    )
    _not_own_professional_superior = models.Constraint(
        "CHECK(professional_superior_id <> id)", "A unit cannot be its own superior."
    )

    @api.depends("kind_id")
    def _compute_from_kind(self):
        for unit in self:
            unit.is_institution = unit.kind_id.is_institution
            unit.work_year_month = unit.kind_id.work_year_month or "1"

    @api.depends("is_institution", "parent_id.institution_id")
    def _compute_institution_id(self):
        for unit in self:
            alone = unit.is_institution or not unit.parent_id
            unit.institution_id = unit if alone else unit.parent_id.institution_id

    @api.depends("name", "is_institution", "institution_id.name", "institution_id.short_name")
    def _compute_display_name(self):
        for unit in self:
            top = unit.institution_id
            inner = top and top != unit
            unit.display_name = (
                f"{unit.name}{_INSIDE}{top.short_name or top.name}" if inner else unit.name
            )

    def _compute_child_count(self):
        counts = dict(
            self.env["dan_chu.unit"]._read_group(
                [("parent_id", "in", self.ids)], ["parent_id"], ["__count"]
            )
        )
        for unit in self:
            unit.child_count = counts.get(unit, 0)

    @api.model
    def _search_display_name(self, operator, value):
        """An exported “Tổ Toán – THCS Tây Sơn” is found again when it is imported."""
        domain = super()._search_display_name(operator, value)
        if operator == "in":
            for text in value:
                name, dash, top = str(text).rpartition(_INSIDE)
                if dash:
                    domain |= Domain("name", "=", name) & (
                        Domain("institution_id.short_name", "=", top)
                        | Domain("institution_id.name", "=", top)
                    )
        return domain

    @api.depends_context("uid")
    def _compute_my_roles(self):
        assignment = self.env["dan_chu.assignment"]
        for role, label in assignment._fields["role"]._description_selection(self.env):
            reach = self.env.user._dan_chu_reach(role)
            for unit in self:
                mine = [unit.my_roles] if unit.my_roles else []
                unit.my_roles = ", ".join(mine + [label] * (unit.id in reach)) or False

    @api.model
    def _search_my_roles(self, operator, value):
        if operator != "in":
            return NotImplemented
        roles = dict(self.env["dan_chu.assignment"]._fields["role"].selection).keys() & set(value)
        return Domain.OR(Domain("id", "in", self.env.user._dan_chu_reach(role)) for role in roles)

    @api.constrains("is_institution", "kind_id")
    def _check_organisation_stands_alone(self):
        for unit in self.filtered("is_organisation"):
            if not unit.is_institution:
                raise ValidationError(
                    self.env._(
                        "%s is a Party or mass organisation, which is never an inner part of "
                        "another unit: leave “Own head and seal” ticked.",
                        unit.name,
                    )
                )

    @api.constrains("active", "parent_id")
    def _check_no_active_unit_under_an_archived_one(self):
        for unit in self.filtered("active"):
            if unit.parent_id and not unit.parent_id.active:
                raise ValidationError(
                    self.env._(
                        "%(unit)s stands under %(parent)s, which is archived. "
                        "Restore that one first, or move the unit.",
                        unit=unit.name,
                        parent=unit.parent_id.name,
                    )
                )
        for unit in self.filtered(lambda unit: not unit.active):
            below = unit.child_ids
            if below:
                raise ValidationError(
                    self.env._(
                        "%(unit)s still has %(count)s units below it (%(names)s …). "
                        "Archive or move them first.",
                        unit=unit.name,
                        count=len(below),
                        names=", ".join(below[:3].mapped("name")),
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        units = super().create(vals_list)
        reach_cache.forget(self.env)
        units._adopt_department_staff()
        return units

    def write(self, vals):
        if vals.get("parent_id"):
            self._check_not_under_itself(self.browse(vals["parent_id"]))
        res = super().write(vals)
        if vals.keys() & {"parent_id", "is_institution", "kind_id", "active"}:
            reach_cache.forget(self.env)
        if vals.get("department_id"):
            self._adopt_department_staff()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_in_use(self):
        used = self._records_in_use()
        if used:
            raise UserError(
                self.env._(
                    "%(unit)s cannot be deleted: %(records)s refer to it. Archive it instead; "
                    "its papers keep its name.",
                    unit=self[:1].name if len(self) == 1 else self.env._("These units"),
                    records=", ".join(f"{label}: {count}" for label, count in used),
                )
            )

    def unlink(self):
        res = super().unlink()
        reach_cache.forget(self.env)
        return res

    def _check_not_under_itself(self, parent):
        for unit in self:
            if parent.parent_path and f"/{unit.id}/" in f"/{parent.parent_path}":
                raise UserError(
                    self.env._(
                        "%(unit)s cannot stand under %(parent)s, which stands under it.",
                        unit=unit.name,
                        parent=parent.name,
                    )
                )

    def _records_in_use(self):
        """[(what, how many)] of the rows that hold these units, in every model."""
        used = Counter()
        for model in self.env.values():
            if model._abstract or model._transient or not model._auto:
                continue
            for field in model._fields.values():
                if (
                    field.type == "many2one"
                    and field.comodel_name == self._name
                    and field.store
                    and field.ondelete == "restrict"
                    and not field.related
                    and field.name != "institution_id"
                ):
                    domain = Domain(field.name, "in", self.ids)
                    if model._name == self._name:
                        domain &= Domain("id", "not in", self.ids)
                    count = model.sudo().with_context(active_test=False).search_count(domain)
                    if count:
                        used[self.env["ir.model"]._get(model._name).name] += count
        return list(used.items())

    def action_open_below(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("dan_chu_co_so.unit_action")
        return {
            **action,
            "domain": [("parent_id", "=", self.id)],
            "context": {"default_parent_id": self.id},
            "display_name": self.env._("Below %s", self.name),
        }

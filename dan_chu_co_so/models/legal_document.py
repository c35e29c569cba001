from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import format_date

from ..lib.citation import KIND_NAMES, KNOWN_BY_NAME, LegalText
from ..lib.clock import today
from . import reach_cache
from .owner_unit import OwnerUnit

CONFIDENCES = [
    ("confirmed", "Read in the text"),
    ("secondary", "Second hand"),
    ("recalled", "From memory"),
]


class LegalDocument(models.Model):
    """A legal or directing text that papers are based on (văn bản căn cứ).

    Shipped texts hold only what could be read; an empty field is not known. Each institution
    adds its local ones, which everybody may cite.
    """

    _name = "dan_chu.legal.document"
    _description = "Legal text"
    _inherit = ["dan_chu.folded.search"]
    _order = "date desc, id desc"
    _folded_fields = ("number", "kind_name", "subject", "short_name", "issuer")

    kind = fields.Selection(
        [
            ("constitution", "Constitution"),
            ("code", "Code"),
            ("law", "Law"),
            ("ordinance", "Ordinance"),
            ("resolution", "Resolution"),
            ("decree", "Decree"),
            ("decision", "Decision"),
            ("circular", "Circular"),
            ("joint_circular", "Joint circular"),
            ("directive", "Directive"),
            ("conclusion", "Conclusion"),
            ("regulation", "Regulation"),
            ("provision", "Provision"),
            ("programme", "Programme"),
            ("plan", "Plan"),
            ("guidance", "Guidance"),
            ("notice", "Notice"),
            ("official_letter", "Official letter"),
            ("other", "Other"),
        ],
        required=True,
        index=True,
    )
    kind_name = fields.Char(
        string="Kind as printed",
        compute="_compute_kind_name",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    number = fields.Char(help="With its symbol, as printed: 59/2023/NĐ-CP.", index="btree_not_null")
    date = fields.Date(string="Dated")
    issuer = fields.Char(help="As printed after “của”: Chính phủ, Bộ trưởng Bộ Nội vụ …")
    subject = fields.Char(
        help="As in running text: quy định chi tiết một số điều của Luật … "
        "Of a law, its name: Thực hiện dân chủ ở cơ sở."
    )
    short_name = fields.Char(help="How it is cited, if not by kind and number.")
    date_from = fields.Date(string="In force from", index=True)
    date_to = fields.Date(string="In force until", help="The last day.", index=True)
    replaced_by_id = fields.Many2one(
        "dan_chu.legal.document", string="Replaced by", index="btree_not_null", ondelete="restrict"
    )
    replaces_ids = fields.One2many("dan_chu.legal.document", "replaced_by_id")
    rule_ids = fields.One2many("dan_chu.rule", "legal_document_id")
    unit_id = OwnerUnit(
        "dan_chu.unit",
        string="Added by",
        default=lambda self: self._default_unit(),
        index="btree_not_null",
        ondelete="restrict",
        help="The unit that keeps this local text. Empty: common to all.",
    )
    confidence = fields.Selection(CONFIDENCES, default="confirmed", required=True)
    note = fields.Text(help="Where it was read, and what remains to be checked.")
    basis_text = fields.Char(string="Printed as a basis", compute="_compute_printed")
    missing_text = fields.Char(compute="_compute_printed")
    expired_text = fields.Char(compute="_compute_expired")
    successor_id = fields.Many2one("dan_chu.legal.document", compute="_compute_expired")
    may_edit = fields.Boolean(compute="_compute_may_edit")

    _ends_after_start = models.Constraint(
        "CHECK(date_to >= date_from)", "A text cannot go out of force before it comes into force."
    )
    _not_its_own_successor = models.Constraint(
        "CHECK(replaced_by_id <> id)", "A text cannot replace itself."
    )
    _listed_once = models.UniqueIndex(
        "(number, kind, COALESCE(issuer, ''), COALESCE(date, '-infinity'), COALESCE(unit_id, 0))"
        " WHERE number IS NOT NULL",
        "This text (same kind, number, date and issuer) is already in the list: use that one.",
    )

    @api.depends("kind")
    def _compute_kind_name(self):
        for text in self:
            text.kind_name = KIND_NAMES.get(text.kind) or text.kind_name

    @api.depends("kind", "kind_name", "number", "date", "issuer", "subject", "short_name")
    def _compute_display_name(self):
        for text in self:
            text.display_name = text._legal_text().name

    @api.depends("kind", "kind_name", "number", "date", "issuer", "subject", "short_name")
    @api.depends_context("lang")
    def _compute_printed(self):
        for text in self:
            text.basis_text = text._legal_text().basis
            needed = ["date", "subject"]
            if text.kind not in KNOWN_BY_NAME:
                needed += ["number", "issuer"]
            labels = (text._fields[name].get_description(self.env)["string"] for name in needed)
            missing = [label for name, label in zip(needed, labels, strict=True) if not text[name]]
            text.missing_text = ", ".join(missing)

    @api.depends("date_from", "date_to", "replaced_by_id.date_from", "replaced_by_id.date_to")
    @api.depends_context("lang")
    def _compute_expired(self):
        day = today()
        for text in self:
            text.expired_text = text._expired_warning(day)
            text.successor_id = text._successor(day) if text.expired_text else False

    @api.constrains("replaced_by_id")
    def _check_successors_end(self):
        for text in self:
            if text._has_cycle("replaced_by_id"):
                raise ValidationError(
                    self.env._(
                        "%(text)s cannot be replaced by %(successor)s, which it has replaced.",
                        text=text.display_name,
                        successor=text.replaced_by_id.display_name,
                    )
                )

    @api.depends("unit_id")
    @api.depends_context("uid")
    def _compute_may_edit(self):
        """An officer adds local texts; the common ones are the manager's."""
        editable = self._origin._filtered_access("write")
        for text in self:
            text.may_edit = not text._origin or text._origin in editable

    @api.model_create_multi
    def create(self, vals_list):
        texts = super().create(vals_list)
        reach_cache.forget(self.env)
        return texts

    def write(self, vals):
        res = super().write(vals)
        if "unit_id" in vals:
            # The rule was asked about the unit the text came from, not about where it goes.
            self.check_access("write")
        reach_cache.forget(self.env)
        return res

    def _default_unit(self):
        if self.env.user.has_group("dan_chu_co_so.group_manager"):
            return False
        units = self.env["dan_chu.unit"].browse(self.env.user._dan_chu_reach("officer"))
        return (units & units.institution_id or units)[:1]

    def _is_in_force(self, on):
        """Nothing says it is not: an unknown first or last day does not count against it."""
        self.ensure_one()
        begun = not self.date_from or self.date_from <= on
        return begun and (not self.date_to or self.date_to >= on)

    def _successor(self, on):
        """The text that stands in its place on that day, if one is known."""
        self.ensure_one()
        successor = self.replaced_by_id
        while successor and not successor._is_in_force(on):
            successor = successor.replaced_by_id
        return successor

    def _expired_warning(self, on):
        """What to tell whoever picks this text for a paper of that day, or False."""
        self.ensure_one()
        if self._is_in_force(on):
            return False
        if self.date_from and on < self.date_from:
            return self.env._(
                "%(text)s comes into force on %(date)s.",
                text=self.display_name,
                date=format_date(self.env, self.date_from),
            )
        successor = self._successor(on)
        if not successor:
            return self.env._(
                "%(text)s went out of force after %(date)s. No text replacing it is known here.",
                text=self.display_name,
                date=format_date(self.env, self.date_to),
            )
        return self.env._(
            "%(text)s went out of force after %(date)s. Cite %(successor)s instead.",
            text=self.display_name,
            date=format_date(self.env, self.date_to),
            successor=successor.display_name,
        )

    def _expired_onchange(self, on):
        """The answer of an onchange that lets the user pick these texts, or None."""
        warnings = [text._expired_warning(on) for text in self]
        message = "\n".join(filter(None, warnings))
        if not message:
            return None
        return {"warning": {"title": self.env._("Out of force on that day"), "message": message}}

    def _legal_text(self):
        self.ensure_one()
        return LegalText(
            self.kind,
            self.kind_name or "",
            self.number or "",
            self.date or None,
            self.issuer or "",
            self.subject or "",
            self.short_name or "",
        )

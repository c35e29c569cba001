from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..lib.clock import today

VERBS = [
    ("based_on", "Căn cứ"),
    ("carrying_out", "Thực hiện"),
    ("considering", "Xét đề nghị"),
    ("proposed_by", "Theo đề nghị"),
]
_TARGETS = ("legal_document_id", "revision_id", "directive_id")


class DocumentBasis(models.Model):
    """What a paper rests on: a legal text, another paper, or words (căn cứ)."""

    _name = "dan_chu.document.basis"
    _description = "Basis of a paper"
    _inherit = ["dan_chu.document.part"]
    _rec_name = "text"

    verb = fields.Selection(VERBS, default="based_on", required=True)
    legal_document_id = fields.Many2one(
        "dan_chu.legal.document", string="Legal text", index="btree_not_null", ondelete="restrict"
    )
    revision_id = fields.Many2one(
        "dan_chu.revision",
        string="Paper of the system",
        index="btree_not_null",
        ondelete="restrict",
        domain=[("is_latest", "=", True)],
    )
    directive_id = fields.Many2one(
        "dan_chu.directive",
        string="Paper from elsewhere",
        index="btree_not_null",
        ondelete="restrict",
    )
    words = fields.Char(help="What is printed after the verb. Empty: the full name of the text.")
    text = fields.Char(string="As printed", compute="_compute_text")
    expired_text = fields.Char(compute="_compute_expired_text")

    _at_most_one_target = models.Constraint(
        "CHECK(num_nonnulls(legal_document_id, revision_id, directive_id) <= 1)",
        "A basis is one text: a legal text, a paper of the system or one from elsewhere.",
    )

    @api.depends(
        "verb",
        "words",
        "legal_document_id.basis_text",
        "revision_id.basis_text",
        "directive_id.basis_text",
    )
    def _compute_text(self):
        verbs = dict(VERBS)
        for basis in self:
            words = basis._words()
            basis.text = words and " ".join(filter(None, (verbs.get(basis.verb), words)))

    @api.depends("legal_document_id", "document_id.date")
    @api.depends_context("lang")
    def _compute_expired_text(self):
        for basis in self:
            day = basis.document_id.date or today()
            text = basis.legal_document_id
            basis.expired_text = text._expired_warning(day) if text else False

    @api.onchange("legal_document_id")
    def _onchange_legal_document_id(self):
        return self.legal_document_id._expired_onchange(self.document_id.date or today())

    @api.constrains("document_id", "words", *_TARGETS)
    def _check_says_something(self):
        for basis in self:
            if not basis.words and not any(basis[name] for name in _TARGETS):
                raise ValidationError(
                    self.env._(
                        "A basis of “%s” is empty: choose a text, or type its words.",
                        basis.document_id.display_name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        bases = super().create(vals_list)
        bases._check_targets_readable()
        return bases

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & set(_TARGETS):
            self._check_targets_readable()
        return res

    def _check_targets_readable(self):
        """The text of a basis is printed: a paper rests on nothing its writer may not read."""
        for name in _TARGETS:
            self[name].check_access("read")

    def _words(self):
        self.ensure_one()
        chosen = next((self[name] for name in _TARGETS if self[name]), None)
        if chosen and self.id:
            chosen = chosen.sudo()
        if chosen and chosen._name == "dan_chu.revision":
            chosen = chosen._as_it_stands()
        return self.words or (chosen and chosen.basis_text) or ""

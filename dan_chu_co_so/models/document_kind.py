from odoo import api, fields, models
from odoo.fields import Domain


class DocumentKind(models.Model):
    """What kind of paper it is (loại văn bản), and how such a paper begins and ends.

    The kinds and their abbreviations are those of Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục I.
    """

    _name = "dan_chu.document.kind"
    _description = "Kind of document"
    _inherit = ["dan_chu.folded.search"]
    _order = "sequence, id"
    _rec_names_search = ["name", "code"]
    _folded_fields = ("name", "code")

    name = fields.Char(required=True, help="As written in running text: Kế hoạch.")
    code = fields.Char(
        string="Abbreviation",
        required=True,
        help="As in document symbols: KH in 63/KH-TnS. An official letter has none in its "
        "symbol; it is known by CV in lists only.",
    )
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    printed_title = fields.Char(
        help="Printed in the middle: KẾ HOẠCH. Empty for an official letter."
    )
    head_form = fields.Selection(
        [
            ("titled", "Title and subject in the middle"),
            ("letter", "Subject under the number"),
            ("minutes", "Minutes: no place and date"),
        ],
        string="Head of the paper",
        required=True,
        default="titled",
    )
    symbol_form = fields.Selection(
        [
            ("kind_first", "Kind – issuer (KH-TnS)"),
            ("issuer_first", "Issuer – drafter (BNV-VP)"),
        ],
        string="Symbol",
        required=True,
        default="kind_first",
    )
    subject_prefix = fields.Char(help="Printed before the subject: Về việc, V/v.")
    has_authority = fields.Boolean(
        string="Names the authority that issues it",
        help="A line such as HIỆU TRƯỞNG TRƯỜNG THCS TÂY SƠN above the bases.",
    )
    order_word = fields.Char(help="Printed after the bases: QUYẾT ĐỊNH:, QUYẾT NGHỊ:")
    is_plan = fields.Boolean(string="Is a plan", help="Written on the screen of plans.")
    has_addressee = fields.Boolean(string="Is addressed (Kính gửi)")
    foot_form = fields.Selection(
        [
            ("signature", "Recipients and signature"),
            ("minutes", "Minutes: secretary and chair"),
        ],
        string="Foot of the paper",
        required=True,
        default="signature",
    )
    end_mark = fields.Char(string="Mark after the text", default="./.")
    is_numbered = fields.Boolean(string="Carries a number", default=True)
    is_general = fields.Boolean(
        string="For general papers", help="Offered where any notice or letter is written."
    )
    note = fields.Text()

    _unique_code = models.Constraint(
        "UNIQUE(code)",
        "Another kind of document, perhaps an archived one, already has this abbreviation.",
    )
    _code_fits_a_symbol = models.Constraint(
        r"CHECK(code !~ '[\s/-]')",
        "An abbreviation is one word without “/” and “-”: KH, QyĐ.",
    )

    @api.depends("name", "code")
    def _compute_display_name(self):
        for kind in self:
            kind.display_name = f"{kind.name} ({kind.code})" if kind.code else kind.name

    @api.model
    def _search_display_name(self, operator, value):
        """An exported “Kế hoạch (KH)” is found again when it is imported."""
        domain = super()._search_display_name(operator, value)
        if operator == "in":
            for text in value:
                name, bracket, code = str(text).rpartition(" (")
                if bracket:
                    domain |= Domain("name", "=", name) & Domain("code", "=", code.rstrip(")"))
        return domain

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..lib.clock import today
from ..lib.text import capitals

# margin: the rule that holds its range
_MARGINS = {
    "top": "format.margin_vertical",
    "bottom": "format.margin_vertical",
    "left": "format.margin_left",
    "right": "format.margin_right",
}
# What is printed, and the rule that holds its size. The decree's table (Phụ lục I, Phần I,
# Mục V) shows no size for bases, the annex's reference and the address: they take that of what
# they stand beside.
_SIZES = {
    "country": "country.usual",
    "motto": "motto.usual",
    "superior": "superior.usual",
    "issuer": "issuer.usual",
    "number": "number",
    "place_and_date": "place_and_date.usual",
    "title": "title.usual",
    "subject": "subject.usual",
    "letter_subject": "letter_subject.usual",
    "bases": "body.usual",
    "body": "body.usual",
    "headings": "headings.usual",
    "signatory_title": "signatory_title.usual",
    "signatory_name": "signatory_name.usual",
    "addressee": "addressee.usual",
    "recipients_word": "recipients_word",
    "recipients": "recipients",
    "annex_word": "annex_word",
    "annex_title": "annex_title.usual",
    "annex_reference": "annex_title.usual",
    "urgency": "urgency.usual",
    "circulation": "circulation.usual",
    "page_number": "page_number.usual",
    "drafter": "drafter",
    "address": "drafter",
}
_LINE_SPACING = 1.15


class Unit(models.Model):
    """How a unit's papers look: its letterhead (phần đầu văn bản) and its page."""

    _inherit = "dan_chu.unit"

    letterhead_name = fields.Text(
        string="Name in the letterhead",
        help="One line for each line that is printed. Empty: the name of the unit. An inner "
        "part that has a name here prints its own letterhead, below the institution's.",
    )
    letterhead_superior = fields.Boolean(
        string="Superior body in the letterhead",
        default=True,
        help="A people's committee prints none above its own name.",
    )
    letterhead_address = fields.Char(
        string="Address in the letterhead",
        help="Printed at the foot of the first page: address, phone, e-mail.",
    )
    signing_body = fields.Char(
        string="Signed on behalf of",
        help="ỦY BAN NHÂN DÂN, after “TM.”, where a collective body decides. Empty where the "
        "head alone does.",
    )
    archive_mark = fields.Char(
        string="Archive", default="VT", help="As in “Lưu: VT” at the end of the recipients."
    )
    margin_top = fields.Integer(string="Top margin (mm)")
    margin_bottom = fields.Integer(string="Bottom margin (mm)")
    margin_left = fields.Integer(string="Left margin (mm)")
    margin_right = fields.Integer(string="Right margin (mm)")

    @api.constrains("margin_top", "margin_bottom", "margin_left", "margin_right")
    def _check_margins(self):
        on = today()
        for unit in self:
            for side, code in _MARGINS.items():
                margin = unit[f"margin_{side}"]
                rule = self.env["dan_chu.rule"]._value(code, unit, on)
                if margin and margin not in rule.value:
                    raise ValidationError(
                        self.env._(
                            "%(unit)s: “%(side)s” cannot be %(margin)s, it must lie in "
                            "%(rule)s. Write a number in this range, or 0 for %(lowest)s mm.",
                            unit=unit.name,
                            margin=margin,
                            side=self._fields[f"margin_{side}"]._description_string(self.env),
                            rule=rule.explanation,
                            lowest=rule.value.low,
                        )
                    )

    def _letterhead(self, day):
        """The lines at the upper left of a paper of this day, in capitals."""
        self.ensure_one()
        top = self.institution_id
        issuer = self if _lines(self.letterhead_name) else top
        superior = _lines(top._superior_name(day)) if issuer == top else top._issuer_lines()
        return {
            "superior": superior if issuer.letterhead_superior else [],
            "issuer": issuer._issuer_lines(),
        }

    def _issuer_lines(self):
        return _lines(self.letterhead_name) or _lines(self.name)

    def _layout(self, day):
        """Page, sizes and distances of a paper of this day, for the writers."""
        self.ensure_one()

        def law(code):
            return self.env["dan_chu.rule"]._value(f"format.{code}", self, day).value

        spacing = max(law("line_spacing_min"), min(law("line_spacing_max"), _LINE_SPACING))
        return {
            "page": [law("page_width"), law("page_height")],
            "margins": self._margins(day),
            "sizes": {name: law(f"size.{code}") for name, code in _SIZES.items()},
            "paragraph_gap": law("paragraph_gap"),
            "line_spacing": float(spacing),
            "first_line_indent": float(law("first_line_indent") * 10),
            "letter_subject_gap": law("letter_subject_gap"),
            "rule": round(float(law("rule_min") + law("rule_max")) / 2, 2),
        }

    def _margins(self, day):
        """In mm: the unit's own, else its institution's, else the least the decree allows."""
        margins = {}
        for side, code in _MARGINS.items():
            field = f"margin_{side}"
            lowest = self.env["dan_chu.rule"]._value(code, self, day).value.low
            margins[side] = self[field] or self.institution_id[field] or lowest
        return margins


def _lines(text):
    return [line for line in map(capitals, (text or "").splitlines()) if line]

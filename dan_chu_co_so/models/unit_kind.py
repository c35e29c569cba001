from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ..lib.text import fold

MONTHS = [
    ("1", "January"),
    ("2", "February"),
    ("3", "March"),
    ("4", "April"),
    ("5", "May"),
    ("6", "June"),
    ("7", "July"),
    ("8", "August"),
    ("9", "September"),
    ("10", "October"),
    ("11", "November"),
    ("12", "December"),
]


class UnitKind(models.Model):
    """What a unit is (loại đơn vị), and what follows from it until somebody says otherwise."""

    _name = "dan_chu.unit.kind"
    _description = "Kind of unit"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    is_institution = fields.Boolean(
        string="Has its own head and seal",
        help="A unit of this kind is an institution (cơ quan, đơn vị) of the law on grassroots "
        "democracy: its papers stay inside it.",
    )
    is_organisation = fields.Boolean(
        string="Party or mass organisation",
        help="Receives and reports, and has no access to the papers of the unit it stands by. "
        "Its own central body regulates its democracy (Điều 91 khoản 2).",
    )
    is_school = fields.Boolean(string="School")
    work_year_month = fields.Selection(
        MONTHS, string="Work year begins in", required=True, default="1"
    )
    head_title = fields.Char(string="Title of the head", help="As printed: Giám đốc, Hiệu trưởng …")

    @api.constrains("is_institution", "is_organisation")
    def _check_organisation_stands_alone(self):
        for kind in self.filtered("is_organisation"):
            if not kind.is_institution:
                raise ValidationError(
                    self.env._(
                        "%s: a Party or mass organisation is never an inner part of another "
                        "unit. Tick “Has its own head and seal” as well.",
                        kind.name,
                    )
                )

    @api.model
    def _search_display_name(self, operator, value):
        """Without diacritics, in the user's language: the names are translated, and few."""
        if operator == "ilike" and isinstance(value, str):
            words = fold(value).split()
            found = (
                self.with_context(active_test=False)
                .search_fetch([], ["name"])
                .filtered(lambda kind: all(word in fold(kind.name) for word in words))
            )
            return Domain("id", "in", found.ids)
        return super()._search_display_name(operator, value)

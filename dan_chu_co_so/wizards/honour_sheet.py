from odoo import api, fields, models
from odoo.fields import Domain

from ..lib.clock import today
from ..lib.honour_years import HARDLY_BEGUN, YEARS, side_by_side
from ..lib.person_name import sort_key
from ..lib.sheet import Column, Line, Sheet, Table
from ..lib.text import fold
from ..lib.work_year import work_year


class HonourSheet(models.TransientModel):
    """Thành tích qua các năm: who was given what, the years side by side."""

    _name = "dan_chu.honour.sheet"
    _description = "Awards of several years"
    _inherit = ["dan_chu.sheet.dialog"]
    _file_name = "thanh-tich-qua-cac-nam"

    target = fields.Selection(
        [("person", "Persons"), ("collective", "Collectives")],
        string="Of",
        required=True,
        default="person",
    )
    year_to = fields.Integer(
        string="Up to the year",
        compute="_compute_year_to",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    year_count = fields.Integer(string="Years", required=True, default=5)

    _few_years = models.Constraint(
        "CHECK(year_count BETWEEN 1 AND 10)",
        "A page has room for one to ten years side by side.",
    )

    @api.depends("unit_id")
    def _compute_year_to(self):
        """The work year that runs, by the year it ends in; the one before if it has only begun."""
        for wizard in self:
            day = today()
            first, last = work_year(wizard._month(), day)
            months_in = (day.year - first.year) * 12 + day.month - first.month
            wizard.year_to = wizard.year_to or last.year - (months_in < HARDLY_BEGUN)

    @api.depends("unit_id", "target", "year_to", "year_count")
    @api.depends_context("uid")
    def _compute_shown(self):
        return super()._compute_shown()

    def _month(self):
        return int(self.unit_id._origin.institution_id.work_year_month or "1")

    def _honours(self):
        unit = self.unit_id._origin
        domain = Domain("unit_id", "child_of", unit.institution_id.id)
        domain &= Domain("is_cancelled", "=", False)
        domain &= Domain("subject_unit_id", "=" if self.target == "person" else "!=", False)
        if unit != unit.institution_id:
            inside = Domain("dan_chu_unit_id", "child_of", unit.id)
            domain &= (
                Domain("employee_id", "any!", inside)
                if self.target == "person"
                else Domain("subject_unit_id", "child_of", unit.id)
            )
        return self.env["dan_chu.honour"].search(domain, order="award_id, decided_on, id")

    def _sheet(self):
        count = min(max(self.year_count, 1), YEARS)
        in_order = sort_key if self.target == "person" else fold
        rows = [
            (row._subject_key(), row.name, row._year(), row.award_name)
            for row in self._honours().sorted(lambda row: in_order(row.name))
        ]
        years, lines = side_by_side(rows, self.year_to, count, self._month() != 1)
        columns = (
            Column("STT", 3, "center"),
            Column("Họ và tên" if self.target == "person" else "Tập thể", 9),
            *(Column(year, 7) for year in years),
        )
        table = Table(
            "",
            columns,
            tuple(
                Line((number, name, *cells)) for number, (name, cells) in enumerate(lines, start=1)
            ),
        )
        whose = "cá nhân" if self.target == "person" else "tập thể"
        return Sheet(
            f"Thành tích của {whose} qua các năm",
            (self.unit_id.name,),
            (table,) if lines else (),
        )

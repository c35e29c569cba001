import base64

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

from ..lib.clock import today
from ..lib.honour_years import YEARS, side_by_side
from ..lib.sheet import Column, Line, Sheet, Table, shown
from ..lib.work_year import work_year

_NAME = "thanh-tich-qua-cac-nam"


class HonourSheet(models.TransientModel):
    """Thành tích qua các năm: who was given what, the years side by side."""

    _name = "dan_chu.honour.sheet"
    _description = "Awards of several years"
    _inherit = ["dan_chu.readable.links"]

    unit_id = fields.Many2one(
        "dan_chu.unit",
        required=True,
        default=lambda self: self.env["dan_chu.document"]._default_unit(),
    )
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
    shown = fields.Html(compute="_compute_shown", sanitize=False)
    data = fields.Binary(string="To download", attachment=True, readonly=True)

    _few_years = models.Constraint(
        "CHECK(year_count BETWEEN 1 AND 10)",
        "A page has room for one to ten years side by side.",
    )

    @api.depends("unit_id")
    def _compute_year_to(self):
        """The work year that runs, by the year it ends in."""
        for wizard in self:
            _first, last = work_year(wizard._month(), today())
            wizard.year_to = wizard.year_to or last.year

    @api.depends("unit_id", "target", "year_to", "year_count")
    @api.depends_context("uid")
    def _compute_shown(self):
        for wizard in self:
            wizard.shown = wizard._is_of_house() and self.env["ir.qweb"]._render(
                "dan_chu_co_so.sheet_on_screen", {"sheet": wizard._sheet(), "shown": shown}
            )

    def action_pdf(self):
        self.ensure_one()
        self._check_is_of_house()
        sheets = self.env["dan_chu.sheet"]
        return self._file(sheets._pdf_of(self.unit_id, self._sheet(), landscape=True), "pdf")

    def action_excel(self):
        self.ensure_one()
        self._check_is_of_house()
        return self._file(self.env["dan_chu.sheet"]._excel_of(self._sheet()), "xlsx")

    def _is_of_house(self):
        """A letterhead is used by the officers and the head of its unit."""
        unit = self.unit_id._origin
        reach = self.env.user._dan_chu_reach
        return bool(unit) and any(unit.id in reach(role) for role in ("officer", "head"))

    def _check_is_of_house(self):
        self.check_access("write")
        if not self._is_of_house():
            raise AccessError(
                self.env._("This is for the officers and the head of %s.", self.unit_id.name)
            )

    def _file(self, data, ending):
        self.data = base64.b64encode(data)
        url = f"/web/content/{self._name}/{self.id}/data/{_NAME}.{ending}?download=true"
        return {"type": "ir.actions.act_url", "url": url}

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
        return self.env["dan_chu.honour"].search(domain, order="name, decided_on, id")

    def _sheet(self):
        count = min(max(self.year_count, 1), YEARS)
        rows = [
            (row._subject_key(), row.name, row._year(), row.award_name) for row in self._honours()
        ]
        years, lines = side_by_side(rows, self.year_to, count, self._month() != 1)
        columns = (
            Column("STT", 2, "center"),
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

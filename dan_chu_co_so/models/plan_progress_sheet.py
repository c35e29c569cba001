from odoo import api, fields, models

from ..lib.citation import long_date
from ..lib.plan_body import paragraphs
from ..lib.plan_text import running
from ..lib.sheet import Column, Line, Sheet, Table, shown
from ..lib.sheet_figures import FIGURES, lines, numbered
from ..lib.target_value import with_unit
from ..lib.text import slug

_MET = {"yes": "Đạt", "no": "Chưa đạt", "unknown": "Chưa có số liệu"}


class Plan(models.Model):
    """Progress of a plan as a sheet: the same on the screen, in PDF and in Excel."""

    _inherit = "dan_chu.plan"

    progress_sheet = fields.Html(
        string="Progress", compute="_compute_progress_sheet", sanitize=False
    )

    @api.depends(
        "task_ids.state",
        "task_ids.weight",
        "task_ids.date_deadline",
        "task_ids.section_id",
        "section_ids.text",
        "target_ids.met",
    )
    @api.depends_context("tz")
    def _compute_progress_sheet(self):
        for plan in self:
            sheet = plan._origin and plan._progress_sheet()
            plan.progress_sheet = (
                self.env["ir.qweb"]._render(
                    "dan_chu_co_so.sheet_on_screen", {"sheet": sheet, "shown": shown}
                )
                if sheet and sheet.tables
                else False
            )

    def action_progress_pdf(self):
        self.ensure_one()
        self.check_access("read")
        report = self.env.ref("dan_chu_co_so.plan_progress_report_pdf")
        return report.report_action(self, config=False)

    def action_progress_excel(self):
        self.ensure_one()
        self.check_access("read")
        return {"type": "ir.actions.act_url", "url": f"/dan_chu/progress/{self.id}"}

    def _progress_file_name(self):
        self.ensure_one()
        return slug(f"Tien do {self.document_id._file_name()}")

    def _sheet_pdf_to_print(self):
        self.ensure_one()
        return self.env["dan_chu.sheet"]._pdf_of(self.unit_id, self._progress_sheet())

    def _progress_sheet(self):
        self.ensure_one()
        plan = self._origin
        day = long_date(fields.Date.context_today(plan))
        return Sheet(
            "Tiến độ thực hiện",
            (plan._named_for_sheet(), f"(Tính đến ngày {day})"),
            numbered(table for table in plan._progress_tables() if table.lines),
        )

    def _named_for_sheet(self):
        number = self.reference and f"số {self.reference}"
        return " ".join(filter(None, (self.kind_id.name, number, running(self.title))))

    def _progress_tables(self):
        own, tree = self._figures().get(self.id, (None, None))
        whole = [(name, numbers) for name, numbers in self._progress_whole(own, tree) if numbers]
        by_section = self._progress_by_section()
        # Where no task stands under a section, the sections tell nothing.
        if not any(section for section, _numbers in by_section):
            by_section = []
        sections = [(_section_name(section), numbers) for section, numbers in by_section]
        units = [(unit.name, numbers) for unit, numbers in self._progress_by_unit()]
        yield Table(
            "Kết quả chung",
            (Column("Phạm vi", 12), *FIGURES),
            tuple(line for row in whole for line in lines([row])),
        )
        yield Table("Theo nội dung kế hoạch", (Column("Nội dung", 12), *FIGURES), lines(sections))
        yield Table("Theo đơn vị thực hiện", (Column("Đơn vị", 12), *FIGURES), lines(units))
        yield Table(
            "Chỉ tiêu",
            (
                Column("Chỉ tiêu", 12),
                Column("Yêu cầu", 5),
                Column("Kết quả", 4),
                Column("Đánh giá", 4),
            ),
            tuple(
                Line((row.name, row.shown or "", row._reached_text(), _MET[row.met]))
                for row in self.target_ids.sorted("sequence")
            ),
        )

    def _progress_whole(self, own, tree):
        rows = [("Nhiệm vụ của kế hoạch này", own)]
        if own != tree:
            rows.append(("Cùng kế hoạch của các đơn vị bên dưới", tree))
        return rows


class Target(models.Model):
    _inherit = "dan_chu.target"

    def _reached_text(self):
        self.ensure_one()
        if not self.result_on:
            return ""
        if self.target_kind == "yes_no":
            return "Có" if self.is_result_yes else "Không"
        if self.target_kind == "rating":
            return self.result_rating or ""
        units = {"ratio": self.measure or "%", "number": self.measure}
        return with_unit(self.result, units.get(self.target_kind) or "")


def _section_name(section):
    if not section:
        return "Nhiệm vụ khác"
    return " ".join(filter(None, (section.number, *paragraphs(section.text)[:1])))

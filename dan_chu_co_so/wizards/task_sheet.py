from itertools import count

from odoo import api, fields, models
from odoo.fields import Command, Domain

from ..lib.citation import long_date
from ..lib.plan_body import paragraphs
from ..lib.sheet import Column, Line, Sheet, Table
from ..lib.sheet_figures import FIGURES, lines
from ..models.task import OPEN

_STATES = {
    "todo": "Chưa thực hiện",
    "doing": "Đang thực hiện",
    "done": "Đã hoàn thành",
    "accepted": "Đã hoàn thành, được xác nhận",
    "cancelled": "Đã hủy",
}
_COLUMNS = (
    Column("STT", 2, "center"),
    Column("Nhiệm vụ", 12),
    Column("Chủ trì, phối hợp", 7),
    Column("Thời gian hoàn thành", 6),
    Column("Hạn", 5, "center"),
    Column("Tình trạng", 5),
    Column("Kết quả", 7),
)


class TaskSheet(models.TransientModel):
    """Bảng theo dõi nhiệm vụ: the tasks chosen in a list, or all of a unit, as PDF or Excel."""

    _name = "dan_chu.task.sheet"
    _description = "Sheet of tasks"
    _inherit = ["dan_chu.sheet.dialog"]
    _file_name = "bang-theo-doi-nhiem-vu"

    side = fields.Selection(
        [("owed", "Owed by the unit"), ("given", "Given by the unit")],
        string="Tasks",
        default="owed",
        required=True,
    )
    owed_by_id = fields.Many2one(
        "dan_chu.unit", string="Owed by", help="Empty: by whomever the unit has given tasks to."
    )
    is_open_only = fields.Boolean(string="Only those still to be done")
    task_ids = fields.Many2many("dan_chu.task", string="Tasks chosen")

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        model, ids = (self.env.context.get(f"active_{name}") for name in ("model", "ids"))
        if model == "dan_chu.task" and ids:
            values["task_ids"] = [Command.set(ids)]
        return values

    @api.depends("unit_id", "side", "owed_by_id", "is_open_only", "task_ids")
    @api.depends_context("tz", "uid")
    def _compute_shown(self):
        return super()._compute_shown()

    def _tasks(self):
        """Those chosen, or those of the unit, as far as the user may read them."""
        if self.task_ids:
            domain = Domain("id", "in", self.task_ids._origin.ids)
        else:
            side = {"owed": "addressee_unit_id", "given": "unit_id"}[self.side]
            domain = (
                Domain(side, "child_of", self.unit_id._origin.id)
                & Domain("is_counted", "=", True)
                & Domain("state", "!=", "cancelled")
            )
            if self.side == "given" and self.owed_by_id:
                domain &= Domain("addressee_unit_id", "child_of", self.owed_by_id._origin.id)
        if self.is_open_only:
            domain &= Domain("state", "in", OPEN)
        return self.env["dan_chu.task"].search(domain, order="date_deadline, id")

    def _subjects(self):
        if not self.task_ids and self.side == "given" and self.owed_by_id:
            return (f"{self.unit_id.name} giao {self.owed_by_id.name}",)
        return (self.unit_id.name,)

    def _sheet(self):
        groups = self._tasks().grouped(lambda task: task._sheet_source())
        counted = [(source, _numbers(tasks)) for source, tasks in groups.items()]
        listed, number = [], count(1)
        for source, tasks in groups.items():
            listed.append(Line((source,), "heading"))
            listed += [Line((next(number), *task._sheet_cells())) for task in tasks]
        day = long_date(fields.Date.context_today(self))
        tables = (
            Table("1. Kết quả chung", (Column("Nguồn giao", 12), *FIGURES), lines(counted)),
            Table("2. Danh sách nhiệm vụ", _COLUMNS, tuple(listed)),
        )
        return Sheet(
            "Bảng theo dõi nhiệm vụ",
            (*self._subjects(), f"(Tính đến ngày {day})"),
            tables if groups else (),
        )


class Task(models.Model):
    _inherit = "dan_chu.task"

    def _sheet_source(self):
        self.ensure_one()
        return self.source_text or self.sudo()._source_name() or "Nhiệm vụ giao trực tiếp"

    def _sheet_cells(self):
        printed = self.sudo()._printed()
        return (
            *("\n".join(printed[column]) for column in ("name", "who", "time")),
            f"{self.date_deadline:%d/%m/%Y}" if self.date_deadline else "",
            self._sheet_state(),
            "\n".join(paragraphs(self.result)),
        )

    def _sheet_state(self):
        if not self.given_on and self.state != "cancelled":
            return "Chưa giao"
        return f"{_STATES[self.state]} (quá hạn)" if self.is_late else _STATES[self.state]


def _numbers(tasks):
    kept = tasks.filtered(lambda task: task.state != "cancelled")
    done = kept.filtered(lambda task: task.state in ("done", "accepted"))
    late = kept.filtered("is_late")
    weight = sum(kept.mapped("weight"))
    return len(kept), len(done), len(late), weight, sum(done.mapped("weight"))

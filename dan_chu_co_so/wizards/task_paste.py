from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

# A page of rows is enough to see that the columns were understood.
_SHOWN = 12


def _table_row(tag, cells):
    cell = Markup("<{0}>%s</{0}>").format(tag)
    return Markup("<tr>%s</tr>") % Markup().join(cell % (text or "") for text in cells)


def _doubtful(rows, roll):
    """Each name once, in the order of the table."""
    named = (name for row in rows for name in (row["lead"], *row["partners"]))
    return [name for name in dict.fromkeys(named) if roll.find(name).is_doubtful]


class TaskPaste(models.TransientModel):
    """A table of tasks pasted from Excel or Word, all of it or nothing."""

    _name = "dan_chu.task.paste"
    _description = "Paste tasks into a plan"
    _inherit = ["dan_chu.readable.links"]

    plan_id = fields.Many2one("dan_chu.plan", required=True, readonly=True, ondelete="cascade")
    section_id = fields.Many2one(
        "dan_chu.plan.section", string="Under the section", domain="[('plan_id', '=', plan_id)]"
    )
    pasted = fields.Text(string="Table")
    # As the clipboard gave it: read, and shown nowhere.
    pasted_html = fields.Text()
    leaves_out_errors = fields.Boolean(string="Leave out the rows with errors")
    row_count = fields.Integer(string="Tasks", compute="_compute_read")
    error_count = fields.Integer(string="Rows with errors", compute="_compute_read")
    errors = fields.Text(compute="_compute_read")
    doubtful = fields.Char(
        compute="_compute_read", help="Names that several have: the task keeps them as words."
    )
    preview = fields.Html(string="Read as", compute="_compute_read")

    @api.depends("pasted", "pasted_html", "plan_id")
    def _compute_read(self):
        for wizard in self:
            rows, errors = wizard._read()
            wizard.row_count = len(rows)
            wizard.error_count = len({line for line, _code, _piece in errors})
            wizard.errors = wizard.plan_id._table_errors_text(errors)
            roll = wizard.plan_id._roll() if rows else None
            wizard.doubtful = ", ".join(_doubtful(rows, roll)) or False
            wizard.preview = wizard._preview(rows, roll)

    def _read(self):
        text = self.pasted_html or self.pasted
        return self.plan_id._read_tasks(text) if text and self.plan_id else ([], [])

    def _preview(self, rows, roll):
        """The first rows, with whom the names were found to mean."""
        if not rows:
            return False
        tasks = self.env["dan_chu.task"]
        cells = []
        for place, row in enumerate(rows[:_SHOWN], start=1):
            values = self.plan_id._task_values(row, roll, place)
            task = tasks.new({**values, "plan_id": False})
            due = format_date(self.env, task.date_deadline) if task.date_deadline else ""
            who = task._with_partners_text()
            cells.append((row["line"], task.name, who, task.time_text, due, task.product))
        fields_ = ("name", "who_text", "time_text", "date_deadline", "product")
        heads = (tasks._fields[name]._description_string(self.env) for name in fields_)
        return Markup(
            '<table class="table table-sm"><thead>%s</thead><tbody>%s</tbody></table>'
        ) % (
            _table_row("th", ("", *heads)),
            Markup().join(_table_row("td", row) for row in cells),
        )

    def action_paste(self):
        """The tasks of all rows; while one cannot be read, nothing, unless it may be left out."""
        self.ensure_one()
        self.check_access("write")
        plan = self.plan_id
        plan._require_draft()
        rows, errors = self._read()
        if errors and not self.leaves_out_errors:
            raise UserError(
                self.env._(
                    "Nothing was written: %(count)s rows cannot be read.\n%(errors)s\n"
                    "Put them right, or tick “Leave out the rows with errors”.",
                    count=self.error_count,
                    errors=plan._table_errors_text(errors),
                )
            )
        if not rows:
            raise UserError(
                self.env._("No task was found: copy the rows of the table, and paste them here.")
            )
        plan._take_in(rows, self.section_id)
        return {"type": "ir.actions.act_window_close"}

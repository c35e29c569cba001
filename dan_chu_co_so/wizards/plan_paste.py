from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..lib.outline import DEEPEST, Row, numbers, settled
from ..lib.outline_paste import from_html, from_text
from ..models.plan_section import ROLES


class PlanPaste(models.TransientModel):
    """Text pasted from Word, looked through as rows before it goes into the plan."""

    _name = "dan_chu.plan.paste"
    _description = "Paste sections into a plan"
    _inherit = ["dan_chu.readable.links"]

    plan_id = fields.Many2one("dan_chu.plan", required=True, readonly=True, ondelete="cascade")
    pasted = fields.Text(string="Text")
    # As the clipboard gave it, with Word's numbers: read, and shown nowhere.
    pasted_html = fields.Text()
    how = fields.Selection(
        [("append", "After the sections there are"), ("replace", "In place of all sections")],
        string="Put it",
        required=True,
        default="append",
    )
    line_ids = fields.One2many("dan_chu.plan.paste.line", "paste_id", string="Read as")
    section_count = fields.Integer(compute="_compute_section_count")

    @api.depends("plan_id")
    def _compute_section_count(self):
        for wizard in self:
            wizard.section_count = len(wizard.plan_id.section_ids)

    @api.onchange("pasted", "pasted_html")
    def _onchange_pasted(self):
        rows = self._read()
        lines = [Command.clear()]
        for place, (row, level) in enumerate(zip(rows, settled(rows), strict=True), start=1):
            lines.append(
                Command.create(
                    {
                        "sequence": place,
                        "level": min(level, DEEPEST),
                        "role": row.role,
                        "typed_number": row.typed,
                        "text": row.text,
                    }
                )
            )
        self.line_ids = lines

    def _read(self):
        if self.pasted_html:
            return from_html(self.pasted_html)
        return from_text(self.pasted or "")

    def action_paste(self):
        """The rows, as they now stand, into the plan."""
        self.ensure_one()
        self.check_access("write")
        plan = self.plan_id
        plan._require_draft()
        rows = self.line_ids._rows() or self._read()
        if not rows:
            raise UserError(self.env._("Nothing was pasted: copy the text, and paste it here."))
        if self.how == "replace":
            plan._replace_sections(rows)
        else:
            plan._append_sections(rows)
        return {"type": "ir.actions.act_window_close"}


class PlanPasteLine(models.TransientModel):
    """A row of the text that was pasted."""

    _name = "dan_chu.plan.paste.line"
    _description = "Row of pasted text"
    _inherit = ["dan_chu.readable.links"]
    _order = "sequence, id"

    paste_id = fields.Many2one("dan_chu.plan.paste", required=True, ondelete="cascade", index=True)
    sequence = fields.Integer(default=10)
    level = fields.Integer(default=1, required=True, aggregator=False)
    role = fields.Selection(ROLES, string="Kind of row", default="paragraph", required=True)
    typed_number = fields.Char(string="Number as typed")
    number = fields.Char(compute="_compute_number")
    text = fields.Text(required=True)

    @api.depends("paste_id.line_ids.sequence", "paste_id.line_ids.level", "paste_id.line_ids.role")
    def _compute_number(self):
        for paste, lines in self.grouped("paste_id").items():
            every = (paste.line_ids | lines).sorted("sequence")
            for line, number in zip(every, numbers(every._rows()), strict=True):
                line.number = number

    def _rows(self):
        return [
            Row(max(line.level, 1), line.role, line.text or "", line.typed_number or None)
            for line in self.sorted("sequence")
            if line.text
        ]

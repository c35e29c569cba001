from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .task import PARTS, WHO


class TaskPart(models.AbstractModel):
    """A row of a task: it is seen from both sides of the task, and written as the task is."""

    _name = "dan_chu.task.part"
    _description = "Row of a task"

    task_id = fields.Many2one("dan_chu.task", required=True, index=True, ondelete="cascade")

    def _require_open_task(self, tasks):
        raise NotImplementedError

    @api.model_create_multi
    def create(self, vals_list):
        default = self.env.context.get("default_task_id")
        ids = {vals.get("task_id", default) for vals in vals_list} - {None, False}
        tasks = self.env["dan_chu.task"].browse(ids)
        tasks.check_access("write")
        self._require_open_task(tasks)
        return super().create(vals_list)

    def write(self, vals):
        self._require_open_task(self.task_id)
        res = super().write(vals)
        if "task_id" in vals:
            self.task_id.check_access("write")
            self._require_open_task(self.task_id)
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_of_open_task(self):
        self._require_open_task(self.task_id)


class TaskPartner(models.Model):
    """Who works on a task beside its lead: a unit, a person, a position, an outside body."""

    _name = "dan_chu.task.partner"
    _description = "Partner in a task"
    _inherit = ["dan_chu.task.part"]
    _order = "sequence, id"
    _rec_name = "text"

    sequence = fields.Integer(default=10)
    part = fields.Selection(PARTS, string="Takes part as", default="cooperate", required=True)
    who_kind = fields.Selection(WHO, string="Assigned to", default="unit", required=True)
    partner_unit_id = fields.Many2one(
        "dan_chu.unit", string="Unit", index="btree_not_null", ondelete="restrict"
    )
    employee_id = fields.Many2one(
        "hr.employee", string="Person", index="btree_not_null", ondelete="restrict"
    )
    words = fields.Char(string="In words", help="A position, or a body outside.")
    text = fields.Char(string="As printed", compute="_compute_text")

    @api.depends("who_kind", "partner_unit_id.name", "employee_id.name", "words")
    def _compute_text(self):
        for row in self:
            by_kind = {
                "unit": row.partner_unit_id.sudo().name,
                "employee": row.employee_id.sudo().name,
                "all_staff": "Toàn thể cán bộ, công chức, viên chức, người lao động",
            }
            row.text = by_kind.get(row.who_kind) or row.words or ""

    @api.constrains("who_kind", "partner_unit_id", "employee_id", "words")
    def _check_is_somebody(self):
        for row in self:
            if not row.text:
                raise ValidationError(
                    self.env._("Say who the partner in “%s” is.", row.task_id.name)
                )

    @api.model_create_multi
    def create(self, vals_list):
        rows = super().create(vals_list)
        rows.task_id._check_reaches_partners()
        return rows

    def write(self, vals):
        res = super().write(vals)
        self.task_id._check_reaches_partners()
        return res

    def _require_open_task(self, tasks):
        tasks._check_may_write({"partner_ids"})

    def _units(self):
        """Those it gives a row of their own to, among what they owe."""
        by_unit = self.filtered(lambda row: row.who_kind == "unit")
        by_person = self.filtered(lambda row: row.who_kind == "employee")
        return by_unit.partner_unit_id | by_person.employee_id.sudo().dan_chu_unit_id.sudo(False)

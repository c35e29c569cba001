from odoo import api, fields, models
from odoo.fields import Domain

from ..lib.text import fold

# A plan says in words that models are called for; both of its usual names.
_WORDS = ("mo hinh", "dan van kheo")


class Task(models.Model):
    """The models and examples begun because a plan's task calls for them."""

    _inherit = "dan_chu.task"

    initiative_count = fields.Integer(
        string="Models and examples", compute="_compute_initiative_count"
    )
    calls_for_models = fields.Boolean(compute="_compute_calls_for_models")

    def _compute_initiative_count(self):
        """A task owed by many units is answered by theirs."""
        for task in self:
            initiatives = self.env["dan_chu.initiative"]
            task.initiative_count = initiatives.search_count(task._initiatives_domain())

    @api.depends("name", "product", "plan_id")
    def _compute_calls_for_models(self):
        movements = self.env["dan_chu.movement"].sudo()
        plans = movements.search([("plan_id", "in", self.sudo().plan_id.ids)]).plan_id
        for task in self:
            said = fold(f"{task.name or ''} {task.product or ''}")
            is_said = any(word in said for word in _WORDS)
            task.calls_for_models = is_said or task.sudo().plan_id in plans

    def action_open_initiatives(self):
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Models and examples"),
            "res_model": "dan_chu.initiative",
            "view_mode": "list,kanban,form",
            "domain": list(self._initiatives_domain()),
            "context": {"default_task_id": self.id},
        }

    def action_begin_initiative(self):
        """Registered in the movement whose plan the task stands in, where there is one."""
        self.ensure_one()
        self.check_access("read")
        context = {"default_task_id": self.id}
        movement = self.env["dan_chu.movement"].search(
            [("plan_id", "!=", False), ("plan_id", "=", self.sudo().plan_id.id)], limit=1
        )
        if movement:
            context["default_movement_id"] = movement.id
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Register a model"),
            "res_model": "dan_chu.initiative",
            "view_mode": "form",
            "context": context,
        }

    def _initiatives_domain(self):
        self.ensure_one()
        return Domain("task_id", "child_of", self.ids) & Domain("state", "!=", "withdrawn")

from odoo import fields, models
from odoo.fields import Domain


class Movement(models.Model):
    """What was registered in a movement, as far as the reader may read it."""

    _inherit = "dan_chu.movement"

    initiative_count = fields.Integer(
        string="Models and examples", compute="_compute_initiative_count"
    )

    def _compute_initiative_count(self):
        counts = dict(
            self.env["dan_chu.initiative"]._read_group(
                self._told() & Domain("movement_id", "in", self.ids), ["movement_id"], ["__count"]
            )
        )
        for movement in self:
            movement.initiative_count = counts.get(movement._origin, 0)

    def action_open_initiatives(self):
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.name,
            "res_model": "dan_chu.initiative",
            "view_mode": "list,kanban,form",
            "domain": [*self._told(), ("movement_id", "=", self.id)],
            "context": {"default_movement_id": self.id},
        }

    def action_begin_initiative(self):
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Register a model"),
            "res_model": "dan_chu.initiative",
            "view_mode": "form",
            "context": {"default_movement_id": self.id},
        }

    def _told(self):
        return Domain("state", "not in", ("draft", "withdrawn"))

from odoo import api, models
from odoo.exceptions import ValidationError


class Task(models.Model):
    """What a board that works by itself means to do is for its members alone."""

    _inherit = "dan_chu.task"

    @api.constrains("plan_id")
    def _check_plan_is_not_sealed(self):
        for plan in self.plan_id.sudo().filtered("sealed_board_id"):
            raise ValidationError(
                self.env._(
                    "“%s” is the programme of a board that works by itself: it has lines of "
                    "inspections, and gives no tasks.",
                    plan.title,
                )
            )


class PlanAddressee(models.Model):
    _inherit = "dan_chu.plan.addressee"

    @api.constrains("plan_id")
    def _check_plan_is_not_sealed(self):
        for plan in self.plan_id.sudo().filtered("sealed_board_id"):
            raise ValidationError(
                self.env._("“%s” stays in its house: a board has no units below.", plan.title)
            )

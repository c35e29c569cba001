from odoo import models
from odoo.exceptions import UserError

from ..lib.reminder_text import Item


class PlanAddressee(models.Model):
    """Sao chép tin nhắc: which units still owe their own plan."""

    _inherit = "dan_chu.plan.addressee"

    def action_copy_reminder(self):
        self.check_access("read")
        owed = self.filtered(
            lambda row: row.must_plan and row.sent_on and row.state in ("none", "draft")
        )
        if not owed:
            raise UserError(self.env._("Nobody on this list still owes a plan."))
        items = [
            Item(f"Ban hành kế hoạch thực hiện {row.plan_name}", row.unit_name, row.date_due)
            for row in owed
        ]
        return self.env["dan_chu.task"]._show_reminder(items, "dan-chu-plans-asked")

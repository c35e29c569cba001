from odoo import fields, models


class ResourceCalendarLeaves(models.Model):
    _inherit = "resource.calendar.leaves"

    dan_chu_is_worked = fields.Boolean(
        string="Worked in exchange",
        help="Not a day off: a Saturday or holiday on which the whole institution works.",
    )

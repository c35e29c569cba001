from odoo import api, fields, models
from odoo.exceptions import UserError


class ConferenceRecordAway(models.TransientModel):
    _name = "dan_chu.conference.record.away"
    _description = "Who did not come to a conference held on paper"
    _inherit = ["dan_chu.readable.links"]

    record_id = fields.Many2one("dan_chu.conference.record", required=True, ondelete="cascade")
    employee_id = fields.Many2one("hr.employee", string="Person", required=True)
    how = fields.Selection(
        [
            ("excused", "Absent with leave"),
            ("absent", "Absent without leave"),
            ("off", "Taken off the list"),
            ("gone", "Not of the staff that day"),
        ],
        string="Why not there",
        required=True,
        default="excused",
    )
    reason = fields.Char()

    @api.constrains("how", "reason")
    def _check_reason(self):
        for row in self.filtered(lambda row: row.how == "off" and not row.reason):
            raise UserError(
                self.env._(
                    "Say why %s was taken off the list: the minutes show it.",
                    row.employee_id.sudo().name,
                )
            )

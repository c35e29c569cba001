from odoo import api, fields, models

from ..lib.clock import today


class InspectionAnnounce(models.TransientModel):
    """When it takes place, when it was reported and notified, and why later than the law wants."""

    _name = "dan_chu.inspection.announce"
    _description = "Announce an inspection"
    _inherit = ["dan_chu.readable.links"]

    inspection_id = fields.Many2one("dan_chu.inspection", required=True, readonly=True)
    date_from = fields.Date(string="First day", required=True)
    date_to = fields.Date(string="Last day")
    reported_on = fields.Date(
        string="Plan reported on", required=True, help="To the body that directs the board."
    )
    notified_on = fields.Date(
        string="Notified on", required=True, help="To the inspected party, if there is one."
    )
    is_short = fields.Boolean(compute="_compute_is_short")
    law = fields.Char(compute="_compute_is_short")
    reason = fields.Char(string="Why so short a notice")

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        inspection = self.env["dan_chu.inspection"].browse(values.get("inspection_id") or ())
        if inspection:
            inspection.check_access("read")
            values |= {
                "date_from": inspection.date_from,
                "date_to": inspection.date_to,
                "reported_on": inspection.reported_on or today(),
                "notified_on": inspection.notified_on or today(),
            }
        return values

    @api.depends("inspection_id", "date_from", "reported_on", "notified_on")
    def _compute_is_short(self):
        for announce in self:
            told = {name: announce[name] for name in ("date_from", "reported_on", "notified_on")}
            inspection = announce.inspection_id
            announce.is_short = all(told.values()) and inspection._is_short_notice(told)
            announce.law = announce.is_short and inspection._short_notice_text(told)

    def action_announce(self):
        self.ensure_one()
        self.check_access("write")
        names = ("date_from", "date_to", "reported_on", "notified_on", "reason")
        self.inspection_id.action_announce({name: self[name] for name in names})
        return {"type": "ir.actions.act_window_close"}

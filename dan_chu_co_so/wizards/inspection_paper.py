from odoo import api, fields, models


class InspectionPaper(models.TransientModel):
    """An inspection that was made on paper: its true dates, its minutes, what it found."""

    _name = "dan_chu.inspection.paper"
    _description = "Record an inspection made on paper"
    _inherit = ["dan_chu.readable.links"]

    inspection_id = fields.Many2one("dan_chu.inspection", required=True, readonly=True)
    is_of_inspectorate = fields.Boolean(related="inspection_id.is_of_inspectorate")
    reported_on = fields.Date(string="Plan reported on")
    notified_on = fields.Date(string="Notified on")
    reason = fields.Char(string="Why so short a notice")
    started_on = fields.Date(string="Begun on", required=True)
    concluded_on = fields.Date(string="Concluded on", required=True)
    yes_count = fields.Integer(
        string="Members who agreed", help="As the minutes of the board's meeting say."
    )
    strengths = fields.Text()
    shortcomings = fields.Text()
    conclusion = fields.Text()
    minutes = fields.Binary(string="Scan of the signed minutes")
    minutes_name = fields.Char()

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        inspection = self.env["dan_chu.inspection"].browse(values.get("inspection_id") or ())
        if inspection:
            inspection.check_access("read")
            values |= {
                "reported_on": inspection.reported_on,
                "notified_on": inspection.notified_on,
                "started_on": inspection.started_on or inspection.date_from,
                "concluded_on": inspection.date_to,
                "strengths": inspection.strengths,
                "shortcomings": inspection.shortcomings,
                "conclusion": inspection.conclusion,
            }
        return values

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        names = (
            "reported_on",
            "notified_on",
            "reason",
            "started_on",
            "concluded_on",
            "yes_count",
            "strengths",
            "shortcomings",
            "conclusion",
        )
        minutes = self.minutes and {"name": self.minutes_name, "data": self.minutes}
        self.inspection_id.action_record_paper(
            {**{name: self[name] for name in names}, "minutes": minutes}
        )
        return {"type": "ir.actions.act_window_close"}

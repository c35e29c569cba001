from odoo import fields, models


class ConferenceAllStaff(models.TransientModel):
    """The words that go with a ballot to all staff: why, who agreed, who decided."""

    _name = "dan_chu.conference.all.staff"
    _description = "Words about a ballot to all staff"
    _inherit = ["dan_chu.readable.links"]

    conference_id = fields.Many2one(
        "dan_chu.conference", required=True, readonly=True, ondelete="cascade"
    )
    what = fields.Selection(
        [
            ("propose", "Propose a ballot to all staff"),
            ("agree", "Agreement to the ballot"),
            ("begin", "Decision on the ballot to all staff"),
        ],
        required=True,
        readonly=True,
    )
    is_force_majeure = fields.Boolean(
        string="It cannot be held for force majeure",
        default=lambda self: self._cannot_wait(),
        help="Storm, epidemic: then at once. Otherwise after two calls with too few people.",
    )
    text = fields.Text(string="In words", required=True)

    def _cannot_wait(self):
        """While it has not been called in vain often enough there is no other reason."""
        conference = self.env["dan_chu.conference"].browse(
            self.env.context.get("default_conference_id")
        )
        return bool(conference) and not conference.may_ballot

    def action_say(self):
        self.ensure_one()
        row = self.conference_id
        if self.what == "propose":
            row.action_propose_ballot(self.text, self.is_force_majeure)
        elif self.what == "agree":
            row.action_agree_ballot(self.text)
        else:
            row.action_begin_ballot(self.text)
        return {"type": "ir.actions.act_window_close"}

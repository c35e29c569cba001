from odoo import fields, models

from ..lib.clock import today


class RecommendationSay(models.TransientModel):
    """The day, the words and the body that go with what is done with a recommendation."""

    _name = "dan_chu.recommendation.say"
    _description = "Words about a recommendation"
    _inherit = ["dan_chu.readable.links"]

    recommendation_id = fields.Many2one(
        "dan_chu.recommendation", required=True, readonly=True, ondelete="cascade"
    )
    what = fields.Selection(
        [
            ("receive", "Note the day of receipt"),
            ("verify", "Verify the answer"),
            ("hand_on", "Hand on"),
        ],
        required=True,
        readonly=True,
    )
    date = fields.Date(string="Received on", default=lambda self: today())
    result = fields.Selection(
        [
            ("settled", "Settled"),
            ("not_settled", "Not settled"),
            ("handed_on", "Handed on"),
        ],
        string="The board found it",
    )
    handed_to = fields.Char(help="The body that directs the board, or a higher one.")
    text = fields.Text(string="In words", help="What is not settled, and why.")

    def action_say(self):
        self.ensure_one()
        row = self.recommendation_id
        if self.what == "receive":
            row.action_receive(self.date)
        elif self.what == "hand_on":
            row.action_hand_on(self.handed_to, self.text)
        else:
            row.action_verify(self.result, self.text, self.handed_to)
        return {"type": "ir.actions.act_window_close"}

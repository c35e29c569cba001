from odoo import api, fields, models

from ..lib.clock import today
from ..lib.money_words import grouped, money_words


class CommendationDecide(models.TransientModel):
    """Day and number of the decision of the head, for the lines that stand in it."""

    _name = "dan_chu.commendation.decide"
    _description = "Decision on commendations"
    _inherit = ["dan_chu.readable.links"]

    round_id = fields.Many2one("dan_chu.commendation.round", required=True, readonly=True)
    commendation_ids = fields.Many2many(
        "dan_chu.commendation", "dan_chu_commendation_decide_rel", string="In the decision"
    )
    day = fields.Date(string="Day of the decision", required=True, default=lambda self: today())
    words = fields.Char(
        string="Decision",
        required=True,
        help="As printed: Quyết định số 45/QĐ-THPT ngày 05 tháng 6 năm 2026.",
    )
    total = fields.Char(string="Bonuses in all", compute="_compute_total")
    unknown = fields.Char(string="Without a bonus on record", compute="_compute_total")
    own = fields.Char(compute="_compute_own")

    @api.depends("commendation_ids", "day")
    def _compute_total(self):
        for wizard in self:
            rows = wizard.commendation_ids._origin.filtered(lambda row: row.state == "passed")
            found = rows._bonuses(wizard.day) if wizard.day and rows else {}
            total = sum(amount or 0 for amount, _words in found.values())
            nameless = [
                row.award_id.name for row, (amount, _words) in found.items() if amount is None
            ]
            wizard.total = f"{grouped(total)} đồng ({money_words(total)})"
            wizard.unknown = ", ".join(dict.fromkeys(nameless)) or False

    @api.depends("round_id")
    @api.depends_context("uid")
    def _compute_own(self):
        for wizard in self:
            own = wizard.round_id._to_decide()._own_lines()
            wizard.own = ", ".join(own.mapped("name")) or False

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        self.commendation_ids.action_decide(self.day, self.words)
        return {"type": "ir.actions.act_window_close"}

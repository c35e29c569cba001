from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..lib.clock import today


class CommendationTold(models.TransientModel):
    """The decision of a superior outside the program, typed in from its paper."""

    _name = "dan_chu.commendation.told"
    _description = "Decision of the level above"
    _inherit = ["dan_chu.readable.links"]

    commendation_ids = fields.Many2many(
        "dan_chu.commendation", "dan_chu_commendation_told_rel", string="Nominations"
    )
    day = fields.Date(string="Decided on", required=True, default=lambda self: today())
    words = fields.Char(
        string="Decision", required=True, help="Quyết định số 45/QĐ-UBND ngày … của …"
    )
    line_ids = fields.One2many(
        "dan_chu.commendation.told.line",
        "told_id",
        string="Lines",
        compute="_compute_line_ids",
        store=True,
        readonly=False,
    )

    @api.depends("commendation_ids")
    def _compute_line_ids(self):
        for form in self:
            rows = form.commendation_ids.filtered("is_told_by_hand")
            form.line_ids = [
                Command.clear(),
                *(Command.create({"commendation_id": row.id}) for row in rows),
            ]

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        if not self.line_ids:
            raise UserError(self.env._("None of these waits for a decision on paper."))
        for line in self.line_ids:
            line.commendation_id.action_record_decision(
                line.outcome == "awarded", self.day, line.words or self.words, line.bonus
            )
        return {"type": "ir.actions.client", "tag": "soft_reload"}


class CommendationToldLine(models.TransientModel):
    _name = "dan_chu.commendation.told.line"
    _description = "Decision of the level above: a line"
    _inherit = ["dan_chu.readable.links"]

    told_id = fields.Many2one(
        "dan_chu.commendation.told", required=True, index=True, ondelete="cascade"
    )
    commendation_id = fields.Many2one("dan_chu.commendation", string="Nominee", required=True)
    award_id = fields.Many2one(related="commendation_id.award_id")
    outcome = fields.Selection(
        [("awarded", "Awarded"), ("not_awarded", "Not awarded")],
        required=True,
        default="awarded",
    )
    bonus = fields.Integer(string="Bonus (VND)")
    words = fields.Char(string="By another decision")

from odoo import api, fields, models

from ..lib.clock import today
from ..models.recommendation import ANSWERS


class RecommendationAnswer(models.TransientModel):
    """An answer that came on paper, written down with the scan; or that of the directing body."""

    _name = "dan_chu.recommendation.answer"
    _description = "Answer on paper to a recommendation"
    _inherit = ["dan_chu.readable.links"]

    recommendation_id = fields.Many2one(
        "dan_chu.recommendation", required=True, readonly=True, ondelete="cascade"
    )
    addressee_kind = fields.Selection(related="recommendation_id.addressee_kind")
    institution_id = fields.Many2one(
        "dan_chu.unit", compute="_compute_institution_id", compute_sudo=True
    )
    is_paper = fields.Boolean(compute="_compute_is_paper")
    answer_state = fields.Selection(ANSWERS[1:], string="Answer", required=True)
    answer = fields.Text(string="Words of the answer")
    measures = fields.Text()
    measure_employee_id = fields.Many2one("hr.employee", string="Person in charge")
    measure_date = fields.Date(string="To be done by")
    answered_on = fields.Date(string="Answered on", default=lambda self: today(), required=True)
    file = fields.Binary(string="Scan of the answer")
    file_name = fields.Char()

    @api.depends("recommendation_id")
    def _compute_institution_id(self):
        for wizard in self:
            wizard.institution_id = wizard.recommendation_id.addressee_unit_id.institution_id

    @api.depends("recommendation_id")
    @api.depends_context("uid")
    def _compute_is_paper(self):
        for wizard in self:
            wizard.is_paper = not wizard.recommendation_id.may_answer

    def action_answer(self):
        self.ensure_one()
        files = [(self.file_name, self.file)] if self.file else []
        self.recommendation_id.action_answer(
            {
                "answer_state": self.answer_state,
                "answer": self.answer,
                "measures": self.measures,
                "measure_employee_id": self.measure_employee_id.id,
                "measure_date": self.measure_date,
                "answered_on": self.answered_on,
                "files": files,
            }
        )
        return {"type": "ir.actions.act_window_close"}

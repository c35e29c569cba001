from odoo import api, fields, models
from odoo.exceptions import UserError

from .owner_unit import OwnerUnit
from .recommendation import ANSWERS, DOORS
from .task_give import QUIET

CONTENT = {"answer_state", "answer", "measures", "measure_employee_id", "measure_date", "file_ids"}


class RecommendationReply(models.Model):
    """The answer as the addressee prepares it: its own working paper until the head gives it.

    A recommendation that was found not to be settled gets a new one; what was given rests.
    """

    _name = "dan_chu.recommendation.reply"
    _description = "Answer to a recommendation"
    _inherit = ["dan_chu.unit.owned", "dan_chu.thread", "dan_chu.readable.links"]
    _order = "id"
    _rec_name = "recommendation_text"

    recommendation_id = fields.Many2one(
        "dan_chu.recommendation", required=True, readonly=True, index=True, ondelete="cascade"
    )
    recommendation_text = fields.Text(related="recommendation_id.text", string="What is asked")
    legal_basis = fields.Text(related="recommendation_id.legal_basis", string="Legal basis")
    recommendation_state = fields.Selection(
        related="recommendation_id.state", string="State of the recommendation"
    )
    received_on = fields.Date(related="recommendation_id.received_on")
    date_due = fields.Date(related="recommendation_id.date_due")
    due_basis = fields.Char(related="recommendation_id.due_basis")
    institution_id = fields.Many2one(related="unit_id.institution_id", string="Institution")
    author_unit_id = OwnerUnit(
        "dan_chu.unit", required=True, readonly=True, index=True, ondelete="restrict"
    )
    sealed_board_id = fields.Many2one(
        "dan_chu.board", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    answer_state = fields.Selection(ANSWERS[1:], string="Answer", copy=False)
    answer = fields.Text(
        string="Words of the answer", help="What is refused is refused with the reason."
    )
    measures = fields.Text(help="What is done about it. It becomes a task of the house.")
    measure_employee_id = fields.Many2one(
        "hr.employee",
        string="Person in charge",
        index="btree_not_null",
        ondelete="restrict",
    )
    measure_date = fields.Date(string="To be done by")
    file_ids = fields.One2many("dan_chu.recommendation.file", "reply_id", string="Files")
    is_given = fields.Boolean(string="Given", readonly=True, copy=False, index=True)
    answered_on = fields.Date(string="Answered on", readonly=True, copy=False)
    answer_door = fields.Selection(DOORS, string="How it was answered", readonly=True, copy=False)

    @api.model_create_multi
    def create(self, vals_list):  # pylint: disable=method-required-super
        raise UserError(
            self.env._("An answer is begun when the recommendation is sent, and by nobody.")
        )

    def write(self, vals):
        names = vals.keys() - self.env["dan_chu.thread"]._fields.keys()
        if names - CONTENT:
            raise UserError(
                self.env._("An answer stays with its recommendation and is given by the button.")
            )
        if names:
            self._require_open()
        return super().write(vals)

    def unlink(self):  # pylint: disable=method-required-super
        # Nobody lets it go, not even while uninstalling.
        # pylint: disable=no-raise-unlink
        raise UserError(self.env._("An answer stays with its recommendation."))

    def action_give(self):
        """The head answers; officers prepare it."""
        self._require_role("head")
        for reply in self:
            reply._require_open()
            reply.recommendation_id.action_answer(reply._values())
        return True

    def action_receive(self):
        return self.recommendation_id.action_receive()

    def action_open_recommendation(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self.recommendation_id._name,
            "res_id": self.recommendation_id.id,
            "view_mode": "form",
        }

    def _begin(self, rows):
        """One for each of the recommendations, with its addressee, followed by nobody yet."""
        sheets = self.sudo().with_context(**QUIET)
        return super(RecommendationReply, sheets).create(
            [
                {
                    "recommendation_id": row.id,
                    "unit_id": row.addressee_unit_id.id,
                    "author_unit_id": row.unit_id.id,
                    "sealed_board_id": row.sealed_board_id.id,
                }
                for row in rows
            ]
        )

    def _put(self, values):
        return super().write(values)

    def _values(self):
        self.ensure_one()
        return {
            name: self._fields[name].convert_to_write(self[name], self)
            for name in CONTENT - {"file_ids"}
        }

    def _require_open(self):
        """Of the office of the addressee, until it is given."""
        self._require_role("officer", "head")
        for reply in self:
            if reply.is_given:
                raise UserError(
                    self.env._(
                        "This answer was given and does not change. A new one is begun when the "
                        "board finds that the matter is not settled."
                    )
                )

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.clock import today


class PetitionSay(models.TransientModel):
    """What goes with a step of a petition: the answer, the reason, the inspection, the body."""

    _name = "dan_chu.petition.say"
    _description = "Step of a petition"
    _inherit = ["dan_chu.readable.links"]

    petition_id = fields.Many2one(
        "dan_chu.petition", required=True, readonly=True, ondelete="cascade"
    )
    step = fields.Selection(
        [
            ("answer", "Answer"),
            ("refuse", "Do not take up"),
            ("take", "Verification"),
            ("forward", "It is a denunciation"),
        ],
        required=True,
        readonly=True,
    )
    text = fields.Text(string="In words")
    sealed_board_id = fields.Many2one(related="petition_id.sealed_board_id")
    where = fields.Selection(
        [
            ("verify", "A verification of its own"),
            ("standing", "The day-to-day supervision of this quarter"),
            ("there_is", "An inspection that there is"),
        ],
        default="verify",
    )
    inspection_id = fields.Many2one("dan_chu.inspection", ondelete="cascade")
    inspection_name = fields.Char(
        string="Called",
        compute="_compute_inspection_name",
        store=True,
        readonly=False,
        precompute=True,
        help="Others are told of inspections: name nobody here who asked for confidence.",
    )
    guidance = fields.Selection(
        [("guided", "The person was guided to"), ("forwarded", "Forwarded to")],
        string="What was done",
        default="guided",
    )
    receiving_body = fields.Char(string="Body")
    day = fields.Date(string="On", default=lambda self: today())

    @api.depends("petition_id")
    def _compute_inspection_name(self):
        for say in self:
            say.inspection_name = say.petition_id and say.petition_id._name_to_verify()

    def action_confirm(self):
        self.ensure_one()
        petition = self.petition_id
        if self.step == "take":
            found = self.where == "there_is"
            if found and not self.inspection_id:
                raise UserError(self.env._("Choose the inspection."))
            petition.action_take_into(
                self.inspection_id.id if found else None, self.where, self.inspection_name
            )
        elif self.step == "forward":
            self._require(self.receiving_body)
            petition.action_forward(self.guidance, self.receiving_body, self.day)
        else:
            self._require(self.text)
            act = {"answer": "action_answer", "refuse": "action_refuse"}[self.step]
            getattr(petition, act)(self.text)
        return {"type": "ir.actions.act_window_close"}

    def _require(self, words):
        if not (words or "").strip():
            raise UserError(self.env._("Say it in words: whoever handed it in will read them."))

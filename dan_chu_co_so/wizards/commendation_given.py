from odoo import fields, models

from ..lib.clock import today


class CommendationHandOver(models.TransientModel):
    """When, and at which conference, certificates were handed over."""

    _name = "dan_chu.commendation.hand.over"
    _description = "Handing over of commendations"
    _inherit = ["dan_chu.readable.links"]

    commendation_ids = fields.Many2many(
        "dan_chu.commendation", "dan_chu_commendation_hand_over_rel", string="Handed over"
    )
    day = fields.Date(string="Handed over on", required=True, default=lambda self: today())
    item_id = fields.Many2one(
        "dan_chu.conference.item", string="At the conference", domain=[("kind", "=", "award")]
    )

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        self.commendation_ids.action_hand_over(self.day, self.item_id)
        return {"type": "ir.actions.act_window_close"}


class CommendationAnnul(models.TransientModel):
    """The decision that takes back what was given."""

    _name = "dan_chu.commendation.annul"
    _description = "Taking back a commendation"
    _inherit = ["dan_chu.readable.links"]

    commendation_ids = fields.Many2many(
        "dan_chu.commendation", "dan_chu_commendation_annul_rel", string="Taken back"
    )
    day = fields.Date(string="Taken back on", required=True, default=lambda self: today())
    words = fields.Char(
        string="By the decision",
        required=True,
        help="As printed, with the reason: Quyết định số 52/QĐ-THPT ngày …, do kê khai sai.",
    )

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        self.commendation_ids.action_annul(self.words, self.day)
        return {"type": "ir.actions.act_window_close"}

from odoo import fields, models


class ConferenceBody(models.Model):
    """One of the bodies that hold a conference together (hội nghị liên tịch)."""

    _name = "dan_chu.conference.body"
    _description = "Body of a joint conference"
    _inherit = ["dan_chu.conference.part"]

    name = fields.Char(required=True)
    staff_count = fields.Integer(string="Total staff")

    _counts = models.Constraint(
        "CHECK(staff_count >= 0)", "The total staff is a whole number, not below zero."
    )

from odoo import api, fields, models


class ConferenceBody(models.Model):
    """One of the bodies that hold a conference together (hội nghị liên tịch)."""

    _name = "dan_chu.conference.body"
    _description = "Body of a joint conference"
    _inherit = ["dan_chu.conference.part"]

    name = fields.Char(required=True)
    part_ids = fields.Many2many(
        "dan_chu.unit",
        "dan_chu_conference_body_unit_rel",
        "body_id",
        "unit_id",
        string="Its units",
        help="Whose staff is on its list. The body that names none has the staff of the house who "
        "are on no other list.",
    )
    staff_count = fields.Integer(string="Total staff")

    _counts = models.Constraint(
        "CHECK(staff_count >= 0)", "The total staff is a whole number, not below zero."
    )


class Conference(models.Model):
    _inherit = "dan_chu.conference"

    is_joint = fields.Boolean(compute="_compute_is_joint")

    @api.depends("body_ids")
    def _compute_is_joint(self):
        for conference in self:
            conference.is_joint = bool(conference.sudo().body_ids)

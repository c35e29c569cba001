from odoo import fields, models

from .conference_item import KINDS

SPEAKERS = [
    ("head", "The head of the unit"),
    ("representative", "The representative of the staff"),
    ("inspectorate", "The people's inspection board"),
    ("chair", "The chair"),
    ("both", "The head and the representative"),
    ("secretary", "The secretary"),
    ("counters", "The counting committee"),
    ("staff", "Those who attend"),
]


class ConferenceTemplateLine(models.Model):
    """One item of an agenda to begin from."""

    _name = "dan_chu.conference.template.line"
    _description = "Line of an agenda template"
    _order = "sequence, id"

    template_id = fields.Many2one(
        "dan_chu.conference.template", required=True, index=True, ondelete="cascade"
    )
    name = fields.Char(string="Matter", required=True)
    kind = fields.Selection(KINDS, required=True, default="report")
    speaker_role = fields.Selection(SPEAKERS, string="Who speaks")
    speaker = fields.Char(string="Speaker as printed", help="Empty: as called in the unit.")
    minutes = fields.Integer(string="Minutes planned")
    legal_note = fields.Char(string="Article")
    sequence = fields.Integer(default=10)

from odoo import fields, models

KINDS = [
    ("opening", "Opening part"),
    ("report", "Report"),
    ("discussion", "Discussion"),
    ("answers", "Questions answered"),
    ("vote", "Vote"),
    ("election", "Election"),
    ("award", "Commendation"),
    ("pledge", "Signing of the pledge"),
    ("resolution", "Resolution"),
    ("closing", "Closing part"),
]


class ConferenceItem(models.Model):
    """An item of the agenda (nội dung chương trình)."""

    _name = "dan_chu.conference.item"
    _description = "Agenda item of a conference"
    _inherit = ["dan_chu.conference.part"]
    # The course of a conference departs from its agenda.
    _open_in = ("draft", "called", "open")

    name = fields.Char(string="Matter", required=True)
    kind = fields.Selection(KINDS, required=True, default="report")
    speaker = fields.Char(help="As printed: Hiệu trưởng; Chủ tịch Công đoàn.")
    minutes = fields.Integer(string="Minutes planned")
    legal_note = fields.Char(string="Article")
    vote_ids = fields.One2many("dan_chu.vote", "item_id", string="Votes")

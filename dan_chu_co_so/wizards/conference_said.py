from odoo import fields, models

from ..lib.clock import today


class ConferenceSaid(models.TransientModel):
    """What the representative says before a conference; recorded by an officer, whose word it is
    and from which paper."""

    _name = "dan_chu.conference.said"
    _description = "Word of the representative"
    _inherit = ["dan_chu.readable.links"]

    conference_id = fields.Many2one("dan_chu.conference", required=True, readonly=True)
    what = fields.Selection(
        [("date", "Opinion on the day"), ("form", "Agreement on the form")],
        required=True,
        readonly=True,
        default="date",
    )
    may_speak = fields.Boolean(related="conference_id.may_speak")
    day_meant = fields.Date(related="conference_id.date", string="Day it is about")
    kind = fields.Selection(related="conference_id.kind", string="Kind that is meant")
    proposed_why = fields.Char(related="conference_id.proposed_why", string="What the law says")
    is_agreed = fields.Selection(
        [("yes", "Agreed"), ("no", "Not agreed")], string="Answer", default="yes", required=True
    )
    opinion = fields.Text()
    day = fields.Date(string="Said on", required=True, default=lambda self: today())
    who = fields.Char(
        string="Said by",
        help="Who speaks for the staff, and the paper it stands on: Chủ tịch Công đoàn …, văn bản "
        "số 05/CĐ ngày …",
    )

    def action_confirm(self):
        self.ensure_one()
        self.check_access("write")
        said = {"opinion": self.opinion, "day": self.day, "who": self.who}
        if self.what == "date":
            self.conference_id.action_consult(**said)
        else:
            self.conference_id.action_agree_form(self.is_agreed == "yes", **said)
        return {"type": "ir.actions.act_window_close"}

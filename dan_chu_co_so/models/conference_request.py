from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..lib.clock import today
from ..lib.voting import is_share, least

_FOLLOWERS = (
    "dan_chu_co_so.group_officer,dan_chu_co_so.group_head,dan_chu_co_so.group_representative"
)


class ConferenceRequest(models.Model):
    """One of the staff asks for an extraordinary conference (đề nghị họp bất thường)."""

    _name = "dan_chu.conference.request"
    _description = "Request of an extraordinary conference"
    _inherit = ["dan_chu.conference.part"]
    _order = "date, id"

    employee_id = fields.Many2one(
        "hr.employee", string="Who asks", required=True, index=True, ondelete="restrict"
    )
    date = fields.Date(string="Asked on", required=True, default=lambda self: today())
    note = fields.Char(string="What for")

    _once = models.UniqueIndex(
        "(conference_id, employee_id)", "This person's request is already counted."
    )

    @api.constrains("employee_id", "conference_id", "date")
    def _check_of_staff(self):
        for row in self:
            person = row.employee_id.sudo()
            if person.dan_chu_unit_id.institution_id != row.conference_id.sudo().unit_id:
                raise ValidationError(
                    self.env._(
                        "%(person)s is not of the staff of %(unit)s: only its staff is counted.",
                        person=person.name,
                        unit=row.unit_id.sudo().name,
                    )
                )
            if row.date > today():
                raise ValidationError(
                    self.env._("The request of %s is dated in the future.", person.name)
                )


class Conference(models.Model):
    """Who proposes an extraordinary conference: a third of the staff, counted."""

    _inherit = "dan_chu.conference"

    asked_by = fields.Selection(
        [
            ("representative", "The representative of the staff"),
            ("head", "The head of the unit"),
            ("staff", "Enough of the staff"),
        ],
        string="Proposed by",
    )
    asked_on = fields.Date(string="Proposed on")
    asked_why = fields.Text(string="What it is proposed for")
    request_ids = fields.One2many(
        "dan_chu.conference.request", "conference_id", string="Requests", groups=_FOLLOWERS
    )
    request_count = fields.Integer(compute="_compute_requests", groups=_FOLLOWERS)
    request_needed = fields.Integer(compute="_compute_requests", groups=_FOLLOWERS)
    request_state = fields.Selection(
        [("met", "Enough have asked"), ("not_met", "Not enough yet"), ("unknown", "Not known")],
        string="Requests counted",
        compute="_compute_requests",
        groups=_FOLLOWERS,
    )
    request_words = fields.Char(
        string="Counted against", compute="_compute_requests", groups=_FOLLOWERS
    )

    @api.depends("request_ids", "staff_count", "unit_id", "date")
    def _compute_requests(self):
        for conference in self:
            conference.update(conference._counted_requests())

    def _counted_requests(self):
        count, staff = len(self.request_ids), self.staff_count
        day = self.date or today()
        rule = self.unit_id and self.env["dan_chu.rule"]._find(
            "decision.proposers", self.unit_id, day
        )
        if not staff or not is_share(rule):
            return {
                "request_count": count,
                "request_needed": 0,
                "request_state": "unknown",
                "request_words": self.env._(
                    "%s have asked; the total staff, or the share the law asks for, is not known.",
                    count,
                ),
            }
        needed = least(staff, rule)
        return {
            "request_count": count,
            "request_needed": needed,
            "request_state": "met" if rule.is_met(count, staff) else "not_met",
            "request_words": self.env._(
                "%(count)s of %(staff)s have asked, %(needed)s are needed: %(rule)s.",
                count=count,
                staff=staff,
                needed=needed,
                rule=rule.explanation,
            ),
        }

import secrets

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.person_name import sort_key

STATUSES = [
    ("expected", "Not yet here"),
    ("present", "Present"),
    ("excused", "Absent with leave"),
    ("absent", "Absent without leave"),
]
DUTIES = [
    ("chair", "Chair"),
    ("secretary", "Secretary"),
    ("counter", "Counting committee"),
    ("clerk", "Check-in"),
]
# While there is a door: a ballot to all has none, and finds the list as the conference left it.
_DOOR_STATES = ("called", "open")
# What is entered at the door; the list itself rests once the conference is in session.
AT_THE_DOOR = {"status", "reason", "arrived_on", "is_late", "left_on"}
_BY_THE_SYSTEM = {"checked_by_id", "checked_how", "token", "invited_on"}


class ConferenceAttendee(models.Model):
    """One person on the list of a conference (người tham dự): of the staff, or a guest."""

    _name = "dan_chu.conference.attendee"
    _description = "Attendee of a conference"
    _inherit = ["dan_chu.conference.part"]
    _order = "conference_id, is_guest, section_sequence, section, sort_name, id"
    _rec_name = "name"

    employee_id = fields.Many2one(
        "hr.employee", string="Person", index="btree_not_null", ondelete="restrict"
    )
    name = fields.Char(
        required=True,
        compute="_compute_from_employee",
        store=True,
        readonly=False,
        precompute=True,
    )
    position = fields.Char(
        compute="_compute_from_employee", store=True, readonly=False, precompute=True
    )
    body_id = fields.Many2one(
        "dan_chu.conference.body",
        index="btree_not_null",
        ondelete="restrict",
        help="At a joint conference: whose list the person is on.",
    )
    section_id = fields.Many2one(
        "dan_chu.unit",
        string="Section of the staff",
        index="btree_not_null",
        ondelete="restrict",
    )
    section = fields.Char(
        string="Name of the section",
        compute="_compute_section",
        store=True,
        readonly=False,
        precompute=True,
    )
    section_sequence = fields.Integer(
        compute="_compute_section", store=True, precompute=True, readonly=True
    )
    sort_name = fields.Char(
        compute="_compute_sort_name", store=True, precompute=True, readonly=True, index=True
    )
    is_guest = fields.Boolean(
        string="Guest", help="Invited, listed, never counted and without a vote."
    )
    duty = fields.Selection(DUTIES, string="Duty at the conference")
    status = fields.Selection(STATUSES, default="expected", required=True, index=True)
    reason = fields.Char(help="Why with leave, late or left early.")
    arrived_on = fields.Datetime(string="Came at")
    is_late = fields.Boolean(string="Late")
    left_on = fields.Datetime(string="Left at")
    is_off = fields.Boolean(
        string="Taken off the list", help="Of the staff, but not summoned: the minutes say why."
    )
    off_reason = fields.Char(string="Why taken off")
    checked_by_id = fields.Many2one(
        "res.users", string="Checked in by", readonly=True, copy=False, ondelete="restrict"
    )
    checked_how = fields.Selection(
        [("list", "On the list"), ("code", "By the code"), ("self", "By the own phone")],
        readonly=True,
        copy=False,
    )
    token = fields.Char(readonly=True, copy=False, groups="dan_chu_co_so.group_officer")

    _once = models.UniqueIndex(
        "(conference_id, employee_id) WHERE employee_id IS NOT NULL",
        "This person is already on the list of this conference.",
    )
    _token_once = models.UniqueIndex("(token) WHERE token IS NOT NULL")
    _left_after_came = models.Constraint(
        "CHECK(left_on >= arrived_on)", "Nobody leaves before they have come."
    )
    _off_has_reason = models.Constraint(
        "CHECK(NOT is_off OR coalesce(off_reason, '') <> '')",
        "Say why the person is taken off the list: the minutes show it.",
    )
    _off_is_away = models.Constraint(
        "CHECK(NOT is_off OR status <> 'present')",
        "Who was taken off the list cannot be present: put the person on the list again.",
    )
    _staff_is_known = models.Constraint(
        "CHECK(is_guest OR employee_id IS NOT NULL)",
        "Who is no guest is one of the staff: choose the person.",
    )

    @api.depends("employee_id")
    def _compute_from_employee(self):
        titles = {
            public.id: public.job_title
            for public in self.env["hr.employee.public"].sudo().browse(self.employee_id.ids)
        }
        for row in self:
            person = row.employee_id
            row.name = person.name if person else row.name
            row.position = titles.get(person.id) if person else row.position

    @api.depends("section_id")
    def _compute_section(self):
        for row in self:
            section = row.section_id.sudo()
            row.section = section.name or row.section
            # Whoever is in no section stands before those who are.
            row.section_sequence = 0 if section.is_institution else section.sequence

    @api.depends("name")
    def _compute_sort_name(self):
        for row in self:
            row.sort_name = sort_key(row.name)

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._refuse_by_hand(vals)
        return super().create([{**vals, "token": new_token()} for vals in vals_list])

    def write(self, vals):
        self._refuse_by_hand(vals)
        at_the_door = {name: vals[name] for name in vals if name in AT_THE_DOOR}
        if at_the_door:
            self.conference_id._require_state(*_DOOR_STATES)
            self._enter(at_the_door, "list")
        rest = {name: vals[name] for name in vals if name not in AT_THE_DOOR}
        return super().write(rest) if rest else True

    @api.ondelete(at_uninstall=False)
    def _unlink_with_a_reason(self):
        """On a full list a person is taken off with a reason, which a deleted row has not."""
        for row in self:
            if not row._may_leave_the_list():
                raise UserError(
                    self.env._(
                        "%s is of the staff: take the person off the list with a reason, which "
                        "the minutes show.",
                        row.name,
                    )
                )

    def _refuse_by_hand(self, vals):
        if vals.keys() & _BY_THE_SYSTEM:
            raise UserError(self.env._("Who checked whom in is kept by the system."))

    def _enter(self, vals, how):
        """What happened at the door."""
        if "status" in vals:
            vals = {**vals, "checked_by_id": self.env.uid, "checked_how": how}
        return self._put(vals)


def new_token():
    """What stands in the code on the invitation: nobody guesses it, and it says nothing."""
    return secrets.token_urlsafe(12)

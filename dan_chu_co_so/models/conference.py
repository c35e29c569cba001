from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..lib.clock import today
from ..lib.work_year import work_year
from .owner_unit import OwnerUnit

STATES = [
    ("draft", "Being prepared"),
    ("called", "Summoned"),
    ("open", "In session"),
    ("failed", "Not held: too few came"),
    ("ballot", "Ballot to all staff"),
    ("closed", "Closed"),
    ("cancelled", "Cancelled"),
]
# Until then it is prepared; from then on only what happens at it is entered.
PREPARED = ("draft", "called")
RUNNING = ("called", "open", "ballot")
_BEHIND_BUTTONS = {
    "state",
    "opened_on",
    "closed_on",
    "door",
    "is_valid",
    "previous_id",
    "call_number",
    "form_agreed_on",
    "form_agreed_by_id",
    "date_consulted_on",
    "date_consulted_by_id",
    "ballot_reason",
    "ballot_agreed_on",
    "ballot_agreed_by_id",
}


class Conference(models.Model):
    """The conference of the staff (hội nghị cán bộ, công chức, viên chức, người lao động)."""

    _name = "dan_chu.conference"
    _description = "Staff conference"
    _inherit = [
        "dan_chu.unit.owned",
        "dan_chu.stated",
        "dan_chu.thread",
        "dan_chu.folded.search",
        "dan_chu.frozen",
    ]
    _order = "date desc, id desc"
    _folded_fields = ("name", "location")
    _frozen_how = "conference"

    unit_id = OwnerUnit(default=lambda self: self._default_unit())
    name = fields.Char(
        required=True,
        help="As printed: Hội nghị viên chức, người lao động năm học 2026 - 2027.",
    )
    kind = fields.Selection(
        [("full", "Full"), ("delegates", "Of delegates"), ("extraordinary", "Extraordinary")],
        required=True,
        default="full",
        index=True,
    )
    is_of_delegates = fields.Boolean(
        string="Attended by delegates",
        compute="_compute_is_of_delegates",
        store=True,
        readonly=False,
        precompute=True,
    )
    work_year = fields.Char(
        compute="_compute_work_year",
        store=True,
        readonly=False,
        precompute=True,
        index=True,
        help="The work year in which it is held: 2027, or 2026-2027 for a school.",
    )
    date = fields.Date(string="Day", index=True)
    starts_at = fields.Datetime(string="Begins")
    ends_at = fields.Datetime(string="Ends")
    location = fields.Char(string="Venue")
    online_link = fields.Char(string="Link for those who join online")
    preparatory_on = fields.Date(string="Preparatory session")
    preparatory_note = fields.Text(string="What the preparatory session settled")
    is_dispersed = fields.Boolean(
        string="Dispersed, or posts that cannot be left",
        help="Điều 51 khoản 2 điểm b: with fewer than 100 staff delegates may come as well.",
    )
    contact_id = fields.Many2one(
        "hr.employee", string="Contact point", index="btree_not_null", ondelete="restrict"
    )
    plan_id = fields.Many2one(
        "dan_chu.plan", string="Plan to hold it", index="btree_not_null", ondelete="restrict"
    )
    previous_id = fields.Many2one(
        "dan_chu.conference",
        string="Summoned again after",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    call_number = fields.Integer(string="Summoned for the", default=1, readonly=True, copy=False)
    staff_count = fields.Integer(
        string="Total staff",
        compute="_compute_staff_count",
        store=True,
        readonly=False,
        precompute=True,
        help="Of the institution on the day of the conference.",
    )
    body_ids = fields.One2many(
        "dan_chu.conference.body",
        "conference_id",
        string="Bodies",
        help="Of a joint conference: each has a list, a quorum and votes of its own.",
    )
    attendee_ids = fields.One2many(
        "dan_chu.conference.attendee", "conference_id", string="Attendees"
    )
    item_ids = fields.One2many("dan_chu.conference.item", "conference_id", string="Agenda")
    vote_ids = fields.One2many("dan_chu.vote", "conference_id", string="Votes")
    form_agreed_on = fields.Date(string="Form agreed on", readonly=True, copy=False)
    form_agreed_by_id = fields.Many2one(
        "res.users", string="Form agreed by", readonly=True, copy=False, ondelete="restrict"
    )
    date_consulted_on = fields.Date(string="Asked about the date", readonly=True, copy=False)
    date_consulted_by_id = fields.Many2one(
        "res.users", string="Opinion given by", readonly=True, copy=False, ondelete="restrict"
    )
    ballot_reason = fields.Text(string="Why a ballot to all", readonly=True, copy=False)
    ballot_agreed_on = fields.Date(string="Ballot agreed on", readonly=True, copy=False)
    ballot_agreed_by_id = fields.Many2one(
        "res.users", string="Ballot agreed by", readonly=True, copy=False, ondelete="restrict"
    )
    state = fields.Selection(
        STATES, default="draft", required=True, readonly=True, copy=False, index=True
    )
    door = fields.Selection(
        [("system", "In the system"), ("paper", "On paper, recorded here")],
        default="system",
        required=True,
        readonly=True,
        copy=False,
    )
    is_valid = fields.Boolean(
        string="Validly held",
        readonly=True,
        copy=False,
        help="Opened with the number of people the law asks for.",
    )
    opened_on = fields.Datetime(readonly=True, copy=False)
    closed_on = fields.Datetime(readonly=True, copy=False)

    _ends_after_start = models.Constraint(
        "CHECK(ends_at >= starts_at)", "A conference cannot end before it begins."
    )
    _counts = models.Constraint(
        "CHECK(staff_count >= 0)", "The total staff is a whole number, not below zero."
    )

    @api.depends("kind")
    def _compute_is_of_delegates(self):
        for conference in self:
            if conference.kind != "extraordinary":
                conference.is_of_delegates = conference.kind == "delegates"

    @api.depends("unit_id", "date")
    def _compute_work_year(self):
        for conference in self:
            conference.work_year = conference._usual_work_year()

    @api.depends("unit_id")
    def _compute_staff_count(self):
        for conference in self:
            conference.staff_count = conference.unit_id.sudo().employee_count

    @api.constrains("unit_id")
    def _check_institution(self):
        for conference in self:
            if not conference.unit_id.is_institution:
                raise ValidationError(
                    self.env._(
                        "%(unit)s is an inner part of %(top)s: a conference is held by an "
                        "institution.",
                        unit=conference.unit_id.name,
                        top=conference.unit_id.institution_id.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        buttons = self._button_fields()
        # What only the system may write is refused to everybody else, even when it is emptied.
        begun = {name: False for name in buttons if not self._fields[name].groups}
        begun |= {"call_number": 1, "state": "draft", "door": "system"}
        self._check_links(vals_list)
        kept = [{name: vals[name] for name in vals if name not in buttons} for vals in vals_list]
        conferences = super().create([{**vals, **begun} for vals in kept])
        conferences._require_role("officer")
        return conferences

    def write(self, vals):
        if vals.keys() & self._button_fields():
            raise UserError(
                self.env._("What becomes of a conference is done by its buttons, not by hand.")
            )
        self._check_links([vals])
        content = vals.keys() - self.env["dan_chu.thread"]._fields.keys() - self._list_fields()
        if content:
            self._require_role("officer")
            for conference in self.filtered(lambda row: row.state not in PREPARED):
                raise UserError(
                    self.env._(
                        "“%(name)s” is “%(state)s”: what was prepared for it does not change "
                        "any more.",
                        name=conference.display_name,
                        state=conference._state_name(),
                    )
                )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_draft(self):
        for conference in self.filtered(lambda row: row.state != "draft"):
            raise UserError(
                self.env._(
                    "“%s” was summoned and stays on record: cancel it.", conference.display_name
                )
            )

    @api.model
    def _button_fields(self):
        """What the buttons settle, and nobody by hand; each concern adds its own."""
        return _BEHIND_BUTTONS

    @api.model
    def _list_fields(self):
        """Lists whose rows have guards of their own."""
        return {name for name, field in self._fields.items() if field.type == "one2many"}

    @api.model
    def _default_unit(self):
        units = self.env["dan_chu.unit"]
        units = units.browse(self.env.user._dan_chu_reach("officer"))
        houses = units.sudo().institution_id & units
        return houses if len(houses) == 1 else units.browse()

    def _put(self, vals):
        """What the buttons settle."""
        if vals.get("state") == "closed":
            # From then on the database keeps its rows: what was entered has to be in them.
            self.env.flush_all()
        return super().write(vals)

    def _law(self, code, day=None):
        """What the law says about conferences; None where it says nothing."""
        day = day or self.date or today()
        return self.env["dan_chu.rule"]._find(f"conference.{code}", self.unit_id, day)

    def _usual_work_year(self):
        month = int(self.unit_id.sudo().work_year_month or "1")
        first, last = work_year(month, self.date or today())
        return str(first.year) if month == 1 else f"{first.year}-{last.year}"

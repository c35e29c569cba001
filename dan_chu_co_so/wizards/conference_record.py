from datetime import UTC, datetime, time, timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tools import SQL

from ..lib.clock import VIET_NAM, today
from ..lib.voting import quorum_met

_PASSING = "Thông qua nghị quyết hội nghị"
_AS_SIGNED = "<p>(Nội dung theo văn bản đã ký kèm theo.)</p>"


class ConferenceRecord(models.TransientModel):
    """A conference that was held on paper, entered in a few minutes: all came but these, the
    votes as totals, what was resolved as lines, the signed papers as scans."""

    _name = "dan_chu.conference.record"
    _description = "Record a conference held on paper"
    _inherit = ["dan_chu.readable.links"]

    unit_id = fields.Many2one(
        "dan_chu.unit",
        required=True,
        domain="[('is_institution', '=', True), ('my_roles', 'in', ['officer'])]",
        default=lambda self: self.env["dan_chu.conference"]._default_unit(),
    )
    name = fields.Char(
        required=True, compute="_compute_name", store=True, readonly=False, precompute=True
    )
    kind = fields.Selection(
        selection=lambda self: (
            self.env["dan_chu.conference"]._fields["kind"]._description_selection(self.env)
        ),
        required=True,
        default="full",
    )
    is_of_delegates = fields.Boolean(
        string="Attended by delegates",
        compute="_compute_is_of_delegates",
        store=True,
        readonly=False,
    )
    date = fields.Date(string="Held on", required=True)
    begins = fields.Float(string="Began at", default=7.5)
    ends = fields.Float(string="Ended at", default=11)
    location = fields.Char(string="Place of the conference")
    chair_id = fields.Many2one("hr.employee", string="Chaired by")
    secretary_id = fields.Many2one("hr.employee", string="Minutes taken by")
    staff_count = fields.Integer(
        string="Total staff that day",
        compute="_compute_staff_count",
        store=True,
        readonly=False,
    )
    delegate_ids = fields.Many2many("hr.employee.public", string="Delegates summoned")
    away_ids = fields.One2many(
        "dan_chu.conference.record.away", "record_id", string="All came but these"
    )
    away_people_ids = fields.Many2many("hr.employee.public", compute="_compute_away_people_ids")
    guests = fields.Integer(string="Number of guests")
    present = fields.Integer(string="Came", compute="_compute_came")
    quorum_state = fields.Selection(
        [("met", "Enough"), ("not_met", "Too few"), ("unknown", "Not known yet")],
        compute="_compute_came",
    )
    quorum_words = fields.Char(string="Sum of who came", compute="_compute_came")
    vote_ids = fields.One2many(
        "dan_chu.conference.record.vote",
        "record_id",
        default=lambda self: [Command.create({"name": _PASSING, "matter": "resolution"})],
    )
    election_ids = fields.One2many(
        "dan_chu.conference.record.election", "record_id", string="Elections"
    )
    commitments = fields.Text(
        string="Resolved to be done", help="What, who and until when, one a line."
    )
    read_as = fields.Text(string="Read as", compute="_compute_read_as")
    minutes_scan = fields.Binary(string="Signed minutes")
    minutes_scan_name = fields.Char()
    resolution_scan = fields.Binary(string="Signed resolution")
    resolution_scan_name = fields.Char()
    resolution_number = fields.Char(string="Number of the resolution")
    conference_id = fields.Many2one("dan_chu.conference", readonly=True, ondelete="cascade")
    resolution_date = fields.Date(string="Resolution dated")
    signed_by_head = fields.Char(
        string="Signed by the head", compute="_compute_signed_by_head", store=True, readonly=False
    )
    signed_for_staff = fields.Char(
        string="Signed by the representative",
        compute="_compute_signed_for_staff",
        store=True,
        readonly=False,
    )

    @api.depends("unit_id", "kind", "date")
    def _compute_name(self):
        """As such conferences are called; never over a name that was typed."""
        for record in self:
            values = {name: record[name] for name in ("unit_id", "kind", "date", "name")}
            draft = self.env["dan_chu.conference"].new({**values, "unit_id": record.unit_id.id})
            draft._compute_name()
            record.name = draft.name

    @api.depends("kind")
    def _compute_is_of_delegates(self):
        for record in self:
            if record.kind != "extraordinary":
                record.is_of_delegates = record.kind == "delegates"

    @api.depends("unit_id")
    def _compute_staff_count(self):
        for record in self:
            record.staff_count = record.unit_id.sudo().employee_count

    @api.depends("unit_id")
    def _compute_signed_by_head(self):
        for record in self:
            record.signed_by_head = record.unit_id.sudo().head_id.name

    @api.depends("unit_id")
    def _compute_signed_for_staff(self):
        for record in self:
            unit = record.unit_id.sudo()
            speakers = unit._people("representative") if unit else self.env["res.users"]
            record.signed_for_staff = speakers[:1].employee_id.sudo().name

    @api.depends(
        "unit_id",
        "date",
        "is_of_delegates",
        "delegate_ids",
        "staff_count",
        "away_ids.how",
        "away_ids.employee_id",
    )
    def _compute_came(self):
        """The arithmetic that will say whether the conference is valid, while it is typed."""
        for record in self:
            ways = record.away_ids.filtered("employee_id").mapped("how")
            listed = record.unit_id.sudo().employee_count - ways.count("gone")
            if record.is_of_delegates:
                listed = len(record.delegate_ids)
            left = len(ways) - ways.count("gone")
            record.present = max(listed - left, 0)
            base = listed - ways.count("off") if record.is_of_delegates else record.staff_count
            rule = record._law("quorum")
            if record.is_of_delegates:
                result = quorum_met(record.present, max(base, 0), rule, "đại biểu")
            else:
                result = quorum_met(record.present, max(base, 0), rule, listed=max(listed, 0))
            record.quorum_state, record.quorum_words = result.state, result.words

    @api.depends("away_ids.employee_id")
    def _compute_away_people_ids(self):
        """Who need not be offered again."""
        for record in self:
            record.away_people_ids = record.away_ids.employee_id.ids

    @api.depends("commitments", "unit_id", "date")
    def _compute_read_as(self):
        for record in self:
            record.read_as = record.unit_id and self.env["dan_chu.resolution"]._lines_in_words(
                record.commitments, record.unit_id, record.date
            )

    def action_record(self):
        """Entered and closed, in one go: a mistake is told, and nothing of it is kept. Pressed
        twice, or sent again by the network, it is one conference, which nobody could delete."""
        self.ensure_one()
        self.check_access("write")
        self._lock()
        if self.conference_id:
            return self.conference_id._open_form()
        self._check_complete()
        conference = self.env["dan_chu.conference"]._begin_on_paper(self._values(), self.guests)
        gone = set(self.away_ids.filtered(lambda row: row.how == "gone").employee_id.ids)
        conference._list_on_paper(self.delegate_ids, gone, self.staff_count)
        conference._enter_on_paper(
            {row.employee_id: (row.how, row.reason) for row in self.away_ids if row.how != "gone"}
        )
        self._name_the_desk(conference)
        conference._open_on_paper()
        # The law has the resolution passed at the end (Điều 51 khoản 4), and so the minutes do.
        passing = self.vote_ids.filtered(lambda line: line.matter == "resolution")
        for line in (*(self.vote_ids - passing), *self.election_ids, *passing):
            conference._vote_on_paper(*line._as_vote())
        conference._close_on_paper()
        self._enter_papers(conference)
        self.conference_id = conference
        return conference._open_form()

    def _lock(self):
        """Who presses it while it is being entered begins again, and finds it entered."""
        self.env.cr.execute(
            SQL("SELECT FROM dan_chu_conference_record WHERE id = %s FOR UPDATE", self.id)
        )

    def _law(self, code):
        return self.env["dan_chu.rule"]._find(
            f"conference.{code}", self.unit_id, self.date or today()
        )

    def _check_complete(self):
        if self.is_of_delegates and not self.delegate_ids:
            raise UserError(self.env._("Name the delegates who were summoned."))
        if self.minutes_scan and not (self.chair_id and self.secretary_id):
            raise UserError(
                self.env._("Name who chaired and who took the minutes: they signed them.")
            )
        doubled = [
            person.sudo().name
            for person, rows in self.away_ids.grouped("employee_id").items()
            if len(rows) > 1
        ]
        if doubled:
            raise UserError(self.env._("Named twice among those away: %s.", ", ".join(doubled)))

    def _values(self):
        starts, ends = self._moment(self.begins), self._moment(self.ends)
        if ends < starts:
            raise UserError(self.env._("A conference cannot end before it begins."))
        return {
            "unit_id": self.unit_id.id,
            "name": self.name,
            "kind": self.kind,
            "is_of_delegates": self.is_of_delegates,
            "date": self.date,
            "starts_at": starts,
            "ends_at": ends,
            "location": self.location,
        }

    def _moment(self, hours):
        """Of the clocks of Viet Nam, as the database keeps it."""
        if not 0 <= hours < 24:
            raise UserError(self.env._("An hour of the day is from 0:00 to 23:59."))
        begun = datetime.combine(self.date, time(0), VIET_NAM)
        moment = begun + timedelta(minutes=round(hours * 60))
        return moment.astimezone(UTC).replace(tzinfo=None)

    def _name_the_desk(self, conference):
        for person, duty in ((self.chair_id, "chair"), (self.secretary_id, "secretary")):
            row = conference.attendee_ids.filtered(
                lambda row, person=person: person and row.employee_id == person
            )
            if person and not row:
                raise UserError(
                    self.env._(
                        "%s is not on the list of this conference, and so had no duty at it.",
                        person.sudo().name,
                    )
                )
            row._put({"duty": duty})

    def _enter_papers(self, conference):
        """The signed ones are recorded as they are; the others are written from the records."""
        if self.minutes_scan:
            minutes = self.env["dan_chu.conference.paper"].create(
                {"form": "minutes", "conference_id": conference.id, "content": _AS_SIGNED}
            )
            minutes.action_record_paper_issue(
                {
                    "date": self.date,
                    "scan": {"name": self.minutes_scan_name, "data": self.minutes_scan},
                }
            )
        if not (self.resolution_scan or (self.commitments or "").strip()):
            return
        resolution = self.env["dan_chu.resolution"].create({"conference_id": conference.id})
        if (self.commitments or "").strip():
            resolution._take_in(self.commitments)
            resolution._compose()
        if self.resolution_scan:
            resolution.content = _AS_SIGNED
            resolution.action_record_paper_issue(
                {
                    "date": self.resolution_date or self.date,
                    "number": self.resolution_number,
                    "signatories": [
                        {"name": self.signed_for_staff},
                        {"name": self.signed_by_head},
                    ],
                    "scan": {"name": self.resolution_scan_name, "data": self.resolution_scan},
                }
            )

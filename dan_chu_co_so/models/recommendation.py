from textwrap import shorten

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import format_date

from ..lib.clock import today
from .age_band import BANDS, AgeBand
from .owner_unit import OwnerUnit

STATES = [
    ("draft", "Draft"),
    ("sent", "Has been sent"),
    ("received", "Has been received"),
    ("answered", "Answered"),
    ("settled", "Settled"),
    ("not_settled", "Not settled"),
    ("handed_on", "Handed on"),
]
ENDED = ("settled", "handed_on")
ANSWERED = ("answered", "settled", "not_settled", "handed_on")
ADDRESSEES = [
    ("head", "Head of the unit"),
    ("authority", "Competent body"),
    ("directing", "Body that directs the board"),
]
ANSWERS = [
    ("none", "None yet"),
    ("accept", "Is accepted"),
    ("part", "Accepted in part"),
    ("refuse", "Refused"),
]

DOORS = [("system", "In the system"), ("paper", "On paper")]
# Who reads a recommendation does not thereby read all that hangs on it.
_WRITERS = ",".join(f"dan_chu_co_so.group_{role}" for role in ("inspector", "officer", "head"))
_BOTH_SIDES = f"{_WRITERS},dan_chu_co_so.group_representative"


class Recommendation(models.Model):
    """What a board asks of the head, of the competent or of the directing body (kiến nghị).

    It has two sides: the board that wrote it, and `addressee_unit_id`, which sees it once it is
    sent and answers through `dan_chu.recommendation.reply`.
    """

    _name = "dan_chu.recommendation"
    _description = "Recommendation"
    _inherit = [
        "dan_chu.sealed",
        "dan_chu.stated",
        "dan_chu.thread",
        "dan_chu.folded.search",
        "dan_chu.frozen",
    ]
    # What waits longest past its day stands first; what waits for nobody comes after.
    _order = "waits_until, sent_on desc, id desc"
    _rec_name = "text"
    _folded_fields = ("text", "legal_basis", "addressee_text")
    _frozen_how = "state"

    inspection_id = fields.Many2one(
        "dan_chu.inspection", index="btree_not_null", ondelete="restrict"
    )
    board_id = fields.Many2one(
        "dan_chu.board",
        index="btree_not_null",
        ondelete="restrict",
        default=lambda self: next(iter(self.env.user._dan_chu_boards()), False),
    )
    subject_unit_id = fields.Many2one(
        "dan_chu.unit", string="Inspected unit", index="btree_not_null", ondelete="restrict"
    )
    inspection_name = fields.Char(
        string="Comes of", readonly=True, copy=False, help="Named when it is sent."
    )
    author_name = fields.Char(
        string="Recommended by", readonly=True, copy=False, help="Named when it is sent."
    )
    addressee_kind = fields.Selection(
        ADDRESSEES, string="Addressed to", default="head", required=True, index=True
    )
    addressee_unit_id = OwnerUnit(
        "dan_chu.unit",
        string="Unit that answers",
        compute="_compute_addressee",
        store=True,
        readonly=False,
        precompute=True,
        index=True,
        ondelete="restrict",
    )
    addressee_text = fields.Char(
        string="Addressee in words",
        compute="_compute_addressee",
        store=True,
        readonly=False,
        precompute=True,
        help="As printed: Hiệu trưởng, Công an phường …",
    )
    text = fields.Text(string="What is asked", required=True)
    legal_basis = fields.Text(string="Legal basis")
    sent_on = fields.Date(string="Sent on", readonly=True, copy=False)
    received_on = fields.Date(string="Received on", readonly=True, copy=False)
    date_due = fields.Date(
        string="Answer due", readonly=True, copy=False, help="The last day that is in time."
    )
    due_basis = fields.Char(string="Rule of the term", readonly=True, copy=False)
    waits_until = fields.Date(
        readonly=True, copy=False, help="The term of an answer that is still owed."
    )
    answer_state = fields.Selection(
        ANSWERS, string="Answer", default="none", required=True, readonly=True, copy=False
    )
    answer = fields.Text(string="Words of the answer", readonly=True, copy=False)
    measures = fields.Text(readonly=True, copy=False)
    measure_employee_id = fields.Many2one(
        "hr.employee",
        string="Person in charge",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    measure_date = fields.Date(string="Measures done by", readonly=True, copy=False)
    answered_on = fields.Date(string="Answered on", readonly=True, copy=False)
    answered_by_id = fields.Many2one(
        "res.users", string="Answer entered by", readonly=True, copy=False, ondelete="restrict"
    )
    answer_door = fields.Selection(DOORS, string="How it was answered", readonly=True, copy=False)
    answer_file_ids = fields.One2many(
        "dan_chu.recommendation.file",
        "recommendation_id",
        string="Files of the answer",
        domain=[("is_given", "=", True)],
        readonly=True,
        groups=_BOTH_SIDES,
    )
    reply_ids = fields.One2many(
        "dan_chu.recommendation.reply",
        "recommendation_id",
        string="Answers",
        readonly=True,
        groups=_BOTH_SIDES,
    )
    task_id = fields.Many2one(
        "dan_chu.task",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    verification = fields.Text(string="What the board found", readonly=True, copy=False)
    verified_on = fields.Date(string="Verified on", readonly=True, copy=False)
    handed_to = fields.Char(string="Handed on to", readonly=True, copy=False)
    outcome_act = fields.Char(
        string="Act", copy=False, help="What was dealt with. Names stand below, for the board only."
    )
    outcome_form = fields.Char(
        string="Form of sanction", copy=False, help="Khiển trách, cảnh cáo, thu hồi, hoàn trả …"
    )
    outcome_authority = fields.Char(string="Decided by", copy=False)
    outcome_paper = fields.Char(
        string="Paper", copy=False, help="As printed: Quyết định số 12/QĐ-THPT ngày 05/3/2026."
    )
    outcome_made_public_on = fields.Date(string="Made public on", copy=False)
    outcome_person_ids = fields.One2many(
        "dan_chu.recommendation.person",
        "recommendation_id",
        string="Persons dealt with",
        groups=_WRITERS,
    )
    is_public = fields.Boolean(string="Open to the staff", readonly=True, copy=False)
    step_ids = fields.One2many(
        "dan_chu.recommendation.step",
        "recommendation_id",
        string="Who did what",
        groups=_BOTH_SIDES,
    )
    state = fields.Selection(
        STATES,
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        group_expand=True,
    )
    is_late = fields.Boolean(string="Late", compute="_compute_is_late", search="_search_is_late")
    days_late = fields.Integer(compute="_compute_is_late")
    age_band = AgeBand(
        BANDS,
        string="Age",
        since="sent_on",
        compute="_compute_age_band",
        search="_search_age_band",
        help="Since it was sent.",
    )

    _of_addressee = models.Index("(addressee_unit_id, waits_until)")
    _of_board = models.Index("(sealed_board_id, waits_until)")
    _waiting = models.Index("(waits_until) WHERE waits_until IS NOT NULL")
    _outside_in_words = models.Constraint(
        "CHECK(addressee_kind = 'head' OR addressee_unit_id IS NULL)",
        "Only the head of a unit answers here: other bodies are named in words.",
    )
    _once_received = models.Constraint(
        "CHECK(received_on >= sent_on)", "Nothing is received before it is sent."
    )
    _once_answered = models.Constraint(
        "CHECK(answered_on >= received_on)", "Nothing is answered before it is received."
    )
    _refused_with_reason = models.Constraint(
        "CHECK(answer_state NOT IN ('refuse', 'part') OR answer IS NOT NULL)",
        "What is refused, in whole or in part, is refused with the reason.",
    )

    @api.depends("text")
    def _compute_display_name(self):
        super()._compute_display_name()

    def _name_for_readers(self):
        for row in self:
            words = shorten(row.text or "", 80, placeholder=" …")
            row.display_name = words or self.env._("New recommendation")

    @api.depends("addressee_kind", "unit_id", "board_id", "inspection_id", "sealed_board_id")
    def _compute_addressee(self):
        """The head of the house answers in the system; bodies outside are named in words."""
        for row in self:
            of_head = row.addressee_kind == "head"
            usual = row._usual_addressee()
            row.addressee_unit_id = of_head and (row.addressee_unit_id or usual)
            if row.addressee_kind == "directing":
                board = (row.board_id or row.inspection_id.board_id).sudo()
                row.addressee_text = board.directing_body
            elif of_head:
                row.addressee_text = row.addressee_text or usual.head_title
            elif row.addressee_text == usual.head_title:
                row.addressee_text = False

    def _usual_addressee(self):
        """The own house; of those who inspect units below, the house they inspected."""
        board, inspection = self.board_id.sudo(), self.inspection_id.sudo()
        inspected = (self.subject_unit_id or inspection.subject_unit_id).sudo()
        own = (self.unit_id or inspection.unit_id or board.unit_id).sudo()
        sealed = self.sealed_board_id or inspection.sealed_board_id or board.is_sealed
        return own if sealed or not inspected else inspected.institution_id

    @api.depends("waits_until")
    def _compute_is_late(self):
        day = today()
        for row in self:
            row.is_late = bool(row.waits_until and row.waits_until < day)
            row.days_late = (day - row.waits_until).days if row.is_late else 0

    @api.model
    def _search_is_late(self, operator, value):
        return self._asked(operator, value, Domain("waits_until", "<", today()))

    @api.depends("sent_on")
    def _compute_age_band(self):
        field = self._fields["age_band"]
        for row in self:
            row.age_band = field.band_of(row.sent_on)

    @api.model
    def _search_age_band(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain.OR(self._fields["age_band"].domain_of(band) for band in value)

    @api.model
    def _asked(self, operator, value, domain):
        if operator != "in":
            return NotImplemented
        wanted = set(value)
        if wanted == {True, False}:
            return Domain.TRUE
        return domain if wanted == {True} else ~domain

    def _source_name(self):
        """Who asked, and when: for those who do not read the recommendation itself."""
        self.ensure_one()
        return f"Kiến nghị của {self.author_name}, gửi ngày {format_date(self.env, self.sent_on)}"

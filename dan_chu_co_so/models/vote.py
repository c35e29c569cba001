from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

METHODS = [
    ("hands", "Show of hands"),
    ("paper", "Secret ballot on paper"),
    ("named", "Electronic, by name"),
    ("secret", "Electronic, secret"),
]
# Counted by people, who type the totals; the others count themselves.
TYPED = ("hands", "paper")
BASES = [
    ("attended", "All who attended"),
    ("entitled", "All entitled to vote"),
    ("collected", "Ballots collected"),
    ("valid", "Valid ballots"),
    ("all_staff", "All staff"),
]
MATTERS = [
    ("procedure", "Running of the conference"),
    ("election", "Election of the people's inspection board"),
    ("release", "Release of a member of the board"),
    ("contributions", "Contributions of the staff"),
    ("self_management", "Other self-management"),
    ("resolution", "Resolution of the conference"),
    ("delegates", "Election of delegates"),
    ("other", "Other matter"),
]
# Điều 49: decided by more than half of all who attend, whatever else is agreed.
OF_ARTICLE_49 = ("election", "release", "contributions", "self_management", "resolution")
STATES = [
    ("draft", "Being prepared"),
    ("open", "Being voted on"),
    ("closing", "Being counted"),
    ("closed", "Closed"),
]
# With these duties at the conference one opens, counts and closes.
RUNNING_IT = {"chair", "counter"}
_BEHIND_BUTTONS = {
    "state",
    "is_ballot",
    "base_count",
    "entitled",
    "outcome",
    "outcome_words",
    "rule_display",
    "opened_on",
    "closed_on",
    "round_number",
    "previous_id",
    "reopen_reason",
    "open_seats",
    "list_vote_id",
    "carried_out_on",
    "secret_basis",
    "codes_made",
}
RESULT = {"issued", "collected", "valid", "invalid", "votes_for", "votes_against", "votes_blank"}


class Vote(models.Model):
    """A vote or an election at a conference (biểu quyết, bầu cử)."""

    _name = "dan_chu.vote"
    _description = "Vote"
    _inherit = ["dan_chu.conference.part", "dan_chu.stated"]
    _open_in = ("draft", "called", "open", "ballot")
    _frozen_how = "vote"
    _frozen_free = ("write_uid", "write_date", "carried_out_on", "board_id")

    name = fields.Char(string="Voted on", required=True)
    item_id = fields.Many2one(
        "dan_chu.conference.item", string="Agenda item", index="btree_not_null", ondelete="restrict"
    )
    body_id = fields.Many2one(
        "dan_chu.conference.body",
        index="btree_not_null",
        ondelete="restrict",
        help="At a joint conference: who votes.",
    )
    matter = fields.Selection(MATTERS, required=True)
    is_election = fields.Boolean(
        compute="_compute_is_election", store=True, readonly=False, precompute=True
    )
    seats = fields.Integer(default=1, help="How many are elected; a ballot names so many at most.")
    method = fields.Selection(METHODS, required=True, default="hands")
    base_kind = fields.Selection(
        BASES,
        string="Majority of",
        required=True,
        compute="_compute_base_kind",
        store=True,
        readonly=False,
        precompute=True,
    )
    is_ballot = fields.Boolean(string="Ballot of all the staff", readonly=True, copy=False)
    base_count = fields.Integer(
        readonly=True, copy=False, help="Counted when the vote opens; it does not change after."
    )
    entitled = fields.Integer(
        string="Entitled to vote",
        readonly=True,
        copy=False,
        help="Those in the room when the vote opens: of the staff, not guests.",
    )
    issued = fields.Integer(string="Ballots issued", copy=False)
    collected = fields.Integer(string="Ballots collected", copy=False)
    valid = fields.Integer(string="Valid ballots", copy=False)
    invalid = fields.Integer(string="Invalid ballots", copy=False)
    votes_for = fields.Integer(string="For", copy=False)
    votes_against = fields.Integer(string="Against", copy=False)
    votes_blank = fields.Integer(string="No opinion", copy=False)
    option_ids = fields.One2many("dan_chu.vote.option", "vote_id", string="Candidates")
    outcome = fields.Selection(
        [("passed", "Passed"), ("not_passed", "Not passed"), ("unknown", "Undetermined")],
        string="Voting result",
        readonly=True,
        copy=False,
    )
    outcome_words = fields.Char(string="Sum", readonly=True, copy=False)
    rule_display = fields.Char(string="By the rule", readonly=True, copy=False)
    state = fields.Selection(STATES, default="draft", required=True, readonly=True, copy=False)
    opened_on = fields.Datetime(string="Voting opened", readonly=True, copy=False)
    closed_on = fields.Datetime(string="Voting closed", readonly=True, copy=False)
    round_number = fields.Integer(string="Round of the vote", default=1, readonly=True, copy=False)
    previous_id = fields.Many2one(
        "dan_chu.vote",
        string="Round before",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    reopen_reason = fields.Char(string="Why voted again", readonly=True, copy=False)
    may_run = fields.Boolean(compute="_compute_may_run")
    may_chair = fields.Boolean(compute="_compute_may_run")

    _seats = models.Constraint("CHECK(seats >= 1)", "At least one is elected.")
    _one_round_after = models.UniqueIndex(
        "(previous_id) WHERE previous_id IS NOT NULL",
        "There is already another round of this vote.",
    )

    @api.depends("matter")
    def _compute_is_election(self):
        for vote in self:
            vote.is_election = vote.matter in ("election", "delegates")

    @api.depends("matter")
    def _compute_base_kind(self):
        for vote in self:
            if vote.is_ballot:
                vote.base_kind = vote.base_kind or "all_staff"
            elif vote.matter in OF_ARTICLE_49 or not vote.base_kind:
                vote.base_kind = "attended"

    @api.depends("conference_id")
    @api.depends_context("uid")
    def _compute_may_run(self):
        for conference, votes in self.grouped(lambda vote: vote.conference_id._origin).items():
            duties = conference._duties() if conference else set()
            for vote in votes:
                vote.may_run = bool(vote.may_handle or duties & RUNNING_IT)
                vote.may_chair = bool(vote.may_sign or "chair" in duties)

    @api.model_create_multi
    def create(self, vals_list):
        begun = {**dict.fromkeys(_BEHIND_BUTTONS, False), "state": "draft", "round_number": 1}
        begun |= {
            "base_count": 0,
            "entitled": 0,
            "open_seats": 0,
            "codes_made": 0,
            **dict.fromkeys(RESULT, 0),
        }
        default = self.env.context.get("default_conference_id")
        conferences = self.env["dan_chu.conference"]
        made = []
        for vals in vals_list:
            conference = conferences.browse(vals.get("conference_id") or default)
            is_ballot = bool(conference) and conference.sudo().state == "ballot"
            made.append({**vals, **begun, "is_ballot": is_ballot})
        return super().create(made)

    def write(self, vals):
        if vals.keys() & _BEHIND_BUTTONS:
            raise UserError(self.env._("A vote is opened and closed by its buttons, not by hand."))
        for vote in self:
            typed = RESULT if vote.method in TYPED else set()
            allowed = {"draft": vals.keys() - RESULT, "open": vals.keys() & typed}
            if vals.keys() - allowed.get(vote.state, set()) - {"option_ids"}:
                raise UserError(
                    self.env._(
                        "“%(vote)s” is “%(state)s”: before it opens what is voted on changes, "
                        "while it is open the totals do, and nothing after.",
                        vote=vote.display_name,
                        state=vote._state_name(),
                    )
                )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_draft(self):
        for vote in self.filtered(lambda vote: vote.state != "draft"):
            raise UserError(self.env._("“%s” was held and stays on record.", vote.display_name))

    def _put(self, vals):
        if vals.get("state") == "closed":
            # From then on the database keeps them: who is elected has to be in them.
            self.option_ids.flush_recordset()
        return super()._put(vals)

    def _require_running(self):
        for vote in self:
            if not vote._may_run():
                raise AccessError(
                    self.env._(
                        "Votes are opened, counted and closed by the officer and the head of the "
                        "unit, by who chairs and by the counting committee."
                    )
                )

    def _may_run(self):
        """The officer, the head, who chairs and who counts."""
        self.ensure_one()
        user = self.env.user
        unit = self.sudo().unit_id
        if self.env.su or any(user._dan_chu_has_role(role, unit) for role in ("officer", "head")):
            return True
        return bool(self.sudo().conference_id.with_env(self.env)._duties() & RUNNING_IT)

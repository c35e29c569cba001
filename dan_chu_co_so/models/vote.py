from odoo import api, fields, models
from odoo.exceptions import UserError

METHODS = [
    ("hands", "Show of hands"),
    ("paper", "Secret ballot on paper"),
    ("named", "Electronic, by name"),
    ("secret", "Electronic, secret"),
]
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
    ("open", "Open"),
    ("closing", "Being counted"),
    ("closed", "Closed"),
]
_BEHIND_BUTTONS = {
    "state",
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
}
_RESULT = {"issued", "collected", "valid", "invalid", "votes_for", "votes_against", "votes_blank"}


class Vote(models.Model):
    """A vote or an election at a conference (biểu quyết, bầu cử)."""

    _name = "dan_chu.vote"
    _description = "Vote"
    _inherit = ["dan_chu.conference.part"]
    _open_in = ("draft", "called", "open", "ballot")
    _frozen_how = "vote"
    _frozen_free = ("write_uid", "write_date", "carried_out_on")

    name = fields.Char(string="Voted on", required=True)
    item_id = fields.Many2one(
        "dan_chu.conference.item", string="Agenda item", index="btree_not_null", ondelete="restrict"
    )
    body_id = fields.Many2one(
        "dan_chu.conference.body",
        string="Body",
        index="btree_not_null",
        ondelete="restrict",
        help="At a joint conference: who votes.",
    )
    matter = fields.Selection(MATTERS, required=True, default="procedure")
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
    base_count = fields.Integer(readonly=True, copy=False)
    entitled = fields.Integer(string="Entitled to vote", readonly=True, copy=False)
    issued = fields.Integer(string="Ballots issued", copy=False)
    collected = fields.Integer(string="Ballots collected", copy=False)
    valid = fields.Integer(string="Valid ballots", copy=False)
    invalid = fields.Integer(string="Invalid ballots", copy=False)
    votes_for = fields.Integer(string="For", copy=False)
    votes_against = fields.Integer(string="Against", copy=False)
    votes_blank = fields.Integer(string="No opinion", copy=False)
    option_ids = fields.One2many("dan_chu.vote.option", "vote_id", string="Candidates")
    outcome = fields.Selection(
        [("passed", "Passed"), ("not_passed", "Not passed"), ("unknown", "Not known yet")],
        readonly=True,
        copy=False,
    )
    outcome_words = fields.Char(string="Sum", readonly=True, copy=False)
    rule_display = fields.Char(string="By the rule", readonly=True, copy=False)
    state = fields.Selection(STATES, default="draft", required=True, readonly=True, copy=False)
    opened_on = fields.Datetime(readonly=True, copy=False)
    closed_on = fields.Datetime(readonly=True, copy=False)
    round_number = fields.Integer(string="Round", default=1, readonly=True, copy=False)
    previous_id = fields.Many2one(
        "dan_chu.vote",
        string="Round before",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    reopen_reason = fields.Char(string="Why voted again", readonly=True, copy=False)

    _seats = models.Constraint("CHECK(seats >= 1)", "At least one is elected.")
    _not_negative = models.Constraint(
        "CHECK(base_count >= 0 AND entitled >= 0 AND issued >= 0 AND collected >= 0 AND valid >= 0 "
        "AND invalid >= 0 AND votes_for >= 0 AND votes_against >= 0 AND votes_blank >= 0)",
        "No total is below zero.",
    )

    @api.depends("matter")
    def _compute_is_election(self):
        for vote in self:
            vote.is_election = vote.matter in ("election", "delegates")

    @api.depends("matter")
    def _compute_base_kind(self):
        for vote in self:
            if vote.matter in OF_ARTICLE_49 or not vote.base_kind:
                vote.base_kind = "attended"

    @api.model_create_multi
    def create(self, vals_list):
        begun = {**dict.fromkeys(_BEHIND_BUTTONS, False), "state": "draft", "round_number": 1}
        begun |= {"base_count": 0, "entitled": 0, **dict.fromkeys(_RESULT, 0)}
        return super().create([{**vals, **begun} for vals in vals_list])

    def write(self, vals):
        if vals.keys() & _BEHIND_BUTTONS:
            raise UserError(self.env._("A vote is opened and closed by its buttons, not by hand."))
        for vote in self:
            allowed = {"draft": vals.keys() - _RESULT, "open": vals.keys() & _RESULT}
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

    def _state_name(self):
        return dict(self._fields["state"]._description_selection(self.env))[self.state]

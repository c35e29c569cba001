from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain

from ..lib.clock import today
from .owner_unit import OwnerUnit

METHODS = [
    ("hands", "Show of hands"),
    ("paper", "Secret ballot on paper"),
    ("named", "By name, each on the own phone"),
]
# Counted by people, who type the totals.
TYPED = ("hands", "paper")
_BEHIND_BUTTONS = {
    "state",
    "opened_on",
    "closed_on",
    "member_count",
    "present_count",
    "quorum",
    "quorum_words",
}
# Who is in the chair and who writes the minutes follows from the members of the council.
_FOLLOWS = {"chair_user_id", "secretary_user_id"}
# Who was there decides what a majority is: from the opening on it rests.
_WHILE_OPEN = {"notes", "place", "line_ids"}


class CouncilSession(models.Model):
    """A session of the council for emulation and commendation (phiên họp Hội đồng), which votes
    on the nominations of a round."""

    _name = "dan_chu.council.session"
    _description = "Session of the council"
    _inherit = ["dan_chu.unit.owned", "dan_chu.stated", "dan_chu.thread", "dan_chu.frozen"]
    _order = "day desc, id desc"
    _frozen_how = "council"
    # Accounts come and go after the session; who sat in it is in the members.
    _frozen_free = ("write_uid", "write_date", "chair_user_id", "secretary_user_id")

    round_id = fields.Many2one(
        "dan_chu.commendation.round", required=True, index=True, ondelete="restrict"
    )
    unit_id = OwnerUnit(
        related="round_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    name = fields.Char(
        string="Session",
        required=True,
        compute="_compute_from_round",
        store=True,
        readonly=False,
        precompute=True,
    )
    board_id = fields.Many2one(
        "dan_chu.board",
        string="Council",
        required=True,
        compute="_compute_from_round",
        store=True,
        readonly=False,
        precompute=True,
        index=True,
        ondelete="restrict",
    )
    day = fields.Date(required=True, default=lambda self: today())
    place = fields.Char(string="Venue")
    method = fields.Selection(METHODS, string="How it votes", required=True, default="paper")
    base_kind = fields.Selection(
        [("members", "All members of the council"), ("present", "Members present")],
        string="Majority of",
        required=True,
        default="members",
    )
    attendance_ids = fields.One2many(
        "dan_chu.council.attendance", "session_id", string="Members of the council"
    )
    chair_id = fields.Many2one(
        "dan_chu.board.member",
        string="In the chair",
        compute="_compute_leaders",
        store=True,
        readonly=False,
        precompute=True,
        ondelete="restrict",
    )
    secretary_id = fields.Many2one(
        "dan_chu.board.member",
        string="Secretary of the session",
        compute="_compute_leaders",
        store=True,
        readonly=False,
        precompute=True,
        ondelete="restrict",
    )
    chair_user_id = fields.Many2one(
        "res.users", compute="_compute_users", store=True, index="btree_not_null"
    )
    secretary_user_id = fields.Many2one(
        "res.users", compute="_compute_users", store=True, index="btree_not_null"
    )
    line_ids = fields.One2many("dan_chu.council.line", "session_id", string="Voted on")
    notes = fields.Html(string="What was said")
    state = fields.Selection(
        [("draft", "Being prepared"), ("open", "In session"), ("closed", "Closed")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
    )
    opened_on = fields.Datetime(readonly=True, copy=False)
    closed_on = fields.Datetime(readonly=True, copy=False)
    member_count = fields.Integer(string="Members in all", readonly=True, copy=False)
    present_count = fields.Integer(string="Members there", readonly=True, copy=False)
    quorum = fields.Selection(
        [("met", "Enough came"), ("not_met", "Too few"), ("unknown", "Not known")],
        readonly=True,
        copy=False,
    )
    quorum_words = fields.Char(string="Quorum in words", readonly=True, copy=False)
    line_count = fields.Integer(compute="_compute_counts")
    counted_count = fields.Integer(string="Counted", compute="_compute_counts")
    passed_count = fields.Integer(string="Passed", compute="_compute_counts")
    refused_count = fields.Integer(string="Not passed", compute="_compute_counts")
    unknown_count = fields.Integer(string="Left open", compute="_compute_counts")
    lacks_reasons = fields.Boolean(compute="_compute_counts")
    may_run = fields.Boolean(compute="_compute_may_run")

    @api.depends("round_id")
    def _compute_from_round(self):
        for session in self:
            held = session.round_id.sudo()
            session.name = held.name
            session.board_id = held.board_id.sudo(False) or session._council_of(held.unit_id)

    @api.depends("board_id")
    def _compute_leaders(self):
        for session in self:
            members = session.board_id.sudo()._seated()
            by_role = {member.role: member for member in reversed(members)}
            session.chair_id = by_role.get("head") or by_role.get("deputy")
            session.secretary_id = by_role.get("secretary")

    @api.depends("chair_id.employee_id.user_id", "secretary_id.employee_id.user_id")
    def _compute_users(self):
        for session in self.sudo():
            session.chair_user_id = session.chair_id.employee_id.user_id
            session.secretary_user_id = session.secretary_id.employee_id.user_id

    @api.depends("line_ids.outcome", "line_ids.is_counted", "line_ids.remark")
    def _compute_counts(self):
        for session in self:
            lines = session.line_ids
            outcomes = lines.mapped("outcome")
            session.line_count = len(lines)
            session.counted_count = len(lines.filtered("is_counted"))
            session.passed_count = outcomes.count("passed")
            session.refused_count = outcomes.count("not_passed")
            session.unknown_count = outcomes.count("unknown")
            session.lacks_reasons = any(line._lacks_reason() for line in lines)

    @api.depends("unit_id", "chair_user_id", "secretary_user_id")
    @api.depends_context("uid")
    def _compute_may_run(self):
        for session in self:
            session.may_run = session._is_run_by(self.env.user)

    @api.constrains("board_id", "round_id", "chair_id", "secretary_id")
    def _check_council(self):
        for session in self.sudo():
            board = session.board_id
            if board.kind_code != "emulation" or board.unit_id != session.unit_id:
                raise ValidationError(
                    self.env._(
                        "“%(board)s” is no council for emulation and commendation of %(unit)s.",
                        board=board.display_name,
                        unit=session.unit_id.display_name,
                    )
                )
            if (session.chair_id | session.secretary_id).board_id - board:
                raise ValidationError(
                    self.env._("Chair and secretary are members of “%s”.", board.display_name)
                )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_links(vals_list)
        begun = {
            **dict.fromkeys(_BEHIND_BUTTONS, False),
            "member_count": 0,
            "present_count": 0,
            "state": "draft",
        }
        said = [{name: vals[name] for name in vals.keys() - _FOLLOWS} for vals in vals_list]
        sessions = super().create([{**vals, **begun} for vals in said])
        sessions._require_role("officer")
        sessions.round_id.sudo()._require_state("open", "council")
        for session in sessions:
            session._list_members()
        return sessions

    def write(self, vals):
        if vals.keys() & (_BEHIND_BUTTONS | _FOLLOWS):
            raise UserError(
                self.env._("What becomes of a session is done by its buttons, not by hand.")
            )
        if "round_id" in vals:
            raise UserError(self.env._("A session stays with its round."))
        self._check_links([vals])
        self._require_running()
        self._require_state("draft", *(() if vals.keys() - _WHILE_OPEN else ("open",)))
        if vals.keys() & {"board_id", "chair_id", "secretary_id", "method", "base_kind", "day"}:
            self._require_role("officer")
        res = super().write(vals)
        if "board_id" in vals:
            self._list_members()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_only_draft(self):
        for session in self.filtered(lambda session: session.state != "draft"):
            raise UserError(
                self.env._("“%s” was opened and stays on record.", session.display_name)
            )

    def _put(self, vals):
        """What the buttons settle."""
        return super().write(vals)

    @api.model
    def _council_of(self, unit):
        """The council of the house that is at work; none if there are several."""
        councils = self.env["dan_chu.board"].search(
            Domain("unit_id", "=", unit.id)
            & Domain("kind_id.code", "=", "emulation")
            & Domain("state", "=", "active")
        )
        return councils if len(councils) == 1 else councils.browse()

    def _list_members(self):
        """Those of the council who are in it on that day, all of them expected."""
        self.ensure_one()
        session = self.sudo()
        listed = session.attendance_ids
        seated = session.board_id.member_ids.filtered("recognised_on")._now(session.day)
        listed.filtered(lambda row: row.member_id not in seated).unlink()
        session.attendance_ids._add(
            [
                {"session_id": session.id, "member_id": member.id}
                for member in seated - listed.member_id
            ]
        )

    def _is_run_by(self, user):
        self.ensure_one()
        session = self.sudo()
        if user in session.chair_user_id | session.secretary_user_id:
            return session.unit_id.id in user._dan_chu_reach("staff")
        return session.unit_id.id in user._dan_chu_reach("officer")

    def _require_running(self):
        """The officers of the house, who is in the chair, the secretary."""
        if self.env.su:
            return
        for session in self:
            if not session._is_run_by(self.env.user):
                raise AccessError(
                    self.env._(
                        "“%s” is run by its chair, its secretary and the officers of the house.",
                        session.sudo().name,
                    )
                )

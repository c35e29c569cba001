from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import SQL, format_date

from ..lib.clock import today

PREPARED = ("draft", "open", "council")
# Counters of a round: of which nominations each is the number.
PASSED = ("passed", "forwarded", "awarded", "not_awarded")
COUNTED = {
    "nominated_count": Domain("state", "!=", "withdrawn"),
    "to_check_count": Domain("state", "=", "submitted"),
    "passed_count": Domain("state", "in", PASSED),
    "refused_count": Domain("state", "=", "refused"),
    "forwarded_count": Domain("forwarded_on", "!=", False),
    "awarded_count": Domain("state", "=", "awarded"),
}


class CommendationRound(models.Model):
    """The round is opened to the units that are asked, goes to the council, or is cancelled."""

    _inherit = "dan_chu.commendation.round"

    cancel_reason = fields.Char(string="Why cancelled", readonly=True, copy=False)
    nominated_count = fields.Integer(string="Nominated in all", compute="_compute_counts")
    to_check_count = fields.Integer(string="To be checked", compute="_compute_counts")
    passed_count = fields.Integer(string="Passed", compute="_compute_counts")
    refused_count = fields.Integer(string="Not passed", compute="_compute_counts")
    forwarded_count = fields.Integer(string="Sent up", compute="_compute_counts")
    awarded_count = fields.Integer(string="Awarded", compute="_compute_counts")
    owing_count = fields.Integer(string="Still to hand in", compute="_compute_owing_count")
    is_over = fields.Boolean(string="Deadline is over", compute="_compute_is_over")
    has_below = fields.Boolean(compute="_compute_has_below")
    takes_mine = fields.Boolean(compute="_compute_takes_mine")

    @api.depends_context("uid")
    def _compute_counts(self):
        """Of what the user reads: a unit that is asked counts its own. Two queries."""
        rows = self.env["dan_chu.commendation"]
        mine = Domain("round_id", "in", self.ids)
        by_state = rows._read_group(mine, ["round_id", "state"], ["__count"])
        sent_up = dict(
            rows._read_group(mine & COUNTED["forwarded_count"], ["round_id"], ["__count"])
        )
        found = {}
        for row_round, state, count in by_state:
            found.setdefault(row_round, {})[state] = count
        for row in self:
            states = found.get(row, {})
            row.nominated_count = sum(states.values()) - states.get("withdrawn", 0)
            row.to_check_count = states.get("submitted", 0)
            row.passed_count = sum(states.get(state, 0) for state in PASSED)
            row.refused_count = states.get("refused", 0)
            row.awarded_count = states.get("awarded", 0)
            row.forwarded_count = sent_up.get(row, 0)

    @api.depends("participant_ids.handed_in_on")
    @api.depends_context("uid")
    def _compute_owing_count(self):
        counts = dict(
            self.env["dan_chu.commendation.participant"]._read_group(
                [("round_id", "in", self.ids), ("handed_in_on", "=", False)],
                ["round_id"],
                ["__count"],
            )
        )
        for row in self:
            row.owing_count = counts.get(row, 0)

    @api.depends("deadline")
    def _compute_is_over(self):
        for row in self:
            row.is_over = bool(row.deadline and row.deadline < today())

    @api.depends("unit_id")
    def _compute_has_below(self):
        for row in self:
            row.has_below = bool(row.unit_id and row._institutions_below(limit=1))

    @api.depends("state", "deadline", "participant_ids.unit_id")
    @api.depends_context("uid")
    def _compute_takes_mine(self):
        """Whether the user nominates in it now, for a unit that is asked."""
        reach = self.env.user._dan_chu_reach("officer")
        for row in self:
            asked = row.sudo().participant_ids.unit_id
            is_open = row.state == "open" and not row.is_over
            row.takes_mine = is_open and any(unit.id in reach for unit in asked)

    @api.constrains("award_ids")
    def _check_awards_nominated_for(self):
        used = (
            self.env["dan_chu.commendation"]
            .sudo()
            ._read_group(
                [("round_id", "in", self.ids), ("state", "!=", "withdrawn")],
                ["round_id", "award_id"],
            )
        )
        for row_round, award in used:
            if award not in row_round.award_ids:
                raise ValidationError(
                    self.env._(
                        "“%(award)s” stays in “%(round)s”: there are nominations for it.",
                        award=award.name,
                        round=row_round.name,
                    )
                )

    # ---------------------------------------------------------------- its life

    def action_open(self):
        """From now on the units that are asked see the round and nominate in it."""
        for row in self:
            row._require_role("officer", "head")
            row._require_state("draft")
            if not row.award_ids:
                raise UserError(
                    self.env._("Say first for which awards “%s” takes nominations.", row.name)
                )
            if not row.sudo().participant_ids:
                raise UserError(
                    self.env._("Say first which units are asked for nominations in “%s”.", row.name)
                )
            if row.is_over:
                raise UserError(row._late_words())
            row.sudo()._put({"state": "open", "opened_on": fields.Datetime.now()})
        return True

    def action_close_nominations(self):
        """No more is handed in; what was goes to the council."""
        for row in self:
            row._require_role("officer", "head")
            row._require_state("open")
            row.sudo()._put({"state": "council"})
        return True

    def action_reopen(self):
        """Nominations are taken again, as long as the council has decided on none."""
        for row in self:
            row._require_role("officer", "head")
            row._require_state("council")
            voted = row.sudo().commendation_ids.filtered(
                lambda line: line.state in ("refused", *PASSED)
            )
            if voted:
                raise UserError(
                    self.env._(
                        "The council has voted on %(count)s nominations of “%(name)s”: hold a "
                        "round of its own for those that come later.",
                        count=len(voted),
                        name=row.name,
                    )
                )
            row.sudo()._put({"state": "open"})
        return True

    def action_cancel(self, reason=None):
        """With a reason, which is asked for where none is given."""
        self.ensure_one()
        self._require_role("officer", "head")
        self._require_state(*PREPARED)
        if self.sudo()._given():
            raise UserError(
                self.env._(
                    "“%s” has a decision: take back what was given, line by line.", self.name
                )
            )
        if not reason:
            return self._ask_reason("cancel")
        self.sudo()._put({"state": "cancelled", "cancel_reason": reason})
        return True

    def _ask_reason(self, what, rows=None):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Reason"),
            "res_model": "dan_chu.commendation.reason",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_what": what,
                "default_round_id": self.id,
                "default_commendation_ids": rows.ids if rows else [],
            },
        }

    # ---------------------------------------------------------------- what is still taken

    def _check_takes_lists(self):
        """Refuse what comes too early or too late, in words. Until it is in, nobody closes."""
        rows = self.sudo()
        rows.flush_recordset(["state", "deadline"])
        if rows.ids:
            self.env.cr.execute(
                SQL(
                    "SELECT FROM dan_chu_commendation_round WHERE id = ANY(%s) ORDER BY id "
                    "FOR SHARE",
                    rows.ids,
                )
            )
        rows.invalidate_recordset(["state", "deadline"])
        for row in rows:
            row._require_state("open")
            if row.is_over:
                raise UserError(row._late_words())

    def _late_words(self):
        self.ensure_one()
        return self.env._(
            "“%(name)s” took nominations until %(day)s. Those that come later: %(unit)s moves the "
            "deadline, or holds another round.",
            name=self.name,
            day=format_date(self.env, self.deadline),
            unit=self.sudo().unit_id.name,
        )

    # ---------------------------------------------------------------- lists

    def action_open_counted(self, counter="nominated_count"):
        """The nominations that a counter counts."""
        self.ensure_one()
        self.check_access("read")
        if counter not in COUNTED:
            raise UserError(self.env._("There is no such counter: %s.", counter))
        return self._open_nominations(COUNTED[counter])

    def _open_nominations(self, domain, unit=None):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "dan_chu_co_so.commendation_of_round_action"
        )
        return {
            **action,
            "name": self.name,
            "domain": list(Domain("round_id", "=", self.id) & domain),
            "context": {
                "default_round_id": self.id,
                "search_default_by_award": len(self.sudo().award_ids) > 1,
                "nominate_round_id": self.id,
                "only_nominates": not self.may_handle,
                "takes_none_of_mine": not self.takes_mine,
                **({"default_unit_id": unit.id, "nominate_unit_id": unit.id} if unit else {}),
            },
        }

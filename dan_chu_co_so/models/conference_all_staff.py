from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.clock import today
from .conference_attendee import new_token
from .vote import OF_ARTICLE_49

# As the minutes print it.
_FOR_THE_BALLOT = "Không được triệu tập, tham gia lấy phiếu toàn thể"


class Conference(models.Model):
    """A ballot to all staff in the place of a conference (Điều 50 khoản 2): after two calls with
    too few people, or for force majeure; the head decides, once the representative has agreed."""

    _inherit = "dan_chu.conference"

    is_force_majeure = fields.Boolean(string="Force majeure", readonly=True, copy=False)
    ballot_agreed_who = fields.Char(
        string="Who agreed to the ballot on paper", readonly=True, copy=False
    )
    ballot_decision = fields.Char(
        string="Decision on the ballot",
        readonly=True,
        copy=False,
        help="Of the head, where it was taken on paper: Quyết định số 45/QĐ-THPT ngày 12/10/2026.",
    )
    may_ballot = fields.Boolean(compute="_compute_may_ballot")

    @api.depends("state", "call_number", "is_force_majeure")
    def _compute_may_ballot(self):
        for conference in self:
            conference.may_ballot = conference._is_called_enough()

    @api.model
    def _button_fields(self):
        return super()._button_fields() | {
            "is_force_majeure",
            "ballot_agreed_who",
            "ballot_decision",
        }

    def action_propose_ballot(self, reason=None, is_force_majeure=False):
        """Officer or head says why; the representative is asked. Another reason is asked anew."""
        self.ensure_one()
        self._require_role("officer", "head")
        conference = self.sudo()
        conference._lock()
        conference._require_state("draft", "called", "failed")
        if not self._text(reason):
            return self._ask_ballot("propose")
        is_force_majeure = bool(is_force_majeure)
        if not is_force_majeure:
            conference._check_called_enough()
        conference._put(
            {
                "ballot_reason": self._text(reason),
                "is_force_majeure": is_force_majeure,
                "ballot_agreed_on": False,
                "ballot_agreed_by_id": False,
                "ballot_agreed_who": False,
            }
        )
        conference._note_said(self.env._("Ballot to all staff proposed: %s", self._text(reason)))
        return True

    def action_agree_ballot(self, who=None):
        """The representative agrees; an officer records whose agreement was given on paper."""
        self.ensure_one()
        conference = self.sudo()
        is_own = self.env.user._dan_chu_has_role("representative", conference.unit_id)
        if not is_own:
            self._require_role("officer")
        conference._lock()
        conference._require_state("draft", "called", "failed")
        if not conference.ballot_reason:
            raise UserError(
                self.env._("There is nothing to agree to yet: first say why there is a ballot.")
            )
        if not is_own and not self._text(who):
            return self._ask_ballot("agree")
        conference._put(
            {
                "ballot_agreed_on": today(),
                "ballot_agreed_by_id": self.env.uid,
                "ballot_agreed_who": False if is_own else self._text(who),
            }
        )
        conference._note_said(self.env._("The ballot to all staff is agreed to."))
        return True

    def action_begin_ballot(self, decision=None):
        """The head decides; an officer records the decision that was taken on paper."""
        self.ensure_one()
        conference = self.sudo()
        is_own = self.env.user._dan_chu_has_role("head", conference.unit_id)
        if not is_own:
            self._require_role("officer")
        conference._lock()
        if conference.state == "ballot":
            return conference._already(conference.opened_on)
        conference._require_state("draft", "called", "failed")
        conference._check_may_begin_ballot()
        if not is_own and not self._text(decision):
            return self._ask_ballot("begin")
        conference._add_all_staff()
        conference._put(
            {
                "state": "ballot",
                "opened_on": fields.Datetime.now(),
                "closed_on": False,
                "is_valid": True,
                "ballot_decision": False if is_own else self._text(decision),
            }
        )
        conference._votes_to_all()
        conference._note_said(self.env._("Ballot to all staff begun: %s", conference.ballot_reason))
        return True

    # ---------------------------------------------------------------- what they ask

    def _is_called_enough(self):
        rule = self._calls_before_ballot()
        return self.state == "failed" and bool(rule) and rule.is_met(self.call_number)

    def _check_called_enough(self):
        if not self._is_called_enough():
            raise UserError(
                self.env._(
                    "“%(name)s” was summoned for time number %(number)s and is “%(state)s”. "
                    "%(way)s Until then it is summoned again.",
                    name=self.display_name,
                    number=self.call_number,
                    state=self._state_name(),
                    way=self._ballot_way_out(),
                )
            )

    def _check_may_begin_ballot(self):
        if not self.is_force_majeure:
            self._check_called_enough()
        if not self.ballot_agreed_on:
            raise UserError(
                self.env._(
                    "The head decides on a ballot after agreement with the representative of the "
                    "staff (Điều 50 khoản 2), which is not recorded yet for “%s”.",
                    self.display_name,
                )
            )
        if self._following():
            raise UserError(
                self.env._(
                    "“%s” has been summoned again: cancel that conference first, or hold it.",
                    self.display_name,
                )
            )

    def _add_all_staff(self):
        """Also those who were not summoned as delegates. They stand beside the list, so that what
        became of the conference stays as it was."""
        listed = set(self.attendee_ids.employee_id.ids)
        self.env["dan_chu.conference.attendee"]._add(
            [
                {**values, "is_off": True, "off_reason": _FOR_THE_BALLOT, "token": new_token()}
                for number, values in self._staff_to_list().items()
                if number not in listed
            ]
        )

    def _votes_to_all(self):
        """What was to be decided there goes to all; on paper, where hands were to be shown."""
        votes = self.vote_ids.filtered(
            lambda vote: vote.state == "draft" and vote.matter in OF_ARTICLE_49
        )
        votes._put({"is_ballot": True, "base_kind": "all_staff"})
        votes.filtered(lambda vote: vote.method == "hands")._put({"method": "paper"})

    @api.model
    def _text(self, words):
        return words.strip() if isinstance(words, str) else ""

    def _ask_ballot(self, what):
        names = {
            "propose": self.env._("Propose a ballot to all staff"),
            "agree": self.env._("Agreement to the ballot"),
            "begin": self.env._("Decision on the ballot to all staff"),
        }
        return {
            "type": "ir.actions.act_window",
            "name": names[what],
            "res_model": "dan_chu.conference.all.staff",
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_conference_id": self.id, "default_what": what},
        }

from odoo import api, models
from odoo.fields import Domain

from .vote import RESULT, RUNNING_IT, TYPED


class Vote(models.Model):
    """The screen of who opens, counts and closes: mostly a phone beside the ballot box."""

    _inherit = "dan_chu.vote"

    def action_open_vote(self):
        self.ensure_one()
        self.check_access("read")
        return self._open_form()

    def action_count(self):
        self.ensure_one()
        self._require_running()
        action = self.env["ir.actions.actions"]._for_xml_id("dan_chu_co_so.counting_action")
        return {**action, "context": {"active_id": self.id}}

    @api.model
    def counting_screen(self, vote_id=None):
        """The votes of conferences in session that the user runs, and one of them in full."""
        self.check_access("read")
        votes = self.sudo().search(self._run_by_user())
        chosen = votes.filtered(lambda vote: vote.id == vote_id)
        if not chosen and not vote_id:
            is_open = votes.filtered(lambda vote: vote.state == "open")
            chosen = is_open if len(is_open) == 1 else chosen
        return {
            "votes": [vote._in_brief() for vote in votes],
            "vote": chosen._in_full() if chosen else False,
        }

    @api.model
    def _run_by_user(self):
        """With any role in a unit, or by a duty at its conference."""
        user = self.env.user
        reach = set(user._dan_chu_reach("officer")) | set(user._dan_chu_reach("head"))
        rows = self.env["dan_chu.conference.attendee"].sudo()
        own = rows.search_fetch(
            [
                ("duty", "in", tuple(RUNNING_IT)),
                ("is_off", "=", False),
                ("employee_id.user_id", "=", user.id),
                ("conference_state", "in", ("open", "ballot")),
            ],
            ["conference_id"],
        )
        mine = Domain("unit_id", "in", reach) | Domain("conference_id", "in", own.conference_id.ids)
        return mine & Domain("conference_id.state", "in", ("open", "ballot"))

    def _in_brief(self):
        return {
            "id": self.id,
            "name": self.name,
            "conference": self.conference_id.name,
            "body": self.body_id.name or "",
            "state": self.state,
            "state_name": self._state_name(),
            "round": self.round_number,
        }

    def _in_full(self):
        bases = dict(self._fields["base_kind"]._description_selection(self.env))
        methods = dict(self._fields["method"]._description_selection(self.env))
        return {
            **self._in_brief(),
            "method": self.method,
            "method_name": methods[self.method],
            "is_typed": self.method in TYPED,
            "is_election": self.is_election,
            "seats": self.seats,
            "entitled": self.entitled,
            "base_count": self.base_count,
            "base_name": bases[self.base_kind],
            "rule": self.rule_display or "",
            "totals": {name: self[name] for name in sorted(RESULT)},
            "candidates": [
                {
                    "id": option.id,
                    "name": option.name,
                    "position": option.position or "",
                    "votes": option.votes,
                    "elected": option.elected or "",
                }
                for option in self.option_ids
            ],
            "misfits": self.misfits or "",
            "outcome": self.outcome or "",
            "outcome_words": self.outcome_words or "",
            "open_seats": self.open_seats,
            "has_next": bool(self.next_ids),
        }

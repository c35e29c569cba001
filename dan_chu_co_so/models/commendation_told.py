from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..lib.clock import today

# Of a round above that is decided, these have not been given what they were sent up for.
_NOT_GIVEN = ("refused", "checked", "submitted", "returned", "draft")
_ON_RECORD = ("awarded", "not_awarded", "withdrawn")
# What the database keeps as a whole number.
_TOO_MUCH = 2**31


class Commendation(models.Model):
    """What the level above decides comes back to the line that was sent up."""

    _inherit = "dan_chu.commendation"

    is_told_by_hand = fields.Boolean(compute="_compute_is_told_by_hand")

    @api.depends("state", "forwarded_id")
    def _compute_is_told_by_hand(self):
        for row in self:
            row.is_told_by_hand = row.state == "forwarded" and not row.forwarded_id

    def _put(self, vals):
        res = super()._put(vals)
        if vals.get("state") in _ON_RECORD:
            self._tell_below()
        return res

    def action_record_decision(self, is_awarded=False, day=None, words=None, bonus=0):
        """What a superior outside the program decided, line by line, from its paper."""
        self._require_holder("officer", "head")
        self._require_not_own()
        self._require_state("forwarded")
        inside = self.filtered("forwarded_id")
        if inside:
            raise UserError(
                self.env._(
                    "“%s” was sent into a round of the program: its decision comes by itself.",
                    inside[:1].name,
                )
            )
        if not day or not words:
            raise UserError(self.env._("Give the day and the number of the decision."))
        day = fields.Date.to_date(day)
        if day > today():
            raise UserError(
                self.env._("A decision of %s is still to come.", format_date(self.env, day))
            )
        if not isinstance(bonus, int) or not 0 <= bonus < _TOO_MUCH:
            raise UserError(self.env._("“%s” is no sum in đồng.", bonus))
        self.sudo()._told_from_above(is_awarded, day, words, bonus if is_awarded else 0)
        return True

    def action_open_told(self):
        """The dialog in which the decision is typed in, a line each."""
        self._require_holder("officer", "head")
        self._require_state("forwarded")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Decision of the level above"),
            "res_model": "dan_chu.commendation.told",
            "view_mode": "form",
            "target": "new",
            "context": {"default_commendation_ids": self.ids},
        }

    def action_open_above(self):
        """The line in the round above, for those who read it there."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "view_mode": "form",
            "res_id": self.forwarded_id.id,
        }

    def _tell_below(self):
        for row in self.sudo().filtered("origin_id"):
            below = row.origin_id
            if below.state != "forwarded" or below.forwarded_id != row:
                continue
            if row.state == "withdrawn":
                below._put({"state": "passed", "forwarded_id": False, "forwarded_on": False})
            else:
                is_awarded = row.state == "awarded"
                words = row.decision_words or row.round_id.name
                below._told_from_above(is_awarded, row.decided_on or today(), words)
                if row.refusal_reason and not is_awarded:
                    below._note(row.refusal_reason)

    def _told_from_above(self, is_awarded, day, words, bonus=0):
        """The level above has decided; it pays what comes with its own award."""
        for row in self:
            row._put(
                {
                    "state": "awarded" if is_awarded else "not_awarded",
                    "decided_on": day,
                    "decision_words": words,
                    "bonus": bonus,
                }
            )

    def _end_with_round(self, state):
        below = self.origin_id
        if self.state in _ON_RECORD or below.forwarded_id != self or below.state != "forwarded":
            return
        if state == "cancelled":
            # It may be sent into another round.
            self._put({"state": "withdrawn"})
        elif self.state in _NOT_GIVEN:
            words = ": ".join(filter(None, (self.round_id.name, self.refusal_reason)))
            below._told_from_above(False, self.round_id.decided_on or today(), words)


class CommendationRound(models.Model):
    _inherit = "dan_chu.commendation.round"

    def _put(self, vals):
        """A round above that ends tells those below of what it did not give."""
        res = super()._put(vals)
        if vals.get("state") in ("decided", "cancelled"):
            for row in self.sudo().commendation_ids.filtered("origin_id"):
                row._end_with_round(vals["state"])
        return res

from odoo import fields, models

from ..lib.board_words import short
from ..lib.plan_text import running


class Commendation(models.Model):
    """Refused, and voted on once more: what the first vote found stays in its session."""

    _inherit = "dan_chu.commendation"

    council_again_words = fields.Char(string="Why it is voted on again", readonly=True, copy=False)
    council_line_ids = fields.One2many(
        "dan_chu.council.line", "commendation_id", string="Votes of the council", copy=False
    )

    def action_council_again(self, reason=None):
        """Ordered by the head with a reason, which is asked for where none is given."""
        self._require_holder("head")
        self._require_not_own()
        self._require_state("refused")
        self.round_id.sudo()._require_state("council")
        if not reason:
            return self.round_id[:1]._ask_reason("again", self)
        self.sudo()._put(
            {
                "state": "checked",
                "refusal_reason": False,
                "council_for": 0,
                "council_against": 0,
                "council_blank": 0,
                "council_base": 0,
                "council_words": False,
                "council_again_words": reason,
            }
        )
        self._note(self.env._("Voted on again: %s", reason))
        return True


class CouncilLine(models.Model):
    _inherit = "dan_chu.council.line"

    again_words = fields.Char(string="Voted on again because", readonly=True, copy=False)
    session_day = fields.Date(related="session_id.day", string="Day")

    def _again_printed(self):
        """What the votes before found, and why it is voted on once more; nothing otherwise."""
        self.ensure_one()
        if not self.again_words:
            return {}
        before = self.commendation_id.council_line_ids.filtered(
            lambda line: line.id < self.id and line.outcome in ("passed", "not_passed")
        )
        return {
            "reason": running(self.again_words).rstrip("."),
            "before": [
                {"day": short(line.session_id.day), "words": line.outcome_words}
                for line in before.sorted("id")
            ],
        }

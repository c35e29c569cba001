from odoo import fields, models
from odoo.exceptions import UserError

from ..lib.clock import today
from .commendation import WITH_UNIT

# In these the house that holds the round still looks at what was handed in.
_LOOKED_AT = ("open", "council")


class Commendation(models.Model):
    """Handed in by the unit, looked at by the house that holds the round, sent back or complete."""

    _inherit = "dan_chu.commendation"

    round_state = fields.Selection(related="round_id.state", string="State of the round")
    is_on_paper = fields.Boolean(string="Papers seen on paper", readonly=True, copy=False)

    def action_submit(self):
        """In by the deadline; what was sent back comes again as long as nothing is decided."""
        self._require_role("officer", "head")
        self._require_state(*WITH_UNIT)
        fresh = self.filtered(lambda row: row.state == "draft")
        fresh.round_id._check_takes_lists()
        (self - fresh).round_id.sudo()._require_state(*_LOOKED_AT)
        self._check_still_there()
        self._check_meeting()
        self.sudo()._put(
            {
                "state": "submitted",
                "submitted_on": fields.Datetime.now(),
                "submitted_by_id": self.env.uid,
                "return_reason": False,
            }
        )
        return True

    def action_check(self):
        """The dossier is complete. Who presses it looks at all lines but the own one; of many,
        those whose papers are missing are told and left."""
        rows = self._to_examine()
        papers = rows._missing_papers()
        lacking = rows.filtered(papers.get)
        missing = lacking._missing_words()
        if lacking and lacking == rows:
            raise UserError(
                self.env._(
                    "Papers are missing:\n%s\n\nSend the lines back, or press “Complete on paper” "
                    "if the papers lie with you.",
                    "\n".join(missing),
                )
            )
        return (rows - lacking)._examined(on_paper=False, left=self - rows, missing=missing)

    def action_check_on_paper(self):
        """Complete too, but for papers that were handed in as such."""
        rows = self._to_examine()
        return rows._examined(on_paper=True, left=self - rows)

    def action_return(self, reason=None):
        """To the unit, with the reason, which is asked for where none is given."""
        self._require_holder("officer", "head")
        self._require_state("submitted", "checked")
        self.round_id.sudo()._require_state(*_LOOKED_AT)
        self._require_not_own()
        if not reason:
            return self.round_id[:1]._ask_reason("return", self)
        self.sudo()._put({"state": "returned", "return_reason": reason})
        self._note(self.env._("Sent back: %s", reason))
        return True

    def action_withdraw(self):
        """By the unit, which no longer nominates."""
        self._require_role("officer", "head")
        self._require_state(*WITH_UNIT)
        self.sudo()._put({"state": "withdrawn"})
        return True

    # ---------------------------------------------------------------- what they ask

    def _to_examine(self):
        """Without the own line, which somebody else looks at; the rest of the list goes on."""
        self._require_holder("officer", "head")
        self._require_state("submitted")
        self.round_id.sudo()._require_state(*_LOOKED_AT)
        own = self._own_lines()
        if own == self:
            self._require_not_own()
        return self - own

    def _examined(self, *, on_paper, left, missing=()):
        self.sudo()._put(
            {
                "state": "checked",
                "checked_on": fields.Datetime.now(),
                "checked_by_id": self.env.uid,
                "is_on_paper": on_paper,
            }
        )
        told = []
        if missing:
            told.append(self.env._("Left, because papers are missing:\n%s", "\n".join(missing)))
        if left:
            told.append(
                self.env._(
                    "Left for somebody else, because it is your own line: %s",
                    ", ".join(left.mapped("name")),
                )
            )
        if not told:
            return True
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning",
                "sticky": bool(missing),
                "message": "\n\n".join(told),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def _missing_words(self):
        """One sentence a line whose dossier lacks something."""
        missing = self._missing_papers()
        return [
            self.env._("%(name)s: %(papers)s", name=row.name, papers=", ".join(missing[row]))
            for row in self
            if missing.get(row)
        ]

    def _check_meeting(self):
        for row in self:
            if row.meeting_on and row.meeting_on > today():
                raise UserError(
                    self.env._("The meeting that voted on “%s” is not over yet.", row.name)
                )

    def _note(self, words):
        for row in self.sudo():
            row._message_log(body=words, author_id=self.env.user.partner_id.id)

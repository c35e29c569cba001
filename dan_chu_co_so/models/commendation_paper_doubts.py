from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.voting import UNKNOWN
from .commendation_paper import WITH_LINES

_BLANK = "……"


class CommendationPaper(models.Model):
    """What is told of a paper while it is written; what cannot stand is refused at issue."""

    _inherit = "dan_chu.commendation.paper"

    doubts = fields.Text(string="To be considered", compute="_compute_doubts")

    @api.depends(
        "line_ids.state",
        "content",
        "signatory_ids.employee_id",
        "signatory_ids.name",
        "state",
        "session_id.notes",
    )
    def _compute_doubts(self):
        for paper in self:
            is_open = paper.state in ("draft", "submitted")
            paper.doubts = ("\n".join(paper._doubts()) if is_open else "") or False

    def _doubts(self):
        self.ensure_one()
        # Told of a form that is only being filled in too: to those of the house alone.
        houses = self.session_id.sudo().unit_id | self.round_id.sudo().unit_id
        is_ours = bool(houses) and all(self._is_for_user(house) for house in houses)
        if is_ours and not self._is_withdrawal():
            if self.form in WITH_LINES:
                for name in self._names_of_refused():
                    yield self.env._("The council refused “%s”: no decision names them.", name)
            if self.form == "decision":
                yield from self._doubts_of_decision()
            if self.form in ("council_minutes", "counting_minutes"):
                yield from self._doubts_of_minutes()
        if _BLANK in (self.content or ""):
            yield self.env._("The text still holds blanks (……): fill them in, or take them out.")

    def _doubts_of_decision(self):
        lines = self.line_ids.sudo()
        for row in self._may_not_stand_in_it():
            yield self.env._("“%s” was not passed by the council, or is decided above.", row.name)
        for row in self._of_signatories():
            yield self.env._(
                "“%s” is the own line of who signs: the level above decides.", row.name
            )
        left = self.round_id.sudo()._to_decide() - lines
        of_signers = self._of_signatories(left)
        for row in of_signers:
            yield self.env._(
                "“%s” was passed, but who signs gives nothing to themselves: send the line to "
                "the level above.",
                row.name,
            )
        if left := left - of_signers:
            yield self.env._("Passed, and not on the list: %s.", ", ".join(left.mapped("name")))
        try:
            unknown = [row.award_id.name for row, amount in self._sums().items() if amount is None]
        except UserError as error:
            yield str(error)
            return
        if unknown:
            yield self.env._(
                "The law on record names no bonus of %(awards)s: the list says “%(unknown)s”, and "
                "the sum leaves it out.",
                awards=", ".join(dict.fromkeys(unknown)),
                unknown=UNKNOWN,
            )

    def _doubts_of_minutes(self):
        session = self.session_id.sudo()
        if (
            self.form == "council_minutes"
            and session.state == "closed"
            and not session._printable_notes()
        ):
            yield self.env._(
                "Nobody has noted what was said: the minutes say nothing of it. Add it to the "
                "text if something was said."
            )
        if self.form == "counting_minutes" and not self.ballots_out:
            yield self.env._(
                "Type how many ballots were given out, came back and are void: the minutes say it."
            )
        if not all(row.name for row in self.signatory_ids):
            yield self.env._("Name under “Signing” who counted and who sign.")

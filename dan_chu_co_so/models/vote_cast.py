import re

from odoo import models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from .vote_box import ELECTRONIC

CHOICES = ("for", "against", "blank")
_RECEIPT = re.compile(r"[0-9a-f]{32}")


class Vote(models.Model):
    """Casting a ballot: who is told that it was taken has been counted, once.

    Nothing here names a person and a choice together: no log, no message, no field. What is said
    of a refused ballot does not repeat it.
    """

    _inherit = "dan_chu.vote"

    def cast(self, choice=None, receipt=None, code=None):
        """Put the ballot of the user, or of whose one-time code this is, into the box.

        `choice`: "for", "against" or "blank"; in an election the list of the ids of candidates.
        `receipt`: 32 hexadecimal digits that the voter's device has drawn. Sent again under the
        same receipt it is the same ballot, and the answer is the same.
        """
        self.ensure_one()
        vote = self.sudo()
        if vote.method not in ELECTRONIC or vote.state == "draft":
            vote._refuse_outsider(self.env.uid)
            raise UserError(self.env._("“%s” is not open for ballots.", vote.name))
        state = vote._hold_state()
        if state == "closed":
            # A tablet is nobody: its key has said which conference it is at.
            return vote._answer_late(receipt, not self.env.su and self.env.uid)
        attendee_id = vote._voter(self.env.uid, code, receipt)
        receipt = vote._checked_receipt(receipt)
        if state == "closing" or not attendee_id:
            return vote._answer_again(receipt, state)
        choice = vote._checked_choice(choice)
        if not vote._mark(attendee_id):
            return vote._answer_again(receipt, state)
        vote._put_ballot(receipt, choice, attendee_id if vote.method == "named" else None)
        return vote._taken(receipt)

    def receipts(self):
        """The ballots that were counted, in the order of their receipts; with names and choices
        in a vote by name only."""
        self.ensure_one()
        vote = self.sudo()
        if not self.env.su and not self.env.user._dan_chu_has_role("staff", vote.unit_id):
            vote._refuse_outsider(self.env.uid)
        if vote.state != "closed":
            raise UserError(self.env._("“%s” has not been counted yet.", vote.display_name))
        return [
            {
                "receipt": ballot.receipt,
                "name": ballot.name or "",
                "choice": ballot.choice_words or "",
            }
            for ballot in vote.ballot_ids
        ]

    def _hold_state(self):
        """The state, which cannot change before this transaction ends. Whoever began before it
        was changed is told by the database to begin again."""
        self.flush_recordset(["state"])
        self._take_part()
        self.env.cr.execute(SQL("SELECT state FROM dan_chu_vote WHERE id = %s FOR SHARE", self.id))
        return self.env.cr.fetchone()[0]

    def _voter(self, user_id, code, receipt):
        """Whose ballot it is; None if the code is used up by the ballot of this receipt."""
        if code:
            attendee_id = self._on_roll_by_code(code)
            if not attendee_id and not self._is_in_box(self._checked_receipt(receipt)):
                raise AccessError(
                    self.env._("This code is not valid, or has been used: ask for another one.")
                )
            return attendee_id
        attendee_id, _has_voted = self._on_roll_by_user(user_id)
        if not attendee_id:
            self._refuse_outsider(user_id)
            raise AccessError(
                self.env._(
                    "You are not among those who vote on “%s”: who was present when it opened "
                    "votes.",
                    self.name,
                )
            )
        return attendee_id

    def _answer_again(self, receipt, state):
        """The one who sends has voted, or it is being counted."""
        if self._is_in_box(receipt):
            return self._taken(receipt)
        if state == "closing":
            self._refuse_late()
        raise UserError(
            self.env._(
                "You have already voted on “%s”. Each votes once, and a ballot in the box is not "
                "changed.",
                self.name,
            )
        )

    def _answer_late(self, receipt, user_id):
        """A phone that sends again what was counted meanwhile."""
        if user_id:
            self._refuse_outsider(user_id)
        receipt = self._checked_receipt(receipt)
        if self.env["dan_chu.vote.ballot"].sudo()._is_published(self, receipt):
            return self._taken(receipt)
        return self._refuse_late()

    def _refuse_late(self):
        raise UserError(
            self.env._("“%s” has been closed. This ballot came too late and counts not.", self.name)
        )

    def _refuse_outsider(self, user_id):
        listed = self.conference_id.attendee_ids.search_count(
            [
                ("conference_id", "=", self.conference_id.id),
                ("employee_id.user_id", "=", user_id),
                ("is_guest", "=", False),
            ],
            limit=1,
        )
        if not listed:
            raise AccessError(
                self.env._("Only those on the list of the conference take part in its votes.")
            )

    def _taken(self, receipt):
        return {"receipt": receipt, "vote": self.name}

    def _checked_receipt(self, receipt):
        if not isinstance(receipt, str) or not _RECEIPT.fullmatch(receipt):
            raise UserError(
                self.env._("Your device sent no receipt that can be read: load the page again.")
            )
        return receipt

    def _checked_choice(self, choice):
        """As it lies in the box: a word, or the ids of who was chosen, smallest first."""
        if not self.is_election:
            if not isinstance(choice, str) or choice not in CHOICES:
                raise UserError(self.env._("Choose one of the answers of the ballot."))
            return choice
        is_list = isinstance(choice, (list, tuple)) and all(type(each) is int for each in choice)
        if not is_list or len(set(choice)) < len(choice):
            raise UserError(self.env._("Choose from the candidates of the ballot, each once."))
        if not set(choice) <= set(self.option_ids.ids):
            raise UserError(self.env._("Choose from the candidates of the ballot, each once."))
        if len(choice) > self.seats:
            raise UserError(
                self.env._("This ballot names %s people at most: choose fewer.", self.seats)
            )
        return ",".join(str(each) for each in sorted(choice))

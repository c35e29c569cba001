import re
from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..lib.citation import long_date
from ..lib.clock import today
from ..lib.text import mentions
from ..lib.typed_name import strange_letters, tidy

# On these nothing has been decided yet.
WAITING = ("submitted", "checked", "passed")
# A round may be entered when all is over.
_LONG_BEFORE = timedelta(days=2 * 366)


class Commendation(models.Model):
    """Decided by the head: what the council passed, with the bonus as the law has it that day."""

    _inherit = "dan_chu.commendation"

    decision_document_id = fields.Many2one(
        "dan_chu.document",
        string="Paper of the decision",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    bonus_words = fields.Char(string="How the bonus was reckoned", readonly=True, copy=False)

    def action_decide(self, day=None, words=None):
        """By the head in person; day and number of the decision are asked for where none are
        given. Nobody decides on the own line."""
        self._require_holder("head")
        self._require_not_own()
        if not day or not words:
            return self._ask_decision()
        self.sudo()._decide(fields.Date.to_date(day), words)
        return True

    def action_decline(self, reason=None):
        """The head does not give what the council passed."""
        self._require_holder("head")
        self._require_not_own()
        self._require_state("passed")
        if not reason:
            return self.round_id[:1]._ask_reason("decline", self)
        self.sudo()._put({"state": "not_awarded", "decided_on": today(), "decision_words": reason})
        return True

    def _ask_decision(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Enter the decision"),
            "res_model": "dan_chu.commendation.decide",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_round_id": self.round_id[:1].id,
                "default_commendation_ids": self.ids,
            },
        }

    def _decide(self, day, words, document=None):
        self._check_may_be_given(day)
        for row, (amount, reckoned) in self._bonuses(day).items():
            row._put(
                {
                    "state": "awarded",
                    "decided_on": day,
                    "decision_words": words,
                    "decision_document_id": document.id if document else False,
                    "bonus": amount or 0,
                    "bonus_words": reckoned,
                }
            )
        self.round_id._decided(day)

    def _refuse_signature_of(self, signer):
        for row in self:
            raise UserError(
                self.env._(
                    "%(signer)s signs no decision on the own line “%(name)s”: take it out "
                    "and send it to the level above.",
                    signer=signer,
                    name=row.name,
                )
            )

    def _check_may_be_given(self, day):
        """All that stands in a decision was passed by the council, and is decided here."""
        if day > today():
            raise UserError(
                self.env._("A decision of %s is still to come.", format_date(self.env, day))
            )
        for held in self.round_id:
            if day < held.date_from - _LONG_BEFORE:
                raise UserError(
                    self.env._(
                        "The decision of %(day)s is years older than “%(round)s”.",
                        day=format_date(self.env, day),
                        round=held.name,
                    )
                )
        for row in self:
            if row.state == "refused":
                raise UserError(
                    self.env._(
                        "“%(name)s” was refused by the council (%(words)s) and stands in no "
                        "decision. Take the line out.",
                        name=row.name,
                        words=row.council_words or row.refusal_reason or "…",
                    )
                )
            if row._goes_up():
                raise UserError(
                    self.env._(
                        "“%(award)s” for %(name)s is decided by the level above: send it up.",
                        award=row.award_id.name,
                        name=row.name,
                    )
                )
            # No law asks for a council where it knows no such award.
            is_praise = row.award_id.category == "praise"
            row._require_state(*("checked", "passed") if is_praise else ("passed",))


class CommendationRound(models.Model):
    _inherit = "dan_chu.commendation.round"

    def action_decide(self):
        """The decision on all that was passed and is decided here, but for the own line."""
        self.ensure_one()
        self._require_role("head")
        rows = self._to_decide()
        rows -= rows._own_lines()
        if not rows:
            raise UserError(
                self.env._(
                    "“%s”: nothing that the council passed waits for your decision.", self.name
                )
            )
        return rows._ask_decision()

    def action_end_decisions(self):
        """Nothing more is decided: what was not dealt with is not given."""
        for row in self:
            row._require_role("officer", "head")
            row._require_state("council")
            waiting = row.sudo().commendation_ids.filtered(lambda line: line.state == "passed")
            if waiting:
                raise UserError(
                    self.env._(
                        "“%(round)s”: %(names)s passed the council. The head decides on them or "
                        "declines, or they are sent up.",
                        round=row.name,
                        names=", ".join(waiting[:5].mapped("name")),
                    )
                )
            row.sudo()._put({"state": "decided", "decided_on": row.decided_on or today()})
        return True

    def action_close(self):
        """The round rests; what was sent up has come back."""
        for row in self:
            row._require_role("officer", "head")
            row._require_state("decided")
            away = row.sudo().commendation_ids.filtered(lambda line: line.state == "forwarded")
            if away:
                raise UserError(
                    self.env._(
                        "“%(round)s”: of %(names)s the level above has not told its decision yet.",
                        round=row.name,
                        names=", ".join(away[:5].mapped("name")),
                    )
                )
            row.sudo()._put({"state": "closed", "closed_on": fields.Datetime.now()})
        return True

    def _to_decide(self):
        """What the council passed and the head of this house decides."""
        self.ensure_one()
        return self.commendation_ids.filtered(
            lambda row: row.state == "passed" and not row._goes_up()
        )

    def _decide_by(self, paper, rows=None):
        """A decision paper is issued and has its number: it decides on its lines.

        Whoever signs it signs nothing for themselves.
        """
        self.ensure_one()
        document = paper.document_id.sudo()
        if not document.number:
            return
        held = self.sudo()
        rows = (held._to_decide() if rows is None else rows.sudo()).filtered(
            lambda row: row.decision_document_id != document
        )
        held._check_not_signed_for_oneself(document, rows)
        if rows:
            rows._decide(document.date, document._as_decided(), document)

    def _check_not_signed_for_oneself(self, document, rows):
        commendations = self.env["dan_chu.commendation"]
        signers = document.signatory_ids.employee_id | document.approved_by_id.employee_ids
        for person in signers:
            stands_for = commendations._person_stands_for(person)
            own = rows.filtered(lambda row, of=stands_for: row._is_line_of(*of))
            own._refuse_signature_of(person.name)
        # Of others nothing but the name is known.
        for signer in document.signatory_ids.filtered(lambda signer: not signer.employee_id):
            strange = strange_letters(tidy(signer.name), is_person=True)
            if strange:
                raise UserError(commendations._strange_words(signer.name, strange))
            own = rows.filtered(lambda row, by=signer.name: mentions(row.name, by))
            own._refuse_signature_of(signer.name)

    def _names_not_passed(self, text):
        """Whom a text names though the council did not pass them, and nothing else was given."""
        self.ensure_one()
        rows = self.sudo().commendation_ids
        given = set(rows.filtered(lambda row: row.state in ("passed", "awarded")).mapped("name"))
        named = rows.filtered(lambda row: row.state == "refused" and row.name not in given)
        # As a whole: “Nguyễn Văn An” is not named where “Nguyễn Văn Anh” is.
        return [
            name
            for name in dict.fromkeys(named.mapped("name"))
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text or "")
        ]

    def _decided(self, day):
        """With the last decision the whole round is decided, unless lists may still come in."""
        for row in self.filtered(lambda row: row.state in ("open", "council")):
            lists = row.participant_ids.filtered(lambda part: not part.handed_in_on)
            waiting = row.commendation_ids.filtered(
                lambda line: line.state in (*WAITING, "returned")
            )
            is_taking = row.state == "open" and not row.is_over and lists
            values = {"decided_on": row.decided_on or day}
            row._put({**values, "state": row.state if waiting or is_taking else "decided"})


class Document(models.Model):
    _inherit = "dan_chu.document"

    def _as_decided(self):
        """As a certificate and a history name it."""
        self.ensure_one()
        return f"{self.kind_id.name} số {self.reference} ngày {long_date(self.date)}"

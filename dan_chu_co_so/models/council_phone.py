import psycopg2.errors

from odoo import api, models
from odoo.exceptions import AccessError, ConcurrencyError, UserError
from odoo.fields import Domain
from odoo.tools import SQL, format_date, html2plaintext

from .council_ballot import CHOICES


class CouncilSession(models.Model):
    """What a member sees on the phone: the nominations, and the own vote on each."""

    _inherit = "dan_chu.council.session"

    @api.model
    def my_council(self):
        """The sessions the user sits in that are prepared or under way, with their dossiers, and
        the minutes that wait for the user's signature."""
        self.check_access("read")
        rows = self.env["dan_chu.council.attendance"].sudo()
        mine = rows.search(
            Domain("employee_id.user_id", "=", self.env.uid)
            & Domain("session_id.state", "in", ("draft", "open")),
            order="session_id",
        )
        seen = [row.session_id._as_seen_by(row) for row in mine if row.session_id.line_ids]
        # What waits for the own vote stands first.
        seen.sort(key=lambda session: (not session["may_vote"], session["state"] != "open"))
        return {"sessions": seen, "to_sign": self._shown_to_sign()}

    def cast(self, choices=None):
        """The user's own votes: {id of the line: "for", "against" or "blank"}. What was cast
        stays; sent again it is the same vote."""
        self.ensure_one()
        session = self.sudo()
        member = session._seat_of(self.env.user)
        session._hold_open()
        if session.method != "named":
            raise UserError(
                self.env._(
                    "“%s” is voted on in the room: by show of hands, or on paper.", self.name
                )
            )
        chosen = session._checked_choices(choices)
        lines = session.line_ids.browse(chosen)
        for line in lines.filtered("is_own_line"):
            raise AccessError(
                self.env._("“%s” is your own line: you do not vote on it.", line.name)
            )
        cast = {
            ballot.line_id: ballot.choice
            for ballot in lines._ballots().filtered(lambda row: row.attendance_id == member)
        }
        for line, choice in cast.items():
            if choice != chosen[line.id]:
                raise UserError(
                    self.env._("You have already voted on “%s”: a vote does not change.", line.name)
                )
        ballots = [
            {
                "line_id": line.id,
                "session_id": session.id,
                "attendance_id": member.id,
                "name": member.name,
                "choice": chosen[line.id],
                "cast_by_id": self.env.uid,
            }
            for line in lines
            if line not in cast
        ]
        try:
            with self.env.cr.savepoint():
                self.env["dan_chu.commendation.ballot"]._add(ballots)
        except psycopg2.errors.UniqueViolation as twice:
            # Sent a second time while the first was under way, which this transaction cannot see.
            raise ConcurrencyError(f"Votes of {member.name} are being taken in") from twice
        return session._as_seen_by(member)

    def _seat_of(self, user):
        """As what the user sits in it; whoever does not is told nothing of it."""
        member = self.attendance_ids.filtered(lambda row: row.employee_id.user_id == user)[:1]
        if not member:
            raise AccessError(self.env._("Only members of the council vote in its session."))
        if not member.is_present:
            raise UserError(
                self.env._("You are not among those present: tell the secretary of the session.")
            )
        return member

    def _hold_open(self):
        """It cannot be closed before this vote is in."""
        self.flush_recordset(["state"])
        self.env.cr.execute(
            SQL("SELECT state FROM dan_chu_council_session WHERE id = %s FOR SHARE", self.id)
        )
        self.invalidate_recordset(["state"])
        self._require_state("open")

    def _checked_choices(self, choices):
        words = dict(CHOICES)
        ids = {str(line): line for line in self.line_ids.ids}
        is_read = isinstance(choices, dict) and all(
            str(line) in ids and isinstance(choice, str) and choice in words
            for line, choice in choices.items()
        )
        if not is_read or not choices:
            raise UserError(self.env._("Choose one of the answers of the ballot."))
        return {ids[str(line)]: choice for line, choice in choices.items()}

    def _as_seen_by(self, member):
        self.ensure_one()
        methods = dict(self._fields["method"]._description_selection(self.env))
        ballots = self.line_ids._ballots().filtered(lambda row: row.attendance_id == member)
        cast = {ballot.line_id.id: ballot.choice for ballot in ballots}
        against = self.line_ids.commendation_id._against()
        return {
            "id": self.id,
            "name": self.name,
            "day": format_date(self.env, self.day),
            "place": self.place or "",
            "council": self.board_id.name,
            "state": self.state,
            "state_name": self._state_name(),
            "method_name": methods[self.method],
            "may_vote": self.state == "open" and self.method == "named" and member.is_present,
            "is_by_name": self.method == "named",
            "is_present": member.is_present,
            "may_run": self._is_run_by(self.env.user),
            "lines": [
                line._as_dossier(cast.get(line.id), against.get(line.commendation_id, ()))
                for line in self.line_ids
            ],
        }


class CouncilLine(models.Model):
    _inherit = "dan_chu.council.line"

    def _as_dossier(self, choice, against):
        row = self.commendation_id
        ratings = dict(row._fields["rating"]._description_selection(self.env))
        return {
            "id": self.id,
            "name": row.name,
            "position": row.position or "",
            "unit": row.unit_id.name,
            "award": row.award_id.name,
            "rating": ratings.get(row.rating, ""),
            "summary": row.summary or "",
            "achievements": html2plaintext(row.achievements or "").strip(),
            "initiative": row.initiative_id.name or "",
            "against": list(against),
            "earlier": row.earlier_awards or "",
            "again": self.again_words or "",
            "is_own": self.is_own_line,
            "choice": choice or "",
        }

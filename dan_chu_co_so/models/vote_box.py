import hashlib
import secrets

import psycopg2

from odoo import models
from odoo.exceptions import ConcurrencyError, UserError
from odoo.service.model import PG_CONCURRENCY_EXCEPTIONS_TO_RETRY
from odoo.tools import SQL

ELECTRONIC = ("named", "secret")
# Without letters and digits that are taken for each other on a slip of paper.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_CODE_LENGTH = 8
# Of the advisory locks: those of votes.
_LOCK = 0x766F7465


class Vote(models.Model):
    """The box of an electronic vote, and the roll of who may put one ballot into it.

    Two plain tables of each vote, made when it opens and dropped once it is counted. While it is
    open a ballot and its voter can be joined by the transaction that wrote both; what is
    published is written in one transaction, in an order of its own, and the tables are gone with
    all that was in them. A table for all votes could not be emptied while another house votes,
    and deleted rows stay readable in it until they are vacuumed.
    """

    _inherit = "dan_chu.vote"

    def _box(self):
        self.ensure_one()
        return SQL.identifier(f"dan_chu_vote_box_{self.id}")

    def _roll(self):
        self.ensure_one()
        return SQL.identifier(f"dan_chu_vote_roll_{self.id}")

    def _make_box(self, voters):
        """No statistics are gathered of them: those would be kept elsewhere."""
        self.env.cr.execute(
            SQL(
                """
                CREATE TABLE %s (
                    receipt text COLLATE "C" PRIMARY KEY CHECK (receipt ~ '^[0-9a-f]{32}$'),
                    attendee_id int,
                    choice text
                ) WITH (autovacuum_enabled = false, toast.autovacuum_enabled = false)
                """,
                self._box(),
            )
        )
        self.env.cr.execute(
            SQL(
                """
                CREATE TABLE %s (
                    attendee_id int PRIMARY KEY,
                    user_id int,
                    has_voted boolean NOT NULL DEFAULT false,
                    code text COLLATE "C" UNIQUE
                ) WITH (autovacuum_enabled = false, toast.autovacuum_enabled = false)
                """,
                self._roll(),
            )
        )
        # Whose account it is is settled here too: nobody votes for others by taking theirs over.
        voters.employee_id.flush_recordset(["user_id"])
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO %s (attendee_id, user_id)
                SELECT attendee.id, person.user_id
                  FROM unnest(%s) WITH ORDINALITY listed (id, place)
                  JOIN dan_chu_conference_attendee attendee ON attendee.id = listed.id
             LEFT JOIN hr_employee person ON person.id = attendee.employee_id
                 ORDER BY listed.place
                """,
                self._roll(),
                voters.ids,
            )
        )

    def _drop_box(self):
        self.env.cr.execute(SQL("DROP TABLE %s, %s", self._box(), self._roll()))

    def _take_part(self):
        """Held until the ballot is in: a vote that is being closed waits for it, and who comes
        while it waits stands behind it. A lock of the row alone would let them all pass by."""
        self.env.cr.execute(SQL("SELECT pg_advisory_xact_lock_shared(%s, %s)", *self._lock_key()))

    def _wait_for_ballots(self):
        for vote in self:
            self.env.cr.execute(SQL("SELECT pg_advisory_xact_lock(%s, %s)", *vote._lock_key()))

    def _lock_key(self):
        self.ensure_one()
        return _LOCK, self.id

    def _quietly(self, query):
        """Past Odoo's log of statements and its profiler, which would write down what is in it."""
        cursor = self.env.cr._obj
        try:
            cursor.execute(query.code, query.params)
        except psycopg2.errors.UndefinedTable:
            # Counted and destroyed since this transaction began, which begins again and sees that.
            raise ConcurrencyError(f"The box of vote {self.id} is gone") from None
        return cursor.fetchall() if cursor.description else []

    # ------------------------------------------------------------ one ballot

    def _mark(self, attendee_id):
        """Whether this person had not voted yet and now has; before the ballot is sent at all."""
        query = SQL(
            "UPDATE %s SET has_voted = true, code = NULL "
            "WHERE attendee_id = %s AND NOT has_voted RETURNING attendee_id",
            self._roll(),
            attendee_id,
        )
        return bool(self._quietly(query))

    def _put_ballot(self, receipt, choice, attendee_id=None):
        """The statement that can be refused carries no choice: a database writes down, with the
        time, what failed. Who cast it is kept in a vote by name only."""
        taken = SQL(
            "INSERT INTO %s (receipt, attendee_id) VALUES (%s, %s) "
            "ON CONFLICT (receipt) DO NOTHING RETURNING receipt",
            self._box(),
            receipt,
            attendee_id,
        )
        if not self._quietly(taken):
            raise UserError(
                self.env._("Another ballot bears this receipt: load the page again and vote anew.")
            )
        filled = SQL("UPDATE %s SET choice = %s WHERE receipt = %s", self._box(), choice, receipt)
        try:
            self._quietly(filled)
        except PG_CONCURRENCY_EXCEPTIONS_TO_RETRY:
            raise
        except psycopg2.Error:
            raise UserError(
                self.env._("The ballot was not taken, and you have not voted yet: send it again.")
            ) from None

    def _is_in_box(self, receipt):
        return bool(self._quietly(SQL("SELECT 1 FROM %s WHERE receipt = %s", self._box(), receipt)))

    # ------------------------------------------------------------ who may vote

    def _on_roll_by_user(self, user_id):
        """The row of the list under which the user votes here, and whether they have."""
        found = self._quietly(
            SQL(
                """
                SELECT attendee_id, has_voted
                  FROM %s
                 WHERE user_id = %s
                 ORDER BY attendee_id
                 LIMIT 1
                """,
                self._roll(),
                user_id,
            )
        )
        return found[0] if found else (None, False)

    def _who_has_not_voted(self):
        """In the order of the list."""
        query = SQL(
            """
            SELECT attendee.id
              FROM %s roll
              JOIN dan_chu_conference_attendee attendee ON attendee.id = roll.attendee_id
             WHERE NOT roll.has_voted
             ORDER BY attendee.section_sequence, attendee.section, attendee.sort_name, attendee.id
            """,
            self._roll(),
        )
        return [attendee_id for (attendee_id,) in self._quietly(query)]

    def _on_roll_by_code(self, code):
        hashed = self._hash_of_code(code)
        found = self._quietly(
            SQL("SELECT attendee_id FROM %s WHERE code = %s", self._roll(), hashed)
        )
        return found[0][0] if found else None

    def _hash_of_code(self, code):
        plain = "".join(sign for sign in str(code).upper() if sign in _ALPHABET)
        return hashlib.sha256(f"{self.id}:{plain}".encode()).hexdigest()

    def _make_codes(self, attendee_ids):
        """{row of the list: code}, for those of them who have not voted. Earlier ones are void."""
        codes = {}
        for attendee_id in attendee_ids:
            code = "".join(secrets.choice(_ALPHABET) for _place in range(_CODE_LENGTH))
            query = SQL(
                "UPDATE %s SET code = %s WHERE attendee_id = %s AND NOT has_voted "
                "RETURNING attendee_id",
                self._roll(),
                self._hash_of_code(code),
                attendee_id,
            )
            if self._quietly(query):
                codes[attendee_id] = f"{code[:4]}-{code[4:]}"
        return codes

    # ------------------------------------------------------------ all of them

    def _turnout(self):
        """(who have voted, who may)"""
        query = SQL("SELECT count(*) FILTER (WHERE has_voted), count(*) FROM %s", self._roll())
        return self._quietly(query)[0]

    def _tally(self):
        """{choice: how many ballots}: no single ballot leaves the database."""
        return dict(
            self._quietly(SQL("SELECT choice, count(*) FROM %s GROUP BY choice", self._box()))
        )

"""Nothing that remains joins a ballot to a person, not for who reads the tables as superuser."""

from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from threading import Barrier

from psycopg2 import errors

from odoo import api
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.tools import SQL

from tests.committed_votes import CommittedVoteCase
from tests.logged import everything_logged
from tests.secret_votes import draw

BALLOTS = "dan_chu_vote_ballot"
VOTERS = "dan_chu_vote_voter"
# Columns of the catalogue that move with any transaction.
_OWN = ("dan_chu_vote_box", "dan_chu_vote_roll")


class TestSecretVoteJoins(CommittedVoteCase):
    with_account = 20
    without = 4

    def _ask(self, query, *args):
        """As the superuser of the database."""
        with self._environment() as env:
            env.cr.execute(query, args or None)
            return env.cr.fetchall()

    def _held(self):
        """A secret election in which each has voted, closed; {receipt: user}."""
        vote_id = self._open_vote(candidates=4)
        # The order of voting is that of the people, and in that of the receipts it is another.
        cast = {draw(): user for user in self.user_ids}
        choices = cycle([self.option_ids[:1], self.option_ids[1:3], []])
        for (receipt, user), choice in zip(cast.items(), choices, strict=False):
            self._cast(user, vote_id, choice, receipt)
        self._close(vote_id)
        return vote_id, cast

    # ---------------------------------------------------------------- what remains

    def test_one_transaction_wrote_all_that_is_published(self):
        vote_id, cast = self._held()
        for table in (BALLOTS, VOTERS):
            stamps = self._ask(
                f"SELECT xmin::text, xmax::text, cmin::text FROM {table} WHERE vote_id = %s",
                vote_id,
            )
            self.assertEqual(len(stamps), len(cast))
            self.assertEqual(len(set(stamps)), 1, f"{table}: rows of several transactions")

    def test_ballots_lie_in_the_order_of_their_receipts(self):
        vote_id, cast = self._held()
        for order in ("id", "ctid"):
            rows = self._ask(
                f"SELECT receipt FROM {BALLOTS} WHERE vote_id = %s ORDER BY {order}", vote_id
            )
            self.assertEqual([receipt for (receipt,) in rows], sorted(cast), order)

    def test_voters_lie_in_the_order_of_the_list(self):
        vote_id, _cast = self._held()
        by_list = self._ask(
            "SELECT attendee.id FROM dan_chu_conference_attendee attendee "
            f"JOIN {VOTERS} voter ON voter.attendee_id = attendee.id AND voter.vote_id = %s "
            "ORDER BY section_sequence, section, sort_name, attendee.id",
            vote_id,
        )
        for order in ("id", "ctid"):
            rows = self._ask(
                f"SELECT attendee_id FROM {VOTERS} WHERE vote_id = %s ORDER BY {order}", vote_id
            )
            self.assertEqual(rows, by_list, order)

    def test_a_ballot_is_its_receipt_and_nothing_else(self):
        vote_id, _cast = self._held()
        columns = {
            name
            for (name,) in self._ask(
                "SELECT column_name FROM information_schema.columns WHERE table_name = %s", BALLOTS
            )
        }
        known = {"id", "vote_id", "unit_id", "receipt", "attendee_id", "name", "choice"}
        self.assertEqual(columns, known)
        bare = self._ask(
            f"SELECT DISTINCT attendee_id, name, choice FROM {BALLOTS} WHERE vote_id = %s", vote_id
        )
        self.assertEqual(bare, [(None, None, None)])
        names = self._ask(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s", VOTERS
        )
        self.assertEqual(
            {name for (name,) in names}, {"id", "vote_id", "unit_id", "attendee_id", "name"}
        )

    def test_no_table_of_the_box_is_left(self):
        vote_id, _cast = self._held()
        relations = self._ask("SELECT relname FROM pg_class WHERE relname LIKE %s", f"%_{vote_id}%")
        own = [name for (name,) in relations if name.startswith(_OWN)]
        self.assertFalse(own)
        self.assertFalse(
            self._ask(
                "SELECT toast.relname FROM pg_class toast WHERE toast.relkind = 't' AND NOT EXISTS "
                "(SELECT FROM pg_class main WHERE main.reltoastrelid = toast.oid)"
            )
        )
        self.assertFalse(
            self._ask("SELECT tablename FROM pg_stats WHERE tablename LIKE 'dan_chu_vote_box%'")
        )

    def test_a_receipt_is_found_nowhere_but_among_the_receipts(self):
        _vote_id, cast = self._held()
        for receipt in list(cast)[:3]:
            found = {
                table
                for table in self._relations("r")
                if self._ask(
                    f'SELECT 1 FROM "{table}" line WHERE line::text LIKE %s LIMIT 1',
                    f"%{receipt}%",
                )
            }
            self.assertEqual(found, {BALLOTS})

    # ---------------------------------------------------------------- while it is open

    def test_a_ballot_leaves_no_trace_in_any_other_table(self):
        vote_id = self._open_vote()
        # What making the house has still to tell the other workers is no ballot's.
        Registry(self.name).signal_changes()
        before = self._contents()
        for user in self.user_ids:
            self._cast(user, vote_id, "for", draw())
        after = self._contents()
        changed = {table for table in after if after[table] != before.get(table)}
        self.assertEqual(changed, {f"{name}_{vote_id}" for name in _OWN})

    def test_the_box_knows_no_voter_and_the_roll_no_choice(self):
        vote_id = self._open_vote()
        self._cast(self.user_ids[0], vote_id, "for", draw())
        self.assertEqual(
            self._ask(f"SELECT attendee_id, choice FROM dan_chu_vote_box_{vote_id}"),
            [(None, "for")],
        )
        columns = self._ask(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s "
            "ORDER BY ordinal_position",
            f"dan_chu_vote_roll_{vote_id}",
        )
        self.assertEqual(columns, [("attendee_id",), ("user_id",), ("has_voted",), ("code",)])

    def test_no_log_names_a_choice_or_a_receipt(self):
        vote_id = self._open_vote(candidates=4)
        codes = self._codes(vote_id)
        sent, choice = [], self.option_ids[1:3]
        listed = ",".join(map(str, choice))
        with everything_logged() as lines:
            for user, code in zip(self.user_ids, [None, None, None, *codes], strict=False):
                receipt = draw()
                self._cast(user, vote_id, choice, receipt, code)
                self._cast(user, vote_id, choice, receipt, code)
                sent.append(receipt)
            for wrong in (choice + choice, [*choice, 0], "against"):
                with self.assertRaises(UserError):
                    self._cast(self.user_ids[10], vote_id, wrong, draw())
            with self.assertRaises(UserError):
                self._cast(self.user_ids[0], vote_id, choice, draw())
            with self.assertRaises(UserError):
                self._cast(self.user_ids[11], vote_id, choice, sent[0])
            self._close(vote_id)
        self.assertTrue(any("dan_chu_vote " in line for line in lines), "Nothing was logged")
        for secret in (*sent, listed, str(choice), "'against'", *codes):
            told = [line for line in lines if secret in line]
            self.assertFalse(told, secret)

    def test_the_statement_that_the_database_refuses_carries_no_choice(self):
        """Two take the same receipt in the same moment: the database writes down what failed."""
        vote_id, receipt, at_once = self._open_vote(), draw(), Barrier(2)

        def take(user_id):
            with Registry(self.name).cursor() as cr:
                vote = api.Environment(cr, user_id, {})["dan_chu.vote"].browse(vote_id)
                vote.sudo()._hold_state()
                at_once.wait(timeout=60)
                try:
                    vote.cast("against", receipt)
                except (errors.SerializationFailure, UserError):
                    cr.rollback()
                    return cr._obj.query
                cr.commit()
                return None

        with ThreadPoolExecutor(2) as phones:
            failed = list(filter(None, phones.map(take, self.user_ids[:2])))
        for query in failed:
            self.assertNotIn(b"against", query)
        self.assertEqual(self._ask(f"SELECT count(*) FROM dan_chu_vote_box_{vote_id}"), [(1,)])

    def test_a_refusal_of_the_database_tells_nothing(self):
        vote_id = self._open_vote()
        self._ask_nothing(SQL("ALTER TABLE %s DROP COLUMN choice", self._box(vote_id)))
        with everything_logged() as lines, self.assertRaises(UserError) as refused:
            self._cast(self.user_ids[0], vote_id, "against", draw())
        self.assertIsNone(refused.exception.__cause__)
        self.assertFalse([line for line in lines if "'against'" in line])
        self.assertEqual(
            self._ask(f"SELECT count(*) FROM dan_chu_vote_roll_{vote_id} WHERE has_voted"), [(0,)]
        )

    # ---------------------------------------------------------------- helpers

    def _box(self, vote_id):
        return SQL.identifier(f"dan_chu_vote_box_{vote_id}")

    def _ask_nothing(self, query):
        with self._environment() as env:
            env.cr.execute(query)

    def _relations(self, kind):
        rows = self._ask(
            "SELECT relname FROM pg_class WHERE relkind = %s "
            "AND relnamespace = 'public'::regnamespace ORDER BY relname",
            kind,
        )
        return [name for (name,) in rows]

    def _contents(self):
        """{table or sequence: what is in it, with the transaction that wrote each row}"""
        found = {}
        for table in self._relations("r"):
            found[table] = self._ask(
                "SELECT md5(string_agg(line::text || line.xmin::text, chr(10) "
                f'ORDER BY line::text)) FROM "{table}" line'
            )
        for sequence in self._relations("S"):
            found[sequence] = self._ask(f'SELECT last_value, is_called FROM "{sequence}"')
        return found

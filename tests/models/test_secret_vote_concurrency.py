"""Ballots from many connections at once, while it is closed: told OK is counted, and once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import cycle
from threading import Event
from unittest.mock import patch

from odoo import api
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.models import vote_box, vote_close
from odoo.addons.dan_chu_co_so.models.vote_close import Vote

from tests.committed_votes import CommittedVoteCase
from tests.secret_votes import draw

STREAMS = 8
CHOICES = cycle(("for", "for", "against", "blank"))


class TestSecretVoteConcurrency(CommittedVoteCase):
    with_account = 24
    without = 72

    def _ballots(self, vote_id):
        """(user, choice, receipt, code) of everybody."""
        own = [(user, None) for user in self.user_ids]
        by_code = [(self.user_ids[0], code) for code in self._codes(vote_id)]
        voters = [pair for pairs in zip(by_code, cycle(own), strict=False) for pair in pairs]
        unique = list(dict.fromkeys(voters))
        return [(user, next(CHOICES), draw(), code) for user, code in unique]

    def _stream(self, vote_id, ballots, half_way):
        """{receipt: choice} of those who were told that their ballot is in the box."""
        taken = {}
        for place, (user, choice, receipt, code) in enumerate(ballots):
            if place * 2 >= len(ballots):
                half_way.set()
            try:
                answer = self._cast(user, vote_id, choice, receipt, code)
            except UserError:
                continue
            taken[answer["receipt"]] = choice
        return taken

    def _all_at_once(self, vote_id, shares, is_closed_in_the_middle):
        half_way = Event()
        with ThreadPoolExecutor(STREAMS + 1) as phones, mute_logger("odoo.sql_db"):
            streams = [phones.submit(self._stream, vote_id, share, half_way) for share in shares]
            if is_closed_in_the_middle:
                half_way.wait(timeout=120)
                self._close(vote_id)
            told = {}
            for stream in streams:
                told |= stream.result(timeout=300)
            return told

    def _check_counted(self, vote_id, told):
        with self._environment() as env:
            vote = env["dan_chu.vote"].browse(vote_id)
            self.assertEqual(vote.state, "closed")
            self.assertEqual(set(vote.ballot_ids.mapped("receipt")), set(told))
            counted = {name: vote[f"votes_{name}"] for name in ("for", "against", "blank")}
            expected = Counter(told.values())
            self.assertEqual(counted, {name: expected[name] for name in counted})
            self.assertEqual((vote.collected, len(vote.voter_ids)), (len(told), len(told)))

    def test_closed_in_the_middle_of_eight_streams(self):
        vote_id = self._open_vote()
        ballots = self._ballots(vote_id)
        shares = [ballots[place::STREAMS] for place in range(STREAMS)]
        told = self._all_at_once(vote_id, shares, True)
        self._check_counted(vote_id, told)
        self.assertTrue(0 < len(told) < len(ballots), f"{len(told)} of {len(ballots)}")

    def test_each_sent_by_two_streams_at_once(self):
        vote_id = self._open_vote()
        ballots = self._ballots(vote_id)[:24]
        quarters = [ballots[place::4] for place in range(4)]
        told = self._all_at_once(vote_id, quarters + quarters, False)
        self.assertEqual(len(told), len(ballots))
        self._close(vote_id)
        self._check_counted(vote_id, told)

    def test_one_person_with_two_phones_has_one_ballot(self):
        vote_id = self._open_vote()
        for user in self.user_ids[:4]:
            pair = [[(user, choice, draw(), None)] for choice in ("for", "against")]
            self.assertEqual(len(self._all_at_once(vote_id, pair, False)), 1)
        self._close(vote_id)
        with self._environment() as env:
            self.assertEqual(env["dan_chu.vote"].browse(vote_id).collected, 4)

    def test_two_chairs_close_together(self):
        vote_id = self._open_vote()
        told = self._cast_some(vote_id)
        with ThreadPoolExecutor(2) as chairs, mute_logger("odoo.sql_db"):
            closing = [chairs.submit(self._close, vote_id) for _chair in range(2)]
            failed = [error for error in (each.exception(120) for each in closing) if error]
        self.assertTrue(all(isinstance(error, UserError) for error in failed), failed)
        self.assertLess(len(failed), 2)
        self._check_counted(vote_id, told)

    # ---------------------------------------------------------------- cut short

    def _cast_some(self, vote_id):
        told = {draw(): next(CHOICES) for _user in self.user_ids[:6]}
        for user, (receipt, choice) in zip(self.user_ids, told.items(), strict=False):
            self._cast(user, vote_id, choice, receipt)
        return told

    def _state(self, vote_id):
        with self._environment() as env:
            return env["dan_chu.vote"].browse(vote_id).state

    def _run_cron(self):
        with self._environment() as env:
            env["dan_chu.vote"]._cron_finish_closing()

    def test_the_server_that_dies_between_the_steps_loses_nothing(self):
        vote_id = self._open_vote()
        told = self._cast_some(vote_id)
        with patch.object(Vote, "_finish_elsewhere", staticmethod(lambda registry, ids: None)):
            self._close(vote_id)
        self.assertEqual(self._state(vote_id), "closing")
        with self.assertRaisesRegex(UserError, "too late"):
            self._cast(self.user_ids[8], vote_id, "for", draw())
        self._run_cron()
        self._check_counted(vote_id, told)

    def test_the_server_that_dies_while_it_counts_loses_nothing(self):
        vote_id = self._open_vote()
        told = self._cast_some(vote_id)
        with (
            patch.object(vote_box.Vote, "_drop_box", side_effect=RuntimeError("The power is gone")),
            mute_logger("odoo.addons.dan_chu_co_so.models.vote_close"),
        ):
            self._close(vote_id)
        self.assertEqual(self._state(vote_id), "closing")
        with self._environment() as env:
            self.assertFalse(env["dan_chu.vote"].browse(vote_id).ballot_ids)
        self._close(vote_id)
        self._check_counted(vote_id, told)

    @contextmanager
    def _backup(self, vote_id):
        """Reads every table to its end, as a dump of the database does."""
        with Registry(self.name).cursor() as cr:
            cr.execute(f"SELECT count(*) FROM dan_chu_vote_box_{vote_id}")
            yield

    def test_who_looks_while_it_is_closed_is_shown_the_result(self):
        """The phones of all the voters ask every few seconds, also in that moment."""
        vote_id = self._open_vote()
        self._cast(self.user_ids[0], vote_id, "for", draw())
        with Registry(self.name).cursor() as cr:
            env = api.Environment(cr, self.user_ids[0], {"lang": "en_US"})
            self.assertEqual(env["dan_chu.vote"].sudo().browse(vote_id).state, "open")
            self._close(vote_id)
            ask = partial(env["dan_chu.conference"].my_conference, self.conference_id)
            shown = retrying(ask, env)["conference"]
        self.assertNotIn(vote_id, [vote["id"] for vote in shown["votes"]])
        self.assertIn(vote_id, [vote["id"] for vote in shown["results"]])

    def test_while_a_backup_runs_it_waits_to_be_counted(self):
        vote_id = self._open_vote()
        told = self._cast_some(vote_id)
        with patch.object(vote_close, "_LONGEST_WAIT", "200ms"), mute_logger("odoo.sql_db"):
            with self._backup(vote_id):
                self._close(vote_id)
                self.assertEqual(self._state(vote_id), "closing")
                self._run_cron()
                self.assertEqual(self._state(vote_id), "closing")
            self._run_cron()
        self._check_counted(vote_id, told)

"""The tablet that goes round, over HTTP: logged in as nobody, it votes by codes alone."""

import logging

from odoo.tools import mute_logger

from tests.conferences import ConferenceHttpCase
from tests.logged import everything_logged
from tests.secret_votes import SecretVoteWorld, draw


class TestSecretVoteTablet(SecretVoteWorld, ConferenceHttpCase):
    def setUp(self):
        super().setUp()
        self.vote = self.open_election(seats=2)
        self.address = self.vote.action_open_tablet()["url"]
        self.codes = list(self.codes_of(self.vote).values())
        self.names = self.vote.option_ids.ids

    def _ask(self, what, address=None, **params):
        self.env.flush_all()
        body = {"jsonrpc": "2.0", "method": "call", "params": params}
        answer = self.url_open(f"{address or self.address}/{what}", json=body).json()
        self.env.invalidate_all()
        return answer

    def _cast(self, choice, receipt, code, vote=None):
        vote_id = (vote or self.vote).id
        return self._ask("cast", vote_id=vote_id, choice=choice, receipt=receipt, code=code)

    def test_the_page_shows_no_vote_and_asks_for_a_code(self):
        page = self.url_open(self.address)
        self.assertEqual(page.status_code, 200)
        self.assertIn(self.conference.name, page.text)
        self.assertNotIn(self.vote.option_ids[0].name, page.text)

    def test_the_address_of_the_tablet_cannot_be_guessed(self):
        for key in ("x", "0" * 22, "False", "None"):
            with self.subTest(key=key), mute_logger("odoo.http"):
                self.assertEqual(self.url_open(f"/dan_chu/tablet/{key}").status_code, 404)
                answer = self._ask("ballots", f"/dan_chu/tablet/{key}", code=self.codes[0])
                self.assertIn("error", answer)

    def test_a_code_brings_its_ballot_paper_and_is_good_for_one_ballot(self):
        (paper,) = self._ask("ballots", code=self.codes[0])["result"]
        self.assertEqual(paper["id"], self.vote.id)
        self.assertEqual([option["id"] for option in paper["options"]], self.names)
        receipt = draw()
        taken = self._cast(self.names[:1], receipt, self.codes[0])["result"]
        self.assertEqual(taken["receipt"], receipt)
        self.assertEqual(self._cast(self.names[1:2], receipt, self.codes[0])["result"], taken)
        self.assertIn("error", self._cast(self.names[1:2], draw(), self.codes[0]))
        self.assertIn("error", self._ask("ballots", code=self.codes[0]))
        self.close(self.vote)
        self.assertEqual(self.vote.option_ids.mapped("votes"), [1, 0, 0, 0])

    def test_without_a_code_nobody_votes_not_even_who_is_logged_in(self):
        self.authenticate(self.staff.login, self.staff.login)
        other = self.open_vote(conference=self.make_conference("open"))
        code = self.codes[0]
        for vote, sent in ((self.vote, None), (self.vote, ""), (self.vote, "AAAA"), (other, code)):
            with self.subTest(code=sent):
                self.assertIn("error", self._cast([], draw(), sent, vote))
        self.assertEqual((self.vote._turnout()[0], other._turnout()[0]), (0, 0))

    def test_neither_the_answer_nor_the_logs_repeat_a_ballot(self):
        """At the level of logs that servers run with."""
        receipts, chosen = [draw(), draw(), draw()], self.names[1:3]
        with everything_logged(logging.INFO) as lines:
            answers = [
                self._cast(chosen, receipts[0], self.codes[0]),
                self._cast(chosen, receipts[1], self.codes[0]),
                self._cast([*chosen, 0], receipts[2], self.codes[1]),
                self._cast([*chosen, chosen[0]], receipts[2], self.codes[1]),
            ]
        self.assertTrue(any("/cast" in line for line in lines), "Nothing was logged")
        self.assertEqual(["error" in answer for answer in answers], [False, True, True, True])
        listed = (str(chosen), str(chosen)[1:-1], ",".join(map(str, chosen)))
        for secret in (*listed, *receipts, *self.codes[:2]):
            self.assertFalse([line for line in lines if secret in line], secret)
        for answer in answers[1:]:
            for secret in (*listed, *receipts, *self.codes[:2]):
                self.assertNotIn(secret, str(answer))

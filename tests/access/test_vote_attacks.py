"""Over real RPC: whoever is in the room votes once, nobody votes for another or makes a ballot."""

from tests.access.conference_attacks import CONTEXTS, ConferenceAttacks


class TestCast(ConferenceAttacks):
    def test_each_votes_once(self):
        for vote, choices in (
            (self.named, ("for", "against")),
            (self.secret, (self.secret.option_ids[:1].ids, self.secret.option_ids[1:2].ids)),
        ):
            first, second = choices
            receipt = self.receipt()
            answer = self.cast(self.voter, vote, first, receipt=receipt)
            self.assertEqual(answer, {"receipt": receipt, "vote": vote.name})
            self.assertEqual(self.turnout(vote), 1)
            with self.subTest("the same, sent again", vote=vote.name):
                self.assertEqual(self.cast(self.voter, vote, first, receipt=receipt), answer)
                self.assertEqual(self.cast(self.voter, vote, second, receipt=receipt), answer)
            with self.subTest("another one", vote=vote.name):
                self.assertIn("already voted", self.cast(self.voter, vote, first))
                self.assertIn("already voted", self.cast(self.voter, vote, second))
            self.assertEqual(self.turnout(vote), 1)
        self.assertEqual(self.named._tally(), {"for": 1})

    def test_who_is_not_in_the_room_does_not_vote(self):
        others = (
            self.absent,
            self.left_early,
            self.taken_off,
            self.guest,
            self.sibling_officer,
            self.sibling_clerk,
            self.upper_head,
            self.upper_supervisor,
            self.manager,
            self.hr_officer,
            self.no_role,
        )
        for vote, choice in ((self.named, "for"), (self.secret, self.secret.option_ids[:1].ids)):
            for user in others:
                with self.subTest(user=user.login, vote=vote.method):
                    answer = self.cast(user, vote, choice)
                    self.assertIn("AccessError", str(answer))
                    self.assertEqual(self.turnout(vote), 0)

    def test_nobody_votes_for_another(self):
        other = self.row_of(self.conference, self.clerk)
        for more in (
            {"attendee_id": other.id},
            {"user_id": self.clerk.id},
            {"code": "AAAA-BBBB"},
            {"code": ["AAAABBBB"]},
            {"code": True},
            {"context": {"uid": self.clerk.id, "su": True}},
        ):
            with self.subTest(more=more):
                self.cast(self.voter, self.named, **more)
                self.env.cr.execute(
                    f"SELECT has_voted FROM dan_chu_vote_roll_{self.named.id} "
                    "WHERE attendee_id = %s",
                    [other.id],
                )
                self.assertEqual(self.env.cr.fetchone(), (False,))
        self.assertLessEqual(self.turnout(self.named), 1)

    def test_a_code_is_good_for_one_ballot(self):
        row = self.row_of(self.conference, self.voter)
        code = self.named._make_codes(row.ids)[row.id]
        self.assertIsInstance(self.cast(self.clerk, self.named, code=code), dict)
        self.assertIn("not valid", self.cast(self.clerk, self.named, code=code))
        self.assertIn("already voted", self.cast(self.voter, self.named))
        self.assertEqual(self.turnout(self.named), 1)

    def test_a_code_of_one_vote_opens_no_other(self):
        row = self.row_of(self.conference, self.voter)
        code = self.named._make_codes(row.ids)[row.id]
        answer = self.cast(self.clerk, self.secret, self.secret.option_ids[:1].ids, code=code)
        self.assertIn("not valid", str(answer))
        self.assertEqual(self.turnout(self.secret), 0)

    def test_what_is_no_choice_is_no_ballot(self):
        candidates = self.secret.option_ids.ids
        for vote, choice in (
            (self.named, "yes"),
            (self.named, "FOR"),
            (self.named, "for' OR '1'='1"),
            (self.named, ["for"]),
            (self.named, {"for": 1}),
            (self.named, None),
            (self.named, 1),
            (self.secret, "for"),
            (self.secret, candidates),  # three names for two seats
            (self.secret, candidates[:1] * 2),
            (self.secret, self.prepared.option_ids[:1].ids),
            (self.secret, [True]),
            (self.secret, [str(candidates[0])]),
            (self.secret, [candidates[0] + 0.5]),
        ):
            with self.subTest(vote=vote.method, choice=choice):
                self.assertIn("UserError", str(self.cast(self.voter, vote, choice)))
                self.assertEqual(self.turnout(vote), 0)
        for receipt in ("", None, "x" * 32, "0" * 31, "0" * 33, "0" * 32 + "\n", 7, ["0" * 32]):
            with self.subTest(receipt=receipt):
                answer = self.cast(self.voter, self.named, receipt=receipt)
                self.assertIn("UserError", str(answer))
        self.assertEqual(self.turnout(self.named), 0)

    def test_no_ballot_takes_the_receipt_of_another(self):
        receipt = self.receipt()
        self.assertIsInstance(self.cast(self.voter, self.named, receipt=receipt), dict)
        self.cast(self.clerk, self.named, "against", receipt=receipt)
        self.assertEqual(self.named._tally(), {"for": 1})
        self.assertIsInstance(self.cast(self.clerk, self.named, "against"), dict)
        self.assertEqual(self.named._tally(), {"for": 1, "against": 1})

    def test_what_is_not_open_takes_no_ballot(self):
        for vote in (self.hands, self.prepared, self.held):
            with self.subTest(vote=vote.name, state=vote.state):
                self.assertIsInstance(self.cast(self.voter, vote), str, "this was not refused")

    def test_nobody_makes_or_changes_a_ballot_by_hand(self):
        voter = self.row_of(self.conference, self.voter)
        ballot = {"vote_id": self.named.id, "receipt": "0" * 32}
        named = {**ballot, "attendee_id": voter.id, "name": voter.name, "choice": "for"}
        took_part = {"vote_id": self.named.id, "attendee_id": voter.id, "name": voter.name}
        for user in (self.officer, self.head, self.representative, self.counter, self.voter):
            for model, vals in (
                ("dan_chu.vote.ballot", ballot),
                ("dan_chu.vote.ballot", named),
                ("dan_chu.vote.voter", took_part),
            ):
                self.assert_refused(user, model, "create", vals_list=[vals])
            for method in ("_add", "_put_ballot", "_mark", "_make_codes", "_publish", "_tally"):
                for model in ("dan_chu.vote", "dan_chu.vote.ballot"):
                    self.assert_refused(user, model, method, self.named.ids)

    def test_totals_of_an_electronic_vote_are_typed_by_nobody(self):
        for vals in ({"votes_for": 3}, {"valid": 3}, {"issued": 3}, {"invalid": 1}):
            for user in (self.officer, self.head, self.counter):
                for context in CONTEXTS:
                    self.assert_refused(
                        user, "dan_chu.vote", "write", self.named.ids, vals=vals, context=context
                    )
        option = self.secret.option_ids[:1]
        self.assert_refused(self.officer, option._name, "write", option.ids, vals={"votes": 2})

"""Electronic votes: off without a basis, each once, told OK is counted, hidden until closed."""

from collections import Counter
from itertools import cycle

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so import hooks
from odoo.addons.dan_chu_co_so.models import vote_close

from tests.secret_votes import BASIS, SecretVoteCase, draw


class TestSecretVote(SecretVoteCase):
    # ---------------------------------------------------------------- its basis

    def test_it_is_off_until_the_unit_names_what_allows_it(self):
        self.school.secret_vote_basis = False
        vote = self.make_vote(self.conference, "secret")
        self.assertTrue(vote.is_secret_off)
        with self.assertRaisesRegex(UserError, "Name the regulation"):
            vote.action_open()
        wizard = self.env["dan_chu.secret.basis"].with_user(self.officer)
        wizard.create({"unit_id": self.school.id, "basis": f" {BASIS} "}).action_confirm()
        vote.invalidate_recordset()
        self.assertFalse(vote.is_secret_off)
        vote.action_open()
        self.assertEqual(vote.secret_basis, BASIS)
        self.school.secret_vote_basis = "Something else later"
        self.assertEqual(vote.secret_basis, BASIS)

    def test_others_than_head_and_officer_name_no_basis(self):
        for user in (self.staff, self.representative, self.upper_officer):
            with self.assertRaises(AccessError):
                self.env["dan_chu.secret.basis"].with_user(user).create(
                    {"unit_id": self.school.id, "basis": "Tôi muốn"}
                ).action_confirm()
        self.assertEqual(self.school.secret_vote_basis, BASIS)

    def test_a_decision_of_this_conference_is_a_basis_too(self):
        self.school.secret_vote_basis = False
        decided = self.make_vote(self.conference, "hands", matter="procedure", name="Dùng máy")
        vote = self.make_vote(self.conference, "secret", basis_vote_id=decided.id)
        with self.assertRaisesRegex(UserError, "off in"):
            vote.action_open()
        decided._put({"state": "closed", "outcome": "not_passed"})
        with self.assertRaisesRegex(UserError, "off in"):
            vote.action_open()

    def test_a_vote_that_passed_is_named_in_what_is_printed(self):
        self.school.secret_vote_basis = False
        decided = self.make_vote(self.conference, "hands", matter="procedure", name="Dùng máy")
        decided.action_open()
        decided.write({"votes_for": decided.entitled})
        decided.action_close()
        vote = self.open_vote(basis_vote_id=decided.id)
        self.assertIn("Dùng máy", vote.secret_basis)

    def test_what_is_voted_again_allows_nothing_until_it_passes_again(self):
        self.school.secret_vote_basis = False
        decided = self.make_vote(self.conference, "hands", matter="procedure", name="Dùng máy")
        decided.action_open()
        decided.write({"votes_for": decided.entitled})
        decided.action_close()
        vote = self.make_vote(self.conference, "secret", basis_vote_id=decided.id)
        self.assertFalse(vote.is_secret_off)
        decided.action_reopen("Đếm nhầm")
        vote.invalidate_recordset()
        self.assertTrue(vote.is_secret_off)
        with self.assertRaisesRegex(UserError, "off in"):
            vote.action_open()

    def test_what_another_conference_decided_is_none(self):
        self.school.secret_vote_basis = False
        other = self.make_conference("open")
        decided = self.make_vote(other, "hands", matter="procedure")
        decided._put({"state": "closed", "outcome": "passed"})
        vote = self.make_vote(self.conference, "secret", basis_vote_id=decided.id)
        with self.assertRaisesRegex(UserError, "off in"):
            vote.action_open()

    def test_voting_by_name_asks_for_no_basis(self):
        self.school.secret_vote_basis = False
        self.assertEqual(self.open_vote("named").state, "open")

    # ---------------------------------------------------------------- casting

    def test_each_ballot_is_counted(self):
        vote = self.open_vote()
        choices = ["for", "for", "against", "blank", "for"]
        for user, choice in zip(self.voters, choices, strict=True):
            self.cast(vote, user, choice)
        self.close(vote)
        self.assertEqual((vote.votes_for, vote.votes_against, vote.votes_blank), (3, 1, 1))
        totals = (vote.issued, vote.collected, vote.valid, vote.invalid)
        self.assertEqual((*totals, vote.state), (5, 5, 5, 0, "closed"))
        self.assertEqual(vote.outcome, "not_passed")
        self.assertIn(f"3/{vote.base_count}", vote.outcome_words)

    def test_who_took_part_and_the_receipts_are_published_apart(self):
        vote = self.open_vote()
        receipts = [draw() for _voter in self.voters]
        for user, receipt in zip(self.voters, receipts, strict=True):
            self.cast(vote, user, "for", receipt)
        self.close(vote)
        self.assertEqual(vote.ballot_ids.mapped("receipt"), sorted(receipts))
        self.assertFalse(any(vote.ballot_ids.mapped("choice")))
        self.assertFalse(vote.ballot_ids.attendee_id)
        took_part = vote.voter_ids.attendee_id.employee_id.user_id
        self.assertEqual(set(took_part), set(self.voters))
        listed = self.conference.attendee_ids.sorted()
        self.assertEqual(
            vote.voter_ids.attendee_id.ids,
            [row.id for row in listed if row.employee_id.user_id in took_part],
        )

    def test_sent_twice_it_counts_once(self):
        vote, receipt = self.open_vote(), draw()
        first = self.cast(vote, self.staff, "for", receipt)
        self.assertEqual(self.cast(vote, self.staff, "for", receipt), first)
        self.assertEqual(self.cast(vote, self.staff, "against", receipt), first)
        self.close(vote)
        self.assertEqual((vote.votes_for, vote.votes_against), (1, 0))

    def test_a_second_ballot_of_the_same_person_is_refused(self):
        vote = self.open_vote()
        self.cast(vote, self.staff, "for")
        with self.assertRaisesRegex(UserError, "already voted"):
            self.cast(vote, self.staff, "against")
        self.close(vote)
        self.assertEqual((vote.votes_for, vote.votes_against), (1, 0))

    def test_the_receipt_of_another_is_no_ballot_and_no_loss(self):
        vote, receipt = self.open_vote(), draw()
        self.cast(vote, self.staff, "for", receipt)
        with self.assertRaisesRegex(UserError, "Another ballot"), self.env.cr.savepoint():
            self.cast(vote, self.officer, "against", receipt)
        self.cast(vote, self.officer, "against")
        self.close(vote)
        self.assertEqual((vote.votes_for, vote.votes_against), (1, 1))

    def test_nothing_is_known_before_it_is_closed(self):
        vote = self.open_vote()
        for user in self.voters:
            self.cast(vote, user, "for")
        vote.invalidate_recordset()
        self.assertEqual((vote.votes_for, vote.collected, vote.valid), (0, 0, 0))
        self.assertFalse(vote.ballot_ids or vote.voter_ids or vote.outcome)
        self.assertIn("5", vote.turnout_words)
        with self.assertRaisesRegex(UserError, "not been counted"):
            vote.receipts()

    def test_who_may_not_vote_is_refused(self):
        row = self.row_of(self.conference, self.staff)
        row._enter({"status": "present", "left_on": row.arrived_on}, "list")
        vote = self.open_vote()
        self.assertEqual(vote.entitled, self.staff_total - 1)
        outsiders = (self.staff, self.upper_officer, self.no_role, self.ended, self.manager)
        for user in outsiders:
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.cast(vote, user, "for")
        for user in (self.upper_officer, self.no_role):
            for state in ("draft", "closed"):
                other = self.make_vote(self.conference, "secret")
                other._put({"state": state})
                with self.subTest(user=user.login, state=state), self.assertRaises(AccessError):
                    self.cast(other, user, "for")

    def test_whose_account_it_is_is_settled_when_it_opens(self):
        """HR may hand the record of one person to the account of another."""
        vote = self.open_vote()
        own, other = self.staff.employee_id, self.secretary.employee_id
        for person in (own, other):
            person.user_id = False
        self.env.flush_all()
        other.user_id = self.staff
        self.cast(vote, self.staff, "for")
        other.user_id = False
        self.env.flush_all()
        own.user_id = self.staff
        with self.assertRaisesRegex(UserError, "already voted"):
            self.cast(vote, self.staff, "for")
        self.assertIn(other.id, self._not_voted(vote))

    def _not_voted(self, vote):
        rows = self.env["dan_chu.conference.attendee"].browse(vote._who_has_not_voted())
        return rows.employee_id.ids

    def test_what_is_no_ballot_is_refused_without_repeating_it(self):
        vote, election = self.open_vote(), self.open_election()
        names = election.option_ids.ids
        other = self.open_election().option_ids.ids
        for asked, choices in (
            (vote, ["FOR", "", None, 1, True, ["for"], {"for": 1}, "for; DROP TABLE x"]),
            (
                election,
                [
                    names[:3],
                    [names[0], names[0]],
                    [other[0]],
                    [0],
                    [True],
                    [str(names[0])],
                    [float(names[0])],
                    "for",
                    None,
                    {names[0]: 1},
                ],
            ),
        ):
            for choice in choices:
                with self.subTest(choice=choice), self.assertRaises(UserError) as refused:
                    self.cast(asked, self.staff, choice)
                if choice:
                    self.assertNotIn(str(choice), str(refused.exception))
            self.assertEqual(asked._turnout()[0], 0)

    def test_a_receipt_is_32_hexadecimal_digits(self):
        vote = self.open_vote()
        for receipt in (
            None,
            "",
            "0" * 31,
            "0" * 33,
            "G" * 32,
            "A" * 32,
            5,
            ["0" * 32],
            "0" * 31 + "\n",
        ):
            with self.subTest(receipt=receipt), self.assertRaises(UserError):
                self.as_user(vote, self.staff).cast("for", receipt)
        self.assertEqual(vote._turnout()[0], 0)

    # ---------------------------------------------------------------- elections

    def test_an_election_counts_names(self):
        vote = self.open_election(seats=2)
        one, two, three, four = vote.option_ids.ids
        ballots = [[one, two], [two], [two, three], [], [four, two]]
        for user, ballot in zip(self.voters, ballots, strict=True):
            self.cast(vote, user, ballot)
        self.close(vote)
        self.assertEqual(vote.option_ids.mapped("votes"), [1, 4, 1, 1])
        self.assertEqual((vote.valid, vote.collected), (5, 5))

    def test_a_tally_is_that_of_a_plain_count(self):
        vote = self.open_election(seats=3)
        options = vote.option_ids.ids
        patterns = cycle([options[:3], options[1:], options[:1], [], options[::2], options[3:]])
        expected = Counter()
        for code, ballot in zip(self.codes_of(vote).values(), patterns, strict=False):
            vote.cast(ballot, draw(), code)
            expected.update(ballot)
        self.close(vote)
        self.assertEqual(vote.collected, self.staff_total)
        counted = dict(zip(options, vote.option_ids.mapped("votes"), strict=True))
        self.assertEqual(counted, {each: expected[each] for each in options})
        self.assertTrue(all(vote.option_ids.mapped("elected")))

    # ---------------------------------------------------------------- codes

    def test_a_code_is_good_for_one_ballot_of_one_vote(self):
        vote, other = self.open_vote(), self.open_vote()
        code = next(iter(self.codes_of(vote).values()))
        nobody, receipt = self.no_role, draw()
        taken = self.cast(vote, nobody, "for", receipt, code.lower().replace("-", " "))
        self.assertEqual(self.cast(vote, nobody, "against", receipt, code), taken)
        for asked in (vote, other):
            with self.assertRaises(AccessError):
                self.cast(asked, nobody, "for", code=code)
        self.close(vote)
        self.assertEqual((vote.votes_for, vote.collected), (1, 1))

    def test_a_person_votes_by_phone_or_by_code_and_not_by_both(self):
        vote = self.open_vote()
        name = self.row_of(self.conference, self.staff).name
        code = self.codes_of(vote)[name]
        self.cast(vote, self.staff, "for")
        with self.assertRaises(AccessError):
            self.cast(vote, self.no_role, "against", code=code)
        self.assertNotIn(name, self.codes_of(vote))

    def test_codes_made_again_make_those_before_void(self):
        vote = self.open_vote()
        before = self.codes_of(vote)
        after = self.codes_of(vote)
        name = next(iter(before))
        with self.assertRaises(AccessError):
            self.cast(vote, self.no_role, "for", code=before[name])
        self.cast(vote, self.no_role, "for", code=after[name])

    def test_at_first_codes_are_for_those_without_an_account(self):
        vote = self.open_vote()
        names = {slip["name"] for slip in vote.action_make_codes()["params"]["slips"]}
        rows = self.summoned(self.conference)
        alone = rows.filtered(lambda row: not row.employee_id.user_id)
        self.assertEqual(names, set(alone.mapped("name")))
        told = vote.conference_id.message_ids[:1]
        self.assertIn(f"{len(names)} codes", told.body)
        self.assertEqual(told.author_id, self.env.user.partner_id)

    def test_codes_are_made_by_who_counts(self):
        vote = self.open_vote()
        for user in (self.staff, self.representative, self.secretary, self.upper_officer):
            with self.subTest(user=user.login):
                for method in ("action_make_codes", "action_open_tablet", "action_close"):
                    with self.assertRaises(AccessError):
                        getattr(self.as_user(vote, user), method)()
        self.assertTrue(self.as_user(vote, self.counter).action_make_codes()["params"]["slips"])

    # ---------------------------------------------------------------- closing

    def test_closed_it_takes_no_more_and_forgets_nothing(self):
        vote, receipt, late = self.open_vote(), draw(), draw()
        taken = self.cast(vote, self.staff, "for", receipt)
        vote.action_close()
        self.assertEqual(vote.state, "closing")
        for _step in ("closed to ballots", "counted"):
            self.assertEqual(self.cast(vote, self.staff, "for", receipt), taken)
            for user in (self.staff, self.officer):
                with self.assertRaisesRegex(UserError, "too late"):
                    self.cast(vote, user, "for", late)
            vote._finish_closing()
        self.assertEqual((vote.state, vote.votes_for, vote.collected), ("closed", 1, 1))

    def test_left_in_the_middle_it_is_finished_by_the_cron(self):
        votes = self.open_vote() + self.open_vote("named")
        for vote in votes:
            self.cast(vote, self.staff, "for")
            vote.action_close()
        with self.enter_registry_test_mode():
            self.env.ref("dan_chu_co_so.vote_closing_cron").method_direct_trigger()
        self.assertEqual(votes.mapped("state"), ["closed", "closed"])
        self.assertEqual(votes.mapped("votes_for"), [1, 1])

    def test_left_in_the_middle_it_is_finished_by_the_button(self):
        vote = self.open_vote()
        self.cast(vote, self.staff, "for")
        vote.action_close()
        self.as_user(vote, self.counter).action_close()
        vote._finish_closing()
        self.assertEqual(vote.state, "closed")
        with self.assertRaises(UserError):
            vote.action_close()
        vote._finish_closing()
        self.assertEqual(vote.votes_for, 1)

    def test_the_box_is_gone(self):
        vote = self.open_vote()
        self.assertEqual(len(self._tables(vote)), 2)
        self.cast(vote, self.staff, "for")
        self.close(vote)
        self.assertFalse(self._tables(vote))

    def test_too_few_ballots_are_not_counted(self):
        """Who took part is published: of two ballots each would know the other."""
        self.patch(vote_close, "FEWEST_SECRET", 3)
        for count, is_counted in ((0, True), (1, False), (2, False), (3, True)):
            with self.subTest(ballots=count):
                vote = self.open_vote()
                for user in self.voters[:count]:
                    self.cast(vote, user, "for")
                self.close(vote)
                self.assertEqual(vote.state, "closed")
                self.assertEqual(vote.votes_for, count if is_counted else 0)
                self.assertEqual("không kiểm" in vote.outcome_words, not is_counted)
                self.assertFalse(any(vote.ballot_ids.mapped("choice")))
        vote = self.open_vote("named")
        self.cast(vote, self.staff, "for")
        self.assertEqual(self.close(vote).votes_for, 1)

    def test_a_box_that_somebody_was_at_is_annulled(self):
        vote = self.open_vote()
        for user in self.voters:
            self.cast(vote, user, "for")
        self.env.cr.execute(
            f"INSERT INTO dan_chu_vote_box_{vote.id} (receipt, choice) VALUES (%s, 'for')",
            [draw()],
        )
        with mute_logger("odoo.addons.dan_chu_co_so.models.vote_close"):
            self.close(vote)
        self.assertEqual((vote.outcome, vote.votes_for, vote.valid), ("unknown", 0, 0))
        self.assertIn("không khớp", vote.outcome_words)
        self.assertFalse(self._tables(vote))

    def test_by_name_it_says_who_voted_how(self):
        vote = self.open_election(seats=2, method="named")
        one, two = vote.option_ids[:2]
        self.cast(vote, self.staff, [two.id, one.id])
        self.cast(vote, self.officer, [])
        plain = self.open_vote("named")
        self.cast(plain, self.staff, "against")
        self.close(vote)
        self.close(plain)
        said = {row["name"]: row["choice"] for row in vote.receipts()}
        names = [self.row_of(self.conference, user).name for user in (self.staff, self.officer)]
        self.assertEqual(set(said), set(names))
        self.assertEqual(said[names[0]], f"{one.name}; {two.name}")
        self.assertEqual(plain.ballot_ids.choice_words, "Against")

    def test_uninstalled_while_a_vote_is_open_no_box_stays(self):
        vote = self.open_vote()
        hooks._drop_boxes(self.env.cr)
        self.assertFalse(self._tables(vote))

    def _tables(self, vote):
        self.env.cr.execute(
            r"SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ %s",
            [f"^dan_chu_vote_(box|roll)_{vote.id}$"],
        )
        return self.env.cr.fetchall()


class TestMyConference(SecretVoteCase):
    def _screen(self, user, *args):
        return self.as_user(self.env["dan_chu.conference"], user).my_conference(*args)

    def test_it_shows_what_is_to_be_done(self):
        self.add_items(self.conference, "Báo cáo", "Thảo luận")
        vote = self.open_vote()
        shown = self._screen(self.staff)["conference"]
        self.assertEqual(shown["id"], self.conference.id)
        self.assertEqual([item["name"] for item in shown["items"]], ["Báo cáo", "Thảo luận"])
        self.assertEqual(shown["me"]["status"], "present")
        (ballot,) = shown["votes"]
        self.assertEqual(
            (ballot["id"], ballot["may_vote"], ballot["has_voted"]), (vote.id, True, False)
        )
        self.cast(vote, self.staff, "for")
        self.assertTrue(self._screen(self.staff)["conference"]["votes"][0]["has_voted"])
        self.close(vote)
        shown = self._screen(self.staff)["conference"]
        self.assertFalse(shown["votes"])
        self.assertEqual(shown["results"][0]["counts"], [1, 0, 0])

    def test_one_hears_the_answer_to_what_one_has_said(self):
        opinions = self.env["dan_chu.conference.opinion"].with_user(self.staff)
        said = {"kind": "question", "text": "Khi nào sửa nhà xe?"}
        row = opinions.hand_in(self.conference.id, said)
        opinions.browse(row).with_user(self.officer).answer = "Trong quý I"
        (shown,) = self._screen(self.staff)["conference"]["said"]
        self.assertEqual((shown["text"], shown["answer"]), (said["text"], "Trong quý I"))
        self.assertFalse(self._screen(self.secretary)["conference"]["said"])

    def test_others_see_no_conference_of_the_house(self):
        shown = self._screen(self.upper_officer)
        self.assertNotIn(self.conference.id, [row["id"] for row in shown["conferences"]])
        self.assertFalse(self._screen(self.upper_officer, self.conference.id)["conference"])
        nothing = {"conferences": [], "conference": False}
        self.assertEqual(self._screen(self.manager), nothing)
        for user in (self.no_role, self.ended):
            with self.assertRaises(AccessError):
                self._screen(user)

    def test_what_is_being_prepared_is_not_shown(self):
        draft = self.make_conference("open")
        draft._put({"state": "draft"})
        shown = self._screen(self.staff, draft.id)
        self.assertNotIn(draft.id, [row["id"] for row in shown["conferences"]])

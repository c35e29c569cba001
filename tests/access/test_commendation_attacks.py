"""Over real RPC: nobody checks, votes on or signs the own line, changes a vote, or reads what
another unit nominates."""

from datetime import timedelta

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.conference_attacks import CONTEXTS
from tests.access.conference_rows import PAGE
from tests.access.doors import DoorsCase, Refused
from tests.commendations import CommendationWorld

NOMINATION = "dan_chu.commendation"
ROUND = "dan_chu.commendation.round"
SESSION = "dan_chu.council.session"
INITIATIVE = "dan_chu.initiative"
HONOUR = "dan_chu.honour"


class CommendationAttacks(CommendationWorld, DoorsCase):
    staff_total = 40

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sibling_head = cls.make_user("sibling_head", ("head", cls.sibling))
        cls.other_officer = cls.make_user("other_officer", ("officer", cls.other_group))
        cls.round = cls.make_round("open")
        cls.drafted, cls.sent, cls.checked, cls.passed = (
            cls.make_nomination(cls.round, person, state)
            for person, state in zip(
                cls.group_people(), ("draft", "submitted", "checked", "passed"), strict=False
            )
        )
        cls.env.flush_all()

    @classmethod
    def group_people(cls):
        return cls.people.filtered(lambda person: person.dan_chu_unit_id == cls.group)

    def outsiders(self):
        return (
            self.staff,
            self.inspector,
            self.teacher,
            self.other_officer,
            self.sibling_officer,
            self.sibling_head,
            self.upper_officer,
            self.upper_head,
            self.upper_supervisor,
            self.manager,
            self.hr_officer,
            self.no_role,
        )

    def line_of(self, user, state, **values):
        line = self.make_nomination(self.round, user, state, **values)
        self.env.flush_all()
        return line

    def state_of(self, row):
        self.env.flush_all()
        self.env.invalidate_all()
        return row.state

    def said(self, user, model, method, ids=None, **arguments):
        """What the user is answered, be it a refusal."""
        try:
            return self.by_session(user, model, method, ids, **arguments)
        except Refused as refused:
            return str(refused)
        finally:
            self.env.invalidate_all()


class TestOwnLine(CommendationAttacks):
    def test_an_officer_neither_checks_nor_sends_back_the_own_line(self):
        line = self.line_of(self.officer, "submitted")
        self.assert_refused(self.officer, NOMINATION, "action_check", line.ids)
        self.assert_refused(self.officer, NOMINATION, "action_check_on_paper", line.ids)
        self.assert_refused(self.officer, NOMINATION, "action_return", line.ids, reason="x")
        self.assertEqual(self.state_of(line), "submitted")

    def test_the_rest_of_the_list_goes_on(self):
        line = self.line_of(self.officer, "submitted")
        both = line | self.sent
        self.by_session(self.officer, NOMINATION, "action_check_on_paper", both.ids)
        self.env.invalidate_all()
        self.assertEqual((line.state, self.sent.state), ("submitted", "checked"))

    def test_a_head_does_not_decide_on_the_own_line(self):
        line = self.line_of(self.head, "passed")
        for method, named in (
            ("action_decide", {"day": str(today()), "words": "Quyết định số 1/QĐ-HS"}),
            ("action_decline", {"reason": "x"}),
        ):
            for ids in (line.ids, (line | self.passed).ids):
                self.assert_refused(self.head, NOMINATION, method, ids, **named)
        self.assertEqual((self.state_of(line), self.state_of(self.passed)), ("passed", "passed"))

    def test_nor_on_that_of_the_collective_one_leads(self):
        line = self.make_nomination(self.round, self.school, "passed", unit=self.school)
        named = {"day": str(today()), "words": "Quyết định số 1/QĐ-HS"}
        self.assert_refused(self.head, NOMINATION, "action_decide", line.ids, **named)
        self.assertEqual(self.state_of(line), "passed")

    def test_the_own_line_is_the_own_line_without_a_person_behind_it(self):
        """Only the name is printed; whoever is called so does not deal with it."""
        line = self.make_nomination(
            self.round,
            self.group,
            "submitted",
            award=self.certificate,
            subject_unit_id=False,
            target="person",
            name=f"Ông {self.officer.employee_id.name}",
        )
        self.assert_refused(self.officer, NOMINATION, "action_check_on_paper", line.ids)
        self.assertEqual(self.state_of(line), "submitted")

    def test_nor_with_another_person_behind_it(self):
        line = self.line_of(self.group_people()[4], "submitted", name=self.officer.employee_id.name)
        self.assert_refused(self.officer, NOMINATION, "action_check_on_paper", line.ids)
        self.assertEqual(self.state_of(line), "submitted")


class TestOtherSide(CommendationAttacks):
    def test_who_nominates_does_not_examine(self):
        named = {"day": str(today()), "words": "Quyết định số 1/QĐ-HS"}
        for user in (self.nominator, *self.outsiders()):
            for line, method, arguments in (
                (self.sent, "action_check", {}),
                (self.sent, "action_check_on_paper", {}),
                (self.sent, "action_return", {"reason": "x"}),
                (self.checked, "action_council", {}),
                (self.passed, "action_decide", named),
                (self.passed, "action_decline", {"reason": "x"}),
                (self.passed, "action_forward", {"paper": "Tờ trình số 1"}),
            ):
                with self.subTest(user=user.login, method=method):
                    self.assert_refused(user, NOMINATION, method, line.ids, **arguments)
        for line, state in (
            (self.sent, "submitted"),
            (self.checked, "checked"),
            (self.passed, "passed"),
        ):
            self.assertEqual(self.state_of(line), state)

    def test_only_the_head_decides(self):
        named = {"day": str(today()), "words": "Quyết định số 1/QĐ-HS"}
        for user in (self.officer, self.representative, self.nominator):
            self.assert_refused(user, NOMINATION, "action_decide", self.passed.ids, **named)
            self.assert_refused(user, NOMINATION, "action_decline", self.passed.ids, reason="x")
            self.assert_refused(user, ROUND, "action_decide", self.round.ids)

    def test_what_the_council_has_not_passed_is_not_decided(self):
        refused = self.line_of(self.group_people()[5], "refused")
        named = {"day": str(today()), "words": "Quyết định số 1/QĐ-HS"}
        for line in (self.sent, self.checked, self.drafted, refused):
            self.assert_refused(self.head, NOMINATION, "action_decide", line.ids, **named)
        reason = self.assert_refused(
            self.head, NOMINATION, "action_decide", (refused | self.passed).ids, **named
        )
        self.assertIn(refused.name, reason.message)
        self.assertEqual(self.state_of(self.passed), "passed")

    def test_nobody_puts_the_own_unit_in_the_place_of_who_examines(self):
        for context in CONTEXTS:
            self.assert_refused(
                self.nominator,
                NOMINATION,
                "write",
                self.drafted.ids,
                vals={"addressee_unit_id": self.group.id},
                context=context,
            )
        vals = {
            "round_id": self.round.id,
            "unit_id": self.group.id,
            "award_id": self.title.id,
            "employee_id": self.group_people()[6].id,
            "addressee_unit_id": self.group.id,
            "state": "checked",
        }
        for _door, made in self.by_each_door(
            self.nominator, NOMINATION, "create", vals_list=[vals]
        ):
            row = self.env[NOMINATION].browse(made)
            self.env.invalidate_all()
            self.assertEqual((row.addressee_unit_id, row.state), (self.school, "draft"))

    def test_what_buttons_settle_is_written_by_nobody(self):
        behind = {
            "state": "awarded",
            "bonus": 5_000_000,
            "decision_words": "x",
            "decided_on": str(today()),
            "council_for": 9,
            "council_words": "x",
            "checked_by_id": self.officer.id,
            "submitted_on": "2020-01-01 00:00:00",
            "forwarded_id": self.sent.id,
            "origin_id": self.sent.id,
            "is_on_paper": True,
            "decision_document_id": 1,
            "bonus_words": "x",
            "handed_over_item_id": 1,
        }
        for name, value in behind.items():
            for user in (self.nominator, self.officer, self.head):
                with self.subTest(name=name, user=user.login):
                    self.assert_refused(
                        user, NOMINATION, "write", self.drafted.ids, vals={name: value}
                    )
        for name, value in {
            "state": "decided",
            "opened_on": "2020-01-01 00:00:00",
            "decided_on": str(today()),
            "cancel_reason": "x",
        }.items():
            self.assert_refused(self.officer, ROUND, "write", self.round.ids, vals={name: value})

    def test_nothing_is_created_as_decided(self):
        vals = {
            "round_id": self.round.id,
            "unit_id": self.group.id,
            "award_id": self.title.id,
            "employee_id": self.group_people()[6].id,
            "state": "awarded",
            "bonus": 5_000_000,
            "bonus_words": "x",
            "decision_words": "x",
            "is_on_paper": True,
            "origin_words": "x",
            "forwarded_paper": "x",
            "council_for": 9,
        }
        for _door, made in self.by_each_door(
            self.nominator, NOMINATION, "create", vals_list=[vals]
        ):
            row = self.env[NOMINATION].browse(made)
            self.env.invalidate_all()
            self.assertEqual(row.state, "draft")
            for name in vals.keys() - {"round_id", "unit_id", "award_id", "employee_id", "state"}:
                self.assertFalse(row[name], name)

    def test_what_was_handed_in_rests(self):
        for user in (self.nominator, self.officer, self.head):
            for line in (self.sent, self.checked, self.passed):
                with self.subTest(user=user.login, state=line.state):
                    self.assert_refused(
                        user, NOMINATION, "write", line.ids, vals={"summary": "Khác"}
                    )
                    self.assert_refused(user, NOMINATION, "unlink", line.ids)
                    file = {"commendation_id": line.id, "name": "a.pdf", "data": PAGE.decode()}
                    self.assert_refused(user, f"{NOMINATION}.file", "create", vals_list=[file])
        changed = {"commendation_ids": [Command.update(self.sent.id, {"summary": "Khác"})]}
        self.said(self.officer, ROUND, "write", self.round.ids, vals=changed)
        self.assertNotEqual(self.sent.summary, "Khác")

    def test_no_nomination_comes_late_or_from_who_is_not_asked(self):
        person = self.sibling_officer.employee_id
        vals = {
            "round_id": self.round.id,
            "unit_id": self.sibling.id,
            "award_id": self.title.id,
            "employee_id": person.id,
        }
        self.assert_refused(self.sibling_officer, NOMINATION, "create", vals_list=[vals])
        mine = {**vals, "unit_id": self.group.id, "employee_id": self.group_people()[6].id}
        elsewhere = {**mine, "unit_id": self.other_group.id}
        self.assert_refused(self.nominator, NOMINATION, "create", vals_list=[elsewhere])
        stranger = {**mine, "employee_id": person.id}
        self.assert_refused(self.nominator, NOMINATION, "create", vals_list=[stranger])
        yesterday = today() - timedelta(days=1)
        self.round._put({"date_from": yesterday, "deadline": yesterday})
        self.env.flush_all()
        self.assert_refused(self.nominator, NOMINATION, "create", vals_list=[mine])
        self.assert_refused(self.nominator, NOMINATION, "action_submit", self.drafted.ids)
        all_of = {"award": self.title.id, "unit": self.group.id}
        self.assert_refused(self.nominator, ROUND, "action_nominate_all", self.round.ids, **all_of)


class TestReading(CommendationAttacks):
    def test_no_dossier_of_another_unit_is_read(self):
        file = {"commendation_id": self.drafted.id, "name": "bao-cao.pdf", "data": PAGE}
        paper = self.quiet[f"{NOMINATION}.file"].create(file)
        self.env.flush_all()
        for user in self.outsiders():
            if user in (self.staff, self.inspector):
                continue
            for model, row in ((NOMINATION, self.sent), (f"{NOMINATION}.file", paper)):
                with self.subTest(user=user.login, model=model):
                    self.assert_refused(user, model, "read", row.ids, fields=["name"])
                    self.authenticate(user.login, user.login)
                    for method, arguments in (
                        ("search_read", {"domain": [], "fields": ["name"]}),
                        ("formatted_read_group", {"domain": [], "groupby": ["name"]}),
                        ("name_search", {"name": row.name}),
                        ("web_read", {"specification": {"name": {}}}),
                        ("copy_data", {}),
                        ("export_data", {"fields_to_export": ["name"]}),
                    ):
                        ids = row.ids if method[:2] in ("we", "co", "ex") else None
                        answer = self.said(user, model, method, ids, **arguments)
                        self.assertNotIn(row.name, str(answer), method)

    def test_the_house_reads_no_draft_of_a_unit_below(self):
        row = self.make_round("open", unit=self.department, asked=self.school)
        draft = self.make_nomination(row, self.group_people()[0], "draft", unit=self.school)
        self.env.flush_all()
        for user in (self.upper_officer, self.upper_head, self.upper_supervisor):
            self.assert_refused(user, NOMINATION, "read", draft.ids, fields=["name"])
            for model in (ROUND, f"{ROUND[:-6]}.participant"):
                answer = self.said(user, model, "search_read", domain=[])
                self.assertNotIn(draft.name, str(answer))
        answer = self.said(
            self.upper_officer,
            ROUND,
            "web_read",
            row.ids,
            specification={"commendation_ids": {"fields": {"name": {}}}},
        )
        self.assertNotIn(draft.name, str(answer))

    def test_a_dialog_tells_of_no_foreign_nomination(self):
        vals = {"commendation_ids": [Command.set(self.sent.ids)]}
        for user in (self.sibling_officer, self.sibling_head, self.other_officer):
            for name, more in (
                ("reason", {"reason": "x"}),
                ("forward", {"how": "paper", "paper": "x"}),
                ("told", {"words": "x"}),
                ("hand.over", {"day": str(today())}),
            ):
                with self.subTest(user=user.login, dialog=name):
                    self.assert_refused(
                        user, f"{NOMINATION}.{name}", "create", vals_list=[{**vals, **more}]
                    )

    def test_a_draft_of_a_model_is_that_of_who_began_it(self):
        movement = self.make_movement()
        draft = self.make_initiative(movement, by=self.teacher)
        self.env.flush_all()
        for user in (self.clever, self.nominator, self.head, *self.outsiders()):
            if user == self.teacher:
                continue
            with self.subTest(user=user.login):
                self.assert_refused(user, INITIATIVE, "read", draft.ids, fields=["name"])
                self.assert_refused(user, INITIATIVE, "action_register", draft.ids)
        self.by_session(self.teacher, INITIATIVE, "action_register", draft.ids)
        self.assertEqual(self.state_of(draft), "registered")

    def test_the_gallery_shows_what_is_shared_and_no_more(self):
        movement = self.make_movement()
        shown = self.make_initiative(movement, "recognised", by=self.teacher)
        hidden = self.make_initiative(movement, "running", by=self.teacher, name="Kín")
        file = {"name": "anh.pdf", "data": PAGE}
        result = self.quiet["dan_chu.initiative.result"].create(
            {
                "initiative_id": shown.id,
                "period": "Học kì I",
                "text": "Đã làm ở 12 lớp.",
                "file_ids": [Command.create(file)],
            }
        )
        self.env.flush_all()
        for user in (self.sibling_officer, self.sibling_head, self.upper_supervisor):
            with self.subTest(user=user.login):
                self.assertTrue(
                    self.by_session(user, INITIATIVE, "read", shown.ids, fields=["name"])
                )
                self.assert_refused(user, INITIATIVE, "read", hidden.ids, fields=["name"])
                self.assert_refused(
                    user, "dan_chu.initiative.result.file", "read", result.file_ids.ids
                )
                for method, arguments in (
                    ("write", {"vals": {"summary": "Khác"}}),
                    ("action_unshare", {}),
                    ("action_end", {"reason": "x"}),
                    ("action_judge", {"by": "unit"}),
                    ("message_post", {"body": "x"}),
                ):
                    self.assert_refused(user, INITIATIVE, method, shown.ids, **arguments)
                for method in ("action_share", "action_take_over"):
                    self.assert_refused(user, INITIATIVE, method, hidden.ids)

    def test_what_stands_behind_the_buttons_of_a_model_is_not_written(self):
        draft = self.make_initiative(self.make_movement(), by=self.teacher)
        for name, value in {
            "state": "recognised",
            "is_shared": True,
            "is_public": True,
            "recognised_on": str(today()),
            "recognised_paper": "x",
            "proposer_id": self.clever.id,
            "origin_words": "x",
            "addressee_unit_id": self.group.id,
        }.items():
            with self.subTest(name=name):
                self.said(self.teacher, INITIATIVE, "write", draft.ids, vals={name: value})
                self.assertEqual(self.state_of(draft), "draft")
                self.assertFalse(draft.is_public)
                self.assertEqual(draft.proposer_id, self.teacher)
                self.assertEqual(draft.addressee_unit_id, self.school)
        level = self.env["dan_chu.initiative.level"].search([], limit=1)
        for user in (self.teacher, self.clever, self.sibling_officer):
            self.assert_refused(
                user,
                INITIATIVE,
                "action_recognise",
                draft.ids,
                level=level.id,
                paper="x",
                date=str(today()),
            )

    def test_nobody_recognises_a_model_about_themselves(self):
        row = self.make_initiative(
            self.make_movement(),
            "running",
            kind="person",
            employee_id=self.officer.employee_id.id,
        )
        level = self.env["dan_chu.initiative.level"].search([], limit=1)
        self.env.flush_all()
        named = {"level": level.id, "paper": "x", "date": str(today())}
        self.assert_refused(self.officer, INITIATIVE, "action_recognise", row.ids, **named)
        self.assert_refused(self.officer, INITIATIVE, "action_judge", row.ids, by="unit")
        self.assertEqual(self.state_of(row), "running")


class TestCouncil(CommendationAttacks):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own = cls.make_nomination(cls.round, cls.teacher, "checked")
        cls.sitting = (
            cls.quiet[SESSION]
            .create({"round_id": cls.round.id, "board_id": cls.council.id, "method": "named"})
            .with_env(cls.env)
        )
        cls.make_law("council.quorum", "2/3", "fraction", unit_id=cls.school.id)
        cls.sitting.with_user(cls.officer).action_take_in()
        cls.sitting.with_user(cls.officer).action_open()
        cls.line = cls.sitting.line_ids.filtered(lambda line: line.commendation_id == cls.checked)
        cls.own_line = cls.sitting.line_ids - cls.line
        cls.env.flush_all()

    def cast(self, user, line, choice):
        return self.said(user, SESSION, "cast", self.sitting.ids, choices={str(line.id): choice})

    def ballots(self):
        self.env.flush_all()
        return {
            (row.attendance_id.employee_id.user_id.login, row.line_id): row.choice
            for row in self.env["dan_chu.commendation.ballot"].search(
                [("session_id", "=", self.sitting.id)]
            )
        }

    def test_a_vote_does_not_change(self):
        self.cast(self.councillor, self.line, "for")
        for choice in ("against", "blank"):
            self.assert_refused(
                self.councillor,
                SESSION,
                "cast",
                self.sitting.ids,
                choices={str(self.line.id): choice},
            )
        self.cast(self.councillor, self.line, "for")
        self.assertEqual(self.ballots(), {("councillor", self.line): "for"})
        ballot = self.env["dan_chu.commendation.ballot"].search(
            [("session_id", "=", self.sitting.id)]
        )
        for user in (self.councillor, self.secretary, self.officer, self.head):
            for method, arguments in (
                ("write", {"vals": {"choice": "against"}}),
                ("unlink", {}),
                ("copy", {}),
            ):
                self.assert_refused(user, ballot._name, method, ballot.ids, **arguments)
        self.assertEqual(self.ballots(), {("councillor", self.line): "for"})

    def test_nobody_votes_on_the_own_line(self):
        self.assert_refused(
            self.teacher,
            SESSION,
            "cast",
            self.sitting.ids,
            choices={str(self.own_line.id): "for", str(self.line.id): "for"},
        )
        self.assertFalse(self.ballots())
        self.cast(self.teacher, self.line, "for")
        self.assertEqual(self.ballots(), {("teacher", self.line): "for"})

    def test_only_members_vote_and_each_for_themselves(self):
        for user in (self.officer, self.clever, self.nominator, *self.outsiders()):
            if user in self.councillors:
                continue
            with self.subTest(user=user.login):
                self.assert_refused(
                    user,
                    SESSION,
                    "cast",
                    self.sitting.ids,
                    choices={str(self.line.id): "for"},
                )
        vals = {
            "line_id": self.line.id,
            "session_id": self.sitting.id,
            "attendance_id": self.sitting.attendance_ids[:1].id,
            "name": "x",
            "choice": "for",
            "cast_by_id": self.head.id,
        }
        for user in (self.councillor, self.officer, self.secretary, self.manager):
            self.assert_refused(user, "dan_chu.commendation.ballot", "create", vals_list=[vals])
        self.assertFalse(self.ballots())

    def test_nonsense_is_no_vote(self):
        for choices in (
            None,
            {},
            [],
            "for",
            {"x": "for"},
            {str(self.line.id): "yes"},
            {"0": "for"},
        ):
            with self.subTest(choices=choices):
                self.assert_refused(
                    self.councillor, SESSION, "cast", self.sitting.ids, choices=choices
                )

    def test_nobody_types_what_phones_count(self):
        for user in (self.secretary, self.officer, self.head, self.councillor):
            for vals in ({"votes_for": 4}, {"outcome": "passed"}, {"voters": 1}, {"base_count": 1}):
                with self.subTest(user=user.login, vals=vals):
                    self.assert_refused(
                        user, "dan_chu.council.line", "write", self.line.ids, vals=vals
                    )

    def test_the_room_rests_once_it_is_open(self):
        there = self.sitting.attendance_ids[:1]
        for user in (self.secretary, self.officer, self.head):
            self.assert_refused(user, there._name, "write", there.ids, vals={"is_present": False})
            for vals in (
                {"method": "hands"},
                {"base_kind": "present"},
                {"state": "closed"},
                {"unit_id": self.group.id},
                {"chair_id": False},
                {"attendance_ids": [Command.update(there.id, {"is_present": False})]},
            ):
                with self.subTest(user=user.login, vals=vals):
                    self.assert_refused(user, SESSION, "write", self.sitting.ids, vals=vals)

    def test_only_who_runs_it_runs_it(self):
        for user in (self.councillor, self.nominator, *self.outsiders()):
            for method in (
                "action_take_in",
                "action_take_back",
                "action_open",
                "action_close",
                "action_all_for",
                "action_settle",
            ):
                with self.subTest(user=user.login, method=method):
                    self.assert_refused(user, SESSION, method, self.sitting.ids)
        self.assertEqual(self.state_of(self.sitting), "open")

    def test_no_council_of_another_house_votes_on_it(self):
        council = self.make_council(self.sibling, (self.sibling_officer.employee_id, "head"))
        vals = {"round_id": self.round.id, "unit_id": self.sibling.id, "board_id": council.id}
        self.assert_refused(self.sibling_officer, SESSION, "create", vals_list=[vals])
        up = self.make_round("open", unit=self.department, asked=self.sibling)
        self.env.flush_all()
        asked = {**vals, "round_id": up.id}
        self.assert_refused(self.sibling_officer, SESSION, "create", vals_list=[asked])

    def test_who_has_gone_runs_no_session_any_more(self):
        # As a year later: the model lets nobody write into the past.
        self.env.cr.execute(
            "UPDATE dan_chu_assignment SET date_from = '2020-01-01', date_to = '2020-12-31' "
            "WHERE user_id = %s",
            (self.secretary.id,),
        )
        self.env.invalidate_all()
        self.registry.clear_cache()
        for model, row in ((SESSION, self.sitting), ("dan_chu.council.line", self.line)):
            self.assert_refused(self.secretary, model, "read", row.ids, fields=["name"])
        self.assert_refused(self.secretary, SESSION, "action_close", self.sitting.ids)


class TestHonours(CommendationAttacks):
    def test_nobody_forges_what_was_given(self):
        line = self.make_nomination(self.round, self.teacher, "passed")
        line._put({"state": "awarded", "decided_on": today(), "decision_words": "Quyết định số 45"})
        given = line.honour_ids
        self.assertTrue(given)
        self.env.flush_all()
        for user in (self.officer, self.head, self.teacher, self.nominator, self.manager):
            for vals in (
                {"merit": "Khác"},
                {"bonus": 9},
                {"is_cancelled": True},
                {"is_published": True},
                {"commendation_id": False},
                {"employee_id": self.clever.employee_id.id},
            ):
                with self.subTest(user=user.login, vals=vals):
                    self.assert_refused(user, HONOUR, "write", given.ids, vals=vals)
            self.assert_refused(user, HONOUR, "unlink", given.ids)
        vals = {
            "unit_id": self.school.id,
            "employee_id": self.clever.employee_id.id,
            "name": "x",
            "award_name": "Huân chương",
            "commendation_id": self.passed.id,
            "is_imported": False,
            "is_published": True,
        }
        for user in (self.teacher, self.representative, self.sibling_officer):
            self.assert_refused(user, HONOUR, "create", vals_list=[vals])
        for _door, made in self.by_each_door(self.officer, HONOUR, "create", vals_list=[vals]):
            row = self.env[HONOUR].browse(made)
            self.assertTrue(row.is_imported)
            self.assertFalse(row.commendation_id)
            self.assertFalse(row.is_published)

    def test_the_own_history_is_read_and_that_of_others_not(self):
        mine = self.make_honour(self.school, self.teacher.employee_id)
        theirs = self.make_honour(self.school, self.clever.employee_id)
        self.env.flush_all()
        self.assertTrue(self.by_session(self.teacher, HONOUR, "read", mine.ids, fields=["name"]))
        for user in (self.teacher, self.sibling_officer, self.upper_supervisor, self.manager):
            self.assert_refused(user, HONOUR, "read", theirs.ids, fields=["name"])

    def test_only_the_head_takes_back(self):
        line = self.make_nomination(self.round, self.clever, "passed")
        line._put({"state": "awarded", "decided_on": today(), "decision_words": "Quyết định số 45"})
        self.env.flush_all()
        for user in (self.officer, self.nominator, self.representative, *self.outsiders()):
            with self.subTest(user=user.login):
                self.assert_refused(
                    user, NOMINATION, "action_annul", line.ids, words="x", day=str(today())
                )
        for user in (self.nominator, self.representative, *self.outsiders()):
            with self.subTest(user=user.login):
                self.assert_refused(user, NOMINATION, "action_publish", line.ids)
                self.assert_refused(
                    user, NOMINATION, "action_hand_over", line.ids, day=str(today())
                )
        self.assertFalse(line.honour_ids.is_cancelled)

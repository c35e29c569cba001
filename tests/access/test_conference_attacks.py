"""Over real RPC: nobody is at a desk that was not given to them, or writes what buttons settle."""

from odoo.fields import Command, Datetime

from tests.access.conference_attacks import CONTEXTS, DESK, ConferenceAttacks

ATTENDEE = "dan_chu.conference.attendee"
CONFERENCE = "dan_chu.conference"


class TestDesk(ConferenceAttacks):
    def test_nobody_gives_themselves_a_duty(self):
        row = self.row_of(self.conference, self.voter)
        for duty in DESK:
            for user in (self.voter, self.clerk, self.counter, self.sibling_officer, self.guest):
                with self.subTest(duty=duty, user=user.login):
                    own = self.row_of(self.conference, user) or row
                    self.assert_refused(user, ATTENDEE, "give_duty", own.ids, duty=duty)
                    self.assert_refused(user, ATTENDEE, "write", own.ids, vals={"duty": duty})
                    vals = self.guest_values(self.conference, duty=duty)
                    self.assert_refused(user, ATTENDEE, "create", vals_list=[vals])
                    changed = {"attendee_ids": [Command.update(own.id, {"duty": duty})]}
                    self.assert_refused(
                        user, CONFERENCE, "write", self.conference.ids, vals=changed
                    )
        self.assertFalse(row.duty)

    def test_a_desk_is_that_of_one_conference(self):
        """A clerk of the next house, an officer of it, a head from above."""
        row = self.row_of(self.conference, self.absent)
        for user in self.outsiders():
            for method, arguments in (
                ("check_in", {"attendee_id": row.id, "values": {"stage": "present"}}),
                ("check_in_all", {"but": []}),
                ("door_changes", {"since": "2020-01-01 00:00:00"}),
                ("action_check_in", {}),
                ("action_open", {}),
                ("action_close", {}),
                ("action_fail", {}),
            ):
                with self.subTest(user=user.login, method=method):
                    self.assert_refused(user, CONFERENCE, method, self.conference.ids, **arguments)
            self.assert_refused(user, CONFERENCE, "door_screen", conference_id=self.conference.id)
        self.assertEqual(row.status, "absent")

    def test_a_clerk_enters_no_row_of_another_conference(self):
        row = self.row_of(self.conference, self.absent)
        self.assert_refused(
            self.sibling_clerk,
            CONFERENCE,
            "check_in",
            self.elsewhere_held.ids,
            attendee_id=row.id,
            values={"stage": "present"},
        )
        self.authenticate(self.sibling_clerk.login, self.sibling_clerk.login)
        but = [{"id": row.id, "stage": "excused", "reason": "x"}]
        self.said(CONFERENCE, "check_in_all", self.elsewhere_held.ids, but=but)
        self.assertEqual((row.status, row.reason), ("absent", False))

    def test_a_clerk_does_nothing_but_check_in(self):
        for user in (self.clerk, self.counter):
            for method in ("action_open", "action_close", "action_fail", "action_call_again"):
                self.assert_refused(user, CONFERENCE, method, self.conference.ids)
        for vote in (self.named, self.prepared):
            for method in ("action_open", "action_close", "action_take_back", "action_reopen"):
                self.assert_refused(self.clerk, "dan_chu.vote", method, vote.ids)
        self.assert_refused(
            self.counter, "dan_chu.vote", "action_reopen", self.held.ids, reason="Thích thế"
        )

    def test_only_the_chair_has_it_voted_again(self):
        vote = self.make_vote(self.conference, "hands", matter="procedure")
        vote.with_user(self.officer).action_open()
        vote.votes_for = 9
        vote.with_user(self.officer).action_close()
        for user in (self.officer, self.secretary, self.counter, *self.outsiders()):
            with self.subTest(user=user.login):
                self.assert_refused(
                    user, "dan_chu.vote", "action_reopen", vote.ids, reason="Thích thế"
                )
        self.assertFalse(vote.next_ids)

    def test_the_code_of_another_checks_nobody_in(self):
        row = self.row_of(self.conference, self.absent)
        address = self.code_address(row)
        for user in (*self.outsiders(), self.head, self.representative):
            if user == self.chair:
                continue
            with self.subTest(user=user.login):
                self.authenticate(user.login, user.login)
                self.assertEqual(self.url_open(address).status_code, 404)
                self.assertEqual(self.post(address).status_code, 404)
        self.assertEqual(row.status, "absent")

    def test_a_guest_from_elsewhere_is_shown_the_own_code(self):
        row = self.row_of(self.conference, self.guest)
        self.authenticate(self.guest.login, self.guest.login)
        self.assertEqual(self.url_open(self.code_address(row)).status_code, 200)

    def test_the_own_code_works_where_the_conference_allows_it(self):
        row = self.row_of(self.conference, self.absent)
        address = self.code_address(row)
        self.authenticate(self.absent.login, self.absent.login)
        self.assertEqual(self.url_open(address).status_code, 200)
        self.post(address)
        self.assertEqual(row.status, "absent", "it is not allowed")
        self.conference._put({"self_check_in": True})
        self.env.flush_all()
        self.post(address)
        self.env.invalidate_all()
        self.assertEqual((row.status, row.checked_how), ("present", "self"))

    def test_a_code_is_not_guessed(self):
        token = self.conference.attendee_ids[:1].sudo().token
        self.assertGreaterEqual(len(token), 16, "96 bits")
        self.assertEqual(
            len(set(self.conference.attendee_ids.sudo().mapped("token"))),
            len(self.conference.attendee_ids),
        )
        self.authenticate(self.clerk.login, self.clerk.login)
        for guess in (
            "%",
            "_" * len(token),
            token[:-1],
            token.swapcase(),
            token + "0",
            "False",
            "false",
            "0",
            "null",
            "%25",
            "' OR '1'='1",
        ):
            with self.subTest(guess=guess):
                self.assertEqual(self.url_open(f"/dan_chu/check-in/{guess}").status_code, 404)

    def test_a_code_is_not_asked_for(self):
        """Neither read nor found by its beginning, not even the own one."""
        row = self.row_of(self.conference, self.voter)
        token = row.sudo().token
        for user in (self.voter, self.head, self.representative, self.clerk):
            self.assert_refused(user, ATTENDEE, "read", row.ids, fields=["token"])
            self.authenticate(user.login, user.login)
            for method, arguments in (
                (
                    "search_read",
                    {"domain": [("token", "=like", f"{token[:2]}%")], "fields": ["name"]},
                ),
                ("search_count", {"domain": [("token", "=", token)]}),
                ("search", {"domain": [], "order": "token"}),
                ("formatted_read_group", {"domain": [], "groupby": ["token"]}),
                ("web_read", {"specification": {"token": {}}}),
                ("copy_data", {}),
                ("export_data", {"fields_to_export": ["token"]}),
            ):
                with self.subTest(user=user.login, method=method):
                    ids = row.ids if method in ("web_read", "copy_data", "export_data") else None
                    answer = self.said(ATTENDEE, method, ids, **arguments)
                    self.assertNotIn(token, str(answer))
                    if method.startswith("search"):
                        self.assertIsInstance(answer, str)


class TestByHand(ConferenceAttacks):
    def test_what_the_buttons_settle_is_written_by_nobody(self):
        rows = self.rows()
        now = Datetime.to_string(Datetime.now())
        vote = self.prepared
        behind = {
            CONFERENCE: {
                name: self._any_value(self.conference, name)
                for name in self.conference._button_fields()
            },
            "dan_chu.vote": {
                "state": "closed",
                "base_count": 1,
                "entitled": 1,
                "outcome": "passed",
                "outcome_words": "x",
                "rule_display": "x",
                "opened_on": now,
                "closed_on": now,
                "round_number": 2,
                "previous_id": self.held.id,
                "reopen_reason": "x",
                "votes_for": 3,
                "valid": 3,
            },
            "dan_chu.vote.option": {"votes": 3, "elected": "yes"},
            ATTENDEE: {"token": "x" * 40, "checked_by_id": self.officer.id, "checked_how": "code"},
        }
        for model, values in behind.items():
            row = vote if model == "dan_chu.vote" else rows[model]
            for name, value in values.items():
                for user in (self.officer, self.head):
                    with self.subTest(model=model, name=name, user=user.login):
                        self.assert_refused(user, model, "write", row.ids, vals={name: value})
        for context in CONTEXTS:
            self.assert_refused(
                self.officer,
                CONFERENCE,
                "write",
                self.draft.ids,
                vals={"state": "closed"},
                context=context,
            )

    def _any_value(self, row, name):
        field = row._fields[name]
        by_type = {
            "boolean": True,
            "integer": 2,
            "date": "2026-01-01",
            "datetime": "2026-01-01 00:00:00",
            "many2one": self.officer.id,
        }
        if field.type == "selection":
            return next(value for value in field.get_values(self.env) if value != row[name])
        return by_type.get(field.type, "x")

    def test_nothing_is_created_as_what_it_is_not(self):
        vals = {name: self._any_value(self.draft, name) for name in self.draft._button_fields()}
        links = [name for name in vals if self.draft._fields[name].type == "many2one"]
        vals = {name: value for name, value in vals.items() if name not in links}
        asked = {"unit_id": self.school.id, "name": "Hội nghị", **vals, "state": "closed"}
        for _door, made in self.by_each_door(self.officer, CONFERENCE, "create", vals_list=[asked]):
            row = self.env[CONFERENCE].browse(made)
            self.assertEqual((row.state, row.door, row.call_number), ("draft", "system", 1))
            for name in vals.keys() - {"state", "door", "call_number"}:
                self.assertFalse(row[name], name)
        asked = {
            "conference_id": self.conference.id,
            "name": "Bầu",
            "matter": "election",
            "state": "closed",
            "outcome": "passed",
            "base_count": 1,
            "entitled": 9,
            "votes_for": 9,
            "round_number": 3,
            "option_ids": [Command.create({"name": "Ai đó", "votes": 9, "elected": "yes"})],
        }
        for _door, made in self.by_each_door(
            self.officer, "dan_chu.vote", "create", vals_list=[asked]
        ):
            row = self.env["dan_chu.vote"].browse(made)
            self.assertEqual((row.state, row.outcome, row.round_number), ("draft", False, 1))
            self.assertEqual((row.base_count, row.entitled, row.votes_for), (0, 0, 0))
            self.assertEqual((row.option_ids.votes, row.option_ids.elected), (0, False))

    def test_no_row_goes_to_another_conference(self):
        """Not to an own one, which would do, nor to that of the next house."""
        for row in self.rows().values():
            if row._name == CONFERENCE:
                continue
            link = "vote_id" if row._name == "dan_chu.vote.option" else "conference_id"
            owners = (self.hands,) if link == "vote_id" else (self.draft, self.elsewhere_held)
            for owner in owners:
                with self.subTest(model=row._name, owner=owner):
                    self.assert_refused(
                        self.officer, row._name, "write", row.ids, vals={link: owner.id}
                    )
            self.assert_refused(
                self.officer, row._name, "write", row.ids, vals={"unit_id": self.sibling.id}
            )

    def test_no_command_of_a_list_reaches_a_row_of_another(self):
        for field, row in (
            ("attendee_ids", self.elsewhere_held.attendee_ids[:1]),
            ("attendee_ids", self.conference.attendee_ids[:1]),
            ("vote_ids", self.named),
            ("item_ids", self.add_items(self.elsewhere_held, "Thảo luận")),
        ):
            owner = row.conference_id
            for vals in self.commands(field, row):
                with self.subTest(vals=vals):
                    self.authenticate(self.officer.login, self.officer.login)
                    name = row.name
                    self.said(CONFERENCE, "write", self.draft.ids, vals=vals)
                    self.assertTrue(row.exists())
                    if owner == self.elsewhere_held:
                        self.assertEqual(row.name, name)
                    self.assertEqual(row.conference_id, owner)

    def test_no_row_is_put_into_another_house(self):
        for user in (self.sibling_officer, self.upper_head, self.voter, self.clerk):
            for model, vals in (
                (ATTENDEE, self.guest_values(self.conference)),
                (ATTENDEE, self.guest_values(self.draft)),
                ("dan_chu.conference.item", {"conference_id": self.conference.id, "name": "x"}),
                ("dan_chu.conference.body", {"conference_id": self.draft.id, "name": "x"}),
                ("dan_chu.vote", {"conference_id": self.conference.id, "name": "x"}),
                ("dan_chu.vote.option", {"vote_id": self.prepared.id, "name": "x"}),
            ):
                owner = {name: vals[name] for name in vals if name.endswith("_id")}
                by_default = {f"default_{name}": value for name, value in owner.items()}
                rest = {name: value for name, value in vals.items() if name not in owner}
                with self.subTest(user=user.login, model=model):
                    self.assert_refused(user, model, "create", vals_list=[vals])
                    self.assert_refused(user, model, "create", vals_list=[rest], context=by_default)

    def test_no_row_is_written_deleted_or_copied_by_outsiders(self):
        rows = self.rows()
        for user in self.outsiders():
            self.authenticate(user.login, user.login)
            for model, row in rows.items():
                for method, arguments in (
                    ("write", {"vals": {"name": "Khác"}}),
                    ("write", {"vals": {"name": "Khác"}, "context": CONTEXTS[1]}),
                    ("write", {"vals": {"name": "Khác"}, "context": CONTEXTS[2]}),
                    ("web_save", {"vals": {"name": "Khác"}, "specification": {}}),
                    ("unlink", {}),
                    ("copy", {}),
                ):
                    with self.subTest(user=user.login, call=f"{model}.{method}"):
                        answer = self.said(model, method, row.ids, **arguments)
                        self.assertIsInstance(answer, str, "this was not refused")

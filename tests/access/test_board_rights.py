"""Who becomes a member of a board that works by itself, and who no longer is one."""

from odoo import Command
from odoo.fields import Date

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.board_attacks import CONTEXTS, BoardAttacks

BOARD = "dan_chu.board"
MEMBER = "dan_chu.board.member"
ROLE = "dan_chu.assignment"


class TestBecomingAMember(BoardAttacks):
    def _officers(self):
        return (self.officer, self.head, self.two_roles, self.manager, self.representative)

    def _may_read(self, user):
        found = self.as_user(self.env["dan_chu.finding"], user).search([])
        return bool(found & self.finding)

    def test_the_role_is_given_by_nobody(self):
        values = {
            "user_id": self.officer.id,
            "unit_id": self.school.id,
            "role": "inspector",
            "date_from": Date.to_string(today()),
        }
        mandate = {"board_id": self.board.id, "board_member_id": self.member_mandate.id}
        staff = {**values, "role": "staff", "user_id": self.no_role.id}
        for user in (*self._officers(), self.member):
            for context in CONTEXTS:
                for vals in (values, {**values, **mandate}):
                    self.assert_refused(user, ROLE, "create", vals_list=[vals], context=context)
            line = self.env[ROLE].search([("board_member_id", "=", self.member_mandate.id)])
            for vals in (
                mandate,
                {"board_id": self.board.id},
                {"user_id": self.officer.id},
                {"date_to": False},
                {"date_to": "2099-12-31"},
            ):
                own = self.env[ROLE].search([("user_id", "=", self.officer.id)], limit=1)
                # A manager ends and prolongs an officer's role, which is none of a board.
                if user != self.manager or "board_id" in vals:
                    self.assert_refused(user, ROLE, "write", own.ids, vals=vals)
                if vals != {"date_to": False}:
                    self.assert_refused(user, ROLE, "write", line.ids, vals=vals)
        for context in ({}, {f"default_{name}": value for name, value in mandate.items()}):
            for _door, made in self.by_each_door(
                self.manager, ROLE, "create", vals_list=[{**staff, **mandate}], context=context
            ):
                self.assertFalse(self.env[ROLE].browse(made).board_id)

    def test_a_board_is_recognised_by_who_directs_it_and_not_by_its_members(self):
        own = self.make_board(
            self.school, (self.officer.employee_id, "head"), recognised=False, name="Ban khác"
        )
        for user in (self.officer, self.head, self.manager, self.staff, self.upper_officer):
            self.assert_refused(user, BOARD, "action_recognise", own.ids)
        of_representative = self.make_board(
            self.school,
            (self.representative.employee_id, "head"),
            recognised=False,
            name="Ban khác nữa",
        )
        self.assert_refused(self.representative, BOARD, "action_recognise", of_representative.ids)
        for board in (own, of_representative):
            self.assertEqual(board.state, "draft")

    def test_recognition_is_not_written(self):
        draft = self.make_board(
            self.school, (self.officer.employee_id, "head"), recognised=False, name="Ban khác"
        )
        for user in self._officers():
            for vals in (
                {"state": "active"},
                {"recognised_on": "2026-01-01"},
                {"recognition_paper": "Quyết định số 1"},
                {"ended_on": "2026-01-01"},
            ):
                for context in CONTEXTS:
                    self.assert_refused(user, BOARD, "write", draft.ids, vals=vals, context=context)
            for vals in ({"recognised_on": "2026-01-01"}, {"board_id": self.board.id}):
                self.assert_refused(user, MEMBER, "write", draft.member_ids.ids, vals=vals)
                nested = {"member_ids": [Command.update(draft.member_ids.id, vals)]}
                self.assert_refused(user, BOARD, "write", draft.ids, vals=nested)
        asked = {"state": "active", "recognised_on": "2026-01-01", "recognition_paper": "x"}
        values = {
            "unit_id": self.school.id,
            "kind_id": self.board.kind_id.id,
            "name": "Ban nữa",
            "member_ids": [
                Command.create(
                    {"employee_id": self.officer.employee_id.id, "recognised_on": "2026-01-01"}
                )
            ],
        }
        by_default = {f"default_{name}": value for name, value in asked.items()}
        for vals, context in (({**values, **asked}, {}), (values, by_default)):
            for _door, made in self.by_each_door(
                self.officer, BOARD, "create", vals_list=[vals], context=context
            ):
                board = self.env[BOARD].browse(made)
                self.assertEqual(board.state, "draft")
                self.assertFalse(board.recognised_on or board.member_ids.recognised_on)
                self.assertFalse(self.officer._dan_chu_boards())

    def test_who_is_added_to_a_board_at_work_is_no_member_yet(self):
        values = {"board_id": self.board.id, "employee_id": self.officer.employee_id.id}
        # Made here, the key outlives what is undone below.
        self.key_of(self.officer)
        for more in ({}, {"recognised_on": "2026-01-01"}, {"replaces_id": self.third_mandate.id}):
            self.authenticate(self.officer.login, self.officer.login)
            with self.subTest(more=more), self._undone():
                self.said(MEMBER, "create", [{**values, **more}])
                self.assertFalse(self._may_read(self.officer))
                self.assert_refused(self.officer, BOARD, "action_recognise", self.board.ids)

    def test_no_board_is_made_the_successor_of_another(self):
        """Members of a board read what the one before it left."""
        heirs = (self.sibling_board, self.upper_board, self.steering)
        sibling_officer = self.make_user("sibling_officer", ("officer", self.sibling))
        for user in (self.officer, self.representative, sibling_officer, self.upper_officer):
            for board in heirs:
                for context in CONTEXTS:
                    self.assert_refused(
                        user,
                        BOARD,
                        "write",
                        board.ids,
                        vals={"predecessor_id": self.board.id},
                        context=context,
                    )
        asked = {"predecessor_id": self.board.id}
        for user, unit in ((sibling_officer, self.sibling), (self.officer, self.school)):
            values = {"unit_id": unit.id, "kind_id": self.board.kind_id.id, "name": "Ban nữa"}
            by_default = {f"default_{name}": value for name, value in asked.items()}
            for vals, context in (({**values, **asked}, {}), (values, by_default)):
                for _door, made in self.by_each_door(
                    user, BOARD, "create", vals_list=[vals], context=context
                ):
                    self.assertFalse(self.env[BOARD].browse(made).predecessor_id)

    def test_a_mandate_is_not_turned_over(self):
        for user in (self.officer, self.representative, self.manager):
            for vals in (
                {"employee_id": self.officer.employee_id.id},
                {"name": "Người khác"},
                {"date_from": "2020-01-01"},
                {"board_id": self.sibling_board.id},
            ):
                self.assert_refused(user, MEMBER, "write", self.third_mandate.ids, vals=vals)
            for vals in ({"unit_id": self.sibling.id}, {"kind_id": self.steering.kind_id.id}):
                self.assert_refused(user, BOARD, "write", self.board.ids, vals=vals)

    def test_nobody_makes_a_board_at_work_one_that_hides_nothing(self):
        """By its kind, which a manager keeps."""
        kind = self.board.kind_id
        for user in (self.manager, self.officer):
            for vals in ({"is_sealed": False}, {"code": "working_group_2"}):
                self.assert_refused(user, kind._name, "write", kind.ids, vals=vals)


class TestNoLongerAMember(BoardAttacks):
    def _assert_out(self, user):
        self.assertFalse(user._dan_chu_boards())
        self.authenticate(user.login, user.login)
        for model, row in self.rows.items():
            with self.subTest(model=model):
                answer = self.said(model, "read", row.ids)
                self.assertIsInstance(answer, str, "this was not refused")

    def test_a_mandate_that_has_ended(self):
        self.assertTrue(self.member._dan_chu_boards())
        yesterday = Date.subtract(today(), days=1)
        self.member_mandate.with_user(self.representative)._end_mandate(yesterday, "released")
        self._assert_out(self.member)

    def test_a_board_that_has_ended(self):
        self.board.action_end(Date.subtract(today(), days=1), "Giải thể")
        self._assert_out(self.leader)

    def test_who_becomes_head_or_deputy_or_chief_accountant(self):
        """They may not be members (Luật 10/2022/QH15, Điều 60 khoản 2)."""
        for name in ("head_id", "deputy_ids", "chief_accountant_id"):
            with self.subTest(name), self._undone():
                person = self.member.employee_id
                many = self.school._fields[name].type == "many2many"
                self.school.write({name: [Command.set(person.ids)] if many else person.id})
                self._assert_out(self.member)
        with self.subTest("role"), self._undone():
            self.assign(self.member, "head", self.school)
            self._assert_out(self.member)

    def test_an_account_that_is_taken_away(self):
        with self._undone():
            self.member.employee_id.user_id = False
            self._assert_out(self.member)
        with self._undone():
            self.member.active = False
            self.assertFalse(self.member._dan_chu_boards())

    def test_of_the_ended_member_nothing_comes_by_mail(self):
        self.inspection.message_subscribe(self.member.partner_id.ids)
        yesterday = Date.subtract(today(), days=1)
        self.member_mandate.with_user(self.representative)._end_mandate(yesterday, "released")
        self.inspection.message_post(body="Sau đó", subtype_xmlid="mail.mt_comment")
        told = self.env["mail.notification"].search(
            [("res_partner_id", "=", self.member.partner_id.id), ("is_read", "=", False)]
        )
        self.assertNotIn(self.inspection, [self._row_of(line.mail_message_id) for line in told])

    def _row_of(self, message):
        return self.env[message.model].browse(message.res_id) if message.model else None

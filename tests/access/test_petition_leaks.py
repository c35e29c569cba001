"""Who told a board something is known to its members, and nowhere else in the database."""

from odoo.tools import SQL

from tests.access.board_attacks import PAGE, SECRET, BoardAttacks
from tests.access.doors import Refused

PETITION = "dan_chu.petition"
# Where the server itself keeps who was here, of every request alike.
_OF_THE_SERVER = {"res_device_log", "res_users_log", "bus_presence", "mail_presence", "ir_logging"}
_KEPT_IN = {("dan_chu_informant", "user_id"), ("dan_chu_informant", "employee_id")}


class TestInformant(BoardAttacks):
    def _values(self, **values):
        return {
            "name": "Nước uống",
            "text": "Máy lọc hỏng",
            "is_confidential": True,
            "contact": "Gặp sau giờ dạy",
            "files": [{"name": "anh.pdf", "data": PAGE}],
            **values,
        }

    def _references(self):
        """{(table, column): how often the teacher stands there}, of every key in the database."""
        people = {
            "res_users": self.teacher.id,
            "res_partner": self.teacher.partner_id.id,
            "hr_employee": self.teacher.employee_id.id,
        }
        keys = self.env.execute_query(
            SQL(
                """
                SELECT holder.relname, col.attname, target.relname
                  FROM pg_constraint key
                  JOIN pg_class holder ON holder.oid = key.conrelid
                  JOIN pg_class target ON target.oid = key.confrelid
                  JOIN pg_attribute col
                    ON col.attrelid = key.conrelid AND col.attnum = key.conkey[1]
                 WHERE key.contype = 'f' AND target.relname = ANY(%s)
                """,
                list(people),
            )
        )
        self.assertIn(("dan_chu_informant", "user_id", "res_users"), keys)
        found = {}
        for table, column, target in keys:
            if table in _OF_THE_SERVER:
                continue
            query = SQL(
                "SELECT count(*) FROM %s WHERE %s = %s",
                SQL.identifier(table),
                SQL.identifier(column),
                people[target],
            )
            found[table, column] = self.env.execute_query(query)[0][0]
        return found

    def test_no_other_row_of_the_database_names_who_handed_it_in(self):
        for confidential in (True, False):
            with self.subTest(confidential=confidential):
                self.authenticate(self.teacher.login, self.teacher.login)
                before = self._references()
                made = self.by_same_session(
                    PETITION, "hand_in", values=self._values(is_confidential=confidential)
                )
                self.env.flush_all()
                after = self._references()
                changed = {key for key, number in after.items() if number != before[key]}
                self.assertEqual(changed, _KEPT_IN)
                self.env.invalidate_all()
                self.assertEqual(
                    self.env[PETITION].browse(made).informant_ids.user_id, self.teacher
                )

    def test_nor_do_its_words_stand_elsewhere(self):
        """Neither in a message, a mail or an activity, nor in what the log of the server says."""
        words = "Một câu không ai khác viết"
        with self.assertNoLogs("odoo", level="WARNING"):
            self.by_session(
                self.teacher, PETITION, "hand_in", values=self._values(text=words, name=words)
            )
        self.env.flush_all()
        columns = self.env.execute_query(
            SQL(
                """
                SELECT table_name, column_name FROM information_schema.columns
                 WHERE table_schema = 'public' AND data_type IN ('text', 'character varying')
                   AND table_name NOT LIKE 'pg\\_%%'
                """
            )
        )
        held = {
            table
            for table, column in columns
            if self.env.execute_query(
                SQL(
                    "SELECT 1 FROM %s WHERE %s ILIKE %s LIMIT 1",
                    SQL.identifier(table),
                    SQL.identifier(column),
                    f"%{words}%",
                )
            )
        }
        self.assertEqual(held, {"dan_chu_petition"})

    def test_whoever_handed_it_in_reads_the_answer_and_not_who_deals_with_it(self):
        self.petition.with_user(self.leader).action_accept()
        self.petition.with_user(self.leader).action_answer("Đã thay máy lọc.")
        self.env.flush_all()
        self.authenticate(self.teacher.login, self.teacher.login)
        (row,) = self.by_same_session(PETITION, "search_read", domain=[("is_mine", "=", True)])
        self.assertEqual((row["id"], row["state"]), (self.petition.id, "answered"))
        self.assertEqual(row["answer"], "Đã thay máy lọc.")
        for name in ("inspection_id", "informant_ids", "file_ids"):
            self.assertNotIn(name, row)
        for name in ("create_uid", "write_uid"):
            self.assertNotIn(self.leader.name, str(row.get(name)))
        for method, arguments in (
            ("write", {"vals": {"text": "Khác"}}),
            ("write", {"vals": {"is_confidential": False}}),
            ("unlink", {}),
            ("copy", {}),
            ("action_accept", {}),
            ("action_answer", {"answer": "x"}),
            ("action_refuse", {"reason": "x"}),
            ("action_forward", {"guidance": "guided", "receiving_body": "x"}),
            ("action_take_into", {"kind": "verify"}),
        ):
            self.assert_refused(self.teacher, PETITION, method, self.petition.ids, **arguments)

    def test_nobody_looks_up_who_it_was(self):
        people = (self.teacher.id, self.teacher.partner_id.id)
        for user in (*self.outsiders(), self.teacher):
            self.authenticate(user.login, user.login)
            for domain in (
                [("informant_ids.user_id", "=", self.teacher.id)],
                [("informant_ids.employee_id", "=", self.teacher.employee_id.id)],
                [("informant_ids.name", "ilike", self.teacher.name)],
                [("create_uid", "=", self.teacher.id)],
                [("write_uid", "=", self.teacher.id)],
            ):
                with self.subTest(user=user.login, domain=domain):
                    answer = self.said(PETITION, "search_count", domain=domain)
                    self.assertTrue(isinstance(answer, str) or not answer)
            for model in ("dan_chu.informant", "dan_chu.petition.file"):
                for method in ("search_read", "search_count"):
                    answer = self.said(model, method, domain=[])
                    self.assertTrue(isinstance(answer, str) or not answer)
        self.assertNotIn(self.petition.create_uid.id, people)

    def test_the_members_know_no_more_than_the_list_of_who_told_them(self):
        """Also for them the row says that the system made it."""
        (told,) = self.by_session(self.member, PETITION, "get_metadata", self.petition.ids)
        self.assertNotIn(self.teacher.name, str(told))
        files = self.env["ir.attachment"].search(
            [
                ("res_model", "=", "dan_chu.petition.file"),
                ("res_id", "in", self.petition.file_ids.ids),
                ("res_field", "=", "data"),
            ]
        )
        self.assertTrue(files)
        self.assertNotEqual(files.create_uid, self.teacher)

    def test_of_a_denunciation_nothing_stays(self):
        board = {"board_id": self.board.id, "kind": "denunciation"}
        passed_on = {
            "guidance": "guided",
            "receiving_body": "Công an phường",
            "forwarded_on": "2026-01-05",
        }
        for more in (
            {"text": SECRET},
            {"name": SECRET},
            {"answer": SECRET},
            {"file_ids": [(0, 0, {"name": "a.pdf", "data": PAGE})]},
            {"informant_ids": [(0, 0, {"name": "Ai đó"})]},
        ):
            self.assert_refused(
                self.member, PETITION, "create", vals_list=[{**board, **passed_on, **more}]
            )
        self.petition.with_user(self.member).action_forward("forwarded", "Công an phường")
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertFalse(self.petition.text or self.petition.name or self.petition.search_text)
        self.assertFalse(self.petition.informant_ids or self.petition.file_ids)
        left = self.env["dan_chu.informant"].search([("user_id", "=", self.teacher.id)])
        self.assertFalse(left)
        for vals in ({"text": "x"}, {"name": "x"}, {"kind": "petition"}, {"state": "new"}):
            self.assert_refused(self.member, PETITION, "write", self.petition.ids, vals=vals)

    def test_it_is_handed_in_to_the_own_board_alone(self):
        for user, board in (
            (self.teacher, self.sibling_board),
            (self.teacher, self.upper_board),
            (self.teacher, self.steering),
            (self.upper_officer, self.board),
            (self.manager, self.board),
            (self.no_role, self.board),
        ):
            self.assert_refused(user, PETITION, "hand_in", values=self._values(board_id=board.id))
        for values in (
            {"informant_ids": [(0, 0, {"name": "x"})]},
            {"state": "answered"},
            {"kind": "denunciation"},
            {"sealed_board_id": False},
            {"create_uid": self.teacher.id},
        ):
            with self.subTest(values=values), self._undone():
                try:
                    made = self.by_session(
                        self.teacher, PETITION, "hand_in", values=self._values(**values)
                    )
                except Refused:
                    continue
                self.env.invalidate_all()
                row = self.env[PETITION].browse(made)
                self.assertEqual((row.state, row.kind), ("new", "petition"))
                self.assertEqual(row.sealed_board_id, self.board)
                self.assertEqual(row.informant_ids.user_id, self.teacher)

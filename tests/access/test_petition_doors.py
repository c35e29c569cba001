"""Who handed in a petition is known to the members of that board, and comes out by no door
(Luật Thực hiện dân chủ ở cơ sở, Điều 9 khoản 2)."""

import json

from tests.access.doors import REFUSALS, DoorsCase, Refused
from tests.petitions import PETITION, PHOTO, PetitionWorld

INFORMANT = "dan_chu.informant"
FILE = "dan_chu.petition.file"
# In what is asked for, and never in what is answered.
SECRETS = ("Cô Nguyễn Thị Bạch Tuyết", "anh-chup-so-quy-giau", "0977 123 456", "Sổ quỹ giấu")


class TestPetitionDoors(PetitionWorld, DoorsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.teacher.name = SECRETS[0]
        cls.colleague = cls.make_user("colleague", ("staff", cls.school))
        number = (
            cls.env[PETITION]
            .with_user(cls.teacher)
            .hand_in(
                {
                    "name": f"{SECRETS[3]} của tổ",
                    "text": f"{SECRETS[3]} ở tổ Văn phòng.",
                    "is_confidential": True,
                    "contact": SECRETS[2],
                    "files": [{"name": f"{SECRETS[1]}.jpg", "data": PHOTO}],
                }
            )
        )
        cls.petition = cls.env[PETITION].browse(number)
        cls.informant = cls.petition.informant_ids
        cls.file = cls.petition.file_ids
        cls.attachment = cls.env["ir.attachment"].search(
            [("res_model", "=", FILE), ("res_id", "=", cls.file.id), ("res_field", "!=", False)]
        )
        cls.others = (
            cls.colleague,
            cls.officer,
            cls.head,
            cls.representative,
            cls.inspector,
            cls.sibling_leader,
            cls.upper_leader,
            cls.upper_supervisor,
            cls.manager,
            cls.hr_officer,
        )

    def setUp(self):
        super().setUp()
        self.asking = None

    def ask(self, user, model, method, ids=None, **arguments):
        """By the web client, who logs in once."""
        if self.asking != user:
            self.authenticate(user.login, user.login)
            self.asking = user
        return self.by_same_session(model, method, ids, **arguments)

    def assert_silent(self, user, model, method, ids=None, **arguments):
        """Refused, or answered without a word of it."""
        with self.subTest(user=user.login, call=f"{model}.{method}"):
            try:
                answer = self.ask(user, model, method, ids, **arguments)
            except Refused as refused:
                self.assertIn(refused.name, REFUSALS, refused.message)
                answer = refused.message
            told = json.dumps(answer, ensure_ascii=False, default=str)
            for secret in SECRETS:
                self.assertNotIn(secret, told)
            self.assertNotIn(self.teacher.login, told)
        self.env.invalidate_all()

    def test_the_members_do_read_it(self):
        for user in (self.leader, self.member):
            for model, row, names in (
                (PETITION, self.petition, ["name", "text", "informant_ids", "file_ids"]),
                (INFORMANT, self.informant, ["name", "contact", "user_id"]),
                (FILE, self.file, ["name", "data"]),
            ):
                with self.subTest(user=user.login, model=model):
                    self.assertTrue(self.by_key(user, model, "read", row.ids, fields=names))

    def test_read_by_nobody_else(self):
        for user in self.others:
            for model, row in (
                (PETITION, self.petition),
                (INFORMANT, self.informant),
                (FILE, self.file),
            ):
                for method, arguments in (
                    ("read", {}),
                    ("web_read", {"specification": {"display_name": {}}}),
                    ("get_metadata", {}),
                    ("export_data", {"fields_to_export": ["id", "display_name"]}),
                    ("get_external_id", {}),
                ):
                    self.assert_silent(user, model, method, row.ids, **arguments)
            self.assert_refused(user, PETITION, "read", self.petition.ids, fields=["state"])
            self.assert_refused(user, INFORMANT, "read", self.informant.ids, fields=["name"])
            self.assert_refused(user, FILE, "read", self.file.ids, fields=["data"])

    def test_found_and_counted_by_nobody_else(self):
        partner = self.teacher.partner_id.id
        domains = {
            PETITION: (
                [],
                [("informant_ids.user_id", "=", self.teacher.id)],
                [("informant_ids.name", "ilike", "Tuyết")],
                [("informant_ids.employee_id.user_id.partner_id", "=", partner)],
                [("create_uid", "=", self.teacher.id)],
                [("write_uid", "=", self.teacher.id)],
                [("search_text", "ilike", "quy")],
                [("id", ">", 0)],
                [("is_mine", "=", True)],
                [("is_mine", "=", False)],
                [("board_id", "=", self.board.id)],
            ),
            INFORMANT: ([], [("user_id", "=", self.teacher.id)], [("name", "ilike", "Tuyết")]),
            FILE: ([], [("name", "ilike", "anh")], [("petition_id.text", "ilike", "quỹ")]),
        }
        for user in self.others:
            for model, some in domains.items():
                for domain in some:
                    with self.subTest(user=user.login, model=model, domain=domain):
                        self._assert_finds_nothing(user, model, domain)

    def _assert_finds_nothing(self, user, model, domain):
        for method, arguments in (
            ("search", {}),
            ("search_count", {}),
            ("web_search_read", {"specification": {"display_name": {}}}),
        ):
            try:
                found = self.ask(user, model, method, domain=domain, **arguments)
            except Refused as refused:
                self.assertIn(refused.name, REFUSALS, refused.message)
                continue
            found = found["records"] if isinstance(found, dict) else found
            self.assertFalse(found)
        self.env.invalidate_all()

    def test_grouped_and_named_to_nobody_else(self):
        for user in self.others:
            for model, groups in (
                (PETITION, ["create_uid", "handled_by_id", "board_id", "state", "is_confidential"]),
                (INFORMANT, ["user_id", "employee_id", "petition_id"]),
                (FILE, ["petition_id", "create_uid", "added_by_id"]),
            ):
                for group in groups:
                    for method in ("formatted_read_group", "web_read_group"):
                        arguments = {"domain": [], "groupby": [group], "aggregates": ["__count"]}
                        self._assert_no_group(user, model, method, arguments)
                self.assert_silent(user, model, "name_search", name="")
                self.assert_silent(user, model, "name_search", name="Tuyết")
            self.assert_silent(
                user,
                PETITION,
                "read_progress_bar",
                domain=[],
                group_by="state",
                progress_bar={"field": "state", "colors": {"new": "info"}},
            )
            self.assert_silent(
                user, PETITION, "search_panel_select_range", field_name="inspection_id"
            )

    def _assert_no_group(self, user, model, method, arguments):
        with self.subTest(user=user.login, model=model, method=method, **arguments):
            try:
                answer = self.ask(user, model, method, **arguments)
            except Refused as refused:
                self.assertIn(refused.name, REFUSALS, refused.message)
                return
            finally:
                self.env.invalidate_all()
            groups = answer["groups"] if isinstance(answer, dict) else answer
            self.assertFalse([group for group in groups if group["__count"]])

    def test_no_row_that_others_read_points_at_it(self):
        """Each path to it is closed to them: a model of the board's, or a field for inspectors."""
        pointing = {
            (name, field.name)
            for name, model in self.registry.items()
            for field in model._fields.values()
            if field.comodel_name in (PETITION, INFORMANT, FILE)
        }
        self.assertEqual(
            pointing,
            {
                (PETITION, "informant_ids"),
                (PETITION, "file_ids"),
                (INFORMANT, "petition_id"),
                (FILE, "petition_id"),
                ("dan_chu.finding", "informant_ids"),
                ("dan_chu.inspection", "petition_ids"),
                ("dan_chu.petition.say", "petition_id"),
            },
        )
        for user in (self.colleague, self.officer, self.head):
            self.assert_refused(
                user, "dan_chu.inspection", "search", domain=[("petition_ids", "!=", False)]
            )

    def test_no_message_follower_or_activity_belongs_to_it(self):
        models = [PETITION, INFORMANT, FILE]
        for model, name in (
            ("mail.message", "model"),
            ("mail.followers", "res_model"),
            ("mail.activity", "res_model"),
        ):
            with self.subTest(model):
                self.assertFalse(self.env[model].search([(name, "in", models)]))
        for name in ("message_post", "message_subscribe", "activity_schedule"):
            self.assertFalse(hasattr(self.petition, name))

    def test_the_files_are_opened_by_nobody_else(self):
        self.assertTrue(self.attachment)
        for user in self.others:
            self.assert_refused(user, "ir.attachment", "read", self.attachment.ids, fields=["raw"])
            self.assert_silent(user, "ir.attachment", "read", self.attachment.ids)
            for domain in (
                [("res_model", "=", FILE)],
                [("res_model", "=", FILE), ("res_field", "!=", False)],
                [("id", "in", self.attachment.ids), ("res_field", "=", "data")],
                [("checksum", "=", self.attachment.checksum), ("res_field", "!=", False)],
            ):
                self._assert_finds_nothing(user, "ir.attachment", domain)
            self.authenticate(user.login, user.login)
            for address in (
                f"/web/content/{self.attachment.id}",
                f"/web/content/{FILE}/{self.file.id}/data",
                f"/web/image/{self.attachment.id}",
                f"/web/image/{FILE}/{self.file.id}/data",
            ):
                with self.subTest(user=user.login, address=address):
                    answer = self.url_open(address)
                    self.assertNotIn("anh chup", answer.text)
                    self.assertNotIn(SECRETS[1], str(answer.headers))

    def test_the_member_downloads_the_file(self):
        self.authenticate(self.member.login, self.member.login)
        answer = self.url_open(f"/web/content/{FILE}/{self.file.id}/data")
        self.assertIn("anh chup", answer.text)

    def test_created_by_the_system_says_its_metadata_to_the_members_too(self):
        for model, row in ((PETITION, self.petition), (FILE, self.file)):
            for _door, answer in self.by_each_door(self.member, model, "get_metadata", row.ids):
                self.assertNotIn(self.teacher.id, [answer[0]["create_uid"], answer[0]["write_uid"]])
                self.assertNotIn(SECRETS[0], json.dumps(answer, default=str, ensure_ascii=False))

    def test_nobody_else_makes_moves_or_names_one(self):
        for user in self.others:
            for model, values in (
                (PETITION, {"name": "x", "text": "x", "board_id": self.board.id}),
                (INFORMANT, {"petition_id": self.petition.id, "name": "x", "user_id": user.id}),
                (FILE, {"petition_id": self.petition.id, "name": "x.jpg", "data": PHOTO}),
                ("dan_chu.petition.say", {"petition_id": self.petition.id, "step": "answer"}),
            ):
                self.assert_refused(user, model, "create", vals_list=[values])
            for method, arguments in (
                ("action_accept", {}),
                ("action_answer", {"answer": "x"}),
                ("action_refuse", {"reason": "x"}),
                ("action_take_into", {"kind": "verify"}),
                ("action_forward", {"guidance": "guided", "receiving_body": "x"}),
                ("write", {"vals": {"is_confidential": False}}),
                ("unlink", {}),
            ):
                reason = self.assert_refused(user, PETITION, method, self.petition.ids, **arguments)
                for secret in SECRETS:
                    self.assertNotIn(secret, reason.message)

    def test_nobody_becomes_the_informant(self):
        """Whoever is named with it reads the state and the answer: a member names no account."""
        for user in (self.member, self.leader):
            self.assert_refused(
                user, INFORMANT, "write", self.informant.ids, vals={"user_id": self.head.id}
            )
        paper = self.record(informant_ids=[(0, 0, {"name": "x", "user_id": self.head.id})])
        self.assertFalse(paper.informant_ids.user_id)
        self.assertFalse(self.as_user(paper, self.head).search([]))

    def test_the_private_doors_are_shut(self):
        for user in (self.colleague, self.member):
            for method, arguments in (
                ("_make", {"vals_list": [{"name": "x"}]}),
                ("_put", {"vals": {"state": "answered"}}),
                ("_mine", {}),
                ("_tell_the_board", {}),
            ):
                self.assert_refused(user, PETITION, method, self.petition.ids, **arguments)

    def test_contexts_open_nothing(self):
        for context in (
            {"su": True, "sudo": True, "uid": 1, "user_id": self.teacher.id},
            {"bypass_access": True, "active_test": False, "install_mode": True},
            {"dan_chu_mine": True, "default_is_mine": True, "bin_size": True},
        ):
            for user in (self.colleague, self.head, self.sibling_leader):
                self.assert_refused(
                    user, PETITION, "read", self.petition.ids, fields=["text"], context=context
                )

    def test_handing_in_over_rpc_leaves_no_trace_of_the_caller(self):
        values = {"name": "Việc khác", "text": "Nội dung", "is_confidential": True}
        number = self.by_key(self.colleague, PETITION, "hand_in", values=values)
        petition = self.env[PETITION].browse(number)
        self.assertEqual(petition.informant_ids.user_id, self.colleague)
        self.assertNotEqual(petition.create_uid, self.colleague)
        own = self.by_key(self.colleague, PETITION, "search_read", domain=[], fields=["state"])
        self.assertEqual(own, [{"id": number, "state": "new"}])
        self.assert_refused(self.teacher, PETITION, "read", petition.ids, fields=["state"])
        for table in ("dan_chu_petition", "dan_chu_petition_file", "ir_attachment", "mail_mail"):
            self.cr.execute(
                f"SELECT count(*) FROM {table} WHERE create_uid = %s", [self.colleague.id]
            )
            with self.subTest(table):
                self.assertEqual(self.cr.fetchone(), (0,))

    def test_the_one_who_handed_it_in_reads_no_more_than_the_answer(self):
        for names in (["informant_ids"], ["file_ids"], ["inspection_id"]):
            self.assert_refused(self.teacher, PETITION, "read", self.petition.ids, fields=names)
        self.assert_refused(self.teacher, INFORMANT, "read", self.informant.ids, fields=["name"])
        self.assert_refused(self.teacher, FILE, "read", self.file.ids, fields=["name"])
        self.assert_refused(
            self.teacher, PETITION, "write", self.petition.ids, vals={"state": "answered"}
        )

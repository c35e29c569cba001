"""Findings, their photos and informants over real RPC: what those outside the board try."""

from itertools import cycle
from uuid import uuid4

from odoo.fields import Command

from tests.access.doors import DoorsCase, Refused
from tests.boards import BoardWorld
from tests.findings import PNG, Findings

INSPECTION = "dan_chu.inspection"
FINDING = "dan_chu.finding"
EVIDENCE = "dan_chu.finding.evidence"
INFORMANT = "dan_chu.informant"
SECRET = "Thu sai ngoài sổ"
NAME = "Người Báo Tin"
FILE = "anh-mat.png"
SECRETS = (SECRET, NAME, FILE)
# What a caller may send along; none of it is a key.
CONTEXTS = (
    {},
    {"tracking_disable": True, "active_test": False, "bin_size": True},
    {"su": True, "uid": 1, "force": True, "bypass": True, "install_mode": True},
)


class FindingAttacks(Findings, BoardWorld, DoorsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.upper_head = cls.make_user("upper_head", ("head", cls.department))
        cls.sibling_officer = cls.make_user("sibling_officer", ("officer", cls.sibling))
        cls.told_by = cls.make_employee(NAME, cls.school)
        cls.inspection = cls.make_inspection(
            cls.board, name=SECRET, item_ids=[Command.create({"name": SECRET})]
        )
        cls.finding = cls.make_finding(
            cls.inspection,
            cls.member,
            text=SECRET,
            present=SECRET,
            client_key=str(uuid4()),
            item_id=cls.inspection.item_ids.id,
            evidence_ids=[Command.create({"name": FILE, "data": PNG})],
            informant_ids=[Command.create({"employee_id": cls.told_by.id, "contact": SECRET})],
        )
        cls.photo = cls.finding.evidence_ids
        cls.informant = cls.finding.informant_ids
        cls.file = cls.env["ir.attachment"].search(
            [
                ("res_model", "=", EVIDENCE),
                ("res_id", "=", cls.photo.id),
                ("res_field", "=", "data"),
            ]
        )
        # Where officers, heads and other boards do note something of their own.
        cls.head_check = cls.make_inspection(unit=cls.school)
        cls.head_finding = cls.make_finding(cls.head_check, cls.officer)
        cls.sibling_inspection = cls.make_inspection(cls.sibling_board)
        cls.upper_inspection = cls.make_inspection(cls.upper_board)
        # A mandate that has ended: yesterday a member, today a colleague.
        cls.former = cls.make_user("former", ("staff", cls.school))
        cls.board.member_ids = [
            Command.create({"employee_id": cls.former.employee_id.id, "role": "member"})
        ]
        cls.board.action_recognise(cls.board.date_from)
        mandate = cls.board.member_ids.filtered(
            lambda member: member.employee_id == cls.former.employee_id
        )
        mandate._put({"date_to": cls.month_ago, "end_reason": "released"})
        cls.board._sync_inspectors()

    def outsiders(self):
        return {
            "officer of the school": self.officer,
            "head of the school": self.head,
            "representative": self.representative,
            "staff": self.staff,
            "called an inspector, member of no board": self.inspector,
            "whose mandate has ended": self.former,
            "supervisor": self.supervisor,
            "supervisor of the department": self.upper_supervisor,
            "officer of the department": self.upper_officer,
            "head of the department": self.upper_head,
            "inspector of another school": self.sibling_leader,
            "officer of another school": self.sibling_officer,
            "inspector of the department": self.upper_leader,
            "manager": self.manager,
            "personnel": self.hr_officer,
            "without a role": self.no_role,
        }

    def rows(self):
        return ((FINDING, self.finding), (EVIDENCE, self.photo), (INFORMANT, self.informant))

    def said(self, model, method, ids=None, **arguments):
        """By the session that is open; what is refused is said as well."""
        with self._undone():
            try:
                return str(self.by_same_session(model, method, ids, **arguments))
            except Refused as refused:
                return str(refused)

    def assert_untold(self, model, method, ids=None, secrets=SECRETS, **arguments):
        answer = self.said(model, method, ids, **arguments)
        with self.subTest(call=f"{model}.{method}", arguments=arguments):
            for secret in secrets:
                self.assertNotIn(secret, answer)
        return answer


class TestReading(FindingAttacks):
    def readings(self, row):
        """Each way to read, search, count, group and export a row that this Odoo has."""
        name = "display_name"
        found = [("id", "=", row.id)]
        yield "read", [row.id], {}
        yield "web_read", [row.id], {"specification": {name: {}, "create_uid": {}}}
        yield "search", None, {"domain": found}
        yield "search_read", None, {"domain": found}
        yield "web_search_read", None, {"domain": found, "specification": {name: {}}}
        yield "export_data", [row.id], {"fields_to_export": [name, ".id", "id"]}
        yield "name_search", None, {"name": "", "domain": found}
        yield (
            "formatted_read_group",
            None,
            {"domain": found, "groupby": ["sealed_board_id"], "aggregates": ["__count"]},
        )
        yield (
            "read_group",
            None,
            {"domain": found, "fields": ["__count"], "groupby": ["unit_id"]},
        )
        yield "get_metadata", [row.id], {}
        yield "copy_data", [row.id], {}

    def test_the_board_reads_them(self):
        """Or the refusals below would say nothing."""
        for user in (self.member, self.leader):
            self.authenticate(user.login, user.login)
            self.assertIn(SECRET, self.said(FINDING, "read", self.finding.ids, fields=["text"]))
            self.assertIn(FILE, self.said(EVIDENCE, "read", self.photo.ids, fields=["name"]))
            self.assertIn(NAME, self.said(INFORMANT, "read", self.informant.ids, fields=["name"]))
            self.assertIn(SECRET, self.said(FINDING, "phone_screen"))
            address = f"/web/content/{EVIDENCE}/{self.photo.id}/data"
            self.assertIn(b"PNG", self.url_open(address).content[:8])

    def test_nobody_else_reads_them_by_any_call(self):
        contexts = cycle(CONTEXTS)
        for who, user in self.outsiders().items():
            self.authenticate(user.login, user.login)
            next(contexts)  # Another one for each call of the next user.
            for model, row in self.rows():
                for method, ids, arguments in self.readings(row):
                    with self.subTest(who=who):
                        answer = self.assert_untold(
                            model, method, ids, **arguments, context=next(contexts)
                        )
                        is_nothing = answer in ("[]", "{'length': 0, 'records': []}")
                        self.assertTrue(is_nothing or "rror" in answer, answer)

    def test_not_by_the_bearer_of_a_key_either(self):
        for user in self.outsiders().values():
            for model, row in self.rows():
                self.assert_refused(user, model, "read", row.ids, fields=["display_name"])

    def test_nor_by_counting(self):
        for user in self.outsiders().values():
            self.authenticate(user.login, user.login)
            for model, domain in (
                (FINDING, [("text", "ilike", SECRET)]),
                (FINDING, [("informant_ids.name", "ilike", NAME)]),
                (FINDING, [("informant_ids.employee_id", "=", self.told_by.id)]),
                (FINDING, [("evidence_ids.name", "=", FILE)]),
                (EVIDENCE, [("name", "=", FILE)]),
                (INFORMANT, [("employee_id", "=", self.told_by.id)]),
                (INSPECTION, [("finding_ids.informant_ids.name", "ilike", NAME)]),
                (INSPECTION, [("finding_ids.text", "ilike", SECRET)]),
                (INSPECTION, [("item_ids.finding_ids", "!=", False)]),
            ):
                answer = self.said(model, "search_count", domain=domain)
                if (model, user) == (INSPECTION, self.officer) or user == self.head:
                    continue  # Their own check has no such finding: see below.
                with self.subTest(user=user.login, domain=domain):
                    self.assertTrue(answer == "0" or "rror" in answer, answer)

    def test_the_officers_own_check_does_not_lead_there(self):
        for user in (self.officer, self.head):
            self.authenticate(user.login, user.login)
            mine = [("id", "=", self.head_finding.id)]
            self.assertIn("Chưa niêm yết", self.said(FINDING, "search_read", domain=mine))
            for path, value in (
                ("text", SECRET),
                ("inspection_id.finding_ids.text", SECRET),
                ("unit_id.name", self.school.name),
            ):
                found = self.said(FINDING, "search", domain=[(path, "ilike", value)])
                self.assertNotIn(str(self.finding.id), found)
            for row in ("informant_ids", "informant_ids.name"):
                answer = self.said(FINDING, "search_count", domain=[(row, "ilike", NAME)])
                self.assertTrue(answer == "0" or "rror" in answer, answer)

    def test_no_form_names_them(self):
        named = {"fields": {"display_name": {}}}
        for user in self.outsiders().values():
            self.authenticate(user.login, user.login)
            for model, field, row in (
                (FINDING, "inspection_id", self.inspection),
                (FINDING, "corrects_id", self.finding),
                (FINDING, "item_id", self.inspection.item_ids),
                (EVIDENCE, "finding_id", self.finding),
                (INFORMANT, "finding_id", self.finding),
            ):
                for values, context in (
                    ({field: row.id}, {}),
                    ({}, {f"default_{field}": row.id}),
                ):
                    self.assert_untold(
                        model,
                        "onchange",
                        [],
                        values=values,
                        field_names=[field] if values else [],
                        fields_spec={field: named},
                        context=context,
                    )

    def test_its_photo_is_fetched_by_nobody_else(self):
        for user in self.outsiders().values():
            self.authenticate(user.login, user.login)
            for address in (
                f"/web/content/{EVIDENCE}/{self.photo.id}/data",
                f"/web/content/{self.file.id}",
                f"/web/image/{EVIDENCE}/{self.photo.id}/data",
                f"/web/image/{self.file.id}/128x128",
                f"/web/content/{self.file.id}?download=true&access_token=x",
            ):
                with self.subTest(user=user.login, address=address):
                    answer = self.url_open(address)
                    self.assertNotIn(FILE, str(answer.headers))
                    if answer.ok:
                        self.assertNotEqual(answer.content, self.file.raw)
            for domain in (
                [("res_model", "=", EVIDENCE), ("res_field", "=", "data")],
                [("id", "=", self.file.id), ("res_field", "!=", None)],
                [("checksum", "=", self.file.checksum), ("res_field", "=", "data")],
            ):
                fields = ["name", "res_id", "create_uid"]
                answer = self.said("ir.attachment", "search_read", domain=domain, fields=fields)
                self.assertTrue(answer == "[]" or "rror" in answer, answer)
            for method in ("read", "get_metadata", "generate_access_token"):
                self.assertIn("rror", self.said("ir.attachment", method, self.file.ids))

    def test_nothing_is_discussed_followed_or_reminded_of(self):
        for model in (FINDING, EVIDENCE, INFORMANT):
            fields = self.env[model]._fields
            self.assertFalse({"message_ids", "activity_ids", "message_follower_ids"} & set(fields))
        told = [("body", "ilike", SECRET)]
        for user in self.outsiders().values():
            self.authenticate(user.login, user.login)
            self.assert_untold("mail.message", "search_read", domain=told, fields=["body"])


class TestTheInformant(FindingAttacks):
    def test_their_row_names_nobody_who_made_it(self):
        self.env.cr.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s",
            ["dan_chu_informant"],
        )
        columns = {name for (name,) in self.env.cr.fetchall()}
        self.assertFalse(columns & {"create_uid", "create_date", "write_uid", "write_date"})

    def test_no_row_that_others_read_points_at_them(self):
        """Whoever sees the person, the unit or the board finds no way from there."""
        for model in ("hr.employee", "hr.employee.public", "res.users", "res.partner"):
            ways = [
                name
                for name, field in self.env[model]._fields.items()
                if field.comodel_name in (INFORMANT, FINDING, EVIDENCE)
            ]
            self.assertFalse(ways, model)

    def test_personnel_may_delete_the_person_and_learns_nothing(self):
        self.authenticate(self.hr_officer.login, self.hr_officer.login)
        person = self.make_employee("Người sắp nghỉ", self.school)
        self.env[INFORMANT].create({"finding_id": self.finding.id, "employee_id": person.id})
        self.assert_untold("hr.employee", "unlink", person.ids, secrets=(*SECRETS, "informant"))
        self.assertEqual(
            self.env[INFORMANT]._fields["employee_id"].ondelete, "set null", "silently"
        )

    def test_the_export_of_a_finding_leaves_the_name_with_the_board(self):
        fields = ["text", "informant_ids/name", "informant_ids/employee_id/name"]
        for user in self.outsiders().values():
            self.authenticate(user.login, user.login)
            for finding in (self.finding, self.head_finding):
                self.assert_untold(FINDING, "export_data", finding.ids, fields_to_export=fields)


class TestWriting(FindingAttacks):
    def test_nobody_else_writes_deletes_or_copies_them(self):
        contexts = cycle(CONTEXTS)
        for who, user in self.outsiders().items():
            self.authenticate(user.login, user.login)
            next(contexts)
            for model, row in self.rows():
                for method, arguments in (
                    ("write", {"vals": {"name": "x"} if model != FINDING else {"text": "x"}}),
                    ("web_save", {"vals": {}, "specification": {"display_name": {}}}),
                    ("copy", {}),
                    ("unlink", {}),
                ):
                    with self.subTest(who=who, call=f"{model}.{method}"):
                        answer = self.assert_untold(
                            model, method, row.ids, **arguments, context=next(contexts)
                        )
                        self.assertIn("rror", answer)

    def test_nobody_else_notes_anything_in_the_inspection_of_a_board(self):
        for who, user in self.outsiders().items():
            self.authenticate(user.login, user.login)
            values = self.from_phone(self.inspection)
            vals = {"finding_kind": "strength", "text": "Tốt", "inspection_id": self.inspection.id}
            photo = {"finding_id": self.finding.id, "name": "a.png", "data": PNG}
            person = {"finding_id": self.finding.id, "name": "Ai đó"}
            by_default = {"default_inspection_id": self.inspection.id}
            rows = self.env[FINDING].search_count([])
            for model, method, arguments in (
                (FINDING, "record_from_phone", {"values": values}),
                (FINDING, "create", {"vals_list": [vals]}),
                (FINDING, "create", {"vals_list": [{**vals, "sealed_board_id": False}]}),
                (FINDING, "create", {"vals_list": [{**vals, "corrects_id": self.finding.id}]}),
                (
                    FINDING,
                    "create",
                    {
                        "vals_list": [{"finding_kind": "strength", "text": "Tốt"}],
                        "context": by_default,
                    },
                ),
                (FINDING, "load", {"fields": ["text"], "data": [["x"]], "context": by_default}),
                (EVIDENCE, "create", {"vals_list": [photo]}),
                (INFORMANT, "create", {"vals_list": [person]}),
                (
                    EVIDENCE,
                    "record_from_phone",
                    {"values": {**photo, "client_key": self.finding.client_key}},
                ),
            ):
                with self.subTest(who=who, call=f"{model}.{method}"):
                    answer = self.assert_untold(model, method, **arguments)
                    self.assertIn("rror", answer)
            self.assertEqual(self.env[FINDING].search_count([]), rows)

    def test_those_who_note_elsewhere_bring_nothing_over(self):
        """Officers, heads and other boards have findings of their own: not with these ids."""
        elsewhere = (
            (self.officer, self.head_check),
            (self.head, self.head_check),
            (self.sibling_leader, self.sibling_inspection),
            (self.upper_leader, self.upper_inspection),
        )
        for user, inspection in elsewhere:
            self.authenticate(user.login, user.login)
            own = self.make_finding(inspection, user)
            for vals in (
                {"inspection_id": self.inspection.id},
                {"sealed_board_id": self.board.id},
                {"item_id": self.inspection.item_ids.id},
                {"corrects_id": self.finding.id},
                {"correction_ids": [Command.link(self.finding.id)]},
                {"evidence_ids": [Command.link(self.photo.id)]},
                {"informant_ids": [Command.link(self.informant.id)]},
            ):
                with self.subTest(user=user.login, vals=vals):
                    self.assertIn("rror", self.assert_untold(FINDING, "write", own.ids, vals=vals))
            for more in (
                {"corrects_id": self.finding.id},
                {"item_id": self.inspection.item_ids.id},
            ):
                values = self.from_phone(inspection, **more)
                answer = self.assert_untold(FINDING, "record_from_phone", values=values)
                self.assertIn("rror", answer)

    def test_a_key_tells_nothing_of_what_stands_under_it(self):
        for user, inspection in (
            (self.leader, self.inspection),
            (self.officer, self.head_check),
            (self.sibling_leader, self.sibling_inspection),
        ):
            self.authenticate(user.login, user.login)
            values = self.from_phone(inspection, client_key=self.finding.client_key)
            answer = self.assert_untold(FINDING, "record_from_phone", values=values)
            self.assertIn("key is taken", answer)

    def test_its_bytes_are_swapped_by_nobody_not_even_the_board(self):
        hung = {"res_model": EVIDENCE, "res_id": self.photo.id, "res_field": "data"}
        for user in (self.member, self.leader, self.officer, self.sibling_leader):
            loose = self.env["ir.attachment"].with_user(user).create({"name": "x", "raw": b"x"})
            self.authenticate(user.login, user.login)
            for context in CONTEXTS:
                for vals in (
                    {"raw": PNG},
                    {"datas": PNG},
                    {"store_fname": "ab/abcd"},
                    {"res_id": 0},
                    {"name": "khac.png"},
                    {"mimetype": "text/html"},
                    {"public": True},
                ):
                    answer = self.said(
                        "ir.attachment", "write", self.file.ids, vals=vals, context=context
                    )
                    self.assertIn("rror", answer)
                for method, ids, arguments in (
                    ("unlink", self.file.ids, {}),
                    ("write", loose.ids, {"vals": hung}),
                    ("create", None, {"vals_list": [{"name": "data", "datas": PNG, **hung}]}),
                ):
                    answer = self.said("ir.attachment", method, ids, **arguments, context=context)
                    self.assertIn("rror", answer)
            for vals in ({"data": PNG}, {"sha256": "0"}, {"added_by_id": self.leader.id}):
                self.assertIn("rror", self.said(EVIDENCE, "write", self.photo.ids, vals=vals))

    def test_a_member_who_stops_being_one_is_an_outsider_at_once(self):
        self.authenticate(self.leader.login, self.leader.login)
        self.assertIn(SECRET, self.said(FINDING, "read", self.finding.ids, fields=["text"]))
        self.leader_mandate._put({"date_to": self.month_ago, "end_reason": "released"})
        self.board._sync_inspectors()
        self.assert_untold(FINDING, "read", self.finding.ids, fields=["text"])
        self.assertIn("rror", self.said(FINDING, "search", domain=[]))

"""Over real RPC: nobody but the members writes what a board works on, or becomes one of them."""

import base64

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.board_attacks import CONTEXTS, OTHER_PAGE, PAGE, BoardAttacks
from tests.access.test_public_methods import KNOWN

# What anybody may ask, and is answered by what is theirs.
_FOR_ALL = {("dan_chu.petition", "hand_in"), ("dan_chu.finding", "phone_screen")}


class TestNothingIsWritten(BoardAttacks):
    def test_no_row_is_written_deleted_copied_or_talked_about(self):
        photo = base64.b64encode(b"khac").decode()
        for user in self.outsiders():
            self.authenticate(user.login, user.login)
            for model, row in self.rows.items():
                name = next(
                    name
                    for name in ("text", "title", "name", "tasks", "words", "note", "reason")
                    if name in row._fields
                )
                for method, arguments in (
                    ("write", {"vals": {name: "Khác"}}),
                    ("write", {"vals": {name: "Khác"}, "context": CONTEXTS[1]}),
                    ("write", {"vals": {name: "Khác"}, "context": CONTEXTS[2]}),
                    ("write", {"vals": {"active": False}}),
                    ("write", {"vals": {"state": "draft"}}),
                    ("write", {"vals": {"data": photo}}),
                    ("web_save", {"vals": {name: "Khác"}, "specification": {}}),
                    ("update_field_translations", {"field_name": name, "translations": {}}),
                    ("unlink", {}),
                    ("copy", {}),
                    ("action_archive", {}),
                    ("message_post", {"body": "Tôi đây"}),
                    ("activity_schedule", {"summary": "x"}),
                ):
                    with self.subTest(user=user.login, call=f"{model}.{method}"):
                        answer = self.said(model, method, row.ids, **arguments)
                        self.assertIsInstance(answer, str, "this was not refused")
                        self.assert_untold(answer)
        self.assertEqual(self.finding.author_id, self.member)

    def test_no_button_works_for_them(self):
        """Every public method of every model that holds a secret."""
        calls = [call for call in KNOWN - _FOR_ALL if call[0] in self.rows]
        self.assertGreater(len(calls), 40)
        for user in self.outsiders():
            self.authenticate(user.login, user.login)
            for model, method in calls:
                row = self.rows[model][:1]
                with self.subTest(user=user.login, call=f"{model}.{method}"):
                    answer = self.said(model, method, row.ids)
                    self.assert_untold(answer)
                    self.assertIsInstance(answer, str, "this was not refused")

    def test_no_row_is_put_under_what_is_the_boards(self):
        inspection, finding = self.inspection.id, self.finding.id
        plan, document = self.programme.id, self.programme.document_id.id
        file = {"name": "a.pdf", "data": OTHER_PAGE}
        noted = {"finding_kind": "strength", "text": "x"}
        key = "8f14e45f-ceea-467f-9f1b-7c1e0f6d2a11"
        for model, owner, values in (
            ("dan_chu.inspection.item", {"inspection_id": inspection}, {"name": "x"}),
            ("dan_chu.inspection.team", {"inspection_id": inspection}, {"name": "x"}),
            ("dan_chu.inspection.request", {"inspection_id": inspection}, {"name": "x"}),
            ("dan_chu.inspection.file", {"inspection_id": inspection}, file),
            (
                "dan_chu.inspection.opinion",
                {"inspection_id": inspection},
                {"board_member_id": self.member_mandate.id, "answer": "no"},
            ),
            ("dan_chu.finding", {"inspection_id": inspection}, noted),
            (
                "dan_chu.finding",
                {"inspection_id": self.concluded.id},
                {**noted, "corrects_id": self.concluded_finding.id},
            ),
            ("dan_chu.finding.evidence", {"finding_id": finding}, file),
            ("dan_chu.informant", {"finding_id": finding}, {"name": "x"}),
            ("dan_chu.informant", {"petition_id": self.petition.id}, {"name": "x"}),
            ("dan_chu.petition.file", {"petition_id": self.petition.id}, file),
            (
                "dan_chu.recommendation.person",
                {"recommendation_id": self.answered.id},
                {"name": "x"},
            ),
            ("dan_chu.recommendation", {"inspection_id": inspection}, {"text": "x"}),
            ("dan_chu.plan.section", {"plan_id": plan}, {"text": "x"}),
            ("dan_chu.programme.line", {"plan_id": plan}, {"name": "x", "kind": "self_check"}),
            ("dan_chu.document.file", {"document_id": document}, file),
            ("dan_chu.document.basis", {"document_id": document}, {"words": "x"}),
        ):
            for user in self.closest():
                by_default = {f"default_{name}": value for name, value in owner.items()}
                for vals, context in (({**owner, **values}, {}), (values, by_default)):
                    with self.subTest(user=user.login, model=model):
                        self.authenticate(user.login, user.login)
                        answer = self.said(model, "create", [vals], context=context)
                        self.assertIsInstance(answer, str, "this was not refused")
                        self.assert_untold(answer)
        for user in self.closest():
            for model, values in (
                ("dan_chu.finding", {**noted, "inspection_id": inspection, "client_key": key}),
                ("dan_chu.finding.evidence", {**file, "client_key": key}),
            ):
                self.assert_refused(user, model, "record_from_phone", values=values)

    def test_files_hang_on_nothing_of_it(self):
        evidence = self.finding.evidence_ids
        for user in self.outsiders():
            loose = self.env["ir.attachment"].with_user(user).create({"name": "x", "raw": b"x"})
            self.env.flush_all()
            self.authenticate(user.login, user.login)
            for row in (evidence, self.inspection, self.programme, self.petition.file_ids):
                hung = {"res_model": row._name, "res_id": row.id}
                for vals in (hung, {**hung, "res_field": "data"}):
                    with self.subTest(user=user.login, row=row._name, vals=vals):
                        new = {"name": "x", "datas": PAGE, **vals}
                        for answer in (
                            self.said("ir.attachment", "write", loose.ids, vals=vals),
                            self.said("ir.attachment", "create", [new]),
                        ):
                            self.assertIsInstance(answer, str, "this was not refused")

    def test_a_member_writes_for_no_other_member(self):
        """Nor in the name of one, nor what another one noted."""
        opinion = {
            "inspection_id": self.inspection.id,
            "board_member_id": self.leader_mandate.id,
            "answer": "yes",
        }
        model = "dan_chu.inspection.opinion"
        self.assert_refused(self.member, model, "create", vals_list=[opinion])
        for vals in ({"text": "Khác"}, {"author_id": self.leader.id}, {"noted_by_id": False}):
            self.assert_refused(
                self.leader, "dan_chu.finding", "write", self.finding.ids, vals=vals
            )
        self.assert_refused(self.leader, "dan_chu.finding", "unlink", self.finding.ids)
        asked = {
            "inspection_id": self.inspection.id,
            "finding_kind": "strength",
            "text": "x",
            "author_id": self.member.id,
            "noted_by_id": self.member_mandate.id,
            "noted_on": "2099-01-01 00:00:00",
        }
        for _door, made in self.by_each_door(
            self.leader, "dan_chu.finding", "create", vals_list=[asked]
        ):
            row = self.env["dan_chu.finding"].browse(made)
            self.assertEqual(row.author_id, self.leader)
            self.assertEqual(row.noted_by_id, self.leader_mandate)
            self.assertLess(row.noted_on.year, 2099)

    def test_what_was_concluded_rests_for_members_too(self):
        row = self.concluded_finding
        for vals in ({"text": "Khác"}, {"finding_kind": "strength"}, {"present": "x"}):
            self.assert_refused(self.member, row._name, "write", row.ids, vals=vals)
        self.assert_refused(self.member, row._name, "unlink", row.ids)
        self.assert_refused(self.member, row.evidence_ids._name, "unlink", row.evidence_ids.ids)
        for vals in (
            {"state": "under_way"},
            {"conclusion": "Khác"},
            {"concluded_on": False},
            {"door": "paper"},
            {"unit_id": self.sibling.id},
            {"item_ids": [Command.create({"name": "x"})]},
        ):
            self.assert_refused(
                self.member, "dan_chu.inspection", "write", self.concluded.ids, vals=vals
            )
        self.assertEqual(self.concluded.concluded_on, today())

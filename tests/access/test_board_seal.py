"""On whom a row depends is settled by what it is begun in: nobody sets it or takes it off."""

from odoo.fields import Command

from tests.access.board_attacks import CONTEXTS, PAGE, BoardAttacks

NAMES = ("sealed_board_id", "board_id", "unit_id")


class TestSeal(BoardAttacks):
    def _mine(self):
        """What an officer of the school has of each model that can be sealed."""
        notice, plan = self.make_notice(self.school), self.make_plan(self.school)
        plan.programme_line_ids = [Command.create({"name": "x", "kind": "self_check"})]
        inspection = self.env["dan_chu.inspection"].create(
            {
                "name": "Tự kiểm tra",
                "unit_id": self.school.id,
                "kind": "self_check",
                "item_ids": [Command.create({"name": "Hồ sơ"})],
            }
        )
        recommendation = self.env["dan_chu.recommendation"].create(
            {"unit_id": self.school.id, "text": "Công khai"}
        )
        return (
            notice,
            notice.basis_ids,
            plan,
            plan.section_ids,
            plan.programme_line_ids,
            inspection,
            inspection.item_ids,
            recommendation,
        )

    def _sealed(self):
        return (
            self.programme,
            self.programme.section_ids,
            self.programme.basis_ids,
            self.programme.programme_line_ids,
            self.inspection,
            self.inspection.item_ids,
            self.inspection.opinion_ids,
            self.finding,
            self.finding.evidence_ids,
            self.finding.informant_ids,
            self.draft,
            self.answered.outcome_person_ids,
            self.petition,
            self.petition.file_ids,
            self.paper,
        )

    def test_it_is_not_written(self):
        for users, rows, boards in (
            ((self.officer, self.head), self._mine(), (self.board.id, self.steering.id)),
            ((self.member, self.leader), self._sealed(), (False, self.sibling_board.id)),
        ):
            for user, row, board in ((u, r, b) for u in users for r in rows for b in boards):
                self.authenticate(user.login, user.login)
                for name in ("sealed_board_id", "board_id"):
                    if name not in row._fields or row._name.endswith(".person"):
                        continue
                    for method in ("write", "web_save"):
                        arguments = {"vals": {name: board}}
                        if method == "web_save":
                            arguments["specification"] = {}
                        with self.subTest(user=user.login, row=row._name, arguments=arguments):
                            answer = self.said(row._name, method, row.ids, **arguments)
                            self.assertIsInstance(answer, str, "this was not refused")

    def test_an_import_sets_none(self):
        for user, rows, board in (
            (self.officer, self._mine(), self.board),
            (self.member, self._sealed(), self.sibling_board),
        ):
            for row in rows:
                before = row.sealed_board_id
                for value in (str(board.id), ""):
                    with self.subTest(user=user.login, model=row._name):
                        self.authenticate(user.login, user.login)
                        self.said(
                            row._name,
                            "load",
                            ["id", "sealed_board_id/.id"],
                            data=[[str(row.id), value]],
                        )
                        self.said(
                            row._name,
                            "load",
                            [".id", "sealed_board_id/.id"],
                            data=[[str(row.id), value]],
                        )
                        self.assertEqual(row.sealed_board_id, before)

    def test_an_officer_begins_nothing_sealed(self):
        """Named, by default, or by a copy: it is refused, or it is not sealed."""
        sealed = {"sealed_board_id": self.board.id}
        for user in (self.officer, self.head, self.two_roles):
            for model, values in self._new_rows().items():
                for vals in ({**values, **sealed}, {**values, "board_id": self.board.id}):
                    self._assert_nothing_sealed(user, model, vals, {})
                for name in ("sealed_board_id", "board_id"):
                    self._assert_nothing_sealed(
                        user, model, values, {f"default_{name}": self.board.id}
                    )

    def test_a_member_begins_nothing_that_others_read(self):
        """A part of what the board works on is of the board, whatever is sent along."""
        inspection, plan = self.inspection.id, self.programme.id
        for model, values in (
            ("dan_chu.inspection.item", {"inspection_id": inspection, "name": "x"}),
            ("dan_chu.inspection.team", {"inspection_id": inspection, "name": "x"}),
            ("dan_chu.inspection.file", {"inspection_id": inspection, "name": "x", "data": PAGE}),
            (
                "dan_chu.finding",
                {"inspection_id": inspection, "finding_kind": "strength", "text": "x"},
            ),
            ("dan_chu.plan.section", {"plan_id": plan, "text": "x"}),
            ("dan_chu.programme.line", {"plan_id": plan, "name": "x", "kind": "check"}),
            ("dan_chu.recommendation", {"inspection_id": inspection, "text": "x"}),
        ):
            for board in (False, self.sibling_board.id):
                asked = {"sealed_board_id": board}
                by_default = {f"default_{name}": value for name, value in asked.items()}
                for vals, context in (
                    ({**values, **asked}, {}),
                    ({**values, **asked, "unit_id": self.sibling.id}, {}),
                    (values, by_default),
                ):
                    self._assert_sealed_by(self.board, self.member, model, vals, context)

    def _new_rows(self):
        kind = self.env.ref("dan_chu_co_so.document_kind_tb").id
        days = {"date_from": "2026-01-01", "date_to": "2026-12-31"}
        return {
            "dan_chu.notice": {"unit_id": self.school.id, "kind_id": kind, "title": "x"},
            "dan_chu.plan": {"unit_id": self.school.id, "title": "x", **days},
            "dan_chu.inspection": {
                "unit_id": self.school.id,
                "name": "x",
                "kind": "self_check",
            },
            "dan_chu.recommendation": {"unit_id": self.school.id, "text": "x"},
            "dan_chu.finding": {
                "inspection_id": self.inspection.id,
                "finding_kind": "strength",
                "text": "x",
            },
            "dan_chu.petition": {"name": "x", "text": "x"},
            "dan_chu.informant": {"finding_id": self.finding.id, "name": "x"},
        }

    def _assert_nothing_sealed(self, user, model, vals, context):
        self._assert_sealed_by(self.env["dan_chu.board"], user, model, vals, context)

    def _assert_sealed_by(self, board, user, model, vals, context):
        """Refused, or the row that is made depends on that board."""
        made = self.env[model]
        before = made.search([]).ids
        for more in CONTEXTS[:2]:
            with self.subTest(user=user.login, model=model, vals=vals, context={**more, **context}):
                self.authenticate(user.login, user.login)
                with self._undone():
                    self.said(model, "create", [vals], context={**more, **context})
                    new = made.search([("id", "not in", before)])
                    self.assertEqual(new.sealed_board_id, board if new else new.sealed_board_id)

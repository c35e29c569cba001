"""What a board has issued, concluded or sent changes for nobody, its members included."""

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.board_attacks import PAGE
from tests.access.frozen_case import CONTEXTS, FrozenCase
from tests.boards import BoardWorld


class TestFrozenBoard(BoardWorld, FrozenCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        line = {"name": "Thu chi quý II", "kind": "supervise"}
        cls.plan, cls.next_plan = (
            cls.make_plan(
                cls.school,
                state,
                board_id=cls.board.id,
                number=False,
                programme_line_ids=[Command.create(line)],
            )
            for state in ("issued", "draft")
        )
        cls.inspection = cls.quiet["dan_chu.inspection"].create(
            {"name": "Thu chi", "board_id": cls.board.id, "kind": "supervise"}
        )
        cls.inspection._put({"state": "under_way", "started_on": today()})
        cls.finding = cls.quiet["dan_chu.finding"].create(
            {
                "inspection_id": cls.inspection.id,
                "finding_kind": "shortcoming",
                "text": "Chưa niêm yết",
                "evidence_ids": [Command.create({"name": "anh.pdf", "data": PAGE})],
            }
        )
        cls.inspection._put({"state": "concluded", "concluded_on": today()})
        cls.row = cls.quiet["dan_chu.recommendation"].create(
            {"inspection_id": cls.inspection.id, "text": "Niêm yết"}
        )
        cls.row.action_send()

    def _hands(self):
        yield from (self.member, self.leader)
        yield from super()._hands()

    def test_the_lines_of_an_issued_programme_rest(self):
        lines = self.plan.programme_line_ids
        self._assert_each_refused(
            lambda env: {
                **self._writes(
                    env,
                    lines,
                    {"name": "Khác"},
                    {"date_from": "2026-01-01"},
                    {"member_ids": [Command.set(self.member_mandate.ids)]},
                    {"plan_id": self.next_plan.id},
                    {"sealed_board_id": False},
                ),
                "create": lambda: lines.with_env(env).create(
                    {"plan_id": self.plan.id, "name": "Thêm", "kind": "check"}
                ),
                "unlink": lines.with_env(env).unlink,
                "taken": lambda: self.next_plan.with_env(env).write(
                    {"programme_line_ids": [Command.link(lines.id)]}
                ),
            }
        )

    def test_no_paper_changes_its_board(self):
        changes = (
            {"board_id": self.sibling_board.id},
            {"board_id": False},
            {"sealed_board_id": False},
            {"sealed_board_id": self.sibling_board.id},
            {"board_name": "Khác", "sealed_board_id": False},
        )
        self._assert_each_refused(
            lambda env: {
                **self._writes(env, self.plan, *changes),
                **self._writes(env, self.next_plan, *changes),
                **self._writes(env, self.plan.document_id, *changes),
            }
        )

    def test_a_finding_rests_once_the_inspection_is_concluded(self):
        self._assert_each_refused(
            lambda env: {
                **self._writes(
                    env,
                    self.finding,
                    {"text": "Khác"},
                    {"finding_kind": "strength"},
                    {"present": "Ai đó"},
                    {"noted_on": "2026-01-01 00:00:00"},
                    {"author_id": self.leader.id},
                    {"inspection_id": False},
                    {"sealed_board_id": False},
                ),
                "unlink": self.finding.with_env(env).unlink,
                "file": self.finding.evidence_ids.with_env(env).unlink,
                "another": lambda: self.finding.with_env(env).create(
                    {
                        "inspection_id": self.inspection.id,
                        "finding_kind": "strength",
                        "text": "Ghi sau",
                    }
                ),
            },
            CONTEXTS,
        )

    def test_a_recommendation_rests_once_it_is_sent(self):
        self._assert_each_refused(
            lambda env: {
                **self._writes(
                    env,
                    self.row,
                    {"text": "Khác"},
                    {"legal_basis": "Khác"},
                    {"addressee_kind": "authority"},
                    {"state": "settled"},
                    {"received_on": "2026-01-01"},
                    {"date_due": "2099-01-01"},
                    {"answer": "Đã làm", "answer_state": "accept"},
                    {"is_public": True},
                    {"sealed_board_id": False},
                    {"unit_id": self.sibling.id},
                ),
                "unlink": self.row.with_env(env).unlink,
                "step": lambda: self.row.step_ids.with_env(env).write({"text": "Khác"}),
                "no step": self.row.step_ids.with_env(env).unlink,
                "answer": self.row.reply_ids.with_env(env).unlink,
            },
            CONTEXTS,
        )

    def test_the_database_refuses_what_got_past_the_models(self):
        revision, document = self.plan.revision_ids, self.plan.document_id
        other = self.leader.id
        line = self.env["dan_chu.register.line"].search([("document_id", "=", document.id)])
        for row, changes in (
            (revision, ("is_closed = true", "sealed_board_id = NULL", "is_to_head = true")),
            (document, ("sealed_board_id = NULL", "board_id = NULL")),
            (line, ("sealed_board_id = NULL",)),
            (self.plan.programme_line_ids, ("name = 'x'", "sealed_board_id = NULL")),
            (
                self.finding,
                ("text = 'x'", f"author_id = {self.leader.id}", "sealed_board_id = NULL"),
            ),
            (self.finding.evidence_ids, ("name = 'x'", "sha256 = 'x'")),
            (self.row, ("text = 'x'", "addressee_kind = 'authority'")),
            (self.row.step_ids[:1], ("text = 'x'", f"user_id = {other}")),
        ):
            for change in changes:
                self._assert_sql_refused(f"UPDATE {row._table} SET {change}", row)
            if row != self.row.step_ids[:1]:
                self._assert_sql_refused(f"DELETE FROM {row._table}", row)

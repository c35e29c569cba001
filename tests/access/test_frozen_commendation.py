"""What was decided or voted on changes for nobody: a nomination, its papers, the award that came
of it, a session of the council with its lines and votes."""

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.conference_rows import OTHER_PAGE, PAGE
from tests.access.frozen_case import FrozenCase
from tests.commendations import CommendationWorld


class TestFrozenCommendation(CommendationWorld, FrozenCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.round = cls.make_round("open")
        cls.given, cls.waiting = (
            cls.make_nomination(
                cls.round, person, file_ids=[Command.create({"name": "a.pdf", "data": PAGE})]
            )
            for person in cls.people[:2]
        )
        (cls.given | cls.waiting)._put({"state": "checked"})
        cls.sitting, cls.running = (cls._make_session(row) for row in (cls.given, cls.waiting))
        cls.sitting._put({"state": "closed"})
        cls.given._put({"state": "passed"})
        cls.given._put(
            {
                "state": "awarded",
                "bonus": 702_000,
                "decided_on": today(),
                "decision_words": "Quyết định số 45/QĐ-HS",
            }
        )
        cls.honour = cls.given.honour_ids
        # Issued, but it replaces no decision.
        kind = cls.env.ref("dan_chu_co_so.document_kind_tb")
        notice = cls.quiet["dan_chu.notice"].create(
            {"unit_id": cls.school.id, "kind_id": kind.id, "title": "Thông báo", "number": "45"}
        )
        cls.paper = notice.document_id
        cls.paper._move_to("issued", date=today())
        cls.env.flush_all()

    @classmethod
    def _make_session(cls, nomination):
        session = (
            cls.quiet["dan_chu.council.session"]
            .create({"round_id": cls.round.id, "board_id": cls.council.id, "method": "named"})
            .with_env(cls.env)
        )
        line = session._take_in(nomination)
        session._put({"state": "open"})
        line._put({"voters": 4, "base_count": 4})
        cls.env.flush_all()
        member = session.attendance_ids[:1]
        cls.env["dan_chu.commendation.ballot"]._add(
            [
                {
                    "line_id": line.id,
                    "session_id": session.id,
                    "attendance_id": member.id,
                    "name": member.name,
                    "choice": "for",
                    "cast_by_id": cls.head.id,
                }
            ]
        )
        line._put({"votes_for": 4, "outcome": "passed"})
        cls.env.flush_all()
        return session

    def _ballot(self, session):
        return self.env["dan_chu.commendation.ballot"].search([("session_id", "=", session.id)])

    def test_nobody_changes_what_was_decided(self):
        rows = {
            self.given: (
                {"bonus": 1},
                {"state": "passed"},
                {"name": "Khác"},
                {"achievements": "<p>Khác</p>"},
                {"file_ids": [Command.clear()]},
            ),
            self.given.file_ids: ({"note": "Khác"}, {"name": "b.pdf"}),
            self.honour: ({"merit": "Khác"}, {"bonus": 1}, {"commendation_id": False}),
            self.sitting: ({"state": "open"}, {"notes": "<p>Khác</p>"}, {"day": "2026-01-01"}),
            self.sitting.line_ids: ({"votes_for": 3}, {"outcome": "not_passed"}),
            self.sitting.attendance_ids[:1]: ({"is_present": False},),
            self._ballot(self.sitting): ({"choice": "against"},),
        }
        self._assert_each_refused(lambda env: self._changes_and_ends(env, rows))

    def test_the_database_refuses_what_got_past_the_models(self):
        for row, changes in (
            (
                self.given,
                (
                    "bonus = 1",
                    "state = 'passed'",
                    "employee_id = NULL",
                    "name = 'x'",
                    "decision_words = 'x'",
                    f"decision_document_id = {self.paper.id}",
                    (
                        f"decision_document_id = {self.paper.id}, decided_on = '{today()}', "
                        f"decision_words = '{self.paper.reference}'"
                    ),
                ),
            ),
            (self.given.file_ids, ("note = 'x'", f"commendation_id = {self.waiting.id}")),
            (
                self.honour,
                (
                    "merit = 'x'",
                    "bonus = 1",
                    "commendation_id = NULL",
                    "decision_words = 'x'",
                    "replaced_words = 'x'",
                ),
            ),
            (self.sitting, ("state = 'open'", "quorum_words = 'x'", "day = '2026-01-01'")),
            (
                self.sitting.line_ids,
                ("votes_for = 3", "outcome = 'unknown'", f"session_id = {self.running.id}"),
            ),
            (self.sitting.attendance_ids[:1], ("is_present = false",)),
            (self._ballot(self.sitting), ("choice = 'against'",)),
            (self._ballot(self.running), ("choice = 'against'",)),
        ):
            for change in changes:
                self._assert_sql_refused(f"UPDATE {row._table} SET {change}", row)
            self._assert_sql_refused(f"DELETE FROM {row._table}", row)

    def test_nothing_is_moved_into_what_is_closed(self):
        for row, change in (
            (self.running.line_ids, f"session_id = {self.sitting.id}"),
            (self.running.attendance_ids[:1], f"session_id = {self.sitting.id}"),
            (self.waiting.file_ids, f"commendation_id = {self.given.id}"),
        ):
            self._assert_sql_refused(f"UPDATE {row._table} SET {change}", row)

    def test_what_comes_later_is_entered_all_the_same(self):
        self.given._put({"handed_over_on": today(), "published_on": today()})
        self.honour._mark({"is_published": True, "is_cancelled": True})
        self.waiting._put({"state": "returned"})
        self.waiting.file_ids.unlink()
        file = {"name": "b.pdf", "data": OTHER_PAGE, "commendation_id": self.waiting.id}
        self.env["dan_chu.commendation.file"].create(file)
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertEqual(
            (self.given.state, self.given.bonus, self.honour.is_cancelled),
            ("awarded", 702_000, True),
        )

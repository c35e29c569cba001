from datetime import date, timedelta

from odoo.exceptions import AccessError
from odoo.tests import TransactionCase

from odoo.addons.dan_chu_co_so.lib.clock import today
from odoo.addons.dan_chu_co_so.models.petition import OPEN

from tests.petitions import PetitionWorld

FROM, TO = date(2026, 4, 1), date(2026, 6, 30)
BEFORE, WITHIN, AFTER = date(2026, 2, 10), date(2026, 5, 12), date(2026, 7, 9)


class ReportWorld(PetitionWorld):
    @classmethod
    def inspect(cls, state="concluded", board=None, **values):
        board = board or cls.board
        given = {"state": state, **{name: values.pop(name, False) for name in ("concluded_on",)}}
        row = cls.env["dan_chu.inspection"].create(
            {
                "name": "Kiểm tra thu chi",
                "kind": "check",
                "board_id": board.id,
                "date_from": WITHIN,
                "date_to": WITHIN,
                **values,
            }
        )
        row._put({**given, "state": "under_way"})
        cls.env["dan_chu.finding"].create(
            [
                {"inspection_id": row.id, "finding_kind": kind, "text": "Ghi nhận tại chỗ"}
                for kind in ("strength", "shortcoming", "shortcoming")
            ]
        )
        row._put(given)
        return row

    @classmethod
    def ask(cls, inspection, state="received", sent_on=WITHIN, **values):
        row = cls.env["dan_chu.recommendation"].create(
            {"inspection_id": inspection.id, "text": "Công khai quỹ phụ huynh"}
        )
        row._put(
            {
                "state": state,
                "sent_on": sent_on,
                "received_on": sent_on,
                "date_due": sent_on + timedelta(days=15),
                **values,
            }
        )
        return row

    @classmethod
    def put(cls, received_on=WITHIN, state="new", **values):
        row = cls.env["dan_chu.petition"].create(
            {
                "name": "Bữa ăn",
                "text": "Thiếu",
                "board_id": cls.board.id,
                "received_on": received_on,
            }
        )
        row._put({"state": state, **values})
        return row

    def told(self, user=None, board=None):
        board = self.as_user(board or self.board, user or self.member)
        return board._report_data(FROM, TO)


class TestBoardReport(ReportWorld, TransactionCase):
    def test_of_a_board_that_has_done_nothing(self):
        told = self.told()
        self.assertEqual(told["inspections"]["total"], 0)
        self.assertEqual(told["recommendations"]["sent"], 0)
        self.assertEqual((told["inspection_rows"], told["recommendation_rows"]), ([], []))

    def test_inspections_belong_to_the_period_they_meet(self):
        inside = self.inspect()
        meets = self.inspect(date_from=BEFORE, date_to=WITHIN)
        ended_within = self.inspect(date_from=BEFORE, date_to=BEFORE, concluded_on=WITHIN)
        goes_on = self.inspect("under_way", date_from=BEFORE, date_to=BEFORE)
        standing = self.inspect(
            "under_way",
            kind="standing",
            date_from=False,
            date_to=False,
            period_from=FROM,
            period_to=TO,
        )
        self.inspect(date_from=BEFORE, date_to=BEFORE, concluded_on=BEFORE)
        self.inspect("planned", date_from=BEFORE, date_to=BEFORE)
        self.inspect("planned", date_from=AFTER, date_to=AFTER)
        self.inspect("planned", date_from=False, date_to=False)
        self.inspect("cancelled")
        self.inspect(board=self.sibling_board)
        told = self.told()
        self.assertEqual(
            {row["id"] for row in told["inspection_rows"]},
            set((inside | meets | ended_within | goes_on | standing).ids),
        )
        self.assertEqual(told["inspections"]["total"], 5)
        self.assertEqual(told["inspections"]["done"], 3)

    def test_findings_count_as_last_said(self):
        inspection = self.inspect()
        told = self.told()
        self.assertEqual(told["findings"]["total"], 3)
        inspection._put({"state": "under_way"})
        wrong = inspection.finding_ids.filtered(lambda row: row.finding_kind == "strength")
        wrong.create(
            {
                "inspection_id": inspection.id,
                "finding_kind": "violation",
                "text": "Xem lại thì không đúng",
                "corrects_id": wrong.id,
            }
        )
        self.assertEqual(
            self.told()["findings"],
            {"total": 3, "strength": 0, "shortcoming": 2, "violation": 1},
        )
        (row,) = self.told()["inspection_rows"]
        self.assertEqual((row["strength"], row["shortcoming"], row["violation"]), (0, 2, 1))

    def test_recommendations_sent_carried_answered_and_late(self):
        inspection = self.inspect()
        answered = {"answer_state": "accept", "answer": "Đã làm"}
        self.ask(inspection, "answered", answered_on=WITHIN + timedelta(days=10), **answered)
        self.ask(inspection, "settled", answered_on=WITHIN + timedelta(days=20), **answered)
        self.ask(inspection)
        carried = self.ask(inspection, "received", sent_on=BEFORE)
        self.ask(inspection, "settled", sent_on=BEFORE, verified_on=BEFORE)
        settled_since = self.ask(inspection, "settled", sent_on=BEFORE, verified_on=WITHIN)
        self.ask(inspection, sent_on=AFTER)
        self.ask(inspection)._put({"state": "draft", "sent_on": False})
        told = self.told()
        figures = told["recommendations"]
        self.assertEqual((figures["sent"], figures["answered"]), (3, 2))
        self.assertEqual((figures["answered_in_time"], figures["answered_late"]), (1, 1))
        self.assertEqual((figures["overdue"], figures["waiting"]), (1, 0))
        self.assertEqual((figures["days_average"], figures["days_longest"]), (15.0, 20))
        self.assertEqual(figures["accept"], 2)
        self.assertEqual(figures["settled"], 1)
        self.assertEqual(figures["carried"]["sent"], 2)
        rows = told["recommendation_rows"]
        self.assertEqual([row["id"] for row in rows[:2]], (carried | settled_since).ids)
        self.assertEqual(rows[0]["inspection"], inspection.name)
        self.assertEqual(rows[0]["late_by"], (today() - BEFORE).days - 15)

    def test_who_was_dealt_with_is_named_in_no_report(self):
        row = self.ask(self.inspect(), "settled", answered_on=WITHIN)
        row.write({"outcome_form": "Khiển trách", "outcome_paper": "Quyết định số 12/QĐ"})
        self.env["dan_chu.recommendation.person"].create(
            {"recommendation_id": row.id, "name": "Người Bị Xử Lý"}
        )
        (told,) = self.told()["recommendation_rows"]
        self.assertEqual(told["outcome"], "Khiển trách, Quyết định số 12/QĐ")
        self.assertNotIn("Người Bị Xử Lý", str(self.told()))

    def test_petitions_by_what_became_of_them_and_nobody_named(self):
        self.put()
        self.put(state="answered", answered_on=AFTER, is_confidential=True)
        self.put(state="refused", answered_on=WITHIN)
        self.put(BEFORE)
        self.put(BEFORE, state="answered", answered_on=WITHIN)
        self.put(BEFORE, state="answered", answered_on=BEFORE)
        self.put(AFTER)
        self.env["dan_chu.informant"].create(
            {"petition_id": self.put(WITHIN).id, "name": "Người Mật Báo"}
        )
        self.denounce(received_on=WITHIN, forwarded_on=WITHIN)
        self.denounce(received_on=BEFORE, forwarded_on=BEFORE)
        told = self.told()
        self.assertEqual(
            told["petitions"],
            {
                "received": 4,
                "confidential": 1,
                "carried": 2,
                "settled": 2,
                "refused": 1,
                "open": 3,
                "denunciations": 1,
            },
        )
        self.assertNotIn("Người Mật Báo", str(told))
        self.assertEqual(OPEN, ("new", "accepted", "in_inspection"))

    def test_nobody_else_is_told(self):
        self.ask(self.inspect())
        self.put()
        for user in (self.staff, self.officer, self.head, self.representative, self.manager):
            with self.subTest(user.login):
                try:
                    told = self.told(user)
                except AccessError:
                    continue
                self.assertFalse(told["inspection_rows"])
                self.assertFalse(told["petitions"]["received"])

    def test_the_period_of_the_term_is_that_of_the_board(self):
        first, last = self.board._report_period("term")
        self.assertEqual((first, last), (self.board.date_from, self.board.date_to))
        self.assertEqual(self.board._report_period("quarter", "2026-05-12"), (FROM, TO))


class TestBoardReportQueries(ReportWorld, TransactionCase):
    def make(self, inspections, recommendations):
        rows = [self.inspect(subject_unit_id=self.school.id) for _ in range(inspections)]
        for number in range(recommendations):
            self.ask(rows[number % inspections])
        self.put()

    def queries(self):
        board = self.as_user(self.board, self.member)
        board._report_data(FROM, TO)
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        told = board._report_data(FROM, TO)
        return self.cr.sql_log_count - before, told

    def test_as_many_queries_for_much_as_for_little(self):
        self.make(4, 30)
        few, told = self.queries()
        self.assertEqual(len(told["recommendation_rows"]), 30)
        self.make(36, 270)
        many, told = self.queries()
        self.assertEqual(len(told["inspection_rows"]), 40)
        self.assertEqual(len(told["recommendation_rows"]), 300)
        self.assertEqual(many, few)
        self.assertLessEqual(many, 8)

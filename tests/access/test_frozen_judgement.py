"""What was settled about a model changes for nobody: neither the points nor what is concluded."""

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.frozen_case import FrozenCase
from tests.commendations import CommendationWorld


class TestFrozenJudgement(CommendationWorld, FrozenCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        criteria = cls.quiet["dan_chu.criteria.set"].create(
            {
                "unit_id": cls.school.id,
                "name": "Tiêu chí",
                "line_ids": [(0, 0, {"name": "Kết quả cụ thể", "points": 60})],
            }
        )
        cls.movement = cls.make_movement(criteria_set_id=criteria.id)
        cls.model = cls.make_initiative(cls.movement, "running", by=cls.teacher)
        cls.settled, cls.open = (cls._make_judgement() for _time in range(2))

    @classmethod
    def _make_judgement(cls):
        """Nobody settles the second."""
        judgements = cls.env["dan_chu.initiative.judgement"].with_user(cls.officer)
        sheet = judgements.create({"initiative_id": cls.model.id, "by": "unit"}).sudo()
        if not cls.model.judgement_ids - sheet:
            mine = sheet.with_user(cls.officer)
            mine.score_ids.points = 50
            mine.conclusion = "kept"
            mine.action_settle()
        cls.env.flush_all()
        return sheet

    def test_nobody_changes_what_was_settled(self):
        rows = {
            self.settled: (
                {"conclusion": "spread"},
                {"remark": "Khác"},
                {"settled_on": False},
                {"judged_on": today()},
            ),
            self.settled.score_ids: ({"points": 1}, {"note": "Khác"}),
        }
        self._assert_each_refused(lambda env: self._changes_and_ends(env, rows))

    def test_the_database_refuses_what_got_past_the_models(self):
        for row, changes in (
            (self.settled, ("total = 1", "settled_on = NULL", "conclusion = 'spread'")),
            (
                self.settled.score_ids,
                ("points = 1", "note = 'x'", f"judgement_id = {self.open.id}"),
            ),
        ):
            for change in changes:
                self._assert_sql_refused(f"UPDATE {row._table} SET {change}", row)
            self._assert_sql_refused(f"DELETE FROM {row._table}", row)
        row = self.open.score_ids
        self._assert_sql_refused(f"UPDATE {row._table} SET judgement_id = {self.settled.id}", row)

    def test_one_that_is_not_settled_is_gone_on_with(self):
        mine = self.open.with_user(self.officer)
        mine.score_ids.points = 12
        mine.write({"conclusion": "adjust", "remark": "Còn hình thức"})
        self.env.flush_all()
        self.assertEqual((mine.total, mine.maximum), (12, 60))
        mine.unlink()
        self.assertFalse(self.open.exists())

"""Once issued, the text of a plan changes for nobody; its tasks and results live on."""

from odoo.exceptions import AccessError
from odoo.fields import Command

from tests.access.frozen_case import CONTEXTS, FrozenCase

PARTS = {
    "section_ids": {"text": "Khác"},
    "target_ids": {"name": "Khác"},
    "upper_ids": {"sequence": 7},
}
CHANGES = {
    "section_ids": (
        {"text": "Khác"},
        {"level": 2},
        {"sequence": 7},
        {"role": "dash"},
        {"typed_number": "9"},
        {"goes_down": True},
    ),
    "target_ids": (
        {"name": "Khác"},
        {"value": 1},
        {"comparator": "exactly"},
        {"baseline": 3},
        {"date_due": "2026-03-01"},
        {"section_id": False},
        {"result": 5, "value": 1},
    ),
    "upper_ids": ({"sequence": 7}, {"directive_id": False}, {"upper_plan_id": False}),
}


class TestFrozenPlan(FrozenCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.directive = cls.make_directive(cls.school, published=True)
        other = cls.make_directive(cls.school, published=True)
        cls.purpose, cls.other_purpose = cls.env["dan_chu.plan.purpose"].create(
            [{"name": f"Mục đích {n}", "code": f"frozen_{n}"} for n in (1, 2)]
        )
        cls.plan, cls.draft = (
            cls.make_plan(
                cls.school,
                state,
                purpose_ids=[Command.set(cls.purpose.ids)],
                upper_ids=[Command.create({"directive_id": row.id})],
                task_ids=[Command.create({"name": "Báo cáo"})],
            )
            for state, row in (("issued", cls.directive), ("draft", other))
        )

    def _new_row(self, field):
        return {
            "section_ids": {"text": "Thêm"},
            "target_ids": {"name": "Thêm"},
            "upper_ids": {"directive_id": self.directive.id},
        }[field]

    def test_the_fields_of_an_issued_plan_rest(self):
        changes = (
            {"title": "Khác"},
            {"period_kind": "free"},
            {"period_year": 2020},
            {"date_from": "2020-01-01"},
            {"date_to": "2030-01-01"},
            {"opening": "Khác"},
            {"closing": "Khác"},
            {"is_one_sentence": False},
            {"is_numbered": False},
            {"has_task_annex": False},
            {"purpose_ids": [Command.set(self.other_purpose.ids)]},
            {"purpose_ids": [Command.clear()]},
            {"unit_id": self.group.id},
            {"state": "draft"},
            {"document_id": self.draft.document_id.id},
        )
        self._assert_each_refused(lambda env: self._writes(env, self.plan, *changes))

    def test_no_context_opens_its_text(self):
        def tried(env):
            ways = {"plan": lambda: self.plan.with_env(env).write({"title": "Khác"})}
            for field, vals in PARTS.items():
                row = self.plan[field].with_env(env)
                ways[f"write {field}"] = lambda r=row, v=vals: r.write(v)
                ways[f"unlink {field}"] = row.unlink
            return ways

        self._assert_each_refused(tried, CONTEXTS)

    def test_its_rows_neither_come_nor_go_nor_change(self):
        plan, draft = self.plan, self.draft

        def tried(env):
            ways = {}
            for field, changes in CHANGES.items():
                old, loose = plan[field].with_env(env), draft[field].with_env(env)
                new = self._new_row(field)
                moved = {"plan_id": draft.id, "document_id": draft.document_id.id}
                taken = {"plan_id": plan.id, "document_id": plan.document_id.id}
                ways |= self._writes(env, plan[field], *changes)
                ways |= {
                    f"create {field}": lambda r=old, v=new: r.create({"plan_id": plan.id, **v}),
                    f"by default {field}": lambda r=old, v=new: r.with_context(
                        default_plan_id=plan.id
                    ).create(v),
                    f"by its paper {field}": lambda r=old, v=new: r.create(
                        {"plan_id": draft.id, **v, "document_id": plan.document_id.id}
                    ).write({"document_id": plan.document_id.id}),
                    f"unlink {field}": old.unlink,
                    f"copy {field}": old.copy,
                    f"out {field}": lambda r=old, v=moved: r.write(v),
                    f"in {field}": lambda r=loose, v=taken: r.write(v),
                    f"in by its paper {field}": lambda r=loose, v=taken: r.write(
                        {"document_id": v["document_id"]}
                    ),
                }
            return ways

        self._assert_each_refused(tried)

    def test_commands_reach_none_of_its_rows(self):
        def tried(env):
            ways = {}
            for field, vals in PARTS.items():
                old, loose = self.plan[field], self.draft[field]
                commands = {
                    "create": Command.create(self._new_row(field)),
                    "update": Command.update(old.id, vals),
                    "delete": Command.delete(old.id),
                    "unlink": Command.unlink(old.id),
                    "link": Command.link(loose.id),
                    "clear": Command.clear(),
                    "set": Command.set(loose.ids),
                }
                for name, command in commands.items():
                    ways[f"{field} {name}"] = lambda v={field: [command]}: self.plan.with_env(
                        env
                    ).write(v)
                taken = {field: [Command.link(old.id)]}
                ways[f"{field} taken"] = lambda v=taken: self.draft.with_env(env).write(v)
            ways["a task goes"] = lambda: self.plan.with_env(env).write(
                {"task_ids": [Command.delete(self.plan.task_ids.id)]}
            )
            ways["a task comes"] = lambda: self.plan.with_env(env).write(
                {"task_ids": [Command.create({"name": "Thêm"})]}
            )
            ways["a task is taken"] = lambda: self.draft.with_env(env).write(
                {"task_ids": [Command.link(self.plan.task_ids.id)]}
            )
            return ways

        self._assert_each_refused(tried)

    def test_what_it_points_at_is_not_taken_from_it(self):
        self._assert_each_refused(
            lambda env: {
                "purpose": lambda: self.purpose.with_env(env).unlink(),
                "upper": lambda: self.directive.with_env(env).unlink(),
                "plan": lambda: self.plan.with_env(env).unlink(),
                "document": lambda: self.plan.document_id.with_env(env).unlink(),
            }
        )
        self.env.invalidate_all()
        self.assertEqual(self.plan.purpose_ids, self.purpose)

    def test_its_results_are_written_and_its_wish_is_not(self):
        target = self.plan.target_ids.with_user(self.officer)
        target.write({"result": 97, "result_on": "2026-06-30"})
        self.env.flush_all()
        self.assertEqual((self.plan.target_ids.met, self.plan.target_ids.value), ("yes", 95))

    def test_an_import_changes_nothing_of_it(self):
        for user, env in self._envs():
            for record, names, cells in (
                (self.plan, ["title"], ["Khác"]),
                (self.plan, ["purpose_ids/.id"], [str(self.other_purpose.id)]),
                (self.plan.section_ids, ["text"], ["Khác"]),
                (self.plan.target_ids, ["name"], ["Khác"]),
                (self.plan.upper_ids, ["sequence"], ["9"]),
            ):
                with self.subTest(user=user.login, model=record._name, su=env.su):
                    try:
                        answer = env[record._name].load([".id", *names], [[str(record.id), *cells]])
                    except AccessError:
                        continue
                    self.assertFalse(answer["ids"])
                    self.assertTrue(answer["messages"])
        self.env.invalidate_all()
        self.assertNotEqual(self.plan.title, "Khác")
        self.assertEqual(self.plan.purpose_ids, self.purpose)

    def test_the_database_refuses_what_got_past_the_models(self):
        draft = self.draft
        for row, changes in (
            (self.plan, ("opening = 'x'", "date_to = NULL", "is_numbered = NOT is_numbered")),
            (self.plan, (f"document_id = {draft.document_id.id}",)),
            (self.plan.section_ids, ("text = 'x'", "level = 3", "sequence = 9")),
            (self.plan.section_ids, (f"plan_id = {draft.id}",)),
            (
                self.plan.section_ids,
                (f"document_id = {draft.document_id.id}, plan_id = {draft.id}",),
            ),
            (self.plan.target_ids, ("name = 'x'", "value = 1", "result = 5, value = 1")),
            (self.plan.upper_ids, ("directive_id = NULL", "sequence = 9")),
        ):
            for change in changes:
                self._assert_sql_refused(f"UPDATE {row._table} SET {change}", row)
            self._assert_sql_refused(f"DELETE FROM {row._table}", row)
        for row in (draft.section_ids, draft.target_ids, draft.upper_ids):
            self._assert_sql_refused(
                f"UPDATE {row._table} SET document_id = {self.plan.document_id.id}", row
            )
        step = self.plan.task_ids.step_ids[:1]
        for change in ("text = 'x'", "user_id = NULL", "action = 'accepted'"):
            self._assert_sql_refused(f"UPDATE dan_chu_task_step SET {change}", step)

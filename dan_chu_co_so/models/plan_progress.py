from odoo import api, fields, models
from odoo.tools import SQL

# Of each plan: itself, and what follows it down the tree, as far as it is issued. A plan that
# answers two upper ones is counted once.
_TREE = """
WITH RECURSIVE tree(root, plan) AS (
    SELECT id, id FROM dan_chu_plan WHERE id = ANY(%(plans)s)
    UNION
    SELECT tree.root, below.lower_plan_id
      FROM tree
      JOIN dan_chu_plan_addressee below
        ON below.plan_id = tree.plan AND below.state = 'issued'
)
"""
# A partner works on the task of its lead: it is counted once.
_COUNTED = SQL("task.is_counted AND task.row_kind <> 'partner' AND task.state <> 'cancelled'")
_DONE = SQL("task.state IN ('done', 'accepted')")


class Plan(models.Model):
    """How far a plan is: its own tasks, and those of the whole tree below it."""

    _inherit = "dan_chu.plan"

    task_total = fields.Integer(compute="_compute_progress")
    task_done = fields.Integer(compute="_compute_progress")
    task_late = fields.Integer(compute="_compute_progress")
    progress = fields.Float(string="Done (%)", compute="_compute_progress", digits=(5, 1))
    tree_total = fields.Integer(string="Tasks with those below", compute="_compute_progress")
    tree_done = fields.Integer(compute="_compute_progress")
    tree_progress = fields.Float(
        string="Done with those below (%)", compute="_compute_progress", digits=(5, 1)
    )
    target_total = fields.Integer(compute="_compute_targets")
    target_met = fields.Integer(compute="_compute_targets")

    @api.depends("task_ids.state", "task_ids.weight", "task_ids.date_deadline")
    @api.depends_context("tz")
    def _compute_progress(self):
        """Tasks done of all, each with its weight; right at every moment, in one statement."""
        figures = self._figures()
        for plan in self:
            own, tree = figures.get(plan._origin.id, ((0,) * 5, (0,) * 5))
            plan.task_total, plan.task_done, plan.task_late = own[0], own[1], own[2]
            plan.progress = 100 * own[4] / own[3] if own[3] else 0
            plan.tree_total, plan.tree_done = tree[0], tree[1]
            plan.tree_progress = 100 * tree[4] / tree[3] if tree[3] else 0

    @api.depends("target_ids.met")
    def _compute_targets(self):
        for plan in self:
            plan.target_total = len(plan.target_ids)
            plan.target_met = len(plan.target_ids.filtered(lambda row: row.met == "yes"))

    def _figures(self):
        """{plan: ((total, done, late, weight, weight done) of its own, the same of the tree)}"""
        rows = self._tree_rows(SQL("tree.plan = tree.root"))
        figures = {}
        for root, is_own, *numbers in rows:
            own, tree = figures.setdefault(root, ([0] * 5, [0] * 5))
            for place, number in enumerate(numbers):
                tree[place] += number
                own[place] += number if is_own else 0
        return figures

    def _tree_rows(self, key, join=None):
        """[(plan, key, total, done, late, weight, weight done)] over the trees of these plans."""
        self.env["dan_chu.task"].flush_model()
        self.env["dan_chu.plan.addressee"].flush_model(["state", "lower_plan_id", "plan_id"])
        return self.env.execute_query(
            SQL(
                """
                %(tree)s
                SELECT tree.root, %(key)s, count(*), count(*) FILTER (WHERE %(done)s),
                       count(*) FILTER (
                           WHERE task.state IN ('todo', 'doing') AND task.given_on IS NOT NULL
                             AND task.date_deadline < %(day)s),
                       sum(task.weight), coalesce(sum(task.weight) FILTER (WHERE %(done)s), 0)
                  FROM tree JOIN dan_chu_task task ON task.plan_id = tree.plan %(join)s
                 WHERE %(counted)s
                 GROUP BY 1, 2
                """,
                tree=self._tree(),
                key=key,
                join=join or SQL(),
                done=_DONE,
                counted=_COUNTED,
                day=fields.Date.context_today(self),
            )
        )

    def _tree(self):
        return SQL(_TREE, plans=self._origin.ids)

    def _progress_by_section(self):
        """[(section or none, (total, done, late, weight, weight done))] of the plan's own tasks."""
        self.ensure_one()
        sections = self.section_ids._in_order()
        found = {}
        for _root, key, *numbers in self._tree_rows(
            SQL("CASE WHEN tree.plan = tree.root THEN coalesce(task.section_id, 0) ELSE -1 END")
        ):
            found[key] = numbers
        rows = [(section, found[section.id]) for section in sections if section.id in found]
        rest = [(sections.browse(), found[0])] if 0 in found else []
        return rows + rest

    def _progress_by_unit(self):
        """[(unit, (total, done, late, weight, weight done))] over the whole tree: who owes what."""
        self.ensure_one()
        owes = SQL("JOIN dan_chu_unit unit ON unit.id = task.addressee_unit_id")
        rows = self._tree_rows(SQL("unit.institution_id"), owes)
        found = {key: numbers for _root, key, *numbers in rows}
        units = self.env["dan_chu.unit"].with_context(active_test=False)
        return [(unit, found[unit.id]) for unit in units.search([("id", "in", list(found))])]

    def action_open_tasks(self):
        """The plan's tasks, those of units below as well, as far as one may see them."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.display_name,
            "res_model": "dan_chu.task",
            "view_mode": "list,kanban,calendar,pivot,graph,form",
            "domain": [
                ("plan_id", "in", self._tree_ids()),
                ("is_counted", "=", True),
                ("row_kind", "!=", "partner"),
                ("state", "!=", "cancelled"),
            ],
            "context": {
                "search_default_group_by_addressee": self.tree_total > self.task_total,
                "default_plan_id": self.id,
            },
        }

    def _tree_ids(self):
        self.env["dan_chu.plan.addressee"].flush_model(["state", "lower_plan_id", "plan_id"])
        return [
            plan
            for (plan,) in self.env.execute_query(
                SQL("%s SELECT DISTINCT plan FROM tree", self._tree())
            )
        ]

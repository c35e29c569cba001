from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL, format_date

from ..lib.clock import today
from .claiming import claim
from .task import CLOSED, OPEN

SLICE = 500
REMINDER = "dan_chu_co_so.activity_task_due"
_TO_DO = "mail.mail_activity_data_todo"
_AHEAD = "task.remind_before"
_AFTER = "task.escalate_after"
# The column that remembers for which deadline the word was given, and when it is time for it.
# What fell on a day without a server is caught up, until the head is told.
_WORDS = {
    "before": (
        "reminded_for",
        "task.date_deadline > %(day)s AND task.date_deadline <= %(day)s + span.ahead",
    ),
    "due": (
        "due_reminded_for",
        "task.date_deadline <= %(day)s AND task.date_deadline > %(day)s - greatest(span.after, 1)",
    ),
    "late": (
        "escalated_for",
        "task.date_deadline <= %(day)s - span.after",
    ),
}
# Whoever did the task before has nothing to do there any more.
_WHOSE = {"who_kind", "lead_employee_id", "addressee_unit_id"}


class Task(models.Model):
    """Reminders: before the deadline and on it to who does the task, later to the head.

    Each once for each deadline: a column names the deadline it was given for, so that a new date
    is a new beginning.
    """

    _inherit = "dan_chu.task"

    reminded_for = fields.Date(readonly=True, copy=False)
    due_reminded_for = fields.Date(readonly=True, copy=False)
    escalated_for = fields.Date(readonly=True, copy=False)

    def write(self, vals):
        leads = self._leads_to_forget(vals)
        res = super().write(vals)
        self._forget_reminders(vals, leads)
        return res

    def _put(self, values):
        leads = self._leads_to_forget(values)
        res = super()._put(values)
        self._forget_reminders(values, leads)
        return res

    def _leads_to_forget(self, vals):
        return self.sudo().lead_user_id if vals.keys() & _WHOSE else self.env["res.users"]

    def _forget_reminders(self, vals, leads):
        """Nobody is asked for what is done, called off, put off or somebody else's by now."""
        reminders = Domain("activity_type_id", "=", self.env.ref(REMINDER).id)
        if vals.get("state") in CLOSED:
            to_dos = Domain("activity_type_id", "=", self.env.ref(_TO_DO).id)
            self._drop_activities(reminders | to_dos)
        elif vals.keys() & _WHOSE:
            self._drop_activities(reminders | Domain("user_id", "in", leads.ids))
        elif "date_deadline" in vals:
            self._drop_activities(reminders)

    def _drop_activities(self, domain):
        """Those the program made; what people planned for themselves stays theirs."""
        mine = Domain("res_model", "=", self._name) & Domain("res_id", "in", self.ids)
        activities = self.env["mail.activity"].sudo()
        activities.search(mine & Domain("automated", "=", True) & domain).unlink()

    @api.model
    def _cron_remind(self):
        """In steps, each committed: what is cut short goes on with those not reminded yet."""
        tasks = self.sudo()
        tasks.flush_model()
        cron, spans = self.env["ir.cron"], tasks._spans()
        remaining = sum(tasks._count_to_remind(word, spans) for word in _WORDS)
        cron._commit_progress(remaining=remaining)
        for word in _WORDS:
            while claimed := tasks._claim(word, spans):
                claimed._remind(word)
                remaining = max(remaining - len(claimed), 0)
                if not cron._commit_progress(len(claimed), remaining=remaining):
                    return

    def _spans(self):
        """Of each unit that owes anything: how many days ahead, and after how many the head."""
        owed = Domain("state", "in", OPEN) & Domain("date_deadline", "!=", False)
        owing = Domain("given_on", "!=", False) & Domain("is_counted", "=", True)
        units = self.env["dan_chu.unit"].union(
            *(unit for (unit,) in self._read_group(owed & owing, ["addressee_unit_id"]))
        )
        units.institution_id.mapped("kind_id")
        rule = self.env["dan_chu.rule"]
        ahead = [rule._days(_AHEAD, unit) for unit in units]
        after = [rule._days(_AFTER, unit) for unit in units]
        return SQL(
            "unnest(%s::int[], %s::int[], %s::int[]) AS span(unit_id, ahead, after)",
            units.ids,
            ahead,
            after,
        )

    def _to_remind(self, word, spans):
        column, when = _WORDS[word]
        return SQL(
            """
            dan_chu_task task JOIN %(spans)s ON span.unit_id = task.addressee_unit_id
             WHERE task.state IN %(open)s AND task.given_on IS NOT NULL AND task.is_counted
               AND task.%(column)s IS DISTINCT FROM task.date_deadline AND %(when)s
            """,
            spans=spans,
            open=OPEN,
            column=SQL.identifier(column),
            when=SQL(when, day=SQL("%s::date", today())),
        )

    def _count_to_remind(self, word, spans):
        query = SQL("SELECT count(*) FROM %s", self._to_remind(word, spans))
        return self.env.execute_query(query)[0][0]

    def _claim(self, word, spans):
        """The next ones, marked for the day they are told of."""
        column, _when = _WORDS[word]
        candidates = self._to_remind(word, spans)
        mark = (column, SQL("marked.date_deadline"))
        tasks = self.browse(claim(self.env, self._table, "task", candidates, SLICE, mark))
        tasks.invalidate_recordset(["reminded_for", "due_reminded_for", "escalated_for"])
        return tasks

    def _remind(self, word):
        """One activity a person and task, all at once; the weekly mail is what is mailed."""
        kind, model = self.env.ref(REMINDER), self.env["ir.model"]._get_id(self._name)
        if word == "due":
            self._drop_activities(Domain("activity_type_id", "=", kind.id))
        rows = [
            {
                "activity_type_id": kind.id,
                "automated": True,
                "summary": self._reminder_text(word, task.date_deadline, user.lang),
                "date_deadline": task.date_deadline,
                "res_model_id": model,
                "res_id": task.id,
                "user_id": user.id,
            }
            for task, users in self._whom_to_remind(word)
            for user in users
        ]
        activities = self.env["mail.activity"].with_context(mail_activity_quick_update=True)
        return activities.create(rows)

    def _whom_to_remind(self, word):
        """For those without a login, and for what is the unit's, its officers are asked."""
        units = self.addressee_unit_id
        heads = units._people_by_unit("head")
        officers = units._people_by_unit("officer")
        for task in self:
            unit, lead = task.addressee_unit_id, task.lead_user_id.filtered("active")
            if word == "late":
                yield task, heads[unit]
            else:
                yield task, lead or officers[unit] or heads[unit]

    def _reminder_text(self, word, deadline, lang):
        tasks = self.with_context(lang=lang)
        day = format_date(tasks.env, deadline)
        if word == "before":
            return tasks.env._("To be done by %s", day)
        if word == "late":
            return tasks.env._("Late since %s: please see to it", day)
        if deadline == today():
            return tasks.env._("To be done today")
        return tasks.env._("Was to be done by %s", day)

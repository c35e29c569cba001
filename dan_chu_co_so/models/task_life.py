from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import plaintext2html

from ..lib.task_time import write as phrase
from .task import OPEN


class Task(models.Model):
    """The life of a task: to do → doing → done → accepted; sent back, cancelled."""

    _inherit = "dan_chu.task"

    may_do = fields.Boolean(compute="_compute_sides")
    may_decide = fields.Boolean(compute="_compute_sides")

    @api.depends("unit_id", "addressee_unit_id", "lead_user_id")
    @api.depends_context("uid")
    def _compute_sides(self):
        """Who owes it and who gave it, each with their own buttons."""
        user = self.env.user
        for task in self:
            task.may_do = task._owes(user) or (task.lead_user_id == user)
            task.may_decide = task._gives(user)

    def action_give(self):
        """A task outside any plan is given at once; a plan's tasks are given with the plan."""
        self._require_role("officer", "head")
        for task in self:
            if task.plan_id:
                raise UserError(
                    self.env._(
                        "“%(task)s” is given when its plan “%(plan)s” is issued.",
                        task=task.name,
                        plan=task.plan_id.display_name,
                    )
                )
        self.filtered(lambda task: not task.given_on)._give()

    def action_start(self):
        self._require_side("may_do")
        self._require_state("todo")
        self._move_to("doing", "started")

    def action_done(self, result=None):
        self._require_side("may_do")
        self._require_state(*OPEN)
        for task in self:
            if result:
                task.result = result
            task._check_shows_result()
        day = fields.Date.context_today(self)
        self._move_to("done", "done", done_on=day, done_by_id=self.env.uid, has_difficulty=False)

    def action_reopen(self):
        """Reported by mistake; not once it was accepted."""
        self._require_side("may_do")
        self._require_state("done")
        self._move_to("doing", "reopened", done_on=False, done_by_id=False)

    def action_accept(self):
        self._require_side("may_decide")
        self._require_state("done")
        self._move_to("accepted", "accepted")

    def action_send_back(self, reason=None):
        self._require_side("may_decide")
        self._require_state("done")
        if not reason:
            return self._ask("sent_back")
        self._move_to("doing", "sent_back", text=reason, done_on=False, done_by_id=False)
        self._tell_who_owes(self.env._("Sent back"), reason)
        return True

    def action_report_difficulty(self, text=None):
        """Báo vướng mắc: it goes to who gave the task, and waits for an answer."""
        self._require_side("may_do")
        self._require_state(*OPEN)
        if not text:
            return self._ask("difficulty")
        self._note("difficulty", text, has_difficulty=True)
        self._tell_who_gave(self.env._("Difficulty reported"), text)
        return True

    def action_answer_difficulty(self, text=None):
        self._require_side("may_decide")
        if not text:
            return self._ask("answer")
        self._note("answer", text, has_difficulty=False)
        self._tell_who_owes(self.env._("Difficulty answered"), text)
        return True

    def action_ask_date(self, date=None, reason=None):
        """Late, or going to be: with the reason, and the day asked for."""
        self._require_side("may_do")
        self._require_state(*OPEN)
        if not (date and reason):
            return self._ask("date_asked")
        day = fields.Date.to_date(date)
        for task in self:
            if task.date_deadline and day <= task.date_deadline:
                raise UserError(
                    self.env._("The day asked for must be later than the deadline there is.")
                )
        self._note("date_asked", reason, day, date_asked=day)
        self._tell_who_gave(self.env._("New date asked for"), reason)
        return True

    def action_grant_date(self):
        self._require_side("may_decide")
        for task in self:
            day = task.date_asked
            if not day:
                raise UserError(self.env._("“%s”: no new date was asked for.", task.display_name))
            time = {"time_kind": "at_latest", "time_text": phrase("at_latest", deadline=day)}
            task._note("date_granted", None, day, date_asked=False, date_deadline=day, **time)
        self._tell_who_owes(self.env._("New date granted"), "")

    def action_refuse_date(self, reason=None):
        self._require_side("may_decide")
        if not reason:
            return self._ask("date_refused")
        self._note("date_refused", reason, date_asked=False)
        self._tell_who_owes(self.env._("New date refused"), reason)
        return True

    def action_cancel(self, reason=None):
        self._require_side("may_decide")
        self._require_state(*OPEN, "done")
        if not reason:
            return self._ask("cancelled")
        whole = self | self.child_ids.filtered(lambda child: child.state in (*OPEN, "done"))
        whole._move_to("cancelled", "cancelled", text=reason)
        return True

    def _require_side(self, name):
        if self.env.su:
            return
        for task in self:
            if not task[name] or not task.given_on:
                raise AccessError(
                    self.env._(
                        "“%s”: this is for those who owe the task, or for those who gave it.",
                        task.display_name,
                    )
                )

    def _check_shows_result(self):
        self.ensure_one()
        if not self.is_counted:
            raise UserError(
                self.env._("“%s” is done by its parts: report each of them.", self.display_name)
            )
        if self.needs_evidence and not self.evidence_ids:
            raise UserError(
                self.env._(
                    "“%s” asks for evidence: add a photo or a file of what was done.",
                    self.display_name,
                )
            )
        if not self.result and not self.evidence_ids:
            raise UserError(self.env._("“%s”: write what was done, in a line.", self.display_name))

    def _move_to(self, state, step, text=None, **values):
        """The one door the state goes through: `write` refuses it."""
        self._put({"state": state, **values})
        self.env["dan_chu.task.step"]._book(self, step, text)

    def _note(self, step, text=None, date=None, **values):
        self._put(values)
        self.env["dan_chu.task.step"]._book(self, step, text, date)

    def _ask(self, what):
        self.ensure_one()
        said = self.env["dan_chu.task.say"]._fields["what"]
        return {
            "type": "ir.actions.act_window",
            "name": dict(said._description_selection(self.env))[what],
            "res_model": "dan_chu.task.say",
            "view_mode": "form",
            "target": "new",
            "context": {"default_task_id": self.id, "default_what": what},
        }

    def _tell_who_gave(self, summary, text):
        for task in self:
            task._tell(task.unit_id._people("officer"), summary, text)

    def _tell_who_owes(self, summary, text):
        for task in self:
            people = task.lead_user_id or task.addressee_unit_id._people("officer")
            task._tell(people, summary, text)

    def _tell(self, users, summary, text):
        for user in users - self.env.user:
            # Nobody keeps a word from those it is for by a key of the context.
            heard = self.sudo().with_context(mail_activity_automation_skip=False)
            heard.activity_schedule(
                "mail.mail_activity_data_todo",
                summary=summary,
                note=text and plaintext2html(text),
                user_id=user.id,
            )

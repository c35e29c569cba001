from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date, split_every

from ..lib.clock import today
from .task import OPEN

SLICE = 200


class ResolutionCheck(models.Model):
    """The life of a check: due, settled, told to all the staff; then the next one."""

    _inherit = "dan_chu.resolution.check"

    def action_done(self):
        """Settled: the states are kept as they are now, and the notice to all is written."""
        self._require_role("officer", "head")
        self.ensure_one()
        self._lock()
        if self.state != "open":
            raise UserError(self.env._("“%s” is settled already.", self.display_name))
        self._check_has_words()
        check = self.sudo()
        check.line_ids._keep()
        check._put({"state": "done", "done_on": today(), "checked_on": self.checked_on or today()})
        check._close_task("done")
        check.resolution_id._make_next_check()
        is_writer = self.env.user._dan_chu_has_role("officer", self.unit_id)
        return self.action_new_notice() if is_writer else True

    def action_new_notice(self):
        """The paper that tells all the staff what has become of the resolution."""
        self.ensure_one()
        self._require_role("officer")
        if self.state != "done":
            raise UserError(self.env._("Settle the check first: the notice tells its result."))
        papers = self.env["dan_chu.conference.paper"]
        return papers._begin_or_open(
            form="check_notice", conference_id=self.conference_id.id, check_id=self.id
        )

    def action_open_resolution(self):
        """As it was issued."""
        self.ensure_one()
        self.check_access("read")
        return self.sudo().resolution_id._open_issued(self.env)

    def _lock(self):
        """Two who settle it together do so one after the other."""
        self.env.cr.execute(
            "SELECT FROM dan_chu_resolution_check WHERE id = ANY(%s) FOR UPDATE", [self.ids]
        )
        self.invalidate_recordset(["state"])

    def _check_has_words(self):
        missing = []
        if not self.head_words:
            missing.append(self._fields["head_words"].get_description(self.env)["string"])
        if not self.staff_words and self.unit_id._people("representative"):
            missing.append(self._fields["staff_words"].get_description(self.env)["string"])
        if missing:
            raise UserError(
                self.env._(
                    "“%(check)s” is not complete: %(missing)s. Head and representative evaluate "
                    "together (%(basis)s).",
                    check=self.display_name,
                    missing=", ".join(missing),
                    basis=self.basis or "",
                )
            )

    def _close_task(self, state, reason=None):
        """The duty is done, or nobody owes it any more."""
        for check in self:
            task = check.sudo().task_id
            if task.state not in OPEN:
                continue
            if state == "done":
                result = self.env._("Checked on %s.", format_date(self.env, check.checked_on))
                task._put({"result": task.result or result})
                task._move_to("done", "done", done_on=today(), done_by_id=self.env.uid)
            else:
                task._move_to("cancelled", "cancelled", text=reason)

    def _cancel(self, reason):
        for check in self.filtered(lambda row: row.state == "open"):
            check._put({"state": "cancelled", "end_reason": reason})
            check._close_task("cancelled", reason)

    @api.model
    def _cron_make(self):
        """The next check of each resolution whose last one has come due, in committed steps."""
        waiting = self.env["dan_chu.resolution"].sudo().search([("state", "=", "issued")])
        cron = self.env["ir.cron"]
        cron._commit_progress(remaining=len(waiting))
        for ids in split_every(SLICE, waiting.ids):
            waiting.browse(ids)._make_next_check()
            if not cron._commit_progress(len(ids)):
                return


class Resolution(models.Model):
    _inherit = "dan_chu.resolution"

    check_ids = fields.One2many("dan_chu.resolution.check", "resolution_id", string="Checks")

    def _issued(self):
        super()._issued()
        self.sudo()._make_next_check()
        for paper in self.sudo():
            paper._relieve_former()

    def _ended(self, reason):
        super()._ended(reason)
        self.sudo().check_ids._cancel(reason)

    def _relieve_former(self):
        """What is still due of the resolution before is checked until its day; nothing is made
        due of it that comes after this one."""
        former = self.search(
            [("unit_id", "=", self.unit_id.id), ("state", "=", "issued"), ("id", "!=", self.id)]
        )
        reason = self.document_id._named_with_kind()
        for check in former.check_ids:
            if check.resolution_id.date < self.date < check.due_on:
                check._cancel(reason)

    def _make_next_check(self):
        """One check ahead of each resolution, until a newer one of the house is in force."""
        for paper in self:
            last = paper.check_ids.sorted("number")[-1:]
            if last.state == "open" and last.due_on >= today():
                continue
            if last and paper._is_followed():
                continue
            paper._make_check(last.due_on or paper.date, last.number + 1)

    def _is_followed(self):
        """A later conference of the house has resolved anew."""
        return bool(
            self.search_count(
                [
                    ("unit_id", "=", self.unit_id.id),
                    ("state", "=", "issued"),
                    ("date", ">", self.date),
                ],
                limit=1,
            )
        )

    def _make_check(self, start, number):
        answer = self.env["dan_chu.rule"]._find("conference.review_every", self.unit_id, start)
        if not answer:
            return
        due = self.unit_id._due_date("conference.review_every", start)[0]
        check = self.env["dan_chu.resolution.check"].create(
            {
                "resolution_id": self.id,
                "number": number,
                "due_on": due,
                "basis": answer.explanation,
            }
        )
        self.env["dan_chu.resolution.check.line"].create(
            [
                {
                    "check_id": check.id,
                    "sequence": place,
                    "commitment_id": row.id,
                    "name": row.name,
                    "who": row.who_text,
                }
                for place, row in enumerate(self.commitment_ids, start=1)
            ]
        )
        check._put({"task_id": check._duty_task(answer).id})

    def action_open_checks(self):
        self.ensure_one()
        self._require_role("officer", "head")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Checks of the resolution"),
            "res_model": "dan_chu.resolution.check",
            "view_mode": "list,form",
            "domain": [("resolution_id", "=", self.id)],
        }

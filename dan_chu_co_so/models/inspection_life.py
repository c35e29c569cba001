from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..lib.board_vote import is_majority, still_needed
from ..lib.clock import today
from .inspection import BEFORE_CONCLUSION, NOTIFIED_KINDS, SETTLED

# What a member writes down day by day, and a survey, end without minutes of two sides.
_WITHOUT_MINUTES = ("standing", "survey")
_WITHOUT_ANNOUNCEMENT = ("standing",)


class Inspection(models.Model):
    """The life of an inspection: planned → announced → under way → concluded → followed up →
    closed."""

    _inherit = "dan_chu.inspection"

    def action_announce(self, values=None):
        """Reported to the directing body and notified to the inspected party.

        `values`: {"date_from", "date_to", "reported_on", "notified_on", "reason"}. Without a
        reason, a notice that is too short asks for one.
        """
        self._require_role("officer", "head")
        self._require_state("planned", "announced")
        values = values or {}
        for inspection in self:
            if inspection.kind in _WITHOUT_ANNOUNCEMENT:
                raise UserError(
                    self.env._(
                        "“%s” is day-to-day supervision: it is begun without announcement.",
                        inspection.display_name,
                    )
                )
            told = inspection._notice_told(values)
            reason = values.get("reason")
            if inspection._is_short_notice(told) and not (reason or "").strip():
                if len(self) > 1:
                    raise UserError(inspection._short_notice_text(told))
                return inspection._ask("dan_chu.inspection.announce", self.env._("Announce"))
            inspection._put(
                {
                    **told,
                    "state": "announced",
                    "announced_on": max(told["reported_on"], told["notified_on"]),
                    "notice_short_reason": inspection._is_short_notice(told) and reason,
                }
            )
        return True

    def action_start(self):
        self._require_role("officer", "head")
        self._require_state("planned", "announced")
        for inspection in self:
            inspection._check_may_start()
            inspection._put({"state": "under_way", "started_on": today()})
        return True

    def action_conclude(self):
        self._require_role("officer", "head")
        self._require_state("under_way")
        for inspection in self:
            inspection._check_has_minutes()
            inspection._check_agreed()
            inspection._put({"state": "concluded", "concluded_on": today()})
        return True

    def action_follow_up(self):
        """The result was sent; its recommendations are watched."""
        self._require_role("officer", "head")
        self._require_state("concluded")
        self._put({"state": "followed_up", "followed_up_on": today()})
        return True

    def action_close(self):
        self._require_role("officer", "head")
        self._require_state("concluded", "followed_up")
        for inspection in self:
            waiting = inspection.sudo().recommendation_ids.filtered(
                lambda row: row.state not in SETTLED
            )
            if waiting:
                raise UserError(
                    self.env._(
                        "“%(name)s” is closed when every recommendation is settled or handed on. "
                        "Still open: %(open)s.",
                        name=inspection.display_name,
                        open="; ".join(waiting.mapped("display_name")),
                    )
                )
        self._put({"state": "closed", "closed_on": today()})
        return True

    def action_cancel(self, reason=None):
        self._require_role("officer", "head")
        self._require_state(*BEFORE_CONCLUSION)
        if not (reason or "").strip():
            return self._ask("dan_chu.inspection.cancel", self.env._("Cancel the inspection"))
        self._put({"state": "cancelled", "cancel_reason": reason})
        return True

    def _ask(self, wizard, title):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": wizard,
            "view_mode": "form",
            "target": "new",
            "context": {"default_inspection_id": self.id},
        }

    def _notice_told(self, values):
        """When it takes place and when it was told, as it is said now or was before."""
        self.ensure_one()
        told = {
            name: fields.Date.to_date(values.get(name)) or self[name] or default
            for name, default in (
                ("date_from", None),
                ("date_to", None),
                ("reported_on", today()),
                ("notified_on", today()),
            )
        }
        if not told["date_from"]:
            raise UserError(
                self.env._("“%s”: type the first day on which it takes place.", self.display_name)
            )
        later = [day for day in (told["reported_on"], told["notified_on"]) if day > today()]
        if later:
            raise UserError(
                self.env._(
                    "%s is still to come: what is announced has been reported and notified.",
                    format_date(self.env, later[0]),
                )
            )
        return told

    def _is_short_notice(self, told):
        if self.kind not in NOTIFIED_KINDS:
            return False
        latest = self._notice_law(told["date_from"])
        return bool(latest) and max(told["reported_on"], told["notified_on"]) > latest[0]

    def _notice_law(self, first_day):
        """(last day in time, answer) of the notice the law wants; None where it says nothing."""
        rule = self.env["dan_chu.rule"]._find("inspectorate.notice", self.unit_id, first_day)
        return rule and self.unit_id._latest_date_before("inspectorate.notice", first_day)

    def _short_notice_text(self, told):
        latest, answer = self._notice_law(told["date_from"])
        return self.env._(
            "It was to be reported and notified by %(latest)s, %(count)s working days before "
            "%(first)s (%(citation)s). Give the reason for the shorter notice.",
            latest=format_date(self.env, latest),
            count=answer.value.length,
            first=format_date(self.env, told["date_from"]),
            citation=answer.citation,
        )

    def _check_may_start(self):
        self.ensure_one()
        self._check_team()
        self._check_mandates(today())
        if self.kind not in NOTIFIED_KINDS:
            return
        if self.state == "planned":
            raise UserError(
                self.env._(
                    "“%s” is first reported to the directing body and notified to the inspected "
                    "party: announce it.",
                    self.display_name,
                )
            )
        if today() < self.date_from:
            raise UserError(
                self.env._(
                    "“%(name)s” was announced for %(day)s. To begin earlier, announce it again.",
                    name=self.display_name,
                    day=format_date(self.env, self.date_from),
                )
            )

    def _has_minutes(self):
        self.ensure_one()
        return bool(
            self.file_ids.filtered(lambda file: file.what == "minutes")
            or self.paper_ids.filtered(lambda row: row.form == "minutes" and row.state == "issued")
        )

    def _check_has_minutes(self):
        self.ensure_one()
        if self.kind in _WITHOUT_MINUTES or self._has_minutes():
            return
        raise UserError(
            self.env._(
                "“%s” has no minutes yet. Issue the minutes, or add the scan of the signed ones; "
                "then conclude.",
                self.display_name,
            )
        )

    def _check_agreed(self):
        """Collectively, by majority (NĐ 59/2023, Điều 20 khoản 3)."""
        self.ensure_one()
        if not self.sealed_board_id or self.kind == "standing":
            return
        members = self._members_who_decide()
        agreeing = self.opinion_ids.filtered(
            lambda row: row.answer == "yes" and row.board_member_id in members
        )
        if not is_majority(len(agreeing), len(members)):
            raise UserError(
                self.env._(
                    "%(yes)s of %(all)s members agree to the conclusion of “%(name)s”; %(more)s "
                    "more have to. The board decides by majority (Nghị định số 59/2023/NĐ-CP, "
                    "Điều 20 khoản 3).",
                    yes=len(agreeing),
                    all=len(members),
                    name=self.display_name,
                    more=still_needed(len(agreeing), len(members)),
                )
            )

    def _members_who_decide(self, day=None):
        """Those whose mandate is in force: one that has ended neither acts nor signs."""
        self.ensure_one()
        return self.board_id.member_ids._now(day).filtered("recognised_on")

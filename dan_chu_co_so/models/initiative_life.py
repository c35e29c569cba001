from odoo import fields, models
from odoo.exceptions import UserError

from ..lib.clock import today
from ..lib.text import mentions
from .initiative import LIVING

# Recognised once more is recognised at another level.
_RECOGNISABLE = LIVING
_TOLD = ("registered", *LIVING, "ended")


class Initiative(models.Model):
    """Registered, launched, in progress, recognised, ended: each by its button."""

    _inherit = "dan_chu.initiative"

    def action_register(self):
        for row in self:
            row._require_state("draft")
            if not row._is_own_draft():
                row._require_role("officer")
            row._check_complete()
            row._move("registered", self.env._("Registered."), registered_on=today())

    def action_launch(self):
        self._act_for_house("registered")
        for row in self:
            row._move("launched", self.env._("Launched."), launched_on=today())

    def action_start(self):
        self._act_for_house("launched")
        for row in self:
            row._move("running", self.env._("In progress."))

    def action_recognise(self, level=None, paper=None, date=None):
        """At which level (its id), by which paper, on which day; asked for if nothing is said."""
        self.ensure_one()
        self._require_recogniser()
        self._require_state(*_RECOGNISABLE)
        self._check_of_another()
        if level is None:
            return self._dialog("dan_chu.initiative.recognise", self.env._("Recognise"))
        level = self.env["dan_chu.initiative.level"].browse(level).exists()
        day = fields.Date.to_date(date) or today()
        if not level or not (paper or "").strip():
            raise UserError(self.env._("Name the level of recognition and the paper it rests on."))
        if day > today():
            raise UserError(self.env._("That day is still to come: what was decided is recorded."))
        level._check_valid_on(day)
        self._move(
            "recognised",
            self.env._(
                "Recognised: %(level)s, %(paper)s, %(date)s.",
                level=level.name,
                paper=paper,
                date=day.strftime("%d/%m/%Y"),
            ),
            level_id=level.id,
            recognised_paper=paper.strip(),
            recognised_on=day,
        )
        return True

    def action_share(self):
        """In the gallery before anybody recognises it, because the house wants it seen."""
        self._act_for_house(*_TOLD)
        for row in self:
            if not row.summary:
                raise UserError(
                    self.env._(
                        "Say in two lines what “%s” is about: that is what the gallery shows.",
                        row.name,
                    )
                )
            row._put_as_system({"is_shared": True})

    def action_unshare(self):
        self._act_for_house(*_TOLD)
        for row in self:
            row._put_as_system({"is_shared": False})

    def action_end(self, reason=None):
        self.ensure_one()
        self._act_for_house(*LIVING)
        if reason is None:
            return self._dialog("dan_chu.initiative.end", self.env._("End"))
        if not reason.strip():
            raise UserError(self.env._("Say why it ends."))
        told = self.env._("Ended: %s", reason)
        self._move("ended", told, ended_on=today(), end_reason=reason.strip())
        return True

    def action_withdraw(self):
        for row in self:
            row._require_state("draft", "registered")
            if not row._is_own_draft():
                row._require_role("officer", "head")
            row._move("withdrawn", self.env._("Withdrawn."))

    def _act_for_house(self, *states):
        self.check_access("read")
        self._require_role("officer", "head")
        self._require_state(*states)

    def _require_recogniser(self):
        """The house that records it from paper, or the one that holds the movement."""
        self.check_access("read")
        user = self.env.user
        holds = any(
            user._dan_chu_has_role(role, self.addressee_unit_id) for role in ("officer", "head")
        )
        if not holds:
            self._require_role("officer", "head")

    def _check_of_another(self):
        """Nobody judges or recognises what is about the own person."""
        self.ensure_one()
        user = self.env.user
        is_own = self.employee_id.sudo().user_id == user
        if self.kind == "person" and not self.employee_id:
            printed = f"{self.name} / {self.registrant}"
            is_own = any(
                mentions(printed, name) for name in user.sudo().employee_ids.mapped("name")
            )
        if is_own and not self.env.su:
            raise UserError(
                self.env._("“%s” is about yourself: somebody else settles it.", self.name)
            )

    def _check_complete(self):
        self.ensure_one()
        texts = [self.name, self.registrant, self.content]
        if not all((text or "").strip() for text in texts):
            raise UserError(
                self.env._(
                    "To register, say what the model is called, who registers it, and its "
                    "content and way."
                )
            )
        person = self.employee_id.sudo()
        if person and not person.active:
            raise UserError(self.env._("%s has left: choose somebody of the staff.", person.name))

    def _move(self, state, told, **vals):
        self._put_as_system({"state": state, **vals})
        self.sudo()._message_log(body=told)

    def _put_as_system(self, vals):
        """A head, or the house above, has no right to write the row: the button has asked."""
        self.sudo()._put(vals)

    def _dialog(self, model, name):
        return {
            "type": "ir.actions.act_window",
            "name": name,
            "res_model": model,
            "view_mode": "form",
            "target": "new",
            "context": {"default_initiative_id": self.id},
        }


class InitiativeLevel(models.Model):
    _inherit = "dan_chu.initiative.level"

    def _check_valid_on(self, day):
        self.ensure_one()
        is_over = self.date_to and day > self.date_to
        if is_over or (self.date_from and day < self.date_from):
            raise UserError(
                self.env._(
                    "On %(day)s there is no “%(level)s”: choose the level that decided.",
                    day=day.strftime("%d/%m/%Y"),
                    level=self.name,
                )
            )

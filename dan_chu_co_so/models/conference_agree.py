from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import format_date

from ..lib.clock import today
from .conference import PREPARED

_SAID = {
    "date_opinion",
    "date_consulted_about",
    "date_consulted_who",
    "form_opinion",
    "form_agreed_about",
    "form_agreed_who",
}


class Conference(models.Model):
    """What the representative of the staff says before: an opinion on the day, agreement on the
    form. By the own hand, or recorded from paper by an officer, who then says whose word it is."""

    _inherit = "dan_chu.conference"

    date_opinion = fields.Text(string="Opinion on the day", readonly=True, copy=False)
    date_consulted_about = fields.Date(string="Asked about the day", readonly=True, copy=False)
    date_consulted_who = fields.Char(
        string="Who gave the opinion on paper", readonly=True, copy=False
    )
    form_opinion = fields.Text(string="Opinion on the form", readonly=True, copy=False)
    form_agreed_about = fields.Selection(
        [("full", "All the staff"), ("delegates", "Delegates")],
        string="Form that was agreed",
        readonly=True,
        copy=False,
    )
    form_agreed_who = fields.Char(string="Who agreed on paper", readonly=True, copy=False)
    may_speak = fields.Boolean(compute="_compute_may_speak")
    date_consulted_words = fields.Char(
        string="The representative on the day", compute="_compute_said_words"
    )
    form_agreed_words = fields.Char(
        string="The representative on the form", compute="_compute_said_words"
    )

    @api.depends("unit_id")
    @api.depends_context("uid")
    def _compute_may_speak(self):
        """For the staff of this house: whoever speaks in another is not shown the buttons."""
        reach = self.env.user._dan_chu_reach("representative")
        for conference in self:
            conference.may_speak = conference.unit_id.id in reach

    @api.depends(
        "date_consulted_on",
        "date_consulted_by_id",
        "date_consulted_who",
        "form_agreed_on",
        "form_agreed_by_id",
        "form_agreed_who",
        "form_agreed_about",
    )
    def _compute_said_words(self):
        for conference in self:
            conference.date_consulted_words = conference._said_words(
                conference.date_consulted_on,
                conference.date_consulted_by_id,
                conference.date_consulted_who,
            )
            conference.form_agreed_words = conference._said_words(
                conference.form_agreed_on,
                conference.form_agreed_by_id,
                conference.form_agreed_who,
            )

    @api.model
    def _button_fields(self):
        return super()._button_fields() | _SAID

    def action_consult(self, opinion=None, day=None, who=None):
        """The opinion on the day, after which the head decides (Điều 51 khoản 1)."""
        self.ensure_one()
        who = self._require_speaker(who, asked=opinion)
        if not (opinion or "").strip():
            return self._ask_said("date")
        if not self.date:
            raise UserError(
                self.env._("Name the day of “%s” first, on which the opinion is.", self.name)
            )
        self.sudo()._put(
            {
                "date_opinion": opinion.strip(),
                "date_consulted_on": self._said_day(day),
                "date_consulted_by_id": self.env.uid,
                "date_consulted_who": who,
                "date_consulted_about": self.date,
            }
        )
        self._note_said(self.env._("Opinion on the day: %s", opinion.strip()))
        return True

    def action_agree_form(self, is_agreed=None, opinion=None, day=None, who=None):
        """Agreement on whether all attend or delegates (Điều 51 khoản 2 điểm b); or none yet."""
        self.ensure_one()
        who = self._require_speaker(who, asked=is_agreed is not None)
        if is_agreed is None:
            return self._ask_said("form")
        opinion = (opinion or "").strip()
        if not is_agreed and not opinion:
            raise UserError(self.env._("Say what the representative wants instead."))
        form = "delegates" if self.is_of_delegates else "full"
        self.sudo()._put(
            {
                "form_opinion": opinion,
                "form_agreed_on": is_agreed and self._said_day(day),
                "form_agreed_by_id": is_agreed and self.env.uid,
                "form_agreed_who": is_agreed and who,
                "form_agreed_about": is_agreed and form,
            }
        )
        said = self.env._("Agreed on the form.") if is_agreed else self.env._("Not agreed.")
        self._note_said(" ".join(filter(None, (said, opinion))))
        return True

    def _require_speaker(self, who, asked):
        """Whose word it is: nobody's but the own for the representative, who else records it
        names them. An open dialog has not asked yet."""
        self._require_state(*PREPARED)
        if self.may_speak:
            return False
        if not self.env.su and not self.may_handle:
            raise AccessError(
                self.env._(
                    "The representative of the staff speaks on “%s”; its officers record what "
                    "was said on paper.",
                    self.name,
                )
            )
        if asked and not (who or "").strip():
            raise UserError(
                self.env._(
                    "Name who said so for the staff, and by which paper: you record it, you do "
                    "not speak for them."
                )
            )
        return (who or "").strip() or False

    def _said_day(self, day):
        day = fields.Date.to_date(day) or today()
        if day > today():
            raise UserError(self.env._("%s is still to come.", format_date(self.env, day)))
        return day

    def _ask_said(self, what):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Opinion on the day")
            if what == "date"
            else self.env._("Agreement on the form"),
            "res_model": "dan_chu.conference.said",
            "view_mode": "form",
            "target": "new",
            "context": {"default_conference_id": self.id, "default_what": what},
        }

    def _note_said(self, words):
        self.sudo()._message_log(body=words, author_id=self.env.user.partner_id.id)

    def _said_words(self, day, user, who):
        if not day:
            return False
        words = {"day": format_date(self.env, day), "user": user.sudo().name}
        if who:
            return self.env._("%(day)s: %(who)s, on paper, recorded by %(user)s.", who=who, **words)
        return self.env._("%(day)s: %(user)s.", **words)

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from .conference import PREPARED


class Conference(models.Model):
    """Asking the representative of the staff for the opinion on the day and the agreement."""

    _inherit = "dan_chu.conference"

    representative_asked_on = fields.Datetime(
        string="Representative asked on", readonly=True, copy=False
    )

    @api.model
    def _button_fields(self):
        return super()._button_fields() | {"representative_asked_on"}

    def action_ask_representative(self):
        """One mail to each who speaks for the staff in this house."""
        self.ensure_one()
        self._require_role("officer", "head")
        self._require_state(*PREPARED)
        people = self.sudo().unit_id._people("representative").filtered("email")
        if not people:
            raise UserError(
                self.env._(
                    "Nobody who represents the staff of %s can be written to. Ask on paper, and "
                    "record here what was said.",
                    self.unit_id.name,
                )
            )
        people.sudo()._dan_chu_mail(
            "dan_chu_co_so.conference_ask_mail",
            {user: self._asking_letter(user) for user in people},
        )
        self.sudo()._put({"representative_asked_on": fields.Datetime.now()})
        names = ", ".join(people.mapped("name"))
        self._note_said(self.env._("Asked for opinion and agreement: %s", names))
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("Asked: %s", names),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def _asking_letter(self, user):
        words = self.with_context(lang=user.lang).env
        action = self.env.ref("dan_chu_co_so.conference_action").sudo()
        day = self.date and format_date(words, self.date)
        return {
            "subject": words._("Your opinion on: %s", self.name),
            "conference": self.name,
            "day": day or words._("not set yet"),
            "place": self.location,
            "form": self.with_env(words).proposed_why,
            "asks_agreement": self.proposed_kind == "either",
            "path": f"{action.path}/{self.id}",
        }

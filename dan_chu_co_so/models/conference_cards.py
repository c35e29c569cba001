from odoo import models
from odoo.exceptions import UserError

from ..lib.clock import today
from ..lib.paper.pdf import write_layout
from ..lib.qr import svg
from .document_paper import COUNTRY, MOTTO

_HINT = "Quét mã để điểm danh"
# More do not fit into the address of a page; all of them are printed from the conference.
_CHOSEN = 400


class Conference(models.Model):
    """Codes for the check-in: small cards to cut out, or an invitation for each person."""

    _inherit = "dan_chu.conference"

    def action_print_cards(self):
        return self._open_codes("cards")

    def action_print_invitations(self):
        return self._open_codes("invitations")

    def _open_codes(self, form, rows=None):
        self.ensure_one()
        self._require_desk("clerk", "secretary")
        chosen = f"?rows={','.join(map(str, rows.ids))}" if rows else ""
        url = f"/dan_chu/conference/{self.id}/{form}.pdf{chosen}"
        return {"type": "ir.actions.act_url", "url": url}

    def _codes_pdf(self, form, numbers=()):
        """Of these rows of the list, or of all who are summoned or invited."""
        self.ensure_one()
        self._require_desk("clerk", "secretary")
        conference = self.sudo()
        rows = conference.attendee_ids.filtered(lambda row: not row.is_off)
        if numbers:
            rows = rows.filtered(lambda row: row.id in numbers)
        if not rows:
            raise UserError(self.env._("Nobody is on the list yet: make it first."))
        head = conference.unit_id._letterhead(today())
        return self.env["dan_chu.document"]._or_told(
            lambda content: write_layout("cards.typ", content),
            {
                "form": form,
                "title": conference.name,
                "hint": _HINT,
                "head": {
                    **head,
                    "country": COUNTRY,
                    "motto": MOTTO,
                    "inviter": conference.unit_id.name,
                },
                "rows": conference._printed_invitation_rows(),
                "cards": [row._card() for row in rows],
            },
        )

    def _printed_invitation_rows(self):
        rows = [
            ("Tới dự", self.name),
            ("Thời gian", self._time_words()),
            ("Địa điểm", self.location),
            ("Dự trực tuyến", self.online_link),
        ]
        return [[label, words] for label, words in rows if words]


class ConferenceAttendee(models.Model):
    _inherit = "dan_chu.conference.attendee"

    def action_print_cards(self):
        return self._open_codes("cards")

    def action_print_invitations(self):
        return self._open_codes("invitations")

    def _open_codes(self, form):
        self.check_access("read")
        if len(self.conference_id) != 1 or len(self) > _CHOSEN:
            raise UserError(
                self.env._(
                    "Choose at most %s people of one conference; all of them are printed from the "
                    "conference itself.",
                    _CHOSEN,
                )
            )
        return self.conference_id._open_codes(form, self)

    def _card(self):
        self.ensure_one()
        return {
            "name": self.name,
            "lines": list(filter(None, (self.position, not self.is_guest and self.section))),
            "svg": svg(self._check_in_url()),
            "is_guest": self.is_guest,
        }

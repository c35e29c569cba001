import secrets

from odoo import api, fields, models
from odoo.exceptions import UserError

from .vote_box import ELECTRONIC


class Conference(models.Model):
    """The page for a tablet that goes round: whoever has a code votes on it."""

    _inherit = "dan_chu.conference"

    tablet_key = fields.Char(readonly=True, copy=False, groups="base.group_system")

    @api.model
    def _button_fields(self):
        return super()._button_fields() | {"tablet_key"}

    @api.model
    def _of_tablet(self, key):
        """With the rights of the system; the key is 128 bits long."""
        asked = isinstance(key, str) and len(key) >= 20
        return self.sudo().search([("tablet_key", "=", key)], limit=1) if asked else self.browse()

    def _ballots_for(self, code):
        """The ballot papers of whose code it is: of the vote it was given out for."""
        running = self.vote_ids.filtered(
            lambda vote: vote.method in ELECTRONIC and vote.state == "open"
        )
        found = running.filtered(lambda vote: vote._on_roll_by_code(code))
        return [{**vote._for_ballot(0), "may_vote": True} for vote in found]


class Vote(models.Model):
    """Codes for those who have no phone of their own: one each, good for one ballot."""

    _inherit = "dan_chu.vote"

    codes_made = fields.Integer(string="Codes made for a shared tablet", readonly=True, copy=False)

    def action_open_tablet(self):
        """The page that a shared tablet shows."""
        self.ensure_one()
        conference = self._for_tablet().conference_id
        if not conference.tablet_key:
            conference._put({"tablet_key": secrets.token_urlsafe(16)})
        return {
            "type": "ir.actions.act_url",
            "url": f"/dan_chu/tablet/{conference.tablet_key}",
            "target": "new",
        }

    def action_make_codes(self, everyone=False):
        """A code for each who has no account and has not voted; of all, if that is asked for, or
        if all have one. Codes made before are void. They are shown once and kept nowhere: of
        each the box has a hash, until it is used."""
        self.ensure_one()
        vote = self._for_tablet()
        voters = self.env["dan_chu.conference.attendee"].sudo().browse(vote._who_has_not_voted())
        alone = voters.filtered(lambda row: not row.employee_id.user_id)
        codes = vote._make_codes((voters if everyone else alone or voters).ids)
        # Whoever holds a code can vote with it: the minutes say how many were made.
        vote._put({"codes_made": vote.codes_made + len(codes)})
        vote.conference_id._note_said(
            self.env._(
                "%(count)s codes for a shared tablet made for “%(vote)s”.",
                count=len(codes),
                vote=vote.name,
            )
        )
        return {
            "type": "ir.actions.client",
            "tag": "dan_chu_vote_codes",
            "name": vote.name,
            "params": {
                "vote_id": vote.id,
                "vote": vote.name,
                "is_everyone": bool(everyone) or not alone,
                "slips": [
                    {"name": row.name, "section": row.section or "", "code": codes[row.id]}
                    for row in voters
                    if row.id in codes
                ],
            },
        }

    def _for_tablet(self):
        self._require_running()
        vote = self.sudo()
        if vote.method not in ELECTRONIC or vote._hold_state() != "open":
            raise UserError(
                self.env._("“%s”: open it first; only ballots on a phone need it.", vote.name)
            )
        return vote

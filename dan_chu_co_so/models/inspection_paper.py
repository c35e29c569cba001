from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..lib.clock import today
from .inspection import BEFORE_CONCLUSION

_WRITTEN = ("strengths", "shortcomings", "conclusion")


class Inspection(models.Model):
    """The second door: an inspection that was made on paper, recorded with its true dates."""

    _inherit = "dan_chu.inspection"

    def action_record_paper(self, values=None):
        """Done on paper, and recorded here: {"reported_on", "notified_on", "started_on",
        "concluded_on", "strengths", "shortcomings", "conclusion", "yes_count", "minutes"}."""
        self._require_role("officer", "head")
        self._require_state(*BEFORE_CONCLUSION)
        if values is None:
            return self._ask("dan_chu.inspection.paper", self.env._("Done on paper"))
        for inspection in self:
            inspection._record_paper(values)
        return True

    def _record_paper(self, values):
        self.ensure_one()
        dates = {
            name: fields.Date.to_date(values.get(name))
            for name in ("reported_on", "notified_on", "started_on", "concluded_on")
        }
        self._check_paper_dates(dates)
        minutes = values.get("minutes") or {}
        if minutes.get("data"):
            self.file_ids = [
                fields.Command.create(
                    {
                        "name": minutes.get("name") or "bien-ban.pdf",
                        "data": minutes["data"],
                        "what": "minutes",
                    }
                )
            ]
        self._check_has_minutes()
        self._put(
            {
                **{name: values[name] for name in _WRITTEN if values.get(name)},
                **dates,
                "date_from": self.date_from or dates["started_on"],
                "date_to": self.date_to or dates["concluded_on"],
                "announced_on": dates["notified_on"] or dates["reported_on"],
                "notice_short_reason": values.get("reason"),
                "paper_yes_count": values.get("yes_count") or 0,
                "door": "paper",
                "state": "concluded",
            }
        )

    def _check_paper_dates(self, dates):
        given = [dates[name] for name in ("started_on", "concluded_on")]
        if not all(given):
            raise UserError(
                self.env._("Type the days on which it was begun and concluded, as in the minutes.")
            )
        told = [dates[name] for name in ("reported_on", "notified_on") if dates[name]]
        if given[0] > given[1] or any(day > given[0] for day in told):
            raise UserError(
                self.env._("It is announced before it begins, and begins before it is concluded.")
            )
        if given[1] > today():
            raise UserError(
                self.env._(
                    "%s is still to come: what was done on paper is recorded afterwards.",
                    format_date(self.env, given[1]),
                )
            )

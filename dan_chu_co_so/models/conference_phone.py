from odoo import api, models
from odoo.fields import Domain

from ..lib.clock import today, vietnamese
from .vote_box import ELECTRONIC

# What a person is shown first: where something is to be done, then what is to come.
_FIRST = ("open", "ballot", "called", "closed", "failed")
_MOST = 12
_TO_COME = ("called", "open", "ballot")


class Conference(models.Model):
    """What each of the staff sees on the phone (“My conference”)."""

    _inherit = "dan_chu.conference"

    @api.model
    def my_conference(self, conference_id=None):
        """All that the screen shows: the conferences of the user, and one of them."""
        mine = self._mine()
        if not mine:
            # Whoever has no role at all is told nothing, not even that there is nothing.
            self.env["dan_chu.unit"].check_access("read")
        chosen = mine.filtered(lambda row: row.id == conference_id) or mine[:1]
        return {
            "conferences": [
                {"id": row.id, "name": row.name, "day": row._day_words()} for row in mine
            ],
            "conference": chosen._for_phone() if chosen else False,
        }

    @api.model
    def _mine(self):
        """Those of the own house, and those to whose list one belongs; with the system's rights."""
        rows = self.env["dan_chu.conference.attendee"].sudo()
        listed = rows.search_fetch(
            Domain("employee_id.user_id", "=", self.env.uid)
            & Domain("is_guest", "=", False)
            & Domain("conference_id.state", "in", _FIRST),
            ["conference_id"],
        )
        found = self.sudo().search(
            Domain("state", "in", _FIRST)
            & (
                Domain("id", "in", listed.conference_id.ids)
                | Domain("unit_id", "in", self.env.user._dan_chu_reach("staff"))
            ),
            order="date desc, id desc",
            limit=_MOST,
        )
        return found.sorted(lambda row: _FIRST.index(row.state))

    def _for_phone(self):
        self.ensure_one()
        me = self._my_row()
        return {
            "id": self.id,
            "name": self.name,
            "unit": self.unit_id.name,
            "state": self.state,
            "state_name": self._state_name(),
            "day": self._day_words(),
            "hours": self._hours_words(),
            "place": self.location or "",
            "link": self.online_link or "",
            "me": me._for_own_phone() if me else False,
            "may_check_in": me._may_check_in_here() if me else False,
            "may_speak": self.state in _TO_COME,
            "items": [item._for_phone() for item in self.item_ids],
            "files": self.file_ids.filtered(lambda file: not file.item_id)._for_phone(),
            "said": self._said_by_me(),
            "votes": self._votes_now(),
            "results": self._results(),
            "resolution": self._resolved(),
        }

    def _my_row(self):
        rows = self.env["dan_chu.conference.attendee"].sudo()
        return rows.search(
            Domain("conference_id", "=", self.id)
            & Domain("employee_id.user_id", "=", self.env.uid)
            & Domain("is_guest", "=", False),
            limit=1,
        )

    def _day_words(self):
        return self.date.strftime("%d/%m/%Y") if self.date else ""

    def _hours_words(self):
        moments = [moment for moment in (self.starts_at, self.ends_at) if moment]
        return " – ".join(vietnamese(moment).strftime("%H:%M") for moment in moments)

    def _said_by_me(self):
        rows = self.env["dan_chu.conference.opinion"].sudo()
        own = rows.search(
            [("conference_id", "=", self.id), ("employee_id.user_id", "=", self.env.uid)]
        )
        return [
            {"id": row.id, "kind": row.kind, "text": row.text, "answer": row.answer or ""}
            for row in own
        ]

    def _votes_now(self):
        """Those that are open: what is voted on, and never how."""
        running = self.vote_ids.filtered(lambda vote: vote.state in ("open", "closing"))
        return [vote._for_ballot(self.env.uid) for vote in running]

    def _results(self):
        return [
            vote._for_reading()
            for vote in self.vote_ids.filtered(lambda vote: vote.state == "closed")
        ]

    def _resolved(self):
        """The resolution as it was issued, and what has become of each of its commitments."""
        papers = self.env["dan_chu.resolution"].sudo()
        paper = papers.search([("conference_id", "=", self.id), ("state", "=", "issued")], limit=1)
        if not paper:
            return False
        rows = paper.commitment_ids
        states = dict(rows._fields["task_state"]._description_selection(self.env))
        return {
            "name": paper.document_id._named_with_kind(),
            "may_open": self.env.user._dan_chu_has_role("staff", self.unit_id),
            "commitments": [
                {
                    "id": row.id,
                    "text": row.name,
                    "who": " · ".join(filter(None, (row.who_text, row.time_text))),
                    "state": states.get(row.task_state, ""),
                    "is_done": row.task_state in ("done", "accepted"),
                    "is_late": row.is_late,
                }
                for row in rows
            ],
        }


class ConferenceAttendee(models.Model):
    _inherit = "dan_chu.conference.attendee"

    def _for_own_phone(self):
        self.ensure_one()
        duties = dict(self._fields["duty"]._description_selection(self.env))
        return {
            "status": self.status,
            "words": self._stage_words(),
            "duty": duties.get(self.duty, ""),
            "is_off": self.is_off,
        }

    def _may_check_in_here(self):
        self.ensure_one()
        conference = self.conference_id
        is_time = conference.state in _TO_COME and conference.date == today()
        return is_time and conference.self_check_in and self._stage() == "expected"


class ConferenceItem(models.Model):
    _inherit = "dan_chu.conference.item"

    def _for_phone(self):
        self.ensure_one()
        return {
            "id": self.id,
            "name": self.name,
            "speaker": self.speaker or "",
            "files": self.file_ids._for_phone(),
        }


class ConferenceItemFile(models.Model):
    _inherit = "dan_chu.conference.item.file"

    def _for_phone(self):
        return [{"id": file.id, "name": file.name} for file in self]


class Vote(models.Model):
    _inherit = "dan_chu.vote"

    def _for_ballot(self, user_id):
        """The ballot paper."""
        self.ensure_one()
        attendee_id, has_voted = (
            self._on_roll_by_user(user_id) if self.method in ELECTRONIC else (None, False)
        )
        return {
            "id": self.id,
            "name": self.name,
            "method": self.method,
            "is_secret": self.method == "secret",
            "is_election": self.is_election,
            "seats": self.seats,
            "options": [
                {"id": option.id, "name": option.name, "position": option.position or ""}
                for option in self.option_ids
            ],
            "is_open": self.state == "open",
            "is_electronic": self.method in ELECTRONIC,
            "may_vote": bool(attendee_id),
            "has_voted": has_voted,
            "basis": self.secret_basis or "",
        }

    def _for_reading(self):
        """The result."""
        self.ensure_one()
        outcomes = dict(self._fields["outcome"]._description_selection(self.env))
        return {
            "id": self.id,
            "name": self.name,
            "round": self.round_number,
            "outcome": self.outcome or "unknown",
            "outcome_name": outcomes.get(self.outcome, outcomes["unknown"]),
            "words": self.outcome_words or "",
            "is_replaced": self.is_replaced,
            "is_election": self.is_election,
            "is_electronic": self.method in ELECTRONIC,
            "counts": [self.votes_for, self.votes_against, self.votes_blank],
            "options": [
                {"name": option.name, "votes": option.votes, "elected": option.elected or "no"}
                for option in self.option_ids.sorted(lambda row: (-row.votes, row.sequence))
            ],
        }

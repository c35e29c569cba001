from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import format_date
from odoo.tools.sql import escape_psql

from ..lib.clock import vietnamese
from .conference_attendee import new_token
from .conference_desk import DESK

DOOR_STATES = ("called", "open")
# What a desk says of a person; "left" is present and gone again.
_STAGES = ("expected", "present", "left", "excused", "absent")
_LONGEST_NAME = 120
# Rows of a transaction that took so long to commit are still seen by the next question.
_OVERLAP = timedelta(seconds=20)


class Conference(models.Model):
    """The door: several desks and phones at once, each shown what the others did."""

    _inherit = "dan_chu.conference"

    self_check_in = fields.Boolean(
        string="Staff check themselves in",
        help="With the own phone, on the day, by the code of the invitation or in the program.",
    )

    # ---------------------------------------------------------------- what a desk is shown

    @api.model
    @api.readonly
    def door_screen(self, conference_id=None):
        """The conferences the user checks people in at, and the list of one of them."""
        self.check_access("read")
        running = self._at_my_desk()
        chosen = running.filtered(lambda row: row.id == conference_id)
        if isinstance(conference_id, int) and not chosen:
            self.browse(conference_id).exists()._require_desk()
        if not conference_id and len(running) == 1:
            chosen = running
        return {
            "conferences": [
                {"id": row.id, "name": row.name, "when": row._when()} for row in running
            ],
            "conference": chosen._whole_desk() if chosen else False,
        }

    @api.readonly
    def door_changes(self, since=None):
        """What has changed at the door since that moment of the server, which the last answer
        named; a desk that missed something sees it by the counts."""
        self.ensure_one()
        self._require_desk()
        try:
            moment = fields.Datetime.to_datetime(since) - _OVERLAP
        except (TypeError, ValueError):
            return {**self.sudo()._whole_desk(), "is_whole": True}
        rows = self.env["dan_chu.conference.attendee"].sudo()
        changed = rows.search(
            Domain("conference_id", "=", self.id) & Domain("write_date", ">=", moment)
        )
        return {"rows": changed._at_the_desk(), **self.sudo()._door_figures()}

    @api.model
    def _at_my_desk(self):
        """Those of today and to come at which the user has a desk, the next one first."""
        user = self.env.user
        rows = self.env["dan_chu.conference.attendee"].sudo()
        held = rows.search_fetch(
            Domain("employee_id.user_id", "=", user.id)
            & Domain("duty", "in", DESK)
            & Domain("is_off", "=", False)
            & Domain("conference_id.state", "in", DOOR_STATES),
            ["conference_id"],
        )
        return self.sudo().search(
            Domain("state", "in", DOOR_STATES)
            & (
                Domain("id", "in", held.conference_id.ids)
                | Domain("unit_id", "in", user._dan_chu_reach("officer"))
            ),
            order="date, id",
        )

    def _whole_desk(self):
        rows = self.env["dan_chu.conference.attendee"].sudo()
        listed = rows.search(Domain("conference_id", "=", self.id))
        return {
            "id": self.id,
            "name": self.name,
            "when": self._when(),
            "rows": listed._at_the_desk(),
            **self._door_figures(),
        }

    def _when(self):
        if self.starts_at:
            return vietnamese(self.starts_at).strftime("%H:%M %d/%m/%Y")
        return format_date(self.env, self.date) if self.date else ""

    def _door_figures(self):
        """Present, base, needed: with the article, and how many rows a desk must have."""
        rows = self.env["dan_chu.conference.attendee"].sudo()
        grouped = rows._read_group(
            Domain("conference_id", "=", self.id), ["status"], ["__count", "left_on:count"]
        )
        return {
            # Of the beginning of this transaction: what it could not see yet comes with the next.
            "now": fields.Datetime.to_string(self.env.cr.now()),
            "state": self.state,
            "state_name": self._state_name(),
            "counts": {status: number for status, number, _left in grouped},
            "left": sum(left for _status, _number, left in grouped),
            "present": self.present_count,
            "summoned": self.summoned_count,
            "base": self.quorum_base,
            "needed": self.quorum_needed,
            "quorum": self.quorum_state,
            "words": self.quorum_words,
            "parts": self._quorum_parts() if self.body_ids else [],
        }

    # ---------------------------------------------------------------- what a desk enters

    def check_in(self, attendee_id=None, values=None):
        """One person: `values` has the `stage` it is to be, the `reason`, `is_late`, and the stage
        that the desk had `seen`. What another desk has entered meanwhile is shown, not lost.
        """
        return self._check_in(attendee_id, values, "list")

    def _check_in(self, attendee_id, values, how):
        self.ensure_one()
        self._require_desk()
        values = values if isinstance(values, dict) else {}
        row = self._row_at_the_door(attendee_id)
        stage = values.get("stage")
        if stage not in _STAGES:
            raise UserError(self.env._("The desk sent nothing that can be read: load it again."))
        seen, now = values.get("seen"), row._stage()
        if seen and now not in (seen, stage):
            words = self.env._(
                "%(name)s is by now: %(stage)s. Press again if that is to change.",
                name=row.name,
                stage=row._stage_words(),
            )
            return self._answer(row, words, is_done=False)
        is_done_before = now == stage and seen != stage and row.checked_by_id != self.env.user
        words = row._stage_words() if is_done_before else ""
        row._say(stage, values, how)
        return self._answer(row, words and f"{row.name}: {words}")

    def check_in_all(self, but=None):
        """All who are awaited are present but these: [{id, stage, reason}]. Guests are apart."""
        self.ensure_one()
        self._require_desk()
        self._check_door()
        others = {
            one.get("id"): one
            for one in (but if isinstance(but, list) else [])
            if isinstance(one, dict) and one.get("stage") in ("expected", "excused", "absent")
        }
        rows = self.env["dan_chu.conference.attendee"].sudo()
        awaited = rows.search(
            Domain("conference_id", "=", self.id)
            & Domain("status", "=", "expected")
            & self._summoned_domain()
        )
        gone = awaited.filtered("has_left")
        away = awaited.filtered(lambda row: row.id in others)
        for row in away:
            row._say(others[row.id]["stage"], others[row.id], "list")
        here = awaited - gone - away
        if here:
            here._say("present", {}, "list")
        return {
            "present": len(here),
            "gone": gone.mapped("name"),
            "desk": self.sudo()._whole_desk(),
        }

    def check_in_guest(self, name=None):
        """Somebody invited who is on no list: here, and a guest. Of two desks that enter the same
        name the second finds the row of the first."""
        self.ensure_one()
        self._require_desk()
        name = " ".join(name.split()) if isinstance(name, str) else ""
        if not 0 < len(name) <= _LONGEST_NAME:
            raise UserError(self.env._("Write the name of the guest."))
        self.sudo()._touch()
        self.sudo()._require_state(*DOOR_STATES)
        rows = self.env["dan_chu.conference.attendee"].sudo()
        guests = Domain("conference_id", "=", self.id) & Domain("is_guest", "=", True)
        row = rows.search(guests & Domain("name", "=ilike", escape_psql(name)), limit=1)
        row = row or rows._add(
            [{"conference_id": self.id, "is_guest": True, "name": name, "token": new_token()}]
        )
        if row._stage() != "present":
            row._say("present", {}, "list")
        return self._answer(row)

    def check_in_self(self):
        """“I am here”, by the own phone, where the conference allows it."""
        self.ensure_one()
        rows = self.env["dan_chu.conference.attendee"].sudo()
        own = rows.search(
            Domain("conference_id", "=", self.id)
            & Domain("employee_id.user_id", "=", self.env.uid),
            limit=1,
        )
        if not own:
            raise AccessError(self.env._("You are not on the list of this conference."))
        own._check_in_self()
        return {"stage": own._stage(), "words": own._stage_words()}

    def action_check_in(self):
        """The screen of the desk, on this conference."""
        self.ensure_one()
        self._require_desk()
        self.sudo()._require_state(*DOOR_STATES)
        action = self.env["ir.actions.actions"]._for_xml_id("dan_chu_co_so.check_in_action")
        return {**action, "context": {"active_id": self.id}}

    def action_quorum_screen(self):
        """The large print for the wall."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.actions"]._for_xml_id("dan_chu_co_so.quorum_screen_action")
        return {**action, "context": {"active_id": self.id}}

    @api.readonly
    def quorum_screen(self):
        """Figures alone, for all who may see the conference."""
        self.ensure_one()
        self.check_access("read")
        conference = self.sudo()
        rule = conference._law("quorum")
        return {
            "name": conference.name,
            "unit": conference.unit_id.name,
            "when": conference._when(),
            "article": rule.citation if rule else "",
            "opened": self.env["dan_chu.conference.attendee"]._clock(conference.opened_on),
            **conference._door_figures(),
        }

    # ---------------------------------------------------------------- what holds for all of them

    def _row_at_the_door(self, attendee_id):
        """The row on this list, as it is now: of two desks the second waits, and begins again."""
        self._check_door()
        rows = self.env["dan_chu.conference.attendee"].sudo()
        number = attendee_id if isinstance(attendee_id, int) else 0
        row = rows.search([("id", "=", number), ("conference_id", "=", self.id)])
        if not row:
            raise UserError(
                self.env._("This person is not on the list any more: load the desk again.")
            )
        row._hold()
        return row

    def _check_door(self):
        """Nothing is entered past the end, not even by who pressed a moment before it."""
        self._hold()
        self.sudo()._require_state(*DOOR_STATES)

    def _answer(self, row, words="", is_done=True):
        return {
            "done": is_done,
            "message": words,
            "row": row._at_the_desk()[0],
            **self.sudo()._door_figures(),
        }

from datetime import timedelta

import psycopg2.errors

from odoo import api, fields, models
from odoo.exceptions import ConcurrencyError, UserError
from odoo.fields import Domain

from ..lib.conference_words import named_person

_FROM_PHONE = ("item_id", "note_kind", "speaker", "text", "answers_id")
_CHANGED = ("item_id", "note_kind", "speaker", "text")
_LONGEST = timedelta(days=2)
_MOST_SPEAKERS = 12


class Conference(models.Model):
    """The secretaries note while the meeting runs, several at once, also those who have that duty
    for the day and no role in the unit: each method asks for the duty and then works past the
    rules."""

    _inherit = "dan_chu.conference"

    may_take_notes = fields.Boolean(compute="_compute_may_take_notes")

    @api.depends("unit_id", "state")
    @api.depends_context("uid")
    def _compute_may_take_notes(self):
        notes = self.env["dan_chu.conference.note"]
        for conference in self:
            conference.may_take_notes = conference.state in notes._open_in and bool(
                conference._origin and conference._origin._is_at_desk("secretary", "chair")
            )

    def action_take_notes(self):
        """The screen on which what is said is noted."""
        self.ensure_one()
        self._require_desk("secretary", "chair")
        action = self.env["ir.actions.actions"]._for_xml_id("dan_chu_co_so.conference_notes_action")
        return {**action, "context": {"active_id": self.id}}

    @api.model
    def notes_screen(self, conference_id=None):
        """All that the screen shows; it asks again every few seconds, as others note as well."""
        mine = self._where_i_note()
        named = isinstance(conference_id, int) and conference_id
        chosen = self.browse(named).exists() if named else mine
        if len(chosen) == 1:
            chosen._require_desk("secretary", "chair")
        return {
            "conferences": [{"id": row.id, "name": row.name} for row in mine.sudo()]
            if len(chosen) != 1
            else [],
            "conference": chosen._notes_screen() if len(chosen) == 1 else False,
        }

    def _where_i_note(self):
        """Those at which the user notes or chairs, running or with papers to be signed."""
        rows = self.env["dan_chu.conference.attendee"].sudo()
        named = rows.search(
            [
                ("employee_id.user_id", "=", self.env.uid),
                ("duty", "in", ("secretary", "chair")),
                ("is_off", "=", False),
            ]
        )
        papers = self.env["dan_chu.conference.paper"].sudo().search([("state", "=", "submitted")])
        running = Domain("state", "in", ("called", "open", "ballot"))
        running |= Domain("id", "in", papers.conference_id.ids)
        own = Domain("id", "in", named.conference_id.ids)
        reach = Domain("unit_id", "in", self.env.user._dan_chu_reach("officer"))
        return self.sudo().search(running & (own | reach)).with_env(self.env)

    def _notes_screen(self):
        self.ensure_one()
        conference = self.sudo()
        notes = self.env["dan_chu.conference.note"]
        return {
            "id": conference.id,
            "name": conference.name,
            "state": conference.state,
            "is_open": conference.state in notes._open_in
            and not notes._minutes_at_rest(conference),
            "may_note": self._is_at_desk("secretary"),
            "kinds": notes._fields["note_kind"]._description_selection(self.env),
            "items": [
                {"id": item.id, "name": item.name, "speaker": item.speaker or ""}
                for item in conference.item_ids
            ],
            "notes": conference.note_ids._for_screen(),
            "to_sign": [
                {"id": paper.id, "name": f"{paper.kind_id.name}: {paper.title}"}
                for paper in conference.paper_ids
                if paper.my_consent_waits
            ],
        }

    def take_note(self, values=None):
        """Note what was said, or answer with what was noted under the same key.

        `client_key` (a UUID), what `_FROM_PHONE` names, and `seconds_ago` by the clock of the
        phone.
        """
        self.ensure_one()
        self._require_desk("secretary")
        notes = self.env["dan_chu.conference.note"].sudo()
        values = notes._values(values)
        key = notes._key(values)
        found = notes.search([("client_key", "=", key)])
        if found:
            return found._of(self)._for_screen()[0]
        vals = self._note_values({name: values[name] for name in _FROM_PHONE if values.get(name)})
        if not str(vals.get("text") or "").strip():
            raise UserError(self.env._("Write in a few words what was said."))
        if vals.get("note_kind") == "answer" and not vals.get("answers_id"):
            vals["answers_id"] = self._question_waiting(vals.get("item_id")).id
        moment = notes._moment(values.get("seconds_ago"), _LONGEST)
        try:
            with self.env.cr.savepoint():
                note = notes.create({**vals, "conference_id": self.id})
                note._put({"client_key": key, "noted_on": moment})
                note.flush_recordset()
        except psycopg2.errors.UniqueViolation as twice:
            # Sent a second time while the first was under way, which this transaction cannot see.
            raise ConcurrencyError(f"Note {key} is being taken in") from twice
        return note._for_screen()[0]

    def change_note(self, note_id=None, values=None, seen=None):
        """Put a note right. `seen`: its text as the screen showed it, so that nobody writes over
        what somebody else has just written."""
        self.ensure_one()
        self._require_desk("secretary")
        note = self._note(note_id)
        values = note._values(values)
        vals = self._note_values({name: values[name] for name in _CHANGED if name in values})
        if "text" in vals and not str(vals["text"] or "").strip():
            raise UserError(self.env._("Write in a few words what was said."))
        if note.text not in (seen, vals.get("text")):
            raise UserError(
                self.env._(
                    "Meanwhile %(name)s reads: “%(text)s”", name=note.speaker or "…", text=note.text
                )
            )
        note.write(vals)
        return note._for_screen()[0]

    def drop_note(self, note_id=None):
        """Taken away by who noted it, or by the officer."""
        self.ensure_one()
        self._require_desk("secretary")
        note = self._note(note_id)
        if note.author_id != self.env.user:
            self._require_role("officer")
        note.unlink()
        return True

    def find_speakers(self, text=None):
        """Names of people on the list, as the minutes print them."""
        self.ensure_one()
        self._require_desk("secretary")
        words = " ".join(str(text or "").split())
        if not words:
            return []
        rows = self.env["dan_chu.conference.attendee"].sudo()
        found = rows.search(
            Domain("conference_id", "=", self.id)
            & Domain("is_off", "=", False)
            & Domain("name", "ilike", words),
            order="is_guest, sort_name, id",
            limit=_MOST_SPEAKERS,
        )
        return [named_person(row.name, row._stands_for()) for row in found]

    def _question_waiting(self, item_id):
        """The last question at that item without a reply: whoever just answers, answers it."""
        notes = self.sudo().note_ids
        asked = notes.filtered(
            lambda note: note.note_kind == "question" and note.item_id.id == (item_id or False)
        )
        return (asked - notes.answers_id).sorted("noted_on")[-1:]

    def _note_values(self, vals):
        kinds = self.env["dan_chu.conference.note"]._fields["note_kind"].get_values(self.env)
        numbers = [vals[name] for name in ("item_id", "answers_id") if vals.get(name)]
        if vals.get("note_kind", "speech") not in kinds or any(
            not isinstance(number, int) for number in numbers
        ):
            raise UserError(self.env._("The phone sent nothing that can be read: send it again."))
        texts = {name: str(vals[name] or "") for name in ("speaker", "text") if name in vals}
        return {**vals, **texts}

    def _note(self, note_id):
        notes = self.env["dan_chu.conference.note"].sudo()
        note = notes.browse(note_id if isinstance(note_id, int) else 0).exists()
        if not note:
            raise UserError(self.env._("This note has been taken away by somebody else."))
        return note._of(self)


class ConferenceAttendee(models.Model):
    _inherit = "dan_chu.conference.attendee"

    def _stands_for(self):
        """The section; of who is in none of them, and of a guest, the position."""
        is_of_section = self.section_id and self.section_id != self.unit_id
        return (is_of_section and self.section) or self.position


class ConferenceNote(models.Model):
    _name = "dan_chu.conference.note"
    _inherit = ["dan_chu.conference.note", "dan_chu.noted.on.phone"]

    def _of(self, conference):
        """Of this conference only: the duty is one at this conference."""
        if self.conference_id.id != conference.id:
            raise UserError(self.env._("This key is taken: load the page again."))
        return self

    def _for_screen(self):
        return [
            {
                "id": note.id,
                "client_key": note.client_key,
                "item_id": note.item_id.id,
                "note_kind": note.note_kind,
                "speaker": note.speaker or "",
                "text": note.text,
                "answers_id": note.answers_id.id,
                "noted_on": fields.Datetime.to_string(note.noted_on),
                "author": note.author_id.sudo().name,
                "is_mine": note.author_id == self.env.user,
            }
            for note in self
        ]

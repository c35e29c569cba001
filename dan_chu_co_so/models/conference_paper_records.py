from odoo import models
from odoo.fields import Domain

from ..lib.board_words import lines_of
from ..lib.clock import vietnamese
from ..lib.conference_words import (
    ELECTED,
    METHODS,
    OUTCOMES,
    matter_words,
    named_person,
    percent,
    reasons_in_words,
)
from ..lib.plan_text import running
from .vote_life import WHOLES

# Beyond that names are no sentence any more, and go into an annex.
_MOST_NAMES = 25
_AWAY = {
    "expected": "Chưa có mặt",
    "excused": "Vắng mặt có lý do",
    "absent": "Vắng mặt không có lý do",
}


class Conference(models.Model):
    """A conference in the words of its papers. It reads those who were absent, never the whole
    list: the minutes of two thousand are as quick as those of twenty."""

    _inherit = "dan_chu.conference"

    def _printed(self):
        self.ensure_one()
        items = self.item_ids
        if self.state == "failed":
            # What was not held was on the agenda only.
            items &= self.note_ids.item_id | self.vote_ids.item_id
        told = [item._printed(item.vote_ids, self._notes_of(item)) for item in items]
        return {
            "name": self._name_with_year(),
            "is_of_delegates": self.is_of_delegates,
            **self._hours_printed(),
            "starts_at": self.starts_at,
            "day": self.date,
            "place": self.location or "",
            "link": self.online_link or "",
            "call_number": self.call_number,
            "is_valid": self.is_valid,
            "state": self.state,
            "chairs": [named_person(name, position) for _who, name, position in self._chairs()],
            "secretaries": self._with_duty("secretary")._named(),
            "counters": self._with_duty("counter")._named(),
            "attendance": self._attendance_printed(),
            "items": told,
            "course": self._course_printed(told),
            "ballot": self._ballot_printed(),
            "spoke": self._spoke_printed(),
            "contact": self._contact_printed(),
        }

    def _course_printed(self, told):
        """What belongs to no item comes before the closing part, as it did at the conference."""
        votes = self.vote_ids.filtered(lambda vote: not vote.item_id)._printed()
        notes = self._notes_of(self.item_ids.browse())._printed()
        if not votes and not notes:
            return told
        name = "Nội dung khác" if told else "Diễn biến"
        other = {"name": name, "speaker": "", "votes": votes, "notes": notes}
        ends = len(told) - bool(told and told[-1]["kind"] == "closing")
        return [*told[:ends], other, *told[ends:]]

    def _notes_of(self, item):
        return self.note_ids.filtered(lambda note: note.item_id == item)

    def _hours_printed(self):
        """As it opened and closed; recorded from paper, as was typed, or room to write it in."""
        if self.door == "paper":
            return {"began": self.starts_at, "ended": self.ends_at}
        return {"began": self.opened_on or self.starts_at, "ended": self.closed_on}

    def _attendance_printed(self):
        rows = self.env["dan_chu.conference.attendee"].sudo()
        of_it = Domain("conference_id", "=", self.id)
        staff = of_it & Domain("is_guest", "=", False)
        fields_ = ["name", "section", "position", "status", "reason", "is_off", "off_reason"]
        away = rows.search_fetch(staff & Domain("status", "!=", "present"), fields_)
        off = away.filtered("is_off")
        absent = away - off
        present = staff & Domain("status", "=", "present") & Domain("is_off", "=", False)
        guests = rows.search_fetch(of_it & Domain("is_guest", "=", True), fields_)
        if self.state == "closed" and self.door == "system":
            # Until then those who are invited are named, in the invitation too.
            guests = guests.filtered(lambda row: row.status == "present")
        guest_names = [named_person(row.name, row.position) for row in guests]
        return {
            "staff": self.staff_count,
            "summoned": self.summoned_count,
            "present": self.present_count,
            "share": percent(self.present_count, self.quorum_base),
            "base": self.quorum_base,
            "needed": self.quorum_needed,
            "quorum": self.quorum_state,
            "quorum_words": self.quorum_words or "",
            "bodies": [
                {**part, "share": percent(part["present"], part["base"])}
                for part in self._quorum_parts()
                if part["name"]
            ],
            "absent": [
                {
                    "words": _AWAY[status],
                    "count": len(same),
                    "names": reasons_in_words([(row.name, row.reason) for row in same])
                    if len(same) <= _MOST_NAMES
                    else "",
                }
                for status in ("excused", "absent", "expected")
                if (same := absent.filtered(lambda row, status=status: row.status == status))
            ],
            "absent_count": len(absent),
            "off_count": len(off),
            "off": reasons_in_words([(row.name, row.off_reason) for row in off])
            if len(off) <= _MOST_NAMES
            else "",
            "is_long": max(len(absent), len(off)) > _MOST_NAMES,
            "late": rows.search_count(present & Domain("is_late", "=", True)),
            "left": rows.search_count(present & Domain("left_on", "!=", False)),
            "guest_count": len(guests),
            "guests": guest_names if len(guest_names) <= _MOST_NAMES else [],
        }

    def _away_rows(self):
        """Rows of the annex of those who were not there, where they are too many for a line."""
        rows = self.env["dan_chu.conference.attendee"].sudo()
        away = rows.search_fetch(
            [
                ("conference_id", "=", self.id),
                ("is_guest", "=", False),
                "|",
                ("is_off", "=", True),
                ("status", "!=", "present"),
            ],
            ["name", "section", "status", "reason", "is_off", "off_reason"],
            order="section_sequence, section, sort_name, id",
        )
        return [
            {
                "name": row.name,
                "section": row.section or "",
                "why": row._why_away(),
            }
            for row in away
        ]

    def _present_rows(self):
        """Rows of the annex of those present: by section, then by given name."""
        rows = self.env["dan_chu.conference.attendee"].sudo()
        present = rows.search_fetch(
            [
                ("conference_id", "=", self.id),
                ("is_guest", "=", False),
                ("is_off", "=", False),
                ("status", "=", "present"),
            ],
            ["name", "section", "position"],
            order="section_sequence, section, sort_name, id",
        )
        return [
            {"name": row.name, "section": row.section or "", "position": row.position or ""}
            for row in present
        ]

    def _ballot_printed(self):
        """A ballot to all staff in place of a conference (Điều 50 khoản 2)."""
        if self.state != "ballot" and not any(self.vote_ids.mapped("is_ballot")):
            return {}
        return {
            "reason": " ".join(lines_of(self.ballot_reason)),
            "agreed_on": self.ballot_agreed_on,
            "agreed_who": self.ballot_agreed_who or "",
            "speakers": self._speakers_name(),
            "decision": self.ballot_decision or "",
            "began": self.opened_on,
            "calls": [call._call_printed() for call in self._calls()],
        }

    def _calls(self):
        """The times it was summoned, this one last; none, if nobody could be."""
        calls = self.browse() if self.is_force_majeure else self
        before = self.previous_id
        while before:
            calls, before = before | calls, before.previous_id
        return calls

    def _call_printed(self):
        return {
            "number": self.call_number,
            "day": self.date,
            "present": self.present_count,
            "base": self.quorum_base,
            "needed": self.quorum_needed,
            "people": "đại biểu được triệu tập" if self.is_of_delegates else "người của đơn vị",
        }

    def _spoke_printed(self):
        """How many spoke, asked and were answered."""
        kinds = self.note_ids.mapped("note_kind")
        return {kind: kinds.count(kind) for kind in ("speech", "question", "answer", "conclusion")}

    def _contact_printed(self):
        person = self.env["hr.employee.public"].sudo().browse(self.contact_id.id or ()).exists()
        return {"name": person.name or "", "phone": person.work_phone or ""}


class ConferenceItem(models.Model):
    _inherit = "dan_chu.conference.item"

    def _printed(self, votes, notes):
        self.ensure_one()
        return {
            "name": matter_words(self.name),
            "kind": self.kind,
            "begins": self.begins_at or "",
            "who": self.speaker or "",
            # The agenda's "all who attend" is nobody in the minutes.
            "speaker": (self.kind != "discussion" and self.speaker) or "",
            "votes": votes._printed(),
            "notes": notes._printed(),
        }


class ConferenceAttendee(models.Model):
    _inherit = "dan_chu.conference.attendee"

    def _why_away(self):
        """ "Có lý do: đi học", "Không triệu tập: nghỉ thai sản" """
        what = "Không triệu tập" if self.is_off else _AWAY[self.status].removeprefix("Vắng mặt ")
        why = running((self.off_reason if self.is_off else self.reason) or "")
        return ": ".join(filter(None, (f"{what[:1].upper()}{what[1:]}", why)))

    def _named(self):
        return [named_person(row.name, row.position) for row in self]


class ConferenceNote(models.Model):
    _inherit = "dan_chu.conference.note"

    def _printed(self):
        """In the order in which they were noted; a reply stands behind what it replies to."""
        first = self.filtered(lambda note: note.answers_id not in self)
        return [
            {
                "kind": note.note_kind,
                "speaker": note.speaker or "",
                # Asked at an item before: the minutes say what is replied to.
                "asked_by": note.answers_id.speaker or "",
                "text": " ".join(lines_of(note.text)),
                "replies": (self - first)
                .filtered(lambda reply, note=note: reply._answered_by(self) == note)
                ._printed_alone(),
            }
            for note in first
        ]

    def _answered_by(self, notes):
        """A reply to a reply belongs to the first question."""
        note = self
        seen = note
        while note.answers_id in notes and note.answers_id not in seen:
            note = note.answers_id
            seen |= note
        return note

    def _printed_alone(self):
        return [
            {"speaker": note.speaker or "", "text": " ".join(lines_of(note.text))} for note in self
        ]


class Vote(models.Model):
    _inherit = "dan_chu.vote"

    def _printed(self):
        """Each vote that was held; of one that runs no more than that it does."""
        return [
            vote._printed_vote() for vote in self.sorted(self._in_order) if vote.state != "draft"
        ]

    @staticmethod
    def _in_order(vote):
        return (vote.opened_on is False, vote.opened_on or False, vote.id)

    def _printed_vote(self):
        self.ensure_one()
        is_closed = self.state == "closed"
        base = self.base_count
        options = self.option_ids.sorted(lambda row: (-row.votes, row.sequence, row.id))
        return {
            "name": self.name,
            "matter": self.matter,
            "is_election": self.is_election,
            "is_closed": is_closed,
            "method": METHODS[self.method],
            "is_ballot": self.method in ("paper", "secret"),
            "body": self.body_id.sudo().name or "",
            "round": self.round_number,
            "is_replaced": self.is_replaced,
            "is_on_paper": self.method == "paper",
            "closed_on": vietnamese(self.closed_on).date() if self.closed_on else None,
            "codes": self.codes_made,
            "why_again": " ".join(lines_of(self.reopen_reason)),
            "seats": self.seats,
            "base": base,
            "base_words": WHOLES[self.base_kind],
            "entitled": self.entitled,
            "issued": self.issued,
            "collected": self.collected,
            "valid": self.valid,
            "invalid": self.invalid,
            "for": self.votes_for,
            "against": self.votes_against,
            "blank": self.votes_blank,
            "share": percent(self.votes_for, base) if is_closed else "",
            "outcome": OUTCOMES.get(self.outcome, "") if is_closed else "",
            "words": (self.outcome_words or "") if is_closed else "",
            "basis": self.secret_basis or "",
            "options": [
                {
                    "name": row.name,
                    "position": row.position or "",
                    "votes": row.votes,
                    "share": percent(row.votes, base),
                    "elected": row.elected,
                    "result": ELECTED.get(row.elected, ""),
                }
                for row in options
            ]
            if is_closed
            else [],
        }

import re

from odoo import models
from odoo.fields import Command
from odoo.tools import format_date

from ..lib.outline import DEEPEST, settled
from ..lib.outline_marks import split_mark
from ..lib.roll import BELOW, BESIDE, INSIDE, Roll
from ..lib.task_table import read_table
from ..lib.text import fold
from .task_give import QUIET

# A list of errors is read by a person: those that are named, and how many more there are.
_NAMED_ERRORS = 20
# "I Nội dung", from a table where the number has a cell of its own.
_NUMBER = re.compile(r"^(?:[IVXLC]+|[A-ZĐ])[.)/]*\s+")


def _words(text):
    return fold(_NUMBER.sub("", split_mark(text or "")[1])).rstrip(" .:;")


class Plan(models.Model):
    """Rows of an outline and of a table of tasks, taken into a plan."""

    _inherit = "dan_chu.plan"

    def _section_values(self, rows, after=0):
        """Of rows of `lib/outline`, to be created after the sequence given."""
        return [
            {
                "sequence": after + place,
                "level": min(level, DEEPEST),
                "role": row.role,
                "typed_number": row.typed,
                "text": row.text,
            }
            for place, (row, level) in enumerate(zip(rows, settled(rows), strict=True), start=1)
        ]

    def _read_tasks(self, text):
        """(rows, errors) of a table that was pasted; also what this plan cannot take."""
        self.ensure_one()
        is_school_year = self.period_kind == "school_year"
        span = (self.date_from, self.date_to) if is_school_year else None
        rows, errors = read_table(text, self.period_year, span)
        good = []
        for row in rows:
            deadline = row["time"].deadline
            if deadline and deadline < self.date_from:
                errors.append((row["line"], "before_plan", format_date(self.env, deadline)))
            else:
                good.append(row)
        return good, sorted(errors)

    def _table_errors_text(self, errors):
        """One line each, as in the table that was pasted."""
        said = {
            "no_name": self.env._("what is to be done is missing"),
            "bad_time": self.env._("there is no such day: “%s”"),
            "extra_cell": self.env._("a cell beyond the columns: “%s”"),
            "before_plan": self.env._("it would be due before the plan begins: %s"),
        }
        lines = []
        for line, code, piece in errors[:_NAMED_ERRORS]:
            words = said.get(code) or self.env._("it cannot be read: “%s”")
            told = words % piece if "%s" in words else words
            lines.append(self.env._("Line %(line)s: %(error)s", line=line, error=told))
        if len(errors) > _NAMED_ERRORS:
            lines.append(self.env._("… and %s more.", len(errors) - _NAMED_ERRORS))
        return "\n".join(lines)

    def _roll(self):
        """Whom the words of a table may name: the own house first, then the units below."""
        self.ensure_one()
        top = self.unit_id.institution_id
        inside = self.env["dan_chu.unit"].search([("institution_id", "=", top.id)])
        below = self.env["dan_chu.plan.addressee"]._units_it_may_go_to(top)
        people = self.env["hr.employee"].sudo().search([("dan_chu_unit_id", "in", inside.ids)])
        entries = [("unit", unit.id, INSIDE, unit._called()) for unit in inside.sudo()]
        entries += [
            ("unit", unit.id, BESIDE if unit.is_organisation else BELOW, unit._called())
            for unit in (below - inside).sudo()
        ]
        entries += [("employee", person.id, INSIDE, (person.name,)) for person in people]
        return Roll(entries)

    def _who_values(self, who):
        """The lead of a task, from what the roll has found."""
        unit = self.unit_id.id
        if who.kind == "unit":
            return {"who_kind": "unit", "addressee_unit_id": who.key}
        if who.kind == "employee":
            person = self.env["hr.employee"].sudo().browse(who.key)
            owes = person.dan_chu_unit_id.id
            return {"who_kind": "employee", "lead_employee_id": who.key, "addressee_unit_id": owes}
        if who.kind == "units_below":
            return {"who_kind": "unit", "for_addressees": True, "addressee_unit_id": unit}
        named = {
            "position": {"lead_position": who.words},
            "outside": {"lead_outside": who.words},
            "all_staff": {},
        }
        if who.kind not in named:
            return {"who_kind": "unit", "addressee_unit_id": unit}
        return {"who_kind": who.kind, "addressee_unit_id": unit, **named[who.kind]}

    def _partner_values(self, who):
        values = {"part": "cooperate"}
        if who.kind == "unit":
            return {**values, "who_kind": "unit", "partner_unit_id": who.key}
        if who.kind == "employee":
            return {**values, "who_kind": "employee", "employee_id": who.key}
        if who.kind == "all_staff":
            return {**values, "who_kind": "all_staff"}
        kind = who.kind if who.kind in ("position", "outside") else "outside"
        return {**values, "who_kind": kind, "words": who.words}

    def _task_values(self, row, roll, sequence):
        time = row["time"]
        lead = roll.find(row["lead"])
        partners = [
            who for who in map(roll.find, row["partners"]) if who.kind != "nobody" and who != lead
        ]
        return {
            "plan_id": self.id,
            "sequence": sequence,
            "name": row["name"],
            "product": row["product"],
            "note": row["note"],
            "time_text": time.text,
            "time_kind": time.kind,
            "date_start": time.start,
            "date_deadline": time.deadline,
            "recurrence": time.recurrence,
            **self._who_values(lead),
            "partner_ids": [Command.create(self._partner_values(who)) for who in partners],
        }

    def _take_in(self, rows, section=None):
        """The tasks of the rows, all in one go."""
        self.ensure_one()
        roll, places = self._roll(), self._sections_by_words()
        last = max(self.task_ids.mapped("sequence"), default=0)
        values = [
            {
                **self._task_values(row, roll, last + place),
                "section_id": section.id if section else places.get(_words(row["section"])),
            }
            for place, row in enumerate(rows, start=1)
        ]
        return self.env["dan_chu.task"].with_context(**QUIET).create(values)

    def _sections_by_words(self):
        """{words: id}: “I. TUYÊN TRUYỀN” across a table is the section of that name."""
        headings = self.section_ids.filtered(lambda row: row.role != "paragraph")
        return {_words(row.text): row.id for row in headings.sorted("sequence", reverse=True)}

    def _replace_sections(self, rows):
        """Other sections in place of all; what stood under one stands under its namesake."""
        self.ensure_one()
        held = (*self.target_ids, *self.task_ids)
        words = {row: _words(row.section_id.text) for row in held if row.section_id}
        for row in words:
            row.section_id = False
        self.section_ids.unlink()
        self._append_sections(rows)
        places = self._sections_by_words()
        for row, said in words.items():
            if said in places:
                row.section_id = places[said]

    def _append_sections(self, rows):
        values = self._section_values(rows, after=self._last_section())
        self.env["dan_chu.plan.section"].create([{"plan_id": self.id, **row} for row in values])

    def _last_section(self):
        return max(self.section_ids.mapped("sequence"), default=0)

    def _require_draft(self):
        for plan in self:
            plan._require_role("officer", "head")
            plan.document_id._check_open()


class Unit(models.Model):
    _inherit = "dan_chu.unit"

    def _called(self):
        """By which names papers speak of it: “Phòng TCCB” is its first word and its symbol."""
        self.ensure_one()
        kind = (self.name or "").partition(" ")[0]
        return (self.name, self.short_name, self.code, self.code and f"{kind} {self.code}")

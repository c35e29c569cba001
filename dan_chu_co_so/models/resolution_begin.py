from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..lib.clock import today
from ..lib.outline_marks import split_mark
from ..lib.task_table import read_table


class Resolution(models.Model):
    """How a resolution begins, and what can be pasted into it."""

    _inherit = "dan_chu.resolution"

    @api.onchange("conference_id")
    def _onchange_conference_id(self):
        if self._origin or not self.conference_id:
            return
        for name, value in self._usual(self.conference_id).items():
            field = self._fields[name]
            self[name] = [Command.clear(), *value] if field.type == "one2many" else value

    @api.model
    def _begun(self, vals):
        """What was not said is as it is usual."""
        named = vals.get("conference_id") or self.env.context.get("default_conference_id")
        conference = self.env["dan_chu.conference"].browse(named or ())
        if not conference:
            raise UserError(self.env._("Say of which conference it is the resolution."))
        conference.check_access("read")
        usual = {name: value for name, value in self._usual(conference).items() if value}
        # The form sends what it shows, also where nothing was typed.
        kept = {name: value for name, value in vals.items() if value or name not in usual}
        return {
            **usual,
            **kept,
            "conference_id": conference.id,
            "unit_id": conference.unit_id.id,
            "kind_id": self._kind().id,
        }

    @api.model
    def _usual(self, conference):
        unit = conference.unit_id.sudo()
        law = self.env.ref("dan_chu_co_so.legal_document_law_10_2022")
        bases = [Command.create({"legal_document_id": law.id})]
        minutes = conference._minutes_cited()
        if minutes:
            bases.append(Command.create({"verb": "based_on", "words": minutes}))
        return {
            "unit_id": unit.id,
            "kind_id": self._kind().id,
            "title": conference._name_with_year(),
            "place": unit.place,
            "date": conference.date,
            "basis_ids": bases,
            "recipient_ids": [
                Command.create({"name": "Toàn thể cán bộ, công chức, viên chức, người lao động"}),
                Command.create({"name": conference._speakers_name(), "purpose": "carry_out"}),
            ],
            "signatory_ids": self._usual_signatories(conference),
        }

    @api.model
    def _usual_signatories(self, conference):
        """Who speaks for the staff at the left, the head for the conference at the right."""
        *speakers, head = conference._both_sides_sign()
        unit = conference.unit_id.sudo()
        chairs = {
            "on_behalf": "HỘI NGHỊ",
            "form": "own",
            "own_title": unit.head_title,
            "employee_id": unit.head_id.id,
            "name": unit.head_id.name,
        }
        return [*speakers, Command.create({**head[2], **chairs})]

    @api.model
    def _of_conference(self, conference):
        """Pressed twice, the button makes one draft."""
        there = self.search([("conference_id", "=", conference.id)])
        at_work = there.filtered(lambda paper: paper.state in ("draft", "submitted", "issued"))
        return at_work[:1] or self.create({"conference_id": conference.id})

    def action_paste(self, text=None):
        """Commitments as lines: what, who and when parted by tabs or by “|”."""
        self.ensure_one()
        self._require_role("officer", "head")
        self.document_id._check_open()
        if not text:
            return {
                "type": "ir.actions.act_window",
                "name": self.env._("Paste commitments"),
                "res_model": "dan_chu.resolution.paste",
                "view_mode": "form",
                "target": "new",
                "context": {"default_resolution_id": self.id},
            }
        self._take_in(text)
        return True

    def _take_in(self, text):
        rows = self._read_commitments(text, self.conference_id.unit_id, self.conference_id.date)
        last = max(self.commitment_ids.mapped("sequence"), default=0)
        return self.env["dan_chu.resolution.commitment"].create(
            [
                {**row, "resolution_id": self.id, "sequence": last + 10 * place}
                for place, row in enumerate(rows, start=1)
            ]
        )

    @api.model
    def _read_commitments(self, text, unit, day):
        """Values of commitments; a line that cannot be one is named, and nothing is taken."""
        if "\t" not in text:
            text = text.replace("|", "\t")
        rows, errors = read_table(text, (day or today()).year)
        if errors:
            raise UserError(self.env["dan_chu.plan"]._table_errors_text(errors))
        roll = unit._staff_roll()
        return [self._commitment_values(row, roll) for row in rows]

    @api.model
    def _lines_in_words(self, text, unit, day):
        """How the lines are read, or what is wrong with them: seen before it is taken in."""
        if not (text or "").strip():
            return False
        try:
            rows = self._read_commitments(text, unit, day)
        except UserError as error:
            return str(error)
        people = self.env["hr.employee"].sudo()
        units = self.env["dan_chu.unit"]
        lines = []
        for place, row in enumerate(rows, start=1):
            found = people.browse(row.get("employee_id")).name
            found = found or units.browse(row.get("who_unit_id")).name or row["who"]
            rest = ", ".join(filter(None, (found, row["time_text"])))
            lines.append(f"{place}. {row['name']}" + (f" – {rest}" if rest else ""))
        return "\n".join(lines)

    @api.model
    def _commitment_values(self, row, roll):
        who = roll.find(row["lead"])
        words = ", ".join(filter(None, (row["lead"], *row["partners"])))
        values = {
            "name": split_mark(row["name"])[1] or row["name"],
            "who": words,
            "time_text": row["time_text"],
            "product": row["product"],
        }
        if who.kind == "employee":
            values["employee_id"] = who.key
        elif who.kind == "unit":
            values["who_unit_id"] = who.key
        return values

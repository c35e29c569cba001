import base64
import binascii

from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ..lib import honour_table, upload
from ..lib.clock import today
from ..lib.honour_match import Book, same_award
from ..lib.sheet import Column, Line, Sheet, Table
from ..lib.sheet_excel import write_excel
from ..models.owner_unit import OwnerUnit

_EXAMPLE = (
    ("Nguyễn Thị Minh An", "Cá nhân", "Tổ Toán – Tin", "Lao động tiên tiến", "2024-2025", ""),
    ("Tổ Toán – Tin", "Tập thể", "", "Tập thể lao động tiên tiến", "2024-2025", ""),
)


_KNOWN_BY = (
    "employee_id",
    "subject_unit_id",
    "name",
    "award_name",
    "work_year",
    "years_text",
    "decision_words",
)


def _value(value):
    return value.id if isinstance(value, models.BaseModel) else value


class HonourImport(models.TransientModel):
    """Awards from before the program, out of Excel: what is right is entered, what is not is told
    row by row and goes back as a file of its own."""

    _name = "dan_chu.honour.import"
    _description = "Import of awards"
    _inherit = ["dan_chu.readable.links"]

    unit_id = OwnerUnit(
        "dan_chu.unit",
        required=True,
        default=lambda self: self.env["dan_chu.movement"]._default_unit(),
        domain=[("is_institution", "=", True)],
    )
    file = fields.Binary(string="Excel file", attachment=True)
    file_name = fields.Char()
    keeps_unknown = fields.Boolean(
        string="Enter those not on the list of staff by their name alone",
        help="Who left long ago has no record of their own: the award is kept under the name.",
    )
    keeps_awards = fields.Boolean(
        string="Enter awards that the catalogue does not name by their words alone",
        help="Conditions of later rounds count only what is in the catalogue.",
    )
    right_count = fields.Integer(string="Rows to enter", compute="_compute_read")
    wrong_count = fields.Integer(string="Rows to correct", compute="_compute_read")
    known_count = fields.Integer(string="Entered already", compute="_compute_read")
    errors = fields.Html(compute="_compute_read", sanitize=False)
    entered_count = fields.Integer(string="Rows entered", readonly=True)
    data = fields.Binary(string="To download", attachment=True, readonly=True)

    @api.depends("file", "unit_id", "keeps_unknown", "keeps_awards")
    @api.depends_context("uid")
    def _compute_read(self):
        for wizard in self:
            try:
                right, known, wrong = wizard._sorted()
                errors = wizard._errors_html(wrong) if wrong else False
            except UserError as error:
                right, known, wrong, errors = [], 0, [], Markup("<p>%s</p>") % str(error)
            wizard.right_count = len(right)
            wizard.known_count = known
            wizard.wrong_count = len(wrong)
            wizard.errors = errors

    def action_import(self):
        """What is right is entered; pressed again it enters nothing twice."""
        self.ensure_one()
        self._require_officer()
        if not self.file:
            raise UserError(self.env._("Choose the Excel file first."))
        right, _known, _wrong = self._sorted()
        if not right and not self.entered_count:
            raise UserError(
                self.env._("No row of this file can be entered: correct those named below.")
            )
        self.env["dan_chu.honour"].create([vals for _row, vals in right])
        self.entered_count += len(right)
        return self._again()

    def action_template(self):
        """An empty table with the titles that are understood, and two rows to show how."""
        self.ensure_one()
        self._require_officer()
        rows = [
            (*row, "Quyết định số 45/QĐ", "31/05/2025", self.unit_id.name, 0) for row in _EXAMPLE
        ]
        return self._file([(list(row), "") for row in rows], "mau-nhap-thanh-tich", False)

    def action_wrong_rows(self):
        """Those not entered, as they were typed, with what is to be corrected."""
        self.ensure_one()
        self._require_officer()
        wrong = self._sorted()[2]
        rows = [
            ([row.cells.get(name, "") for name in honour_table.COLUMNS], self._told(row))
            for row in wrong
        ]
        return self._file(rows, "dong-can-sua", True)

    def _require_officer(self):
        self.check_access("write")
        if not self._is_officer():
            raise AccessError(
                self.env._("This is for the officers and the head of %s.", self.unit_id.name)
            )

    def _is_officer(self):
        return self.unit_id._origin.id in self.env.user._dan_chu_reach("officer")

    def _again(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Import of awards"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }

    def _file(self, rows, name, is_wrong):
        titles = list(honour_table.COLUMNS.values())
        columns = [Column(title, 6) for title in titles]
        if is_wrong:
            columns.append(Column(honour_table.WRONG, 8))
        lines = [Line((*map(str, cells), *((told,) if is_wrong else ()))) for cells, told in rows]
        sheet = Sheet(
            "Thành tích đã được khen thưởng", (), (Table("", tuple(columns), tuple(lines)),)
        )
        self.data = base64.b64encode(write_excel(sheet))
        url = f"/web/content/{self._name}/{self.id}/data/{name}.xlsx?download=true"
        return {"type": "ir.actions.act_url", "url": url}

    def _sorted(self):
        """([(row, values)] to enter, how many stand there already, rows with what is wrong)."""
        if not self.file or not self._is_officer():
            return [], 0, []
        rows = self._rows()
        people, parts, awards = self._books()
        entered = self._entered()
        right, known, wrong, numbers = [], 0, [], {}
        for row in rows:
            vals = self._values(row, people, parts, awards)
            if row.errors:
                wrong.append(row)
                continue
            key = self._key(vals)
            if key in entered:
                known += 1
                continue
            if key in numbers:
                row.errors.append(("double", numbers[key]))
                wrong.append(row)
                continue
            numbers[key] = row.number
            right.append((row, vals))
        return right, known, wrong

    def _rows(self):
        try:
            content = base64.b64decode(self.with_context(bin_size=False).file)
            upload.check(content)
            return honour_table.read(content)
        except (binascii.Error, upload.Refused):
            raise UserError(self._say_unreadable("not_excel", ())) from None
        except honour_table.Unreadable as error:
            raise UserError(self._say_unreadable(error.reason, error.missing)) from None

    def _books(self):
        """Staff of the house, those who left too, its sections, and the catalogue."""
        house = self.unit_id._origin.sudo().with_context(active_test=False)
        units = house.search([("institution_id", "=", house.id)])
        staff = self.env["hr.employee"].sudo().with_context(active_test=False)
        staff = staff.search_fetch(
            [("dan_chu_unit_id", "in", units.ids)], ["name", "dan_chu_unit_id"]
        )
        people = Book((person.id, person.name, [person.dan_chu_unit_id.name]) for person in staff)
        parts = Book(
            (unit.id, name, []) for unit in units for name in {unit.name, unit.short_name} - {False}
        )
        catalogue = self.env["dan_chu.award"].with_context(active_test=False)
        awards = catalogue.search(Domain.TRUE)
        names = Book((award.id, name, []) for award in awards for name in (award.name, award.code))
        return people, parts, names

    def _values(self, row, people, parts, awards):
        values = row.values
        person, part = self._subject(row, people, parts)
        if person in self.env.user.sudo().with_context(active_test=False).employee_ids.ids:
            row.errors.append(("own", values["name"]))
        year, years = values.get("year") or ("", "")
        award = self._award(row, awards)
        day = values.get("day")
        if day and day > today():
            row.errors.append(("day_ahead", row.cells.get("day", "")))
        return {
            "unit_id": self.unit_id._origin.id,
            "employee_id": person,
            "subject_unit_id": part,
            "name": values["name"],
            "award_id": award,
            # As the catalogue writes it: what was found may be its code, or lack a mark.
            "award_name": self.env["dan_chu.award"].browse(award).name or values["award"],
            "work_year": year or False,
            "years_text": years or False,
            "merit": values["merit"] or False,
            "decision_words": values["decision"] or False,
            "decided_on": day or False,
            "issuer": values["issuer"] or False,
            "bonus": values.get("bonus") or 0,
        }

    def _award(self, row, awards):
        words = row.values["award"]
        found = awards.find(words) if words else []
        if words and not found and not self.keeps_awards:
            row.errors.append(("no_such_award", (words, awards.nearest(words))))
        return found[0] if len(found) == 1 else False

    def _subject(self, row, people, parts):
        """(person, collective): one of them, or neither for who is kept by the name alone."""
        name, section, target = (row.values.get(key) for key in ("name", "section", "target"))
        if not name:
            return False, False
        found_people = people.find(name, section) if target != "collective" else []
        found_parts = parts.find(name) if target != "person" else []
        if len(found_people) > 1 and not found_parts:
            row.errors.append(("several", name))
        elif found_people and found_parts:
            row.errors.append(("both", name))
        elif len(found_parts) > 1:
            row.errors.append(("several_parts", name))
        elif not found_people and not found_parts and not self.keeps_unknown:
            row.errors.append(("unknown", name))
        else:
            return (found_people or [False])[0], (found_parts or [False])[0]
        return False, False

    def _entered(self):
        """What stands there already, each by what it is known by."""
        honours = self.env["dan_chu.honour"].sudo()
        rows = honours.search_fetch(
            [("unit_id", "=", self.unit_id._origin.id)],
            _KNOWN_BY,
        )
        return {self._key({name: _value(row[name]) for name in _KNOWN_BY}) for row in rows}

    @api.model
    def _key(self, vals):
        subject = (
            ("person", vals["employee_id"])
            if vals["employee_id"]
            else ("part", vals["subject_unit_id"])
            if vals["subject_unit_id"]
            else ("name", " ".join(vals["name"].split()).casefold())
        )
        return same_award(
            subject,
            vals["award_name"],
            vals["work_year"] or "",
            vals["years_text"] or "",
            vals["decision_words"] or "",
        )

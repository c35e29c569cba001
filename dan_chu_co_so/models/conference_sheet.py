from odoo import models
from odoo.exceptions import AccessError

from ..lib.clock import vietnamese
from ..lib.paper.words import roman
from ..lib.sheet import Column, Line, Sheet, Table
from ..lib.text import slug

_BLANK = (
    Column("TT", 1, "center"),
    Column("Họ và tên", 7),
    Column("Chức vụ", 5),
    Column("Ký tên", 5),
    Column("Ghi chú", 3),
)
_FILLED = (
    Column("TT", 1, "center"),
    Column("Họ và tên", 6),
    Column("Chức vụ", 4),
    Column("Có mặt", 3, "center"),
    Column("Giờ đến", 2, "center"),
    Column("Giờ về", 2, "center"),
    Column("Ghi chú", 4),
)
_OFF = (Column("TT", 1, "center"), Column("Họ và tên", 6), Column("Chức vụ", 5), Column("Lý do", 7))
_STATUS = {
    "expected": "",
    "present": "Có mặt",
    "excused": "Vắng có phép",
    "absent": "Vắng không phép",
}
_SAID = (
    Column("TT", 1, "center"),
    Column("Người nêu", 4),
    Column("Nội dung", 9),
    Column("Trả lời", 7),
)
_KINDS = {"opinion": "Ý kiến", "question": "Câu hỏi", "speak": "Đăng ký phát biểu"}
_LISTING = ("officer", "head", "representative")


class Conference(models.Model):
    """Its lists as sheets: to sign at the door, as they were filled in, and what was raised."""

    _inherit = "dan_chu.conference"

    def action_print_attendance(self):
        """To be signed: before the conference blank, then with what was entered at the door."""
        return self._open_sheet("attendance.pdf" if self._has_begun() else "signatures.pdf")

    def action_attendance_excel(self):
        return self._open_sheet("attendance.xlsx" if self._has_begun() else "signatures.xlsx")

    def action_print_opinions(self):
        return self._open_sheet("opinions.pdf")

    def _has_begun(self):
        self.ensure_one()
        return self.state in ("open", "closed", "failed")

    def _open_sheet(self, name):
        self.ensure_one()
        self._require_listing()
        return {"type": "ir.actions.act_url", "url": f"/dan_chu/conference/{self.id}/{name}"}

    def _require_listing(self):
        """Who is on the list is told to those who prepare, lead or run the conference."""
        for conference in self:
            unit = conference.sudo().unit_id
            holds = any(self.env.user._dan_chu_has_role(role, unit) for role in _LISTING)
            if not holds and not conference._is_at_desk():
                raise AccessError(
                    self.env._(
                        "The list of “%s” is read by those who prepare and run it.",
                        conference.sudo().display_name,
                    )
                )

    def _sheet_named(self, name):
        """The sheet of that name, of which the list is read once."""
        self.ensure_one()
        self._require_listing()
        conference = self.sudo()
        if name == "opinions":
            return conference._opinion_sheet()
        return conference._attendance_sheet(is_filled=name == "attendance")

    def _sheet_file_name(self, name):
        titles = {"opinions": "Y kien", "attendance": "Diem danh", "signatures": "Danh sach ky ten"}
        return slug(f"{titles[name]} {self.sudo().name}")

    def _attendance_sheet(self, is_filled):
        columns = _FILLED if is_filled else _BLANK
        put = _filled if is_filled else _to_sign
        rows = self.env["dan_chu.conference.attendee"].search([("conference_id", "=", self.id)])
        guests = rows.filtered("is_guest")
        off = rows.filtered(lambda row: row.is_off and not row.is_guest)
        summoned = rows - guests - off
        who = "Đại biểu" if self.is_of_delegates else "Người tham dự"
        tables = [
            Table(
                " ".join(filter(None, (who, body.name and f"của {body.name}"))),
                columns,
                tuple(_by_section(own, put)),
            )
            for body, own in summoned.grouped("body_id").items()
        ]
        if guests:
            lines = (Line(put(place, row)) for place, row in enumerate(guests, 1))
            tables.append(Table("Khách mời", columns, tuple(lines)))
        if off:
            lines = (
                Line((place, row.name, row.position or "", row.off_reason))
                for place, row in enumerate(off, 1)
            )
            tables.append(Table("Không triệu tập", _OFF, tuple(lines)))
        subjects = [self.name, self._time_words(), is_filled and _totals(self, summoned)]
        return Sheet("Danh sách điểm danh", tuple(filter(None, subjects)), tuple(tables))

    def _opinion_sheet(self):
        rows = self.env["dan_chu.conference.opinion"].search([("conference_id", "=", self.id)])
        tables = []
        for kind, name in _KINDS.items():
            lines = []
            own = rows.filtered(lambda row, kind=kind: row.kind == kind)
            place = 0
            for section, said in own.grouped(lambda row: row.section or "").items():
                if section:
                    lines.append(Line((section,), "heading"))
                for row in said:
                    place += 1
                    lines.append(Line((place, _raised_by(row), row.text, row.answer or "")))
            if lines:
                tables.append(Table(name, _SAID, tuple(lines)))
        subjects = tuple(filter(None, (self.name, self._time_words())))
        return Sheet("Tổng hợp ý kiến trước hội nghị", subjects, tuple(tables))


def _by_section(rows, put):
    """Section after section, and in it by the given name; numbered through."""
    place = 0
    for number, (section, people) in enumerate(
        rows.grouped(lambda row: row.section or "").items(), 1
    ):
        if section:
            yield Line((f"{roman(number)}. {section} ({len(people)} người)",), "heading")
        for row in people:
            place += 1
            yield Line(put(place, row))


def _to_sign(place, row):
    return (place, row.name, row.position or "", "", "")


def _filled(place, row):
    notes = (row.is_late and "Đến muộn", row.left_on and "Về sớm", row.reason)
    return (
        place,
        row.name,
        row.position or "",
        _STATUS[row.status],
        _hour(row.arrived_on),
        _hour(row.left_on),
        "; ".join(filter(None, notes)),
    )


def _raised_by(row):
    if row.name or not row.people_count:
        return row.name or row.section or ""
    return f"{row.section or ''} ({row.people_count} người)".strip()


def _hour(moment):
    return f"{vietnamese(moment):%H:%M}" if moment else ""


def _totals(conference, summoned):
    counts = dict.fromkeys(_STATUS, 0)
    for row in summoned:
        counts[row.status] += 1
    return (
        f"Tổng số: {conference.staff_count}; được triệu tập: {len(summoned)}; "
        f"có mặt: {counts['present']}; vắng có phép: {counts['excused']}; "
        f"vắng không phép: {counts['absent']}"
    )

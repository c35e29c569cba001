from odoo import models
from odoo.tools import is_html_empty

from ..lib.board_words import count_of, lines_of, minute, short
from ..lib.conference_words import named_person, percent, year_words
from ..lib.money_words import grouped, money_words
from ..lib.plan_text import running
from ..lib.voting import UNKNOWN

UNKNOWN_SUM = "Chưa xác định"
_METHODS = {
    "hands": "biểu quyết bằng giơ tay",
    "paper": "bỏ phiếu kín",
    "named": "biểu quyết điện tử có ghi tên",
}
_OUTCOMES = {"passed": "Thông qua", "not_passed": "Không thông qua", "unknown": "Chưa xác định"}
_GROUPS = [("collective", "TẬP THỂ"), ("person", "CÁ NHÂN")]
_COUNTED = {"collective": "tập thể", "person": "cá nhân"}
_NOT_NOMINATED = ("draft", "returned", "withdrawn")
_AFTER_COUNCIL = ("passed", "forwarded", "awarded", "not_awarded")


class Award(models.Model):
    _inherit = "dan_chu.award"

    def _named(self):
        """ "danh hiệu “Lao động tiên tiến”", "Giấy khen" """
        if self.category in ("title", "prize"):
            return f"danh hiệu “{self.name}”"
        return self.name or ""


class CommendationRound(models.Model):
    _inherit = "dan_chu.commendation.round"

    def _when_printed(self):
        """ "năm học 2026 - 2027", "phong trào “Dân vận khéo” năm 2026", "giai đoạn 2021 - 2026" """
        self.ensure_one()
        year = year_words(self.work_year)
        if self.occasion == "years":
            return running(self.years_text or "")
        if self.occasion == "movement":
            named = self.movement_id._named()
            return named if year in named else f"{named} {year}".strip()
        return f"đột xuất {year}".strip() if self.occasion == "sudden" else year

    def _merit_printed(self):
        """What it is given for: "thành tích trong năm học 2026 - 2027"."""
        when = self._when_printed()
        if self.occasion == "sudden":
            return f"thành tích {when}"
        return f"thành tích {when}" if self.occasion == "years" else f"thành tích trong {when}"

    def _last_session(self):
        sessions = self.env["dan_chu.council.session"].sudo()
        return sessions.search([("round_id", "=", self.id), ("state", "=", "closed")], limit=1)

    def _council_as_basis(self):
        session = self._last_session()
        if not session:
            return ""
        return f"của {session.board_id.name} tại Biên bản họp ngày {short(session.day)}"

    def _counts_printed(self, rows):
        """How many of them got how far."""
        states = rows.mapped("state")
        passed = [state for state in states if state in _AFTER_COUNCIL]
        sent_up = rows.filtered("forwarded_on")
        above = sent_up.mapped("state")
        given = rows.filtered(lambda row: row.state == "awarded")
        return {
            "nominated": len([state for state in states if state not in _NOT_NOMINATED]),
            "from_below": len(rows.filtered("origin_id")),
            "passed": len(passed),
            "refused": states.count("refused"),
            "sent_up": len(sent_up),
            "given_above": above.count("awarded"),
            "not_given_above": above.count("not_awarded"),
            "waiting_above": above.count("forwarded"),
            "declined": states.count("not_awarded") - above.count("not_awarded"),
            "waiting": states.count("passed"),
            "awarded": len(given.filtered(lambda row: not row.is_taken_back)),
            "taken_back": len(given.filtered("is_taken_back")),
        }

    def _counts_by(self, rows, name):
        """[(name, counts)], in the order of the rows."""
        return [
            {"name": group.name, **self._counts_printed(same)}
            for group, same in rows.grouped(name).items()
        ]

    def _printed(self):
        self.ensure_one()
        rows = self.commendation_ids.sorted(
            lambda row: (row.award_id.sequence, row.unit_id.id, row.sequence, row.id)
        )
        stood = rows.filtered(lambda row: row.state not in _NOT_NOMINATED)
        stands = rows.filtered(lambda row: row.state == "awarded" and not row.is_taken_back)
        # What the level above gives, it pays.
        paid = stands.filtered(lambda row: row.bonus and not row.forwarded_on)
        return {
            "name": self.name,
            "when": self._when_printed(),
            "merit": self._merit_printed(),
            "opened": self.opened_on,
            "deadline": self.deadline,
            "units": len(self.participant_ids.unit_id | stood.unit_id),
            "counts": self._counts_printed(rows),
            "by_award": self._counts_by(stood, "award_id"),
            "by_unit": self._counts_by(stood.sorted(lambda row: row.unit_id.id), "unit_id"),
            "bonus": grouped(sum(paid.mapped("bonus"))) if paid else "",
            "bonus_words": money_words(sum(paid.mapped("bonus"))) if paid else "",
            "decisions": list(
                dict.fromkeys(row.decision_words for row in stands if row.decision_words)
            ),
        }


class Commendation(models.Model):
    _inherit = "dan_chu.commendation"

    def _who_printed(self):
        """ "Nguyễn Văn An, Giáo viên, Tổ Toán - Tin"; a collective is its own name."""
        row = self.sudo()
        person, collective = row.employee_id.dan_chu_unit_id, row.subject_unit_id
        place = (person or row.unit_id) if row.target == "person" else collective
        house = place.institution_id
        if house and house != row.addressee_unit_id.institution_id:
            # Above, a person is of a school, whatever the section.
            named = house.name if house != collective else ""
        else:
            named = person.name if person != row.addressee_unit_id else ""
        return named_person(row.name, ", ".join(filter(None, (row.position, named))))

    def _sums_on(self, day):
        """{nomination: sum in đồng, or None where the law on record names none}.

        What was given keeps the sum it was given with.
        """
        given = self.filtered(lambda row: row.state == "awarded")
        reckoned = (self - given)._bonuses(day)
        return {
            row: (None if row.bonus_words == UNKNOWN else row.bonus)
            if row in given
            else reckoned[row][0]
            for row in self
        }

    def _listed(self, sums=None):
        """Groups of printed rows, collectives before persons, numbered through each."""
        groups = []
        rows = self.sudo().sorted(
            lambda row: (row.award_id.sequence, row.unit_id.id, row.sequence, row.id)
        )
        for target, title in _GROUPS:
            same = rows.filtered(lambda row, target=target: row.target == target)
            if same:
                groups.append({"title": title, "rows": [row._row_printed(sums) for row in same]})
        return groups

    def _row_printed(self, sums):
        amount = (sums or {}).get(self)
        told, whole = self.council_for, self.council_base
        if not whole:
            told, whole = self.meeting_for, self.meeting_present
        return {
            "who": self._who_printed(),
            "merit": self.summary or "",
            "award": self.award_id.name,
            "votes": f"{told}/{whole} ({percent(told, whole)})" if whole else "",
            "sum": UNKNOWN_SUM if amount is None else (grouped(amount) if amount else "Không"),
        }

    def _counted_printed(self):
        """["danh hiệu “Lao động tiên tiến”: 12 cá nhân", …]"""
        said = []
        for award, same in (
            self.sudo().sorted(lambda row: row.award_id.sequence).grouped("award_id").items()
        ):
            numbers = [
                f"{count_of(number)} {words}"
                for target, words in _COUNTED.items()
                if (number := same.mapped("target").count(target))
            ]
            name = award._named()
            said.append(f"{name[:1].upper()}{name[1:]}: {', '.join(numbers)}")
        return said

    def _whom_printed(self):
        targets = set(self.sudo().mapped("target"))
        return ", ".join(words for target, words in _COUNTED.items() if target in targets)

    def _gives_printed(self):
        """ "Công nhận danh hiệu thi đua, tặng hình thức khen thưởng" """
        categories = set(self.sudo().award_id.mapped("category"))
        said = []
        if categories & {"title", "prize"}:
            said.append("công nhận danh hiệu thi đua")
        if categories - {"title", "prize"}:
            said.append("tặng hình thức khen thưởng")
        return ", ".join(said).capitalize()

    def _earlier_printed(self):
        """What was given before, the latest first."""
        self.ensure_one()
        row = self.sudo()
        honours = self.env["dan_chu.honour"].sudo()
        field = "employee_id" if row.target == "person" else "subject_unit_id"
        if not row[field]:
            return []
        given = honours.search([(field, "=", row[field].id), ("is_cancelled", "=", False)])
        return [
            {
                "year": honour.years_text or year_words(honour.work_year),
                "award": honour.award_name,
                "paper": "; ".join(filter(None, (honour.decision_words, honour.issuer))),
            }
            for honour in given
        ]


class CouncilSession(models.Model):
    _inherit = "dan_chu.council.session"

    def _printable_notes(self):
        """What was said; nothing where the editor left empty tags."""
        return False if is_html_empty(self.notes) else self.notes

    def _printed(self):
        self.ensure_one()
        listed = self.attendance_ids
        present = listed.filtered("is_present")
        kept_out = [line for line in self.line_ids if line.kept_out]
        lines = [line._printed() for line in self.line_ids]
        return {
            "council": self.board_id.name,
            "began": minute(self.opened_on, self.day),
            "ended": minute(self.closed_on, self.day),
            "day": self.day,
            "place": self.place or "",
            "members": len(listed),
            "present": [row._named() for row in present],
            "present_count": len(present),
            "absent": [
                named_person(row.name, running(row.absence_reason or ""))
                for row in listed - present
            ],
            "quorum": self.quorum_words or "",
            "chair": named_person(
                self.chair_id.name, self.chair_id._title() if self.chair_id else ""
            ),
            "secretary": self.secretary_id.name or "",
            "method": _METHODS[self.method],
            "notes": self._printable_notes(),
            "lines": lines,
            "again": [line for line in lines if line["again"]],
            "counted": self.line_ids.commendation_id._counted_printed(),
            "passed": len(self.line_ids.filtered(lambda line: line.outcome == "passed")),
            "refused": [line._printed() for line in self.line_ids if line.outcome == "not_passed"],
            "open": [line._printed() for line in self.line_ids if line.outcome == "unknown"],
            "kept_out": [
                {"line": line.commendation_id.name, "who": line.kept_out} for line in kept_out
            ],
        }


class CouncilAttendance(models.Model):
    _inherit = "dan_chu.council.attendance"

    def _named(self):
        self.ensure_one()
        title = self.member_id._title()
        return named_person(self.name, ", ".join(filter(None, (self.position, title))))


class CouncilLine(models.Model):
    _inherit = "dan_chu.council.line"

    def _printed(self):
        self.ensure_one()
        row = self.commendation_id
        return {
            "who": row._who_printed(),
            "name": row.name,
            "award": row.award_id.name,
            "for": self.votes_for,
            "against": self.votes_against,
            "blank": self.votes_blank,
            "base": self.base_count,
            "counted": self.votes_for + self.votes_against + self.votes_blank,
            "voters": self.voters,
            "share": percent(self.votes_for, self.base_count),
            "result": _OUTCOMES.get(self.outcome, ""),
            "words": self.outcome_words or "",
            "remark": " ".join(lines_of(self.remark)),
            "again": self._again_printed(),
        }

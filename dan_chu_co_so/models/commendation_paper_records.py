from odoo import models

from ..lib.board_words import count_of, dated, short
from ..lib.conference_words import named_person, percent, year_words
from ..lib.money_words import grouped, money_words
from ..lib.plan_text import running
from ..lib.voting import UNKNOWN

UNKNOWN_SUM = "Chưa xác định"
_GROUPS = [("collective", "TẬP THỂ"), ("person", "CÁ NHÂN")]
_COUNTED = {"collective": "tập thể", "person": "cá nhân"}
_NOT_NOMINATED = ("draft", "returned", "withdrawn")
_AFTER_COUNCIL = ("passed", "forwarded", "awarded", "not_awarded")


def _begun(words):
    """As a cell begins: "Năm học 2025 - 2026"."""
    return f"{words[:1].upper()}{words[1:]}"


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
                dict.fromkeys(
                    dated(row.decision_words, row.decided_on)
                    for row in stands
                    if row.decision_words
                )
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
        row = self
        # What was sent up brings along how the house below voted.
        while row.origin_id and not (row.council_base or row.meeting_present):
            row = row.origin_id
        told, whole = row.council_for, row.council_base
        if not whole:
            told, whole = row.meeting_for, row.meeting_present
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
        given -= given.filtered(lambda honour: honour.commendation_id.round_id == row.round_id)
        return [
            {
                "year": _begun(honour.years_text or year_words(honour.work_year)),
                "award": honour.award_name,
                "paper": "; ".join(
                    filter(None, (dated(honour.decision_words, honour.decided_on), honour.issuer))
                ),
            }
            for honour in given
        ]

from odoo import models
from odoo.exceptions import UserError

from ..lib.citation import long_date
from ..lib.clock import today
from ..lib.paper.pdf import write_layout
from ..lib.text import capitals

_MOST = 5000
_CHOICES = ("Tán thành", "Không tán thành", "Không có ý kiến")


class Vote(models.Model):
    """Ballots of paper: one for each who may vote, several on a page, with room for the seal."""

    _inherit = "dan_chu.vote"

    def action_print_ballots(self):
        self.ensure_one()
        self._check_may_print()
        return self.env.ref("dan_chu_co_so.vote_ballots_report").report_action(self)

    def _pdf_to_print(self):
        self.ensure_one()
        self._check_may_print()
        return self.env["dan_chu.document"]._or_told(
            lambda content: write_layout("ballots.typ", content), self.sudo()._ballot_paper()
        )

    def _check_may_print(self):
        """An unused ballot is worth a vote: they are for those who run it."""
        self._require_running()
        self._require_state("draft", "open")
        if self.method != "paper":
            raise UserError(self.env._("“%s” is not voted on paper.", self.sudo().name))
        if self.is_election and not self.sudo().option_ids:
            raise UserError(self.env._("“%s”: nobody stands. Enter candidates.", self.sudo().name))

    def _ballot_paper(self):
        conference = self.conference_id
        day = conference.date or today()
        where = self.body_id.name or conference.name
        is_of_all = self.is_ballot or conference.state == "ballot"
        heading = "PHIẾU LẤY Ý KIẾN" if is_of_all else "PHIẾU BIỂU QUYẾT"
        occasion = f"{where}, ngày {long_date(day)}"
        if is_of_all:
            # There was no conference on that day.
            occasion = f"Lấy ý kiến toàn thể thay cho {where[:1].lower()}{where[1:]}"
        return {
            "title": f"Phiếu: {self.name}",
            "issuer": self.unit_id._letterhead(day)["issuer"],
            "heading": "PHIẾU BẦU CỬ" if self.is_election else heading,
            "subject": capitals(self.name.removeprefix("Bầu ")) if self.is_election else "",
            "occasion": occasion + self._round_in_words(),
            "text": [] if self.is_election else [self.name],
            "people": [
                {"name": option.name, "position": option.position or ""}
                for option in self.option_ids
            ]
            if self.is_election
            else [],
            "choices": _CHOICES,
            "hints": self._hints(),
            "count": self._ballots_needed(),
        }

    def _hints(self):
        void = "Phiếu không có dấu của cơ quan, đơn vị"
        if not self.is_election:
            marks = "phiếu để trống hoặc đánh dấu nhiều hơn một ô"
            return [f"Đánh dấu X vào một ô. {void}, {marks} là phiếu không hợp lệ."]
        seats = f"{self.seats:02d} người"
        return [
            f"Bầu {seats}: đánh dấu X vào ô “Đồng ý” của không quá {seats}.",
            f"{void}, bầu quá {seats} hoặc ghi thêm tên là phiếu không hợp lệ.",
        ]

    def _round_in_words(self):
        return f" (lần {self.round_number})" if self.round_number > 1 else ""

    def _ballots_needed(self):
        """One for each who may vote; before anybody is there, for each who is summoned."""
        rows = self.env["dan_chu.conference.attendee"].sudo()
        summoned = rows.search_count([*self._listed(), ("is_off", "=", False)])
        is_running = self.conference_id.state in ("open", "ballot")
        needed = self.entitled or (is_running and self._entitled()) or summoned
        if not needed:
            raise UserError(
                self.env._("“%s”: nobody is on the list of the conference yet.", self.name)
            )
        return min(needed, _MOST)

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.board_words import dated
from ..lib.certificate import Given, period, too_long, wording
from ..lib.clock import today
from ..lib.paper_date import place_and_date
from .certificate import SIZES

# More do not fit into the address of a page; all of them are printed from the round itself.
_CHOSEN = 400
_SAMPLE = {
    "name": "Công Tằng Tôn Nữ Hoàng Phương Nguyễn Thị Quỳnh Trang",
    "position": "Giáo viên, Tổ trưởng chuyên môn Tổ Khoa học tự nhiên – Công nghệ",
    "award": "Giấy khen",
    "merit": "Hoàn thành xuất sắc nhiệm vụ, có nhiều đóng góp cho phong trào thi đua của đơn vị",
}


class CommendationRound(models.Model):
    """The certificates of what was given, in one file."""

    _inherit = "dan_chu.commendation.round"

    def action_print_certificates(self, size="a4"):
        self.ensure_one()
        return self._open_certificates(size, self.commendation_ids)

    def action_certificate_look(self):
        """How the certificates of this house look."""
        self.ensure_one()
        self._require_role("officer")
        looks = self.env["dan_chu.certificate"]
        look = looks.search([("unit_id", "=", self.unit_id.id)])
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Look of certificates"),
            "res_model": looks._name,
            "view_mode": "form",
            "res_id": look.id,
            "context": {"default_unit_id": self.unit_id.id},
        }

    def _open_certificates(self, size, rows):
        self.ensure_one()
        self._require_role("officer", "head")
        if size not in SIZES:
            raise UserError(self.env._("Certificates are printed on A4 or A3."))
        if not rows._with_certificate():
            raise UserError(
                self.env._("“%s”: nothing has been given here that is certified.", self.name)
            )
        chosen = "" if rows == self.commendation_ids else f"?rows={','.join(map(str, rows.ids))}"
        return {
            "type": "ir.actions.act_url",
            "url": f"/dan_chu/certificates/{self.id}/{size}.pdf{chosen}",
        }

    def _certificates_pdf(self, size, numbers=()):
        """Of these lines, or of all that was given."""
        self.ensure_one()
        self._require_role("officer", "head")
        rows = self.sudo().commendation_ids._with_certificate()
        if numbers:
            rows = rows.filtered(lambda row: row.id in numbers)
        if not rows:
            raise UserError(
                self.env._("“%s”: nothing has been given here that is certified.", self.name)
            )
        look = self.env["dan_chu.certificate"]._of(self.unit_id)
        return look._pdf(size, rows._certificates(look))


class Commendation(models.Model):
    _inherit = "dan_chu.commendation"

    def action_print_certificate(self, size="a4"):
        """Of the lines chosen, of one round."""
        self.check_access("read")
        self._require_holder("officer", "head")
        if len(self.round_id) != 1 or len(self) > _CHOSEN:
            raise UserError(
                self.env._(
                    "Choose at most %s lines of one round; all of them are printed from the "
                    "round itself.",
                    _CHOSEN,
                )
            )
        return self.round_id._open_certificates(size, self)

    def _with_certificate(self):
        """Given by this house: what the level above gives, it certifies itself."""
        return self.filtered(
            lambda row: row.state == "awarded" and not row.forwarded_on and not row.is_taken_back
        )

    def _certificates(self, look):
        """The words of each, in a number of queries that does not follow their number."""
        words = [row._certificate(look) for row in self]
        for row, printed in zip(self, words, strict=True):
            for part, letters, most in too_long(printed):
                parts = {
                    "name": self.env._("The name"),
                    "position": self.env._("The position"),
                    "merit": self.env._("The merit"),
                    "award": self.env._("The award"),
                    "giver": self.env._("Who gives it"),
                    "notes": self.env._("The decision"),
                }
                raise UserError(
                    self.env._(
                        "%(name)s: “%(part)s” has %(letters)s letters, and no more than %(most)s "
                        "can be read on a certificate. Shorten it.",
                        name=row.name[:80],
                        part=parts[part],
                        letters=letters,
                        most=most,
                    )
                )
        return words

    def _certificate(self, look):
        self.ensure_one()
        held, award = self.round_id, self.award_id
        unit = self.unit_id
        section = unit.name if unit != look.unit_id else ""
        if self.target == "collective" and self.subject_unit_id == unit:
            section = ""
        given = Given(
            name=self.name,
            award=award.name,
            category=award.category,
            position=", ".join(filter(None, (self.position, section))),
            merit=self.summary or "",
            period=period(held.work_year, held.years_text),
        )
        notes = (dated(self.decision_words, self.decided_on), look.register_words)
        return {
            **wording(given, look.opening or ""),
            "notes": [note for note in notes if note],
            "place_date": place_and_date(look.unit_id.place, self.decided_on, today()),
            **self._certificate_signed(look.unit_id),
        }

    def _certificate_signed(self, unit):
        """As the decision was; without one in the program, by the head."""
        signatories = self.env["dan_chu.document.signatory"].sudo()
        document = self.decision_document_id if self else self.env["dan_chu.document"]
        signatory = document.sudo().signatory_ids[:1] or signatories.new(signatories._usual(unit))
        return {"signed_as": signatory._lines(), "signer": signatory.name or ""}

    @api.model
    def _sample_certificate(self, look):
        unit = look.sudo().unit_id
        return {
            **wording(Given(**_SAMPLE), look.opening or ""),
            "notes": [note for note in ("Quyết định số … ngày …", look.register_words) if note],
            "place_date": place_and_date(unit.place, fields.Date.to_date(today()), today()),
            **self.browse()._certificate_signed(unit),
        }

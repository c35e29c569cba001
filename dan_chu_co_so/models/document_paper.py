import base64

from markupsafe import Markup

from odoo import models
from odoo.exceptions import UserError

from ..lib.annex import annex_label, annex_reference
from ..lib.citation import listed_bases
from ..lib.clock import today
from ..lib.numbering import printed_number
from ..lib.paper.addressed import is_addressed
from ..lib.paper.blocks import PaperError, check
from ..lib.paper.ending import with_end_mark
from ..lib.paper.from_html import read_body
from ..lib.paper.pdf import write_pdf
from ..lib.paper.word import write_word
from ..lib.paper.words import cleaned, one_line
from ..lib.paper_date import hour_and_date, place_and_date
from ..lib.signing import authority
from ..lib.text import capitals, slug

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


class Document(models.Model):
    """From the fields of a paper to what both writers print: one content, PDF and Word."""

    _inherit = "dan_chu.document"

    def _paper(self, body=None):
        """The whole paper as plain values, the same for the preview, the PDF and the Word file.

        `body` is the record of the kind, if that is not the stored one.
        """
        self.ensure_one()
        body = body or self._body()
        blocks, annexes = self._or_told(read_body, self._body_html(body))
        kind = self.kind_id
        paper = {
            "format": 1,
            "draft": self.state in ("draft", "submitted"),
            "day": (self.date and self.date.isoformat()) or None,
            "name": self._printed_name(),
            "layout": self.unit_id.sudo()._layout(self._day()),
            "head": cleaned(self._head() | body._own_head()),
            "blocks": with_end_mark(blocks, kind.foot_form != "minutes" and kind.end_mark),
            "foot": cleaned(self._foot(is_addressed(blocks))),
            "annexes": [
                {**annex, "label": annex["label"] or annex_label(place, len(annexes))}
                for place, annex in enumerate(annexes, start=1)
            ],
        }
        return self._or_told(check, paper)

    def _with_number(self, paper):
        """What was signed, with the number it got since: nothing else of it has changed."""
        reference = one_line(self._annex_reference())
        return {
            **paper,
            "name": self._printed_name(),
            "head": {**paper["head"], "number": cleaned(self._printed_number())},
            "annexes": [
                {**annex, "reference": annex["reference"] and reference}
                for annex in paper["annexes"]
            ],
        }

    def _head(self):
        kind = self.kind_id
        is_letter = kind.head_form == "letter"
        subject = " ".join(filter(None, (kind.subject_prefix, self.title)))
        is_minutes = kind.head_form == "minutes"
        labels = dict(self._fields["urgency"].selection) | dict(
            self._fields["circulation"].selection
        )
        return {
            **self._letterhead(),
            "country": COUNTRY,
            "motto": MOTTO,
            "number": self._printed_number(),
            "place_date": None
            if is_minutes
            else place_and_date(self.place or "", self.date or None, today()),
            "letter_subject": subject if is_letter else None,
            "urgency": labels.get(self.urgency),
            "circulation": labels.get(self.circulation),
            "title": None if is_letter else kind.printed_title or capitals(kind.name),
            "subject": [] if is_letter or not subject else [subject],
            "address": self.unit_id.sudo().institution_id.letterhead_address or None,
        }

    def _printed_name(self):
        return cleaned(" ".join(filter(None, (self.kind_id.name, self.reference, self.title))))

    def _printed_number(self):
        return printed_number(self.number or "", self.symbol or "")

    def _letterhead(self):
        """The lines at the left: the superior and the issuer; a board stands under its unit."""
        lines = self.unit_id.sudo()._letterhead(self._day())
        if self.board_name:
            return {"superior": lines["issuer"], "issuer": [capitals(self.board_name)]}
        return lines

    def _foot(self, addressed):
        return {
            "recipients": self._recipient_lines(addressed),
            "signatures": [
                {"lines": row._lines(), "note": None, "name": row.name or None}
                for row in self.signatory_ids
            ],
            "form": self.kind_id.foot_form,
        }

    def _recipient_lines(self, addressed):
        rows = self.recipient_ids.filtered(lambda row: row.place == "recipient" and row.name)
        lines = [f"{row._printed()};" for row in rows]
        if addressed:
            lines.insert(0, "Như trên;")
        if self.archive:
            lines.append(f"Lưu: {self.archive}.")
        return lines

    def _addressees(self):
        rows = self.recipient_ids.filtered(lambda row: row.place == "addressee" and row.name)
        return rows.mapped("name")

    def _bases(self):
        return listed_bases(filter(None, self.basis_ids.mapped("text")))

    def _authority(self):
        """A board is itself the body that decides."""
        signatory = self.signatory_ids[:1]
        title = signatory.principal_title or signatory.own_title or self.unit_id.head_title
        body = not self.board_name and signatory.on_behalf
        return authority(self._unit_name(), title or "", body or "")

    def _unit_name(self):
        """The issuer in running text."""
        self.ensure_one()
        return self.board_name or self.unit_id.sudo().institution_id.name

    def _body_html(self, body):
        return self.env["ir.qweb"]._render(
            "dan_chu_co_so.paper",
            {
                "doc": self.sudo(),
                "body": body.sudo(),
                "template": body._body_template(),
                "content": body._printable("content") if "content" in body._fields else Markup(),
                "annex_reference": self._annex_reference(),
            },
            inherit_branding=False,
            raise_if_not_found=True,
        )

    def _moment(self, moment):
        return hour_and_date(moment)

    def _annex_reference(self):
        return annex_reference(
            self.kind_id.name,
            self.number or "",
            self.symbol or "",
            self.date or None,
            today(),
            self._unit_name(),
        )

    def _or_told(self, step, value):
        """What reads or writes a paper, its refusals in words for the user."""
        try:
            return step(value)
        except PaperError as error:
            raise UserError(self._paper_error(error)) from error

    def _pdf(self):
        return self._or_told(write_pdf, self._paper())

    def _docx(self):
        return self._or_told(write_word, self._paper())

    def _printed_files(self, paper):
        """Both prints, as they are stored at issue."""
        name = self._file_name()
        return [
            {"name": f"{name}.pdf", "raw": self._or_told(write_pdf, paper)},
            {"name": f"{name}.docx", "raw": self._or_told(write_word, paper)},
        ]

    def _attached_files(self):
        return [
            {"name": file.name, "raw": base64.b64decode(file.data)}
            for file in self.file_ids.with_context(bin_size=False)
        ]

    def _file_name(self):
        """63-KH-TnS_Ke-hoach-thuc-hien-dan-chu"""
        self.ensure_one()
        return slug(" ".join(filter(None, (self.reference, self.kind_id.name, self.title))))[:80]

    def _paper_error(self, error):
        messages = {
            "font_missing": self.env._(
                "This server has neither “Times New Roman” nor “Liberation Serif”, in which "
                "official papers are printed. Have its administrator install the package "
                "fonts-liberation2."
            ),
        }
        if error.code == "unknown_piece":
            return self.env._(
                "The printed form of this kind of paper holds %(piece)s, which is not in the "
                "vocabulary of official papers. Have the administrator mend the form.",
                piece=error.details.get("piece", ""),
            )
        return messages.get(error.code) or self.env._(
            "“%(name)s” cannot be laid out: %(why)s.", name=self.display_name, why=error
        )

import io
import subprocess
import unicodedata

from docx import Document

from odoo import Command
from odoo.tools.pdf import PdfFileReader

from odoo.addons.dan_chu_co_so.lib.paper.blocks import check

from tests.papers import PaperCase

KINDS = ("KH", "BC", "TTr", "TB", "QĐ", "NQ", "CV", "GM", "BB")


class TestPrint(PaperCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["dan_chu.document.kind"].search([]).is_general = True

    def _full(self, kind, **values):
        """A paper with everything that a paper may have."""
        return self.paper(
            kind,
            content="<p>Thực hiện như sau:</p><ul><li>Một là.</li><li>Hai là.</li></ul>",
            chair="Lê Thị Hạnh",
            secretary="Trần Văn Phú",
            basis_ids=[
                Command.create({"words": "Quy chế của trường"}),
                Command.create({"words": "Công đoàn trường", "verb": "proposed_by"}),
            ],
            recipient_ids=[
                Command.create({"name": "Sở Nội vụ", "place": "addressee"}),
                Command.create({"name": "Các tổ", "purpose": "carry_out"}),
            ],
            annex_ids=[
                Command.create({"name": "Danh sách", "content": "<p>Trang dọc.</p>"}),
                Command.create(
                    {"name": "Biểu mẫu", "content": "<p>Trang ngang.</p>", "is_landscape": True}
                ),
            ],
            **{**self.meeting(), **values},
        )

    def _text(self, pdf):
        done = subprocess.run(
            ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
        )
        text = done.stdout.decode()
        self.assertEqual(text, unicodedata.normalize("NFC", text))
        return " ".join(text.split())

    def _pipeline(self, name, user):
        """Odoo's own, which in a test gives HTML unless it is told to print."""
        report = self.env.ref(f"dan_chu_co_so.{name}").with_user(user)
        return report.with_context(force_report_rendering=True)

    def _report(self, records):
        report = self._pipeline("notice_report_pdf", self.officer)
        content, kind = report._render_qweb_pdf("dan_chu_co_so.paper_notice", records.ids)
        self.assertEqual(kind, "pdf")
        return content

    def test_every_kind_is_laid_out_with_all_that_a_paper_may_have(self):
        for kind in KINDS:
            with self.subTest(kind):
                notice = self._full(kind)
                paper = notice.document_id._paper()
                check(paper)
                words = str(paper["blocks"])
                self.assertIn("Căn cứ Quy chế của trường;", words)
                self.assertIn("Theo đề nghị Công đoàn trường.", words)
                self.assertIn("Thực hiện như sau:", words)
                is_addressed = kind in ("KH", "BC", "TTr", "TB", "CV")
                self.assertEqual("Sở Nội vụ" in words, is_addressed)
                self.assertEqual("Như trên;" in paper["foot"]["recipients"], is_addressed)
                self.assertEqual("QUYẾT" in words, notice.kind_id.has_authority)
                self.assertEqual([annex["landscape"] for annex in paper["annexes"]], [False, True])
                self.assertEqual(paper["annexes"][0]["label"], "Phụ lục I")

    def test_the_mark_closes_the_text_and_minutes_have_none(self):
        for kind in KINDS:
            with self.subTest(kind):
                words = str(self._full(kind).document_id._paper()["blocks"])
                self.assertEqual(words.count("./."), 0 if kind == "BB" else 1)
                self.assertEqual("Hai là./." in words, kind != "BB")

    def test_a_kind_without_a_mark_prints_none(self):
        self.kind("TB").end_mark = False
        self.assertNotIn("./.", str(self._full("TB").document_id._paper()["blocks"]))

    def test_both_writers_print_every_kind(self):
        for kind in KINDS:
            with self.subTest(kind):
                document = self._full(kind).document_id.with_user(self.officer)
                text = self._text(document._pdf_to_print())
                self.assertIn("Độc lập - Tự do - Hạnh phúc", text)
                self.assertIn("Thực hiện như sau:", text)
                word = Document(io.BytesIO(document._docx_to_print()))
                self.assertIn(
                    "Thực hiện như sau:", [paragraph.text for paragraph in word.paragraphs]
                )

    def test_minutes_have_no_place_and_date_and_two_signatures(self):
        paper = self._full("BB").document_id._paper()
        self.assertIsNone(paper["head"]["place_date"])
        self.assertEqual(paper["foot"]["form"], "minutes")

    def test_one_through_the_print_menu(self):
        notice = self._full("TB")
        reader = PdfFileReader(io.BytesIO(self._report(notice)))
        self.assertEqual(len(reader.pages), 3)

    def test_many_through_the_print_menu_in_one_file(self):
        notices = self.env["dan_chu.notice"]
        for number in ("1", "2", "3"):
            notices |= self.paper(number=number)
        content = self._report(notices)
        self.assertEqual(len(PdfFileReader(io.BytesIO(content)).pages), 3)
        text = self._text(content)
        places = [text.index(f"Số: 0{number}/TB-HS") for number in (1, 2, 3)]
        self.assertEqual(places, sorted(places))

    def test_a_draft_says_so_and_an_issued_paper_does_not(self):
        notice = self.paper()
        self.assertIn("DỰ THẢO", self._text(self._report(notice)))
        notice.with_user(self.officer).action_submit()
        self.assertIn("DỰ THẢO", self._text(self._report(notice)))
        notice.with_user(self.head).action_issue()
        self.assertNotIn("DỰ THẢO", self._text(self._report(notice)))

    def test_an_issued_paper_is_printed_from_what_was_stored_byte_for_byte(self):
        notice = self.issued(number="5")
        row = notice.revision_ids
        self.school.name = "Trường THPT Đã Đổi Tên"
        self.env.invalidate_all()
        self.assertEqual(self._report(notice), row.pdf_attachment_id.raw)
        report = self._pipeline("revision_report_pdf", self.staff)
        content, _kind = report._render_qweb_pdf("dan_chu_co_so.paper_revision", row.ids)
        self.assertEqual(content, row.pdf_attachment_id.raw)
        self.assertEqual(
            notice.document_id.with_user(self.officer)._docx_to_print(),
            row.docx_attachment_id.raw,
        )

    def test_the_same_paper_of_the_same_day_is_the_same_bytes(self):
        document = self.paper(date="2026-01-05").document_id
        self.assertEqual(document._pdf(), document._pdf())
        self.assertEqual(document._docx(), document._docx())

    def test_what_a_user_types_is_text_and_no_command(self):
        hostile = '#read("/etc/passwd") $x$ <b> {{ 1 + 1 }} \\ @name'
        notice = self.paper(title=hostile, content="<p>#panic()</p>")
        text = self._text(self._report(notice))
        self.assertIn("#panic()", text)
        self.assertIn('#read("/etc/passwd")', text)

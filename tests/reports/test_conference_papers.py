import io
import unicodedata

from odoo.tools.pdf import PdfFileReader

from odoo.addons.dan_chu_co_so.lib.paper.pdf import write_pdf
from odoo.addons.dan_chu_co_so.lib.paper.text import plain_text
from odoo.addons.dan_chu_co_so.lib.paper.word import write_word

from tests.conference_papers import ConferencePaperCase
from tests.reports.paper.reading import looks_of_pdf, looks_of_word, word, words_of

HOSTILE = '#read("/etc/passwd") $x$ <b> {{ 1 + 1 }} \\ @name =1+1'


class TestConferencePapers(ConferencePaperCase):
    def printed(self, paper):
        return paper.document_id._paper()

    def every(self):
        """One paper of each form, with something of everything they tell."""
        question = self.note("question", "Bao giờ sửa nhà xe?", speaker="Phạm Văn Kế")
        self.note("answer", "Tháng 11", speaker="Hiệu trưởng", answers_id=question.id)
        vote = self.vote("paper", (24, 20, 13, 9), issued=26, collected=26, valid=25, invalid=1)
        self.vote(votes_for=25, votes_against=1, item=self.discussion)
        self.close()
        forms = ("invitation", "minutes", "answers", "pledge", "report")
        yield from map(self.paper, forms)
        yield self.paper("counting_minutes", vote_id=vote.id)
        yield self.paper("minutes", with_list=True)

    def test_both_prints_have_the_same_words_in_the_same_order(self):
        for paper in self.every():
            printed = {**self.printed(paper), "draft": False}
            data = write_word(printed)
            self.assertEqual(
                words_of(word(data)), " ".join(plain_text(printed)).split(), paper.form
            )
            self.assertEqual(
                looks_of_word(word(data)), looks_of_pdf(write_pdf(printed)), paper.form
            )

    def test_all_that_is_printed_is_composed_text(self):
        for paper in self.every():
            text = str(self.printed(paper))
            self.assertEqual(text, unicodedata.normalize("NFC", text), paper.form)
            self.assertNotIn("False", text.replace(": False", ""), paper.form)
            self.assertNotIn("  ", " ".join(plain_text(self.printed(paper))), paper.form)

    def test_what_somebody_typed_is_text_and_no_command(self):
        self.note("question", HOSTILE, speaker=HOSTILE)
        self.election._put({"name": HOSTILE, "speaker": HOSTILE})
        for form in ("minutes", "answers", "invitation"):
            printed = {**self.printed(self.paper(form)), "draft": False}
            self.assertIn("/etc/passwd", str(plain_text(printed)), form)
            data = write_word(printed)
            self.assertEqual(looks_of_word(word(data)), looks_of_pdf(write_pdf(printed)), form)

    def test_minutes_have_no_place_and_date_and_two_sign_them(self):
        printed = self.printed(self.paper("minutes"))
        self.assertIsNone(printed["head"]["place_date"])
        self.assertEqual(printed["head"]["title"], "BIÊN BẢN")
        self.assertEqual(
            [(row["lines"], row["name"]) for row in printed["foot"]["signatures"]],
            [(["THƯ KÝ"], "Đỗ Thu Hà"), (["CHỦ TỌA"], "Lê Thị Hạnh")],
        )
        self.assertEqual(printed["foot"]["recipients"], ["Lưu: VT, Hồ sơ."])

    def test_a_pledge_is_headed_as_one_and_signed_by_both_sides(self):
        printed = self.printed(self.paper("pledge"))
        self.assertEqual(printed["head"]["title"], "GIAO ƯỚC THI ĐUA")
        self.assertEqual(
            [row["lines"] for row in printed["foot"]["signatures"]],
            [["CHỦ TỊCH CÔNG ĐOÀN"], ["HIỆU TRƯỞNG"]],
        )

    def test_the_report_is_one_page(self):
        *_others, report, _counting, _minutes = self.every()
        self.assertEqual(report.form, "report")
        self.assertEqual(self.pages(report), 1)
        addressed = self.printed(report)["blocks"][0]
        self.assertEqual(addressed["names"], ["Sở Giáo dục và Đào tạo Lam Châu"])

    def test_an_invitation_has_the_lines_of_its_form_in_order(self):
        lines = plain_text(self.printed(self.paper("invitation")))
        places = [
            next(place for place, line in enumerate(lines) if line.startswith(words))
            for words in (
                "GIẤY MỜI",
                "Trường THPT Hoa Sen trân trọng kính mời:",
                "- Toàn thể cán bộ",
                "- Khách mời 1",
                "Tới dự: Hội nghị viên chức",
                "Chủ trì: Lê Thị Hạnh",
                "Thời gian: 8 giờ 00 phút",
                "Địa điểm: Hội trường",
            )
        ]
        self.assertEqual(places, sorted(places))

    def pages(self, paper):
        data = write_pdf({**self.printed(paper), "draft": False})
        return len(PdfFileReader(io.BytesIO(data)).pages)

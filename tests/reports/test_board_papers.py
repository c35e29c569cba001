import unicodedata

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.paper.pdf import write_pdf
from odoo.addons.dan_chu_co_so.lib.paper.text import plain_text
from odoo.addons.dan_chu_co_so.lib.paper.word import write_word
from odoo.addons.dan_chu_co_so.models.board_paper import FORMS

from tests.board_papers import BoardPaperCase
from tests.reports.paper.reading import looks_of_pdf, looks_of_word, word, words_of

HOSTILE = '#read("/etc/passwd") $x$ <b> {{ 1 + 1 }} \\ @name =1+1'
SEALED = tuple(form for form, _name in FORMS if form != "team_decision")


class TestBoardPapers(BoardPaperCase):
    def printed(self, paper):
        return paper.document_id._paper()

    def lines(self, paper):
        return plain_text(self.printed(paper))

    def of_head(self, **values):
        """A check of the head's, whose team a decision sets up."""
        inspection = (
            self.env["dan_chu.inspection"]
            .with_user(self.officer)
            .create(
                {
                    "kind": "self_check",
                    "unit_id": self.school.id,
                    "board_id": False,
                    "name": "việc quản lý tài sản",
                    "team_ids": [Command.create({"name": "Trần Văn Phú", "role": "lead"})],
                    **values,
                }
            )
        )
        papers = self.env["dan_chu.board.paper"].with_user(self.officer)
        return papers.create({"form": "team_decision", "inspection_id": inspection.id})

    def test_both_prints_have_the_same_words_in_the_same_order(self):
        for paper in [*map(self.paper, SEALED), self.of_head()]:
            printed = {**self.printed(paper), "draft": False}
            data = write_word(printed)
            self.assertEqual(
                words_of(word(data)), " ".join(plain_text(printed)).split(), paper.form
            )
            self.assertEqual(
                looks_of_word(word(data)), looks_of_pdf(write_pdf(printed)), paper.form
            )

    def test_what_somebody_typed_is_text_and_no_command(self):
        self.inspection.write({"strengths": HOSTILE, "name": HOSTILE, "place": HOSTILE})
        for form in ("minutes", "report", "notice", "inspection_plan"):
            printed = {**self.printed(self.paper(form)), "draft": False}
            self.assertIn("/etc/passwd", str(plain_text(printed)), form)
            data = write_word(printed)
            self.assertEqual(looks_of_word(word(data)), looks_of_pdf(write_pdf(printed)), form)

    def test_the_directing_body_stands_above_the_board(self):
        head = self.printed(self.paper("report"))["head"]
        self.assertEqual(head["superior"], ["CÔNG ĐOÀN", "TRƯỜNG THPT HOA SEN"])
        self.assertEqual(head["issuer"], ["BAN THANH TRA NHÂN DÂN"])
        self.board._put({"directing_body": "Đại diện tập thể người lao động"})
        self.assertEqual(
            self.printed(self.paper("report"))["head"]["superior"],
            ["ĐẠI DIỆN TẬP THỂ NGƯỜI LAO ĐỘNG", "TRƯỜNG THPT HOA SEN"],
        )
        self.board._put({"directing_body": False})
        self.assertEqual(
            self.printed(self.paper("report"))["head"]["superior"], ["TRƯỜNG THPT HOA SEN"]
        )

    def test_other_boards_stand_below_their_house(self):
        papers = self.env["dan_chu.board.paper"].with_user(self.officer)
        paper = papers.create({"form": "member_list", "board_id": self.steering.id})
        head = self.printed(paper)["head"]
        self.assertEqual(head["superior"], ["TRƯỜNG THPT HOA SEN"])
        self.assertTrue(head["issuer"][0].startswith("BAN CHỈ ĐẠO"))

    def test_the_foot_is_that_of_the_board(self):
        foot = self.printed(self.paper("report"))["foot"]
        self.assertEqual(
            foot["signatures"],
            [
                {
                    "lines": ["TM. BAN THANH TRA NHÂN DÂN", "TRƯỞNG BAN"],
                    "note": None,
                    "name": "Vũ Minh Tâm",
                }
            ],
        )
        self.assertEqual(
            foot["recipients"],
            [
                "Ban Chấp hành Công đoàn Trường THPT Hoa Sen (để b/c);",
                "Hiệu trưởng Trường THPT Hoa Sen (để biết);",
                "Tổ Ngữ văn (để biết);",
                "Lưu: VT, TTND.",
            ],
        )

    def test_both_sides_sign_the_minutes(self):
        printed = self.printed(self.paper("minutes"))
        self.assertEqual(printed["head"]["place_date"], None)
        self.assertEqual(
            [(row["lines"], row["name"]) for row in printed["foot"]["signatures"]],
            [
                (["ĐẠI DIỆN BÊN ĐƯỢC GIÁM SÁT"], "Phạm Văn Kế"),
                (["TM. BAN THANH TRA NHÂN DÂN", "TRƯỞNG BAN"], "Vũ Minh Tâm"),
            ],
        )

    def test_a_letter_is_a_letter(self):
        printed = self.printed(self.paper("recommendation_letter"))
        self.assertEqual(
            printed["head"]["letter_subject"],
            "V/v kiến nghị sau giám sát việc thu, chi đầu năm học",
        )
        self.assertEqual(printed["blocks"][0]["names"], ["Hiệu trưởng Trường THPT Hoa Sen"])
        self.assertIn("Như trên;", printed["foot"]["recipients"])

    def test_the_report_has_its_three_parts_in_order(self):
        lines = self.lines(self.paper("report"))
        parts = [
            "I. ĐỐI TƯỢNG, PHẠM VI",
            "II. KẾT QUẢ GIÁM SÁT",
            "1. Mặt đạt được",
            "2. Tồn tại, sai phạm",
            "III. KIẾN NGHỊ",
            "1. Đối với Hiệu trưởng Trường THPT Hoa Sen",
            "2. Đối với Ban Chấp hành Công đoàn Trường THPT Hoa Sen",
        ]
        self.assertEqual([lines.index(part) for part in parts], sorted(map(lines.index, parts)))
        self.assertTrue(
            any(
                line.endswith("của Ban Thanh tra nhân dân Trường THPT Hoa Sen./.") for line in lines
            )
        )

    def test_nothing_found_is_said_to_be_nothing(self):
        bare = (
            self.env["dan_chu.inspection"]
            .with_user(self.leader)
            .create({"board_id": self.board.id, "kind": "check", "name": "việc chấm công"})
        )
        lines = self.lines(self.paper("report", inspection_id=bare.id))
        for heading in ("1. Mặt đạt được", "2. Tồn tại, sai phạm", "III. KIẾN NGHỊ"):
            self.assertEqual(lines[lines.index(heading) + 1], "Không.", heading)

    def test_all_that_is_printed_is_composed_text(self):
        for form in SEALED:
            text = str(self.printed(self.paper(form)))
            self.assertEqual(text, unicodedata.normalize("NFC", text), form)
            self.assertNotIn("False", text.replace(": False", ""), form)

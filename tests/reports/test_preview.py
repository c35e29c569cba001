from odoo.exceptions import AccessError
from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.paper import pdf
from odoo.addons.dan_chu_co_so.models import paper_preview

from tests.papers import PaperCase


class TestPreview(PaperCase):
    """The pages beside the form: what is typed, not yet saved, and nothing of others."""

    def setUp(self):
        super().setUp()
        self.papers = []

        def preview_pages(paper, **options):
            self.papers.append(paper)
            return pdf.preview_pages(paper, **options)

        self.patch(paper_preview, "preview_pages", preview_pages)

    def preview(self, notice=None, values=None, user=None, **options):
        notices = self.as_user(self.env["dan_chu.notice"], user or self.officer)
        answer = notices.preview_pages(notice.id if notice else False, values, **options)
        if not answer["message"]:
            self.assertEqual(answer["total"], len(answer["pages"]))
            self.assertTrue(all(page.startswith("<svg") for page in answer["pages"]))
        return answer

    def new_values(self, **values):
        return {
            "unit_id": self.school.id,
            "kind_id": self.kind("TB").id,
            "title": "Nghỉ lễ",
            "content": "<p>Toàn trường nghỉ.</p>",
            **values,
        }

    def test_a_paper_that_is_not_saved_yet(self):
        before = self.env["dan_chu.notice"].search_count([])
        answer = self.preview(
            values=self.new_values(
                signatory_ids=[[0, "virtual_1", {"own_title": "HIỆU TRƯỞNG", "name": "Lê Hạnh"}]],
                recipient_ids=[[0, "virtual_2", {"place": "addressee", "name": "Các tổ"}]],
                annex_ids=[[0, "virtual_3", {"name": "Lịch trực", "content": "<p>Thứ hai</p>"}]],
            )
        )
        self.assertFalse(answer["message"])
        self.assertEqual(answer["total"], 2)
        paper = self.papers[-1]
        self.assertTrue(paper["draft"])
        self.assertEqual(paper["head"]["subject"], ["Nghỉ lễ"])
        self.assertEqual(paper["blocks"][0]["names"], ["Các tổ"])
        self.assertIn("Toàn trường nghỉ", paper["blocks"][1]["runs"][0]["text"])
        self.assertEqual(paper["foot"]["signatures"][0]["name"], "Lê Hạnh")
        self.assertEqual(paper["annexes"][0]["title"], "Lịch trực")
        self.assertEqual(self.env["dan_chu.notice"].search_count([]), before)

    def test_changes_that_are_not_saved_are_shown_and_not_kept(self):
        notice = self.paper(
            annex_ids=[
                Command.create({"name": "Một", "content": "<p>1</p>", "sequence": 1}),
                Command.create({"name": "Hai", "content": "<p>2</p>", "sequence": 2}),
            ]
        )
        one, two = notice.annex_ids
        self.env.flush_all()
        self.preview(
            notice,
            {
                "title": "Tiêu đề mới",
                "content": "<p>Lời mới.</p>",
                "number": "7",
                "annex_ids": [[1, one.id, {"name": "Đổi", "sequence": 3}]],
            },
        )
        paper = self.papers[-1]
        self.assertEqual(paper["head"]["subject"], ["Tiêu đề mới"])
        self.assertIn("07/", paper["head"]["number"])
        self.assertIn("Lời mới", paper["blocks"][0]["runs"][0]["text"])
        self.assertEqual([annex["title"] for annex in paper["annexes"]], ["Hai", "Đổi"])
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertNotEqual(notice.title, "Tiêu đề mới")
        self.assertFalse(notice.number)
        self.assertEqual((one.name, one.sequence, two.name), ("Một", 1, "Hai"))

    def test_nothing_is_sent_to_be_written(self):
        notice = self.paper()
        self.env.flush_all()
        written = []
        execute = self.env.cr.execute
        self.patch(
            self.env.cr,
            "execute",
            lambda query, *args, **options: (
                written.append(str(query)),
                execute(query, *args, **options),
            )[1],
        )
        self.preview(notice, {"title": "Tiêu đề mới"})
        self.env.flush_all()
        self.assertTrue(written)
        for query in written:
            self.assertNotRegex(query, r"(?i)\b(INSERT INTO|UPDATE \"|DELETE FROM)")

    def test_what_cannot_be_laid_out_is_told_in_the_panel(self):
        no_kind = self.preview(values=self.new_values(kind_id=False))
        self.assertIn("Choose the kind", no_kind["message"])
        picture = self.preview(values=self.new_values(content="<p><iframe src='x'></iframe></p>"))
        self.assertIn("not printed in an official paper", picture["message"])
        number = self.preview(values=self.new_values(number="số bảy"))
        self.assertIn("is not a number of a paper", number["message"])
        self.assertEqual((number["pages"], number["total"]), ([], 0))

    def test_an_issued_paper_is_shown_as_it_was_issued(self):
        notice = self.issued(number="12")
        self.school.name = "Trường đã đổi tên"
        answer = self.preview(notice, {"title": "Sửa trộm"}, user=self.head)
        self.assertFalse(answer["message"])
        self.assertEqual(self.papers[-1], notice.sudo().revision_ids[-1]._parsed()["paper"])
        self.assertFalse(self.papers[-1]["draft"])

    def test_a_submitted_paper_is_shown_as_it_is_to_be_signed(self):
        notice = self.paper()
        notice.action_submit()
        self.preview(notice, {"title": "Sửa trộm"})
        self.assertEqual(self.papers[-1]["head"]["subject"], [notice.title])

    def test_papers_of_others_are_refused(self):
        notice = self.paper()
        outsiders = (self.upper_officer, self.staff, self.manager, self.no_role, self.ended)
        for user in outsiders:
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.preview(notice, user=user)
        with self.assertRaises(AccessError):
            self.preview(values=self.new_values(), user=self.staff)
        self.assertEqual(self.papers, [])

    def test_a_letterhead_of_another_unit_is_refused(self):
        answer = self.preview(values=self.new_values(unit_id=self.sibling.id))
        self.assertIn("asks for the role", answer["message"])
        answer = self.preview(self.paper(), {"unit_id": self.sibling.id})
        self.assertIn("asks for the role", answer["message"])

    def test_rows_of_other_papers_are_not_drawn_in(self):
        annex = {"name": "Bí mật", "content": "<p>Bí mật</p>"}
        theirs = self.paper(
            user=self.env.user, unit_id=self.sibling.id, annex_ids=[Command.create(annex)]
        )
        stolen = theirs.annex_ids.id
        notice = self.paper()
        for command in ([4, stolen, 0], [1, stolen, {"is_landscape": True}], [6, 0, [stolen]]):
            with self.subTest(command=command):
                self.preview(notice, {"annex_ids": [command]})
                self.assertEqual(self.papers[-1]["annexes"], [])

    def test_what_the_user_may_not_read_is_not_drawn_in(self):
        secret = self.issued(
            self.paper(title="Bí mật của trường", circulation="internal", number="5")
        ).revision_ids
        self.assertFalse(self.as_user(secret, self.no_role).has_access("read"))
        basis = [0, "virtual_1", {"verb": "based_on", "revision_id": secret.id}]
        officer = self.make_user("ward_officer", ("officer", self.ward_school))
        values = self.new_values(unit_id=self.ward_school.id, basis_ids=[basis])
        self.preview(values=values, user=officer)
        self.assertNotIn("bí mật", str(self.papers[-1]).lower())
        self.preview(values=self.new_values(basis_ids=[basis]))
        self.assertIn("bí mật", str(self.papers[-1]).lower())

    def test_state_and_the_like_come_from_buttons_only(self):
        self.preview(values=self.new_values(state="issued", reference="9/TB", body_model="x"))
        self.assertTrue(self.papers[-1]["draft"])
        self.assertNotIn("9/TB", self.papers[-1]["name"])

    def test_long_papers_are_shown_in_parts(self):
        pages = self.new_values(content="".join(f"<p>Đoạn {n}.</p>" for n in range(900)))
        notices = self.as_user(self.env["dan_chu.notice"], self.officer)
        begin = notices.preview_pages(False, pages)
        rest = notices.preview_pages(False, pages, first=20)
        self.assertEqual(len(begin["pages"]), 20)
        self.assertEqual(begin["total"], 20 + len(rest["pages"]))
        self.assertNotIn(rest["pages"][0], begin["pages"])

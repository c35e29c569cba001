from tests.common import DanChuHttpCase


class TestPreview(DanChuHttpCase):
    browser_size = "1366x768"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.notices = cls.env["dan_chu.notice"].create(
            [
                {
                    "unit_id": cls.school.id,
                    "kind_id": cls.env.ref("dan_chu_co_so.document_kind_tb").id,
                    "title": title,
                    "content": "<p>Nhà trường thông báo.</p>",
                }
                for title in ("Nghỉ lễ", "Họp phụ huynh")
            ]
        )

    def test_the_pages_follow_while_one_types(self):
        notice = self.notices[0]
        self.start_tour(f"/odoo/dan-chu-notices/{notice.id}", "dan_chu_preview", login="officer")
        self.assertEqual(notice.title, "Nghỉ lễ")

    def test_many_papers_are_printed_from_the_list(self):
        self.start_tour("/odoo/dan-chu-notices", "dan_chu_print_many", login="officer")
        dialog = self.env["dan_chu.document.print"].search([], order="id desc", limit=1)
        self.assertEqual(dialog.document_ids, self.notices.document_id)
        self.assertTrue(dialog.data)

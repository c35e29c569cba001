import io
import zipfile

from tests.common import DanChuHttpCase


class TestWordDownload(DanChuHttpCase):
    def _fetched(self, papers):
        self.authenticate(self.officer.login, self.officer.login)
        address = papers.document_id.with_user(self.officer).action_print_docx()["url"]
        answer = self.url_open(address)
        self.assertEqual(answer.status_code, 200)
        return answer

    def test_one_paper_is_a_word_file(self):
        answer = self._fetched(self.make_notice(self.school))
        self.assertIn("wordprocessingml", answer.headers["Content-Type"])
        self.assertIn(".docx", answer.headers["Content-Disposition"])

    def test_several_are_a_zip_of_word_files_the_same_each_time(self):
        papers = self.make_notice(self.school) | self.make_notice(self.school)
        packed = self._fetched(papers).content
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            names = archive.namelist()
            self.assertEqual([name[:4] for name in names], ["001-", "002-"])
            for name in names:
                self.assertTrue(name.endswith(".docx"))
                self.assertTrue(archive.read(name).startswith(b"PK"))
        self.assertEqual(self._fetched(papers).content, packed)

import base64
import io
import zipfile
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tools.pdf import PdfFileReader

from odoo.addons.dan_chu_co_so.models.document_print import Document

from tests.papers import PaperCase


class TestDocumentPrint(PaperCase):
    """Many papers in one go, slice by slice."""

    def dialog(self, papers, file_format="pdf", user=None):
        dialogs = self.as_user(self.env["dan_chu.document.print"], user or self.officer)
        context = {"active_model": papers._name, "active_ids": papers.ids}
        return dialogs.with_context(**context).create({"file_format": file_format})

    def printed(self, dialog):
        """The answers of all slices."""
        answers = [dialog.print_slice()]
        while answers[-1]["done"] < answers[-1]["total"]:
            answers.append(dialog.print_slice(answers[-1]["done"]))
        return answers

    def papers(self, count):
        return self.env["dan_chu.notice"].union(
            *(self.paper(title=f"Thông báo thứ {number}") for number in range(count))
        )

    def zipped(self, dialog):
        return zipfile.ZipFile(io.BytesIO(base64.b64decode(dialog.data)))

    def test_one_file_of_many_papers_in_slices(self):
        dialog = self.dialog(self.papers(12))
        answers = self.printed(dialog)
        self.assertEqual([answer["done"] for answer in answers], [10, 12])
        self.assertEqual([bool(answer["url"]) for answer in answers], [False, True])
        self.assertEqual(len(PdfFileReader(io.BytesIO(base64.b64decode(dialog.data))).pages), 12)

    def test_a_zip_of_either_format(self):
        papers = self.papers(2).document_id
        for file_format, ending, mark in (("pdf_zip", "pdf", b"%PDF"), ("docx_zip", "docx", b"PK")):
            with self.subTest(file_format=file_format):
                dialog = self.dialog(papers, file_format)
                self.printed(dialog)
                with self.zipped(dialog) as archive:
                    names = archive.namelist()
                    self.assertEqual(len(names), 2)
                    for name in names:
                        self.assertTrue(name.endswith(f".{ending}"))
                        self.assertTrue(archive.read(name).startswith(mark))

    def test_printing_again_begins_anew(self):
        dialog = self.dialog(self.papers(2), "pdf_zip")
        self.printed(dialog)
        dialog.file_format = "docx_zip"
        self.printed(dialog)
        with self.zipped(dialog) as archive:
            self.assertEqual(len(archive.namelist()), 2)
        self.assertEqual(len(self.files_of(dialog)), 1)

    def test_a_paper_that_fails_is_named_and_the_others_go_on(self):
        papers = self.papers(3)
        wrong = papers[1].document_id
        prints = Document._pdf_to_print

        def fails(document):
            if document == wrong:
                raise UserError(f"{document.title}: hỏng")
            return prints(document)

        dialog = self.dialog(papers, "pdf_zip")
        with patch.object(self.registry["dan_chu.document"], "_pdf_to_print", fails):
            (answer,) = self.printed(dialog)
        self.assertEqual(answer["failed"], [{"id": wrong.id, "message": f"{wrong.title}: hỏng"}])
        with self.zipped(dialog) as archive:
            self.assertEqual(len(archive.namelist()), 2)

    def test_nothing_to_print_is_said(self):
        dialog = self.as_user(self.env["dan_chu.document.print"], self.officer).create({})
        with self.assertRaisesRegex(UserError, "at least one paper"):
            dialog.print_slice()

    def test_papers_of_another_unit_are_refused(self):
        paper = self.paper(user=self.env.user, unit_id=self.sibling.id)
        dialogs = self.as_user(self.env["dan_chu.document.print"], self.officer)
        with self.assertRaises(AccessError):
            dialogs.create({"document_ids": paper.document_id.ids})

    def test_a_paper_that_went_to_another_unit_is_not_printed(self):
        paper = self.paper()
        dialog = self.dialog(paper)
        paper.with_user(self.env.user).unit_id = self.sibling
        dialog = self.as_user(dialog, self.officer)
        with self.assertRaisesRegex(UserError, "at least one paper"):
            dialog.print_slice()
        self.assertFalse(dialog.data)

    def test_the_dialog_of_another_is_refused(self):
        dialog = self.dialog(self.papers(1))
        with self.assertRaises(AccessError):
            self.as_user(dialog, self.head).print_slice()

    def test_only_papers_are_taken_over_from_the_list(self):
        dialogs = self.as_user(self.env["dan_chu.document.print"], self.officer)
        users = dialogs.with_context(active_model="res.users", active_ids=[1])
        self.assertNotIn("document_ids", users.default_get(["document_ids"]))

"""Certificates of a round: who prints them, of what, and in what look."""

import base64
import subprocess
from io import BytesIO

from PIL import Image

from odoo.exceptions import AccessError, UserError, ValidationError

from tests.commendations import CommendationCase, CommendationHttpCase


def picture(kind="PNG"):
    out = BytesIO()
    Image.new("RGB", (60, 40), "gold").save(out, kind)
    return base64.b64encode(out.getvalue())


def text_of(pdf):
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


class TestCertificate(CommendationCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.row = cls.make_round("council")
        cls.given = cls.make_nomination(cls.row, cls.people[0], "awarded", award=cls.certificate)
        cls.titled = cls.make_nomination(cls.row, cls.people[1], "awarded")
        cls.refused = cls.make_nomination(cls.row, cls.people[2], "refused")

    def test_what_was_given_is_printed_and_nothing_else(self):
        text = text_of(self.as_user(self.row, self.officer)._certificates_pdf("a4"))
        self.assertIn("GIẤY KHEN THỬ", text)
        self.assertIn("Đạt danh hiệu “Lao động thử”", text)
        self.assertIn(self.given.name, text)
        self.assertNotIn(self.refused.name, text)
        self.assertIn("Quyết định số 45/QĐ-HS", text)

    def test_one_alone(self):
        url = self.as_user(self.given, self.head).action_print_certificate()["url"]
        self.assertTrue(url.endswith(f"/a4.pdf?rows={self.given.id}"), url)
        text = text_of(self.row._certificates_pdf("a4", {self.given.id}))
        self.assertNotIn(self.titled.name, text)

    def test_who_is_neither_officer_nor_head_prints_none(self):
        for user in (self.teacher, self.nominator, self.upper_officer):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.as_user(self.row, user).action_print_certificates()
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.as_user(self.row, user)._certificates_pdf("a4")

    def test_what_the_level_above_gives_it_certifies_itself(self):
        self.given._put({"state": "awarded"})
        below = self.make_nomination(self.row, self.people[3], "passed", award=self.upper_title)
        below._put({"state": "forwarded", "forwarded_on": "2026-01-05 08:00:00"})
        below._put({"state": "awarded"})
        self.assertFalse(below._with_certificate())

    def test_nothing_given_nothing_printed(self):
        empty = self.make_round("council")
        with self.assertRaisesRegex(UserError, "nothing has been given"):
            self.as_user(empty, self.officer).action_print_certificates()

    def test_a_merit_that_nobody_could_read_is_named(self):
        long = self.make_nomination(self.row, self.people[4], summary="Có công " * 200)
        self.bring_to_state(long, "awarded")
        with self.assertRaisesRegex(UserError, f"{long.name}.*merit"):
            self.row._certificates_pdf("a4")

    def test_the_queries_do_not_follow_the_number(self):
        few = self.make_round("council")
        self.make_nomination(few, self.people[5], "awarded", award=self.certificate)
        for person in self.people[5:]:
            self.make_nomination(self.row, person, "awarded", award=self.certificate)

        def queries(held):
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.as_user(held, self.officer)._certificates_pdf("a4")
            return self.env.cr.sql_log_count - before

        queries(few)
        self.assertEqual(queries(self.row), queries(few))


class TestLook(CommendationCase):
    def look(self, **values):
        looks = self.env["dan_chu.certificate"].with_user(self.officer)
        return looks.create({"unit_id": self.school.id, **values})

    def test_an_officer_settles_it_for_the_own_house(self):
        look = self.look(background=picture(), giver="HIỆU TRƯỞNG NHÀ TRƯỜNG", seal="center")
        stored = base64.b64decode(look.background)
        self.assertEqual(Image.open(BytesIO(stored)).format, "JPEG")
        self.assertIn("HIỆU TRƯỞNG NHÀ TRƯỜNG", text_of(look._sample_pdf("a3")))
        with self.assertRaises(AccessError):
            self.look(unit_id=self.sibling.id)

    def test_it_is_of_institutions(self):
        with self.assertRaises(ValidationError):
            self.look(unit_id=self.group.id)

    def test_a_strange_picture_is_refused_with_words(self):
        for content, words in (
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "JPEG, PNG or WebP"),
            (b"%PDF-1.7", "JPEG, PNG or WebP"),
            (b"\xff\xd8\xff\xe0 cut short", "damaged"),
        ):
            with self.subTest(content), self.assertRaisesRegex(UserError, words):
                self.look(background=base64.b64encode(content))

    def test_staff_and_others_settle_nothing(self):
        look = self.look()
        for user in (self.teacher, self.head, self.upper_officer, self.sibling_officer):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.as_user(look, user).write({"giver": "Khác"})


class TestCertificateDoor(CommendationHttpCase):
    def test_files_are_for_officer_and_head(self):
        row = self.make_round("council")
        self.make_nomination(row, self.people[0], "awarded", award=self.certificate)
        url = f"/dan_chu/certificates/{row.id}/a4.pdf"
        for login, may in (("officer", True), ("head", True), ("teacher", False)):
            with self.subTest(login):
                self.authenticate(login, login)
                answer = self.url_open(url)
                self.assertEqual(answer.content.startswith(b"%PDF"), may)

"""What the staff say and ask before a conference."""

from odoo.exceptions import AccessError, UserError, ValidationError

from tests.conferences import ConferenceCase

OPINION = "dan_chu.conference.opinion"


class TestOpinion(ConferenceCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.conference = cls.make_conference("called")
        cls.item = cls.add_items(cls.conference, "Thảo luận")

    def hand_in(self, user=None, conference=None, **values):
        user = user or self.staff
        said = {"kind": "question", "text": "Khi nào có phòng tin học?", **values}
        number = self.env[OPINION].with_user(user).hand_in((conference or self.conference).id, said)
        return self.env[OPINION].browse(number)

    def collected(self, **values):
        return (
            self.env[OPINION]
            .with_user(self.officer)
            .create(
                {
                    "conference_id": self.conference.id,
                    "kind": "opinion",
                    "text": "Đề nghị tăng phụ cấp",
                    "section_id": self.group.id,
                    "people_count": 12,
                    **values,
                }
            )
        )

    def test_who_says_it_where_and_about_what_is_known(self):
        row = self.hand_in(item_id=self.item.id)
        self.assertEqual(row.employee_id, self.staff.employee_id)
        self.assertEqual((row.name, row.section_id), (self.staff.employee_id.name, self.school))
        self.assertEqual((row.door, row.item_id, row.kind), ("system", self.item, "question"))
        self.assertTrue(row.said_on)

    def test_sent_twice_it_is_there_once(self):
        self.assertEqual(self.hand_in(), self.hand_in())
        self.assertNotEqual(self.hand_in(), self.hand_in(text="Một câu khác"))

    def test_nobody_fills_the_list_alone(self):
        for number in range(50):
            self.hand_in(text=f"Câu hỏi {number}")
        with self.assertRaisesRegex(UserError, "50 already"):
            self.hand_in(text="Câu hỏi nữa")
        self.assertTrue(self.hand_in(text="Câu hỏi 3"), "sent again it is the same one")

    def test_own_words_are_read_by_who_said_them_and_by_no_colleague(self):
        row = self.hand_in()
        self.assertTrue(self.as_user(row, self.staff).text)
        for user in (self.clerk, self.upper_officer, self.upper_supervisor):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.as_user(row, user).read(["text"])

    def test_it_stays_as_it_was_said(self):
        row = self.as_user(self.hand_in(), self.officer)
        for vals in ({"text": "Khác"}, {"kind": "opinion"}, {"employee_id": False}):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                row.write(vals)
        with self.assertRaises(UserError):
            row.unlink()

    def test_officer_head_and_representative_answer_and_the_person_reads_it(self):
        for user in (self.officer, self.head, self.representative):
            row = self.hand_in(text=f"Câu hỏi cho {user.login}")
            self.as_user(row, user).answer = "Trong học kỳ II."
            self.assertEqual(row.answered_by_id, user)
            self.assertTrue(row.answered_on)
            self.assertEqual(self.as_user(row, self.staff).answer, "Trong học kỳ II.")

    def test_head_and_representative_change_nothing_else(self):
        row = self.collected()
        for user in (self.head, self.representative):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.as_user(row, user).text = "Khác"

    def test_the_staff_answer_nothing_and_enter_nothing(self):
        row = self.hand_in()
        with self.assertRaises(AccessError):
            self.as_user(row, self.staff).answer = "Ngay"
        with self.assertRaises(AccessError):
            self.env[OPINION].with_user(self.staff).create(
                {"conference_id": self.conference.id, "text": "Ý kiến"}
            )

    def test_an_answer_taken_away_is_none(self):
        row = self.as_user(self.hand_in(), self.officer)
        row.answer = "Có."
        self.assertEqual(self.conference.unanswered_count, 0)
        row.answer = False
        self.assertFalse(row.answered_on or row.answered_by_id)
        self.conference.invalidate_recordset()
        self.assertEqual(self.conference.unanswered_count, 1)

    def test_who_answered_is_not_said_by_hand(self):
        row = self.as_user(self.hand_in(), self.officer)
        with self.assertRaises(UserError):
            row.answered_by_id = self.head
        made = self.collected(answered_by_id=self.head.id, door="system")
        self.assertFalse(made.answered_by_id)
        self.assertEqual(made.door, "paper")

    def test_taken_back_by_who_said_it_as_long_as_nobody_answered(self):
        row = self.hand_in()
        with self.assertRaises(AccessError):
            self.as_user(row, self.clerk).take_back()
        with self.assertRaises(AccessError):
            self.as_user(self.collected(), self.officer).take_back()
        self.as_user(row, self.officer).answer = "Có."
        with self.assertRaises(UserError):
            self.as_user(row, self.staff).take_back()
        self.as_user(row, self.officer).answer = False
        self.as_user(row, self.staff).take_back()
        self.assertFalse(row.exists())

    def test_only_the_staff_of_the_house_speak_and_only_to_what_is_summoned(self):
        for user in (self.upper_officer, self.no_role, self.sibling_user()):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.hand_in(user)
        with self.assertRaises(AccessError):
            self.hand_in(conference=self.make_conference())
        with self.assertRaises(UserError):
            self.hand_in(conference=self.make_conference("closed"))
        with self.assertRaises(AccessError):
            self.env[OPINION].with_user(self.staff).hand_in(0, {"text": "x"})

    def sibling_user(self):
        return self.make_user("of_the_sibling", ("staff", self.sibling))

    def test_empty_words_and_unknown_kinds_are_refused(self):
        for said in ({"text": "  "}, {"kind": "vote"}, {"text": "x" * 6000}):
            with self.subTest(said=said), self.assertRaises(UserError):
                self.hand_in(**said)

    def test_an_item_of_another_agenda_is_passed_over_and_refused_by_hand(self):
        other = self.add_items(self.make_conference("called"), "Khác")
        self.assertFalse(self.hand_in(item_id=other.id).item_id)
        with self.assertRaises(ValidationError):
            self.collected(item_id=other.id)

    def test_collected_in_a_section_it_can_be_put_right(self):
        row = self.collected()
        self.assertEqual((row.section, row.name), (self.group.name, False))
        row.text = "Đề nghị tăng phụ cấp trách nhiệm"
        row.unlink()
        self.assertFalse(row.exists())

    def test_after_the_conference_it_rests(self):
        row = self.collected()
        self.bring_to(self.conference, "closed")
        with self.assertRaises(UserError):
            self.as_user(row, self.officer).answer = "Sau"

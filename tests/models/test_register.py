import psycopg2

from odoo import Command
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form
from odoo.tools import mute_logger

from tests.papers import PaperCase


class TestRegister(PaperCase):
    def test_a_register_of_our_own_counts_from_one(self):
        register = self.register()
        papers = [self.issued() for _ in range(3)]
        self.assertEqual(
            [paper.reference for paper in papers], ["01/TB-HS", "02/TB-HS", "03/TB-HS"]
        )
        self.assertEqual((register.line_count, register.last_number), (3, 3))
        self.assertEqual(
            register.line_ids.document_id,
            self.env["dan_chu.document"].union(*(paper.document_id for paper in papers)),
        )

    def test_one_series_for_all_kinds_that_have_none_of_their_own(self):
        self.register()
        self.register(kind_id=self.kind("TTr").id)
        self.assertEqual(self.issued().number, "01")
        self.assertEqual(self.issued(kind="TTr").number, "01")
        self.assertEqual(self.issued(kind="GM", **self.meeting()).number, "02")
        self.assertEqual(self.issued(kind="TTr").number, "02")

    def test_each_year_begins_at_one(self):
        self.register()
        self.register(year=self.year - 1)
        day = f"{self.year - 1}-12-31"
        self.assertEqual(self.recorded(values={"date": day}).number, "01")
        self.assertEqual(self.issued().number, "01")
        self.assertEqual(self.recorded(values={"date": day}).number, "02")

    def test_a_board_has_its_own_series(self):
        self.register()
        self.register(board_code="TTND")
        board = {
            "board_name": "Ban Thanh tra nhân dân",
            "board_code": "TTND",
            "signatory_ids": [Command.create({"name": "Đỗ Thị Mai", "own_title": "Trưởng ban"})],
        }
        self.assertEqual(self.issued().reference, "01/TB-HS")
        self.assertEqual(self.issued(**board).reference, "01/TB-TTND")
        self.assertEqual(self.issued(**board).reference, "02/TB-TTND")

    def test_papers_of_an_inner_part_stand_in_the_register_of_the_institution(self):
        register = self.register()
        self.issued(unit_id=self.group.id)
        self.assertEqual(register.line_count, 1)
        with self.assertRaisesRegex(ValidationError, "inner part of Trường THPT Hoa Sen"):
            self.register(unit_id=self.group.id)

    def test_a_typed_number_is_refused_where_numbers_are_given(self):
        self.register()
        notice = self.paper(number="5")
        notice.with_user(self.officer).action_submit()
        with self.assertRaisesRegex(UserError, "Leave the number of .* empty"):
            notice.with_user(self.head).action_issue()

    def test_where_none_was_opened_the_clerk_s_numbers_are_typed(self):
        self.issued(number="63")
        register = self.env["dan_chu.register"].search([("unit_id", "=", self.school.id)])
        self.assertEqual((register.sort, register.year), ("typed", self.year))
        self.issued(number="65")
        self.assertEqual(register.line_ids.mapped("number"), [63, 65])

    def test_a_paper_without_its_number_comes_into_the_book_with_it(self):
        notice = self.issued()
        register = self.env["dan_chu.register"].search([("unit_id", "=", self.school.id)])
        self.assertFalse(register.line_ids)
        notice.with_user(self.officer).action_fill_number("12a")
        self.assertEqual(register.line_ids.mapped("reference"), ["12a/TB-HS"])

    def test_a_register_in_use_keeps_its_sort_year_and_place(self):
        register = self.register()
        register.with_user(self.officer).sort = "typed"
        register.sort = "own"
        self.issued()
        for values in (
            {"sort": "typed"},
            {"year": self.year - 1},
            {"kind_id": self.kind("TB").id},
            {"board_code": "TTND"},
            {"unit_id": self.sibling.id},
        ):
            with self.assertRaisesRegex(UserError, "already holds 1 papers"):
                register.write(values)
        with self.assertRaisesRegex(UserError, "already holds 1 papers"):
            register.unlink()

    def test_an_institution_has_one_register_of_each_sort_of_paper(self):
        self.register()
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.UniqueViolation),
            self.env.cr.savepoint(),
        ):
            self.register(sort="typed")

    def test_a_withdrawn_paper_keeps_its_line_and_the_reason_is_read_there(self):
        register = self.register()
        notice = self.issued(recipient_ids=[Command.create({"name": "Các tổ chuyên môn"})])
        notice.with_user(self.head).action_withdraw("Sai thẩm quyền.")
        self.assertEqual(self.issued().number, "02")
        line = register.line_ids.sorted("number")[0]
        self.assertEqual((line.reference, line.state), ("01/TB-HS", "withdrawn"))
        self.assertEqual(line.note, "Withdrawn: Sai thẩm quyền.")
        self.assertEqual((line.signers, line.recipients), ("Lê Thị Hạnh", "Các tổ chuyên môn"))

    def test_nobody_writes_in_the_book_by_hand(self):
        register = self.register()
        notice = self.issued()
        line = register.line_ids
        values = {"register_id": register.id, "document_id": notice.document_id.id, "number": 2}
        for change in (
            lambda: line.create(values),
            lambda: line.write({"number": 7}),
            line.unlink,
        ):
            with self.assertRaises(UserError):
                change()

    def test_registers_are_for_the_officers_of_the_institution(self):
        register = self.register()
        with self.assertRaises(AccessError):
            self.as_user(register, self.staff).read(["sort"])
        with self.assertRaises(AccessError):
            self.as_user(register, self.upper_officer).read(["sort"])
        form = Form(self.env["dan_chu.register"].with_user(self.officer))
        form.board_code = "TTND"
        self.assertEqual(form.save().unit_id, self.school)

import base64

from odoo import Command
from odoo.exceptions import AccessError, UserError

from tests.papers import PaperCase


class TestDelivery(PaperCase):
    def _sent(self, **values):
        named = [
            Command.create({"recipient_unit_id": self.sibling.id, "purpose": "carry_out"}),
            Command.create({"recipient_unit_id": self.department.id, "place": "addressee"}),
            Command.create({"recipient_unit_id": self.group.id}),
            Command.create({"name": "Báo Lam Châu"}),
        ]
        return self.issued(recipient_ids=named, **values)

    def test_it_goes_to_the_named_units_of_other_institutions(self):
        notice = self._sent(number="5")
        self.assertEqual(notice.delivery_ids.unit_id, self.sibling | self.department)
        row = notice.delivery_ids[0]
        self.assertEqual(
            (row.name, row.reference, row.issuer, row.sender_unit_id, row.revision_id),
            (notice.title, "05/TB-HS", self.school.name, self.school, notice.revision_ids),
        )

    def test_a_draft_is_sent_to_nobody(self):
        notice = self.paper(recipient_ids=[Command.create({"recipient_unit_id": self.sibling.id})])
        notice.with_user(self.officer).action_submit()
        self.assertFalse(notice.delivery_ids)

    def test_named_twice_it_is_sent_once(self):
        notice = self.issued(
            recipient_ids=[
                Command.create({"recipient_unit_id": self.sibling.id, "place": place})
                for place in ("addressee", "recipient")
            ]
        )
        self.assertEqual(len(notice.delivery_ids), 1)

    def test_the_recipients_read_the_issued_paper_and_not_the_working_paper(self):
        notice = self._sent()
        clerk = self.make_user("clerk", ("officer", self.sibling))
        row = self.as_user(
            notice.delivery_ids.filtered(lambda row: row.unit_id == self.sibling), clerk
        )
        self.assertEqual(row.current_revision_id.title, notice.title)
        self.assertTrue(row.current_revision_id.pdf_attachment_id.raw.startswith(b"%PDF"))
        self.assertFalse(self.as_user(notice, clerk).has_access("read"))
        self.assertFalse(self.as_user(notice.document_id, clerk).has_access("read"))

    def test_seen_and_acknowledged(self):
        notice = self._sent()
        row = notice.delivery_ids.filtered(lambda row: row.unit_id == self.department)
        self.as_user(row, self.officer).web_read({"name": {}})
        self.assertFalse(row.seen_on)
        with self.assertRaises(AccessError):
            self.as_user(row, self.officer).action_receive()
        self.as_user(row, self.upper_officer).action_receive()
        self.assertTrue(row.seen_on)
        self.assertEqual(row.received_by_id, self.upper_officer)

    def test_a_number_filled_in_later_is_read_by_the_recipients(self):
        notice = self._sent()
        row = notice.delivery_ids.filtered(lambda row: row.unit_id == self.department)
        self.assertFalse(row.paper_reference)
        notice.with_user(self.officer).action_fill_number("9")
        own = self.as_user(row, self.upper_officer)
        self.assertEqual(own.paper_reference, "09/TB-HS")
        self.assertEqual(own.current_revision_id.event, "numbered")
        self.assertEqual(len(notice.delivery_ids), 2)

    def test_they_read_that_it_was_withdrawn(self):
        notice = self._sent(number="5")
        notice.with_user(self.head).action_withdraw("Sai thẩm quyền.")
        row = self.as_user(notice.delivery_ids[0], self.upper_officer)
        self.assertEqual(row.sudo().paper_state, "withdrawn")

    def test_it_is_taken_into_the_own_file_with_all_its_files_and_once(self):
        data = base64.b64encode(b"bang so lieu")
        notice = self._sent(
            number="5", file_ids=[Command.create({"name": "so-lieu.txt", "data": data})]
        )
        row = notice.delivery_ids.filtered(lambda row: row.unit_id == self.department)
        action = self.as_user(row, self.upper_officer).action_take_over()
        own = self.env["dan_chu.directive"].browse(action["res_id"])
        self.assertEqual(
            (own.unit_id, own.reference, own.name, own.state),
            (self.department, "05/TB-HS", notice.title, "draft"),
        )
        stored = notice.revision_ids
        self.assertEqual(
            sorted(base64.b64decode(file.data) for file in own.file_ids),
            sorted([stored.pdf_attachment_id.raw, stored.docx_attachment_id.raw, b"bang so lieu"]),
        )
        with self.assertRaisesRegex(UserError, "already in"):
            self.as_user(row, self.upper_officer).action_take_over()

    def test_with_a_number_of_later_it_is_taken_over_as_it_stands_then(self):
        notice = self._sent()
        notice.with_user(self.officer).action_fill_number("9")
        row = notice.delivery_ids.filtered(lambda row: row.unit_id == self.department)
        action = self.as_user(row, self.upper_officer).action_take_over()
        own = self.env["dan_chu.directive"].browse(action["res_id"])
        self.assertEqual(own.reference, "09/TB-HS")
        last = notice.revision_ids.sorted("sequence")[-1:]
        self.assertIn(
            last.pdf_attachment_id.raw,
            [base64.b64decode(file.data) for file in own.file_ids],
        )

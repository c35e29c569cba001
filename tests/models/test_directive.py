from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import Form

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.common import DanChuCase


class TestDirective(DanChuCase):
    def test_an_officer_writes_it_for_the_own_institution_by_default(self):
        form = Form(self.env["dan_chu.directive"].with_user(self.officer))
        self.assertEqual(form.unit_id, self.school)
        self.assertEqual(form.received_on, today())

    def test_it_is_born_a_draft_whatever_the_caller_says(self):
        directive = self.make_directive(self.school, state="published", published_by_id=1)
        self.assertEqual((directive.state, directive.published_by_id.id), ("draft", False))

    def test_with_nothing_to_read_it_is_not_published(self):
        directive = self.make_directive(self.school, file_ids=[])
        with self.assertRaisesRegex(UserError, "nothing to read"):
            directive.with_user(self.officer).action_publish()
        directive.note = "Báo cáo trước ngày 15."
        directive.with_user(self.officer).action_publish()
        self.assertEqual(directive.published_by_id, self.officer)

    def test_staff_see_it_from_the_moment_it_is_published(self):
        directive = self.make_directive(self.school)
        own = self.env["dan_chu.directive"].with_user(self.staff)
        self.assertFalse(own.search([]))
        directive.with_user(self.head).action_publish()
        self.assertEqual(own.search([]), directive)
        self.assertTrue(self.as_user(directive, self.staff).file_ids.data)

    def test_a_published_text_rests(self):
        directive = self.make_directive(self.school, published=True)
        own = directive.with_user(self.officer)
        for change in (
            lambda: own.write({"name": "Khác"}),
            lambda: own.write({"file_ids": [Command.clear()]}),
            lambda: own.write({"file_ids": [Command.create(self.file_values())]}),
            lambda: own.file_ids.write({"data": "YQ=="}),
            own.file_ids.unlink,
            own.unlink,
        ):
            with self.assertRaisesRegex(UserError, "does not change"), self.env.cr.savepoint():
                change()

    def test_its_file_rests_behind_the_record_as_well(self):
        directive = self.make_directive(self.school, published=True)
        files = self.env["ir.attachment"].with_user(self.officer)
        behind = files.search(
            [
                ("res_model", "=", "dan_chu.directive.file"),
                ("res_field", "=", "data"),
                ("res_id", "in", directive.file_ids.ids),
            ]
        )
        self.assertEqual(len(behind), 1)
        for change in (
            lambda: behind.write({"raw": b"khac"}),
            behind.unlink,
            behind.copy,
        ):
            with self.assertRaisesRegex(UserError, "does not change"), self.env.cr.savepoint():
                change()

    def test_discussion_goes_on_over_a_published_text(self):
        directive = self.make_directive(self.school, published=True).with_user(self.officer)
        directive.message_post(body="Nhắc tổ Toán.")
        directive.activity_schedule("mail.mail_activity_data_todo", user_id=self.officer.id)

    def test_who_studies_it_and_by_when_may_still_be_said(self):
        directive = self.make_directive(self.school, published=True).with_user(self.officer)
        directive.study_by = today() + timedelta(days=7)
        directive.reader_ids = [Command.create({"employee_id": self.staff.employee_id.id})]
        self.assertEqual(directive.reader_ids.date_due, directive.study_by)

    def test_back_in_draft_it_changes_again_and_staff_see_it_no_more(self):
        directive = self.make_directive(self.school, published=True)
        directive.with_user(self.officer).action_back_to_draft()
        self.assertFalse(self.as_user(directive, self.staff).has_access("read"))
        directive.with_user(self.officer).name = "V/v đính chính"

    def test_a_state_is_moved_by_its_buttons_alone(self):
        directive = self.make_directive(self.school).with_user(self.officer)
        for values in ({"state": "published"}, {"published_on": "2026-01-01 00:00:00"}):
            with self.assertRaisesRegex(UserError, "by its buttons"):
                directive.write(values)

    def test_a_text_does_not_move_to_a_unit_one_may_not_write_for(self):
        directive = self.make_directive(self.school)
        with self.assertRaises(AccessError):
            directive.with_user(self.officer).unit_id = self.sibling
        directive.with_user(self.officer).unit_id = self.group

    def test_a_deleted_draft_takes_its_files_along(self):
        directive = self.make_directive(self.school)
        behind = self.env["ir.attachment"].search(
            [
                ("res_model", "=", "dan_chu.directive.file"),
                ("res_field", "=", "data"),
                ("res_id", "in", directive.file_ids.ids),
            ]
        )
        directive.with_user(self.officer).unlink()
        self.assertFalse(behind.exists())


class TestStudy(DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.directive = cls.make_directive(cls.school)
        cls.teacher = cls.staff.employee_id
        cls.without_login = cls.make_employee("Cao Văn Bảo", cls.group)

    def _reader(self, employee, **values):
        return self.env["dan_chu.directive.reader"].create(
            {"directive_id": self.directive.id, "employee_id": employee.id, **values}
        )

    def test_the_reader_says_so_once_the_text_is_published(self):
        reader = self._reader(self.teacher)
        self.directive.action_publish()
        own = self.env["dan_chu.directive.reader"].with_user(self.staff).search([])
        self.assertEqual(own, reader)
        own.action_studied()
        self.assertEqual((reader.studied_on, reader.recorded_by_id), (today(), self.staff))

    def test_a_draft_is_not_studied(self):
        reader = self._reader(self.teacher)
        with self.assertRaisesRegex(UserError, "still a draft"):
            reader.with_user(self.officer).action_studied()

    def test_the_officer_says_so_for_those_without_a_login(self):
        reader = self._reader(self.without_login)
        self.directive.action_publish()
        reader.with_user(self.officer).action_studied()
        self.assertEqual(reader.recorded_by_id, self.officer)

    def test_nobody_says_so_for_somebody_else(self):
        reader = self._reader(self.without_login)
        self.directive.action_publish()
        for user in (self.staff, self.representative, self.supervisor):
            with self.assertRaises(AccessError):
                reader.with_user(user).action_studied()
        with self.assertRaises(UserError):
            reader.with_user(self.officer).studied_on = today()

    def test_late_is_what_is_not_studied_by_its_day(self):
        yesterday = today() - timedelta(days=1)
        late = self._reader(self.teacher, date_due=yesterday)
        in_time = self._reader(self.without_login, date_due=today())
        self.assertEqual((late | in_time).filtered("is_late"), late)
        found = self.env["dan_chu.directive.reader"].search(
            [("is_late", "=", True), ("directive_id", "=", self.directive.id)]
        )
        self.assertEqual(found, late)

    def test_all_staff_of_the_inside_are_added_once(self):
        self._reader(self.without_login)
        self.directive.with_user(self.officer).action_add_all_staff()
        self.directive.with_user(self.officer).action_add_all_staff()
        listed = self.directive.reader_ids.employee_id
        self.assertEqual(len(listed), len(self.directive.reader_ids))
        self.assertEqual(len(listed), self.school.employee_count)
        self.assertNotIn(self.upper_officer.employee_id, listed)


class TestDelivery(DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.directive = cls.make_directive(cls.department, published=True)

    def _send(self, **values):
        wizard = self.env["dan_chu.directive.deliver"].with_user(self.upper_officer)
        wizard = wizard.create({"directive_id": self.directive.id, **values})
        wizard.action_deliver()
        return self.directive.delivery_ids

    def test_it_goes_to_the_institutions_below_and_those_looked_after(self):
        self.assertEqual(self._send().unit_id, self.school | self.sibling | self.ward_school)

    def test_or_to_those_below_alone_or_of_a_kind_or_chosen(self):
        kind = self.env.ref("dan_chu_co_so.unit_kind_upper_secondary_school")
        wizard = self.env["dan_chu.directive.deliver"].with_user(self.upper_officer)
        for values, units in (
            ({"with_professional": False}, self.school | self.sibling),
            ({"scope": "kind", "kind_ids": kind.ids}, self.school | self.sibling),
            ({"scope": "chosen", "unit_ids": self.sibling.ids}, self.sibling),
        ):
            chosen = wizard.create({"directive_id": self.directive.id, **values})
            self.assertEqual(chosen.recipient_ids, units)

    def test_the_screen_counts_as_one_chooses(self):
        self._send(scope="chosen", unit_ids=self.school.ids)
        wizard = self.env["dan_chu.directive.deliver"].with_user(self.upper_officer)
        form = Form(wizard.with_context(default_directive_id=self.directive.id))
        self.assertEqual((form.recipient_count, form.already_count), (2, 1))
        form.scope = "chosen"
        self.assertEqual(form.recipient_count, 0)
        form.unit_ids.add(self.sibling)
        self.assertEqual((form.recipient_count, form.already_count), (1, 0))
        form.scope = "kind"
        form.kind_ids.add(self.sibling.kind_id)
        self.assertEqual((form.recipient_count, form.already_count), (1, 1))

    def test_an_organisation_hears_from_the_institution_it_stands_by(self):
        own = self.make_directive(self.school, published=True)
        wizard = self.env["dan_chu.directive.deliver"].with_user(self.officer)
        self.assertEqual(wizard.create({"directive_id": own.id}).recipient_ids, self.union)
        kind = self.env.ref("dan_chu_co_so.unit_kind_organisation")
        wizard = wizard.with_user(self.upper_officer)
        by_kind = {"directive_id": self.directive.id, "scope": "kind", "kind_ids": kind.ids}
        self.assertEqual(wizard.create(by_kind).recipient_ids, self.union)

    def test_a_unit_gets_it_once_however_often_it_is_sent(self):
        self._send(scope="chosen", unit_ids=self.school.ids)
        self._send()
        self.assertEqual(len(self.directive.delivery_ids), len(self.directive.delivery_ids.unit_id))
        with self.assertRaisesRegex(UserError, "No unit is left"):
            self._send()

    def test_a_draft_is_sent_to_nobody(self):
        draft = self.make_directive(self.department)
        wizard = self.env["dan_chu.directive.deliver"].with_user(self.upper_officer)
        with self.assertRaisesRegex(UserError, "Publish"):
            wizard.create({"directive_id": draft.id}).action_deliver()

    def test_nothing_goes_up_or_sideways(self):
        own = self.make_directive(self.school, published=True).with_user(self.officer)
        for unit in (self.department, self.sibling, self.group):
            with self.assertRaisesRegex(UserError, "only to institutions below"):
                own._deliver_to(unit)

    def test_what_was_sent_is_not_taken_back(self):
        self._send()
        with self.assertRaisesRegex(UserError, "has been sent"):
            self.directive.with_user(self.upper_officer).action_back_to_draft()

    def test_the_recipients_read_the_delivery_and_its_file_and_not_the_sender_s_text(self):
        delivery = self._send().filtered(lambda row: row.unit_id == self.school)
        for user in (self.staff, self.officer, self.head, self.representative, self.inspector):
            with self.subTest(user.login):
                own = self.as_user(delivery, user)
                self.assertEqual(own.name, self.directive.name)
                self.assertTrue(own.file_ids.data)
                self.assertFalse(self.as_user(self.directive, user).has_access("read"))
        self.assertFalse(self.as_user(delivery, self.two_roles).filtered("is_recipient") - delivery)
        self.assertFalse(self.as_user(delivery, self.upper_supervisor).has_access("read"))

    def test_opening_it_is_seeing_it_and_the_sender_s_look_is_not(self):
        delivery = self._send().filtered(lambda row: row.unit_id == self.school)
        specification = {"name": {}, "seen_on": {}}
        self.as_user(delivery, self.upper_officer).web_read(specification)
        self.assertFalse(delivery.seen_on)
        self.as_user(delivery, self.staff).web_read(specification)
        self.assertTrue(delivery.seen_on)

    def test_receipt_is_acknowledged_by_those_in_charge(self):
        delivery = self._send().filtered(lambda row: row.unit_id == self.school)
        for user in (self.staff, self.upper_officer):
            with self.assertRaises(AccessError):
                self.as_user(delivery, user).action_receive()
        self.as_user(delivery, self.officer).action_receive()
        first = delivery.received_on
        self.as_user(delivery, self.head).action_receive()
        self.assertEqual((delivery.received_on, delivery.received_by_id), (first, self.officer))

    def test_it_is_taken_into_the_own_file_typed_by_nobody_and_once(self):
        delivery = self._send().filtered(lambda row: row.unit_id == self.school)
        action = self.as_user(delivery, self.officer).action_take_over()
        own = self.env["dan_chu.directive"].browse(action["res_id"])
        self.assertEqual((own.unit_id, own.state, own.name), (self.school, "draft", delivery.name))
        self.assertEqual(own.file_ids.data, self.directive.file_ids.data)
        own.with_user(self.officer).note = "Tổ trưởng phổ biến trong tuần."
        with self.assertRaisesRegex(UserError, "already in"):
            self.as_user(delivery, self.officer).action_take_over()

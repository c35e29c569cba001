from odoo.fields import Command

from tests.access.doors import DoorsCase

DIRECTIVE = "dan_chu.directive"
FILE = "dan_chu.directive.file"
READER = "dan_chu.directive.reader"
DELIVERY = "dan_chu.delivery"


class TestPaperAttacks(DoorsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draft = cls.make_directive(cls.school)
        cls.published = cls.make_directive(cls.school, published=True)
        cls.from_above = cls.make_directive(cls.department, published=True)
        cls.delivery = cls.from_above._deliver_to(cls.school)

    def _values(self, unit, **values):
        return {"unit_id": unit.id, "name": "Về hội nghị", "issuer": "Sở Nội vụ", **values}

    def test_a_text_is_created_as_a_draft_whatever_is_sent(self):
        values = self._values(self.school, state="published", published_by_id=self.head.id)
        values |= {"published_on": "2024-01-01 00:00:00", "source_delivery_id": self.delivery.id}
        contexts = ({}, {f"default_{name}": value for name, value in values.items()})
        for context in contexts:
            for door, made in self.by_each_door(
                self.officer, DIRECTIVE, "create", vals_list=[values], context=context
            ):
                with self.subTest(door=door, context=context):
                    text = self.env[DIRECTIVE].browse(made)
                    self.assertEqual(text.state, "draft")
                    self.assertFalse(
                        text.published_on or text.published_by_id or text.source_delivery_id
                    )

    def test_the_state_is_written_by_nobody(self):
        for user in (self.staff, self.officer, self.head):
            for vals in (
                {"state": "published"},
                {"published_by_id": self.head.id},
                {"published_on": "2024-01-01 00:00:00"},
                {"source_delivery_id": self.delivery.id},
            ):
                self.assert_refused(user, DIRECTIVE, "write", [self.draft.id], vals=vals)
        self.assert_refused(
            self.officer, DIRECTIVE, "write", [self.published.id], vals={"state": "draft"}
        )

    def test_staff_and_those_of_other_institutions_do_not_publish(self):
        for user in (self.staff, self.representative, self.inspector, self.upper_officer):
            for text in (self.draft, self.published):
                for method in ("action_publish", "action_back_to_draft", "action_open_deliver"):
                    self.assert_refused(user, DIRECTIVE, method, [text.id])

    def test_a_published_text_does_not_change_its_content(self):
        new_file = Command.create(self.file_values(data="bm9p"))
        old = self.published.file_ids
        for vals in (
            {"name": "Khác"},
            {"note": "Khác"},
            {"unit_id": self.sibling.id},
            {"file_ids": [new_file]},
            {"file_ids": [Command.update(old.id, {"name": "khac.txt"})]},
            {"file_ids": [Command.delete(old.id)]},
            {"file_ids": [Command.unlink(old.id)]},
            {"file_ids": [Command.link(self.draft.file_ids.id)]},
        ):
            self.assert_refused(self.officer, DIRECTIVE, "write", [self.published.id], vals=vals)
        self.assert_refused(self.officer, DIRECTIVE, "unlink", [self.published.id])

    def test_the_files_of_a_published_text_neither_come_nor_go_nor_change(self):
        new = self.file_values(data="bm9p", directive_id=self.published.id)
        old, loose = self.published.file_ids, self.draft.file_ids
        self.assert_refused(self.officer, FILE, "create", vals_list=[new])
        self.assert_refused(self.officer, FILE, "unlink", [old.id])
        for file, vals in (
            (old, {"data": "bm9p"}),
            (old, {"directive_id": self.draft.id}),
            (loose, {"directive_id": self.published.id}),
        ):
            self.assert_refused(self.officer, FILE, "write", [file.id], vals=vals)

    def test_the_bytes_of_a_published_file_are_not_reached_by_its_attachment(self):
        attachment = self.env["ir.attachment"].search(
            [
                ("res_model", "=", FILE),
                ("res_id", "=", self.published.file_ids.id),
                ("res_field", "!=", False),
            ]
        )
        for vals in (
            {"raw": "khac"},
            {"datas": "bm9p"},
            {"res_id": self.draft.file_ids.id},
            {"name": "x"},
        ):
            self.assert_refused(self.officer, "ir.attachment", "write", [attachment.id], vals=vals)
        self.assert_refused(self.officer, "ir.attachment", "unlink", [attachment.id])

    def test_nothing_is_moved_into_another_institution(self):
        foreign = self.make_directive(self.sibling)
        text = {"unit_id": self.sibling.id}
        for user in (self.officer, self.head, self.two_roles):
            self.assert_refused(user, DIRECTIVE, "write", [self.draft.id], vals=text)
            self.assert_refused(user, DIRECTIVE, "create", vals_list=[self._values(self.sibling)])
        row = self.env[READER].create(
            {"directive_id": self.draft.id, "employee_id": self.make_employee("Lê Văn A").id}
        )
        to_foreign = {"directive_id": foreign.id}
        self.assert_refused(self.officer, FILE, "write", [self.draft.file_ids.id], vals=to_foreign)
        self.assert_refused(self.officer, READER, "write", [row.id], vals=to_foreign)

    def test_nothing_is_taken_out_of_another_institution(self):
        foreign = self.make_directive(self.sibling)
        taken = {"file_ids": [Command.link(foreign.file_ids.id)]}
        self.assert_refused(self.officer, DIRECTIVE, "write", [self.draft.id], vals=taken)
        self.assert_refused(
            self.officer, DIRECTIVE, "create", vals_list=[self._values(self.school, **taken)]
        )

    def test_a_file_added_to_a_text_elsewhere_says_nothing_about_it(self):
        foreign = self.make_directive(self.sibling, published=True, name="Tên không ai được biết")
        new = self.file_values(data="bm9p", directive_id=foreign.id)
        no_parent = self.file_values(data="bm9p")
        for values, context in ((new, {}), (no_parent, {"default_directive_id": foreign.id})):
            reason = self.assert_refused(
                self.officer, FILE, "create", vals_list=[values], context=context
            )
            self.assertNotIn("Tên không ai", reason.message)

    def test_deliveries_are_made_changed_and_deleted_by_nobody(self):
        values = {
            "directive_id": self.published.id,
            "sender_unit_id": self.school.id,
            "unit_id": self.sibling.id,
            "name": "Gửi thẳng",
            "sent_on": "2025-01-01 00:00:00",
        }
        for user in (self.staff, self.officer, self.head, self.upper_officer, self.manager):
            self.assert_refused(user, DELIVERY, "create", vals_list=[values])
            self.assert_refused(user, DELIVERY, "unlink", [self.delivery.id])
            for vals in (
                {"unit_id": self.sibling.id},
                {"received_on": "2025-01-01 00:00:00"},
                {"seen_on": False},
                {"name": "Khác"},
            ):
                self.assert_refused(user, DELIVERY, "write", [self.delivery.id], vals=vals)
        made = {"delivery_ids": [Command.create(values)]}
        self.assert_refused(self.officer, DIRECTIVE, "write", [self.draft.id], vals=made)

    def test_only_officer_or_head_of_the_recipient_receive_and_take_over(self):
        for user in (self.staff, self.representative, self.inspector, self.upper_officer):
            for method in ("action_receive", "action_take_over"):
                self.assert_refused(user, DELIVERY, method, [self.delivery.id])

    def test_a_draft_is_sent_to_nobody(self):
        wizard = self._wizard(self.upper_officer, self.make_directive(self.department))
        self.assert_refused(
            self.upper_officer, "dan_chu.directive.deliver", "action_deliver", [wizard.id]
        )

    def test_a_text_goes_to_no_unit_that_is_not_below(self):
        for unit in (self.department, self.sibling, self.group, self.elsewhere):
            wizard = self._wizard(self.officer, self.published, scope="chosen", unit_ids=unit.ids)
            self.assert_refused(
                self.officer, "dan_chu.directive.deliver", "action_deliver", [wizard.id]
            )

    def test_a_text_of_others_is_not_sent_by_a_wizard_made_for_it(self):
        values = {"directive_id": self.from_above.id}
        for user in (self.officer, self.head):
            self.assert_refused(user, "dan_chu.directive.deliver", "create", vals_list=[values])

    def test_nobody_says_for_another_that_a_text_is_studied(self):
        colleague = self.make_employee("Phạm Thị B", self.school)
        row = self.env[READER].create(
            {"directive_id": self.published.id, "employee_id": colleague.id}
        )
        for user in (self.staff, self.representative, self.inspector, self.upper_officer):
            self.assert_refused(user, READER, "action_studied", [row.id])
        for user in (self.staff, self.officer):
            self.assert_refused(user, READER, "write", [row.id], vals={"studied_on": "2025-01-01"})

    def test_what_one_may_read_is_not_copied_by_who_may_not_create(self):
        there = self.make_directive(self.sibling, published=True)
        self.assert_refused(self.staff, DIRECTIVE, "copy", [self.published.id])
        self.assert_refused(self.two_roles, DIRECTIVE, "copy", [there.id])
        self.assert_refused(self.officer, DELIVERY, "copy", [self.delivery.id])
        self.assert_refused(self.staff, FILE, "copy", [self.published.file_ids.id])

    def test_a_local_legal_text_becomes_common_or_anothers_by_no_officer(self):
        text = self.env["dan_chu.legal.document"].create(
            {"kind": "plan", "number": "25/KH-UBND", "unit_id": self.school.id}
        )
        for unit in (False, self.sibling.id):
            self.assert_refused(
                self.officer, text._name, "write", [text.id], vals={"unit_id": unit}
            )

    def test_staff_import_nothing(self):
        for model, names, cells in (
            (DIRECTIVE, ["name", "issuer", "unit_id/.id"], ["Nhập", "Sở", str(self.school.id)]),
            ("dan_chu.unit", ["name", "kind_id"], ["Đơn vị mới", "Other"]),
        ):
            for door, answer in self.by_each_door(
                self.staff, model, "load", fields=names, data=[cells]
            ):
                with self.subTest(door=door, model=model):
                    self.assertFalse(answer["ids"])
                    self.assertTrue(answer["messages"])

    def _wizard(self, user, directive, **values):
        wizard = self.env["dan_chu.directive.deliver"].with_user(user)
        wizard = wizard.create({"directive_id": directive.id, **values})
        self.env.flush_all()
        return wizard

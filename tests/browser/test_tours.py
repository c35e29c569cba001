from tests.common import DanChuHttpCase


class TestTours(DanChuHttpCase):
    def test_a_manager_sets_up_a_school_and_gives_a_role(self):
        # Names that no language changes, whatever the tour is run in.
        self.env["dan_chu.unit.kind"].create(
            [
                {"name": "Trường chuyên biệt", "is_institution": True},
                {"name": "Tổ chuyên biệt"},
            ]
        )
        self.start_tour("/odoo/dan-chu-units", "dan_chu_set_up", login="manager")
        school = self.env["dan_chu.unit"].search([("name", "=", "Trường THPT Ánh Dương")])
        self.assertEqual(school.institution_id, school)
        self.assertEqual(school.parent_id, self.department)
        self.assertEqual(school.child_ids.mapped("name"), ["Tổ Lịch sử"])
        self.assertEqual(school.child_ids.institution_id, school)
        self.assertEqual(
            [(line.user_id, line.role, line.granted_by_id) for line in school.assignment_ids],
            [(self.no_role, "officer", self.manager)],
        )
        self.assertTrue(self.no_role.has_group("dan_chu_co_so.group_officer"))

    def test_an_officer_publishes_a_text_and_sends_it_below(self):
        self.start_tour(
            "/odoo/dan-chu-directives", "dan_chu_publish_and_send", login="upper_officer"
        )
        text = self.env["dan_chu.directive"].search([("reference", "=", "77/KH-SGDĐT")])
        self.assertEqual(text.unit_id, self.department)
        self.assertEqual(text.published_by_id, self.upper_officer)
        self.assertEqual(text.file_ids.name, "ke-hoach-77.txt")
        self.assertEqual(set(text.reader_ids.mapped("date_due")), {text.study_by})
        self.assertEqual(text.delivery_ids.unit_id, self.school | self.sibling | self.ward_school)

    def test_the_recipient_acknowledges_a_text_and_takes_it_over(self):
        sent = self.make_directive(self.department, published=True)._deliver_to(self.school)
        self.start_tour("/odoo/dan-chu-inbox", "dan_chu_take_over", login="officer")
        self.assertEqual(sent.received_by_id, self.officer)
        own = sent.own_directive_ids
        self.assertEqual((own.unit_id, own.state), (self.school, "published"))
        self.assertEqual(own.file_ids.name, "ke-hoach.txt")


class TestPaperTours(DanChuHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.school.write(
            {"head_id": cls.head.employee_id.id, "head_title": "Hiệu trưởng", "place": "Lam Châu"}
        )

    def notice(self):
        return (
            self.env["dan_chu.notice"]
            .with_user(self.officer)
            .create(
                {
                    "unit_id": self.school.id,
                    "kind_id": self.env.ref("dan_chu_co_so.document_kind_tb").id,
                    "title": "Lịch đối thoại của hiệu trưởng",
                    "content": "<p>Mời viên chức, người lao động đến dự.</p>",
                }
            )
        )

    def test_an_officer_writes_a_notice_and_submits_it(self):
        self.start_tour("/odoo/dan-chu-notices", "dan_chu_write_a_notice", login="officer")
        notice = self.env["dan_chu.notice"].search(
            [("title", "=", "Lịch đối thoại của hiệu trưởng")]
        )
        self.assertEqual((notice.state, notice.unit_id), ("submitted", self.school))
        self.assertEqual(notice.symbol, "TB-HS")
        self.assertEqual(notice.recipient_ids.mapped("name"), ["Các tổ chuyên môn"])
        self.assertEqual(notice.signatory_ids.employee_id, self.head.employee_id)
        self.assertIn("Mời viên chức", notice.content)

    def test_the_head_issues_a_notice_and_fills_in_its_number(self):
        notice = self.notice()
        notice.action_submit()
        self.start_tour("/odoo/dan-chu-notices", "dan_chu_issue_a_notice", login="head")
        self.assertEqual((notice.state, notice.issue_door), ("issued", "system"))
        self.assertEqual(notice.approved_by_id, self.head)
        self.assertEqual(notice.reference, "07/TB-HS")
        self.assertEqual(
            notice.revision_ids.sorted("sequence").mapped("event"), ["issued", "numbered"]
        )

    def test_an_officer_records_a_notice_signed_on_paper(self):
        notice = self.notice()
        self.start_tour("/odoo/dan-chu-notices", "dan_chu_record_a_signed_notice", login="officer")
        self.assertEqual((notice.state, notice.issue_door), ("issued", "paper"))
        self.assertFalse(notice.approved_by_id)
        self.assertEqual(notice.reference, "12/TB-HS")


class TestPhone(DanChuHttpCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_a_member_of_staff_studies_a_text_on_a_phone(self):
        text = self.make_directive(self.school, published=True)
        reading = self.env["dan_chu.directive.reader"].create(
            {"directive_id": text.id, "employee_id": self.staff.employee_id.id}
        )
        self.start_tour("/odoo/dan-chu-my-study", "dan_chu_study_on_a_phone", login="staff")
        self.assertEqual(reading.recorded_by_id, self.staff)
        self.assertTrue(reading.studied_on)

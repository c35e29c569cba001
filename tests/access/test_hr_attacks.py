"""Names, titles and units are for all who work with units; HR's own fields stay with HR."""

from tests.access.doors import DoorsCase, Refused

PRIVATE = "bi.mat@example.com"
PRIVATE_PHONE = "0900 000 042"


class TestHrAttacks(DoorsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.make_employee(
            "Đỗ Thị Kín",
            cls.school,
            job_title="Giáo viên Toán",
            private_email=PRIVATE,
            private_phone=PRIVATE_PHONE,
            birthday="1980-02-03",
            marital="widower",
        )
        cls.school.write({"head_id": cls.person.id, "deputy_ids": cls.person.ids})
        cls.contact = cls.env["dan_chu.unit.contact"].create(
            {"unit_id": cls.school.id, "part": "contact", "employee_id": cls.person.id}
        )
        cls.text = cls.make_directive(cls.school, published=True)
        cls.reading = cls.env["dan_chu.directive.reader"].create(
            {"directive_id": cls.text.id, "employee_id": cls.person.id}
        )
        for user in (cls.staff, cls.officer, cls.head, cls.manager):
            user.group_ids += cls.env.ref("base.group_allow_export")

    def _ways(self):
        """(model, row, path to the person, who may read the row)"""
        everybody = (self.staff, self.officer, self.head, self.manager)
        return (
            ("dan_chu.unit", self.school, "head_id", everybody),
            ("dan_chu.unit", self.school, "deputy_ids", everybody),
            ("dan_chu.unit", self.school, "employee_ids", everybody),
            ("dan_chu.unit.contact", self.contact, "employee_id", everybody),
            ("dan_chu.directive.reader", self.reading, "employee_id", (self.officer, self.head)),
        )

    def _answer(self, user, model, method, *arguments, **named):
        try:
            return str(self.by_session(user, model, method, *arguments, **named))
        except Refused as refused:
            return refused.message

    def test_the_name_of_a_person_is_read_by_those_who_may_read_the_row(self):
        for model, row, path, users in self._ways():
            for user in users:
                with self.subTest(user=user.login, model=model, path=path):
                    specification = {path: {"fields": {"display_name": {}}}}
                    said = self._answer(
                        user, model, "web_read", row.ids, specification=specification
                    )
                    self.assertIn("Đỗ Thị Kín", said)

    def test_titles_are_read_in_the_public_directory(self):
        for user in (self.staff, self.officer, self.manager):
            (read,) = self.by_session(
                user,
                "hr.employee.public",
                "read",
                self.person.ids,
                fields=["name", "job_title", "dan_chu_unit_id"],
            )
            self.assertEqual(read["job_title"], "Giáo viên Toán")
            self.assertEqual(read["dan_chu_unit_id"][0], self.school.id)

    def test_no_private_field_comes_out_by_a_nested_read(self):
        for model, row, path, users in self._ways():
            for field in ("private_email", "private_phone", "birthday", "marital", "version_id"):
                specification = {path: {"fields": {field: {}}}}
                for user in users:
                    self.assert_refused(
                        user, model, "web_read", row.ids, specification=specification
                    )

    def test_no_private_field_comes_out_by_an_export(self):
        for model, row, path, users in self._ways():
            for user in users:
                said = self._answer(
                    user, model, "export_data", row.ids, fields_to_export=[f"{path}/private_email"]
                )
                with self.subTest(user=user.login, model=model, path=path):
                    self.assertNotIn(PRIVATE, said)

    def test_nothing_private_is_learned_by_searching_or_sorting(self):
        for model, _row, path, users in self._ways():
            for domain in (
                [(f"{path}.private_email", "=", PRIVATE)],
                [(f"{path}.private_phone", "like", "042")],
                [(path, "any", [("birthday", "<", "1990-01-01")])],
            ):
                for user in users:
                    self.assert_refused(user, model, "search_count", domain=domain)

    def test_nothing_private_is_learned_by_grouping(self):
        for model, _row, path, users in self._ways():
            for group in (f"{path}.marital", f"{path}.private_email"):
                for user in users:
                    said = self._answer(
                        user,
                        model,
                        "formatted_read_group",
                        domain=[],
                        groupby=[group],
                        aggregates=["__count"],
                    )
                    with self.subTest(user=user.login, model=model, group=group):
                        self.assertNotIn(PRIVATE, said)
                        self.assertNotIn("widower", said)

    def test_a_person_is_not_found_by_what_is_private(self):
        for user in (self.staff, self.officer, self.manager):
            for term in (PRIVATE, PRIVATE_PHONE):
                for model in ("hr.employee", "hr.employee.public"):
                    said = self._answer(user, model, "name_search", name=term)
                    self.assertNotIn("Đỗ Thị Kín", said)

    def test_no_context_opens_hr(self):
        for context in (
            {"_allow_read_hr_employee": True},
            {"_allow_read_hr_employee": {}},
            {"active_test": False, "hr_employee_public": False},
        ):
            for user in (self.staff, self.officer, self.manager):
                self.assert_refused(
                    user,
                    "hr.employee",
                    "read",
                    self.person.ids,
                    fields=["private_email"],
                    context=context,
                )

    def test_the_unit_of_a_person_is_written_by_hr_alone(self):
        vals = {"dan_chu_unit_id": self.sibling.id}
        for user in (self.staff, self.officer, self.head, self.manager):
            for model in ("hr.employee", "hr.employee.public"):
                self.assert_refused(user, model, "write", self.person.ids, vals=vals)
        self.by_session(self.hr_officer, "hr.employee", "write", self.person.ids, vals=vals)
        self.assertEqual(self.person.dan_chu_unit_id, self.sibling)

    def test_hr_reads_names_of_units_and_no_paper(self):
        self.by_session(self.hr_officer, "dan_chu.unit", "read", self.school.ids, fields=["name"])
        for model in ("dan_chu.directive", "dan_chu.delivery", "dan_chu.assignment"):
            self.assert_refused(self.hr_officer, model, "search", domain=[])

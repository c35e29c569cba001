"""Lists of persons and units to choose from offer those whom the field may hold."""

from lxml import etree

from tests.common import DanChuCase


class TestPersonPickers(DanChuCase):
    def fields_of(self, model, path):
        arch = etree.fromstring(self.env[model].get_view(view_type="form")["arch"])
        return [node for node in arch.xpath(path) if not node.get("column_invisible")]

    def test_in_the_tasks_of_a_plan(self):
        for name in ("lead_employee_id", "addressee_unit_id", "employee_id", "partner_unit_id"):
            path = f"//field[@name='task_ids']//field[@name='{name}']"
            offered = {node.get("domain") for node in self.fields_of("dan_chu.plan", path)}
            with self.subTest(name=name):
                self.assertTrue(offered)
                self.assertTrue(all("house_id" in (domain or "") for domain in offered), offered)

    def test_several_persons_are_chosen_without_rights_in_hr(self):
        """Odoo's plain tags open the list of HR on a phone, which is not for everybody."""
        (deputies,) = self.fields_of("dan_chu.unit", "//field[@name='deputy_ids']")
        self.assertEqual(deputies.get("widget"), "many2many_avatar_employee")

from types import SimpleNamespace

from lxml import etree

from odoo.tools.safe_eval import safe_eval

from tests.common import DanChuCase


class TestReadersOffered(DanChuCase):
    def offered(self, unit):
        texts = self.env["dan_chu.directive"].with_user(self.officer)
        arch = texts.get_view(view_type="form")["arch"]
        (field,) = etree.fromstring(arch).xpath(
            "//field[@name='reader_ids']//field[@name='employee_id']"
        )
        domain = safe_eval(field.get("domain"), {"parent": SimpleNamespace(unit_id=unit.id)})
        return self.env["hr.employee"].search(domain)

    def test_those_of_the_unit_with_its_sections_but_not_of_units_below(self):
        here = self.make_employee("Đào Thị Ánh", self.group)
        deeper = self.make_employee("Ngô Văn Quý", self.subgroup)
        beside = self.make_employee("Mai Thị Xuân", self.other_group)
        above = self.make_employee("Hà Văn Phú", self.division)
        people = here | deeper | beside | above
        self.assertEqual(people & self.offered(self.school), here | deeper | beside)
        self.assertEqual(people & self.offered(self.group), here | deeper)
        self.assertEqual(people & self.offered(self.department), above)

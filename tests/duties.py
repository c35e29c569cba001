"""The legal calendar of the world of the tests, on a day on which a school year has begun."""

from odoo.tests import freeze_time

from tests.common import DanChuCase

# In Viet Nam; the school year began on the 1st of September, that of the office in January.
TODAY = "2026-09-07 03:00:00"


@freeze_time(TODAY)
class DutyCase(DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.duties = cls.env["dan_chu.duty"].with_context(lang="en_US")
        cls.tasks = cls.env["dan_chu.task"]
        for unit in (cls.group, cls.office):
            for number in range(12):
                cls.make_employee(f"Viên chức {number}", unit)

    def setUp(self):
        super().setUp()
        self.registry.clear_cache()
        self.addCleanup(self.registry.clear_cache)

    def _duty(self, code):
        return self.env.ref(f"dan_chu_co_so.duty_{code.replace('.', '_')}")

    def _made(self, unit, code=None):
        duties = self._duty(code) if code else self.duties.search([])
        return self.tasks._of_duties(duties, [("unit_id", "=", unit.id)])

    def _make(self, units):
        made = self.duties._make_for(units)
        self.env.flush_all()
        return made

from odoo import models

from ..lib.clock import today
from ..lib.work_year import work_year


class Unit(models.Model):
    _inherit = "dan_chu.unit"

    def _work_years(self):
        """{unit id: (first day, last day) of the work year it is in today}."""
        day = today()
        return {unit.id: work_year(int(unit.work_year_month), day) for unit in self}

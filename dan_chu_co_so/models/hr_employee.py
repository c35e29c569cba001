from odoo import api, fields, models


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    dan_chu_unit_id = fields.Many2one(
        "dan_chu.unit",
        string="Democracy unit",
        compute="_compute_dan_chu_unit_id",
        store=True,
        readonly=False,
        index="btree_not_null",
        ondelete="restrict",
        help="The unit whose staff this person belongs to: head-counts, conferences and boards.",
    )

    @api.depends("department_id", "company_id")
    def _compute_dan_chu_unit_id(self):
        """The unit of the department, or of the nearest department above it that has one."""
        units = (
            self.env["dan_chu.unit"]
            .sudo()
            .search(["|", ("department_id", "!=", False), ("company_id", "!=", False)], order="id")
        )
        by_department = {unit.department_id.id: unit for unit in units if unit.department_id}
        by_company = {
            unit.company_id.id: unit
            for unit in reversed(units)
            if unit.company_id and not unit.department_id
        }
        for employee in self:
            department = employee.department_id.sudo()
            above = [int(key) for key in (department.parent_path or "").split("/") if key]
            nearest = next((key for key in reversed(above) if key in by_department), None)
            employee.dan_chu_unit_id = (
                by_department.get(nearest)
                or by_company.get(employee.company_id.id)
                or employee.dan_chu_unit_id
            )


class HrEmployeePublic(models.Model):
    _inherit = "hr.employee.public"

    dan_chu_unit_id = fields.Many2one("dan_chu.unit", string="Democracy unit", readonly=True)

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ..lib.clock import today


class Unit(models.Model):
    """The people of a unit. Names, titles and numbers only: HR's own fields stay with HR."""

    _inherit = "dan_chu.unit"

    head_id = fields.Many2one("hr.employee", index="btree_not_null", ondelete="set null")
    head_title = fields.Char(
        string="Title of the head", compute="_compute_head_title", store=True, readonly=False
    )
    deputy_ids = fields.Many2many(
        "hr.employee", "dan_chu_unit_deputy_rel", "unit_id", "employee_id", string="Deputies"
    )
    chief_accountant_id = fields.Many2one(
        "hr.employee", index="btree_not_null", ondelete="set null"
    )
    employee_ids = fields.One2many("hr.employee", "dan_chu_unit_id", string="Employees")
    employee_count = fields.Integer(
        string="Head-count",
        compute="_compute_employee_count",
        help="Staff of the unit and of its inner parts; not of the institutions below it.",
    )
    direct_employee_count = fields.Integer(
        string="Own head-count", compute="_compute_employee_count"
    )

    @api.depends("kind_id")
    def _compute_head_title(self):
        for unit in self:
            unit.head_title = unit.head_title or unit.kind_id.head_title

    def _compute_employee_count(self):
        """One query whatever the number of units, and none of it through HR's access rules."""
        self.env["dan_chu.unit"].flush_model(["institution_id", "parent_path"])
        self.env["hr.employee"].flush_model(["dan_chu_unit_id", "active"])
        query = SQL(
            """
            SELECT top.id, count(*), count(*) FILTER (WHERE part.id = top.id)
              FROM dan_chu_unit top
              JOIN dan_chu_unit part
                ON part.institution_id = top.institution_id
               AND part.parent_path LIKE top.parent_path || '%%'
              JOIN hr_employee staff ON staff.dan_chu_unit_id = part.id AND staff.active
             WHERE top.id = ANY(%s)
             GROUP BY top.id
            """,
            self._origin.ids,
        )
        counts = {unit_id: (inside, own) for unit_id, inside, own in self.env.execute_query(query)}
        for unit in self:
            unit.employee_count, unit.direct_employee_count = counts.get(unit._origin.id, (0, 0))

    def _adopt_department_staff(self):
        """Staff of the department that have no unit yet come into the one that stands for it."""
        for unit in self.sudo().filtered("department_id"):
            self.env["hr.employee"].sudo().search(
                [
                    ("department_id", "=", unit.department_id.id),
                    ("dan_chu_unit_id", "=", False),
                ]
            ).dan_chu_unit_id = unit

    def _inside(self):
        """The unit and its inner parts, without the institutions below it."""
        self.ensure_one()
        return self.env["dan_chu.unit"].search(
            [("institution_id", "=", self.institution_id.id), ("id", "child_of", self.id)]
        )

    def _people(self, role):
        """Users who hold the role today in the unit, or else in its institution."""
        self.ensure_one()
        lines = self.env["dan_chu.assignment"].sudo()
        in_force = lines._in_force_domain(today()) & Domain("role", "=", role)
        for unit in self | self.sudo().institution_id:
            held = lines.search(in_force & Domain("unit_id", "=", unit.id))
            if held:
                return held.user_id
        return lines.user_id

    def action_open_staff(self):
        """The public directory: names and titles, for those without HR rights as well."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Staff of %s", self.name),
            "res_model": "hr.employee.public",
            "view_mode": "list,kanban,form",
            "domain": [("dan_chu_unit_id", "in", self._inside().ids)],
        }

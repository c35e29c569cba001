from odoo import api, fields, models
from odoo.exceptions import AccessError

from .owner_unit import OwnerUnit


class Discipline(models.Model):
    """What keeps a person or a collective from being commended for a time: under discipline,
    being considered for it, under inspection. Kept by the officers of the house and read by its
    head; a nomination shows that there is something, and until when."""

    _name = "dan_chu.discipline"
    _description = "What keeps from being commended"
    _inherit = ["dan_chu.unit.owned", "dan_chu.readable.links"]
    _order = "date_from desc, id desc"

    unit_id = OwnerUnit(
        string="Kept by",
        default=lambda self: self.env["dan_chu.movement"]._default_unit(),
    )
    name = fields.Char(compute="_compute_name", store=True, precompute=True)
    employee_id = fields.Many2one(
        "hr.employee", string="Person", index="btree_not_null", ondelete="restrict"
    )
    subject_unit_id = fields.Many2one(
        "dan_chu.unit", string="Collective", index="btree_not_null", ondelete="restrict"
    )
    kind = fields.Selection(
        [
            ("discipline", "Under discipline"),
            ("considered", "Discipline is being considered"),
            ("inspection", "Under inspection or investigation"),
        ],
        required=True,
        default="discipline",
    )
    paper = fields.Char(string="By which paper", help="Quyết định số 12/QĐ-THPT ngày …")
    date_from = fields.Date(string="From", required=True)
    date_to = fields.Date(string="Until", help="The last day. Empty: not over yet.")

    _ends_after_start = models.Constraint(
        "CHECK(date_to >= date_from)", "It cannot end before it begins."
    )
    _somebody = models.Constraint(
        "CHECK((employee_id IS NULL) <> (subject_unit_id IS NULL))",
        "Name the person, or the collective.",
    )

    @api.depends("employee_id", "subject_unit_id")
    def _compute_name(self):
        for row in self:
            row.name = row.employee_id.sudo().name or row.subject_unit_id.sudo().name

    @api.model_create_multi
    def create(self, vals_list):
        self._check_links(vals_list)
        rows = super().create(vals_list)
        rows._check_may_keep()
        return rows

    def write(self, vals):
        self._check_links([vals])
        self._check_may_keep()
        res = super().write(vals)
        self._check_may_keep()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_only_of_others(self):
        self._check_may_keep()

    def _check_may_keep(self):
        """The officers, and none of them what is on record about themselves."""
        self._require_role("officer")
        if not self.env.su and self.env.user in self.sudo().employee_id.user_id:
            raise AccessError(
                self.env._("What is on record about you yourself is kept by another officer.")
            )

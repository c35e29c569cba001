from odoo import api, fields, models
from odoo.exceptions import UserError

from .owner_unit import OwnerUnit

# The roles of a board, as a council calls them.
ROLES = [
    ("head", "Chair of the council"),
    ("deputy", "Deputy chair of the council"),
    ("secretary", "Secretary"),
    ("member", "Member"),
]


class CouncilAttendance(models.Model):
    """A member of the council at a session: present, or absent for a reason."""

    _name = "dan_chu.council.attendance"
    _description = "Member at a session of the council"
    _inherit = ["dan_chu.unit.owned", "dan_chu.frozen"]
    _order = "session_id, sequence, id"
    _frozen_how = "of_council"

    session_id = fields.Many2one(
        "dan_chu.council.session", required=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit(
        related="session_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    member_id = fields.Many2one(
        "dan_chu.board.member", required=True, readonly=True, index=True, ondelete="restrict"
    )
    employee_id = fields.Many2one(
        "hr.employee", string="Person", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    sequence = fields.Integer(readonly=True)
    name = fields.Char(required=True, readonly=True)
    position = fields.Char(string="Office held", readonly=True)
    role = fields.Selection(ROLES, string="In the council", readonly=True)
    is_present = fields.Boolean(string="Present", default=True)
    absence_reason = fields.Char(string="Why absent")

    _once = models.UniqueIndex("(session_id, member_id)", "This member is on the list already.")

    @api.model_create_multi
    def create(self, vals_list):  # pylint: disable=method-required-super
        raise UserError(self.env._("The list of a session is made from the council."))

    def write(self, vals):
        if vals.keys() - {"is_present", "absence_reason"}:
            raise UserError(self.env._("The list of a session is made from the council."))
        self.session_id._require_running()
        self.session_id._require_state("draft")
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_draft(self):
        self.session_id._require_state("draft")

    @api.model
    def _add(self, vals_list):
        """As they are called in the council today."""
        members = self.env["dan_chu.board.member"].sudo()
        return super().create(
            [
                {
                    **vals,
                    "employee_id": member.employee_id.id,
                    "sequence": member.sequence,
                    "name": member.name,
                    "position": member.position,
                    "role": member.role,
                }
                for vals in vals_list
                for member in members.browse(vals["member_id"])
            ]
        )

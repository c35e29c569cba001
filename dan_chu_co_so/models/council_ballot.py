from odoo import fields, models

from .owner_unit import OwnerUnit

CHOICES = [("for", "For"), ("against", "Against"), ("blank", "No opinion")]


class CommendationBallot(models.Model):
    """The vote of a member of the council on a nomination, by name. It never changes."""

    _name = "dan_chu.commendation.ballot"
    _description = "Vote of a member of the council"
    _inherit = ["dan_chu.append.only", "dan_chu.unit.owned"]
    _order = "line_id, id"
    _rec_name = "name"
    _frozen_how = "council_ballot"

    line_id = fields.Many2one(
        "dan_chu.council.line", required=True, index=True, ondelete="restrict"
    )
    session_id = fields.Many2one(
        "dan_chu.council.session", required=True, index=True, ondelete="restrict"
    )
    unit_id = OwnerUnit(
        related="session_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    attendance_id = fields.Many2one(
        "dan_chu.council.attendance",
        string="Member",
        required=True,
        index=True,
        ondelete="restrict",
    )
    name = fields.Char(string="Name of the member", required=True)
    choice = fields.Selection(CHOICES, required=True)
    cast_by_id = fields.Many2one(
        "res.users", string="From the account", required=True, index=True, ondelete="restrict"
    )
    cast_on = fields.Datetime(required=True, default=fields.Datetime.now)

    _once = models.UniqueIndex(
        "(line_id, attendance_id)", "Each member votes once on a nomination."
    )

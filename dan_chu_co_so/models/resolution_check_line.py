from odoo import api, fields, models
from odoo.exceptions import UserError

from .owner_unit import OwnerUnit
from .task import STATES


class ResolutionCheckLine(models.Model):
    """One commitment at one check: how its task stands, and what was found in words."""

    _name = "dan_chu.resolution.check.line"
    _description = "Commitment at a check"
    _inherit = ["dan_chu.unit.owned"]
    _order = "check_id, sequence, id"

    check_id = fields.Many2one(
        "dan_chu.resolution.check", required=True, readonly=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit(
        related="check_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    sequence = fields.Integer(default=10, readonly=True)
    commitment_id = fields.Many2one(
        "dan_chu.resolution.commitment",
        string="As resolved",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    name = fields.Char(string="Commitment", readonly=True)
    who = fields.Char(string="Carried out by", readonly=True)
    kept_state = fields.Selection(STATES, readonly=True)
    kept_deadline = fields.Date(readonly=True)
    kept_is_late = fields.Boolean(readonly=True)
    state = fields.Selection(STATES, compute="_compute_now", compute_sudo=True)
    date_deadline = fields.Date(string="Deadline", compute="_compute_now", compute_sudo=True)
    is_late = fields.Boolean(string="Late", compute="_compute_now", compute_sudo=True)
    reported = fields.Text(
        compute="_compute_now", compute_sudo=True, help="The result of the task."
    )
    found = fields.Text(help="Empty: what was reported. It goes to all the staff.")

    @api.depends("check_id.state", "commitment_id")
    def _compute_now(self):
        """Until the check is settled as the task stands now, afterwards as it stood then."""
        for line in self:
            row, is_open = line.commitment_id, line.check_id.state == "open"
            line.state = row.task_state if is_open else line.kept_state
            line.date_deadline = row.task_deadline if is_open else line.kept_deadline
            line.is_late = row.is_late if is_open else line.kept_is_late
            line.reported = row.task_ids[:1].result if is_open else False

    def write(self, vals):
        if vals.keys() - {"found"}:
            raise UserError(
                self.env._("At a check one writes what was found; the rest comes from the task.")
            )
        for check in self.check_id:
            check._check_may_write({"line_ids"}, check.is_on_paper)
        return super().write(vals)

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise UserError(self.env._("The lines of a check are the commitments resolved."))
        return super().create(vals_list)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("The lines of a check are the commitments resolved."))

    def _keep(self):
        """As it stands on the day of the check."""
        for line in self:
            super(ResolutionCheckLine, line).write(
                {
                    "kept_state": line.state,
                    "kept_deadline": line.date_deadline,
                    "kept_is_late": line.is_late,
                    "found": line.found or line.reported,
                }
            )

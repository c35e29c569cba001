from odoo import api, fields, models
from odoo.exceptions import UserError

from .owner_unit import OwnerUnit


class ConferencePart(models.AbstractModel):
    """A row of a conference: it is reached with it, and rests when it does."""

    _name = "dan_chu.conference.part"
    _description = "Part of a conference"
    _inherit = ["dan_chu.unit.owned", "dan_chu.frozen"]
    _order = "sequence, id"
    # In which states of the conference such rows change.
    _open_in = ("draft", "called")
    _frozen_how = "of_conference"

    conference_id = fields.Many2one(
        "dan_chu.conference", required=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit(
        related="conference_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    conference_state = fields.Selection(
        related="conference_id.state", string="State of the conference"
    )
    sequence = fields.Integer(default=10)
    is_joint = fields.Boolean(compute="_compute_is_joint")

    def init(self):
        if self._frozen_how != "of_conference" or "closed" not in self._open_in:
            super().init()

    @api.depends("conference_id.body_ids")
    def _compute_is_joint(self):
        for row in self:
            row.is_joint = bool(row.conference_id.sudo().body_ids)

    @api.model_create_multi
    def create(self, vals_list):
        default = self.env.context.get("default_conference_id")
        named = {vals.get("conference_id", default) for vals in vals_list} - {None, False}
        conferences = self.env["dan_chu.conference"].browse(named)
        conferences.check_access("write")
        self._check_open(conferences)
        self._check_links(vals_list)
        kept = [{name: vals[name] for name in vals if name != "unit_id"} for vals in vals_list]
        return super().create(kept)

    def write(self, vals):
        if vals.keys() & {"conference_id", "unit_id"}:
            raise UserError(self.env._("A row stays with its conference."))
        self._check_open(self.conference_id)
        self._check_links([vals])
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_resting(self):
        self._check_open(self.conference_id)

    @api.model
    def _check_open(self, conferences):
        for conference in conferences:
            if conference.state not in self._open_in:
                raise UserError(
                    self.env._(
                        "“%(name)s” is “%(state)s”: this part of it does not change any more.",
                        name=conference.display_name,
                        state=conference._state_name(),
                    )
                )

    def _put(self, vals):
        """What is done by a button or by the desk, past the guard of the model."""
        return super().write(vals)

    @api.model
    def _add(self, vals_list):
        """Rows that a button adds, past the guard of the model."""
        return super().create(vals_list)

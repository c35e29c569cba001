from odoo import api, models
from odoo.exceptions import UserError


class Stated(models.AbstractModel):
    """A record whose buttons ask in which state it is."""

    _name = "dan_chu.stated"
    _description = "With a state that its buttons ask for"

    def _state_name(self):
        self.ensure_one()
        return self._state_names()[self.state]

    @api.model
    def _state_names(self):
        return dict(self._fields["state"]._description_selection(self.env))

    def _require_state(self, *states):
        for record in self.filtered(lambda record: record.state not in states):
            names = self._state_names()
            raise UserError(
                self.env._(
                    "“%(name)s” is “%(state)s”: this is done while it is %(states)s.",
                    name=record.display_name,
                    state=names[record.state],
                    states=" / ".join(f"“{names[state]}”" for state in states),
                )
            )

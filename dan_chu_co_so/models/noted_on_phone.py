from datetime import timedelta
from uuid import UUID

from odoo import api, fields, models
from odoo.exceptions import UserError


class NotedOnPhone(models.AbstractModel):
    """Rows written in a browser over a connection that drops: sent again until the server has
    confirmed them, and known by the key that the browser made."""

    _name = "dan_chu.noted.on.phone"
    _description = "Row sent from a phone"

    @api.model
    def _values(self, values):
        if not isinstance(values, dict):
            raise UserError(self.env._("The phone sent nothing that can be read: send it again."))
        return values

    @api.model
    def _key(self, values):
        try:
            return str(UUID(values.get("client_key")))
        except (AttributeError, TypeError, ValueError):
            raise UserError(
                self.env._("The phone sent no key, or one that is not a UUID: load the page again.")
            ) from None

    @api.model
    def _moment(self, seconds_ago, longest):
        """By the clock of the server: that of a phone may be wrong, but its seconds are not."""
        try:
            ago = timedelta(seconds=max(0, int(seconds_ago or 0)))
        except (TypeError, ValueError, OverflowError):
            ago = timedelta()
        return fields.Datetime.now() - (ago if ago <= longest else timedelta())

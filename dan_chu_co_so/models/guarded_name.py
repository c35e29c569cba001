from odoo import SUPERUSER_ID, api, models


class GuardedName(models.AbstractModel):
    """A name that is told only to those who may read the row."""

    _name = "dan_chu.guarded.name"
    _description = "Name for readers only"

    @api.depends_context("uid")
    def _compute_display_name(self):
        """Odoo reads the name behind a many2one with the rights of the system, even when the
        value was chosen by whoever asks: a subject would be known to all who can count."""
        self._name_for_readers()
        if not self.env.su or self.env.uid == SUPERUSER_ID:
            return
        saved = self._origin
        readable = set(saved.sudo(False)._filtered_access("read")._ids)
        for row in self:
            if row._origin and row._origin.id not in readable:
                row.display_name = self.env._("No access")

    def _name_for_readers(self):
        """Sets `display_name`, for kinds of rows that are not called by one field."""
        super()._compute_display_name()

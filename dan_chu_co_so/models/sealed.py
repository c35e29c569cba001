from odoo import api, models


class Sealed(models.AbstractModel):
    """A row on which the members of one board work, and nobody else: neither the head of the
    house nor its officers. Without such a board it is a row of its unit as any other."""

    _name = "dan_chu.sealed"
    _description = "Row of a board that works by itself"
    _inherit = ["dan_chu.sealed.mark", "dan_chu.unit.owned"]

    @api.depends("sealed_board_id")
    @api.depends_context("uid")
    def _compute_may_handle(self):
        super()._compute_may_handle()
        user = self.env.user
        for row in self:
            board = row.sealed_board_id.id
            if board:
                row.may_handle = board in user._dan_chu_boards()
                row.may_sign = board in user._dan_chu_boards(True)

    def _require_role(self, *roles):
        """A member stands where an officer would, the head of the board where the head would."""
        sealed = self.filtered("sealed_board_id")
        super(Sealed, self - sealed)._require_role(*roles)
        sealed.sealed_board_id._require_member(leads="officer" not in roles)

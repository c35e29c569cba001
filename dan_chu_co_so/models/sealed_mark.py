from odoo import api, fields, models
from odoo.exceptions import UserError


class SealedMark(models.AbstractModel):
    """The board on whose members alone a row depends: given by what the row is begun in, and
    set or taken off by nobody. Of a part it is that of the whole."""

    _name = "dan_chu.sealed.mark"
    _description = "Row that knows the board it is of"

    sealed_board_id = fields.Many2one(
        "dan_chu.board",
        string="Worked on by the members of",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )

    @api.constrains("sealed_board_id")
    def _check_seal_of_the_whole(self):
        """A related field is taken from what is created, if it is named there."""
        path = self._fields["sealed_board_id"].related
        for row in self.sudo():
            if path and row.sealed_board_id != row.mapped(path):
                self._refuse_seal()

    def write(self, vals):
        if "sealed_board_id" in vals:
            self._refuse_seal()
        return super().write(vals)

    def _refuse_seal(self):
        raise UserError(
            self.env._("Whose members work on a row is settled when it is begun, not by hand.")
        )

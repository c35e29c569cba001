from odoo import api, fields, models
from odoo.exceptions import UserError

from .owner_unit import OwnerUnit


class PetitionFile(models.Model):
    """A file that came with a petition: for the members of the board, as all that names people."""

    _name = "dan_chu.petition.file"
    _description = "File of a petition"
    _inherit = ["dan_chu.evidence", "dan_chu.sealed"]
    _order = "id"
    _may_change = set()

    petition_id = fields.Many2one("dan_chu.petition", required=True, index=True, ondelete="cascade")
    petition_kind = fields.Selection(related="petition_id.kind", store=True, precompute=True)
    unit_id = OwnerUnit(related="petition_id.unit_id", store=True, index=True, precompute=True)
    sealed_board_id = fields.Many2one(
        related="petition_id.sealed_board_id",
        store=True,
        index="btree_not_null",
        precompute=True,
        copy=False,
    )

    _none_of_a_denunciation = models.Constraint(
        "CHECK(petition_kind = 'petition')",
        "A denunciation is not handled here: no file of it is kept "
        "(Luật 10/2022/QH15, Điều 58 khoản 2, Điều 61 khoản 7).",
    )

    @api.model_create_multi
    def create(self, vals_list):
        default = self.env.context.get("default_petition_id")
        named = [vals.get("petition_id", default) for vals in vals_list]
        petitions = self.env["dan_chu.petition"].browse(set(named) - {None, False})
        petitions.check_access("write")
        petitions._check_may_complete()
        return super().create(
            [
                {
                    "petition_id": petition_id,
                    "name": vals.get("name"),
                    "data": vals.get("data"),
                }
                for vals, petition_id in zip(vals_list, named, strict=True)
            ]
        )

    def unlink(self):
        self.petition_id._check_may_complete()
        return super().unlink()


class Petition(models.Model):
    _inherit = "dan_chu.petition"

    def _check_may_complete(self):
        """What came on paper is completed until it is taken up; what was handed in is as it was."""
        if self.env.su:
            return
        for petition in self:
            if petition.door != "paper" or petition.state != "new":
                raise UserError(
                    self.env._(
                        "“%s”: what was handed in stays as it was said.", petition.display_name
                    )
                )

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class Document(models.Model):
    """The paper of a board: its name and symbol, and who works on it."""

    _inherit = "dan_chu.document"

    board_id = fields.Many2one(
        "dan_chu.board", index="btree_not_null", ondelete="restrict", copy=True
    )

    @api.constrains("unit_id", "board_id")
    def _check_board_is_of_the_unit(self):
        for document in self.filtered("board_id"):
            if document.board_id.unit_id != document.unit_id:
                raise ValidationError(
                    self.env._(
                        "“%(board)s” is not a board of %(unit)s.",
                        board=document.board_id.display_name,
                        unit=document.unit_id.name,
                    )
                )

    def write(self, vals):
        if vals.keys() & {"board_id", "sealed_board_id"}:
            raise UserError(
                self.env._("A paper stays with the board that began it: begin another one.")
            )
        return super().write(vals)

    def _begun(self, vals):
        """Who works on it is settled by the board it is begun for, and by nothing else."""
        board = self.env["dan_chu.board"].browse(vals.get("board_id") or ())
        if board:
            board.check_access("read")
            leader = board.sudo().head_id
            vals = {
                "board_name": board.name,
                "board_code": board.symbol,
                "archive": ", ".join(filter(None, ("VT", board.symbol))),
                "signatory_ids": [
                    fields.Command.create(
                        {
                            "on_behalf": board.name,
                            "form": "own",
                            "own_title": board.kind_id.head_title,
                            "name": leader.name,
                            "employee_id": leader.employee_id.id,
                        }
                    )
                ],
                **vals,
                "unit_id": vals.get("unit_id") or board.unit_id.id,
            }
        vals = {**vals, "sealed_board_id": board.id if board.is_sealed else False}
        return super()._begun(vals)

    def _signers(self):
        if not self.sealed_board_id:
            return super()._signers()
        named = self.sudo().signatory_ids.employee_id.user_id
        return named or self.sealed_board_id.sudo().head_id.employee_id.user_id


class DocumentPart(models.AbstractModel):
    _name = "dan_chu.document.part"
    _inherit = ["dan_chu.sealed.mark", "dan_chu.document.part"]

    sealed_board_id = fields.Many2one(
        related="document_id.sealed_board_id", store=True, index="btree_not_null", precompute=True
    )


class DocumentStep(models.Model):
    _inherit = "dan_chu.document.step"

    sealed_board_id = fields.Many2one(
        related="document_id.sealed_board_id", store=True, index="btree_not_null", precompute=True
    )


class Revision(models.Model):
    """What a board issues stays in its house; some of it, with those it is sent to."""

    _inherit = "dan_chu.revision"

    sealed_board_id = fields.Many2one(
        "dan_chu.board", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    is_closed = fields.Boolean(string="For the board and those it is sent to", readonly=True)
    is_to_head = fields.Boolean(string="To the head of the house", readonly=True)


class Delivery(models.Model):
    """Who keeps the papers of the house does not see to whom a board has written, and of what."""

    _inherit = "dan_chu.delivery"

    sealed_board_id = fields.Many2one(
        related="document_id.sealed_board_id", store=True, index="btree_not_null", precompute=True
    )

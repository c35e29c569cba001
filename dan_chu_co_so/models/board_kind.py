from odoo import fields, models
from odoo.exceptions import UserError

# What boards rest on once there are some.
_SETTLED = {"code", "is_sealed", "is_of_residents"}


class BoardKind(models.Model):
    """What sort of board it is (ban, hội đồng, tổ), and the rules it obeys."""

    _name = "dan_chu.board.kind"
    _description = "Kind of board"
    _order = "sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(
        string="Short code",
        required=True,
        help="The prefix of its rules: inspectorate in inspectorate.size.",
    )
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    symbol = fields.Char(help="Of its own papers: TTND in 03/BC-TTND.")
    head_title = fields.Char(default="Trưởng ban", required=True)
    deputy_title = fields.Char(default="Phó Trưởng ban", required=True)
    member_title = fields.Char(default="Ủy viên", required=True)
    has_secretary = fields.Boolean(string="Has a secretary", default=True)
    is_sealed = fields.Boolean(
        string="Works by itself",
        help="Its working papers and findings are for its members alone, who are people's "
        "inspectors for as long as they are members.",
    )
    is_of_residents = fields.Boolean(
        string="Members are residents", help="Named by words: they are nobody's employees."
    )
    note = fields.Text()

    _unique_code = models.Constraint("UNIQUE(code)", "Another kind of board has this code.")

    def write(self, vals):
        for kind in self:
            changed = {name for name in _SETTLED & vals.keys() if vals[name] != kind[name]}
            if changed and self.env["dan_chu.board"].sudo().search_count(
                [("kind_id", "=", kind.id)], limit=1
            ):
                raise UserError(
                    self.env._(
                        "There are boards of the kind “%s”: who reads their papers, and by "
                        "which rules they go, does not change. Make another kind.",
                        kind.name,
                    )
                )
        return super().write(vals)

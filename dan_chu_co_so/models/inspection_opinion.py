from odoo import fields, models


class InspectionOpinion(models.Model):
    """What a member says of the conclusion (ý kiến của thành viên): each writes the own one."""

    _name = "dan_chu.inspection.opinion"
    _description = "Opinion of a member"
    _inherit = ["dan_chu.inspection.part"]
    _order = "id"
    _rec_name = "board_member_id"

    board_member_id = fields.Many2one(
        "dan_chu.board.member", string="Member", required=True, index=True, ondelete="restrict"
    )
    answer = fields.Selection(
        [("yes", "Agrees"), ("no", "Does not agree"), ("other", "Another view")], required=True
    )
    text = fields.Text(string="In words")
    given_on = fields.Datetime(readonly=True, copy=False)
    recorded_by_id = fields.Many2one(
        "res.users",
        string="Recorded by",
        readonly=True,
        copy=False,
        ondelete="restrict",
        help="Of a member without an account, who said it in the meeting.",
    )

    _one_each = models.Constraint(
        "UNIQUE(inspection_id, board_member_id)", "This member has already given an opinion."
    )

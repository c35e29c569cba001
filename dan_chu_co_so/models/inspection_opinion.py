from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class InspectionOpinion(models.Model):
    """What a member says of the conclusion (ý kiến của thành viên): each writes the own one."""

    _name = "dan_chu.inspection.opinion"
    _description = "Opinion of a member"
    _inherit = ["dan_chu.inspection.part", "dan_chu.frozen"]
    _frozen_how = "inspection"
    _order = "id"
    _rec_name = "board_member_id"
    _open_in = ("under_way",)

    board_member_id = fields.Many2one(
        "dan_chu.board.member",
        string="Member",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self._default_member(),
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
    _other_view_in_words = models.Constraint(
        "CHECK(answer <> 'other' OR coalesce(trim(text), '') <> '')",
        "Write the other view in words.",
    )

    @api.model
    def _default_member(self):
        board = (
            self.env["dan_chu.inspection"]
            .browse(self.env.context.get("default_inspection_id") or ())
            .board_id
        )
        return board and board._member_of(self.env.user)

    @api.model_create_multi
    def create(self, vals_list):
        settled = {"given_on": fields.Datetime.now(), "recorded_by_id": self.env.uid}
        opinions = super().create([{**vals, **settled} for vals in vals_list])
        opinions._check_is_own()
        return opinions

    def write(self, vals):
        if vals.keys() - {"answer", "text"}:
            raise UserError(self.env._("An opinion stays that of its member."))
        self._check_is_own()
        settled = {"given_on": fields.Datetime.now(), "recorded_by_id": self.env.uid}
        return super().write({**vals, **settled})

    @api.ondelete(at_uninstall=False)
    def _unlink_except_of_others(self):
        self._check_is_own()

    def _check_is_own(self):
        """Nobody signs for another; for a member without an account, what was said is recorded."""
        for opinion in self:
            member = opinion.board_member_id
            if member.board_id != opinion.inspection_id.board_id:
                raise UserError(
                    self.env._(
                        "%(person)s is not a member of the board that makes “%(name)s”.",
                        person=member.name,
                        name=opinion.inspection_id.name,
                    )
                )
            if member not in opinion.inspection_id._members_who_decide():
                raise UserError(
                    self.env._(
                        "%s is not a member today: a mandate that has ended, or was not "
                        "recognised, neither acts nor signs.",
                        member.name,
                    )
                )
            user = member.sudo().employee_id.user_id
            if not self.env.su and user and user != self.env.user:
                raise AccessError(
                    self.env._("%s gives the own opinion, and nobody else does.", member.name)
                )

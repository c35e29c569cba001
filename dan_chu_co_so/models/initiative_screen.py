from odoo import api, fields, models
from odoo.fields import Domain

from .initiative import LIVING, OPEN


class Initiative(models.Model):
    """What the form offers to whom: the actions ask for themselves."""

    _inherit = "dan_chu.initiative"

    is_mine = fields.Boolean(string="Begun by me", compute="_compute_may", search="_search_is_mine")
    is_of_house = fields.Boolean(
        string="Of my unit", compute="_compute_may", search="_search_is_of_house"
    )
    movement_name = fields.Char(
        related="movement_id.name",
        string="Of the movement",
        help="Told to all who read the model, also where the movement itself is not open.",
    )
    form_kind = fields.Selection(related="movement_id.form", string="Asked for on the form")
    may_describe = fields.Boolean(compute="_compute_may")
    may_show = fields.Boolean(compute="_compute_may")
    may_report = fields.Boolean(compute="_compute_may")
    may_judge = fields.Boolean(compute="_compute_may")
    may_judge_above = fields.Boolean(compute="_compute_may")
    may_recognise = fields.Boolean(compute="_compute_may")
    may_take_over = fields.Boolean(compute="_compute_may")

    @api.depends("state", "unit_id", "movement_id", "proposer_id", "kind")
    @api.depends_context("uid")
    def _compute_may(self):
        user = self.env.user
        of_house = user._dan_chu_reach("staff")
        officer, head = user._dan_chu_reach("officer"), user._dan_chu_reach("head")
        for row in self:
            is_officer = row.unit_id.id in officer
            holds = any(row.addressee_unit_id.id in reach for reach in (officer, head))
            is_own = not row.proposer_id or row._is_own_draft()
            row.is_mine = row.proposer_id == user
            row.is_of_house = row.unit_id.id in of_house
            row.may_describe = row.state in OPEN and (is_officer or is_own)
            row.may_show = row.state in (*OPEN, *LIVING) and (is_officer or is_own)
            row.may_report = row.state in LIVING and (is_officer or row.is_mine)
            row.may_judge = row.state in LIVING and is_officer
            row.may_judge_above = row.state in LIVING and row.addressee_unit_id.id in officer
            row.may_recognise = row.state in LIVING and (
                holds or is_officer or row.unit_id.id in head
            )
            row.may_take_over = bool(
                of_house and row.kind == "model" and row.state not in ("draft", "withdrawn")
            )

    def _search_is_mine(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("proposer_id", "=" if True in value else "!=", self.env.uid)

    def _search_is_of_house(self, operator, value):
        if operator != "in":
            return NotImplemented
        reach = list(self.env.user._dan_chu_reach("staff"))
        return Domain("unit_id", "in" if True in value else "not in", reach)

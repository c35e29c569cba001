from textwrap import shorten

from odoo import api, fields, models
from odoo.exceptions import ValidationError

KINDS = [
    ("strength", "Strength"),
    ("shortcoming", "Shortcoming"),
    ("violation", "Sign of a violation of the law"),
]


class Finding(models.Model):
    """What somebody noted on the spot (nội dung ghi nhận).

    It has one author, and nobody else writes into it: two members who note at once have two
    lines, and who sees it otherwise adds a line that names this one. Once the inspection is
    concluded nothing of it changes.
    """

    _name = "dan_chu.finding"
    _description = "Finding"
    _inherit = ["dan_chu.inspection.part", "dan_chu.frozen"]
    _order = "noted_on desc, id desc"
    _rec_names_search = ["text"]
    _open_in = ("under_way", "concluded", "followed_up")
    _frozen_how = "inspection"

    inspection_id = fields.Many2one(ondelete="restrict")
    item_id = fields.Many2one(
        "dan_chu.inspection.item",
        string="Checklist item",
        index="btree_not_null",
        ondelete="restrict",
    )
    finding_kind = fields.Selection(KINDS, string="Kind", required=True)
    text = fields.Text(string="What was found", required=True)
    noted_on = fields.Datetime(
        string="Noted on", required=True, default=lambda self: fields.Datetime.now()
    )
    author_id = fields.Many2one(
        "res.users",
        string="Noted by",
        required=True,
        readonly=True,
        copy=False,
        ondelete="restrict",
    )
    noted_by_id = fields.Many2one(
        "dan_chu.board.member",
        string="As a member",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    present = fields.Char(string="Who was present")
    client_key = fields.Char(
        string="Key made by the phone",
        readonly=True,
        copy=False,
        help="Sent again after a broken connection, it is the same finding.",
    )
    corrects_id = fields.Many2one(
        "dan_chu.finding",
        string="Corrects, or adds to",
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    correction_ids = fields.One2many(
        "dan_chu.finding", "corrects_id", string="Corrections and additions", readonly=True
    )
    evidence_ids = fields.One2many(
        "dan_chu.finding.evidence", "finding_id", string="Photos and files"
    )
    informant_ids = fields.One2many(
        "dan_chu.informant",
        "finding_id",
        string="Who told the board",
        groups="dan_chu_co_so.group_inspector",
    )
    may_change = fields.Boolean(compute="_compute_may_change")

    _one_of_a_key = models.UniqueIndex(
        "(client_key) WHERE client_key IS NOT NULL", "This finding has already been taken in."
    )
    _corrects_another = models.Constraint(
        "CHECK(corrects_id <> id)", "A finding does not correct itself."
    )
    _of_board = models.Index("(sealed_board_id, noted_on DESC, id DESC)")

    @api.depends("text")
    def _name_for_readers(self):
        for finding in self:
            words = shorten(finding.text or "", 80, placeholder=" …")
            finding.display_name = words or self.env._("New finding")

    @api.depends("inspection_id.state", "author_id")
    @api.depends_context("uid")
    def _compute_may_change(self):
        for finding in self:
            is_new = not finding._origin.id
            is_own = finding.author_id == self.env.user
            finding.may_change = is_new or (
                is_own and finding.inspection_id.sudo().state == "under_way"
            )

    @api.constrains("text")
    def _check_says_something(self):
        for finding in self:
            if not finding.text.strip():
                raise ValidationError(self.env._("Write in a few words what was found."))

    @api.constrains("item_id", "corrects_id", "inspection_id")
    def _check_of_one_inspection(self):
        for finding in self:
            named = finding.item_id.inspection_id | finding.corrects_id.inspection_id
            if named - finding.inspection_id:
                raise ValidationError(
                    self.env._(
                        "The checklist item, or the finding that is corrected, is not one of “%s”.",
                        finding.inspection_id.display_name,
                    )
                )

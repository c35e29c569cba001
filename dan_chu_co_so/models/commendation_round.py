from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..lib.clock import today
from ..lib.work_year import work_year
from .owner_unit import OwnerUnit

STATES = [
    ("draft", "Being prepared"),
    ("open", "Nominations are taken"),
    ("council", "Before the council"),
    ("decided", "Decided"),
    ("closed", "Closed"),
    ("cancelled", "Cancelled"),
]
_BEHIND_BUTTONS = {"state", "opened_on", "decided_on", "closed_on", "cancel_reason"}
YEARS = range(1945, 2200)


class CommendationRound(models.Model):
    """A round of commendations (đợt xét thi đua, khen thưởng) of an institution."""

    _name = "dan_chu.commendation.round"
    _description = "Round of commendations"
    _inherit = [
        "dan_chu.unit.owned",
        "dan_chu.stated",
        "dan_chu.thread",
        "dan_chu.folded.search",
        "dan_chu.readable.links",
    ]
    _order = "date_from desc, id desc"
    _folded_fields = ("name",)

    unit_id = OwnerUnit(default=lambda self: self._default_unit())
    name = fields.Char(string="Round", required=True)
    occasion = fields.Selection(
        [
            ("year", "The year's work"),
            ("movement", "A movement"),
            ("years", "Several years"),
            ("sudden", "Sudden merit"),
        ],
        required=True,
        default="year",
    )
    movement_id = fields.Many2one(
        "dan_chu.movement", string="Of the movement", index="btree_not_null", ondelete="restrict"
    )
    work_year = fields.Char(
        compute="_compute_work_year", store=True, readonly=False, precompute=True, index=True
    )
    years_text = fields.Char(string="Years covered", help="As printed: giai đoạn 2021 - 2026.")
    date_from = fields.Date(
        string="Day of the round",
        required=True,
        default=lambda self: today(),
        index=True,
        help="What the law says on that day holds for the round.",
    )
    deadline = fields.Date(string="Nominations until")
    award_ids = fields.Many2many(
        "dan_chu.award", "dan_chu_commendation_round_award_rel", string="Awards"
    )
    participant_ids = fields.One2many(
        "dan_chu.commendation.participant", "round_id", string="Units that nominate"
    )
    board_id = fields.Many2one(
        "dan_chu.board", string="Council", index="btree_not_null", ondelete="restrict"
    )
    commendation_ids = fields.One2many("dan_chu.commendation", "round_id", string="Nominations")
    note = fields.Html(string="What the round asks for")
    state = fields.Selection(
        STATES, default="draft", required=True, readonly=True, copy=False, index=True
    )
    opened_on = fields.Datetime(string="Opened", readonly=True, copy=False)
    decided_on = fields.Date(readonly=True, copy=False)
    closed_on = fields.Datetime(string="Round closed", readonly=True, copy=False)

    _deadline_in_it = models.Constraint(
        "CHECK(deadline >= date_from)", "Nominations end on the day of the round or later."
    )

    @api.depends("unit_id", "date_from")
    def _compute_work_year(self):
        for row in self:
            month = int(row.unit_id.sudo().work_year_month or "1")
            day = row.date_from or today()
            if day.year not in YEARS:
                row.work_year = False
                continue
            first, last = work_year(month, day)
            row.work_year = str(first.year) if month == 1 else f"{first.year}-{last.year}"

    @api.constrains("date_from", "deadline")
    def _check_years(self):
        for row in self:
            for day in filter(None, (row.date_from, row.deadline)):
                if day.year not in YEARS:
                    raise ValidationError(
                        self.env._("“%s” is no year of a round.", f"{day.year:04}")
                    )

    @api.constrains("unit_id")
    def _check_institution(self):
        for row in self:
            if not row.unit_id.is_institution:
                raise ValidationError(
                    self.env._("A round is held by an institution, not by an inner part of it.")
                )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_links(vals_list)
        begun = {**dict.fromkeys(_BEHIND_BUTTONS, False), "state": "draft"}
        rounds = super().create([{**vals, **begun} for vals in vals_list])
        rounds._require_role("officer")
        return rounds

    def write(self, vals):
        if vals.keys() & _BEHIND_BUTTONS:
            raise UserError(
                self.env._("What becomes of a round is done by its buttons, not by hand.")
            )
        self._check_links([vals])
        if vals.keys() - self.env["dan_chu.thread"]._fields.keys() - {"commendation_ids"}:
            self._require_role("officer")
            # The house that examines is the one to which the units handed in.
            self._require_state("draft", *(() if "unit_id" in vals else ("open", "council")))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_draft(self):
        for row in self.filtered(lambda row: row.state != "draft"):
            raise UserError(self.env._("“%s” was opened and stays on record: cancel it.", row.name))

    def _put(self, vals):
        """What the buttons settle."""
        return super().write(vals)

    @api.model
    def _default_unit(self):
        return self.env["dan_chu.movement"]._default_unit()

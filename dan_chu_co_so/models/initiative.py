from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from .movement import KINDS
from .owner_unit import OwnerUnit

STATES = [
    ("draft", "Draft"),
    ("registered", "Registered"),
    ("launched", "Launched"),
    ("running", "In progress"),
    ("judged", "Judged"),
    ("recognised", "Recognised"),
    ("ended", "Ended"),
    ("withdrawn", "Withdrawn by the unit"),
]
# Until then it is described; from then on results are added to what was registered.
OPEN = ("draft", "registered")
LIVING = ("launched", "running", "judged", "recognised")
_BEHIND_BUTTONS = {
    "state",
    "registered_on",
    "launched_on",
    "level_id",
    "recognised_on",
    "recognised_paper",
    "ended_on",
    "end_reason",
    "is_shared",
    "is_public",
    "origin_id",
    "origin_words",
    "proposer_id",
}
# What the gallery shows is kept up while the model lives.
_SHOWN = {"photo", "summary"}


class Initiative(models.Model):
    """A model, an exemplary collective or person (mô hình, điển hình) of a movement.

    Staff begin one of their own and register it; the officers of the house keep it from then on.
    """

    _name = "dan_chu.initiative"
    _description = "Initiative"
    _inherit = [
        "dan_chu.unit.owned",
        "dan_chu.stated",
        "dan_chu.thread",
        "dan_chu.folded.search",
        "dan_chu.readable.links",
    ]
    _order = "recognised_on desc nulls last, id desc"
    _folded_fields = ("name", "registrant", "summary")

    unit_id = OwnerUnit(default=lambda self: self._default_unit())
    movement_id = fields.Many2one(
        "dan_chu.movement", required=True, index=True, ondelete="restrict"
    )
    addressee_unit_id = OwnerUnit(
        related="movement_id.unit_id",
        string="Unit that holds the movement",
        store=True,
        index=True,
        precompute=True,
        readonly=True,
        help="It reads what is registered, and may recognise it.",
    )
    task_id = fields.Many2one(
        "dan_chu.task", string="Called for by", index="btree_not_null", ondelete="restrict"
    )
    kind = fields.Selection(KINDS, required=True, default="model")
    employee_id = fields.Many2one(
        "hr.employee", string="Person", index="btree_not_null", ondelete="restrict"
    )
    registrant = fields.Char(
        string="Registered by", required=True, help="As printed: Tổ Toán - Tin; cô Nguyễn Thị Mai."
    )
    proposer_id = fields.Many2one(
        "res.users", string="Begun by", readonly=True, copy=False, index=True, ondelete="restrict"
    )
    field_id = fields.Many2one(
        "dan_chu.initiative.field", string="Field of life", index=True, ondelete="restrict"
    )
    is_carried_on = fields.Boolean(string="Carried on from before")
    # The ten points of the form, in its order.
    name = fields.Char(string="Name of the model", required=True)
    reason = fields.Text(string="Present state and reason")
    goals = fields.Text(string="Goals and criteria")
    content = fields.Text(string="Content and way", required=True)
    place = fields.Text(string="Place and people")
    lead = fields.Char()
    partners = fields.Char()
    participants = fields.Char(string="Who takes part")
    resources = fields.Text()
    time_text = fields.Char(string="Time")
    date_from = fields.Date(string="Begins on")
    date_to = fields.Date(string="Ends on")
    product = fields.Text(string="Product and results expected")
    upkeep = fields.Text(string="Upkeep and spread")
    # What the gallery shows.
    photo = fields.Image(max_width=1600, max_height=1200)
    summary = fields.Char(string="In two lines", size=240)
    state = fields.Selection(
        STATES, default="draft", required=True, readonly=True, copy=False, index=True
    )
    registered_on = fields.Date(readonly=True, copy=False)
    launched_on = fields.Date(string="Presented on", readonly=True, copy=False)
    level_id = fields.Many2one(
        "dan_chu.initiative.level",
        string="Recognised at",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    recognised_on = fields.Date(readonly=True, copy=False)
    recognised_paper = fields.Char(string="Recognised by the paper", readonly=True, copy=False)
    ended_on = fields.Date(readonly=True, copy=False)
    end_reason = fields.Char(string="Why it ended", readonly=True, copy=False)
    is_shared = fields.Boolean(string="Shared in the gallery", readonly=True, copy=False)
    is_public = fields.Boolean(
        string="In the gallery",
        compute="_compute_is_public",
        store=True,
        precompute=True,
        index=True,
        help="Recognised, or shared by its unit: read by all who use the program.",
    )
    origin_id = fields.Many2one(
        "dan_chu.initiative",
        string="Taken over from",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    origin_words = fields.Char(
        string="Origin", readonly=True, copy=False, help="The model and its unit, as they were."
    )

    _ends_after_start = models.Constraint(
        "CHECK(date_to >= date_from)", "A model cannot end before it begins."
    )

    @api.depends("is_shared", "recognised_on", "state")
    def _compute_is_public(self):
        for row in self:
            is_told = row.is_shared or row.recognised_on
            row.is_public = bool(is_told and row.state not in ("draft", "withdrawn"))

    @api.constrains("kind", "movement_id")
    def _check_kind(self):
        for row in self:
            if row.kind not in row.movement_id.sudo()._kinds():
                raise ValidationError(
                    self.env._("“%s” does not take initiatives of this kind.", row.movement_id.name)
                )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_links(vals_list)
        begun = {**dict.fromkeys(_BEHIND_BUTTONS, False), "state": "draft"}
        return super().create(
            [{**vals, **begun, "proposer_id": self.env.uid} for vals in vals_list]
        )

    def write(self, vals):
        if vals.keys() & _BEHIND_BUTTONS:
            raise UserError(
                self.env._("What becomes of an initiative is done by its buttons, not by hand.")
            )
        self._check_links([vals])
        described = vals.keys() - self.env["dan_chu.thread"]._fields.keys()
        for row in self if described else ():
            row._check_may_describe(is_shown_only=described <= _SHOWN)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_draft(self):
        for row in self.filtered(lambda row: row.state != "draft"):
            raise UserError(
                self.env._("“%s” was registered and stays on record: withdraw it.", row.name)
            )

    def _check_may_describe(self, is_shown_only=False):
        """Who began it until it is registered, the officers of the house until it is launched."""
        self.ensure_one()
        self._require_state(*OPEN, *(LIVING if is_shown_only else ()))
        if not self._is_own_draft():
            self._require_role("officer")

    def _is_own_draft(self):
        self.ensure_one()
        return self.proposer_id == self.env.user and self.state == "draft"

    def _put(self, vals):
        """What the buttons settle."""
        return super().write(vals)

    @api.model
    def _default_unit(self):
        """Where the person works, if the user may begin something there."""
        units = self.env["dan_chu.unit"].sudo()
        own = self.env.user.employee_ids.sudo().dan_chu_unit_id[:1]
        reach = self.env.user._dan_chu_reach("staff")
        found = own if own.id in reach else units.browse(reach).institution_id
        return found.sudo(False) if len(found) == 1 else units.browse()

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..lib.clock import today
from .owner_unit import OwnerUnit

_ASKED_IN = ("draft", "open")


class CommendationParticipant(models.Model):
    """A unit that is asked for nominations, and what it has sent in."""

    _name = "dan_chu.commendation.participant"
    _description = "Unit in a round of commendations"
    _inherit = ["dan_chu.unit.owned", "dan_chu.readable.links"]
    _order = "round_id, sequence, id"

    round_id = fields.Many2one(
        "dan_chu.commendation.round", required=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit(string="Unit that nominates")
    addressee_unit_id = OwnerUnit(
        related="round_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    sequence = fields.Integer(default=10)
    handed_in_on = fields.Datetime(string="List handed in", readonly=True, copy=False)
    round_state = fields.Selection(related="round_id.state", string="State of the round")
    deadline = fields.Date(related="round_id.deadline")
    listed_count = fields.Integer(string="On its list", compute="_compute_counts")
    handed_count = fields.Integer(string="Of them handed in", compute="_compute_counts")
    is_late = fields.Boolean(string="Late", compute="_compute_is_late", search="_search_is_late")
    may_nominate = fields.Boolean(compute="_compute_may_nominate")

    _once = models.UniqueIndex("(round_id, unit_id)", "This unit is in the round already.")

    @api.depends_context("uid")
    def _compute_counts(self):
        """Of what the unit has not handed in yet, the house that holds the round reads nothing."""
        counts = {}
        groups = self.env["dan_chu.commendation"]._read_group(
            Domain("round_id", "in", self.round_id.ids) & Domain("state", "!=", "withdrawn"),
            ["round_id", "unit_id", "state"],
            ["__count"],
        )
        for row_round, unit, state, count in groups:
            listed, handed = counts.get((row_round, unit), (0, 0))
            is_handed = state not in ("draft", "returned")
            counts[row_round, unit] = listed + count, handed + count * is_handed
        for row in self:
            found = counts.get((row.round_id, row.unit_id), (0, 0))
            row.listed_count, row.handed_count = found
            row.waiting_count = row.listed_count - row.handed_count

    @api.depends("handed_in_on", "deadline", "round_state")
    def _compute_is_late(self):
        day = today()
        for row in self:
            row.is_late = bool(
                row.round_state == "open"
                and not row.handed_in_on
                and row.deadline
                and row.deadline < day
            )

    @api.model
    def _search_is_late(self, operator, value):
        if operator != "in":
            return NotImplemented
        late = (
            Domain("round_id.state", "=", "open")
            & Domain("handed_in_on", "=", False)
            & Domain("round_id.deadline", "<", today())
        )
        wanted = set(value)
        if wanted == {True, False}:
            return Domain.TRUE
        return late if wanted == {True} else ~late

    @api.depends("unit_id")
    @api.depends_context("uid")
    def _compute_may_nominate(self):
        reach = self.env.user._dan_chu_reach("officer")
        for row in self:
            row.may_nominate = row.unit_id.id in reach

    def _name_for_readers(self):
        for row in self:
            row.display_name = row.unit_id.display_name

    @api.model_create_multi
    def create(self, vals_list):
        self._check_links(vals_list)
        said = [{**vals, "handed_in_on": False} for vals in vals_list]
        rows = super().create(
            [{name: vals[name] for name in vals if name != "addressee_unit_id"} for vals in said]
        )
        rows._require_asking()
        return rows

    def write(self, vals):
        if vals.keys() - {"sequence"}:
            raise UserError(
                self.env._("A unit is asked or not: take the line out and ask the other unit.")
            )
        self._require_asking()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_on_record(self):
        self._require_asking()
        nominations = self.env["dan_chu.commendation"].sudo()
        for row in self:
            if nominations.search_count(
                [("round_id", "=", row.round_id.id), ("unit_id", "=", row.unit_id.id)], limit=1
            ):
                raise UserError(
                    self.env._(
                        "%s has nominated in this round: it stays among those asked.",
                        row.unit_id.display_name,
                    )
                )

    def _require_asking(self):
        """By the house that holds the round, of itself, its inner parts and the units below."""
        if self.env.su:
            return
        for row in self:
            row.round_id._require_role("officer")
            row.round_id._require_state(*_ASKED_IN)
            row.round_id._check_may_ask(row.unit_id)

    def _put(self, vals):
        """What is done by a button, past the guard of the model."""
        return super().write(vals)

    # ---------------------------------------------------------------- its list

    def action_open_list(self):
        """The list of this unit in this round."""
        self.ensure_one()
        self.check_access("read")
        return self.round_id._open_nominations(
            Domain("unit_id", "=", self.unit_id.id), self.unit_id
        )

    def action_hand_in(self):
        """The whole list of the unit; an empty one says that it nominates nobody."""
        for row in self:
            row._require_role("officer", "head")
            waiting = self.env["dan_chu.commendation"].search(
                [
                    ("round_id", "=", row.round_id.id),
                    ("unit_id", "=", row.unit_id.id),
                    ("state", "in", ("draft", "returned")),
                ]
            )
            if waiting:
                waiting.action_submit()
            else:
                row.round_id._check_takes_lists()
            row.sudo()._put({"handed_in_on": fields.Datetime.now()})
        return True

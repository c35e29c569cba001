from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..lib.clock import today

# What another house can start from; its people, its days and its photo are its own.
_TAKEN = (
    "name",
    "field_id",
    "reason",
    "goals",
    "content",
    "place",
    "participants",
    "resources",
    "product",
    "upkeep",
    "summary",
)
_COUNTED = Domain("state", "not in", ("draft", "withdrawn"))


class Initiative(models.Model):
    """Where a model has spread to (nhân rộng): the copies that other units registered."""

    _inherit = "dan_chu.initiative"

    spread_count = fields.Integer(string="Units that took it over", compute="_compute_spread")
    spread_words = fields.Char(string="Taken over by", compute="_compute_spread")

    def _compute_spread(self):
        """Their units are told to all who read the model: that is what spreading is."""
        copies = self.sudo().with_context(active_test=False)
        taken = copies._read_group(
            Domain("origin_id", "in", self.ids) & _COUNTED, ["origin_id", "unit_id"]
        )
        for row in self:
            houses = self.env["dan_chu.unit"].sudo()
            for origin, unit in taken:
                if origin == row._origin:
                    houses |= unit.institution_id
            houses -= row.unit_id.sudo().institution_id
            row.spread_count = len(houses)
            row.spread_words = "; ".join(houses.mapped("name")) or False

    def action_take_over(self):
        """A new one in the own unit, with where it comes from: kept once it is saved there."""
        self.ensure_one()
        self._begun_from()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Take over in my unit"),
            "res_model": self._name,
            "view_mode": "form",
            "context": {"default_origin_id": self.id},
        }

    @api.model
    def default_get(self, fields):
        values = super().default_get(fields)
        if values.get("origin_id"):
            begun = self.browse(values["origin_id"])._begun_from()
            values |= {name: begun[name] for name in begun if name in fields}
        return values

    @api.model_create_multi
    def create(self, vals_list):
        """Where it comes from is named by who takes it over, and told as it is now."""
        origins = [self.browse(vals.get("origin_id")) for vals in vals_list]
        rows = super().create(vals_list)
        for row, origin in zip(rows, origins, strict=True):
            if origin:
                origin._check_may_take_over()
                row._put_as_system(origin._as_origin())
        return rows

    def _check_may_take_over(self):
        self.ensure_one()
        self.check_access("read")
        self._require_state("registered", "launched", "running", "judged", "recognised", "ended")
        if self.kind != "model":
            raise UserError(
                self.env._(
                    "“%s” is an example to follow; what is taken over is a model.", self.name
                )
            )

    def _as_origin(self):
        return {
            "origin_id": self.id,
            "origin_words": f"{self.name} ({self.unit_id.sudo().display_name})",
        }

    def _begun_from(self):
        """What another house starts with; to be fitted and registered there."""
        self._check_may_take_over()
        unit = self._unit_to_take_over()
        copied = self.copy_data()[0]
        return {
            **{name: copied[name] for name in _TAKEN if name in copied},
            **self._as_origin(),
            "kind": "model",
            "unit_id": unit.id,
            "registrant": unit.sudo().name,
            "movement_id": self._movement_to_take_over(unit).id,
            "is_carried_on": unit.sudo().institution_id == self.unit_id.sudo().institution_id,
        }

    def action_open_spread(self):
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Taken over from “%s”", self.name),
            "res_model": self._name,
            "view_mode": "kanban,list,form",
            "domain": [("origin_id", "=", self.id), *_COUNTED],
        }

    @api.model
    def _unit_to_take_over(self):
        """Somebody of several houses gets it in the first one, and may move the draft."""
        units = self.env["dan_chu.unit"].sudo()
        reach = self.env.user._dan_chu_reach("staff")
        unit = self._default_unit() or units.browse(reach).institution_id[:1].sudo(False)
        if not unit:
            raise UserError(
                self.env._("You have no role in any unit today: nowhere to take it over to.")
            )
        return unit

    def _movement_to_take_over(self, unit):
        """The same one if that house takes part in it, or else the latest that takes models."""
        self.ensure_one()
        movements = self.env["dan_chu.movement"]
        running = Domain("takes_models", "=", True) & (
            Domain("date_to", "=", False) | Domain("date_to", ">=", today())
        )
        reach = self.env.user._dan_chu_reach("above")
        houses = [unit.id, unit.sudo().institution_id.id, *reach]
        found = movements.search(running & Domain("unit_id", "in", houses))
        if not found:
            raise UserError(
                self.env._(
                    "No movement that takes models is running in %s: its officers begin one first.",
                    unit.sudo().name,
                )
            )
        return self.movement_id & found or found[:1]

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..lib.clock import today
from .owner_unit import OwnerUnit

KINDS = [
    ("model", "Model"),
    ("collective", "Exemplary collective"),
    ("person", "Exemplary person"),
]


class Movement(models.Model):
    """An emulation movement (phong trào thi đua), in which models and examples are registered."""

    _name = "dan_chu.movement"
    _description = "Movement"
    _inherit = [
        "dan_chu.unit.owned",
        "dan_chu.thread",
        "dan_chu.folded.search",
        "dan_chu.readable.links",
    ]
    _order = "date_from desc, id desc"
    _folded_fields = ("name", "slogan", "launched_by")

    unit_id = OwnerUnit(default=lambda self: self._default_unit())
    name = fields.Char(string="Movement", required=True)
    slogan = fields.Char()
    launched_by = fields.Char(
        default=lambda self: self._default_unit().sudo().name,
        help="As printed: Ban Dân vận Tỉnh ủy.",
    )
    launch_paper = fields.Char(help="As printed: Kế hoạch số 12/KH-SGDĐT ngày 05/3/2026 …")
    plan_id = fields.Many2one(
        "dan_chu.plan", string="Plan of the movement", index="btree_not_null", ondelete="restrict"
    )
    date_from = fields.Date(string="Launched on", required=True, default=lambda self: today())
    date_to = fields.Date(string="Runs until")
    takes_models = fields.Boolean(default=True)
    takes_collectives = fields.Boolean(string="Takes exemplary collectives", default=True)
    takes_persons = fields.Boolean(string="Takes exemplary persons", default=True)
    form = fields.Selection(
        [("ten_points", "Ten points (Dân vận khéo)"), ("short", "Short")],
        string="Registration form",
        required=True,
        default="ten_points",
    )
    criteria = fields.Html(string="What it asks for")
    is_open_below = fields.Boolean(
        string="Units below take part", default=True, help="They read it and register in it."
    )
    active = fields.Boolean(default=True)
    initiative_ids = fields.One2many("dan_chu.initiative", "movement_id", string="Initiatives")

    _ends_after_start = models.Constraint(
        "CHECK(date_to >= date_from)", "A movement cannot end before it begins."
    )

    @api.constrains("takes_models", "takes_collectives", "takes_persons")
    def _check_takes_something(self):
        for movement in self:
            if not movement._kinds():
                raise ValidationError(
                    self.env._("“%s” takes neither models nor examples.", movement.name)
                )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_links(vals_list)
        movements = super().create(vals_list)
        movements._require_role("officer")
        return movements

    def write(self, vals):
        self._check_links([vals])
        if vals.keys() - self.env["dan_chu.thread"]._fields.keys():
            self._require_role("officer")
        if "unit_id" in vals:
            self._check_stays_with_its_unit(vals["unit_id"])
        return super().write(vals)

    def _check_stays_with_its_unit(self, unit_id):
        """Whoever holds it reads, judges and recognises what was registered in it."""
        for movement in self.sudo().filtered("initiative_ids"):
            if movement.unit_id.id != unit_id:
                raise UserError(
                    self.env._(
                        "“%(movement)s” has models and examples already and stays with %(unit)s: "
                        "begin another movement.",
                        movement=movement.name,
                        unit=movement.unit_id.name,
                    )
                )

    def _kinds(self):
        """Which kinds of initiatives it takes."""
        self.ensure_one()
        taken = {
            "model": self.takes_models,
            "collective": self.takes_collectives,
            "person": self.takes_persons,
        }
        return {kind for kind, is_taken in taken.items() if is_taken}

    @api.model
    def _default_unit(self):
        units = self.env["dan_chu.unit"]
        units = units.browse(self.env.user._dan_chu_reach("officer"))
        houses = units.sudo().institution_id & units
        return houses if len(houses) == 1 else units.browse()

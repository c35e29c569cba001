from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .owner_unit import OwnerUnit

_BY_THE_SYSTEM = {
    "commendation_id",
    "is_imported",
    "is_cancelled",
    "cancelled_on",
    "cancelled_words",
    "is_published",
    "replaced_words",
}


class Honour(models.Model):
    """What a person or a collective was given (thành tích đã được khen thưởng), with its paper."""

    _name = "dan_chu.honour"
    _description = "Award received"
    _inherit = [
        "dan_chu.unit.owned",
        "dan_chu.folded.search",
        "dan_chu.frozen",
    ]
    _order = "decided_on desc, id desc"
    _folded_fields = ("name", "award_name")
    _frozen_how = "honour"
    _frozen_free = (
        "write_uid",
        "write_date",
        "search_text",
        "is_published",
        "is_cancelled",
        "cancelled_on",
        "cancelled_words",
    )

    unit_id = OwnerUnit(string="Kept by", default=lambda self: self._default_house())
    employee_id = fields.Many2one(
        "hr.employee", string="Person", index="btree_not_null", ondelete="restrict"
    )
    subject_unit_id = fields.Many2one(
        "dan_chu.unit", string="Collective", index="btree_not_null", ondelete="restrict"
    )
    name = fields.Char(string="Name as printed", required=True)
    award_id = fields.Many2one("dan_chu.award", index="btree_not_null", ondelete="restrict")
    award_name = fields.Char(string="Award as printed", required=True)
    work_year = fields.Char(index=True)
    years_text = fields.Char(string="Years covered")
    merit = fields.Char(string="For what")
    decided_on = fields.Date(index=True)
    decision_words = fields.Char(string="Decision", help="Quyết định số 45/QĐ-THPT ngày …")
    issuer = fields.Char(string="Awarded by")
    bonus = fields.Integer(string="Bonus (VND)")
    commendation_id = fields.Many2one(
        "dan_chu.commendation",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    is_imported = fields.Boolean(string="From before the program", readonly=True, copy=False)
    is_cancelled = fields.Boolean(
        string="Cancelled", readonly=True, copy=False, help="Taken back by a later decision."
    )
    cancelled_on = fields.Date(readonly=True, copy=False)
    cancelled_words = fields.Char(
        string="Cancelled by", readonly=True, copy=False, help="The decision that takes it back."
    )
    replaced_words = fields.Char(
        string="Replaced decision",
        readonly=True,
        copy=False,
        help="What it was given by before, until the decision above replaced it.",
    )
    is_published = fields.Boolean(
        string="Made known", readonly=True, copy=False, help="All the staff of the house read it."
    )

    _commendation_once = models.UniqueIndex(
        "(commendation_id) WHERE commendation_id IS NOT NULL",
        "This nomination has been entered already.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        """What a user enters is from before: what came of a round is entered by the system."""
        if self.env.su:
            return super().create(vals_list)
        self._check_links(vals_list)
        begun = {**dict.fromkeys(_BY_THE_SYSTEM, False), "is_imported": True}
        honours = super().create([{**vals, **begun} for vals in vals_list])
        honours._require_role("officer", "head")
        honours._check_of_others()
        return honours

    def write(self, vals):
        if not self.env.su:
            if vals.keys() & _BY_THE_SYSTEM:
                raise UserError(
                    self.env._("What becomes of an award is done by its buttons, not by hand.")
                )
            self._check_links([vals])
            self._check_from_before()
            self._check_of_others()
        res = super().write(vals)
        self._check_of_others()
        return res

    @api.model
    def _default_house(self):
        """Of the officer; or else of the head, who enters what the only officer was given."""
        house = self.env["dan_chu.movement"]._default_unit()
        if house:
            return house
        led = house.browse(self.env.user._dan_chu_reach("head"))
        houses = led.sudo().institution_id & led
        return houses if len(houses) == 1 else house

    @api.ondelete(at_uninstall=False)
    def _unlink_only_from_before(self):
        self._check_from_before()
        self._check_of_others()

    def _check_of_others(self):
        """What was given before counts for what is given next: none of it by the own hand."""
        if self.env.su:
            return
        for honour in self.sudo().filtered(lambda honour: honour.employee_id.user_id):
            if honour.employee_id.user_id == self.env.user:
                raise AccessError(
                    self.env._(
                        "What you yourself were given is entered by somebody else: an officer, or "
                        "the head."
                    )
                )

    def _check_from_before(self):
        for honour in self.filtered("commendation_id"):
            raise UserError(
                self.env._(
                    "“%(award)s” of %(name)s came of a round and stays as it was decided.",
                    award=honour.award_name,
                    name=honour.name,
                )
            )

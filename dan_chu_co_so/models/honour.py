from odoo import fields, models

from .owner_unit import OwnerUnit


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

    unit_id = OwnerUnit(string="Kept by")
    employee_id = fields.Many2one(
        "hr.employee", string="Person", index="btree_not_null", ondelete="restrict"
    )
    subject_unit_id = fields.Many2one(
        "dan_chu.unit", string="Collective", index="btree_not_null", ondelete="restrict"
    )
    name = fields.Char(string="As printed", required=True)
    award_id = fields.Many2one("dan_chu.award", index="btree_not_null", ondelete="restrict")
    award_name = fields.Char(string="Award as printed", required=True)
    work_year = fields.Char(index=True)
    years_text = fields.Char(string="Period")
    merit = fields.Char(string="For what")
    decided_on = fields.Date(index=True)
    decision_words = fields.Char(string="Decision", help="Quyết định số 45/QĐ-THPT ngày …")
    issuer = fields.Char(string="Given by")
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
    is_published = fields.Boolean(
        string="Made known", readonly=True, copy=False, help="All the staff of the house read it."
    )

    _commendation_once = models.UniqueIndex(
        "(commendation_id) WHERE commendation_id IS NOT NULL",
        "This nomination has been entered already.",
    )

from odoo import api, fields, models
from odoo.exceptions import ValidationError


class Honour(models.Model):
    """Typed in from before the program, and shown year by year."""

    _inherit = "dan_chu.honour"

    house_id = fields.Many2one(related="unit_id.institution_id", string="House")

    _one_subject = models.Constraint(
        "CHECK(employee_id IS NULL OR subject_unit_id IS NULL)",
        "An award is given to a person or to a collective, not to both.",
    )
    _no_negative_bonus = models.Constraint("CHECK(bonus >= 0)", "A bonus is not below zero.")

    @api.onchange("employee_id", "subject_unit_id")
    def _onchange_subject(self):
        if self.employee_id or self.subject_unit_id:
            self.name = (self.employee_id.sudo() or self.subject_unit_id).name

    @api.onchange("award_id")
    def _onchange_award(self):
        if self.award_id:
            self.award_name = self.award_id.name

    @api.model_create_multi
    def create(self, vals_list):
        honours = super().create(vals_list)
        honours._check_of_house()
        return honours

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {"unit_id", "employee_id", "subject_unit_id"}:
            self._check_of_house()
        return res

    def _check_of_house(self):
        """Whoever is named reads it, and it counts for what is given next: so an officer enters it
        for those of the own house, the officer of a section for those of the section.

        Not a constraint: those run as the system, which also enters for who has moved since.
        """
        if self.env.su:
            return
        for honour in self.sudo():
            place = honour.employee_id.dan_chu_unit_id or honour.subject_unit_id
            named = honour.employee_id or honour.subject_unit_id
            if named and not honour._is_kept_for(place):
                raise ValidationError(
                    self.env._(
                        "%(name)s does not belong to %(house)s: their own house enters it.",
                        name=honour.name,
                        house=honour.unit_id.name,
                    )
                )

    def _is_kept_for(self, place):
        """Whether that is the unit which keeps it, or an inner part of it."""
        return (
            bool(place)
            and place.institution_id == self.unit_id.institution_id
            and place.parent_path.startswith(self.unit_id.parent_path)
        )

    def _subject_key(self):
        """By which the awards of one person or collective stand together."""
        self.ensure_one()
        if self.employee_id:
            return "person", self.employee_id.id
        if self.subject_unit_id:
            return "part", self.subject_unit_id.id
        return "name", " ".join(self.name.split()).casefold()

    def _year(self):
        self.ensure_one()
        return self.work_year or (str(self.decided_on.year) if self.decided_on else "")


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    dan_chu_honour_ids = fields.One2many(
        "dan_chu.honour",
        "employee_id",
        string="Awards received",
        groups="dan_chu_co_so.group_user",
    )

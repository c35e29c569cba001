from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Domain

from ..lib.clock import today
from ..lib.text import mentions
from ..lib.typed_name import strange_letters, tidy


class Commendation(models.Model):
    """Who acts on a nomination: the unit that nominates, the house that holds the round, and
    nobody on a line that is the own one."""

    _inherit = "dan_chu.commendation"

    may_nominate = fields.Boolean(compute="_compute_sides")
    may_examine = fields.Boolean(compute="_compute_sides")
    is_own_line = fields.Boolean(string="Own line", compute="_compute_sides")

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._with_tidy_name(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._with_tidy_name(vals))

    @api.model
    def _with_tidy_name(self, vals):
        return {**vals, "name": tidy(vals["name"])} if vals.get("name") else vals

    @api.constrains("name", "target", "employee_id", "subject_unit_id")
    def _check_letters(self):
        """A name typed with letters that only look like those of a person would be nobody's own
        line."""
        for row in self.sudo():
            name = tidy(row.name)
            if name in map(tidy, (row.employee_id.name, row.subject_unit_id.name)):
                continue
            strange = strange_letters(name, is_person=row.target == "person")
            if strange:
                raise ValidationError(row._strange_words(row.name, strange))

    def _strange_words(self, name, strange):
        return self.env._(
            "“%(name)s”: “%(letters)s” does not stand in a name, though it may look like a letter "
            "of one. Type the name again, in Vietnamese letters.",
            name=name,
            letters="”, “".join(strange),
        )

    @api.depends("unit_id", "addressee_unit_id", "employee_id", "subject_unit_id")
    @api.depends_context("uid")
    def _compute_sides(self):
        user = self.env.user
        writes = user._dan_chu_reach("officer")
        examines = {*writes, *user._dan_chu_reach("head")}
        people, led = self._stands_for(user)
        for row in self:
            row.may_nominate = row.unit_id.id in writes
            row.may_examine = row.addressee_unit_id.id in examines
            row.is_own_line = row._is_line_of(people, led)

    def _is_own_line(self, user):
        """Whether it honours that user, or a collective that the user leads."""
        self.ensure_one()
        return self._is_line_of(*self._stands_for(user))

    def _own_lines(self):
        """Those that the user neither checks, votes on nor signs."""
        user = self.env.user
        stands_for = self._stands_for(user)
        return self.filtered(lambda row: row._is_line_of(*stands_for))

    def _is_line_of(self, people, led):
        row = self.sudo()
        if row.employee_id.id in people or row.subject_unit_id.id in led:
            return True
        if row.name in (row.employee_id.name, row.subject_unit_id.name):
            return False
        # What is printed is the name, whoever or whatever is behind it.
        those = row.employee_id.browse(people).mapped("name")
        if row.target == "collective":
            those += row.subject_unit_id.browse(led).mapped("name")
        return any(mentions(row.name, name) for name in those)

    @api.model
    def _stands_for(self, user):
        """Ids of the employees that a user is, and of the units that the user leads."""
        people = user.sudo().with_context(active_test=False).employee_ids
        units = self.env["dan_chu.unit"].sudo().with_context(active_test=False)
        led = units.search([("head_id", "in", people.ids)]) if people else units
        lines = self.env["dan_chu.assignment"].sudo()
        held = lines.search(
            lines._in_force_domain(today())
            & Domain("role", "=", "head")
            & Domain("user_id", "=", user.id)
        )
        return set(people.ids), set((led | held.unit_id).ids)

    def _require_holder(self, *roles):
        """Refuse unless the user holds one of the roles in the house that holds the round."""
        if self.env.su:
            return
        names = dict(
            self.env["dan_chu.assignment"]._fields["role"]._description_selection(self.env)
        )
        for unit in self.sudo().addressee_unit_id:
            if not any(self.env.user._dan_chu_has_role(role, unit) for role in roles):
                raise AccessError(
                    self.env._(
                        "This asks for the role %(roles)s in %(unit)s, "
                        "which you do not hold today.",
                        roles=" / ".join(names[role] for role in roles),
                        unit=unit.display_name,
                    )
                )

    def _require_not_own(self):
        """Refuse what is the own line alone."""
        for row in self._own_lines():
            raise AccessError(
                self.env._(
                    "“%s” is your own line: another officer, or the head, deals with it; the "
                    "line of the head goes to the level above.",
                    row.name,
                )
            )

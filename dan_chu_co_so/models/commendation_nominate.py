from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .commendation import WITH_UNIT

_SUBJECT = ("employee_id", "subject_unit_id", "award_id")
_WHO = {*_SUBJECT, "target"}
# Rows that nobody follows and that tell nobody: sixty of a staff are one click.
_QUIET = {
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "mail_notrack": True,
    "tracking_disable": True,
}


class Commendation(models.Model):
    """Who may be nominated, in which round and for what."""

    _inherit = "dan_chu.commendation"

    house_id = fields.Many2one(
        "dan_chu.unit", string="Of the house", compute="_compute_house_id", compute_sudo=True
    )
    allowed_award_ids = fields.Many2many(
        "dan_chu.award", string="Awards of the round", compute="_compute_allowed"
    )
    allowed_unit_ids = fields.Many2many(
        "dan_chu.unit", string="Units for which the user nominates", compute="_compute_allowed"
    )

    @api.depends("unit_id")
    def _compute_house_id(self):
        for row in self:
            row.house_id = row.unit_id.institution_id

    @api.depends("round_id", "target")
    @api.depends_context("uid")
    def _compute_allowed(self):
        reach = self.env.user._dan_chu_reach("officer")
        for row in self:
            row.allowed_award_ids = row.round_id.award_ids.filtered(
                lambda award, row=row: award.target_kind in (row.target, "both")
            )
            asked = row.round_id.sudo().participant_ids.unit_id
            row.allowed_unit_ids = asked.filtered(lambda unit: unit.id in reach)

    @api.onchange("round_id")
    def _onchange_round_id(self):
        if not self.unit_id and len(self.allowed_unit_ids) == 1:
            self.unit_id = self.allowed_unit_ids
        if not self.award_id and len(self.allowed_award_ids) == 1:
            self.award_id = self.allowed_award_ids

    @api.model_create_multi
    def create(self, vals_list):
        follows = {"addressee_unit_id"}
        if not self.env.su:
            for vals in vals_list:
                self._check_not_twice(vals)
        rows = super().create(
            [{name: vals[name] for name in vals if name not in follows} for vals in vals_list]
        )
        if not self.env.su:
            rows.round_id._check_takes_lists()
            rows._check_unit_is_asked()
            rows._check_nominees()
        return rows

    def write(self, vals):
        if vals.keys() & _WHO and not self.env.su:
            for row in self:
                row._check_not_twice(vals)
        res = super().write(vals)
        if vals.keys() & _WHO and not self.env.su:
            self._check_nominees()
        return res

    def _check_not_twice(self, vals):
        """Said in words where the user reads the other line; the index of the database keeps it."""
        numbers = {name: vals.get(name, self[name].id) for name in ("round_id", *_SUBJECT)}
        same = [(name, "=", numbers[name]) for name in ("round_id", "award_id")]
        for name in filter(numbers.get, ("employee_id", "subject_unit_id")):
            listed = [*same, (name, "=", numbers[name]), ("id", "not in", self.ids)]
            for row in self.search([*listed, ("state", "!=", "withdrawn")], limit=1).sudo():
                raise UserError(
                    self.env._(
                        "%(name)s is nominated for “%(award)s” in “%(round)s” already.",
                        name=row.name,
                        award=row.award_id.name,
                        round=row.round_id.name,
                    )
                )

    def _check_unit_is_asked(self):
        for row in self:
            row.round_id._check_unit_is_asked(row.unit_id)

    def _check_nominees(self):
        """People and collectives of the unit that nominates, and an award that is for such."""
        for row in self.sudo():
            if row.award_id.target_kind not in (row.target, "both"):
                raise UserError(
                    self.env._(
                        "“%(award)s” is not for nominees of this kind: %(name)s.",
                        award=row.award_id.name,
                        name=row.name,
                    )
                )
            if row.subject_unit_id and not row._is_inside(row.subject_unit_id):
                raise UserError(
                    self.env._(
                        "%(subject)s is no part of %(unit)s, which cannot nominate it.",
                        subject=row.subject_unit_id.display_name,
                        unit=row.unit_id.display_name,
                    )
                )
        self._check_still_there()

    def _check_still_there(self):
        """Refuse, by name, who is no longer of the staff of the unit."""
        for row in self.sudo():
            person = row.employee_id
            if person and not (person.active and row._is_inside(person.dan_chu_unit_id)):
                raise UserError(
                    self.env._(
                        "%(name)s is not, or no longer, of the staff of %(unit)s: take the line "
                        "out. Whoever has left and is to be honoured all the same is written by "
                        "name, without a person of the staff behind it.",
                        name=person.name,
                        unit=row.unit_id.display_name,
                    )
                )

    def _is_inside(self, unit):
        """Whether a unit is the one that nominates, or an inner part of it."""
        return (
            unit.institution_id == self.unit_id.institution_id
            and bool(unit)
            and unit.parent_path.startswith(self.unit_id.parent_path)
        )

    def action_strike(self):
        """Off the list: without a trace as long as it was never handed in."""
        self._require_role("officer")
        self._require_state(*WITH_UNIT)
        never = self.filtered(lambda row: row.state == "draft")
        (self - never).action_withdraw()
        never.unlink()
        return True


class CommendationRound(models.Model):
    _inherit = "dan_chu.commendation.round"

    def action_nominate_all(self, award=None, unit=None):
        """All the staff of a unit for an award of persons, or its sections for one of
        collectives; who is on the list stays on it. Gives the number of those added."""
        self.ensure_one()
        self.check_access("read")
        award = self.env["dan_chu.award"].browse(getattr(award, "id", award) or ()).exists()
        unit = self.env["dan_chu.unit"].browse(getattr(unit, "id", unit) or ()).exists()
        if not award or not unit:
            raise UserError(self.env._("Choose the unit and the award."))
        self._require_nominates(unit)
        added = self._not_on_list(award, unit)
        self.env["dan_chu.commendation"].with_context(**_QUIET)._add(
            [
                {
                    "round_id": self.id,
                    "unit_id": unit.id,
                    "award_id": award.id,
                    "sequence": 10 * place,
                    **values,
                }
                for place, values in enumerate(added, 1)
            ]
        )
        return len(added)

    def _require_nominates(self, unit):
        self.check_access("read")
        if not self.env.user._dan_chu_has_role("officer", unit) and not self.env.su:
            raise UserError(
                self.env._("Only an officer of %s nominates for it.", unit.sudo().display_name)
            )
        self._check_takes_lists()
        self._check_unit_is_asked(unit)

    def _check_unit_is_asked(self, unit):
        if unit not in self.sudo().participant_ids.unit_id:
            raise UserError(
                self.env._(
                    "%(unit)s is not among the units that are asked in “%(name)s”.",
                    unit=unit.sudo().display_name,
                    name=self.name,
                )
            )

    def _not_on_list(self, award, unit):
        """Values of those whom a unit could nominate and has not, in order of section and name."""
        if award not in self.sudo().award_ids:
            raise UserError(
                self.env._(
                    "“%(award)s” is not among the awards of “%(round)s”.",
                    award=award.name,
                    round=self.name,
                )
            )
        listed = (
            self.env["dan_chu.commendation"]
            .sudo()
            .search(
                Domain("round_id", "=", self.id)
                & Domain("award_id", "=", award.id)
                & Domain("state", "!=", "withdrawn")
            )
        )
        inside = unit.sudo()._inside()
        if award.target_kind == "collective":
            parts = (inside - listed.subject_unit_id).filtered(
                lambda part: not part.is_organisation
            )
            return [{"target": "collective", "subject_unit_id": part.id} for part in parts]
        # Those of a section that nominates by itself are on its list.
        others = (self.sudo().participant_ids.unit_id - unit).filtered(lambda part: part in inside)
        inside = inside.filtered(
            lambda part: not any(part.parent_path.startswith(o.parent_path) for o in others)
        )
        people = (
            self.env["hr.employee"]
            .sudo()
            .search(
                [("dan_chu_unit_id", "in", inside.ids), ("id", "not in", listed.employee_id.ids)]
            )
        )
        order = {part.id: place for place, part in enumerate(inside.sorted())}
        people = people.sorted(lambda person: (order[person.dan_chu_unit_id.id], person.name))
        return [{"target": "person", "employee_id": person.id} for person in people]

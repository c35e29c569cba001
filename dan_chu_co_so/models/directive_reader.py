from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..lib.clock import today
from .owner_unit import OwnerUnit


class DirectiveReader(models.Model):
    """Who must study a directing text, by when, and who has."""

    _name = "dan_chu.directive.reader"
    _description = "To study a directing text"
    _order = "studied_on nulls first, date_due, id"
    _rec_name = "employee_id"

    directive_id = fields.Many2one(
        "dan_chu.directive",
        string="Directing text",
        required=True,
        index=True,
        ondelete="cascade",
    )
    unit_id = OwnerUnit(related="directive_id.unit_id", store=True, index=True)
    state = fields.Selection(related="directive_id.state", store=True, index=True)
    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, index=True, ondelete="restrict"
    )
    user_id = fields.Many2one(
        "res.users", compute="_compute_user_id", compute_sudo=True, store=True, index=True
    )
    date_due = fields.Date(string="By", compute="_compute_date_due", store=True, readonly=False)
    studied_on = fields.Date(copy=False)
    recorded_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    is_late = fields.Boolean(compute="_compute_is_late", search="_search_is_late")

    _once_each = models.UniqueIndex(
        "(directive_id, employee_id)", "This person is already on the list of those who study it."
    )

    @api.depends("employee_id.user_id")
    def _compute_user_id(self):
        for reader in self:
            reader.user_id = reader.employee_id.user_id

    @api.depends("directive_id.study_by")
    def _compute_date_due(self):
        """The day said for all, until another is typed for one."""
        for reader in self:
            reader.date_due = reader.directive_id.study_by or reader.date_due

    @api.depends("date_due", "studied_on")
    def _compute_is_late(self):
        day = today()
        for reader in self:
            due = reader.date_due
            reader.is_late = bool(due and (reader.studied_on or day) > due)

    @api.model
    def _search_is_late(self, operator, value):
        if operator != "in":
            return NotImplemented
        return [("date_due", "<", today()), ("studied_on", "=", False)]

    @api.model_create_multi
    def create(self, vals_list):
        kept = {"studied_on": False, "recorded_by_id": False}
        return super().create([{**vals, **kept} for vals in vals_list])

    def write(self, vals):
        if vals.keys() & {"studied_on", "recorded_by_id"}:
            raise UserError(self.env._("Whether a text has been studied is said by its button."))
        res = super().write(vals)
        if "directive_id" in vals:
            self.check_access("write")
        return res

    def action_open(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "dan_chu.directive",
            "res_id": self.directive_id.id,
            "view_mode": "form",
        }

    def action_studied(self):
        """By the reader, or by an officer or the head for a reader without a login."""
        self.check_access("read")
        user = self.env.user
        for reader in self.filtered(lambda reader: not reader.studied_on):
            in_charge = any(
                user._dan_chu_has_role(role, reader.unit_id) for role in ("officer", "head")
            )
            if reader.user_id != user and not in_charge and not self.env.su:
                raise AccessError(
                    self.env._(
                        "Only %(person)s, or an officer of %(unit)s, may say that it is studied.",
                        person=reader.sudo().employee_id.name,
                        unit=reader.unit_id.display_name,
                    )
                )
            if reader.state != "published":
                raise UserError(
                    self.env._("The text is still a draft: there is nothing to study yet.")
                )
            super(DirectiveReader, reader.sudo()).write(
                {"studied_on": today(), "recorded_by_id": user.id}
            )


class Directive(models.Model):
    _inherit = "dan_chu.directive"

    study_by = fields.Date(
        string="To study by", help="For everybody on the list; each may get another day."
    )
    awaits_my_study = fields.Boolean(compute="_compute_awaits_my_study")

    @api.depends("state", "reader_ids.studied_on")
    @api.depends_context("uid")
    def _compute_awaits_my_study(self):
        waiting = self._my_open_readings().directive_id
        for directive in self:
            directive.awaits_my_study = directive in waiting

    def action_studied_by_me(self):
        """Said on the text itself, where one has just read it."""
        self._my_open_readings().action_studied()

    def _my_open_readings(self):
        return self.env["dan_chu.directive.reader"].search(
            [
                ("directive_id", "in", self.ids),
                ("user_id", "=", self.env.uid),
                ("state", "=", "published"),
                ("studied_on", "=", False),
            ]
        )

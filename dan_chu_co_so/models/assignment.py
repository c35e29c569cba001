from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import format_date

from ..lib.clock import today
from . import reach_cache

ROLES = [
    ("staff", "Staff"),
    ("officer", "Officer in charge"),
    ("head", "Head"),
    ("representative", "Representative of the staff"),
    ("inspector", "People's inspector"),
    ("supervisor", "Supervisor from above"),
]
GROUPS = {
    "staff": "dan_chu_co_so.group_user",
    "officer": "dan_chu_co_so.group_officer",
    "head": "dan_chu_co_so.group_head",
    "representative": "dan_chu_co_so.group_representative",
    "inspector": "dan_chu_co_so.group_inspector",
    "supervisor": "dan_chu_co_so.group_supervisor",
}
# What a manager may hold by their own hand: nothing that decides, signs or speaks for others.
SELF_GRANTED = {"staff", "officer", "supervisor"}


class Assignment(models.Model):
    """A user has a role in a unit, from a day, to a day (phân quyền).

    The table is its own log: a line that has begun is ended, never changed or deleted, and
    keeps who gave it and who ended it.
    """

    _name = "dan_chu.assignment"
    _description = "Role in a unit"
    _inherit = ["dan_chu.unit.owned"]
    _order = "date_to desc nulls first, unit_id, role, user_id"

    user_id = fields.Many2one(
        "res.users",
        required=True,
        index=True,
        ondelete="restrict",
        domain=[("share", "=", False)],
    )
    role = fields.Selection(ROLES, required=True, index=True)
    date_from = fields.Date(string="From", required=True, default=lambda self: today())
    date_to = fields.Date(string="To", help="Last day of the role. Empty: until further notice.")
    paper = fields.Char(help="The paper it rests on, as printed: Quyết định số 12/QĐ-TnS …")
    state = fields.Selection(
        [("upcoming", "Not begun"), ("current", "In force"), ("ended", "Ended")],
        compute="_compute_state",
        search="_search_state",
    )
    granted_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    ended_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    is_self_granted = fields.Boolean(
        string="Given to oneself", compute="_compute_is_self_granted", store=True
    )

    _ends_after_start = models.Constraint(
        "CHECK(date_to >= date_from - 1)", "A role cannot end before it begins."
    )
    _in_force = models.Index("(user_id, role, unit_id, date_from, date_to)")

    @api.depends("user_id", "role", "unit_id.name")
    def _compute_display_name(self):
        names = dict(self._fields["role"]._description_selection(self.env))
        for line in self:
            line.display_name = (
                f"{line.user_id.name}: {names.get(line.role, '')}, {line.unit_id.name}"
            )

    @api.depends("date_from", "date_to")
    def _compute_state(self):
        day = today()
        for line in self:
            if line.date_from and line.date_from > day:
                line.state = "upcoming"
            elif line.date_to and line.date_to < day:
                line.state = "ended"
            else:
                line.state = "current"

    @api.model
    def _search_state(self, operator, value):
        if operator != "in":
            return NotImplemented
        day = today()
        domains = {
            "upcoming": Domain("date_from", ">", day),
            "current": self._in_force_domain(day),
            "ended": Domain("date_to", "<", day),
        }
        return Domain.OR(domains[state] for state in value if state in domains)

    @api.depends("granted_by_id", "user_id")
    def _compute_is_self_granted(self):
        for line in self:
            line.is_self_granted = line.granted_by_id == line.user_id

    @api.constrains("user_id")
    def _check_internal_user(self):
        for line in self:
            if line.user_id.share:
                raise ValidationError(
                    self.env._(
                        "%s is a portal user. A role needs a user who works inside.",
                        line.user_id.name,
                    )
                )

    @api.constrains("user_id", "unit_id", "role", "date_from", "date_to")
    def _check_held_once(self):
        for line in self.filtered(lambda line: line._has_days()):
            twins = self.search(
                Domain("id", "!=", line.id)
                & Domain("user_id", "=", line.user_id.id)
                & Domain("unit_id", "=", line.unit_id.id)
                & Domain("role", "=", line.role)
                & Domain("board_id", "=", line.board_id.id)
                & (Domain("date_to", "=", False) | Domain("date_to", ">=", line.date_from))
                & (Domain("date_from", "<=", line.date_to) if line.date_to else Domain.TRUE)
            )
            if twin := twins.filtered(lambda line: line._has_days())[:1]:
                raise ValidationError(
                    self.env._(
                        "%(line)s: this role is already held from %(start)s to %(end)s. "
                        "Change the end of that line instead.",
                        line=line.display_name,
                        start=format_date(self.env, twin.date_from),
                        end=format_date(self.env, twin.date_to) if twin.date_to else "…",
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(
            [{**vals, "granted_by_id": self.env.uid, "ended_by_id": False} for vals in vals_list]
        )
        lines._check_not_by_own_hand()
        lines._apply()
        return lines

    def write(self, vals):
        if vals.keys() & {"granted_by_id", "ended_by_id"}:
            raise AccessError(self.env._("Who gave and who ended a role is kept by the system."))
        self._check_only_the_end_changes(vals)
        self.filtered(lambda line: not line._is_shortened_by(vals))._check_not_by_own_hand()
        if "date_to" in vals:
            vals = {**vals, "ended_by_id": self.env.uid if vals["date_to"] else False}
        res = super().write(vals)
        self._apply()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_begun(self):
        for line in self.filtered(lambda line: line.state != "upcoming"):
            raise UserError(
                self.env._(
                    "%s has begun and stays on record. Set the day it ends instead.",
                    line.display_name,
                )
            )

    def unlink(self):
        users = self.user_id
        res = super().unlink()
        reach_cache.forget(self.env)
        users._dan_chu_sync_groups()
        return res

    def action_end_today(self):
        """The role is gone with the next request: yesterday was its last day.

        One given today by mistake is taken back as well, and the line shows both.
        """
        day = fields.Date.subtract(today(), days=1)
        self.filtered(lambda line: line.state == "current").write({"date_to": day})

    @api.model
    def _in_force_domain(self, day):
        return Domain("date_from", "<=", day) & (
            Domain("date_to", "=", False) | Domain("date_to", ">=", day)
        )

    def _has_days(self):
        """Not so when it was taken back on the day it began."""
        return not self.date_to or self.date_to >= self.date_from

    def _check_only_the_end_changes(self, vals):
        for line in self:
            kept = {"user_id", "unit_id", "role"} | (
                {"date_from"} if line.state != "upcoming" else set()
            )
            fields_ = [line._fields[name] for name in kept & vals.keys()]
            if any(
                field.convert_to_cache(vals[field.name], line)
                != field.convert_to_cache(line[field.name], line)
                for field in fields_
            ):
                raise UserError(
                    self.env._(
                        "%s: who, where, what and since when do not change. "
                        "End this line and add another.",
                        line.display_name,
                    )
                )

    def _is_shortened_by(self, vals):
        """A right may be cut short by anybody who may write it, its holder included."""
        if vals.keys() - {"date_to", "paper"}:
            return False
        new = fields.Date.to_date(vals.get("date_to", self.date_to))
        return new == self.date_to or bool(new and (not self.date_to or new < self.date_to))

    def _check_not_by_own_hand(self):
        """Nobody makes themselves head; an inspector is made by membership of the board."""
        if self.env.su:
            return
        names = dict(self._fields["role"]._description_selection(self.env))
        for line in self:
            if line.role == "inspector":
                raise AccessError(
                    self.env._(
                        "The role “%s” comes from membership of the People's Inspection Board "
                        "and is given by nobody.",
                        names[line.role],
                    )
                )
            if line.user_id == self.env.user and line.role not in SELF_GRANTED:
                raise AccessError(
                    self.env._(
                        "The role “%s” cannot be given to oneself, nor changed by its holder. "
                        "Ask another manager.",
                        names[line.role],
                    )
                )

    def _apply(self):
        reach_cache.forget(self.env)
        self.user_id._dan_chu_sync_groups()

    @api.model
    def _cron_follow_the_day(self):
        """Roles that began or ended with the day: groups, menus and followers follow.

        What a role reaches ends at midnight by itself, because reach is asked by the day.
        """
        held = self.search(self._in_force_domain(today())).user_id
        grouped = self.env["res.groups"].union(*(self.env.ref(xmlid) for xmlid in GROUPS.values()))
        (held | grouped.user_ids)._dan_chu_sync_groups()

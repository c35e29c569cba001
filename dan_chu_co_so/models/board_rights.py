from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL, OrderedSet, ormcache

from ..lib.clock import today
from . import reach_cache
from .board_member import LEADING


class Assignment(models.Model):
    """The role of an inspector comes of a mandate in a board, and goes with it."""

    _inherit = "dan_chu.assignment"

    board_member_id = fields.Many2one(
        "dan_chu.board.member", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    board_id = fields.Many2one(
        "dan_chu.board", readonly=True, index="btree_not_null", ondelete="restrict"
    )

    _from_a_mandate = models.Constraint(
        "CHECK(board_member_id IS NULL OR role = 'inspector')",
        "A mandate in a board gives the role of an inspector.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            vals_list = [{**vals, "board_id": False, "board_member_id": False} for vals in vals_list]
        return super().create(vals_list)

    def write(self, vals):
        if not self.env.su and vals.keys() & {"board_id", "board_member_id"}:
            raise AccessError(self.env._("The mandate a role comes from is kept by the system."))
        return super().write(vals)


class Board(models.Model):
    _inherit = "dan_chu.board"

    def _sync_inspectors(self):
        """Roles follow the mandates of the boards that work by themselves."""
        lines = self.env["dan_chu.assignment"].sudo()
        for board in self.sudo().filtered("is_sealed"):
            held = lines.search([("board_id", "=", board.id), ("date_to", "=", False)])
            wanted = {member: user for member in board.member_ids if (user := member._inspector())}
            gone = held.filtered(
                lambda line, wanted=wanted: wanted.get(line.board_member_id) != line.user_id
            )
            for line in gone:
                last = line.board_member_id.date_to or fields.Date.subtract(today(), days=1)
                line.write({"date_to": max(last, fields.Date.subtract(line.date_from, days=1))})
            for member in wanted.keys() - (held - gone).board_member_id:
                lines.create(
                    {
                        "user_id": wanted[member].id,
                        "unit_id": board.unit_id.id,
                        "role": "inspector",
                        "date_from": max(member.date_from, member.recognised_on),
                        "paper": board.recognition_paper or board.name,
                        "board_id": board.id,
                        "board_member_id": member.id,
                    }
                )
        reach_cache.forget(self.env)

    def _require_member(self, leads=False):
        """Refuse unless the user is a member today; one of those who lead it, where asked."""
        if self.env.su:
            return
        held = self.env.user._dan_chu_boards(leads)
        for board in self:
            if board.id not in held:
                name = board.sudo().display_name
                raise AccessError(
                    self.env._("This is for the head or a deputy of “%s”.", name)
                    if leads
                    else self.env._("This is for the members of “%s”.", name)
                )


class BoardMember(models.Model):
    _inherit = "dan_chu.board.member"

    def _inspector(self):
        """The user who gets the role by this mandate, if anybody does.

        Whoever leads the house reads what inspectors read of it no more, whatever the list says
        (Điều 60 khoản 2).
        """
        self.ensure_one()
        if self.board_id.state != "active" or not self.recognised_on:
            return False
        if self.date_to and self.date_to < today():
            return False
        user = self.employee_id.user_id
        if not user or user.share or user in self._excluded_users():
            return False
        return user

    def _excluded_users(self):
        unit = self.board_id.unit_id
        led_by = unit.head_id | unit.deputy_ids | unit.chief_accountant_id
        return unit._people("head") | led_by.user_id


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {"user_id", "active"}:
            members = self.env["dan_chu.board.member"].sudo()
            members.search([("employee_id", "in", self.ids)]).board_id._sync_inspectors()
        return res


class ResUsers(models.Model):
    _inherit = "res.users"

    def _dan_chu_boards(self, leads=False):
        """Ids of the boards that work by themselves of which the user is a member today."""
        self.ensure_one()
        return self._dan_chu_boards_on(leads, today())

    @ormcache("self.id", "leads", "day")
    def _dan_chu_boards_on(self, leads, day):
        self.env["dan_chu.assignment"].flush_model()
        self.env["dan_chu.board.member"].flush_model()
        query = SQL(
            """
            SELECT DISTINCT held.board_id
              FROM dan_chu_assignment held
              JOIN dan_chu_board_member member ON member.id = held.board_member_id
             WHERE held.user_id = %(user)s AND held.role = 'inspector'
               AND held.date_from <= %(day)s
               AND (held.date_to IS NULL OR held.date_to >= %(day)s)
               AND (NOT %(leads)s OR member.role = ANY(%(leading)s))
             ORDER BY held.board_id
            """,
            user=self.id,
            day=day,
            leads=leads,
            leading=list(LEADING),
        )
        reach_cache.tidy_if_late(self.env)
        return OrderedSet(board for (board,) in self.env.execute_query(query))

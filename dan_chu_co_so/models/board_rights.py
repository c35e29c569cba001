from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL, OrderedSet, ormcache

from ..lib.clock import today
from . import reach_cache
from .board_member import LEADING

# What can take somebody out of the house, or give the mandate to another login.
_MOVES = {"user_id", "active", "dan_chu_unit_id", "department_id", "company_id"}


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
            vals_list = [
                {**vals, "board_id": False, "board_member_id": False} for vals in vals_list
            ]
        return super().create(vals_list)

    def write(self, vals):
        if not self.env.su and vals.keys() & {"board_id", "board_member_id"}:
            raise AccessError(self.env._("The mandate a role comes from is kept by the system."))
        if not self.env.su and (line := self.sudo().filtered("board_member_id")[:1]):
            raise AccessError(
                self.env._(
                    "%s: the role comes of a mandate in a board and goes with it. "
                    "The mandate is what can be ended.",
                    line.display_name,
                )
            )
        return super().write(vals)

    def _apply(self):
        """Who becomes head stops being an inspector of the house, and may be one again after."""
        super()._apply()
        self.filtered(lambda line: line.role == "head").unit_id._sync_inspectors()

    @api.model
    def _cron_follow_the_day(self):
        super()._cron_follow_the_day()
        at_work = self.env["dan_chu.board"].search([("state", "=", "active")])
        at_work.filtered("is_sealed")._sync_inspectors()


class Board(models.Model):
    _inherit = "dan_chu.board"

    def _sync_inspectors(self):
        """Roles follow the mandates of the boards that work by themselves.

        A line that was cut short stays as it is: whoever may be an inspector again gets another.
        """
        lines = self.env["dan_chu.assignment"].sudo()
        boards, day = self.sudo().filtered("is_sealed"), today()
        yesterday = fields.Date.subtract(day, days=1)
        ever = lines.search([("board_id", "in", boards.ids)], order="date_from, id")
        held = ever.filtered(lambda line: not line.date_to or line.date_to >= day)
        wanted = boards._inspectors()
        gone = held.filtered(lambda line: wanted.get(line.board_member_id) != line.user_id)
        for line in gone:
            ended = line.board_member_id.date_to or yesterday
            first = fields.Date.subtract(line.date_from, days=1)
            line.write({"date_to": max(min(ended, yesterday), first)})
        for line in held - gone:
            if line.date_to != line.board_member_id.date_to:
                line.write({"date_to": line.board_member_id.date_to})
        for member in wanted.keys() - set((held - gone).board_member_id):
            before = ever.filtered(lambda line, member=member: line.board_member_id == member)
            lines.create(member._inspector_values(wanted[member], before))
        reach_cache.forget(self.env)

    def _inspectors(self):
        """{member: user} of those who are to have the role.

        Whoever leads the house reads what inspectors read of it no more, whatever the list says
        (Điều 60 khoản 2), nor does who works there no longer.
        """
        heads = self.unit_id._people_by_unit("head")
        return {
            member: user
            for board in self
            for member in board.member_ids
            if (user := member._inspector(heads[board.unit_id]))
        }

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

    def _inspector(self, heads):
        """The user who gets the role by this mandate, if anybody does."""
        self.ensure_one()
        board, person = self.board_id, self.employee_id
        if board.state != "active" or not self.recognised_on:
            return False
        if self.date_to and self.date_to < today():
            return False
        user = person.user_id
        is_barred = user in heads or person in board.unit_id._leaders()
        if not user.active or user.share or is_barred:
            return False
        is_here = person.active and person.dan_chu_unit_id.institution_id == board.unit_id
        return is_here and user

    def _inspector_values(self, user, before):
        """After a pause, from today: it does not cover the days between."""
        begins = [self.date_from, self.recognised_on]
        if before:
            begins.append(max(fields.Date.add(line.date_to, days=1) for line in before))
        return {
            "user_id": user.id,
            "unit_id": self.board_id.unit_id.id,
            "role": "inspector",
            "date_from": max(begins),
            "date_to": self.date_to,
            "paper": self.recognition_paper or self.board_id.recognition_paper,
            "board_id": self.board_id.id,
            "board_member_id": self.id,
        }


class Unit(models.Model):
    _inherit = "dan_chu.unit"

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {"head_id", "deputy_ids", "chief_accountant_id"}:
            self._sync_inspectors()
        return res

    def _leaders(self):
        """Who may not be a people's inspector of the house."""
        unit = self.sudo()
        return unit.head_id | unit.deputy_ids | unit.chief_accountant_id

    def _sync_inspectors(self):
        boards = self.env["dan_chu.board"].sudo()
        at_work = [("unit_id", "in", self.ids), ("state", "=", "active")]
        if found := boards.search(at_work).filtered("is_sealed"):
            found._sync_inspectors()


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & _MOVES:
            mandates = self.env["dan_chu.board.member"].sudo()
            held = [("employee_id", "in", self.ids), ("board_id.state", "=", "active")]
            if boards := mandates.search(held).board_id:
                boards._sync_inspectors()
        return res


class ResUsers(models.Model):
    _inherit = "res.users"

    def write(self, vals):
        res = super().write(vals)
        if "active" in vals:
            held = [("employee_id.user_id", "in", self.ids), ("board_id.state", "=", "active")]
            mandates = self.env["dan_chu.board.member"].sudo().with_context(active_test=False)
            if boards := mandates.search(held).board_id:
                boards._sync_inspectors()
        return res

    def _dan_chu_boards(self, leads=False):
        """Ids of the boards that work by themselves of which the user is a member today, and of
        those before them, which come last: a new board takes over the files and goes on."""
        self.ensure_one()
        return self._dan_chu_boards_on(leads, today())

    @ormcache("self.id", "leads", "day")
    def _dan_chu_boards_on(self, leads, day):
        self.env["dan_chu.assignment"].flush_model()
        self.env["dan_chu.board"].flush_model(["predecessor_id", "state"])
        self.env["dan_chu.board.member"].flush_model(["role"])
        query = SQL(
            """
            WITH RECURSIVE mine AS (
                SELECT held.board_id
                  FROM dan_chu_assignment held
                  JOIN dan_chu_board_member member ON member.id = held.board_member_id
                 WHERE held.user_id = %(user)s AND held.role = 'inspector'
                   AND held.date_from <= %(day)s
                   AND (held.date_to IS NULL OR held.date_to >= %(day)s)
                   AND (NOT %(leads)s OR member.role = ANY(%(leading)s))
                UNION
                SELECT board.predecessor_id
                  FROM mine
                  JOIN dan_chu_board board ON board.id = mine.board_id
                 WHERE board.predecessor_id IS NOT NULL
            )
            SELECT mine.board_id
              FROM mine
              JOIN dan_chu_board board ON board.id = mine.board_id
             ORDER BY board.state <> 'active', mine.board_id
            """,
            user=self.id,
            day=day,
            leads=leads,
            leading=list(LEADING),
        )
        reach_cache.tidy_if_late(self.env)
        return OrderedSet(board for (board,) in self.env.execute_query(query))

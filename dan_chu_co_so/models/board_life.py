from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import format_date

from ..lib.clock import today


class Board(models.Model):
    """How a board comes to work and ends: elected, recognised, met, followed by the next one."""

    _inherit = "dan_chu.board"

    predecessor_id = fields.Many2one(
        "dan_chu.board",
        string="Follows",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        help="The board before it, whose files it takes over.",
    )
    may_direct = fields.Boolean(compute="_compute_may_direct")
    is_to_recognise = fields.Boolean(
        string="Members to be recognised", compute="_compute_is_to_recognise"
    )

    @api.depends("unit_id", "kind_id", "is_substitute")
    @api.depends_context("uid")
    def _compute_may_direct(self):
        user = self.env.user
        for board in self:
            board.may_direct = any(
                user._dan_chu_has_role(role, board.unit_id) for role in board._directing_roles()
            )

    @api.depends("state", "member_ids.recognised_on", "member_ids.date_to")
    def _compute_is_to_recognise(self):
        for board in self:
            board.is_to_recognise = board.state != "ended" and bool(board._to_recognise())

    def action_recognise(self, day=None, paper=None):
        """The result of the election is recognised, or the decision in force: members begin."""
        for board in self:
            board._check_may_recognise()
            board._check_not_ended()
            new = board._to_recognise()
            if not new:
                raise UserError(
                    self.env._("“%s”: there is no member to recognise.", board.display_name)
                )
            day = fields.Date.to_date(day) or today()
            board._check_day_of_recognition(day)
            board.sudo()._begin(new.sudo(), day, paper)
        return True

    def action_end(self, day=None, reason=None):
        """Dissolved, or followed by the next one."""
        for board in self:
            if board.is_sealed:
                board._require_direction()
            else:
                board._require_role("officer", "head", "representative")
            if board.state != "active":
                raise UserError(self.env._("“%s” is not at work.", board.display_name))
            day = fields.Date.to_date(day) or today()
            if day > today() or day < board.recognised_on:
                raise UserError(
                    self.env._(
                        "“%(board)s” was recognised on %(start)s: it can have ended since, "
                        "until today, not on %(day)s.",
                        board=board.display_name,
                        start=format_date(self.env, board.recognised_on),
                        day=format_date(self.env, day),
                    )
                )
            board.sudo()._end(day, reason)
        return True

    def action_open_recognise(self):
        self.ensure_one()
        return self._open_wizard(
            "dan_chu.board.recognise",
            self.env._("Recognise the members") if self.is_sealed else self.env._("Members begin"),
        )

    def action_open_end(self):
        self.ensure_one()
        return self._open_wizard("dan_chu.board.end", self.env._("End the board"))

    def action_open_first_meeting(self):
        self.ensure_one()
        return self._open_wizard("dan_chu.board.meeting", self.env._("First meeting"))

    def _begin(self, new, day, paper):
        """With the system's rights: who may was asked, and the head has none of writing here."""
        self.ensure_one()
        new._put({"recognised_on": day, "recognition_paper": paper})
        if self.state == "draft":
            before = self._end_the_one_before(day)
            self._put(
                {
                    "state": "active",
                    "recognised_on": day,
                    "recognition_paper": paper,
                    "predecessor_id": before.id,
                }
            )
        self._sync_inspectors()

    def _open_wizard(self, model, name):
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": name,
            "res_model": model,
            "view_mode": "form",
            "target": "new",
            "context": {"default_board_id": self.id},
        }

    def _directing_roles(self):
        """Who records what becomes of the members.

        The representative recognises, convenes and proposes (Điều 63 khoản 2 điểm a). Where
        nobody is, where it is the Front (Điều 40 khoản 2), where the representative does the
        work itself and for boards set up by a decision, it is who keeps the paper.
        """
        self.ensure_one()
        apart = not self.is_sealed or self.is_of_residents or self.is_substitute
        if apart or not (self.unit_id and self.unit_id._people("representative")):
            return ("officer", "head")
        return ("representative",)

    def _require_direction(self):
        for board in self:
            board._require_role(*board._directing_roles())

    def _to_recognise(self):
        return self.member_ids.filtered(
            lambda member: not member.recognised_on and not member.date_to
        )

    def _check_may_recognise(self):
        """Nobody makes themselves an inspector."""
        self.ensure_one()
        if self.env.su:
            return
        self._require_direction()
        if self.is_sealed and self.env.user in self._to_recognise().sudo().employee_id.user_id:
            raise AccessError(
                self.env._(
                    "You are among the members of “%s”: somebody else records its recognition.",
                    self.display_name,
                )
            )

    def _check_not_ended(self):
        for board in self.filtered(lambda board: board.state == "ended"):
            raise UserError(self.env._("“%s” has ended and rests.", board.display_name))

    def _check_day_of_recognition(self, day):
        if day > today():
            raise UserError(
                self.env._(
                    "%s is still to come: enter the recognition once it has been made.",
                    format_date(self.env, day),
                )
            )
        if self.state == "draft" and self.elected_on and day < self.elected_on:
            raise UserError(
                self.env._(
                    "“%(board)s” was elected on %(elected)s and cannot have been recognised "
                    "before, on %(day)s.",
                    board=self.display_name,
                    elected=format_date(self.env, self.elected_on),
                    day=format_date(self.env, day),
                )
            )

    def _end_the_one_before(self, day):
        """A house has one people's inspection board; of the others, as many as have names."""
        same = Domain("unit_id", "=", self.unit_id.id) & Domain("kind_id", "=", self.kind_id.id)
        if not self.is_sealed:
            same &= Domain("name", "=", self.name)
        before = self.search(
            same & Domain("id", "!=", self.id) & Domain("state", "=", "active"),
            order="recognised_on desc, id desc",
        )
        before._end(day, self.env._("The next board was elected."))
        # A house may have gone without one for a time: the files wait for the next.
        return before[:1] or self.search(
            same & Domain("id", "!=", self.id) & Domain("state", "=", "ended"),
            order="ended_on desc, id desc",
            limit=1,
        )

    def _end(self, day, reason):
        for board in self:
            for member in board.member_ids.filtered(
                lambda member: not member.date_to or member.date_to > day
            ):
                member._put({"date_to": max(day, member.date_from), "end_reason": "term"})
            board._put({"state": "ended", "ended_on": day, "end_reason": reason})
        self._sync_inspectors()

    def _hold_first_meeting(self, day, seats):
        """{member: (role, tasks)}, as the members chose and divided the work themselves."""
        self.ensure_one()
        self._require_direction()
        self._check_not_ended()
        if day > today() or (self.elected_on and day < self.elected_on):
            raise UserError(
                self.env._(
                    "The first meeting is held after the election and before it is entered "
                    "here, not on %s.",
                    format_date(self.env, day),
                )
            )
        if sum(role == "head" for role, _tasks in seats.values()) != 1:
            raise UserError(self.env._("The first meeting chooses one head of the board."))
        for member, (role, tasks) in seats.items():
            member._check_not_own_role(role)
            member.sudo()._put({"role": role, "tasks": tasks})
        self.sudo()._put({"first_met_on": day})
        self.sudo()._sync_inspectors()

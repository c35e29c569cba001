from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..lib.clock import today, vietnamese
from .vote_candidates import INSPECTORATE

MAKERS = ("officer", "representative")


class Vote(models.Model):
    """What becomes of an election, and of the release of a member: the board follows."""

    _inherit = "dan_chu.vote"

    carried_out_on = fields.Date(readonly=True, copy=False)
    may_make_board = fields.Boolean(compute="_compute_may_make_board")

    @api.depends("state", "matter", "outcome", "next_ids", "carried_out_on", "option_ids.elected")
    @api.depends_context("uid")
    def _compute_may_make_board(self):
        for vote in self:
            is_last = vote.state == "closed" and not vote.next_ids and not vote.carried_out_on
            elected = vote.matter == "election" and "yes" in vote.option_ids.mapped("elected")
            released = vote.matter == "release" and vote.outcome == "passed"
            vote.may_make_board = bool(is_last and ((elected and vote._may_make()) or released))

    def _may_make(self):
        user, unit = self.env.user, self.sudo().unit_id
        return self.env.su or any(user._dan_chu_has_role(role, unit) for role in MAKERS)

    def action_make_board(self):
        """The elected of all rounds become the members, who are then to be recognised."""
        self.ensure_one()
        self.check_access("read")
        self._require_role(*MAKERS)
        self._check_to_be_carried_out("election")
        elected = self._elected()
        if not elected:
            raise UserError(self.env._("“%s”: nobody was elected.", self.name))
        board = self.board_id
        day = self._held_on()
        if board:
            board.write({"member_ids": self._members_for_empty_seats(board, elected, day)})
        else:
            board = self.env["dan_chu.board"].create(
                {
                    "unit_id": self.unit_id.id,
                    "kind_id": self.env.ref(INSPECTORATE).id,
                    "elected_on": day,
                    "date_from": day,
                    "staff_count": self.conference_id.staff_count,
                    "decision_paper": f"{self.conference_id.name} ngày {day:%d/%m/%Y}",
                    "member_ids": [
                        Command.create(self._member(option, place))
                        for place, option in enumerate(elected, 1)
                    ],
                }
            )
        self.sudo()._rounds()._put({"carried_out_on": today(), "board_id": board.id})
        return {
            "type": "ir.actions.act_window",
            "res_model": "dan_chu.board",
            "res_id": board.id,
            "views": [(False, "form")],
        }

    def action_release(self):
        """Điều 60 khoản 3: released by the conference, at the proposal of the representative."""
        self.ensure_one()
        self.check_access("read")
        self._check_to_be_carried_out("release")
        if self.outcome != "passed":
            raise UserError(self.env._("“%s” was not passed.", self.name))
        if not self.member_id:
            raise UserError(self.env._("“%s” does not say which member is released.", self.name))
        self.member_id._end_mandate(self._held_on(), "released", self.outcome_words)
        self.sudo()._put({"carried_out_on": today()})
        return {
            "type": "ir.actions.act_window",
            "res_model": "dan_chu.board",
            "res_id": self.member_id.board_id.id,
            "views": [(False, "form")],
        }

    def _check_to_be_carried_out(self, matter):
        if self.matter != matter:
            raise UserError(self.env._("“%s” is about something else.", self.name))
        self._require_state("closed")
        self.sudo()._check_is_last()
        board = self.board_id or self.member_id.board_id
        if board and board.sudo().unit_id != self.unit_id:
            raise UserError(
                self.env._(
                    "“%(board)s” is not of %(unit)s.", board=board.name, unit=self.unit_id.name
                )
            )

    def _elected(self):
        """Of all rounds: most votes first, those of the first round before those of the next."""
        rounds = self.sudo()._rounds()
        elected = self.env["dan_chu.vote.option"].sudo()
        for vote in rounds:
            chosen = vote.option_ids.filtered(lambda option: option.elected == "yes")
            elected |= chosen.sorted(lambda option: (-option.votes, option.sequence, option.id))
        return elected

    def _held_on(self):
        return vietnamese(self.closed_on).date()

    def _member(self, option, place):
        who = (
            {"employee_id": option.employee_id.id}
            if option.employee_id
            else {"name": option.name, "position": option.position}
        )
        return {**who, "sequence": 10 * place}

    def _members_for_empty_seats(self, board, elected, day):
        """Whoever left first is followed by whoever has the most votes."""
        followed = board.member_ids.replaces_id
        left = (board.member_ids - followed).filtered(
            lambda member: member.date_to and member.date_to <= day
        )
        before = list(left.sorted("date_to"))[: len(elected)]
        before += [None] * (len(elected) - len(before))
        return [
            Command.create(
                {
                    **self._member(option, place),
                    "date_from": max(day, fields.Date.add(old.date_to, days=1)) if old else day,
                    "replaces_id": old.id if old else False,
                }
            )
            for place, (option, old) in enumerate(zip(elected, before, strict=True), 50)
        ]

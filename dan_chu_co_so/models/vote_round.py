from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command


class Vote(models.Model):
    """Voted again: because the chair reopened it, or for seats that nobody has won yet."""

    _inherit = "dan_chu.vote"

    open_seats = fields.Integer(
        string="Seats still open", readonly=True, copy=False, help="After this round."
    )
    next_ids = fields.One2many("dan_chu.vote", "previous_id", string="Next round")
    is_replaced = fields.Boolean(
        string="Voted again since",
        compute="_compute_is_replaced",
        help="The result stays readable; that of the later round counts.",
    )

    _reason_of_a_round = models.Constraint(
        "CHECK(reopen_reason IS NULL OR previous_id IS NOT NULL)",
        "Only a later round has a reason why it was voted again.",
    )

    @api.depends("next_ids.reopen_reason")
    def _compute_is_replaced(self):
        for vote in self:
            vote.is_replaced = any(vote.next_ids.mapped("reopen_reason"))

    def action_reopen(self, reason=None):
        """By who chairs: voted again as a new round, and the first result stays readable."""
        self.ensure_one()
        self.sudo().conference_id.with_env(self.env)._require_chair()
        reason = reason.strip() if isinstance(reason, str) else ""
        if not reason:
            raise UserError(self.env._("Say why it is voted again: the minutes show it."))
        vote = self._for_the_chair()
        vote._check_is_last()
        people = [vote._copied(option) for option in vote.option_ids]
        again = vote._new_round({"seats": vote.seats, "reopen_reason": reason}, people)
        vote.conference_id.message_post(
            body=self.env._(
                "“%(vote)s” is voted again, round %(round)s: %(reason)s",
                vote=vote.name,
                round=again.round_number,
                reason=reason,
            )
        )
        return again._open_form()

    def action_next_round(self):
        """For the seats still open: who tied stands again, or else those who were not elected."""
        self.ensure_one()
        self._require_running()
        vote = self._for_the_chair()
        vote._check_is_last()
        if not vote.is_election or vote.outcome == "unknown" or not vote.open_seats:
            raise UserError(
                self.env._("“%s” left no seat open: there is nothing to vote on.", vote.name)
            )
        tied = vote.option_ids.filtered(lambda option: option.elected == "tie")
        left = tied or vote.option_ids.filtered(lambda option: option.elected != "yes")
        people = [vote._copied(option) for option in left]
        return vote._new_round({"seats": vote.open_seats}, people)._open_form()

    def action_open_reopen(self):
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Vote again"),
            "res_model": "dan_chu.vote.reopen",
            "view_mode": "form",
            "target": "new",
            "context": {"default_vote_id": self.id},
        }

    def action_open_next(self):
        self.ensure_one()
        self.check_access("read")
        return self.next_ids[:1]._open_form()

    def action_split_by_body(self):
        """At a joint conference: the same vote once for each body."""
        self.ensure_one()
        self._require_role("officer")
        self._require_state("draft")
        bodies = self.conference_id.body_ids
        if not bodies or self.body_id:
            raise UserError(self.env._("“%s” is of one body already.", self.name))
        for body in bodies[1:]:
            self.copy(
                {
                    "body_id": body.id,
                    "option_ids": [Command.create(self._copied(row)) for row in self.option_ids],
                }
            )
        self.body_id = bodies[0]
        return True

    def _for_the_chair(self):
        vote = self.sudo()
        vote._require_state("closed")
        vote.conference_id._require_state("open", "ballot")
        return vote

    def _check_is_last(self):
        if self.next_ids:
            raise UserError(
                self.env._(
                    "“%(vote)s” was followed by round %(round)s: go on from that one.",
                    vote=self.name,
                    round=self.next_ids[0].round_number,
                )
            )
        if self.carried_out_on:
            raise UserError(
                self.env._("“%s” was carried out: the board goes by its result.", self.name)
            )

    def _new_round(self, values, people):
        new = self.create(
            {
                "conference_id": self.conference_id.id,
                "item_id": self.item_id.id,
                "body_id": self.body_id.id,
                "name": self.name,
                "matter": self.matter,
                "is_election": self.is_election,
                "method": self.method,
                "base_kind": self.base_kind,
                "sequence": self.sequence,
                "board_id": self.board_id.id,
                "member_id": self.member_id.id,
                "basis_vote_id": self.basis_vote_id.id,
                "seats": values["seats"],
                "option_ids": [Command.create(row) for row in people],
            }
        )
        new._put({"previous_id": self.id, "round_number": self.round_number + 1, **values})
        return new

    @api.model
    def _copied(self, option):
        return {
            "employee_id": option.employee_id.id,
            "name": option.name,
            "position": option.position,
            "sequence": option.sequence,
        }

    def _in_force(self):
        """The round whose result counts: the last one, if it was voted again."""
        vote = self
        while again := vote.next_ids.filtered("reopen_reason")[:1]:
            vote = again
        return vote

    def _rounds(self):
        """The rounds whose results count together, the first one first."""
        self.ensure_one()
        counted, vote = self.browse(), self
        while vote:
            counted = vote | counted
            while vote.reopen_reason:
                # That result stands in place of the one before.
                vote = vote.previous_id
            vote = vote.previous_id
        return counted

    def _open_form(self):
        return {
            "type": "ir.actions.act_window",
            "res_model": "dan_chu.vote",
            "res_id": self.id,
            "views": [(self.env.ref("dan_chu_co_so.vote_view_form").id, "form")],
        }

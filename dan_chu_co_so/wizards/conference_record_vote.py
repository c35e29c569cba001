from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..lib.vote_lines import read_result
from ..lib.voting import passed


class ConferenceRecordVote(models.TransientModel):
    _name = "dan_chu.conference.record.vote"
    _description = "Vote at a conference held on paper"
    _inherit = ["dan_chu.readable.links"]

    record_id = fields.Many2one("dan_chu.conference.record", required=True, ondelete="cascade")
    is_election = fields.Boolean()
    name = fields.Char(string="Voted on", required=True)
    matter = fields.Selection(
        selection=lambda self: (
            self.env["dan_chu.vote"]._fields["matter"]._description_selection(self.env)
        ),
        required=True,
        default="other",
    )
    method = fields.Selection(
        [("hands", "Show of hands"), ("paper", "Secret ballot on paper")],
        required=True,
        default="hands",
    )
    seats = fields.Integer(default=3)
    votes_for = fields.Integer(string="For")
    votes_against = fields.Integer(string="Against")
    votes_blank = fields.Integer(string="No opinion")
    issued = fields.Integer(string="Ballots issued")
    collected = fields.Integer(string="Ballots collected")
    invalid = fields.Integer(string="Invalid ballots")
    people = fields.Text(string="Candidates and their votes", help="A person and the votes a line.")
    sum_words = fields.Text(string="Sum", compute="_compute_sum_words")

    @api.depends(
        "votes_for", "people", "is_election", "record_id.present", "record_id.unit_id", "method"
    )
    def _compute_sum_words(self):
        for line in self:
            line.sum_words = line._election_sum() if line.is_election else line._sum()

    def _sum(self):
        present = self.record_id.present
        if self.votes_for > present:
            return self.env._(
                "%(votes)s votes, but only %(present)s came.", votes=self.votes_for, present=present
            )
        return passed(self.votes_for, present, self.record_id._law("majority")).words

    def _election_sum(self):
        people, wrong = read_result(self.people)
        told = [f"{name}: {votes}" for name, votes in people]
        told += [self.env._("Not understood: %s", line) for line in wrong]
        return "\n".join(told) or False

    def _as_vote(self):
        """(values, totals, votes of the candidates in their order)"""
        self.ensure_one()
        values = {"name": self.name, "matter": self.matter, "method": self.method}
        if not self.is_election:
            said = {name: self[name] for name in ("votes_for", "votes_against", "votes_blank")}
            if not any(said.values()):
                raise UserError(
                    self.env._("“%s”: type the votes, or take out the line.", self.name)
                )
            return values, {**said, **self._ballots(sum(said.values()))}, []
        people, wrong = read_result(self.people)
        if wrong or not people:
            raise UserError(
                self.env._(
                    "“%(vote)s”: write a person and the votes on each line, as “Trần Thị Bình: "
                    "52”. Not understood: %(lines)s",
                    vote=self.name,
                    lines="; ".join(wrong) or "…",
                )
            )
        roll = self.record_id.unit_id._staff_roll()
        options = []
        for place, (name, _votes) in enumerate(people, start=1):
            found = roll.find(name)
            person = found.key if found.kind == "employee" else False
            options.append(Command.create({"sequence": place, "employee_id": person, "name": name}))
        values |= {"seats": self.seats, "option_ids": options}
        totals = self._ballots(max(self.collected - self.invalid, 0))
        return values, totals, [votes for _name, votes in people]

    def _ballots(self, valid):
        """Of a ballot on paper; what was not typed follows from the rest."""
        if self.method == "hands":
            return {}
        collected = self.collected or valid + self.invalid
        return {
            "valid": collected - self.invalid if self.is_election else valid,
            "invalid": self.invalid,
            "collected": collected,
            "issued": self.issued or collected,
        }

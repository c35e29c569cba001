from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..lib.vote_lines import read_result


class ConferenceRecordElection(models.TransientModel):
    """A model of its own: two lists of one model in one form are mixed up while it is typed."""

    _name = "dan_chu.conference.record.election"
    _description = "Election at a conference held on paper"
    _inherit = ["dan_chu.readable.links"]

    record_id = fields.Many2one("dan_chu.conference.record", required=True, ondelete="cascade")
    name = fields.Char(string="Election", required=True)
    matter = fields.Selection(
        selection=lambda self: [
            (code, label)
            for code, label in self.env["dan_chu.vote"]
            ._fields["matter"]
            ._description_selection(self.env)
            if code in ("election", "delegates")
        ],
        required=True,
        default="election",
    )
    method = fields.Selection(
        [("hands", "Show of hands"), ("paper", "Secret ballot on paper")],
        required=True,
        default="paper",
    )
    seats = fields.Integer(default=3)
    issued = fields.Integer(string="Ballots issued")
    collected = fields.Integer(string="Ballots collected")
    invalid = fields.Integer(string="Invalid ballots")
    people = fields.Text(
        string="Candidates and their votes", help="A person and the votes on each line."
    )
    read_as = fields.Text(string="Read as", compute="_compute_read_as")

    @api.depends("people")
    def _compute_read_as(self):
        for line in self:
            people, wrong = read_result(line.people)
            told = [f"{name}: {votes}" for name, votes in people]
            told += [self.env._("Not understood: %s", each) for each in wrong]
            line.read_as = "\n".join(told) or False

    def _as_vote(self):
        """(values, totals, votes of the candidates in their order)"""
        self.ensure_one()
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
            # Of a person of the house the name is the one on record, however it was typed.
            who = {"employee_id": found.key} if found.kind == "employee" else {"name": name}
            options.append(Command.create({"sequence": place, **who}))
        values = {
            "name": self.name,
            "matter": self.matter,
            "method": self.method,
            "seats": self.seats,
            "option_ids": options,
        }
        return values, self._ballots(), [votes for _name, votes in people]

    def _ballots(self):
        if self.method == "hands":
            return {}
        return {
            "valid": max(self.collected - self.invalid, 0),
            "invalid": self.invalid,
            "collected": self.collected,
            "issued": self.issued or self.collected,
        }

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.voting import passed

_SAID = ("votes_for", "votes_against", "votes_blank")


class ConferenceRecordVote(models.TransientModel):
    _name = "dan_chu.conference.record.vote"
    _description = "Vote at a conference held on paper"
    _inherit = ["dan_chu.readable.links"]

    record_id = fields.Many2one("dan_chu.conference.record", required=True, ondelete="cascade")
    name = fields.Char(string="Voted on", required=True)
    matter = fields.Selection(
        selection=lambda self: [
            (code, label)
            for code, label in self.env["dan_chu.vote"]
            ._fields["matter"]
            ._description_selection(self.env)
            if code not in ("election", "delegates")
        ],
        required=True,
        default="other",
    )
    method = fields.Selection(
        [("hands", "Show of hands"), ("paper", "Secret ballot on paper")],
        required=True,
        default="hands",
    )
    votes_for = fields.Integer(string="For")
    votes_against = fields.Integer(string="Against")
    votes_blank = fields.Integer(string="No opinion")
    issued = fields.Integer(string="Ballots issued")
    collected = fields.Integer(string="Ballots collected")
    invalid = fields.Integer(string="Invalid ballots")
    sum_words = fields.Text(string="Sum", compute="_compute_sum_words")

    @api.depends(*_SAID, "record_id.present", "record_id.unit_id")
    def _compute_sum_words(self):
        for line in self:
            present = line.record_id.present
            if not any(line[name] for name in _SAID):
                line.sum_words = False
            elif line.votes_for > present:
                line.sum_words = self.env._(
                    "%(votes)s votes, but only %(present)s came.",
                    votes=line.votes_for,
                    present=present,
                )
            else:
                rule = line.record_id._law("majority")
                line.sum_words = passed(line.votes_for, present, rule).words

    def _as_vote(self):
        """(values, totals, votes of the candidates in their order)"""
        self.ensure_one()
        said = {name: self[name] for name in _SAID}
        if not any(said.values()):
            raise UserError(self.env._("“%s”: type the votes, or take out the line.", self.name))
        values = {"name": self.name, "matter": self.matter, "method": self.method}
        return values, {**said, **self._ballots(sum(said.values()))}, []

    def _ballots(self, valid):
        """Of a ballot on paper; what was not typed follows from the rest."""
        if self.method == "hands":
            return {}
        collected = self.collected or valid + self.invalid
        return {
            "valid": valid,
            "invalid": self.invalid,
            "collected": collected,
            "issued": self.issued or collected,
        }

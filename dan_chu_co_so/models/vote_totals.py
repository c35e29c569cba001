from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.vote_totals import Totals, is_counted, misfits
from .vote import RESULT, TYPED


class Vote(models.Model):
    """The totals of a vote: what cannot have happened is refused, by the database at the last."""

    _inherit = "dan_chu.vote"

    misfits = fields.Text(string="Does not add up", compute="_compute_misfits")

    _not_negative = models.Constraint(
        "CHECK(base_count >= 0 AND entitled >= 0 AND issued >= 0 AND collected >= 0 AND valid >= 0 "
        "AND invalid >= 0 AND votes_for >= 0 AND votes_against >= 0 AND votes_blank >= 0)",
        "No total is below zero.",
    )
    _hands_in_the_room = models.Constraint(
        "CHECK(method <> 'hands' OR votes_for + votes_against + votes_blank <= entitled)",
        "More hands were counted than there are people in the room who may vote.",
    )
    _hands_are_no_ballots = models.Constraint(
        "CHECK(method <> 'hands' OR issued + collected + valid + invalid = 0)",
        "A show of hands has no ballots.",
    )
    _hands_decide_among_people = models.Constraint(
        "CHECK(method <> 'hands' OR base_kind NOT IN ('collected', 'valid'))",
        "A show of hands has no ballots: choose another majority, of those who attended.",
    )
    _ballots_issued = models.Constraint(
        "CHECK(method = 'hands' OR issued <= entitled)",
        "No more ballots are issued than there are people entitled to vote.",
    )
    _ballots_collected = models.Constraint(
        "CHECK(method = 'hands' OR collected <= issued)",
        "No more ballots are collected than were issued.",
    )
    # While somebody still types the sums may be short; a vote is not closed on them.
    _ballots_sorted = models.Constraint(
        "CHECK(method = 'hands' OR valid + invalid <= collected AND "
        "(state IN ('draft', 'open') OR valid + invalid = collected))",
        "The valid and the invalid ballots together are those collected.",
    )
    _ballots_read = models.Constraint(
        "CHECK(method = 'hands' OR is_election IS TRUE OR "
        "votes_for + votes_against + votes_blank <= valid AND "
        "(state IN ('draft', 'open') OR votes_for + votes_against + votes_blank = valid))",
        "For, against and no opinion together are the valid ballots.",
    )
    _election_has_candidates = models.Constraint(
        "CHECK(is_election IS NOT TRUE OR votes_for + votes_against + votes_blank = 0)",
        "In an election each candidate has votes; there is no for and against.",
    )
    _within_the_base = models.Constraint(
        "CHECK(state <> 'closed' OR votes_for <= base_count)",
        "No more can be for it than the number the majority is taken of.",
    )
    # Điều 51 khoản 2 điểm c; of a ballot to all the law names no base (Điều 50 khoản 2).
    _base_of_the_law = models.Constraint(
        "CHECK(is_ballot IS TRUE OR base_kind = 'attended' OR matter NOT IN "
        "('election', 'release', 'contributions', 'self_management', 'resolution'))",
        "Matters of Điều 49 are decided by the majority of all who attended (Điều 51 khoản 2 "
        "điểm c).",
    )
    _all_staff_in_a_ballot = models.Constraint(
        "CHECK(is_ballot IS TRUE OR base_kind <> 'all_staff')",
        "All the staff are asked in a ballot to all; at a conference it is those who attended.",
    )

    @api.depends("state", "method", "is_election", "seats", "entitled", *RESULT, "option_ids.votes")
    def _compute_misfits(self):
        for vote in self:
            is_live = vote.state == "open" and vote.method in TYPED
            totals = vote._totals() if is_live else None
            found = misfits(totals) if totals and is_counted(totals) else []
            vote.misfits = "\n".join(map(self._misfit_sentence, found)) or False

    def enter_totals(self, totals=None, candidates=None):
        """What was counted: {field: number}, and {id of a candidate: votes}; by who counts.

        Answers with what does not add up yet.
        """
        self.ensure_one()
        self._require_running()
        vote = self.sudo()
        vote._require_state("open")
        if vote.method not in TYPED:
            raise UserError(
                self.env._("“%s” is electronic: it counts by itself.", vote.display_name)
            )
        totals, candidates = self._numbers(totals, RESULT), self._numbers(candidates)
        options = {str(option.id): option for option in vote.option_ids}
        if candidates.keys() - options.keys():
            raise UserError(self.env._("“%s”: no such candidate.", vote.display_name))
        vote._put(totals)
        for number, votes in candidates.items():
            options[number]._put({"votes": votes})
        vote.flush_recordset()
        vote.option_ids.flush_recordset()
        return vote.misfits or ""

    def check_totals(self, totals=None, candidates=None):
        """The same without keeping it, while somebody types."""
        self.ensure_one()
        self._require_running()
        vote = self.sudo()
        totals, candidates = self._numbers(totals, RESULT), self._numbers(candidates)
        supposed = vote._totals(totals, candidates)
        found = misfits(supposed) if is_counted(supposed) else []
        return "\n".join(map(self._misfit_sentence, found))

    def _totals(self, typed=None, candidates=None):
        """The totals as they are kept, or as somebody has typed them."""
        self.ensure_one()
        values = {name: (typed or {}).get(name, self[name]) for name in RESULT}
        votes = candidates or {}
        rows = tuple(
            (option.name or "", votes.get(str(option.id), option.votes))
            for option in self.option_ids
        )
        return Totals(
            is_hands=self.method == "hands",
            entitled=self.entitled,
            seats=self.seats,
            candidates=rows if self.is_election else None,
            **values,
        )

    def _check_totals_add_up(self):
        for vote in self:
            totals = vote._totals()
            if not is_counted(totals):
                raise UserError(
                    self.env._(
                        "“%s”: enter what was counted first. If it was opened too early, take "
                        "the opening back.",
                        vote.display_name,
                    )
                )
            found = misfits(totals)
            if found:
                raise UserError("\n".join(map(self._misfit_sentence, found)))

    @api.model
    def _numbers(self, values, names=None):
        """Whole numbers that came over the wire, by their names."""
        if values is None:
            return {}
        if not isinstance(values, dict):
            raise UserError(self.env._("Totals come as names with numbers."))
        for name, value in values.items():
            is_whole = isinstance(value, int) and not isinstance(value, bool)
            if not is_whole or not 0 <= value < 10**6 or (names and name not in names):
                field = self._fields.get(name) if isinstance(name, str) else None
                label = field._description_string(self.env) if field else name
                raise UserError(
                    self.env._("“%(value)s” is no number of %(name)s.", value=value, name=label)
                )
        return {str(name): value for name, value in values.items()}

    @api.model
    def _misfit_sentence(self, misfit):
        return self._misfit_words(misfit.code) % misfit.values

    @api.model
    def _misfit_words(self, code):
        return {
            "hands_over": self.env._(
                "%(sum)s hands, but only %(entitled)s people in the room may vote."
            ),
            "hands_for_one_over": self.env._(
                "%(votes)s hands for %(name)s, but only %(entitled)s people in the room may vote."
            ),
            "issued_over": self.env._(
                "%(issued)s ballots issued, but only %(entitled)s people may vote."
            ),
            "collected_over": self.env._(
                "%(collected)s ballots collected, but only %(issued)s were issued."
            ),
            "not_all_sorted": self.env._(
                "%(valid)s valid and %(invalid)s invalid are %(sum)s ballots, but %(collected)s "
                "were collected."
            ),
            "not_all_said": self.env._(
                "For, against and no opinion are %(sum)s, but %(valid)s ballots are valid."
            ),
            "one_over": self.env._(
                "%(votes)s votes for %(name)s, but only %(valid)s ballots are valid."
            ),
            "names_over": self.env._(
                "%(sum)s votes in all, but %(valid)s valid ballots with at most %(seats)s names "
                "give %(most)s at most."
            ),
        }[code]

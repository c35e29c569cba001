from dataclasses import dataclass

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import format_date

from ..lib.award_rules import check
from ..lib.rule_value import RuleAnswer
from .commendation_facts import OUT, Facts

# Rounds whose nominations are still looked at.
LIVING = ("open", "council")
# Nothing is to be said any more.
SETTLED = (*OUT, "awarded")


@dataclass(frozen=True)
class Asked:
    """What is asked for an award on the day of a round: read once for all its nominations."""

    award: models.BaseModel
    category: str
    is_per_house: bool
    conditions: list
    no_discipline: RuleAnswer | None


class Commendation(models.Model):
    """What speaks against a nomination: it warns, with the article, and refuses nothing."""

    _inherit = "dan_chu.commendation"

    against = fields.Text(string="What speaks against it", compute="_compute_against")
    asked_words = fields.Text(string="What the award asks for", compute="_compute_asked_words")

    is_against = fields.Boolean(
        string="Something speaks against it",
        compute="_compute_against",
        search="_search_is_against",
        help="Of the rounds that are not decided yet.",
    )
    missing_words = fields.Text(string="Papers missing", compute="_compute_missing_words")

    @api.depends(
        "round_id", "employee_id", "subject_unit_id", "award_id", "rating", "initiative_id", "state"
    )
    def _compute_against(self):
        found = self._origin._against()
        for row in self:
            row.against = "\n".join(found.get(row._origin, ())) or False
            row.is_against = bool(row.against)

    def _search_is_against(self, operator, value):
        if operator != "in":
            return NotImplemented
        living = self.search(
            Domain("round_id.state", "in", LIVING) & Domain("state", "not in", OUT)
        )
        return Domain(
            "id", "in" if True in value else "not in", [row.id for row in living._against()]
        )

    @api.depends("award_id", "achievements", "file_ids.kind", "meeting_on", "initiative_id")
    def _compute_missing_words(self):
        missing = self._origin._missing_papers()
        for row in self:
            row.missing_words = ", ".join(missing.get(row._origin, ())) or False

    @api.depends("round_id", "award_id")
    def _compute_asked_words(self):
        for row in self:
            held, award = row.round_id.sudo(), row.award_id.sudo()
            said = award and held and award._conditions_in_words(held.unit_id, held.date_from)
            row.asked_words = "\n".join(said or ()) or False

    def action_submit(self):
        """What speaks against it warns; what a rule refuses is not handed in."""
        res = super().action_submit()
        for row, said in self._against_by_rule().items():
            refused = [each for each in said if each[1] and each[1].strength == "refuse"]
            if refused:
                words = " ".join(self._with_article(*each) for each in refused)
                raise UserError(self.env._("%(name)s: %(papers)s", name=row.name, papers=words))
        return res

    def _against(self):
        """{nomination: sentences}, of those for which there are any."""
        found = self._against_by_rule()
        return {row: [self._with_article(*each) for each in said] for row, said in found.items()}

    def _against_by_rule(self):
        """{nomination: (sentence, the rule if it is one)}, in a number of statements that does
        not follow the number of nominations."""
        if not self:
            return {}
        facts, words = Facts(self), self._words_against()
        asked, limits, found = {}, {}, {}
        for row in facts.rows:
            if row["state"] in SETTLED:
                continue
            key = (row["award_id"], row["round_id"])
            if key not in asked:
                asked[key] = self._asked(facts, *key)
            said = []
            if facts.is_elsewhere(row):
                said.append((words["elsewhere"], None))
            else:
                said += self._house_sentences(facts, row, asked[key])
                said += self._condition_sentences(facts, row, asked[key], words)
            said += self._limit_sentences(facts, row, asked[key], limits)
            if said:
                found[self.browse(row["id"])] = said
        return found

    @api.model
    def _asked(self, facts, award_id, round_id):
        award, held = self.env["dan_chu.award"].sudo().browse(award_id), facts.rounds[round_id]
        discipline = self.env["dan_chu.rule"]._find(
            "commendation.no_discipline", held.unit_id, held.date_from
        )
        is_asked = discipline and discipline.kind == "yes_no"
        return Asked(
            award=award,
            category=award.category,
            is_per_house=award.limit_per == "house",
            conditions=award.condition_ids._asked(held.unit_id, held.date_from),
            no_discipline=discipline if is_asked and discipline.value else None,
        )

    @api.model
    def _house_sentences(self, facts, row, asked):
        """Whether the nominee may stand in this round at all."""
        if asked.no_discipline and row["whose"] in facts.kept_back:
            kinds = dict(
                self.env["dan_chu.discipline"]._fields["kind"]._description_selection(self.env)
            )
            for kind, end in facts.kept_back_by(row):
                yield self._kept_back_words(kinds[kind], end), asked.no_discipline
        if (row["award_id"], facts.year(row)) in facts.given.get(row["whose"], ()):
            yield self.env._("Has received this award for the same year already."), None
        if asked.category in ("form", "prize") and (others := facts.others(row)):
            others = self.env["dan_chu.award"].sudo().browse(others)
            if twice := others.filtered(lambda other: other.category == asked.category):
                names = ", ".join(twice.mapped("name"))
                yield self.env._("Nominated in this round twice: for %s as well.", names), None

    @api.model
    def _kept_back_words(self, what, end):
        if not end:
            return self.env._("%s, not over yet.", what)
        return self.env._("%(what)s, until %(day)s.", what=what, day=format_date(self.env, end))

    @api.model
    def _condition_sentences(self, facts, row, asked, words):
        if asked.conditions:
            for finding in check(facts.nominee(row), asked.conditions):
                yield words[finding.code] % finding.values, finding.rule

    @api.model
    def _limit_sentences(self, facts, row, asked, limits):
        key = (row["award_id"], row["round_id"], row["house"] if asked.is_per_house else None)
        if key not in limits:
            limits[key] = self._limit_sentence(facts, row, asked)
        return limits[key]

    @api.model
    def _limit_sentence(self, facts, row, asked):
        award, held, per_house = asked.award, facts.rounds[row["round_id"]], asked.is_per_house
        base = 0
        if award._law("limit", held.unit_id, held.date_from):
            of = award.limit_award_id.id if award.limit_of == "award" else None
            base = facts.count(row, of, per_house) if of else facts.staff_of(row, per_house)
        number, rule = award._most(held.unit_id, held.date_from, base)
        count = facts.count(row, award.id, per_house)
        if not rule or count <= number:
            return []
        words = self.env._(
            "%(count)s are nominated for it, and no more than %(most)s may be.",
            count=count,
            most=number if rule.kind == "integer" else f"{number} ({rule.display}/{base})",
        )
        return [(words, rule)]

    @api.model
    def _with_article(self, words, rule):
        return f"{words} ({rule.citation})" if rule and rule.citation else words

    @api.model
    def _words_against(self):
        """Looked up once for many nominations."""
        return {
            "elsewhere": self.env._(
                "Does not work, or no longer works, in the house that nominates."
            ),
            "rating": self.env._("Rated “%(said)s”: at least “%(asked)s” is asked for."),
            "rating_unknown": self.env._("The rating of the year is not entered."),
            "earlier": self.env._(
                "Has received what is asked for before %(count)s times of %(asked)s."
            ),
            "earlier_running": self.env._(
                "Has received what is asked for before %(count)s years running of %(asked)s."
            ),
            "same_year": self.env._(
                "Is neither nominated for nor has received the award it goes with this year."
            ),
            "members": self.env._(
                "%(count)s of %(people)s members have the title: asked for is %(asked)s."
            ),
            "members_unknown": self.env._("No members of the collective are on record."),
            "initiative": self.env._("%(count)s recognised initiatives of %(asked)s."),
        }

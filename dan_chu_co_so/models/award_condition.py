from odoo import api, fields, models

from ..lib.award_rules import KINDS, Condition
from ..lib.clock import today
from ..lib.voting import UNKNOWN


class AwardCondition(models.Model):
    """What is asked of who gets an award, as a check on what the program knows.

    How much is asked, since when and by which article is a rule of the law, under the code of
    the award and of the condition; without a rule in force on the day nothing is asked.
    """

    _name = "dan_chu.award.condition"
    _description = "Condition of an award"
    _order = "award_id, sequence, id"

    award_id = fields.Many2one("dan_chu.award", required=True, index=True, ondelete="cascade")
    sequence = fields.Integer(default=10)
    name = fields.Char(string="Condition", required=True)
    kind = fields.Selection(
        [
            ("rating", "Rating of the year, at least"),
            ("earlier", "Awards received before: how often"),
            ("same_year", "Another award in the same year"),
            ("members", "Titles among the members of the collective"),
            ("initiative", "Initiatives recognised"),
            ("by_people", "Read by people: no data tells"),
        ],
        string="Checked by",
        required=True,
    )
    code = fields.Char(
        string="End of the rule code",
        required=True,
        help="earlier: the rule is award.<award>.earlier, and award.<award>.earlier_within says "
        "of how many years.",
    )
    given_award_ids = fields.Many2many(
        "dan_chu.award", "dan_chu_award_condition_given_rel", string="Awards that count"
    )
    is_consecutive = fields.Boolean(string="Years running")
    rule_code = fields.Char(string="Rule code", compute="_compute_says")
    says = fields.Char(string="Asks today", compute="_compute_says")

    _well_formed_code = models.Constraint(
        r"CHECK(code ~ '^[a-z][a-z0-9_]*$')",
        "A code is written in small letters, digits and “_”.",
    )
    _code_once = models.UniqueIndex(
        "(award_id, code)", "Another condition of this award has this code."
    )

    @api.depends("award_id.code", "code")
    def _compute_says(self):
        for condition in self:
            answer = condition._answer(None, today()) if condition.award_id else None
            condition.rule_code = (
                condition.award_id and f"award.{condition.award_id.code}.{condition.code}"
            )
            condition.says = answer.explanation if answer else UNKNOWN

    def _answer(self, unit, day, end=""):
        """The rule in force; None where there is none, or one of a sort that is not read."""
        self.ensure_one()
        answer = self.award_id._law(f"{self.code}{end}", unit, day)
        return answer if end or (answer and answer.kind in KINDS[self.kind]) else None

    def _asked(self, unit, day):
        """As `lib/award_rules.py` reads them."""
        return [
            Condition(
                kind=condition.kind,
                rule=condition._answer(unit, day),
                awards=frozenset(condition.given_award_ids.ids),
                within=condition._answer(unit, day, "_within"),
                is_consecutive=condition.is_consecutive,
            )
            for condition in self
        ]


class Award(models.Model):
    _inherit = "dan_chu.award"

    condition_ids = fields.One2many(
        "dan_chu.award.condition", "award_id", string="Conditions", copy=True
    )

    def _conditions_in_words(self, unit, day):
        """What is asked on that day, each with its article: for whoever puts a dossier together."""
        self.ensure_one()
        said = ((each.name, each._answer(unit, day)) for each in self.condition_ids)
        return [f"{name}: {answer.explanation}" for name, answer in said if answer]

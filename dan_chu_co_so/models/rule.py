from types import MappingProxyType

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import SQL, format_date, ormcache

from ..lib.citation import cite
from ..lib.clock import today
from ..lib.rule_value import RuleAnswer, parse, show, store
from . import reach_cache
from .legal_document import CONFIDENCES


class Rule(models.Model):
    """A number, a term or a yes of the law, with its dates and its article (thông số pháp lý).

    Several rows of one code are its values at different times and for different scopes. The
    most particular wins: the unit itself, then its institution, then the kind of the unit,
    then the kind of its institution, then the row without a scope.
    """

    _name = "dan_chu.rule"
    _description = "Legal rule"
    _inherit = ["dan_chu.folded.search"]
    _order = "code, unit_id nulls first, unit_kind_id nulls first, date_from desc, id"
    _folded_fields = ("name", "code", "article", "note")

    code = fields.Char(
        string="Rule code", required=True, help="What the program asks for: conference.quorum."
    )
    name = fields.Char(required=True, index=True)
    value_kind = fields.Selection(
        [
            ("integer", "Whole number"),
            ("fraction", "Fraction"),
            ("percent", "Percentage"),
            ("decimal", "Decimal number"),
            ("range", "From … to"),
            ("days", "Days"),
            ("working_days", "Working days"),
            ("months", "Months"),
            ("years", "Years"),
            ("yes_no", "Yes or no"),
            ("text", "Plain text"),
        ],
        string="Kind of value",
        required=True,
    )
    value = fields.Char(required=True, help="15 · 2/3 · 50% · 0.3 · 3-9 · yes")
    comparison = fields.Selection(
        [
            ("at_least", "≥"),
            ("more_than", ">"),
            ("at_most", "≤"),
            ("less_than", "<"),
            ("exactly", "="),
        ],
    )
    measure = fields.Char(string="Of what", help="Printed after the value: người, mm, pt …")
    date_from = fields.Date(string="Valid from", required=True, index=True)
    date_to = fields.Date(string="Valid until", help="The last day.", index=True)
    legal_document_id = fields.Many2one(
        "dan_chu.legal.document", string="Legal text", index=True, ondelete="restrict"
    )
    article = fields.Char(help="As cited: Điều 51 khoản 2 điểm c.")
    unit_kind_id = fields.Many2one(
        "dan_chu.unit.kind",
        string="For units of the kind",
        index="btree_not_null",
        ondelete="restrict",
    )
    unit_id = fields.Many2one(
        "dan_chu.unit", string="For one unit", index="btree_not_null", ondelete="restrict"
    )
    confidence = fields.Selection(
        [*CONFIDENCES, ("practice", "Practice, not law")],
        required=True,
        help="Practice: how offices work. No legal text asks for it, and each sets its own.",
    )
    strength = fields.Selection(
        [("warn", "Warns"), ("refuse", "Refuses")],
        string="If not kept",
        default="warn",
        required=True,
    )
    note = fields.Text()
    display = fields.Char(string="Says", compute="_compute_display")
    citation = fields.Char(compute="_compute_citation")

    _well_formed_code = models.Constraint(
        r"CHECK(code ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$')",
        "A code is written in small letters, digits and “_”, its parts joined by dots: "
        "conference.quorum.",
    )
    _ends_after_start = models.Constraint(
        "CHECK(date_to >= date_from)", "A rule cannot end before it begins."
    )
    _one_scope = models.Constraint(
        "CHECK(unit_id IS NULL OR unit_kind_id IS NULL)",
        "A rule is for one unit or for a kind of unit, not for both.",
    )
    # Code and scope as one 128-bit address: of the types PostgreSQL can compare in a GiST index
    # without an extension, it is the one that holds a digest. Checked at the end, so that the
    # model can name both rows first, and so that two periods may change places in one go.
    _one_value_at_a_time = models.Constraint(
        r"""EXCLUDE USING gist (
            (regexp_replace(
                md5(code || '/' || coalesce(unit_kind_id::text, '') || '/'
                    || coalesce(unit_id::text, '')),
                '(.{4})(?!$)', '\1:', 'g')::inet) inet_ops WITH =,
            daterange(date_from, date_to, '[]') WITH &&
        ) DEFERRABLE INITIALLY DEFERRED""",
        "This rule already has a value for the same units in a part of this period. "
        "End the earlier value first.",
    )

    @api.depends("value_kind", "value", "comparison", "measure")
    def _compute_display(self):
        for rule in self:
            rule.display = rule._shown()

    @api.depends("article", "legal_document_id.display_name")
    def _compute_citation(self):
        for rule in self:
            rule.citation = cite(rule.article, rule.legal_document_id.display_name)

    @api.onchange("legal_document_id", "date_from")
    def _onchange_legal_document_id(self):
        if self.legal_document_id and self.date_from:
            return self.legal_document_id._expired_onchange(self.date_from)
        return None

    @api.constrains("code", "unit_id", "unit_kind_id", "date_from", "date_to")
    def _check_one_value_at_a_time(self):
        self.flush_model()
        query = SQL(
            """
            SELECT mine.id, other.id
              FROM dan_chu_rule mine
              JOIN dan_chu_rule other
                ON other.id <> mine.id AND other.code = mine.code
               AND other.unit_id IS NOT DISTINCT FROM mine.unit_id
               AND other.unit_kind_id IS NOT DISTINCT FROM mine.unit_kind_id
               AND daterange(other.date_from, other.date_to, '[]')
                && daterange(mine.date_from, mine.date_to, '[]')
             WHERE mine.id = ANY(%s)
             LIMIT 1
            """,
            self.ids,
        )
        for mine, other in self.env.execute_query(query):
            rule, existing = self.browse((mine, other))
            raise ValidationError(
                self.env._(
                    "“%(name)s” (%(code)s) already says %(value)s from %(start)s until %(end)s "
                    "for the same units. End that value before %(new_start)s first.",
                    name=existing.name,
                    code=existing.code,
                    value=existing.display,
                    start=format_date(self.env, existing.date_from),
                    end=format_date(self.env, existing.date_to) if existing.date_to else "…",
                    new_start=format_date(self.env, rule.date_from),
                )
            )
        # A row that somebody else has not committed yet is known to the database alone.
        self.env.cr.execute("SET CONSTRAINTS dan_chu_rule_one_value_at_a_time IMMEDIATE")
        self.env.cr.execute("SET CONSTRAINTS dan_chu_rule_one_value_at_a_time DEFERRED")

    @api.model_create_multi
    def create(self, vals_list):
        rules = super().create(
            [
                {**vals, "value": self._canonical(vals["value_kind"], vals["value"])}
                if vals.get("value_kind") and vals.get("value")
                else vals
                for vals in vals_list
            ]
        )
        reach_cache.forget(self.env)
        return rules

    def write(self, vals):
        if vals.keys() & {"value", "value_kind"}:
            for rule in self:
                kind = vals.get("value_kind") or rule.value_kind
                text = vals.get("value") or rule.value
                super(Rule, rule).write({**vals, "value": self._canonical(kind, text)})
        else:
            super().write(vals)
        reach_cache.forget(self.env)
        return True

    def unlink(self):
        res = super().unlink()
        reach_cache.forget(self.env)
        return res

    def _shown(self):
        """While it is typed a value may not be one yet: then it is shown as it stands."""
        try:
            value = parse(self.value_kind, self.value)
        except ValueError:
            return self.value
        return show(self.value_kind, value, self.comparison, self.measure or "")

    def _canonical(self, kind, text):
        try:
            return store(kind, parse(kind, text))
        except ValueError:
            kinds = dict(self._fields["value_kind"]._description_selection(self.env))
            raise ValidationError(
                self.env._(
                    "“%(value)s” is not a value of the kind “%(kind)s”. Write for example "
                    "15 (whole number, days, months), 2/3 (fraction), 50%% (percentage), "
                    "0.3 (decimal number), 3-9 (from … to), yes or no.",
                    value=text,
                    kind=kinds.get(kind, kind),
                )
            ) from None

    @api.model
    def _value(self, code, unit=None, on=None):
        """What the law says under this code, for this unit, on this day: a `RuleAnswer`.

        Nobody's rights change the answer. When all is warm it costs no query.
        """
        on = on or today()
        answer = self._find(code, unit, on)
        if not answer:
            raise UserError(self._no_rule_message(code, unit, on))
        return answer

    @api.model
    def _find(self, code, unit=None, on=None):
        """The same; None where the law says nothing."""
        on = on or today()
        book = self._book()
        for scope in self._scopes(unit.id if unit else None):
            for answer in book.get((code, *scope), ()):
                if answer.date_from <= on and (not answer.date_to or on <= answer.date_to):
                    return answer
        return None

    @api.model
    def _days(self, code, unit=None):
        """The number of days, None where there is none: for work done for many units at once,
        which no single one's rule may stop."""
        answer = self._find(code, unit)
        if not answer or answer.kind not in ("integer", "days"):
            return None
        return answer.value if answer.kind == "integer" else answer.value.length

    @ormcache()
    def _book(self):
        """{(code, unit, kind of unit): answers}; a few hundred rows, read once."""
        reach_cache.tidy_if_late(self.env)
        book = {}
        for rule in self.sudo().search(Domain.TRUE):
            scope = (rule.code, rule.unit_id.id or None, rule.unit_kind_id.id or None)
            book.setdefault(scope, []).append(rule._answer())
        return MappingProxyType(book)

    @ormcache("unit_id")
    def _scopes(self, unit_id):
        """The scopes a unit falls into, the most particular first."""
        if not unit_id:
            return ((None, None),)
        reach_cache.tidy_if_late(self.env)
        unit = self.env["dan_chu.unit"].sudo().browse(unit_id)
        top = unit.institution_id
        own = ((unit.id, None), (top.id, None), (None, unit.kind_id.id), (None, top.kind_id.id))
        return (*dict.fromkeys(own), (None, None))

    def _answer(self):
        self.ensure_one()
        return RuleAnswer(
            rule_id=self.id,
            code=self.code,
            kind=self.value_kind,
            value=parse(self.value_kind, self.value),
            comparison=self.comparison or None,
            measure=self.measure or "",
            citation=self.citation or "",
            confidence=self.confidence,
            strength=self.strength,
            date_from=self.date_from,
            date_to=self.date_to or None,
        )

    def _no_rule_message(self, code, unit, on):
        named = self.sudo().search([("code", "=", code)], limit=1)
        details = {
            "rule": f"“{named.name}” ({code})" if named else f"“{code}”",
            "day": format_date(self.env, on),
        }
        if unit:
            return self.env._(
                "The law on record says nothing about %(rule)s for %(unit)s on %(day)s. "
                "Have the administrator add the rule, or correct its dates.",
                unit=unit.sudo().display_name,
                **details,
            )
        return self.env._(
            "The law on record says nothing about %(rule)s on %(day)s. "
            "Have the administrator add the rule, or correct its dates.",
            **details,
        )

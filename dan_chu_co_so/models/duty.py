from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..lib.clock import today
from ..lib.task_time import write
from ..lib.work_year import day_in, is_date, periods_ending
from ..lib.working_days import ONE_DAY, TERM_UNITS, Term
from .task import RECURRENCES
from .unit_kind import MONTHS


class Duty(models.Model):
    """What the law asks of every institution in every work year (nhiệm vụ theo luật).

    The article, and the term if there is one, stand in the legal rule it names. Where the law
    names no day the day is a choice, and the note says so.
    """

    _name = "dan_chu.duty"
    _description = "Duty by law"
    _inherit = ["dan_chu.folded.search"]
    _order = "sequence, id"
    _folded_fields = ("name", "code", "position", "product")

    name = fields.Char(
        string="Task", required=True, help="As it will stand in the tasks of the institutions."
    )
    code = fields.Char(string="Short code", required=True, help="By which the program knows it.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    rule_code = fields.Char(
        string="Legal rule", required=True, help="Code of the rule that gives article and term."
    )
    day_kind = fields.Selection(
        [
            ("term", "Term of the rule, from the beginning of the work year"),
            ("after", "Term of the rule, after another duty"),
            ("same", "By the day of another duty"),
            ("period", "Within the work year"),
            ("fixed", "On a day of the year"),
        ],
        string="Due",
        required=True,
        default="term",
    )
    after_duty_id = fields.Many2one(
        "dan_chu.duty", string="Other duty", index="btree_not_null", ondelete="restrict"
    )
    recurrence = fields.Selection(RECURRENCES, string="How often")
    fixed_day = fields.Integer(string="Day")
    fixed_month = fields.Selection(MONTHS, string="Month")
    position = fields.Char(help="Người đứng đầu, Trưởng ban …")
    product = fields.Char(string="Result expected")
    needs_evidence = fields.Boolean(string="Evidence required")
    skip_rule_code = fields.Char(
        string="Not where staff is",
        help="Code of a rule about the head-count: where it is met, the duty is not owed.",
    )
    note = fields.Text()
    citation = fields.Char(compute="_compute_law")
    rule_says = fields.Char(string="The rule says", compute="_compute_law")
    confidence = fields.Selection(
        lambda self: (
            self.env["dan_chu.rule"]._fields["confidence"]._description_selection(self.env)
        ),
        compute="_compute_law",
    )

    _code_once = models.Constraint("UNIQUE(code)", "Another duty already has this code.")
    _other_duty = models.Constraint(
        "CHECK(day_kind NOT IN ('after', 'same') OR after_duty_id IS NOT NULL)",
        "Say which other duty gives the day.",
    )
    _how_often = models.Constraint(
        "CHECK(day_kind <> 'period' OR recurrence IS NOT NULL)",
        "Say how often it is due within the work year.",
    )

    @api.depends("rule_code")
    def _compute_law(self):
        """The rule of today for the widest scope: several units may have one of their own."""
        day = today()
        rules = self.env["dan_chu.rule"].search(
            [
                ("code", "in", self.mapped("rule_code")),
                ("date_from", "<=", day),
                "|",
                ("date_to", "=", False),
                ("date_to", ">=", day),
            ]
        )
        by_code = rules.grouped("code")
        for duty in self:
            rule = by_code.get(duty.rule_code, rules.browse())[:1]
            duty.citation, duty.rule_says = rule.citation, rule.display
            duty.confidence = rule.confidence

    @api.constrains("rule_code", "skip_rule_code", "day_kind")
    def _check_rules(self):
        kinds = dict(
            self.env["dan_chu.rule"]._read_group(
                [("code", "in", self.mapped("rule_code") + self.mapped("skip_rule_code"))],
                ["code"],
                ["value_kind:array_agg_distinct"],
            )
        )
        for duty in self:
            wanted = set(TERM_UNITS) if duty.day_kind in ("term", "after") else None
            duty._check_rule(duty.rule_code, kinds, wanted)
            if duty.skip_rule_code:
                duty._check_rule(duty.skip_rule_code, kinds, {"integer"})

    @api.constrains("fixed_day", "fixed_month", "day_kind")
    def _check_fixed_day(self):
        for duty in self.filtered(lambda duty: duty.day_kind == "fixed"):
            if not is_date(int(duty.fixed_month or 0), duty.fixed_day):
                raise ValidationError(
                    self.env._(
                        "“%(duty)s”: %(day)s/%(month)s is not a day of the calendar.",
                        duty=duty.name,
                        day=duty.fixed_day,
                        month=duty.fixed_month or "…",
                    )
                )

    @api.constrains("after_duty_id")
    def _check_no_circle(self):
        if self._has_cycle("after_duty_id"):
            raise ValidationError(
                self.env._("“%s” would wait for itself: choose another duty.", self[:1].name)
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_made(self):
        made = self.env["dan_chu.task"].sudo()._of_duties(self, limit=1)
        if made:
            raise UserError(
                self.env._(
                    "“%s” has tasks that rest on it. Archive it instead: no more are made.",
                    self.browse(made.source_id).name,
                )
            )

    def _check_rule(self, code, kinds, wanted):
        if code not in kinds:
            raise ValidationError(
                self.env._(
                    "“%(duty)s”: there is no legal rule with the code “%(code)s”.",
                    duty=self.name,
                    code=code,
                )
            )
        if wanted and not wanted.issuperset(kinds[code]):
            raise ValidationError(
                self.env._(
                    "“%(duty)s”: the rule “%(code)s” is of another kind. A term asks for days, "
                    "working days, months or years; a head-count for a whole number.",
                    duty=self.name,
                    code=code,
                )
            )

    def _answer(self, unit, first):
        """What the law says to the unit on the first day of its work year, or since then."""
        rules = self.env["dan_chu.rule"]
        return rules._find(self.rule_code, unit, first) or rules._find(self.rule_code, unit)

    def _exempt(self, unit):
        """The rule by which so few people do not owe it. An empty list of staff is one that
        nobody has filled in yet."""
        staff = unit.employee_count
        if not self.skip_rule_code or not staff:
            return None
        limit = self.env["dan_chu.rule"]._find(self.skip_rule_code, unit)
        return limit if limit and limit.comparison and limit.is_met(staff) else None

    def _last_day(self, unit, first, last, calendar):
        """The last day on which the unit is in time; None where the rule is silent."""
        self.ensure_one()
        if self.day_kind == "period":
            return last
        if self.day_kind == "fixed":
            return day_in(first, int(self.fixed_month), self.fixed_day)
        if self.day_kind == "term":
            begins = first - ONE_DAY
        else:
            begins = self.after_duty_id._last_day(unit, first, last, calendar)
        answer = self._answer(unit, first)
        if self.day_kind == "same":
            return begins
        if not begins or not answer or not isinstance(answer.value, Term):
            return None
        return answer.value.end(begins, calendar, unit._counting(begins))

    def _time_values(self, unit, first, last, calendar, answer):
        """When the task is due, as its fields; None if nothing of it is left in the year.

        Of a duty that recurs, months that had passed when the institution came are not made up.
        """
        due = self._last_day(unit, first, last, calendar)
        if not due:
            return None
        if self.day_kind != "period" or self.recurrence == "yearly":
            return {
                "time_kind": "at_latest",
                "time_text": write("at_latest", None, due),
                "date_start": min(first, due),
                "date_deadline": due,
            }
        begins = max(first, answer.date_from, today().replace(day=1))
        ends = min(last, answer.date_to or last)
        if not periods_ending(self.recurrence, begins, ends):
            return None
        return {
            "time_kind": "recurring",
            "time_text": write("recurring", begins, ends, self.recurrence),
            "recurrence": self.recurrence,
            "date_start": begins,
            "date_deadline": ends,
            "is_counted": False,
        }

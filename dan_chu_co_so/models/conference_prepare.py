import re
from datetime import date

from odoo import api, fields, models
from odoo.tools import format_date

from ..lib.clock import today, vietnamese
from ..lib.conference_form import lawful_form
from ..lib.rule_value import show
from ..lib.work_year import work_year
from ..lib.working_days import ONE_DAY, Term
from .conference import PREPARED

# Of these the law says how often and how late; an extraordinary one is held when it is asked for.
ORDINARY = ("full", "delegates")
_YEAR = re.compile(r"\s*(\d{4})\b")


class Conference(models.Model):
    """What the law says about how and when it is held: proposed with its article, and warned of."""

    _inherit = "dan_chu.conference"

    proposed_kind = fields.Selection(
        [
            ("optional", "Not required"),
            ("full", "All the staff attend"),
            ("either", "All the staff, or delegates"),
        ],
        string="By the head-count",
        compute="_compute_proposed",
    )
    proposed_why = fields.Char(string="Why", compute="_compute_proposed")
    staff_count_now = fields.Integer(string="Staff today", compute="_compute_staff_count_now")
    latest_on = fields.Date(string="To be held by", compute="_compute_latest")
    latest_why = fields.Char(string="By which article", compute="_compute_latest")
    warning = fields.Text(compute="_compute_warning")

    @api.depends("unit_id", "date", "staff_count", "is_dispersed")
    def _compute_proposed(self):
        for conference in self:
            form, rule = conference._lawful_form()
            conference.proposed_kind = form
            conference.proposed_why = conference._form_words(form, rule)

    @api.depends("unit_id")
    def _compute_staff_count_now(self):
        for conference in self:
            conference.staff_count_now = conference.unit_id.sudo().employee_count

    @api.depends("unit_id", "work_year", "date", "kind")
    def _compute_latest(self):
        for conference in self:
            conference.latest_on = conference.latest_why = False
            if not conference.unit_id or conference.kind not in ORDINARY:
                continue
            first, _last = conference._work_year_days()
            rule = conference._law("latest", first)
            if not rule or not isinstance(rule.value, Term):
                continue
            unit = conference.unit_id.sudo()
            before = first - ONE_DAY
            conference.latest_on = rule.value.end(
                before, unit._working_calendar(), unit._counting(before)
            )
            conference.latest_why = self.env._(
                "%(term)s into the work year %(year)s, which begins on %(first)s (%(citation)s).",
                term=show(rule.kind, rule.value),
                year=conference.work_year,
                first=format_date(self.env, first),
                citation=rule.citation,
            )

    @api.depends(
        "latest_on",
        "proposed_kind",
        "is_of_delegates",
        "date",
        "starts_at",
        "preparatory_on",
        "kind",
        "work_year",
        "call_number",
        "staff_count",
        "state",
    )
    def _compute_warning(self):
        for conference in self:
            conference.warning = "\n".join(conference._warnings()) or False

    @api.onchange("date")
    def _onchange_date(self):
        """The hours move with the day."""
        for name in ("starts_at", "ends_at"):
            moment = self[name]
            if self.date and moment and vietnamese(moment).date() != self.date:
                self[name] = moment + (self.date - vietnamese(moment).date())

    @api.onchange("starts_at")
    def _onchange_starts_at(self):
        if self.starts_at:
            self.date = vietnamese(self.starts_at).date()

    def action_count_staff(self):
        """The total staff as it is today."""
        self._require_role("officer")
        for conference in self:
            conference.staff_count = conference.staff_count_now
        return True

    def _lawful_form(self):
        """(code, rule) of `lib.conference_form`."""
        self.ensure_one()
        if not self.unit_id or not self.staff_count:
            return None, None
        rules = (self._law(code) for code in ("optional_staff", "full_below", "delegates_from"))
        return lawful_form(self.staff_count, self.is_dispersed, *rules)

    def _form_words(self, form, rule):
        if not self.staff_count:
            return self.env._("The total staff is not known yet.")
        if not rule:
            return self.env._(
                "The law on record says nothing about %s staff: whether all attend or delegates, "
                "the unit decides.",
                self.staff_count,
            )
        words = {"count": self.staff_count, "rule": rule.display, "citation": rule.citation}
        if form == "optional":
            return self.env._(
                "%(count)s staff (%(rule)s): a conference may be held if it is thought necessary "
                "(%(citation)s).",
                **words,
            )
        if form == "full":
            return self.env._("%(count)s staff (%(rule)s): all attend (%(citation)s).", **words)
        if not rule.is_met(self.staff_count):
            return self.env._(
                "%(count)s staff who work dispersed or cannot leave their posts: the head agrees "
                "with the representative of the staff whether all attend or delegates "
                "(%(citation)s).",
                **words,
            )
        return self.env._(
            "%(count)s staff (%(rule)s): the head agrees with the representative of the staff "
            "whether all attend or delegates (%(citation)s).",
            **words,
        )

    def _work_year_days(self):
        """First and last day of the work year it is held in, as that year is written."""
        month = int(self.unit_id.sudo().work_year_month or "1")
        written = _YEAR.match(self.work_year or "")
        day = date(int(written[1]), month, 1) if written else self.date or today()
        return work_year(month, day)

    def _warnings(self):
        """What is not as the law has it: said, and not refused."""
        self.ensure_one()
        if self.state == "cancelled" or not self.unit_id:
            return
        if self.latest_on and self.date and self.date > self.latest_on:
            yield self.env._(
                "%(day)s is later than %(latest)s: %(why)s",
                day=format_date(self.env, self.date),
                latest=format_date(self.env, self.latest_on),
                why=self.latest_why,
            )
        if self.is_of_delegates and self.proposed_kind in ("optional", "full"):
            yield self.env._("Attended by delegates, although: %s", self.proposed_why)
        yield from self._day_warnings()
        twin = self._twin()
        if twin:
            yield self.env._(
                "“%(twin)s” of %(day)s is already the conference of the work year %(year)s.",
                twin=twin.name,
                day=format_date(self.env, twin.date) if twin.date else "…",
                year=self.work_year,
            )

    def _day_warnings(self):
        first, _last = self._work_year_days()
        if self.kind in ORDINARY and self.date and self.date < first:
            yield self.env._(
                "%(day)s is before the work year %(year)s: the one it looks back on is not over "
                "yet, or another work year is meant.",
                day=format_date(self.env, self.date),
                year=self.work_year,
            )
        if self.date and self.starts_at and vietnamese(self.starts_at).date() != self.date:
            yield self.env._("It begins on another day than %s.", format_date(self.env, self.date))
        if self.date and self.preparatory_on and self.preparatory_on > self.date:
            yield self.env._("The preparatory session comes after the conference.")
        if self.state not in PREPARED:
            return
        if self.date and self.date < today():
            yield self.env._("%s has passed.", format_date(self.env, self.date))
        if self.staff_count and self.staff_count_now not in (0, self.staff_count):
            yield self.env._(
                "Prepared for %(count)s staff, and today there are %(now)s.",
                count=self.staff_count,
                now=self.staff_count_now,
            )

    def _twin(self):
        """Another conference of the ordinary kind for the same work year and call."""
        if self.kind not in ORDINARY:
            return self.browse()
        return self.search(
            [
                ("id", "!=", self._origin.id),
                ("unit_id", "=", self.unit_id.id),
                ("kind", "in", ORDINARY),
                ("work_year", "=", self.work_year),
                ("call_number", "=", self.call_number),
                ("state", "not in", ("cancelled", "failed")),
                # One that was held without enough people has to be held again.
                "|",
                ("state", "!=", "closed"),
                ("is_valid", "=", True),
            ],
            limit=1,
        )

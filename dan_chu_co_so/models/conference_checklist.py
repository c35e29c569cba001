from typing import NamedTuple

from markupsafe import Markup

from odoo import api, fields, models
from odoo.tools import format_date

from .conference import PREPARED
from .conference_agenda import MATTER_OF
from .conference_prepare import ORDINARY

_FOLLOWERS = (
    "dan_chu_co_so.group_officer,dan_chu_co_so.group_head,dan_chu_co_so.group_representative"
)
_ICONS = {
    "done": "fa-check text-success",
    "missing": "fa-exclamation-triangle text-warning",
    "hint": "fa-circle-o text-muted",
}
# What the law has on every ordinary agenda (Điều 51 khoản 4).
_ASKED_KINDS = ("report", "discussion", "answers", "pledge", "resolution")


class Point(NamedTuple):
    """One thing to prepare: "done", "missing", or a "hint" of what is good to have."""

    code: str
    state: str
    text: str
    why: str = ""


class Conference(models.Model):
    """What is still missing before people can be summoned."""

    _inherit = "dan_chu.conference"

    checklist = fields.Html(
        string="What is prepared", compute="_compute_checklist", sanitize=False, groups=_FOLLOWERS
    )
    missing_count = fields.Integer(
        string="Still missing", compute="_compute_checklist", groups=_FOLLOWERS
    )

    @api.depends(
        "date",
        "starts_at",
        "location",
        "online_link",
        "kind",
        "is_of_delegates",
        "staff_count",
        "plan_id",
        "contact_id",
        "date_consulted_about",
        "form_agreed_about",
        "attendee_ids.duty",
        "attendee_ids.is_off",
        "attendee_ids.is_guest",
        "item_ids.kind",
        "vote_ids.item_id",
        "vote_ids.method",
        "request_ids",
        "state",
    )
    def _compute_checklist(self):
        for conference in self:
            points = list(conference._checklist()) if conference._sees_preparation() else []
            missing = [point for point in points if point.state == "missing"]
            conference.missing_count = len(missing)
            conference.checklist = points and self._points_html(points)

    def _sees_preparation(self):
        """Officer, head or representative of this house: who is one in another is plain staff
        here, and would be told figures of what they may not read."""
        return bool(self.state in PREPARED and (self.may_handle or self.may_speak or self.env.su))

    @api.model
    def _points_html(self, points):
        row = Markup(
            '<li><i class="fa fa-fw {icon}"></i> {text} <span class="text-muted">{why}</span></li>'
        )
        rows = (
            row.format(icon=_ICONS[point.state], text=point.text, why=point.why) for point in points
        )
        return Markup('<ul class="list-unstyled mb-0">{}</ul>').format(Markup().join(rows))

    def _checklist(self):
        """The points in the order in which one comes to them; each concern adds its own."""
        self.ensure_one()
        yield from self._when_points()
        yield from self._said_points()
        yield from self._people_points()
        yield from self._agenda_points()

    def _point(self, code, is_done, done, missing, why="", *, needed=True):
        state = "done" if is_done else "missing" if needed else "hint"
        return Point(code, state, done if is_done else missing, why)

    def _when_points(self):
        day = self.date and format_date(self.env, self.date)
        yield self._point(
            "date",
            self.date,
            self.env._("Held on %s.", day),
            self.env._("The day is not set."),
            "Điều 51 khoản 1",
        )
        yield self._point(
            "hour",
            self.starts_at,
            self.env._("The hour is set."),
            self.env._("The hour is not set."),
            needed=False,
        )
        yield self._point(
            "place",
            self.location or self.online_link,
            self.env._("Place or link is named."),
            self.env._("Neither a place nor a link is named."),
        )
        yield self._point(
            "plan",
            self.plan_id,
            self.env._("There is a plan to hold it."),
            self.env._("There is no plan to hold it, made with the representative."),
            "Điều 52 khoản 1",
        )
        yield self._point(
            "contact",
            self.contact_id,
            self.env._("A contact point is named."),
            self.env._("No contact point is named."),
            "Điều 52 khoản 2",
        )

    def _said_points(self):
        if self.kind == "extraordinary":
            asked = self.asked_by and (self.asked_by != "staff" or self.request_state == "met")
            yield self._point(
                "asked",
                asked,
                self.env._("It was proposed by who may propose it."),
                self.request_words
                if self.asked_by == "staff"
                else self.env._("Who proposes the extraordinary conference is not on record."),
                "Điều 50 khoản 1, Điều 51 khoản 1",
            )
        elif self.date_consulted_on and self.date_consulted_about != self.date:
            yield self._point(
                "consulted",
                False,
                "",
                self.env._(
                    "The representative gave an opinion on %s, not on the day it is now.",
                    format_date(self.env, self.date_consulted_about),
                ),
                "Điều 51 khoản 1",
            )
        else:
            yield self._point(
                "consulted",
                self.date_consulted_on,
                self.env._("The representative was asked about the day."),
                self.env._("The representative was not asked about the day."),
                "Điều 51 khoản 1",
            )
        yield from self._form_points()

    def _form_points(self):
        """Agreement is asked for where the law leaves the form open."""
        if self.proposed_kind != "either":
            return
        form = "delegates" if self.is_of_delegates else "full"
        yield self._point(
            "form",
            self.form_agreed_about == form,
            self.env._("The form is agreed with the representative."),
            self.env._("What was agreed with the representative is another form.")
            if self.form_agreed_about
            else self.env._("The form is not agreed with the representative."),
            "Điều 51 khoản 2 điểm b",
        )

    def _people_points(self):
        rows = self.env["dan_chu.conference.attendee"]
        called = [
            ("conference_id", "=", self._origin.id),
            ("is_guest", "=", False),
            ("is_off", "=", False),
        ]
        counts = dict(rows._read_group(called, ["duty"], ["__count"]))
        summoned = sum(counts.values())
        yield self._point(
            "list",
            summoned,
            self.env._("%s people are on the list.", summoned),
            self.env._("The list of those who attend is empty."),
        )
        yield self._point(
            "chair",
            counts.get("chair"),
            self.env._("A chair is proposed."),
            self.env._("No chair is proposed."),
        )
        yield self._point(
            "secretary",
            counts.get("secretary"),
            self.env._("A secretary is proposed."),
            self.env._("No secretary is proposed."),
        )
        if any(vote.method == "paper" or vote.is_election for vote in self.vote_ids):
            yield self._point(
                "counters",
                counts.get("counter"),
                self.env._("A counting committee is proposed."),
                self.env._("There are ballots to count and no counting committee is proposed."),
            )

    def _agenda_points(self):
        items = self.item_ids
        yield self._point(
            "agenda",
            items,
            self.env._("The agenda has %s items.", len(items)),
            self.env._("The agenda is empty."),
        )
        if items and self.kind in ORDINARY:
            there = set(items.mapped("kind"))
            kinds = dict(items._fields["kind"]._description_selection(self.env))
            lacking = [kinds[kind] for kind in _ASKED_KINDS if kind not in there]
            yield self._point(
                "steps",
                not lacking,
                self.env._("The agenda has the steps the law names."),
                self.env._("The agenda lacks: %s.", ", ".join(lacking)),
                "Điều 51 khoản 4",
            )
        without = self._items_without_vote()
        if any(item.kind in MATTER_OF for item in items):
            yield self._point(
                "votes",
                not without,
                self.env._("Each item to vote on has its vote."),
                self.env._("Without a vote: %s.", ", ".join(without.mapped("name"))),
                needed=False,
            )
        empty = self.vote_ids.filtered(lambda vote: vote.is_election and not vote.option_ids)
        if empty:
            yield self._point(
                "candidates",
                False,
                "",
                self.env._("Nobody stands in: %s.", ", ".join(empty.mapped("name"))),
            )

from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command, Domain

from ..lib.clock import vietnamese
from ..lib.conference_words import matter_words
from .conference import PREPARED

# What is voted on in items of such a kind, until somebody says otherwise.
MATTER_OF = {"vote": "self_management", "election": "election", "resolution": "resolution"}


def _in_order(item):
    """A line that is not saved yet comes last of its number."""
    return item.sequence, item._origin.id or float("inf")


class Conference(models.Model):
    """The agenda: begun from a template, with the hour at which each item comes up."""

    _inherit = "dan_chu.conference"

    template_id = fields.Many2one(
        "dan_chu.conference.template",
        string="Agenda template",
        compute="_compute_template_id",
        store=True,
        readonly=False,
        precompute=True,
        ondelete="set null",
        copy=False,
    )
    allowed_template_ids = fields.Many2many(
        "dan_chu.conference.template", compute="_compute_allowed_template_ids"
    )
    agenda_words = fields.Char(string="How long it takes", compute="_compute_agenda_words")

    @api.depends("unit_id", "kind", "is_of_delegates")
    def _compute_template_id(self):
        """The most fitting, as long as no agenda was begun."""
        templates = self.env["dan_chu.conference.template"].search(Domain.TRUE)
        for conference in self:
            if conference.item_ids or not conference.unit_id:
                conference.template_id = conference.template_id
                continue
            suiting = templates._suiting(conference.unit_id.sudo(), conference.kind)
            conference.template_id = suiting[:1]

    @api.depends("unit_id", "kind")
    def _compute_allowed_template_ids(self):
        templates = self.env["dan_chu.conference.template"].search(Domain.TRUE)
        for conference in self:
            conference.allowed_template_ids = templates._suiting(
                conference.unit_id.sudo(), conference.kind
            )

    @api.depends("item_ids.minutes", "starts_at", "ends_at")
    def _compute_agenda_words(self):
        for conference in self:
            conference.agenda_words = conference._agenda_words()

    def action_use_template(self):
        """The items of the template that are not on the agenda yet, in its order."""
        self._require_role("officer")
        for conference in self:
            if not conference.template_id:
                raise UserError(
                    self.env._("Choose the agenda template for “%s” first.", conference.name)
                )
            conference._add_items(conference.template_id._item_values(conference.unit_id))
        return True

    def _add_items(self, rows):
        """What is there stays in its order; the closing part stays the last, and the only one."""
        named = set(self.item_ids.mapped("name"))
        end = self.item_ids.filtered(lambda item: item.kind == "closing")
        last = max((self.item_ids - end).mapped("sequence"), default=0)
        new = [
            {**row, "sequence": last + row["sequence"]}
            for row in rows
            if row["name"] not in named and not (end and row["kind"] == "closing")
        ]
        self.item_ids = [Command.create(row) for row in new]
        last = max((row["sequence"] for row in new), default=last)
        for place, item in enumerate(end, 1):
            item.sequence = last + 10 * place

    def action_make_votes(self):
        """A vote being prepared for each item to vote on that has none."""
        self._require_role("officer")
        self._require_state(*PREPARED)
        self.sudo()._touch()
        self.env["dan_chu.vote"].create(
            [
                {
                    "conference_id": item.conference_id.id,
                    "item_id": item.id,
                    "name": matter_words(item.name),
                    "matter": MATTER_OF[item.kind],
                    "method": "paper" if item.kind == "election" else "hands",
                }
                for item in self._items_without_vote()
            ]
        )
        return True

    def _items_without_vote(self):
        asking = self.item_ids.filtered(lambda item: item.kind in MATTER_OF)
        return asking - self.vote_ids.item_id

    def _agenda_words(self):
        planned = sum(self.item_ids.mapped("minutes"))
        if not planned:
            return False
        if not self.starts_at or not self.ends_at:
            return self.env._("%s minutes in all.", planned)
        meant = round((self.ends_at - self.starts_at).total_seconds() / 60)
        if planned <= meant:
            return self.env._("%(planned)s of %(meant)s minutes.", planned=planned, meant=meant)
        return self.env._(
            "%(planned)s minutes, and the conference lasts %(meant)s: %(over)s too many.",
            planned=planned,
            meant=meant,
            over=planned - meant,
        )


class ConferenceItem(models.Model):
    _inherit = "dan_chu.conference.item"

    begins_at = fields.Char(
        string="At", compute="_compute_begins_at", help="By the minutes planned before it."
    )

    @api.depends(
        "sequence",
        "minutes",
        "conference_id.starts_at",
        "conference_id.item_ids.minutes",
        "conference_id.item_ids.sequence",
    )
    def _compute_begins_at(self):
        for conference, items in self.grouped("conference_id").items():
            begin = conference.starts_at and vietnamese(conference.starts_at)
            at = {}
            for item in (conference.item_ids | items).sorted(_in_order):
                at[item] = begin and f"{begin:%H:%M}"
                begin = begin and begin + timedelta(minutes=item.minutes or 0)
            for item in items:
                item.begins_at = at.get(item)

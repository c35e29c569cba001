from odoo import api, fields, models
from odoo.exceptions import UserError

from .conference_paper import COUNTED, FORMS

# What is ready, all of it, when people leave the room; the resolution has a button of its own.
_AT_THE_END = ("minutes", "answers", "report")
# Of the others there is one.
_SEVERAL = ("invitation", "check_notice")


class Conference(models.Model):
    _inherit = "dan_chu.conference"

    paper_ids = fields.One2many(
        "dan_chu.conference.paper",
        "conference_id",
        string="Papers",
        groups="dan_chu_co_so.group_officer,dan_chu_co_so.group_head",
    )

    def action_new_paper(self, form=None, vote_id=None):
        """A paper of that form, written from the records; the draft there is, if there is."""
        self.ensure_one()
        form = form or self.env.context.get("paper_form")
        self._require_role("officer", "head")
        papers = self.env["dan_chu.conference.paper"]
        if form not in dict(FORMS):
            raise UserError(self.env._("This is not a paper of a conference."))
        self._lock()
        if form in _SEVERAL:
            return papers._begin_or_open(form=form, conference_id=self.id)
        if form != "counting_minutes":
            return papers._one_of(form=form, conference_id=self.id)._opened()
        votes = self.vote_ids.filtered(lambda vote: vote.id == vote_id)
        return (votes or self._counted_votes())._counting_minutes()._opened()

    def action_close(self):
        """What was written before and edited by nobody tells of the end as well."""
        result = super().action_close()
        self._bring_papers_up_to_date()
        return result

    def _bring_papers_up_to_date(self):
        forms = (*_AT_THE_END, "counting_minutes")
        self.sudo().paper_ids.filtered(
            lambda paper: paper.state == "draft" and paper.form in forms
        )._brought_up_to_date()

    def action_make_papers(self):
        """Minutes, counting minutes, answers and report at once."""
        self.ensure_one()
        self._require_role("officer", "head")
        self._lock()
        papers = self.env["dan_chu.conference.paper"]
        made = self.vote_ids.filtered(self._is_counted)._counting_minutes()
        for form in _AT_THE_END:
            if form == "answers" and not self._asked_printed():
                continue
            made |= papers._one_of(form=form, conference_id=self.id)
        return made._opened()

    def minutes_preview(self):
        """The minutes as far as they have grown; once they are a paper, as the paper reads."""
        self.ensure_one()
        self._require_desk("secretary", "chair")
        papers = self.env["dan_chu.conference.paper"].sudo()
        written = papers.search(
            [("conference_id", "=", self.id), ("form", "=", "minutes"), ("state", "!=", "draft")],
            limit=1,
        )
        if written:
            return written._on_screen("content")
        growing = papers.new({"form": "minutes", "conference_id": self.id})
        return growing._composed_text(growing._text_template())

    def _counted_votes(self):
        """Of each of them the counting committee keeps minutes."""
        counted = self.vote_ids.filtered(self._is_counted)
        if not counted:
            raise UserError(
                self.env._("No vote by ballot of “%s” is closed yet.", self.display_name)
            )
        return counted

    @staticmethod
    def _is_counted(vote):
        return vote.method in COUNTED and vote.state == "closed"


class Vote(models.Model):
    _inherit = "dan_chu.vote"

    def action_counting_minutes(self):
        self._require_role("officer", "head")
        return self._counting_minutes()._opened()

    def _counting_minutes(self):
        papers = self.env["dan_chu.conference.paper"]
        made = papers.browse()
        for vote in self:
            made |= papers._one_of(
                form="counting_minutes", conference_id=vote.conference_id.id, vote_id=vote.id
            )
        return made


class ConferencePaper(models.Model):
    _inherit = "dan_chu.conference.paper"

    @api.model
    def _one_of(self, **values):
        """What is submitted or issued already is not begun once more."""
        named = [(name, "=", value) for name, value in values.items()]
        there = self.search([*named, ("state", "in", ("draft", "submitted", "issued"))], limit=1)
        there.filtered(lambda paper: paper.state == "draft")._brought_up_to_date()
        return there or self.create(values)

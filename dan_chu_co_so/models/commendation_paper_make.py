from odoo import api, fields, models
from odoo.exceptions import UserError

from .commendation_paper import OF_HOLDER, SOURCES


class CommendationPaper(models.Model):
    _inherit = "dan_chu.commendation.paper"

    @api.model
    def _one_of(self, **values):
        """Pressed twice, the button makes one; what was edited by nobody is brought up to date."""
        named = [(name, "=", value) for name, value in values.items()]
        there = self.search([*named, ("state", "in", ("draft", "submitted"))], limit=1)
        there.filtered(lambda paper: paper.state == "draft")._brought_up_to_date()
        return there or self.create(values)

    @api.model
    def _forms_of(self, source):
        return [form for form, name in SOURCES.items() if name == source]

    def _brought_up_to_date(self):
        """A list that nobody has edited holds who waits for it now."""
        for paper in self.filtered(lambda paper: not paper.is_edited):
            if paper.form in ("proposal", "decision", "bonus_list"):
                paper.line_ids = paper._usual_lines()
            elif paper.form in ("initiative_list", "recognition_proposal"):
                paper.initiative_ids = paper._usual_initiatives()
        return super()._brought_up_to_date()


class CommendationRound(models.Model):
    _inherit = "dan_chu.commendation.round"

    paper_ids = fields.One2many(
        "dan_chu.commendation.paper",
        "round_id",
        string="Papers",
        groups="dan_chu_co_so.group_officer,dan_chu_co_so.group_head",
    )

    def action_new_paper(self, form=None):
        """A paper of that form, written from the records; the draft there is, if there is.

        A proposal is also that of a unit that nominates.
        """
        self.ensure_one()
        self.check_access("read")
        form = form or self.env.context.get("paper_form")
        papers = self.env["dan_chu.commendation.paper"]
        if form not in papers._forms_of("round_id"):
            raise UserError(self.env._("This is not a paper of a round."))
        unit = self.unit_id
        if form in OF_HOLDER:
            self._require_role("officer", "head")
        else:
            unit = self._proposing_unit()
        return papers._one_of(form=form, round_id=self.id, unit_id=unit.id)._opened()

    def action_open_papers(self):
        self.ensure_one()
        self.check_access("read")
        papers = self.env["dan_chu.commendation.paper"].search([("round_id", "=", self.id)])
        action = papers._opened()
        return {**action, "view_mode": "list,form", "domain": [("round_id", "=", self.id)]}

    def _proposing_unit(self):
        """The holder for its own officers, else the nominating unit of which the user is one."""
        user = self.env.user
        writes = {*user._dan_chu_reach("officer"), *user._dan_chu_reach("head")}
        asked = self.sudo().participant_ids.unit_id
        units = self.unit_id | asked.sudo(False)
        mine = units.filtered(lambda unit: unit.id in writes)
        if not mine:
            self._require_role("officer", "head")
        return mine[:1]


class CouncilSession(models.Model):
    _inherit = "dan_chu.council.session"

    def action_new_paper(self, form=None):
        """Minutes of the session, or of the counting of its ballots."""
        self.ensure_one()
        self._require_role("officer", "head")
        form = form or self.env.context.get("paper_form") or "council_minutes"
        papers = self.env["dan_chu.commendation.paper"]
        if form not in papers._forms_of("session_id"):
            raise UserError(self.env._("This is not a paper of a session."))
        if form == "counting_minutes" and self.method != "paper":
            raise UserError(
                self.env._("“%s” does not vote by ballots on paper: nothing is counted.", self.name)
            )
        return papers._one_of(form=form, session_id=self.id)._opened()


class Commendation(models.Model):
    _inherit = "dan_chu.commendation"

    def action_achievement_report(self):
        """The report of achievements of who is nominated, by the unit that nominates."""
        self.ensure_one()
        self._require_role("officer", "head")
        papers = self.env["dan_chu.commendation.paper"]
        return papers._one_of(form="achievement", commendation_id=self.id)._opened()


class Initiative(models.Model):
    _inherit = "dan_chu.initiative"

    def action_registration_form(self):
        self.ensure_one()
        self.check_access("read")
        self._require_role("officer", "head")
        papers = self.env["dan_chu.commendation.paper"]
        return papers._one_of(form="initiative_form", initiative_id=self.id)._opened()


class Movement(models.Model):
    _inherit = "dan_chu.movement"

    def action_new_paper(self, form=None):
        """The list of models, or the proposal to recognise them, of one of the user's houses."""
        self.ensure_one()
        self.check_access("read")
        form = form or self.env.context.get("paper_form") or "initiative_list"
        papers = self.env["dan_chu.commendation.paper"]
        if form not in papers._forms_of("movement_id"):
            raise UserError(self.env._("This is not a paper of a movement."))
        user = self.env.user
        writes = {*user._dan_chu_reach("officer"), *user._dan_chu_reach("head")}
        units = (
            self.unit_id if self.unit_id.id in writes else self.env["dan_chu.unit"].browse(writes)
        )
        unit = (units.filtered("is_institution") or units)[:1]
        if not unit:
            self._require_role("officer", "head")
        return papers._one_of(form=form, movement_id=self.id, unit_id=unit.id)._opened()

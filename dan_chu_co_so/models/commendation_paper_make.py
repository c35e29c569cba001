from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from .commendation_paper import OF_HOLDER, SOURCES, WITH_INITIATIVES, WITH_LINES


class CommendationPaper(models.Model):
    _inherit = "dan_chu.commendation.paper"

    @api.model
    def _one_of(self, **values):
        """Pressed twice, the button makes one; what was edited by nobody is brought up to date."""
        named = [(name, "=", value) for name, value in values.items()]
        # What corrects an issued paper is begun there and goes its own way.
        named += [("follows_id", "=", False), ("state", "in", ("draft", "submitted"))]
        there = self.search(named, limit=1)
        there.filtered(lambda paper: paper.state == "draft")._brought_up_to_date()
        return there or self.create(values)._with_something_in_it()

    @api.model
    def _forms_of(self, source):
        return [form for form, name in SOURCES.items() if name == source]

    def _brought_up_to_date(self):
        """A list that nobody has changed by hand holds who waits for it now."""
        for paper in self.filtered(lambda paper: not (paper.is_edited or paper.is_list_chosen)):
            if paper.form in WITH_LINES:
                paper._put_list("line_ids", paper._usual_lines())
            elif paper.form in WITH_INITIATIVES:
                paper._put_list("initiative_ids", paper._usual_initiatives())
        return super()._brought_up_to_date()

    def _put_list(self, name, rows):
        if self[name] != rows:
            self.write({name: [Command.set(rows.ids)], "is_list_chosen": False})

    def _with_something_in_it(self):
        """A list of nobody is not begun: it is told what it waits for."""
        self.ensure_one()
        held, movement = self.round_id.sudo(), self.movement_id.sudo()
        if self.form in WITH_LINES and not self.line_ids:
            words = (
                self.env._("“%s”: nobody waits to be proposed to the level above.", held.name)
                if self.form == "proposal"
                else self.env._(
                    "“%s”: nothing that the council passed waits for a decision here.", held.name
                )
            )
            raise UserError(words)
        if self.form == "recognition_proposal" and not self.initiative_ids:
            raise UserError(self.env._("“%s”: no model has been judged yet.", movement.name))
        if self.form == "initiative_list" and not self.initiative_ids:
            raise UserError(self.env._("“%s”: no model has been registered yet.", movement.name))
        if self.form == "summary" and not held._printed()["counts"]["nominated"]:
            raise UserError(
                self.env._(
                    "“%s”: nobody has been nominated, there is nothing to report.", held.name
                )
            )
        return self


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

from odoo import api, fields, models


class CommendationPaper(models.Model):
    """The decision: its list is printed from the lines, which it decides on once it is issued."""

    _inherit = "dan_chu.commendation.paper"

    doubts = fields.Text(string="To be considered", compute="_compute_doubts")

    @api.depends("line_ids.state", "content", "signatory_ids.employee_id", "state")
    def _compute_doubts(self):
        for paper in self:
            paper.doubts = "\n".join(paper._doubts()) or False

    def _doubts(self):
        """They are told while the paper is written; what cannot stand is refused at issue."""
        self.ensure_one()
        if self.form != "decision" or self.state not in ("draft", "submitted"):
            return
        if not self._is_for_user(self.round_id.sudo().unit_id):
            return
        lines = self.line_ids.sudo()
        for name in self._names_of_refused():
            yield self.env._("The council refused “%s”: no decision names them.", name)
        for row in lines - self._may_stand_in_it():
            yield self.env._("“%s” was not passed by the council, or is decided above.", row.name)
        for row in self._of_signatories():
            yield self.env._(
                "“%s” is the own line of who signs: the level above decides.", row.name
            )
        left = self.round_id.sudo()._to_decide() - lines - self._of_signatories()
        if left:
            yield self.env._("Passed, and not on the list: %s.", ", ".join(left.mapped("name")))

    def _may_stand_in_it(self):
        """Passed by the council (praise asks for none), or given by the decision it follows."""
        followed = self.follows_id
        return self.line_ids.sudo().filtered(
            lambda row: (
                not row._goes_up()
                and (
                    row.state == "passed"
                    or (row.state == "checked" and row.award_id.category == "praise")
                    or (row.state == "awarded" and row.decision_document_id == followed.sudo())
                )
            )
        )

    def _of_signatories(self):
        lines = self.line_ids.sudo()
        found = lines.browse()
        for person in self.signatory_ids.employee_id.sudo():
            stands_for = lines._person_stands_for(person)
            found |= lines.filtered(lambda row, of=stands_for: row._is_line_of(*of))
        return found

    def _names_of_refused(self):
        """Whom list or text names though the council did not pass them."""
        text = f"{self.title or ''}\n{self._printable('content').striptags()}"
        listed = self.line_ids.sudo().filtered(lambda row: row.state == "refused").mapped("name")
        annexed = "\n".join(annex._printable("content").striptags() for annex in self.annex_ids)
        named = self.round_id._names_not_passed(f"{text}\n{annexed}")
        return list(dict.fromkeys([*listed, *named]))

    def _missing(self):
        missing = super()._missing()
        if self.form != "decision":
            return missing
        if not self.line_ids:
            missing.append(self._fields["line_ids"].get_description(self.env)["string"])
        refused = self._names_of_refused()
        if refused:
            missing.append(
                self.env._("a list without %s, refused by the council", ", ".join(refused))
            )
        others = (self.line_ids.sudo() - self._may_stand_in_it()).filtered(
            lambda row: row.name not in refused
        )
        if others:
            missing.append(
                self.env._(
                    "the council's vote on %s, unless the level above decides",
                    ", ".join(others.mapped("name")),
                )
            )
        own = self._of_signatories()
        if own:
            missing.append(
                self.env._(
                    "another signature for %s, whose own line it is", ", ".join(own.mapped("name"))
                )
            )
        return missing

    def _record(self):
        record = super()._record()
        return {**record, "lines": self._decided_printed()} if self.form == "decision" else record

    def _decided_printed(self):
        """The annex: collectives and persons with merit, award and bonus, and the sum of it."""
        self.ensure_one()
        lines = self.line_ids.sudo()
        return self._paid_printed() if lines else {}

    def _issued(self):
        super()._issued()
        self._decides()

    def _numbered(self):
        super()._numbered()
        self._decides()

    def _decides(self):
        """With its number it gives what stands in it; without one it waits for it."""
        for paper in self.filtered(lambda paper: paper.form == "decision"):
            lines = paper.line_ids.sudo().filtered(lambda row: row.state != "awarded")
            if lines:
                paper.round_id._decide_by(paper, lines)

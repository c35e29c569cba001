from odoo import models

from .commendation_paper import WITH_LINES


class CommendationPaper(models.Model):
    """The decision: its list is printed from the lines, which it decides on once it is issued."""

    _inherit = "dan_chu.commendation.paper"

    def _may_not_stand_in_it(self):
        """Neither passed by the council (praise asks for none) nor given by what it follows."""
        followed = self._followed()
        given = followed._gave() if followed else self.env["dan_chu.commendation"].sudo()
        if self.form == "bonus_list":
            given = self.line_ids.sudo().filtered(
                lambda row: (
                    row.state == "awarded" and not row.forwarded_on and not row.is_taken_back
                )
            )
        return (self.line_ids.sudo() - given).filtered(
            lambda row: (
                row._goes_up()
                or not (
                    row.state == "passed"
                    or (row.state == "checked" and row.award_id.category == "praise")
                )
            )
        )

    def _of_signatories(self, lines=None):
        lines = self.line_ids.sudo() if lines is None else lines
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
        if self._is_withdrawal() and self.line_ids:
            missing.append(self.env._("an empty list: a decision that withdraws gives nothing"))
        if self.form not in WITH_LINES or self._is_withdrawal():
            return missing
        refused = self._names_of_refused()
        if refused:
            missing.append(
                self.env._("a list without %s, refused by the council", ", ".join(refused))
            )
        if self.form == "proposal":
            return missing
        others = self._may_not_stand_in_it().filtered(lambda row: row.name not in refused)
        if others:
            missing.append(
                self.env._(
                    "the council's vote on %s, unless the level above decides",
                    ", ".join(others.mapped("name")),
                )
            )
        if self.form == "bonus_list":
            return missing
        own = self._of_signatories()
        if own:
            missing.append(
                self.env._(
                    "another signature for %s, whose own line it is", ", ".join(own.mapped("name"))
                )
            )
        if not missing:
            # Without a base salary it says so here, before anybody signs.
            self._sums()
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

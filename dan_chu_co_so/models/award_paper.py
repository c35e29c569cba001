from odoo import fields, models
from odoo.tools import is_html_empty

KINDS = [
    ("report", "Report of achievements"),
    ("minutes", "Minutes of the meeting"),
    ("certificate", "Certificate of an initiative or study"),
    ("initiative", "Recognised model"),
    ("evidence", "Evidence"),
    ("other", "Other"),
]


class AwardPaper(models.Model):
    """A paper without which the dossier of an award is not complete."""

    _name = "dan_chu.award.paper"
    _description = "Paper of the dossier of an award"
    _order = "award_id, sequence, id"

    award_id = fields.Many2one("dan_chu.award", required=True, index=True, ondelete="cascade")
    sequence = fields.Integer(default=10)
    kind = fields.Selection(KINDS, string="Kind of paper", required=True)
    name = fields.Char(string="Paper", required=True, help="As it is asked for.")

    _once = models.UniqueIndex(
        "(award_id, kind, name)", "This paper is asked for with this award already."
    )


class Award(models.Model):
    _inherit = "dan_chu.award"

    paper_ids = fields.One2many(
        "dan_chu.award.paper", "award_id", string="Papers of the dossier", copy=True
    )


class Commendation(models.Model):
    _inherit = "dan_chu.commendation"

    def _missing_papers(self):
        """{nomination: names of the papers that its dossier lacks}, in a few queries."""
        rows = self.sudo()
        asked = rows.award_id.paper_ids
        if not asked:
            return super()._missing_papers()
        files = self.env["dan_chu.commendation.file"].sudo()
        there = set()
        for row, kind in files._read_group(
            [("commendation_id", "in", rows.ids)], ["commendation_id", "kind"]
        ):
            there.add((row.id, kind))
        missing = super()._missing_papers()
        for row in self:
            own = row.sudo()
            lacking = [
                paper.name
                for paper in own.award_id.paper_ids
                if (row.id, paper.kind) not in there and not own._is_told(paper.kind)
            ]
            if lacking:
                missing[row] = [*missing.get(row, ()), *lacking]
        return missing

    def _is_told(self, kind):
        """Written in the nomination itself: nobody scans what is typed already."""
        if kind == "report":
            return not is_html_empty(self.achievements)
        if kind == "minutes":
            return bool(self.meeting_on and self.meeting_present)
        if kind == "initiative":
            return bool(self.initiative_id.recognised_on)
        return False


class CommendationFile(models.Model):
    _inherit = "dan_chu.commendation.file"
    _may_change = frozenset(("name", "note", "kind"))

    kind = fields.Selection(KINDS, string="Kind of paper", required=True, default="evidence")

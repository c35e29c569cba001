from odoo import api, fields, models
from odoo.exceptions import ValidationError

FORMS = [
    ("member_list", "List of members"),
    ("first_meeting", "Minutes of the first meeting"),
    ("inspection_plan", "Plan of an inspection"),
    ("team_decision", "Decision on the team"),
    ("notice", "Notice to the inspected party"),
    ("minutes", "Minutes of an inspection"),
    ("report", "Report of an inspection"),
    ("recommendation_letter", "Letter of recommendation"),
    ("periodic_report", "Periodic report"),
]
# By the abbreviations of Nghị định 30/2020/NĐ-CP.
KINDS = {
    "member_list": "tb",
    "first_meeting": "bb",
    "inspection_plan": "kh",
    "team_decision": "qd",
    "notice": "tb",
    "minutes": "bb",
    "report": "bc",
    "recommendation_letter": "cv",
    "periodic_report": "bc",
}
OF_INSPECTION = ("inspection_plan", "team_decision", "notice", "minutes", "report")
CLOSED = ("minutes", "recommendation_letter")
PERIODS = [
    ("quarter", "Quarter"),
    ("half_year", "Half-year"),
    ("year", "Year"),
    ("term", "Term"),
    ("conference", "For the conference"),
    ("on_demand", "On demand"),
]


class BoardPaper(models.Model):
    """A paper of a board or of an inspection."""

    _name = "dan_chu.board.paper"
    _description = "Paper of a board"
    _inherit = ["dan_chu.paper", "dan_chu.composed"]
    _order = "id desc"
    _rec_name = "title"
    _kind_codes = KINDS

    form = fields.Selection(FORMS, string="Paper", required=True)
    series = fields.Selection(related="board_id.series")
    inspection_id = fields.Many2one(
        "dan_chu.inspection", index="btree_not_null", ondelete="restrict"
    )
    recommendation_ids = fields.Many2many(
        "dan_chu.recommendation",
        "dan_chu_board_paper_recommendation",
        string="Recommendations",
        ondelete="restrict",
    )
    report_period = fields.Selection(PERIODS, string="Reported")
    period_from = fields.Date(string="Period from")
    period_to = fields.Date(string="Period to")
    starts_at = fields.Datetime(string="Begins")
    ends_at = fields.Datetime(string="Ends")
    location = fields.Char(string="Place of the meeting")

    _ends_after_start = models.Constraint(
        "CHECK(ends_at >= starts_at)", "A meeting cannot end before it begins."
    )
    _period_in_order = models.Constraint(
        "CHECK(period_to >= period_from)", "A period cannot end before it begins."
    )

    @api.model
    def default_get(self, fields_list):
        """A member works for the board, unless it is said otherwise."""
        values = super().default_get(fields_list)
        if "board_id" in fields_list and not values.get("inspection_id"):
            values.setdefault("board_id", next(iter(self.env.user._dan_chu_boards()), False))
        return values

    @api.constrains("form", "inspection_id", "document_id", "board_id", "kind_id")
    def _check_form(self):
        for paper in self:
            paper._check_kind()
            paper._check_inspection()
            paper._check_decides_on_team()

    def _is_closed(self):
        return self.form in CLOSED or super()._is_closed()

    def _is_to_head(self):
        """The head reads the letter that is to be answered."""
        asked = self.recommendation_ids.sudo()
        return self.form == "recommendation_letter" and any(
            row.addressee_kind == "head" and row.addressee_unit_id == self.unit_id for row in asked
        )

    def _body_template(self):
        """The whole text stands in one field, also that of minutes."""
        if self.form in ("first_meeting", "minutes"):
            return "dan_chu_co_so.paper_body_titled"
        return super()._body_template()

    def _follow_up(self, how):
        if how in ("corrects", "withdraws") and not self.sealed_board_id:
            return self.env["dan_chu.notice"]._letter_about(self.document_id, how)
        return super()._follow_up(how)

    def _record_fields(self):
        return [
            "form",
            "report_period",
            "period_from",
            "period_to",
            "starts_at",
            "ends_at",
            "location",
            "content",
        ]

    def _missing(self):
        missing = super()._missing()
        if not self._printable("content").striptags().strip():
            missing.append(self._fields["content"].get_description(self.env)["string"])
        if self.form in OF_INSPECTION and not self.inspection_id:
            missing.append(self._fields["inspection_id"].get_description(self.env)["string"])
        return missing

    def _check_inspection(self):
        """Its text is written from the inspection: one of the same board, in the same house."""
        inspection = self.inspection_id.sudo()
        if inspection and (inspection.unit_id, inspection.sealed_board_id) != (
            self.unit_id,
            self.sealed_board_id,
        ):
            raise ValidationError(
                self.env._("A paper is about an inspection of its own board and unit.")
            )

    def _check_decides_on_team(self):
        if self.form == "team_decision" and self.sealed_board_id:
            raise ValidationError(
                self.env._(
                    "“%s” sets up no team by decision: it works together and by majority (Nghị "
                    "định 59/2023/NĐ-CP, Điều 20 khoản 3), and the plan of the inspection names "
                    "its members (Điều 22 khoản 1 điểm b). A decision on a team is for "
                    "inspections of the head, of a steering board and of the unit above.",
                    self.sealed_board_id.sudo().name,
                )
            )

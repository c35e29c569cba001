from odoo import api, fields, models
from odoo.exceptions import ValidationError

FORMS = [
    ("proposal", "Proposal for commendation"),
    ("council_minutes", "Minutes of the council"),
    ("counting_minutes", "Minutes of the counting"),
    ("achievement", "Report of achievements"),
    ("decision", "Decision on commendation"),
    ("bonus_list", "List of bonuses"),
    ("summary", "Report on the round"),
    ("initiative_form", "Registration of a model"),
    ("initiative_list", "Models and what they reached"),
    ("recognition_proposal", "Proposal for recognition"),
]
# By the abbreviations of Nghị định 30/2020/NĐ-CP, which has none for a list.
KINDS = {
    "proposal": "ttr",
    "council_minutes": "bb",
    "counting_minutes": "bb",
    "achievement": "bc",
    "decision": "qd",
    "bonus_list": "bc",
    "summary": "bc",
    "initiative_form": "pb",
    "initiative_list": "bc",
    "recognition_proposal": "ttr",
}
# What a paper of that form tells of.
SOURCES = {
    "proposal": "round_id",
    "council_minutes": "session_id",
    "counting_minutes": "session_id",
    "achievement": "commendation_id",
    "decision": "round_id",
    "bonus_list": "round_id",
    "summary": "round_id",
    "initiative_form": "initiative_id",
    "initiative_list": "movement_id",
    "recognition_proposal": "movement_id",
}
# Those of the house that holds the round, and of nobody else.
OF_HOLDER = ("council_minutes", "counting_minutes", "decision", "bonus_list", "summary")
WITH_LINES = ("proposal", "decision", "bonus_list")
WITH_INITIATIVES = ("initiative_list", "recognition_proposal")
COSIGNED = ("council_minutes", "counting_minutes", "achievement")
_HEADED = {
    "bonus_list": "DANH SÁCH TIỀN THƯỞNG",
    "initiative_form": "PHIẾU ĐĂNG KÝ",
    "initiative_list": "BẢNG TỔNG HỢP",
}


class CommendationPaper(models.Model):
    """A paper of a round of commendations or of a movement, written from its records."""

    _name = "dan_chu.commendation.paper"
    _description = "Paper on commendations"
    _inherit = ["dan_chu.paper", "dan_chu.composed", "dan_chu.cosigned"]
    _order = "id desc"
    _rec_name = "title"
    _kind_codes = KINDS
    _composed_of = (
        "line_ids",
        "initiative_ids",
        "recipient_ids",
        "signatory_ids",
        "ballots_out",
        "ballots_in",
        "ballots_invalid",
    )

    form = fields.Selection(FORMS, string="Paper", required=True)
    round_id = fields.Many2one(
        "dan_chu.commendation.round", index="btree_not_null", ondelete="restrict"
    )
    session_id = fields.Many2one(
        "dan_chu.council.session",
        string="Session of the council",
        index="btree_not_null",
        ondelete="restrict",
    )
    commendation_id = fields.Many2one(
        "dan_chu.commendation", string="Nomination", index="btree_not_null", ondelete="restrict"
    )
    movement_id = fields.Many2one("dan_chu.movement", index="btree_not_null", ondelete="restrict")
    initiative_id = fields.Many2one(
        "dan_chu.initiative", string="Model", index="btree_not_null", ondelete="restrict"
    )
    line_ids = fields.Many2many(
        "dan_chu.commendation",
        "dan_chu_commendation_paper_line_rel",
        string="Who stands on the list",
        copy=False,
    )
    initiative_ids = fields.Many2many(
        "dan_chu.initiative", "dan_chu_commendation_paper_initiative_rel", string="Models"
    )
    is_list_chosen = fields.Boolean(string="List chosen by hand", readonly=True, copy=False)

    @api.constrains(
        "form", "unit_id", "kind_id", "document_id", "line_ids", "initiative_ids", *SOURCES.values()
    )
    def _check_form(self):
        for paper in self:
            paper._check_kind()
            if not paper[SOURCES[paper.form]]:
                raise ValidationError(paper._source_missing())
            held = paper.round_id.sudo()
            if paper.form in OF_HOLDER and held.unit_id != paper.unit_id:
                raise ValidationError(self.env._("This paper is of the unit that holds the round."))
            paper._check_listed()

    def _check_listed(self):
        """A list tells of its own round or movement, and to its unit."""
        self.ensure_one()
        lines = self.line_ids.sudo()
        strange = lines.filtered(lambda row: row.round_id != self.round_id.sudo())
        if self.unit_id != self.round_id.sudo().unit_id:
            strange |= lines.filtered(lambda row: row.unit_id != self.unit_id)
        models_ = self.initiative_ids.sudo()
        strange_models = models_.filtered(lambda row: row.movement_id != self.movement_id.sudo())
        names = [*strange.mapped("name"), *strange_models.mapped("name")]
        if names:
            raise ValidationError(
                self.env._("“%s” is not of this round or movement: take it off.", names[0])
            )

    def _source_missing(self):
        field = self._label(SOURCES[self.form])
        names = dict(self._fields["form"]._description_selection(self.env))
        return self.env._(
            "“%(paper)s” tells of one thing: %(field)s. Begin it there.",
            paper=names[self.form],
            field=field,
        )

    def _is_cosigned(self):
        return self.form in COSIGNED

    def _shown_at(self):
        return self.session_id

    def _screen_to_sign(self):
        return self.env._("My council") if self.session_id else super()._screen_to_sign()

    def _own_head(self):
        """Lists and forms go with another paper: without a number unless they are given one."""
        of_person = self.form == "achievement" and self.commendation_id.sudo().target == "person"
        if self.form not in _HEADED and not of_person:
            return super()._own_head()
        head = {} if of_person else {"title": _HEADED[self.form]}
        if not self.number:
            head["number"] = None
        return super()._own_head() | head

    def _body_template(self):
        """Minutes too stand in one field; a decision prints its list from the lines."""
        if self.form == "decision":
            return "dan_chu_co_so.paper_body_commendation_decision"
        return "dan_chu_co_so.paper_body_titled"

    def _record_fields(self):
        return ["form", "content"]

    def _missing(self):
        missing = super()._missing()
        if not self._printable("content").striptags().strip():
            missing.append(self._label("content"))
        missing += [
            self._label(name)
            for forms, name in ((WITH_LINES, "line_ids"), (WITH_INITIATIVES, "initiative_ids"))
            if self.form in forms and not self[name] and not self._is_withdrawal()
        ]
        if self.session_id and self.session_id.sudo().state != "closed":
            missing.append(self.env._("the end of the session"))
        if self._is_cosigned() and not all(row.name for row in self.signatory_ids):
            missing.append(self.env._("the names of all who sign it"))
        return missing

    def _label(self, name):
        return self._fields[name].get_description(self.env)["string"]

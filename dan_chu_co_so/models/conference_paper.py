from odoo import api, fields, models
from odoo.exceptions import ValidationError

FORMS = [
    ("invitation", "Invitation"),
    ("minutes", "Minutes of the conference"),
    ("counting_minutes", "Minutes of the counting"),
    ("answers", "What was asked and answered"),
    ("pledge", "Emulation pledge"),
    ("report", "Report on the conference"),
    ("check_notice", "Notice of the check of the resolution"),
]
# By the abbreviations of Nghị định 30/2020/NĐ-CP, which has none for a pledge.
KINDS = {
    "invitation": "gm",
    "minutes": "bb",
    "counting_minutes": "bb",
    "answers": "bc",
    "pledge": "btt",
    "report": "bc",
    "check_notice": "tb",
}
# Both sides, or secretary and chair, sign these.
COSIGNED = ("minutes", "counting_minutes", "pledge")
# They tell of what is over.
AFTERWARDS = ("minutes", "report", "answers")
HELD = ("closed", "failed")
COUNTED = ("paper", "secret")


class ConferencePaper(models.Model):
    """A paper of a conference, written from its records; its resolution is a kind of its own."""

    _name = "dan_chu.conference.paper"
    _description = "Paper of a conference"
    _inherit = ["dan_chu.paper", "dan_chu.composed", "dan_chu.cosigned"]
    _order = "id desc"
    _rec_name = "title"
    _kind_codes = KINDS

    form = fields.Selection(FORMS, string="Paper", required=True)
    conference_id = fields.Many2one(
        "dan_chu.conference", required=True, index=True, ondelete="restrict"
    )
    vote_id = fields.Many2one(
        "dan_chu.vote", string="Votes counted", index="btree_not_null", ondelete="restrict"
    )
    with_list = fields.Boolean(
        string="Annex: list of those present",
        help="By section and given name. The minutes themselves name those who were absent.",
    )

    @api.constrains("form", "conference_id", "vote_id", "document_id", "unit_id", "kind_id")
    def _check_form(self):
        for paper in self:
            paper._check_kind()
            conference = paper.conference_id.sudo()
            if conference.unit_id != paper.unit_id:
                raise ValidationError(
                    self.env._("A paper of a conference is of the unit that holds it.")
                )
            if paper.vote_id and paper.vote_id.sudo().conference_id != conference:
                raise ValidationError(
                    self.env._("Minutes of a counting are of a vote of the same conference.")
                )

    def _is_cosigned(self):
        return self.form in COSIGNED

    def _own_head(self):
        """A pledge is no agreement of the civil law, and is not headed as one."""
        head = {"title": "GIAO ƯỚC THI ĐUA"} if self.form == "pledge" else {}
        return super()._own_head() | head

    def _body_template(self):
        """The whole text stands in one field, also that of minutes."""
        return "dan_chu_co_so.paper_body_titled"

    def _record_fields(self):
        return ["form", "content"]

    def _missing(self):
        missing = super()._missing()
        if not self._printable("content").striptags().strip():
            missing.append(self._fields["content"].get_description(self.env)["string"])
        if self.form == "counting_minutes" and self.vote_id.sudo().state != "closed":
            missing.append(self.env._("the closing of the vote"))
        if self.form in AFTERWARDS and self.conference_id.sudo().state not in HELD:
            missing.append(self.env._("the end of the conference"))
        if self._is_cosigned() and not all(row.name for row in self.signatory_ids):
            missing.append(self.env._("the names of all who sign it"))
        return missing

    def _follow_up(self, how):
        if how in ("corrects", "withdraws"):
            return self.env["dan_chu.notice"]._letter_about(self.document_id, how)
        return super()._follow_up(how)

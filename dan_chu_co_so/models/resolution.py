from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class Resolution(models.Model):
    """The resolution of a staff conference (nghị quyết hội nghị), with what it commits to.

    The text is written from the votes; the commitments are rows, printed as an annex, and each
    of them is a task from the day of issue on.
    """

    _name = "dan_chu.resolution"
    _description = "Resolution of a conference"
    _inherit = ["dan_chu.paper", "dan_chu.composed", "dan_chu.cosigned"]
    _order = "id desc"
    _rec_name = "title"
    _composed_of = ("conference_id", "emulation")

    conference_id = fields.Many2one(
        "dan_chu.conference", required=True, index=True, ondelete="restrict"
    )
    emulation = fields.Text(help="What staff and union emulate each other in, one matter a line.")
    commitment_ids = fields.One2many(
        "dan_chu.resolution.commitment", "resolution_id", string="Commitments", copy=True
    )
    doubts = fields.Text(string="To be considered", compute="_compute_doubts")
    asked = fields.Html(string="Asked and answered", compute="_compute_asked")

    @api.depends("conference_id.state", "conference_id.is_valid", "conference_id.vote_ids.outcome")
    def _compute_doubts(self):
        """They warn: what was decided without the law's numbers is kept, and not made lawful."""
        for paper in self:
            conference = paper.conference_id
            found = []
            if conference.state == "closed" and not conference.is_valid:
                found.append(
                    self.env._(
                        "The conference is marked as not valid: too few came, or how many is not "
                        "known. What it resolved is kept as it happened."
                    )
                )
            passing = conference._vote_on_resolution()
            if not passing:
                found.append(self.env._("No vote on the resolution has been held."))
            elif passing.outcome != "passed":
                found.append(
                    self.env._("The vote on the resolution: %s", passing.outcome_words or "…")
                )
            paper.doubts = "\n".join(found) or False

    @api.depends("conference_id")
    def _compute_asked(self):
        for paper in self:
            rows = paper.conference_id._asked_printed()
            paper.asked = rows and self.env["ir.qweb"]._render(
                "dan_chu_co_so.resolution_asked", {"rows": rows}
            )

    @api.constrains("conference_id", "document_id", "kind_id")
    def _check_conference(self):
        wanted = self._kind()
        for paper in self:
            if paper.kind_id != wanted:
                raise ValidationError(
                    self.env._("A resolution is a paper of the kind “%s”.", wanted.name)
                )
            if paper.conference_id.sudo().unit_id != paper.unit_id:
                raise ValidationError(
                    self.env._("A resolution is that of a conference of its own unit.")
                )

    @api.model_create_multi
    def create(self, vals_list):
        papers = super().create([self._begun(vals) for vals in vals_list])
        papers.filtered(lambda paper: not paper.content)._compose()
        return papers

    def write(self, vals):
        if "conference_id" in vals:
            raise UserError(self.env._("A resolution stays with its conference: begin another."))
        return super().write(vals)

    @api.model
    def _kind(self):
        return self.env.ref("dan_chu_co_so.document_kind_nq")

    def _settle(self):
        super()._settle()
        for row in self.commitment_ids:
            row._keep({"who": row.who_text, "paper": self.title, "is_in_force": True})

    def _ended(self, reason):
        super()._ended(reason)
        self.commitment_ids._keep({"is_in_force": False})

    def _is_cosigned(self):
        """By the head and by the representative of the staff."""
        return True

    def _body_template(self):
        return "dan_chu_co_so.paper_body_resolution"

    def _missing(self):
        missing = super()._missing()
        if not self._printable("content").striptags().strip():
            missing.append(self._fields["content"].get_description(self.env)["string"])
        if not all(row.name for row in self.signatory_ids):
            missing.append(self.env._("the names of all who sign it"))
        return missing

    def _record_fields(self):
        return ["content", "emulation"]

    def _record(self):
        """With the commitments as they are printed; what becomes of them is in their tasks."""
        return {**super()._record(), "commitment_ids": self.commitment_ids._printed()}

    def _follow_up(self, how):
        if how in ("corrects", "withdraws"):
            return self.env["dan_chu.notice"]._letter_about(self.document_id, how)
        return super()._follow_up(how)

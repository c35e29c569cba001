from odoo import api, fields, models
from odoo.exceptions import UserError


class Honour(models.Model):
    """The decision beside what it gave: once that is made known, for everybody who reads it. A
    decision names all whom it honours."""

    _inherit = "dan_chu.honour"

    has_paper = fields.Boolean(
        string="The decision is at hand",
        compute="_compute_has_paper",
        compute_sudo=True,
    )

    @api.depends(
        "commendation_id.decision_document_id", "commendation_id.forwarded_id", "is_published"
    )
    @api.depends_context("uid")
    def _compute_has_paper(self):
        for honour in self:
            honour.has_paper = honour._is_shown() and bool(honour._decision().revision_ids)

    def _is_shown(self):
        user, unit = self.env.user, self.unit_id
        return self.is_published or any(
            user._dan_chu_has_role(role, unit) for role in ("officer", "head")
        )

    def action_open_paper(self):
        """Read by the staff as well, who have nothing to do with papers."""
        self.ensure_one()
        self.check_access("read")
        if not self._decision().revision_ids:
            raise UserError(
                self.env._(
                    "“%s”: the decision was not made in the program; ask the office for the paper.",
                    self.award_name,
                )
            )
        if not self._is_shown():
            raise UserError(
                self.env._(
                    "“%s”: the decision is shown once it is made known to the staff.",
                    self.award_name,
                )
            )
        return {"type": "ir.actions.act_url", "url": f"/dan_chu/honours/{self.id}/decision.pdf"}

    def _decision(self):
        """Of the house, or of the level above where the nomination was sent up."""
        self.ensure_one()
        row = self.sudo().commendation_id
        while row.forwarded_id and not row.decision_document_id:
            row = row.forwarded_id
        return row.decision_document_id

    def _decision_pdf(self):
        self.ensure_one()
        self.check_access("read")
        return self._is_shown() and self._decision()._stored("pdf_attachment_id")

from odoo import api, fields, models
from odoo.fields import Domain


class CouncilSession(models.Model):
    """Its minutes are shown to those who sign them, who may have no right to read the paper."""

    _inherit = "dan_chu.council.session"

    my_signature_waits = fields.Boolean(compute="_compute_my_signature_waits")

    @api.depends_context("uid")
    def _compute_my_signature_waits(self):
        waiting = self._papers_to_sign().session_id
        for session in self:
            session.my_signature_waits = session.sudo() in waiting

    @api.model
    def _papers_to_sign(self):
        """Of all sessions, those that wait for the user."""
        mine = Domain("employee_id.user_id", "=", self.env.uid)
        return (
            self.env["dan_chu.commendation.paper"]
            .sudo()
            .search(
                Domain("session_id", "!=", False)
                & Domain("state", "=", "submitted")
                & Domain("signatory_ids", "any", mine & Domain("consented_on", "=", False))
            )
        )

    @api.model
    def _shown_to_sign(self):
        return [
            {"id": paper.id, "name": f"{paper.kind_id.name}: {paper.title}"}
            for paper in self._papers_to_sign()
        ]

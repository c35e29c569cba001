from markupsafe import escape

from odoo import api, fields, models

_TO_DO = "mail.mail_activity_data_todo"


class Document(models.Model):
    """Whose turn it is with a paper: who is to sign it, or to mend it, is told."""

    _inherit = "dan_chu.document"

    returned_reason = fields.Char(string="Returned", compute="_compute_returned_reason")

    @api.depends("state", "step_ids")
    def _compute_returned_reason(self):
        """Of a draft that came back: what is to be mended."""
        for document in self:
            last = document.step_ids.sorted("id")[-1:]
            came_back = document.state == "draft" and last.action == "returned"
            document.returned_reason = came_back and last.reason

    def action_submit(self):
        super().action_submit()
        for document in self:
            document._pass_on(document._signers(), self.env._("To be signed"))

    def action_return(self, reason=None):
        res = super().action_return(reason)
        if reason:
            for document in self:
                document._pass_on(document._writer(), self.env._("To be corrected"), reason)
        return res

    def _issue(self, door, **values):
        super()._issue(door, **values)
        self._pass_on(self.env["res.users"])
        if not self.number:
            self._remind(self._writer() or self.env.user, self.env._("Number to be filled in"))

    def _fill_number(self, number):
        super()._fill_number(number)
        self._pass_on(self.env["res.users"])

    def _writer(self):
        """Who submitted it last."""
        self.ensure_one()
        submitted = self.step_ids.filtered(lambda step: step.action == "submitted")
        return submitted.sorted("id")[-1:].user_id

    def _signers(self):
        """The person named, if the system knows them; else whoever may sign there."""
        self.ensure_one()
        named = self.sudo().signatory_ids.employee_id.user_id
        return named or self.unit_id._people("head")

    def _pass_on(self, users, summary=None, note=None):
        """Nobody else has anything to do with the paper now."""
        self.ensure_one()
        self._body().sudo().activity_unlink([_TO_DO])
        self._remind(users - self.env.user, summary, note)

    def _remind(self, users, summary, note=None):
        body = self._body().sudo()
        for user in users:
            body.activity_schedule(
                _TO_DO,
                date_deadline=self.number_due_on or None,
                summary=summary,
                note=note and escape(note),
                user_id=user.id,
            )

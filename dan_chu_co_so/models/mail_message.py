from odoo import api, models
from odoo.exceptions import AccessError


class MailMessage(models.Model):
    _inherit = "mail.message"

    def _check_access(self, operation):
        """Who wrote or was sent a message reads it for ever, says Odoo. Not on a working paper:
        the right to a discussion ends with the right to the paper (see `dan_chu.thread`)."""
        result = super()._check_access(operation)
        forbidden = result[0] if result else self.browse()
        closed = (self - forbidden)._dan_chu_of_closed_papers()
        if not closed:
            return result
        forbidden |= closed
        return forbidden, lambda: AccessError(
            self.env._(
                "%(count)s message(s) belong to the discussion of a working paper. "
                "Only those who may write the paper read them.",
                count=len(forbidden),
            )
        )

    @api.model
    def _search(self, domain, *args, bypass_access=False, **kwargs):
        query = super()._search(domain, *args, bypass_access=bypass_access, **kwargs)
        if self.env.su or bypass_access:
            return query
        found = self.browse(query)
        return (found - found._dan_chu_of_closed_papers())._as_query()

    def _dan_chu_of_closed_papers(self):
        if self.env.su:
            return self.browse()
        return self.env["dan_chu.thread"]._of_closed_discussions(self, "model")

from odoo import models


class ResUsers(models.Model):
    """Mails of the program to people: one each, in their language, sent by Odoo's own queue."""

    _inherit = "res.users"

    def _dan_chu_mail(self, template, letters):
        """`letters`: {user: values of the template, `subject` among them}."""
        base = self.browse().get_base_url()
        rows = []
        for user, values in letters.items():
            if not user.email:
                continue
            words = self.env["ir.qweb"].with_context(lang=user.lang)
            company = user.company_id.sudo()
            sender = company.partner_id.email_formatted if company.email else False
            rows.append(
                {
                    "subject": values["subject"],
                    "email_from": sender or self.env.ref("base.user_root").sudo().email_formatted,
                    "email_to": user.email_formatted,
                    "body_html": words._render(
                        template,
                        {**values, "greeting": words.env._("Dear %s,", user.name), "base": base},
                        minimal_qcontext=True,
                    ),
                    "auto_delete": True,
                    "state": "outgoing",
                }
            )
        mails = self.env["mail.mail"].sudo().create(rows)
        if mails:
            self.env.ref("mail.ir_cron_mail_scheduler_action").sudo()._trigger()
        return mails

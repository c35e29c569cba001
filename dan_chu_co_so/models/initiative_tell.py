from odoo import models

_ACTIVITY = "mail.mail_activity_data_todo"


class Initiative(models.Model):
    """Who has to do something next finds it on the own list of things to do."""

    _inherit = "dan_chu.initiative"

    def _move(self, state, told, **vals):
        super()._move(state, told, **vals)
        if state != "judged":
            self.sudo().activity_unlink([_ACTIVITY])
        if state == "registered":
            officers = self.sudo().unit_id._people("officer")
            self._remind(
                officers, lambda env: env._("A model was registered: launch it, or withdraw it")
            )
        elif state == "launched":
            self._remind(
                self.proposer_id,
                lambda env: env._("Your model is launched: report what it reaches"),
            )
        elif state == "recognised":
            self._remind(self.proposer_id, lambda env: env._("Your model is recognised"))

    def _remind(self, users, say):
        """`say` gives the words in the language of who reads them."""
        for user in users.filtered("active") - self.env.user:
            # Nobody keeps a word from those it is for by a key of the context.
            heard = self.sudo().with_context(mail_activity_automation_skip=False)
            heard.activity_schedule(
                _ACTIVITY,
                summary=say(self.with_context(lang=user.lang).env),
                user_id=user.id,
            )

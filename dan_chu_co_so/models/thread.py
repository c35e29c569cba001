from odoo import api, fields, models


class Thread(models.AbstractModel):
    """Discussion of a working paper: for those who may work on it, and for nobody else.

    A rule may open a record to more readers once it is published. Its messages, and the
    files posted with them, stay with those who may write it (see also `ir.attachment`).
    """

    _name = "dan_chu.thread"
    _description = "Discussion among those who work on a paper"
    _inherit = ["mail.thread", "mail.activity.mixin"]

    # Searched past the rules, as Odoo does, they would tell letter by letter what is not read.
    message_ids = fields.One2many(bypass_search_access=False)
    activity_ids = fields.One2many(bypass_search_access=False)
    activity_summary = fields.Char(related_sudo=False)
    activity_type_id = fields.Many2one(related_sudo=False)
    activity_type_icon = fields.Char(related_sudo=False)

    def _mail_get_operation_for_mail_message_operation(self, message_operation):
        return dict.fromkeys(self, "write")

    def _notify_get_recipients(self, message, msg_vals=False, **kwargs):
        """A follower who has lost the right, or never had it, is told nothing."""
        recipients = super()._notify_get_recipients(message, msg_vals=msg_vals, **kwargs)
        users = self.env["res.users"].browse({data["uid"] for data in recipients if data["uid"]})
        allowed = {user.id for user in users if self.with_user(user).has_access("write")}
        return [data for data in recipients if data["uid"] in allowed]

    def _message_subscribe(self, partner_ids=None, subtype_ids=None, customer_ids=None):
        """Who is reminded along with many others does not thereby follow the paper."""
        if self.env.context.get("mail_activity_quick_update"):
            return True
        return super()._message_subscribe(partner_ids, subtype_ids, customer_ids)

    @api.model
    def _thread_models(self):
        """Names of the models that have such a discussion."""
        names = self.pool.descendants(["dan_chu.thread"], "_inherit")
        return [name for name in names if not self.env[name]._abstract]

    @api.model
    def _of_closed_discussions(self, rows, model_field):
        """Those of the messages or files that hang on a paper the user may not write.

        `model_field` names the model of the paper, beside `res_id`.
        """
        closed = rows.browse()
        names = self._thread_models()
        hanging = rows.sudo().filtered(lambda row: row[model_field] in names and row.res_id)
        for name, same in hanging.grouped(model_field).items():
            papers = self.env[name].browse(set(same.mapped("res_id"))).exists()
            open_ids = set(papers._filtered_access("write").ids)
            closed |= rows.browse(row.id for row in same if row.res_id not in open_ids)
        return closed

from markupsafe import Markup

from odoo import models
from odoo.fields import Domain
from odoo.tools import format_date, plaintext2html

from ..lib.clock import today

ACTIVITY = "dan_chu_co_so.activity_recommendation"


class Recommendation(models.Model):
    """Telling the two sides: an entry on the sheet of those who answer, on the row of the board.

    `say` gives the words in the language of who reads them.
    """

    _inherit = "dan_chu.recommendation"

    def _tell_addressee(self, say, text=None):
        for row in self.sudo():
            reply = row._open_reply()
            if reply:
                unit = row.addressee_unit_id
                row._tell(reply, unit._people("head") or unit._people("officer"), say, text)

    def _tell_author(self, say, text=None):
        """The head of the board, or the officers where no such board works."""
        for row in self.sudo():
            board = row.sealed_board_id
            leader = board.head_id.employee_id.user_id
            people = leader if board else row.unit_id._people("officer")
            row._tell(row, people, say, text, day=today())

    def _tell(self, sheet, users, say, text=None, day=None):
        self.ensure_one()
        model = self.env["ir.model"]._get_id(sheet._name)
        activities = self.env["mail.activity"].sudo().with_context(mail_activity_quick_update=True)
        return activities.create(
            [
                {
                    "activity_type_id": self.env.ref(ACTIVITY).id,
                    "automated": True,
                    "res_model_id": model,
                    "res_id": sheet.id,
                    "user_id": user.id,
                    "summary": say(self.with_context(lang=user.lang).env),
                    "note": plaintext2html(text) if text else Markup(),
                    "date_deadline": day or self.date_due or today(),
                }
                for user in users
            ]
        )

    def _mail_addressee(self, text):
        """A body outside is urged by letter; here it is only written down."""
        self.ensure_one()
        if not self.addressee_unit_id:
            return
        heads = self.addressee_unit_id._people("head")
        heads._dan_chu_mail(
            "dan_chu_co_so.recommendation_mail",
            {user: self._letter(user, "urged", text) for user in heads},
        )

    def _letter(self, user, what, text=None):
        """One mail a person, of one or of several recommendations."""
        own = self.with_context(lang=user.lang)
        subjects = {
            "urged": own.env._("You are urged to answer a recommendation"),
            "late": own.env._("Recommendations that were not answered in time"),
        }
        return {"subject": subjects[what], "text": text, "rows": [row._in_words() for row in own]}

    def _in_words(self):
        self.ensure_one()
        due = self.waits_until and format_date(self.env, self.waits_until)
        return {
            "id": self.id,
            "name": self.text,
            "who": self.addressee_text or self.addressee_unit_id.name or "",
            "day": self.env._("answer due on %s", due) if due else "",
        }

    def _drop_reminders(self):
        """Nobody is reminded of what was answered, or handed on."""
        kind = Domain("activity_type_id", "=", self.env.ref(ACTIVITY).id)
        rows = self.sudo()
        where = Domain.OR(
            Domain("res_model", "=", sheets._name) & Domain("res_id", "in", sheets.ids)
            for sheets in (rows, rows.reply_ids)
        )
        self.env["mail.activity"].sudo().search(kind & where).unlink()
